//! Long tables: a name and some figures a row. Their sources stand once, in the caption.

use std::borrow::Cow;

use crate::domain::Cell;
use crate::view::citations::Mark;
use crate::view::words;

/// Which columns a table has. The stylesheet names them on a phone, where a row is a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// An area's pay a year and its jobs.
    Year,
    /// An area's pay an hour and its jobs.
    Hour,
    /// A metropolitan area's mean.
    Mean,
    /// A sector's pay a year and its jobs.
    Sector,
    /// A sector's pay an hour and its jobs.
    SectorHour,
    /// A career's pay and jobs in a place.
    Career,
    /// A career's mean in a metropolitan area.
    CareerMean,
    /// What a company offers for a career.
    Offers,
}

impl Layout {
    /// The class of its table.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Year => "ty",
            Self::Hour => "th",
            Self::Mean => "tm",
            Self::Sector => "ts",
            Self::SectorHour => "tsh",
            Self::Career => "tc",
            Self::CareerMean => "tcm",
            Self::Offers => "to",
        }
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// "Median"
    pub label: &'static str,
    /// "ascending" or "descending", where the rows stand in its order.
    pub sorted: Option<&'static str>,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its anchor, where something links to it.
    pub id: Option<String>,
    /// Where its name leads, if anywhere.
    pub href: Option<String>,
    /// "Washington"
    pub name: String,
    /// One a column.
    pub cells: Vec<Cow<'static, str>>,
    /// What the reader chose.
    pub chosen: bool,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Which columns it has.
    pub layout: Layout,
    /// What it shows, and in which unit.
    pub caption: String,
    /// Where its figures come from.
    pub marks: Vec<Mark>,
    /// The label of the names.
    pub names: Column,
    /// The other columns.
    pub columns: Vec<Column>,
    /// In the order in which they are read.
    pub rows: Vec<Line>,
}

/// A figure, or why there is none, in few words.
#[must_use]
pub fn brief(cell: Cell, print: impl Fn(f64) -> String) -> Cow<'static, str> {
    match cell {
        Cell::Number(number) => print(number).into(),
        Cell::AtLeast(number) => format!("{} or more", print(number)).into(),
        Cell::Missing(reason) => words::short_reason(reason).into(),
    }
}

/// The number that a row is ordered by: a bound counts as what it says at least.
#[must_use]
pub fn rank(cell: Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) | Cell::AtLeast(number) => Some(number),
        Cell::Missing(_) => None,
    }
}
