//! Which row of the Current Population Survey speaks for an occupation.
//!
//! The survey counts by Census code. A code that holds one occupation gives its own figures; one that holds several
//! gives a group's, which each of them inherits. A combined occupation may lie in several codes: its shares are those
//! of the codes together, weighted by people employed, and it has no median, because medians cannot be added up.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Transaction, params_from_iter, types::Value};

use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{Cell, Reason};

const SHARES: [&str; 5] =
    ["women_percent", "white_percent", "black_percent", "asian_percent", "hispanic_percent"];
const MEDIANS: [&str; 4] = [
    "median_age_years",
    "earnings_weekly_median_usd",
    "earnings_weekly_men_median_usd",
    "earnings_weekly_women_median_usd",
];

/// Fills `people`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let cps = Table::read(data, "cps")?;
    let rows: BTreeMap<&str, Row> =
        cps.rows().map(|row| Ok((row.text("census_code")?, row))).collect::<Result<_, Error>>()?;
    let crosswalk = Table::read(data, "census_crosswalk")?;
    let mut occupations_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut codes_of: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for row in crosswalk.rows() {
        let census_code = row.text("census_code")?;
        // Military and residual codes are in the list but not in the survey's tables.
        let Some(figures) = rows.get(census_code) else {
            continue;
        };
        *occupations_of.entry(census_code).or_default() += 1;
        codes_of.entry(row.text("soc_code")?).or_default().push(*figures);
    }
    let mut insert = transaction
        .prepare("INSERT INTO people VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?;
    for (soc_code, codes) in codes_of {
        let (basis, count, figures) = match codes.as_slice() {
            [row] => {
                let occupations = occupations_of.get(row.text("census_code")?).copied().unwrap_or(1);
                let basis = if occupations == 1 { "own" } else { "group" };
                (basis, occupations, as_published(*row)?)
            }
            parts => ("parts", parts.len(), together(parts)?),
        };
        let titles: Vec<&str> = codes.iter().map(|row| row.text("title")).collect::<Result<_, _>>()?;
        let mut values = vec![
            Value::Text(soc_code.to_owned()),
            Value::Text(basis.to_owned()),
            Value::Text(titles.join("; ")),
            Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)),
        ];
        values.extend(figures.into_iter().map(figure));
        insert.execute(params_from_iter(values))?;
    }
    Ok(())
}

fn as_published(row: Row) -> Result<Vec<Cell>, Error> {
    SHARES.iter().chain(&MEDIANS).map(|column| row.cell(column)).collect()
}

fn together(parts: &[Row]) -> Result<Vec<Cell>, Error> {
    let mut cells = Vec::new();
    for column in SHARES {
        let (mut people, mut weighted, mut reason) = (0.0, 0.0, None);
        for row in parts {
            match (row.cell("employed_thousands")?, row.cell(column)?) {
                (Cell::Number(employed), Cell::Number(share)) => {
                    people += employed;
                    weighted += employed * share;
                }
                (_, Cell::Missing(missing)) => reason = Some(missing),
                _ => reason = Some(Reason::TooFewAnswers),
            }
        }
        cells.push(match reason {
            Some(reason) => Cell::Missing(reason),
            // The shares of the codes have one decimal, so theirs together has one.
            None => Cell::Number((weighted / people * 10.0).round() / 10.0),
        });
    }
    cells.extend(MEDIANS.map(|_| Cell::Missing(Reason::PartsOnly)));
    Ok(cells)
}
