//! Degrees held, and what is asked for.

use std::borrow::Cow;

use super::salary::own_text;
use super::{Section, community, distinct_occupations, level, occupation_accent, occupation_label};
use crate::domain::{Career, Cell, Graduates};
use crate::view::charts::{Chart, Stack, StackPart, Stacks};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Count, Percent, Plain};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words::{self, DEGREES};

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let mut rows: Vec<Row> = [
        most_common_degree(careers, citations),
        asked_for(careers, citations),
        community::most_common_major(careers, citations),
        most_common_college(careers, citations),
    ]
    .into_iter()
    .flatten()
    .collect();
    rows.extend(degrees(careers, citations));
    Section {
        id: "education",
        title: "Education".into(),
        intro: "The highest degree that workers aged 25 and over hold, and what employers usually ask for at entry.".into(),
        charts: chart(careers).into_iter().collect(),
        rows,
    }
}

/// The degree that most people in the career hold.
pub fn most_common_degree(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Most common degree";
    Row::of(label, "held by workers 25 and over", careers, None, citations, |career, citations| {
        let source = citations.cite("attainment", "bachelors_percent", label);
        let shares = career.figures.attainment.shares.iter().zip(DEGREES);
        let most = shares
            .filter_map(|(share, degree)| share.number().map(|share| (share, degree)))
            .max_by(|(one, _), (other, _)| one.total_cmp(other));
        let official = match most {
            Some((share, degree)) => Value::known(format!("{degree}, {}", Percent(share)), source),
            None => Value::missing("Not published", source),
        };
        let own = career.own.text("most_common_degree").map(|degree| {
            let share = career.own.number("most_common_degree_percent");
            let share = share.map_or_else(String::new, |share| format!(", {}%", Plain(share)));
            Value::known(format!("{degree}{share}"), Some(citations.cite_career_site(label)))
        });
        RowCell { own, official: Some(official.with_level(held_level(career))) }
    })
}

fn held_level(career: &Career) -> Option<Cow<'static, str>> {
    if career.figures.attainment.inherited { Some("of a broader group".into()) } else { level(career, None) }
}

fn most_common_college(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Most common college";
    Row::of(
        label,
        "colleges with most graduates in its fields",
        careers,
        None,
        citations,
        |career, citations| {
            let official = match &career.figures.graduates {
                Graduates::Counted { award, fields, graduates, colleges } => {
                    let named = colleges.iter().map(|college| {
                        format!("{}, {}: {}", college.name, college.state, Count(college.graduates))
                    });
                    let of = format!(
                        "of {} {} in {} related {}, {}",
                        Count(*graduates),
                        words::awards(award),
                        Count(*fields),
                        if *fields > 1.0 { "fields" } else { "field" },
                        citations.period("colleges", "graduates"),
                    );
                    let value = Value::list(named.collect(), citations.cite("colleges", "graduates", label));
                    value.with_line(Some(of), citations.cite("study_fields", "title", label))
                }
                Graduates::NoAward => {
                    let why = "Not counted: its usual entry asks for no degree or certificate";
                    Value::missing(why, citations.cite("entry_requirements", "typical_education", label))
                }
                none => Value::missing(no_colleges(none), citations.cite("study_fields", "title", label)),
            };
            RowCell {
                own: own_text(career, "most_common_college", label, citations),
                official: Some(official.with_level(level(career, None))),
            }
        },
    )
}

fn no_colleges(graduates: &Graduates) -> &'static str {
    match graduates {
        Graduates::TooManyFields => "More than 100 fields of study lead to it, so none is its own",
        Graduates::Few => "Fewer than 30 people a year graduate in its fields at the level it asks for",
        _ => "The official list relates no field of study to it",
    }
}

fn asked_for(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Asked for at entry";
    Row::of(
        label,
        "education, experience, training on the job",
        careers,
        None,
        citations,
        |career, citations| {
            let source = citations.cite("entry_requirements", "typical_education", label);
            let experience = words::work_experience(&career.figures.entry.work_experience);
            let training = words::training(&career.figures.entry.on_the_job_training);
            let mut lines =
                vec![words::typical_education(&career.figures.entry.typical_education).to_owned()];
            if experience != "None" {
                lines.push(format!("Related experience: {}", experience.to_lowercase()));
            }
            if training != "None" {
                lines.push(format!("Training: {}", training.to_lowercase()));
            }
            let value = Value::list(lines, source);
            RowCell { official: Some(value.with_level(level(career, None))), ..RowCell::default() }
        },
    )
}

/// One row a degree, for the figures that the chart draws.
fn degrees(careers: &[Career], citations: &mut Citations) -> Vec<Row> {
    let row = |(place, label): (usize, &'static str)| {
        Row::of(label, "", careers, Some(Unit::Share), citations, |career, citations| {
            let source = citations.cite("attainment", "bachelors_percent", "Degrees held");
            let share = career.figures.attainment.shares.get(place).copied();
            let official = match share {
                Some(Cell::Number(share)) => Value::known(Percent(share).to_string(), source)
                    .with_quantity(Quantity { value: share, margin: Margin::Unknown }),
                _ => Value::missing("Not published", source),
            };
            RowCell { official: Some(official.with_level(held_level(career))), ..RowCell::default() }
        })
    };
    DEGREES.into_iter().enumerate().filter_map(row).collect()
}

fn chart(careers: &[Career]) -> Option<Chart> {
    let stacks: Vec<Stack> = distinct_occupations(careers)
        .into_iter()
        .map(|(place, career)| Stack {
            accent: occupation_accent(careers, place),
            label: occupation_label(careers, career),
            parts: career
                .figures
                .attainment
                .shares
                .iter()
                .zip(DEGREES)
                .filter_map(|(share, degree)| share.number().map(|share| StackPart::new(degree, share)))
                .collect(),
        })
        .filter(|stack| !stack.parts.is_empty())
        .collect();
    (!stacks.is_empty()).then(|| Chart::Stacks(Stacks::new("Highest degree held", stacks)))
}
