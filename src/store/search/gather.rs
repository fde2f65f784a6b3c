//! Rows of the index, gathered so that one occupation takes one place.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rusqlite::{CachedStatement, Connection, Params, Row};

use super::{Found, Match, NameKind, NameRef, OccupationRef};
use crate::domain::{Slug, wording};

/// Names and aliases of exactly these words, once for each of their occupations.
pub(super) const EXACT: &str =
    "SELECT t.name_id, t.alias, n.slug, n.name, n.kind, n.occupation_id, o.id, o.slug, o.title, o.employment
    FROM search_texts t JOIN names n ON n.id = t.name_id JOIN occupations o ON o.id = t.occupation_id
    WHERE t.exact_key = ?1 ORDER BY t.id LIMIT ?2";
/// What the index finds, in rank order.
pub(super) const MATCHING: &str = "SELECT t.id, t.occupation_id, t.words, t.jobs_meant, t.exact_key
    FROM search_index i JOIN search_texts t ON t.id = i.rowid
    WHERE search_index MATCH ?1 ORDER BY i.rowid LIMIT ?2";
/// One text of the index.
pub(super) const TEXT: &str =
    "SELECT t.name_id, t.alias, n.slug, n.name, n.kind, n.occupation_id, o.id, o.slug, o.title, o.employment
    FROM search_texts t JOIN names n ON n.id = t.name_id JOIN occupations o ON o.id = t.occupation_id
    WHERE t.id = ?1";
/// Occupations whose code begins so, most jobs first.
pub(super) const BY_CODE: &str =
    "SELECT n.id, NULL, n.slug, n.name, n.kind, n.occupation_id, o.id, o.slug, o.title, o.employment
    FROM occupations o JOIN names n ON n.slug = o.slug
    WHERE o.soc_code >= ?1 AND o.soc_code < ?2 ORDER BY o.employment DESC, o.soc_code LIMIT ?3";

/// Rows that one reading of the index takes at most. Only words of thousands of names (“manager”) have more, and rank
/// order keeps the largest occupations among these.
const ROWS: u32 = 1000;

/// Other names shown with one result.
const ALSO: usize = 5;
/// How fast a name's weight falls with each word that was not typed. Tried on the relevance suite.
const OTHER_WORDS: i32 = 3;

/// What a name counts for that begins with another word than the one typed first, where words may be unfinished.
const NOT_FROM_START: f64 = 0.25;

/// What a list is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Results: occupations, each with other names that match.
    Results,
    /// Suggestions: names, as they continue what is typed.
    Suggestions,
}

/// One row of a query.
struct Hit {
    name_id: i64,
    alias: Option<String>,
    name: NameRef,
    kind: NameKind,
    /// The occupation of the name that has most jobs.
    lead_occupation_id: i64,
    occupation_id: i64,
    occupation: OccupationRef,
    /// Of the occupation.
    jobs: Option<u32>,
}

impl Hit {
    /// One hit for each name of several occupations.
    fn is_lead_of_shared_name(&self) -> bool {
        self.kind == NameKind::Shared && self.alias.is_none() && self.occupation_id == self.lead_occupation_id
    }

    fn read(row: &Row) -> Result<Self, rusqlite::Error> {
        let kind: String = row.get(4)?;
        Ok(Self {
            name_id: row.get(0)?,
            alias: row.get(1)?,
            name: NameRef { slug: slug(row, 2)?, name: row.get(3)? },
            kind: NameKind::from_token(&kind).ok_or_else(|| unreadable(4, format!("kind “{kind}”")))?,
            lead_occupation_id: row.get(5)?,
            occupation_id: row.get(6)?,
            occupation: OccupationRef { slug: slug(row, 7)?, title: row.get(8)? },
            jobs: row.get(9)?,
        })
    }
}

fn slug(row: &Row, column: usize) -> Result<Slug, rusqlite::Error> {
    let text: String = row.get(column)?;
    Slug::parse(&text).map_err(|error| unreadable(column, error))
}

fn unreadable(column: usize, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, error.into())
}

/// What one place of the list is for.
#[derive(PartialEq, Eq)]
enum Place {
    Occupation(i64),
    SharedName(i64),
}

