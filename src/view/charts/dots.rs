//! Ratings on O*NET's scale of importance, a line between the careers' marks.

use askama::Template;

use super::{Accent, Tick, percent, ticks};
use crate::view::format::Tenths;

/// The scale of importance.
const SCALE: [f64; 5] = [1.0, 2.0, 3.0, 4.0, 5.0];

/// A rating.
pub struct Dot {
    /// Whose it is.
    pub accent: Accent,
    /// 1 to 5.
    pub value: f64,
}

impl Dot {
    /// Its place in percent of the width.
    #[must_use]
    pub fn at(&self) -> Tenths {
        percent(self.value, 1.0, 5.0)
    }
}

/// The ratings of one skill.
pub struct DotRow {
    /// "Active Listening"
    pub label: String,
    /// One a career or occupation.
    pub dots: Vec<Dot>,
}

impl DotRow {
    /// Where the line between the marks begins, in percent.
    #[must_use]
    pub fn start(&self) -> Tenths {
        Tenths(self.dots.iter().map(|dot| dot.at().0).fold(100.0, f64::min))
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> Tenths {
        Tenths(self.dots.iter().map(|dot| dot.at().0).fold(0.0, f64::max))
    }
}

/// Ratings below one another.
#[derive(Template)]
#[template(path = "components/dots.html")]
pub struct Dots {
    /// One a skill.
    pub rows: Vec<DotRow>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

impl Dots {
    /// Rows on the scale from 1 to 5.
    #[must_use]
    pub fn new(rows: Vec<DotRow>) -> Self {
        Self { rows, ticks: ticks(&SCALE, 1.0, 5.0, |value| value.to_string()) }
    }
}
