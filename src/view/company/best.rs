//! A company's place among the best, and why it stands there.

use crate::domain::Companies;
use crate::domain::company::{BestAsked, Criterion, Standing};
use crate::view::citations::{Citations, Mark};
use crate::view::company::over_prevailing;
use crate::view::facts::Fact;
use crate::view::format::{Count, Usd};
use crate::view::row::Value;

/// Where a company stands by the usual weights.
#[derive(Debug)]
pub struct BestPlace {
    /// "Place 12 of 1,432, with 84.2 of 100 points"
    pub said: String,
    /// Each measure with its points.
    pub facts: Vec<Fact>,
}

impl BestPlace {
    /// Of the company at a place of the directory; nothing where it cannot be ranked.
    #[must_use]
    pub fn of(companies: &Companies, place: usize, citations: &mut Citations) -> Option<Self> {
        let usual = BestAsked::parse(&[], companies);
        let standing = companies.standing(place)?;
        let (rank, tied, all) = companies.rank(standing, usual.weights)?;
        let total = standing.total(usual.weights)?;
        let shared = if tied { ", shared with others" } else { "" };
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let said = format!(
            "Place {} of {}{shared}, with {total:.1} of 100 points by the usual weights.",
            Count(rank as f64),
            Count(all as f64)
        );
        let facts = Criterion::ALL.into_iter().map(|criterion| fact(criterion, standing, citations));
        Some(Self { said, facts: facts.collect() })
    }
}

fn fact(criterion: Criterion, standing: &Standing, citations: &mut Citations) -> Fact {
    let source = cite(criterion, citations);
    let value = match (standing.figure(criterion), standing.points_of(criterion)) {
        (Some(number), Some(points)) => Value::known(figure(criterion, number), source)
            .with_line(Some(format!("{points:.1} of 100 points")), None),
        _ => Value::missing(why_missing(criterion), source),
    };
    Fact::new(label(criterion), note(criterion), value)
}

/// What a measure is called.
#[must_use]
pub fn label(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Offer => "Offers over prevailing wage",
        Criterion::WorkerPay => "Worker pay in its sector",
        Criterion::Breadth => "Breadth",
        Criterion::Profit => "Profit per employee in its sector",
    }
}

/// A few words on what a measure is.
#[must_use]
pub fn note(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Offer => "median of its applications, ten at least",
        Criterion::WorkerPay => "median worker pay against the sector's median",
        Criterion::Breadth => "occupations that it filed for",
        Criterion::Profit => "less the sector's median",
    }
}

/// What a measure is, in sentences.
#[must_use]
pub fn explanation(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Offer => {
            "What it offers over the prevailing wage of the place for such a position: the median over its certified full-time applications of one fiscal year, ten at least."
        }
        Criterion::WorkerPay => {
            "The pay of the worker in the middle divided by the median of that among the companies of its sector that report it, five at least."
        }
        Criterion::Breadth => {
            "For how many occupations it filed in four fiscal years. It says how many kinds of work it has for people from outside, and depends on how much it files."
        }
        Criterion::Profit => {
            "Profit per employee less the median of the large companies of its sector, in dollars. It says how well the company does, not the people."
        }
    }
}

/// A figure in words.
#[must_use]
pub fn figure(criterion: Criterion, number: f64) -> String {
    match criterion {
        Criterion::Offer => over_prevailing(number),
        Criterion::WorkerPay => format!("{number:.2} times the median"),
        Criterion::Breadth if number < 1.5 => "1 occupation".to_owned(),
        Criterion::Breadth => format!("{} occupations", Count(number)),
        Criterion::Profit if number < 0.0 => format!("{} less", Usd(-number)),
        Criterion::Profit => format!("{} more", Usd(number)),
    }
}

/// Why a company has no figure, in few words.
#[must_use]
pub fn why_missing(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Offer => "Fewer than 10 applications",
        Criterion::WorkerPay => "No worker pay in the release",
        Criterion::Breadth => "No filings found",
        Criterion::Profit => "No profit in the release",
    }
}

/// The source of a measure.
pub fn cite(criterion: Criterion, citations: &mut Citations) -> Option<Mark> {
    let (table, column) = match criterion {
        Criterion::Offer => ("lca_filers", "offered_over_prevailing_median"),
        Criterion::WorkerPay => ("company_worker_pay", "median_worker_pay_usd"),
        Criterion::Breadth => ("lca_filers", "occupations"),
        Criterion::Profit => ("companies", "profit_millions_usd"),
    };
    citations.cite(table, column, label(criterion))
}
