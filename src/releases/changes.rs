//! What a refresh changed, against the tables that were there.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::path::Path;

use crate::domain::Cell;
use crate::releases::publish::parts_in;
use crate::releases::table::{Spec, Table};

/// A figure is reported when it moved by more than this share of what it was.
const MOVED_BY: f64 = 0.25;

/// So many of a table's moved figures are named; the rest is counted.
const NAMED: usize = 10;

/// A figure that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The row's key.
    pub key: Vec<String>,
    /// The column.
    pub column: String,
    /// What it was.
    pub old: f64,
    /// What it is.
    pub new: f64,
}

impl Moved {
    fn share(&self) -> f64 {
        ((self.new - self.old) / self.old).abs()
    }
}

/// What changed in one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableChange {
    /// The table's name, `oews_states`.
    pub name: String,
    /// How many rows it has now; none when it is no longer made.
    pub rows: usize,
    /// Rows whose key is new.
    pub added: usize,
    /// Rows whose key is gone.
    pub gone: usize,
    /// Cells of kept rows that differ in any way.
    pub changed: usize,
    /// Cells that held a number and hold a reason for having none now.
    pub withdrawn: usize,
    /// Figures that moved by more than 25 percent.
    pub moved: usize,
    /// The ten of them that moved most.
    pub largest: Vec<Moved>,
}

type Rows<'a> = BTreeMap<Vec<String>, HashMap<&'a str, &'a str>>;

/// Compares a new table (`None`: no longer made) with its files in `data`.
pub(crate) fn compare(data: &Path, spec: &'static Spec, new: Option<&Table>) -> Option<TableChange> {
    let old = read_old(data, spec);
    if old.is_none() && new.is_none() {
        return None;
    }
    let (old_columns, old_rows) = old.unwrap_or_default();
    let new_rows: &[Vec<String>] = new.map_or(&[], |table| &table.rows);
    let new_columns: Vec<String> = spec.columns.iter().map(|column| (*column).to_owned()).collect();
    let before = keyed(spec, &old_columns, &old_rows);
    let after = keyed(spec, &new_columns, new_rows);
    let mut change = TableChange {
        name: spec.name.to_owned(),
        rows: new_rows.len(),
        added: after.keys().filter(|key| !before.contains_key(*key)).count(),
        gone: before.keys().filter(|key| !after.contains_key(*key)).count(),
        changed: 0,
        withdrawn: 0,
        moved: 0,
        largest: Vec::new(),
    };
    for (key, old) in &before {
        if let Some(new) = after.get(key) {
            compare_row(&mut change, key, old, new);
        }
    }
    change.moved = change.largest.len();
    change.largest.sort_by(|one, other| other.share().total_cmp(&one.share()));
    change.largest.truncate(NAMED);
    Some(change)
}

fn compare_row(
    change: &mut TableChange,
    key: &[String],
    old: &HashMap<&str, &str>,
    new: &HashMap<&str, &str>,
) {
    let mut columns: Vec<&&str> = new.keys().collect();
    columns.sort_unstable();
    for column in columns {
        let (Some(old), Some(new)) = (old.get(*column), new.get(*column)) else {
            continue;
        };
        if old == new {
            continue;
        }
        change.changed += 1;
        match (number(old), number(new)) {
            (Some(_), None) => change.withdrawn += 1,
            (Some(old), Some(new)) => {
                let moved = Moved { key: key.to_vec(), column: (*column).to_owned(), old, new };
                if moved.share() > MOVED_BY {
                    change.largest.push(moved);
                }
            }
            (None, _) => {}
        }
    }
}

fn number(text: &str) -> Option<f64> {
    Cell::parse(text).ok().and_then(Cell::number)
}

