//! The page of an occupation's pay: places, their order, a reader's own amount.

use crate::harness::{Response, TestApp};

const NURSES: &str = "/careers/registered-nurses/pay";

/// The rows of a table: name and cells.
fn rows(page: &Response, section: &str) -> Vec<String> {
    page.select(&format!("{section} tbody tr"))
}

fn row(page: &Response, section: &str, label: &str) -> String {
    let found = rows(page, section).into_iter().find(|text| text.starts_with(label));
    found.unwrap_or_else(|| panic!("no row {label} in {section}"))
}

#[test]
fn the_nation_stands_by_the_year_and_by_the_hour() {
    let site = TestApp::start();
    let page = site.get(NURSES);
    assert_eq!(page.status, 200);
    assert_eq!(page.select("h1"), ["Registered Nurses: pay"]);
    // OEWS May 2025, 29-1141: A_PCT10, H_PCT10, A_MEAN.
    assert!(row(&page, "#nation", "10th percentile").contains("$68,940"));
    assert!(row(&page, "#nation", "10th percentile").contains("$33.14"));
    assert!(row(&page, "#nation", "Mean").contains("$101,420"));
    assert_eq!(page.select("#nation svg[role=img]").len(), 1);
    let people = row(&page, "#people", "Women's median against men's");
    assert!(people.contains("79.8%, $383 a week less"), "{people}");
}

#[test]
fn a_change_is_judged_by_the_larger_standard_error() {
    let site = TestApp::start();
    let change = |slug: &str| row(&site.get(&format!("/careers/{slug}/pay")), "#change", "Change");
    // 98,430 and 101,420 with 0.2 percent each: the margin is 1.96 * 202.84.
    let nurses = change("registered-nurses");
    assert!(nurses.contains("$2,990 more (3.0%)"), "{nurses}");
    assert!(nurses.contains("more than the margin of error, $398"), "{nurses}");
    assert!(change("legislators").contains("Not known"), "{}", change("legislators"));
    let text = site.get(NURSES).select("#change").concat();
    assert!(text.contains("share most of their sample") && text.contains("Mean, May 2024"), "{text}");
}

#[test]
fn every_place_stands_in_the_order_that_is_asked_for() {
    let site = TestApp::start();
    let first = |query: &str, section: &str| {
        let page = site.get(&format!("{NURSES}{query}"));
        assert_eq!(page.status, 200);
        rows(&page, section).first().cloned().unwrap_or_default()
    };
    assert!(first("", "#places > table").starts_with("California"), "{}", first("", "#places > table"));
    assert!(first("?sort=name", "#places > table").starts_with("Alabama"));
    assert!(first("?sort=name&order=desc", "#places > table").starts_with("Wyoming"));
    assert!(first("?sort=jobs", "#places > table").starts_with("California"));
    assert!(first("?sort=concentration&order=desc", "#places > table").starts_with("West Virginia"));
    // Jobs of metropolitan areas are not known.
    assert_eq!(first("?sort=jobs", "#metropolitan"), first("?sort=name", "#metropolitan"));
    let page = site.get(&format!("{NURSES}?sort=pay&order=asc"));
    assert_eq!(page.select_attribute("#places > table th[aria-sort]", "aria-sort"), ["ascending"]);
    assert_eq!(page.select("#places > .so [aria-current]"), ["pay, lowest first"]);
    // OEWS May 2025, 53, 29-1141; the minimum wage of Washington is 17.13.
    let washington = row(&page, "#places > table", "Washington");
    for figure in
        ["$89,630", "$103,100", "$124,200", "$134,240", "$161,910", "69,260", "19.506", "0.9", "3.5"]
    {
        assert!(washington.contains(figure), "{figure}: {washington}");
    }
    let wrong = site.get(&format!("{NURSES}?sort=luck&order=up"));
    assert_eq!(wrong.status, 200);
    assert!(wrong.select("#sort-problem").concat().contains("cannot be ordered so"));
}

#[test]
fn tiles_lead_to_the_rows_of_states() {
    let site = TestApp::start();
    let page = site.get(NURSES);
    let links = page.select_attribute(".tl a", "href");
    let ids = page.select_attribute("#places tr[id]", "id");
    assert!(links.len() > 50, "{}", links.len());
    assert!(links.iter().all(|link| ids.contains(&link.replace('#', ""))), "{links:?}");
    assert!(
        page.select_attribute(".tl a", "aria-label").contains(&"WA 124k: Washington, $124,200".to_owned())
    );
    let legend = page.select(".lg li");
    assert_eq!(
        (legend.len(), legend.last().map(String::as_str)),
        (6, Some("not published")),
        "Guam's is not released"
    );
}

