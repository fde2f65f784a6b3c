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
        Self { first: row, last: row }
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
        Ok(Self { file: file.to_owned(), book })
    }

    /// The name of the sheet that `fits` chooses; `expected` is what a refusal calls it.
    pub(crate) fn sheet(&self, expected: &str, fits: impl Fn(&str) -> bool) -> Result<String, Error> {
        let present = self.book.sheet_names();
        present.iter().find(|name| fits(name)).cloned().ok_or_else(|| Error::Sheet {
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
        let place = Place { file: file.clone(), sheet: Some(sheet.clone()), row: heading.last };
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
    if text.trim().is_empty() { Value::Empty } else { Value::Text(text) }
}

/// Collects cells into rows, and the heading's rows into columns.
struct SheetRows<'a> {
    place: Place,
    heading: Heading,
    wanted: &'a [&'a str],
    heading_rows: Vec<Vec<String>>,
    columns: Option<Columns>,
    number: u32,
    cells: Vec<Value>,
}

impl<'a> SheetRows<'a> {
    fn new(place: Place, heading: Heading, wanted: &'a [&'a str]) -> Self {
        Self { place, heading, wanted, heading_rows: Vec::new(), columns: None, number: 0, cells: Vec::new() }
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
            self.heading_rows.push(self.cells.iter().map(Value::text).collect());
        }
        if number > self.heading.last && self.columns.is_none() {
            self.columns = Some(Columns::find(&self.place, &join_headings(&self.heading_rows), self.wanted)?);
        }
        if let Some(columns) =
            self.columns.as_ref().filter(|_| self.number > self.heading.last && !self.cells.is_empty())
        {
            take(&Row { columns, number: self.number, cells: &self.cells })?;
        }
        self.number = number;
        self.cells.clear();
        Ok(())
    }
}

/// The columns that go by one letter.
const LETTERS: usize = 26;

/// One heading for each column. In all rows but the last, a part also stands over the empty cells to its right. A
/// column without a heading goes by its letter: `column E`.
fn join_headings(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().max(LETTERS);
    let mut headings = vec![String::new(); width];
    for (number, row) in rows.iter().enumerate() {
        let spread = number + 1 < rows.len();
        let mut over = "";
        for (column, heading) in headings.iter_mut().enumerate() {
            let own = row.get(column).map_or("", String::as_str);
            if spread && !own.is_empty() {
                over = own;
            }
            let part = if own.is_empty() { over } else { own };
            if !heading.is_empty() && !part.is_empty() {
                heading.push_str(" / ");
            }
            heading.push_str(part);
        }
    }
    for (letter, heading) in (b'A'..=b'Z').zip(&mut headings) {
        if heading.is_empty() {
            *heading = format!("column {}", char::from(letter));
        }
    }
    headings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_heading_are_joined_and_stand_over_what_is_right_of_them() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [
            row(&["Occupation", "2025"]),
            row(&["", "Total", "", "Men"]),
            row(&["", "Number", "Median", "Number", "Median"]),
        ];
        let headings = join_headings(&rows);
        assert_eq!(
            headings.get(..6).unwrap(),
            [
                "Occupation",
                "2025 / Total / Number",
                "2025 / Total / Median",
                "2025 / Men / Number",
                "2025 / Men / Median",
                "2025 / Men"
            ]
        );
        let single = join_headings(&[row(&["A"])]);
        assert_eq!(single.get(..2).unwrap(), ["A", "column B"]);
    }
}
