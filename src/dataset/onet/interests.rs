//! O*NET's interest scores, brought to the occupations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Transaction, params};

use super::bases::{Basis, Named};
use super::mean;
use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{Cell, INTERESTS};

const INSERT: &str = "INSERT INTO interests VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

/// Fills `interests`.
pub fn resolve(
    transaction: &Transaction,
    data: &Path,
    codes_of: &BTreeMap<&str, Vec<&str>>,
) -> Result<(), Error> {
    let table = Table::read(data, "onet_interests")?;
    let rows: BTreeMap<&str, Row> =
        table.rows().map(|row| Ok((row.text("onet_code")?, row))).collect::<Result<_, Error>>()?;
    let mut insert = transaction.prepare(INSERT)?;
    for (soc_code, codes) in codes_of {
        let Some(basis) = Basis::of(soc_code, codes, |code| rows.contains_key(code)) else { continue };
        let parts: Vec<Row> = basis.codes.iter().filter_map(|code| rows.get(code)).copied().collect();
        let mut scores = [Cell::Number(0.0); 6];
        for (score, name) in scores.iter_mut().zip(INTERESTS) {
            let of_parts: Vec<Cell> = parts.iter().map(|row| row.cell(name)).collect::<Result<_, _>>()?;
            *score = mean(&of_parts);
        }
        let [first, second, third] = match parts.as_slice() {
            [own] => [own.text("first")?, own.text("second")?, own.text("third")?],
            _ => [highest(&scores), "", ""],
        };
        let methods: BTreeSet<&str> = parts.iter().map(|row| row.text("method")).collect::<Result<_, _>>()?;
        let methods: Vec<&str> = methods.into_iter().collect();
        let [realistic, investigative, artistic, social, enterprising, conventional] = scores.map(figure);
        let named = Named::of(Some(&basis));
        insert.execute(params![
            soc_code,
            named.basis,
            named.parts,
            methods.join(" "),
            realistic,
            investigative,
            artistic,
            social,
            enterprising,
            conventional,
            first,
            second,
            third
        ])?;
    }
    Ok(())
}

/// The type with the highest score; of equals the one that Holland's order names first.
fn highest(scores: &[Cell; 6]) -> &'static str {
    let mut best = ("", f64::MIN);
    for (name, score) in INTERESTS.into_iter().zip(scores) {
        if let Some(score) = score.number().filter(|score| *score > best.1) {
            best = (name, score);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_score_is_the_first_interest() {
        let scores = [1.0, 6.5, 2.0, 6.5, 3.0, 4.0].map(Cell::Number);
        assert_eq!(highest(&scores), "investigative");
    }
}
