//! Ten figures of the person records, chosen by a fixed seed, counted from the release in another way.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

type Record = HashMap<String, String>;

/// Share in percent of the weights among the records that `base` keeps.
fn share(people: &[Record], base: fn(&Record) -> bool, holds: fn(&Record) -> bool) -> f64 {
    let weight = |record: &&Record| record["PWGTP"].parse::<f64>().unwrap();
    let all: f64 = people.iter().filter(|record| base(record)).map(|record| weight(&record)).sum();
    let some: f64 =
        people.iter().filter(|record| base(record) && holds(record)).map(|record| weight(&record)).sum();
    some / all * 100.0
}

fn mean_hours(people: &[Record]) -> f64 {
    let number = |record: &Record, column: &str| record[column].parse::<f64>().unwrap();
    let hours: f64 = people.iter().map(|record| number(record, "WKHP") * number(record, "PWGTP")).sum();
    hours / people.iter().map(|record| number(record, "PWGTP")).sum::<f64>()
}

/// The figure of a column, from the records of one occupation.
fn counted(column: &str, people: &[Record]) -> f64 {
    let everybody = |_: &Record| true;
    match column {
        "women_percent" => share(people, everybody, |record| record["SEX"] == "2"),
        "hispanic_percent" => share(people, everybody, |record| record["HISP"] != "1"),
        "black_percent" => share(people, everybody, |r| r["HISP"] == "1" && r["RAC1P"] == "2"),
        "home_percent" => share(people, |r| !r["JWTRNS"].is_empty(), |r| r["JWTRNS"] == "11"),
        "hours_50_and_over_percent" => {
            share(people, everybody, |record| record["WKHP"].parse::<u32>().unwrap() >= 50)
        }
        "hours_mean" => mean_hours(people),
        "degree_percent" => share(people, everybody, |record| record["SCHL"].parse::<u32>().unwrap() >= 21),
        other => panic!("no way to count {other}"),
    }
}

const COLUMNS: [&str; 7] = [
    "women_percent",
    "hispanic_percent",
    "black_percent",
    "home_percent",
    "hours_50_and_over_percent",
    "hours_mean",
    "degree_percent",
];

fn committed() -> Vec<Record> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/acs_occupations.csv");
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Rows with figures and a column each, by a linear congruential sequence from a fixed seed.
fn chosen(rows: &[Record]) -> Vec<(&Record, &'static str)> {
    let with_figures: Vec<&Record> = rows.iter().filter(|row| row["home_percent"] != "few_records").collect();
    let mut state = 20_240_701_usize;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    (0..10).map(|_| (with_figures[next(with_figures.len())], COLUMNS[next(COLUMNS.len())])).collect()
}

#[test]
fn ten_figures_agree_with_the_records() {
    let Some(from) = std::env::var_os("CAREER_ATLAS_RELEASES").map(PathBuf::from) else {
        eprintln!("NOT RUN: CAREER_ATLAS_RELEASES is not set, so no figure is traced to its records");
        return;
    };
    let rows = committed();
    let chosen = chosen(&rows);
    let mut people: BTreeMap<u32, Vec<Record>> =
        chosen.iter().map(|(row, _)| (row["occp"].parse().unwrap(), Vec::new())).collect();
    let file = File::open(from.join("pums/psam_pus_2024_employed.csv.gz")).unwrap();
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let headings = reader.headers().unwrap().clone();
    let place = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let (occupation, status) = (place("OCCP"), place("ESR"));
    for record in reader.records() {
        let record = record.unwrap();
        if let Some(people) = people.get_mut(&record[occupation].parse().unwrap())
            && matches!(&record[status], "1" | "2")
        {
            let cells = headings.iter().zip(&record);
            people.push(cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect());
        }
    }
    for (row, column) in chosen {
        let people = &people[&row["occp"].parse().unwrap()];
        let (figure, counted) = (row[column].parse::<f64>().unwrap(), counted(column, people));
        assert_eq!(row["records"], people.len().to_string(), "{}", row["title"]);
        assert!((figure - counted).abs() < 0.050_001, "{}, {column}: {figure}, {counted}", row["title"]);
    }
}
