//! All companies, read once at start.

use rusqlite::Connection;

use crate::domain::company::Company;
use crate::store::rows::Reader;

// Once, at start: 1,000 rows.
const COMPANIES: &str = "
    SELECT c.name, c.slug, c.company_type, c.ticker, c.industry, c.naics_sector, s.title,
           c.employees, c.revenue_millions_usd, c.profit_millions_usd, w.median_worker_pay_usd, w.pay_ratio,
           c.headquarters_city, c.state, c.state_name, c.website
      FROM companies c
      JOIN sectors s ON s.naics_code = c.naics_sector
      LEFT JOIN company_worker_pay w ON w.ticker = c.worker_pay_ticker";

const MILLION: f64 = 1e6;

/// Every company.
pub fn companies(connection: &Connection) -> rusqlite::Result<Vec<Company>> {
    connection.prepare(COMPANIES)?.query_map([], |row| company(&mut Reader::new(row)))?.collect()
}

fn company(row: &mut Reader) -> rusqlite::Result<Company> {
    let (name, slug) = (row.get()?, row.get()?);
    let company_type: String = row.get()?;
    let ticker: String = row.get()?;
    Ok(Company {
        name,
        slug,
        is_public: company_type == "public",
        ticker: Some(ticker).filter(|ticker| !ticker.is_empty()),
        industry: row.get()?,
        sector_code: row.get()?,
        sector: row.get()?,
        employees: row.cell()?.number(),
        revenue_usd: row.cell()?.number().map(|millions| millions * MILLION),
        profit_usd: row.cell()?.number().map(|millions| millions * MILLION),
        worker_pay_usd: row.cell()?.number(),
        pay_ratio: row.cell()?.number(),
        city: row.get()?,
        state: row.get()?,
        state_name: row.get()?,
        website: row.get()?,
    })
}
