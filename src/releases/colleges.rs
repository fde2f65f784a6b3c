//! Which colleges graduate most people in the fields of study that lead to an occupation, at the level that is
//! usually asked for at entry. Where graduates go afterwards nobody publishes.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::fields::{Field, Fields, is_field};
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const STUDY_FIELDS: Spec = Spec {
    name: "study_fields",
    key: &["soc_code", "cip_code"],
    columns: &["soc_code", "cip_code", "title", "occupations", "graduates", "counted"],
};

pub(crate) const GRADUATES: Spec = Spec {
    name: "graduates",
    key: &["soc_code"],
    columns: &["soc_code", "award", "fields", "graduates", "outcome"],
};

pub(crate) const COLLEGES: Spec = Spec {
    name: "colleges",
    key: &["soc_code", "rank"],
    columns: &["soc_code", "rank", "unitid", "institution", "state", "graduates"],
};

/// Our words for typical education, and the levels of awards that they ask for: certificates below an associate's
/// degree are of up to twelve weeks, up to a year, up to two and up to four; doctorates are of research, professional
/// practice and others.
const AWARDS: [(&str, &[u8]); 5] = [
    ("postsecondary_award", &[20, 21, 2, 4]),
    ("associates", &[3]),
    ("bachelors", &[5]),
    ("masters", &[7]),
    ("doctoral_or_professional", &[17, 18, 19]),
];

/// A field that leads to more occupations says little about any of them.
const BROAD_FIELD: usize = 15;
/// Work as general as the broadest fields: top executives, and those who teach the fields.
const GENERAL: [&str; 2] = ["11-1", "25-1"];
/// Teachers of schools: subjects lead to them as well, but most who study a subject do not become teachers.
const SCHOOL_TEACHERS: &str = "25-2";
/// The family of fields of those who do.
const EDUCATION: &str = "13.";
/// An occupation that more fields lead to has none of its own.
const MOST_FIELDS: usize = 100;
/// With fewer graduates the order of colleges is chance.
const LEAST_GRADUATES: u32 = 30;
/// Colleges named for an occupation.
const NAMED: usize = 3;

/// The row of an institution and level that adds up the fields.
const ALL_FIELDS: &str = "99";

/// A college by its number.
type UnitId = u32;

#[derive(Debug)]
struct Institution {
    name: String,
    state: String,
}

/// Graduates by field and level, then by college.
#[derive(Debug, Default)]
struct Completions(BTreeMap<(String, u8), BTreeMap<UnitId, u32>>);

/// What becomes of an occupation's fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Counted,
    NoAward,
    NoFields,
    TooManyFields,
    FewGraduates,
}

impl Outcome {
    fn token(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::NoAward => "no_award",
            Self::NoFields => "no_fields",
            Self::TooManyFields => "too_many_fields",
            Self::FewGraduates => "few_graduates",
        }
    }
}

/// The releases that the tables come from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Releases<'r> {
    pub(crate) completions: &'r Release,
    pub(crate) institutions: &'r Release,
    pub(crate) fields: &'r Release,
    /// Behind the typical education.
    pub(crate) education: &'r Release,
}

