//! The margin of an estimate from weighted records.
//!
//! The replicate weights that the publisher's own margins are made from are not in the file, so the margin follows
//! from what is there: the number of records and how unequal their weights are. People of one household answer alike
//! and were drawn together; their weights count as one. What this cannot see (weights that go with the answer) raised
//! the variance counted household by household above this rule's by no more than a fifth in nine of ten shares of the
//! file of 2024, so it is multiplied by 1.2.

use crate::domain::{Cell, Reason};

/// See above.
const BEYOND_WEIGHTS: f64 = 1.2;
/// Half the width of an interval that holds 90 of 100 repetitions, in standard errors: the publisher's own level.
const Z_90_PERCENT: f64 = 1.645;
/// With fewer records no figure is given.
const LEAST_RECORDS: u32 = 100;

/// The records that a figure is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sample {
    pub(super) records: u32,
    /// People that the records stand for.
    pub(super) persons: u64,
    /// Sum over households of the square of their people's weights.
    squares: u64,
    /// The last household and its people's weights: the file keeps a household together.
    last: (u32, u64),
}

/// A number and its margin; neither where the records are too few.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Estimate(Option<(f64, f64)>);

impl Sample {
    pub(super) fn add(&mut self, household: u32, weight: u32) {
        let weight = u64::from(weight);
        let before = if self.records > 0 && self.last.0 == household { self.last.1 } else { 0 };
        self.last = (household, before + weight);
        self.squares += self.last.1.pow(2) - before.pow(2);
        self.records += 1;
        self.persons += weight;
    }

    /// How many times the variance of a simple random sample of as many records.
    pub(super) fn design_effect(&self) -> f64 {
        BEYOND_WEIGHTS * f64::from(self.records) * number(self.squares) / number(self.persons).powi(2)
    }

    pub(super) fn has_enough(&self) -> bool {
        self.records >= LEAST_RECORDS
    }

    /// Records of a simple random sample that would tell as much.
    fn effective_records(&self) -> f64 {
        f64::from(self.records) / self.design_effect()
    }

    /// Half the width of the interval of a mean with this variance among people.
    fn half_width(&self, variance: f64) -> f64 {
        Z_90_PERCENT * (variance / self.effective_records()).sqrt()
    }

    /// The share of people in percent. A share of none or all has the margin that one effective record would give it:
    /// a sample cannot show that there is nobody.
    pub(super) fn share(&self, persons: u64) -> Estimate {
        if !self.has_enough() {
            return Estimate(None);
        }
        let share = number(persons) / number(self.persons);
        // Of one household nearly all, the effective records may be fewer than two.
        let one = (1.0 / self.effective_records()).min(0.5);
        let inside = share.clamp(one, 1.0 - one);
        Estimate(Some((share * 100.0, self.half_width(inside * (1.0 - inside)) * 100.0)))
    }

    /// The mean, from the sums of weighted values and of weighted squares.
    pub(super) fn mean(&self, sum: u64, sum_of_squares: u64) -> Estimate {
        if !self.has_enough() {
            return Estimate(None);
        }
        let mean = number(sum) / number(self.persons);
        let variance = number(sum_of_squares) / number(self.persons) - mean * mean;
        Estimate(Some((mean, self.half_width(variance.max(0.0)))))
    }

    /// The median age. Its margin is what the margin of a share of one half covers on the scale of ages.
    pub(super) fn median(&self, at: impl Fn(f64) -> f64) -> Estimate {
        if !self.has_enough() {
            return Estimate(None);
        }
        let width = self.half_width(0.25).min(0.5);
        Estimate(Some((at(0.5), (at(0.5 + width) - at(0.5 - width)) / 2.0)))
    }
}

impl Estimate {
    /// A number without a margin of its own.
    pub(super) fn bare(value: Option<f64>) -> Self {
        Self(value.map(|value| (value, 0.0)))
    }

    /// The number, with one decimal.
    pub(super) fn value(self) -> String {
        self.print(|(value, _)| rounded(value, 10.0))
    }

    /// The margin, with two.
    pub(super) fn margin(self) -> String {
        self.print(|(_, margin)| rounded(margin, 100.0))
    }

    fn print(self, part: impl Fn((f64, f64)) -> f64) -> String {
        let cell = self.0.map_or(Cell::Missing(Reason::FewRecords), |both| Cell::Number(part(both)));
        cell.to_string()
    }
}

pub(super) fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

#[expect(clippy::cast_precision_loss, reason = "sums of weights are far below 2^53")]
pub(super) fn number(sum: u64) -> f64 {
    sum as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As many records, each of a household of its own.
    fn alone(weights: &[u32]) -> Sample {
        let mut sample = Sample::default();
        (0..).zip(weights).for_each(|(household, weight)| sample.add(household, *weight));
        sample
    }

    #[test]
    fn equal_weights_leave_only_the_factor() {
        assert!((alone(&[7; 150]).design_effect() - 1.2).abs() < 1e-12);
    }

    #[test]
    fn unequal_weights_widen_the_margin() {
        // Half with weight 1 and half with 3: 1 + cv² = 1 + 1/4.
        let weights: Vec<u32> = (0..200).map(|place| if place % 2 == 0 { 1 } else { 3 }).collect();
        let sample = alone(&weights);
        assert!((sample.design_effect() - 1.5).abs() < 1e-12);
        // 1.645 * sqrt(1.5 * 0.25 / 200) = 7.12 points.
        let share = sample.share(sample.persons / 2);
        assert_eq!((share.value(), share.margin()), ("50".to_owned(), "7.12".to_owned()));
    }

    #[test]
    fn a_household_counts_as_one() {
        let mut together = Sample::default();
        (0..200).for_each(|place| together.add(place / 2, 5));
        assert!((together.design_effect() - 2.0 * alone(&[5; 200]).design_effect()).abs() < 1e-12);
        assert_eq!(together.records, 200);
    }

    #[test]
    fn under_a_hundred_records_there_is_no_figure() {
        let share = |records: usize| alone(&vec![1; records]).share(50);
        assert_eq!(share(99).value(), "few_records");
        assert_eq!(share(99).margin(), "few_records");
        assert_eq!(share(100).value(), "50");
    }

    #[test]
    fn a_share_of_none_has_a_margin() {
        let none = alone(&[1; 120]).share(0);
        assert_eq!(none.value(), "0");
        // One effective record of 100: 1.645 * sqrt(0.01 * 0.99 / 100) = 1.64 points.
        assert_eq!(none.margin(), "1.64");
    }

    #[test]
    fn a_mean_has_the_margin_of_its_spread() {
        // Half 30 and half 50: mean 40, variance 100; 1.645 * sqrt(1.2 * 100 / 120) = 1.645.
        let hours = alone(&[1; 120]).mean(60 * 30 + 60 * 50, 60 * 900 + 60 * 2500);
        assert_eq!((hours.value(), hours.margin()), ("40".to_owned(), "1.65".to_owned()));
    }
}
