//! The directory of companies and a company's page.

use std::collections::HashSet;

use career_atlas::dataset;

use crate::harness::{self, Response, TestApp};
use crate::refresh::committed::records;

/// The text of a fact, by its label.
fn fact(page: &Response, label: &str) -> String {
    let labels = page.select("#facts tbody th");
    let place = labels.iter().position(|text| text.starts_with(label)).unwrap_or_else(|| {
        panic!("no fact “{label}”, only {labels:?}");
    });
    page.select("#facts tbody td").swap_remove(place)
}

/// Eighteen of the list, and thirteen employers that are in no list.
const COMPANIES: usize = 31;

fn names(page: &Response) -> Vec<String> {
    page.select(".car tbody th a")
}

#[test]
fn the_directory_lists_companies_the_largest_first() {
    let site = TestApp::start();
    let page = site.get("/companies");
    assert_eq!(page.status, 200);
    let listed = names(&page);
    assert_eq!(listed.len(), COMPANIES);
    assert_eq!(listed.first().map(String::as_str), Some("Walmart"));
    // Those whose people nobody counts follow, by filings.
    assert_eq!(listed[18..20], ["Ernst & Young U.S. LLP", "Tata Consultancy Services Limited"]);
    assert_eq!(
        page.select(".said"),
        [
            "All 31 companies, by employees, highest first. Those whose number is not known follow, by filings."
        ]
    );
    let by_name = names(&site.get("/companies?sort=name"));
    assert_eq!(by_name[..2], ["10bits LLC", "3M"]);
    assert_eq!(page.select_attribute("header nav [aria-current]", "href"), ["/companies"]);
    // Rows, not ranks.
    assert!(!page.select(".car").concat().to_lowercase().contains("rank"));
    assert_eq!(page.select_attribute(".car thead th a.src", "href").len(), 6);
    let unreported = page.select(".car td[colspan]");
    assert_eq!(unreported.len(), COMPANIES - 18);
}

#[test]
fn it_is_filtered_sorted_and_the_address_keeps_it() {
    let site = TestApp::start();
    let page = site.get("/companies?sort=revenue&sector=44-45&kind=public&x=1");
    assert_eq!(names(&page), ["Walmart", "Amazon", "Target"]);
    assert_eq!(page.select(".said"), ["3 of 31 companies, by revenue, highest first. Clear all filters"]);
    let canonical = page.select_attribute("link[rel=canonical]", "href").concat();
    assert!(canonical.ends_with("/companies?sector=44-45&kind=public&sort=revenue"), "{canonical}");
    let removals = page.select_attribute("nav[aria-label^=Filters] a", "href");
    assert_eq!(removals, ["/companies?kind=public&sort=revenue", "/companies?sector=44-45&sort=revenue"]);
    assert_eq!(names(&site.get("/companies?q=airl")), ["United Airlines Holdings"]);
    assert_eq!(names(&site.get("/companies?q=googl")), ["Alphabet"]);
    assert_eq!(names(&site.get("/companies?q=est%C3%A9e")), ["Estée Lauder"]);
    assert_eq!(names(&site.get("/companies?size=under-1000")), ["VICI Properties"]);
    assert_eq!(names(&site.get("/companies?letter=0-9")), ["3M", "10bits LLC"]);
    // A loss is lowest, what is missing last.
    let profits = site.get("/companies?sort=profit&order=asc");
    assert_eq!(names(&profits).first().map(String::as_str), Some("3M"));
    assert_eq!(names(&profits).last().map(String::as_str), Some("Talen Energy"));
    assert!(profits.select(".car tbody td")[2].starts_with("a loss of $"));
}

#[test]
fn it_is_narrowed_by_the_career_that_companies_file_for() {
    let site = TestApp::start();
    let page = site.get("/companies?career=Registered+Nurse");
    assert_eq!(page.select("h1"), ["Companies that seek people for Registered Nurses"]);
    let found = names(&page);
    assert!(found.contains(&"Flint Healthcare Inc".to_owned()), "{found:?}");
    assert!(found.len() < COMPANIES && !found.contains(&"Walmart".to_owned()), "{found:?}");
    let removals = page.select_attribute("nav[aria-label^=Filters] a", "href");
    assert_eq!(removals, ["/companies"]);
    let canonical = page.select_attribute("link[rel=canonical]", "href").concat();
    assert!(canonical.ends_with("/companies?career=registered-nurses"), "{canonical}");
    // A name of several occupations is never silently one of them.
    let shared = site.get("/companies?career=nurze");
    assert!(shared.select(".problem").concat().contains("There is no career called “nurze”."));
    assert_eq!(names(&shared).len(), COMPANIES);
    let here = names(&site.get("/companies?work=nj&kind=unlisted"));
    assert!(here.contains(&"Saint Peter's University Hospital Inc".to_owned()), "{here:?}");
}

