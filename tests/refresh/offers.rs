//! Labor condition applications: both layouts, what is refused, and figures traced to the release.

use std::collections::BTreeMap;
use std::fs::File;

use flate2::read::GzDecoder;
use rstest::rstest;

use super::chance::Chance;
use super::committed::{Record, records, releases};
use super::world::{APPLICATIONS, APPLICATIONS_SHEET, FILINGS, NARROW, NATIONAL, World, application, narrow};
use super::{line, run, table};

#[test]
fn the_publishers_workbook_is_read() {
    let world = World::new();
    run(&world).unwrap();
    let data = world.data();
    for (name, key, expected) in [
        // Ten applications of one employer under two spellings: nine at $40 an hour, one at $104,000, whose name is shown
        // because the other is in capital letters. All name a prevailing wage of $38.50 an hour.
        ("lca_filers", "ALPHA CLINIC", "ALPHA CLINIC,Alpha Clinic Inc,3,26,2,10,1.0390"),
        ("lca_filer_occupations", "ALPHA CLINIC", "ALPHA CLINIC,15-1252,2,0,,"),
        ("lca_filer_states", "ALPHA CLINIC", "ALPHA CLINIC,AL,10"),
        // A listed company has a row however seldom it filed.
        ("lca_filers", "ZETA AIR", "ZETA AIR,Zeta Air Inc,1,3,1,0,"),
        ("lca_filers", "ALPHABET", "ALPHABET,Google LLC,2,37,1,0,"),
        ("lca_occupations", "29-1141", "29-1141,10,1,83200"),
        ("lca_occupations", "15-1252", "15-1252,1,1,83200"),
        ("lca_outcomes", "counted", "counted,10,86"),
        ("lca_outcomes", "counted_by_older_code", "counted_by_older_code,1,2"),
        ("lca_outcomes", "code_of_several_occupations", "code_of_several_occupations,1,0"),
        ("lca_outcomes", "code_unknown", "code_unknown,1,5"),
        ("lca_outcomes", "no_employer", "no_employer,0,1"),
        ("lca_outcomes", "no_wage", "no_wage,1,0"),
        ("lca_outcomes", "wage_unbelievable", "wage_unbelievable,1,0"),
        ("lca_outcomes", "not_certified", "not_certified,2,0"),
        ("lca_outcomes", "part_time", "part_time,1,0"),
        ("lca_outcomes", "hourly_for_yearly_work", "hourly_for_yearly_work,0,0"),
    ] {
        assert_eq!(line(&data, name, key), expected);
    }
    // Neither a shop with 24 filings nor another legal form with 3 has a row.
    assert_eq!(table(&data, "lca_filers").lines().count(), 4);
    assert!(table(&data, "lca_filer_occupations").contains("\nALPHA CLINIC,29-1141,24,10,83200,80080\n"));
    let names = "employer_key,employer,filings\nALPHABET,Alphabet Inc,2\nALPHABET,Google LLC,35\n";
    assert_eq!(table(&data, "lca_filer_names"), names);
}

#[test]
fn an_hour_of_work_without_fixed_hours_is_no_year() {
    let mut world = World::new();
    // Row 6 of the nation's table is the nurses'.
    world.set_by_heading(NATIONAL, "national_M2025_dl", 6, "ANNUAL", "TRUE");
    run(&world).unwrap();
    let data = world.data();
    assert_eq!(line(&data, "lca_outcomes", "hourly_for_yearly_work"), "hourly_for_yearly_work,9,0");
    assert_eq!(line(&data, "lca_occupations", "29-1141"), "29-1141,1,1,104000");
}

/// The small world with the converted copy instead of the workbook.
fn with_narrow(text: String) -> World {
    let mut world = World::new();
    let release = world.releases.iter_mut().find(|(_, file, _)| *file == APPLICATIONS).unwrap();
    release.1 = NARROW;
    world.texts.insert(NARROW, text);
    world
}

#[rstest]
#[case("Year", "95000.0", "95000")]
#[case("Month", "7000", "84000")]
#[case("Bi-Weekly", "3500", "91000")]
#[case("Week", "\"1,800.50\"", "93626")]
#[case("Hour", "40.5", "84240")]
fn the_converted_copy_is_read_and_wages_are_brought_to_a_year(
    #[case] unit: &str,
    #[case] wage: &str,
    #[case] annual: &str,
) {
    let world = with_narrow(narrow("29-1141", wage, unit));
    run(&world).unwrap();
    assert_eq!(line(&world.data(), "lca_occupations", "29-1141"), format!("29-1141,1,1,{annual}"));
}

