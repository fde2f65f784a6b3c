//! The tree of professions: the list of major groups, the page of a group, and the way back up from a career.

use super::row;
use crate::harness::TestApp;

#[test]
fn the_major_groups_stand_with_their_figures() {
    let site = TestApp::start();
    let page = site.get("/professions");
    assert_eq!(page.status, 200);
    let names = page.select("#groups tbody th a");
    assert_eq!(names.len(), 11, "{names:?}");
    // OEWS May 2025, TOT_EMP of 53-0000: 13,677,150.
    assert_eq!(names[0], "Transportation and Material Moving Occupations");
    let cells = page.select("#groups tbody tr:first-child td");
    assert_eq!(cells, ["1", "13,677,150", "$44,350 a year", "4.1%"]);
    assert!(page.select("#groups tbody th p").iter().all(|text| text.len() > 40), "each is described");
    assert_eq!(page.select("#jobs .bg a").len(), 10, "a bar each but for the armed forces");
    let last = page.select("#groups tbody tr:last-child").concat();
    assert!(last.starts_with("Military Specific Occupations"), "{last}");
    assert!(last.contains("No figures: the surveys behind them count civilian work only"), "{last}");
    let marks = page.select_attribute("#groups a.src", "href");
    // Pay and jobs, growth: a release has the same number on every page.
    let nurses = site.get("/careers/registered-nurses");
    let number = |label| {
        nurses.select_attribute(&format!("#overview tr:nth-child({label}) td a.src"), "href").remove(0)
    };
    assert_eq!(marks, [number(1), number(3)]);
    assert_ne!(marks[0], marks[1]);
}

#[test]
fn the_list_is_sorted_by_plain_links() {
    let site = TestApp::start();
    let first = |path: &str| site.get(path).select("#groups tbody th a").first().cloned().unwrap();
    assert_eq!(first("/professions?sort=pay"), "Management Occupations");
    assert_eq!(first("/professions?sort=growth"), "Healthcare Support Occupations");
    assert_eq!(first("/professions?sort=name"), "Arts, Design, Entertainment, Sports, and Media Occupations");
    assert_eq!(first("/professions?sort=occupations"), "Management Occupations");
    let page = site.get("/professions?sort=pay");
    assert_eq!(page.select(".sort [aria-current]"), ["median pay"]);
    assert!(page.select_attribute("link[rel=canonical]", "href").concat().ends_with("/professions"));
    for href in page.select_attribute(".sort a", "href") {
        assert_eq!(site.get(href.split('#').next().unwrap()).status, 200, "{href}");
    }
}

#[test]
fn an_order_that_there_is_not_is_named_and_the_page_stands() {
    let site = TestApp::start();
    let long = "x".repeat(5_000);
    for path in ["/professions", "/professions/management-occupations"] {
        for (asked, named) in [("beauty", "“beauty”"), ("%01pay%0Aday", "“payday”"), (long.as_str(), "“xxx")]
        {
            let page = site.get(&format!("{path}?sort={asked}"));
            assert_eq!(page.status, 200, "{path} {asked}");
            let problem = page.select(".problem").concat();
            assert!(problem.contains(named) && problem.ends_with("The list stands by jobs."), "{problem}");
            assert!(!page.select("tbody tr").is_empty());
        }
        assert_eq!(site.get(&format!("{path}?sort=pay&sort=jobs")).status, 400);
    }
}

