//! Why a release is refused.

use std::fmt;
use std::path::PathBuf;

/// Where in a release something stands, as a spreadsheet program shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as `releases.toml` names it.
    pub file: String,
    /// The sheet, when the file is a workbook.
    pub sheet: Option<String>,
    /// The row, counted from 1.
    pub row: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(formatter, ", sheet “{sheet}”")?;
        }
        write!(formatter, ", row {}", self.row)
    }
}

/// Why `refresh` stopped. Nothing in `data/` has changed unless the message of [`Error::Publish`] says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder has no readable list of releases.
    #[error("the list of releases {} cannot be read: {source}", .path.display())]
    CatalogFile {
        /// The list.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The list of releases is not what it should be.
    #[error("{}: {problem}", .path.display())]
    Catalog {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// The list lacks releases that a table needs.
    #[error("releases.toml names no release for: {}", .0.join("; "))]
    Lacking(Vec<String>),
    /// A file cannot be opened or is damaged.
    #[error("{file} cannot be read: {problem}")]
    File {
        /// The file, as `releases.toml` names it.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A workbook has no such sheet.
    #[error("{file} has no sheet “{sheet}” (it has {})", .present.join(", "))]
    Sheet {
        /// The file, as `releases.toml` names it.
        file: String,
        /// The sheet looked for.
        sheet: String,
        /// The sheets it has.
        present: Vec<String>,
    },
    /// The heading row lacks a column.
    #[error("{place}: the heading has no column “{column}”")]
    Column {
        /// The heading row.
        place: Place,
        /// The column looked for.
        column: String,
    },
    /// A cell holds what it may not hold.
    #[error("{place}, column “{column}”: {problem}")]
    Cell {
        /// The row.
        place: Place,
        /// The column's heading.
        column: String,
        /// What is wrong with the cell.
        problem: String,
    },
    /// A row does not belong, or one is missing.
    #[error("{place}: {problem}")]
    Row {
        /// The row.
        place: Place,
        /// What is wrong with it.
        problem: String,
    },
    /// A release as a whole does not fit with the others.
    #[error("{file}: {problem}")]
    Whole {
        /// The file, as `releases.toml` names it.
        file: String,
        /// What is wrong with it.
        problem: String,
    },
    /// The new tables cannot be put in place.
    #[error("{} cannot be written: {source}", .path.display())]
    Publish {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Error {
    pub(crate) fn whole(file: &str, problem: impl Into<String>) -> Self {
        Self::Whole { file: file.to_owned(), problem: problem.into() }
    }
}
