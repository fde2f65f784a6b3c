//! Filtering, counting and sorting. Pure: a catalog and what is asked in, places of the catalog and numbers out.

use super::Catalog;
use super::choices::{Bound, Facet, Filters};
use super::listing::{Listing, LocalPay};
use super::sort::{Column, Order};

/// Facets, then bounds, then the words.
const WORDS: usize = Facet::ALL.len() + Bound::ALL.len();

/// The catalog as one request looks at it: in a place, and with the words that it asks for.
pub struct View<'c> {
    catalog: &'c Catalog,
    /// Pay and jobs of a place, one an occupation; the nation's where none.
    local: Option<Vec<LocalPay>>,
    /// Which occupations have a name with the words; all where none are asked for.
    named: Option<Vec<bool>>,
}

/// What a list answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Places in the catalog, in the order asked for.
    pub rows: Vec<usize>,
    /// What every choice would give.
    pub counts: Counts,
}

/// How many occupations each choice would give, the other filters being as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    facets: [Vec<usize>; Facet::ALL.len()],
    bounds: [Vec<usize>; Bound::ALL.len()],
    without: [usize; WORDS + 1],
}

impl Counts {
    /// One a choice of the facet: with this choice alone taken in it.
    #[must_use]
    pub fn of_facet(&self, facet: Facet) -> &[usize] {
        self.facets.get(facet.place()).map_or(&[], Vec::as_slice)
    }

    /// One a step of the bound.
    #[must_use]
    pub fn of_bound(&self, bound: Bound) -> &[usize] {
        self.bounds.get(bound.place()).map_or(&[], Vec::as_slice)
    }

    /// Without this facet's choices.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> usize {
        self.without.get(facet.place()).copied().unwrap_or_default()
    }

    /// Without this bound.
    #[must_use]
    pub fn without_bound(&self, bound: Bound) -> usize {
        self.without.get(Facet::ALL.len() + bound.place()).copied().unwrap_or_default()
    }

    /// Without the words.
    #[must_use]
    pub fn without_words(&self) -> usize {
        self.without.last().copied().unwrap_or_default()
    }
}

impl<'c> View<'c> {
    /// The whole catalog in the nation.
    #[must_use]
    pub fn new(catalog: &'c Catalog) -> Self {
        Self { catalog, local: None, named: None }
    }

    /// The same with the pay and jobs of a place.
    #[must_use]
    pub fn in_place(self, pay_of: impl Fn(&Listing) -> LocalPay) -> Self {
        Self { local: Some(self.catalog.listings().iter().map(pay_of).collect()), ..self }
    }

    /// The same with only those that have a name with the words asked for.
    #[must_use]
    pub fn named(self, has_words: impl Fn(&Listing) -> bool) -> Self {
        Self { named: Some(self.catalog.listings().iter().map(has_words).collect()), ..self }
    }

    /// The occupation at a place of the catalog, with its pay as this request looks at it.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<(&'c Listing, &LocalPay)> {
        let listing = self.catalog.listings().get(place)?;
        Some((listing, self.local_pay(place, listing)))
    }

    fn local_pay<'v>(&'v self, place: usize, listing: &'v Listing) -> &'v LocalPay {
        self.local.as_ref().and_then(|local| local.get(place)).unwrap_or(&listing.pay)
    }

    /// Every filter that an occupation does not pass, a bit each.
    fn failed(&self, place: usize, listing: &Listing, local: &LocalPay, filters: &Filters) -> u32 {
        let mut failed = 0;
        for facet in Facet::ALL {
            failed |= u32::from(!filters.takes(facet, listing)) << facet.place();
        }
        for bound in Bound::ALL {
            let fails = filters.of(bound).is_some_and(|number| !bound.holds(number, listing, local));
            failed |= u32::from(fails) << (Facet::ALL.len() + bound.place());
        }
        let named = self.named.as_ref().is_none_or(|named| named.get(place).copied().unwrap_or_default());
        failed | u32::from(!named) << WORDS
    }

    /// Filters, counts and sorts.
    #[must_use]
    pub fn results(&self, filters: &Filters, column: Column, order: Order) -> Results {
        let mut counts = Counts {
            facets: Facet::ALL.map(|facet| vec![0; self.catalog.tokens(facet).len()]),
            bounds: Bound::ALL.map(|bound| vec![0; bound.steps().len()]),
            without: [0; WORDS + 1],
        };
        let mut found: Vec<(usize, Option<f64>)> = Vec::new();
        for (place, listing) in self.catalog.listings().iter().enumerate() {
            let local = self.local_pay(place, listing);
            let failed = self.failed(place, listing, local, filters);
            if failed == 0 {
                found.push((place, column.key(listing, local)));
            }
            // What fails one filter alone would be there without it, or with another choice of it.
            if failed.count_ones() <= 1 {
                counts.add(failed, listing, local);
            }
        }
        match (column, order) {
            (Column::Name, Order::Descending) => found.reverse(),
            _ => found.sort_by(|(_, one), (_, other)| order.compare(*one, *other)),
        }
        Results { rows: found.into_iter().map(|(place, _)| place).collect(), counts }
    }
}

impl Counts {
    fn add(&mut self, failed: u32, listing: &Listing, local: &LocalPay) {
        let passes_but = |place: usize| failed & !(1 << place) == 0;
        for (place, without) in self.without.iter_mut().enumerate() {
            *without += usize::from(passes_but(place));
        }
        for (facet, counts) in Facet::ALL.into_iter().zip(&mut self.facets) {
            if passes_but(facet.place())
                && let Some(count) = listing.choice(facet).and_then(|choice| counts.get_mut(choice))
            {
                *count += 1;
            }
        }
        for (bound, counts) in Bound::ALL.into_iter().zip(&mut self.bounds) {
            if passes_but(Facet::ALL.len() + bound.place()) {
                for (step, count) in bound.steps().iter().zip(counts) {
                    *count += usize::from(bound.holds(*step, listing, local));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
