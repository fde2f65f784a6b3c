//! How far language models can be used in the work, by two studies.

use super::{Section, level};
use crate::domain::{Basis, Career, Exposure, Score};
use crate::view::citations::Citations;
use crate::view::row::{Row, RowCell, Value};

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let rows = [exposure(&TASKS, careers, citations), exposure(&CHATBOT, careers, citations)];
    Section {
        id: "ai",
        title: "AI exposure".into(),
        intro: "How far language models can be used in the tasks of the work, by two studies that measure it in different ways. A task that a model can help with may be done faster, or by fewer people, or with more care: neither study says which, and neither is a forecast of jobs.".into(),
        charts: Vec::new(),
        rows: rows.into_iter().flatten().collect(),
    }
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
    note: "share of tasks that a model could halve the time of, as people rated them in 2023; 0 to 1",
    column: "task_exposure",
    score: |exposure| exposure.tasks,
    basis: |exposure| match exposure.parts {
        0 => Basis::Own,
        parts => Basis::Parts(parts),
    },
};

const CHATBOT: Measure = Measure {
    label: "Chatbot use for such work",
    note: "what people asked a chatbot to do in 2024, and how well it went; 0 to 1",
    column: "ai_applicability",
    score: |exposure| exposure.applicability,
    basis: |_| Basis::Own,
};

/// Both studies leave out the occupations that gather up what no other one holds.
const NOT_RATED: &str = "Not rated: the study leaves out occupations that gather “all other” work of a group";

fn exposure(measure: &Measure, careers: &[Career], citations: &mut Citations) -> Option<Row> {
    Row::of(measure.label, measure.note, careers, None, citations, |career, citations| {
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
