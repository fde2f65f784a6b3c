//! The ranking of companies, its form, and its file.

use std::collections::BTreeMap;

use crate::harness::{Response, TestApp};

type Row = BTreeMap<String, String>;

fn rows(file: &Response) -> Vec<Row> {
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    csv::Reader::from_reader(file.text().as_bytes()).into_deserialize().map(Result::unwrap).collect()
}

fn number(row: &Row, column: &str) -> Option<f64> {
    Some(row[column].as_str()).filter(|text| !text.is_empty()).map(|text| text.parse().unwrap())
}

/// The four measures as the file names them, with their usual weights as the page says them.
const MEASURES: [(&str, &str, f64); 4] = [
    ("offered_over_prevailing_median", "offered_over_prevailing_points", 40.0),
    ("worker_pay_over_sector_median", "worker_pay_points", 30.0),
    ("occupations_filed_for", "occupations_points", 10.0),
    ("profit_per_employee_less_sector_median_usd", "profit_points", 20.0),
];

/// On the whole data, by the rule as the page says it and without the program's code.
#[test]
fn anybody_can_recompute_the_ranking_from_its_file() {
    let site = TestApp::builder().full().start();
    let rows = rows(&site.get("/companies/best.csv"));
    assert!(rows.len() > 1_000);
    let page = site.get("/companies/best");
    let said = page.select(".said").concat();
    let thousands = format!("{},{:03} companies are ranked.", rows.len() / 1000, rows.len() % 1000);
    assert!(said.starts_with(&thousands), "{said}");
    let mut totals = Vec::new();
    for row in &rows {
        let mut sum = 0.0;
        for (figure, points, weight) in MEASURES {
            let own = number(row, figure);
            let all: Vec<f64> = rows.iter().filter_map(|other| number(other, figure)).collect();
            let computed = own.map(|own| {
                let count = |of: &dyn Fn(f64) -> bool| {
                    all.iter().filter(|other| of(**other)).map(|_| 1.0).sum::<f64>()
                };
                let (below, up_to) = (count(&|other| other < own), count(&|other| other <= own));
                100.0 * (below + (up_to - below) / 2.0) / count(&|_| true)
            });
            assert_eq!(computed.is_some(), number(row, points).is_some());
            if let (Some(computed), Some(written)) = (computed, number(row, points)) {
                assert!((computed - written).abs() < 1e-9, "{row:?}: {computed}");
            }
            sum += weight * computed.unwrap_or(50.0);
        }
        let needed = MEASURES.iter().take(3).filter(|(figure, _, _)| number(row, figure).is_some());
        assert!(needed.count() >= 2, "{row:?}");
        let total = (sum / 100.0 * 10.0).round() / 10.0;
        assert_eq!(number(row, "points"), Some(total), "{row:?}");
        assert_eq!(row["weights"], "40 30 10 20");
        totals.push(total);
    }
    for (place, row) in rows.iter().enumerate() {
        assert!(place == 0 || totals[place - 1] >= totals[place], "{row:?}");
        let rank = totals.iter().filter(|other| **other > totals[place]).count() + 1;
        assert_eq!(row["rank"], rank.to_string(), "{row:?}");
        assert_eq!(row["rank_of_all"], row["rank"]);
    }
    let first: Vec<&str> = rows.iter().take(50).map(|row| row["company"].as_str()).collect();
    assert_eq!(page.select(".bst tbody th a"), first);
}

#[test]
fn weights_change_the_order_and_stand_in_the_address() {
    let site = TestApp::start();
    let usual = site.get("/companies/best");
    assert_eq!(usual.status, 200);
    assert_eq!(usual.select_attribute("header nav [aria-current]", "href"), ["/companies/best"]);
    let names = |page: &Response| page.select(".bst tbody th a");
    let breadth = site.get("/companies/best?offer=0&pay=0&breadth=100&profit=0&x=1");
    assert_ne!(names(&usual), names(&breadth));
    let canonical = breadth.select_attribute("link[rel=canonical]", "href").concat();
    assert!(canonical.ends_with("/companies/best?offer=0&pay=0&breadth=100&profit=0"), "{canonical}");
    assert_eq!(breadth.select_attribute("meta[name=robots]", "content"), ["noindex"]);
    let typed = breadth.select_attribute(".wts fieldset:first-of-type input", "value");
    assert_eq!(typed, ["0", "0", "100", "0"]);
    // Ties are ties.
    let places = breadth.select(".bst tbody td:first-child");
    assert!(places.iter().any(|place| place.starts_with('=')), "{places:?}");
    // The file follows the address.
    let file = breadth.select_attribute(".said a[rel=nofollow]", "href").concat();
    assert_eq!(file, "/companies/best.csv?offer=0&pay=0&breadth=100&profit=0");
    let listed: Vec<String> = rows(&site.get(&file)).into_iter().map(|row| row["company"].clone()).collect();
    assert_eq!(listed, names(&breadth));
}

