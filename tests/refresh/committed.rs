//! The tables that are committed: the figures that they must show, and that the releases give exactly them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use career_atlas::releases::refresh;
use rstest::rstest;

use super::{files, line, table};

/// A row by its columns.
pub type Record = HashMap<String, String>;

/// The rows of a committed table.
pub fn records(name: &str) -> Vec<Record> {
    let reader = csv::Reader::from_path(committed().join(format!("{name}.csv"))).unwrap();
    reader.into_deserialize().map(Result::unwrap).collect()
}

/// The folder of the releases; without one, what is not looked at.
pub fn releases(without: &str) -> Option<PathBuf> {
    let from = std::env::var_os("CAREER_ATLAS_RELEASES").map(PathBuf::from);
    if from.is_none() {
        eprintln!("NOT RUN: CAREER_ATLAS_RELEASES is not set, so {without}");
    }
    from
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

#[rstest]
#[case("oews_national", "29-1141", &[("employment", "3379720"), ("wage_annual_median_usd", "97550")])]
#[case("oews_national", "15-1252", &[("employment", "1687890"), ("wage_annual_median_usd", "135980")])]
#[case("projections", "29-1141", &[("employment_change_percent", "4.9"), ("openings_annual_thousands", "189.1")])]
#[case("attainment", "29-1141", &[("bachelors_percent", "54.4"), ("inherited", "false")])]
#[case("companies", "Delta Air Lines", &[("employees", "103000"), ("revenue_millions_usd", "58048")])]
#[case("company_worker_pay", "WMT", &[("median_worker_pay_usd", "27642"), ("pay_ratio", "976")])]
#[case("cps", "3255", &[
    ("women_percent", "87.3"),
    ("median_age_years", "42.3"),
    ("earnings_weekly_men_median_usd", "1900"),
    ("earnings_weekly_women_median_usd", "1517"),
])]
fn known_figures_are_in_the_committed_data(
    #[case] name: &str,
    #[case] key: &str,
    #[case] figures: &[(&str, &str)],
) {
    let heading = table(&committed(), name).lines().next().unwrap().to_owned();
    let line = line(&committed(), name, key);
    for (column, figure) in figures {
        let position = heading.split(',').position(|heading| heading == *column).unwrap();
        assert_eq!(line.split(',').nth(position), Some(*figure), "{name}, {column}");
    }
}

/// The list of Census codes has 51-919X and 51-91XX; what it names below them says that 51-9199 is in the shorter.
#[test]
fn what_a_census_code_names_counts_over_its_prefix() {
    for line_of in ["8990,51-9199", "8990,51-9141", "8865,51-9193"] {
        assert_eq!(line(&committed(), "census_crosswalk", line_of), format!("{line_of},true"));
    }
}

/// The values of a column of a committed table.
fn column(name: &str, column: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_path(committed().join(format!("{name}.csv"))).unwrap();
    let position = reader.headers().unwrap().iter().position(|heading| heading == column).unwrap();
    reader.records().map(|record| record.unwrap()[position].to_owned()).collect()
}

#[test]
fn every_occupation_has_its_figures_in_the_committed_data() {
    let occupations = column("occupations", "soc_code");
    assert_eq!(occupations.len(), 832);
    for name in [
        "census_crosswalk",
        "onet_crosswalk",
        "entry_requirements",
        "attainment",
        "projections",
        "projections_skills",
        "titles",
    ] {
        let codes: HashSet<String> = column(name, "soc_code").into_iter().collect();
        let lacking: Vec<&String> = occupations.iter().filter(|code| !codes.contains(*code)).collect();
        assert!(lacking.is_empty(), "{name} lacks {lacking:?}");
    }
    // Two occupations are not in the wage survey of May 2025.
    let surveyed = column("oews_national", "soc_code");
    let lacking: Vec<&String> = occupations.iter().filter(|code| !surveyed.contains(code)).collect();
    assert_eq!(lacking, ["11-1031", "45-3031"]);
    assert_eq!(
        column("attainment", "inherited").iter().filter(|inherited| *inherited == "true").count(),
        459
    );
    assert_eq!(column("cps", "census_code").len(), 566);
    assert_eq!(column("soc_groups", "soc_code").len(), 1447);
    let majors: Vec<String> = records("soc_groups")
        .into_iter()
        .filter(|group| group["level"] == "major" && group["soc_code"] != "55-0000")
        .map(|group| group["soc_code"].clone())
        .collect();
    assert_eq!(column("cps_groups", "soc_code"), majors);
    // Tables 11, 11b and 39, “Education, training, and library occupations”: the one with another name.
    let groups = records("cps_groups");
    let education = groups.iter().find(|group| group["soc_code"] == "25-0000").unwrap();
    assert_eq!(education["title"], "Education, training, and library occupations");
    assert_eq!(
        ["employed_thousands", "women_percent", "median_age_years", "earnings_weekly_women_median_usd"]
            .map(|column| education[column].as_str()),
        ["9452", "74.4", "43.1", "1172"]
    );
}

#[test]
fn the_releases_reproduce_the_committed_data() {
    let Some(from) = std::env::var_os("CAREER_ATLAS_RELEASES").map(PathBuf::from) else {
        eprintln!("NOT RUN: CAREER_ATLAS_RELEASES is not set, so data/ is not compared with the releases");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    refresh(&from, &data, &mut |_, _| ()).unwrap();
    let made = files(&data);
    assert!(made.contains_key("oews_national.csv"));
    for (name, bytes) in &made {
        let committed = fs::read(committed().join(name)).unwrap_or_default();
        assert!(&committed == bytes, "data/{name} is not what the releases give");
        assert!(bytes.len() < 10_000_000, "{name} is too large");
    }
    let ours = [
        "titles_added.csv",
        "title_figures.csv",
        "titles_without_text.csv",
        "activities.csv",
        "element_words.csv",
        "interest_activities.csv",
        "featured.csv",
        "ranks.csv",
        "search_words.csv",
        "soc_2010.csv",
        "nscg_groups.csv",
        "company_aliases.csv",
        "company_industries.csv",
        "company_tickers.csv",
    ];
    let tables =
        fs::read_dir(committed()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = tables
        .filter(|name| {
            Path::new(name).extension().is_some_and(|ending| ending == "csv")
                && !made.contains_key(name)
                && !ours.contains(&name.as_str())
        })
        .collect();
    assert!(left.is_empty(), "no release gives {left:?}");
}
