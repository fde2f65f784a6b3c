//! Realistic next careers, and where people could come from, as a profile lists them.

use crate::domain::Cell;
use crate::domain::catalog::Listing;
use crate::domain::moves::Move;
use crate::view::format::Usd;
use crate::view::way::{experience_step, school_step};

/// A career that one could move to or from.
pub struct Shown {
    /// Its title.
    pub title: String,
    /// Last part of its address.
    pub slug: String,
    /// "$132,050 a year, $34,500 more"
    pub pay: String,
    /// What the one that is moved to asks for.
    pub asks: String,
    /// "Most"
    pub shared: &'static str,
    /// The comparison of the two, from where one is to where one goes.
    pub pair: String,
}

impl Shown {
    /// Where the move goes, from the career called `slug`.
    #[must_use]
    pub fn onward(found: &Move, slug: &str) -> Self {
        Self { pair: format!("{slug}-vs-{}", found.to.slug), ..Self::of(found.to, "more", found) }
    }

    /// Where the move comes from, to the career called `slug`.
    #[must_use]
    pub fn before(found: &Move, slug: &str) -> Self {
        Self { pair: format!("{}-vs-{slug}", found.from.slug), ..Self::of(found.from, "less", found) }
    }

    fn of(listing: &Listing, more: &str, found: &Move) -> Self {
        let usd = match listing.pay.annual {
            Cell::Number(usd) => format!("{} a year", Usd(usd)),
            Cell::AtLeast(usd) => format!("{} a year or more", Usd(usd)),
            Cell::Missing(_) => "not published".to_owned(),
        };
        let difference = if found.raise_usd == 0.0 {
            "the same".to_owned()
        } else {
            format!("{} {more}", Usd(found.raise_usd))
        };
        Self {
            title: listing.title.clone(),
            slug: listing.slug.clone(),
            pay: format!("{usd}, {difference}"),
            asks: format!(
                "{} {}",
                school_step(&found.from.education, &found.to.education),
                experience_step(&found.to.experience, &found.to.training)
            ),
            shared: found.shared.word(),
            pair: String::new(),
        }
    }
}
