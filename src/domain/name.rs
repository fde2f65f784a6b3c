//! Names of careers: brackets, and names that differ only by number or spelling.

use crate::domain::Slug;

/// What two names share that differ only by number, case or punctuation: “Registered Nurse” and
/// “Registered Nurses” have the same key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(String);

impl NameKey {
    /// The key of a slug: its words in the singular.
    #[must_use]
    pub fn of(slug: &Slug) -> Self {
        let words: Vec<String> = slug.as_str().split('-').map(singular).collect();
        Self(words.join("-"))
    }

    /// Whether both have a word in common: "nurse" and "registered-nurse" do.
    #[must_use]
    pub fn shares_word(&self, other: &Self) -> bool {
        self.0.split('-').any(|word| other.0.split('-').any(|other| word == other))
    }

    /// The key's text, for an index.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The singular of an English word, as far as the endings of job names need it.
fn singular(word: &str) -> String {
    // Endings of the rules below that mean something else in the names of people.
    for (plural, one) in
        [("mechanics", "mechanic"), ("medics", "medic"), ("critics", "critic"), ("wives", "wife")]
    {
        if let Some(start) = word.strip_suffix(plural) {
            return format!("{start}{one}");
        }
    }
    // “physics”, “logistics”, “glass”, “bus”, “analysis” are no plurals.
    let fixed = ["ss", "us", "is", "ics", "news", "sales"];
    if word.len() <= 3 || !word.ends_with('s') || fixed.iter().any(|end| word.ends_with(end)) {
        return match word {
            "men" => "man".to_owned(),
            "women" => "woman".to_owned(),
            "people" => "person".to_owned(),
            _ if word.len() > 3 && word.ends_with("men") && word != "specimen" => {
                format!("{}man", word.strip_suffix("men").unwrap_or(word))
            }
            _ => word.to_owned(),
        };
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for end in ["sses", "xes", "ches", "shes"] {
        if word.ends_with(end) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// Splits “Certified Nursing Assistant (CNA)” into the name before the brackets and the text inside them.
#[must_use]
pub fn split_brackets(name: &str) -> (&str, Option<&str>) {
    let name = name.trim();
    let Some((before, rest)) = name.split_once('(') else {
        return (name, None);
    };
    let before = before.trim();
    match rest.strip_suffix(')') {
        Some(inside) if !before.is_empty() && !inside.trim().is_empty() => (before, Some(inside.trim())),
        _ => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_by_number_share_a_key() {
        for (one, other) in [
            ("registered-nurse", "registered-nurses"),
            ("medical-secretary", "medical-secretaries"),
            ("truck-driver", "trucks-drivers"),
            ("fireman", "firemen"),
            ("waitress", "waitresses"),
            ("physics-teacher", "physics-teachers"),
            ("coach-and-scout", "coaches-and-scouts"),
            ("paramedic", "paramedics"),
            ("nurse-midwife", "nurse-midwives"),
        ] {
            let key = |text| NameKey::of(&Slug::parse(text).unwrap());
            assert_eq!(key(one), key(other));
        }
    }

    #[test]
    fn brackets_are_split_off() {
        assert_eq!(
            split_brackets("Certified Nursing Assistant (CNA)"),
            ("Certified Nursing Assistant", Some("CNA"))
        );
        assert_eq!(split_brackets("Nurse"), ("Nurse", None));
        assert_eq!(split_brackets("(CNA)"), ("(CNA)", None));
        assert_eq!(split_brackets("A (B) C"), ("A (B) C", None));
    }
}
