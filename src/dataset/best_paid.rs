//! The state and the industry that pay an occupation best.
//!
//! By annual mean, because the survey gives means a relative standard error; among those with at least 100 jobs,
//! and for industries a relative standard error under 10 percent. The rules stand on `/sources`.

use std::path::Path;

use rusqlite::Transaction;

use crate::dataset::Error;

const RESOLVE: &str = "
    INSERT INTO best_paid
    SELECT soc_code,
        (SELECT w.area_code FROM oews_states w JOIN areas a USING (area_code)
          WHERE w.soc_code = o.soc_code AND a.area_type = 'state'
            AND typeof(w.employment) = 'integer' AND w.employment >= 100
            AND typeof(coalesce(nullif(w.wage_annual_mean_usd, 'hourly_only'), w.wage_hourly_mean_usd)) IN ('integer', 'real')
          ORDER BY coalesce(nullif(w.wage_annual_mean_usd, 'hourly_only'), w.wage_hourly_mean_usd) DESC, a.title LIMIT 1),
        (SELECT w.naics_code FROM oews_sectors w
          WHERE w.soc_code = o.soc_code
            AND typeof(w.employment) = 'integer' AND w.employment >= 100
            AND typeof(w.wage_mean_rse_percent) IN ('integer', 'real') AND w.wage_mean_rse_percent < 10
            AND typeof(coalesce(nullif(w.wage_annual_mean_usd, 'hourly_only'), w.wage_hourly_mean_usd)) IN ('integer', 'real')
          ORDER BY coalesce(nullif(w.wage_annual_mean_usd, 'hourly_only'), w.wage_hourly_mean_usd) DESC, w.naics_code LIMIT 1)
    FROM occupations o";

/// Fills `best_paid`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    transaction.execute(RESOLVE, [])?;
    Ok(())
}
