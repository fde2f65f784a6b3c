//! Ten figures of each source, chosen by a fixed seed, against the cell of the release that they come from, read here
//! without the program's readers.

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

/// Figures looked up in each table.
const TRACED: usize = 10;

type Row = HashMap<String, String>;

/// The rows of a csv file, packed or not; rows of notes are left out.
fn rows(path: &Path) -> Vec<Row> {
    let mut bytes = fs::read(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "gz") {
        let mut plain = Vec::new();
        MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).unwrap();
        bytes = plain;
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
    let headings = reader.headers().unwrap().clone();
    let records = reader.records().map(Result::unwrap).filter(|record| record.len() == headings.len());
    records
        .map(|record| {
            let cells = headings.iter().zip(record.iter());
            cells.map(|(heading, cell)| (heading.to_owned(), cell.trim().to_owned())).collect()
        })
        .collect()
}

fn committed(table: &str) -> Vec<Row> {
    rows(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{table}.csv")))
}

/// Ten rows of a committed table. The places come from a linear congruential generator with the seed 2026.
fn chosen(table: &str) -> Vec<Row> {
    let all = committed(table);
    let mut state: u64 = 2026;
    let mut place = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % all.len()
    };
    (0..TRACED).map(|_| all[place()].clone()).collect()
}

fn releases() -> Option<PathBuf> {
    let from = std::env::var_os("CAREER_ATLAS_RELEASES").map(PathBuf::from);
    if from.is_none() {
        eprintln!("NOT RUN: CAREER_ATLAS_RELEASES is not set, so no figure is traced to its release");
    }
    from
}

/// A number in one spelling: `100.000` and `100` are the same.
fn number(text: &str) -> String {
    let number: f64 = text.parse().unwrap_or_else(|_| panic!("{text} is no number"));
    number.to_string()
}

#[test]
fn metropolitan_pay_is_the_cell_of_its_release() {
    let Some(from) = releases() else { return };
    let released = rows(&from.join("oflc/wage_levels_2025_26_metro.csv.gz"));
    let crosswalk = committed("onet_crosswalk");
    for row in chosen("oflc_metropolitan") {
        // A combined occupation has the value of its parts.
        let inside = |soc: &str| {
            let mut codes = crosswalk.iter().filter(|code| code["soc_code"] == row["soc_code"]);
            codes.any(|code| code["onet_code"].starts_with(soc))
        };
        let cell = released.iter().find(|cell| cell["area"] == row["area_code"] && inside(&cell["soc"]));
        let cell = cell.unwrap_or_else(|| panic!("the release has no {row:?}"));
        assert_eq!(number(&cell["l3_mean"]), number(&row["wage_mean_usd"]), "{row:?}");
        assert_eq!((&*cell["unit"], &*cell["sharing"]), (&*row["unit"], "unique"), "{row:?}");
    }
}

#[test]
fn price_parities_are_the_cells_of_their_releases() {
    let Some(from) = releases() else { return };
    let states = rows(&from.join("rpp/SARPP_STATE_2008_2023.csv"));
    let areas = rows(&from.join("rpp/MARPP_MSA_2008_2023.csv"));
    for row in chosen("price_parities") {
        // A matched area has the code of the wage areas, so the titles are compared.
        let index = if row["area_type"] == "state" {
            let found = states.iter().find(|cell| cell["LineCode"] == "5" && cell["GeoName"] == row["title"]);
            &found.unwrap()["2023"]
        } else {
            let found = areas.iter().find(|cell| {
                cell["Description"] == "RPPs: All items" && cell["GeoName"].starts_with(&row["title"])
            });
            &found.unwrap()["RPP 2023"]
        };
        assert_eq!(number(index), number(&row["price_parity"]), "{row:?}");
    }
}

#[test]
fn minimum_wages_are_the_cells_of_their_release() {
    let Some(from) = releases() else { return };
    let released = rows(&from.join("rpp/state_minimum_wage_2026.csv"));
    for row in chosen("minimum_wages") {
        let cell = released.iter().find(|cell| cell["state"] == row["state"]).unwrap();
        assert_eq!(number(&cell["table_B_2026_07"]), number(&row["minimum_wage_hourly_usd"]), "{row:?}");
    }
}

#[test]
fn exposure_is_the_cell_of_each_study() {
    let Some(from) = releases() else { return };
    let rated = rows(&from.join("ai/gpts_are_gpts_occ_level.csv"));
    let used = rows(&from.join("ai/microsoft_soc_ai_applicability_scores.csv"));
    for row in chosen("ai_exposure") {
        let code = &row["soc_code"];
        let score = &used.iter().find(|cell| cell["SOC Code"] == *code).unwrap()["ai_applicability_score"];
        assert_eq!(number(score), number(&row["ai_applicability"]), "{row:?}");
        let own = rated.iter().find(|cell| cell["O*NET-SOC Code"] == format!("{code}.00"));
        match own {
            Some(cell) => {
                assert_eq!(number(&cell["human_rating_beta"]), number(&row["task_exposure"]), "{row:?}");
            }
            None => assert_ne!(row["task_exposure_parts"], "0", "{row:?}"),
        }
    }
}

#[test]
fn companies_are_the_cells_of_their_release() {
    let Some(from) = releases() else { return };
    let released = rows(&from.join("companies/large_us_companies_fy2023.csv"));
    assert_eq!(released.len(), committed("companies").len());
    for row in chosen("companies") {
        let cell = released.iter().find(|cell| cell["company"] == row["company"]).unwrap();
        for (column, heading) in [
            ("employees", "employees"),
            ("revenue_millions_usd", "revenue_musd"),
            ("profit_millions_usd", "profit_musd"),
        ] {
            assert_eq!(number(&cell[heading]), number(&row[column]), "{row:?}");
        }
        for (column, heading) in [
            ("sector", "sector"),
            ("headquarters_city", "hq_city"),
            ("headquarters_state", "hq_state"),
            ("website", "website"),
        ] {
            assert_eq!(cell[heading], row[column], "{row:?}");
        }
        assert_eq!(cell["company_type"].to_lowercase(), row["company_type"], "{row:?}");
    }
}

#[test]
fn worker_pay_is_the_cell_of_its_release() {
    let Some(from) = releases() else { return };
    let text = fs::read_to_string(from.join("companies/median_worker_pay_sp500_fy2023.tsv")).unwrap();
    for row in chosen("company_worker_pay") {
        let line = text.lines().find(|line| line.starts_with(&format!("{}\t", row["ticker"]))).unwrap();
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!([cells[1], cells[3]], [&*row["company"], &*row["pay_ratio"]], "{row:?}");
        let pay = if cells[2] == "0" { "" } else { cells[2] };
        assert_eq!(pay, row["median_worker_pay_usd"], "{row:?}");
    }
}
