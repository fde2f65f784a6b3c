//! A row of a table of figures: a label, and for each career its values with their sources and differences.

use std::borrow::Cow;

use crate::domain::Career;
use crate::view::charts::Accent;
use crate::view::citations::Mark;
use crate::view::difference::{Difference, Quantity, Unit, between};

/// A row; it has one cell a career.
#[derive(Debug, Clone)]
pub struct Row {
    /// "Yearly salary"
    pub label: String,
    /// "annual median"
    pub note: &'static str,
    /// The list that it belongs to, where the careers decide which rows of it stand: "Importance of skills".
    pub list: Option<&'static str>,
    /// Stands above it and the rows that follow: "Both need".
    pub heading: Option<String>,
    /// One a career, in the page's order.
    pub cells: Vec<RowCell>,
}

/// What a row says of one career.
#[derive(Debug, Clone, Default)]
pub struct RowCell {
    /// Color and shape of its career; set by [`Row::of`].
    pub accent: Accent,
    /// The title's own figure by a named source, if it has one.
    pub own: Option<Value>,
    /// The official figure of its occupation, or the reason for having none.
    pub official: Option<Value>,
    /// Against the first career.
    pub difference: Option<Difference>,
}

/// A text with where it comes from.
#[derive(Debug, Clone)]
pub struct Line {
    /// "$97,550"
    pub text: Cow<'static, str>,
    /// Its source; none for a line that goes on with the one before it.
    pub source: Option<Mark>,
}

/// A value in words.
#[derive(Debug, Clone)]
pub struct Value {
    /// The figure. Most values have no other line, and need no list of them.
    pub first: Line,
    /// What adds to it.
    pub more: Vec<Line>,
    /// There is no figure; the lines say why.
    pub missing: bool,
    /// Whose figure it is, where not the career's own: "broader group".
    pub level: Option<Cow<'static, str>>,
    /// What the figure does not cover: "without California and Texas". It may be the career's own all the same.
    pub lacking: Option<String>,
    /// The number, where differences make sense.
    pub quantity: Option<Quantity>,
}

impl Value {
    /// A figure.
    #[must_use]
    pub fn known(text: impl Into<Cow<'static, str>>, source: Option<Mark>) -> Self {
        let first = Line { text: text.into(), source };
        Self { first, more: Vec::new(), missing: false, level: None, lacking: None, quantity: None }
    }

    /// A figure of several parts with one source.
    #[must_use]
    pub fn list(texts: Vec<String>, source: Option<Mark>) -> Self {
        let mut texts = texts.into_iter();
        let mut value = Self::known(texts.next().unwrap_or_default(), None);
        value.more.extend(texts.map(|text| Line { text: text.into(), source: None }));
        value.more.last_mut().unwrap_or(&mut value.first).source = source;
        value
    }

    /// No figure, and why.
    #[must_use]
    pub fn missing(why: impl Into<Cow<'static, str>>, source: Option<Mark>) -> Self {
        Self { missing: true, ..Self::known(why, source) }
    }

    /// With the number behind it.
    #[must_use]
    pub fn with_quantity(self, quantity: Quantity) -> Self {
        Self { quantity: Some(quantity), ..self }
    }

    /// With its source, after its last line.
    #[must_use]
    pub fn with_source(mut self, source: Option<Mark>) -> Self {
        self.more.last_mut().unwrap_or(&mut self.first).source = source;
        self
    }

    /// With whose figure it is.
    #[must_use]
    pub fn with_level(self, level: Option<Cow<'static, str>>) -> Self {
        Self { level, ..self }
    }

    /// With what it does not cover.
    #[must_use]
    pub fn with_lacking(self, lacking: Option<&str>) -> Self {
        Self { lacking: lacking.map(str::to_owned), ..self }
    }

    /// With a further line from a source of its own.
    #[must_use]
    pub fn with_line(mut self, text: Option<String>, source: Option<Mark>) -> Self {
        self.more.extend(text.map(|text| Line { text: text.into(), source }));
        self
    }
}

impl Row {
    /// Asks `cell` for each career. A row that says nothing of one of them is left out: it would be a blank.
    pub fn of(
        label: &str,
        note: &'static str,
        careers: &[Career],
        unit: Option<Unit>,
        mut cell: impl FnMut(&Career) -> RowCell,
    ) -> Option<Self> {
        let mut cells: Vec<RowCell> = careers.iter().map(&mut cell).collect();
        if cells.iter().any(|cell| cell.own.is_none() && cell.official.is_none()) {
            return None;
        }
        for (place, cell) in cells.iter_mut().enumerate() {
            cell.accent = Accent::of(place);
        }
        compare(&mut cells, unit);
        Some(Self { label: label.to_owned(), note, list: None, heading: None, cells })
    }

    /// As one of a list whose rows the careers decide.
    #[must_use]
    pub fn in_list(self, list: &'static str) -> Self {
        Self { list: Some(list), ..self }
    }

    /// Whether a title's own figure stands in it, of which the note says nothing.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.cells.iter().any(|cell| cell.own.is_some())
    }
}

/// Like with like: titles' own figures where every career has one, otherwise the official ones.
fn compare(cells: &mut [RowCell], unit: Option<Unit>) {
    let Some(unit) = unit else { return };
    let own = cells.iter().all(|cell| cell.own.is_some());
    let quantity = |cell: &RowCell| if own { cell.own.as_ref() } else { cell.official.as_ref() }?.quantity;
    let Some(first) = cells.first().and_then(quantity) else { return };
    for cell in cells.iter_mut().skip(1) {
        cell.difference = quantity(cell).map(|second| between(first, second, unit));
    }
}
