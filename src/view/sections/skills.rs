//! What the careers take: the skills and fields of knowledge that all need, and those that only one does.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Section, distinct_occupations, level, occupation_accent};
use crate::domain::{Basis, Career, Cell, Element, NEEDED, Reason, Shared, Subject};
use crate::view::charts::{Chart, Dot, DotRow, Dots};
use crate::view::citations::{Citations, Mark};
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{capital, list};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words;

/// The most important of one occupation that are shown where nothing is compared.
const SHOWN_ALONE: usize = 8;
/// Those that all need, and those that one alone needs, that are shown of two careers.
const SHOWN_OF_TWO: (usize, usize) = (6, 4);
/// The same of three or four.
const SHOWN_OF_MORE: (usize, usize) = (5, 3);
/// What the rows of single elements are called together.
const IMPORTANCE: &str = "Importance of skills";
const SCALE: &str = "How important each skill and field of knowledge is, from 1 (not important) to 5 (extremely important); from 3 on it counts as needed here.";

/// The three skills that matter most: a title's own, O*NET's most important, or the projections' top skills.
#[must_use]
pub fn top_three(career: &Career) -> Vec<String> {
    let own: Vec<String> = ["top_skill_1", "top_skill_2", "top_skill_3"]
        .iter()
        .filter_map(|row| career.own.text(row).map(str::to_owned))
        .collect();
    if own.is_empty() { official_top_three(career) } else { own }
}

/// Another occupation's ratings say less of it than the projections' own top skills.
fn is_rated(career: &Career) -> bool {
    let ratings = career.figures.preparation.ratings.as_ref();
    ratings.is_some_and(|basis| !matches!(basis, Basis::Nearest(_)))
}

/// The occupation whose ratings a career has.
#[must_use]
pub fn rated_as(career: &Career) -> &str {
    match &career.figures.preparation.ratings {
        Some(Basis::Nearest(title)) => title,
        _ => &career.name.occupation.title,
    }
}

fn official_top_three(career: &Career) -> Vec<String> {
    if is_rated(career) {
        return career
            .figures
            .ratings
            .skills()
            .take(3)
            .map(|rating| rating.element.name.to_lowercase())
            .collect();
    }
    career.figures.top_skill_names.iter().map(|name| noun(name)).collect()
}

/// What a career's own page says above the tables of what it takes.
pub fn of_career(career: &Career, citations: &mut Citations) -> Section {
    Section {
        id: "skills",
        title: "What it takes".into(),
        intro: "What people in it are rated to need, by O*NET, a database of the Department of Labor.".into(),
        charts: Vec::new(),
        rows: top_three_row(std::slice::from_ref(career), citations).into_iter().collect(),
    }
}

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let mut rows: Vec<Row> = top_three_row(careers, citations).into_iter().collect();
    let groups = groups(careers);
    // Ratings that one lends to another differ in nothing.
    let unit = if is_lent(careers) { None } else { Some(Unit::Importance) };
    for group in &groups {
        let elements = group.elements.iter();
        let mut of_group: Vec<Row> = elements
            .filter_map(|(place, element)| rating_row(*place, element, careers, unit, citations))
            .collect();
        if let Some(first) = of_group.first_mut() {
            first.heading = Some(group.heading.clone());
        }
        rows.extend(of_group);
    }
    Section {
        id: "skills",
        title: "Skills".into(),
        intro: intro(careers),
        charts: chart(careers, &groups).into_iter().collect(),
        rows,
    }
}

