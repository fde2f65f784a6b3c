//! No query of a page reads through a large table: the plan of every statement in the store is looked at.

use std::fs;
use std::path::Path;

use career_atlas::dataset;
use rusqlite::Connection;

use crate::harness::full_dataset;

/// Tables that a page may read from end to end: they are small, or are read once at start.
const SMALL: [&str; 9] = [
    "releases",
    "column_sources",
    "featured",
    "title_figures",
    "texts",
    "places",
    "area_states",
    "professions",
    "sought",
];
/// Read through on purpose, once each: for the sitemap 832 rows; at start the groups that they belong to, and the
/// catalog of all occupations with what finding those that fit needs, all companies, and where they
/// work; O*NET's elements once a connection.
const ONCE: [&str; 11] = [
    "SELECT slug FROM occupations\n     UNION",
    "SELECT soc_code, profession FROM profession_occupations WHERE direct",
    "t.summary,\n           w.wage_annual_median_usd",
    "FROM soc_groups WHERE level = 'major'",
    "FROM onet_elements e JOIN element_words w USING (element_id)",
    "FROM interest_activities ORDER BY place",
    "soc_code, realistic, investigative, artistic, social, enterprising, conventional FROM interests",
    "b.basis <> 'nearest'",
    "FROM companies c\n      LEFT JOIN company_reports",
    "FROM company_states WHERE applications >= 10",
    "SELECT state, title FROM areas",
];

/// The texts of the string constants in a file that are statements.
fn statements(text: &str) -> Vec<String> {
    text.split("const ")
        .skip(1)
        .filter_map(|rest| {
            let (head, body) = rest.split_once('"')?;
            let statement = body.split('"').next()?;
            (head.contains("&str") && statement.trim_start().starts_with("SELECT"))
                .then(|| statement.to_owned())
        })
        .collect()
}

#[test]
fn no_page_scans_a_large_table() {
    let database = dataset::publish(&full_dataset(), None).unwrap();
    let connection = Connection::open(database).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut seen = 0;
    for entry in
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
    {
        for statement in statements(&fs::read_to_string(&entry).unwrap()) {
            if ONCE.iter().any(|once| statement.contains(once)) {
                continue;
            }
            seen += 1;
            let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {statement}")).unwrap();
            let parameters = vec![rusqlite::types::Null; explain.parameter_count()];
            let steps: Vec<String> = explain
                .query_map(rusqlite::params_from_iter(parameters), |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            for step in steps.iter().filter(|step| step.starts_with("SCAN")) {
                assert!(
                    SMALL.iter().any(|table| step.contains(table)),
                    "{}: {step}\n{statement}",
                    entry.display()
                );
            }
        }
    }
    assert!(seen >= 15, "only {seen} statements were found: the test reads them wrongly");
}
