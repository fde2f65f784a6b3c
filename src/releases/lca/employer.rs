//! One employer whatever the spelling of its name.

use std::collections::BTreeMap;

/// Endings that say what kind of legal person an employer is.
const LEGAL_FORMS: [&str; 18] = [
    "INC",
    "INCORPORATED",
    "LLC",
    "LLP",
    "LP",
    "LLLP",
    "PLLP",
    "CORP",
    "CORPORATION",
    "CO",
    "COMPANY",
    "LTD",
    "LIMITED",
    "PC",
    "PLLC",
    "PBC",
    "PLC",
    "NA",
];

/// What spellings of an employer's name share: capital letters, `&` as AND, no punctuation, no `THE` before it, no legal
/// form after it, and nothing from `DBA` ("doing business as") on.
pub(super) fn key(name: &str) -> String {
    let name = name.to_uppercase().replace('&', " AND ").replace("D/B/A", " DBA ");
    // L.L.C. is one word, as are the names with an apostrophe.
    let name: String = name.chars().filter(|letter| !matches!(letter, '.' | '\'' | '’')).collect();
    let all: Vec<&str> =
        name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let trading = all.iter().position(|word| *word == "DBA").filter(|place| *place > 0);
    let mut words = all.get(..trading.unwrap_or(all.len())).unwrap_or_default();
    if let ["THE", rest @ ..] = words
        && !rest.is_empty()
    {
        words = rest;
    }
    while let [before @ .., last] = words
        && !before.is_empty()
        && LEGAL_FORMS.contains(last)
    {
        words = before;
    }
    words.join(" ")
}

/// Every spelling of every employer's name, with how often it stands.
#[derive(Debug, Default)]
pub(super) struct Spellings(BTreeMap<String, BTreeMap<String, u32>>);

impl Spellings {
    pub(super) fn add(&mut self, key: &str, name: String) {
        *self.0.entry(key.to_owned()).or_default().entry(name).or_default() += 1;
    }

    /// The most frequent spelling, if possible not one in capital letters; of equals the first by the alphabet.
    pub(super) fn of<'s>(&'s self, key: &'s str) -> &'s str {
        let spellings = self.0.get(key).into_iter().flatten();
        let most = spellings.rev().max_by_key(|(name, count)| (name.contains(char::is_lowercase), **count));
        most.map_or(key, |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_employer_share_a_key() {
        for (name, expected) in [
            ("Meta Platforms, Inc. ", "META PLATFORMS"),
            ("META  PLATFORMS INC", "META PLATFORMS"),
            ("Merck Sharp & Dohme L.L.C.", "MERCK SHARP AND DOHME"),
            ("The Procter & Gamble Company", "PROCTER AND GAMBLE"),
            ("Exzac Inc. dba Matrix-IFS", "EXZAC"),
            ("Exzac, Inc. D/B/A Matrix", "EXZAC"),
            ("St. Peter's Hospital", "ST PETERS HOSPITAL"),
            ("Company, The", "COMPANY THE"),
            ("The Inc", "INC"),
            ("LLC", "LLC"),
            ("DBA Systems", "DBA SYSTEMS"),
            ("", ""),
        ] {
            assert_eq!(key(name), expected, "{name}");
        }
    }

    #[test]
    fn the_most_frequent_spelling_is_shown() {
        let mut spellings = Spellings::default();
        for name in ["B Inc", "A INC", "A INC", "A INC", "A Inc", "A Inc", "B Inc"] {
            spellings.add("X", name.to_owned());
        }
        assert_eq!(spellings.of("X"), "A Inc");
        assert_eq!(spellings.of("Y"), "Y");
    }
}
