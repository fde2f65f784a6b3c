//! Figures of the project's dataset as a visitor reads them, against the releases' own cells.

mod pay;
mod profile;

use crate::harness::{Response, TestApp};

fn row(page: &Response, section: &str, label: &str) -> String {
    page.select(&format!("#{section} tbody tr"))
        .into_iter()
        .find(|text| text.starts_with(label))
        .unwrap_or_else(|| panic!("no row {label} in {section}"))
}

#[test]
fn registered_nurses_are_as_released() {
    let site = TestApp::builder().full().start();
    let page = site.get("/careers/registered-nurses");
    assert_eq!(page.status, 200);
    for (section, label, figure) in [
        // OEWS May 2025, 29-1141: TOT_EMP, A_MEDIAN, A_MEAN, A_PCT10 and A_PCT90.
        ("overview", "Number of jobs", "3,379,720"),
        ("overview", "Yearly salary", "$97,550"),
        ("salary", "Average salary", "$101,420"),
        ("salary", "Salary range", "$68,940 to $137,470"),
        // Employment Projections 2024-34, table 1.2.
        ("overview", "Growth rate", "4.9%"),
        ("overview", "Openings a year", "189,100"),
        // Table 5.3.
        ("overview", "Most common degree", "Bachelor's degree, 54.4%"),
        // CPS 2025, tables 11, 11b and 39.
        ("demographics", "Gender ratio", "87.3% women"),
        ("demographics", "Average age", "42.3"),
        ("demographics", "Weekly earnings", "Women: $1,517Men: $1,900"),
        // ACS person records 2024, OCCP 3255, civilians: 29,873 records, 20,189 of them with a field of degree.
        ("education", "Most common major", "Nursing, 70.6%"),
        ("demographics", "Works from home", "7.8%"),
        ("demographics", "Usual hours", "37.3"),
    ] {
        let text = row(&page, section, label);
        assert!(text.contains(figure), "{label}: {text}");
    }
}

#[test]
fn software_developers_are_as_released() {
    let site = TestApp::builder().full().start();
    let page = site.get("/careers/software-developers");
    assert!(row(&page, "overview", "Number of jobs").contains("1,687,890"));
    assert!(row(&page, "overview", "Yearly salary").contains("$135,980"));
}

#[test]
fn a_career_without_figures_in_either_survey_says_why() {
    let site = TestApp::builder().full().start();
    let page = site.get("/careers/funeral-home-managers");
    for label in ["Average age", "Gender ratio", "Race ratio"] {
        let text = row(&page, "demographics", label);
        assert!(text.contains("Too few answers: under 50,000 people"), "{text}");
        let larger = "Larger survey, without California and Texas: the public records have no code for it";
        assert!(text.contains(larger), "{text}");
    }
    let home = row(&page, "demographics", "Works from home");
    assert!(home.contains("The public records have no code for it"), "{home}");
    let major = row(&page, "education", "Most common major");
    assert!(major.contains("The public records have no code for it"), "{major}");
}
