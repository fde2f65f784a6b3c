//! The pages of pay against the tables of `data/`: twenty occupations by a fixed seed, each with a state, an area
//! outside the metropolitan ones and a metropolitan area.

use std::collections::HashMap;

use career_atlas::domain::{NameKind, Slug};
use career_atlas::store::{Lookup, Store};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use crate::harness::{Response, TestApp, full_dataset};

const SEED: [u8; 32] = *b"career atlas: pay of twenty jobs";
const OCCUPATIONS: usize = 20;
const PERCENTILES: [&str; 5] = ["p10", "p25", "median", "p75", "p90"];

pub type Record = HashMap<String, String>;

pub fn records(name: &str) -> Vec<Record> {
    let reader = csv::Reader::from_path(full_dataset().join(format!("{name}.csv"))).unwrap();
    reader.into_deserialize().map(Result::unwrap).collect()
}

pub fn of<'r>(rows: &'r [Record], column: &str, value: &str) -> Option<&'r Record> {
    rows.iter().find(|row| row[column] == value)
}

pub fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

pub fn usd(number: f64) -> String {
    format!("${}", grouped(number))
}

pub fn cents(number: f64) -> String {
    let cents = (number * 100.0).round();
    format!("${}.{:02.0}", grouped((cents / 100.0).trunc()), cents % 100.0)
}

/// What the page has to say of a cell in a long table.
fn brief(cell: &str, print: fn(f64) -> String) -> String {
    match cell {
        "wage_not_released" | "employment_not_released" => "not released".to_owned(),
        "annual_only" => "by the year only".to_owned(),
        "hourly_only" => "by the hour only".to_owned(),
        "" => "not published".to_owned(),
        bound if bound.starts_with(">=") => format!("{} or more", print(bound[2..].parse().unwrap())),
        number => print(number.parse().unwrap()),
    }
}

fn plain(number: f64) -> String {
    number.to_string()
}

/// The tables that stand behind the page.
struct Tables {
    nation: Vec<Record>,
    previous: Vec<Record>,
    states: Vec<Record>,
    outside: Vec<Record>,
    metropolitan: Vec<Record>,
    sectors: Vec<Record>,
    sector_titles: Vec<Record>,
    areas: Vec<Record>,
    parities: Vec<Record>,
    minimum_wages: Vec<Record>,
}

impl Tables {
    /// The parity of an area: its own, or its state's.
    fn parity(&self, area: &Record) -> Option<(f64, String)> {
        let own = self.parities.iter().find(|row| {
            row["area_type"] == area["area_type"]
                && row["area_code"] == area["area_code"]
                && !row["matched_by"].is_empty()
        });
        if let Some(own) = own {
            return Some((own["price_parity"].parse().unwrap(), String::new()));
        }
        let state =
            self.areas.iter().find(|row| row["area_type"] == "state" && row["state"] == area["state"])?;
        let parity = self
            .parities
            .iter()
            .find(|row| row["area_type"] == "state" && row["area_code"] == state["area_code"])?;
        Some((parity["price_parity"].parse().unwrap(), format!(" ({})", state["title"])))
    }

    fn adjusted(&self, area: &Record, pay: &str, print: fn(f64) -> String) -> String {
        match (self.parity(area), pay.parse::<f64>()) {
            (Some((parity, of)), Ok(pay)) => format!("{}{of}", print(pay / parity * 100.0)),
            (None, _) => "no parity".to_owned(),
            (Some(_), Err(_)) => "no pay".to_owned(),
        }
    }

