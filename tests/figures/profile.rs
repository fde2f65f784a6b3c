//! Profiles against the tables of `data/`: twenty occupations by a fixed seed, each in a state, an area outside the
//! metropolitan ones and a metropolitan area.

use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

use career_atlas::domain::Slug;

use super::pay::{Record, cents, grouped, of, records, usd};
use super::row;
use crate::harness::{Response, TestApp};

const SEED: [u8; 32] = *b"career atlas: twenty profiles...";
const OCCUPATIONS: usize = 20;

/// The page says the number of a cell, or where the cell has none, says so in words.
fn says(page: &Response, section: &str, label: &str, cell: &str, print: fn(f64) -> String) {
    let text = row(page, section, label);
    let said = text.trim_start_matches(label);
    match cell.trim_start_matches(">=").parse::<f64>() {
        Ok(number) => assert!(said.contains(&print(number)), "{label}: {cell} is not in {said}"),
        Err(_) => assert!(said.len() > 10, "{label}: {cell} has no reason in {said}"),
    }
}

fn percent(number: f64) -> String {
    format!("{number:.1}%")
}

fn thousands(number: f64) -> String {
    grouped((number * 1_000.0).round())
}

/// A section, the label of a row in it, the column of a table, and how its number is printed.
type Cell = (&'static str, &'static str, &'static str, fn(f64) -> String);

/// Rows of the page that are the cells of one table.
fn check(page: &Response, table: &Record, rows: &[Cell]) {
    for (section, label, column, print) in rows {
        says(page, section, label, &table[*column], *print);
    }
}

#[test]
fn twenty_profiles_say_what_the_tables_have() {
    let occupations = records("occupations");
    let (nation, projections) = (records("oews_national"), records("projections"));
    let (attainment, states) = (records("attainment"), records("oews_states"));
    let (outside, areas) = (records("oews_nonmetropolitan"), records("areas"));
    let metropolitan = records("oflc_metropolitan");
    let line_items: Vec<Record> = projections.into_iter().filter(|row| row["item"] == "line_item").collect();
    let site = TestApp::builder().full().start();
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    for _ in 0..OCCUPATIONS {
        let place = usize::try_from(chance.next_u64()).unwrap() % occupations.len();
        let occupation = &occupations[place];
        let code = &occupation["soc_code"];
        let slug = Slug::from_name(&occupation["title"]).unwrap();
        let page = site.get(&format!("/careers/{slug}"));
        assert_eq!(page.status, 200, "{slug}");
        if let Some(pay) = of(&nation, "soc_code", code) {
            check(
                &page,
                pay,
                &[
                    ("overview", "Yearly salary", "wage_annual_median_usd", usd),
                    ("overview", "Hourly rate", "wage_hourly_median_usd", cents),
                    ("overview", "Number of jobs", "employment", grouped),
                    ("salary", "Average salary", "wage_annual_mean_usd", usd),
                    ("salary", "Salary range", "wage_annual_p10_usd", usd),
                    ("salary", "Salary range", "wage_annual_p90_usd", usd),
                ],
            );
        }
        check(
            &page,
            of(&line_items, "soc_code", code).unwrap(),
            &[
                ("overview", "Growth rate", "employment_change_percent", percent),
                ("overview", "Openings a year", "openings_annual_thousands", thousands),
                ("outlook", "Employed now", "employment_base_thousands", thousands),
                ("outlook", "Employed in ten years", "employment_projected_thousands", thousands),
                ("outlook", "Self-employed", "self_employed_percent", percent),
            ],
        );
        check(
            &page,
            of(&attainment, "soc_code", code).unwrap(),
            &[
                ("education", "High school diploma", "high_school_percent", percent),
                ("education", "Bachelor's degree", "bachelors_percent", percent),
                ("education", "Master's degree", "masters_percent", percent),
            ],
        );
        let mut released: Vec<&Record> = states
            .iter()
            .filter(|row| row["soc_code"] == *code && row["employment"].parse::<f64>().is_ok())
            .filter(|row| of(&areas, "area_code", &row["area_code"]).unwrap()["area_type"] == "state")
            .collect();
        released.sort_by_key(|row| std::cmp::Reverse(row["employment"].parse::<u64>().unwrap()));
        if let Some(most) = released.first() {
            says(&page, "where", "Most jobs", &most["employment"], grouped);
        }
        for rows in [&states, &outside] {
            let there: Vec<&Record> = rows.iter().filter(|row| row["soc_code"] == *code).collect();
            if there.is_empty() {
                continue;
            }
            let pay = there[usize::try_from(chance.next_u64()).unwrap() % there.len()];
            let area = of(&areas, "area_code", &pay["area_code"]).unwrap();
            check_place(&site, &slug, pay, area, &areas);
        }
        let cities: Vec<&Record> = metropolitan.iter().filter(|row| row["soc_code"] == *code).collect();
        let by_the_hour = of(&nation, "soc_code", code).is_some_and(|row| row["wage_unit"] == "hourly");
        if let (false, false) = (cities.is_empty(), by_the_hour) {
            let pay = cities[usize::try_from(chance.next_u64()).unwrap() % cities.len()];
            let title = &of(&areas, "area_code", &pay["area_code"]).unwrap()["title"];
            let page = site.get(&format!("/careers/{slug}?in={}", Slug::from_name(title).unwrap()));
            let mean: f64 = pay["wage_mean_usd"].parse().unwrap();
            // The survey rounds a year of 2,080 hours to tens.
            let year = if pay["unit"] == "hour" { (mean * 208.0).round() * 10.0 } else { mean };
            says(&page, "here", "Mean", &year.to_string(), usd);
        }
    }
}

/// A state's address is its abbreviation; a nonmetropolitan area's is its title without the survey's words, unless that is
/// a state's name.
fn check_place(site: &TestApp, slug: &Slug, pay: &Record, area: &Record, areas: &[Record]) {
    let title = &area["title"];
    let short = title.trim_end_matches(" nonmetropolitan area");
    let is_state =
        areas.iter().any(|other| other["title"] == short && other["area_type"] != "nonmetropolitan");
    let asked = match area["area_type"].as_str() {
        "nonmetropolitan" if is_state && short != title => Slug::from_name(title).unwrap().to_string(),
        // Guam and the Virgin Islands stand once; the survey prints them twice.
        "nonmetropolitan" if !is_state => Slug::from_name(short).unwrap().to_string(),
        _ => area["state"].clone(),
    };
    let page = site.get(&format!("/careers/{slug}?in={asked}"));
    assert_eq!(page.select("#here h2").len(), 1, "{asked} is no place");
    let hourly = pay["wage_unit"] == "hourly";
    if !hourly {
        check(
            &page,
            pay,
            &[
                ("here", "10th percentile", "wage_annual_p10_usd", usd),
                ("here", "Median", "wage_annual_median_usd", usd),
                ("here", "90th percentile", "wage_annual_p90_usd", usd),
                ("here", "Mean", "wage_annual_mean_usd", usd),
            ],
        );
    }
    check(&page, pay, &[("here", "Jobs", "employment", grouped)]);
}
