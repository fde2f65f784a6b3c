//! Numbers of jobs as bars on one axis.

use askama::Template;

use super::{Tick, percent, ticks};
use crate::view::format::{Count, Tenths};

/// A bar with its link.
pub struct Amount {
    /// "Management Occupations"
    pub label: String,
    /// Where the label leads.
    pub href: String,
    /// "11,132,700"
    pub text: String,
    /// Its length in percent of the width.
    pub width: Tenths,
}

/// Bars below one another.
#[derive(Template)]
#[template(path = "components/amounts.html")]
pub struct Amounts {
    /// "Wage and salary jobs"
    pub title: &'static str,
    /// In the order they were given.
    pub bars: Vec<Amount>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

impl Amounts {
    /// Bars of label, address and number, on an axis from zero to a round number above them all.
    #[must_use]
    pub fn new(title: &'static str, amounts: Vec<(String, String, f64)>) -> Self {
        let highest = amounts.iter().map(|(_, _, number)| *number).fold(1.0, f64::max);
        let magnitude = 10_f64.powf(highest.log10().floor());
        let fits = |step: &f64| highest / step <= 4.0;
        let step = [0.5, 1.0, 2.0, 2.5, 5.0].map(|part| part * magnitude).into_iter().find(fits);
        let step = step.unwrap_or(10.0 * magnitude);
        let high = (highest / step).ceil() * step;
        let values: Vec<f64> = std::iter::successors(Some(0.0), |value| Some(value + step))
            .take_while(|value| *value <= high)
            .collect();
        let bar = |(label, href, number): (String, String, f64)| Amount {
            label,
            href,
            text: Count(number).to_string(),
            width: percent(number, 0.0, high),
        };
        Self {
            title,
            bars: amounts.into_iter().map(bar).collect(),
            ticks: ticks(&values, 0.0, high, in_millions),
        }
    }
}

/// "5M" where a number is that large.
fn in_millions(number: f64) -> String {
    if number >= 1_000_000.0 {
        format!("{}M", Tenths(number / 1_000_000.0))
    } else {
        Count(number).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_ends_above_the_longest_bar() {
        let amounts = |number| Amounts::new("Jobs", vec![(String::new(), String::new(), number)]);
        for number in [1.0, 999.0, 18_000_000.0, 20_000_000.0, 4_100_000.0] {
            let chart = amounts(number);
            assert!(chart.ticks.len() >= 2 && chart.ticks.len() <= 6, "{number}: {}", chart.ticks.len());
            assert!(chart.bars.iter().all(|bar| bar.width.0 > 60.0 && bar.width.0 <= 100.0), "{number}");
        }
        assert_eq!(in_millions(7_500_000.0), "7.5M");
    }
}
