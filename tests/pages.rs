//! What a visitor finds on each page, on the small dataset.

mod best;
mod companies;
mod company_comparison;
mod explore;
mod fit;
mod in_place;
mod pay;
mod place;
mod places;
mod professions;
mod skills;
mod styleguide;

use crate::harness::{Response, TestApp};

/// The cells of a row of a page: label, then one text a career, then the difference of two.
fn row(page: &Response, section: &str, label: &str) -> Vec<String> {
    let labels = page.select(&format!("#{section} tbody th"));
    let place = labels.iter().position(|text| text.starts_with(label)).unwrap_or_else(|| {
        panic!("no row “{label}” in {section}, only {labels:?}");
    });
    page.select(&format!("#{section} tbody tr:nth-child({}) td", place + 1))
}

#[test]
fn a_title_that_no_release_lists_says_who_filed_it() {
    let site = TestApp::start();
    let said = |page: &str, note: &str| {
        site.get(page).select(note).iter().any(|text| text.contains("No official release lists this title"))
    };
    assert!(said("/careers/patient-services-manager", "p.code"));
    assert!(said("/compare/patient-services-manager-vs-medical-director", "p.note.a"));
    assert!(!said("/compare/patient-services-manager-vs-medical-director", "p.note.b"));
    assert!(!said("/careers/medical-director", "p.code"));
}

#[test]
fn the_founding_pair_shows_its_own_figures_with_the_official_ones_beside_them() {
    let site = TestApp::start();
    let page = site.get("/compare/patient-services-manager-vs-medical-director");
    assert_eq!(page.status, 200);
    for (section, label, one, other) in [
        ("overview", "Yearly salary", "$69,729", "$230,317"),
        ("overview", "Hourly rate", "$33.52", "$110.73"),
        ("overview", "Growth rate", "28%", "28%"),
        ("overview", "Number of jobs", "157,294", "75,810"),
        ("overview", "Job satisfaction", "None given", "4 of 5"),
        ("overview", "Most common degree", "Bachelor's Degree, 55%", "Bachelor's Degree, 32%"),
        ("overview", "Average age", "47", "47"),
        ("overview", "Years of experience", "6 years", "6 years"),
        ("overview", "Time to become", "4 to 6 years", "4 to 6 years"),
        ("salary", "Average salary", "$69,729", "$230,317"),
        ("salary", "Salary range", "$41,000 to $117,000", "$143,000 to $369,000"),
        ("salary", "Highest paying city", "Beverly, MA", "Seattle, WA"),
        ("salary", "Highest paying state", "Massachusetts", "Alaska"),
        ("salary", "Best paying company", "Sanofi Genzyme", "UnitedHealth Group"),
        ("salary", "Best paying industry", "Health Care", "Insurance"),
        ("education", "Most common major", "Business", "Medicine"),
        (
            "education",
            "Most common college",
            "University of Pennsylvania",
            "University of Michigan - Ann Arbor",
        ),
        ("demographics", "Gender ratio", "76.6% women, 23.4% men", "43.0% women, 57.0% men"),
        ("demographics", "Race ratio", "White 60.6%", "White 61.8%"),
        ("demographics", "LGBT percentage", "12%", "12%"),
        (
            "skills",
            "Top three skills",
            "Patients, patient care and patient service",
            "Patients, medical care and medical services",
        ),
    ] {
        let cells = row(&page, section, label);
        assert!(cells[0].starts_with(one), "{label}: {cells:?}");
        assert!(cells[1].starts_with(other), "{label}: {cells:?}");
    }
    // OEWS May 2025, 11-9111: A_MEDIAN, under both.
    let salary = row(&page, "overview", "Yearly salary");
    assert!(salary[0].contains("Official, for its occupation: $123,860"), "{salary:?}");
    assert!(salary[1].contains("Official, for its occupation: $123,860"), "{salary:?}");
    assert_eq!(salary[2], "$160,588 more (230%)");
    let race = row(&page, "demographics", "Race ratio");
    for share in [
        "Black or African American 12.5%",
        "Unknown 4.3%",
        "Hispanic or Latino 14.3%",
        "Asian 7.6%",
        "American Indian and Alaska Native 0.7%",
    ] {
        assert!(race[0].contains(share), "{share}: {race:?}");
    }
    let text = page.select("main").concat();
    assert!(text.contains("belong to one occupation, Medical and Health Services Managers"));
    assert!(text.contains("A commercial career site"));
    assert!(text.contains("Its method is not published"));
}

