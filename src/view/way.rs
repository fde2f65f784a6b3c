//! The way from one career to another: what it pays, asks for and grows by, and what there is to learn.

use std::fmt;
use std::sync::Arc;

use crate::domain::{Basis, Career, Cell, Rating, Reason, Technology, moves::years_of_school};
use crate::view::charts::Accent;
use crate::view::citations::{Citations, Mark};
use crate::view::difference::{Margin, Quantity, Unit, between};
use crate::view::format::{Count, Percent, Usd, UsdCents, list};
use crate::view::sections::rated_as;
use crate::view::words;

/// Skills to build, and pieces of technology to learn, that are named.
const SKILLS: usize = 5;
const TECHNOLOGY: usize = 8;
/// Two standard errors either way hold 95 of 100 repetitions of a rating.
const Z_95_PERCENT: f64 = 1.96;

/// From the first career to another.
pub struct Way {
    /// Its anchor.
    pub id: String,
    /// "Registered Nurses"
    pub from: String,
    /// "Nurse Practitioners"
    pub to: String,
    /// Color and shape of where it goes.
    pub accent: Accent,
    /// In the order in which a person asks.
    pub steps: Vec<Step>,
}

/// One thing to know of the way.
pub struct Step {
    /// "Pay"
    pub label: &'static str,
    /// In words.
    pub text: String,
    /// Where the figures are from.
    pub sources: Vec<Mark>,
}

/// The ways from the first of the careers to each of the others.
#[must_use]
pub fn ways(careers: &[Career], citations: &mut Citations) -> Vec<Way> {
    let Some((from, others)) = careers.split_first() else { return Vec::new() };
    (1..)
        .zip(others)
        .map(|(place, to)| Way {
            id: if place == 1 { "way".to_owned() } else { format!("way-{place}") },
            from: from.name.name.clone(),
            to: to.name.name.clone(),
            accent: Accent::of(place),
            steps: steps(from, to, citations),
        })
        .collect()
}

