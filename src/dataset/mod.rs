//! From `data/` to the database.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::store::APPLICATION_ID;

/// Why no database can be made from a dataset.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or directory cannot be read or written.
    #[error("cannot use {}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The database cannot be written.
    #[error("cannot write the database: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

/// Makes the database of a dataset, unless it is there already, and says where it is. Without `out` it lies beside
/// the dataset, named by its content: `.atlas/atlas-<hash>.sqlite`.
pub fn publish(data: &Path, out: Option<&Path>) -> Result<PathBuf, Error> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| Error::File { path, source }
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(data).map_err(failed(data))? {
        let path = entry.map_err(failed(data))?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    let mut hasher = Sha256::new();
    for path in &files {
        hasher.update(fs::read(path).map_err(failed(path))?);
    }
    let hash = hasher
        .finalize()
        .iter()
        .take(8)
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
    let out = match out {
        Some(out) => out.to_owned(),
        None => data
            .canonicalize()
            .map_err(failed(data))?
            .with_file_name(".atlas")
            .join(format!("atlas-{hash}.sqlite")),
    };
    if out.exists() {
        return Ok(out);
    }
    if let Some(directory) = out.parent() {
        fs::create_dir_all(directory).map_err(failed(directory))?;
    }
    let draft = out.with_extension(format!("draft-{}", std::process::id()));
    let connection = Connection::open(&draft)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.execute_batch(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    )?;
    connection.execute("INSERT INTO meta VALUES ('dataset_hash', ?1)", [&hash])?;
    drop(connection);
    fs::rename(&draft, &out).map_err(failed(&out))?;
    Ok(out)
}
