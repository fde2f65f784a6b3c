use proptest::prelude::*;

use super::measure::{correlation, pattern, standings};
use super::*;
use crate::domain::catalog::{Draft, LocalPay, PersonFigure, Survey, Whose};
use crate::domain::{Catalog, Cell};

const NAMES: [&str; 4] = ["Repairing", "Mathematics", "Medicine and Dentistry", "Mathematics"];

/// A career with scores, importance of the four elements, pay and the level that its entry asks for.
struct Sketch(&'static str, Option<[f64; 6]>, [f64; 4], f64, &'static str);

fn site(sketches: &[Sketch]) -> (Catalog, Finder) {
    let drafts = sketches.iter().map(|Sketch(title, _, _, usd, education)| {
        let person = PersonFigure { value: Cell::Number(0.0), survey: Survey::Community, whose: Whose::Own };
        let pay = Cell::Number(*usd);
        Draft {
            id: 0,
            soc_code: format!("11-{title}"),
            slug: title.to_lowercase(),
            title: (*title).to_owned(),
            summary: None,
            pay: LocalPay { annual: pay, hourly: pay, p10: pay, p90: pay, jobs: pay },
            growth_percent: pay,
            new_jobs: pay,
            openings: pay,
            education: (*education).to_owned(),
            experience: "none".to_owned(),
            training: "none".to_owned(),
            home: person,
            women: person,
            age: person,
            interests: None,
        }
    });
    let catalog = Catalog::new(drafts.collect(), Vec::new());
    let mut rated = Vec::new();
    for listing in catalog.listings() {
        let Sketch(_, interests, importance, ..) =
            sketches.iter().find(|sketch| sketch.0 == listing.title).unwrap();
        let importance = if interests.is_some() { importance.map(Some).to_vec() } else { Vec::new() };
        rated.push(Rated { interests: *interests, importance });
    }
    let element = |(place, name): (usize, &&str)| Element {
        id: format!("2.A.{place}"),
        name: (*name).to_owned(),
        words: (*name).to_owned(),
    };
    let activity = |id: &str, interest| Activity { id: id.to_owned(), interest, text: id.to_owned() };
    let activities = vec![activity("r1", 0), activity("r2", 0), activity("r3", 0), activity("i1", 1)];
    (catalog, Finder::new(NAMES.iter().enumerate().map(element).collect(), activities, &rated))
}

fn three() -> (Catalog, Finder) {
    site(&[
        Sketch("Fixers", Some([6.0, 3.0, 1.0, 2.0, 2.0, 3.0]), [5.0, 2.0, 1.0, 2.0], 40e3, "high_school"),
        Sketch("Healers", Some([2.0, 5.0, 1.0, 6.0, 2.0, 2.0]), [1.0, 3.0, 5.0, 3.0], 150e3, "masters"),
        Sketch("Sellers", Some([1.0, 2.0, 2.0, 3.0, 6.0, 4.0]), [1.0, 1.0, 1.0, 2.0], 60e3, "bachelors"),
        Sketch("Unknown", None, [1.0; 4], 90e3, "no_credential"),
    ])
}

fn asked(query: &str, finder: &Finder) -> Asked {
    let pairs: Vec<(String, String)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Asked::parse(&pairs, finder)
}

fn titles(query: &str, (catalog, finder): &(Catalog, Finder)) -> Vec<String> {
    let ranking = finder.rank(&asked(query, finder), catalog, None);
    ranking.rows.iter().map(|row| catalog.listings()[*row].title.clone()).collect()
}

#[test]
fn who_is_as_the_work_is_fits_it_best() {
    let site = three();
    for (query, first) in [
        ("realistic=5&investigative=3&artistic=1&social=2&enterprising=2&conventional=3", "Fixers"),
        ("realistic=2&investigative=4&artistic=1&social=5&enterprising=2&conventional=2", "Healers"),
        ("realistic=1&investigative=2&artistic=2&social=3&enterprising=5&conventional=4", "Sellers"),
        ("skill=repairing", "Fixers"),
        ("skill=medicine-and-dentistry", "Healers"),
    ] {
        assert_eq!(titles(query, &site)[0], first, "{query}");
        assert_eq!(titles(query, &site).len(), 3, "what has no scores is not ranked");
    }
    let ranking = site.1.rank(&asked("skill=repairing", &site.1), &site.0, None);
    assert_eq!((ranking.by, ranking.unscored), (By::Skills, 1));
}