fn keyed<'a>(spec: &Spec, columns: &'a [String], rows: &'a [Vec<String>]) -> Rows<'a> {
    rows.iter()
        .map(|row| {
            let cells: HashMap<&str, &str> =
                columns.iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect();
            let key = spec.key.iter().map(|column| cells.get(column).copied().unwrap_or_default().to_owned());
            (
                key.collect(),
                cells
                    .iter()
                    .filter(|(column, _)| !spec.key.contains(column))
                    .map(|(column, cell)| (*column, *cell))
                    .collect(),
            )
        })
        .collect()
}

/// The heading and rows of the table's files, `None` when there is none that can be read.
fn read_old(data: &Path, spec: &Spec) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let mut heading = None;
    let mut rows = Vec::new();
    for path in parts_in(data, spec.name) {
        let mut reader = csv::Reader::from_path(path).ok()?;
        let columns: Vec<String> = reader.headers().ok()?.iter().map(str::to_owned).collect();
        heading.get_or_insert(columns);
        for record in reader.records() {
            rows.push(record.ok()?.iter().map(str::to_owned).collect());
        }
    }
    heading.map(|heading| (heading, rows))
}

impl fmt::Display for TableChange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}: {} rows, {} added, {} gone, {} cells changed",
            self.name, self.rows, self.added, self.gone, self.changed
        )?;
        if self.withdrawn > 0 {
            write!(formatter, ", {} figures withdrawn", self.withdrawn)?;
        }
        if self.moved > 0 {
            write!(formatter, ", {} figures moved by more than 25 percent", self.moved)?;
        }
        for moved in &self.largest {
            write!(
                formatter,
                "\n  {}, {}: {} -> {}",
                moved.key.join(" "),
                moved.column,
                moved.old,
                moved.new
            )?;
        }
        match self.moved.saturating_sub(self.largest.len()) {
            0 => Ok(()),
            more => write!(formatter, "\n  and {more} more"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::releases::oews::SECTORS;
    use crate::releases::table::Origin;

    const FIGURES: Spec = Spec { name: "figures", key: &["code"], columns: &["code", "jobs"] };

    fn table(spec: &'static Spec, rows: &[(usize, &str)]) -> Table {
        Table {
            spec,
            origin: Origin::of("x"),
            rows: rows.iter().map(|(code, jobs)| vec![code.to_string(), (*jobs).to_owned()]).collect(),
        }
    }

    #[test]
    fn the_ten_that_moved_most_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let old: Vec<String> = (1..=13).map(|code| format!("{code},100")).collect();
        // Cut in two parts, and with a column that is no longer made.
        std::fs::write(folder.path().join("figures.1.csv"), format!("code,jobs\n{}\n", old.join("\n")))
            .unwrap();
        std::fs::write(folder.path().join("figures.2.csv"), "code,jobs\n14,0\n15,5\n16,100\n").unwrap();
        let new = [
            "125",
            "75",
            "126",
            "127",
            "128",
            "129",
            "130",
            "131",
            "132",
            "133",
            "134",
            "135",
            "74",
            "1",
            "low_precision",
        ];
        let mut rows: Vec<(usize, &str)> = (1..).zip(new).collect();
        rows.push((17, "3"));
        let change = compare(folder.path(), &FIGURES, Some(&table(&FIGURES, &rows))).unwrap();
        assert_eq!((change.added, change.gone, change.changed, change.withdrawn), (1, 1, 15, 1));
        assert_eq!(change.moved, 12);
        let named: Vec<&str> =
            change.largest.iter().map(|moved| moved.key.first().unwrap().as_str()).collect();
        assert_eq!(named, ["14", "12", "11", "10", "9", "8", "7", "6", "5", "4"]);
        assert!(change.to_string().ends_with("and 2 more"), "{change}");
    }

    #[test]
    fn a_table_that_is_no_longer_made_has_lost_its_rows() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(compare(folder.path(), &SECTORS, None), None);
        std::fs::write(folder.path().join("sectors.csv"), "naics_code,title\n11,Farms\n").unwrap();
        let change = compare(folder.path(), &SECTORS, None).unwrap();
        assert_eq!((change.rows, change.gone), (0, 1));
    }
}