#[test]
fn the_sections_stand_in_their_order() {
    let site = TestApp::start();
    let page = site.get("/compare/patient-services-manager-vs-medical-director");
    assert_eq!(
        page.select("main h2"),
        [
            "Overview",
            "What they do",
            "Salary",
            "Education",
            "Demographics",
            "Skills",
            "AI exposure",
            "From Patient Services Manager to Medical Director",
            "Share this comparison",
            "Sources"
        ]
    );
    assert_eq!(page.select("h1"), ["Patient Services Manager vs Medical Director"]);
}

#[test]
fn a_difference_is_judged_where_the_release_allows_it() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    let difference = |section, label: &str| row(&page, section, label).pop().unwrap();
    assert_eq!(difference("overview", "Yearly salary"), "$38,430 more (39%)");
    assert_eq!(difference("overview", "Growth rate"), "10.9 points higher");
    assert_eq!(difference("overview", "Number of jobs"), "50% fewer");
    assert_eq!(difference("overview", "Average age"), "3.7 years younger");
    assert_eq!(difference("demographics", "Gender ratio"), "67.0 points fewer women");
    // A median has no published margin; a share gets no verdict.
    assert_eq!(page.select("#overview .unjudged").len(), 3);
    assert!(page.select("#overview .real").contains(&"$38,430 more (39%)".to_owned()));
}

#[test]
fn every_row_stands_in_any_comparison() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    let labels = page.select("tbody th").join("; ");
    for label in ["Job satisfaction", "Highest paying city", "Best paying company", "Most common major"] {
        assert!(labels.contains(label), "{labels}");
    }
    let text = page.select("main").concat().to_lowercase();
    assert!(!text.contains("not yet loaded") && !text.contains("coming soon"));
}

#[test]
fn the_best_paying_company_is_one_of_those_that_sought_foreign_workers() {
    let site = TestApp::start();
    let page = site.get("/compare/software-developers-vs-electricians");
    let cells = row(&page, "salary", "Best paying company");
    assert!(cells[0].starts_with("Netflix, Inc., $283,442"), "{cells:?}");
    assert!(
        cells[0].contains("highest median offer among 13 employers that sought foreign workers, fiscal 2024"),
        "{cells:?}"
    );
    assert!(cells[1].starts_with("Nobody publishes pay by company for this occupation"), "{cells:?}");
    let nurses = site.get("/careers/registered-nurses");
    let cell = &row(&nurses, "salary", "Best paying company")[0];
    assert!(cell.contains("less than the national median, $97,550"), "{cell}");
    let labels = page.select("#salary tbody th");
    let place = |label: &str| labels.iter().position(|text| text.starts_with(label)).unwrap();
    assert!(place("Highest paying state") < place("Best paying company"));
    assert!(place("Best paying company") < place("Best paying industry"));
}

#[test]
fn colleges_are_those_of_its_fields_and_not_where_people_studied() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-electricians-vs-managers-all-other");
    let cells = row(&page, "education", "Most common college");
    assert!(cells[0].starts_with("Chamberlain University-Illinois, IL: 7,843"), "{cells:?}");
    assert!(
        cells[0].contains("bachelor's degrees in 10 related fields, July 2023 to June 2024"),
        "{cells:?}"
    );
    assert!(
        cells[1].starts_with("Not counted: its usual entry asks for no degree or certificate"),
        "{cells:?}"
    );
    assert!(cells[2].starts_with("More than 100 fields of study lead to it"), "{cells:?}");
    assert!(page.select("#education th").join(" ").contains("colleges with most graduates in its fields"));
    assert!(!page.select("main").concat().to_lowercase().contains("where they studied"));
}

