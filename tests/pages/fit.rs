//! Finding careers that fit: the form, the limits, the reasons, and the questionnaire.

use proptest::prelude::*;

use crate::harness::{Response, TestApp};

const NURSE: &str = "/match?realistic=2&investigative=4&artistic=1&social=5&enterprising=2&conventional=2&skill=active-listening&skill=medicine-and-dentistry";

fn titles(page: &Response) -> Vec<String> {
    page.select(".fits h3 a")
}

/// What is said of a career, for and against.
fn reason(page: &Response, title: &str) -> [String; 2] {
    let place = titles(page).iter().position(|other| other == title).unwrap() + 1;
    [".yes", ".but"].map(|class| page.select(&format!(".fits > li:nth-child({place}) {class}")).concat())
}

#[test]
fn the_bare_page_asks_and_shows_careers_by_openings() {
    let site = TestApp::start();
    let page = site.get("/match");
    assert_eq!(page.status, 200);
    assert_eq!(page.select("h1"), ["Find careers that fit"]);
    assert_eq!(page.select("#found"), ["Careers by openings a year"]);
    assert!(page.select(".said").concat().contains("You have said nothing of interests or skills"));
    assert_eq!(titles(&page)[0], "Cashiers");
    assert!(!page.text().contains("noindex"));
    assert!(page.select_attribute("link[rel=canonical]", "href")[0].ends_with("/match"));
    assert_eq!(page.select_attribute("details.ask[open]", "class").len(), 1);
    // Every control has a label, and every group a legend.
    let labels = page.select_attribute("label[for]", "for");
    for id in page.select_attribute("main select, main input:not([type=checkbox])", "id") {
        assert!(labels.contains(&id), "{id}");
    }
    assert_eq!(page.select("main label > input[type=checkbox]").len(), 67);
    assert_eq!(page.select("main fieldset").len(), page.select("main fieldset > legend").len());
    let said = page.select("main").concat();
    assert!(said.contains("It is no test and no advice"));
    assert!(page.select(".sl").concat().contains("made by machine learning, as the release says"));
    assert!(!said.contains("likely to"));
}

#[test]
fn careers_stand_by_fit_with_the_reason_for_each() {
    let site = TestApp::start();
    let page = site.get(&format!("{NURSE}&education=associates&study=any&in=wa"));
    assert_eq!(page.select("#found"), ["Careers by your interests and skills"]);
    let first: Vec<String> = titles(&page).into_iter().take(3).collect();
    assert!(first.contains(&"Registered Nurses".to_owned()), "{first:?}");
    let [fits, lacks] = reason(&page, "Registered Nurses");
    assert!(fits.starts_with("You like helping people"), "{fits}");
    assert!(
        fits.contains("It uses all 2 of your skills") || fits.contains("It uses both of your skills"),
        "{fits}"
    );
    assert!(
        lacks.contains("It usually asks for a bachelor's degree: one step from what you have."),
        "{lacks}"
    );
    assert!(page.select(".said").concat().contains("left out because O*NET has no such scores"));
    assert!(page.select_attribute(".fits h3 a", "href").iter().all(|href| href.ends_with("?in=wa")));
    // OEWS May 2025, Washington, 29-1141.
    let nurses = titles(&page).iter().position(|title| title == "Registered Nurses").unwrap() + 1;
    let figures = page.select(&format!(".fits > li:nth-child({nurses}) dd"));
    assert!(figures[0].starts_with('$'), "{figures:?}");
    assert_eq!(figures[2], "Bachelor's degree");
    let compare = page.select_attribute(".keep a[href^='/compare']", "href");
    assert!(compare[0].contains("-vs-") && compare[0].ends_with("?in=wa"), "{compare:?}");
    assert!(page.text().contains("noindex"));
    assert_eq!(page.select_attribute("details.ask[open]", "class").len(), 0, "the answer stands first");
    assert_eq!(page.select_attribute("select[name=social] option[selected]", "value"), ["5"]);
    assert_eq!(page.select_attribute("input[name=skill][checked]", "value").len(), 2);
}

#[test]
fn interests_or_skills_alone_are_enough() {
    let site = TestApp::start();
    let interests = site.get("/match?realistic=5&social=1&artistic=1");
    assert_eq!(interests.select("#found"), ["Careers by your interests"]);
    assert_eq!(titles(&interests)[0], "Electricians");
    let skills = site.get("/match?skill=programming");
    assert_eq!(skills.select("#found"), ["Careers by your skills"]);
    assert_eq!(titles(&skills)[0], "Software Developers");
    let [fits, _] = reason(&skills, "Software Developers");
    assert_eq!(fits, "It uses your skill more than most careers do: writing code for computers.");
    let alike = site.get("/match?realistic=4&social=4&artistic=4");
    assert!(alike.select(".said").concat().contains("Your answers on interests are all alike"));
    let one = site.get("/match?social=5");
    assert!(one.select(".said").concat().contains("One answer on interests has nothing to be set against"));
}