#[test]
fn an_employer_has_what_it_files_for() {
    let site = TestApp::start();
    let page = site.get("/companies/tata-consultancy-services");
    assert_eq!(page.status, 200);
    assert!(page.select(".lede").concat().contains("It is not in the list of large companies"));
    assert!(fact(&page, "Filings").starts_with("38,583, fiscal 2022 to 2025"));
    assert!(fact(&page, "Offers over prevailing wage").contains(", fiscal 2024"));
    let rows = page.select("#careers tbody tr");
    assert!(rows[0].starts_with("Software Developers") && rows[0].contains("12 percent less"), "{rows:?}");
    assert!(page.select("#careers").concat().contains("a filing is not always a hire"));
    assert_eq!(page.select_attribute("#careers tbody th a", "href"), ["/careers/software-developers"]);
    // Two legal forms of one name are two until somebody has looked.
    assert_eq!(site.get("/companies/barclays-services").select("h1"), ["Barclays Services Corp."]);
    assert_eq!(site.get("/companies/barclays-services-llc").select("h1"), ["Barclays Services LLC"]);
    // A career names those that file most for it.
    let nurses = site.get("/careers/registered-nurses");
    let companies = nurses.select("#companies li");
    assert!(companies.iter().any(|company| company.starts_with("Flint Healthcare Inc")), "{companies:?}");
    assert!(site.get("/careers/registered-nurse").select("#companies").is_empty());
}

#[test]
fn a_choice_says_how_many_it_would_give() {
    let site = TestApp::start();
    let page = site.get("/companies?sector=44-45");
    let labels = page.select("fieldset label");
    assert!(labels.contains(&"California 0".to_owned()), "{labels:?}");
    assert!(labels.contains(&"Washington 1".to_owned()), "{labels:?}");
    // Another sector would give its own, whatever is chosen here.
    assert!(labels.contains(&"Transportation and Warehousing 2".to_owned()), "{labels:?}");
}

#[test]
fn what_cannot_be_read_is_said_beside_its_field() {
    let site = TestApp::start();
    let page = site.get("/companies?sector=99&sort=beauty&order=up&page=900&state=atlantis");
    assert_eq!(page.status, 200);
    let problems = page.select(".problem").join(" ");
    for says in ["“99” is none", "sorted by “beauty”", "only one page", "“atlantis” is none"] {
        assert!(problems.contains(says), "{problems}");
    }
    assert_eq!(page.select_attribute("meta[name=robots]", "content"), ["noindex"]);
    let nothing = site.get("/companies?q=walmart&state=ca");
    let ways = nothing.select_attribute(".loose a", "href");
    assert_eq!(ways, ["/companies?state=ca", "/companies?q=walmart"]);
    for query in
        ["q=%00%ff", "q=%27%3B+DROP+TABLE", "sector=&state=&page=&sort=", "=&&&", "page=18446744073709551616"]
    {
        assert_eq!(site.get(&format!("/companies?{query}")).status, 200, "{query}");
    }
}

#[test]
fn a_company_has_facts_with_their_source_and_year() {
    let site = TestApp::start();
    let page = site.get("/companies/walmart");
    assert_eq!(page.status, 200);
    assert_eq!(page.select("h1"), ["Walmart"]);
    assert!(fact(&page, "Industry").contains("Retail Trade"));
    assert!(fact(&page, "Headquarters").starts_with("Bentonville, Arkansas, fiscal 2023"));
    assert!(page.select_attribute("#facts a", "href").contains(&"/places/ar".to_owned()));
    assert!(fact(&page, "Employees").starts_with("2,100,000, fiscal 2023"));
    assert!(fact(&page, "Revenue").starts_with("$648.1"));
    assert!(fact(&page, "Profit").starts_with("$15.51 billion, fiscal 2023"));
    assert!(fact(&page, "Profit per employee").starts_with("$7,386, fiscal 2023"));
    let pay = fact(&page, "Median worker pay");
    assert!(pay.starts_with("$27,642, fiscal 2023") && pay.ends_with("paid 976 times as much"), "{pay}");
    assert!(fact(&page, "Shares").starts_with("Traded under WMT"));
    assert!(page.select("#sources").concat().contains("not what a job in the United States pays"));
    let website = page.select_attribute("#facts a[rel='nofollow noopener']", "href");
    assert_eq!(website, ["https://www.stock.walmart.com"]);
    assert!(page.select_attribute("#near a", "href").contains(&"/companies/target".to_owned()));
    let standing = page.select("#standing tbody td");
    assert!(standing[0].contains("the middle of 4 companies is 970,000"), "{standing:?}");
    assert!(standing[0].starts_with("Above the middle: 2,100,000"), "{standing:?}");
}

