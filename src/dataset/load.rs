//! The tables that stand in the database as they stand in `data/`: the schema names their columns.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Transaction, params_from_iter};

use crate::dataset::Error;
use crate::dataset::table::{Row, Table};
use crate::domain::Cell;

const TABLES: [&str; 33] = [
    "soc_groups",
    "oews_national",
    "oews_national_previous",
    "areas",
    "area_states",
    "oflc_metropolitan",
    "price_parities",
    "minimum_wages",
    "ai_exposure",
    "sectors",
    "oews_sectors",
    "projections",
    "entry_requirements",
    "attainment",
    "projections_skills",
    "cps",
    "cps_groups",
    "acs_occupations",
    "acs_majors",
    "graduates",
    "colleges",
    "lca_filers",
    "lca_filer_occupations",
    "lca_filer_states",
    "lca_filer_names",
    "company_worker_pay",
    "nscg_satisfaction",
    "nscg_groups",
    "onet_elements",
    "element_words",
    "interest_activities",
    "featured",
    "search_words",
];

/// The files of the survey's areas, which have the same columns, and their table.
const AREAS: [&str; 2] = ["oews_states", "oews_nonmetropolitan"];
/// The same of metropolitan areas: not every folder of releases has the survey's own workbook.
const METROPOLITAN_AREAS: &str = "oews_metropolitan";
const OF_AREAS: &str = "oews_areas";

/// Copies each table of [`TABLES`], and those of the areas into one.
pub fn load(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    TABLES.iter().try_for_each(|name| copy(transaction, &Table::read(data, name)?, name))?;
    AREAS.iter().try_for_each(|file| copy(transaction, &Table::read(data, file)?, OF_AREAS))?;
    if Table::exists(data, METROPOLITAN_AREAS) {
        copy(transaction, &Table::read(data, METROPOLITAN_AREAS)?, OF_AREAS)?;
    }
    Ok(())
}

fn copy(transaction: &Transaction, table: &Table, name: &str) -> Result<(), Error> {
    let columns = columns(transaction, name)?;
    for (column, _) in &columns {
        table.require(column)?;
    }
    let names: Vec<&str> = columns.iter().map(|(column, _)| column.as_str()).collect();
    let places = vec!["?"; names.len()].join(", ");
    let mut insert =
        transaction.prepare(&format!("INSERT INTO {name} ({}) VALUES ({places})", names.join(", ")))?;
    for row in table.rows() {
        let values: Vec<Value> =
            columns.iter().map(|(column, kind)| value(row, column, kind)).collect::<Result<_, _>>()?;
        insert
            .execute(params_from_iter(values))
            .map_err(|error| row.wrong(names.first().unwrap_or(&""), error.to_string()))?;
    }
    Ok(())
}

/// Names and declared types of a table's columns; a counting key (`INTEGER PRIMARY KEY`) is not in the file.
fn columns(transaction: &Transaction, name: &str) -> Result<Vec<(String, String)>, Error> {
    let mut statement = transaction
        .prepare("SELECT name, type FROM pragma_table_info(?1) WHERE NOT (type = 'INTEGER' AND pk = 1)")?;
    let columns = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(columns.collect::<Result<_, _>>()?)
}

fn value(row: Row, column: &str, kind: &str) -> Result<Value, Error> {
    match kind {
        "FIGURE" => Ok(figure(row.cell(column)?)),
        _ => Ok(Value::Text(row.text(column)?.to_owned())),
    }
}

/// A cell as a `FIGURE` column holds it: whole numbers as integers, the rest of the numbers as reals, no cell at
/// all as null, anything else as its text.
pub fn figure(cell: Cell) -> Value {
    match cell {
        #[expect(clippy::cast_possible_truncation, reason = "the bound is far inside an i64")]
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => Value::Integer(number as i64),
        Cell::Number(number) => Value::Real(number),
        Cell::Missing(crate::domain::Reason::Absent) => Value::Null,
        Cell::AtLeast(_) | Cell::Missing(_) => Value::Text(cell.to_string()),
    }
}
