//! Of how many occupations a row has their own figure, an inherited one, or none, and why. It reads the rows as the
//! pages make them, so that it cannot say anything else than they do.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::Career;
use crate::store::Provenance;
use crate::view::citations::Citations;
use crate::view::format::Percent;
use crate::view::row::{Row, Value};
use crate::view::sections::{self, Section};

/// The coverage of every row of a comparison and of a career's page.
#[derive(Debug)]
pub struct Coverage {
    /// In the order of the pages.
    pub rows: Vec<RowCoverage>,
}

/// How many occupations a row says what of.
#[derive(Debug)]
pub struct RowCoverage {
    /// As it stands on the page, or what the rows of a list are called together.
    pub label: String,
    /// Occupations with a figure of their own.
    pub own: usize,
    /// Occupations with the figure of a group, or of the occupations inside them.
    pub inherited: usize,
    /// Why the others have none.
    pub reasons: BTreeMap<String, usize>,
    /// Occupations of which the row says nothing at all.
    pub blank: usize,
}

/// What a row says of one occupation. Of several rows with one label the last of these counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Own,
    Inherited,
    Missing(String),
}

impl Standing {
    fn of(value: &Value) -> Self {
        match &value.level {
            _ if value.missing => Self::Missing(value.first.text.clone().into_owned()),
            Some(_) => Self::Inherited,
            None => Self::Own,
        }
    }
}

impl Coverage {
    /// Looks at every row that the pages of these occupations have.
    #[must_use]
    pub fn of(occupations: &[Career], provenance: &Provenance) -> Self {
        let mut labels: Vec<String> = Vec::new();
        let mut standings: Vec<BTreeMap<String, Standing>> = Vec::new();
        for occupation in occupations {
            let mut said = BTreeMap::new();
            for row in rows(occupation, provenance) {
                let label = row.list.map_or_else(|| row.label.clone(), str::to_owned);
                let Some(value) = row.cells.first().and_then(|shown| shown.cell.cell.official.as_ref())
                else {
                    continue;
                };
                if !labels.contains(&label) {
                    labels.push(label.clone());
                }
                let standing = Standing::of(value);
                said.entry(label)
                    .and_modify(|known: &mut Standing| *known = standing.clone().max(known.clone()))
                    .or_insert(standing);
            }
            standings.push(said);
        }
        Self { rows: labels.into_iter().map(|label| count(label, &standings)).collect() }
    }

    /// The row with this label.
    #[must_use]
    pub fn row(&self, label: &str) -> Option<&RowCoverage> {
        self.rows.iter().find(|row| row.label == label)
    }
}

/// The rows of a career's page, then those that only a comparison has.
fn rows(career: &Career, provenance: &Provenance) -> Vec<Row> {
    let mut citations = Citations::new(provenance);
    let of_career = sections::of_career(career, &mut citations);
    let of_comparison = sections::of_comparison(std::slice::from_ref(career), &mut citations);
    of_career.into_iter().chain(of_comparison).flat_map(|section: Section| section.rows).collect()
}

fn count(label: String, standings: &[BTreeMap<String, Standing>]) -> RowCoverage {
    let mut row = RowCoverage { own: 0, inherited: 0, reasons: BTreeMap::new(), blank: 0, label };
    for said in standings {
        match said.get(&row.label) {
            Some(Standing::Own) => row.own += 1,
            Some(Standing::Inherited) => row.inherited += 1,
            Some(Standing::Missing(why)) => *row.reasons.entry(why.clone()).or_default() += 1,
            None => row.blank += 1,
        }
    }
    row
}

impl RowCoverage {
    /// Occupations with a figure, their own or an inherited one, in percent of all.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are some hundred occupations")]
    pub fn percent(&self) -> f64 {
        let known = self.own + self.inherited;
        let all = known + self.reasons.values().sum::<usize>() + self.blank;
        100.0 * known as f64 / all as f64
    }
}

/// A table in Markdown.
impl fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "| row | own | inherited | with a figure | none, because |")?;
        writeln!(formatter, "|---|--:|--:|--:|---|")?;
        for row in &self.rows {
            let mut reasons: Vec<(&str, usize)> =
                row.reasons.iter().map(|(why, count)| (why.as_str(), *count)).collect();
            if row.blank > 0 {
                reasons.push(("left out without a word", row.blank));
            }
            reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let reasons: Vec<String> = reasons.iter().map(|(why, count)| format!("{why}: {count}")).collect();
            let RowCoverage { label, own, inherited, .. } = row;
            let known = Percent(row.percent());
            writeln!(formatter, "| {label} | {own} | {inherited} | {known} | {} |", reasons.join("; "))?;
        }
        Ok(())
    }
}