#[test]
fn a_chosen_place_stands_first_and_is_marked() {
    let site = TestApp::start();
    let page = site.get(&format!("{NURSES}?in=washington"));
    assert_eq!(page.select("#here h2"), ["Pay in Washington"]);
    assert!(row(&page, "#here", "Median").contains("$124,200"));
    assert!(row(&page, "#here", "At the nation's average prices").contains("price parity of Washington"));
    let minimum = row(&page, "#here", "Against the minimum wage");
    assert!(minimum.contains("3.5 times the minimum wage of WA, $17.13"), "{minimum}");
    assert!(minimum.contains("$43.09 an hour of 2,080, is not below it"), "{minimum}");
    assert!(page.select("#places > table tr.on").concat().starts_with("Washington chosen"));
    assert!(rows(&page, "#places > table").first().unwrap().starts_with("Washington"));
    assert!(page.select_attribute("form.in a", "href").contains(&NURSES.to_owned()));
    let outside = site.get(&format!("{NURSES}?in=northwest-alabama"));
    assert_eq!(outside.select("details[open] summary").len(), 1);
    assert!(
        row(&outside, "#here", "At the nation's average prices")
            .contains("price parity of Alabama, which stands in")
    );
    assert!(
        outside.select_attribute(".so a", "href").iter().all(|href| href.contains("in=northwest-alabama"))
    );
    // The same page, whatever the place is called; and its address stays the career's.
    assert!(page.select_attribute("link[rel=canonical]", "href").concat().ends_with(NURSES));
    assert!(page.select("meta[name=robots]").is_empty());
}

#[test]
fn a_text_that_is_no_single_place_is_answered_at_the_field() {
    let site = TestApp::start();
    let several = site.get(&format!("{NURSES}?in=north&sort=jobs"));
    assert_eq!(several.status, 200);
    assert!(several.select("#in-problem").concat().contains("“north” fits several places"));
    let near = several.select_attribute("#in-problem a", "href");
    assert!(near.contains(&format!("{NURSES}?sort=jobs&in=nc")), "{near:?}");
    assert_eq!(several.select_attribute("#in", "value"), ["north"]);
    let none = site.get(&format!("{NURSES}?in=%3Cscript%3E%00zz"));
    assert!(none.select("#in-problem").concat().contains("There is no place called “<script>zz”"));
    let long = site.get(&format!("{NURSES}?in={}", "a-".repeat(5000)));
    assert_eq!(long.status, 200);
    assert!(long.select("#in-problem").concat().len() < 300);
}

#[test]
fn my_pay_stands_between_two_percentiles() {
    let site = TestApp::start();
    let answer = |query: &str| site.get(&format!("{NURSES}?{query}")).select("#mine .an").concat();
    assert!(answer("amount=%2480%2C000&unit=year").contains(
        "$80,000 a year is between the 10th percentile ($68,940) and the 25th percentile ($80,330)"
    ));
    assert!(
        answer("amount=200000&unit=year&area=wa")
            .contains("above the 90th percentile ($161,910) in Washington")
    );
    let hour = answer("amount=60&unit=hour&area=wa");
    assert!(hour.contains("between the median ($124,200) and the 75th percentile"), "{hour}");
    assert!(
        hour.contains("$60.00 an hour counts as $124,800 a year: the survey's year has 2,080 hours"),
        "{hour}"
    );
    // The place of the page is the area, until another is chosen.
    let page = site.get(&format!("{NURSES}?in=wa"));
    assert_eq!(page.select("#area option[selected]"), ["Washington"]);
    assert_eq!(page.select_attribute("#mine input[type=hidden]", "value"), ["wa"]);
}

