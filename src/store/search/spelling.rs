//! Other ways to read a query: everyday words, words written together or apart, typing errors.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::wording;

/// What an everyday word or phrase stands for.
pub(super) const READING: &str = "SELECT meant FROM search_readings WHERE said = ?1";
/// How a word of the names is usually written.
pub(super) const WORD: &str = "SELECT shown FROM search_vocabulary WHERE word = ?1";
/// Whether any word of the names begins so.
pub(super) const WORD_START: &str = "SELECT 1 FROM search_vocabulary WHERE word >= ?1 AND word < ?2 LIMIT 1";
/// The words that share a misspelled form.
pub(super) const WORDS_OF_FORM: &str = "SELECT v.word, v.jobs_meant FROM search_misspellings m
    JOIN search_vocabulary v ON v.id = m.vocabulary_id WHERE m.form = ?1";

/// Words of an everyday phrase at most.
const PHRASE_WORDS: usize = 4;
/// Corrections of one word that are tried.
const CORRECTIONS: usize = 4;
/// Corrected queries that are tried.
const CORRECTED_QUERIES: usize = 12;

/// The query and other ways to read it, the likeliest first: as typed; everyday phrases replaced by what they stand
/// for (before the query as typed, when all of it is one phrase); neighbours written together where the names do so
/// (“day care” is “daycare”).
pub(super) fn readings(connection: &Connection, words: &[String]) -> Result<Readings, rusqlite::Error> {
    let mut readings = vec![words.to_vec()];
    let meant = in_the_words_of_names(connection, words)?;
    if !meant.is_empty() && meant != words {
        let place = usize::from(!is_phrase(connection, words)?);
        readings.insert(place, meant.clone());
    }
    for (place, pair) in words.windows(2).enumerate() {
        let together = pair.concat();
        if shown(connection, &together)?.is_some() {
            readings.push(with_replaced(words, place, 2, &[together]));
        }
    }
    let meant = if meant.is_empty() { words.to_vec() } else { meant };
    Ok(Readings { all: readings, meant })
}

/// Ways to read a query.
pub(super) struct Readings {
    pub(super) all: Vec<Vec<String>>,
    /// The one without everyday phrases.
    pub(super) meant: Vec<String>,
}

fn is_phrase(connection: &Connection, words: &[String]) -> Result<bool, rusqlite::Error> {
    connection.prepare_cached(READING)?.exists([words.join(" ")])
}

/// Replaces everyday phrases, the longest first, from left to right.
fn in_the_words_of_names(connection: &Connection, words: &[String]) -> Result<Vec<String>, rusqlite::Error> {
    let mut statement = connection.prepare_cached(READING)?;
    let mut meant = Vec::new();
    let mut rest = words;
    'words: while let Some((first, others)) = rest.split_first() {
        for length in (1..=PHRASE_WORDS.min(rest.len())).rev() {
            let (phrase, after) = rest.split_at(length);
            let reading: Option<String> =
                statement.query_row([phrase.join(" ")], |row| row.get(0)).optional()?;
            if let Some(reading) = reading {
                meant.extend(reading.split_whitespace().map(str::to_owned));
                rest = after;
                continue 'words;
            }
        }
        meant.push(first.clone());
        rest = others;
    }
    Ok(meant)
}

/// A query with its typing errors corrected.
pub(super) struct Corrected {
    pub(super) words: Vec<String>,
    /// Fewer is nearer to what was typed.
    cost: usize,
}

/// The query with each unknown word replaced by known ones, nearest first. Nothing when every word is known, or
/// when a word is like no other. Where the last word is still being typed, it may be the beginning of one.
pub(super) fn corrections(
    connection: &Connection,
    words: &[String],
    still_typing: bool,
) -> Result<Vec<Corrected>, rusqlite::Error> {
    let mut found = vec![Corrected { words: Vec::new(), cost: 0 }];
    let mut changed = false;
    for (place, word) in words.iter().enumerate() {
        let unfinished = still_typing && place + 1 == words.len();
        let choices = if is_known(connection, word)? {
            vec![(vec![word.clone()], 0)]
        } else {
            changed = true;
            corrections_of_word(connection, word, unfinished)?
        };
        found = found
            .iter()
            .flat_map(|before| {
                choices.iter().map(|(choice, cost)| Corrected {
                    words: [before.words.as_slice(), choice].concat(),
                    cost: before.cost + cost,
                })
            })
            .collect();
        found.sort_by_key(|corrected| corrected.cost);
        found.truncate(CORRECTED_QUERIES);
    }
    Ok(if changed { found } else { Vec::new() })
}