#[test]
fn only_the_pattern_of_answers_counts() {
    let pattern = |answers: [u8; 6]| pattern(answers.map(Some));
    let low = pattern([2, 1, 1, 1, 1, 1]).unwrap();
    let high = pattern([5, 4, 4, 4, 4, 4]).unwrap();
    assert!((correlation(low, high).unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(pattern([3; 6]), None);
    let opposite = pattern([1, 2, 2, 2, 2, 2]).unwrap();
    assert!((correlation(low, opposite).unwrap() + 1.0).abs() < 1e-12);
    // One answer alone is like all others, which are open.
    assert_eq!(super::measure::pattern([Some(5), None, None, None, None, None]), None);
    let open = super::measure::pattern([Some(5), Some(1), None, None, None, None]).unwrap();
    assert_eq!(open.map(|answer| answer.to_string()), ["5", "1", "3", "3", "3", "3"]);
}

#[test]
fn a_standing_is_the_share_that_is_lower() {
    let standings = standings(&[Some(1.0), Some(3.0), None, Some(1.0), Some(9.0)]);
    assert_eq!(standings, [Some(0.25), Some(0.625), None, Some(0.25), Some(0.875)]);
}

#[test]
fn what_plainly_fails_one_does_not_win_by_the_other() {
    let site = three();
    // Fixers are first by interest and last by the skill; Healers are second and first.
    let query = "realistic=5&investigative=4&artistic=1&social=3&enterprising=1&conventional=1&skill=medicine-and-dentistry";
    assert_eq!(titles(query, &site)[0], "Healers");
}

#[test]
fn limits_take_out_and_say_how_many() {
    let (catalog, finder) = three();
    let asked = asked("skill=repairing&education=bachelors&pay=50k", &finder);
    let ranking = finder.rank(&asked, &catalog, None);
    assert_eq!(ranking.rows.len(), 1);
    assert_eq!(
        ranking.limits,
        [
            Taken { limit: Limit::Education, out: 1, without: 2 },
            Taken { limit: Limit::Pay, out: 1, without: 2 }
        ]
    );
    for taken in &ranking.limits {
        let lifted = taken.limit.lifted(&asked);
        assert_eq!(finder.rank(&lifted, &catalog, None).rows.len(), taken.without, "{:?}", taken.limit);
    }
    let nowhere = vec![LocalPay::NONE; catalog.listings().len()];
    let ranking = finder.rank(&asked, &catalog, Some(&nowhere));
    assert_eq!(ranking.limits[0], Taken { limit: Limit::Place, out: 3, without: 1 });
    assert!(ranking.rows.is_empty());
}

#[test]
fn a_step_is_the_next_degree() {
    let reach = |education| Study::Step.reach(education);
    assert_eq!([0, 1, 2, 3, 4, 5, 6, 7].map(reach), [1, 4, 4, 4, 5, 6, 7, 7]);
    assert_eq!(Study::None.reach(3), 3);
    assert_eq!(Study::Any.reach(0), 7);
}

#[test]
fn nothing_said_of_interests_or_skills_leaves_openings() {
    let site = three();
    assert_eq!(titles("", &site), ["Healers", "Unknown", "Sellers", "Fixers"]);
    assert_eq!(titles("social=4&realistic=4", &site).len(), 4, "answers that are all alike say nothing");
}

#[test]
fn a_reason_says_what_fits_and_what_does_not() {
    let (catalog, finder) = three();
    let asked = asked(
        "realistic=5&investigative=4&artistic=4&social=1&enterprising=1&conventional=1&skill=repairing&skill=medicine-and-dentistry&education=no_credential",
        &finder,
    );
    let place = |title: &str| catalog.listings().iter().position(|listing| listing.title == title).unwrap();
    let reason = |title: &str| finder.reason(&asked, place(title), &catalog.listings()[place(title)]);
    let fixers = reason("Fixers");
    let interests = fixers.interests.unwrap();
    assert_eq!((interests.strong, interests.little, interests.unwanted), (vec![0], vec![2], vec![]));
    let skills = fixers.skills.unwrap();
    assert_eq!(
        (finder.words(&skills.more), finder.words(&skills.less)),
        (vec!["Repairing"], vec!["Medicine and Dentistry"])
    );
    assert_eq!(fixers.entry, Some(Entry::Steps(1)));
    let healers = reason("Healers");
    assert_eq!(healers.interests.unwrap().unwanted, [3]);
    assert_eq!(healers.entry, Some(Entry::Steps(4)));
    let unknown = reason("Unknown");
    assert_eq!((unknown.interests, unknown.skills, unknown.entry), (None, None, Some(Entry::Same)));
}

#[test]
fn a_skill_and_a_field_of_knowledge_with_one_name_are_one_choice() {
    let (_, finder) = three();
    let tokens: Vec<&str> = finder.skills().iter().map(|skill| skill.token.as_str()).collect();
    assert_eq!(tokens, ["repairing", "mathematics", "medicine-and-dentistry"]);
    // Of three careers: 2 is in the middle of 1, 2 and 3; 2 is among the lower two of 2, 2 and 3.
    assert_eq!(finder.skilled[0].as_deref().unwrap()[1], 42);
}

#[test]
fn ticks_become_answers() {
    let (_, finder) = three();
    let ticked = asked("like=r1&like=r2&like=r3&like=i1&like=i1&like=zz&education=masters", &finder);
    let answered = ticked.with_ticks_as_answers(&finder).unwrap();
    assert_eq!(answered.interests, [3, 2, 1, 1, 1, 1].map(Some));
    assert_eq!(
        answered.address("/match", &finder),
        "/match?realistic=3&investigative=2&artistic=1&social=1&enterprising=1&conventional=1&education=masters"
    );
    assert_eq!(ticked.problems.len(), 1);
    assert_eq!(asked("social=5", &finder).with_ticks_as_answers(&finder), None);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_holds() {
    let (_, finder) = three();
    let asked =
        asked("realistic=9&social=4&skill=luck&education=school&study=long&pay=lots&like=q9", &finder);
    let fields: Vec<&str> = asked.problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, ["realistic", "skill", "education", "study", "pay", "like"]);
    assert_eq!(asked.interests[3], Some(4));
    let pay = |text: &str| asked_pay(text, &finder);
    assert_eq!(["50000", "$50,000", "50k", "0"].map(pay), [Some(50e3), Some(50e3), Some(50e3), None]);
}

fn asked_pay(text: &str, finder: &Finder) -> Option<f64> {
    Asked::parse(&[("pay".to_owned(), text.to_owned())], finder).pay
}

#[test]
fn only_ten_skills_count() {
    let elements = (b'a'..=b'n').map(|letter| Element {
        id: format!("2.A.{letter}"),
        name: char::from(letter).to_string(),
        words: String::new(),
    });
    let finder = Finder::new(elements.collect(), Vec::new(), &[]);
    let query: Vec<String> = ('a'..='n').map(|letter| format!("skill={letter}")).collect();
    let asked = asked(&query.join("&"), &finder);
    assert_eq!((asked.skills.len(), asked.problems.len()), (MOST_SKILLS, 1));
}

fn pair() -> impl Strategy<Value = (String, String)> {
    let names = ["realistic", "artistic", "skill", "education", "study", "pay", "in", "like", "utm_source"];
    let values = prop_oneof![
        3 => prop::sample::select(vec!["1", "5", "repairing", "mathematics", "high_school", "any", "step", "50k", "$9,000.5", "wa", "r1", "i1"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    (prop::sample::select(names.to_vec()).prop_map(str::to_owned), values)
}

proptest! {
    #[test]
    fn the_address_of_an_address_is_itself(pairs in prop::collection::vec(pair(), 0..30)) {
        let (catalog, finder) = three();
        let asked = Asked::parse(&pairs, &finder);
        let canonical = Asked { ticked: Vec::new(), ..asked };
        let pairs: Vec<(String, String)> =
            canonical.pairs(&finder).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let again = Asked::parse(&pairs, &finder);
        prop_assert!(again.problems.is_empty(), "{:?}", again.problems);
        prop_assert_eq!(again.address("/match", &finder), canonical.address("/match", &finder));
        prop_assert_eq!(finder.rank(&again, &catalog, None), finder.rank(&canonical, &catalog, None));
    }

    #[test]
    fn a_correlation_lies_between_opposite_and_alike(
        answers in prop::array::uniform6(prop::option::of(1_u8..=5)),
        scores in prop::array::uniform6(1.0_f64..7.0),
    ) {
        if let Some(likeness) = pattern(answers).and_then(|answers| correlation(answers, scores)) {
            prop_assert!((-1.000_001..=1.000_001).contains(&likeness));
        }
    }
}
