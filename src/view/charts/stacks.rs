//! Shares that exclude one another, as one bar each.

use std::borrow::Cow;

use askama::Template;

use super::Accent;
use crate::view::format::{Percent, Tenths};

/// From here on a part is wide enough to carry its share, on a phone too.
const WIDE_ENOUGH: f64 = 11.0;

/// A bar of parts.
pub struct Stack {
    /// Whose it is.
    pub accent: Accent,
    /// Its name.
    pub label: String,
    /// From left to right.
    pub parts: Vec<StackPart>,
}

/// A part of a bar.
pub struct StackPart {
    /// "Bachelor's degree"
    pub label: &'static str,
    /// In percent.
    pub share: f64,
}

impl StackPart {
    /// A part of `share` percent.
    #[must_use]
    pub fn new(label: &'static str, share: f64) -> Self {
        Self { label, share }
    }
}

/// Bars of the same parts below one another.
#[derive(Template)]
#[template(path = "components/stacks.html")]
pub struct Stacks {
    /// "Highest degree held"
    pub title: Cow<'static, str>,
    /// The parts' names from left to right.
    pub legend: Vec<&'static str>,
    /// One a career or occupation.
    pub stacks: Vec<PlacedStack>,
}

/// A bar as it is drawn.
pub struct PlacedStack {
    pub accent: Accent,
    pub label: String,
    pub parts: Vec<PlacedPart>,
}

/// A part as it is drawn: places in percent.
pub struct PlacedPart {
    pub label: &'static str,
    pub share: String,
    pub start: Tenths,
    pub middle: Tenths,
    pub width: Tenths,
    pub is_wide: bool,
    pub shade: usize,
}

impl Stacks {
    /// Puts the parts of each bar behind one another.
    #[must_use]
    pub fn new(title: impl Into<Cow<'static, str>>, stacks: Vec<Stack>) -> Self {
        let legend = stacks
            .first()
            .map(|stack| stack.parts.iter().map(|part| part.label).collect())
            .unwrap_or_default();
        Self { title: title.into(), legend, stacks: stacks.into_iter().map(place).collect() }
    }
}

fn place(stack: Stack) -> PlacedStack {
    let total: f64 = stack.parts.iter().map(|part| part.share).sum();
    // Published shares add up to 99.8 to 100.2: the bar is filled either way.
    let scale = if total > 0.0 { 100.0 / total } else { 0.0 };
    let shades = stack.parts.len();
    let mut start = 0.0;
    let parts = stack
        .parts
        .into_iter()
        .enumerate()
        .map(|(place, part)| {
            let width = part.share * scale;
            let placed = PlacedPart {
                label: part.label,
                share: Percent(part.share).to_string(),
                start: Tenths(start),
                middle: Tenths(start + width / 2.0),
                width: Tenths(width),
                is_wide: width >= WIDE_ENOUGH,
                // Two parts take the strongest and the weakest of the seven shades.
                shade: if shades == 2 { place * 5 + 1 } else { place },
            };
            start += width;
            placed
        })
        .collect();
    PlacedStack { accent: stack.accent, label: stack.label, parts }
}
