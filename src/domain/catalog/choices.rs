//! What a list can be filtered by: facets with choices, bounds of numbers, and words.

use super::INTERESTS;
use super::listing::{Listing, LocalPay};
use crate::domain::Cell;

/// Bands of projected growth: token, and the percent from which on.
pub const GROWTH_BANDS: [(&str, f64); 5] = [
    ("shrinking", f64::NEG_INFINITY),
    ("0-to-3", 0.0),
    ("3-to-6", 3.0),
    ("6-to-10", 6.0),
    ("10-and-over", 10.0),
];

/// First letters of titles.
pub const LETTERS: [&str; 26] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
    "v", "w", "x", "y", "z",
];

const EDUCATION: [&str; 8] = [
    "no_credential",
    "high_school",
    "some_college",
    "postsecondary_award",
    "associates",
    "bachelors",
    "masters",
    "doctoral_or_professional",
];
const EXPERIENCE: [&str; 3] = ["none", "less_than_five_years", "five_years_or_more"];
const TRAINING: [&str; 6] =
    ["none", "short_term", "moderate_term", "long_term", "apprenticeship", "internship_residency"];
const GROWTH: [&str; 5] = ["shrinking", "0-to-3", "3-to-6", "6-to-10", "10-and-over"];

/// A filter of choices that exclude one another; a person may take several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Major group of the classification.
    Group,
    /// Typical education at entry.
    Education,
    /// Work experience in a related occupation.
    Experience,
    /// Training on the job.
    Training,
    /// Band of projected growth.
    Growth,
    /// Strongest interest type.
    Interest,
    /// First letter of the title.
    Letter,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 7] = [
        Self::Group,
        Self::Education,
        Self::Experience,
        Self::Training,
        Self::Growth,
        Self::Interest,
        Self::Letter,
    ];

    /// Its name in an address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Education => "education",
            Self::Experience => "experience",
            Self::Training => "training",
            Self::Growth => "growth",
            Self::Interest => "interest",
            Self::Letter => "letter",
        }
    }

    /// Its choices, as an address names them; those of [`Facet::Group`] stand in the catalog.
    #[must_use]
    pub fn tokens(self) -> &'static [&'static str] {
        match self {
            Self::Group => &[],
            Self::Education => &EDUCATION,
            Self::Experience => &EXPERIENCE,
            Self::Training => &TRAINING,
            Self::Growth => &GROWTH,
            Self::Interest => &INTERESTS,
            Self::Letter => &LETTERS,
        }
    }

    pub(super) fn place(self) -> usize {
        self as usize
    }
}

/// A filter by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Least pay, in dollars a year.
    PayMin,
    /// Most pay, in dollars a year.
    PayMax,
    /// Least projected growth over ten years, in percent.
    GrowthMin,
    /// Least openings a year.
    OpeningsMin,
    /// Least share that works from home, in percent.
    HomeMin,
}

impl Bound {
    /// Every bound.
    pub const ALL: [Self; 5] =
        [Self::PayMin, Self::PayMax, Self::GrowthMin, Self::OpeningsMin, Self::HomeMin];

    /// Its name in an address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PayMin => "pay_min",
            Self::PayMax => "pay_max",
            Self::GrowthMin => "growth_min",
            Self::OpeningsMin => "openings_min",
            Self::HomeMin => "home_min",
        }
    }

    /// The numbers that a page offers; an address may name any other.
    #[must_use]
    pub fn steps(self) -> &'static [f64] {
        const PAY: [f64; 14] =
            [30e3, 40e3, 50e3, 60e3, 70e3, 80e3, 90e3, 100e3, 110e3, 120e3, 130e3, 150e3, 175e3, 200e3];
        match self {
            Self::PayMin | Self::PayMax => &PAY,
            Self::GrowthMin => &[0.0, 3.0, 5.0, 10.0, 15.0, 20.0],
            Self::OpeningsMin => &[100.0, 500.0, 1e3, 5e3, 10e3, 50e3, 100e3],
            Self::HomeMin => &[5.0, 10.0, 20.0, 30.0, 40.0, 50.0],
        }
    }

    /// Numbers that make sense here.
    pub(in crate::domain) fn allowed(self) -> std::ops::RangeInclusive<f64> {
        match self {
            Self::PayMin | Self::PayMax => 0.0..=10e6,
            Self::GrowthMin => -100.0..=1000.0,
            Self::OpeningsMin => 0.0..=100e6,
            Self::HomeMin => 0.0..=100.0,
        }
    }

    /// Whether an occupation lies within the bound. One without the number does not; of one whose pay is known only to
    /// be above a limit it is not known whether it lies below a higher one.
    #[must_use]
    pub fn holds(self, bound: f64, listing: &Listing, local: &LocalPay) -> bool {
        let cell = match self {
            Self::PayMin | Self::PayMax => local.annual,
            Self::GrowthMin => listing.growth_percent,
            Self::OpeningsMin => listing.openings,
            Self::HomeMin => listing.home.value,
        };
        match (self, cell) {
            (Self::PayMax, Cell::Number(number)) => number <= bound,
            (Self::PayMax, _) | (_, Cell::Missing(_)) => false,
            (_, Cell::Number(number) | Cell::AtLeast(number)) => number >= bound,
        }
    }

    pub(super) fn place(self) -> usize {
        self as usize
    }
}

/// The choices of every facet that are taken, and the bounds. Nothing taken in a facet leaves it open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    chosen: [u64; Facet::ALL.len()],
    bounds: [Option<f64>; Bound::ALL.len()],
}

impl Filters {
    /// Takes a further choice of a facet.
    pub fn choose(&mut self, facet: Facet, choice: usize) {
        if let Some(chosen) = self.chosen.get_mut(facet.place())
            && choice < 64
        {
            *chosen |= 1 << choice;
        }
    }

    /// Opens a facet again.
    pub fn clear(&mut self, facet: Facet) {
        if let Some(chosen) = self.chosen.get_mut(facet.place()) {
            *chosen = 0;
        }
    }

    /// Sets or lifts a bound.
    pub fn bound(&mut self, bound: Bound, number: Option<f64>) {
        if let Some(place) = self.bounds.get_mut(bound.place()) {
            *place = number;
        }
    }

    /// Whether a facet has any choice taken.
    #[must_use]
    pub fn is_open(&self, facet: Facet) -> bool {
        self.chosen.get(facet.place()).is_none_or(|chosen| *chosen == 0)
    }

    /// Whether a choice is taken.
    #[must_use]
    pub fn has(&self, facet: Facet, choice: usize) -> bool {
        choice < 64 && self.chosen.get(facet.place()).is_some_and(|chosen| chosen & (1 << choice) != 0)
    }

    /// A bound's number, where it is set.
    #[must_use]
    pub fn of(&self, bound: Bound) -> Option<f64> {
        self.bounds.get(bound.place()).copied().flatten()
    }

    /// Whether a listing has one of the choices taken.
    pub(super) fn takes(&self, facet: Facet, listing: &Listing) -> bool {
        self.is_open(facet) || listing.choice(facet).is_some_and(|choice| self.has(facet, choice))
    }
}
