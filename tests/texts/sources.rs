//! The texts beside what they are grounded in: O*NET's tasks and the definitions of the classification. Both lie among
//! the releases only.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use career_atlas::app::database;
use career_atlas::check::reading::words;
use career_atlas::domain::Slug;
use flate2::bufread::GzDecoder;
use rusqlite::Connection;

use crate::harness::full_dataset;
use crate::refresh::committed::{records, releases};

/// Content words in a row that a text may not share with its source.
const RUN: usize = 8;
/// Words that carry no content.
const STOP: &str = "a an the and or of to in on at by for with from as is are was were be been being it its this that \
    these those their they them he she his her who which what when where how not no nor so than then there here into \
    onto over under out up down off about after before during while until through between among against may can could \
    will would should must might do does did done has have had such other others all any each every some more most \
    many much own same only also very just both either if but because";

fn content(text: &str) -> Vec<String> {
    let stop: HashSet<&str> = STOP.split_whitespace().collect();
    words(text).map(str::to_lowercase).filter(|word| !stop.contains(word.as_str())).collect()
}

/// The definitions and tasks by the code of an O*NET occupation; of a definition the code of its SOC occupation.
fn sources(releases: &Path) -> HashMap<String, Vec<String>> {
    let mut sources: HashMap<String, Vec<String>> = HashMap::new();
    let mut book: Xlsx<_> = open_workbook(releases.join("soc/soc_2018_definitions.xlsx")).unwrap();
    for row in book.worksheet_range_at(0).unwrap().unwrap().rows() {
        if let [_, Data::String(code), _, Data::String(definition), ..] = row {
            sources.entry(code.clone()).or_default().push(definition.clone());
        }
    }
    for (file, column) in [("Task Statements.txt", 2), ("Occupation Data.txt", 2)] {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .quoting(false)
            .from_path(releases.join("onet").join(file))
            .unwrap();
        for record in reader.records().map(Result::unwrap) {
            sources.entry(record[0].to_owned()).or_default().push(record[column].to_owned());
        }
    }
    sources
}

#[test]
fn no_text_shares_a_run_of_words_with_its_source() {
    let Some(releases) = releases("the texts are not set against the tasks and definitions") else { return };
    let sources = sources(&releases);
    let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in records("onet_crosswalk") {
        let of_occupation = parts.entry(row["soc_code"].clone()).or_default();
        of_occupation.insert(row["onet_code"][..7].to_owned());
        of_occupation.insert(row["onet_code"].clone());
    }
    let texts: HashMap<String, _> = super::all().into_iter().collect();
    let mut compared = 0;
    for occupation in records("occupations") {
        let slug = Slug::from_name(&occupation["title"]).unwrap();
        let name: HashSet<String> = content(&occupation["title"]).into_iter().collect();
        let codes = parts.remove(&occupation["soc_code"]).unwrap_or_default();
        let theirs: HashSet<Vec<String>> = codes
            .iter()
            .chain([&occupation["soc_code"]])
            .filter_map(|code| sources.get(code))
            .flatten()
            .flat_map(|text| content(text).windows(RUN).map(<[String]>::to_vec).collect::<Vec<_>>())
            .collect();
        for part in super::parts(&texts[slug.as_str()]) {
            for run in content(&part).windows(RUN) {
                compared += 1;
                let of_name = run.iter().all(|word| name.contains(word));
                assert!(of_name || !theirs.contains(run), "{slug} takes over: {}", run.join(" "));
            }
        }
    }
    assert!(compared > 5_000, "only {compared} runs of words were looked at");
}

/// The titles of one occupation that employers name most often when they seek foreign workers.
#[test]
fn the_titles_filed_most_have_a_text_or_a_reason() {
    let Some(releases) = releases("the titles are not counted") else { return };
    let connection = Connection::open(database(&full_dataset(), None).unwrap()).unwrap();
    let mut statement = connection.prepare("SELECT slug FROM names WHERE kind = 'title'").unwrap();
    let titles: HashSet<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let file = File::open(releases.join("lca/employer_title_soc_filings_2022_2025.csv.gz")).unwrap();
    let mut filings: HashMap<String, u64> = HashMap::new();
    for record in csv::Reader::from_reader(GzDecoder::new(BufReader::new(file))).records().map(Result::unwrap)
    {
        let Ok(slug) = Slug::from_name(&record[1]) else { continue };
        let known = [slug.to_string(), format!("{slug}s")].into_iter().find(|slug| titles.contains(slug));
        if let Some(slug) = known {
            *filings.entry(slug).or_default() += record[4].parse::<u64>().unwrap();
        }
    }
    let mut ranked: Vec<(u64, String)> = filings.into_iter().map(|(slug, count)| (count, slug)).collect();
    ranked.sort_unstable_by(|one, other| other.cmp(one));
    // Those with as many filings as the 200th may stand on either side of it.
    let least = ranked[199].0;
    let written: HashSet<String> = super::all().into_iter().map(|(slug, _)| slug).collect();
    let without: HashSet<String> =
        records("titles_without_text").iter().map(|row| row["slug"].clone()).collect();
    for (count, slug) in ranked.iter().filter(|(count, _)| *count > least) {
        assert!(
            written.contains(slug) != without.contains(slug),
            "{slug} ({count} filings) needs a text, or a reason in titles_without_text.csv"
        );
    }
}
