//! A row of a table of figures: a label, and for each career its values with their sources and differences.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use askama::Template;
use quick_cache::unsync::Cache;

use crate::domain::{Career, NameKind};
use crate::view::charts::Accent;
use crate::view::citations::{Citations, Cited, Mark};
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
    pub cells: Vec<Shown>,
}

/// A cell as a page shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Color and shape of its career.
    pub accent: Accent,
    /// What it says.
    pub cell: Rc<Printed>,
    /// Against the first career.
    pub difference: Option<Difference>,
}

/// What a row says of one career.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "components/cell.html")]
pub struct RowCell {
    /// The title's own figure by a named source, if it has one.
    pub own: Option<Value>,
    /// The official figure of its occupation, or the reason for having none.
    pub official: Option<Value>,
}

/// A cell with its markup. It is the same on every page where the career stands, so that it is made once.
#[derive(Debug)]
pub struct Printed {
    /// What it says.
    pub cell: RowCell,
    /// The same as markup: templates print it unescaped.
    pub markup: String,
    /// The sources that it names.
    cited: Vec<Cited>,
    label: String,
    note: &'static str,
    career: i64,
}

impl Printed {
    /// Prints a cell that no other page has.
    #[must_use]
    pub fn new(cell: RowCell) -> Rc<Self> {
        Rc::new(Self::of(cell, "", "", 0, Vec::new()))
    }

    fn of(cell: RowCell, label: &str, note: &'static str, career: i64, cited: Vec<Cited>) -> Self {
        let mut markup = String::new();
        // Writing to a string does not fail.
        let _ = cell.render_into(&mut markup);
        markup.shrink_to_fit();
        Self { cell, markup, cited, label: label.to_owned(), note, career }
    }
}

/// Cells kept by a worker thread: those of some 35 careers, half a kilobyte each.
const KEPT: usize = 2 * 1024;

/// The cells that were printed before.
pub struct Cells(RefCell<Cache<u64, Rc<Printed>>>);

impl Default for Cells {
    fn default() -> Self {
        Self(RefCell::new(Cache::new(KEPT)))
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Cells({})", self.0.borrow().len())
    }
}

impl Cells {
    /// The cell of a row and a career; `make` prints it where it is not kept.
    fn get(
        &self,
        (label, note): (&str, &'static str),
        career: i64,
        make: impl FnOnce() -> Printed,
    ) -> Rc<Printed> {
        let mut hasher = DefaultHasher::new();
        (label, note, career).hash(&mut hasher);
        let key = hasher.finish();
        let known = self.0.borrow().get(&key).map(Rc::clone);
        if let Some(known) =
            known.filter(|known| known.career == career && known.label == label && known.note == note)
        {
            return known;
        }
        let new = Rc::new(make());
        self.0.borrow_mut().insert(key, Rc::clone(&new));
        new
    }
}

/// A number for all careers whose cells are the same: titles without figures of their own share those of their
/// occupation, which say whose they are.
fn cells_of(career: &Career) -> i64 {
    match career.name.kind {
        NameKind::Occupation => career.name.occupation.id * 2,
        _ if career.own.is_empty() => career.name.occupation.id * 2 + 1,
        _ => -career.name.id - 1,
    }
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
    /// Asks `cell` for each career whose cell is not kept: it may depend on nothing but the label, the note and the
    /// career. A row that says nothing of one of them is left out: it would be a blank.
    pub fn of(
        label: &str,
        note: &'static str,
        careers: &[Career],
        unit: Option<Unit>,
        citations: &mut Citations,
        mut cell: impl FnMut(&Career, &mut Citations) -> RowCell,
    ) -> Option<Self> {
        let kept = citations.cells();
        let mut cells = Vec::with_capacity(careers.len());
        for career in careers {
            let key = cells_of(career);
            let mut print = || {
                let (cell, cited) = citations.recording(|citations| cell(career, citations));
                Printed::of(cell, label, note, key, cited)
            };
            let cell = match kept {
                Some(kept) => kept.get((label, note), key, print),
                None => Rc::new(print()),
            };
            citations.repeat(&cell.cited);
            cells.push(cell);
        }
        Self::with(label, note, unit, cells)
    }

    /// The row of these cells, one a career.
    #[must_use]
    pub fn with(
        label: &str,
        note: &'static str,
        unit: Option<Unit>,
        cells: Vec<Rc<Printed>>,
    ) -> Option<Self> {
        if cells.iter().any(|cell| cell.cell.own.is_none() && cell.cell.official.is_none()) {
            return None;
        }
        let shown =
            (0..).zip(cells).map(|(place, cell)| Shown { accent: Accent::of(place), cell, difference: None });
        let mut cells: Vec<Shown> = shown.collect();
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
        self.cells.iter().any(|shown| shown.cell.cell.own.is_some())
    }
}

/// Like with like: titles' own figures where every career has one, otherwise the official ones.
fn compare(cells: &mut [Shown], unit: Option<Unit>) {
    let Some(unit) = unit else { return };
    let own = cells.iter().all(|shown| shown.cell.cell.own.is_some());
    let quantity = |shown: &Shown| {
        let cell = &shown.cell.cell;
        if own { cell.own.as_ref() } else { cell.official.as_ref() }?.quantity
    };
    let Some(first) = cells.first().and_then(quantity) else { return };
    for shown in cells.iter_mut().skip(1) {
        shown.difference = quantity(shown).map(|second| between(first, second, unit));
    }
}
