//! The sections of a comparison, and of a career's page: the same rows, for one career or for up to four.

mod across;
mod community;
mod education;
mod exposure;
mod here;
mod outlook;
mod overview;
mod people;
mod profession;
mod salary;
mod skills;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::domain::{AreaPay, Basis, Career, Cell, GroupFigures, NameKind, Place};
use crate::view::charts::{Accent, Chart};
use crate::view::citations::Citations;
use crate::view::row::{Row, Value};

pub use skills::{rated_as, top_three};

/// A section of rows, with what is drawn above them.
pub struct Section {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: Cow<'static, str>,
    /// What a reader should know before the figures.
    pub intro: Cow<'static, str>,
    /// Drawn above the table, which holds the same figures.
    pub charts: Vec<Chart>,
    /// One figure a row.
    pub rows: Vec<Row>,
}

/// The sections of a comparison, in its order; "what they do" stands after the first.
pub fn of_comparison(careers: &[Career], citations: &mut Citations) -> Vec<Section> {
    vec![
        overview::section(careers, citations),
        salary::section(careers, citations),
        education::section(careers, citations),
        people::section(careers, citations),
        skills::section(careers, citations),
        exposure::section(careers, citations),
    ]
    .into_iter()
    .filter(|section| !section.rows.is_empty())
    .collect()
}

/// The sections of a career's page, in its order.
pub fn of_career(career: &Career, citations: &mut Citations) -> Vec<Section> {
    let careers = std::slice::from_ref(career);
    vec![
        Section { title: "At a glance".into(), ..overview::section(careers, citations) },
        salary::section(careers, citations),
        outlook::section(careers, citations),
        education::section(careers, citations),
        exposure::section(careers, citations),
        people::section(careers, citations),
        skills::of_career(career, citations),
    ]
}

/// Where a career's jobs are.
pub(crate) fn across(
    pays: &HashMap<String, AreaPay>,
    places: &[Place],
    citations: &mut Citations,
) -> Section {
    across::section(pays, places, citations)
}

/// Pay in the place that the reader chose.
pub fn in_place(
    place: &Place,
    careers: &[Career],
    pays: &[Option<AreaPay>],
    citations: &mut Citations,
) -> Section {
    here::section(place, careers, pays, citations)
}

/// The sections of a group's page, in its order.
pub fn of_profession(title: &str, figures: &GroupFigures, citations: &mut Citations) -> Vec<Section> {
    vec![
        profession::overview(figures, citations),
        profession::pay(title, figures, citations),
        profession::outlook(figures, citations),
        profession::people(title, figures, citations),
    ]
}

/// Weekly earnings of women and men in a career.
pub fn earnings(career: &Career, citations: &mut Citations) -> Option<Row> {
    people::earnings(std::slice::from_ref(career), citations)
}

/// The careers' occupations, each once, with the place of the first career that belongs to it.
fn distinct_occupations(careers: &[Career]) -> Vec<(usize, &Career)> {
    let mut seen: Vec<&str> = Vec::new();
    let mut distinct = Vec::new();
    for (place, career) in careers.iter().enumerate() {
        let soc_code = career.name.occupation.soc_code.as_str();
        if !seen.contains(&soc_code) {
            seen.push(soc_code);
            distinct.push((place, career));
        }
    }
    distinct
}

/// How an occupation is called in a chart where a title's own figures stand beside it.
fn occupation_label(careers: &[Career], career: &Career) -> String {
    if careers.len() > distinct_occupations(careers).len() || career.name.kind == NameKind::Occupation {
        career.name.occupation.title.clone()
    } else {
        career.name.name.clone()
    }
}

/// The accent of an occupation in a chart: that of its career, or none where several of the careers share it.
fn occupation_accent(careers: &[Career], place: usize) -> Accent {
    if careers.len() > distinct_occupations(careers).len() { Accent::Neutral } else { Accent::of(place) }
}

/// Whose figure an official one is, seen from the career that was looked up.
pub(super) fn level(career: &Career, basis: Option<&Basis>) -> Option<Cow<'static, str>> {
    match basis {
        Some(Basis::Group(title, 1)) => Some(format!("the survey's group: {title}").into()),
        Some(Basis::Group(title, count)) => Some(format!("group of {count} occupations: {title}").into()),
        Some(Basis::CatchAll(title)) => Some(format!("group with others not named: {title}").into()),
        Some(Basis::Nearest(title)) => Some(format!("that of the nearest rated occupation: {title}").into()),
        Some(Basis::Parts(1)) => Some("from one occupation inside it".into()),
        Some(Basis::Parts(parts)) => Some(format!("from {parts} occupations inside it").into()),
        // Beside a title's own figures the official one is introduced as its occupation's.
        Some(Basis::Own) | None if career.name.kind == NameKind::Occupation || !career.own.is_empty() => None,
        Some(Basis::Own) | None => Some("of its occupation".into()),
    }
}

/// A figure in its own words, or the reason for having none.
fn value(
    cell: Cell,
    absent: &'static str,
    source: Option<crate::view::citations::Mark>,
    print: impl Fn(f64) -> String,
) -> Value {
    match cell {
        Cell::Number(number) => Value::known(print(number), source),
        Cell::AtLeast(number) => Value::known(format!("{} or more", print(number)), source),
        Cell::Missing(reason) => Value::missing(crate::view::words::reason(reason, absent), source),
    }
}
