//! The skills that matter most in each career, rated.

use super::{Section, capital, distinct_occupations, level, occupation_accent};
use crate::domain::{Career, Cell, Rating};
use crate::view::charts::{Chart, Dot, DotRow, Dots};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::list;
use crate::view::row::{Row, RowCell, Value};

/// The most important skills of each career that are shown; together at most four times as many rows.
const SHOWN: usize = 6;
/// What the rows of single skills are called together.
const IMPORTANCE: &str = "Importance of skills";

/// The three skills that matter most: a title's own, O*NET's most important, or the projections' top skills.
#[must_use]
pub fn top_three(career: &Career) -> Vec<String> {
    let own: Vec<String> = ["top_skill_1", "top_skill_2", "top_skill_3"]
        .iter()
        .filter_map(|row| career.own.text(row).map(str::to_owned))
        .collect();
    if own.is_empty() { official_top_three(career) } else { own }
}

fn official_top_three(career: &Career) -> Vec<String> {
    if career.figures.skills.is_empty() {
        return career.figures.top_skill_names.iter().map(|name| noun(name)).collect();
    }
    career.figures.skills.iter().take(3).map(|rating| rating.name.to_lowercase()).collect()
}

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let mut rows: Vec<Row> = top_three_row(careers, citations).into_iter().collect();
    let names = names(careers);
    let rated = careers.iter().all(|career| !career.figures.skills.is_empty());
    if rated {
        rows.extend(names.iter().filter_map(|name| rating_row(name, careers, citations)));
    } else {
        rows.extend(partly_rated_row(careers, citations));
    }
    Section {
        id: "skills",
        title: "Skills".into(),
        intro: "How important each skill is, from 1 (not important) to 5 (extremely important), as trained analysts rate it.",
        charts: chart(careers, &names).filter(|_| rated).into_iter().collect(),
        rows,
    }
}

/// The projections' name of a skill as a noun in a sentence.
fn noun(name: &str) -> String {
    match name {
        "Detail oriented" => "attention to detail".to_owned(),
        "Interpersonal" => "dealing with people".to_owned(),
        "Fine motor" => "fine motor skill".to_owned(),
        "Mechanical" => "mechanical skill".to_owned(),
        other => other.to_lowercase(),
    }
}

fn top_three_row(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Top three skills";
    Row::of(label, "", careers, None, |career| {
        let own = career.own.has("top_skill_1").then(|| {
            Value::known(capital(&list(&top_three(career))), Some(citations.cite_career_site(label)))
        });
        let official = official_top_three(career);
        let source = if career.figures.skills.is_empty() {
            citations.cite("projections_skills", "top_rank", label)
        } else {
            citations.cite("onet_skills", "importance", label)
        };
        let official = if official.is_empty() {
            Value::missing("Not rated", source)
        } else {
            Value::known(capital(&list(&official)), source)
        };
        RowCell {
            own,
            official: Some(official.with_level(level(career, career.figures.preparation.ratings.as_ref()))),
            ..RowCell::default()
        }
    })
}

/// The skills to show: the most important of each career, those of the first career first.
fn names(careers: &[Career]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for (_, career) in distinct_occupations(careers) {
        for rating in career.figures.skills.iter().take(SHOWN) {
            if !names.contains(&rating.name.as_str()) {
                names.push(&rating.name);
            }
        }
    }
    names
}

fn rating<'c>(career: &'c Career, name: &str) -> Option<&'c Rating> {
    career.figures.skills.iter().find(|rating| rating.name == name)
}

/// In place of a row a skill, where not every career is rated.
fn partly_rated_row(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    Row::of(IMPORTANCE, "of 5", careers, None, |career| {
        let source = citations.cite("onet_skills", "importance", IMPORTANCE);
        let rated = career.figures.skills.iter().take(SHOWN);
        let ratings: Vec<String> = rated
            .filter_map(|skill| Some(format!("{} {:.2}", skill.name, skill.importance.number()?)))
            .collect();
        let official = if ratings.is_empty() {
            Value::missing("O*NET rates neither this occupation nor one inside it", source)
        } else {
            Value::list(ratings, source)
                .with_level(level(career, career.figures.preparation.ratings.as_ref()))
        };
        RowCell { official: Some(official), ..RowCell::default() }
    })
}

fn rating_row(name: &str, careers: &[Career], citations: &mut Citations) -> Option<Row> {
    Row::of(name, "importance", careers, Some(Unit::Importance), |career| {
        let source = citations.cite("onet_skills", "importance", "Skills");
        let official = match rating(career, name).map(|rating| (rating.importance, rating.importance_se)) {
            Some((Cell::Number(value), error)) => {
                // A standard error of zero says that the few analysts agreed, not that the figure is certain.
                let margin = match error.number().filter(|error| *error > 0.0) {
                    Some(error) => Margin::StandardError(error),
                    None => Margin::Unknown,
                };
                Value::known(format!("{value:.2}"), source).with_quantity(Quantity { value, margin })
            }
            _ => Value::missing("Not rated", source),
        };
        RowCell {
            official: Some(official.with_level(level(career, career.figures.preparation.ratings.as_ref()))),
            ..RowCell::default()
        }
    })
    .map(|row| row.in_list(IMPORTANCE))
}

fn chart(careers: &[Career], names: &[&str]) -> Option<Chart> {
    let distinct = distinct_occupations(careers);
    let rows: Vec<DotRow> = names
        .iter()
        .map(|name| DotRow {
            label: (*name).to_owned(),
            dots: distinct
                .iter()
                .filter_map(|(at, career)| {
                    rating(career, name)?
                        .importance
                        .number()
                        .map(|value| Dot { accent: occupation_accent(careers, *at), value })
                })
                .collect(),
        })
        .collect();
    (!rows.is_empty()).then(|| Chart::Dots(Dots::new(rows)))
}