#[test]
fn satisfaction_is_inherited_and_never_set_against_another_scale() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-cashiers");
    let cells = row(&page, "overview", "Job satisfaction");
    assert!(cells[0].starts_with("45% very satisfied"), "{cells:?}");
    assert!(cells[0].contains("Health-related occupations"), "{cells:?}");
    assert!(
        cells[1].starts_with("Not published by occupation: the survey asks college graduates"),
        "{cells:?}"
    );
    for pair in [
        "registered-nurses-vs-software-developers",
        "patient-services-manager-vs-medical-director",
        "medical-director-vs-registered-nurses",
    ] {
        let cells = row(&site.get(&format!("/compare/{pair}")), "overview", "Job satisfaction");
        assert_eq!(cells[2], "", "{pair}: {cells:?}");
    }
    let founding = site.get("/compare/patient-services-manager-vs-medical-director");
    let cells = row(&founding, "overview", "Job satisfaction");
    assert!(cells[1].starts_with("4 of 5") && cells[1].contains("49% very satisfied"), "{cells:?}");
}

#[test]
fn a_missing_figure_says_why_and_is_never_a_dash() {
    let site = TestApp::start();
    let page = site.get("/compare/actors-vs-legislators");
    assert!(row(&page, "overview", "Yearly salary")[0].starts_with("Published by the hour only"));
    assert!(row(&page, "overview", "Yearly salary")[1].starts_with("Not in this wage survey"));
    assert!(row(&page, "demographics", "Weekly earnings")[0].starts_with("Too few answers: under 50,000"));
    assert!(
        row(&page, "demographics", "LGBT percentage")[0].starts_with("Nobody publishes it by occupation")
    );
    for cell in page.select("tbody td") {
        assert!(!matches!(cell.as_str(), "-" | "–" | "—" | "n/a"), "{cell}");
    }
    let teachers =
        site.get("/compare/elementary-school-teachers-except-special-education-vs-registered-nurses");
    assert!(row(&teachers, "overview", "Hourly rate")[0].starts_with("Published by the year only"));
}

#[test]
fn a_figure_of_a_broader_group_says_so() {
    let site = TestApp::start();
    let page = site.get("/careers/physicians-all-other");
    assert!(
        row(&page, "demographics", "Average age")[0].contains("group of 11 occupations: Other physicians")
    );
    assert!(row(&page, "overview", "Most common degree")[0].contains("of a broader group"));
    let combined = site.get("/careers/buyers-and-purchasing-agents");
    assert!(
        row(&combined, "overview", "Average age")[0].starts_with("Published only for the occupations inside")
    );
    assert!(
        row(&combined, "skills", "Top three skills")[0].contains("from 3 occupations inside it"),
        "{:?}",
        row(&combined, "skills", "Top three skills")
    );
}

#[test]
fn the_larger_survey_stands_in_for_too_few_answers() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-actors");
    // Of nurses the population survey has enough.
    let age = row(&page, "demographics", "Average age");
    assert!(age[0].starts_with("42.3") && !age[0].contains("records"), "{age:?}");
    assert!(age[1].contains("records") && age[1].ends_with("without California and Texas"), "{age:?}");
    assert!(age[2].ends_with(", by two surveys"), "{age:?}");
    let gender = row(&page, "demographics", "Gender ratio");
    assert!(gender[1].contains("women, ") && gender[1].contains("points;"), "{gender:?}");
    let race = row(&page, "demographics", "Race ratio");
    assert!(race[0].contains("Hispanic or Latino, any race 10.0%"), "{race:?}");
    assert!(race[1].contains("each person counted once"), "{race:?}");
    // Legislators are counted with chief executives.
    let group = site.get("/careers/legislators");
    let age = &row(&group, "demographics", "Average age")[0];
    assert!(
        age.ends_with(
            "without California and Texas; group of 2 occupations: Chief Executives and Legislators"
        ),
        "{age}"
    );
    let managers = site.get("/careers/managers-all-other");
    let home = &row(&managers, "demographics", "Works from home")[0];
    assert!(home.ends_with("group with others not named: Other Managers"), "{home}");
}

