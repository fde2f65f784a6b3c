//! The areas of the wage survey as places with an address, and what is known of living there.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::dataset::Error;
use crate::dataset::table::Table;
use crate::domain::{AreaType, Slug};

/// What the survey adds to the names of areas outside the metropolitan ones.
const ENDING: &str = " nonmetropolitan area";

// The part of a state outside its metropolitan areas has no parity of its own: the bureau publishes one for the whole
// nation's. It takes its state's, as a metropolitan area without one does, and the page names the state.
const PARITY: &str = "
    SELECT p.price_parity, '' FROM price_parities p
     WHERE p.area_type = ?1 AND p.area_code = ?2 AND p.matched_by <> ''
    UNION ALL
    SELECT p.price_parity, a.title FROM areas a
      JOIN price_parities p ON p.area_type = 'state' AND p.area_code = a.area_code
     WHERE a.area_type = 'state' AND a.state = ?3 AND ?1 <> 'state'
     LIMIT 1";
const MINIMUM: &str = "SELECT minimum_wage_hourly_usd FROM minimum_wages WHERE state = ?1";

/// Fills `places`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let mut parity = transaction.prepare(PARITY)?;
    let mut minimum = transaction.prepare(MINIMUM)?;
    let mut insert = transaction.prepare(
        "INSERT INTO places (area_code, slug, name, area_type, state, price_parity, parity_of, minimum_wage_hourly_usd)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    let areas = Table::read(data, "areas")?;
    let states = areas
        .rows()
        .filter(|row| row.text("area_type").is_ok_and(|area_type| matches!(area_type, "state" | "territory")))
        .map(|row| row.text("title"))
        .collect::<Result<BTreeSet<_>, _>>()?;
    for row in areas.rows() {
        let (code, title, state) = (row.text("area_code")?, row.text("title")?, row.text("state")?);
        let area_type = AreaType::from_token(row.text("area_type")?)
            .ok_or_else(|| row.wrong("area_type", "it is no type of area".to_owned()))?;
        // Guam and the Virgin Islands have no metropolitan areas: the survey prints the same place twice.
        if area_type == AreaType::Nonmetropolitan && !title.ends_with(ENDING) {
            continue;
        }
        let name = name(title, &states);
        let slug = match area_type {
            AreaType::State | AreaType::Territory => Slug::from_name(state),
            _ => Slug::from_name(name),
        }
        .map_err(|error| row.wrong("title", error.to_string()))?;
        let (price_parity, parity_of): (Value, String) = parity
            .query_row([area_type.token(), code, state], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .unwrap_or((Value::Null, String::new()));
        let minimum_wage: Option<Value> = minimum.query_row([state], |row| row.get(0)).optional()?;
        insert
            .execute(params![
                code,
                slug.as_str(),
                name,
                area_type.token(),
                state,
                price_parity,
                parity_of,
                minimum_wage
            ])
            .map_err(|error| row.wrong("title", error.to_string()))?;
    }
    Ok(())
}

/// What the survey puts before its words for an area outside the metropolitan ones, unless that is only a state's name.
fn name<'t>(title: &'t str, states: &BTreeSet<&str>) -> &'t str {
    title.strip_suffix(ENDING).filter(|short| !states.contains(short)).unwrap_or(title)
}
