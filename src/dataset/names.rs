//! Everything a visitor can look up: occupations, titles of one occupation, names shared by several.
//!
//! Names that differ only by number, case or punctuation are one name ([`NameKey`]). An occupation's own title wins
//! over a job title; a one-word rank ("director") is no career and gets no page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::table::{Row, Table};
use crate::domain::{NameKey, Slug, split_brackets};

/// A job title's spellings, and the occupations it belongs to.
#[derive(Default)]
struct Title {
    /// Spelling, and how often and how well it is attested.
    spellings: BTreeMap<String, u32>,
    occupations: BTreeSet<i64>,
    /// In no release, but in `titles_added.csv`.
    added: bool,
    aliases: BTreeSet<String>,
}

/// An occupation as names need it.
struct Occupation {
    id: i64,
    jobs: i64,
}

/// Fills `names`, `name_occupations` and `aliases`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let by_soc_code = occupations(transaction)?;
    let jobs_of: BTreeMap<i64, i64> =
        by_soc_code.values().map(|occupation| (occupation.id, occupation.jobs)).collect();
    let taken = insert_occupations(transaction)?;
    let ranks = ranks(data)?;
    let mut titles: BTreeMap<NameKey, Title> = BTreeMap::new();
    let mut occupation_aliases: BTreeSet<(String, NameKey, i64)> = BTreeSet::new();
    for (name, weight) in [("titles", 1), ("titles_added", 100)] {
        for row in Table::read(data, name)?.rows() {
            let (title, inside) = split_brackets(row.text("title")?);
            let slug = Slug::from_name(title).map_err(|error| row.wrong("title", error.to_string()))?;
            let key = NameKey::of(&slug);
            let soc_code = row.text("soc_code")?;
            let Some(occupation) = by_soc_code.get(soc_code) else {
                return Err(row.wrong("soc_code", format!("{soc_code} is none of the occupations")));
            };
            if ranks.contains(&key) {
                continue;
            }
            let others = inside.into_iter().chain(short_title(row)).map(str::to_owned);
            if let Some(name_id) = taken.get(&key) {
                occupation_aliases
                    .extend(others.filter_map(|text| Some((text.clone(), key_of(&text)?, *name_id))));
                continue;
            }
            let entry = titles.entry(key).or_default();
            // The classification's own spelling is preferred to O*NET's.
            let attested =
                if row.text("origins").is_ok_and(|origins| origins.contains("soc")) { 10 } else { weight };
            *entry.spellings.entry(title.to_owned()).or_default() += attested;
            entry.occupations.insert(occupation.id);
            entry.added |= name == "titles_added";
            entry.aliases.extend(others);
        }
    }
    insert_titles(transaction, titles, &jobs_of, &taken, &mut occupation_aliases)?;
    let mut insert =
        transaction.prepare("INSERT OR IGNORE INTO aliases (alias, key, name_id) VALUES (?1, ?2, ?3)")?;
    for (alias, key, name_id) in occupation_aliases {
        insert.execute(params![alias, key.as_str(), name_id])?;
    }
    Ok(())
}

/// The key of a name; a single letter is none.
fn key_of(text: &str) -> Option<NameKey> {
    Slug::from_name(text).ok().filter(|slug| slug.as_str().len() > 1).map(|slug| NameKey::of(&slug))
}

fn short_title(row: Row<'_>) -> Option<&str> {
    row.text("short_title").ok().filter(|text| !text.is_empty())
}

fn occupations(transaction: &Transaction) -> Result<BTreeMap<String, Occupation>, Error> {
    let mut statement = transaction.prepare("SELECT soc_code, id, employment FROM occupations")?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, Occupation { id: row.get(1)?, jobs: row.get(2)? })))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn ranks(data: &Path) -> Result<BTreeSet<NameKey>, Error> {
    let table = Table::read(data, "ranks")?;
    let keys = table.rows().map(|row| {
        let name = row.text("name")?;
        key_of(name).ok_or_else(|| row.wrong("name", format!("“{name}” gives no page name")))
    });
    keys.collect()
}

/// The names of the occupations, by their key.
fn insert_occupations(transaction: &Transaction) -> Result<BTreeMap<NameKey, i64>, Error> {
    let mut statement =
        transaction.prepare("SELECT id, slug, title, employment FROM occupations ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut taken = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (id, slug, title, jobs): (i64, String, String, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let Some(key) = key_of(&title) else { continue };
        transaction
            .prepare_cached(
                "INSERT INTO names (slug, key, name, kind, occupation_id, jobs)
                 VALUES (?1, ?2, ?3, 'occupation', ?4, ?5)",
            )?
            .execute(params![slug, key.as_str(), title, id, jobs])?;
        taken.insert(key, transaction.last_insert_rowid());
    }
    Ok(taken)
}

fn insert_titles(
    transaction: &Transaction,
    titles: BTreeMap<NameKey, Title>,
    jobs_of: &BTreeMap<i64, i64>,
    taken: &BTreeMap<NameKey, i64>,
    aliases: &mut BTreeSet<(String, NameKey, i64)>,
) -> Result<(), Error> {
    let known: BTreeSet<NameKey> = titles.keys().chain(taken.keys()).cloned().collect();
    for (key, title) in titles {
        let name = preferred(&title.spellings);
        let Ok(slug) = Slug::from_name(name) else { continue };
        let jobs = |id: &i64| jobs_of.get(id).copied().unwrap_or(0);
        let Some(most) = title.occupations.iter().copied().max_by_key(|id| (jobs(id), -id)) else {
            continue;
        };
        let kind = if title.occupations.len() == 1 { "title" } else { "shared" };
        transaction
            .prepare_cached(
                "INSERT INTO names (slug, key, name, kind, occupation_id, jobs, added)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                slug.as_str(),
                key.as_str(),
                name,
                kind,
                most,
                jobs(&most),
                if title.added { "true" } else { "false" }
            ])?;
        let name_id = transaction.last_insert_rowid();
        if title.occupations.len() > 1 {
            let mut insert = transaction.prepare_cached("INSERT INTO name_occupations VALUES (?1, ?2)")?;
            for occupation in &title.occupations {
                insert.execute([name_id, *occupation])?;
            }
        }
        for alias in title.aliases {
            // A text that is a name of its own leads there.
            if let Some(key) = key_of(&alias).filter(|key| !known.contains(key)) {
                aliases.insert((alias, key, name_id));
            }
        }
    }
    Ok(())
}

/// The best attested spelling; of equals the shortest, then the first by alphabet.
fn preferred(spellings: &BTreeMap<String, u32>) -> &str {
    spellings
        .iter()
        .max_by_key(|(name, attested)| (**attested, std::cmp::Reverse((name.len(), name.as_str()))))
        .map_or("", |(name, _)| name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_attested_spelling_is_shown() {
        let spellings = [("Cooks", 2), ("Cook", 2), ("COOK", 1)];
        let spellings = spellings.map(|(name, attested)| (name.to_owned(), attested)).into();
        assert_eq!(preferred(&spellings), "Cook");
    }
}