    /// The cells of a surveyed place.
    fn surveyed(&self, area: &Record, row: &Record, unit: &str) -> Vec<String> {
        let mut cells = Vec::new();
        let (print, middle): (fn(f64) -> String, &str) = if unit == "hourly" {
            (cents, "wage_hourly_median_usd")
        } else {
            (usd, "wage_annual_median_usd")
        };
        if unit == "hourly" {
            cells.push(brief(&row[middle], cents));
            cells.push(brief(&row["wage_hourly_mean_usd"], cents));
        } else {
            cells.extend(PERCENTILES.map(|point| brief(&row[&format!("wage_annual_{point}_usd")], usd)));
            cells.push(brief(&row["wage_annual_mean_usd"], usd));
        }
        cells.push(brief(&row["employment"], grouped));
        cells.push(brief(&row["jobs_per_1000"], plain));
        cells.push(brief(&row["location_quotient"], plain));
        cells.push(self.adjusted(area, &row[middle], print));
        if unit != "annual" {
            let minimum = of(&self.minimum_wages, "state", &area["state"]);
            cells.push(match (minimum, row["wage_hourly_median_usd"].parse::<f64>()) {
                (None, _) => "none known".to_owned(),
                (Some(minimum), Ok(median)) => {
                    format!("{:.1}", median / minimum["minimum_wage_hourly_usd"].parse::<f64>().unwrap())
                }
                (Some(_), Err(_)) => brief(&row["wage_hourly_median_usd"], cents),
            });
        }
        cells
    }

    /// The cells of a metropolitan area.
    fn metropolitan(&self, area: &Record, row: &Record, unit: &str) -> Vec<String> {
        let mean: f64 = row["wage_mean_usd"].parse().unwrap();
        let (mean, print): (f64, fn(f64) -> String) = match (unit, row["unit"].as_str()) {
            ("hourly", _) => (mean, cents),
            (_, "hour") => ((mean * 208.0).round() * 10.0, usd),
            _ => (mean, usd),
        };
        let column = if unit == "hourly" { "wage_hourly_mean_usd" } else { "wage_annual_mean_usd" };
        let nation =
            of(&self.previous, "soc_code", &row["soc_code"]).and_then(|row| row[column].parse::<f64>().ok());
        let doubtful = if nation.is_some_and(|nation| mean > 2.0 * nation) { " (doubtful)" } else { "" };
        vec![format!("{}{doubtful}", print(mean)), self.adjusted(area, &mean.to_string(), print)]
    }

    fn sectors(&self, soc_code: &str, unit: &str) -> Vec<String> {
        let rows = self.sectors.iter().filter(|row| row["soc_code"] == soc_code);
        rows.map(|row| {
            let title = &of(&self.sector_titles, "naics_code", &row["naics_code"]).unwrap()["title"];
            let title = if title.starts_with("Federal, State") { "Government" } else { title };
            let mut cells = vec![title.to_owned()];
            if unit == "hourly" {
                cells.push(brief(&row["wage_hourly_median_usd"], cents));
                cells.push(brief(&row["wage_hourly_mean_usd"], cents));
            } else {
                cells.extend(PERCENTILES.map(|point| brief(&row[&format!("wage_annual_{point}_usd")], usd)));
                cells.push(brief(&row["wage_annual_mean_usd"], usd));
            }
            cells.push(brief(&row["employment"], grouped));
            cells.push(brief(&row["percent_of_sector"], |share| format!("{share:.2}%")));
            cells.concat()
        })
        .collect()
    }
}