#[test]
fn bad_values_are_answered_at_their_fields_and_the_rest_is_kept() {
    let site = TestApp::start();
    let page = site.get(&format!("{NURSES}?amount=much&unit=hour&area=wa&in=wa"));
    assert_eq!(page.status, 200);
    assert!(page.select("#amount-problem").concat().contains("Write the pay as a number"));
    assert_eq!(page.select_attribute("#amount", "value"), ["much"]);
    assert_eq!(page.select("#unit option[selected]"), ["an hour"]);
    assert_eq!(page.select("#area option[selected]"), ["Washington"]);
    assert!(page.select("#mine .an").is_empty());
    let problem = |query: &str, id: &str| {
        let page = site.get(&format!("{NURSES}?{query}"));
        assert_eq!(page.status, 200, "{query}");
        page.select(id).concat()
    };
    assert!(problem("amount=-5&unit=year", "#amount-problem").contains("more than zero"));
    assert!(problem("amount=90000&unit=hour", "#amount-problem").contains("Is the unit right?"));
    assert!(problem("amount=9&unit=week", "#unit-problem").contains("by the hour or by the year"));
    assert!(problem("amount=9&unit=hour&area=narnia", "#area-problem").contains("Choose another area"));
    let long = format!("amount={}&unit=%00&area=%ff", "9".repeat(10_000));
    assert!(problem(&long, "#amount-problem").contains("Write the pay as a number"));
    assert_eq!(site.get(&format!("{NURSES}?amount=1&amount=2")).status, 400);
}

#[test]
fn work_paid_by_one_unit_only_says_so() {
    let site = TestApp::start();
    let actors = site.get("/careers/actors/pay");
    assert!(actors.select("main > .note").concat().contains("by the hour only"));
    assert!(row(&actors, "#nation", "Median").contains("Published by the hour only"));
    assert!(row(&actors, "#places > table", "California").contains('.'), "dollars and cents");
    let year = site.get("/careers/actors/pay?amount=50000&unit=year");
    assert!(year.select("#unit-problem").concat().contains("give an hour's pay"));
    let hour = site.get("/careers/actors/pay?amount=20&unit=hour");
    assert!(hour.select("#mine .an").concat().starts_with("$20.00 an hour is "));
    let teachers = "/careers/elementary-school-teachers-except-special-education/pay";
    let page = site.get(teachers);
    assert!(page.select("main > .note").concat().contains("by the year only"));
    assert!(!page.select("#places > table thead").concat().contains("minimum wage"));
    let hour = site.get(&format!("{teachers}?amount=30&unit=hour"));
    assert!(hour.select("#unit-problem").concat().contains("give a year's pay"));
}

#[test]
fn an_occupation_that_is_not_surveyed_says_why() {
    let site = TestApp::start();
    let page = site.get("/careers/legislators/pay");
    assert_eq!(page.status, 200);
    assert!(row(&page, "#nation", "Median").contains("Not in this wage survey"));
    assert!(page.select("#places").concat().contains("No state publishes pay for this occupation"));
    let here = site.get("/careers/legislators/pay?in=wa");
    assert!(row(&here, "#here", "Pay").contains("No pay of this occupation is published here"));
    let asked = site.get("/careers/legislators/pay?amount=50000&unit=year");
    assert!(asked.select("#mine .an").concat().contains("cannot be said"));
    for cell in page.select("main td") {
        assert!(!matches!(cell.as_str(), "" | "-" | "–" | "—" | "n/a"), "{cell}");
    }
}

#[test]
fn a_title_shows_its_occupations_pay_and_is_not_listed() {
    let site = TestApp::start();
    let page = site.get("/careers/medical-director/pay");
    assert_eq!(page.status, 200);
    assert!(
        page.select("p.code")
            .concat()
            .contains("The figures are those of its occupation: Medical and Health")
    );
    assert_eq!(page.select_attribute("meta[name=robots]", "content"), ["noindex"]);
    let canonical = page.select_attribute("link[rel=canonical]", "href").concat();
    assert!(canonical.ends_with("/careers/medical-and-health-services-managers/pay"), "{canonical}");
    let moved = |path: &str| {
        let answer = site.get(path);
        assert_eq!(answer.status, 308, "{path}");
        answer.header("location").unwrap().to_owned()
    };
    assert_eq!(moved("/careers/registered-nurse/pay?in=wa"), "/careers/registered-nurses/pay?in=wa");
    assert_eq!(moved("/careers/teacher/pay"), "/careers/teacher");
    let none = site.get("/careers/nurze-zz/pay");
    assert_eq!(none.status, 404);
    assert!(
        site.get("/careers/registered-nurses")
            .select_attribute("main a", "href")
            .contains(&NURSES.to_owned())
    );
}

#[test]
fn the_whole_page_is_light() {
    let site = TestApp::builder().full().start();
    for slug in ["registered-nurses", "general-and-operations-managers", "cashiers"] {
        let bytes = site.get(&format!("/careers/{slug}/pay")).text().len();
        assert!(bytes < 150_000, "{slug}: {bytes} bytes");
    }
}