#[test]
fn a_weight_that_is_none_gives_the_form_back_with_the_reason() {
    let site = TestApp::start();
    for (query, says) in [
        ("offer=abc", "“abc” is no weight"),
        ("pay=-5", "“-5” is no weight"),
        ("breadth=1e3", "“1e3” is no weight"),
        ("profit=101", "“101” is no weight"),
        ("offer=0&pay=0&breadth=0&profit=0", "One weight at least has to be above 0."),
    ] {
        let page = site.get(&format!("/companies/best?{query}"));
        assert_eq!(page.status, 200, "{query}");
        assert!(page.select(".wts .problem").concat().contains(says), "{query}");
        assert!(page.select(".bst").is_empty(), "{query}: no ranking by weights that are none");
        assert!(page.select(".said").concat().starts_with("There is no ranking by these weights"), "{query}");
        assert_eq!(site.get(&format!("/companies/best.csv?{query}")).status, 400, "{query}");
    }
    // What was typed stands there again.
    let page = site.get("/companies/best?offer=abc&pay=7");
    let typed = page.select_attribute(".wts fieldset:first-of-type input", "value");
    assert_eq!(typed, ["abc", "7", "10", "20"]);
    for query in ["page=900", "sector=99", "work=atlantis", "list=x", "career=qqqq"] {
        let page = site.get(&format!("/companies/best?{query}"));
        assert_eq!((page.status, page.select(".problem").len()), (200, 1), "{query}");
    }
}

#[test]
fn a_ranking_says_what_it_is_and_is_no_review() {
    let site = TestApp::start();
    let page = site.get("/companies/best");
    let text = page.select("main").concat().to_lowercase();
    for word in ["rating", "review", "stars", "sponsored"] {
        assert!(!text.contains(word), "{word}");
    }
    assert!(!page.text().contains("AggregateRating"));
    for says in ["hours", "layoffs", "how people are treated", "only employers that sought foreign workers"] {
        assert!(text.contains(says), "{says}");
    }
    let coverage = page.select("#how dd");
    assert_eq!(coverage.len(), 4);
    assert!(coverage.iter().all(|measure| measure.contains("ranked companies have it.")), "{coverage:?}");
    // Those that are not ranked, each with the reason.
    let href = page.select_attribute(".said a", "href").remove(0);
    assert_eq!(href, "/companies/best?list=unranked");
    let unranked = site.get(&href).select(".unr li");
    assert!(!unranked.is_empty());
    assert!(unranked.iter().all(|company| company.contains("It has ")), "{unranked:?}");
}

#[test]
fn it_is_narrowed_by_industry_state_and_career() {
    let site = TestApp::start();
    let all = site.get("/companies/best").select(".bst tbody th a").len();
    for (query, heading) in [
        ("sector=51", "Best companies in Information"),
        ("work=wa", "Best companies in Washington"),
        ("career=registered-nurses", "Best companies for Registered Nurses"),
    ] {
        let page = site.get(&format!("/companies/best?{query}"));
        assert_eq!(page.select("h1"), [heading]);
        let found = page.select(".bst tbody th a").len();
        assert!(found > 0 && found < all, "{query}: {found} of {all}");
        // A place among those left, and among all.
        assert!(page.select(".bst tbody td:first-child")[0].contains("of all"), "{query}");
    }
    let company = site.get("/companies/tata-consultancy-services");
    assert!(company.select("#best").concat().contains("of 100 points by the usual weights"));
}
