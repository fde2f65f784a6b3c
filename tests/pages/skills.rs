//! What careers take, the way from one to another, and the careers near them.

use super::row;
use crate::harness::TestApp;

#[test]
fn a_comparison_says_what_both_need_and_what_one_needs() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    // O*NET 30.1: 29-1141.00 and 15-1252.00; 16 elements are rated 3 or more in both, 13 in the first alone.
    assert_eq!(
        page.select("#skills .gr"),
        ["Both need: 6 of 16", "Only Registered Nurses: 4 of 13", "Only Software Developers"]
    );
    assert_eq!(row(&page, "skills", "Programming")[2], "2.38 higher");
    // 4.18 and 3.27 with standard errors of 0.35 and 0.39: inside the margin.
    assert_eq!(
        row(&page, "skills", "English Language")[2],
        "About the same: 0.91 lower, inside the margin of error"
    );
    let intro = page.select("#skills > .why").remove(0);
    assert!(intro.starts_with("Little of the skill profile is shared by Registered Nurses"), "{intro}");
    // As many marks as rows: the chart draws what the table says.
    assert_eq!(page.select("#skills .dt").len(), page.select("#skills tbody tr:not(.gr)").len() - 1);
}

#[test]
fn of_three_careers_some_may_need_what_others_do_not() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers-vs-cashiers");
    let groups = page.select("#skills .gr");
    assert!(groups.first().unwrap().starts_with("All need"), "{groups:?}");
    assert!(groups.iter().any(|group| group.starts_with("Some need")), "{groups:?}");
    assert_eq!(
        page.select("main h2").into_iter().filter(|title| title.starts_with("From ")).collect::<Vec<_>>(),
        ["From Registered Nurses to Software Developers", "From Registered Nurses to Cashiers"]
    );
}

#[test]
fn an_occupation_that_nobody_rates_takes_the_nearest_by_name() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-legislators");
    assert!(row(&page, "skills", "Active Listening")[1].contains("that of the nearest rated occupation: "));
    // Its top three are its own, by the projections.
    assert!(!row(&page, "skills", "Top three skills")[1].contains("nearest"));
    let page = site.get("/careers/legislators");
    assert!(page.select("#takes .why")[0].contains("Whose: that of the nearest rated occupation: "));
}

#[test]
fn the_way_from_one_career_to_another_is_computed() {
    let site = TestApp::start();
    let page = site.get("/compare/registered-nurses-vs-software-developers");
    let labels = page.select("#way dt");
    let steps = page.select("#way dd");
    assert_eq!(
        labels,
        ["Pay", "Education", "Experience and training", "Skills to build", "Technology to learn", "Growth"]
    );
    assert!(
        steps[0].starts_with("$38,430 more (39%). The median goes from $97,550 a year to $135,980 a year.")
    );
    assert!(steps[1].starts_with("At entry usually a bachelor's degree, the same level."));
    // The level of programming is withheld for software developers: its importance, 4.00 against 1.62, speaks.
    assert!(steps[3].starts_with("Programming (importance 4.0 of 5, now 1.6), "), "{}", steps[3]);
    assert!(steps[4].starts_with("Asked for in postings for this work: "), "{}", steps[4]);
    assert!(
        steps[5].starts_with("+15.8% over ten years, where Registered Nurses has +4.9%; 115,200 openings")
    );
    // Actors are paid by the hour; legislators are not in the wage survey.
    let unpaid = site.get("/compare/actors-vs-legislators").select("#way dd").remove(0);
    assert!(unpaid.starts_with("The wage survey does not publish the pay of both in one unit."), "{unpaid}");
    // The other order is another way; between titles of one occupation only their own figures differ.
    let back = site.get("/compare/software-developers-vs-registered-nurses");
    assert!(back.select("#way dd")[0].starts_with("$38,430 less (28%)."));
    let titles = site.get("/compare/patient-services-manager-vs-medical-director");
    assert_eq!(titles.select("#way dt"), ["Pay", "All else"]);
    let own = titles.select("#way dd").remove(0);
    assert!(
        own.starts_with("$160,588 more (230%), by the titles' own figures: from $69,729 a year"),
        "{own}"
    );
}

