//! The search on the real names of careers.

use std::collections::BTreeSet;

use career_atlas::dataset;
use career_atlas::domain::NameKind;
use career_atlas::store::Store;
use career_atlas::store::search::{Found, Match, Query};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::harness::full_dataset;

/// The project's own names of careers.
fn real_names() -> Store {
    Store::open(&dataset::publish(&full_dataset(), None).unwrap()).unwrap()
}

/// Whether a result is what a slug of the suite asks for, by the rule at the top of the suite.
fn is(found: &Found, slug: &str) -> bool {
    found.name.slug.as_str() == slug
        || (found.kind != NameKind::Shared && found.occupation.slug.as_str() == slug)
}

fn failure(store: &Store, line: &str) -> Option<String> {
    let mut columns = line.split(" | ");
    let query = columns.next().unwrap();
    let first = columns.next().map(str::trim).filter(|column| *column != "-");
    let first_three = columns.next().map(str::trim);
    let found = store.search(&Query::parse(query), 20).unwrap();
    let any = |results: &[Found], choices: &str| {
        choices.split(" / ").any(|slug| results.iter().any(|result| is(result, slug.trim())))
    };
    let results = found.results.as_slice();
    let top = |count: usize| &results[..count.min(results.len())];
    let right = first.is_none_or(|choices| any(top(1), choices))
        && first_three.is_none_or(|all| all.split(" , ").all(|choices| any(top(3), choices)));
    let shown: Vec<String> =
        top(4).iter().map(|result| format!("{} ({})", result.name.slug, result.occupation.slug)).collect();
    (!right).then(|| format!("{line}\n    gives {}", shown.join(", ")))
}

#[test]
fn people_find_what_they_mean() {
    let store = real_names();
    let suite = include_str!("search/relevance.txt");
    let lines: Vec<&str> =
        suite.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    let failures: Vec<String> = lines.iter().filter_map(|line| failure(&store, line)).collect();
    let report = format!("{} of {} are wrong:\n{}", failures.len(), lines.len(), failures.join("\n"));
    println!("{report}");
    assert!(lines.len() >= 170);
    assert!(failures.len() * 20 <= lines.len(), "{report}");
}

fn names(found: &[Found]) -> Vec<&str> {
    found.iter().map(|result| result.name.name.as_str()).collect()
}

#[test]
fn results_say_how_they_matched() {
    let store = real_names();
    let search = |text: &str| store.search(&Query::parse(text), 10).unwrap();

    let corrected = search("pharmasist");
    assert_eq!(corrected.corrected.as_deref(), Some("pharmacist"));
    assert_eq!(names(&corrected.results[..1]), ["Pharmacists"]);

    let nurse = search("nurse");
    assert_eq!(nurse.corrected, None);
    let first = &nurse.results[0];
    assert_eq!((first.name.name.as_str(), first.matched.clone()), ("Nurse", Match::Exact));
    assert_eq!(first.occupation.title, "Registered Nurses");
    assert_eq!(first.jobs, Some(3_379_720));
    assert!(first.also.iter().any(|name| name.slug.as_str() == "charge-nurse"), "{:?}", first.also);

    assert_eq!(search("crna").results[0].matched, Match::Alias("CRNA".to_owned()));
    assert_eq!(search("29-1141").results[0].matched, Match::Code);
    assert_eq!(search("elec engin").results[0].matched, Match::Prefix);
    assert_eq!(search("python developer").results[0].matched, Match::Partial);
    assert_eq!(search("qqxxzz").results, []);
    assert_eq!(search("  ,. ").results, []);
}

#[test]
fn an_occupation_takes_one_place() {
    let store = real_names();
    for text in ["manager", "nurse", "e", "teacher", "engineer", "operator"] {
        let found = store.search(&Query::parse(text), 30).unwrap().results;
        assert!(found.len() <= 30);
        let mut occupations: Vec<&str> = found
            .iter()
            .filter(|result| result.kind != NameKind::Shared)
            .map(|result| result.occupation.slug.as_str())
            .collect();
        let all = occupations.len();
        occupations.sort_unstable();
        occupations.dedup();
        assert_eq!(occupations.len(), all, "{text}");
    }
}

