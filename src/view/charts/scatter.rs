//! Occupations by pay and growth, a dot each. The table beside it has the same figures.

use askama::Template;

use super::{Tick, percent, ticks};
use crate::domain::{Cell, Listing};
use crate::view::format::{Percent, Tenths, Usd};

/// Fewer dots show nothing that the table does not.
const LEAST: usize = 3;
/// Letters of a label.
const LETTERS: usize = 30;
/// Labels nearer than this to one another, in percent of the chart, would be drawn over each other.
const APART: (f64, f64) = (45.0, 6.0);

/// A dot.
pub struct Dot {
    /// Where it leads.
    pub href: String,
    /// "Registered Nurses: $97,550 a year, growth 4.9%"
    pub title: String,
    /// Percent of the width.
    pub x: Tenths,
    /// Percent of the height, from the top.
    pub y: Tenths,
    /// Its name, where it stands out.
    pub label: Option<String>,
    /// On which side of the dot the label stands.
    pub anchor: &'static str,
    /// How far from its middle, in pixels.
    pub shift: i32,
}

/// Dots on two axes.
#[derive(Template)]
#[template(path = "components/scatter.html")]
pub struct Scatter {
    /// One an occupation.
    pub dots: Vec<Dot>,
    /// Growth.
    pub ticks: Vec<Tick>,
    /// Pay, from the top.
    pub pay_ticks: Vec<Tick>,
    /// Growth of all jobs: place and words.
    pub all_growth: Option<(Tenths, String)>,
    /// Median pay of all jobs: place and words.
    pub all_pay: Option<(Tenths, String)>,
    /// Occupations without a yearly median or without a projection.
    pub left_out: Vec<String>,
}

impl Scatter {
    /// Occupations of a group, and all occupations together; none where too few have both figures.
    #[must_use]
    pub fn new(occupations: &[Listing], all: &Listing) -> Option<Self> {
        let points: Vec<(&Listing, f64, f64)> =
            occupations.iter().filter_map(|one| Some((one, growth(one)?, pay(one)?))).collect();
        if points.len() < LEAST {
            return None;
        }
        let growths = || points.iter().map(|(_, growth, _)| *growth).chain(growth(all));
        let (lowest, highest) = (growths().fold(0.0, f64::min), growths().fold(0.0, f64::max));
        let step =
            [2.0, 5.0, 10.0, 20.0].into_iter().find(|step| (highest - lowest) / step <= 7.0).unwrap_or(50.0);
        // A step of room, so that no dot is cut at the edge.
        let (low, high) = ((lowest / step).floor() * step, (highest / step + 0.1).ceil() * step);
        let pays = points.iter().map(|(_, _, pay)| *pay).chain(pay(all));
        let top = pays.fold(50_000.0, f64::max) * 1.08;
        let pay_step = [20_000.0, 25_000.0, 50_000.0, 100_000.0]
            .into_iter()
            .find(|step| top / step <= 6.0)
            .unwrap_or(200_000.0);
        let down = |usd: f64| Tenths(100.0 - percent(usd, 0.0, top).0);
        let mut dots: Vec<Dot> = points
            .iter()
            .map(|(one, growth, pay)| dot(one, percent(*growth, low, high), down(*pay)))
            .collect();
        name_extremes(&mut dots, &points);
        let pay_ticks =
            ticks(&steps(pay_step, pay_step, top), 0.0, top, |usd| format!("${:.0}k", usd / 1000.0));
        Some(Self {
            dots,
            ticks: ticks(&steps(low, step, high), low, high, |percent| format!("{percent}%")),
            pay_ticks: pay_ticks
                .into_iter()
                .map(|tick| Tick { at: Tenths(100.0 - tick.at.0), ..tick })
                .collect(),
            all_growth: growth(all).map(|number| (percent(number, low, high), Percent(number).to_string())),
            all_pay: pay(all).map(|usd| (down(usd), Usd(usd).to_string())),
            left_out: occupations
                .iter()
                .filter(|one| growth(one).is_none() || pay(one).is_none())
                .map(|one| one.title.clone())
                .collect(),
        })
    }
}

fn steps(first: f64, step: f64, last: f64) -> Vec<f64> {
    std::iter::successors(Some(first), |value| Some(value + step))
        .take_while(|value| *value <= last)
        .collect()
}

fn growth(one: &Listing) -> Option<f64> {
    one.employment_change_percent.number()
}

