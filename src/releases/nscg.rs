//! National Survey of College Graduates: how satisfied people are with their jobs, by group of occupations.

use std::path::Path;

use crate::domain::{Cell, Reason};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::{EMPTY, Marker, Row};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const SATISFACTION: Spec = Spec {
    name: "nscg_satisfaction",
    key: &["group_title"],
    columns: &[
        "group_title",
        "broader_group",
        "employed",
        "very_satisfied",
        "somewhat_satisfied",
        "somewhat_dissatisfied",
        "very_dissatisfied",
    ],
};

/// The table of job satisfaction by sector and occupation.
const FILE: &str = "7773.csv";
const PATH: &str = "sector_and_occupation_full_path";
const FIGURES: [&str; 5] = [
    "field_total",
    "field_job_satisfaction_very_satisfied",
    "field_job_satisfaction_somewhat_satisfied",
    "field_job_satisfaction_somewhat_dissatisfied",
    "field_job_satisfaction_very_dissatisfied",
];

/// An empty cell: nobody.
const MARKERS: &[Marker] = &[("S", Cell::Missing(Reason::LowPrecision)), EMPTY];

/// Between the parts of a path, from the broadest to the narrowest.
const BETWEEN: &str = " -> ";
const EVERYBODY: &str = "All sectors";
/// Parts of the table that repeat the occupations for one kind of employer.
const SECTORS: [&str; 3] = ["Business or industry", "Education", "Government"];
/// The broadest groups of occupations.
const OCCUPATIONS: [&str; 3] = ["S&E occupations", "S&E-related occupations", "Non-S&E occupations"];

/// Counts are rounded to thousands; a smaller number marks one that was rounded to none.
const LEAST_COUNT: f64 = 1.0;

pub(crate) fn read_satisfaction(folder: &Path, release: &Release) -> Result<Table, Error> {
    let file = release.file_within(FILE);
    let wanted: Vec<&str> = [PATH].into_iter().chain(FIGURES).collect();
    let mut rows: Vec<Vec<String>> = Vec::new();
    read_text(folder, &file, Layout::Commas, &wanted, |row| {
        let path = row.text(PATH)?;
        let Some((group, broader)) = group(row, &path)? else {
            return Ok(());
        };
        let mut cells = vec![group.to_owned(), broader.to_owned()];
        for column in FIGURES {
            let count = match row.cell(column, MARKERS)? {
                Cell::Number(number) if number < LEAST_COUNT => Cell::Number(0.0),
                cell => cell,
            };
            cells.push(count.to_string());
        }
        rows.push(cells);
        Ok(())
    })?;
    rows.sort();
    let twice = rows.windows(2).find_map(|pair| match pair {
        [one, other] if one.first() == other.first() => one.first(),
        _ => None,
    });
    if let Some(group) = twice {
        return Err(Error::whole(&file, format!("there are two rows for “{group}”")));
    }
    if let Some(group) = OCCUPATIONS
        .iter()
        .find(|group| !rows.iter().any(|row| row.iter().next().is_some_and(|name| name == *group)))
    {
        return Err(Error::whole(&file, format!("there is no row for “{group}”")));
    }
    Ok(Table { spec: &SATISFACTION, origin: Origin::of(&release.id), rows })
}

/// The group that a row is about and the one around it; none for the rows of one sector.
fn group<'p>(row: &Row<'_>, path: &'p str) -> Result<Option<(&'p str, &'p str)>, Error> {
    let mut parts = path.split(BETWEEN);
    let known = match (parts.next(), parts.next()) {
        (Some(EVERYBODY), None) => Some((EVERYBODY, "")),
        (Some(EVERYBODY), Some(sector)) if SECTORS.contains(&sector) => None,
        (Some(EVERYBODY), Some(occupations)) if OCCUPATIONS.contains(&occupations) => {
            path.rsplit_once(BETWEEN).map(|(around, group)| {
                (group, around.rsplit_once(BETWEEN).map_or(around, |(_, broader)| broader))
            })
        }
        _ => return Err(row.refuse_text(PATH, path, "a known sector or group of occupations")),
    };
    Ok(known)
}