fn steps(from: &Career, to: &Career, citations: &mut Citations) -> Vec<Step> {
    if from.name.occupation.id == to.name.occupation.id {
        return [own_pay(from, to, citations), Some(one_occupation(to))].into_iter().flatten().collect();
    }
    [
        Some(pay(from, to, citations)),
        Some(education(from, to, citations)),
        Some(experience(to, citations)),
        Some(skills(from, to, citations)),
        Some(technology(from, to, citations)),
        growth(from, to, citations),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the career site gives for two titles of one occupation.
fn own_pay(from: &Career, to: &Career, citations: &mut Citations) -> Option<Step> {
    let label = "Pay";
    let pay = |career: &Career| career.own.number("wage_annual_usd");
    let (now, then) = (pay(from)?, pay(to)?);
    let quantity = |value| Quantity { value, margin: Margin::Unknown };
    let text = format!(
        "{}, by the titles' own figures: from {} a year to {} a year.",
        between(quantity(now), quantity(then), Unit::Usd).text,
        Usd(now),
        Usd(then)
    );
    Some(step(label, text, [Some(citations.cite_career_site(label))]))
}

fn one_occupation(to: &Career) -> Step {
    let text = format!(
        "Both are titles of one occupation, {}: what it asks for, its skills, technology and growth are the same in the official figures.",
        to.name.occupation.title
    );
    step("All else", text, [])
}

fn step(label: &'static str, text: String, sources: impl IntoIterator<Item = Option<Mark>>) -> Step {
    let mut marks: Vec<Mark> = Vec::new();
    for mark in sources.into_iter().flatten() {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    Step { label, text, sources: marks }
}

fn pay(from: &Career, to: &Career, citations: &mut Citations) -> Step {
    let label = "Pay";
    let source = citations.cite("oews_national", "wage_annual_median_usd", label);
    let (one, other) = (&from.figures.pay, &to.figures.pay);
    let (cells, unit) = match (one.annual.median, other.annual.median) {
        (Cell::Missing(_), _) | (_, Cell::Missing(_)) => {
            ((one.hourly.median, other.hourly.median), Unit::UsdCents)
        }
        annual => (annual, Unit::Usd),
    };
    let words = |cell| match (cell, unit) {
        (Cell::Number(usd), Unit::Usd) => Some(format!("{} a year", Usd(usd))),
        (Cell::AtLeast(usd), Unit::Usd) => Some(format!("{} a year or more", Usd(usd))),
        (Cell::Number(usd), _) => Some(format!("{} an hour", UsdCents(usd))),
        (Cell::AtLeast(usd), _) => Some(format!("{} an hour or more", UsdCents(usd))),
        (Cell::Missing(_), _) => None,
    };
    let (Some(now), Some(then)) = (words(cells.0), words(cells.1)) else {
        let text = "The wage survey does not publish the pay of both in one unit.";
        return step(label, text.to_owned(), [source]);
    };
    let difference = match cells {
        (Cell::Number(one), Cell::Number(other)) => {
            let quantity = |value| Quantity { value, margin: Margin::Median };
            format!("{}. ", between(quantity(one), quantity(other), unit).text)
        }
        _ => String::new(),
    };
    step(label, format!("{difference}The median goes from {now} to {then}."), [source])
}

/// The projections' typical education in the middle of a sentence: "a bachelor's degree".
fn a_degree(token: &str) -> String {
    match token {
        "no_credential" => "no diploma".to_owned(),
        "some_college" => "some college, without a degree".to_owned(),
        "postsecondary_award" => "a certificate after high school".to_owned(),
        "associates" => "an associate's degree".to_owned(),
        other => format!("a {}", words::typical_education(other).to_lowercase()),
    }
}

/// What school the second asks for at entry, seen from the first. A field or a license of its own is not told.
#[must_use]
pub fn school_step(from: &str, to: &str) -> String {
    let (now, then) = (a_degree(from), a_degree(to));
    let years = years_of_school(to) - years_of_school(from);
    if from == to {
        format!("At entry usually {then}, the same level.")
    } else if years > 0.0 {
        let least = if to == "doctoral_or_professional" { "at least " } else { "about " };
        let unit = if years > 1.0 { "years" } else { "year" };
        format!("At entry usually {then}, up from {now}: {least}{years} more {unit} of school.")
    } else if years < 0.0 || from == "high_school" {
        format!("At entry usually {then}, a lower level than {now}.")
    } else {
        format!("At entry usually {then}, where it is {now} now.")
    }
}

fn education(from: &Career, to: &Career, citations: &mut Citations) -> Step {
    let label = "Education";
    let source = citations.cite("entry_requirements", "typical_education", label);
    let (now, then) = (&from.figures.entry.typical_education, &to.figures.entry.typical_education);
    step(label, school_step(now, then), [source])
}

/// What experience and training a career asks for at entry.
#[must_use]
pub fn experience_step(experience: &str, training: &str) -> String {
    if (experience, training) == ("none", "none") {
        return "No related experience or training on the job is usually asked for.".to_owned();
    }
    let experience = match experience {
        "none" => "No related experience is usually asked for".to_owned(),
        other => format!("{} of related experience", words::work_experience(other)),
    };
    match training {
        "none" => format!("{experience}; no training on the job."),
        "apprenticeship" => format!("{experience}; an apprenticeship."),
        "internship_residency" => format!("{experience}; an internship or residency."),
        other => format!("{experience}; training on the job of {}.", words::training(other).to_lowercase()),
    }
}

fn experience(to: &Career, citations: &mut Citations) -> Step {
    let label = "Experience and training";
    let source = citations.cite("entry_requirements", "work_experience", label);
    let entry = &to.figures.entry;
    step(label, experience_step(&entry.work_experience, &entry.on_the_job_training), [source])
}

/// Whose the figures are, where another occupation lends them.
fn lent(from: &Career, to: &Career, basis: impl Fn(&Career) -> Option<&Basis>) -> String {
    let lent = |career| match basis(career) {
        Some(Basis::Nearest(title)) => {
            Some(format!(" {} has those of {title}, the nearest with some.", career.name.occupation.title))
        }
        _ => None,
    };
    [lent(from), lent(to)].into_iter().flatten().collect()
}

/// Skills and fields of knowledge that the second needs at a higher level, the largest gap first.
fn skills(from: &Career, to: &Career, citations: &mut Citations) -> Step {
    let label = "Skills to build";
    let (have, needed) = (from.figures.ratings.all(), to.figures.ratings.all());
    let sources =
        [citations.cite("onet_skills", "level", label), citations.cite("onet_knowledge", "level", label)];
    if have.is_empty() || needed.is_empty() {
        return step(
            label,
            "O*NET rates one of the two in no part, and nothing near it.".to_owned(),
            sources,
        );
    }
    if rated_as(from) == rated_as(to) {
        let text = format!("Not known: O*NET rates only {} of the two.", rated_as(to));
        return step(label, text, sources);
    }
    let mut gaps: Vec<Gap> = have
        .iter()
        .zip(needed)
        .filter(|(_, needed)| needed.is_needed())
        .filter_map(|(have, needed)| gap(have, needed))
        .collect();
    gaps.sort_by(|one, other| other.of_scale.total_cmp(&one.of_scale).then(one.element.cmp(other.element)));
    let whose = lent(from, to, |career| career.figures.preparation.ratings.as_ref());
    if gaps.is_empty() {
        let text = "Nothing that it needs is clearly higher than now.";
        return step(label, format!("{text}{whose}"), sources);
    }
    let more = gaps.len().saturating_sub(SKILLS);
    let named: Vec<String> = gaps.iter().take(SKILLS).map(Gap::to_string).collect();
    let more = match more {
        0 => String::new(),
        1 => " One more has a smaller gap.".to_owned(),
        more => format!(" {more} more have smaller gaps."),
    };
    step(label, format!("{}.{more}{whose}", list(&named)), sources)
}

/// What one rating lacks to another.
struct Gap<'r> {
    element: &'r str,
    /// "level", or "importance".
    unit: &'static str,
    /// The end of its scale.
    most: f64,
    now: f64,
    then: f64,
    /// As a share of the scale.
    of_scale: f64,
}

impl fmt::Display for Gap<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { element, unit, most, now, then, .. } = self;
        write!(formatter, "{element} ({unit} {then:.1} of {most}, now {now:.1})")
    }
}

