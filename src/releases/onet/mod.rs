//! The O*NET database, as tab-separated text: a folder of files.

mod interests;
mod ratings;
mod styles;
mod technology;
mod values;

pub(crate) use interests::INTERESTS;
pub(crate) use ratings::{ABILITIES, ELEMENTS, KNOWLEDGE, SKILLS};
pub(crate) use styles::WORK_STYLES;
pub(crate) use technology::TECHNOLOGY;
pub(crate) use values::WORK_VALUES;

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Cell, Reason};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::{Marker, Row};
use crate::releases::soc::{Codes, is_military};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const REQUIREMENTS: Spec = Spec {
    name: "onet_requirements",
    key: &["onet_code", "scale", "category"],
    columns: &["onet_code", "scale", "category", "share_percent", "share_se"],
};

pub(crate) const JOB_ZONES: Spec =
    Spec { name: "onet_job_zones", key: &["onet_code"], columns: &["onet_code", "job_zone"] };

pub(crate) const RELATED: Spec = Spec {
    name: "onet_related",
    key: &["onet_code", "rank"],
    columns: &["onet_code", "related_onet_code", "tier", "rank"],
};

const CODE: &str = "O*NET-SOC Code";
const ELEMENT: &str = "Element ID";
const ELEMENT_NAME: &str = "Element Name";
const SCALE: &str = "Scale ID";
const VALUE: &str = "Data Value";
const STANDARD_ERROR: &str = "Standard Error";
const SUPPRESS: &str = "Recommend Suppress";

/// The scales that are shares of answers, with their numbers of categories. The files also rate the importance of
/// certificates and apprenticeships (`IM`), which is no share.
const SCALES: [(&str, u32); 4] = [("RL", 12), ("RW", 11), ("PT", 9), ("OJ", 9)];

/// The tables that lie in files of their own.
pub(crate) fn read_onet(folder: &Path, release: &Release, codes: &Codes) -> Result<Vec<Table>, Error> {
    let mut elements = ratings::Elements::new();
    let mut tables = vec![
        read_requirements(folder, release, codes)?,
        read_job_zones(folder, release, codes)?,
        read_related(folder, release, codes)?,
        interests::read_interests(folder, release, codes)?,
        technology::read_technology(folder, release, codes)?,
        values::read_values(folder, release, codes, &mut elements)?,
        styles::read_styles(folder, release, codes, &mut elements)?,
    ];
    tables.extend(ratings::read_ratings(folder, release, codes, &mut elements)?);
    tables.push(ratings::elements_table(release, elements));
    Ok(tables)
}

fn table(spec: &'static Spec, release: &Release, rows: Vec<Vec<String>>) -> Table {
    Table { spec, origin: Origin::of(&release.id), rows }
}

