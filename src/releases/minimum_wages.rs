//! State minimum wages, compiled from three public tables.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::Cell;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const MINIMUM_WAGES: Spec = Spec {
    name: "minimum_wages",
    key: &["state"],
    columns: &[
        "state",
        "minimum_wage_hourly_usd",
        "tables_agree",
        "lowest_wage_hourly_usd",
        "highest_wage_hourly_usd",
    ],
};

/// Reads the wage that the most current of the three tables has, whether all three have it, and between what they lie.
pub(crate) fn read_minimum_wages(folder: &Path, release: &Release) -> Result<Table, Error> {
    const STATE: &str = "state";
    const TABLES: [&str; 3] = ["table_A_2026_07", "table_B_2026_07", "table_C_2026_01_to_09"];
    const CURRENT: &str = TABLES[1];
    const AGREE: &str = "all_agree";
    let wanted: Vec<&str> = [STATE, AGREE].into_iter().chain(TABLES).collect();
    let mut wages = BTreeMap::new();
    read_text(folder, &release.file, Layout::Commas, &wanted, |row| {
        let state = row.text(STATE)?;
        if state.len() != 2 || !state.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(row.refuse_text(STATE, &state, "the postal abbreviation of a state"));
        }
        let cells = TABLES.iter().map(|table| row.cell(table, &[])).collect::<Result<Vec<Cell>, Error>>()?;
        let current = row.cell(CURRENT, &[])?;
        let agree = cells.iter().all(|cell| *cell == current);
        if row.text(AGREE)? != if agree { "True" } else { "False" } {
            return Err(row.refuse(AGREE, "the three tables say otherwise"));
        }
        let numbers = || cells.iter().filter_map(|cell| cell.number());
        let lowest = numbers().reduce(f64::min).map_or(current, Cell::Number);
        let highest = numbers().reduce(f64::max).map_or(current, Cell::Number);
        let columns = [current.to_string(), agree.to_string(), lowest.to_string(), highest.to_string()];
        match wages.insert(state, columns) {
            Some(_) => Err(row.refuse(STATE, "a second row for this state")),
            None => Ok(()),
        }
    })?;
    let rows = wages.into_iter().map(|(state, columns)| [vec![state], columns.to_vec()].concat());
    Ok(Table { spec: &MINIMUM_WAGES, origin: Origin::of(&release.id), rows: rows.collect() })
}
