//! Weights and filters as a form. A weight that cannot be used comes back as it was typed, with the reason.

use crate::domain::Companies;
use crate::domain::address::Problem;
use crate::domain::company::{BestAsked, Criterion, Facet};
use crate::pages::companies::{Career, legend};
use crate::pages::explore::{Choice, Link};
use crate::view::company::best;

/// The form.
pub struct Form {
    pub weights: Vec<Weight>,
    pub weights_problem: Option<String>,
    pub selects: Vec<Select>,
    /// The career as typed, or its name.
    pub career: String,
    pub career_problem: Option<String>,
    pub near: Vec<String>,
    /// Problems of what has no field.
    pub other_problems: Vec<String>,
    /// The list of those that cannot be ranked is shown, and stays.
    pub unranked: bool,
    /// Something is not as usual.
    pub used: bool,
}

/// How much a measure counts.
pub struct Weight {
    pub name: &'static str,
    pub label: &'static str,
    pub value: String,
    pub problem: Option<String>,
}

/// A filter with one choice.
pub struct Select {
    pub name: &'static str,
    pub label: &'static str,
    pub options: Vec<Choice>,
    pub problem: Option<String>,
}

/// Filters of the ranking. Size is one of them and no measure.
const FILTERS: [Facet; 3] = [Facet::Sector, Facet::Work, Facet::Size];

impl Form {
    pub fn new(asked: &BestAsked, career: &Career, companies: &Companies) -> Self {
        let problem = |field: &str| Problem::of_field(&asked.filters.problems, field);
        let weights = Criterion::ALL.into_iter().zip(asked.weights.0).zip(&asked.typed);
        Self {
            weights: weights
                .map(|((criterion, weight), typed)| Weight {
                    name: criterion.token(),
                    label: best::label(criterion),
                    value: typed.clone().unwrap_or_else(|| weight.to_string()),
                    problem: problem(criterion.token()),
                })
                .collect(),
            weights_problem: problem("weights"),
            selects: FILTERS.into_iter().map(|facet| select(facet, asked, companies)).collect(),
            career: career.typed.clone(),
            career_problem: problem("career"),
            near: career.near.clone(),
            other_problems: ["page", "list", "letter", "state", "kind"]
                .into_iter()
                .filter_map(problem)
                .collect(),
            unranked: asked.unranked,
            used: !asked.is_usual() || !asked.filters.problems.is_empty(),
        }
    }
}

fn select(facet: Facet, asked: &BestAsked, companies: &Companies) -> Select {
    let choices = companies.choices(facet).iter().enumerate();
    Select {
        name: facet.name(),
        label: legend(facet),
        options: choices
            .map(|(place, choice)| Choice {
                value: choice.token.clone(),
                label: choice.label.clone(),
                count: String::new(),
                taken: asked.filters.filters.has(facet, place),
            })
            .collect(),
        problem: Problem::of_field(&asked.filters.problems, facet.name()),
    }
}

/// The ranking with each choice of a facet alone.
pub fn choices(facet: Facet, companies: &Companies) -> Vec<Link> {
    let choices = companies.choices(facet).iter().enumerate();
    choices
        .map(|(place, choice)| {
            let mut asked = BestAsked::parse(&[], companies);
            asked.filters.filters.set(facet, place, true);
            Link {
                name: choice.label.clone(),
                href: asked.address(BestAsked::PATH, companies),
                current: false,
            }
        })
        .collect()
}
