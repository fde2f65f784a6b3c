//! What finding careers needs of all occupations, read once at start.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::fit::{Activity, Element, Finder, Rated};
use crate::domain::{Catalog, INTERESTS};
use crate::store::rows::Reader;

// Once, at start: 68 rows.
const ELEMENTS: &str = "
    SELECT e.element_id, e.name, w.words FROM onet_elements e JOIN element_words w USING (element_id)
     WHERE e.domain IN ('skill', 'knowledge') ORDER BY e.element_id";
// Once, at start: 48 rows.
const ACTIVITIES: &str = "SELECT id, interest, activity FROM interest_activities ORDER BY place";
// Once, at start: 785 rows.
const INTEREST_SCORES: &str = "
    SELECT soc_code, realistic, investigative, artistic, social, enterprising, conventional FROM interests";
// Once, at start: some 52,000 rows. What an occupation has of another, the nearest, says nothing of itself.
const IMPORTANCE: &str = "
    SELECT r.soc_code, r.element_id, r.importance
      FROM ratings r JOIN onet_bases b ON b.soc_code = r.soc_code AND b.subject = 'ratings' AND b.basis <> 'nearest'
     WHERE r.domain IN ('skill', 'knowledge')";

/// Interests, skills and knowledge of every occupation of the catalog.
pub fn finder(connection: &Connection, catalog: &Catalog) -> rusqlite::Result<Finder> {
    let elements = connection
        .prepare(ELEMENTS)?
        .query_map([], |row| Ok(Element { id: row.get(0)?, name: row.get(1)?, words: row.get(2)? }))?
        .collect::<Result<Vec<_>, _>>()?;
    let place_of: HashMap<&str, usize> = catalog
        .listings()
        .iter()
        .enumerate()
        .map(|(place, listing)| (listing.soc_code.as_str(), place))
        .collect();
    let mut occupations = vec![Rated::default(); place_of.len()];
    scores(connection, &place_of, &mut occupations)?;
    importance(connection, &place_of, &elements, &mut occupations)?;
    Ok(Finder::new(elements, activities(connection)?, &occupations))
}

fn activities(connection: &Connection) -> rusqlite::Result<Vec<Activity>> {
    let read = |row: &rusqlite::Row| {
        let name: String = row.get(1)?;
        let interest = INTERESTS.iter().position(|known| *known == name);
        Ok(interest.zip(row.get(0).ok()).zip(row.get(2).ok()))
    };
    let mut statement = connection.prepare(ACTIVITIES)?;
    let rows = statement.query_map([], read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().flatten().map(|((interest, id), text)| Activity { id, interest, text }).collect())
}

fn scores(
    connection: &Connection,
    place_of: &HashMap<&str, usize>,
    occupations: &mut [Rated],
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(INTEREST_SCORES)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let soc_code: String = row.get()?;
        let Some(rated) = place_of.get(soc_code.as_str()).and_then(|place| occupations.get_mut(*place))
        else {
            continue;
        };
        let mut scores = [None; 6];
        for score in &mut scores {
            *score = row.cell()?.number();
        }
        // A pattern with a hole says nothing.
        if let [Some(r), Some(i), Some(a), Some(s), Some(e), Some(c)] = scores {
            rated.interests = Some([r, i, a, s, e, c]);
        }
    }
    Ok(())
}

fn importance(
    connection: &Connection,
    place_of: &HashMap<&str, usize>,
    elements: &[Element],
    occupations: &mut [Rated],
) -> rusqlite::Result<()> {
    let column_of: HashMap<&str, usize> =
        elements.iter().enumerate().map(|(place, element)| (element.id.as_str(), place)).collect();
    let mut statement = connection.prepare(IMPORTANCE)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let (soc_code, element_id): (String, String) = (row.get()?, row.get()?);
        let found = place_of.get(soc_code.as_str()).zip(column_of.get(element_id.as_str()));
        let Some((place, column)) = found else { continue };
        let Some(rated) = occupations.get_mut(*place) else { continue };
        rated.importance.resize(elements.len(), None);
        if let Some(importance) = rated.importance.get_mut(*column) {
            *importance = row.cell()?.number();
        }
    }
    Ok(())
}
