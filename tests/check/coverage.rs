//! The coverage table of `docs/data.md`, and the least that every row must have.

use career_atlas::check::{Coverage, document};

/// Percent of the occupations that must have a figure of their own or an inherited one.
const LEAST: [(&str, f64); 17] = [
    ("Yearly salary", 99.0),
    ("Hourly rate", 92.0),
    ("Growth rate", 100.0),
    ("Number of jobs", 99.0),
    ("Most common degree", 100.0),
    ("Highest paying state", 98.0),
    ("Best paying industry", 99.0),
    ("Years of experience", 99.0),
    ("Top three skills", 99.0),
    ("Highest paying city", 90.0),
    ("Average age", 90.0),
    ("Gender ratio", 90.0),
    ("Race ratio", 90.0),
    ("Most common major", 65.0),
    ("Job satisfaction", 50.0),
    ("Most common college", 45.0),
    ("Best paying company", 4.0),
];

#[test]
fn enough_occupations_have_a_figure() {
    let (occupations, provenance) = super::all_occupations();
    assert_eq!(occupations.len(), 832);
    let coverage = Coverage::of(&occupations, &provenance);
    for (label, least) in LEAST {
        let percent = coverage.row(label).unwrap_or_else(|| panic!("there is no row “{label}”")).percent();
        assert!(percent >= least, "{label}: {percent:.1} of {least} percent");
    }
}

#[test]
fn no_row_is_blank() {
    let (occupations, provenance) = super::all_occupations();
    for row in Coverage::of(&occupations, &provenance).rows {
        assert_eq!(row.blank, 0, "{}", row.label);
        assert!(row.reasons.keys().all(|why| why.len() > 10), "{}: {:?}", row.label, row.reasons);
        assert_eq!(row.own + row.inherited + row.reasons.values().sum::<usize>(), 832, "{}", row.label);
    }
}

#[test]
fn the_document_has_the_table_of_the_committed_data() {
    let (occupations, provenance) = super::all_occupations();
    let table = Coverage::of(&occupations, &provenance).to_string();
    let text = super::document("data.md");
    let written = document::with(&text, "coverage", &table).expect("docs/data.md has the marks of the table");
    assert_eq!(text, written, "run `career-atlas check --coverage`");
}

#[test]
fn own_inherited_and_missing_are_told_apart() {
    let (occupations, provenance) = super::all_occupations();
    let coverage = |soc_codes: &[&str]| {
        let some =
            occupations.iter().filter(|one| soc_codes.contains(&one.name.occupation.soc_code.as_str()));
        Coverage::of(&some.cloned().collect::<Vec<_>>(), &provenance)
    };
    // Table 5.3 has registered nurses and gives chief executives the shares of a broader group; legislators are not
    // in the wage survey.
    let nurses = coverage(&["29-1141"]);
    let row = nurses.row("Most common degree").unwrap();
    assert_eq!((row.own, row.inherited), (1, 0));
    let both = coverage(&["11-1011", "29-1141"]);
    let row = both.row("Most common degree").unwrap();
    assert_eq!((row.own, row.inherited), (1, 1));
    let legislators = coverage(&["11-1031"]);
    let row = legislators.row("Yearly salary").unwrap();
    assert_eq!((row.own, row.inherited, row.percent()), (0, 0, 0.0));
    assert_eq!(row.reasons.keys().collect::<Vec<_>>(), ["Not in this wage survey"]);
}
