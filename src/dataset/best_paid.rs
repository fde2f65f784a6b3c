//! The city, the state and the industry that pay an occupation best.
//!
//! By mean, because that is what is published for all three, and with a relative standard error for two of them. A
//! mean only counts where enough jobs stand behind it; the rules stand on `/sources`.

use std::path::Path;

use rusqlite::Transaction;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;

use crate::dataset::Error;

/// The survey's own hours of a year of full-time work.
const HOURS: f64 = 2080.0;

// An area of several states counts as the state's whose city its title names first, as the survey has it: a county
// across the border would otherwise speak for the whole, or silence it.
const CITIES: &str = "
    CREATE TEMP VIEW paid_cities AS
    SELECT m.soc_code, a.title,
           CASE WHEN m.unit = 'year' THEN m.wage_mean_usd
                -- Performers are paid by the hour only; the survey rounds a year to tens.
                WHEN number(n.wage_annual_mean_usd) IS NOT NULL THEN round(m.wage_mean_usd * 208) * 10 END
               AS wage_annual_mean_usd,
           CASE WHEN m.unit = 'hour' THEN m.wage_mean_usd END AS wage_hourly_mean_usd,
           CASE WHEN m.unit = 'year' THEN m.wage_mean_usd ELSE 2080 * m.wage_mean_usd END AS pay,
           yearly(n.wage_annual_mean_usd, n.wage_hourly_mean_usd) AS nation, NULL AS price_parity
      FROM oflc_metropolitan m
      JOIN areas a USING (area_code)
      JOIN areas s ON s.state = a.state AND s.area_type = 'state'
      JOIN oews_areas j ON j.soc_code = m.soc_code AND j.area_code = s.area_code
      JOIN oews_national_previous n ON n.soc_code = m.soc_code
     WHERE number(j.employment) >= 500";

const STATES: &str = "
    CREATE TEMP VIEW paid_states AS
    SELECT w.soc_code, a.title, w.wage_annual_mean_usd, w.wage_hourly_mean_usd,
           yearly(w.wage_annual_mean_usd, w.wage_hourly_mean_usd) AS pay,
           yearly(n.wage_annual_mean_usd, n.wage_hourly_mean_usd) AS nation, p.price_parity
      FROM oews_areas w
      JOIN areas a USING (area_code)
      LEFT JOIN oews_national n ON n.soc_code = w.soc_code
      LEFT JOIN price_parities p ON p.area_type = 'state' AND p.area_code = a.area_code
     WHERE a.area_type = 'state' AND number(w.employment) >= 100";

const SECTORS: &str = "
    CREATE TEMP VIEW paid_sectors AS
    SELECT w.soc_code, s.title, w.wage_annual_mean_usd, w.wage_hourly_mean_usd,
           yearly(w.wage_annual_mean_usd, w.wage_hourly_mean_usd) AS pay,
           yearly(n.wage_annual_mean_usd, n.wage_hourly_mean_usd) AS nation, NULL AS price_parity
      FROM oews_sectors w
      JOIN sectors s USING (naics_code)
      LEFT JOIN oews_national_previous n ON n.soc_code = w.soc_code
     WHERE number(w.employment) >= 100 AND number(w.wage_mean_rse_percent) < 10";

/// The highest of a view's; of equals the first by name.
fn highest(kind: &str, view: &str) -> String {
    format!(
        "INSERT INTO best_paid
         SELECT soc_code, '{kind}', title, wage_annual_mean_usd, wage_hourly_mean_usd,
                CASE WHEN pay < nation THEN 'below' WHEN pay > 2 * nation THEN 'above_twice' ELSE '' END,
                price_parity
           FROM (SELECT *, row_number() OVER (PARTITION BY soc_code ORDER BY pay DESC, title) AS place
                   FROM temp.{view} WHERE pay IS NOT NULL)
          WHERE place = 1"
    )
}

/// Fills `best_paid`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    let flags = FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_UTF8;
    transaction.create_scalar_function("number", 1, flags, |context| Ok(number(context.get_raw(0))))?;
    transaction.create_scalar_function("yearly", 2, flags, |context| {
        let hourly = || number(context.get_raw(1)).map(|usd| usd * HOURS);
        Ok(number(context.get_raw(0)).or_else(hourly))
    })?;
    for (kind, view, definition) in [
        ("city", "paid_cities", CITIES),
        ("state", "paid_states", STATES),
        ("sector", "paid_sectors", SECTORS),
    ] {
        transaction.execute_batch(definition)?;
        transaction.execute(&highest(kind, view), [])?;
        transaction.execute_batch(&format!("DROP VIEW temp.{view}"))?;
    }
    Ok(())
}

