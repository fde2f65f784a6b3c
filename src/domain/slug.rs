//! The last part of a page's address.

use std::fmt;

/// Longest slug that is made or accepted, in bytes. The longest SOC title gives 117.
const LONGEST: usize = 160;

/// Lower-case ASCII letters and digits in groups joined by single hyphens; never contains `-vs-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// The text is not a slug, or a name has no letter to make one from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a page name")]
pub struct SlugError(String);

impl Slug {
    /// Takes a text that already has the form of a slug.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let groups = text.split('-').all(|group| {
            !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if groups && text.len() <= LONGEST && !contains_separator(text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(SlugError(text.chars().take(80).collect()))
        }
    }

    /// Makes the slug of a name: “Registered Nurses” gives `registered-nurses`, “Sheriff’s” gives `sheriffs`, “C++” gives `c-plus-plus`.
    pub fn from_name(name: &str) -> Result<Self, SlugError> {
        let spelled = name.replace('+', " plus ").replace('#', " sharp ").replace('&', " and ");
        let ascii = deunicode::deunicode(&spelled).to_ascii_lowercase().replace('\'', "");
        let groups: Vec<&str> = ascii
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|group| !group.is_empty())
            .collect();
        let text = groups.join("-").replace("-vs-", "-versus-");
        Self::parse(&text).map_err(|_| SlugError(name.chars().take(80).collect()))
    }

    /// The slug's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `a-vs-b` is a comparison's address, so no slug may contain its separator.
fn contains_separator(text: &str) -> bool {
    text.contains("-vs-")
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_slugs() {
        for (name, slug) in [
            ("Registered Nurses", "registered-nurses"),
            ("Police and Sheriff’s Patrol Officers", "police-and-sheriffs-patrol-officers"),
            ("C++ Developer", "c-plus-plus-developer"),
            ("Café Manager", "cafe-manager"),
            ("Man vs Machine Analyst", "man-versus-machine-analyst"),
        ] {
            assert_eq!(Slug::from_name(name).unwrap().as_str(), slug);
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "-", "a--b", "-a", "A", "a b", "a-vs-b", "é", &"a".repeat(161)] {
            assert!(Slug::parse(text).is_err(), "{text}");
        }
        assert!(Slug::from_name("…").is_err());
    }

    proptest! {
        #[test]
        fn a_made_slug_is_a_slug(name in "\\PC{0,60}") {
            if let Ok(slug) = Slug::from_name(&name) {
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
            }
        }
    }
}
