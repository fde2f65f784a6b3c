//! Finding careers that fit, on the whole of `data/`: ten invented people, and what each should and should not find.
//! The expectations were written before the finder.

use crate::harness::TestApp;

/// Careers among which at least half of the expected have to stand.
const NEAR: usize = 20;

/// One person: the answers, what should stand first and what should not be shown.
struct Profile<'t> {
    who: &'t str,
    ask: &'t str,
    first: Vec<&'t str>,
    never: Vec<&'t str>,
}

fn profiles(text: &str) -> Vec<Profile<'_>> {
    text.split("\n\n")
        .filter(|block| !block.trim().is_empty())
        .map(|block| {
            let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim();
            let slugs = |name| line(name).split(", ").collect();
            Profile { who: line("# "), ask: line("ask: "), first: slugs("first: "), never: slugs("never: ") }
        })
        .collect()
}

#[test]
fn ten_people_find_what_fits_them() {
    let profiles = profiles(include_str!("match/profiles.txt"));
    assert_eq!(profiles.len(), 10);
    let site = TestApp::builder().full().start();
    let mut failures = Vec::new();
    for Profile { who, ask, first, never } in profiles {
        let page = site.get(&format!("/match?{ask}"));
        assert_eq!(page.status, 200, "{who}");
        assert!(page.select(".problem").is_empty(), "{who}: {:?}", page.select(".problem"));
        let links = page.select_attribute(".fits h3 a", "href");
        let slug = |link: &String| link.split(['/', '?']).nth(2).unwrap().to_owned();
        let found: Vec<String> = links.iter().map(slug).collect();
        let near: Vec<&String> = found.iter().take(NEAR).collect();
        let missing: Vec<&str> =
            first.iter().copied().filter(|slug| !near.iter().any(|near| near == slug)).collect();
        if missing.len() * 2 > first.len() {
            failures.push(format!("{who}\n  not among the first {NEAR}: {}", missing.join(", ")));
        }
        let wrong: Vec<&str> =
            never.into_iter().filter(|slug| found.iter().any(|other| other == slug)).collect();
        if !wrong.is_empty() {
            failures.push(format!("{who}\n  shown: {}", wrong.join(", ")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_skill_has_its_place_in_the_form() {
    let site = TestApp::builder().full().start();
    let page = site.get("/match");
    let mut values = page.select_attribute("input[name=skill]", "value");
    assert_eq!(values.len(), 67, "35 skills and 33 fields of knowledge, mathematics being both");
    values.sort();
    values.dedup();
    assert_eq!(values.len(), 67);
    assert_eq!(page.select(".fits > li").len(), 40);
    assert_eq!(site.get("/match/interests").select_attribute("input[name=like]", "value").len(), 48);
}
