//! Where an occupation stands among the others in its exposure to language models.

use std::path::Path;

use rusqlite::Transaction;

use crate::dataset::Error;

// Over how many of the other rated occupations, rounded down; equal scores are not under one another.
const RESOLVE: &str = "
    WITH placed AS (
        SELECT soc_code, task_exposure, task_exposure_parts, ai_applicability,
               rank() OVER (ORDER BY task_exposure) - 1 AS tasks_under,
               rank() OVER (ORDER BY ai_applicability) - 1 AS applicability_under,
               count(*) OVER () - 1 AS others
          FROM ai_exposure
         WHERE task_exposure IS NOT NULL AND ai_applicability IS NOT NULL)
    INSERT INTO exposure
    SELECT soc_code, task_exposure, 100 * tasks_under / max(others, 1), task_exposure_parts,
           ai_applicability, 100 * applicability_under / max(others, 1)
      FROM placed";

/// Fills `exposure`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    transaction.execute(RESOLVE, [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::dataset::SCHEMA;

    #[test]
    fn a_score_stands_over_those_that_are_lower() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let transaction = connection.transaction().unwrap();
        transaction
            .execute_batch(
                "INSERT INTO ai_exposure VALUES
                 ('11-1011', 0.2, 0, 0.4), ('11-1021', 0.2, 0, 0.3), ('11-1031', 0.5, 3, 0.2), ('11-2011', 0.9, 0, 0.1)",
            )
            .unwrap();
        resolve(&transaction, Path::new("")).unwrap();
        let over: Vec<(i64, i64)> = transaction
            .prepare("SELECT task_exposure_over, ai_applicability_over FROM exposure ORDER BY soc_code")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(over, [(0, 100), (0, 66), (66, 33), (100, 0)]);
    }
}