#[test]
fn every_figure_of_the_person_records_says_what_it_lacks() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-actors-vs-electricians");
    for (section, label) in [
        ("education", "Most common major"),
        ("demographics", "Age spread"),
        ("demographics", "Race, each person counted once"),
        ("demographics", "Works from home"),
        ("demographics", "Usual hours a week"),
    ] {
        for cell in row(&page, section, label) {
            assert!(cell.contains("without California and Texas"), "{label}: {cell}");
            assert!(cell.contains(" records"), "{label}: {cell}");
        }
    }
    // Exclusive shares and overlapping ones are drawn apart.
    let charts = page.select("#demographics figcaption");
    assert!(charts.contains(&"Race and Hispanic origin".to_owned()), "{charts:?}");
    let once = "Race, each person counted once, without California and Texas";
    assert!(charts.contains(&once.to_owned()), "{charts:?}");
}

#[test]
fn shares_with_a_margin_are_judged() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    assert_eq!(row(&page, "demographics", "Works from home").pop().unwrap(), "36.4 points higher");
    assert!(page.select("#demographics .real").contains(&"36.4 points higher".to_owned()));
}

#[test]
fn the_self_employed_are_counted_where_they_matter() {
    let site = TestApp::start();
    let page = site.get("/careers/farmers-ranchers-and-other-agricultural-managers");
    let jobs = &row(&page, "overview", "Number of jobs")[0];
    assert!(jobs.contains("6,500") && jobs.contains("836,100 counting everybody"), "{jobs}");
}

#[test]
fn every_value_leads_to_its_source() {
    let site = TestApp::start();
    for path in ["/compare/registered-nurses-vs-actors", "/careers/medical-director"] {
        let page = site.get(path);
        let marks = page.select_attribute("td a.src", "href");
        let sources = page.select_attribute("#sources li", "id");
        assert!(marks.len() > 30, "{path}");
        for mark in &marks {
            assert!(sources.contains(&mark.trim_start_matches('#').to_owned()), "{path}: {mark}");
        }
        for (id, source) in sources.iter().zip(page.select("#sources li")) {
            assert!(source.contains("Area: ") && source.contains("Feeds: "), "{source}");
            assert!(
                marks.contains(&format!("#{id}"))
                    || source.contains("Related careers")
                    || source.contains("Job titles"),
                "{source}"
            );
        }
    }
}

#[test]
fn three_and_four_careers_are_set_against_the_first() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers-vs-electricians-vs-actors");
    let salary = row(&page, "overview", "Yearly salary");
    assert_eq!(salary.len(), 4);
    assert!(salary[1].ends_with("$38,430 more (39%)"), "{salary:?}");
    assert!(salary[2].contains("less"), "{salary:?}");
    assert_eq!(page.select(".chips li").len(), 4);
    assert!(page.select(".ctl form").is_empty(), "a fifth career cannot be added");
}

#[test]
fn both_orders_share_one_canonical_address() {
    let site = TestApp::start();
    let canonical = |path: &str| site.get(path).select_attribute("link[rel=canonical]", "href").concat();
    let alphabetical = canonical("/compare/actors-vs-electricians");
    assert!(alphabetical.ends_with("/compare/actors-vs-electricians"));
    assert_eq!(canonical("/compare/electricians-vs-actors"), alphabetical);
    // The founding pair is featured in its own order.
    let founding = canonical("/compare/medical-director-vs-patient-services-manager");
    assert!(founding.ends_with("/compare/patient-services-manager-vs-medical-director"), "{founding}");
}

#[test]
fn other_spellings_lead_to_the_page() {
    let site = TestApp::start();
    for (path, to) in [
        ("/careers/registered-nurse", "/careers/registered-nurses"),
        ("/careers/Registered-Nurses", "/careers/registered-nurses"),
        ("/careers/medical-directors", "/careers/medical-director"),
        ("/careers/cna", "/careers/"),
        ("/compare/registered-nurse-vs-actor", "/compare/registered-nurses-vs-actors"),
        ("/compare?a=Registered+Nurse&b=actors", "/compare/registered-nurses-vs-actors"),
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, 308, "{path}");
        assert!(
            answer.header("location").unwrap().starts_with(to),
            "{path}: {:?}",
            answer.header("location")
        );
    }
}

