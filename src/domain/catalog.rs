//! The catalog of all occupations: what a list of them shows, filters and sorts. It never changes, so it is read once.

mod asked;
mod choices;
mod listing;
mod results;
mod sort;

pub use asked::Asked;
pub use choices::{Bound, Facet, Filters, GROWTH_BANDS, LETTERS};
pub use listing::{Draft, Interests, Listing, LocalPay, PersonFigure, Survey, Whose};
pub use results::{Counts, Results, View};
pub use sort::{Column, Order};

/// Holland's six types in his order, which is O*NET's.
pub const INTERESTS: [&str; 6] =
    ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"];

/// A major group of the classification that has occupations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `29-0000`
    pub soc_code: String,
    /// "Healthcare Practitioners and Technical"
    pub title: String,
}

/// All occupations by title, and their major groups by code.
#[derive(Debug, Default)]
pub struct Catalog {
    listings: Vec<Listing>,
    groups: Vec<Group>,
}

impl Catalog {
    /// Brings the occupations into the order of their titles. Groups without an occupation are left out.
    #[must_use]
    pub fn new(drafts: Vec<Draft>, mut groups: Vec<Group>) -> Self {
        let major = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
        groups.retain(|group| drafts.iter().any(|draft| major(&draft.soc_code) == major(&group.soc_code)));
        groups.sort_by(|one, other| one.soc_code.cmp(&other.soc_code));
        let mut listings: Vec<Listing> = drafts
            .into_iter()
            .map(|draft| {
                let of_code = major(&draft.soc_code);
                let group = groups.iter().position(|group| major(&group.soc_code) == of_code);
                Listing::new(draft, group)
            })
            .collect();
        listings.sort_by_cached_key(|listing| (listing.title.to_lowercase(), listing.soc_code.clone()));
        Self { listings, groups }
    }

    /// Every occupation, by title.
    #[must_use]
    pub fn listings(&self) -> &[Listing] {
        &self.listings
    }

    /// Major groups that have occupations, by code.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The texts that stand for the choices of a facet in an address, in their order.
    #[must_use]
    pub fn tokens(&self, facet: Facet) -> Vec<&str> {
        match facet {
            Facet::Group => self.groups.iter().map(|group| group.soc_code.as_str()).collect(),
            other => other.tokens().to_vec(),
        }
    }
}
