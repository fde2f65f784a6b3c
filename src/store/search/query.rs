//! What somebody typed, made harmless and comparable.

use crate::domain::wording;

/// Letters of a query that are read.
const LETTERS: usize = 400;
/// Words of a query that are searched for.
const WORDS: usize = 8;
/// Letters of a word that are compared.
const WORD_LETTERS: usize = 40;

/// A search as typed: at most eight words of ASCII letters and digits, in the singular, and a code of the
/// classification where the text is one. Any text is a query; a text without letters or digits is an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    code: Option<String>,
}

impl Query {
    /// Reads any text.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let bounded: String = text.chars().take(LETTERS).collect();
        let words = wording::words(&bounded)
            .into_iter()
            .take(WORDS)
            .map(|word| word.chars().take(WORD_LETTERS).collect())
            .collect();
        Self { words, code: read_code(bounded.trim()) }
    }

    /// True when there is nothing to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the text is this SOC code, or the beginning of it.
    #[must_use]
    pub fn is_code_of(&self, soc_code: &str) -> bool {
        self.code.as_deref().is_some_and(|code| soc_code.starts_with(code))
    }

    /// The words to search for.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The SOC code that the text is, or the beginning of one: `29-1141`, `29-11`.
    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}

/// `29-1141`, `291141`, `29-1141.00`, `29-1`.
fn read_code(text: &str) -> Option<String> {
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (six, detail) = text.split_once('.').unwrap_or((text, ""));
    let (group, rest, shortest) = match six.split_once('-') {
        Some((group, rest)) => (group, rest, 1),
        // 911 is no code.
        None => six.split_at_checked(2).map(|(group, rest)| (group, rest, 2))?,
    };
    let valid = group.len() == 2
        && (shortest..=4).contains(&rest.len())
        && detail.len() <= 2
        && [group, rest, detail].into_iter().all(digits_only);
    valid.then(|| format!("{group}-{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_read() {
        for (text, code) in [
            ("29-1141", Some("29-1141")),
            (" 291141 ", Some("29-1141")),
            ("29-1141.00", Some("29-1141")),
            ("29-1", Some("29-1")),
            ("2911", Some("29-11")),
            ("29", None),
            ("911", None),
            ("911 operator", None),
            ("29-11411", None),
            ("29-1141.000", None),
            ("é9-1141", None),
        ] {
            assert_eq!(Query::parse(text).code(), code, "{text}");
        }
    }

    #[test]
    fn queries_are_bounded() {
        let query = Query::parse(&"long ".repeat(2_000));
        assert_eq!(query.words().len(), WORDS);
        assert!(Query::parse("  \0\t*\"' ").is_empty());
        let query = Query::parse(&"a".repeat(60));
        assert_eq!(query.words(), ["a".repeat(WORD_LETTERS)]);
    }

    proptest! {
        #[test]
        fn words_are_ascii_letters_and_digits(text in any::<String>()) {
            for word in Query::parse(&text).words() {
                prop_assert!(!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
            }
        }
    }
}
