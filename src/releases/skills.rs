//! Employment Projections, skills: tables 6.2 (the top three) and 6.5 (percentile ranks).

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::attainment::{TOTAL, has_footnote, line_item, require_every_line_item};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::projections::{Notes, code_heading, title_heading};
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const SKILLS: Spec = Spec {
    name: "projections_skills",
    key: &["soc_code", "skill"],
    columns: &["soc_code", "imputed", "skill", "percentile_rank", "top_rank"],
};

/// The publisher's skills, in the order of the alphabet.
const NAMES: [&str; 17] = [
    "Adaptability",
    "Computers and information technology",
    "Creativity and innovation",
    "Critical and analytical thinking",
    "Customer service",
    "Detail oriented",
    "Fine motor",
    "Interpersonal",
    "Leadership",
    "Mathematics",
    "Mechanical",
    "Physical strength and stamina",
    "Problem solving and decision making",
    "Project management",
    "Science",
    "Speaking and listening",
    "Writing and reading",
];

const TOP: [&str; 3] = ["Top highest skill", "Second highest skill", "Third highest skill"];

/// An occupation's row: whether it is imputed from similar occupations, and its cells.
type Rows = BTreeMap<SocCode, (bool, Vec<String>)>;

pub(crate) fn read_skills(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    let base = release.year().unwrap_or_default();
    let mut book = Workbook::open(folder, &release.file)?;
    let top = read_top(&mut book, base, codes)?;
    require_every_line_item(&top, codes, &release.file, "table 6.2")?;
    let ranks = read_ranks(&mut book, base, codes)?;
    require_every_line_item(&ranks, codes, &release.file, "table 6.5")?;
    let mut rows = Vec::new();
    for ((code, (imputed, ranks)), (of_top, top)) in ranks.iter().zip(top.values()) {
        if imputed != of_top {
            let problem = format!("tables 6.2 and 6.5 differ on whether {code} is imputed");
            return Err(Error::whole(&release.file, problem));
        }
        for (name, rank) in NAMES.into_iter().zip(ranks) {
            let top_rank = top.iter().zip(1..).find(|(skill, _)| *skill == name);
            rows.push(vec![
                code.to_string(),
                imputed.to_string(),
                name.to_owned(),
                rank.clone(),
                top_rank.map(|(_, rank): (_, u8)| rank.to_string()).unwrap_or_default(),
            ]);
        }
    }
    Ok(Table { spec: &SKILLS, origin: Origin::of(&release.id), rows })
}

fn read_top(book: &mut Workbook, base: u16, codes: &Codes) -> Result<Rows, Error> {
    let (title, code) = (title_heading(base), code_heading(base));
    let wanted: Vec<&str> = [title.as_str(), code.as_str()].into_iter().chain(TOP).collect();
    let mut rows = Rows::new();
    let mut notes = Notes::default();
    book.read("Table 6.2", Heading::row(2), &wanted, |row| {
        if notes.hold(row, &title, &code)? || row.text(&code)? == TOTAL {
            return Ok(());
        }
        let imputed = has_footnote(row, &title, "[2]")?;
        let mut cells = Vec::new();
        for column in TOP {
            let skill = row.text(column)?;
            if !NAMES.contains(&skill.as_str()) {
                return Err(row.refuse_text(column, &skill, "a known skill"));
            }
            cells.push(skill);
        }
        match rows.insert(line_item(row, &code, codes)?, (imputed, cells)) {
            Some(_) => Err(row.refuse(&code, "a second row for this code")),
            None => Ok(()),
        }
    })?;
    Ok(rows)
}

fn read_ranks(book: &mut Workbook, base: u16, codes: &Codes) -> Result<Rows, Error> {
    let (title, code) = (title_heading(base), code_heading(base));
    let wanted: Vec<&str> = [title.as_str(), code.as_str()].into_iter().chain(NAMES).collect();
    let mut rows = Rows::new();
    let mut notes = Notes::default();
    book.read("Table 6.5", Heading::row(2), &wanted, |row| {
        if notes.hold(row, &title, &code)? {
            return Ok(());
        }
        let imputed = has_footnote(row, &title, "[1]")?;
        let mut cells = Vec::new();
        for column in NAMES {
            cells.push(row.cell(column, &[])?.to_string());
        }
        match rows.insert(line_item(row, &code, codes)?, (imputed, cells)) {
            Some(_) => Err(row.refuse(&code, "a second row for this code")),
            None => Ok(()),
        }
    })?;
    Ok(rows)
}
