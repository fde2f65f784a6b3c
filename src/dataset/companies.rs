//! Every company with a page: those of the list of large ones, and employers that filed often. One that is both is one.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{EmployerName, Slug};

const STATES: &str = "SELECT lower(title), state, title FROM areas WHERE area_type IN ('state', 'territory')";
const INSERT: &str = "INSERT INTO companies VALUES (?1, ?2, ?3, ?4)";
const INSERT_REPORT: &str =
    "INSERT INTO company_reports VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
const RESOLVE_FILINGS: &str = "
    INSERT INTO company_filings
    SELECT c.id, f.employer, f.spellings, f.filings, f.occupations, f.applications, f.offered_over_prevailing_median
      FROM companies c JOIN lca_filers f USING (employer_key)
     ORDER BY c.id;
    INSERT INTO company_occupations
    SELECT c.id, o.soc_code, o.filings, o.applications, o.wage_annual_median_usd, o.prevailing_wage_annual_median_usd
      FROM companies c JOIN lca_filer_occupations o USING (employer_key)
     ORDER BY c.id, o.soc_code;
    INSERT INTO sought
    SELECT row_number() OVER (ORDER BY count(*) DESC, soc_code), soc_code
      FROM company_occupations WHERE filings > 0 GROUP BY soc_code;
    INSERT INTO company_states
    SELECT c.id, s.state, s.applications
      FROM companies c JOIN lca_filer_states s USING (employer_key)
     ORDER BY c.id, s.state;
    INSERT INTO company_names
    SELECT c.id, n.employer, n.filings
      FROM companies c JOIN lca_filer_names n USING (employer_key)
     ORDER BY c.id, n.employer;";

/// Addresses below `/companies` that are other pages.
const TAKEN: [&str; 2] = ["best", "compare"];

/// A company before it has its number.
struct Entry<'t> {
    slug: String,
    name: &'t str,
    employer_key: Option<&'t str>,
    report: Option<Row<'t>>,
}

/// Fills `companies` and the tables of what is known of each.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let (listed, filers) = (Table::read(data, "companies")?, Table::read(data, "lca_filers")?);
    let decisions = Table::read(data, "company_aliases")?;
    let mut entries = entries(&listed, &filers, &decisions)?;
    entries.sort_by(|one, other| one.slug.cmp(&other.slug));
    let reports = Reports::new(transaction, data)?;
    let mut insert = transaction.prepare(INSERT)?;
    for (id, entry) in (0_i64..).zip(&entries) {
        insert.execute(params![id, entry.slug, entry.name, entry.employer_key])?;
        if let Some(row) = entry.report {
            reports.insert(transaction, id, row)?;
        }
    }
    Ok(transaction.execute_batch(RESOLVE_FILINGS)?)
}

fn entries<'t>(listed: &'t Table, filers: &'t Table, decisions: &Table) -> Result<Vec<Entry<'t>>, Error> {
    let keys: HashSet<&str> = filers.rows().map(|row| row.text("employer_key")).collect::<Result<_, _>>()?;
    let mut apart: HashSet<(String, String)> = HashSet::new();
    for row in decisions.rows() {
        if row.text("decision")? == "apart" {
            apart.insert((row.text("employer")?.to_owned(), row.text("company")?.to_owned()));
        }
    }
    let mut slugs: HashSet<String> = TAKEN.map(str::to_owned).into();
    let (mut entries, mut joined) = (Vec::new(), HashSet::new());
    for row in listed.rows() {
        let name = row.text("company")?;
        let slug =
            Slug::from_name(name).map_err(|error| row.wrong("company", error.to_string()))?.to_string();
        if !slugs.insert(slug.clone()) {
            return Err(row.wrong("company", format!("another company has the address {slug}")));
        }
        let core = EmployerName::of(name).core;
        let employer_key = keys.get(core.as_str()).copied();
        let employer_key = employer_key.filter(|_| !apart.contains(&(core.clone(), name.to_owned())));
        joined.extend(employer_key);
        entries.push(Entry { slug, name, employer_key, report: Some(row) });
    }
    for row in filers.rows() {
        let key = row.text("employer_key")?;
        if !joined.contains(key) {
            let name = row.text("employer")?;
            let slug = free_slug(key, name, &slugs)
                .ok_or_else(|| row.wrong("employer", format!("“{name}” gives no address of its own")))?;
            slugs.insert(slug.clone());
            entries.push(Entry { slug, name, employer_key: Some(key), report: None });
        }
    }
    Ok(entries)
}

/// Without the legal form where that is free, else with it.
fn free_slug(key: &str, name: &str, slugs: &HashSet<String>) -> Option<String> {
    let core = key.trim_end_matches(" (NO FORM)");
    let mut candidates = [core, name].into_iter().filter_map(|text| Slug::from_name(text).ok());
    candidates.find(|slug| !slugs.contains(slug.as_str())).map(|slug| slug.to_string())
}

/// What brings a row of the list to the database.
struct Reports {
    /// NAICS sector by industry and sector of the list.
    sectors: HashMap<(String, String), String>,
    /// The ticker that a company has in the table of worker pay, by its own.
    other_tickers: HashMap<String, String>,
    /// Postal abbreviation and name by the name in small letters.
    states: HashMap<String, (String, String)>,
}

impl Reports {
    fn new(transaction: &Transaction, data: &Path) -> Result<Self, Error> {
        let sectors = Table::read(data, "company_industries")?
            .rows()
            .map(|row| {
                let industry = (row.text("industry")?.to_owned(), row.text("sector")?.to_owned());
                Ok((industry, row.text("naics_sector")?.to_owned()))
            })
            .collect::<Result<_, Error>>()?;
        let other_tickers = Table::read(data, "company_tickers")?
            .rows()
            .map(|row| Ok((row.text("ticker")?.to_owned(), row.text("worker_pay_ticker")?.to_owned())))
            .collect::<Result<_, Error>>()?;
        let states = transaction
            .prepare(STATES)?
            .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
            .collect::<Result<_, _>>()?;
        Ok(Self { sectors, other_tickers, states })
    }

    fn insert(&self, transaction: &Transaction, id: i64, row: Row) -> Result<(), Error> {
        let ticker = row.text("ticker")?;
        let industry = (row.text("industry")?.to_owned(), row.text("sector")?.to_owned());
        let naics = self.sectors.get(&industry).ok_or_else(|| {
            let (industry, sector) = &industry;
            row.wrong("industry", format!("company_industries.csv has no “{industry}” in “{sector}”"))
        })?;
        let state = row.text("headquarters_state")?;
        let (state, state_name) = self
            .states
            .get(&state.to_lowercase())
            .ok_or_else(|| row.wrong("headquarters_state", format!("“{state}” is no state of areas.csv")))?;
        let mut insert = transaction.prepare_cached(INSERT_REPORT)?;
        insert
            .execute(params![
                id,
                row.text("company_type")?,
                ticker,
                self.other_tickers.get(ticker).map_or(ticker, String::as_str),
                industry.0,
                naics,
                figure(row.cell("employees")?),
                figure(row.cell("revenue_millions_usd")?),
                figure(row.cell("profit_millions_usd")?),
                row.text("headquarters_city")?,
                state,
                state_name,
                row.text("website")?,
            ])
            .map_err(|error| row.wrong("company", error.to_string()))?;
        Ok(())
    }
}
