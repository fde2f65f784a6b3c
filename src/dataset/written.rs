//! What is written by us: texts, and the figures that a named source gives for a title itself.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rusqlite::{Transaction, params};
use serde::Deserialize;

use crate::dataset::Error;
use crate::dataset::table::Table;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    career: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    slug: String,
    summary: String,
    about: String,
    duties: Vec<String>,
    activities: Vec<String>,
}

/// Fills `texts` and `title_figures`.
pub fn load(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let kinds = Table::read(data, "activities")?;
    let kinds = kinds
        .rows()
        .map(|row| Ok((row.text("activity")?, row.text("words")?)))
        .collect::<Result<HashMap<_, _>, Error>>()?;
    let folder = data.join("texts");
    let unreadable =
        |error: std::io::Error| Error::Unreadable { file: folder.clone(), why: error.to_string() };
    let mut insert = transaction.prepare("INSERT INTO texts VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for entry in fs::read_dir(&folder).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let wrong = |why: String| Error::Unreadable { file: file.clone(), why };
        let text = fs::read_to_string(&file).map_err(|error| wrong(error.to_string()))?;
        let texts: Texts = toml::from_str(&text).map_err(|error| wrong(error.message().to_owned()))?;
        for Text { slug, summary, about, duties, activities } in texts.career {
            let words = activities.iter().map(|kind| {
                let known = kinds.get(kind.as_str()).copied();
                known.ok_or_else(|| wrong(format!("career “{slug}”: activities.csv has no “{kind}”")))
            });
            let words = words.collect::<Result<Vec<_>, _>>()?.join("\n");
            insert
                .execute(params![slug, summary, about, duties.join("\n"), words])
                .map_err(|error| wrong(format!("career “{slug}”: {error}")))?;
        }
    }
    let mut insert = transaction.prepare("INSERT INTO title_figures VALUES (?1, ?2, ?3)")?;
    for row in Table::read(data, "title_figures")?.rows() {
        insert
            .execute([row.text("slug")?, row.text("row")?, row.text("value")?])
            .map_err(|error| row.wrong("row", error.to_string()))?;
    }
    Ok(())
}
