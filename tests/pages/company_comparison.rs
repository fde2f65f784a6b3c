//! Companies side by side, and the form that leads there.

use crate::harness::{Response, TestApp};

/// The cells of a row, by its label.
fn row(page: &Response, section: &str, label: &str) -> Vec<String> {
    let labels = page.select(&format!("#{section} tbody th[scope=row]"));
    let place = labels.iter().position(|text| text.starts_with(label)).unwrap_or_else(|| {
        panic!("no row “{label}”, only {labels:?}");
    });
    let cells = page.select(&format!("#{section} tbody td"));
    let width = cells.len() / labels.len();
    cells[place * width..(place + 1) * width].to_vec()
}

#[test]
fn two_companies_stand_side_by_side_with_differences() {
    let site = TestApp::start();
    let page = site.get("/companies/compare/walmart-vs-amazon");
    assert_eq!(page.status, 200);
    assert_eq!(page.select("h1"), ["Walmart vs Amazon"]);
    let employees = row(&page, "facts", "Employees");
    assert!(employees[0].starts_with("2,100,000, fiscal 2023"), "{employees:?}");
    assert!(employees[1].starts_with("1,525,000, fiscal 2023"), "{employees:?}");
    assert_eq!(employees[2], "27% fewer");
    let pay = row(&page, "facts", "Median worker pay");
    assert_eq!(pay[2], "$8,632 more (31%)");
    // What both offer for one career, and how often they file for it.
    let developers = row(&page, "offers", "Software Developers");
    assert!(developers[1].contains("$161,300") && developers[1].contains("41,003 filings"), "{developers:?}");
    assert!(page.select("#offers figcaption")[0].starts_with("Median offers by career"));
    assert!(row(&page, "best", "Place")[1].contains("of 100 points"));
    let sources = page.select_attribute("#sources li", "id");
    for mark in page.select_attribute("main td a.src", "href") {
        assert!(sources.contains(&mark.trim_start_matches('#').to_owned()), "{mark}");
    }
    assert!(page.select_attribute("#link", "value")[0].ends_with("/companies/compare/walmart-vs-amazon"));
}

#[test]
fn both_orders_share_one_canonical_address_and_spellings_lead_to_it() {
    let site = TestApp::start();
    for path in ["walmart-vs-amazon", "amazon-vs-walmart"] {
        let page = site.get(&format!("/companies/compare/{path}"));
        let canonical = page.select_attribute("link[rel=canonical]", "href").concat();
        assert!(canonical.ends_with("/companies/compare/amazon-vs-walmart"), "{canonical}");
    }
    for (path, to) in [
        ("wmt-vs-Amazon", "walmart-vs-amazon"),
        ("delta-air-line-vs-3m", "delta-air-lines-vs-3m"),
        ("3m-vs-infosys-vs-WMT", "3m-vs-infosys-vs-walmart"),
    ] {
        let answer = site.get(&format!("/companies/compare/{path}"));
        let to = format!("/companies/compare/{to}");
        assert_eq!((answer.status, answer.header("location")), (308, Some(to.as_str())), "{path}");
    }
}

#[test]
fn what_one_does_not_have_is_said_in_words() {
    let site = TestApp::start();
    let page = site.get("/companies/compare/graham-holdings-vs-infosys-vs-3m-vs-flint-healthcare");
    assert_eq!(page.select("#facts thead th").len(), 5);
    let revenue = row(&page, "facts", "Revenue");
    assert!(revenue[1].contains("Not in the release"), "{revenue:?}");
    let filings = row(&page, "filings", "Filings");
    assert!(filings[0].contains("None found"), "{filings:?}");
    assert!(page.select("#filings tbody td i").len() >= 2);
    // Four fill the page: there is no field for a fifth.
    assert!(page.select("form.add").is_empty());
    // Nothing is in the list: no facts.
    let employers = site.get("/companies/compare/infosys-vs-tata-consultancy-services");
    assert!(employers.select("#facts").is_empty());
    assert!(employers.select("#offers .why").concat().contains("One career is filed for by all of them."));
}

#[test]
fn an_address_that_names_no_comparison_is_answered_with_ways_on() {
    let site = TestApp::start();
    for (path, status, says, href) in [
        ("walmart-vs-walmart", 400, "stands in this comparison twice", "/companies/compare?a=walmart"),
        ("walmart", 400, "needs two names", "/companies/compare?a=walmart"),
        ("walmart-vs-", 400, "One side of this comparison is empty", "/companies/compare?a=walmart"),
        ("a-vs-b-vs-c-vs-d-vs-e", 400, "four at most", "/companies/compare?a=a"),
        ("walmart-vs-targett", 404, "targett", "/companies/compare/walmart-vs-target"),
    ] {
        let page = site.get(&format!("/companies/compare/{path}"));
        assert_eq!(page.status, status, "{path}");
        assert!(page.select("main").concat().contains(says), "{path}");
        assert!(page.select_attribute("main a", "href").contains(&href.to_owned()), "{path}");
    }
}

#[test]
fn the_form_leads_to_the_comparison_or_says_what_is_wrong() {
    let site = TestApp::start();
    let answer = site.get("/companies/compare?a=WALMART&b=amzn&c=&d=");
    let to = "/companies/compare/walmart-vs-amazon";
    assert_eq!((answer.status, answer.header("location")), (308, Some(to)));
    let open = site.get("/companies/compare");
    assert_eq!(open.select_attribute(".pick input", "name"), ["a", "b", "c", "d"]);
    let pairs = open.select_attribute("main ul.cols a", "href");
    assert!(pairs.contains(&to.to_owned()), "the two largest of a sector: {pairs:?}");
    for (query, says) in [
        ("a=walmart", "Choose a second company"),
        ("a=walmart&b=wmt", "named twice"),
        ("a=walmart&b=targett", "There is no company called “targett” here. Did you mean Target"),
    ] {
        let page = site.get(&format!("/companies/compare?{query}"));
        assert_eq!(page.status, 200, "{query}");
        assert!(page.select(".problem").concat().contains(says), "{query}");
        assert_eq!(page.select_attribute(".pick input", "value")[0], "Walmart", "{query}");
    }
    // A company leads to the form with itself in it, and to its neighbors beside it.
    let company = site.get("/companies/walmart");
    assert_eq!(company.select_attribute("form.add input[type=hidden]", "value"), ["walmart"]);
    let beside = company.select_attribute("#near a", "href");
    assert!(beside.contains(&"/companies/compare/walmart-vs-target".to_owned()), "{beside:?}");
}
