//! Companies: all of them, read once at start, and what one of them filed for.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;

use crate::domain::company::{Company, CompanyCareer, CompanyFilings, Filed, Hiring, Report, Seeking};
use crate::store::rows::Reader;

// Once, at start: some ten thousand rows.
const COMPANIES: &str = "
    SELECT c.id, c.name, c.slug,
           r.company_type, r.ticker, r.industry, r.naics_sector, s.title,
           r.employees, r.revenue_millions_usd, r.profit_millions_usd, w.median_worker_pay_usd, w.pay_ratio,
           r.headquarters_city, r.state, r.state_name, r.website,
           f.filings, f.occupations, f.applications, f.offered_over_prevailing_median
      FROM companies c
      LEFT JOIN company_reports r ON r.company_id = c.id
      LEFT JOIN sectors s ON s.naics_code = r.naics_sector
      LEFT JOIN company_worker_pay w ON w.ticker = r.worker_pay_ticker
      LEFT JOIN company_filings f ON f.company_id = c.id";
// Once, at start. Of fewer applications for work in a state it does not work there for sure: some are for one project.
const WORK_STATES: &str = "
    SELECT company_id, state FROM company_states WHERE applications >= 10
      ORDER BY company_id, applications DESC, state";
const STATES: &str = "SELECT state, title FROM areas WHERE area_type IN ('state', 'territory')";

const MILLION: f64 = 1e6;

/// Every company.
pub fn companies(connection: &Connection) -> rusqlite::Result<Vec<Company>> {
    let mut work: HashMap<i64, Vec<String>> = HashMap::new();
    let mut statement = connection.prepare(WORK_STATES)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let (company, state) = row?;
        work.entry(company).or_default().push(state);
    }
    connection.prepare(COMPANIES)?.query_map([], |row| company(&mut Reader::new(row), &mut work))?.collect()
}

/// Names of the states and territories by their postal abbreviations.
pub fn states(connection: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    connection.prepare(STATES)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn company(row: &mut Reader, work: &mut HashMap<i64, Vec<String>>) -> rusqlite::Result<Company> {
    let id: i64 = row.get()?;
    let (name, slug) = (row.get()?, row.get()?);
    let report = report(row)?.map(Box::new);
    let [filings, occupations, applications, offered] =
        [row.cell()?, row.cell()?, row.cell()?, row.cell()?].map(crate::domain::Cell::number);
    let filed = filings.map(|filings| {
        Box::new(Filed {
            filings,
            occupations: occupations.unwrap_or_default(),
            applications: applications.unwrap_or_default(),
            offered_over_prevailing: offered,
            states: work.remove(&id).unwrap_or_default(),
        })
    });
    Ok(Company { name, slug, report, filed })
}

fn report(row: &mut Reader) -> rusqlite::Result<Option<Report>> {
    let (company_type, ticker): (Option<String>, Option<String>) = (row.get()?, row.get()?);
    let (industry, code, sector): (Option<String>, Option<String>, Option<String>) =
        (row.get()?, row.get()?, row.get()?);
    let [employees, revenue, profit, worker_pay, pay_ratio] =
        [row.cell()?, row.cell()?, row.cell()?, row.cell()?, row.cell()?].map(crate::domain::Cell::number);
    let (city, state): (Option<String>, Option<String>) = (row.get()?, row.get()?);
    let (state_name, website): (Option<String>, Option<String>) = (row.get()?, row.get()?);
    Ok(company_type.map(|company_type| Report {
        is_public: company_type == "public",
        ticker: ticker.filter(|ticker| !ticker.is_empty()),
        industry: industry.unwrap_or_default(),
        sector_code: code.unwrap_or_default(),
        sector: sector.unwrap_or_default(),
        employees,
        revenue_usd: revenue.map(|millions| millions * MILLION),
        profit_usd: profit.map(|millions| millions * MILLION),
        worker_pay_usd: worker_pay,
        pay_ratio,
        city: city.unwrap_or_default(),
        state: state.unwrap_or_default(),
        state_name: state_name.unwrap_or_default(),
        website: website.unwrap_or_default(),
    }))
}

const CAREERS: &str = "
    SELECT o.slug, o.title, c.filings, c.applications, c.wage_annual_median_usd,
           c.prevailing_wage_annual_median_usd, w.wage_annual_median_usd
      FROM company_occupations c
      JOIN occupations o ON o.soc_code = c.soc_code
      LEFT JOIN oews_national w ON w.soc_code = c.soc_code
     WHERE c.company_id = ?1
     ORDER BY c.filings DESC, c.applications DESC, o.slug";
const COMPANY_STATES: &str =
    "SELECT state, applications FROM company_states WHERE company_id = ?1 ORDER BY applications DESC, state";
const NAMES: &str =
    "SELECT employer, filings FROM company_names WHERE company_id = ?1 ORDER BY filings DESC, employer";
const SPELLED: &str = "SELECT employer, spellings FROM company_filings WHERE company_id = ?1";

/// What the company at a place of the directory filed for; nothing where it did not.
pub fn filings(connection: &Connection, company: i64) -> rusqlite::Result<Option<CompanyFilings>> {
    let mut spelled = connection.prepare_cached(SPELLED)?;
    let mut rows = spelled.query([company])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (employer, spellings) = (row.get(0)?, row.get(1)?);
    let careers = connection
        .prepare_cached(CAREERS)?
        .query_map([company], |row| {
            let mut row = Reader::new(row);
            Ok(CompanyCareer {
                slug: row.get()?,
                title: row.get()?,
                filings: row.get()?,
                applications: row.get()?,
                offered_usd: row.cell()?,
                prevailing_usd: row.cell()?,
                usual_usd: row.cell()?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let states = connection
        .prepare_cached(COMPANY_STATES)?
        .query_map([company], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let names = connection
        .prepare_cached(NAMES)?
        .query_map([company], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(Some(CompanyFilings { employer, spellings, careers, states, names }))
}

const HIRING: &str = "SELECT company_id FROM company_occupations WHERE soc_code = ?1 AND filings > 0";

/// Which companies filed for an occupation, by their places in the directory.
pub fn hiring(connection: &Connection, soc_code: &str) -> rusqlite::Result<Hiring> {
    let place = |row: &rusqlite::Row| Ok(usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX));
    connection.prepare_cached(HIRING)?.query_map([soc_code], place)?.collect()
}

const SEEKING: &str = "
    SELECT c.name, c.slug, o.filings, o.wage_annual_median_usd
      FROM company_occupations o JOIN companies c ON c.id = o.company_id
     WHERE o.soc_code = ?1 AND o.filings > 0
     ORDER BY o.filings DESC, o.company_id
     LIMIT ?2";

/// The companies that filed most for an occupation, most first.
pub fn seeking(connection: &Connection, soc_code: &str, limit: i64) -> rusqlite::Result<Vec<Seeking>> {
    connection
        .prepare_cached(SEEKING)?
        .query_map((soc_code, limit), |row| {
            let mut row = Reader::new(row);
            Ok(Seeking { name: row.get()?, slug: row.get()?, filings: row.cell()?, offered_usd: row.cell()? })
        })?
        .collect()
}

const SOUGHT: &str =
    "SELECT slug, title FROM sought JOIN occupations USING (soc_code) ORDER BY place LIMIT ?1";

/// Slugs and titles of the careers that most companies filed for, most first.
pub fn sought(connection: &Connection, limit: usize) -> rusqlite::Result<Vec<(String, String)>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    connection.prepare(SOUGHT)?.query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
