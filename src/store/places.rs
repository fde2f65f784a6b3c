//! Places: what is known of each, and pay in them.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::{AreaPay, AreaType, Cell, PayUnit, Place, PlaceAtlas, PlaceCareer, Reason};
use crate::store::rows::Reader;

const NONE: Cell = Cell::Missing(Reason::Absent);
const HOURS: f64 = PayUnit::HOURS_A_YEAR;

// Some 580 places, read once at start.
const PLACES: &str = "
    SELECT area_code, slug, name, area_type, state, price_parity, parity_of, minimum_wage_hourly_usd
      FROM places ORDER BY name";
const STATES: &str = "SELECT area_code, state FROM area_states";

/// Every place, by name.
pub fn places(connection: &Connection) -> rusqlite::Result<Vec<Place>> {
    let mut others: HashMap<String, Vec<String>> = HashMap::new();
    let mut statement = connection.prepare(STATES)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        others.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut statement = connection.prepare(PLACES)?;
    let read = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        let area_code: String = row.get()?;
        let (slug, name, area_type) = (row.get()?, row.get()?, row.get::<String>()?);
        let first: String = row.get()?;
        let of_area = others.get(&area_code).into_iter().flatten().filter(|state| **state != first);
        let states = std::iter::once(first.clone()).chain(of_area.cloned()).collect();
        let price_parity = row.cell()?;
        let parity_of = Some(row.get::<String>()?).filter(|state| !state.is_empty());
        Ok(Place {
            area_code,
            slug,
            name,
            area_type: AreaType::from_token(&area_type).unwrap_or(AreaType::State),
            states,
            price_parity,
            parity_of,
            minimum_wage_hourly_usd: row.cell()?,
        })
    };
    statement.query_map([], read)?.collect()
}

const OF_CAREER: &str = "
    SELECT area_code, employment, jobs_per_1000, location_quotient, wage_annual_mean_usd, wage_hourly_mean_usd,
           wage_hourly_median_usd, wage_annual_p10_usd, wage_annual_p25_usd, wage_annual_median_usd,
           wage_annual_p75_usd, wage_annual_p90_usd
      FROM oews_areas WHERE soc_code = ?1";
const METROPOLITAN_OF_CAREER: &str =
    "SELECT area_code, wage_mean_usd, unit FROM oflc_metropolitan WHERE soc_code = ?1";

/// Pay of an occupation in every area that publishes it, by area code. A metropolitan area that the survey's releases
/// at hand lack has its mean of the wage levels.
pub fn pay_of_career(connection: &Connection, soc_code: &str) -> rusqlite::Result<HashMap<String, AreaPay>> {
    by_key(connection, [METROPOLITAN_OF_CAREER, OF_CAREER], soc_code)
}

const OF_PLACE: &str = "
    SELECT soc_code, employment, jobs_per_1000, location_quotient, wage_annual_mean_usd, wage_hourly_mean_usd,
           wage_hourly_median_usd, wage_annual_p10_usd, wage_annual_p25_usd, wage_annual_median_usd,
           wage_annual_p75_usd, wage_annual_p90_usd
      FROM oews_areas WHERE area_code = ?1";
const METROPOLITAN_OF_PLACE: &str =
    "SELECT soc_code, wage_mean_usd, unit FROM oflc_metropolitan WHERE area_code = ?1";

/// Pay of every occupation that a place publishes, by SOC code.
pub fn pay_in_place(connection: &Connection, area_code: &str) -> rusqlite::Result<HashMap<String, AreaPay>> {
    by_key(connection, [METROPOLITAN_OF_PLACE, OF_PLACE], area_code)
}

const IN_PLACE: &str = "
    SELECT area_code, employment, jobs_per_1000, location_quotient, wage_annual_mean_usd, wage_hourly_mean_usd,
           wage_hourly_median_usd, wage_annual_p10_usd, wage_annual_p25_usd, wage_annual_median_usd,
           wage_annual_p75_usd, wage_annual_p90_usd
      FROM oews_areas WHERE soc_code = ?1 AND area_code = ?2";
const METROPOLITAN_IN_PLACE: &str =
    "SELECT area_code, wage_mean_usd, unit FROM oflc_metropolitan WHERE soc_code = ?1 AND area_code = ?2";

/// Pay of one occupation in one place, where it is published.
pub fn pay_there(
    connection: &Connection,
    soc_code: &str,
    area_code: &str,
) -> rusqlite::Result<Option<AreaPay>> {
    let found = connection
        .prepare_cached(IN_PLACE)?
        .query_map([soc_code, area_code], surveyed)?
        .next()
        .transpose()?
        .map(|(_, pay)| pay);
    if found.is_some() {
        return Ok(found);
    }
    let mut statement = connection.prepare_cached(METROPOLITAN_IN_PLACE)?;
    let mut rows = statement.query_map([soc_code, area_code], metropolitan)?;
    Ok(rows.next().transpose()?.map(|(_, pay)| pay))
}

