//! Search over the names of careers. `docs/decisions/0003-search.md` says how it ranks and why.

mod gather;
mod named;
mod query;
mod spelling;

use rusqlite::Connection;

use crate::domain::{NameKind, Slug};
use crate::store::{Store, StoreError};
use gather::{Ending, Gathered, Purpose};
pub use query::Query;

/// A name and its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRef {
    /// The last part of the page's address.
    pub slug: Slug,
    /// The name as it is written.
    pub name: String,
}

/// An occupation and its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OccupationRef {
    /// The last part of the page's address.
    pub slug: Slug,
    /// The occupation's title.
    pub title: String,
}

/// Why a result is in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The query is its name.
    Exact,
    /// The query is another text for it: an abbreviation, a short title.
    Alias(String),
    /// The query is its code, or the beginning of it.
    Code,
    /// Its name has all the words.
    Words,
    /// Its name has words that begin so.
    Prefix,
    /// Its name has some of the words.
    Partial,
}

/// One result: an occupation, found by its own name or by a title; or a name of several occupations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The name that matched best.
    pub name: NameRef,
    /// What the name is.
    pub kind: NameKind,
    /// The occupation it leads to; of several, the one with most jobs.
    pub occupation: OccupationRef,
    /// Wage and salary jobs of that occupation, where they are published.
    pub jobs: Option<u32>,
    /// Why it is in the list.
    pub matched: Match,
    /// Other names of the same occupation that match, best first.
    pub also: Vec<NameRef>,
}

/// The results of a search, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchResults {
    /// One place an occupation, or a name of several.
    pub results: Vec<Found>,
    /// The words that were searched for instead, where the query as typed finds nothing: “Showing results for
    /// pharmacist”.
    pub corrected: Option<String>,
}

/// A name offered while typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The name and its page.
    pub name: NameRef,
    /// What the name is.
    pub kind: NameKind,
    /// The title of the occupation it leads to; of several, the one with most jobs.
    pub occupation: String,
    /// Wage and salary jobs of that occupation, where they are published.
    pub jobs: Option<u32>,
}

impl Store {
    /// Searches all names of careers; at most `limit` results.
    pub fn search(&self, query: &Query, limit: usize) -> Result<SearchResults, StoreError> {
        let found = find(&self.connection, query, limit, Purpose::Results)?;
        Ok(found)
    }

    /// Names for what has been typed so far; at most `limit`.
    pub fn suggest(&self, query: &Query, limit: usize) -> Result<Vec<Suggestion>, StoreError> {
        let found = find(&self.connection, query, limit, Purpose::Suggestions)?;
        let suggestions = found.results.into_iter().map(|found| Suggestion {
            name: found.name,
            kind: found.kind,
            occupation: found.occupation.title,
            jobs: found.jobs,
        });
        Ok(suggestions.collect())
    }

    /// The names nearest to an address that leads nowhere; at most `limit`.
    pub fn nearest(&self, text: &str, limit: usize) -> Result<Vec<NameRef>, StoreError> {
        let found = find(&self.connection, &Query::parse(text), limit, Purpose::Results)?;
        Ok(found.results.into_iter().map(|found| found.name).collect())
    }
}

fn find(
    connection: &Connection,
    query: &Query,
    limit: usize,
    purpose: Purpose,
) -> Result<SearchResults, rusqlite::Error> {
    if query.is_empty() {
        return Ok(SearchResults::default());
    }
    let mut gathered = Gathered::new(connection, limit, purpose);
    if let Some(code) = query.code() {
        gathered.add_code(code)?;
    }
    let readings = spelling::readings(connection, query.words())?;
    add_readings(&mut gathered, &readings.all, purpose)?;
    if !gathered.is_empty() {
        return Ok(SearchResults { results: gathered.into_results(), corrected: None });
    }
    let still_typing = purpose == Purpose::Suggestions;
    for corrected in spelling::corrections(connection, &readings.meant, still_typing)? {
        add_readings(&mut gathered, std::slice::from_ref(&corrected.words), purpose)?;
        if !gathered.is_empty() {
            let written = spelling::as_written(connection, &corrected.words)?;
            return Ok(SearchResults { results: gathered.into_results(), corrected: Some(written) });
        }
    }
    if still_typing {
        return Ok(SearchResults::default());
    }
    let known = spelling::known_words(connection, &readings.meant)?;
    add_some_of(&mut gathered, &known)?;
    let is_corrected = known.iter().any(|word| !readings.meant.contains(word));
    let corrected = if is_corrected { Some(spelling::as_written(connection, &known)?) } else { None };
    Ok(SearchResults { results: gathered.into_results(), corrected })
}

