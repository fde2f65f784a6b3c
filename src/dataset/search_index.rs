//! The tables that the search reads, made from the names of careers.
//!
//! Everything is in the file, nothing in memory: names by rank in an FTS5 index without contents, and an index of
//! misspelled forms of every word. `docs/decisions/0003-search.md` says why.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Transaction;

use crate::domain::{Slug, wording};

/// `search_texts.id` is a rank, 1 the first: the index gives the plain names of large occupations first without sorting.
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
SELECT t.name_id, o.id, t.written, t.alias, n.kind = 'occupation' AND t.alias IS NULL, coalesce(o.employment, 0)
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

    /// Few words and many jobs come first.
    fn rank_weight(&self) -> f64 {
        let words = u32::try_from(self.indexed.len()).map_or(f64::MAX, f64::from);
        self.counts_for() * (self.jobs + 1.0) / words.powi(2)
    }
}

/// Fills the search tables from `occupations`, `names`, `name_occupations`, `aliases` and `search_words`; answers how many
/// texts can be found.
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
    let mut statement = transaction.prepare(TEXTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (name_id, occupation_id): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (written, alias): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        let (own, jobs): (bool, f64) = (row.get(4)?, row.get(5)?);
        vocabulary.see(&written);
        let mut add = |written: &str, alias: Option<String>, own: bool| {
            let indexed = wording::words(wording::included(written));
            if !indexed.is_empty() {
                let exact_key = wording::exact_key(&wording::words(written));
                texts.push(Text {
                    name_id,
                    occupation_id,
                    alias,
                    exact_key,
                    indexed,
                    own,
                    jobs,
                });
            }
        };
        add(&written, alias, own);
        if own {
            for other in other_orders(&written) {
                add(&other, Some(other.clone()), false);
            }
        }
    }
    Ok(texts)
}

/// The ways in which people say a title that the classification turns around: “Bus Drivers, School” is “School Bus
/// Drivers”, “Office Clerks, General” and “Carpet Installers, Except …” are what stands before the comma.
fn other_orders(title: &str) -> Vec<String> {
    if let Some((before, after)) = title.split_once("--") {
        return vec![format!("{after} {before}")];
    }
    if let Some((before, _)) = title.split_once(", Except ") {
        return vec![before.to_owned()];
    }
    let Some((before, after)) = title.split_once(", ") else {
        return Vec::new();
    };
    match after {
        "General" => vec![before.to_owned(), format!("{after} {before}")],
        _ if after.contains(',')
            || after == "All Other"
            || after.starts_with("Including")
            || after.starts_with("and ") =>
        {
            Vec::new()
        }
        _ => vec![format!("{after} {before}")],
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
        for slug in name
            .split_whitespace()
            .filter_map(|piece| Slug::from_name(piece).ok())
        {
            for written in slug.as_str().split('-') {
                for word in wording::words(written) {
                    *self
                        .written
                        .entry(word)
                        .or_default()
                        .entry(written.to_owned())
                        .or_default() += 1;
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
            let usual = self
                .written
                .get(word)
                .and_then(|ways| ways.iter().max_by_key(|(_, count)| **count));
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
        transaction
            .execute_batch(
                "CREATE TABLE occupations (id INTEGER PRIMARY KEY, soc_code TEXT UNIQUE, slug TEXT UNIQUE, title TEXT, employment INTEGER);
                CREATE TABLE names (id INTEGER PRIMARY KEY, slug TEXT UNIQUE, name TEXT, kind TEXT, occupation_id INTEGER, jobs INTEGER);
                CREATE TABLE name_occupations (name_id INTEGER, occupation_id INTEGER, PRIMARY KEY (name_id, occupation_id)) WITHOUT ROWID;
                CREATE TABLE aliases (alias TEXT, name_id INTEGER);
                CREATE TABLE search_words (word TEXT, stands_for TEXT, why TEXT);
                INSERT INTO occupations VALUES
                    (1, '53-3051', 'bus-drivers-school', 'Bus Drivers, School', 400),
                    (2, '47-2041', 'carpet-installers-except-wood', 'Carpet Installers, Except Wood', 100),
                    (3, '11-1031', 'legislators', 'Legislators', NULL);
                INSERT INTO names VALUES
                    (1, 'bus-drivers-school', 'Bus Drivers, School', 'occupation', 1, 400),
                    (2, 'carpet-installers-except-wood', 'Carpet Installers, Except Wood', 'occupation', 2, 100),
                    (3, 'legislators', 'Legislators', 'occupation', 3, NULL),
                    (4, 'driver', 'Driver', 'shared', 1, 400),
                    (5, 'senator', 'Senator', 'title', 3, NULL);
                INSERT INTO name_occupations VALUES (4, 1), (4, 2);
                INSERT INTO aliases VALUES ('SBD', 1), ('—', 5);
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
        statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap()
    }

    #[test]
    fn every_text_has_an_entry_for_each_occupation() {
        assert_eq!(
            column(
                "SELECT exact_key || ' ' || occupation_id FROM search_texts ORDER BY exact_key, occupation_id"
            ),
            [
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
        assert_eq!(
            column("SELECT 'x' FROM search_index WHERE search_index MATCH '\"wood\"'"),
            [""; 0]
        );
        assert_eq!(
            column("SELECT 'x' FROM search_index WHERE search_index MATCH '\"carpet\"'"),
            ["x", "x"]
        );
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
        for (title, said) in [
            ("Bus Drivers, School", vec!["School Bus Drivers"]),
            (
                "Office Clerks, General",
                vec!["Office Clerks", "General Office Clerks"],
            ),
            ("Carpet Installers, Except Wood", vec!["Carpet Installers"]),
            ("Helpers--Roofers", vec!["Roofers Helpers"]),
            ("Surgeons, All Other", vec![]),
            (
                "Fine Artists, Including Painters, Sculptors, and Illustrators",
                vec![],
            ),
            ("Tax Examiners and Collectors, and Revenue Agents", vec![]),
            ("Actors", vec![]),
        ] {
            assert_eq!(other_orders(title), said, "{title}");
        }
    }
}
