//! Filtering, counting and sorting the directory.

use std::collections::HashSet;

use super::{Asked, Companies, Company, Facet, Measure};
use crate::domain::Slug;
use crate::domain::catalog::Order;

/// Facets, then the words, then the career.
const WORDS: usize = Facet::ALL.len();
const CAREER: usize = WORDS + 1;

/// Companies that filed for a career, by their place in the directory.
pub type Hiring = HashSet<usize>;

/// What the directory answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Places in the directory, in the order asked for.
    pub rows: Vec<usize>,
    /// What every choice would give.
    pub counts: Counts,
}

/// How many companies each choice would give, the other filters being as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    facets: [Vec<usize>; Facet::ALL.len()],
    without: [usize; CAREER + 1],
}

impl Counts {
    /// One a choice of the facet: with this choice alone taken in it.
    #[must_use]
    pub fn of_facet(&self, facet: Facet) -> &[usize] {
        self.facets.get(facet.place()).map_or(&[], Vec::as_slice)
    }

    /// Without this facet's choices.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> usize {
        self.without.get(facet.place()).copied().unwrap_or_default()
    }

    /// Without the words.
    #[must_use]
    pub fn without_words(&self) -> usize {
        self.without.get(WORDS).copied().unwrap_or_default()
    }

    /// Without the career.
    #[must_use]
    pub fn without_career(&self) -> usize {
        self.without.get(CAREER).copied().unwrap_or_default()
    }
}

impl Companies {
    /// Filters, counts and sorts; `hiring` are those that the career asked for leaves, if one is.
    #[must_use]
    pub fn results(&self, asked: &Asked, hiring: Option<&Hiring>) -> Results {
        let mut counts = Counts {
            facets: Facet::ALL.map(|facet| vec![0; self.choices(facet).len()]),
            without: [0; CAREER + 1],
        };
        let words = Words::of(&asked.words);
        let (measure, order) = asked.sorted_by();
        let mut found: Vec<(usize, Option<f64>, Option<f64>)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let mut failed = u32::from(!words.are_in(&entry.company)) << WORDS;
            failed |= u32::from(hiring.is_some_and(|hiring| !hiring.contains(&place))) << CAREER;
            for (facet, choices) in Facet::ALL.into_iter().zip(entry.choices) {
                failed |= u32::from(!asked.filters.allow(facet, choices)) << facet.place();
            }
            if failed == 0 {
                let filings = Measure::Filings.of(&entry.company);
                found.push((place, measure.of(&entry.company), filings));
            }
            // What fails one filter alone would be there without it, or with another choice of it.
            if failed.count_ones() <= 1 {
                counts.add(failed, &entry.choices);
            }
        }
        match (measure, order) {
            (Measure::Name, Order::Ascending) => {}
            (Measure::Name, Order::Descending) => found.reverse(),
            // Those that have no figure, and those with the same, stand by their filings.
            _ => found.sort_by(|(_, one, first), (_, other, second)| {
                order.compare(*one, *other).then(Order::Descending.compare(*first, *second))
            }),
        }
        Results { rows: found.into_iter().map(|(place, _, _)| place).collect(), counts }
    }
}

impl Counts {
    fn add(&mut self, failed: u32, choices: &[u64; Facet::ALL.len()]) {
        let passes_but = |place: usize| failed & !(1 << place) == 0;
        for (place, without) in self.without.iter_mut().enumerate() {
            *without += usize::from(passes_but(place));
        }
        for (place, (counts, choices)) in self.facets.iter_mut().zip(choices).enumerate() {
            let mut left = if passes_but(place) { *choices } else { 0 };
            while left != 0 {
                if let Some(count) = counts.get_mut(left.trailing_zeros() as usize) {
                    *count += 1;
                }
                left &= left - 1;
            }
        }
    }
}

/// Words that a name must have, each as the beginning of one of its own; or its ticker.
enum Words {
    /// None asked for.
    Any,
    /// Nothing that a name could have.
    None,
    Of(Vec<String>),
}

impl Words {
    fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self::Any;
        }
        match Slug::from_name(text) {
            Ok(slug) => Self::Of(slug.as_str().split('-').map(str::to_owned).collect()),
            Err(_) => Self::None,
        }
    }

    fn are_in(&self, company: &Company) -> bool {
        match self {
            Self::Any => true,
            Self::None => false,
            Self::Of(words) => {
                words.iter().all(|word| company.slug.split('-').any(|own| own.starts_with(word.as_str())))
                    || words.len() == 1 && words.iter().all(|word| company.has_ticker(word))
            }
        }
    }
}
