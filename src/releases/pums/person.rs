//! Person records, one after the other: the file is never in memory as a whole.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use csv::ByteRecord;
use flate2::read::MultiGzDecoder;

use super::labels::Labels;
use crate::releases::error::{Error, Place};
use crate::releases::row::Columns;

/// A civilian who has a job, as the record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// The state's code.
    pub(super) state: u16,
    /// The place of its household in the file.
    pub(super) household: u32,
    pub(super) occupation: u16,
    /// People that the record stands for.
    pub(super) weight: u32,
    pub(super) age: u8,
    pub(super) is_woman: bool,
    /// See [`race`].
    pub(super) race: usize,
    /// Usual hours a week; none for those who have not worked in the last twelve months.
    pub(super) hours: Option<u8>,
    /// Whether the usual way to work last week was none; not asked of those who were not at work.
    pub(super) at_home: Option<bool>,
    /// First field of a bachelor's degree, of those who have one.
    pub(super) field: Option<u16>,
}

/// The columns in the order of their reading.
const COLUMNS: [&str; 12] =
    ["SERIALNO", "STATE", "PWGTP", "AGEP", "SEX", "RAC1P", "HISP", "FOD1P", "ESR", "OCCP", "WKHP", "JWTRNS"];

/// JWTRNS since 2019: worked from home.
pub(super) const WORKED_FROM_HOME: u32 = 11;

/// The group that a person is counted in once: Hispanic of any race, then the others by race: White, Black, Asian,
/// American Indian or Alaska Native, another race or several.
fn race(hispanic: u32, race: u32) -> usize {
    match (hispanic, race) {
        (2.., _) => 0,
        (_, 1) => 1,
        (_, 2) => 2,
        (_, 6) => 3,
        (_, 3..=5) => 4,
        _ => 5,
    }
}

/// Calls `take` for every civilian at work or with a job; others are left out, as in the other sources.
pub(super) fn read_persons(
    folder: &Path,
    file: &str,
    labels: &Labels,
    mut take: impl FnMut(&Person),
) -> Result<(), Error> {
    let unreadable = |problem: String| Error::File { file: file.to_owned(), problem };
    let source = open(&folder.join(file)).map_err(|error| unreadable(error.to_string()))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(source);
    let mut record = ByteRecord::new();
    let mut next = |record: &mut ByteRecord| {
        reader.read_byte_record(record).map_err(|error| unreadable(error.to_string()))
    };
    if !next(&mut record)? {
        return Err(unreadable("it is empty".to_owned()));
    }
    let headings: Vec<String> =
        record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let place = Place { file: file.to_owned(), sheet: None, row: 1 };
    let positions = Columns::find(&place, &headings, &COLUMNS)?.positions(COLUMNS);
    let mut line = Line { file, row: 1, positions, record };
    let mut household = Vec::new();
    let mut households = 0;
    while next(&mut line.record)? {
        line.row += 1;
        if line.record.len() != headings.len() {
            let problem = format!("{} cells where the heading has {}", line.record.len(), headings.len());
            return Err(Error::Row { place: line.place(), problem });
        }
        let serial = line.bytes(0);
        if serial != household {
            household = serial.to_vec();
            households += 1;
        }
        if let Some(person) = line.person(households, labels)? {
            take(&person);
        }
    }
    Ok(())
}

/// Compressed or plain, by the name. Of a plain file that was cut off the last line is not whole.
fn open(path: &Path) -> std::io::Result<Box<dyn Read>> {
    let mut file = File::open(path)?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz")) {
        return Ok(Box::new(MultiGzDecoder::new(BufReader::new(file))));
    }
    let mut last = [0];
    if file.seek(SeekFrom::End(-1)).is_ok() {
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            return Err(std::io::Error::other("it ends in the middle of a line"));
        }
    }
    file.rewind()?;
    Ok(Box::new(file))
}

/// The line at hand.
struct Line<'f> {
    file: &'f str,
    row: u32,
    positions: [usize; COLUMNS.len()],
    record: ByteRecord,
}

impl Line<'_> {
    fn place(&self) -> Place {
        Place { file: self.file.to_owned(), sheet: None, row: self.row }
    }

    fn bytes(&self, column: usize) -> &[u8] {
        let position = self.positions.get(column);
        position.and_then(|position| self.record.get(*position)).unwrap_or_default().trim_ascii()
    }

    fn refuse(&self, column: usize, expected: &str) -> Error {
        let text: String = String::from_utf8_lossy(self.bytes(column)).chars().take(60).collect();
        Error::Cell {
            place: self.place(),
            column: COLUMNS.get(column).copied().unwrap_or_default().to_owned(),
            problem: format!("“{text}” is not {expected}"),
        }
    }

    /// A whole number, with zeros in front or without; `None` for an empty cell: not applicable.
    fn number(&self, column: usize, least: u32, most: u32) -> Result<Option<u32>, Error> {
        let digits = self.bytes(column);
        if digits.is_empty() {
            return Ok(None);
        }
        let text = std::str::from_utf8(digits).ok().filter(|_| digits.iter().all(u8::is_ascii_digit));
        match text.and_then(|text| text.parse().ok()) {
            Some(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => Err(self.refuse(column, &format!("a whole number from {least} to {most}"))),
        }
    }

    fn required(&self, column: usize, least: u32, most: u32) -> Result<u32, Error> {
        self.number(column, least, most)?
            .ok_or_else(|| self.refuse(column, &format!("a whole number from {least} to {most}")))
    }

    fn person(&self, household: u32, labels: &Labels) -> Result<Option<Person>, Error> {
        // Employment: 1 and 2 are civilians, 4 and 5 the armed forces, 3 and 6 (and children) have no job.
        if !matches!(self.number(8, 1, 6)?, Some(1 | 2)) {
            return Ok(None);
        }
        let occupation = small(self.required(9, 1, 9999)?);
        if !labels.occupations.contains_key(&occupation) {
            return Err(self.refuse(9, "a civilian occupation of the list of Census codes and of labels.csv"));
        }
        let field = self.number(7, 1, 9999)?.map(small);
        if field.is_some_and(|field| !labels.fields.contains_key(&field)) {
            return Err(self.refuse(7, "a field of degree of labels.csv"));
        }
        Ok(Some(Person {
            state: small(self.required(1, 1, 99)?),
            household,
            occupation,
            weight: self.required(2, 1, 9999)?,
            age: tiny(self.required(3, 16, 99)?),
            is_woman: self.required(4, 1, 2)? == 2,
            race: race(self.required(6, 1, 24)?, self.required(5, 1, 9)?),
            hours: self.number(10, 1, 99)?.map(tiny),
            at_home: self.number(11, 1, 12)?.map(|way| way == WORKED_FROM_HOME),
            field,
        }))
    }
}

/// Bounded by its reading.
fn small(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn tiny(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_in_one_group() {
        for (hispanic, answer, group) in [
            (1, 1, 1),
            (2, 1, 0),
            (24, 6, 0),
            (1, 2, 2),
            (1, 6, 3),
            (1, 3, 4),
            (1, 4, 4),
            (1, 5, 4),
            (1, 7, 5),
            (1, 8, 5),
            (1, 9, 5),
        ] {
            assert_eq!(race(hispanic, answer), group, "HISP {hispanic}, RAC1P {answer}");
        }
    }
}