#[test]
fn a_group_shows_the_releases_own_figures() {
    let site = TestApp::start();
    let page = site.get("/professions/healthcare-practitioners-and-technical-occupations");
    assert_eq!(page.status, 200);
    assert_eq!(page.select("h1"), ["Healthcare Practitioners and Technical Occupations"]);
    assert_eq!(page.select(".crumbs a"), ["Professions"]);
    for (section, label, figure) in [
        // OEWS May 2025, 29-0000: TOT_EMP, A_MEDIAN, H_PCT90.
        ("overview", "Number of jobs", "9,823,860"),
        ("overview", "Number of jobs", "6.3% of all jobs"),
        ("overview", "Yearly salary", "$86,530"),
        ("pay", "90th percentile", "$171,790 a year"),
        ("pay", "90th percentile", "$82.59 an hour"),
        // Projections 2024 to 2034, table 1.2.
        ("overview", "Growth rate", "7.2%"),
        ("overview", "Growth rate", "all occupations together: 3.1%"),
        ("outlook", "Employed in ten years", "10,794,400"),
        ("outlook", "Change", "+726,900"),
        ("overview", "Openings a year", "634,900"),
        // CPS 2025, tables 11, 11b and 39.
        ("people", "Gender ratio", "75.3% women, 24.7% men"),
        ("people", "Average age", "42"),
        ("people", "Weekly earnings", "Women: $1,464"),
        ("people", "Weekly earnings", "Men: $1,840"),
    ] {
        let cells = row(&page, section, label);
        assert!(cells[0].contains(figure), "{label}: {cells:?}");
    }
    assert_eq!(page.select("#pay svg.r").len(), 1);
    let sources = page.select_attribute("#sources li", "id");
    for mark in page.select_attribute("main a.src", "href") {
        assert!(sources.contains(&mark.trim_start_matches('#').to_owned()), "{mark}");
    }
}

#[test]
fn what_is_inside_leads_down_and_a_smaller_group_leads_up() {
    let site = TestApp::start();
    let top = site.get("/professions/management-occupations");
    let inside = top.select_attribute("#inside tbody th a", "href");
    // A group with one occupation is that occupation.
    assert_eq!(inside, ["/careers/legislators", "/professions/other-management-occupations"]);
    let page = site.get("/professions/other-management-occupations");
    assert_eq!(page.select(".crumbs a"), ["Professions", "Management Occupations"]);
    assert!(page.select("#inside").is_empty(), "it holds occupations alone");
    let names = page.select("#occupations tbody th a");
    assert_eq!(
        names,
        [
            "Managers, All Other",
            "Medical and Health Services Managers",
            "Farmers, Ranchers, and Other Agricultural Managers"
        ]
    );
    let dots = page.select_attribute("#occupations svg.sc a", "href");
    assert_eq!(dots.len(), 3);
    assert!(
        page.select("svg.sc title")
            .contains(&"Medical and Health Services Managers: $123,860 a year, growth 23.2%".to_owned())
    );
    // The population survey has no row of a minor group.
    let people = row(&page, "people", "Women, age and earnings");
    assert!(people[0].starts_with("Not published for this group"), "{people:?}");
    assert_eq!(
        page.select_attribute("#people + .why a", "href"),
        ["/professions/management-occupations#people"]
    );
}

#[test]
fn a_missing_figure_of_a_group_says_why() {
    let site = TestApp::start();
    let teachers =
        site.get("/professions/preschool-elementary-middle-secondary-and-special-education-teachers");
    assert!(row(&teachers, "overview", "Hourly rate")[0].starts_with("Published by the year only"));
    assert!(row(&teachers, "pay", "Median")[0].contains("$63,250 a year"));
    let managers = site.get("/professions/management-occupations?sort=pay");
    let cells = managers.select("#occupations tbody tr:last-child").concat();
    assert!(cells.contains("Legislators") && cells.contains("Not in this wage survey"), "{cells}");
    for path in ["/professions", "/professions/management-occupations"] {
        for cell in site.get(path).select("tbody td") {
            assert!(!matches!(cell.as_str(), "" | "-" | "–" | "—" | "n/a"), "{path}: {cell}");
        }
    }
}

#[test]
fn the_armed_forces_have_a_page_that_says_why_it_has_no_figures() {
    let site = TestApp::start();
    let page = site.get("/professions/military-specific-occupations");
    assert_eq!(page.status, 200);
    assert!(page.select(".note").concat().contains("count civilian work only"));
    assert_eq!(page.select("#inside dt").len(), 3);
    assert!(page.select("table, #sources").is_empty());
    let inside = site.get("/professions/first-line-enlisted-military-supervisors");
    assert_eq!(inside.status, 308);
    assert_eq!(inside.header("location"), Some("/professions/military-specific-occupations"));
}