/// The results so far, best first.
pub(super) struct Gathered<'a> {
    connection: &'a Connection,
    limit: usize,
    purpose: Purpose,
    /// Names of one occupation that are looked at.
    names: usize,
    found: Vec<(Place, Found)>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(connection: &'a Connection, limit: usize, purpose: Purpose) -> Self {
        let names = match purpose {
            Purpose::Results => ALSO + 1,
            Purpose::Suggestions => 2,
        };
        Self { connection, limit, purpose, names, found: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether there is a name of this word alone. A rank (“worker”, “manager”) has none.
    pub(super) fn is_name(&self, word: &str) -> Result<bool, rusqlite::Error> {
        self.connection.prepare_cached(EXACT)?.exists((word, 1))
    }

    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= self.limit
    }

    pub(super) fn into_results(self) -> Vec<Found> {
        self.found.into_iter().map(|(_, found)| found).collect()
    }

    /// Adds names of exactly these words: an occupation's own name; the name of several occupations; then the
    /// occupation that is called most like it, most jobs first among equals.
    pub(super) fn add_exact(&mut self, words: &[String], how: &Match) -> Result<(), rusqlite::Error> {
        let mut statement = self.connection.prepare_cached(EXACT)?;
        let mut hits = read(&mut statement, (wording::exact_key(words), ROWS))?;
        hits.sort_by_cached_key(|hit| Reverse((is_own_name(hit, words), likeness(hit, words))));
        let (own, others): (Vec<&Hit>, Vec<&Hit>) = hits.iter().partition(|hit| is_own_name(hit, words));
        for hit in own {
            self.add(hit, how);
        }
        // A name of fewer words than were typed was not asked for.
        if *how == Match::Exact {
            for hit in others.iter().filter(|hit| hit.is_lead_of_shared_name()) {
                self.add_shared_name(hit, how);
            }
        }
        for hit in others {
            let how = match (&hit.alias, how) {
                (Some(alias), Match::Exact) => &Match::Alias(alias.clone()),
                _ => how,
            };
            self.add(hit, how);
        }
        Ok(())
    }

    /// Adds what the index finds, the occupation first of which the words describe most jobs. Each name that
    /// matches stands for its part of the occupation's jobs, and for much less of it when it has other words too.
    /// Where words may be unfinished, people type from the start: “so” is the beginning of Software Developer, not
    /// of Coffee Sommelier.
    pub(super) fn add_matching(
        &mut self,
        words: &[String],
        ending: Ending,
        how: &Match,
    ) -> Result<(), rusqlite::Error> {
        if self.is_full() {
            return Ok(());
        }
        let mut statement = self.connection.prepare_cached(MATCHING)?;
        let mut rows = statement.query((expression(words, ending), ROWS))?;
        let mut occupations: BTreeMap<i64, Described> = BTreeMap::new();
        let typed = u32::try_from(words.len()).map_or(1.0, f64::from);
        while let Some(row) = rows.next()? {
            let (text_id, occupation_id): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (count, jobs_meant): (f64, f64) = (row.get(2)?, row.get(3)?);
            let described = occupations.entry(occupation_id).or_default();
            let jobs = jobs_meant * (typed / count).powi(OTHER_WORDS);
            let from_start = match ending {
                Ending::Whole => true,
                Ending::Open => {
                    row.get_ref(4)?.as_str()?.starts_with(words.first().map_or("", String::as_str))
                }
            };
            let (jobs, texts) = if from_start {
                (jobs, &mut described.texts)
            } else {
                (jobs * NOT_FROM_START, &mut described.other_texts)
            };
            described.jobs += jobs;
            if texts.len() < self.names {
                texts.push(text_id);
            }
        }
        let mut best_first: Vec<Described> = occupations.into_values().collect();
        best_first.sort_by(|one, other| other.jobs.total_cmp(&one.jobs));
        let mut statement = self.connection.prepare_cached(TEXT)?;
        for described in best_first {
            if self.is_full() {
                break;
            }
            for text_id in described.texts.iter().chain(&described.other_texts).take(self.names) {
                self.add(&statement.query_row([text_id], Hit::read)?, how);
            }
        }
        Ok(())
    }

    /// Adds the occupations of a code, of the group it names, or of the nearest group above it.
    pub(super) fn add_code(&mut self, code: &str) -> Result<(), rusqlite::Error> {
        let mut statement = self.connection.prepare_cached(BY_CODE)?;
        let mut start = code;
        while self.is_empty() && start.len() > 3 {
            // `:` follows `9`.
            for hit in read(&mut statement, (start, format!("{start}:"), ROWS))? {
                self.add(&hit, &Match::Code);
            }
            start = start.get(..start.len() - 1).unwrap_or_default();
        }
        Ok(())
    }

    /// Gives a name of several occupations that was asked for a place of its own.
    fn add_shared_name(&mut self, hit: &Hit, matched: &Match) {
        let place = Place::SharedName(hit.name_id);
        if !self.is_full() && !self.found.iter().any(|(known, _)| *known == place) {
            self.found.push((place, hit.found(hit.name.clone(), hit.kind, matched)));
        }
    }

    /// Gives the hit's occupation a place, or adds its name to the place that the occupation has.
    fn add(&mut self, hit: &Hit, matched: &Match) {
        let place = Place::Occupation(hit.occupation_id);
        if let Some((_, found)) = self.found.iter_mut().find(|(known, _)| *known == place) {
            found.add_other_name(&hit.name);
            return;
        }
        let is_offered = self.purpose == Purpose::Suggestions
            && self.found.iter().any(|(_, found)| found.name == hit.name);
        if self.is_full() || is_offered {
            return;
        }
        let found = if self.purpose == Purpose::Results && hit.kind == NameKind::Shared {
            // The name's own page lists other occupations too: the place is this one's.
            let own = NameRef { slug: hit.occupation.slug.clone(), name: hit.occupation.title.clone() };
            let mut found = hit.found(own, NameKind::Occupation, matched);
            found.add_other_name(&hit.name);
            found
        } else {
            hit.found(hit.name.clone(), hit.kind, matched)
        };
        self.found.push((place, found));
    }
}