/// How alike the careers are, and what the scale means.
fn intro(careers: &[Career]) -> Cow<'static, str> {
    let distinct = distinct_occupations(careers);
    let Some(((_, first), others)) = distinct.split_first() else { return SCALE.into() };
    let name = |career: &Career| super::occupation_label(careers, career);
    let mut said: Vec<String> = others
        .iter()
        .filter_map(|(_, other)| {
            if rated_as(first) == rated_as(other) {
                return Some(format!(
                    "O*NET does not rate both {} and {}: the figures of one stand for both, so that nothing follows from their being the same.",
                    name(first),
                    name(other)
                ));
            }
            let shared = shared(first, other)?;
            Some(format!(
                "{} of the skill profile is shared by {} and {}.",
                shared.word(),
                name(first),
                name(other)
            ))
        })
        .collect();
    said.push(SCALE.to_owned());
    for (_, career) in &distinct {
        let withheld: Vec<String> = career
            .figures
            .ratings
            .all()
            .iter()
            .filter(|rating| rating.importance.number().is_none())
            .map(|rating| rating.element.name.clone())
            .collect();
        if !withheld.is_empty() {
            said.push(format!("Too few answers to be precise on {} for {}.", list(&withheld), name(career)));
        }
    }
    said.join(" ").into()
}

/// How much of the skill profile two careers share, in words of docs/decisions/0005; none where one is not rated.
fn shared(one: &Career, other: &Career) -> Option<Shared> {
    let profiles = one.figures.skill_profile.as_ref().zip(other.figures.skill_profile.as_ref())?;
    Some(Shared::of(profiles.0.similarity(profiles.1)))
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
    Row::of(label, "", careers, None, citations, |career, citations| {
        let own = career.own.has("top_skill_1").then(|| {
            Value::known(capital(&list(&top_three(career))), Some(citations.cite_career_site(label)))
        });
        let official = official_top_three(career);
        let (source, basis) = if is_rated(career) {
            let source = citations.cite("onet_skills", "importance", label);
            (source, career.figures.preparation.ratings.as_ref())
        } else {
            (citations.cite("projections_skills", "top_rank", label), None)
        };
        let official = if official.is_empty() {
            Value::missing("Not rated", source)
        } else {
            Value::known(capital(&list(&official)), source)
        };
        RowCell { own, official: Some(official.with_level(level(career, basis))) }
    })
}

/// Elements under a heading, the most telling first.
struct Group<'c> {
    heading: String,
    /// With their places among the ratings of every occupation.
    elements: Vec<(usize, &'c Element)>,
}

/// An element with how telling it is.
type Telling<'c> = (f64, usize, &'c Element);

impl<'c> Group<'c> {
    /// The most telling of the elements; the heading says of how many.
    fn of(heading: String, mut elements: Vec<Telling<'c>>, most: usize) -> Option<Self> {
        elements.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        let count = elements.len();
        let heading = if count > most { format!("{heading}: {most} of {count}") } else { heading };
        let elements = elements.into_iter().take(most).map(|(_, place, element)| (place, element)).collect();
        (count > 0).then_some(Self { heading, elements })
    }
}

fn importance(career: &Career, place: usize) -> Option<f64> {
    career.figures.ratings.all().get(place)?.importance.number()
}

/// What all need, what each alone needs, what some need.
fn groups(careers: &[Career]) -> Vec<Group<'_>> {
    let distinct: Vec<&Career> =
        distinct_occupations(careers).into_iter().map(|(_, career)| career).collect();
    // By who needs it, a bit a career.
    let mut by_need: BTreeMap<u8, Vec<Telling>> = BTreeMap::new();
    let rated = distinct.iter().map(|career| career.figures.ratings.all()).find(|all| !all.is_empty());
    for (place, rating) in rated.unwrap_or_default().iter().enumerate() {
        // What is withheld of one of them is neither needed by it nor not.
        let all: Option<Vec<f64>> = distinct.iter().map(|career| importance(career, place)).collect();
        let Some(all) = all else { continue };
        let need = all.iter().rev().fold(0, |need, value| need << 1 | u8::from(*value >= NEEDED));
        by_need.entry(need).or_default().push((telling(&all), place, &*rating.element));
    }
    if let [_] = distinct.as_slice() {
        let all = by_need.into_values().flatten().collect();
        return Group::of("Most important".to_owned(), all, SHOWN_ALONE).into_iter().collect();
    }
    let everybody = (1_u8 << distinct.len()) - 1;
    let (all_need, (shown_of_all, shown_of_one)) =
        if distinct.len() > 2 { ("All need", SHOWN_OF_MORE) } else { ("Both need", SHOWN_OF_TWO) };
    let mut take = |need: u8| by_need.remove(&need).unwrap_or_default();
    let mut groups = vec![Group::of(all_need.to_owned(), take(everybody), shown_of_all)];
    for (place, career) in distinct.iter().enumerate() {
        let heading = format!("Only {}", super::occupation_label(careers, career));
        groups.push(Group::of(heading, take(1 << place), shown_of_one));
    }
    // What nobody needs is left out.
    take(0);
    let some = by_need.into_values().flatten().collect();
    groups.push(Group::of("Some need".to_owned(), some, shown_of_one));
    groups.into_iter().flatten().collect()
}

