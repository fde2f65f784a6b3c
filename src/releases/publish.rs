//! Puts finished tables in place: all files are written beside `data/` first, and moved only when every one is there.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::releases::error::Error;
use crate::releases::table::{SPECS, Table};

/// A table's file is cut before it grows beyond this, in bytes.
const LARGEST_FILE: usize = 9_000_000;

/// One file of `data/`.
struct Output {
    name: String,
    bytes: Vec<u8>,
}

/// Writes the tables and `sources.toml`. Files that hold the same already are left alone, and so is every file that
/// `refresh` does not make; parts and tables that are no longer made are removed.
pub(crate) fn publish(data: &Path, tables: &[Table], sources: &str) -> Result<(), Error> {
    let mut outputs = Vec::new();
    for table in tables {
        outputs.extend(cut(table, LARGEST_FILE).map_err(|source| failed(data, source))?);
    }
    outputs.push(Output { name: "sources.toml".to_owned(), bytes: sources.as_bytes().to_vec() });
    let made: Vec<PathBuf> = outputs.iter().map(|output| data.join(&output.name)).collect();
    outputs.retain(|output| fs::read(data.join(&output.name)).ok().as_ref() != Some(&output.bytes));

    let staging = Staging::create(data)?;
    for output in &outputs {
        let path = staging.path.join(&output.name);
        fs::write(&path, &output.bytes).map_err(|source| failed(&path, source))?;
    }
    fs::create_dir_all(data).map_err(|source| failed(data, source))?;
    for output in &outputs {
        let path = data.join(&output.name);
        fs::rename(staging.path.join(&output.name), &path).map_err(|source| failed(&path, source))?;
    }
    let all = SPECS.iter().flat_map(|spec| parts_in(data, spec.name));
    for path in all.filter(|path| !made.contains(path)) {
        fs::remove_file(&path).map_err(|source| failed(&path, source))?;
    }
    Ok(())
}

fn failed(path: &Path, source: std::io::Error) -> Error {
    Error::Publish { path: path.to_owned(), source }
}

/// A fresh folder beside `data/`, removed when it goes out of use.
struct Staging {
    path: PathBuf,
}

impl Staging {
    fn create(data: &Path) -> Result<Self, Error> {
        let data = std::path::absolute(data).map_err(|source| failed(data, source))?;
        let mut name = OsString::from(".");
        name.push(data.file_name().unwrap_or_default());
        name.push(format!("-refresh-{}", std::process::id()));
        let path = data.with_file_name(name);
        fs::create_dir(&path).map_err(|source| failed(&path, source))?;
        Ok(Self { path })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What is left behind is hidden and harmless; there is nobody to tell.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// The files of a table in a folder: `name.csv`, or `name.1.csv`, `name.2.csv`, ... in their order.
pub(crate) fn parts_in(folder: &Path, name: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut parts: Vec<(u32, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| {
            let file = entry.file_name().into_string().ok()?;
            let middle = file.strip_prefix(name)?.strip_suffix(".csv")?;
            match middle.strip_prefix('.') {
                None => middle.is_empty().then_some(0),
                Some(number) => number.parse().ok(),
            }
            .map(|number| (number, entry.path()))
        })
        .collect();
    parts.sort();
    parts.into_iter().map(|(_, path)| path).collect()
}

/// A table as one file, or as several that each begin with the heading.
fn cut(table: &Table, largest: usize) -> std::io::Result<Vec<Output>> {
    let heading = line(table.spec.columns)?;
    let mut files: Vec<Vec<u8>> = Vec::new();
    for row in &table.rows {
        let line = line(row)?;
        match files.last_mut() {
            Some(file) if file.len() + line.len() <= largest => file.extend(line),
            _ => files.push([heading.clone(), line].concat()),
        }
    }
    let name = table.spec.name;
    if files.len() <= 1 {
        return Ok(vec![Output { name: format!("{name}.csv"), bytes: files.pop().unwrap_or(heading) }]);
    }
    let numbered = files.into_iter().enumerate();
    Ok(numbered.map(|(number, bytes)| Output { name: format!("{name}.{}.csv", number + 1), bytes }).collect())
}

fn line<T: AsRef<[u8]>>(cells: &[T]) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::releases::soc::GROUPS;
    use crate::releases::table::Origin;

    fn groups(rows: usize) -> Table {
        let row =
            |number: usize| vec![format!("11-{number:04}"), "broad".to_owned(), "A, “title”".to_owned()];
        Table { spec: &GROUPS, origin: Origin::of("soc-2018"), rows: (0..rows).map(row).collect() }
    }

    #[test]
    fn a_large_table_is_cut_into_parts_with_a_heading_each() {
        let whole = cut(&groups(100), usize::MAX).unwrap();
        let parts = cut(&groups(100), 1000).unwrap();
        assert_eq!(whole.len(), 1);
        assert!(parts.len() > 3);
        let mut joined = String::from("soc_code,level,title\n");
        for (number, part) in (1..).zip(&parts) {
            assert_eq!(part.name, format!("soc_groups.{number}.csv"));
            assert!(part.bytes.len() <= 1000);
            let text = std::str::from_utf8(&part.bytes).unwrap();
            joined.push_str(text.strip_prefix("soc_code,level,title\n").unwrap());
        }
        assert_eq!(joined.as_bytes(), whole.first().unwrap().bytes);
    }

    #[test]
    fn a_table_without_rows_is_its_heading() {
        let files = cut(&groups(0), 1000).unwrap();
        assert_eq!(files.first().unwrap().bytes, b"soc_code,level,title\n");
    }

    #[test]
    fn parts_are_found_in_their_order_and_other_files_are_not() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "titles.10.csv",
            "titles.2.csv",
            "titles.csv",
            "titles_added.csv",
            "titles.x.csv",
            "titles.csv.bak",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let found = parts_in(folder.path(), "titles");
        let names: Vec<&str> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
        assert_eq!(names, ["titles.csv", "titles.2.csv", "titles.10.csv"]);
        assert!(parts_in(&folder.path().join("nowhere"), "titles").is_empty());
    }

    #[test]
    fn parts_that_are_no_longer_made_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        for name in ["soc_groups.1.csv", "soc_groups.2.csv", "oews_metropolitan.csv", "titles_added.csv"] {
            fs::write(data.join(name), "old").unwrap();
        }
        publish(&data, &[groups(2)], "sources").unwrap();
        let mut left: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["soc_groups.csv", "sources.toml", "titles_added.csv"]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = publish(&file.join("data"), &[groups(2)], "sources").unwrap_err();
        assert!(error.to_string().contains("cannot be written"), "{error}");
    }
}
