//! Which release stands behind each column: loaded once, kept for the life of the program.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::Release;
use crate::store::rows::Reader;

/// The releases, and the one behind each column of each table.
#[derive(Debug, Clone, Default)]
pub struct Provenance {
    releases: Vec<Release>,
    by_table: HashMap<String, HashMap<String, usize>>,
}

impl Provenance {
    /// Every release that stands behind a table, by publisher and title.
    #[must_use]
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// The release behind a column, with its place in [`Provenance::releases`].
    #[must_use]
    pub fn of(&self, table: &str, column: &str) -> Option<(usize, &Release)> {
        let columns = self.by_table.get(table)?;
        let place = *columns.get(column).or_else(|| columns.get(""))?;
        Some((place, self.releases.get(place)?))
    }

    /// The tables and columns that a release stands behind; an empty column means the rest of the table.
    #[must_use]
    pub fn columns(&self, release: usize) -> Vec<(&str, &str)> {
        let mut columns: Vec<(&str, &str)> = Vec::new();
        for (table, of_table) in &self.by_table {
            let fed = of_table.iter().filter(|(_, place)| **place == release);
            columns.extend(fed.map(|(column, _)| (table.as_str(), column.as_str())));
        }
        columns.sort_unstable();
        columns
    }
}

const RELEASES: &str = "
    SELECT id, publisher, title, period, licence FROM releases
     WHERE id IN (SELECT release_id FROM column_sources) ORDER BY publisher, title, period DESC";
const COLUMNS: &str = "SELECT table_name, column_name, release_id FROM column_sources";

pub fn load(connection: &Connection) -> rusqlite::Result<Provenance> {
    let mut statement = connection.prepare_cached(RELEASES)?;
    let releases: Vec<Release> = statement
        .query_map([], |row| {
            let mut row = Reader::new(row);
            Ok(Release {
                id: row.get()?,
                publisher: row.get()?,
                title: row.get()?,
                period: row.get()?,
                licence: row.get()?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut by_table: HashMap<String, HashMap<String, usize>> = HashMap::new();
    let mut statement = connection.prepare_cached(COLUMNS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let release: String = row.get(2)?;
        if let Some(place) = releases.iter().position(|known| known.id == release) {
            by_table.entry(row.get(0)?).or_default().insert(row.get(1)?, place);
        }
    }
    Ok(Provenance { releases, by_table })
}