#[test]
fn each_limit_says_what_it_took_out_and_can_be_lifted() {
    let site = TestApp::start();
    let page = site.get("/match?skill=speaking&education=high_school&pay=60k&in=wa");
    let links = page.select_attribute(".cuts a", "href");
    assert!(links.len() >= 2, "{links:?}");
    for (link, text) in links.iter().zip(page.select(".cuts a")) {
        let lifted = site.get(link);
        let count = titles(&lifted).len();
        assert!(
            text.ends_with(&format!(": {count} careers")) || text.ends_with(": 1 career"),
            "{text}: {count}"
        );
    }
    let none = site.get("/match?education=no_credential&pay=200000");
    assert!(none.select(".said").concat().contains("None of 15 careers passes all your limits"));
    assert!(none.select(".fits").is_empty());
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_the_rest_holds() {
    let site = TestApp::start();
    let page = site.get(
        "/match?realistic=9&skill=luck&education=school&study=long&pay=lots&in=Atlantis&like=z9&social=4",
    );
    assert_eq!(page.status, 200);
    let problems = page.select(".problem").join(" ");
    for said in [
        "“9” is no answer",
        "“luck” is none",
        "“school”",
        "“long”",
        "“lots” cannot be read",
        "“Atlantis”",
        "“z9”",
    ] {
        assert!(problems.contains(said), "{said}: {problems}");
    }
    assert_eq!(page.select_attribute("#m-realistic", "aria-describedby"), ["m-realistic-p"]);
    assert_eq!(page.select_attribute("#m-pay", "aria-invalid"), ["true"]);
    assert_eq!(page.select_attribute("#m-in", "value"), ["Atlantis"]);
    assert_eq!(page.select_attribute("select[name=social] option[selected]", "value"), ["4"]);
    assert_eq!(page.select_attribute("details.ask[open]", "class").len(), 1);
    let near = site.get("/match?pay=40000&in=washing");
    assert!(near.select_attribute("#m-in-p a", "href").contains(&"/match?pay=40000&in=wa".to_owned()));
    for hostile in [
        format!("/match?in={}", "a".repeat(10_000)),
        "/match?in=%00%01%22%3E%3Cscript%3E&pay=%ff&skill=%ff".to_owned(),
        format!("/match?{}", "skill=speaking&social=5&social=1&".repeat(300)),
        format!("/match/interests?pay={}&in=%22%3E%3Cscript%3E", "9".repeat(5_000)),
    ] {
        let page = site.get(&hostile);
        assert_eq!(page.status, 200, "{hostile}");
        assert!(!page.text().contains("<script>"));
    }
}

#[test]
fn the_questionnaire_fills_the_form_in_and_keeps_the_rest() {
    let site = TestApp::start();
    let form = site.get("/match?skill=speaking&education=bachelors&pay=$50,000");
    let link = form.select_attribute(".ask fieldset p a", "href").remove(0);
    assert_eq!(link, "/match/interests?skill=speaking&education=bachelors&pay=50000");
    let page = site.get(&link);
    assert_eq!(page.select_attribute("input[type=hidden]", "name"), ["skill", "education", "pay"]);
    assert_eq!(page.select("label > input[name=like]").len(), 48);
    assert!(page.text().contains("noindex"));
    assert!(!site.get("/match/interests").text().contains("noindex"));
    let sent = site.get("/match?skill=speaking&pay=50000&like=s1&like=s2&like=s3&like=i1");
    assert_eq!(sent.status, 303);
    let answer = "/match?realistic=1&investigative=2&artistic=1&social=3&enterprising=1&conventional=1&skill=speaking&pay=50000";
    assert_eq!(sent.header("location"), Some(answer));
    let answered = site.get(answer);
    assert_eq!(answered.select_attribute("select[name=social] option[selected]", "value"), ["3"]);
    // Nothing ticked leaves everything as it was.
    assert_eq!(site.get("/match?social=4&pay=50000").status, 200);
}

#[test]
fn the_finder_is_found() {
    let site = TestApp::start();
    let sitemap = site.get("/sitemap.xml").text();
    assert!(sitemap.contains("/match<") && sitemap.contains("/match/interests<"));
    for page in ["/", "/careers"] {
        assert!(site.get(page).select_attribute("main a", "href").contains(&"/match".to_owned()), "{page}");
    }
    assert!(site.get("/about").select_attribute("footer a", "href").contains(&"/match".to_owned()));
    assert_eq!(site.get("/match").select("nav[aria-label=Main] a[aria-current]"), ["Explore careers"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    /// One server for many cases: any query gives a page, and its canonical address is its own.
    #[test]
    fn any_query_gives_a_page_whose_address_is_itself(
        queries in prop::collection::vec(
            prop::collection::vec(
                (
                    prop::sample::select(vec!["realistic", "social", "skill", "education", "study", "pay", "in", "x"]),
                    prop_oneof![
                        prop::sample::select(vec!["1", "5", "speaking", "programming", "high_school", "any", "50k", "wa", "Boston"])
                            .prop_map(|value| value.as_bytes().to_vec()),
                        prop::collection::vec(any::<u8>(), 0..40),
                    ],
                ),
                0..8,
            ),
            120,
        ),
    ) {
        let site = TestApp::start();
        for pairs in queries {
            let query: Vec<String> = pairs
                .iter()
                .map(|(name, value)| {
                    let value: Vec<String> = value.iter().map(|byte| format!("%{byte:02x}")).collect();
                    format!("{name}={}", value.concat())
                })
                .collect();
            let canonical = |page: &Response| {
                let href = page.select_attribute("link[rel=canonical]", "href").remove(0);
                href.split_once("/match").map(|(_, query)| format!("/match{query}")).unwrap()
            };
            let page = site.get(&format!("/match?{}", query.join("&")));
            prop_assert_eq!(page.status, 200, "{}", query.join("&"));
            let address = canonical(&page);
            let again = site.get(&address);
            prop_assert_eq!(again.status, 200, "{}", &address);
            prop_assert_eq!(canonical(&again), address);
            prop_assert_eq!(titles(&again), titles(&page));
            prop_assert!(again.select(".problem").is_empty(), "{:?}", again.select(".problem"));
        }
    }
}
