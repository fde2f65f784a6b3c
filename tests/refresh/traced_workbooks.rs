//! Ten figures of each workbook and of O*NET, chosen by a fixed seed, against the cell of the release, read here without
//! the program's readers.

use std::collections::HashMap;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rstest::rstest;

use super::chance::Chance;
use super::committed::{Record, records, releases};

/// Rows looked up in each table.
const TRACED: usize = 10;
/// Columns of the wage survey, and what they are called here.
const PAY: [(&str, &str); 8] = [
    ("TOT_EMP", "employment"),
    ("A_MEAN", "wage_annual_mean_usd"),
    ("A_PCT10", "wage_annual_p10_usd"),
    ("A_PCT25", "wage_annual_p25_usd"),
    ("A_MEDIAN", "wage_annual_median_usd"),
    ("A_PCT75", "wage_annual_p75_usd"),
    ("A_PCT90", "wage_annual_p90_usd"),
    ("H_MEAN", "wage_hourly_mean_usd"),
];

/// The cells of a sheet as texts.
fn cells(path: &Path, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let text = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        other => other.to_string().trim().to_owned(),
    };
    let name = book
        .sheet_names()
        .into_iter()
        .find(|name| name.eq_ignore_ascii_case(sheet))
        .unwrap_or_else(|| panic!("{} has no sheet {sheet}", path.display()));
    book.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(text).collect()).collect()
}

/// What stands here for a cell there: the same number, or for a marker no number.
fn agree(released: &str, committed: &str) -> bool {
    match released.parse::<f64>() {
        Ok(number) => committed.parse::<f64>().is_ok_and(|ours| (ours - number).abs() < 1e-9),
        Err(_) => committed.parse::<f64>().is_err(),
    }
}

#[rstest]
#[case("national_M2025_dl", "oews_national", None)]
#[case("national_M2024_dl", "oews_national_previous", None)]
#[case("state_M2025_dl", "oews_states", Some(("AREA", "area_code")))]
#[case("BOS_M2025_dl", "oews_nonmetropolitan", Some(("AREA", "area_code")))]
#[case("natsector_M2024_dl", "oews_sectors", Some(("NAICS", "naics_code")))]
fn pay_is_the_cell_of_the_wage_survey(
    #[case] book: &str,
    #[case] table: &str,
    #[case] key: Option<(&str, &str)>,
) {
    let Some(from) = releases("the wage survey is not traced") else { return };
    let rows = cells(&from.join(format!("oews/{book}.xlsx")), book);
    let place = |heading: &str| rows[0].iter().position(|cell| cell == heading).unwrap();
    let committed: Vec<Record> = records(table);
    let mut chance = Chance::new(2025);
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        let released = rows.iter().find(|cells| {
            let area = key.is_none_or(|(there, here)| {
                cells[place(there)].trim_start_matches('0') == row[here].trim_start_matches('0')
            });
            // A combined occupation stands twice, as a broad group too, with the same figures.
            area && cells[place("OCC_CODE")] == row["soc_code"]
        });
        let released = released.unwrap_or_else(|| panic!("{book} has no row for {row:?}"));
        for (there, here) in PAY {
            let (there, here) = (&released[place(there)], &row[here]);
            assert!(agree(there, here), "{book}, {}: {there} there, {here} here", row["soc_code"]);
        }
    }
}

#[test]
fn projections_are_the_cells_of_their_tables() {
    let Some(from) = releases("the projections are not traced") else { return };
    let rows = cells(&from.join("projections/occupation.xlsx"), "Table 1.2");
    let education = cells(&from.join("projections/education.xlsx"), "Table 5.3");
    let asked = cells(&from.join("projections/education.xlsx"), "Table 5.4");
    let projections: Vec<Record> =
        records("projections").into_iter().filter(|row| row["item"] == "line_item").collect();
    let of = |table: &[Vec<String>], code: &str, is: &dyn Fn(&[String]) -> bool| {
        table.iter().find(|cells| cells.get(1).is_some_and(|cell| cell == code) && is(cells)).unwrap().clone()
    };
    let by_code = |name: &str| -> HashMap<String, Record> {
        records(name).into_iter().map(|row| (row["soc_code"].clone(), row)).collect()
    };
    let (attainment, entry) = (by_code("attainment"), by_code("entry_requirements"));
    let mut chance = Chance::new(2034);
    for row in (0..TRACED).map(|_| chance.of(&projections)) {
        let code = &row["soc_code"];
        let released = of(&rows, code, &|cells| cells[2] == "Line item");
        for (column, here) in [
            (3, "employment_base_thousands"),
            (4, "employment_projected_thousands"),
            (7, "employment_change_thousands"),
            (8, "employment_change_percent"),
            (9, "self_employed_percent"),
            (10, "openings_annual_thousands"),
        ] {
            assert!(agree(&released[column], &row[here]), "{code} {here}: {}", released[column]);
        }
        let released = of(&education, code, &|_| true);
        assert_eq!(released[0].contains("[1]"), attainment[code]["inherited"] == "true", "{code}");
        assert!(agree(&released[6], &attainment[code]["bachelors_percent"]), "{code}");
        assert!(agree(&released[2], &attainment[code]["less_than_high_school_percent"]), "{code}");
        let released = of(&asked, code, &|_| true);
        let bachelors = released[2] == "Bachelor's degree";
        assert_eq!(bachelors, entry[code]["typical_education"] == "bachelors", "{code}: {}", released[2]);
        let five = released[3] == "5 years or more";
        assert_eq!(five, entry[code]["work_experience"] == "five_years_or_more", "{code}: {}", released[3]);
    }
}

