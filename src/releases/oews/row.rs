//! One row of the survey: its columns and markers.

use crate::domain::{AreaType, Cell, Reason};
use crate::releases::error::Error;
use crate::releases::row::{EMPTY, Marker, Row};

pub(super) const AREA: &str = "AREA";
pub(super) const AREA_TITLE: &str = "AREA_TITLE";
pub(super) const AREA_TYPE: &str = "AREA_TYPE";
pub(super) const PRIM_STATE: &str = "PRIM_STATE";
pub(super) const NAICS: &str = "NAICS";
pub(super) const NAICS_TITLE: &str = "NAICS_TITLE";
pub(super) const I_GROUP: &str = "I_GROUP";
pub(super) const OCC_CODE: &str = "OCC_CODE";
pub(super) const OCC_TITLE: &str = "OCC_TITLE";
pub(super) const O_GROUP: &str = "O_GROUP";

/// Every column that a workbook of the survey must have.
pub(super) const COLUMNS: [&str; 30] = [
    AREA,
    AREA_TITLE,
    AREA_TYPE,
    PRIM_STATE,
    NAICS,
    NAICS_TITLE,
    I_GROUP,
    OCC_CODE,
    OCC_TITLE,
    O_GROUP,
    "TOT_EMP",
    "EMP_PRSE",
    "JOBS_1000",
    "LOC_QUOTIENT",
    "PCT_TOTAL",
    "H_MEAN",
    "A_MEAN",
    "MEAN_PRSE",
    "H_PCT10",
    "H_PCT25",
    "H_MEDIAN",
    "H_PCT75",
    "H_PCT90",
    "A_PCT10",
    "A_PCT25",
    "A_MEDIAN",
    "A_PCT75",
    "A_PCT90",
    "ANNUAL",
    "HOURLY",
];

/// From where on the survey prints `#` instead of a wage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    hourly_usd: Option<f64>,
    annual_usd: Option<f64>,
}

impl Bounds {
    /// The bounds that the field descriptions of May 2022 to May 2025 state. In another year `#` is refused until
    /// somebody has looked them up.
    pub(super) fn of(year: u16) -> Self {
        let known = (2022..=2025).contains(&year);
        Self { hourly_usd: known.then_some(115.0), annual_usd: known.then_some(239_200.0) }
    }
}

/// The units that a row's wages are published in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WageUnit {
    Both,
    Annual,
    Hourly,
}

impl WageUnit {
    /// By the marks `ANNUAL` and `HOURLY`; where a copy has lost them, by wages that stand in one unit only.
    pub(super) fn of(row: &Row<'_>) -> Result<Self, Error> {
        match (flag(row, "ANNUAL")?, flag(row, "HOURLY")?) {
            (true, true) => return Err(row.refuse("HOURLY", "the row is marked ANNUAL and HOURLY")),
            (true, false) => return Ok(Self::Annual),
            (false, true) => return Ok(Self::Hourly),
            (false, false) => {}
        }
        let withheld = |column| row.text_or_empty(column).map(|text| text == "*");
        let hourly = (withheld("H_MEAN")?, withheld("H_MEDIAN")?);
        let annual = (withheld("A_MEAN")?, withheld("A_MEDIAN")?);
        Ok(match (hourly, annual) {
            ((false, false), (true, true)) => Self::Hourly,
            ((true, true), (false, false)) => Self::Annual,
            _ => Self::Both,
        })
    }

    /// The word in `data/`; empty for both.
    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Both => "",
            Self::Annual => "annual",
            Self::Hourly => "hourly",
        }
    }
}

fn flag(row: &Row<'_>, column: &str) -> Result<bool, Error> {
    match row.text_or_empty(column)?.to_ascii_uppercase().as_str() {
        "TRUE" => Ok(true),
        "" | "FALSE" => Ok(false),
        other => Err(row.refuse_text(column, other, "TRUE or empty")),
    }
}