/// The three tables, in the order of their names here.
pub(crate) fn read_colleges(
    folder: &Path,
    releases: Releases,
    fields: &Fields,
    codes: &Codes,
    requirements: &Table,
) -> Result<[Table; 3], Error> {
    let institutions = read_institutions(folder, releases.institutions)?;
    let completions = Completions::read(folder, releases.completions, &institutions)?;
    let education: BTreeMap<&str, &str> = requirements
        .rows
        .iter()
        .filter_map(|row| Some((row.first()?.as_str(), row.get(1)?.as_str())))
        .collect();
    let (mut study_fields, mut graduates, mut colleges) = (Vec::new(), Vec::new(), Vec::new());
    for line_item in codes.line_items.keys() {
        let asked_for = education.get(line_item.as_str()).copied().unwrap_or_default();
        let Some((award, levels)) = AWARDS.into_iter().find(|(award, _)| *award == asked_for) else {
            graduates.push(totals(line_item, "", &[], Outcome::NoAward));
            continue;
        };
        let (related, outcome) = relate(line_item, levels, fields, &completions);
        graduates.push(totals(line_item, award, &related, outcome));
        if outcome == Outcome::Counted {
            let top = completions.top(&related, levels, &institutions);
            colleges.extend((1..).zip(top).map(|(rank, (unitid, institution, count))| {
                let cells = [line_item.to_string(), rank.to_string(), unitid.to_string()];
                let names = [institution.name.clone(), institution.state.clone(), count.to_string()];
                cells.into_iter().chain(names).collect()
            }));
        }
        study_fields.extend(related.into_iter().map(|related| {
            vec![
                line_item.to_string(),
                related.code.to_owned(),
                related.field.title.clone(),
                related.field.occupations.len().to_string(),
                related.graduates.to_string(),
                related.counted.to_string(),
            ]
        }));
    }
    let completions = &releases.completions.id;
    let of_fields = Origin::of(&releases.fields.id);
    let of_graduates = Origin::of(completions).column("award", &releases.education.id);
    let of_colleges = Origin::of(completions);
    let of_colleges = ["institution", "state"]
        .into_iter()
        .fold(of_colleges, |origin, column| origin.column(column, &releases.institutions.id));
    Ok([
        Table { spec: &STUDY_FIELDS, origin: of_fields.column("graduates", completions), rows: study_fields },
        Table { spec: &GRADUATES, origin: of_graduates, rows: graduates },
        Table { spec: &COLLEGES, origin: of_colleges, rows: colleges },
    ])
}

fn totals(line_item: &SocCode, award: &str, related: &[Related], outcome: Outcome) -> Vec<String> {
    let (mut fields, mut graduates) = (String::new(), String::new());
    if outcome == Outcome::Counted {
        fields = counted(related).filter(|related| related.graduates > 0).count().to_string();
        graduates = sum(counted(related)).to_string();
    }
    vec![line_item.to_string(), award.to_owned(), fields, graduates, outcome.token().to_owned()]
}

/// A field that leads to an occupation.
struct Related<'f> {
    code: &'f str,
    field: &'f Field,
    /// At the levels that the occupation asks for.
    graduates: u32,
    counted: bool,
}

fn counted<'r, 'f>(related: &'r [Related<'f>]) -> impl Iterator<Item = &'r Related<'f>> {
    related.iter().filter(|related| related.counted)
}

fn sum<'r, 'f: 'r>(related: impl Iterator<Item = &'r Related<'f>>) -> u32 {
    related.map(|related| related.graduates).sum()
}

/// The fields of an occupation, and which of them count.
fn relate<'f>(
    line_item: &SocCode,
    levels: &[u8],
    fields: &'f Fields,
    completions: &Completions,
) -> (Vec<Related<'f>>, Outcome) {
    let mut related: Vec<Related> = fields
        .of(line_item)
        .map(|(code, field)| {
            let graduates = completions.at(code, levels).map(|(_, graduates)| graduates).sum();
            Related { code, field, graduates, counted: true }
        })
        .collect();
    let within = |group: &&str| line_item.as_str().starts_with(*group);
    if within(&SCHOOL_TEACHERS) {
        keep_where_any_is_left(&mut related, |related| related.code.starts_with(EDUCATION));
    }
    if !GENERAL.iter().any(within) {
        keep_where_any_is_left(&mut related, |related| related.field.occupations.len() <= BROAD_FIELD);
    }
    let outcome = match related.len() {
        0 => Outcome::NoFields,
        count if count > MOST_FIELDS => Outcome::TooManyFields,
        _ if sum(counted(&related)) < LEAST_GRADUATES => Outcome::FewGraduates,
        _ => Outcome::Counted,
    };
    if outcome != Outcome::Counted {
        for related in &mut related {
            related.counted = false;
        }
    }
    (related, outcome)
}

/// Leaves out fields that do not fit, unless nobody graduates in those that do.
fn keep_where_any_is_left(related: &mut [Related], fits: impl Fn(&Related) -> bool) {
    if sum(counted(related).filter(|related| fits(related))) == 0 {
        return;
    }
    for related in related {
        related.counted = related.counted && fits(related);
    }
}

