//! The figures that somebody has to look at: those that lie furthest from what the occupation's other figures, or
//! similar occupations, would make one expect. A figure is compared by ratio or by points; the spread of these
//! deviations over all occupations says how surprising one of them is.

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;

use crate::check::measures;
use crate::domain::Career;

/// Surprises that are listed for a measure.
const LISTED: usize = 20;
/// Makes the median absolute deviation of a normal distribution its standard deviation.
const NORMAL: f64 = 1.4826;

/// Reads a number of an occupation, where it has it.
pub type Figure = Box<dyn Fn(&Career) -> Option<f64>>;

/// What a figure is set against.
pub enum Against {
    /// Another figure of the same occupation.
    Own(Figure),
    /// The median of the occupations with the same word: those of a major group, say.
    Peers(fn(&Career) -> &str),
}

/// How far two figures are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// By their ratio: amounts.
    Ratio,
    /// By their difference: shares and years.
    Points,
}

impl Scale {
    fn deviation(self, figure: f64, expected: f64) -> Option<f64> {
        match self {
            Self::Points => Some(figure - expected),
            Self::Ratio if figure > 0.0 && expected > 0.0 => Some((figure / expected).ln()),
            Self::Ratio => None,
        }
    }

    /// Releases round: what is closer than this is the same, and a narrower spread counts as this.
    fn grain(self) -> f64 {
        match self {
            // Two percent, or two points.
            Self::Ratio => 0.02,
            Self::Points => 2.0,
        }
    }
}

/// How a row's figures are looked at.
pub struct Measure {
    /// The row, with what is looked at where it holds several figures: "Race ratio: Asian".
    pub row: &'static str,
    /// "the middle of its quartiles"
    pub against_what: &'static str,
    /// The figure.
    pub figure: Figure,
    /// What it is set against.
    pub against: Against,
    /// How.
    pub scale: Scale,
    /// Prints both.
    pub print: fn(f64) -> String,
}

/// One that has to be explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Surprise {
    /// Of the first occupation that has it.
    pub soc_code: String,
    /// Its title.
    pub title: String,
    /// Further occupations with both figures the same: they share a group's.
    pub others: usize,
    /// As it is printed.
    pub figure: String,
    /// What was expected.
    pub expected: String,
    /// How many standard deviations it lies from the middle, by the median absolute deviation.
    pub z: f64,
    /// What somebody found out about it.
    pub why: Option<String>,
}

/// The surprises of one measure, the largest first.
#[derive(Debug)]
pub struct Surprises {
    /// The row.
    pub row: &'static str,
    /// What its figures are set against.
    pub against_what: &'static str,
    /// Occupations that have both figures.
    pub looked_at: usize,
    /// The largest.
    pub listed: Vec<Surprise>,
}

/// What somebody found out about a figure. It counts only for as long as the figure stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Explanation {
    /// [`Measure::row`].
    pub row: String,
    /// The occupation.
    pub soc_code: String,
    /// The figure, as the report prints it.
    pub figure: String,
    /// In words.
    pub why: String,
}

/// Finds the surprises of a measure, with what is known of them.
#[must_use]
pub fn find(measure: &Measure, occupations: &[Career], explanations: &[Explanation]) -> Surprises {
    let deviations = deviations(measure, occupations);
    let middle = median(deviations.iter().map(|one| one.deviation).collect());
    let spread = NORMAL * median(deviations.iter().map(|one| (one.deviation - middle).abs()).collect());
    let grain = measure.scale.grain();
    let looked_at = deviations.len();
    let mut sizable: Vec<Compared> =
        deviations.into_iter().filter(|one| (one.deviation - middle).abs() > grain).collect();
    sizable.sort_by(|one, other| {
        let size = |one: &Compared| (one.deviation - middle).abs();
        size(other).total_cmp(&size(one))
    });
    let mut listed: Vec<Surprise> = Vec::new();
    for Compared { career, figure, expected, deviation } in sizable {
        let (figure, expected) = ((measure.print)(figure), (measure.print)(expected));
        let z = (deviation - middle) / spread.max(grain);
        if let Some(same) = listed
            .iter_mut()
            .find(|one| one.figure == figure && one.expected == expected && one.z.total_cmp(&z).is_eq())
        {
            same.others += 1;
        } else if listed.len() < LISTED {
            let occupation = &career.name.occupation;
            let known = explanations.iter().find(|known| {
                known.row == measure.row && known.soc_code == occupation.soc_code && known.figure == figure
            });
            listed.push(Surprise {
                soc_code: occupation.soc_code.clone(),
                title: occupation.title.clone(),
                others: 0,
                figure,
                expected,
                z,
                why: known.map(|known| known.why.clone()),
            });
        }
    }
    Surprises { row: measure.row, against_what: measure.against_what, looked_at, listed }
}