#[test]
fn other_names_lead_on_and_unknown_ones_to_the_nearest() {
    let site = TestApp::start();
    for (path, to) in [
        ("registered-nurses", "/careers/registered-nurses"),
        ("Registered-Nurse", "/careers/registered-nurses"),
        ("legislators", "/careers/legislators"),
        ("managers-all-other", "/careers/managers-all-other"),
        ("Management-Occupations", "/professions/management-occupations"),
        ("management-occupation", "/professions/management-occupations"),
    ] {
        let answer = site.get(&format!("/professions/{path}"));
        assert_eq!(answer.status, 308, "{path}");
        assert_eq!(answer.header("location"), Some(to), "{path}");
    }
    let unknown = site.get("/professions/healthcare-zebras");
    assert_eq!(unknown.status, 404);
    let nearest = unknown.select_attribute("main a", "href");
    assert!(nearest.contains(&"/professions/healthcare-support-occupations".to_owned()), "{nearest:?}");
    for path in ["%00", "x".repeat(5_000).as_str(), "a%0Ab", "..%2f..", "%ff"] {
        let status = site.get(&format!("/professions/{path}")).status;
        assert!((400..500).contains(&status), "{path}: {status}");
    }
}

#[test]
fn a_career_names_the_groups_around_it() {
    let site = TestApp::start();
    let crumbs = |path: &str| site.get(path).select_attribute(".crumbs a", "href");
    let management =
        ["/professions", "/professions/management-occupations", "/professions/other-management-occupations"];
    assert_eq!(crumbs("/careers/managers-all-other"), management);
    // A title stands where its occupation does.
    assert_eq!(crumbs("/careers/medical-director"), management);
    assert_eq!(
        crumbs("/careers/software-developers"),
        ["/professions", "/professions/computer-and-mathematical-occupations"]
    );
}

#[test]
fn every_group_with_a_page_is_in_the_sitemap() {
    let site = TestApp::start();
    let text = site.get("/sitemap.xml").text();
    for path in
        ["/professions", "/professions/management-occupations", "/professions/other-management-occupations"]
    {
        assert!(text.contains(&format!("{path}</loc>")), "{path}");
    }
    assert!(!text.contains("/professions/registered-nurses<"), "it leads elsewhere");
}

#[test]
fn the_whole_tree_holds_every_occupation_once() {
    let site = TestApp::builder().full().start();
    let page = site.get("/professions");
    assert!(page.select(".lede").concat().contains("23 major groups"));
    assert!(page.select(".lede").concat().contains("832 occupations"));
    // A broad group that has the name of one of its occupations.
    let cashiers = site.get("/professions/cashiers-group");
    assert_eq!(
        cashiers.select("#occupations tbody th"),
        ["Cashiers", "Gambling Change Persons and Booth Cashiers"]
    );
    assert_eq!(site.get("/professions/cashiers").header("location"), Some("/professions/cashiers-group"));
    // 29-1221 belongs to 29-1210 although its digits do not say so.
    let physicians = site.get("/professions/physicians");
    assert!(physicians.select("#occupations tbody th").contains(&"Pediatricians, General".to_owned()));
    assert!(row(&physicians, "overview", "Yearly salary")[0].starts_with("$271,090"));
    assert!(physicians.select("#tops").len() == 1);
    // Most clergy work for employers that the wage survey leaves out.
    let religious = row(&site.get("/professions/religious-workers"), "overview", "Number of jobs").concat();
    assert!(
        religious.contains("counting everybody, by the projections: the survey leaves out"),
        "{religious}"
    );
    // The only broad group of a minor one is the minor one.
    let helpers = site.get("/professions/helpers-construction-trades");
    assert!(helpers.select(".code").concat().contains("Minor group 47-3000"));
    assert!(helpers.select("#occupations tbody th").len() > 5);
}
