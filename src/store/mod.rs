//! The only module with SQL that pages use.

pub mod search;

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// One read-only connection to the immutable database; each worker thread has its own.
pub struct Store {
    connection: Connection,
}

/// Why a database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A query failed.
    #[error("the database cannot be read: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl Store {
    /// Opens the database file for reading.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let uri = format!("file:{}?mode=ro&immutable=1", path.display());
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(uri, flags)?;
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
