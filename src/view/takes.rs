//! What a career takes, as its profile shows it: skills, knowledge, abilities, styles, technology, interests, values.

use crate::domain::{Basis, Career, Cell, INTERESTS, Rating, Technology, Traits, WorkStyle, WorkValues};
use crate::view::citations::{Citations, Mark};
use crate::view::format::Tenths;
use crate::view::sections::level;

/// Rows that stand at once; the others are folded away.
const FIRST_SKILLS: usize = 8;
const FIRST: usize = 6;
/// Two standard errors either way hold 95 of 100 repetitions of a rating.
const Z_95_PERCENT: f64 = 1.96;

/// Everything that O*NET holds of what a career takes.
pub struct Takes {
    /// Rated elements, a table a subject.
    pub tables: Vec<Rated>,
    /// Technology in use; none where O*NET lists none.
    pub technology: Option<InUse>,
}

/// A table of rated elements.
pub struct Rated {
    /// Its anchor.
    pub id: &'static str,
    /// "Skills"
    pub title: &'static str,
    /// What the scale means.
    pub intro: String,
    /// Where it is from.
    pub source: Option<Mark>,
    /// Whose ratings they are, where not its own.
    pub level: Option<String>,
    /// The headings of the numbers.
    pub columns: &'static [&'static str],
    /// What stands at once.
    pub first: Vec<RatedRow>,
    /// What is folded away, and what it is called: "All 35 skills".
    pub rest: Option<(String, Vec<RatedRow>)>,
}

/// An element with its numbers.
pub struct RatedRow {
    /// How a person would say it.
    pub words: String,
    /// O*NET's name, where it differs; and a sentence on it.
    pub note: String,
    /// The first number as a bar, in percent of its scale.
    pub bar: Tenths,
    /// One a column.
    pub cells: Vec<String>,
}

/// Technology in use.
pub struct InUse {
    /// Where it is from.
    pub source: Option<Mark>,
    /// Whose it is, where not its own.
    pub level: Option<String>,
    /// Postings for this work ask for it.
    pub in_demand: Vec<String>,
    /// Postings of all kinds ask for it.
    pub hot: Vec<String>,
    /// The others by kind, folded away, and how many they are.
    pub others: Vec<(String, Vec<String>)>,
    /// How many others there are.
    pub count: usize,
}

/// What the career takes.
#[must_use]
pub fn takes(career: &Career, traits: &Traits, citations: &mut Citations) -> Takes {
    let whose = |basis: Option<&Basis>| level(career, basis).map(std::borrow::Cow::into_owned);
    let ratings = whose(career.figures.preparation.ratings.as_ref());
    let mut tables = Vec::new();
    let skills: Vec<RatedRow> = career.figures.ratings.skills().map(rating_row).collect();
    let knowledge = career.figures.ratings.knowledge().map(rating_row).collect();
    let abilities = traits.abilities.iter().map(rating_row).collect();
    for (id, title, many, intro, rows, table, shown) in [
        ("rated-skills", "Skills", "skills", IMPORTANCE, skills, "onet_skills", FIRST_SKILLS),
        ("knowledge", "Knowledge", "fields of knowledge", SAME_SCALES, knowledge, "onet_knowledge", FIRST),
        ("abilities", "Abilities", "abilities", SAME_SCALES, abilities, "onet_abilities", FIRST),
    ] {
        let source = citations.cite(table, "importance", title);
        tables.push(Rated {
            source,
            level: ratings.clone(),
            columns: &["Importance", "Level"],
            ..Rated::of(id, title, many, intro, rows.into_iter(), shown)
        });
    }
    let source = citations.cite("onet_work_styles", "impact", "Work styles");
    tables.push(Rated {
        source,
        level: whose(traits.styles_basis.as_ref()),
        columns: &["Impact", "Sets it apart"],
        ..Rated::of(
            "styles",
            "Work styles",
            "work styles",
            STYLES,
            traits.styles.iter().map(style_row),
            FIRST,
        )
    });
    if let Some(interests) = &traits.interests {
        let source = citations.cite("onet_interests", "realistic", "Interests");
        tables.push(Rated {
            source,
            level: whose(traits.interests_basis.as_ref()),
            columns: &["Score"],
            ..Rated::of(
                "interests",
                "Interests",
                "interests",
                INTEREST_SCALE,
                interest_rows(interests),
                FIRST,
            )
        });
    }
    if let Some(values) = &traits.values {
        let source = citations.cite("onet_work_values", "achievement", "Values");
        tables.push(Rated {
            source,
            level: whose(traits.values_basis.as_ref()),
            columns: &["Extent"],
            ..Rated::of("values", "Values", "values", &values_scale(values), value_rows(values), FIRST)
        });
    }
    tables.retain(|table| !table.first.is_empty());
    Takes { tables, technology: in_use(career, citations) }
}

const IMPORTANCE: &str = "Importance runs from 1 (not important) to 5 (extremely important), with the margin that holds 95 of 100 repetitions of the rating. Level runs from 0 to 7 and says how much of it the work needs.";
/// The release recommends to suppress what is not precise.
const TOO_FEW: &str = "too few answers";
const SAME_SCALES: &str = "On the same two scales as the skills.";
const STYLES: &str = "How far a way of going about work helps in it: from 3 (matters most) over 0 (no matter) to -3 (gets in the way). Rated by a language model and experts together, as the release says, in 2025. A rank names what sets the work apart from other work.";
const INTEREST_SCALE: &str = "How far the work is of each of six kinds, from 1 to 7. The scores are made by machine learning, as the release says, not by asking people.";