/// Reads a file of the folder row by row, military occupations left out.
pub(crate) fn read_file(
    folder: &Path,
    release: &Release,
    name: &str,
    wanted: &[&str],
    codes: &Codes,
    mut take: impl FnMut(&Row<'_>, &str) -> Result<(), Error>,
) -> Result<(), Error> {
    let file = release.file_within(&format!("{name}.txt"));
    read_text(folder, &file, Layout::Tabs, wanted, |row| match onet_code(row, CODE, codes)? {
        Some(code) => take(row, &code),
        None => Ok(()),
    })
}

/// The O*NET code of a cell; `None` for a military one.
fn onet_code(row: &Row<'_>, column: &str, codes: &Codes) -> Result<Option<String>, Error> {
    let code = row.text(column)?;
    if is_military(&code) {
        Ok(None)
    } else if codes.line_item_of_onet(&code).is_some() {
        Ok(Some(code))
    } else {
        Err(row.refuse_text(column, &code, "a code of the O*NET to projections crosswalk"))
    }
}

/// A yes or no; `n/a` where the survey had no rule for it (answers of occupational experts), which is no yes.
fn flag(row: &Row<'_>, column: &str) -> Result<bool, Error> {
    match row.text(column)?.as_str() {
        "Y" => Ok(true),
        "N" | "n/a" => Ok(false),
        other => Err(row.refuse_text(column, other, "Y, N or n/a")),
    }
}

/// The value and its standard error, or the reason twice.
fn value_and_error(row: &Row<'_>, reason: Option<Reason>) -> Result<(Cell, Cell), Error> {
    const MARKERS: &[Marker] = &[("n/a", Cell::Missing(Reason::Absent))];
    let value = row.cell(VALUE, &[])?;
    let error = row.cell(STANDARD_ERROR, MARKERS)?;
    Ok(match reason {
        Some(reason) => (Cell::Missing(reason), Cell::Missing(reason)),
        None => (value, error),
    })
}

fn read_requirements(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    const CATEGORY: &str = "Category";
    const NAME: &str = "Education, Training, and Experience";
    let wanted = [CODE, SCALE, CATEGORY, VALUE, STANDARD_ERROR, SUPPRESS];
    let mut shares: BTreeMap<(String, &str, u32), (Cell, Cell)> = BTreeMap::new();
    read_file(folder, release, NAME, &wanted, codes, |row, code| {
        let scale = row.text(SCALE)?;
        if scale == "IM" {
            return Ok(());
        }
        let Some((scale, categories)) = SCALES.into_iter().find(|(known, _)| *known == scale) else {
            return Err(row.refuse_text(SCALE, &scale, "a known scale"));
        };
        let category = row.whole(CATEGORY, 1, categories)?;
        let reason = flag(row, SUPPRESS)?.then_some(Reason::LowPrecision);
        let share = value_and_error(row, reason)?;
        match shares.insert((code.to_owned(), scale, category), share) {
            Some(_) => Err(row.refuse(CATEGORY, "a second row for this category")),
            None => Ok(()),
        }
    })?;
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for (code, scale, _) in shares.keys() {
        *counts.entry((code, scale)).or_default() += 1;
    }
    for ((code, scale), count) in counts {
        if !SCALES.contains(&(scale, count)) {
            let problem = format!("{code} has {count} categories of the scale {scale}");
            return Err(Error::whole(&release.file_within(&format!("{NAME}.txt")), problem));
        }
    }
    let rows = shares.into_iter().map(|((code, scale, category), (share, error))| {
        vec![code, scale.to_owned(), category.to_string(), share.to_string(), error.to_string()]
    });
    Ok(table(&REQUIREMENTS, release, rows.collect()))
}

fn read_job_zones(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    const ZONE: &str = "Job Zone";
    let mut zones = BTreeMap::new();
    read_file(folder, release, "Job Zones", &[CODE, ZONE], codes, |row, code| {
        match zones.insert(code.to_owned(), row.whole(ZONE, 1, 5)?) {
            Some(_) => Err(row.refuse(CODE, "a second row for this code")),
            None => Ok(()),
        }
    })?;
    let rows = zones.into_iter().map(|(code, zone)| vec![code, zone.to_string()]);
    Ok(table(&JOB_ZONES, release, rows.collect()))
}

fn read_related(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    const OTHER: &str = "Related O*NET-SOC Code";
    const TIER: &str = "Relatedness Tier";
    const RANK: &str = "Index";
    let mut related = BTreeMap::new();
    read_file(folder, release, "Related Occupations", &[CODE, OTHER, TIER, RANK], codes, |row, code| {
        let Some(other) = onet_code(row, OTHER, codes)? else {
            return Ok(());
        };
        let tier = match row.text(TIER)?.as_str() {
            "Primary-Short" => "primary_short",
            "Primary-Long" => "primary_long",
            "Supplemental" => "supplemental",
            unknown => return Err(row.refuse_text(TIER, unknown, "a known tier")),
        };
        let rank = row.whole(RANK, 1, 1000)?;
        match related.insert((code.to_owned(), rank), (other, tier)) {
            Some(_) => Err(row.refuse(RANK, "a second row for this rank")),
            None => Ok(()),
        }
    })?;
    let rows = related
        .into_iter()
        .map(|((code, rank), (other, tier))| vec![code, other, tier.to_owned(), rank.to_string()]);
    Ok(table(&RELATED, release, rows.collect()))
}