/// A figure's number, or none where the column holds a reason.
fn number(value: ValueRef) -> Option<f64> {
    match value {
        #[expect(clippy::cast_precision_loss, reason = "published numbers are far below 2^53")]
        ValueRef::Integer(number) => Some(number as f64),
        ValueRef::Real(number) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, OptionalExtension};

    use super::*;
    use crate::dataset::SCHEMA;

    /// Massachusetts, New Hampshire and Puerto Rico with an area each, and one across the border of the first two.
    /// Nurses have a national mean of 40 an hour in the year of the cities.
    const PLACES: &str = "
        INSERT INTO areas VALUES
            ('25', 'state', 'Massachusetts', 'MA'), ('33', 'state', 'New Hampshire', 'NH'),
            ('72', 'territory', 'Puerto Rico', 'PR'),
            ('14460', 'metropolitan', 'Boston, MA-NH', 'MA'), ('31700', 'metropolitan', 'Manchester, NH', 'NH'),
            ('41980', 'metropolitan', 'San Juan, PR', 'PR');
        INSERT INTO oews_national_previous VALUES ('29-1141', 40, 83200, 0.3);
        INSERT INTO price_parities VALUES ('state', '25', 'Massachusetts', 'code', 108.238, '2023');
        INSERT INTO oflc_metropolitan VALUES
            ('29-1141', '14460', 50.01, 'hour'), ('29-1141', '31700', 60, 'hour'), ('29-1141', '41980', 70, 'hour');";

    fn jobs(transaction: &Transaction, state: &str, jobs: &str) {
        transaction
            .execute(
                "INSERT INTO oews_areas (soc_code, area_code, employment, wage_annual_mean_usd)
                 VALUES ('29-1141', ?1, ?2, 90000)",
                [state, jobs],
            )
            .unwrap();
    }

    /// Title, annual mean and verdict of the best of a kind, after a change to the places; empty where there is none.
    fn best(kind: &str, jobs_of: &[(&str, &str)], change: &str) -> (String, Option<i64>, String) {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let transaction = connection.transaction().unwrap();
        transaction.execute_batch(PLACES).unwrap();
        for (state, count) in jobs_of {
            jobs(&transaction, state, count);
        }
        transaction.execute_batch(change).unwrap();
        resolve(&transaction, Path::new("")).unwrap();
        let query = "SELECT title, wage_annual_mean_usd, against_nation FROM best_paid WHERE kind = ?1";
        let read = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        transaction.query_row(query, [kind], read).optional().unwrap().unwrap_or_default()
    }

    fn found(title: &str, annual: Option<i64>) -> (String, Option<i64>, String) {
        (title.to_owned(), annual, String::new())
    }

    #[test]
    fn a_city_counts_where_its_first_state_has_500_jobs() {
        let manchester = found("Manchester, NH", Some(124_800));
        let boston = found("Boston, MA-NH", Some(104_020));
        assert_eq!(best("city", &[("25", "500"), ("33", "500"), ("72", "9000")], ""), manchester);
        assert_eq!(best("city", &[("25", "500"), ("33", "499"), ("72", "9000")], ""), boston);
        assert_eq!(best("city", &[("25", "500"), ("33", "employment_not_released")], ""), boston);
        assert_eq!(best("city", &[("72", "9000")], ""), found("", None));
    }

    #[test]
    fn a_city_is_held_against_the_nation_of_its_year() {
        let jobs = [("25", "500")];
        let nation = |usd: &str| {
            let change = format!("UPDATE oews_national_previous SET wage_annual_mean_usd = {usd}");
            best("city", &jobs, &change).2
        };
        assert_eq!(nation("52011"), "");
        assert_eq!(nation("52010"), "above_twice");
        assert_eq!(nation("104020"), "");
        assert_eq!(nation("104021"), "below");
        assert_eq!(best("city", &jobs, "DELETE FROM oews_national_previous"), found("", None));
    }

    #[test]
    fn pay_stays_in_the_unit_it_is_published_in() {
        let jobs = [("25", "500")];
        let by_the_hour = "UPDATE oews_national_previous SET wage_annual_mean_usd = 'hourly_only'";
        assert_eq!(best("city", &jobs, by_the_hour), found("Boston, MA-NH", None));
        let by_the_year = "UPDATE oflc_metropolitan SET wage_mean_usd = 99999, unit = 'year'";
        assert_eq!(best("city", &jobs, by_the_year), found("Boston, MA-NH", Some(99_999)));
    }

    #[test]
    fn a_state_counts_with_100_jobs() {
        assert_eq!(best("state", &[("25", "100"), ("72", "9000")], ""), found("Massachusetts", Some(90_000)));
        assert_eq!(best("state", &[("25", "99"), ("72", "9000")], ""), found("", None));
    }
}
