//! The groups of the classification: the tree, and the releases' own figures of each.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::{GroupFigures, GroupLevel, GroupPeople, Listing, Outlook, Profession, Professions};
use crate::store::figures::pay;
use crate::store::rows::Reader;

// Some 580 groups, read once at start.
const PROFESSIONS: &str = "
    SELECT soc_code, level, title, slug, description, parent, leads_to, occupations
      FROM professions ORDER BY soc_code";
const OF_OCCUPATIONS: &str = "SELECT soc_code, profession FROM profession_occupations WHERE direct";

/// Every group, and the one that each occupation stands in.
pub fn professions(connection: &Connection) -> rusqlite::Result<Professions> {
    let mut statement = connection.prepare(PROFESSIONS)?;
    let groups = statement.query_map([], |row| {
        let mut row = Reader::new(row);
        let (soc_code, level): (String, String) = (row.get()?, row.get()?);
        Ok(Profession {
            soc_code,
            level: GroupLevel::from_token(&level).unwrap_or(GroupLevel::Broad),
            title: row.get()?,
            slug: row.get()?,
            description: row.get()?,
            parent: Some(row.get::<String>()?).filter(|parent| !parent.is_empty()),
            leads_to: row.get()?,
            occupations: row.get()?,
        })
    })?;
    let groups = groups.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare(OF_OCCUPATIONS)?;
    let of = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(Professions::new(groups, of))
}

const GROUPS_INSIDE: &str = "
    SELECT g.soc_code, g.title, '/professions/' || g.slug, g.occupations,
           w.employment, w.wage_annual_median_usd, w.wage_hourly_median_usd, p.employment_change_percent
      FROM professions g
      LEFT JOIN oews_national w ON w.soc_code = g.soc_code
      LEFT JOIN projections p ON p.soc_code = g.soc_code AND p.item = 'summary'
     WHERE g.parent = ?1 AND g.leads_to IS NULL ORDER BY g.soc_code";

/// The groups with a page directly inside another; those inside none are the major ones.
pub fn groups_inside(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<Listing>> {
    connection.prepare_cached(GROUPS_INSIDE)?.query_map([soc_code], listing)?.collect()
}

const OCCUPATIONS_INSIDE: &str = "
    SELECT o.soc_code, o.title, '/careers/' || o.slug, NULL,
           w.employment, w.wage_annual_median_usd, w.wage_hourly_median_usd, p.employment_change_percent, m.direct
      FROM profession_occupations m
      JOIN occupations o ON o.soc_code = m.soc_code
      LEFT JOIN oews_national w ON w.soc_code = o.soc_code
      LEFT JOIN projections p ON p.soc_code = o.soc_code AND p.item = 'line_item'
     WHERE m.profession = ?1 ORDER BY m.soc_code";

const NATION: &str = "
    SELECT w.soc_code, w.title, '/professions', NULL,
           w.employment, w.wage_annual_median_usd, w.wage_hourly_median_usd, p.employment_change_percent
      FROM oews_national w
      LEFT JOIN projections p ON p.soc_code = w.soc_code AND p.item = 'summary'
     WHERE w.soc_code = '00-0000'";

const OUTLOOK: &str = "
    SELECT employment_base_thousands, employment_projected_thousands, employment_change_percent,
           employment_change_thousands, self_employed_percent, openings_annual_thousands
      FROM projections WHERE soc_code = ?1 AND item = 'summary'";

const PEOPLE: &str = "
    SELECT women_percent, white_percent, black_percent, asian_percent, hispanic_percent, median_age_years,
           earnings_weekly_men_median_usd, earnings_weekly_women_median_usd
      FROM cps_groups WHERE soc_code = ?1";

/// Everything a page shows of a group: the releases' own rows of it, and what is inside.
pub fn figures(connection: &Connection, soc_code: &str) -> rusqlite::Result<GroupFigures> {
    let inside = |row: &Row| Ok((listing(row)?, row.get(8)?));
    let occupations: Vec<(Listing, bool)> = connection
        .prepare_cached(OCCUPATIONS_INSIDE)?
        .query_map([soc_code], inside)?
        .collect::<Result<_, _>>()?;
    let direct = occupations.iter().filter(|(_, direct)| *direct);
    Ok(GroupFigures {
        pay: pay(connection, soc_code)?,
        outlook: connection.prepare_cached(OUTLOOK)?.query_row([soc_code], outlook).optional()?,
        people: connection.prepare_cached(PEOPLE)?.query_row([soc_code], people).optional()?,
        nation: connection.prepare_cached(NATION)?.query_row([], listing)?,
        groups: groups_inside(connection, soc_code)?,
        direct: direct.map(|(listing, _)| listing.clone()).collect(),
        occupations: occupations.into_iter().map(|(listing, _)| listing).collect(),
    })
}

fn listing(row: &Row) -> rusqlite::Result<Listing> {
    let mut row = Reader::new(row);
    Ok(Listing {
        soc_code: row.get()?,
        title: row.get()?,
        href: row.get()?,
        occupations: row.get()?,
        employment: row.cell()?,
        wage_annual_median_usd: row.cell()?,
        wage_hourly_median_usd: row.cell()?,
        employment_change_percent: row.cell()?,
    })
}

fn outlook(row: &Row) -> rusqlite::Result<Outlook> {
    let mut row = Reader::new(row);
    Ok(Outlook {
        employment_base_thousands: row.cell()?,
        employment_projected_thousands: row.cell()?,
        employment_change_percent: row.cell()?,
        employment_change_thousands: row.cell()?,
        self_employed_percent: row.cell()?,
        openings_annual_thousands: row.cell()?,
    })
}

fn people(row: &Row) -> rusqlite::Result<GroupPeople> {
    let mut row = Reader::new(row);
    Ok(GroupPeople {
        women_percent: row.cell()?,
        white_percent: row.cell()?,
        black_percent: row.cell()?,
        asian_percent: row.cell()?,
        hispanic_percent: row.cell()?,
        median_age_years: row.cell()?,
        earnings_weekly_men_median_usd: row.cell()?,
        earnings_weekly_women_median_usd: row.cell()?,
    })
}
