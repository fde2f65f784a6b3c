//! Careers put together from their figures, and lists of occupations.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::Connection;

use crate::domain::{Career, Figures, Name, NameKind, OccupationSummary, OwnFigures, Text};
use crate::store::figures;
use crate::store::rows::Reader;
use crate::store::skills::{self, Vocabulary};

/// What was read once is kept for the life of the connection: the database never changes, and 832 occupations
/// and their texts take some 6 MB.
#[derive(Default)]
pub struct Kept {
    figures: RefCell<HashMap<i64, Arc<Figures>>>,
    own: OnceCell<HashMap<String, Arc<OwnFigures>>>,
    texts: OnceCell<HashMap<String, Arc<Text>>>,
    vocabulary: OnceCell<Vocabulary>,
}

impl Kept {
    /// Everything a page shows of a career.
    pub fn career(&self, connection: &Connection, name: Name) -> rusqlite::Result<Career> {
        let texts = once(&self.texts, || texts(connection))?;
        let own_text = texts.get(&name.slug);
        let text = own_text.or_else(|| texts.get(&name.occupation.slug));
        Ok(Career {
            shared_by: if name.kind == NameKind::Shared {
                occupations_of(connection, &name)?
            } else {
                Vec::new()
            },
            own: once(&self.own, || own_figures(connection))?
                .get(&name.slug)
                .map(Arc::clone)
                .unwrap_or_default(),
            text: text.map(Arc::clone),
            text_inherited: own_text.is_none(),
            figures: self.figures(connection, &name)?,
            name,
        })
    }

    /// The text of a career of its own.
    pub fn text(&self, connection: &Connection, slug: &str) -> rusqlite::Result<Option<Arc<Text>>> {
        Ok(once(&self.texts, || texts(connection))?.get(slug).map(Arc::clone))
    }

    /// The words that many occupations share.
    pub fn vocabulary(&self, connection: &Connection) -> rusqlite::Result<&Vocabulary> {
        once(&self.vocabulary, || skills::vocabulary(connection))
    }

    fn figures(&self, connection: &Connection, name: &Name) -> rusqlite::Result<Arc<Figures>> {
        let id = name.occupation.id;
        if let Some(known) = self.figures.borrow().get(&id) {
            return Ok(Arc::clone(known));
        }
        let vocabulary = self.vocabulary(connection)?;
        let read = Arc::new(figures::figures(connection, vocabulary, &name.occupation.soc_code)?);
        self.figures.borrow_mut().insert(id, Arc::clone(&read));
        Ok(read)
    }
}

/// What the cell holds, read first where it holds nothing yet.
fn once<T>(cell: &OnceCell<T>, read: impl FnOnce() -> rusqlite::Result<T>) -> rusqlite::Result<&T> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let value = read()?;
    Ok(cell.get_or_init(|| value))
}

// Few titles have figures of their own, so all are read at once.
const OWN_FIGURES: &str = "SELECT slug, row, value FROM title_figures";

fn own_figures(connection: &Connection) -> rusqlite::Result<HashMap<String, Arc<OwnFigures>>> {
    let mut by_slug: HashMap<String, BTreeMap<String, String>> = HashMap::new();
    let mut statement = connection.prepare(OWN_FIGURES)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        by_slug.entry(row.get(0)?).or_default().insert(row.get(1)?, row.get(2)?);
    }
    Ok(by_slug.into_iter().map(|(slug, rows)| (slug, Arc::new(OwnFigures::new(rows)))).collect())
}

const TEXTS: &str = "SELECT slug, summary, about, duties, activities FROM texts";

fn texts(connection: &Connection) -> rusqlite::Result<HashMap<String, Arc<Text>>> {
    let mut statement = connection.prepare(TEXTS)?;
    let read = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        let slug = row.get()?;
        let (summary, about) = (row.get()?, row.get()?);
        let mut lines =
            || Ok::<_, rusqlite::Error>(row.get::<String>()?.lines().map(str::to_owned).collect());
        let (duties, activities) = (lines()?, lines()?);
        Ok((slug, Arc::new(Text { summary, about, duties, activities })))
    };
    statement.query_map([], read)?.collect()
}

const OCCUPATIONS_OF: &str = "
    SELECT o.slug, o.title, w.employment, w.wage_annual_median_usd, w.wage_hourly_median_usd
      FROM name_occupations s JOIN occupations o ON o.id = s.occupation_id
      LEFT JOIN oews_national w ON w.soc_code = o.soc_code
     WHERE s.name_id = ?1 ORDER BY o.employment DESC, o.id";

pub fn occupations_of(connection: &Connection, name: &Name) -> rusqlite::Result<Vec<OccupationSummary>> {
    let mut statement = connection.prepare_cached(OCCUPATIONS_OF)?;
    statement.query_map([name.id], |row| Reader::new(row).summary())?.collect()
}

const RELATED: &str = "
    SELECT o.slug, o.title, w.employment, w.wage_annual_median_usd, w.wage_hourly_median_usd
      FROM related r JOIN occupations o ON o.soc_code = r.related_soc_code
      LEFT JOIN oews_national w ON w.soc_code = o.soc_code
     WHERE r.soc_code = ?1 ORDER BY r.rank";

pub fn related(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<OccupationSummary>> {
    let mut statement = connection.prepare_cached(RELATED)?;
    statement.query_map([soc_code], |row| Reader::new(row).summary())?.collect()
}
