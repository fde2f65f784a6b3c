//! The 832 occupations, with their slugs and the number of jobs they are ranked by.

use std::path::Path;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::table::Table;
use crate::domain::Slug;

// The projections count everybody; they stand in where the wage survey has no row (legislators, fishers).
const JOBS: &str = "
    SELECT coalesce(
        (SELECT employment FROM oews_national WHERE soc_code = ?1 AND typeof(employment) = 'integer'),
        (SELECT CAST(round(employment_base_thousands * 1000) AS INTEGER) FROM projections
          WHERE soc_code = ?1 AND item = 'line_item' AND typeof(employment_base_thousands) IN ('real', 'integer')),
        0)";

/// Fills `occupations` and `related`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let mut jobs = transaction.prepare(JOBS)?;
    let mut insert = transaction.prepare(
        "INSERT INTO occupations (soc_code, slug, title, combined, employment) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for row in Table::read(data, "occupations")?.rows() {
        let soc_code = row.soc("soc_code")?;
        let title = row.text("title")?;
        let slug = Slug::from_name(title).map_err(|error| row.wrong("title", error.to_string()))?;
        let employment: i64 = jobs.query_row([soc_code.as_str()], |row| row.get(0))?;
        insert
            .execute(params![soc_code.as_str(), slug.as_str(), title, row.text("combined")?, employment])
            .map_err(|error| row.wrong("title", error.to_string()))?;
    }
    Ok(())
}