#[test]
fn a_name_of_several_occupations_comes_before_them() {
    let store = real_names();
    let found = store.search(&Query::parse("teacher"), 5).unwrap().results;
    assert_eq!(found[0].kind, NameKind::Shared);
    assert_eq!(names(&found[..1]), ["Teacher"]);
    assert_eq!(found[0].occupation, found[1].occupation);
    assert!(found[1..].iter().all(|result| result.kind == NameKind::Occupation));
}

#[test]
fn suggestions_continue_what_is_typed() {
    let store = real_names();
    for (typed, expected) in [
        ("nur", "Registered Nurses"),
        ("softw", "Software Developers"),
        ("elec", "Electricians"),
        ("cust", "Customer Service Representatives"),
        ("pharmas", "Pharmacists"),
        ("vetrin", "Veterinarians"),
        ("rn", "Registered Nurses"),
        ("teach", "Teacher"),
    ] {
        let offered = store.suggest(&Query::parse(typed), 8).unwrap();
        assert!(offered.len() <= 8);
        let names: Vec<&str> = offered.iter().map(|suggestion| suggestion.name.name.as_str()).collect();
        let leads = offered
            .iter()
            .take(3)
            .any(|suggestion| suggestion.name.name == expected || suggestion.occupation == expected);
        assert!(leads, "{typed} gives {names:?}");
        let distinct: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{typed} gives {names:?}");
    }
    assert_eq!(store.suggest(&Query::parse(""), 8).unwrap(), []);
}

#[test]
fn an_unknown_address_has_names_near_it() {
    let store = real_names();
    for (text, expected) in [
        ("registred-nurse", "registered-nurses"),
        ("medical-directer", "medical-director"),
        ("patient-service-manager", "patient-services-manager"),
        ("truck-driver-in-texas", "heavy-and-tractor-trailer-truck-drivers"),
    ] {
        let near: Vec<String> =
            store.nearest(text, 5).unwrap().iter().map(|name| name.slug.to_string()).collect();
        assert!(near.iter().take(3).any(|slug| slug == expected), "{text} gives {near:?}");
    }
}

/// Pieces of which hostile queries are made.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,20}",
        "[\\x00-\\x20]{1,4}",
        any::<String>(),
        prop::sample::select(vec![
            "\"",
            "'",
            "*",
            "(",
            ")",
            " AND ",
            " OR ",
            " NOT ",
            " NEAR(",
            "words:",
            "^",
            "{a b}:",
            "--",
            ";",
            "%",
            "\\",
            "'; DROP TABLE names; --",
            "1 OR 1=1",
            "nurse",
            "manager",
            "29-1141",
            "\u{202e}",
            "\u{0}",
            "-",
            ".",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[test]
fn no_text_is_an_error() {
    let store = real_names();
    let answer = |text: &str| {
        let query = Query::parse(text);
        let found = store.search(&query, 20).unwrap();
        assert!(found.results.len() <= 20);
        store.suggest(&query, 8).unwrap();
        store.nearest(text, 5).unwrap();
    };
    for text in ["", "\0", "\"", "*", "NEAR(nurse, 2)", "nurse\0driver", "words : nurse", "{\"nurse\"}*"] {
        answer(text);
    }
    for letter in ["a", "nurse ", "é", "\"", "-", "\u{1f469}\u{200d}", "\0", "3"] {
        answer(&letter.repeat(10_240 / letter.len()));
    }
    let mut runner = TestRunner::new(Config { cases: 300, ..Config::default() });
    runner
        .run(&hostile(), |text| {
            answer(&text);
            Ok(())
        })
        .unwrap();
}
