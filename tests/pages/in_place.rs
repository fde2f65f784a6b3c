//! `?in=` on careers and comparisons: the place's pay, kept while moving on.

use super::row;
use crate::harness::TestApp;

#[test]
fn a_career_shows_its_pay_in_the_place() {
    let site = TestApp::start();
    let page = site.get("/careers/registered-nurses?in=wa");
    assert_eq!(page.status, 200);
    assert_eq!(page.select("#here h2"), ["Pay in Washington"]);
    // data/oews_states.csv, 53 and 29-1141.
    assert!(row(&page, "here", "Median")[0].starts_with("$124,200"), "{:?}", row(&page, "here", "Median"));
    // The nation's figures stay the nation's.
    assert!(row(&page, "overview", "Yearly salary")[0].starts_with("$97,550"));
    let links = page.select_attribute("a", "href");
    assert!(links.contains(&"/careers/registered-nurses/pay?in=wa".to_owned()), "{links:?}");
    assert!(links.contains(&"/places/wa".to_owned()));
    assert_eq!(page.select_attribute("form.add input[type=hidden][name=in]", "value"), ["wa"]);
}

#[test]
fn a_comparison_sets_pay_in_the_place_side_by_side() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers?in=wa");
    let median = row(&page, "here", "Median");
    assert!(median[0].starts_with("$124,200") && median[1].starts_with('$'), "{median:?}");
    assert!(median[2].contains("more") || median[2].contains("less"), "{median:?}");
    let links = page.select_attribute("a", "href");
    assert!(
        links.contains(&"/compare/software-developers-vs-registered-nurses?in=wa".to_owned()),
        "{links:?}"
    );
    assert!(links.contains(&"/careers/registered-nurses?in=wa".to_owned()));
    assert!(page.select_attribute("link[rel=canonical]", "href")[0].ends_with("-vs-software-developers"));
}

#[test]
fn another_spelling_keeps_the_place() {
    let site = TestApp::start();
    for (from, to) in [
        ("/careers/registered-nurse?in=wa", "/careers/registered-nurses?in=wa"),
        (
            "/compare/registered-nurse-vs-software-developers?in=wa",
            "/compare/registered-nurses-vs-software-developers?in=wa",
        ),
        (
            "/compare?a=registered-nurses&b=software-developers&in=wa",
            "/compare/registered-nurses-vs-software-developers?in=wa",
        ),
    ] {
        let answer = site.get(from);
        assert_eq!(answer.status, 308, "{from}");
        assert_eq!(answer.header("location"), Some(to));
    }
}

#[test]
fn a_text_that_is_no_place_is_said_and_loses_nothing() {
    let site = TestApp::start();
    for path in ["/careers/registered-nurses", "/compare/registered-nurses-vs-software-developers"] {
        let page = site.get(&format!("{path}?in=narnia"));
        assert_eq!(page.status, 200);
        assert!(page.select(".problem").concat().contains("There is no place called “narnia”"));
        assert!(page.select("#here").is_empty());
        let hostile = site.get(&format!("{path}?in=%00%27%3B%3Cscript%3E{}", "x".repeat(300)));
        assert_eq!(hostile.status, 200);
        assert!(!hostile.text().contains("<script>"));
    }
}