impl Completions {
    /// Reads first majors, and checks them against the sums that stand among them.
    fn read(
        folder: &Path,
        release: &Release,
        institutions: &BTreeMap<UnitId, Institution>,
    ) -> Result<Self, Error> {
        const UNITID: &str = "UNITID";
        const FIELD: &str = "CIPCODE";
        const MAJOR: &str = "MAJORNUM";
        const LEVEL: &str = "AWLEVEL";
        const TOTAL: &str = "CTOTALT";
        let mut completions = Self::default();
        let mut sums: BTreeMap<(UnitId, u8), (u32, u32)> = BTreeMap::new();
        read_text(folder, &release.file, Layout::Commas, &[UNITID, FIELD, MAJOR, LEVEL, TOTAL], |row| {
            if row.whole(MAJOR, 1, 2)? == 2 {
                return Ok(());
            }
            let unitid = row.whole(UNITID, 1, UnitId::MAX)?;
            let field = row.text(FIELD)?;
            let level = level(row, LEVEL)?;
            let graduates = row.whole(TOTAL, 0, 1_000_000)?;
            let (published, added) = sums.entry((unitid, level)).or_default();
            if field == ALL_FIELDS {
                *published += graduates;
                return Ok(());
            }
            if !is_field(&field) {
                return Err(row.refuse_text(FIELD, &field, "a field of study such as 51.3801, or 99"));
            }
            *added += graduates;
            if !institutions.contains_key(&unitid) {
                return Err(row.refuse_text(UNITID, &unitid.to_string(), "a listed institution"));
            }
            let asked_for = AWARDS.iter().any(|(_, levels)| levels.contains(&level));
            if asked_for && graduates > 0 {
                let of_field = completions.0.entry((field, level)).or_default();
                if of_field.insert(unitid, graduates).is_some() {
                    return Err(row.refuse(FIELD, "a second row for this institution, field and level"));
                }
            }
            Ok(())
        })?;
        match sums.into_iter().find(|(_, (published, added))| published != added) {
            None => Ok(completions),
            Some(((unitid, level), (published, added))) => {
                let problem =
                    format!("the fields of {unitid} at level {level} add up to {added}, not to {published}");
                Err(Error::whole(&release.file, problem))
            }
        }
    }

    /// Graduates of a field by college, level by level.
    fn at(&self, field: &str, levels: &[u8]) -> impl Iterator<Item = (UnitId, u32)> {
        levels
            .iter()
            .filter_map(|level| self.0.get(&(field.to_owned(), *level)))
            .flatten()
            .map(|(unitid, graduates)| (*unitid, *graduates))
    }

    /// The colleges with most graduates in the fields that count; of equals by name.
    fn top<'i>(
        &self,
        related: &[Related],
        levels: &[u8],
        institutions: &'i BTreeMap<UnitId, Institution>,
    ) -> Vec<(UnitId, &'i Institution, u32)> {
        let mut by_college: BTreeMap<UnitId, u32> = BTreeMap::new();
        for (unitid, graduates) in counted(related).flat_map(|related| self.at(related.code, levels)) {
            *by_college.entry(unitid).or_default() += graduates;
        }
        let mut top: Vec<_> = by_college
            .into_iter()
            .filter_map(|(unitid, graduates)| Some((unitid, institutions.get(&unitid)?, graduates)))
            .collect();
        top.sort_by_key(|(unitid, institution, graduates)| (Reverse(*graduates), &institution.name, *unitid));
        top.truncate(NAMED);
        top
    }
}

fn level(row: &Row<'_>, column: &str) -> Result<u8, Error> {
    // Certificates up to 12 weeks (20) and up to a year (21) stand above the doctorates.
    let level = row.whole(column, 1, 21)?;
    u8::try_from(level).map_err(|error| row.refuse(column, error.to_string()))
}

fn read_institutions(folder: &Path, release: &Release) -> Result<BTreeMap<UnitId, Institution>, Error> {
    const UNITID: &str = "UNITID";
    const NAME: &str = "INSTNM";
    const STATE: &str = "STABBR";
    let mut institutions = BTreeMap::new();
    read_text(folder, &release.file, Layout::Commas, &[UNITID, NAME, STATE], |row| {
        let unitid = row.whole(UNITID, 1, UnitId::MAX)?;
        let institution = Institution { name: row.text(NAME)?, state: row.text(STATE)? };
        match institutions.insert(unitid, institution) {
            Some(_) => Err(row.refuse(UNITID, "a second row for this institution")),
            None => Ok(()),
        }
    })?;
    Ok(institutions)
}