fn check_nation(page: &Response, tables: &Tables, soc_code: &str) {
    let row = of(&tables.nation, "soc_code", soc_code).unwrap();
    let lines = page.select("#nation tbody tr");
    for (line, point) in lines.iter().zip(PERCENTILES.into_iter().chain(["mean"])) {
        for (unit, print) in [("annual", usd as fn(f64) -> String), ("hourly", cents)] {
            let cell = &row[&format!("wage_{unit}_{point}_usd")];
            let said = match cell.as_str() {
                "annual_only" => "Published by the year only".to_owned(),
                "hourly_only" => "Published by the hour only".to_owned(),
                cell => brief(cell, print),
            };
            assert!(line.contains(&said), "{soc_code} {point} {unit}: {said} is not in {line}");
        }
    }
    let unit = if row["wage_unit"] == "hourly" { "hourly" } else { "annual" };
    let print: fn(f64) -> String = if unit == "hourly" { cents } else { usd };
    let change = page.select("#change tbody tr");
    for (line, table) in change.iter().zip([&tables.previous, &tables.nation]) {
        let mean = &of(table, "soc_code", soc_code).unwrap()[&format!("wage_{unit}_mean_usd")];
        assert!(line.contains(&brief(mean, print)), "{soc_code}: {mean} is not in {line}");
    }
    let mut sectors =
        page.select("#industries tbody tr").into_iter().map(|row| row.replace(' ', "")).collect::<Vec<_>>();
    let mut expected: Vec<String> =
        tables.sectors(soc_code, &row["wage_unit"]).into_iter().map(|row| row.replace(' ', "")).collect();
    sectors.sort();
    expected.sort();
    assert_eq!(sectors, expected, "{soc_code}");
}

#[test]
fn twenty_occupations_are_paid_as_released() {
    let tables = Tables {
        nation: records("oews_national"),
        previous: records("oews_national_previous"),
        states: records("oews_states"),
        outside: records("oews_nonmetropolitan"),
        metropolitan: records("oflc_metropolitan"),
        sectors: records("oews_sectors"),
        sector_titles: records("sectors"),
        areas: records("areas"),
        parities: records("price_parities"),
        minimum_wages: records("minimum_wages"),
    };
    let site = TestApp::builder().full().start();
    let store = Store::open(&career_atlas::dataset::publish(&full_dataset(), None).unwrap()).unwrap();
    let places = store.places().unwrap();
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let mut draw = |many: usize| usize::try_from(chance.next_u64() % u64::try_from(many).unwrap()).unwrap();
    let mut occupations = records("occupations");
    occupations.retain(|row| of(&tables.nation, "soc_code", &row["soc_code"]).is_some());
    // One that is paid by the hour and one that is paid by the year, whatever is drawn.
    let mut drawn: Vec<Record> =
        ["27-2042", "25-2021"].map(|code| of(&occupations, "soc_code", code).unwrap().clone()).into();
    while drawn.len() < OCCUPATIONS {
        drawn.push(occupations.swap_remove(draw(occupations.len())));
    }
    let mut seen = 0;
    for occupation in &drawn {
        let (soc_code, slug) = (&occupation["soc_code"], Slug::from_name(&occupation["title"]).unwrap());
        let Lookup::Found(name) = store.lookup(&slug).unwrap() else { panic!("{slug} is not found") };
        assert_eq!((name.kind, &name.occupation.soc_code), (NameKind::Occupation, soc_code));
        let unit = of(&tables.nation, "soc_code", soc_code).unwrap()["wage_unit"].clone();
        check_nation(&site.get(&format!("/careers/{slug}/pay")), &tables, soc_code);
        for table in [&tables.states, &tables.outside, &tables.metropolitan] {
            // The survey prints Guam and the Virgin Islands a second time, outside their metropolitan areas.
            let rows: Vec<&Record> = table
                .iter()
                .filter(|row| row["soc_code"] == *soc_code && places.by_code(&row["area_code"]).is_some())
                .collect();
            if rows.is_empty() {
                continue;
            }
            let row = rows[draw(rows.len())];
            let area = of(&tables.areas, "area_code", &row["area_code"]).unwrap();
            let place = places.by_code(&row["area_code"]).unwrap();
            let page = site.get(&format!("/careers/{slug}/pay?in={}", place.slug));
            let expected = if row.contains_key("wage_mean_usd") {
                tables.metropolitan(area, row, &unit)
            } else {
                tables.surveyed(area, row, &unit)
            };
            assert_eq!(page.select("#places tr.on td"), expected, "{slug} in {}", place.slug);
            seen += 1;
        }
    }
    assert!(seen >= 50, "only {seen} places were looked at");
}
