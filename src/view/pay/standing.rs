//! Where a reader's own pay stands, in sentences.

use crate::domain::{Cell, PayUnit, Percentile, Standing};
use crate::view::format::{Usd, UsdCents};

/// An amount in its unit: "$31.25 an hour".
#[must_use]
pub fn spoken(usd: f64, unit: PayUnit) -> String {
    match unit {
        PayUnit::Hour => format!("{} an hour", UsdCents(usd)),
        PayUnit::Year => format!("{} a year", Usd(usd)),
    }
}

/// "$65,000 a year is between the 25th percentile ($60,110) and the median ($97,550): ..."
#[must_use]
pub fn sentence(usd: f64, unit: PayUnit, percentiles: [Cell; 5], place: &str) -> String {
    let amount = spoken(usd, unit);
    let point = |percentile| {
        let value = Percentile::ALL.into_iter().zip(percentiles).find(|(other, _)| *other == percentile);
        let value = value.map_or_else(String::new, |(_, cell)| match cell {
            Cell::Number(usd) => print(usd, unit),
            Cell::AtLeast(usd) => format!("{} or more", print(usd, unit)),
            Cell::Missing(_) => String::new(),
        });
        format!("{} ({value})", name(percentile))
    };
    match Standing::of(usd, percentiles) {
        Standing::Below(percentile) => format!(
            "{amount} is below {} {place}: fewer than {} in 100 of these jobs pay less.",
            point(percentile),
            share(percentile)
        ),
        Standing::At(first, last) if first == last => format!(
            "{amount} is exactly {} {place}: about {} in 100 of these jobs pay less.",
            point(first),
            share(first)
        ),
        Standing::At(first, last) => format!(
            "{amount} is what both {} and {} are {place}: many of these jobs pay just that.",
            point(first),
            point(last)
        ),
        Standing::Between(under, over) => format!(
            "{amount} is between {} and {} {place}: about {} to {} in 100 of these jobs pay less.",
            point(under),
            point(over),
            share(under),
            share(over)
        ),
        Standing::Above(percentile) => format!(
            "{amount} is above {} {place}: at least {} in 100 of these jobs pay less.",
            point(percentile),
            share(percentile)
        ),
        Standing::CutOff { over, bound } => {
            let over =
                over.map_or_else(String::new, |percentile| format!(" It is above {}.", point(percentile)));
            format!(
                "{amount} is at or above {}, where the survey stops to name amounts {place}.{over} More cannot be said.",
                print(bound, unit)
            )
        }
        Standing::Unknown => {
            format!("Where {amount} stands cannot be said: no percentile of this work is published {place}.")
        }
    }
}

fn print(usd: f64, unit: PayUnit) -> String {
    match unit {
        PayUnit::Hour => UsdCents(usd).to_string(),
        PayUnit::Year => Usd(usd).to_string(),
    }
}

fn name(percentile: Percentile) -> &'static str {
    match percentile {
        Percentile::P10 => "the 10th percentile",
        Percentile::P25 => "the 25th percentile",
        Percentile::Median => "the median",
        Percentile::P75 => "the 75th percentile",
        Percentile::P90 => "the 90th percentile",
    }
}

fn share(percentile: Percentile) -> u8 {
    match percentile {
        Percentile::P10 => 10,
        Percentile::P25 => 25,
        Percentile::Median => 50,
        Percentile::P75 => 75,
        Percentile::P90 => 90,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_said_in_words() {
        let cells = [30_000.0, 40_000.0, 50_000.0, 60_000.0].map(Cell::Number);
        let [p10, p25, median, p75] = cells;
        let said = |usd, p90| sentence(usd, PayUnit::Year, [p10, p25, median, p75, p90], "in Washington");
        let whole = Cell::Number(70_000.0);
        assert_eq!(
            said(45_000.0, whole),
            "$45,000 a year is between the 25th percentile ($40,000) and the median ($50,000) in Washington: about 25 to 50 in 100 of these jobs pay less."
        );
        assert!(said(20_000.0, whole).starts_with("$20,000 a year is below the 10th percentile ($30,000)"));
        assert!(said(80_000.0, whole).starts_with("$80,000 a year is above the 90th percentile ($70,000)"));
        assert!(said(50_000.0, whole).contains("is exactly the median ($50,000)"));
        assert_eq!(
            said(300_000.0, Cell::AtLeast(239_200.0)),
            "$300,000 a year is at or above $239,200, where the survey stops to name amounts in Washington. It is above the 75th percentile ($60,000). More cannot be said."
        );
    }
}
