//! The survey's tables.

use super::Edition;
use super::row::{self, Bounds, WageUnit};
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::table::{Origin, Spec, Table};

const NATIONAL_COLUMNS: &[&str] = &[
    "soc_code",
    "level",
    "title",
    "employment",
    "employment_rse_percent",
    "wage_hourly_mean_usd",
    "wage_annual_mean_usd",
    "wage_mean_rse_percent",
    "wage_hourly_p10_usd",
    "wage_hourly_p25_usd",
    "wage_hourly_median_usd",
    "wage_hourly_p75_usd",
    "wage_hourly_p90_usd",
    "wage_annual_p10_usd",
    "wage_annual_p25_usd",
    "wage_annual_median_usd",
    "wage_annual_p75_usd",
    "wage_annual_p90_usd",
    "wage_unit",
];

const AREA_COLUMNS: &[&str] = &[
    "area_code",
    "soc_code",
    "employment",
    "employment_rse_percent",
    "jobs_per_1000",
    "location_quotient",
    "wage_hourly_mean_usd",
    "wage_annual_mean_usd",
    "wage_mean_rse_percent",
    "wage_hourly_median_usd",
    "wage_annual_p10_usd",
    "wage_annual_p25_usd",
    "wage_annual_median_usd",
    "wage_annual_p75_usd",
    "wage_annual_p90_usd",
    "wage_unit",
];

pub(crate) const NATIONAL: Spec =
    Spec { name: "oews_national", key: &["soc_code"], columns: NATIONAL_COLUMNS };

pub(crate) const NATIONAL_PREVIOUS: Spec = Spec { name: "oews_national_previous", ..NATIONAL };

pub(crate) const STATES: Spec =
    Spec { name: "oews_states", key: &["area_code", "soc_code"], columns: AREA_COLUMNS };

pub(crate) const NONMETROPOLITAN: Spec = Spec { name: "oews_nonmetropolitan", ..STATES };

pub(crate) const METROPOLITAN: Spec = Spec { name: "oews_metropolitan", ..STATES };

pub(crate) const BY_SECTOR: Spec = Spec {
    name: "oews_sectors",
    key: &["naics_code", "soc_code"],
    columns: &[
        "naics_code",
        "soc_code",
        "employment",
        "employment_rse_percent",
        "percent_of_sector",
        "wage_hourly_mean_usd",
        "wage_annual_mean_usd",
        "wage_mean_rse_percent",
        "wage_hourly_median_usd",
        "wage_annual_p10_usd",
        "wage_annual_p25_usd",
        "wage_annual_median_usd",
        "wage_annual_p75_usd",
        "wage_annual_p90_usd",
        "wage_unit",
    ],
};

pub(crate) const AREAS: Spec =
    Spec { name: "areas", key: &["area_code"], columns: &["area_code", "area_type", "title", "state"] };

pub(crate) const SECTORS: Spec =
    Spec { name: "sectors", key: &["naics_code"], columns: &["naics_code", "title"] };

const ANNUAL_PERCENTILES: [&str; 5] = ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"];

/// The cells of a row of the nation, after its code.
pub(super) fn national_cells(row: &Row<'_>, level: &str, bounds: &Bounds) -> Result<Vec<String>, Error> {
    const HOURLY_PERCENTILES: [&str; 5] = ["H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"];
    let unit = WageUnit::of(row)?;
    let mut cells = vec![level.to_owned(), row.text(row::OCC_TITLE)?];
    for column in ["TOT_EMP", "EMP_PRSE"] {
        cells.push(row::figure(row, column)?.to_string());
    }
    for column in ["H_MEAN", "A_MEAN"] {
        cells.push(row::wage(row, column, unit, bounds)?.to_string());
    }
    cells.push(row::figure(row, "MEAN_PRSE")?.to_string());
    for column in HOURLY_PERCENTILES.into_iter().chain(ANNUAL_PERCENTILES) {
        cells.push(row::wage(row, column, unit, bounds)?.to_string());
    }
    cells.push(unit.token().to_owned());
    Ok(cells)
}

/// The cells of a row of an area or a sector, after its codes.
pub(super) fn local_cells(row: &Row<'_>, of_sector: bool, bounds: &Bounds) -> Result<Vec<String>, Error> {
    const OF_AREA: &[&str] = &["TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT"];
    const OF_SECTOR: &[&str] = &["TOT_EMP", "EMP_PRSE", "PCT_TOTAL"];
    let unit = WageUnit::of(row)?;
    let mut cells = Vec::new();
    for column in if of_sector { OF_SECTOR } else { OF_AREA } {
        cells.push(row::figure(row, column)?.to_string());
    }
    for column in ["H_MEAN", "A_MEAN"] {
        cells.push(row::wage(row, column, unit, bounds)?.to_string());
    }
    cells.push(row::figure(row, "MEAN_PRSE")?.to_string());
    for column in ["H_MEDIAN"].into_iter().chain(ANNUAL_PERCENTILES) {
        cells.push(row::wage(row, column, unit, bounds)?.to_string());
    }
    cells.push(unit.token().to_owned());
    Ok(cells)
}

pub(super) fn table(spec: &'static Spec, edition: &Edition) -> Table {
    let rows = edition
        .rows
        .iter()
        .map(|((place, code), (_, cells))| {
            let place = Some(place.clone()).filter(|place| !place.is_empty());
            place.into_iter().chain([code.clone()]).chain(cells.iter().cloned()).collect()
        })
        .collect();
    Table { spec, origin: Origin::of_rows(&edition.releases), rows }
}

/// The areas or sectors of several editions, as one table.
pub(super) fn names_table(spec: &'static Spec, editions: &[&Edition]) -> Table {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut releases: Vec<String> = Vec::new();
    for edition in editions {
        rows.extend(edition.names.values().cloned());
        let new = edition.releases.iter().filter(|id| !releases.contains(id)).cloned().collect::<Vec<_>>();
        releases.extend(new);
    }
    rows.sort();
    Table { spec, origin: Origin::of_rows(&releases), rows }
}
