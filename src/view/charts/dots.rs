//! Figures below one another, a line between the marks of those that are compared.

use askama::Template;

use super::{Accent, Tick, pay_axis, percent, ticks};
use crate::view::format::Tenths;

/// The scale of importance.
const SCALE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

/// A figure of one of them.
pub struct Dot {
    /// Whose it is.
    pub accent: Accent,
    /// On the axis.
    pub value: f64,
}

/// The figures of one line.
pub struct DotRow {
    /// "Active Listening"
    pub label: String,
    /// One each, at most.
    pub dots: Vec<Dot>,
}

/// A mark as it is drawn: its place in percent of the width.
pub struct Mark {
    pub accent: Accent,
    pub at: Tenths,
}

/// A line as it is drawn.
pub struct Drawn {
    pub label: String,
    pub marks: Vec<Mark>,
    /// Where the line between the marks begins and ends.
    pub start: Tenths,
    pub end: Tenths,
}

/// Lines below one another.
#[derive(Template)]
#[template(path = "components/dots.html")]
pub struct Dots {
    /// What is drawn.
    pub title: &'static str,
    /// One a skill, or a career.
    pub rows: Vec<Drawn>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

impl Dots {
    /// Ratings on O*NET's scale of importance, from 1 to 5.
    #[must_use]
    pub fn of_importance(rows: Vec<DotRow>) -> Self {
        Self {
            title: "Importance of each skill, from 1 (not important) to 5 (extremely important)",
            rows: drawn(rows, 1.0, 5.0),
            ticks: ticks(&SCALE, 1.0, 5.0, |value| value.to_string()),
        }
    }

    /// Pay in dollars a year, on an axis that begins at zero.
    #[must_use]
    pub fn of_pay(title: &'static str, rows: Vec<DotRow>) -> Self {
        let highest = rows.iter().flat_map(|row| &row.dots).map(|dot| dot.value).fold(0.0, f64::max);
        let (high, ticks) = pay_axis(highest);
        Self { title, rows: drawn(rows, 0.0, high), ticks }
    }
}

fn drawn(rows: Vec<DotRow>, low: f64, high: f64) -> Vec<Drawn> {
    let row = |row: DotRow| {
        let mark = |dot: Dot| Mark { accent: dot.accent, at: percent(dot.value, low, high) };
        let marks: Vec<Mark> = row.dots.into_iter().map(mark).collect();
        Drawn {
            label: row.label,
            start: Tenths(marks.iter().map(|mark| mark.at.0).fold(100.0, f64::min)),
            end: Tenths(marks.iter().map(|mark| mark.at.0).fold(0.0, f64::max)),
            marks,
        }
    };
    rows.into_iter().map(row).collect()
}
