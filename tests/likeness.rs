//! The measure of how near two careers are, held to what O*NET itself calls related.

use std::collections::{BTreeMap, BTreeSet};

use career_atlas::dataset;
use career_atlas::domain::{Shared, SkillProfile};
use rusqlite::Connection;

use crate::harness::full_dataset;

/// How many of the nearest are looked at.
const NEAREST: usize = 20;

/// The importance of skills and of knowledge, by occupation; only of those rated themselves or in parts.
type Ratings = BTreeMap<String, [Vec<Option<f64>>; 2]>;

fn database() -> Connection {
    Connection::open(dataset::publish(&full_dataset(), None).unwrap()).unwrap()
}

fn ratings(connection: &Connection) -> Ratings {
    let mut ratings = Ratings::new();
    let mut statement = connection
        .prepare(
            "SELECT soc_code, domain, CASE WHEN typeof(importance) IN ('integer', 'real') THEN importance END
               FROM ratings JOIN onet_bases USING (soc_code)
              WHERE subject = 'ratings' AND basis <> 'nearest' AND domain IN ('skill', 'knowledge')
              ORDER BY soc_code, element_id",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let of_occupation = ratings.entry(row.get(0).unwrap()).or_default();
        let domain: String = row.get(1).unwrap();
        of_occupation[usize::from(domain == "knowledge")].push(row.get(2).unwrap());
    }
    ratings
}

/// The occupations that O*NET calls primarily related to each, brought to the codes of the projections.
fn related(among: &Ratings) -> BTreeMap<String, BTreeSet<String>> {
    let read = |name: &str| csv::Reader::from_path(full_dataset().join(name)).unwrap().into_records();
    let occupation_of: BTreeMap<String, String> = read("onet_crosswalk.csv")
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[2].to_owned()))
        .collect();
    let mut related: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in read("onet_related.csv").map(|row| row.unwrap()) {
        let (from, to) = (&occupation_of[&row[0]], &occupation_of[&row[1]]);
        if row[2].starts_with("primary") && from != to && among.contains_key(from) && among.contains_key(to) {
            related.entry(from.clone()).or_default().insert(to.clone());
        }
    }
    related
}

/// The share of the related that are among the nearest by a measure of nearness.
#[expect(clippy::cast_precision_loss, reason = "thousands of pairs")]
fn found(
    related: &BTreeMap<String, BTreeSet<String>>,
    all: &Ratings,
    near: impl Fn(&str, &str) -> f64,
) -> f64 {
    let (mut hits, mut total) = (0_usize, 0_usize);
    for (from, wanted) in related {
        let mut others: Vec<(f64, &String)> =
            all.keys().filter(|other| *other != from).map(|other| (near(from, other), other)).collect();
        others.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
        hits += others.iter().take(NEAREST).filter(|(_, other)| wanted.contains(*other)).count();
        total += wanted.len();
    }
    hits as f64 / total as f64
}

#[test]
fn the_nearest_in_skills_are_those_that_onet_calls_related() {
    let connection = database();
    let ratings = ratings(&connection);
    let related = related(&ratings);
    let profiles: BTreeMap<&str, SkillProfile> = ratings
        .iter()
        .map(|(code, [skills, knowledge])| (code.as_str(), SkillProfile::of(skills, knowledge).unwrap()))
        .collect();
    let skills_alone: BTreeMap<&str, SkillProfile> = ratings
        .iter()
        .map(|(code, [skills, _])| (code.as_str(), SkillProfile::of(skills, &[Some(0.0)]).unwrap()))
        .collect();
    let ours = found(&related, &ratings, |one, other| profiles[one].similarity(&profiles[other]));
    let by_skills =
        found(&related, &ratings, |one, other| skills_alone[one].similarity(&skills_alone[other]));
    // The same group of the classification, the smallest first, and inside it the next codes.
    let number = |code: &str| code.replace('-', "").parse::<f64>().unwrap();
    let by_group = found(&related, &ratings, |one, other| {
        let digits = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        f64::from(u8::try_from(digits).unwrap()) * 1e6 - (number(one) - number(other)).abs()
    });
    eprintln!("among the {NEAREST} nearest: {ours:.3}; skills alone {by_skills:.3}, by group {by_group:.3}");
    assert_eq!((ratings.len(), related.len()), (763, 763));
    assert!(ours > 0.60, "{ours:.3}");
    assert!(ours > by_skills + 0.15 && ours > by_group + 0.10, "{ours:.3}, {by_skills:.3}, {by_group:.3}");

    // The table is this measure.
    let mut statement = connection
        .prepare("SELECT neighbor_soc_code, similarity FROM neighbors WHERE soc_code = ?1")
        .unwrap();
    let near: Vec<(String, f64)> = statement
        .query_map(["29-1141"], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(near.len(), 60);
    for (other, similarity) in near {
        assert!((profiles["29-1141"].similarity(&profiles[other.as_str()]) - similarity).abs() < 1e-9);
    }
}

#[test]
fn the_words_for_nearness_mean_what_the_rules_say() {
    let ratings = ratings(&database());
    let profiles: Vec<SkillProfile> =
        ratings.values().map(|[skills, knowledge]| SkillProfile::of(skills, knowledge).unwrap()).collect();
    let mut counts: BTreeMap<Shared, f64> = BTreeMap::new();
    let mut pairs = 0.0;
    for (place, one) in profiles.iter().enumerate() {
        for other in &profiles[place + 1..] {
            *counts.entry(Shared::of(one.similarity(other))).or_default() += 1.0;
            pairs += 1.0;
        }
    }
    let share = |at_least: Shared| {
        counts.iter().filter(|(shared, _)| **shared >= at_least).map(|(_, count)| count).sum::<f64>() / pairs
            * 100.0
    };
    let [most, much, some] = [Shared::Most, Shared::Much, Shared::Some].map(share);
    eprintln!("most {most:.1}, much {much:.1}, some {some:.1} percent of pairs");
    assert!((2.5..3.5).contains(&most) && (12.0..14.0).contains(&much) && (48.0..52.0).contains(&some));
}
