//! Charts as plain marks on a shared axis. Positions are percent of the width, so that a chart fills a phone and a
//! wide page alike while its text keeps its size. Each stands beside a table with the same figures.

mod amounts;
mod bars;
mod dots;
mod pay_ranges;
mod scatter;
mod stacks;

use crate::view::format::Tenths;

pub use amounts::Amounts;
pub use bars::{Bar, BarGroup, Bars};
pub use dots::{Dot, DotRow, Dots};
pub use pay_ranges::{PayRange, PayRanges};
pub use scatter::Scatter;
pub use stacks::{Stack, StackPart, Stacks};

/// A chart of one of the kinds.
pub enum Chart {
    /// Pay from the 10th to the 90th percentile.
    PayRanges(PayRanges),
    /// Shares that exclude one another.
    Stacks(Stacks),
    /// Shares that overlap, side by side.
    Bars(Bars),
    /// Figures on one axis, a line between the marks of those that are compared.
    Dots(Dots),
}

/// The color and the shape that a career keeps through a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Accent {
    /// The first career.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// The fourth.
    D,
    /// No career's own: an occupation that several of the page's titles share.
    #[default]
    Neutral,
}

impl Accent {
    /// The accent of the career at a place of the page, from 0.
    #[must_use]
    pub fn of(place: usize) -> Self {
        [Self::A, Self::B, Self::C, Self::D].get(place).copied().unwrap_or(Self::Neutral)
    }

    /// The class of its elements.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
            Self::Neutral => "n",
        }
    }

    /// The shape beside its name, so that color is never alone.
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::A => "●",
            Self::B => "■",
            Self::C => "▲",
            Self::D => "◆",
            Self::Neutral => "○",
        }
    }
}

/// A mark of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Percent of the width.
    pub at: Tenths,
    /// "$100k"
    pub label: String,
    /// How the label stands to its mark: those at the edges stay inside.
    pub anchor: &'static str,
}

/// The end of an axis of pay in dollars a year that begins at zero, and its marks: the end is a round number above the highest.
fn pay_axis(highest: f64) -> (f64, Vec<Tick>) {
    let step = [25_000.0, 50_000.0, 100_000.0].into_iter().find(|step| highest / step <= 6.0);
    let step = step.unwrap_or(200_000.0);
    let high = (highest / step).ceil().max(1.0) * step;
    let values: Vec<f64> = std::iter::successors(Some(0.0), |value| Some(value + step))
        .take_while(|value| *value <= high)
        .collect();
    (high, ticks(&values, 0.0, high, |usd| format!("${:.0}k", usd / 1000.0)))
}

/// Marks at `values` on an axis from `low` to `high`.
fn ticks(values: &[f64], low: f64, high: f64, label: impl Fn(f64) -> String) -> Vec<Tick> {
    let tick = |value: &f64| {
        let at = percent(*value, low, high);
        let anchor = if at.0 < 3.0 {
            "start"
        } else if at.0 > 97.0 {
            "end"
        } else {
            "middle"
        };
        Tick { at, label: label(*value), anchor }
    };
    values.iter().map(tick).collect()
}

/// The place of a value on an axis, in percent of the width.
fn percent(value: f64, low: f64, high: f64) -> Tenths {
    Tenths(((value - low) / (high - low)).clamp(0.0, 1.0) * 100.0)
}
