//! Large companies: what their reports gave for one fiscal year, by way of a published list, and the pay of the
//! worker in the middle, from their proxy statements.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::{Cell, Reason};
use crate::releases::catalog::{Publication, Release};
use crate::releases::error::Error;
use crate::releases::row::{EMPTY, Row};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const COMPANIES: Spec = Spec {
    name: "companies",
    key: &["company"],
    columns: &[
        "company",
        "company_type",
        "ticker",
        "industry",
        "sector",
        "employees",
        "revenue_millions_usd",
        "profit_millions_usd",
        "headquarters_city",
        "headquarters_state",
        "website",
    ],
};

pub(crate) const WORKER_PAY: Spec = Spec {
    name: "company_worker_pay",
    key: &["ticker"],
    columns: &["ticker", "company", "median_worker_pay_usd", "pay_ratio"],
};

/// The file with the pay of the worker in the middle, among others in the folder of its release.
const WORKER_PAY_FILE: &str = "median_worker_pay_sp500_fy2023.tsv";
/// More people than any company employs.
const MOST_EMPLOYEES: u32 = 5_000_000;

const COMPANY: &str = "company";
const TICKER: &str = "ticker";

/// Reads the companies. The order of the list says nothing here: rows stand by name.
pub(crate) fn read_companies(folder: &Path, release: &Release) -> Result<Table, Error> {
    let wanted = [
        COMPANY,
        TICKER,
        "industry",
        "sector",
        "employees",
        "revenue_musd",
        "profit_musd",
        "hq_city",
        "hq_state",
        "website",
        "company_type",
    ];
    let (mut companies, mut tickers) = (BTreeMap::new(), BTreeSet::new());
    read_text(folder, &release.file, Layout::Commas, &wanted, |row| {
        let company = row.text(COMPANY)?;
        let (company_type, ticker) = listed(row)?;
        if !ticker.is_empty() && !tickers.insert(ticker.clone()) {
            return Err(row.refuse(TICKER, "a second public company with this ticker"));
        }
        let columns = vec![
            company_type.to_owned(),
            ticker,
            row.text("industry")?,
            row.text("sector")?,
            row.whole("employees", 1, MOST_EMPLOYEES)?.to_string(),
            revenue(row)?.to_string(),
            row.cell("profit_musd", &[EMPTY])?.to_string(),
            row.text("hq_city")?,
            row.text("hq_state")?,
            website(row)?,
        ];
        match companies.insert(company, columns) {
            Some(_) => Err(row.refuse(COMPANY, "a second row for this company")),
            None => Ok(()),
        }
    })?;
    let rows = companies.into_iter().map(|(company, columns)| [vec![company], columns].concat());
    Ok(Table { spec: &COMPANIES, origin: Origin::of(&release.id), rows: rows.collect() })
}

/// Whether shares are traded, and under which ticker. The list gives some companies that are not traded the ticker of
/// another or one that they had once: theirs are left out.
fn listed(row: &Row) -> Result<(&'static str, String), Error> {
    const TYPE: &str = "company_type";
    let ticker = row.text_or_empty(TICKER)?;
    match row.text(TYPE)?.as_str() {
        "Private" => Ok(("private", String::new())),
        "Public" if ticker.is_empty() => Err(row.refuse(TICKER, "a public company has one")),
        "Public" if ticker.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'-')) => {
            Ok(("public", ticker))
        }
        "Public" => Err(row.refuse_text(TICKER, &ticker, "a ticker")),
        other => Err(row.refuse_text(TYPE, other, "Public or Private")),
    }
}

fn revenue(row: &Row) -> Result<Cell, Error> {
    const REVENUE: &str = "revenue_musd";
    let revenue = row.cell(REVENUE, &[])?;
    match revenue.number() {
        Some(millions) if millions > 0.0 => Ok(revenue),
        _ => Err(row.refuse(REVENUE, "a revenue is above zero")),
    }
}

/// A website is an address that a link can have as it stands.
fn website(row: &Row) -> Result<String, Error> {
    const WEBSITE: &str = "website";
    let website = row.text(WEBSITE)?;
    let address = website.strip_prefix("https://").unwrap_or_default();
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let letters = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let plain =
        path.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/' | b'.'));
    if host.contains('.') && host.split('.').all(letters) && plain {
        Ok(website)
    } else {
        Err(row.refuse_text(WEBSITE, &website, "an address such as https://www.example.com"))
    }
}

/// Reads the pay of the worker in the middle and its ratio to the chief executive's. The file says 0 where it has no
/// figure, and has some rows twice.
pub(crate) fn read_worker_pay(folder: &Path, release: &Release) -> Result<Table, Error> {
    const PAY: &str = "Med.Worker.Pay";
    const RATIO: &str = "Pay.Ratio";
    let mut paid: BTreeMap<String, [String; 3]> = BTreeMap::new();
    let file = release.file_within(WORKER_PAY_FILE);
    read_text(folder, &file, Layout::Tabs, &["Ticker", "Company", PAY, RATIO], |row| {
        let figure = |column| match row.cell(column, &[])?.number() {
            Some(0.0) => Ok(Cell::Missing(Reason::Absent)),
            Some(number) if number > 0.0 => Ok(Cell::Number(number)),
            _ => Err(row.refuse(column, "a figure below zero")),
        };
        let ticker = row.text("Ticker")?;
        let columns = [row.text("Company")?, figure(PAY)?.to_string(), figure(RATIO)?.to_string()];
        match paid.insert(ticker, columns.clone()) {
            Some(before) if before != columns => {
                Err(row.refuse("Ticker", "a second row for this ticker that says something else"))
            }
            _ => Ok(()),
        }
    })?;
    let rows = paid.into_iter().map(|(ticker, columns)| [vec![ticker], columns.to_vec()].concat());
    Ok(Table { spec: &WORKER_PAY, origin: Origin::of(&release.id), rows: rows.collect() })
}

/// A release as its figures are credited: of a folder with files of several publishers, the one file that is read.
pub(crate) fn credited(release: &Release) -> Release {
    if release.publication() != Some(Publication::WorkerPay) {
        return release.clone();
    }
    Release {
        publisher: "company proxy statements, compiled".to_owned(),
        title: "Median worker pay and pay ratio".to_owned(),
        period: "fiscal 2023".to_owned(),
        licence: "facts".to_owned(),
        ..release.clone()
    }
}
