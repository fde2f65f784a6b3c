//! O*NET's technology in use: software by name, with marks for what job postings ask for.

use std::collections::BTreeMap;
use std::path::Path;

use super::{CODE, read_file, table};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Spec, Table};

pub(crate) const TECHNOLOGY: Spec = Spec {
    name: "onet_technology",
    key: &["onet_code", "example"],
    columns: &["onet_code", "example", "category", "hot", "in_demand"],
};

const EXAMPLE: &str = "Example";
const CATEGORY: &str = "Commodity Title";
const HOT: &str = "Hot Technology";
const IN_DEMAND: &str = "In Demand";

pub(super) fn read_technology(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    let mut examples: BTreeMap<(String, String), [String; 3]> = BTreeMap::new();
    let wanted = [CODE, EXAMPLE, CATEGORY, HOT, IN_DEMAND];
    read_file(folder, release, "Technology Skills", &wanted, codes, |row, code| {
        let key = (code.to_owned(), row.text(EXAMPLE)?);
        let cells = [row.text(CATEGORY)?, mark(row, HOT)?, mark(row, IN_DEMAND)?];
        match examples.insert(key, cells) {
            Some(_) => Err(row.refuse(EXAMPLE, "a second row for this example")),
            None => Ok(()),
        }
    })?;
    let rows = examples
        .into_iter()
        .map(|((code, example), cells)| [code, example].into_iter().chain(cells).collect());
    Ok(table(&TECHNOLOGY, release, rows.collect()))
}

/// `yes` or `no`.
fn mark(row: &Row<'_>, column: &str) -> Result<String, Error> {
    match row.text(column)?.as_str() {
        "Y" => Ok("yes".to_owned()),
        "N" => Ok("no".to_owned()),
        other => Err(row.refuse_text(column, other, "Y or N")),
    }
}