#[test]
fn a_shared_name_lists_its_occupations_and_stands_for_the_largest() {
    let site = TestApp::start();
    let page = site.get("/careers/teacher");
    assert_eq!(page.status, 200);
    let names = page.select(".list tbody th");
    assert_eq!(names[0], "Elementary School Teachers, Except Special Education");
    assert!(names.len() > 1);
    assert!(page.select(".list tbody td")[0].chars().any(|letter| letter.is_ascii_digit()));
    let comparison = site.get("/compare/teacher-vs-registered-nurses");
    let note = comparison.select(".note").concat();
    assert!(note.contains("it stands for the one with most jobs"), "{note}");
    assert!(comparison.select_attribute(".note a", "href").len() >= 2, "the others are offered");
}

#[test]
fn a_rank_has_no_page() {
    let site = TestApp::start();
    for rank in ["director", "manager", "supervisor"] {
        assert_eq!(site.get(&format!("/careers/{rank}")).status, 404, "{rank}");
    }
}

#[test]
fn addresses_that_are_no_comparison_get_a_clear_answer() {
    let site = TestApp::start();
    for (path, status, says) in [
        ("/compare/registered-nurses-vs-nurze-xyz", 404, "nurze xyz"),
        ("/compare/registered-nurses-vs-registered-nurses", 400, "twice"),
        ("/compare/registered-nurses-vs-registered-nurse", 308, ""),
        ("/compare/registered-nurses-vs-", 400, "empty"),
        ("/compare/-vs-actors", 400, "empty"),
        ("/compare/registered-nurses", 400, "needs two"),
        ("/compare/a-vs-b-vs-c-vs-d-vs-e", 400, "four at most"),
    ] {
        let page = site.get(path);
        assert_eq!(page.status, status, "{path}");
        if status != 308 {
            assert!(page.select("main").concat().contains(says), "{path}: {:?}", page.select("main"));
            assert!(!page.select_attribute("main a", "href").is_empty(), "{path} offers no way on");
            assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
        }
    }
    let near = site.get("/compare/registered-nurses-vs-electrician-zz");
    assert!(
        near.select_attribute("main a", "href")
            .iter()
            .any(|href| href == "/compare/registered-nurses-vs-electricians")
    );
}

#[test]
fn the_picker_keeps_what_was_typed() {
    let site = TestApp::start();
    let page = site.get("/compare?a=registered-nurses&b=nurze+zz");
    assert_eq!(page.status, 200);
    assert_eq!(page.select_attribute("#b", "value"), ["nurze zz"]);
    assert!(page.select(".problem").concat().contains("There is no career called “nurze zz”"));
    let one = site.get("/compare?a=registered-nurses");
    assert!(one.select(".problem").concat().contains("Choose a second career"));
    assert!(site.get("/compare?a=actors&b=actors").select(".problem").concat().contains("named twice"));
}

#[test]
fn a_title_without_figures_of_its_own_is_canonical_to_its_occupation() {
    let site = TestApp::start();
    let plain = site.get("/careers/staff-nurse");
    assert_eq!(plain.status, 200, "{:?}", plain.header("location"));
    assert!(
        plain
            .select_attribute("link[rel=canonical]", "href")
            .concat()
            .ends_with("/careers/registered-nurses")
    );
    assert_eq!(plain.select_attribute("meta[name=robots]", "content"), ["noindex"]);
    let own = site.get("/careers/medical-director");
    assert!(
        own.select_attribute("link[rel=canonical]", "href").concat().ends_with("/careers/medical-director")
    );
    assert!(own.select("meta[name=robots]").is_empty());
}

#[test]
fn the_search_finds_what_is_meant() {
    let site = TestApp::start();
    let first = |query: &str| {
        let page = site.get(&format!("/search?q={query}"));
        assert_eq!(page.status, 200);
        page.select_attribute(".res li > a", "href").first().cloned().unwrap_or_default()
    };
    assert_eq!(first("registered+nurse"), "/careers/registered-nurses");
    assert_eq!(first("29-1141"), "/careers/registered-nurses");
    assert_eq!(first("electritian"), "/careers/electricians");
    let nothing = site.get("/search?q=qqqqzzzz");
    assert!(nothing.select("main").concat().contains("Nothing found for “qqqqzzzz”"));
    let suggestions = site.get("/suggest?q=regis");
    assert!(suggestions.text().contains("\"slug\":\"registered-nurses\""), "{}", suggestions.text());
}

