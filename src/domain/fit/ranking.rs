//! Limits take careers out; the rest stands by fit.

use super::measure::{correlation, mean, pattern, standings};
use super::{Asked, Finder};
use crate::domain::Catalog;
use crate::domain::catalog::{Bound, Column, Facet, Listing, LocalPay};

/// What the careers stand by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Interests and skills together.
    Both,
    /// Interests alone.
    Interests,
    /// Skills alone.
    Skills,
    /// Openings a year: nothing is said of either.
    Openings,
}

/// What takes careers out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The place publishes neither pay nor jobs of it.
    Place,
    /// Its usual entry asks for more education.
    Education,
    /// It pays less, or pay by the year is not published.
    Pay,
}

impl Limit {
    /// Every limit.
    pub const ALL: [Self; 3] = [Self::Place, Self::Education, Self::Pay];

    /// What is asked, without this limit.
    #[must_use]
    pub fn lifted(self, asked: &Asked) -> Asked {
        let mut lifted = asked.clone();
        match self {
            Self::Place => lifted.place.clear(),
            Self::Education => lifted.study = super::Study::Any,
            Self::Pay => lifted.pay = None,
        }
        lifted
    }
}

/// What a limit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which it is.
    pub limit: Limit,
    /// Careers that do not pass it. One may fail several; what pays too little there is no career that is not there.
    pub out: usize,
    /// Careers that would be left without it.
    pub without: usize,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What it stands by.
    pub by: By,
    /// Places in the catalog, the best fit first.
    pub rows: Vec<usize>,
    /// Careers that have no scores of what it stands by.
    pub unscored: usize,
    /// What each limit in use did.
    pub limits: Vec<Taken>,
}

/// A scored career before the limits.
struct Candidate {
    place: usize,
    fit: f64,
    /// Which limits it does not pass, in the order of [`Limit::ALL`].
    fails: [bool; 3],
    /// Whether it would be left without each of them.
    left_without: [bool; 3],
}

impl Candidate {
    fn new((place, fit): (usize, f64), asked: &Asked, listing: &Listing, local: Option<&LocalPay>) -> Self {
        let pays = |pay| asked.pay.is_none_or(|usd| Bound::PayMin.holds(usd, listing, pay));
        let level = listing.choice(Facet::Education);
        let is_open = asked.reach().is_none_or(|reach| level.is_some_and(|level| level <= reach));
        let is_there = local.is_none_or(|local| !local.is_empty());
        let is_paid = pays(local.unwrap_or(&listing.pay));
        Self {
            place,
            fit,
            // What is not there is not paid too little there.
            fails: [!is_there, !is_open, is_there && !is_paid],
            // Without the place, pay is the nation's.
            left_without: [is_open && pays(&listing.pay), is_there && is_paid, is_there && is_open],
        }
    }
}

impl Finder {
    /// Ranks the careers; `local` are the pay and jobs of a place, in the order of the catalog.
    #[must_use]
    pub fn rank(&self, asked: &Asked, catalog: &Catalog, local: Option<&[LocalPay]>) -> Ranking {
        let (by, fits) = self.fits(asked, catalog);
        let all = catalog.listings().iter().zip(fits).enumerate();
        let mut scored: Vec<Candidate> = all
            .filter_map(|(place, (listing, fit))| {
                let local = local.map(|local| local.get(place).unwrap_or(&LocalPay::NONE));
                Some(Candidate::new((place, fit?), asked, listing, local))
            })
            .collect();
        let count = |of: fn(&Candidate) -> [bool; 3]| {
            let mut counts = [0_usize; 3];
            for is in scored.iter().map(of) {
                counts.iter_mut().zip(is).for_each(|(count, is)| *count += usize::from(is));
            }
            counts
        };
        let counts =
            count(|candidate| candidate.fails).into_iter().zip(count(|candidate| candidate.left_without));
        let limits = Limit::ALL
            .into_iter()
            .zip(counts)
            .filter(|(_, (out, _))| *out > 0)
            .map(|(limit, (out, without))| Taken { limit, out, without })
            .collect();
        let unscored = catalog.listings().len() - scored.len();
        scored.retain(|candidate| candidate.fails == [false; 3]);
        // The catalog lies in the order of titles, and the sort keeps it among equals.
        scored.sort_by(|one, other| other.fit.total_cmp(&one.fit));
        Ranking { by, rows: scored.into_iter().map(|candidate| candidate.place).collect(), unscored, limits }
    }

    /// How well each career fits; none of one without the scores that it takes.
    fn fits(&self, asked: &Asked, catalog: &Catalog) -> (By, Vec<Option<f64>>) {
        let by_interests: Option<Vec<_>> = pattern(asked.interests)
            .map(|answers| self.interests.iter().map(|scores| correlation(answers, (*scores)?)).collect());
        let by_skills: Option<Vec<_>> = (!asked.skills.is_empty()).then(|| {
            let of = |skilled: &[u8]| {
                mean(asked.skills.iter().filter_map(|place| skilled.get(*place)).map(|each| f64::from(*each)))
            };
            self.skilled.iter().map(|skilled| of(skilled.as_deref()?)).collect()
        });
        match (by_interests, by_skills) {
            (Some(interests), Some(skills)) => {
                // As the share of careers that fit less, the two are on one scale. The product is near the smaller of
                // them: nothing makes up for what plainly does not fit.
                let both = standings(&interests).into_iter().zip(standings(&skills));
                (By::Both, both.map(|(interests, skills)| Some(interests? * skills?)).collect())
            }
            (Some(interests), None) => (By::Interests, interests),
            (None, Some(skills)) => (By::Skills, skills),
            (None, None) => {
                let openings = |listing| Column::Openings.key(listing, &LocalPay::NONE).unwrap_or(-1.0);
                (By::Openings, catalog.listings().iter().map(openings).map(Some).collect())
            }
        }
    }
}
