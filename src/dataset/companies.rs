//! Companies with their address, the sector of their industry, and the state of their headquarters.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::Table;
use crate::domain::Slug;

const STATES: &str = "SELECT lower(title), state, title FROM areas WHERE area_type IN ('state', 'territory')";
const INSERT: &str =
    "INSERT INTO companies VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

/// Fills `companies`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let industries = Table::read(data, "company_industries")?;
    let sectors: HashMap<(&str, &str), &str> = industries
        .rows()
        .map(|row| Ok(((row.text("industry")?, row.text("sector")?), row.text("naics_sector")?)))
        .collect::<Result<_, Error>>()?;
    let other_tickers = Table::read(data, "company_tickers")?;
    let other_tickers: HashMap<&str, &str> = other_tickers
        .rows()
        .map(|row| Ok((row.text("ticker")?, row.text("worker_pay_ticker")?)))
        .collect::<Result<_, Error>>()?;
    let states: HashMap<String, (String, String)> = transaction
        .prepare(STATES)?
        .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
        .collect::<Result<_, _>>()?;
    let mut insert = transaction.prepare(INSERT)?;
    for row in Table::read(data, "companies")?.rows() {
        let (company, ticker) = (row.text("company")?, row.text("ticker")?);
        let (industry, sector) = (row.text("industry")?, row.text("sector")?);
        let slug = Slug::from_name(company).map_err(|error| row.wrong("company", error.to_string()))?;
        let naics = sectors.get(&(industry, sector)).ok_or_else(|| {
            row.wrong("industry", format!("company_industries.csv has no “{industry}” in “{sector}”"))
        })?;
        let state = row.text("headquarters_state")?;
        let (state, state_name) = states
            .get(&state.to_lowercase())
            .ok_or_else(|| row.wrong("headquarters_state", format!("“{state}” is no state of areas.csv")))?;
        insert
            .execute(params![
                company,
                slug.as_str(),
                row.text("company_type")?,
                ticker,
                other_tickers.get(ticker).unwrap_or(&ticker),
                industry,
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
    }
    Ok(())
}
