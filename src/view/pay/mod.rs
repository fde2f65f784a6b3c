//! The page of an occupation's pay: the nation, women and men, places, industries, and where an amount stands.

pub mod areas;
pub mod here;
pub mod industries;
pub mod nation;
pub mod standing;
pub mod tiles;

use crate::domain::{AreaPay, Cell, Pay, PayUnit, Place, Reason};
use crate::view::citations::{Citations, Mark};
use crate::view::format::{Usd, UsdCents};

/// In which units an occupation's pay is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaidBy {
    /// By the hour and by the year.
    Both,
    /// By the year only: its year has not the survey's 2,080 hours.
    Year,
    /// By the hour only.
    Hour,
}

impl PaidBy {
    /// That of an occupation, by the nation's row.
    #[must_use]
    pub fn of(pay: &Pay) -> Self {
        if pay.annual.median == Cell::Missing(Reason::HourlyOnly) {
            Self::Hour
        } else if pay.hourly.median == Cell::Missing(Reason::AnnualOnly) {
            Self::Year
        } else {
            Self::Both
        }
    }

    /// The unit that its tables are in.
    #[must_use]
    pub fn unit(self) -> PayUnit {
        if self == Self::Hour { PayUnit::Hour } else { PayUnit::Year }
    }

    /// What a reader should know of the unit, where only one is published.
    #[must_use]
    pub fn note(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Year => Some(
                "Pay of this work is published by the year only: its year has not the 2,080 hours by which the survey counts.",
            ),
            Self::Hour => Some(
                "Pay of this work is published by the hour only: few people do it all year, full time. Of places only the median and the mean are known.",
            ),
        }
    }

    /// An amount in the unit of the tables.
    #[must_use]
    pub fn print(self, usd: f64) -> String {
        if self == Self::Hour { UsdCents(usd).to_string() } else { Usd(usd).to_string() }
    }

    /// The median of an area in the unit of the tables.
    #[must_use]
    pub fn median(self, pay: &AreaPay) -> Cell {
        if self == Self::Hour { pay.wage_hourly_median_usd } else { pay.wage_annual_median_usd() }
    }

    /// The mean of an area in the unit of the tables.
    #[must_use]
    pub fn mean(self, pay: &AreaPay) -> Cell {
        if self == Self::Hour { pay.wage_hourly_mean_usd } else { pay.wage_annual_mean_usd }
    }
}

/// The median; of a metropolitan area the mean, which is all there is.
fn middle(basis: PaidBy, place: &Place, pay: &AreaPay) -> Cell {
    if place.has_distributions() { basis.median(pay) } else { basis.mean(pay) }
}

/// What an amount would be worth at the nation's average prices.
fn at_average_prices(cell: Cell, place: &Place) -> Option<f64> {
    let (Cell::Number(usd), Cell::Number(parity)) = (cell, place.price_parity) else { return None };
    Some(usd / parity * 100.0)
}

const STATES: (&str, &str) = (
    "states, territories",
    "Wage and salary jobs; the self-employed are not counted. No margin is published for medians.",
);
const NONMETROPOLITAN: (&str, &str) =
    ("the parts of states outside metropolitan areas", "As for states; a place is one or several of them.");
const METROPOLITAN: (&str, &str) = (
    "metropolitan areas",
    "Wage level 3, which equals the wage survey's mean of the area, of May 2024; the area may be pooled with its neighbours. Values that several areas share are left out. A year of an hourly mean is 2,080 hours.",
);
const PARITIES: (&str, &str) = (
    "states and metropolitan areas",
    "What goods, housing and services cost together, the national average being 100.",
);

fn cite_states(citations: &mut Citations, row: &'static str) -> Option<Mark> {
    citations.cite_about("oews_states", "", row, STATES)
}

fn cite_place(citations: &mut Citations, place: &Place, row: &'static str) -> Option<Mark> {
    use crate::domain::AreaType;
    match place.area_type {
        AreaType::Metropolitan => cite_metropolitan(citations, row),
        AreaType::Nonmetropolitan => cite_nonmetropolitan(citations, row),
        _ => cite_states(citations, row),
    }
}

fn cite_nonmetropolitan(citations: &mut Citations, row: &'static str) -> Option<Mark> {
    citations.cite_about("oews_nonmetropolitan", "", row, NONMETROPOLITAN)
}

fn cite_metropolitan(citations: &mut Citations, row: &'static str) -> Option<Mark> {
    citations.cite_about("oflc_metropolitan", "wage_mean_usd", row, METROPOLITAN)
}

fn cite_parities(citations: &mut Citations, row: &'static str) -> Option<Mark> {
    citations.cite_about("price_parities", "price_parity", row, PARITIES)
}
