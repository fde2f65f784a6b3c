//! Realistic moves between occupations: near in skills, for equal or better pay, at most a step of school away.

use crate::domain::catalog::Listing;
use crate::domain::{Catalog, Cell, Neighbor, Shared};

/// Moves that are shown each way.
const SHOWN: usize = 6;
/// The longest step of school, in years: from a certificate to a bachelor's degree.
const LONGEST_STEP_YEARS: f64 = 3.0;

/// A move from one occupation to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move<'c> {
    /// Where a person is now.
    pub from: &'c Listing,
    /// Where it goes.
    pub to: &'c Listing,
    /// How much of the skill profile is shared.
    pub shared: Shared,
    /// What the pay at the median goes up by, in dollars a year; of a median that is cut off at the top, at least.
    pub raise_usd: f64,
}

/// Where people in an occupation could go, and where they could have come from; nearest in skills first.
#[must_use]
pub fn moves<'c>(
    catalog: &'c Catalog,
    soc_code: &str,
    neighbors: &[Neighbor],
) -> (Vec<Move<'c>>, Vec<Move<'c>>) {
    let find = |soc_code: &str| catalog.listings().iter().find(|listing| listing.soc_code == soc_code);
    let Some(here) = find(soc_code) else { return (Vec::new(), Vec::new()) };
    let near: Vec<(&Listing, Shared)> = neighbors
        .iter()
        .map(|neighbor| (neighbor.soc_code.as_str(), Shared::of(neighbor.similarity)))
        .filter(|(other, shared)| *shared >= Shared::Much && *other != soc_code)
        .filter_map(|(other, shared)| Some((find(other)?, shared)))
        .collect();
    let onward = near.iter().filter_map(|(other, shared)| realistic(here, other, *shared));
    // Who has gone to school for longer than it asks for has not set out for it.
    let before = near
        .iter()
        .filter(|(other, _)| years_of_school(&other.education) <= years_of_school(&here.education))
        .filter_map(|(other, shared)| realistic(other, here, *shared));
    // Nobody sets out for, or comes from, what is left over of a group.
    let is_goal = |listing: &Listing| !listing.title.ends_with("All Other");
    (
        onward.filter(|found| is_goal(found.to)).take(SHOWN).collect(),
        before.filter(|found| is_goal(found.from)).take(SHOWN).collect(),
    )
}

fn realistic<'c>(from: &'c Listing, to: &'c Listing, shared: Shared) -> Option<Move<'c>> {
    let raise_usd = annual(to)? - annual(from)?;
    (raise_usd >= 0.0 && is_a_step(&from.education, &to.education)).then_some(Move {
        from,
        to,
        shared,
        raise_usd,
    })
}

/// Whether the school in between is one step; to a doctoral or professional degree only from a master's.
fn is_a_step(from: &str, to: &str) -> bool {
    let years = years_of_school(to) - years_of_school(from);
    let is_doctoral = |token| token == "doctoral_or_professional";
    years <= LONGEST_STEP_YEARS && (!is_doctoral(to) || is_doctoral(from) || from == "masters")
}

fn annual(listing: &Listing) -> Option<f64> {
    match listing.pay.annual {
        Cell::Number(usd) | Cell::AtLeast(usd) => Some(usd),
        Cell::Missing(_) => None,
    }
}

/// Usual years of school after high school for the projections' typical education; of several the fewest. Our own rule:
/// the projections count no years.
#[must_use]
pub fn years_of_school(typical_education: &str) -> f64 {
    match typical_education {
        "some_college" | "postsecondary_award" => 1.0,
        "associates" => 2.0,
        "bachelors" => 4.0,
        "masters" => 6.0,
        "doctoral_or_professional" => 7.0,
        _ => 0.0,
    }
}
