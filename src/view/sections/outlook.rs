//! How many will be needed, by the ten-year projections.

use super::{Section, level, value};
use crate::domain::{Career, Cell};
use crate::view::citations::Citations;
use crate::view::format::{Count, Percent};
use crate::view::row::{Row, RowCell};

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let count = |people: f64| Count(people).to_string();
    let rows = [
        people("Employed now", "everybody, the self-employed too", careers, citations, count, |career| {
            career.figures.outlook.employment_base_thousands
        }),
        people("Employed in ten years", "projected", careers, citations, count, |career| {
            career.figures.outlook.employment_projected_thousands
        }),
        people("Change", "projected over ten years", careers, citations, signed, |career| {
            career.figures.outlook.employment_change_thousands
        }),
        share("Change in percent", careers, citations, |career| {
            career.figures.outlook.employment_change_percent
        }),
        share("Self-employed", careers, citations, |career| career.figures.outlook.self_employed_percent),
    ];
    Section {
        id: "outlook",
        title: "Outlook".into(),
        intro: "The projections say how many people will be needed if the economy grows at its usual pace. They are no promise.".into(),
        charts: Vec::new(),
        rows: rows.into_iter().flatten().collect(),
    }
}

/// With a plus where there will be more.
pub fn signed(people: f64) -> String {
    let plus = if people > 0.0 { "+" } else { "" };
    format!("{plus}{}", Count(people))
}

fn people(
    label: &'static str,
    note: &'static str,
    careers: &[Career],
    citations: &mut Citations,
    print: fn(f64) -> String,
    thousands: impl Fn(&Career) -> Cell,
) -> Option<Row> {
    Row::of(label, note, careers, None, citations, |career, citations| {
        let source = citations.cite("projections", "employment_base_thousands", label);
        let official =
            value(thousands(career), "Not projected", source, |number| print((number * 1000.0).round()));
        RowCell { official: Some(official.with_level(level(career, None))), ..RowCell::default() }
    })
}

fn share(
    label: &'static str,
    careers: &[Career],
    citations: &mut Citations,
    percent: impl Fn(&Career) -> Cell,
) -> Option<Row> {
    Row::of(label, "", careers, None, citations, |career, citations| {
        let source = citations.cite("projections", "employment_change_percent", label);
        let official = value(percent(career), "Not projected", source, |number| Percent(number).to_string());
        RowCell { official: Some(official.with_level(level(career, None))), ..RowCell::default() }
    })
}