/// What the publisher cut off from above stands at the cut.
fn pay(one: &Listing) -> Option<f64> {
    match one.wage_annual_median_usd {
        Cell::Number(usd) | Cell::AtLeast(usd) => Some(usd),
        Cell::Missing(_) => None,
    }
}

fn dot(one: &Listing, x: Tenths, y: Tenths) -> Dot {
    let more = if matches!(one.wage_annual_median_usd, Cell::AtLeast(_)) { " or more" } else { "" };
    let title = format!(
        "{}: {}{more} a year, growth {}",
        one.title,
        Usd(pay(one).unwrap_or_default()),
        Percent(growth(one).unwrap_or_default())
    );
    let right = x.0 > 50.0;
    let (anchor, shift) = if right { ("end", -9) } else { ("start", 9) };
    Dot { href: one.href.clone(), title, x, y, label: None, anchor, shift }
}

/// Names the dots at the ends of both scales and that with most jobs, where their names do not touch.
fn name_extremes(dots: &mut [Dot], points: &[(&Listing, f64, f64)]) {
    let most = |value: &dyn Fn(&(&Listing, f64, f64)) -> f64| {
        let places = points.iter().enumerate();
        places.max_by(|(_, one), (_, other)| value(one).total_cmp(&value(other))).map(|(place, _)| place)
    };
    let chosen = [
        most(&|(_, _, pay)| *pay),
        most(&|(_, growth, _)| *growth),
        most(&|(_, growth, _)| -*growth),
        most(&|(one, _, _)| one.employment.number().unwrap_or_default()),
        most(&|(_, _, pay)| -*pay),
    ];
    let mut named: Vec<(f64, f64)> = Vec::new();
    for place in chosen.into_iter().flatten() {
        let (Some(dot), Some((one, _, _))) = (dots.get_mut(place), points.get(place)) else { continue };
        let free = named.iter().all(|(x, y)| (dot.x.0 - x).abs() > APART.0 || (dot.y.0 - y).abs() > APART.1);
        if free {
            named.push((dot.x.0, dot.y.0));
            dot.label = Some(shortened(&one.title));
        }
    }
}

/// As many whole words as fit.
fn shortened(title: &str) -> String {
    if title.chars().count() <= LETTERS {
        return title.to_owned();
    }
    let mut short = String::new();
    for word in title.split(' ') {
        if short.chars().count() + word.chars().count() >= LETTERS {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{} …", short.trim_end_matches([',', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    fn listing(title: &str, pay: Cell, growth: f64) -> Listing {
        Listing {
            soc_code: String::new(),
            title: title.to_owned(),
            href: format!("/careers/{}", title.to_lowercase()),
            occupations: None,
            employment: Cell::Number(10.0),
            wage_annual_median_usd: pay,
            wage_hourly_median_usd: pay,
            employment_change_percent: Cell::Number(growth),
        }
    }

    #[test]
    fn every_dot_is_inside_and_what_has_no_figure_is_named() {
        let occupations = [
            listing("Low", Cell::Number(20_000.0), -33.0),
            listing("Middle", Cell::Number(60_000.0), 4.0),
            listing("High", Cell::AtLeast(239_200.0), 49.9),
            listing("Hourly", Cell::Missing(Reason::HourlyOnly), 1.0),
        ];
        let all = listing("All", Cell::Number(50_980.0), 3.1);
        let chart = Scatter::new(&occupations, &all).unwrap();
        assert_eq!(chart.dots.len(), 3);
        assert!(
            chart.dots.iter().all(|dot| (0.0..100.0).contains(&dot.x.0) && (0.0..100.0).contains(&dot.y.0))
        );
        assert_eq!(chart.left_out, ["Hourly"]);
        assert_eq!(chart.dots[2].title, "High: $239,200 or more a year, growth 49.9%");
        assert_eq!(chart.dots[2].label.as_deref(), Some("High"));
        assert!(chart.dots[2].y.0 < chart.dots[0].y.0, "more pay is higher up");
        assert!(Scatter::new(&occupations[..2], &all).is_none());
    }

    #[test]
    fn a_long_name_ends_between_words() {
        assert_eq!(shortened("Actors"), "Actors");
        assert_eq!(
            shortened("Farmers, Ranchers, and Other Agricultural Managers"),
            "Farmers, Ranchers, and Other …"
        );
    }
}
