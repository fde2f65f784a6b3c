//! How the name of an employer is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::readable;

/// Every spelling of every employer's name, with how often it stands.
#[derive(Debug, Default)]
pub(super) struct Spellings(BTreeMap<String, BTreeMap<String, u32>>);

impl Spellings {
    pub(super) fn add(&mut self, key: &str, name: String, count: u32) {
        *self.0.entry(key.to_owned()).or_default().entry(name).or_default() += count;
    }

    /// The most frequent spelling, if possible not one in capital letters; of equals the first by the alphabet. One in
    /// capital letters is made readable.
    pub(super) fn of(&self, key: &str) -> String {
        let spellings = self.0.get(key).into_iter().flatten();
        let most = spellings.rev().max_by_key(|(name, count)| (name.contains(char::is_lowercase), **count));
        readable(most.map_or(key, |(name, _)| name).trim())
    }
}

impl Spellings {
    /// How many there are, the case of letters aside.
    pub(super) fn count(&self, key: &str) -> usize {
        let spellings = self.0.get(key).into_iter().flatten();
        spellings.map(|(name, _)| name.to_uppercase()).collect::<BTreeSet<_>>().len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_spelling_is_shown() {
        let mut spellings = Spellings::default();
        for name in ["B Inc", "A INC", "A INC", "A INC", "A Inc", "A Inc", "B Inc"] {
            spellings.add("X", name.to_owned(), 1);
        }
        spellings.add("Z", "ZETA SYSTEMS LLC".to_owned(), 7);
        assert_eq!(spellings.of("X"), "A Inc");
        assert_eq!(spellings.of("Y"), "Y");
        assert_eq!(spellings.of("Z"), "Zeta Systems LLC");
    }
}
