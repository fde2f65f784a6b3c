//! O*NET's work styles and work values, brought to the occupations.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Transaction, params};

use super::bases::{Bases, Kind};
use super::mean;
use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{Cell, WORK_VALUES};

const INSERT_STYLE: &str = "
    INSERT INTO work_styles
    SELECT ?1, ?2, e.name, ?3, ?4, ?5 FROM onet_elements e WHERE e.element_id = ?3";

/// The impacts and ranks of one style, one entry a part.
type Style = (Vec<Cell>, Vec<i64>);

/// Fills `work_styles`.
pub fn resolve_styles(transaction: &Transaction, data: &Path, bases: &Bases) -> Result<(), Error> {
    let table = Table::read(data, "onet_work_styles")?;
    let mut of_code: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for row in table.rows() {
        of_code.entry(row.text("onet_code")?).or_default().push(row);
    }
    let mut insert = transaction.prepare(INSERT_STYLE)?;
    for soc_code in bases.codes_of.keys().copied() {
        let Some(found) = bases.find(soc_code, "styles", |code| of_code.contains_key(code))? else {
            continue;
        };
        let mut styles: BTreeMap<&str, Style> = BTreeMap::new();
        for row in found.codes.iter().filter_map(|code| of_code.get(code)).flatten() {
            let (impacts, ranks) = styles.entry(row.text("element_id")?).or_default();
            impacts.push(row.cell("impact")?);
            ranks.push(row.integer("distinctiveness_rank")?);
        }
        let mut styles: Vec<(&str, Cell, i64)> = styles
            .into_iter()
            .map(|(element, (impacts, ranks))| {
                // Ranks of several occupations make no rank.
                let rank = match (found.kind, ranks.as_slice()) {
                    (Kind::Own | Kind::Nearest(_), [rank]) => *rank,
                    _ => 0,
                };
                (element, mean(&impacts), rank)
            })
            .collect();
        let impact = |cell: &Cell| cell.number().unwrap_or(f64::MIN);
        styles.sort_by(|(_, one, _), (_, other, _)| impact(other).total_cmp(&impact(one)));
        for (rank, (element, impact, distinctiveness)) in (1_i64..).zip(styles) {
            insert.execute(params![soc_code, rank, element, figure(impact), distinctiveness])?;
        }
    }
    Ok(())
}

/// Fills `work_values`.
pub fn resolve_values(transaction: &Transaction, data: &Path, bases: &Bases) -> Result<(), Error> {
    let table = Table::read(data, "onet_work_values")?;
    let rows: BTreeMap<&str, Row> =
        table.rows().map(|row| Ok((row.text("onet_code")?, row))).collect::<Result<_, Error>>()?;
    let mut insert =
        transaction.prepare("INSERT INTO work_values VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
    for soc_code in bases.codes_of.keys().copied() {
        let Some(found) = bases.find(soc_code, "values", |code| rows.contains_key(code))? else { continue };
        let parts: Vec<Row> = found.codes.iter().filter_map(|code| rows.get(code)).copied().collect();
        let mut extents = [Cell::Number(0.0); 6];
        for (extent, name) in extents.iter_mut().zip(WORK_VALUES) {
            let of_parts: Vec<Cell> = parts.iter().map(|row| row.cell(name)).collect::<Result<_, _>>()?;
            *extent = mean(&of_parts);
        }
        let months: Vec<&str> = parts.iter().map(|row| row.text("rated")).collect::<Result<_, _>>()?;
        let rated = months.into_iter().min().unwrap_or_default();
        let [achievement, conditions, recognition, relationships, support, independence] =
            extents.map(figure);
        insert.execute(params![
            soc_code,
            achievement,
            conditions,
            recognition,
            relationships,
            support,
            independence,
            rated
        ])?;
    }
    Ok(())
}
