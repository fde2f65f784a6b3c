//! An occupation's pay beyond the nation's figures of today.

use std::collections::HashMap;

use crate::domain::{AreaPay, Cell};

/// Where and in which industries an occupation is paid what, and what it was paid the year before.
#[derive(Debug, Default)]
pub struct PayAtlas {
    /// Every area that publishes it, by the survey's code.
    pub areas: HashMap<String, AreaPay>,
    /// Every industry sector that publishes it.
    pub sectors: Vec<SectorPay>,
    /// The nation a year before; none where the survey had no such occupation.
    pub previous: Option<PreviousMean>,
}

/// An occupation's pay and jobs in one industry sector.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorPay {
    /// The sector's name.
    pub title: String,
    /// Its jobs in the sector, as the rest of the figures in the shape of an area's.
    pub pay: AreaPay,
    /// The occupation's jobs in percent of the sector's.
    pub percent_of_sector: Cell,
}

/// The national mean of the release before this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PreviousMean {
    /// Dollars an hour.
    pub hourly_usd: Cell,
    /// Dollars a year.
    pub annual_usd: Cell,
    /// Relative standard error of both, in percent.
    pub rse_percent: Cell,
}

/// An occupation in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceCareer {
    /// Last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its pay and jobs there.
    pub pay: AreaPay,
    /// What a year's pay there is held against: the nation's median, or for means of the year before its mean.
    pub nation_usd: Option<f64>,
}

/// What a place publishes beyond single occupations, and all its careers.
#[derive(Debug, Default)]
pub struct PlaceAtlas {
    /// All occupations with a row there.
    pub careers: Vec<PlaceCareer>,
    /// The lowest and the highest minimum wage that three tables have for its (first) state, in dollars an hour.
    pub minimum_wages_hourly_usd: Option<(Cell, Cell)>,
}
