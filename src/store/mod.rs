//! The only module with SQL that pages use.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// Marks a file as a Career Atlas database (SQLite's `application_id`): `CAtl`.
pub const APPLICATION_ID: i32 = 0x4341_746c;

/// One read-only connection to the immutable database; each worker thread has its own.
pub struct Store {
    connection: Connection,
}

/// Why a database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file, or it may not be read.
    #[error("{0}")]
    File(#[from] io::Error),
    /// The file is shorter or longer than it says it is.
    #[error("it is damaged: {expected} bytes long by its own header, {found} on disk")]
    Damaged {
        /// Bytes by the header.
        expected: u64,
        /// Bytes on disk.
        found: u64,
    },
    /// The file is no database of this program.
    #[error("it is no Career Atlas database")]
    Foreign,
    /// A query failed.
    #[error("the database cannot be read: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl Store {
    /// Opens the database file for reading.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let found = fs::metadata(path)?.len();
        let uri = format!("file:{}?mode=ro&immutable=1", path.display());
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(uri, flags)?;
        let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        if !matches!(pragma("application_id"), Ok(id) if id == i64::from(APPLICATION_ID)) {
            return Err(StoreError::Foreign);
        }
        let expected = u64::try_from(pragma("page_size")? * pragma("page_count")?).unwrap_or_default();
        if expected != found {
            return Err(StoreError::Damaged { expected, found });
        }
        Ok(Self { connection })
    }

    /// The hash of the dataset that the database was built from: part of every page's validator.
    pub fn dataset_hash(&self) -> Result<String, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT value FROM meta WHERE key = 'dataset_hash'")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}