#[test]
fn what_is_missing_or_lost_is_said_in_words() {
    let site = TestApp::start();
    let lost = site.get("/companies/3m");
    assert!(fact(&lost, "Profit").starts_with("A loss of $"), "{}", fact(&lost, "Profit"));
    assert!(fact(&lost, "Profit").contains(" billion, fiscal 2023"));
    assert!(fact(&lost, "Profit per employee").starts_with("A loss of $"));
    let none = site.get("/companies/talen-energy");
    assert!(fact(&none, "Profit").starts_with("Not in the release at hand"));
    assert!(fact(&none, "Profit per employee").starts_with("It cannot be computed"));
    // The list gives it the ticker of Pfizer, whose pay must not stand here.
    let publix = site.get("/companies/publix-super-markets");
    assert!(fact(&publix, "Shares").starts_with("Not traded"));
    assert!(
        fact(&publix, "Median worker pay")
            .starts_with("A company whose shares are not traded need not publish it")
    );
    // The release has its ratio alone.
    let comcast = site.get("/companies/comcast");
    let pay = fact(&comcast, "Median worker pay");
    assert!(pay.starts_with("Not in the release") && pay.ends_with("398 times as much"), "{pay}");
    // Its pay stands under its other class of shares.
    assert!(fact(&site.get("/companies/alphabet"), "Median worker pay").starts_with("$304,930"));
    // Nobody else in its industry.
    let graham = site.get("/companies/graham-holdings");
    assert!(graham.select("#near").is_empty(), "nor in its sector");
}

#[test]
fn another_spelling_leads_to_the_page_and_an_unknown_one_to_near_names() {
    let site = TestApp::start();
    for (path, to) in [
        ("/companies/Walmart", "/companies/walmart"),
        ("/companies/wmt", "/companies/walmart"),
        ("/companies/delta-air-line", "/companies/delta-air-lines"),
        ("/companies/Est%C3%A9e%20Lauder", "/companies/estee-lauder"),
    ] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("location")), (308, Some(to)), "{path}");
    }
    let unknown = site.get("/companies/wallmart");
    assert_eq!(unknown.status, 404);
    assert!(unknown.select_attribute("main a", "href").contains(&"/companies/walmart".to_owned()));
}

#[test]
fn what_breaks_the_directory_is_refused_by_name() {
    for (file, old, new, says) in [
        (
            "company_industries.csv",
            "Chemicals,Chemicals,31-33",
            "Chemistry,Chemicals,31-33",
            "company_industries.csv has no “Chemicals” in “Chemicals”",
        ),
        ("companies.csv", "Minnesota", "Ontario", "“Ontario” is no state of areas.csv"),
        ("companies.csv", "\nTarget,", "\nBest,", "another company has the address best"),
        ("companies.csv", "\nTarget,", "\nWALMART,", "another company has the address walmart"),
        ("companies.csv", ",TGT,", ",WMT,", "a ticker has one company"),
        ("companies.csv", ",415000,", ",-415000,", "every company of the list has people and revenue"),
        (
            "company_tickers.csv",
            "GOOGL,GOOG,",
            "GOOGL,GOOGX,",
            "one that stands elsewhere under another is known there",
        ),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let data = harness::dataset(directory.path());
        let text = std::fs::read_to_string(data.join(file)).unwrap();
        assert!(text.contains(old), "{file}: {old}");
        std::fs::write(data.join(file), text.replacen(old, new, 1)).unwrap();
        let refused = dataset::publish(&data, None).unwrap_err().to_string();
        assert!(refused.contains(says), "{old}: {refused}");
    }
}

/// On the whole data, of which every ninth page is looked at here; that all of them answer is the crawl's part, that all have
/// a report or filings a rule of the dataset's.
#[test]
fn every_company_has_facts_with_a_source_and_a_year() {
    let site = TestApp::builder().full().start();
    let text = site.get("/sitemap.xml").text();
    let addresses: Vec<&str> = text
        .split("<loc>")
        .filter_map(|part| part.split("</loc>").next())
        .filter_map(|address| address.find("/companies/").map(|from| &address[from..]))
        .filter(|address| !address.starts_with("/companies/best") && *address != "/companies/compare")
        .collect();
    let filers = records("lca_filers").len();
    assert!(addresses.len() > filers && addresses.len() < filers + 1_000, "{}", addresses.len());
    for address in addresses.into_iter().step_by(9) {
        let page = site.get(address);
        assert_eq!(page.status, 200, "{address}");
        assert!(page.text().contains(", fiscal 20"), "{address}");
        let missing = page.select("#facts td i.no").len();
        let facts = page.select("#facts td").len();
        assert!(facts - missing >= 2, "{address}");
        assert_eq!(page.select("#facts td a.src").len(), facts, "{address}");
        let sources: HashSet<String> = page.select_attribute("#sources li", "id").into_iter().collect();
        for mark in page.select_attribute("main :is(td, caption) a.src", "href") {
            assert!(sources.contains(mark.trim_start_matches('#')), "{address}: {mark}");
        }
    }
}

/// Every number of the tables, as they were written, on the page of its company.
#[test]
fn the_pages_show_the_figures_of_the_tables() {
    let site = TestApp::builder().full().start();
    for row in records("companies").iter().step_by(37) {
        let found =
            site.get(&format!("/companies?q={}", row["company"].replace(' ', "+").replace('&', "%26")));
        let place = names(&found).iter().position(|name| *name == row["company"]).unwrap();
        let employees = found.select(".car tbody tr td:nth-child(2)")[place].replace(',', "");
        assert_eq!(employees, row["employees"], "{row:?}");
    }
}
