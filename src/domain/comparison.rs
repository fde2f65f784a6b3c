//! The address of a comparison: two to four slugs joined by `-vs-`.

use crate::domain::{Slug, SlugError};

/// Most careers, or companies, on one page.
pub const MOST: usize = 4;
const SEPARATOR: &str = "-vs-";

/// Why an address names no comparison.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComparisonError {
    /// `-vs-lawyers`, `lawyers-vs-`
    #[error("One side of this comparison is empty.")]
    EmptySide,
    /// `lawyers`
    #[error("A comparison needs two names.")]
    TooFew,
    /// Five or more.
    #[error("A comparison holds four at most; this address names {0}.")]
    TooMany(usize),
    /// A side that cannot be a page's name.
    #[error("{0}.")]
    Slug(#[from] SlugError),
}

/// Reads `a-vs-b` into its slugs, in order. A side that has the wrong case or signs is brought to a slug's form.
pub fn parse_comparison(text: &str) -> Result<Vec<Slug>, ComparisonError> {
    let lower = text.to_lowercase();
    let sides: Vec<&str> = lower.split(SEPARATOR).collect();
    if sides.iter().any(|side| side.trim_matches(['-', ' ']).is_empty()) || lower.ends_with("-vs") {
        return Err(ComparisonError::EmptySide);
    }
    match sides.len() {
        0 | 1 => Err(ComparisonError::TooFew),
        2..=MOST => sides.into_iter().map(|side| Ok(Slug::from_name(side)?)).collect(),
        many => Err(ComparisonError::TooMany(many)),
    }
}

/// The inverse of [`parse_comparison`].
pub fn join_comparison<'s>(slugs: impl IntoIterator<Item = &'s str>) -> String {
    slugs.into_iter().collect::<Vec<_>>().join(SEPARATOR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_names_two_to_four_careers() {
        let slugs = parse_comparison("a-vs-b-vs-c").unwrap();
        assert_eq!(slugs.iter().map(Slug::as_str).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(parse_comparison("a"), Err(ComparisonError::TooFew));
        assert_eq!(parse_comparison("-vs-b"), Err(ComparisonError::EmptySide));
        assert_eq!(parse_comparison("a-vs-"), Err(ComparisonError::EmptySide));
        assert_eq!(parse_comparison("a-vs-b-vs-c-vs-d-vs-e"), Err(ComparisonError::TooMany(5)));
        assert_eq!(parse_comparison("Lawyers-VS-Actors").unwrap().len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,80}") {
            let _ = parse_comparison(&text);
        }
    }
}
