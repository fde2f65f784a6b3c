//! Where an amount stands in a published distribution of pay.

use crate::domain::Cell;

/// A point of a distribution that the wage survey publishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the percentiles they name")]
pub enum Percentile {
    P10,
    P25,
    Median,
    P75,
    P90,
}

impl Percentile {
    /// From the lowest to the highest.
    pub const ALL: [Self; 5] = [Self::P10, Self::P25, Self::Median, Self::P75, Self::P90];
}

/// Where an amount stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Under the lowest percentile that is published.
    Below(Percentile),
    /// Exactly one, or as much as several that are equal: the first and the last of them.
    At(Percentile, Percentile),
    /// Over the first and under the second.
    Between(Percentile, Percentile),
    /// Over the highest percentile that is published.
    Above(Percentile),
    /// At or over the amount from which on the publisher says no more; over the percentile before it, if any.
    CutOff {
        /// The highest percentile that is known to be less.
        over: Option<Percentile>,
        /// Where the publisher stops.
        bound: f64,
    },
    /// No percentile is published.
    Unknown,
}

impl Standing {
    /// Sets an amount against the five percentiles, in the same unit.
    #[must_use]
    pub fn of(amount: f64, percentiles: [Cell; 5]) -> Self {
        let mut under = None;
        let mut at: Option<(Percentile, Percentile)> = None;
        for (percentile, cell) in Percentile::ALL.into_iter().zip(percentiles) {
            let (value, exact) = match cell {
                Cell::Number(value) => (value, true),
                Cell::AtLeast(bound) => (bound, false),
                Cell::Missing(_) => continue,
            };
            if amount < value {
                return match (at, under) {
                    (Some((first, last)), _) => Self::At(first, last),
                    (None, Some(lower)) => Self::Between(lower, percentile),
                    (None, None) => Self::Below(percentile),
                };
            }
            if !exact {
                return Self::CutOff { over: under, bound: value };
            }
            // Published amounts are whole dollars or cents, so equal ones are equal to the last bit.
            if amount > value {
                under = Some(percentile);
            } else {
                at = Some((at.map_or(percentile, |(first, _)| first), percentile));
            }
        }
        match (at, under) {
            (Some((first, last)), _) => Self::At(first, last),
            (None, Some(lower)) => Self::Above(lower),
            (None, None) => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Percentile::{Median, P10, P25, P75, P90};
    use super::*;
    use crate::domain::Reason;

    const WHOLE: [Cell; 5] = [
        Cell::Number(30_000.0),
        Cell::Number(40_000.0),
        Cell::Number(50_000.0),
        Cell::Number(60_000.0),
        Cell::Number(70_000.0),
    ];

    #[rstest]
    #[case(29_999.0, Standing::Below(P10))]
    #[case(30_000.0, Standing::At(P10, P10))]
    #[case(45_000.0, Standing::Between(P25, Median))]
    #[case(70_000.0, Standing::At(P90, P90))]
    #[case(70_000.5, Standing::Above(P90))]
    fn an_amount_stands_between_two_percentiles(#[case] amount: f64, #[case] standing: Standing) {
        assert_eq!(Standing::of(amount, WHOLE), standing);
    }

    #[test]
    fn what_is_cut_off_or_missing_is_not_guessed() {
        let none = Cell::Missing(Reason::WageNotReleased);
        let cut = [WHOLE[0], WHOLE[1], WHOLE[2], Cell::AtLeast(60_000.0), Cell::AtLeast(60_000.0)];
        assert_eq!(Standing::of(55_000.0, cut), Standing::Between(Median, P75));
        assert_eq!(Standing::of(60_000.0, cut), Standing::CutOff { over: Some(Median), bound: 60_000.0 });
        let all_cut = [Cell::AtLeast(60_000.0); 5];
        assert_eq!(Standing::of(90_000.0, all_cut), Standing::CutOff { over: None, bound: 60_000.0 });
        let high = [WHOLE[0], WHOLE[1], WHOLE[2], WHOLE[3], none];
        assert_eq!(Standing::of(90_000.0, high), Standing::Above(P75));
        assert_eq!(Standing::of(90_000.0, [none; 5]), Standing::Unknown);
        let equal = [WHOLE[0], WHOLE[0], WHOLE[0], WHOLE[3], WHOLE[4]];
        assert_eq!(Standing::of(30_000.0, equal), Standing::At(P10, Median));
        assert_eq!(Standing::of(31_000.0, equal), Standing::Between(Median, P75));
    }
}