/// The words of the query that the names have; where they have none, the known words most like them.
pub(super) fn known_words(connection: &Connection, words: &[String]) -> Result<Vec<String>, rusqlite::Error> {
    let mut known = Vec::new();
    let mut like_unknown = Vec::new();
    for word in words {
        if is_known(connection, word)? {
            known.push(word.clone());
        } else if let Some((choice, _)) = corrections_of_word(connection, word, false)?.into_iter().next() {
            like_unknown.extend(choice);
        }
    }
    Ok(if known.is_empty() { like_unknown } else { known })
}

/// What a word nobody knows may be, with its cost: two words written together, one with typing errors, or (for a word
/// still being typed) the beginning of one with typing errors.
fn corrections_of_word(
    connection: &Connection,
    word: &str,
    unfinished: bool,
) -> Result<Vec<(Vec<String>, usize)>, rusqlite::Error> {
    let mut choices = Vec::new();
    for place in 3..word.len().saturating_sub(2) {
        let (one, other) = word.split_at(place);
        if shown(connection, one)?.is_some() && shown(connection, other)?.is_some() {
            choices.push((vec![one.to_owned(), other.to_owned()], 1));
        }
    }
    choices.truncate(1);
    let near = near_words(connection, word, unfinished)?;
    choices.extend(near.into_iter().map(|near| (vec![near.word], near.cost)));
    choices.truncate(CORRECTIONS);
    Ok(choices)
}

struct NearWord {
    word: String,
    cost: usize,
    jobs_meant: f64,
}

fn near_words(
    connection: &Connection,
    word: &str,
    unfinished: bool,
) -> Result<Vec<NearWord>, rusqlite::Error> {
    let allowed = wording::allowed_edits(word);
    let mut statement = connection.prepare_cached(WORDS_OF_FORM)?;
    let mut near: Vec<NearWord> = Vec::new();
    for form in wording::misspelled_forms(word) {
        let mut rows = statement.query([form])?;
        while let Some(row) = rows.next()? {
            let (candidate, jobs_meant): (String, f64) = (row.get(0)?, row.get(1)?);
            let (start, errors_of_start) = wording::nearest_start(word, &candidate);
            let errors = wording::edits(word, &candidate);
            let (meant, cost) = if errors <= allowed {
                (candidate.as_str(), 2 * errors)
            } else if unfinished && errors_of_start == 1 {
                // A whole word with one error is likelier.
                (start, 3)
            } else {
                continue;
            };
            if near.iter().any(|known| known.word == meant) {
                continue;
            }
            // The first letter is seldom wrong.
            let other_start = usize::from(meant.get(..1) != word.get(..1));
            near.push(NearWord { word: meant.to_owned(), cost: cost + other_start, jobs_meant });
        }
    }
    near.sort_by(|one, other| one.cost.cmp(&other.cost).then(other.jobs_meant.total_cmp(&one.jobs_meant)));
    Ok(near)
}

/// Whether the names have the word, or one that begins so.
pub(super) fn is_known(connection: &Connection, word: &str) -> Result<bool, rusqlite::Error> {
    // `{` follows `z`.
    let end = format!("{word}{{");
    let mut statement = connection.prepare_cached(WORD_START)?;
    statement.exists([word, &end])
}

/// How the names write the word, where they have it.
fn shown(connection: &Connection, word: &str) -> Result<Option<String>, rusqlite::Error> {
    let mut statement = connection.prepare_cached(WORD)?;
    statement.query_row([word], |row| row.get(0)).optional()
}

/// Words as a reader writes them.
pub(super) fn as_written(connection: &Connection, words: &[String]) -> Result<String, rusqlite::Error> {
    let written: Vec<String> = words
        .iter()
        .map(|word| Ok(shown(connection, word)?.unwrap_or_else(|| word.clone())))
        .collect::<Result<_, rusqlite::Error>>()?;
    Ok(written.join(" "))
}

fn with_replaced(words: &[String], place: usize, length: usize, by: &[String]) -> Vec<String> {
    let before = words.iter().take(place);
    let after = words.iter().skip(place + length);
    before.chain(by).chain(after).cloned().collect()
}
