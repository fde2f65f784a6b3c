//! Employment Projections, education: tables 5.3 (attainment) and 5.4 (entry requirements).

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::projections::{Notes, code_heading, title_heading};
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const ENTRY_REQUIREMENTS: Spec = Spec {
    name: "entry_requirements",
    key: &["soc_code"],
    columns: &["soc_code", "typical_education", "work_experience", "on_the_job_training"],
};

pub(crate) const ATTAINMENT: Spec = Spec {
    name: "attainment",
    key: &["soc_code"],
    columns: &[
        "soc_code",
        "inherited",
        "less_than_high_school_percent",
        "high_school_percent",
        "some_college_percent",
        "associates_percent",
        "bachelors_percent",
        "masters_percent",
        "doctoral_or_professional_percent",
    ],
};

/// The publisher's categories and our words for them.
type Words = &'static [(&'static str, &'static str)];

const EDUCATION: Words = &[
    ("No formal educational credential", "no_credential"),
    ("High school diploma or equivalent", "high_school"),
    ("Some college, no degree", "some_college"),
    ("Postsecondary nondegree award", "postsecondary_award"),
    ("Associate's degree", "associates"),
    ("Bachelor's degree", "bachelors"),
    ("Master's degree", "masters"),
    ("Doctoral or professional degree", "doctoral_or_professional"),
];

const EXPERIENCE: Words = &[
    ("None", "none"),
    ("Less than 5 years", "less_than_five_years"),
    ("5 years or more", "five_years_or_more"),
];

const TRAINING: Words = &[
    ("None", "none"),
    ("Short-term on-the-job training", "short_term"),
    ("Moderate-term on-the-job training", "moderate_term"),
    ("Long-term on-the-job training", "long_term"),
    ("Apprenticeship", "apprenticeship"),
    ("Internship/residency", "internship_residency"),
];

const REQUIREMENTS: [(&str, Words); 3] = [
    ("Typical education needed for entry", EDUCATION),
    ("Work experience in a related occupation", EXPERIENCE),
    ("Typical on-the-job training needed to attain competency in the occupation", TRAINING),
];

const DEGREES: [&str; 7] = [
    "Less than high school diploma",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
];

/// The row of all occupations together.
pub(crate) const TOTAL: &str = "00-0000";

/// Both tables, in the order of their names here.
pub(crate) fn read_education(folder: &Path, release: &Release, codes: &Codes) -> Result<[Table; 2], Error> {
    let base = release.year().unwrap_or_default();
    let mut book = Workbook::open(folder, &release.file)?;
    let requirements = read_requirements(&mut book, base, codes)?;
    require_every_line_item(&requirements, codes, &release.file, "table 5.4")?;
    let attainment = read_attainment(&mut book, base, codes)?;
    require_every_line_item(&attainment, codes, &release.file, "table 5.3")?;
    let table = |spec, rows: BTreeMap<SocCode, Vec<String>>| Table {
        spec,
        origin: Origin::of(&release.id),
        rows: rows.into_values().collect(),
    };
    Ok([table(&ENTRY_REQUIREMENTS, requirements), table(&ATTAINMENT, attainment)])
}

fn read_requirements(
    book: &mut Workbook,
    base: u16,
    codes: &Codes,
) -> Result<BTreeMap<SocCode, Vec<String>>, Error> {
    let (title, code) = (title_heading(base), code_heading(base));
    let wanted: Vec<&str> =
        [title.as_str(), code.as_str()].into_iter().chain(REQUIREMENTS.map(|(column, _)| column)).collect();
    let mut rows = BTreeMap::new();
    let mut notes = Notes::default();
    book.read("Table 5.4", Heading::row(2), &wanted, |row| {
        if notes.hold(row, &title, &code)? {
            return Ok(());
        }
        let soc_code = line_item(row, &code, codes)?;
        let mut cells = vec![soc_code.to_string()];
        for (column, words) in REQUIREMENTS {
            cells.push(word(row, column, words)?.to_owned());
        }
        insert(&mut rows, soc_code, cells, row, &code)
    })?;
    Ok(rows)
}

fn read_attainment(
    book: &mut Workbook,
    base: u16,
    codes: &Codes,
) -> Result<BTreeMap<SocCode, Vec<String>>, Error> {
    let (title, code) = (title_heading(base), code_heading(base));
    let wanted: Vec<&str> = [title.as_str(), code.as_str()].into_iter().chain(DEGREES).collect();
    let mut rows = BTreeMap::new();
    let mut notes = Notes::default();
    book.read("Table 5.3", Heading::row(2), &wanted, |row| {
        if notes.hold(row, &title, &code)? {
            return Ok(());
        }
        let soc_code = match row.soc_code(&code)? {
            total if total.as_str() == TOTAL => total,
            _ => line_item(row, &code, codes)?,
        };
        let inherited = has_footnote(row, &title, "[1]")?;
        let mut cells = vec![soc_code.to_string(), inherited.to_string()];
        for column in DEGREES {
            cells.push(row.cell(column, &[])?.to_string());
        }
        insert(&mut rows, soc_code, cells, row, &code)
    })?;
    Ok(rows)
}

fn word(row: &Row<'_>, column: &str, words: Words) -> Result<&'static str, Error> {
    let text = row.text(column)?;
    words
        .iter()
        .find(|(category, _)| *category == text)
        .map(|(_, word)| *word)
        .ok_or_else(|| row.refuse_text(column, &text, "a known category"))
}

fn insert(
    rows: &mut BTreeMap<SocCode, Vec<String>>,
    soc_code: SocCode,
    cells: Vec<String>,
    row: &Row<'_>,
    column: &str,
) -> Result<(), Error> {
    match rows.insert(soc_code, cells) {
        Some(_) => Err(row.refuse(column, "a second row for this code")),
        None => Ok(()),
    }
}

/// The code of a row, which must be a line item.
pub(crate) fn line_item(row: &Row<'_>, column: &str, codes: &Codes) -> Result<SocCode, Error> {
    let code = row.soc_code(column)?;
    if codes.line_items.contains_key(&code) {
        Ok(code)
    } else {
        Err(row.refuse_text(column, code.as_str(), "a line item of the projections"))
    }
}

/// Whether a title carries the footnote; another footnote is refused.
pub(crate) fn has_footnote(row: &Row<'_>, column: &str, footnote: &str) -> Result<bool, Error> {
    let title = row.text(column)?;
    match title.split_once('[') {
        None => Ok(false),
        Some((_, rest)) if format!("[{rest}") == footnote => Ok(true),
        Some(_) => {
            Err(row.refuse_text(column, &title, &format!("a title with the footnote {footnote} or none")))
        }
    }
}

/// A table of occupations that lacks one is cut short, or of another round.
pub(crate) fn require_every_line_item<V>(
    rows: &BTreeMap<SocCode, V>,
    codes: &Codes,
    file: &str,
    table: &str,
) -> Result<(), Error> {
    match codes.line_items.keys().find(|code| !rows.contains_key(code)) {
        Some(code) => Err(Error::whole(file, format!("{table} has no row for {code}"))),
        None => Ok(()),
    }
}