#[test]
fn every_page_has_a_title_a_description_and_no_inline_style() {
    let site = TestApp::start();
    for path in [
        "/",
        "/compare",
        "/professions",
        "/professions/management-occupations",
        "/compare/registered-nurses-vs-actors",
        "/careers/registered-nurses",
        "/careers/teacher",
        "/companies",
        "/companies/walmart",
        "/companies/tata-consultancy-services",
        "/companies/best",
        "/companies/compare",
        "/companies/compare/walmart-vs-amazon",
        "/search?q=nurse",
        "/sources",
        "/about",
    ] {
        let page = site.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.select("head title").concat().ends_with("| Career Atlas"), "{path}");
        let description = page.select_attribute("meta[name=description]", "content").concat();
        assert!(description.len() > 40, "{path}: {description}");
        assert_eq!(page.select("h1").len(), 1, "{path}");
        assert!(page.select_attribute("[style]", "style").is_empty(), "{path}");
        assert!(page.select("script:not([src])").is_empty(), "{path}");
        let nav = page.select("header nav a");
        assert_eq!(
            nav,
            [
                "Explore careers",
                "Explore professions",
                "Best companies",
                "Explore companies",
                "Compare careers",
                "Sources",
                "About"
            ],
            "{path}"
        );
    }
}

#[test]
fn the_sources_page_names_every_release() {
    let site = TestApp::start();
    let page = site.get("/sources");
    let text = page.select("main").concat();
    for release in [
        "Occupational Employment and Wage Statistics, May 2025",
        "Employment Projections",
        "table 11b",
        "O*NET database",
        "American Community Survey, public use microdata, 1 year, 2024, without California and Texas",
        "CC BY 4.0",
    ] {
        assert!(text.contains(release), "{release}");
    }
}

#[test]
fn the_sitemap_lists_pages_that_stand_for_themselves() {
    let site = TestApp::start();
    let text = site.get("/sitemap.xml").text();
    for path in [
        "/compare/patient-services-manager-vs-medical-director",
        "/careers/registered-nurses",
        "/careers/medical-director",
        "/about",
    ] {
        assert!(text.contains(&format!("{path}</loc>")), "{path}");
    }
    assert!(!text.contains("/careers/staff-nurse"), "a title without figures of its own is not listed");
    assert!(site.get("/robots.txt").text().contains("/sitemap.xml"));
}

/// The whole table of a comparison as text: a change in any figure, word or verdict shows in the diff.
#[test]
fn a_comparison_reads_as_before() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    let lines: Vec<String> =
        page.select(".lede").into_iter().chain(page.select("h2, caption ~ tbody tr, #sources li")).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_page_is_the_same_whatever_was_seen_before() {
    let slugs = [
        "registered-nurses",
        "software-developers",
        "medical-director",
        "medical-and-health-services-managers",
        "patient-services-manager",
        "legislators",
        "paramedics",
        "farmers-ranchers-and-other-agricultural-managers",
        "rn",
        "actors",
        "teacher",
    ];
    let mut paths: Vec<String> = slugs.iter().map(|slug| format!("/careers/{slug}")).collect();
    for (place, one) in slugs.iter().enumerate() {
        paths.extend(slugs.iter().skip(place + 1).map(|other| format!("/compare/{one}-vs-{other}")));
    }
    // Nothing but printed cells is kept from page to page.
    let start = || TestApp::builder().full().flag("--cache-mb", "0").start();
    let (site, other) = (start(), start());
    let mut there: Vec<String> = paths.iter().rev().map(|path| without_address(&other, path)).collect();
    there.reverse();
    for (path, there) in paths.iter().zip(there) {
        assert_eq!(without_address(&site, path), there, "{path}");
        assert_eq!(without_address(&site, path), there, "{path}, the second time");
    }
}

/// A page without the address of its server.
fn without_address(site: &TestApp, path: &str) -> String {
    site.get(path).text().replace(&site.address.to_string(), "")
}
