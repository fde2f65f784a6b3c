//! Shares side by side on one scale from 0 to 100 percent.

use askama::Template;

use super::{Accent, Tick, ticks};
use crate::view::format::{Percent, Tenths};

/// A bar.
pub struct Bar {
    /// Whose it is.
    pub accent: Accent,
    /// In percent.
    pub share: f64,
}

impl Bar {
    /// Its length in percent of the width.
    #[must_use]
    pub fn width(&self) -> Tenths {
        Tenths(self.share)
    }

    /// The share in words.
    #[must_use]
    pub fn text(&self) -> String {
        Percent(self.share).to_string()
    }
}

/// The bars of one answer.
pub struct BarGroup {
    /// "Asian"
    pub label: String,
    /// One a career or occupation.
    pub bars: Vec<Bar>,
}

/// Groups of bars below one another.
#[derive(Template)]
#[template(path = "components/bars.html")]
pub struct Bars {
    /// "Race and Hispanic origin"
    pub title: &'static str,
    /// Who each accent is.
    pub names: Vec<(Accent, String)>,
    /// One an answer.
    pub groups: Vec<BarGroup>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

impl Bars {
    /// Groups on the scale from 0 to 100 percent.
    #[must_use]
    pub fn new(title: &'static str, names: Vec<(Accent, String)>, groups: Vec<BarGroup>) -> Self {
        let ticks = ticks(&[0.0, 25.0, 50.0, 75.0, 100.0], 0.0, 100.0, |percent| format!("{percent}%"));
        Self { title, names, groups, ticks }
    }
}
