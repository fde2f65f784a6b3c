//! Careers put together from their figures, and lists of occupations.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{Career, Name, NameKind, OccupationSummary, OwnFigures, Text};
use crate::store::figures;
use crate::store::rows::Reader;

/// Everything a page shows of a career.
pub fn career(connection: &Connection, name: Name) -> rusqlite::Result<Career> {
    let soc_code = name.occupation.soc_code.as_str();
    let own_text = text(connection, &name.slug)?;
    let text_inherited = own_text.is_none();
    let text = match own_text {
        Some(text) => Some(text),
        None => text(connection, &name.occupation.slug)?,
    };
    let [best_state, best_sector] = figures::best_paid(connection, soc_code)?;
    Ok(Career {
        shared_by: if name.kind == NameKind::Shared {
            occupations_of(connection, &name)?
        } else {
            Vec::new()
        },
        own: own_figures(connection, &name.slug)?,
        text,
        text_inherited,
        pay: figures::pay(connection, soc_code)?,
        best_state,
        best_sector,
        outlook: figures::outlook(connection, soc_code)?,
        entry: figures::entry(connection, soc_code)?,
        attainment: figures::attainment(connection, soc_code)?,
        people: figures::people(connection, soc_code)?,
        preparation: figures::preparation(connection, soc_code)?,
        skills: figures::skills(connection, soc_code)?,
        top_skill_names: figures::top_skill_names(connection, soc_code)?,
        name,
    })
}

const OWN_FIGURES: &str = "SELECT row, value FROM title_figures WHERE slug = ?1";

fn own_figures(connection: &Connection, slug: &str) -> rusqlite::Result<OwnFigures> {
    let mut statement = connection.prepare_cached(OWN_FIGURES)?;
    let rows: BTreeMap<String, String> =
        statement.query_map([slug], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(OwnFigures::new(rows))
}

const TEXT: &str = "SELECT summary, about, duties FROM texts WHERE slug = ?1";

fn text(connection: &Connection, slug: &str) -> rusqlite::Result<Option<Text>> {
    let mut statement = connection.prepare_cached(TEXT)?;
    let read = |row: &rusqlite::Row| {
        let duties: String = row.get(2)?;
        Ok(Text {
            summary: row.get(0)?,
            about: row.get(1)?,
            duties: duties.lines().map(str::to_owned).collect(),
        })
    };
    statement.query_row([slug], read).optional()
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