/// The surprises of every measure, with explanations that no surprise asks for any more.
#[derive(Debug)]
pub struct Report {
    /// In the order of the measures.
    pub rows: Vec<Surprises>,
    /// Explanations of figures that changed, or are no longer among the largest.
    pub idle: Vec<Explanation>,
}

impl Report {
    /// Finds the surprises of every measure.
    #[must_use]
    pub fn of(occupations: &[Career], explanations: &[Explanation]) -> Self {
        let rows: Vec<Surprises> =
            measures().iter().map(|measure| find(measure, occupations, explanations)).collect();
        let asked_for = |known: &&Explanation| {
            rows.iter().any(|row| {
                row.row == known.row
                    && row
                        .listed
                        .iter()
                        .any(|one| one.soc_code == known.soc_code && one.figure == known.figure)
            })
        };
        let idle = explanations.iter().filter(|known| !asked_for(known)).cloned().collect();
        Self { rows, idle }
    }

    /// How many are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.surprises().count()
    }

    /// How many of them somebody has looked at.
    #[must_use]
    pub fn explained(&self) -> usize {
        self.surprises().filter(|one| one.why.is_some()).count()
    }

    fn surprises(&self) -> impl Iterator<Item = &Surprise> {
        self.rows.iter().flat_map(|row| &row.listed)
    }
}

/// An occupation's figure and what it is set against.
struct Compared<'c> {
    career: &'c Career,
    figure: f64,
    expected: f64,
    deviation: f64,
}

fn deviations<'c>(measure: &Measure, occupations: &'c [Career]) -> Vec<Compared<'c>> {
    let peers = match &measure.against {
        Against::Own(_) => HashMap::new(),
        Against::Peers(group) => peers(measure, *group, occupations),
    };
    occupations
        .iter()
        .filter_map(|career| {
            let figure = (measure.figure)(career)?;
            let expected = match &measure.against {
                Against::Own(other) => other(career)?,
                Against::Peers(group) => *peers.get(group(career))?,
            };
            let deviation = measure.scale.deviation(figure, expected)?;
            Some(Compared { career, figure, expected, deviation })
        })
        .collect()
}

fn peers<'c>(
    measure: &Measure,
    group: fn(&Career) -> &str,
    occupations: &'c [Career],
) -> HashMap<&'c str, f64> {
    let mut figures: HashMap<&str, Vec<f64>> = HashMap::new();
    for career in occupations {
        if let Some(figure) = (measure.figure)(career) {
            figures.entry(group(career)).or_default().push(figure);
        }
    }
    figures.into_iter().map(|(group, figures)| (group, median(figures))).collect()
}

/// The middle of some numbers; 0 of none.
fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let (below, above) = (numbers.len().saturating_sub(1) / 2, numbers.len() / 2);
    match (numbers.get(below), numbers.get(above)) {
        (Some(below), Some(above)) => f64::midpoint(*below, *above),
        _ => 0.0,
    }
}

/// A heading and a table in Markdown.
impl fmt::Display for Surprises {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, against_what, looked_at, listed } = self;
        writeln!(formatter, "\n## {row}\n\nAgainst {against_what}; {looked_at} occupations have both.\n")?;
        if listed.is_empty() {
            return writeln!(formatter, "None is further apart than rounding makes them.");
        }
        writeln!(formatter, "| occupation | figure | against | z | explanation |")?;
        writeln!(formatter, "|---|--:|--:|--:|---|")?;
        for Surprise { soc_code, title, others, figure, expected, z, why } in listed {
            let others = match others {
                0 => String::new(),
                1 => " and another with the same figures".to_owned(),
                others => format!(" and {others} others with the same figures"),
            };
            let why = why.as_deref().unwrap_or(UNEXPLAINED);
            writeln!(formatter, "| {soc_code} {title}{others} | {figure} | {expected} | {z:+.1} | {why} |")?;
        }
        Ok(())
    }
}

/// All of them, and what is to be taken out of the list of explanations.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows.iter().try_for_each(|row| row.fmt(formatter))?;
        if !self.idle.is_empty() {
            writeln!(formatter, "\n## Explanations that no figure asks for\n")?;
        }
        for Explanation { row, soc_code, figure, .. } in &self.idle {
            writeln!(formatter, "- {row}, {soc_code}: {figure}")?;
        }
        Ok(())
    }
}

/// Stands where nobody has looked yet.
pub const UNEXPLAINED: &str = "**not yet looked at**";
