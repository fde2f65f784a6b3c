//! The employer that offers most, among those that sought foreign workers for an occupation.
//!
//! Nobody publishes what companies pay by occupation. Employers that seek foreign workers have to say what they offer;
//! those with a page and at least ten applications for an occupation are held against one another, as the best of one or two
//! would say nothing.

use std::path::Path;

use rusqlite::Transaction;

use crate::dataset::Error;

const RESOLVE: &str = "
    WITH ranked AS (
        SELECT o.soc_code, c.id, o.wage_annual_median_usd,
               count(*) OVER (PARTITION BY o.soc_code) AS employers,
               row_number() OVER (
                   PARTITION BY o.soc_code
                   ORDER BY o.wage_annual_median_usd DESC, o.applications DESC, c.slug
               ) AS place
          FROM company_occupations o JOIN companies c ON c.id = o.company_id
         WHERE o.applications >= 10)
    INSERT INTO best_employer
    SELECT soc_code, id, wage_annual_median_usd, employers FROM ranked WHERE place = 1 AND employers >= 3";

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
        for (id, name) in (0_i64..).zip(["A", "B", "C", "D", "E"]) {
            transaction.execute("INSERT INTO companies VALUES (?1, lower(?2), ?2, ?2)", (id, name)).unwrap();
        }
        for (soc_code, company, applications, median) in [
            ("15-1252", 0, 90, 100_000),
            ("15-1252", 2, 10, 150_000),
            ("15-1252", 1, 20, 150_000),
            ("15-1252", 3, 20, 120_000),
            ("15-1252", 4, 9, 190_000),
            ("29-1141", 0, 90, 100_000),
            ("29-1141", 1, 90, 200_000),
        ] {
            transaction
                .execute(
                    "INSERT INTO company_occupations VALUES (?1, ?2, 100, ?3, ?4, NULL)",
                    (company, soc_code, applications, median),
                )
                .unwrap();
        }
        resolve(&transaction, Path::new("")).unwrap();
        let mut statement = transaction.prepare("SELECT * FROM best_employer").unwrap();
        let rows: Vec<(String, i64, i64, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(rows, [("15-1252".to_owned(), 1, 150_000, 4)]);
    }
}
