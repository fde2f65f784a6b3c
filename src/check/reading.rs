//! How hard a text is to read: the grade of school whose pupils read it with ease.

use std::fmt;

use crate::domain::Text;

/// The Flesch-Kincaid grade: 0.39 times the words of a sentence, plus 11.8 times the syllables of a word, less 15.59
/// (Kincaid and others, 1975). Syllables are groups of vowels, less silent endings, so that a single text is rough; the
/// distribution over hundreds is not.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a text has some hundred words")]
pub fn grade(text: &str) -> f64 {
    let sentences =
        text.split(['.', '!', '?', ';', ':']).filter(|part| !part.trim().is_empty()).count().max(1);
    let words: Vec<&str> = words(text).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len().max(1) as f64;
    0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59
}

/// The words of a text: letters, and apostrophes inside them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic() && letter != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
}

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let groups = |word: &str| {
        let mut before = false;
        word.chars()
            .filter(|letter| {
                let begins = vowel(*letter) && !before;
                before = vowel(*letter);
                begins
            })
            .count()
    };
    let silent = ["es", "ed", "e"].into_iter().find_map(|ending| {
        let stem = word.strip_suffix(ending).filter(|stem| stem.len() > 1)?;
        // "tables" and "handled" keep theirs.
        (!stem.ends_with(|letter: char| vowel(letter) || letter == 'l')).then_some(stem)
    });
    groups(silent.unwrap_or(&word)).max(1)
}

/// A text as it is read: summary, what the work is like, duties, each ending as a sentence does.
#[must_use]
pub fn whole(text: &Text) -> String {
    format!("{} {} {}.", text.summary, text.about, text.duties.join(". "))
}

/// How many texts have which grade. Prints as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    grades: Vec<f64>,
}

impl Readability {
    /// Grades each of the texts.
    #[must_use]
    pub fn of<'t>(texts: impl Iterator<Item = &'t Text>) -> Self {
        let mut grades: Vec<f64> = texts.map(|text| grade(&whole(text))).collect();
        grades.sort_by(f64::total_cmp);
        Self { grades }
    }

    /// The grade under which this share of the texts stays; none without texts.
    #[must_use]
    pub fn percentile(&self, percent: usize) -> Option<f64> {
        self.grades.get((self.grades.len() * percent / 100).min(self.grades.len().saturating_sub(1))).copied()
    }
}

/// A table in Markdown.
impl fmt::Display for Readability {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "| grade | texts |\n|---|--:|")?;
        let bounds = [f64::NEG_INFINITY, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, f64::INFINITY];
        for pair in bounds.windows(2) {
            let &[low, high] = pair else { continue };
            let count = self.grades.iter().filter(|grade| (low..high).contains(*grade)).count();
            let label = match (low.is_finite(), high.is_finite()) {
                (false, _) => format!("under {high}"),
                (_, false) => format!("{low} and over"),
                _ => format!("{low} to {high}"),
            };
            writeln!(formatter, "| {label} | {count} |")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_groups_of_vowels_less_silent_endings() {
        for (word, count) in [
            ("nurse", 1),
            ("nurses", 1),
            ("table", 2),
            ("baked", 1),
            ("patient", 2),
            ("medicine", 3),
            ("the", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_plain_text_has_a_lower_grade() {
        let plain = grade("They lay bricks. The work is heavy. Rain stops it.");
        let hard = grade(
            "Administering multidisciplinary organizational responsibilities necessitates considerable deliberation.",
        );
        assert!(plain < 3.0 && hard > 15.0, "{plain} {hard}");
        assert!(grade("").is_finite());
    }
}
