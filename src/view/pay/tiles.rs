//! The states as a grid of tiles, shaded by median pay in five steps of about as many states each.

use std::collections::HashMap;

use askama::Template;

use super::PaidBy;
use super::areas::anchor;
use crate::domain::{AreaPay, AreaType, Place};
use crate::view::table::rank;

/// Column and row of each state's tile.
const GRID: [(&str, u8, u8); 54] = [
    ("AK", 0, 0),
    ("ME", 11, 0),
    ("VT", 10, 1),
    ("NH", 11, 1),
    ("WA", 1, 2),
    ("ID", 2, 2),
    ("MT", 3, 2),
    ("ND", 4, 2),
    ("MN", 5, 2),
    ("IL", 6, 2),
    ("WI", 7, 2),
    ("MI", 8, 2),
    ("NY", 9, 2),
    ("RI", 10, 2),
    ("MA", 11, 2),
    ("OR", 1, 3),
    ("NV", 2, 3),
    ("WY", 3, 3),
    ("SD", 4, 3),
    ("IA", 5, 3),
    ("IN", 6, 3),
    ("OH", 7, 3),
    ("PA", 8, 3),
    ("NJ", 9, 3),
    ("CT", 10, 3),
    ("CA", 1, 4),
    ("UT", 2, 4),
    ("CO", 3, 4),
    ("NE", 4, 4),
    ("MO", 5, 4),
    ("KY", 6, 4),
    ("WV", 7, 4),
    ("VA", 8, 4),
    ("MD", 9, 4),
    ("DE", 10, 4),
    ("AZ", 2, 5),
    ("NM", 3, 5),
    ("KS", 4, 5),
    ("AR", 5, 5),
    ("TN", 6, 5),
    ("NC", 7, 5),
    ("SC", 8, 5),
    ("DC", 9, 5),
    ("OK", 4, 6),
    ("LA", 5, 6),
    ("MS", 6, 6),
    ("AL", 7, 6),
    ("GA", 8, 6),
    ("HI", 0, 7),
    ("GU", 1, 7),
    ("TX", 4, 7),
    ("FL", 9, 7),
    ("PR", 10, 7),
    ("VI", 11, 7),
];
const COLUMNS: f64 = 12.0;
/// Height of a row of tiles, in pixels.
const ROW: u16 = 46;
const STEPS: usize = 5;

/// A state's tile.
pub struct Tile {
    /// "WA"
    pub state: &'static str,
    /// Left edge, in percent of the width.
    pub x: String,
    /// Middle, in percent of the width.
    pub middle: String,
    /// Upper edge, in pixels.
    pub y: u16,
    /// Baseline of the state's letters.
    pub first_line: u16,
    /// Baseline of the figure.
    pub second_line: u16,
    /// The shade from 1 to 5; 0 has no figure.
    pub step: usize,
    /// "98k", or nothing.
    pub short: String,
    /// "WA 105k: Washington, $105,000", for those who do not see it.
    pub spoken: String,
    /// The state's row; none where the survey publishes none.
    pub href: Option<String>,
}

/// The map with what its shades mean.
#[derive(Template)]
#[template(path = "components/tiles.html")]
pub struct Tiles {
    /// "Median pay a year, in thousands of dollars"
    pub title: &'static str,
    /// One a state.
    pub tiles: Vec<Tile>,
    /// The shade and the lowest and highest of its states.
    pub legend: Vec<(usize, String)>,
    /// A state has no figure.
    pub lacking: bool,
}

impl Tiles {
    /// The map of an occupation; none where no state publishes its median.
    #[must_use]
    pub fn new(places: &[Place], pay: &HashMap<String, AreaPay>, basis: PaidBy) -> Option<Self> {
        let states: Vec<(&Place, Option<&AreaPay>, Option<f64>)> = places
            .iter()
            .filter(|place| matches!(place.area_type, AreaType::State | AreaType::Territory))
            .map(|place| {
                let pay = pay.get(&place.area_code);
                (place, pay, pay.and_then(|pay| rank(basis.median(pay))))
            })
            .collect();
        let mut medians: Vec<f64> = states.iter().filter_map(|(_, _, median)| *median).collect();
        medians.sort_by(f64::total_cmp);
        if medians.is_empty() {
            return None;
        }
        let step = |median: f64| medians.partition_point(|other| *other < median) * STEPS / medians.len() + 1;
        let legend = (1..=STEPS).filter_map(|shade| {
            let mut of_shade = medians.iter().filter(|median| step(**median) == shade);
            let low = *of_shade.next()?;
            let high = of_shade.next_back().copied().unwrap_or(low);
            Some((shade, range(basis, low, high)))
        });
        let tiles = GRID.iter().filter_map(|(state, column, row)| {
            let (place, pay, median) = states
                .iter()
                .find(|(place, ..)| place.states.first().is_some_and(|first| first == state))
                .copied()?;
            let left = f64::from(*column) / COLUMNS * 100.0;
            let y = u16::from(*row) * ROW;
            let said = median.map_or_else(|| "not published".to_owned(), |usd| basis.print(usd));
            Some(Tile {
                state,
                x: format!("{left:.2}"),
                middle: format!("{:.2}", left + 50.0 / COLUMNS),
                y,
                first_line: y + 19,
                second_line: y + 35,
                step: median.map_or(0, step),
                // What is read aloud has to contain what is seen.
                spoken: match median {
                    Some(usd) => format!("{state} {}: {}, {said}", short(basis, usd), place.name),
                    None => format!("{state}: {}, {said}", place.name),
                },
                short: median.map_or_else(String::new, |usd| short(basis, usd)),
                href: pay.and(anchor(place)).map(|anchor| format!("#{anchor}")),
            })
        });
        Some(Self {
            title: match basis {
                PaidBy::Hour => "Median pay by state, in dollars an hour",
                _ => "Median pay by state, in thousands of dollars a year",
            },
            legend: legend.collect(),
            lacking: medians.len() < states.len(),
            tiles: tiles.collect(),
        })
    }
}

fn range(basis: PaidBy, low: f64, high: f64) -> String {
    if low.total_cmp(&high).is_eq() {
        basis.print(low)
    } else {
        format!("{} to {}", basis.print(low), basis.print(high))
    }
}

fn short(basis: PaidBy, usd: f64) -> String {
    if basis == PaidBy::Hour { format!("{usd:.0}") } else { format!("{:.0}k", usd / 1000.0) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_state_has_a_tile_of_its_own() {
        let states: BTreeSet<&str> = GRID.iter().map(|(state, ..)| *state).collect();
        let places: BTreeSet<(u8, u8)> = GRID.iter().map(|(_, column, row)| (*column, *row)).collect();
        assert_eq!((states.len(), places.len()), (54, 54));
        assert!(places.iter().all(|(column, row)| *column < 12 && *row < 8));
    }
}
