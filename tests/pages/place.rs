//! Places: the list, its search, and a place's page.

use crate::harness::{Response, TestApp};

fn row(page: &Response, section: &str, label: &str) -> String {
    let found = page.select(&format!("{section} tbody tr")).into_iter().find(|text| text.starts_with(label));
    found.unwrap_or_else(|| panic!("no row {label} in {section}"))
}

#[test]
fn a_state_shows_its_prices_its_minimum_wage_and_its_careers() {
    let site = TestApp::start();
    let page = site.get("/places/dc");
    assert_eq!(page.status, 200);
    let minimum = row(&page, "#living", "Minimum wage");
    assert!(
        minimum.starts_with("Minimum wage of the state; cities and counties may ask for more$18.40 an hour"),
        "{minimum}"
    );
    assert!(minimum.contains("differ by $0.45: from $17.95 to $18.40"), "{minimum}");
    assert!(row(&page, "#living", "Prices").contains("above the national average"));
    assert!(row(&page, "#living", "All jobs").contains("Not in the release at hand"));
    let page = site.get("/places/wa");
    assert_eq!(page.select("h1"), ["Washington"]);
    assert!(!row(&page, "#living", "Minimum wage").contains("differ by"));
    // OEWS May 2025, 53: software developers have most jobs of the fifteen, 107,030.
    let largest = row(&page, "#largest", "Software Developers");
    assert!(largest.contains("$166,540") && largest.contains("107,030"), "{largest}");
    let links = page.select_attribute("#largest tbody a", "href");
    assert_eq!(links.first().map(String::as_str), Some("/careers/software-developers?in=wa"));
    assert_eq!(page.select("#largest figure .br a, #largest figure .am > a").len(), 10);
    let concentrated = page.select("#concentrated tbody tr");
    assert!(concentrated.first().unwrap().starts_with("Software Developers"), "{concentrated:?}");
    let areas = page.select_attribute("#areas a", "href");
    assert!(areas.contains(&"/places/eastern-washington".to_owned()), "{areas:?}");
}

#[test]
fn a_median_above_twice_the_nations_is_left_out() {
    let site = TestApp::start();
    for path in ["/places/wa", "/places/northwest-alabama"] {
        let page = site.get(path);
        assert_eq!(page.status, 200);
        assert!(page.select("#best-paid .why").concat().contains("at least 30 jobs"));
        assert!(page.select("#concentrated .why").concat().contains("at least 100 jobs"));
    }
    let outside = site.get("/places/northwest-alabama");
    assert!(row(&outside, "#living", "Prices").contains("the price parity is that of Alabama"));
    assert_eq!(outside.select_attribute("p.code a", "href"), ["/places/al"]);
}

#[test]
fn a_metropolitan_area_has_means_and_leads_to_its_states() {
    let site = TestApp::start();
    let page = site.get("/places/boston-cambridge-newton-ma-nh");
    assert_eq!(page.status, 200);
    let states = page.select_attribute("p.code a", "href");
    assert!(states.contains(&"/places/ma".to_owned()), "{states:?}");
    assert!(
        page.select("#best-paid .why").concat().contains("above twice the nation's of May 2024 is not shown")
    );
    assert!(page.select("#largest").is_empty());
    let rows = page.select("#best-paid tbody tr");
    assert!(!rows.is_empty() && rows.len() <= 20);
    assert!(page.select("#best-paid caption").concat().contains("May 2024"));
}

#[test]
fn other_spellings_lead_to_the_place() {
    let site = TestApp::start();
    for (path, to) in [
        ("/places/washington", "/places/wa"),
        ("/places/WA", "/places/wa"),
        ("/places/Boston", "/places/boston-cambridge-newton-ma-nh"),
        ("/places?q=boston", "/places/boston-cambridge-newton-ma-nh"),
        ("/places?q=Washington", "/places/wa"),
    ] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("location")), (308, Some(to)), "{path}");
    }
    let none = site.get("/places/narnia");
    assert_eq!(none.status, 404);
    assert!(none.text().contains("There is no place called “narnia”"));
    assert_eq!(site.get("/places/%00%ff").status, 404);
}

#[test]
fn the_list_has_every_place_and_finds_by_name() {
    let site = TestApp::start();
    let page = site.get("/places");
    assert_eq!(page.status, 200);
    let links = page.select_attribute("main a", "href");
    for place in
        ["/places/wa", "/places/pr", "/places/northwest-alabama", "/places/boston-cambridge-newton-ma-nh"]
    {
        assert!(links.contains(&place.to_owned()), "{place}");
    }
    let found = site.get("/places?q=north");
    assert_eq!(found.select("main h2").first().map(String::as_str), Some("Places that fit “north”"));
    assert_eq!(found.select_attribute("meta[name=robots]", "content"), ["noindex"]);
    let none = site.get("/places?q=zzzz");
    assert!(none.select(".problem").concat().contains("no place called “zzzz”"));
    assert_eq!(site.get(&format!("/places?q={}", "%00a".repeat(5_000))).status, 200);
    assert_eq!(site.get("/places?q=a&q=b").status, 400);
}

#[test]
fn the_sitemap_lists_places_and_pay() {
    let site = TestApp::start();
    let sitemap = site.get("/sitemap.xml").text();
    for path in ["/places", "/places/wa", "/careers/actors/pay"] {
        assert!(sitemap.contains(&format!("{path}</loc>")), "{path}");
    }
    assert!(!sitemap.contains("/careers/medical-director/pay"));
}