#[test]
fn a_profile_shows_all_that_onet_rates() {
    let site = TestApp::start();
    let page = site.get("/careers/registered-nurses");
    assert_eq!(
        page.select("#takes h3")
            .into_iter()
            .map(|title| title.trim_end_matches(char::is_numeric).to_owned())
            .collect::<Vec<_>>(),
        ["Skills", "Knowledge", "Abilities", "Work styles", "Interests", "Values", "Technology in use"]
    );
    let rows = page.select("#takes .rt tbody tr");
    // 35 skills, 33 fields of knowledge, 52 abilities, 21 styles, 6 interests, 6 values.
    assert_eq!(rows.len(), 35 + 33 + 52 + 21 + 6 + 6);
    // O*NET 30.1, 29-1141.00: 2.B.1.a, 4.12 with a standard error of 0.125, level 4.38.
    assert!(rows[0].contains("Social Perceptiveness") && rows[0].contains("4.12 ± 0.24"), "{}", rows[0]);
    assert!(rows[0].ends_with("4.38"), "{}", rows[0]);
    assert!(page.select("#values + .why")[0].contains("as analysts judged it in 2008"));
    let technology = page.select("#technology ~ dl dd").remove(0);
    assert!(technology.contains("Epic Systems"), "{technology}");
}

#[test]
fn next_careers_pay_as_much_and_are_a_step_away() {
    let site = TestApp::builder().full().start();
    let page = site.get("/careers/registered-nurses");
    let next = page.select("#next tbody tr");
    assert!(
        next.iter().any(|row| row.starts_with("Nurse Practitioners$132,300 a year, $34,750 more")),
        "{next:?}"
    );
    assert!(next.iter().all(|row| !row.contains(" less") && !row.contains("All Other")), "{next:?}");
    let before = page.select("#before tbody tr");
    assert!(
        before.iter().any(|row| row.starts_with("Licensed Practical and Licensed Vocational Nurses")),
        "{before:?}"
    );
    assert!(before.iter().all(|row| !row.contains("lower level")), "{before:?}");
}

#[test]
fn a_rating_that_one_lends_to_the_other_is_no_difference() {
    let site = TestApp::builder().full().start();
    let page = site.get("/compare/registered-nurses-vs-paramedics");
    let intro = page.select("#skills > .why").remove(0);
    assert!(intro.starts_with("O*NET does not rate both Registered Nurses and Paramedics"), "{intro}");
    assert_eq!(page.select("#skills tbody tr:not(:first-child) .df").concat(), "");
    assert!(
        page.select("#way dd")[3].starts_with("Not known: O*NET rates only Registered Nurses of the two.")
    );
}

#[test]
fn every_comparison_shows_the_skills_of_both() {
    let site = TestApp::builder().full().start();
    let mut reader = csv::Reader::from_path(crate::harness::full_dataset().join("occupations.csv")).unwrap();
    let mut seen = 0;
    for record in reader.records().map(Result::unwrap) {
        let slug = career_atlas::domain::Slug::from_name(&record[1]).unwrap();
        if slug.as_str() == "registered-nurses" {
            continue;
        }
        let page = site.get(&format!("/compare/registered-nurses-vs-{}", slug.as_str()));
        assert_eq!(page.status, 200, "{}", slug.as_str());
        let cells = page.select("#skills tbody tr:not(.gr) td");
        assert!(cells.len() >= 3 * 4, "{}: {cells:?}", slug.as_str());
        assert!(cells.iter().all(|cell| !cell.contains("Not rated")), "{}: {cells:?}", slug.as_str());
        seen += 1;
    }
    assert_eq!(seen, 831);
}
