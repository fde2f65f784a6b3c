//! The texts of ours: all there, written anew, plain, and without what does not belong in them.

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use career_atlas::app::database;
use career_atlas::check::reading::{Readability, grade, whole, words};
use career_atlas::check::{document, occupations, texts};
use career_atlas::domain::Text;
use career_atlas::store::Store;

use crate::harness::full_dataset;

/// Grades of school: the hardest single text, and the middle of all. Fourteen-year-olds are in the eighth or ninth.
const HARDEST: f64 = 11.0;
const MIDDLE: f64 = 8.0;

fn store() -> Store {
    Store::open(&database(&full_dataset(), None).unwrap()).unwrap()
}

fn all() -> Vec<(String, Arc<Text>)> {
    texts(&store()).unwrap()
}

/// Its parts: the summary, each sentence of what the work is like, each duty.
fn parts(text: &Text) -> Vec<String> {
    let sentences =
        text.about.split_inclusive(['.', '!', '?']).map(str::trim).filter(|part| !part.is_empty());
    std::iter::once(text.summary.as_str())
        .chain(sentences)
        .chain(text.duties.iter().map(String::as_str))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_occupation_has_a_text_of_its_own() {
    let written: BTreeSet<String> = all().into_iter().map(|(slug, _)| slug).collect();
    let occupations = occupations(&store()).unwrap();
    assert_eq!(occupations.len(), 832);
    for occupation in occupations {
        assert!(written.contains(&occupation.name.slug), "{} has no text", occupation.name.slug);
    }
    for founding in ["patient-services-manager", "medical-director"] {
        assert!(written.contains(founding), "{founding}");
    }
}

#[test]
fn no_sentence_stands_twice() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (slug, text) in all() {
        for part in parts(&text) {
            if let Some(other) = seen.insert(part.to_lowercase(), slug.clone()) {
                panic!("{slug} and {other} both say: {part}");
            }
        }
    }
}

#[test]
fn texts_have_the_length_that_pages_have_room_for() {
    for (slug, text) in all() {
        let length = |text: &str| text.split_whitespace().count();
        let Text { summary, about, duties, activities: _ } = &*text;
        // A search engine shows some 160 letters of a description.
        assert!((7..=28).contains(&length(summary)) && summary.len() <= 165, "{slug}: {summary}");
        assert!(summary.ends_with('.') && !summary.trim_end_matches('.').contains(". "), "{slug}: {summary}");
        let sentences = about.matches(['.', '!', '?']).count();
        assert!((2..=4).contains(&sentences), "{slug}: {sentences} sentences");
        assert!((30..=95).contains(&length(about)), "{slug}: {} words", length(about));
        assert!((4..=7).contains(&duties.len()), "{slug}: {} duties", duties.len());
        for duty in duties {
            assert!((3..=17).contains(&length(duty)), "{slug}: {duty}");
            assert!(duty.starts_with(char::is_uppercase) && !duty.ends_with('.'), "{slug}: {duty}");
        }
    }
}

#[test]
fn texts_have_no_figures_no_placeholder_and_no_advertising() {
    let barred = [
        "you",
        "your",
        "yours",
        "exciting",
        "rewarding",
        "passion",
        "passionate",
        "dynamic",
        "vital",
        "crucial",
        "essential",
        "thrive",
        "fulfilling",
        "unsung",
        "pivotal",
        "utilize",
        "leverage",
        "todo",
        "tbd",
        "lorem",
        "placeholder",
        "salary",
        "salaries",
        "percent",
    ];
    for (slug, text) in all() {
        let whole = whole(&text);
        let odd = |letter: char| letter.is_numeric() || "$%–—“”‘’…<>{}".contains(letter);
        assert!(!whole.contains(odd), "{slug}: {:?}", whole.matches(odd).collect::<Vec<_>>());
        assert!(!whole.contains("  "), "{slug}: two spaces");
        for word in words(&whole) {
            assert!(!barred.contains(&word.to_lowercase().as_str()), "{slug}: {word}");
        }
    }
}

/// Every word is in `words.txt`: a word that a text uses first has to be put there by hand, where it is seen.
#[test]
fn every_word_is_spelled_as_the_list_has_it() {
    let list =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/texts/words.txt")).unwrap();
    let known: BTreeSet<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let mut unknown: BTreeMap<String, String> = BTreeMap::new();
    for (slug, text) in all() {
        for word in words(&whole(&text)) {
            if !known.contains(word.to_lowercase().as_str()) {
                unknown.entry(word.to_lowercase()).or_insert(slug.clone());
            }
        }
    }
    assert!(unknown.is_empty(), "not in tests/texts/words.txt: {unknown:?}");
}

#[test]
fn a_pupil_of_fourteen_reads_them() {
    let texts = all();
    for (slug, text) in &texts {
        let grade = grade(&whole(text));
        assert!(grade <= HARDEST, "{slug} reads at grade {grade:.1}");
    }
    let readability = Readability::of(texts.iter().map(|(_, text)| &**text));
    let middle = readability.percentile(50).unwrap();
    assert!(middle <= MIDDLE, "half of the texts read at grade {middle:.1} or over");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/texts.md");
    let document = fs::read_to_string(path).unwrap();
    let written = document::with(&document, "readability", &readability.to_string());
    assert_eq!(Some(document), written, "run `career-atlas check --coverage`");
}
