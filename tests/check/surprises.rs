//! The figures to look at: how they are found, and that somebody looked at each.

use std::path::Path;

use career_atlas::check::document::{self, explanations};
use career_atlas::check::{Against, Explanation, Measure, Report, Scale, find};
use career_atlas::domain::Career;

/// A measure whose figure lies between 100 and 106, by the occupation's code, but for one.
fn measure(odd: &'static str, figure: f64, scale: Scale) -> Measure {
    Measure {
        row: "Example",
        against_what: "100",
        figure: Box::new(move |career| {
            let soc_code = &career.name.occupation.soc_code;
            let digits: f64 = soc_code.replace('-', "").parse().unwrap();
            Some(if soc_code == odd { figure } else { 100.0 + digits % 7.0 })
        }),
        against: Against::Own(Box::new(|_: &Career| Some(100.0))),
        scale,
        print: |number| format!("{number:.1}"),
    }
}

fn known(figure: &str) -> Explanation {
    Explanation {
        row: "Example".to_owned(),
        soc_code: "29-1141".to_owned(),
        figure: figure.to_owned(),
        why: "Because.".to_owned(),
    }
}

#[test]
fn the_figure_furthest_from_its_match_comes_first() {
    let (occupations, _) = super::all_occupations();
    for (figure, scale) in
        [(180.0, Scale::Points), (20.0, Scale::Points), (300.0, Scale::Ratio), (5.0, Scale::Ratio)]
    {
        let found = find(&measure("29-1141", figure, scale), &occupations, &[]);
        let first = &found.listed[0];
        assert_eq!(
            (first.soc_code.as_str(), first.figure.as_str()),
            ("29-1141", format!("{figure:.1}").as_str())
        );
        assert_eq!(first.z > 0.0, figure > 100.0);
        assert_eq!(found.looked_at, 832);
    }
}

#[test]
fn z_is_the_distance_from_the_middle_in_spreads() {
    let (occupations, _) = super::all_occupations();
    // All the others have 102, so their spread is nothing and counts as two points.
    let mut measure = measure("29-1141", 142.0, Scale::Points);
    measure.figure = Box::new(|career| {
        let soc_code = &career.name.occupation.soc_code;
        Some(if soc_code == "29-1141" { 142.0 } else { 102.0 })
    });
    let found = find(&measure, &occupations, &[]);
    assert_eq!(found.listed.len(), 1, "{:?}", found.listed);
    assert!((found.listed[0].z - 20.0).abs() < 1e-9, "{}", found.listed[0].z);
}

#[test]
fn figures_that_a_group_shares_are_listed_once() {
    let (occupations, _) = super::all_occupations();
    let found = find(&measure("", 0.0, Scale::Points), &occupations, &[]);
    // 103 is the middle, and what is two points from it is the same.
    let figures: Vec<&str> = found.listed.iter().map(|one| one.figure.as_str()).collect();
    assert_eq!(figures, ["106.0", "100.0"]);
    let others: usize = found.listed.iter().map(|one| one.others).sum();
    assert!(others > 200, "{others}");
}

#[test]
fn an_explanation_holds_as_long_as_its_figure() {
    let (occupations, _) = super::all_occupations();
    let measure = measure("29-1141", 180.0, Scale::Points);
    let why = |explanation| find(&measure, &occupations, &[explanation]).listed[0].why.clone();
    assert_eq!(why(known("180.0")).as_deref(), Some("Because."));
    assert_eq!(why(known("181.0")), None);
}

#[test]
fn the_document_has_the_figures_of_the_committed_data_and_each_is_explained() {
    let (occupations, _) = super::all_occupations();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sanity.csv");
    let report = Report::of(&occupations, &explanations(&list).unwrap());
    let text = super::document("sanity.md");
    let written =
        document::with(&text, "surprises", &report.to_string()).expect("docs/sanity.md has its marks");
    assert_eq!(text, written, "run `career-atlas check --coverage`");
    assert_eq!(report.explained(), report.listed(), "explain the figures in docs/sanity.csv");
    assert_eq!(report.idle, [], "take these out of docs/sanity.csv");
}
