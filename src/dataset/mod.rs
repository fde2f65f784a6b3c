//! `data/` to the immutable database: read, resolve, check, publish.

mod acs;
mod best_employer;
mod best_paid;
mod companies;
mod exposure;
mod load;
mod names;
mod occupations;
mod onet;
mod people;
mod places;
mod professions;
mod rules;
mod satisfaction;
pub mod search_index;
mod sources;
mod table;
mod written;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rusqlite::{Connection, OpenFlags, Transaction};
use sha2::{Digest, Sha256};

use crate::store::{APPLICATION_ID, SCHEMA_VERSION};

const SCHEMA: &str = include_str!("schema.sql");

/// Why `data/` gives no database. Nothing is published then.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder cannot be read as what it should be.
    #[error("{}: {why}", file.display())]
    Unreadable {
        /// The file or folder.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// One cell is not what its column holds.
    #[error("{}, line {line}, column {column}: {why}", file.display())]
    Cell {
        /// The file of `data/`.
        file: PathBuf,
        /// The line in it, counted from 1.
        line: u64,
        /// The column's header.
        column: String,
        /// What is wrong with the cell.
        why: String,
    },
    /// Rules of the dataset that do not hold, each with the rows that break it.
    #[error("data/ breaks {} rule(s):\n{}", .0.len(), .0.join("\n"))]
    Rules(Vec<String>),
    /// The database cannot be written.
    #[error("the database cannot be written: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

/// A step of the build: fills tables from `data/` and from the tables before it.
type Step = fn(&Transaction, &Path) -> Result<(), Error>;

/// In this order: each step uses tables of those before it.
const STEPS: [(&str, Step); 16] = [
    ("tables", load::load),
    ("sources", sources::load),
    ("occupations", occupations::resolve),
    ("professions", professions::resolve),
    ("who works in it", people::resolve),
    ("what people in it answered", acs::resolve),
    ("skills and requirements", onet::resolve),
    ("places", places::resolve),
    ("best paid places", best_paid::resolve),
    ("exposure to language models", exposure::resolve),
    ("companies", companies::resolve),
    ("best paying employers", best_employer::resolve),
    ("satisfaction", satisfaction::resolve),
    ("names", names::resolve),
    ("texts", written::load),
    ("search", |transaction, _| Ok(search_index::build(transaction).map(|_| ())?)),
];

/// Builds the database of `data` and returns its path: `out` where one is given, otherwise
/// `atlas-<hash>.sqlite` in the folder `.atlas` beside `data`, which is kept if it is there already.
///
/// Shows a progress bar on a terminal. Nothing is left behind when a rule does not hold.
pub fn publish(data: &Path, out: Option<&Path>) -> Result<PathBuf, Error> {
    let hash = hash(data)?;
    let path = match out {
        Some(path) => path.to_path_buf(),
        None => beside(data).join(format!("atlas-{hash}.sqlite")),
    };
    if out.is_none() && path.exists() {
        return Ok(path);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let unreadable =
        |error: std::io::Error| Error::Unreadable { file: folder.into(), why: error.to_string() };
    fs::create_dir_all(folder).map_err(unreadable)?;
    // A name of its own for every process: two first starts at once do not write into one file.
    let draft = folder.join(format!(".draft-{}-{}.sqlite", std::process::id(), &hash));
    let built = write(&draft, data, &hash).and_then(|()| {
        fs::rename(&draft, &path)
            .map_err(|error| Error::Unreadable { file: path.clone(), why: error.to_string() })
    });
    if built.is_err() {
        // The draft may not exist; the first error is the one to report.
        let _ = fs::remove_file(&draft);
    }
    built.map(|()| path)
}

/// Checks the rules of a finished database once more, and says how many there are.
pub fn check(database: &Path) -> Result<usize, Error> {
    let mut connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    rules::check(&connection.transaction()?)
}

fn beside(data: &Path) -> PathBuf {
    data.parent().unwrap_or(Path::new("")).join(".atlas")
}

fn write(draft: &Path, data: &Path, hash: &str) -> Result<(), Error> {
    let _ = fs::remove_file(draft);
    let mut connection = Connection::open(draft)?;
    // The draft is thrown away after a crash, so it needs no journal.
    connection
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    let bar = progress();
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    transaction.execute("INSERT INTO meta VALUES ('dataset_hash', ?1)", [hash])?;
    for (name, step) in STEPS {
        bar.set_message(name);
        step(&transaction, data)?;
        bar.inc(1);
    }
    bar.set_message("rules");
    rules::check(&transaction)?;
    transaction.commit()?;
    // Samples of single values would make every query with another value be planned anew.
    connection.execute_batch("ANALYZE; DROP TABLE IF EXISTS sqlite_stat4;")?;
    bar.finish_and_clear();
    connection.close().map_err(|(_, error)| Error::Sqlite(error))
}

fn progress() -> ProgressBar {
    let bar = ProgressBar::new(STEPS.len() as u64 + 1);
    if let Ok(style) = ProgressStyle::with_template("Building the database {bar:30} {msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

/// Sixteen hex digits that change with any byte of `data/` or of the schema.
fn hash(data: &Path) -> Result<String, Error> {
    let mut files = Vec::new();
    list(data, &mut files)?;
    files.sort();
    let mut hasher = Sha256::new();
    hasher.update(env!("DATASET_BUILD"));
    for file in files {
        let bytes = fs::read(&file)
            .map_err(|error| Error::Unreadable { file: file.clone(), why: error.to_string() })?;
        hasher.update(file.strip_prefix(data).unwrap_or(&file).to_string_lossy().as_bytes());
        hasher.update(bytes.len().to_le_bytes());
        hasher.update(bytes);
    }
    let mut text = String::new();
    for byte in hasher.finalize().iter().take(8) {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let unreadable =
        |error: std::io::Error| Error::Unreadable { file: folder.into(), why: error.to_string() };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "csv" || extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