/// A wage, in the unit that the column's name begins with.
pub(super) fn wage(row: &Row<'_>, column: &str, unit: WageUnit, bounds: &Bounds) -> Result<Cell, Error> {
    let hourly = column.starts_with('H');
    let reason = match (hourly, unit) {
        (true, WageUnit::Annual) => Reason::AnnualOnly,
        (false, WageUnit::Hourly) => Reason::HourlyOnly,
        _ => Reason::WageNotReleased,
    };
    let bound = if hourly { bounds.hourly_usd } else { bounds.annual_usd };
    let mut markers: Vec<Marker> = vec![("*", Cell::Missing(reason)), EMPTY];
    markers.extend(bound.map(|bound| ("#", Cell::AtLeast(bound))));
    row.cell(column, &markers)
}

/// A figure of employment, or a standard error.
pub(super) fn figure(row: &Row<'_>, column: &str) -> Result<Cell, Error> {
    const MARKERS: &[Marker] = &[
        ("*", Cell::Missing(Reason::WageNotReleased)),
        ("**", Cell::Missing(Reason::EmploymentNotReleased)),
        ("~", Cell::Missing(Reason::UnderHalfPercent)),
        EMPTY,
    ];
    row.cell(column, MARKERS)
}

/// The level of the classification that a row is for.
pub(super) fn level(row: &Row<'_>) -> Result<&'static str, Error> {
    const LEVELS: [&str; 5] = ["total", "major", "minor", "broad", "detailed"];
    let text = row.text(O_GROUP)?;
    LEVELS
        .into_iter()
        .find(|level| *level == text)
        .ok_or_else(|| row.refuse_text(O_GROUP, &text, "a level of the classification"))
}

/// The kind of area. Some copies call Puerto Rico, Guam and the Virgin Islands states: they are territories.
pub(super) fn area_type(row: &Row<'_>) -> Result<AreaType, Error> {
    const TERRITORIES: [&str; 5] = ["AS", "GU", "MP", "PR", "VI"];
    let text = row.text(AREA_TYPE)?;
    match text.as_str() {
        "1" => Ok(AreaType::Nation),
        "2" if TERRITORIES.contains(&row.text(PRIM_STATE)?.as_str()) => Ok(AreaType::Territory),
        "2" => Ok(AreaType::State),
        "3" => Ok(AreaType::Territory),
        "4" => Ok(AreaType::Metropolitan),
        "6" => Ok(AreaType::Nonmetropolitan),
        _ => Err(row.refuse_text(AREA_TYPE, &text, "a known kind of area")),
    }
}

/// The area's code, and its row of `areas.csv`.
pub(super) fn area(row: &Row<'_>) -> Result<(String, Vec<String>), Error> {
    let area_type = area_type(row)?;
    let digits = match area_type {
        AreaType::Nation | AreaType::State | AreaType::Territory => 2,
        AreaType::Metropolitan => 5,
        AreaType::Nonmetropolitan => 7,
    };
    // A cell that holds a number has lost the zeros that the code begins with.
    let code = format!("{:0>digits$}", row.text(AREA)?);
    if code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(row.refuse_text(AREA, &code, &format!("an area code of {digits} digits")));
    }
    let state = row.text(PRIM_STATE)?;
    let title = row.text(AREA_TITLE)?;
    let cells = vec![code.clone(), area_type.token().to_owned(), title, state];
    Ok((code, cells))
}

/// The sector's code, and its row of `sectors.csv`. Three sectors have a span of codes, which some copies cut to
/// its first.
pub(super) fn sector(row: &Row<'_>) -> Result<(String, Vec<String>), Error> {
    let code = match row.text(NAICS)?.as_str() {
        "31" => "31-33".to_owned(),
        "44" => "44-45".to_owned(),
        "48" => "48-49".to_owned(),
        other => other.to_owned(),
    };
    let digits = code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !digits || !matches!(code.len(), 2 | 5) {
        return Err(row.refuse_text(NAICS, &code, "the code of a sector"));
    }
    let cells = vec![code.clone(), row.text(NAICS_TITLE)?];
    Ok((code, cells))
}