impl Hit {
    fn found(&self, name: NameRef, kind: NameKind, matched: &Match) -> Found {
        Found {
            name,
            kind,
            occupation: self.occupation.clone(),
            jobs: self.jobs,
            matched: matched.clone(),
            also: Vec::new(),
        }
    }
}

impl Found {
    fn add_other_name(&mut self, name: &NameRef) {
        let known = self.name == *name || self.occupation.slug == name.slug || self.also.contains(name);
        if !known && self.also.len() < ALSO {
            self.also.push(name.clone());
        }
    }
}

fn read<P: Params>(statement: &mut CachedStatement, parameters: P) -> Result<Vec<Hit>, rusqlite::Error> {
    statement.query_map(parameters, Hit::read)?.collect()
}

/// What the words say about one occupation.
#[derive(Default)]
struct Described {
    jobs: f64,
    /// The names that match, plainest first.
    texts: Vec<i64>,
    /// Those that begin with another word than the one that may be unfinished.
    other_texts: Vec<i64>,
}

/// The words an occupation is called by.
fn called(hit: &Hit) -> Vec<String> {
    let mut called: Vec<String> = Vec::new();
    for word in wording::words(wording::included(&hit.occupation.title)) {
        if !called.contains(&word) {
            called.push(word);
        }
    }
    called
}

/// Whether the words are what the classification calls the occupation, exclusions aside: “Elementary School
/// Teachers, Except Special Education” are the elementary school teachers.
fn is_own_name(hit: &Hit, words: &[String]) -> bool {
    hit.kind == NameKind::Occupation
        && (hit.alias.is_none() || called(hit).iter().all(|word| words.contains(word)))
}

/// How well the hit's occupation answers to the words: whether its title has all of them (or is all in the full
/// name that was typed in short, or has their initials); then its jobs, doubled for each word that both have.
fn likeness(hit: &Hit, words: &[String]) -> (bool, u64) {
    let jobs = u64::from(hit.jobs.unwrap_or(0));
    let called = called(hit);
    let name = wording::words(&hit.name.name);
    let alike = called.iter().filter(|word| words.contains(word) || name.contains(word)).count();
    let together = words.concat();
    let initials: String = called.iter().filter_map(|word| word.chars().next()).collect();
    let is_called_so = words.iter().all(|word| called.contains(word))
        || called.contains(&together)
        || alike == called.len()
        || together == initials;
    // Eight doublings are more than two occupations of one name differ by.
    (is_called_so, if is_called_so { jobs } else { jobs << alike.min(8) })
}

/// Whether words are searched for as they are, or as beginnings.
#[derive(Clone, Copy)]
pub(super) enum Ending {
    Whole,
    Open,
}

/// Every word is quoted and consists of letters and digits, so no query is ever read as syntax.
pub(super) fn expression(words: &[String], ending: Ending) -> String {
    let ending = match ending {
        Ending::Whole => "",
        Ending::Open => "*",
    };
    let terms: Vec<String> = words.iter().map(|word| format!("\"{word}\"{ending}")).collect();
    terms.join(" AND ")
}