#[test]
fn what_is_not_understood_is_refused() {
    let says = |world: &World, part: &str| {
        let message = run(world).unwrap_err().to_string();
        assert!(message.contains(part), "“{message}” does not say “{part}”");
    };
    let mut world = World::new();
    world.set_by_heading(APPLICATIONS, APPLICATIONS_SHEET, 1, "CASE_STATUS", "STATUS");
    says(&world, "row 1: the heading has no column “CASE_STATUS”");
    for (column, cell, part) in [
        ("CASE_STATUS", "Pending", "column “CASE_STATUS”: “Pending” is not a known status"),
        ("FULL_TIME_POSITION", "?", "column “FULL_TIME_POSITION”: “?” is not Y or N"),
        ("WAGE_UNIT_OF_PAY", "Day", "column “WAGE_UNIT_OF_PAY”: “Day” is not a known unit of pay"),
        ("WAGE_RATE_OF_PAY_FROM", "S", "column “WAGE_RATE_OF_PAY_FROM”: “S” is not a number"),
        ("EMPLOYER_NAME", "", "column “EMPLOYER_NAME”: the cell is empty"),
    ] {
        let mut world = World::new();
        world.sheet(APPLICATIONS, APPLICATIONS_SHEET).push(application(&[(column, cell.into())]));
        says(&world, part);
    }
    let narrow = narrow("29-1141", "40", "Hour");
    let mut world = World::new();
    world.texts.get_mut(FILINGS).unwrap().push_str("ZETA AIR INC,PILOT,53-2011,Airline Pilots,0,2023\n");
    says(&world, "row 12, column “n_filings”");
    says(&with_narrow(narrow.replace("PREVAILING_WAGE", "WAGE")), "has no column “PREVAILING_WAGE”");
    says(&with_narrow(narrow.replace("Hour,AL", "Hour")), "lca/narrow.csv.gz, row 2: 8 cells");
}

#[test]
fn older_codes_stand_for_occupations_of_today() {
    let occupations: Vec<String> =
        records("occupations").into_iter().map(|row| row["soc_code"].clone()).collect();
    let older = records("soc_2010");
    assert!(older.len() > 50);
    for row in older {
        assert!(row["soc_code"].is_empty() || occupations.contains(&row["soc_code"]), "{row:?}");
        assert!(!row["why"].is_empty(), "{row:?}");
    }
}

/// The letters and digits of a name before its legal form, for a count that does not use the program's own rule.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase()
}

#[test]
fn ten_employers_agree_with_the_applications() {
    let Some(from) = releases("no offer is traced to its applications") else { return };
    let file = GzDecoder::new(File::open(from.join("lca/lca_certified_fy2024q1.csv.gz")).unwrap());
    let applications: Vec<Record> =
        csv::Reader::from_reader(file).into_deserialize().map(Result::unwrap).collect();
    let shown: BTreeMap<String, String> = records("lca_filers")
        .into_iter()
        .map(|row| (row["employer_key"].clone(), plain(&row["employer"])))
        .collect();
    let offers_of = |row: &Record| row["applications"].parse::<usize>().unwrap();
    let careers: Vec<Record> =
        records("lca_filer_occupations").into_iter().filter(|row| offers_of(row) >= 10).collect();
    // Employers of one spelling (but for case and punctuation), in occupations that no older code leads to.
    let mut chance = Chance::new(1);
    let mut traced = 0;
    while traced < 10 {
        let row = chance.of(&careers);
        let code = &row["soc_code"];
        let mut offers: Vec<f64> = applications
            .iter()
            .filter(|of| {
                of["SOC_CODE"].starts_with(code) && plain(&of["EMPLOYER_NAME"]) == shown[&row["employer_key"]]
            })
            .map(|of| {
                let times = match of["WAGE_UNIT_OF_PAY"].as_str() {
                    "Year" => 1.0,
                    "Month" => 12.0,
                    "Bi-Weekly" => 26.0,
                    "Week" => 52.0,
                    "Hour" => 2080.0,
                    other => panic!("{other}"),
                };
                of["WAGE_RATE_OF_PAY_FROM"].parse::<f64>().unwrap() * times
            })
            .collect();
        let all = offers_of(row);
        assert!(offers.len() <= all, "{row:?}");
        if offers.len() < all {
            continue;
        }
        offers.sort_by(f64::total_cmp);
        let median = f64::midpoint(offers[(all - 1) / 2], offers[all / 2]);
        let shown: f64 = row["wage_annual_median_usd"].parse().unwrap();
        assert!((median - shown).abs() <= 0.5, "{row:?}: {median}");
        traced += 1;
    }
}
