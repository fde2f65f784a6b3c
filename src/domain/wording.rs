//! The words of a name as the search compares them, and how far two words are apart.

use crate::domain::{NameKey, Slug};

/// Words that carry no meaning in the name of a career; the index and the queries leave them out alike.
const FILLERS: [&str; 4] = ["and", "of", "the", "for"];

/// Letters of a word's beginning that its misspelled forms are made from. A longer beginning finds nothing more and
/// makes many times the forms.
const FORM_LETTERS: usize = 7;

/// The words of a name or a query: ASCII, lower case, singular, without fillers (unless there is nothing else).
/// “Sheriff’s Deputies and C++” gives `sheriff`, `deputy`, `c`, `plus`, `plus`.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let all: Vec<String> = text
        .split_whitespace()
        .filter_map(|piece| Slug::from_name(piece).ok())
        .flat_map(|slug| NameKey::of(&slug).as_str().split('-').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let meaningful: Vec<String> =
        all.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
    if meaningful.is_empty() { all } else { meaningful }
}

/// What two texts share that differ only by number, case, punctuation, spaces and fillers: “Front-End Developers” and
/// “frontend developer” have the same.
#[must_use]
pub fn exact_key(words: &[String]) -> String {
    words.concat()
}

/// What a title says the occupation is, without what it excludes: “Carpet Installers, Except …” are carpet
/// installers.
#[must_use]
pub fn included(title: &str) -> &str {
    title.split_once(", Except ").map_or(title, |(included, _)| included)
}

/// How many typing errors a word of this length is allowed.
#[must_use]
pub fn allowed_edits(word: &str) -> usize {
    match word.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The beginning of a word with up to [`allowed_edits`] letters left out. Two words within that many typing errors of
/// each other share one of these forms, so an index of forms finds the candidates without reading the vocabulary.
#[must_use]
pub fn misspelled_forms(word: &str) -> Vec<String> {
    let start: String = word.chars().take(FORM_LETTERS).collect();
    let mut forms = vec![start];
    let mut newest = 0;
    for _ in 0..allowed_edits(word) {
        let end = forms.len();
        let shorter: Vec<String> = forms.iter().skip(newest).flat_map(|form| without_each(form)).collect();
        forms.extend(shorter);
        newest = end;
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The text with each of its letters left out in turn.
fn without_each(text: &str) -> Vec<String> {
    text.char_indices()
        .map(|(place, letter)| {
            let (before, after) = text.split_at(place);
            let rest = after.strip_prefix(letter).unwrap_or(after);
            format!("{before}{rest}")
        })
        .collect()
}

/// Typing errors between two words: letters added, left out, replaced, or two neighbours exchanged.
#[must_use]
pub fn edits(typed: &str, word: &str) -> usize {
    last_row(typed, word).last().copied().unwrap_or(0)
}

/// The beginning of a word that a text still being typed is nearest to, and the typing errors between them.
#[must_use]
pub fn nearest_start<'word>(typed: &str, word: &'word str) -> (&'word str, usize) {
    let ends = word.char_indices().map(|(place, _)| place).chain([word.len()]);
    let nearest = ends.zip(last_row(typed, word)).min_by_key(|(_, errors)| *errors);
    nearest.map_or(("", typed.len()), |(end, errors)| (word.get(..end).unwrap_or(word), errors))
}

/// Errors between `typed` and each beginning of `word`, shortest first (optimal string alignment).
fn last_row(typed: &str, word: &str) -> Vec<usize> {
    let word: Vec<char> = word.chars().collect();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    let mut row_before: Vec<usize> = Vec::new();
    let mut letter_before = None;
    for (typed_count, letter) in typed.chars().enumerate() {
        let mut next = vec![typed_count + 1];
        for (place, &other) in word.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&row, place) + usize::from(letter != other);
            let added = at(&row, place + 1) + 1;
            let left_out = at(&next, place) + 1;
            let mut fewest = replaced.min(added).min(left_out);
            let other_before = place.checked_sub(1).and_then(|before| word.get(before));
            if other_before == Some(&letter) && letter_before == Some(other) {
                fewest = fewest.min(at(&row_before, place - 1) + 1);
            }
            next.push(fewest);
        }
        row_before = std::mem::replace(&mut row, next);
        letter_before = Some(letter);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_compared_by_their_words() {
        for (text, expected) in [
            ("Registered Nurses", "registered nurse"),
            ("  x-ray   TECH ", "x ray tech"),
            ("Teacher’s Aides", "teacher aide"),
            ("Heating & Air", "heating air"),
            ("C++ Developer", "c plus plus developer"),
            ("and", "and"),
            ("\0 ' \" *", ""),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
        let key = |text| exact_key(&words(text));
        assert_eq!(key("Front-End Developers"), key("frontend developer"));
    }

    #[test]
    fn typing_errors_are_counted() {
        for (typed, word, count) in [
            ("pharmasist", "pharmacist", 1),
            ("polcie", "police", 1),
            ("enginer", "engineer", 1),
            ("electrition", "electrician", 2),
            ("nurse", "nurse", 0),
            ("", "abc", 3),
            ("abc", "", 3),
        ] {
            assert_eq!(edits(typed, word), count, "{typed}");
        }
        assert_eq!(nearest_start("vetrin", "veterinarian"), ("veterin", 1));
        assert_eq!(nearest_start("nurse", "nurse"), ("nurse", 0));
    }

    /// A word with one letter replaced, added, left out or exchanged with its neighbour.
    fn with_an_error(word: &str, place: usize, kind: usize) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let place = place % (letters.len() - 1);
        match kind % 4 {
            0 => letters[place] = 'q',
            1 => letters.insert(place, 'q'),
            2 => drop(letters.remove(place)),
            _ => letters.swap(place, place + 1),
        }
        letters.into_iter().collect()
    }

    proptest! {
        #[test]
        fn a_word_with_one_error_shares_a_form(word in "[a-p]{5,14}", place in 0_usize..14, kind in 0_usize..4) {
            let typed = with_an_error(&word, place, kind);
            prop_assert!(edits(&typed, &word) <= 1);
            let forms = misspelled_forms(&word);
            prop_assert!(misspelled_forms(&typed).iter().any(|form| forms.contains(form)));
        }

        #[test]
        fn errors_count_the_same_both_ways(one in "[a-d]{0,8}", other in "[a-d]{0,8}") {
            prop_assert_eq!(edits(&one, &other), edits(&other, &one));
        }
    }
}
