//! Where a career's jobs are: the states with most of them, and those where they are most common.

use std::collections::HashMap;

use crate::domain::{AreaPay, AreaType, Cell, Place};
use crate::view::citations::{Citations, Mark};
use crate::view::format::{Count, Plain};
use crate::view::row::{Printed, Row, RowCell, Value};
use crate::view::sections::Section;

/// States named in a row.
const NAMED: usize = 5;
/// With fewer jobs a location quotient says little: the rule of the highest paying state.
const LEAST_JOBS: f64 = 100.0;

pub fn section(pays: &HashMap<String, AreaPay>, places: &[Place], citations: &mut Citations) -> Section {
    let states: Vec<(&str, &AreaPay)> = places
        .iter()
        .filter(|place| place.area_type == AreaType::State)
        .filter_map(|place| Some((place.name.as_str(), pays.get(&place.area_code)?)))
        .collect();
    let jobs = highest(&states, |pay| pay.employment);
    let jobs = jobs.into_iter().map(|(state, jobs)| format!("{state}: {}", Count(jobs))).collect();
    let enough = |pay: &AreaPay| pay.employment.number().is_some_and(|jobs| jobs >= LEAST_JOBS);
    let common: Vec<(&str, &AreaPay)> = states.iter().filter(|(_, pay)| enough(pay)).copied().collect();
    let common = highest(&common, |pay| pay.location_quotient);
    let common = common.into_iter().map(|(state, quotient)| format!("{state}: {} times", Plain(quotient)));
    let (of_jobs, of_common) = ("Most jobs", "Most common");
    let rows = [
        row(of_jobs, "wage and salary jobs", jobs, citations.cite("oews_states", "employment", of_jobs)),
        row(
            of_common,
            "among all jobs of the state, against the nation; states with at least 100 of these jobs",
            common.collect(),
            citations.cite("oews_states", "location_quotient", of_common),
        ),
    ];
    Section {
        id: "where",
        title: "Where".into(),
        intro: "The states with most of these jobs, and those where they are most common.".into(),
        charts: Vec::new(),
        rows: rows.into_iter().flatten().collect(),
    }
}

/// The states with the highest published figures, highest first; of equals the first by name.
fn highest<'s>(states: &[(&'s str, &AreaPay)], figure: impl Fn(&AreaPay) -> Cell) -> Vec<(&'s str, f64)> {
    let mut known: Vec<(&str, f64)> =
        states.iter().filter_map(|(state, pay)| Some((*state, figure(pay).number()?))).collect();
    known.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(other.0)));
    known.truncate(NAMED);
    known
}

fn row(label: &'static str, note: &'static str, lines: Vec<String>, source: Option<Mark>) -> Option<Row> {
    let value = if lines.is_empty() {
        Value::missing("No state publishes enough of these jobs", source)
    } else {
        Value::list(lines, source)
    };
    Row::with(label, note, None, vec![Printed::new(RowCell { own: None, official: Some(value) })])
}
