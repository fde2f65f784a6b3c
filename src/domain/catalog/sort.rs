//! The columns of a list, and its order.

use std::cmp::Ordering;

use super::listing::{Listing, LocalPay};
use super::{Facet, INTERESTS};
use crate::domain::Cell;

/// A column of the list; the title stands always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the columns are what they are called")]
pub enum Column {
    Name,
    Pay,
    PayRange,
    Jobs,
    Growth,
    NewJobs,
    Openings,
    Education,
    Home,
    Women,
    Age,
    Interest,
}

impl Column {
    /// Every column that a person can choose.
    pub const CHOICES: [Self; 11] = [
        Self::Pay,
        Self::PayRange,
        Self::Jobs,
        Self::Growth,
        Self::NewJobs,
        Self::Openings,
        Self::Education,
        Self::Home,
        Self::Women,
        Self::Age,
        Self::Interest,
    ];
    /// Those that stand where nothing is chosen.
    pub const USUAL: [Self; 5] = [Self::Pay, Self::Jobs, Self::Growth, Self::Openings, Self::Education];

    /// Its name in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Pay => "pay",
            Self::PayRange => "range",
            Self::Jobs => "jobs",
            Self::Growth => "growth",
            Self::NewJobs => "new",
            Self::Openings => "openings",
            Self::Education => "education",
            Self::Home => "home",
            Self::Women => "women",
            Self::Age => "age",
            Self::Interest => "interest",
        }
    }

    /// The column of a token.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        std::iter::once(Self::Name).chain(Self::CHOICES).find(|column| column.token() == token)
    }

    /// The order that says most: texts from A on, numbers from the highest.
    #[must_use]
    pub fn usual_order(self) -> Order {
        match self {
            Self::Name | Self::Education | Self::Interest => Order::Ascending,
            _ => Order::Descending,
        }
    }

    /// What it is sorted by; none where the occupation has no figure.
    #[must_use]
    pub fn key(self, listing: &Listing, local: &LocalPay) -> Option<f64> {
        let cell = match self {
            // The catalog lies in the order of its titles.
            Self::Name => return Some(0.0),
            Self::Education => return number(listing.choice(Facet::Education)?),
            Self::Interest => return by_name(listing.choice(Facet::Interest)?),
            Self::Pay => local.annual,
            Self::PayRange => local.p90,
            Self::Jobs => local.jobs,
            Self::Growth => listing.growth_percent,
            Self::NewJobs => listing.new_jobs,
            Self::Openings => listing.openings,
            Self::Home => listing.home.value,
            Self::Women => listing.women.value,
            Self::Age => listing.age.value,
        };
        match cell {
            Cell::Number(number) => Some(number),
            // Above the same number where that is exact.
            Cell::AtLeast(number) => Some(number.next_up()),
            Cell::Missing(_) => None,
        }
    }
}

/// The place of a choice among the choices.
fn number(choice: usize) -> Option<f64> {
    u32::try_from(choice).ok().map(f64::from)
}

/// The place of an interest type by its name, instead of in Holland's order.
fn by_name(choice: usize) -> Option<f64> {
    let name = INTERESTS.get(choice)?;
    number(INTERESTS.iter().filter(|other| *other < name).count())
}

/// Which end of a column comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// From the lowest, or from A.
    Ascending,
    /// From the highest, or from Z.
    Descending,
}

impl Order {
    /// Its name in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Ascending => "asc",
            Self::Descending => "desc",
        }
    }

    /// The order of a token.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Ascending, Self::Descending].into_iter().find(|order| order.token() == token)
    }

    /// The other one.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }

    /// Compares two keys, a missing one last in either order.
    pub(in crate::domain) fn compare(self, one: Option<f64>, other: Option<f64>) -> Ordering {
        match (one, other, self) {
            (Some(one), Some(other), Self::Ascending) => one.total_cmp(&other),
            (Some(one), Some(other), Self::Descending) => other.total_cmp(&one),
            (Some(_), None, _) => Ordering::Less,
            (None, Some(_), _) => Ordering::Greater,
            (None, None, _) => Ordering::Equal,
        }
    }
}
