//! What O*NET holds of an occupation: ratings, styles, values, technology, and the occupations near it.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{
    Basis, Cell, Element, Neighbor, Rating, Reason, Subject, Technology, Traits, WorkStyle, WorkValues,
};
use crate::store::rows::Reader;

/// The words that many occupations share, kept once.
pub struct Vocabulary {
    elements: HashMap<String, Arc<Element>>,
    names: RefCell<HashSet<Arc<str>>>,
}

impl Vocabulary {
    fn element(&self, id: &str) -> Option<Arc<Element>> {
        self.elements.get(id).map(Arc::clone)
    }

    /// The one copy of a name: equal names are the same copy.
    fn name(&self, name: String) -> Arc<str> {
        if let Some(known) = self.names.borrow().get(name.as_str()) {
            return Arc::clone(known);
        }
        let new: Arc<str> = name.into();
        self.names.borrow_mut().insert(Arc::clone(&new));
        new
    }
}

// Once a connection.
const ELEMENTS: &str = "
    SELECT e.element_id, e.domain, e.name, w.words, w.says FROM onet_elements e JOIN element_words w USING (element_id)";

/// Every element of the content model, and no name yet.
pub fn vocabulary(connection: &Connection) -> rusqlite::Result<Vocabulary> {
    let mut elements = HashMap::new();
    let mut statement = connection.prepare(ELEMENTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let (id, domain): (String, String) = (row.get()?, row.get()?);
        let Some(subject) = Subject::from_token(&domain) else { continue };
        let element =
            Element { id: id.clone(), subject, name: row.get()?, words: row.get()?, says: row.get()? };
        elements.insert(id, Arc::new(element));
    }
    Ok(Vocabulary { elements, names: RefCell::default() })
}

/// Whose the figures of an occupation are.
#[derive(Default)]
pub struct Bases {
    pub ratings: Option<Basis>,
    pub technology: Option<Basis>,
    styles: Option<Basis>,
    values: Option<Basis>,
}

const BASES: &str = "
    SELECT b.subject, b.basis, b.parts, o.title
      FROM onet_bases b LEFT JOIN occupations o ON o.soc_code = b.nearest_soc_code
     WHERE b.soc_code = ?1";

/// Whose the ratings, styles, values and technology of an occupation are.
pub fn bases(connection: &Connection, soc_code: &str) -> rusqlite::Result<Bases> {
    let mut bases = Bases::default();
    let mut statement = connection.prepare_cached(BASES)?;
    let mut rows = statement.query([soc_code])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let (subject, whose, parts): (String, String, i64) = (row.get()?, row.get()?, row.get()?);
        let nearest: Option<String> = row.get()?;
        let whose = match (whose.as_str(), nearest) {
            ("own", _) => Basis::Own,
            (_, Some(nearest)) => Basis::Nearest(nearest),
            _ => Basis::Parts(parts),
        };
        match subject.as_str() {
            "ratings" => bases.ratings = Some(whose),
            "technology" => bases.technology = Some(whose),
            "styles" => bases.styles = Some(whose),
            _ => bases.values = Some(whose),
        }
    }
    Ok(bases)
}

const RATINGS: &str = "
    SELECT element_id, importance, importance_se, level, level_se
      FROM ratings WHERE soc_code = ?1 AND domain = ?2 ORDER BY rank = 0, rank";

/// Ratings of a subject, most important first; those that are withheld last.
pub fn ratings(
    connection: &Connection,
    vocabulary: &Vocabulary,
    soc_code: &str,
    subject: Subject,
) -> rusqlite::Result<Vec<Rating>> {
    let domain = match subject {
        Subject::Skill => "skill",
        Subject::Knowledge => "knowledge",
        _ => "ability",
    };
    let mut ratings = Vec::new();
    let mut statement = connection.prepare_cached(RATINGS)?;
    let mut rows = statement.query([soc_code, domain])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let Some(element) = vocabulary.element(&row.get::<String>()?) else { continue };
        let [importance, importance_se, level, level_se] =
            [row.cell()?, row.cell()?, row.cell()?, row.cell()?];
        ratings.push(Rating { element, importance, importance_se, level, level_se });
    }
    Ok(ratings)
}

const TECHNOLOGY: &str = "
    SELECT example, category, hot, in_demand FROM technology WHERE soc_code = ?1 ORDER BY rank";