#[test]
fn the_population_survey_is_in_the_cells_of_its_tables() {
    let Some(from) = releases("the population survey is not traced") else { return };
    let ages = cells(&from.join("cps/cpsaat11b.xlsx"), "cpsaat11b");
    let earnings = cells(&from.join("cps/cpsaat39.xlsx"), "cpsaat39");
    let text = std::fs::read_to_string(from.join("cps/cpsaat11_2025.csv")).unwrap();
    let shares: Vec<csv::StringRecord> =
        csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect();
    let committed: Vec<Record> =
        records("cps").into_iter().filter(|row| row["census_code"] != "total").collect();
    let same = |there: &str, here: &str| {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        plain(there) == plain(here)
    };
    let plain = |text: &str| text.replace(',', "");
    let mut chance = Chance::new(11);
    let mut seen = 0;
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        let title = &row["title"];
        // Where a title stands for a group too, the last row of that name is the occupation.
        if let Some(released) = shares.iter().rev().find(|cells| same(&cells[1], title)) {
            seen += 1;
            assert!(agree(&plain(&released[2]), &row["employed_thousands"]), "{title}");
            for (column, here) in [
                (3, "women_percent"),
                (4, "white_percent"),
                (5, "black_percent"),
                (6, "asian_percent"),
                (7, "hispanic_percent"),
            ] {
                assert!(agree(&released[column], &row[here]), "{title} {here}: {}", &released[column]);
            }
        }
        if let Some(released) = ages.iter().rev().find(|cells| same(&cells[0], title)) {
            seen += 1;
            assert!(agree(&released[9], &row["median_age_years"]), "{title}: {}", released[9]);
            assert!(agree(&released[4], &row["age_25_to_34_thousands"]), "{title}: {}", released[4]);
        }
        if let Some(released) = earnings.iter().rev().find(|cells| same(&cells[0], title)) {
            seen += 1;
            for (column, here) in [
                (2, "earnings_weekly_median_usd"),
                (4, "earnings_weekly_men_median_usd"),
                (6, "earnings_weekly_women_median_usd"),
            ] {
                assert!(agree(&released[column], &row[here]), "{title} {here}: {}", released[column]);
            }
        }
    }
    assert!(seen >= 2 * TRACED, "only {seen} rows were found by their titles");
}

#[test]
fn ratings_are_the_cells_of_onet() {
    let Some(from) = releases("O*NET is not traced") else { return };
    let read = |name: &str| -> Vec<csv::StringRecord> {
        let path = from.join("onet").join(name);
        let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).unwrap();
        reader.records().map(Result::unwrap).collect()
    };
    let mut chance = Chance::new(301);
    for (file, table) in [
        ("Skills.txt", "onet_skills"),
        ("Knowledge.txt", "onet_knowledge"),
        ("Abilities.txt", "onet_abilities"),
    ] {
        let (released, committed) = (read(file), records(table));
        for row in (0..TRACED).map(|_| chance.of(&committed)) {
            for (scale, here, error) in [("IM", "importance", "importance_se"), ("LV", "level", "level_se")] {
                let cells = released
                    .iter()
                    .find(|cells| {
                        cells[0] == row["onet_code"] && cells[1] == row["element_id"] && cells[3] == *scale
                    })
                    .unwrap();
                let withheld = &cells[9] == "Y" || &cells[10] == "Y";
                let there = if withheld { "withheld" } else { &cells[4] };
                assert!(agree(there, &row[here]), "{row:?}: {cells:?}");
                assert!(withheld || agree(&cells[6], &row[error]), "{row:?}: {cells:?}");
            }
        }
    }
    let released = read("Education, Training, and Experience.txt");
    let committed = records("onet_requirements");
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        let cells = released
            .iter()
            .find(|cells| {
                cells[0] == row["onet_code"] && cells[3] == row["scale"] && cells[4] == row["category"]
            })
            .unwrap();
        let there = if &cells[10] == "Y" { "withheld" } else { &cells[5] };
        assert!(agree(there, &row["share_percent"]), "{row:?}: {cells:?}");
    }
    let released = read("Work Styles.txt");
    let committed = records("onet_work_styles");
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        for (scale, here) in [("WI", "impact"), ("DR", "distinctiveness_rank")] {
            let cells = released.iter().find(|cells| {
                cells[0] == row["onet_code"] && cells[1] == row["element_id"] && &cells[3] == scale
            });
            assert!(agree(&cells.unwrap()[4], &row[here]), "{row:?}: {cells:?}");
        }
    }
    let released = read("Work Values.txt");
    let committed = records("onet_work_values");
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        for (name, here) in [("Achievement", "achievement"), ("Working Conditions", "working_conditions")] {
            let cells = released.iter().find(|cells| cells[0] == row["onet_code"] && &cells[2] == name);
            assert!(agree(&cells.unwrap()[4], &row[here]), "{row:?}: {cells:?}");
        }
    }
    let released = read("Technology Skills.txt");
    let committed = records("onet_technology");
    assert_eq!(released.len(), committed.len());
    for row in (0..TRACED).map(|_| chance.of(&committed)) {
        let cells =
            released.iter().find(|cells| cells[0] == row["onet_code"] && cells[1] == row["example"]).unwrap();
        let mark = |cell: &str| if cell == "Y" { "yes" } else { "no" };
        assert_eq!(
            [&cells[3], mark(&cells[4]), mark(&cells[5])],
            [&row["category"], row["hot"].as_str(), row["in_demand"].as_str()]
        );
    }
}
