//! The employer that offers most, among those that sought foreign workers for an occupation.
//!
//! Nobody publishes what companies pay by occupation. Employers that seek foreign workers have to say what they offer;
//! the table has those with at least ten applications for an occupation, and the best of one or two would say nothing.

use std::path::Path;

use rusqlite::Transaction;

use crate::dataset::Error;

const RESOLVE: &str = "
    WITH ranked AS (
        SELECT soc_code, employer, wage_annual_median_usd,
               count(*) OVER (PARTITION BY soc_code) AS employers,
               row_number() OVER (
                   PARTITION BY soc_code ORDER BY wage_annual_median_usd DESC, applications DESC, employer
               ) AS place
          FROM lca_employers)
    INSERT INTO best_employer
    SELECT soc_code, employer, wage_annual_median_usd, employers FROM ranked WHERE place = 1 AND employers >= 3";

/// Fills `best_employer`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    transaction.execute(RESOLVE, [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_offer_counts_where_three_employers_made_some() {
        let mut connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.execute_batch(crate::dataset::SCHEMA).unwrap();
        let transaction = connection.transaction().unwrap();
        for (soc_code, employer, applications, median) in [
            ("15-1252", "A", 90, 100_000),
            ("15-1252", "C", 10, 150_000),
            ("15-1252", "B", 20, 150_000),
            ("15-1252", "D", 20, 120_000),
            ("29-1141", "A", 90, 100_000),
            ("29-1141", "B", 90, 200_000),
        ] {
            transaction
                .execute(
                    "INSERT INTO lca_employers VALUES (?1, ?2, ?3, ?4)",
                    (soc_code, employer, applications, median),
                )
                .unwrap();
        }
        resolve(&transaction, Path::new("")).unwrap();
        let mut statement = transaction.prepare("SELECT * FROM best_employer").unwrap();
        let rows: Vec<(String, String, i64, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(rows, [("15-1252".to_owned(), "B".to_owned(), 150_000, 4)]);
    }
}
