//! Workbooks (`.xlsx`), read cell by cell: a sheet of half a million rows is never in memory as a whole.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx, open_workbook};

use crate::releases::error::{Error, Place};
use crate::releases::row::{Columns, Row, Value};

/// The rows of a sheet that are its heading, counted from 1. Several rows make one heading of parts joined by
/// ` / `; a part that stands over several columns is repeated.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heading {
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Heading {
    pub(crate) const fn row(row: u32) -> Self {
        Self {
            first: row,
            last: row,
        }
    }
}

/// An open workbook.
pub(crate) struct Workbook {
    file: String,
    book: Xlsx<BufReader<File>>,
}

impl Workbook {
    pub(crate) fn open(folder: &Path, file: &str) -> Result<Self, Error> {
        let book = open_workbook(folder.join(file)).map_err(|error: calamine::XlsxError| Error::File {
            file: file.to_owned(),
            problem: error.to_string(),
        })?;
        Ok(Self {
            file: file.to_owned(),
            book,
        })
    }

    /// The name of the sheet that `fits` chooses; `expected` is what a refusal calls it.
    pub(crate) fn sheet(&self, expected: &str, fits: impl Fn(&str) -> bool) -> Result<String, Error> {
        let present = self.book.sheet_names();
        present
            .iter()
            .find(|name| fits(name))
            .cloned()
            .ok_or_else(|| Error::Sheet {
                file: self.file.clone(),
                sheet: expected.to_owned(),
                present,
            })
    }

    /// Reads every row under the heading of a sheet, empty ones left out. Case and outer spaces of the sheet's name
    /// do not count.
    pub(crate) fn read(
        &mut self,
        sheet: &str,
        heading: Heading,
        wanted: &[&str],
        mut take: impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let sheet = self.sheet(sheet, |name| name.trim().eq_ignore_ascii_case(sheet))?;
        let file = self.file.clone();
        let damaged = |error: calamine::XlsxError| Error::File {
            file: file.clone(),
            problem: format!("sheet “{sheet}”: {error}"),
        };
        let mut reader = self.book.worksheet_cells_reader(&sheet).map_err(damaged)?;
        let place = Place {
            file: file.clone(),
            sheet: Some(sheet.clone()),
            row: heading.last,
        };
        let mut sheet_rows = SheetRows::new(place, heading, wanted);
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            sheet_rows.begin(row + 1, &mut take)?;
            sheet_rows.put(column, value(cell.get_value()));
        }
        sheet_rows.begin(u32::MAX, &mut take)
    }
}

fn value(data: &DataRef<'_>) -> Value {
    let text = match data {
        DataRef::Empty => return Value::Empty,
        DataRef::Float(number) => return Value::Number(*number),
        #[expect(clippy::cast_precision_loss)]
        DataRef::Int(number) => return Value::Number(*number as f64),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment.to_string(),
        DataRef::Error(error) => error.to_string(),
    };
    if text.trim().is_empty() {
        Value::Empty
    } else {
        Value::Text(text)
    }
}

/// Collects cells into rows, and the heading's rows into columns.
struct SheetRows<'a> {
    place: Place,
    heading: Heading,
    wanted: &'a [&'a str],
    headings: Vec<String>,
    columns: Option<Columns>,
    number: u32,
    cells: Vec<Value>,
}

impl<'a> SheetRows<'a> {
    fn new(place: Place, heading: Heading, wanted: &'a [&'a str]) -> Self {
        Self {
            place,
            heading,
            wanted,
            headings: Vec::new(),
            columns: None,
            number: 0,
            cells: Vec::new(),
        }
    }

    fn put(&mut self, column: u32, value: Value) {
        let column = column as usize;
        if value == Value::Empty {
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Value::Empty);
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = value;
        }
    }

    /// Ends the row at hand when `number` is another one.
    fn begin(
        &mut self,
        number: u32,
        take: &mut impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if number == self.number {
            return Ok(());
        }
        if (self.heading.first..=self.heading.last).contains(&self.number) {
            self.extend_headings();
        }
        if number > self.heading.last && self.columns.is_none() {
            let width = self.headings.len().max(LETTERS);
            self.headings.resize(width, String::new());
            let named: Vec<String> = self.headings.iter().enumerate().map(name_column).collect();
            self.columns = Some(Columns::find(&self.place, &named, self.wanted)?);
        }
        if let Some(columns) = self
            .columns
            .as_ref()
            .filter(|_| self.number > self.heading.last && !self.cells.is_empty())
        {
            take(&Row {
                columns,
                number: self.number,
                cells: &self.cells,
            })?;
        }
        self.number = number;
        self.cells.clear();
        Ok(())
    }

    /// Joins a heading row to the ones above it.
    fn extend_headings(&mut self) {
        let spread = self.number < self.heading.last;
        let width = self.cells.len().max(self.headings.len());
        self.headings.resize(width, String::new());
        let mut over = String::new();
        for (column, heading) in self.headings.iter_mut().enumerate() {
            let part = self.cells.get(column).map(Value::text).unwrap_or_default();
            if spread && !part.is_empty() {
                over.clone_from(&part);
            }
            let part = if spread && part.is_empty() {
                over.clone()
            } else {
                part
            };
            if !heading.is_empty() && !part.is_empty() {
                heading.push_str(" / ");
            }
            heading.push_str(&part);
        }
    }
}

/// The columns that go by one letter.
const LETTERS: usize = 26;

/// A column without a heading goes by its letter: `column E`.
fn name_column((position, heading): (usize, &String)) -> String {
    match u8::try_from(position) {
        Ok(position) if heading.is_empty() && usize::from(position) < LETTERS => {
            format!("column {}", char::from(b'A' + position))
        }
        _ => heading.clone(),
    }
}
