//! Amounts as bars on one scale from zero, each with its figure.

use askama::Template;

use super::percent;
use crate::view::format::Tenths;

/// A bar.
pub struct Length {
    /// "Registered Nurses"
    pub label: String,
    /// In percent of the width.
    pub width: Tenths,
    /// "62,750"
    pub text: String,
}

/// Bars below one another.
#[derive(Template)]
#[template(path = "components/lengths.html")]
pub struct Lengths {
    /// "The ten largest careers, by jobs"
    pub title: &'static str,
    /// In the page's order.
    pub bars: Vec<Length>,
}

impl Lengths {
    /// Bars as long as their amounts against the largest.
    #[must_use]
    pub fn new(title: &'static str, amounts: Vec<(String, f64, String)>) -> Self {
        let most = amounts.iter().map(|(_, amount, _)| *amount).fold(0.0, f64::max);
        let bar = |(label, amount, text)| Length { label, width: percent(amount, 0.0, most), text };
        Self { title, bars: amounts.into_iter().map(bar).collect() }
    }
}
