//! Figures of one thing, one a row: a label and a value with its source.

use std::borrow::Cow;

use crate::view::row::{Row, Value};

/// A row.
#[derive(Debug, Clone)]
pub struct Fact {
    /// "Minimum wage"
    pub label: Cow<'static, str>,
    /// A few words beside the label, or nothing.
    pub note: &'static str,
    /// The figure, or the reason for having none.
    pub value: Value,
}

impl Fact {
    /// A row.
    #[must_use]
    pub fn new(label: impl Into<Cow<'static, str>>, note: &'static str, value: Value) -> Self {
        Self { label: label.into(), note, value }
    }

    /// What a row of a career's page says of its one career officially.
    #[must_use]
    pub fn of(row: Row) -> Option<Self> {
        let value = row.cells.first()?.cell.cell.official.clone()?;
        Some(Self::new(row.label, row.note, value))
    }
}