/// Names of exactly these words, then names with all of them, then names with words that begin so. While typing, a
/// word is no more likely to be finished than to be a beginning: “ma” is not the “M.A.” of a title.
fn add_readings(
    gathered: &mut Gathered,
    readings: &[Vec<String>],
    purpose: Purpose,
) -> Result<(), rusqlite::Error> {
    for words in readings {
        gathered.add_exact(words, &Match::Exact)?;
    }
    if purpose == Purpose::Results {
        for words in readings {
            gathered.add_matching(words, Ending::Whole, &Match::Words)?;
        }
    }
    for words in readings {
        gathered.add_matching(words, Ending::Open, &Match::Prefix)?;
    }
    Ok(())
}

/// Words of which some may be left out; more would be too many ways to leave them out.
const SOME_WORDS: usize = 5;

/// Names with as many of the last words as possible. The last word of a name says what it is, so it is kept while
/// anything has it: of “python developer” the developer stays. A rank does not: of “postal worker” the post stays.
fn add_some_of(gathered: &mut Gathered, words: &[String]) -> Result<(), rusqlite::Error> {
    let (_, words) = words.split_at(words.len().saturating_sub(SOME_WORDS));
    let (others, last) = words.split_at(words.len().saturating_sub(1));
    let (sooner, later): (&[String], &[String]) =
        if gathered.is_name(&last.concat())? { (last, &[]) } else { (&[], last) };
    for (ending, kept) in
        [(Ending::Whole, sooner), (Ending::Whole, later), (Ending::Open, sooner), (Ending::Open, later)]
    {
        let mut parts = vec![others.to_vec()];
        while gathered.is_empty() && !parts.is_empty() {
            let wanted: Vec<Vec<String>> = parts.iter().map(|part| [part, kept].concat()).collect();
            for part in wanted.iter().filter(|part| !part.is_empty()) {
                gathered.add_exact(part, &Match::Partial)?;
                gathered.add_matching(part, ending, &Match::Partial)?;
            }
            parts = without_one_word(&parts);
        }
    }
    Ok(())
}

/// Each of the parts with each of its words left out.
fn without_one_word(parts: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut shorter: Vec<Vec<String>> = Vec::new();
    for part in parts {
        for place in 0..part.len() {
            let mut rest = part.clone();
            rest.remove(place);
            if !shorter.contains(&rest) {
                shorter.push(rest);
            }
        }
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::search_index::fixture;

    #[test]
    fn no_query_scans_a_table() {
        let connection = fixture::few_names();
        for sql in [
            gather::EXACT,
            gather::MATCHING,
            gather::TEXT,
            gather::BY_CODE,
            named::NAMED,
            spelling::READING,
            spelling::WORD,
            spelling::WORD_START,
            spelling::WORDS_OF_FORM,
        ] {
            let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let unbound = rusqlite::params_from_iter((0..statement.parameter_count()).map(|_| "a"));
            let steps: Vec<String> = statement
                .query_map(unbound, |row| row.get("detail"))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert!(!steps.is_empty(), "{sql}");
            for step in steps {
                assert!(!step.starts_with("SCAN") || step.contains("VIRTUAL TABLE INDEX"), "{sql}: {step}");
            }
        }
    }

    #[test]
    fn a_broken_database_is_an_error_and_no_panic() {
        let connection = fixture::few_names();
        connection.execute("UPDATE names SET slug = 'No Slug' WHERE name = 'Senator'", []).unwrap();
        let store = Store { connection, kept: crate::store::Kept::default() };
        assert!(store.search(&Query::parse("senator"), 5).is_err());
    }
}