fn values_scale(values: &WorkValues) -> String {
    let year = values.rated.split('-').next().unwrap_or_default();
    format!(
        "How far the work gives what people seek in work, from 1 to 7, as analysts judged it in {year}. No newer judgement is published."
    )
}

impl Rated {
    fn of(
        id: &'static str,
        title: &'static str,
        many: &str,
        intro: &str,
        rows: impl Iterator<Item = RatedRow>,
        shown: usize,
    ) -> Self {
        let mut first: Vec<RatedRow> = rows.collect();
        let count = first.len();
        let rest: Vec<RatedRow> = first.drain(shown.min(count)..).collect();
        Self {
            id,
            title,
            intro: intro.to_owned(),
            source: None,
            level: None,
            columns: &[],
            first,
            rest: (!rest.is_empty()).then(|| (format!("The other {} {many}", rest.len()), rest)),
        }
    }
}

/// A place on a scale, in percent.
fn bar(value: Option<f64>, from: f64, to: f64) -> Tenths {
    Tenths(value.map_or(0.0, |value| ((value - from) / (to - from) * 100.0).clamp(0.0, 100.0)))
}

fn rating_row(rating: &Rating) -> RatedRow {
    let importance = match (rating.importance.number(), rating.importance_se.number()) {
        (Some(value), Some(error)) if error > 0.0 => format!("{value:.2} ± {:.2}", error * Z_95_PERCENT),
        (Some(value), _) => format!("{value:.2}"),
        _ => TOO_FEW.to_owned(),
    };
    let level = match rating.level {
        Cell::Number(level) => format!("{level:.2}"),
        Cell::Missing(crate::domain::Reason::NotRelevant) => "not relevant".to_owned(),
        _ => TOO_FEW.to_owned(),
    };
    RatedRow {
        words: rating.element.words.clone(),
        note: format!("{}. {}", rating.element.name, rating.element.says),
        bar: bar(rating.importance.number(), 1.0, 5.0),
        cells: vec![importance, level],
    }
}

fn style_row(style: &WorkStyle) -> RatedRow {
    let impact = style.impact.number();
    RatedRow {
        words: style.element.words.clone(),
        note: format!("{}. {}", style.element.name, style.element.says),
        bar: bar(impact, 0.0, 3.0),
        cells: vec![
            impact.map_or_else(|| "not rated".to_owned(), |impact| format!("{impact:.2}")),
            match style.distinctiveness_rank {
                0 => String::new(),
                rank => format!("rank {rank}"),
            },
        ],
    }
}

/// Holland's types as a person would say them, and what each is.
const TYPES: [(&str, &str); 6] = [
    ("Hands-on work", "Tools, machines, plants, animals; often outdoors."),
    ("Finding out", "Looking into how things work, and why."),
    ("Creating", "Making something new in words, pictures, sound or shape."),
    ("Helping people", "Teaching, caring, listening, advising."),
    ("Leading and selling", "Winning people over, taking charge, taking risks."),
    ("Keeping order", "Records, numbers and rules; each thing in its place."),
];

fn interest_rows(scores: &[Cell; 6]) -> impl Iterator<Item = RatedRow> {
    let mut rows: Vec<(f64, RatedRow)> = scores
        .iter()
        .zip(TYPES)
        .zip(INTERESTS)
        .filter_map(|((score, (words, says)), name)| {
            let score = score.number()?;
            let mut letters = name.chars();
            let name: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            let row = RatedRow {
                words: words.to_owned(),
                note: format!("{name}. {says}"),
                bar: bar(Some(score), 1.0, 7.0),
                cells: vec![format!("{score:.2}")],
            };
            Some((score, row))
        })
        .collect();
    rows.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    rows.into_iter().map(|(_, row)| row)
}

fn value_rows(values: &WorkValues) -> impl Iterator<Item = RatedRow> {
    values.extents.iter().map(|(element, extent)| RatedRow {
        words: element.words.clone(),
        note: format!("{}. {}", element.name, element.says),
        bar: bar(extent.number(), 1.0, 7.0),
        cells: vec![extent.number().map_or_else(|| "not rated".to_owned(), |extent| format!("{extent:.2}"))],
    })
}

fn in_use(career: &Career, citations: &mut Citations) -> Option<InUse> {
    let all = &career.figures.technology;
    if all.is_empty() {
        return None;
    }
    let source = citations.cite("onet_technology", "example", "Technology");
    let names = |of: fn(&Technology) -> bool| {
        all.iter().filter(|used| of(used)).map(|used| used.example.to_string()).collect::<Vec<_>>()
    };
    let mut others: Vec<(String, Vec<String>)> = Vec::new();
    let mut count = 0;
    for used in all.iter().filter(|used| !used.in_demand && !used.hot) {
        count += 1;
        match others.iter_mut().find(|(category, _)| **category == *used.category) {
            Some((_, examples)) => examples.push(used.example.to_string()),
            None => others.push((used.category.to_string(), vec![used.example.to_string()])),
        }
    }
    others.sort();
    Some(InUse {
        source,
        level: level(career, career.figures.technology_basis.as_ref()).map(std::borrow::Cow::into_owned),
        in_demand: names(|used| used.in_demand),
        hot: names(|used| used.hot && !used.in_demand),
        others,
        count,
    })
}