/// The wage levels first: the survey's own row takes their place.
fn by_key(
    connection: &Connection,
    [levels, survey]: [&str; 2],
    key: &str,
) -> rusqlite::Result<HashMap<String, AreaPay>> {
    let mut statement = connection.prepare_cached(levels)?;
    let mut found: HashMap<_, _> = statement.query_map([key], metropolitan)?.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached(survey)?;
    for row in statement.query_map([key], surveyed)? {
        let (key, pay) = row?;
        found.insert(key, pay);
    }
    Ok(found)
}

const CAREERS: &str = "
    SELECT o.slug, o.title, n.wage_annual_median_usd, w.employment, w.jobs_per_1000, w.location_quotient,
           w.wage_annual_mean_usd, w.wage_hourly_mean_usd, w.wage_hourly_median_usd, w.wage_annual_p10_usd,
           w.wage_annual_p25_usd, w.wage_annual_median_usd, w.wage_annual_p75_usd, w.wage_annual_p90_usd
      FROM oews_areas w
      JOIN occupations o ON o.soc_code = w.soc_code
      LEFT JOIN oews_national n ON n.soc_code = w.soc_code
     WHERE w.area_code = ?1";
// The wage levels are of the survey's release before: they are held against the nation's mean of then.
const METROPOLITAN_CAREERS: &str = "
    SELECT o.slug, o.title, n.wage_annual_mean_usd, m.wage_mean_usd, m.unit
      FROM oflc_metropolitan m
      JOIN occupations o ON o.soc_code = m.soc_code
      LEFT JOIN oews_national_previous n ON n.soc_code = m.soc_code
     WHERE m.area_code = ?1";
const MINIMUM_WAGES: &str =
    "SELECT lowest_wage_hourly_usd, highest_wage_hourly_usd FROM minimum_wages WHERE state = ?1";

/// Every career that a place publishes, and what three tables say of the minimum wage there. Of a metropolitan area
/// the careers have the means of the wage levels.
pub fn place_atlas(connection: &Connection, place: &Place) -> rusqlite::Result<PlaceAtlas> {
    type Pay = fn(&mut Reader) -> rusqlite::Result<AreaPay>;
    let (query, pay): (&str, Pay) =
        if place.has_distributions() { (CAREERS, surveyed_pay) } else { (METROPOLITAN_CAREERS, level_pay) };
    let read = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        let (slug, title) = (row.get()?, row.get()?);
        let nation_usd = row.cell()?.number();
        Ok(PlaceCareer { slug, title, nation_usd, pay: pay(&mut row)? })
    };
    let mut statement = connection.prepare_cached(query)?;
    let careers = statement.query_map([&place.area_code], read)?.collect::<Result<_, _>>()?;
    let state = place.states.first().map_or("", String::as_str);
    let wages = |row: &rusqlite::Row| {
        let mut row = Reader::new(row);
        Ok((row.cell()?, row.cell()?))
    };
    let mut statement = connection.prepare_cached(MINIMUM_WAGES)?;
    let minimum_wages_hourly_usd = statement.query_row([state], wages).optional()?;
    Ok(PlaceAtlas { careers, minimum_wages_hourly_usd })
}

fn surveyed(row: &rusqlite::Row) -> rusqlite::Result<(String, AreaPay)> {
    let mut row = Reader::new(row);
    Ok((row.get()?, surveyed_pay(&mut row)?))
}

/// The next eleven columns, in the order of [`OF_CAREER`].
pub fn surveyed_pay(row: &mut Reader) -> rusqlite::Result<AreaPay> {
    Ok(AreaPay {
        employment: row.cell()?,
        jobs_per_1000: row.cell()?,
        location_quotient: row.cell()?,
        wage_annual_mean_usd: row.cell()?,
        wage_hourly_mean_usd: row.cell()?,
        wage_hourly_median_usd: row.cell()?,
        wage_annual_percentiles_usd: [row.cell()?, row.cell()?, row.cell()?, row.cell()?, row.cell()?],
    })
}

fn metropolitan(row: &rusqlite::Row) -> rusqlite::Result<(String, AreaPay)> {
    let mut row = Reader::new(row);
    Ok((row.get()?, level_pay(&mut row)?))
}

/// The next two columns: a mean and its unit.
fn level_pay(row: &mut Reader) -> rusqlite::Result<AreaPay> {
    let mean = row.cell()?;
    let hourly = row.get::<String>()? == "hour";
    Ok(AreaPay {
        employment: NONE,
        jobs_per_1000: NONE,
        location_quotient: NONE,
        // The survey rounds a year to tens.
        wage_annual_mean_usd: match mean {
            Cell::Number(usd) if hourly => Cell::Number((usd * HOURS / 10.0).round() * 10.0),
            other => other,
        },
        wage_hourly_mean_usd: if hourly { mean } else { NONE },
        wage_hourly_median_usd: NONE,
        wage_annual_percentiles_usd: [NONE; 5],
    })
}
