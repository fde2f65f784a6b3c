//! How many will be needed, by the ten-year projections.

use super::{Section, level, value};
use crate::domain::{Basis, Career, Cell, Exposure, Score};
use crate::view::citations::Citations;
use crate::view::format::{Count, Percent};
use crate::view::row::{Row, RowCell, Value};

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
        exposure(&TASKS, careers, citations),
        exposure(&CHATBOT, careers, citations),
    ];
    Section {
        id: "outlook",
        title: "Outlook".into(),
        intro: "The projections say how many people will be needed if the economy grows at its usual pace. They are no promise.",
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
    Row::of(label, note, careers, None, |career| {
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
    Row::of(label, "", careers, None, |career| {
        let source = citations.cite("projections", "employment_change_percent", label);
        let official = value(percent(career), "Not projected", source, |number| Percent(number).to_string());
        RowCell { official: Some(official.with_level(level(career, None))), ..RowCell::default() }
    })
}

/// One of two measures of how far language models can be used in the work.
struct Measure {
    label: &'static str,
    note: &'static str,
    column: &'static str,
    score: fn(&Exposure) -> Score,
    /// Whose score it is.
    basis: fn(&Exposure) -> Basis,
}

const TASKS: Measure = Measure {
    label: "Exposure to language models",
    note: "of its tasks as people rate them, from 0 to 1; not a forecast of jobs",
    column: "task_exposure",
    score: |exposure| exposure.tasks,
    basis: |exposure| match exposure.parts {
        0 => Basis::Own,
        parts => Basis::Parts(parts),
    },
};

const CHATBOT: Measure = Measure {
    label: "Chatbot use for such work",
    note: "a second measure of the same, from 0 to 1; not a forecast of jobs",
    column: "ai_applicability",
    score: |exposure| exposure.applicability,
    basis: |_| Basis::Own,
};

/// Both studies leave out the occupations that gather up what no other one holds.
const NOT_RATED: &str = "Not rated: the study leaves out occupations that gather “all other” work of a group";

fn exposure(measure: &Measure, careers: &[Career], citations: &mut Citations) -> Option<Row> {
    Row::of(measure.label, measure.note, careers, None, |career| {
        let source = citations.cite("ai_exposure", measure.column, measure.label);
        let official = match &career.figures.exposure {
            Some(exposure) => Value::known(standing((measure.score)(exposure)), source)
                .with_level(level(career, Some(&(measure.basis)(exposure)))),
            None => Value::missing(NOT_RATED, source).with_level(level(career, None)),
        };
        RowCell { official: Some(official), ..RowCell::default() }
    })
}

fn standing(score: Score) -> String {
    let value = score.value;
    match score.over_percent {
        0 => format!("{value:.2}, among the lowest of all occupations"),
        100 => format!("{value:.2}, higher than in all other occupations"),
        over => format!("{value:.2}, higher than in {over}% of occupations"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_says_where_it_stands() {
        let text = |value, over_percent| standing(Score { value, over_percent });
        assert_eq!(text(0.384_615, 55), "0.38, higher than in 55% of occupations");
        assert_eq!(text(0.0, 0), "0.00, among the lowest of all occupations");
        assert_eq!(text(0.843_75, 100), "0.84, higher than in all other occupations");
    }
}