/// By level; where a level is withheld, by importance. None inside the margin of error.
fn gap<'r>(now: &Rating, then: &'r Rating) -> Option<Gap<'r>> {
    let by_level = [now, then].map(|rating| (level(rating), rating.level_se));
    let by_importance = [now, then].map(|rating| (rating.importance.number(), rating.importance_se));
    let (unit, length, most, ends) = match by_level {
        [(Some(_), _), (Some(_), _)] => ("level", 7.0, 7.0, by_level),
        _ => ("importance", 4.0, 5.0, by_importance),
    };
    let [(Some(low), low_error), (Some(high), high_error)] = ends else { return None };
    let error = low_error.number().unwrap_or_default().hypot(high_error.number().unwrap_or_default());
    let gap = Gap {
        element: &then.element.name,
        unit,
        most,
        now: low,
        then: high,
        of_scale: (high - low) / length,
    };
    (high - low > Z_95_PERCENT * error).then_some(gap)
}

/// What is not relevant to the work is needed at no level.
fn level(rating: &Rating) -> Option<f64> {
    match rating.level {
        Cell::Number(level) => Some(level),
        Cell::Missing(Reason::NotRelevant) => Some(0.0),
        _ => None,
    }
}

/// Technology that postings ask for and that the first does not use.
fn technology(from: &Career, to: &Career, citations: &mut Citations) -> Step {
    let label = "Technology to learn";
    let source = citations.cite("onet_technology", "example", label);
    let is_new = |new: &Technology| {
        !from.figures.technology.iter().any(|known| Arc::ptr_eq(&known.example, &new.example))
    };
    let names = |of: fn(&Technology) -> bool, most: usize| {
        let asked_for = to.figures.technology.iter().filter(|new| of(new) && is_new(new));
        asked_for.take(most).map(|new| new.example.to_string()).collect::<Vec<_>>()
    };
    let demanded = names(|new| new.in_demand, TECHNOLOGY);
    let hot = names(|new| new.hot && !new.in_demand, TECHNOLOGY - demanded.len());
    let mut text = String::new();
    if !demanded.is_empty() {
        text = format!("Asked for in postings for this work: {}.", list(&demanded));
    }
    if !hot.is_empty() {
        let space = if text.is_empty() { "" } else { " " };
        text = format!("{text}{space}Asked for in postings of all kinds: {}.", list(&hot));
    }
    if text.is_empty() {
        text = if to.figures.technology.is_empty() {
            "O*NET lists none for it, nor for what is near it.".to_owned()
        } else {
            "None that postings ask for often.".to_owned()
        };
    }
    let whose = lent(from, to, |career| career.figures.technology_basis.as_ref());
    step(label, format!("{text}{whose}"), [source])
}

fn growth(from: &Career, to: &Career, citations: &mut Citations) -> Option<Step> {
    let label = "Growth";
    let source = citations.cite("projections", "employment_change_percent", label);
    let change = |career: &Career| {
        let percent = career.figures.outlook.employment_change_percent.number()?;
        Some(format!("{}{}", if percent > 0.0 { "+" } else { "" }, Percent(percent)))
    };
    let openings = |career: &Career| {
        let thousands = career.figures.outlook.openings_annual_thousands.number()?;
        Some(Count((thousands * 1000.0).round()).to_string())
    };
    let text = format!(
        "{} over ten years, where {} has {}; {} openings a year, and {} there.",
        change(to)?,
        from.name.name,
        change(from)?,
        openings(to)?,
        openings(from)?
    );
    Some(step(label, text, [source]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_of_school_is_told_from_where_one_is() {
        for (from, to, text) in [
            (
                "high_school",
                "associates",
                "At entry usually an associate's degree, up from a high school diploma: about 2 more years of school.",
            ),
            ("bachelors", "bachelors", "At entry usually a bachelor's degree, the same level."),
            (
                "masters",
                "doctoral_or_professional",
                "At entry usually a doctoral or professional degree, up from a master's degree: at least 1 more year of school.",
            ),
            (
                "bachelors",
                "high_school",
                "At entry usually a high school diploma, a lower level than a bachelor's degree.",
            ),
            (
                "high_school",
                "no_credential",
                "At entry usually no diploma, a lower level than a high school diploma.",
            ),
            (
                "no_credential",
                "high_school",
                "At entry usually a high school diploma, where it is no diploma now.",
            ),
        ] {
            assert_eq!(school_step(from, to), text);
        }
    }

    #[test]
    fn experience_and_training_make_one_sentence() {
        assert_eq!(
            experience_step("none", "none"),
            "No related experience or training on the job is usually asked for."
        );
        assert_eq!(
            experience_step("less_than_five_years", "moderate_term"),
            "Less than 5 years of related experience; training on the job of 1 to 12 months."
        );
    }
}
