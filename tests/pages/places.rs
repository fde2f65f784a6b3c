//! Rows of pay in places, and of exposure to language models.

use super::row;
use crate::harness::TestApp;

#[test]
fn the_best_paid_places_stand_with_their_prices() {
    let site = TestApp::start();
    let page = site.get("/careers/registered-nurses");
    // Wage level 3 of 41940, 29-1141: 91.17 an hour. OEWS May 2025 and the price parities of 2023: California.
    let city = &row(&page, "salary", "Highest paying city")[0];
    assert!(city.starts_with("San Jose-Sunnyvale-Santa Clara, CA, $189,630"), "{city}");
    let state = &row(&page, "salary", "Highest paying state")[0];
    assert!(state.contains("Prices there: 12.6% above the national average"), "{state}");
    let none = &row(&site.get("/careers/legislators"), "salary", "Highest paying city")[0];
    assert!(none.starts_with("No metropolitan area has pay of its own"), "{none}");
}

#[test]
fn exposure_to_language_models_says_where_a_career_stands_among_others() {
    let site = TestApp::start();
    let exposure =
        |slug: &str, label: &str| row(&site.get(&format!("/careers/{slug}")), "ai", label)[0].clone();
    let nurses = exposure("registered-nurses", "Exposure to language models");
    assert!(nurses.starts_with("0.38, higher than in "), "{nurses}");
    assert!(exposure("registered-nurses", "Chatbot use for such work").starts_with("0.12, higher than in "));
    let buyers = exposure("buyers-and-purchasing-agents", "Exposure to language models");
    assert!(buyers.contains("from 3 occupations inside it"), "{buyers}");
}
