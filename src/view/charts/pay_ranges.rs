//! Pay ranges on one axis.

use askama::Template;

use super::{Accent, Tick, pay_axis, percent};
use crate::view::format::{Tenths, Usd};

/// One range, in dollars a year.
pub struct PayRange {
    /// Whose it is.
    pub accent: Accent,
    /// Its name.
    pub label: String,
    /// 10th percentile.
    pub p10: f64,
    /// 25th and 75th percentile, where known.
    pub box_: Option<(f64, f64)>,
    /// The middle.
    pub median: f64,
    /// 90th percentile; none where the publisher cut it off.
    pub p90: Option<f64>,
}

/// Ranges with their places on the axis.
#[derive(Template)]
#[template(path = "components/pay_ranges.html")]
pub struct PayRanges {
    /// What is drawn, and of where.
    pub title: &'static str,
    /// One a career or occupation.
    pub ranges: Vec<Placed>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

/// A range as it is drawn: places and widths in percent.
pub struct Placed {
    pub accent: Accent,
    pub label: String,
    pub median_text: String,
    pub spoken: String,
    pub p10: Tenths,
    pub p90: Tenths,
    pub box_start: Tenths,
    pub box_width: Tenths,
    pub median: Tenths,
    pub has_box: bool,
}

impl PayRanges {
    /// Puts the ranges on an axis that begins at zero and ends at a round number above them all.
    #[must_use]
    pub fn new(ranges: Vec<PayRange>) -> Self {
        let highest = ranges.iter().map(PayRange::top).fold(50_000.0, f64::max);
        let (high, ticks) = pay_axis(highest);
        Self {
            title: "Yearly pay, United States; official figures from the 10th to the 90th percentile",
            ranges: ranges.into_iter().map(|range| range.place(high)).collect(),
            ticks,
        }
    }
}

impl PayRanges {
    /// The same under another title.
    #[must_use]
    pub fn titled(self, title: &'static str) -> Self {
        Self { title, ..self }
    }
}

impl PayRange {
    fn top(&self) -> f64 {
        let box_end = self.box_.map_or(self.median, |(_, end)| end);
        self.p90.unwrap_or(box_end * 1.15)
    }

    fn place(self, high: f64) -> Placed {
        let at = |usd| percent(usd, 0.0, high);
        let (start, end) = self.box_.unwrap_or((self.median, self.median));
        let top = match self.p90 {
            Some(usd) => Usd(usd).to_string(),
            None => "above what is published".to_owned(),
        };
        Placed {
            spoken: format!("{}: {} to {top}, middle {}", self.label, Usd(self.p10), Usd(self.median)),
            median_text: if self.box_.is_some() {
                format!("median {}", Usd(self.median))
            } else {
                format!("{} as given", Usd(self.median))
            },
            p10: at(self.p10),
            p90: at(self.top()),
            box_start: at(start),
            box_width: Tenths(at(end).0 - at(start).0),
            median: at(self.median),
            has_box: self.box_.is_some(),
            accent: self.accent,
            label: self.label,
        }
    }
}