/// Whether one of the careers has the ratings of another.
fn is_lent(careers: &[Career]) -> bool {
    distinct_occupations(careers)
        .iter()
        .any(|(place, career)| careers.iter().take(*place).any(|before| rated_as(before) == rated_as(career)))
}

/// Of what all need, the mean; of what some need, how far those without it are behind.
#[expect(clippy::cast_precision_loss, reason = "at most four careers")]
fn telling(importance: &[f64]) -> f64 {
    let needed = importance.iter().all(|value| *value >= NEEDED);
    let least = importance.iter().copied().fold(f64::MAX, f64::min);
    let most = importance.iter().copied().fold(f64::MIN, f64::max);
    if needed { importance.iter().sum::<f64>() / importance.len() as f64 } else { most - least }
}

fn source(element: &Element, citations: &mut Citations) -> Option<Mark> {
    match element.subject {
        Subject::Knowledge => citations.cite("onet_knowledge", "importance", "Skills"),
        _ => citations.cite("onet_skills", "importance", "Skills"),
    }
}

fn rating_row(
    place: usize,
    element: &Element,
    careers: &[Career],
    unit: Option<Unit>,
    citations: &mut Citations,
) -> Option<Row> {
    let note = if element.subject == Subject::Knowledge { "knowledge" } else { "" };
    Row::of(&element.name, note, careers, unit, citations, |career, citations| {
        let source = source(element, citations);
        let rated = career.figures.ratings.all().get(place);
        let official = match rated.map(|rating| (rating.importance, rating.importance_se)) {
            Some((Cell::Number(value), error)) => {
                // A standard error of zero says that the few analysts agreed, not that the figure is certain.
                let margin = match error.number().filter(|error| *error > 0.0) {
                    Some(error) => Margin::StandardError(error),
                    None => Margin::Unknown,
                };
                Value::known(format!("{value:.2}"), source).with_quantity(Quantity { value, margin })
            }
            _ => Value::missing(words::reason(Reason::LowPrecision, "Not rated"), source),
        };
        RowCell {
            official: Some(official.with_level(level(career, career.figures.preparation.ratings.as_ref()))),
            ..RowCell::default()
        }
    })
    .map(|row| row.in_list(IMPORTANCE))
}

fn chart(careers: &[Career], groups: &[Group]) -> Option<Chart> {
    let distinct = distinct_occupations(careers);
    let rows: Vec<DotRow> = groups
        .iter()
        .flat_map(|group| &group.elements)
        .map(|(place, element)| DotRow {
            label: element.name.clone(),
            dots: distinct
                .iter()
                .filter_map(|(at, career)| {
                    let value = importance(career, *place)?;
                    Some(Dot { accent: occupation_accent(careers, *at), value })
                })
                .collect(),
        })
        .collect();
    (!rows.is_empty()).then(|| Chart::Dots(Dots::of_importance(rows)))
}
