//! `sources.toml`: the releases, and which one stands behind each column.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Transaction;
use serde::Deserialize;

use crate::dataset::Error;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    release: Vec<Release>,
    table: Vec<TableSources>,
}

#[derive(Deserialize)]
struct Release {
    id: String,
    publisher: String,
    title: String,
    period: String,
    licence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableSources {
    file: String,
    release: String,
    /// Releases that give further rows.
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

/// Fills `releases` and `column_sources`. The row `('table', '')` names the release behind a
/// table's other columns, `('table', 'further rows 1')` and so on those that add rows.
pub fn load(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let file = data.join("sources.toml");
    let unreadable = |why: String| Error::Unreadable { file: file.clone(), why };
    let text = fs::read_to_string(&file).map_err(|error| unreadable(error.to_string()))?;
    let sources: Sources = toml::from_str(&text).map_err(|error| unreadable(error.message().to_owned()))?;
    let mut insert = transaction.prepare("INSERT INTO releases VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for release in &sources.release {
        let Release { id, publisher, title, period, licence } = release;
        insert.execute([id, publisher, title, period, licence])?;
    }
    let mut insert = transaction.prepare("INSERT INTO column_sources VALUES (?1, ?2, ?3)")?;
    for table in &sources.table {
        let name = table.file.trim_end_matches(".csv");
        insert.execute([name, "", &table.release])?;
        for (number, release) in (1..).zip(&table.also) {
            insert.execute([name, &format!("further rows {number}"), release])?;
        }
        for (column, release) in &table.columns {
            insert.execute([name, column, release])?;
        }
    }
    Ok(())
}
