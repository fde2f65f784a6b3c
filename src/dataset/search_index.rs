//! The tables that the search reads, made from the names of careers.
//!
//! Everything is in the file, nothing in memory: names by rank in an FTS5 index without contents, and an index of
//! misspelled forms of every word. `docs/decisions/0003-search.md` says why.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Transaction;

use crate::domain::{Slug, wording};

/// `search_texts.id` is a rank, 1 the first: the index gives the plain names of large occupations first without
/// sorting.
const SCHEMA: &str = "
CREATE TABLE search_texts (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL,
    occupation_id INTEGER NOT NULL,
    exact_key TEXT NOT NULL,
    alias TEXT,
    words INTEGER NOT NULL,
    jobs_meant REAL NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content = '', columnsize = 0, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE TABLE search_vocabulary (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    shown TEXT NOT NULL,
    jobs_meant REAL NOT NULL
);
CREATE TABLE search_misspellings (
    form TEXT NOT NULL,
    vocabulary_id INTEGER NOT NULL,
    PRIMARY KEY (form, vocabulary_id)
) WITHOUT ROWID;
CREATE TABLE search_readings (
    said TEXT PRIMARY KEY,
    meant TEXT NOT NULL
) WITHOUT ROWID;
";

const INDEXES: &str = "
CREATE INDEX search_texts_by_key ON search_texts (exact_key);
INSERT INTO search_index (search_index) VALUES ('optimize');
";

/// Every text that leads to a name, once for each occupation of the name.
const TEXTS: &str = "
WITH name_of_occupation AS (
    SELECT id AS name_id, occupation_id FROM names WHERE kind <> 'shared'
    UNION ALL SELECT name_id, occupation_id FROM name_occupations
), text AS (
    SELECT id AS name_id, name AS written, NULL AS alias FROM names
    UNION ALL SELECT name_id, alias, alias FROM aliases
)
SELECT t.name_id, o.id, t.written, t.alias, n.kind = 'occupation' AND t.alias IS NULL, o.employment
FROM text t JOIN names n ON n.id = t.name_id
JOIN name_of_occupation b ON b.name_id = n.id JOIN occupations o ON o.id = b.occupation_id
ORDER BY t.name_id, t.alias, o.id";
const EVERYDAY_WORDS: &str = "SELECT word, stands_for FROM search_words ORDER BY word";

/// How many titles an occupation's own name counts for.
const OWN_NAME: u32 = 5;

/// One text that leads to a name of an occupation.
struct Text {
    name_id: i64,
    occupation_id: i64,
    alias: Option<String>,
    exact_key: String,
    /// The words it is found by.
    indexed: Vec<String>,
    /// The occupation's own name.
    own: bool,
    /// Of the occupation.
    jobs: f64,
}

impl Text {
    fn counts_for(&self) -> f64 {
        if self.own { f64::from(OWN_NAME) } else { 1.0 }
    }

    /// The same occupation's name, said in another way.
    fn said(&self, said: &str) -> Self {
        let words = wording::words(said);
        Self {
            alias: Some(said.to_owned()),
            exact_key: wording::exact_key(&words),
            indexed: words,
            own: false,
            ..*self
        }
    }

    /// Few words and many jobs come first.
    fn rank_weight(&self) -> f64 {
        let words = u32::try_from(self.indexed.len()).map_or(f64::MAX, f64::from);
        self.counts_for() * (self.jobs + 1.0) / words.powi(2)
    }
}

/// Fills the search tables from `occupations`, `names`, `name_occupations`, `aliases` and `search_words`; answers
/// how many texts can be found.
pub fn build(transaction: &Transaction) -> Result<usize, rusqlite::Error> {
    transaction.execute_batch(SCHEMA)?;
    let mut vocabulary = Vocabulary::default();
    let mut texts = read_texts(transaction, &mut vocabulary)?;
    // The sort is stable and the rows came in order, so the same names give the same ranks.
    texts.sort_by(|one, other| other.rank_weight().total_cmp(&one.rank_weight()));
    write_texts(transaction, &texts, &mut vocabulary)?;
    vocabulary.write(transaction)?;
    write_readings(transaction)?;
    transaction.execute_batch(INDEXES)?;
    Ok(texts.len())
}

fn read_texts(transaction: &Transaction, vocabulary: &mut Vocabulary) -> Result<Vec<Text>, rusqlite::Error> {
    let mut texts = Vec::new();
    let mut kinds = Vec::new();
    let mut statement = transaction.prepare(TEXTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let written: String = row.get(2)?;
        vocabulary.see(&written);
        let text = Text {
            name_id: row.get(0)?,
            occupation_id: row.get(1)?,
            alias: row.get(3)?,
            exact_key: wording::exact_key(&wording::words(&written)),
            indexed: wording::words(wording::included(&written)),
            own: row.get(4)?,
            jobs: row.get(5)?,
        };
        if text.own {
            texts.extend(turned_around(&written).map(|said| text.said(&said)));
            kinds.extend(kind(&written).map(|said| text.said(said)));
        }
        // A text without a letter or digit finds nothing.
        if !text.indexed.is_empty() {
            texts.push(text);
        }
    }
    // “Surgeons, All Other” are surgeons. But a one-word rank has no name: “Managers, All Other” are not what it
    // means.
    let named: HashSet<String> = texts.iter().map(|text| text.exact_key.clone()).collect();
    texts.extend(kinds.into_iter().filter(|text| text.indexed.len() > 1 || named.contains(&text.exact_key)));
    Ok(texts)
}

/// A title that the classification turns around, as people say it: “Bus Drivers, School” are “School Bus Drivers”.
fn turned_around(title: &str) -> Option<String> {
    let (before, after) = title.split_once("--").or_else(|| title.split_once(", "))?;
    let is_list = after.contains(',') || after.starts_with("and ");
    let is_exception = ["All Other", "Except ", "Including "].iter().any(|start| after.starts_with(start));
    (!is_list && !is_exception).then(|| format!("{after} {before}"))
}

/// What a title narrows down: “Bus Drivers, School” are bus drivers, “Surgeons, All Other” and “Orthopedic
/// Surgeons, Except Pediatric” are surgeons and orthopedic surgeons. A list (“Plumbers, Pipefitters, and
/// Steamfitters”) has nothing to narrow.
fn kind(title: &str) -> Option<&str> {
    let included = wording::included(title);
    match included.split_once(", ") {
        None => (included != title).then_some(included),
        Some((_, after)) if after.contains(',') || after.starts_with("and ") => None,
        Some((before, _)) => Some(before),
    }
}

fn write_texts(
    transaction: &Transaction,
    texts: &[Text],
    vocabulary: &mut Vocabulary,
) -> Result<(), rusqlite::Error> {
    let mut names_of: HashMap<i64, f64> = HashMap::new();
    for text in texts {
        *names_of.entry(text.occupation_id).or_default() += text.counts_for();
    }
    let mut entry = transaction.prepare("INSERT INTO search_texts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    let mut index = transaction.prepare("INSERT INTO search_index (rowid, words) VALUES (?1, ?2)")?;
    for (rank, text) in (1_i64..).zip(texts) {
        // An occupation's jobs, divided among its names: what a name that matches says about how many are meant.
        let names = names_of.get(&text.occupation_id).copied().unwrap_or(1.0);
        let jobs_meant = (text.jobs + 1.0) * text.counts_for() / names;
        let words = i64::try_from(text.indexed.len()).unwrap_or(i64::MAX);
        entry.execute((
            rank,
            text.name_id,
            text.occupation_id,
            &text.exact_key,
            &text.alias,
            words,
            jobs_meant,
        ))?;
        index.execute((rank, text.indexed.join(" ")))?;
        for word in &text.indexed {
            vocabulary.count(word, jobs_meant);
        }
    }
    Ok(())
}

/// Every distinct word of the names: how it is usually written, and how many jobs it speaks of.
#[derive(Default)]
struct Vocabulary {
    written: HashMap<String, BTreeMap<String, usize>>,
    jobs_meant: BTreeMap<String, f64>,
}

impl Vocabulary {
    fn see(&mut self, name: &str) {
        for slug in name.split_whitespace().filter_map(|piece| Slug::from_name(piece).ok()) {
            for written in slug.as_str().split('-') {
                for word in wording::words(written) {
                    *self.written.entry(word).or_default().entry(written.to_owned()).or_default() += 1;
                }
            }
        }
    }

    fn count(&mut self, word: &str, jobs_meant: f64) {
        *self.jobs_meant.entry(word.to_owned()).or_default() += jobs_meant;
    }

    fn write(&self, transaction: &Transaction) -> Result<(), rusqlite::Error> {
        let mut entry = transaction
            .prepare("INSERT INTO search_vocabulary (id, word, shown, jobs_meant) VALUES (?1, ?2, ?3, ?4)")?;
        let mut forms = Vec::new();
        for (id, (word, jobs_meant)) in (1_i64..).zip(&self.jobs_meant) {
            let usual = self.written.get(word).and_then(|ways| ways.iter().max_by_key(|(_, count)| **count));
            entry.execute((id, word, usual.map_or(word, |(written, _)| written), jobs_meant))?;
            if word.bytes().any(|byte| byte.is_ascii_alphabetic()) && wording::allowed_edits(word) > 0 {
                forms.extend(wording::misspelled_forms(word).into_iter().map(|form| (form, id)));
            }
        }
        forms.sort_unstable();
        let mut form_entry =
            transaction.prepare("INSERT INTO search_misspellings (form, vocabulary_id) VALUES (?1, ?2)")?;
        for form in &forms {
            form_entry.execute((&form.0, form.1))?;
        }
        Ok(())
    }
}

fn write_readings(transaction: &Transaction) -> Result<(), rusqlite::Error> {
    let mut statement = transaction.prepare(EVERYDAY_WORDS)?;
    let mut rows = statement.query([])?;
    let mut entry =
        transaction.prepare("INSERT OR REPLACE INTO search_readings (said, meant) VALUES (?1, ?2)")?;
    while let Some(row) = rows.next()? {
        let (said, meant): (String, String) = (row.get(0)?, row.get(1)?);
        entry.execute((wording::words(&said).join(" "), wording::words(&meant).join(" ")))?;
    }
    Ok(())
}

/// A few names in the tables that the index is made from.
#[cfg(test)]
pub(crate) mod fixture {
    use rusqlite::Connection;

    pub(crate) fn few_names() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        let transaction = connection.transaction().unwrap();
        transaction.execute_batch(crate::dataset::SCHEMA).unwrap();
        transaction
            .execute_batch(
                "INSERT INTO occupations VALUES
                    (1, '53-3051', 'bus-drivers-school', 'Bus Drivers, School', 'false', 400),
                    (2, '47-2041', 'carpet-installers-except-wood', 'Carpet Installers, Except Wood', 'false', 100),
                    (3, '11-1031', 'legislators', 'Legislators', 'false', 0);
                INSERT INTO names (id, slug, key, name, kind, occupation_id, jobs) VALUES
                    (1, 'bus-drivers-school', 'a', 'Bus Drivers, School', 'occupation', 1, 400),
                    (2, 'carpet-installers-except-wood', 'b', 'Carpet Installers, Except Wood', 'occupation', 2, 100),
                    (3, 'legislators', 'c', 'Legislators', 'occupation', 3, 0),
                    (4, 'driver', 'd', 'Driver', 'shared', 1, 400),
                    (5, 'senator', 'e', 'Senator', 'title', 3, 0);
                INSERT INTO name_occupations VALUES (4, 1), (4, 2);
                INSERT INTO aliases VALUES ('SBD', 'f', 1), ('—', 'g', 5);
                INSERT INTO search_words VALUES ('Law Makers', 'legislators', 'a test'), ('job', '', 'a test');",
            )
            .unwrap();
        super::build(&transaction).unwrap();
        transaction.commit().unwrap();
        connection
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(sql: &str) -> Vec<String> {
        let connection = fixture::few_names();
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_text_has_an_entry_for_each_occupation() {
        assert_eq!(
            column(
                "SELECT exact_key || ' ' || occupation_id FROM search_texts ORDER BY exact_key, occupation_id"
            ),
            [
                "busdriver 1",
                "busdriverschool 1",
                "carpetinstaller 2",
                "carpetinstallerexceptwood 2",
                "driver 1",
                "driver 2",
                "legislator 3",
                "sbd 1",
                "schoolbusdriver 1",
                "senator 3",
            ]
        );
    }

    #[test]
    fn what_a_title_excludes_is_not_indexed() {
        assert_eq!(column("SELECT 'x' FROM search_index WHERE search_index MATCH '\"wood\"'"), [""; 0]);
        assert_eq!(column("SELECT 'x' FROM search_index WHERE search_index MATCH '\"carpet\"'"), ["x", "x"]);
    }

    #[test]
    fn an_occupation_is_divided_among_its_names() {
        let sums =
            column("SELECT CAST(round(sum(jobs_meant)) AS TEXT) FROM search_texts GROUP BY occupation_id");
        assert_eq!(sums, ["401.0", "101.0", "1.0"]);
    }

    #[test]
    fn everyday_words_are_compared_as_names_are() {
        assert_eq!(
            column("SELECT said || '=' || meant FROM search_readings ORDER BY said"),
            ["job=", "law maker=legislator"]
        );
    }

    #[test]
    fn titles_are_turned_as_people_say_them() {
        for (title, turned, narrowed) in [
            ("Bus Drivers, School", Some("School Bus Drivers"), Some("Bus Drivers")),
            ("Carpet Installers, Except Wood, Hard Tiles", None, Some("Carpet Installers")),
            ("Helpers--Roofers", Some("Roofers Helpers"), None),
            ("Surgeons, All Other", None, Some("Surgeons")),
            ("Plumbers, Pipefitters, and Steamfitters", None, None),
            ("Tax Examiners and Collectors, and Revenue Agents", None, None),
            ("Actors", None, None),
        ] {
            assert_eq!(turned_around(title).as_deref(), turned, "{title}");
            assert_eq!(kind(title), narrowed, "{title}");
        }
    }
}
