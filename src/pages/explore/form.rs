//! The filters as a form: every choice with how many careers it would give.

use crate::domain::address::Problem;
use crate::domain::catalog::{Asked, Bound, Column, Facet, Order, Results};
use crate::domain::{Catalog, Place};
use crate::pages::explore::links::Link;
use crate::view::format::{Count, Plain, Usd};
use crate::view::listing;

/// The form. A field with a problem keeps the rest of the form as it was sent.
#[derive(Default)]
pub struct Form {
    pub words: Text,
    pub place: Text,
    /// Places that may be meant.
    pub near: Vec<Link>,
    pub panels: Vec<Panel>,
    pub columns: Vec<Choice>,
    pub columns_problem: Option<String>,
    pub sorts: Vec<Choice>,
    pub orders: Vec<Choice>,
    pub sort_problem: Option<String>,
    /// Letters that are taken: they have links instead of fields.
    pub letters: Vec<&'static str>,
    /// Problems of what has no field: the page's number.
    pub other_problems: Vec<String>,
    /// Some field has a problem.
    pub wrong: bool,
    /// Filters in use.
    pub used: usize,
}

/// A field of text.
#[derive(Default)]
pub struct Text {
    pub value: String,
    pub problem: Option<String>,
}

/// Filters of one subject, behind its heading.
pub struct Panel {
    pub legend: &'static str,
    pub open: bool,
    pub used: bool,
    pub note: &'static str,
    pub bounds: Vec<BoundField>,
    /// The name of the boxes.
    pub name: &'static str,
    pub choices: Vec<Choice>,
    pub problem: Option<String>,
}

/// A bound as a list of steps.
pub struct BoundField {
    pub name: &'static str,
    pub label: &'static str,
    pub open: &'static str,
    pub options: Vec<Choice>,
    pub problem: Option<String>,
}

/// A choice with its count.
pub struct Choice {
    /// As the address has it.
    pub value: String,
    /// In words.
    pub label: String,
    /// What it would give; nothing where it only orders.
    pub count: String,
    /// Whether it is chosen.
    pub taken: bool,
}

impl Form {
    pub fn new(
        asked: &Asked,
        results: &Results,
        place: Option<&Place>,
        typed: String,
        near: Vec<Link>,
        catalog: &Catalog,
    ) -> Self {
        let panels: Vec<Panel> =
            PANELS.iter().map(|panel| panel_of(panel, asked, results, catalog)).collect();
        let (by, order) = asked.sorted_by();
        let bare = |value: &str, label: String, taken| Choice {
            value: value.to_owned(),
            label,
            count: String::new(),
            taken,
        };
        let sorts = std::iter::once(Column::Name).chain(Column::CHOICES);
        let used = panels.iter().filter(|panel| panel.used).count();
        Self {
            used: used + usize::from(!asked.words.is_empty()) + usize::from(place.is_some()),
            wrong: asked.problems.iter().any(|problem| problem.field != "page"),
            words: Text { value: asked.words.clone(), problem: problem(asked, "q") },
            place: Text {
                value: place.map_or(typed, |place| place.name.clone()),
                problem: problem(asked, "in"),
            },
            near,
            panels,
            columns: Column::CHOICES
                .into_iter()
                .map(|column| {
                    let label = listing::short_label(column).to_owned();
                    bare(column.token(), label, asked.columns.contains(&column))
                })
                .collect(),
            columns_problem: problem(asked, "col"),
            sorts: sorts
                .map(|column| bare(column.token(), listing::short_label(column).to_owned(), column == by))
                .collect(),
            orders: [
                (Order::Descending, "Highest first, Z to A"),
                (Order::Ascending, "Lowest first, A to Z"),
            ]
            .into_iter()
            .map(|(each, label)| bare(each.token(), label.to_owned(), each == order))
            .collect(),
            sort_problem: problem(asked, "sort").or_else(|| problem(asked, "order")),
            letters: Facet::Letter
                .tokens()
                .iter()
                .enumerate()
                .filter(|(place, _)| asked.filters.has(Facet::Letter, *place))
                .map(|(_, letter)| *letter)
                .collect(),
            other_problems: ["page", "letter"]
                .into_iter()
                .filter_map(|field| problem(asked, field))
                .collect(),
        }
    }
}

/// What a panel holds.
struct Subject {
    legend: &'static str,
    /// Open where nothing is chosen, too.
    open: bool,
    note: &'static str,
    bounds: &'static [Bound],
    facet: Option<Facet>,
}

