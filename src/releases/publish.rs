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
    outputs.push(Output {
        name: "sources.toml".to_owned(),
        bytes: sources.as_bytes().to_vec(),
    });
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
    Error::Publish {
        path: path.to_owned(),
        source,
    }
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
        return Ok(vec![Output {
            name: format!("{name}.csv"),
            bytes: files.pop().unwrap_or(heading),
        }]);
    }
    let numbered = files.into_iter().enumerate();
    Ok(numbered
        .map(|(number, bytes)| Output {
            name: format!("{name}.{}.csv", number + 1),
            bytes,
        })
        .collect())
}

fn line<T: AsRef<[u8]>>(cells: &[T]) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(cells)?;
    writer.into_inner().map_err(|error| error.into_error())
}
