//! How two figures differ, and whether that means anything.
//!
//! Means and job counts have relative standard errors, O*NET's ratings have standard errors: a difference inside
//! 1.96 standard errors of the difference is "about the same"; so is one of shares that we count from person records.
//! Medians have no published margin: under 3 percent is
//! "close", by our own rule. Shares without a published error get no verdict.

use crate::view::format::{LargeUsd, Percent, Usd, UsdCents};

/// What is known of a figure's error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Margin {
    /// One standard error, in the figure's unit.
    StandardError(f64),
    /// A median of pay: none is published.
    Median,
    /// None is published, and no rule of ours applies.
    Unknown,
}

/// What a figure counts, which decides how a difference is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Dollars a year.
    Usd,
    /// Dollars an hour.
    UsdCents,
    /// Millions and billions of dollars.
    LargeUsd,
    /// Percent of people, or percent of growth: differs in points.
    Share,
    /// Jobs.
    Jobs,
    /// Years of age.
    Age,
    /// Hours a week.
    Hours,
    /// Points on O*NET's scale from 1 to 5.
    Importance,
}

/// A number with what is known of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// In its unit.
    pub value: f64,
    /// What is known of its error.
    pub margin: Margin,
}

/// A difference in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// "$38,430 more (39%)", "About the same".
    pub text: String,
    /// What the release allows to be said.
    pub verdict: Verdict,
}

/// What the release allows to be said of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Larger than the margin, or than our rule for medians.
    Real,
    /// Inside the margin, or equal.
    Same,
    /// No margin is published: the difference is given as it is.
    Unjudged,
}

impl Verdict {
    /// The class of the element that shows it.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Same => "same",
            Self::Unjudged => "unjudged",
        }
    }
}

/// Two standard errors either way hold 95 of 100 repetitions of a survey.
const Z_95_PERCENT: f64 = 1.96;
/// Our own rule for medians, as a share of the larger: the order of the two changes nothing.
const CLOSE_MEDIANS: f64 = 0.03;

/// The second figure against the first.
#[must_use]
pub fn between(first: Quantity, second: Quantity, unit: Unit) -> Difference {
    let difference = second.value - first.value;
    if difference == 0.0 {
        return Difference { text: "The same".to_owned(), verdict: Verdict::Same };
    }
    let verdict = match (first.margin, second.margin) {
        (Margin::StandardError(one), Margin::StandardError(other)) => {
            if difference.abs() > Z_95_PERCENT * one.hypot(other) { Verdict::Real } else { Verdict::Same }
        }
        (Margin::Median, Margin::Median) => {
            if difference.abs() < CLOSE_MEDIANS * first.value.max(second.value) {
                Verdict::Same
            } else {
                Verdict::Real
            }
        }
        _ => Verdict::Unjudged,
    };
    let words = words(first.value, second.value, unit);
    let text = match (verdict, first.margin) {
        (Verdict::Same, Margin::Median) => format!("Close: {words}"),
        (Verdict::Same, _) => format!("About the same: {words}, inside the margin of error"),
        _ => words,
    };
    Difference { text, verdict }
}

fn words(first: f64, second: f64, unit: Unit) -> String {
    let difference = second - first;
    let size = difference.abs();
    let more = if difference > 0.0 { "more" } else { "less" };
    let percent = if first == 0.0 { String::new() } else { format!(" ({:.0}%)", size / first.abs() * 100.0) };
    match unit {
        Unit::Usd => format!("{} {more}{percent}", Usd(size)),
        Unit::UsdCents => format!("{} {more}{percent}", UsdCents(size)),
        // Of a loss nothing is a percentage.
        Unit::LargeUsd if first < 0.0 => format!("{} {more}", LargeUsd(size)),
        Unit::LargeUsd => format!("{} {more}{percent}", LargeUsd(size)),
        Unit::Share => {
            let points = Percent(size).to_string();
            let higher = if difference > 0.0 { "higher" } else { "lower" };
            format!("{} points {higher}", points.trim_end_matches('%'))
        }
        Unit::Jobs => jobs(first, second),
        Unit::Age => format!("{size:.1} years {}", if difference > 0.0 { "older" } else { "younger" }),
        Unit::Hours => format!("{size:.1} hours {more}"),
        Unit::Importance => format!("{size:.2} {}", if difference > 0.0 { "higher" } else { "lower" }),
    }
}

fn jobs(first: f64, second: f64) -> String {
    let ratio = second / first;
    if !ratio.is_finite() {
        "More".to_owned()
    } else if ratio < 0.1 {
        format!("One for every {:.0}", 1.0 / ratio)
    } else if ratio < 1.0 {
        format!("{:.0}% fewer", (1.0 - ratio) * 100.0)
    } else if ratio < 1.5 {
        format!("{:.0}% more", (ratio - 1.0) * 100.0)
    } else if ratio < 10.0 {
        format!("{ratio:.1} times as many")
    } else {
        format!("{ratio:.0} times as many")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_error(value: f64, error: f64) -> Quantity {
        Quantity { value, margin: Margin::StandardError(error) }
    }

    #[test]
    fn a_difference_inside_the_margin_is_about_the_same() {
        let difference = between(with_error(50_000.0, 600.0), with_error(51_000.0, 600.0), Unit::Usd);
        assert_eq!(difference.verdict, Verdict::Same);
        assert_eq!(difference.text, "About the same: $1,000 more (2%), inside the margin of error");
        let difference = between(with_error(50_000.0, 300.0), with_error(51_000.0, 300.0), Unit::Usd);
        assert_eq!((difference.verdict, difference.text.as_str()), (Verdict::Real, "$1,000 more (2%)"));
    }

    #[test]
    fn medians_under_three_percent_apart_are_close() {
        let median = |value| Quantity { value, margin: Margin::Median };
        assert_eq!(between(median(100.0), median(102.9), Unit::Usd).verdict, Verdict::Same);
        assert_eq!(between(median(100.0), median(103.1), Unit::Usd).verdict, Verdict::Real);
        assert_eq!(between(median(103.0), median(100.0), Unit::Usd).verdict, Verdict::Same);
        assert_eq!(between(median(97_550.0), median(135_980.0), Unit::Usd).text, "$38,430 more (39%)");
    }

    #[test]
    fn shares_get_no_verdict() {
        let share = |value| Quantity { value, margin: Margin::Unknown };
        let difference = between(share(87.3), share(20.3), Unit::Share);
        assert_eq!((difference.text.as_str(), difference.verdict), ("67.0 points lower", Verdict::Unjudged));
    }

    #[test]
    fn jobs_are_compared_as_people_say_it() {
        let text = |first, second| between(with_error(first, 1.0), with_error(second, 1.0), Unit::Jobs).text;
        assert_eq!(text(1_000.0, 3_379.0), "3.4 times as many");
        assert_eq!(text(3_379_720.0, 1_687_890.0), "50% fewer");
        assert_eq!(text(1_687_890.0, 6_500.0), "One for every 260");
        assert_eq!(text(100_000.0, 112_000.0), "12% more");
        assert_eq!(text(1_000.0, 1_000.0), "The same");
    }
}
