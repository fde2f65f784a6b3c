//! The documents that the program writes tables into, between `<!-- name: begin -->` and `<!-- name: end -->`, and the
//! explanations that it reads.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::check::Explanation;

/// Why a table cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The document cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The document.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The list of explanations is not one.
    #[error("{}: {source}", path.display())]
    Explanations {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        source: csv::Error,
    },
    /// It does not say where the table stands.
    #[error("{} has no lines <!-- {name}: begin --> and <!-- {name}: end -->", path.display())]
    Unmarked {
        /// The document.
        path: PathBuf,
        /// The table.
        name: &'static str,
    },
}

/// Reads what is known of surprising figures.
pub fn explanations(path: &Path) -> Result<Vec<Explanation>, DocumentError> {
    let unreadable = |source| DocumentError::Explanations { path: path.to_path_buf(), source };
    csv::Reader::from_path(path)
        .map_err(unreadable)?
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(unreadable)
}

/// Writes a table into a document, where its marks stand.
pub fn write(path: &Path, name: &'static str, table: &str) -> Result<(), DocumentError> {
    let file = |source| DocumentError::File { path: path.to_path_buf(), source };
    let text = fs::read_to_string(path).map_err(file)?;
    let text =
        with(&text, name, table).ok_or_else(|| DocumentError::Unmarked { path: path.to_path_buf(), name })?;
    fs::write(path, text).map_err(file)
}

/// The text of a document with another table between the marks; none where it has no marks.
#[must_use]
pub fn with(text: &str, name: &str, table: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}: begin -->\n"), format!("<!-- {name}: end -->\n"));
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}{table}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_replaced_between_its_marks() {
        let text = "A\n<!-- t: begin -->\nold\n<!-- t: end -->\nB\n";
        let written = "A\n<!-- t: begin -->\n| new |\n<!-- t: end -->\nB\n";
        assert_eq!(with(text, "t", "| new |\n").as_deref(), Some(written));
        assert_eq!(with(written, "t", "| new |\n").as_deref(), Some(written));
        assert_eq!(with(text, "u", "| new |\n"), None);
    }
}
