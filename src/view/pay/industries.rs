//! Pay of an occupation by industry sector.

use std::borrow::Cow;

use super::PaidBy;
use crate::domain::{PayUnit, SectorPay};
use crate::view::citations::Citations;
use crate::view::format::Count;
use crate::view::table::{Column, Layout, Line, Table, brief, rank};
use crate::view::words::place_or_sector;

const SECTORS: (&str, &str) = (
    "United States",
    "Sectors of industry, a year older than the national pay. Wage and salary jobs; no margin is published for medians.",
);

/// The sectors, best paid first; none where the survey has none.
#[must_use]
pub fn table(sectors: &[SectorPay], basis: PaidBy, citations: &mut Citations) -> Option<Table> {
    if sectors.is_empty() {
        return None;
    }
    let mark = citations.cite_about("oews_sectors", "", "Pay by industry", SECTORS);
    let period = citations.period("oews_sectors", "");
    let mut sorted: Vec<&SectorPay> = sectors.iter().collect();
    sorted.sort_by(|one, other| one.title.cmp(&other.title));
    // No number is less than any number.
    let pay = |sector: &SectorPay| rank(basis.median(&sector.pay)).unwrap_or(f64::NEG_INFINITY);
    sorted.sort_by(|one, other| pay(other).total_cmp(&pay(one)));
    let (layout, unit, labels): (_, _, &[&'static str]) = match basis.unit() {
        PayUnit::Hour => (Layout::SectorHour, "an hour", &["Median", "Mean", "Jobs", "Percent of its jobs"]),
        PayUnit::Year => (
            Layout::Sector,
            "a year",
            &[
                "10th percentile",
                "25th",
                "Median",
                "75th",
                "90th percentile",
                "Mean",
                "Jobs",
                "Percent of its jobs",
            ],
        ),
    };
    let column =
        |label: &&'static str| Column { label, sorted: (*label == "Median").then_some("descending") };
    Some(Table {
        layout,
        caption: format!("Sectors: pay in dollars {unit}, and jobs, {period}"),
        marks: mark.into_iter().collect(),
        names: Column { label: "Sector", sorted: None },
        columns: labels.iter().map(column).collect(),
        rows: sorted.into_iter().map(|sector| line(sector, basis)).collect(),
    })
}

fn line(sector: &SectorPay, basis: PaidBy) -> Line {
    let usd = |cell| brief(cell, |usd| basis.print(usd));
    let mut cells: Vec<Cow<'static, str>> = match basis.unit() {
        PayUnit::Hour => vec![usd(sector.pay.wage_hourly_median_usd)],
        PayUnit::Year => sector.pay.wage_annual_percentiles_usd.map(usd).into(),
    };
    cells.push(usd(basis.mean(&sector.pay)));
    cells.push(brief(sector.pay.employment, |jobs| Count(jobs).to_string()));
    cells.push(brief(sector.percent_of_sector, |share| format!("{share:.2}%")));
    Line { id: None, href: None, name: place_or_sector(&sector.title).to_owned(), cells, chosen: false }
}
