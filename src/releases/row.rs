//! Rows of a release: a heading, and cells that are asked for by it.

use std::collections::HashMap;

use crate::domain::{Cell, Reason, SocCode};
use crate::releases::error::{Error, Place};

/// The longest piece of a cell that a message repeats, in characters.
const SHOWN: usize = 60;

/// What a cell holds, whatever kind of file it comes from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Empty,
    Text(String),
    Number(f64),
}

impl Value {
    /// The text of the cell, with single spaces; a number as a spreadsheet shows it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A text that stands where a number belongs, and what it means there. The empty text is a marker too: where it is
/// not listed, an empty cell is refused.
pub(crate) type Marker = (&'static str, Cell);

/// The marker that allows an empty cell.
pub(crate) const EMPTY: Marker = ("", Cell::Missing(Reason::Absent));

/// A heading: where the columns are that a reader asked for.
#[derive(Debug)]
pub(crate) struct Columns {
    file: String,
    sheet: Option<String>,
    index: HashMap<String, usize>,
}

impl Columns {
    /// Finds the wanted columns; case and punctuation of a heading do not count. A missing one is refused.
    pub(crate) fn find(place: &Place, headings: &[String], wanted: &[&str]) -> Result<Self, Error> {
        let keys: Vec<String> = headings.iter().map(|heading| letters(heading)).collect();
        let mut index = HashMap::new();
        for column in wanted {
            let key = letters(column);
            match keys.iter().position(|heading| *heading == key) {
                Some(position) => index.insert((*column).to_owned(), position),
                None => {
                    return Err(Error::Column { place: place.clone(), column: (*column).to_owned() });
                }
            };
        }
        Ok(Self { file: place.file.clone(), sheet: place.sheet.clone(), index })
    }

    /// Where the wanted columns are, for a file too long to look each cell up by its name.
    pub(crate) fn positions<const N: usize>(&self, wanted: [&str; N]) -> [usize; N] {
        wanted.map(|column| self.index.get(column).copied().unwrap_or(usize::MAX))
    }
}

/// A name without case and punctuation: what two spellings of one heading or title share.
pub(crate) fn letters(name: &str) -> String {
    let words: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

/// One row under a heading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) columns: &'a Columns,
    /// As a spreadsheet shows it.
    pub(crate) number: u32,
    pub(crate) cells: &'a [Value],
}

impl Row<'_> {
    pub(crate) fn place(&self) -> Place {
        Place { file: self.columns.file.clone(), sheet: self.columns.sheet.clone(), row: self.number }
    }

    /// An error about the whole row.
    pub(crate) fn refuse_row(&self, problem: impl Into<String>) -> Error {
        Error::Row { place: self.place(), problem: problem.into() }
    }

    /// An error about one cell.
    pub(crate) fn refuse(&self, column: &str, problem: impl Into<String>) -> Error {
        Error::Cell { place: self.place(), column: column.to_owned(), problem: problem.into() }
    }

    /// An error about a cell with a text that nobody knows there.
    pub(crate) fn refuse_text(&self, column: &str, text: &str, expected: &str) -> Error {
        let shown: String = text.chars().take(SHOWN).collect();
        self.refuse(column, format!("“{shown}” is not {expected}"))
    }

    fn value(&self, column: &str) -> Result<&Value, Error> {
        let position = self
            .columns
            .index
            .get(column)
            .ok_or_else(|| Error::Column { place: self.place(), column: column.to_owned() })?;
        Ok(self.cells.get(*position).unwrap_or(&Value::Empty))
    }

    /// The cell's text, which may be empty.
    pub(crate) fn text_or_empty(&self, column: &str) -> Result<String, Error> {
        Ok(self.value(column)?.text())
    }

    /// The cell's text, which may not be empty.
    pub(crate) fn text(&self, column: &str) -> Result<String, Error> {
        let text = self.text_or_empty(column)?;
        if text.is_empty() {
            return Err(self.refuse(column, "the cell is empty"));
        }
        Ok(text)
    }

    /// A SOC code.
    pub(crate) fn soc_code(&self, column: &str) -> Result<SocCode, Error> {
        SocCode::parse(&self.text(column)?).map_err(|error| self.refuse(column, error.to_string()))
    }

    /// A number, or a marker of the publisher.
    pub(crate) fn cell(&self, column: &str, markers: &[Marker]) -> Result<Cell, Error> {
        let value = self.value(column)?;
        read_cell(value, markers).ok_or_else(|| match value {
            Value::Empty => self.refuse(column, "the cell is empty where a number belongs"),
            _ => self.refuse_text(column, &value.text(), "a number or a known marker"),
        })
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn whole(&self, column: &str, least: u32, most: u32) -> Result<u32, Error> {
        let text = self.text(column)?;
        text.parse()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.refuse_text(column, &text, &format!("a whole number from {least} to {most}")))
    }
}

fn read_cell(value: &Value, markers: &[Marker]) -> Option<Cell> {
    let text = match value {
        Value::Number(number) => return Some(Cell::Number(as_shown(*number))).filter(|_| number.is_finite()),
        Value::Text(text) => text.trim(),
        Value::Empty => "",
    };
    markers
        .iter()
        .find(|(marker, _)| *marker == text)
        .map(|(_, cell)| *cell)
        .or_else(|| parse_number(text).map(Cell::Number))
        .or_else(|| parse_bound(text).map(Cell::AtLeast))
}

/// Reads `97550`, `163,493`, `-0.5`; nothing else.
pub(crate) fn parse_number(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    let grouped = rest.peek().is_none() || first.len() <= 3;
    let valid = digits(first)
        && grouped
        && rest.all(|group| group.len() == 3 && digits(group))
        && digits(fraction)
        && text.len() <= 24;
    if valid { text.replace(',', "").parse().ok() } else { None }
}

/// Reads `>=$239,200`.
fn parse_bound(text: &str) -> Option<f64> {
    let rest = text.strip_prefix(">=")?;
    parse_number(rest.strip_prefix('$').unwrap_or(rest)).filter(|number| *number >= 0.0)
}

/// A workbook keeps 80.01 as 80.01000000000001 where a program has reckoned with it; a spreadsheet shows 15
/// significant digits, which is the number as published.
fn as_shown(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STAR: &[Marker] = &[("*", Cell::Missing(Reason::WageNotReleased))];

    #[test]
    fn numbers_are_read_as_published() {
        for (text, number) in [
            ("97550", 97550.0),
            ("163,493", 163_493.0),
            ("1,234,567.5", 1_234_567.5),
            ("-0.5", -0.5),
            ("0", 0.0),
        ] {
            assert_eq!(parse_number(text), Some(number), "{text}");
        }
        for text in ["", "-", "1,23", "1234,567", "1e5", "1.", ".5", "$5", "5%", "NaN", "+5", "--5", "1,,000"]
        {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_reckoned_number_is_the_published_one() {
        for (raw, published) in [
            ("80.01000000000001", "80.01"),
            ("0.06900000000000001", "0.069"),
            ("64.98999999999999", "64.99"),
            ("32.659999999999997", "32.66"),
        ] {
            let cell = read_cell(&Value::Number(raw.parse().unwrap()), &[]);
            assert_eq!(cell.map(|cell| cell.to_string()).as_deref(), Some(published));
        }
    }

    #[test]
    fn only_known_markers_are_read() {
        let read = |text: &str| read_cell(&Value::Text(text.to_owned()), STAR);
        assert_eq!(read("*"), Some(Cell::Missing(Reason::WageNotReleased)));
        assert_eq!(read(">=$239,200"), Some(Cell::AtLeast(239_200.0)));
        for text in ["**", "#", "n/a", "", "—", "abc"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read_cell(&Value::Empty, &[EMPTY]), Some(Cell::Missing(Reason::Absent)));
        assert_eq!(read_cell(&Value::Empty, STAR), None);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = read_cell(&Value::Text(text), STAR);
        }

        #[test]
        fn a_number_keeps_its_value(hundredths in -1_000_000_000_i64..1_000_000_000) {
            #[expect(clippy::cast_precision_loss)]
            let number = hundredths as f64 / 100.0;
            prop_assert_eq!(read_cell(&Value::Number(number), &[]), Some(Cell::Number(number)));
            prop_assert_eq!(read_cell(&Value::Text(number.to_string()), &[]), Some(Cell::Number(number)));
        }

        #[test]
        fn any_number_is_answered(number in proptest::num::f64::ANY) {
            if let Some(cell) = read_cell(&Value::Number(number), &[]) {
                prop_assert!(cell.number().is_some_and(f64::is_finite));
            }
        }
    }
}