const PANELS: [Subject; 9] = [
    Subject {
        legend: "Pay a year",
        open: true,
        note: "",
        bounds: &[Bound::PayMin, Bound::PayMax],
        facet: None,
    },
    of_facet(Facet::Education, true, &[], ""),
    of_facet(Facet::Group, false, &[], ""),
    of_facet(Facet::Growth, false, &[Bound::GrowthMin], ""),
    Subject { legend: "Openings", open: false, note: "", bounds: &[Bound::OpeningsMin], facet: None },
    Subject { legend: "Working from home", open: false, note: "", bounds: &[Bound::HomeMin], facet: None },
    of_facet(Facet::Interest, false, &[], "By O*NET's scores, which are made by machine learning."),
    of_facet(Facet::Experience, false, &[], ""),
    of_facet(Facet::Training, false, &[], ""),
];

const fn of_facet(facet: Facet, open: bool, bounds: &'static [Bound], note: &'static str) -> Subject {
    Subject { legend: "", open, note, bounds, facet: Some(facet) }
}

fn panel_of(subject: &Subject, asked: &Asked, results: &Results, catalog: &Catalog) -> Panel {
    let bounds: Vec<BoundField> =
        subject.bounds.iter().map(|bound| bound_field(*bound, asked, results)).collect();
    let facet_problem = subject.facet.and_then(|facet| problem(asked, facet.name()));
    let used = subject.bounds.iter().any(|bound| asked.filters.of(*bound).is_some())
        || subject.facet.is_some_and(|facet| !asked.filters.is_open(facet));
    let wrong = facet_problem.is_some() || bounds.iter().any(|bound| bound.problem.is_some());
    Panel {
        legend: subject.facet.map_or(subject.legend, listing::legend),
        open: subject.open || used || wrong,
        used,
        note: subject.note,
        bounds,
        name: subject.facet.map_or("", Facet::name),
        choices: subject.facet.map(|facet| choices(facet, asked, results, catalog)).unwrap_or_default(),
        problem: facet_problem,
    }
}

fn choices(facet: Facet, asked: &Asked, results: &Results, catalog: &Catalog) -> Vec<Choice> {
    let counts = results.counts.of_facet(facet);
    let titles = catalog.groups().iter().map(|group| group.title.as_str());
    let titles: Vec<&str> = if facet == Facet::Group { titles.collect() } else { Vec::new() };
    catalog
        .tokens(facet)
        .into_iter()
        .zip(counts)
        .enumerate()
        .map(|(place, (token, count))| Choice {
            value: token.to_owned(),
            label: listing::choice(facet, token, titles.get(place).copied().unwrap_or_default()),
            count: counted(*count),
            taken: asked.filters.has(facet, place),
        })
        .collect()
}

fn bound_field(bound: Bound, asked: &Asked, results: &Results) -> BoundField {
    let taken = asked.filters.of(bound);
    let mut options: Vec<Choice> = bound
        .steps()
        .iter()
        .zip(results.counts.of_bound(bound))
        .map(|(step, count)| option(bound, *step, *count, taken == Some(*step)))
        .collect();
    // An address may name a number between the steps.
    if let Some(number) = taken.filter(|number| !bound.steps().contains(number)) {
        options.insert(0, option(bound, number, results.rows.len(), true));
    }
    let (label, open) = match bound {
        Bound::PayMin => ("At least", "Any pay"),
        Bound::PayMax => ("At most", "Any pay"),
        Bound::GrowthMin => ("At least", "Any growth"),
        Bound::OpeningsMin => ("At least", "Any number"),
        Bound::HomeMin => ("At least", "Any share"),
    };
    BoundField { name: bound.name(), label, open, options, problem: problem(asked, bound.name()) }
}

fn option(bound: Bound, number: f64, count: usize, taken: bool) -> Choice {
    Choice { value: number.to_string(), label: bound_in_words(bound, number), count: counted(count), taken }
}

/// "$60,000 or more"
pub fn bound_in_words(bound: Bound, number: f64) -> String {
    match bound {
        Bound::PayMin => format!("{} or more", Usd(number)),
        Bound::PayMax => format!("{} or less", Usd(number)),
        Bound::GrowthMin | Bound::HomeMin => format!("{}% or more", Plain(number)),
        Bound::OpeningsMin => format!("{} a year or more", Count(number)),
    }
}

/// A number of things found: "1,234".
#[must_use]
pub fn counted(count: usize) -> String {
    Count(u32::try_from(count).map_or(0.0, f64::from)).to_string()
}

fn problem(asked: &Asked, field: &str) -> Option<String> {
    Problem::of_field(&asked.problems, field)
}
