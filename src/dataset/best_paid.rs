//! The state and the industry that pay an occupation best.
//!
//! By annual mean, because the survey gives means a relative standard error; among those with at least 100 jobs,
//! and for industries a relative standard error under 10 percent. The rules stand on `/sources`.

use std::path::Path;

use rusqlite::Transaction;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

use crate::dataset::Error;

// A year of full-time work has 2,080 hours: the survey's own factor, for the performers whose pay is only known by
// the hour.
const RESOLVE: &str = "
    WITH states AS (
        SELECT w.soc_code, a.title, w.wage_annual_mean_usd, w.wage_hourly_mean_usd,
               row_number() OVER (
                   PARTITION BY w.soc_code
                   ORDER BY coalesce(number(w.wage_annual_mean_usd), 2080 * number(w.wage_hourly_mean_usd)) DESC, a.title
               ) AS place
          FROM oews_states w JOIN areas a USING (area_code)
         WHERE a.area_type = 'state' AND number(w.employment) >= 100
           AND coalesce(number(w.wage_annual_mean_usd), number(w.wage_hourly_mean_usd)) IS NOT NULL),
    sectors_of AS (
        SELECT w.soc_code, s.title, w.wage_annual_mean_usd, w.wage_hourly_mean_usd,
               row_number() OVER (
                   PARTITION BY w.soc_code
                   ORDER BY coalesce(number(w.wage_annual_mean_usd), 2080 * number(w.wage_hourly_mean_usd)) DESC, s.title
               ) AS place
          FROM oews_sectors w JOIN sectors s USING (naics_code)
         WHERE number(w.employment) >= 100 AND number(w.wage_mean_rse_percent) < 10
           AND coalesce(number(w.wage_annual_mean_usd), number(w.wage_hourly_mean_usd)) IS NOT NULL)
    INSERT INTO best_paid
    SELECT o.soc_code, t.title, t.wage_annual_mean_usd, t.wage_hourly_mean_usd,
           s.title, s.wage_annual_mean_usd, s.wage_hourly_mean_usd
      FROM occupations o
      LEFT JOIN states t ON t.soc_code = o.soc_code AND t.place = 1
      LEFT JOIN sectors_of s ON s.soc_code = o.soc_code AND s.place = 1";

/// Fills `best_paid`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    // A figure's number, or null where the column holds a reason.
    transaction.create_scalar_function(
        "number",
        1,
        FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_UTF8,
        |context| match context.get_raw(0) {
            #[expect(clippy::cast_precision_loss, reason = "published numbers are far below 2^53")]
            ValueRef::Integer(number) => Ok(Some(number as f64)),
            ValueRef::Real(number) => Ok(Some(number)),
            _ => Ok(None::<f64>),
        },
    )?;
    transaction.execute(RESOLVE, [])?;
    Ok(())
}