/// Technology in use, what postings ask for first.
pub fn technology(
    connection: &Connection,
    vocabulary: &Vocabulary,
    soc_code: &str,
) -> rusqlite::Result<Vec<Technology>> {
    let mut statement = connection.prepare_cached(TECHNOLOGY)?;
    let read = |row: &rusqlite::Row| {
        Ok(Technology {
            example: vocabulary.name(row.get(0)?),
            category: vocabulary.name(row.get(1)?),
            hot: row.get(2)?,
            in_demand: row.get(3)?,
        })
    };
    statement.query_map([soc_code], read)?.collect()
}

/// Abilities, styles, values and interests.
pub fn traits(connection: &Connection, vocabulary: &Vocabulary, soc_code: &str) -> rusqlite::Result<Traits> {
    let Bases { styles: styles_basis, values: values_basis, .. } = bases(connection, soc_code)?;
    let (interests, interests_basis) = interests(connection, soc_code)?.unzip();
    Ok(Traits {
        abilities: ratings(connection, vocabulary, soc_code, Subject::Ability)?,
        styles: styles(connection, vocabulary, soc_code)?,
        styles_basis,
        values: values(connection, vocabulary, soc_code)?,
        values_basis,
        interests,
        interests_basis,
    })
}

const STYLES: &str = "
    SELECT element_id, impact, distinctiveness_rank FROM work_styles WHERE soc_code = ?1 ORDER BY rank";

fn styles(
    connection: &Connection,
    vocabulary: &Vocabulary,
    soc_code: &str,
) -> rusqlite::Result<Vec<WorkStyle>> {
    let mut styles = Vec::new();
    let mut statement = connection.prepare_cached(STYLES)?;
    let mut rows = statement.query([soc_code])?;
    while let Some(row) = rows.next()? {
        let mut row = Reader::new(row);
        let Some(element) = vocabulary.element(&row.get::<String>()?) else { continue };
        styles.push(WorkStyle { element, impact: row.cell()?, distinctiveness_rank: row.get()? });
    }
    Ok(styles)
}

const VALUES: &str = "
    SELECT rated, achievement, working_conditions, recognition, relationships, support, independence
      FROM work_values WHERE soc_code = ?1";
/// The elements of the values, in the order of their columns.
const VALUE_ELEMENTS: [&str; 6] = ["1.B.2.a", "1.B.2.b", "1.B.2.c", "1.B.2.d", "1.B.2.e", "1.B.2.f"];

fn values(
    connection: &Connection,
    vocabulary: &Vocabulary,
    soc_code: &str,
) -> rusqlite::Result<Option<WorkValues>> {
    let mut statement = connection.prepare_cached(VALUES)?;
    let read = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        let rated = row.get()?;
        let mut extents = Vec::new();
        for id in VALUE_ELEMENTS {
            let extent = row.cell()?;
            extents.extend(vocabulary.element(id).map(|element| (element, extent)));
        }
        let number = |cell: &Cell| cell.number().unwrap_or_default();
        extents.sort_by(|(_, one), (_, other)| number(other).total_cmp(&number(one)));
        Ok(WorkValues { extents, rated })
    };
    statement.query_row([soc_code], read).optional()
}

const INTERESTS: &str = "
    SELECT basis, parts, realistic, investigative, artistic, social, enterprising, conventional
      FROM interests WHERE soc_code = ?1";

fn interests(connection: &Connection, soc_code: &str) -> rusqlite::Result<Option<([Cell; 6], Basis)>> {
    let mut statement = connection.prepare_cached(INTERESTS)?;
    let read = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        let (basis, parts): (String, i64) = (row.get()?, row.get()?);
        let mut scores = [Cell::Missing(Reason::Absent); 6];
        for score in &mut scores {
            *score = row.cell()?;
        }
        Ok((scores, if basis == "own" { Basis::Own } else { Basis::Parts(parts) }))
    };
    statement.query_row([soc_code], read).optional()
}

const NEIGHBORS: &str = "
    SELECT neighbor_soc_code, similarity FROM neighbors
     WHERE soc_code = coalesce((SELECT nearest_soc_code FROM onet_bases WHERE soc_code = ?1 AND subject = 'ratings'), ?1)
     ORDER BY rank";

/// The occupations nearest in skills and knowledge.
pub fn neighbors(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<Neighbor>> {
    let mut statement = connection.prepare_cached(NEIGHBORS)?;
    let near = statement
        .query_map([soc_code], |row| Ok(Neighbor { soc_code: row.get(0)?, similarity: row.get(1)? }))?;
    near.collect()
}
