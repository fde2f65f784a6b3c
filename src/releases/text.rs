//! Plain text tables: tab-separated without quoting, and comma-separated.

use std::io::Read as _;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::releases::error::{Error, Place};
use crate::releases::row::{Columns, Row, Value};

/// How the cells of a line are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// O*NET's: a quotation mark is a letter like any other.
    Tabs,
    /// Commas, with quotation marks around cells that need them.
    Commas,
    /// The same, and below the rows notes of one cell each.
    CommasAboveNotes,
    /// The same, and the last line may lack its end, so that a cut within it has to be noticed elsewhere.
    CommasWithoutEnd,
}

/// Reads every row of a text table, compressed where its name ends in `.gz`; its first line is the heading.
pub(crate) fn read_text(
    folder: &Path,
    file: &str,
    layout: Layout,
    wanted: &[&str],
    mut take: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let unreadable = |problem: String| Error::File { file: file.to_owned(), problem };
    let bytes = read_bytes(folder, file).map_err(|error| unreadable(error.to_string()))?;
    let text = std::str::from_utf8(&bytes).map_err(|error| unreadable(error.to_string()))?;
    if layout != Layout::CommasWithoutEnd && !text.ends_with('\n') {
        return Err(unreadable("it ends in the middle of a line".to_owned()));
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if layout == Layout::Tabs { b'\t' } else { b',' })
        .quoting(layout != Layout::Tabs)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut place = Place { file: file.to_owned(), sheet: None, row: 1 };
    let mut columns: Option<(Columns, usize)> = None;
    let mut noted = false;
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(error.to_string()))?;
        let Some((columns, width)) = &columns else {
            let headings: Vec<String> = record.iter().map(str::to_owned).collect();
            columns = Some((Columns::find(&place, &headings, wanted)?, headings.len()));
            continue;
        };
        place.row += 1;
        if layout == Layout::CommasAboveNotes && record.len() == 1 {
            noted = true;
            continue;
        }
        if noted {
            return Err(Error::Row { place, problem: "a row below the notes".to_owned() });
        }
        if record.len() != *width {
            let problem = format!("{} cells where the heading has {width}", record.len());
            return Err(Error::Row { place, problem });
        }
        let cells: Vec<Value> = record.iter().map(value).collect();
        take(&Row { columns, number: place.row, cells: &cells })?;
    }
    match columns {
        Some(_) => Ok(()),
        None => Err(unreadable("it is empty".to_owned())),
    }
}

/// Whether a file's name ends so, whatever the case.
pub(crate) fn has_ending(file: &str, ending: &str) -> bool {
    Path::new(file).extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn read_bytes(folder: &Path, file: &str) -> std::io::Result<Vec<u8>> {
    let bytes = std::fs::read(folder.join(file))?;
    if !has_ending(file, "gz") {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut plain)?;
    Ok(plain)
}

fn value(text: &str) -> Value {
    if text.trim().is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn rows(bytes: &[u8], name: &str) -> Result<Vec<String>, Error> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let mut rows = Vec::new();
        read_text(folder.path(), name, Layout::Commas, &["a"], |row| {
            rows.push(row.text("a")?);
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn a_packed_table_is_read_and_half_of_one_is_refused() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(b"a,b\n1,2\n\"x, y\",3\n").unwrap();
        let packed = encoder.finish().unwrap();
        assert_eq!(rows(&packed, "t.csv.gz").unwrap(), ["1", "x, y"]);
        let half = packed.get(..packed.len() / 2).unwrap();
        assert!(rows(half, "t.csv.gz").unwrap_err().to_string().contains("cannot be read"));
    }
}
