//! Reading the files of `data/`: every refusal names file, row and column.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::dataset::Error;
use crate::domain::{Cell, SocCode};

/// One table of `data/`, its parts (`name.1.csv`, ...) put together.
pub struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<(PathBuf, u64, csv::StringRecord)>,
    file: PathBuf,
}

/// One row, with what is needed to say where it stands.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    file: &'t Path,
    line: u64,
    record: &'t csv::StringRecord,
}

impl Table {
    /// Whether `data` has the table, whole or cut into parts.
    pub fn exists(data: &Path, name: &str) -> bool {
        data.join(format!("{name}.csv")).exists() || data.join(format!("{name}.1.csv")).exists()
    }

    /// Reads `name.csv`, or `name.1.csv`, `name.2.csv` and so on where the table is cut.
    pub fn read(data: &Path, name: &str) -> Result<Self, Error> {
        let whole = data.join(format!("{name}.csv"));
        let mut table = Self { columns: HashMap::new(), rows: Vec::new(), file: whole.clone() };
        if whole.exists() {
            table.append(&whole)?;
            return Ok(table);
        }
        let parts: Vec<PathBuf> = (1..1_000)
            .map(|part| data.join(format!("{name}.{part}.csv")))
            .take_while(|path| path.exists())
            .collect();
        if parts.is_empty() {
            return Err(Error::Unreadable { file: whole, why: "there is no such file".to_owned() });
        }
        for part in parts {
            table.append(&part)?;
        }
        Ok(table)
    }

    fn append(&mut self, file: &Path) -> Result<(), Error> {
        let unreadable = |why: String| Error::Unreadable { file: file.to_path_buf(), why };
        let bytes = fs::read(file).map_err(|error| unreadable(error.to_string()))?;
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header = reader.headers().map_err(|error| unreadable(error.to_string()))?;
        self.columns = header.iter().enumerate().map(|(place, name)| (name.to_owned(), place)).collect();
        for record in reader.into_records() {
            let record = record.map_err(|error| unreadable(error.to_string()))?;
            let line = record.position().map_or(0, csv::Position::line);
            self.rows.push((file.to_path_buf(), line, record));
        }
        Ok(())
    }

    /// The rows in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(file, line, record)| Row { table: self, file, line: *line, record })
    }

    /// Refuses a table that lacks a column.
    pub fn require(&self, column: &str) -> Result<(), Error> {
        if self.columns.contains_key(column) {
            return Ok(());
        }
        Err(Error::Unreadable { file: self.file.clone(), why: format!("it has no column “{column}”") })
    }
}

impl<'t> Row<'t> {
    /// The cell's text; an absent column is refused.
    pub fn text(self, column: &str) -> Result<&'t str, Error> {
        let place = self.table.columns.get(column);
        place
            .and_then(|place| self.record.get(*place))
            .ok_or_else(|| self.wrong(column, "there is no such column".to_owned()))
    }

    /// The cell as a figure.
    pub fn cell(self, column: &str) -> Result<Cell, Error> {
        Cell::parse(self.text(column)?).map_err(|error| self.wrong(column, error.to_string()))
    }

    /// The cell as a SOC code.
    pub fn soc(self, column: &str) -> Result<SocCode, Error> {
        SocCode::parse(self.text(column)?).map_err(|error| self.wrong(column, error.to_string()))
    }

    /// The cell as a whole number.
    pub fn integer(self, column: &str) -> Result<i64, Error> {
        let text = self.text(column)?;
        text.parse().map_err(|_| self.wrong(column, format!("“{text}” is not a whole number")))
    }

    /// A refusal of this cell.
    pub fn wrong(self, column: &str, why: String) -> Error {
        Error::Cell { file: self.file.to_path_buf(), line: self.line, column: column.to_owned(), why }
    }
}
