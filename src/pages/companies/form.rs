//! The filters as a form: every choice with how many companies it would give.

use crate::domain::Companies;
use crate::domain::address::Problem;
use crate::domain::catalog::Order;
use crate::domain::company::{Asked, Facet, Measure, Results};
use crate::pages::companies::Career;
use crate::pages::explore::{Choice, counted};
use crate::view::company;

/// The form. A field with a problem keeps the rest of the form as it was sent.
pub struct Form {
    pub words: String,
    /// The career as typed, or its name.
    pub career: String,
    pub career_problem: Option<String>,
    /// Careers that may be meant.
    pub near: Vec<String>,
    pub panels: Vec<Panel>,
    pub sorts: Vec<Choice>,
    pub orders: Vec<Choice>,
    pub sort_problem: Option<String>,
    /// Letters that are taken: they have links instead of fields.
    pub letters: Vec<String>,
    /// Problems of what has no field: the page's number.
    pub other_problems: Vec<String>,
    /// Some field has a problem.
    pub wrong: bool,
    /// Filters in use.
    pub used: usize,
}

/// Choices of one facet, behind its heading.
pub struct Panel {
    pub legend: &'static str,
    pub open: bool,
    pub name: &'static str,
    pub choices: Vec<Choice>,
    pub problem: Option<String>,
}

/// What a facet is called.
#[must_use]
pub fn legend(facet: Facet) -> &'static str {
    match facet {
        Facet::Sector => "Sector of the industry",
        Facet::State => "State of headquarters",
        Facet::Size => "Employees",
        Facet::Kind => "Shares",
        Facet::Letter => "First letter",
        Facet::Work => "State that it works in",
    }
}

impl Form {
    pub fn new(asked: &Asked, career: &Career, results: &Results, companies: &Companies) -> Self {
        let problem = |field| Problem::of_field(&asked.problems, field);
        let (by, order) = asked.sorted_by();
        let bare = |value: &str, label: &str, taken| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            count: String::new(),
            taken,
        };
        let panels = [Facet::Size, Facet::Sector, Facet::State, Facet::Work, Facet::Kind].map(|facet| {
            let problem = problem(facet.name());
            Panel {
                legend: legend(facet),
                // Long lists stay closed until they are used.
                open: facet == Facet::Size || problem.is_some() || !asked.filters.is_open(facet),
                name: facet.name(),
                choices: choices(facet, asked, results, companies),
                problem,
            }
        });
        let letters = companies.choices(Facet::Letter).iter().enumerate();
        Self {
            used: Facet::ALL.into_iter().filter(|facet| !asked.filters.is_open(*facet)).count()
                + usize::from(!asked.words.is_empty())
                + usize::from(!asked.career.is_empty()),
            wrong: asked.problems.iter().any(|problem| problem.field != "page"),
            words: asked.words.clone(),
            career: career.typed.clone(),
            career_problem: problem("career"),
            near: career.near.clone(),
            panels: panels.into(),
            sorts: Measure::ALL
                .into_iter()
                .map(|measure| bare(measure.token(), company::label(measure), measure == by))
                .collect(),
            orders: [
                (Order::Descending, "Highest first, Z to A"),
                (Order::Ascending, "Lowest first, A to Z"),
            ]
            .into_iter()
            .map(|(each, label)| bare(each.token(), label, each == order))
            .collect(),
            sort_problem: problem("sort").or_else(|| problem("order")),
            letters: letters
                .filter(|(place, _)| asked.filters.has(Facet::Letter, *place))
                .map(|(_, letter)| letter.token.clone())
                .collect(),
            other_problems: ["page", "letter"].into_iter().filter_map(problem).collect(),
        }
    }
}

fn choices(facet: Facet, asked: &Asked, results: &Results, companies: &Companies) -> Vec<Choice> {
    companies
        .choices(facet)
        .iter()
        .zip(results.counts.of_facet(facet))
        .enumerate()
        .map(|(place, (choice, count))| Choice {
            value: choice.token.clone(),
            label: choice.label.clone(),
            count: counted(*count),
            taken: asked.filters.has(facet, place),
        })
        .collect()
}
