//! O*NET's technology in use, brought to the occupations.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Transaction, params};

use super::bases::Bases;
use crate::dataset::Error;
use crate::dataset::table::{Row, Table};

/// Fills `technology`.
pub fn resolve(transaction: &Transaction, data: &Path, bases: &Bases) -> Result<(), Error> {
    let table = Table::read(data, "onet_technology")?;
    let mut of_code: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    let mut users: BTreeMap<&str, usize> = BTreeMap::new();
    for row in table.rows() {
        of_code.entry(row.text("onet_code")?).or_default().push(row);
        *users.entry(row.text("example")?).or_default() += 1;
    }
    let mut insert = transaction.prepare("INSERT INTO technology VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for soc_code in bases.codes_of.keys().copied() {
        let Some(found) = bases.find(soc_code, "technology", |code| of_code.contains_key(code))? else {
            continue;
        };
        let mut examples: BTreeSet<(bool, bool, usize, &str, &str)> = BTreeSet::new();
        for row in found.codes.iter().filter_map(|code| of_code.get(code)).flatten() {
            let (example, category) = (row.text("example")?, row.text("category")?);
            let [hot, in_demand] = [row.text("hot")? == "yes", row.text("in_demand")? == "yes"];
            let number = users.get(example).copied().unwrap_or_default();
            examples.insert((!in_demand, !hot, number, example, category));
        }
        let mut seen = BTreeSet::new();
        let distinct = examples.into_iter().filter(|(.., example, _)| seen.insert(*example));
        for (rank, (not_in_demand, not_hot, _, example, category)) in (1_i64..).zip(distinct) {
            insert.execute(params![soc_code, rank, example, category, !not_hot, !not_in_demand])?;
        }
    }
    Ok(())
}
