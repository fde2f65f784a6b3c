//! Names and where they lead.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{Name, NameKey, NameKind, Slug};
use crate::store::rows::Reader;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// This name.
    Found(Box<Name>),
    /// Nothing, but the name at this slug differs only by number or spelling, or is what the abbreviation means.
    Moved(String),
    /// Nothing.
    Unknown,
}

const BY_SLUG: &str = "
    SELECT n.id, n.slug, n.name, n.kind, n.added, o.id, o.soc_code, o.slug, o.title, o.combined
      FROM names n JOIN occupations o ON o.id = n.occupation_id WHERE n.slug = ?1";
const BY_KEY: &str = "SELECT slug FROM names WHERE key = ?1";
// An abbreviation of names that lead to different occupations stands for none of them. Shared names do not count:
// "CNA" is short for three titles of nursing assistants and for one name that home aides share.
const BY_ALIAS: &str = "
    SELECT n.slug FROM aliases a JOIN names n ON n.id = a.name_id
     WHERE a.key = ?1 AND n.kind <> 'shared'
       AND (SELECT count(DISTINCT other.occupation_id)
              FROM aliases b JOIN names other ON other.id = b.name_id
             WHERE b.key = ?1 AND other.kind <> 'shared') = 1
     ORDER BY length(n.slug), n.slug LIMIT 1";

pub fn lookup(connection: &Connection, slug: &Slug) -> rusqlite::Result<Lookup> {
    let found = connection.prepare_cached(BY_SLUG)?.query_row([slug.as_str()], name).optional()?;
    if let Some(name) = found {
        return Ok(Lookup::Found(Box::new(name)));
    }
    let key = NameKey::of(slug);
    for query in [BY_KEY, BY_ALIAS] {
        let other =
            connection.prepare_cached(query)?.query_row([key.as_str()], |row| row.get(0)).optional()?;
        if let Some(other) = other {
            return Ok(Lookup::Moved(other));
        }
    }
    Ok(Lookup::Unknown)
}

fn name(row: &rusqlite::Row) -> rusqlite::Result<Name> {
    let mut row = Reader::new(row);
    Ok(Name {
        id: row.get()?,
        slug: row.get()?,
        name: row.get()?,
        kind: NameKind::from_token(&row.get::<String>()?).unwrap_or(NameKind::Shared),
        added: row.get::<String>()? == "true",
        occupation: row.occupation()?,
    })
}

const TITLES: &str = "
    SELECT name, slug FROM names WHERE occupation_id = ?1 AND kind = 'title' ORDER BY name LIMIT ?2";
const TITLES_COUNT: &str = "SELECT count(*) FROM names WHERE occupation_id = ?1 AND kind = 'title'";

pub fn titles(
    connection: &Connection,
    occupation_id: i64,
    limit: usize,
) -> rusqlite::Result<(Vec<(String, String)>, usize)> {
    let mut statement = connection.prepare_cached(TITLES)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let titles = statement.query_map([occupation_id, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let count: i64 = connection.prepare_cached(TITLES_COUNT)?.query_row([occupation_id], |row| row.get(0))?;
    Ok((titles.collect::<Result<_, _>>()?, usize::try_from(count).unwrap_or(0)))
}

const FEATURED: &str = "SELECT slugs FROM featured ORDER BY position";

pub fn featured(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached(FEATURED)?.query_map([], |row| row.get(0))?.collect()
}

// All of the 832 occupations and the few titles of ours: read once a sitemap.
const CAREER_SLUGS: &str = "
    SELECT slug FROM occupations
     UNION SELECT slug FROM title_figures UNION SELECT slug FROM texts ORDER BY slug";

pub fn career_slugs(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached(CAREER_SLUGS)?.query_map([], |row| row.get(0))?.collect()
}

const OWN_TITLES: &str = "
    SELECT slug FROM title_figures
     UNION SELECT slug FROM texts WHERE slug NOT IN (SELECT slug FROM occupations)";

pub fn own_titles(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    connection.prepare_cached(OWN_TITLES)?.query_map([], |row| row.get(0))?.collect()
}
