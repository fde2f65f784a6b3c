//! "Where does my pay stand": the form and its answer.

use std::collections::HashMap;

use super::Asked;
use crate::domain::{AreaPay, AreaType, Career, Cell, Distribution, PayUnit, Place, parse_amount};
use crate::view::pay::{PaidBy, standing};
use crate::view::table::rank;

/// Letters of an amount that are shown again.
const SHOWN: usize = 40;

/// The form with what was typed, what is wrong with each field, and the answer.
#[derive(Default)]
pub struct Mine {
    /// As it was typed.
    pub amount: String,
    /// Why it is no amount.
    pub amount_problem: Option<String>,
    /// The chosen unit.
    pub unit: &'static str,
    /// Why the pay cannot be told by it.
    pub unit_problem: Option<String>,
    /// The chosen area; empty for the nation.
    pub area: String,
    /// Why pay cannot be held against it.
    pub area_problem: Option<String>,
    /// States and territories, then the areas outside metropolitan ones: slug and name.
    pub states: Vec<(String, String)>,
    pub others: Vec<(String, String)>,
    /// The sentences of the answer, once there is one.
    pub answer: Vec<String>,
}

impl Mine {
    /// Reads the form. The place that the page is put in is the area, until another is chosen.
    pub fn read(
        asked: &Asked,
        places: &[Place],
        areas: &HashMap<String, AreaPay>,
        career: &Career,
        chosen: Option<&Place>,
    ) -> Self {
        let basis = PaidBy::of(&career.figures.pay);
        let published = |place: &&Place| {
            let pay = areas.get(&place.area_code);
            place.has_distributions() && pay.is_some_and(|pay| rank(pay.wage_annual_median_usd()).is_some())
        };
        let (states, others): (Vec<&Place>, Vec<&Place>) = places
            .iter()
            .filter(published)
            .partition(|place| matches!(place.area_type, AreaType::State | AreaType::Territory));
        let options = |places: &[&Place]| {
            places.iter().map(|place| (place.slug.clone(), place.name.clone())).collect::<Vec<_>>()
        };
        let usual = if basis == PaidBy::Hour { PayUnit::Hour } else { PayUnit::Year };
        let mut mine = Self {
            amount: asked.amount.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect(),
            unit: PayUnit::from_token(&asked.unit).unwrap_or(usual).token(),
            states: options(&states),
            others: options(&others),
            ..Self::default()
        };
        let all = [states, others].concat();
        let wanted = all.iter().copied().find(|place| place.slug == asked.area);
        let preset = chosen.filter(|place| asked.amount.is_empty() && published(place));
        let area = wanted.or(preset);
        mine.area = area.map_or_else(String::new, |place| place.slug.clone());
        if !(asked.area.is_empty() || asked.area == "us" || wanted.is_some()) {
            mine.area_problem = Some(
                "No distribution of this work's pay is published there. Choose another area.".to_owned(),
            );
        }
        if !asked.unit.is_empty() && PayUnit::from_token(&asked.unit).is_none() {
            mine.unit_problem = Some("The pay is by the hour or by the year. Choose one.".to_owned());
        }
        if !asked.amount.trim().is_empty() {
            mine.judge(area, areas, career, basis);
        }
        mine
    }

    /// Reads the amount, and where nothing is wrong answers.
    fn judge(
        &mut self,
        area: Option<&Place>,
        areas: &HashMap<String, AreaPay>,
        career: &Career,
        basis: PaidBy,
    ) {
        let unit = PayUnit::from_token(self.unit).unwrap_or(PayUnit::Year);
        match (basis, unit) {
            (PaidBy::Year, PayUnit::Hour) => {
                self.unit_problem =
                    Some("This work's pay is published by the year only: give a year's pay.".to_owned());
            }
            (PaidBy::Hour, PayUnit::Year) => {
                self.unit_problem =
                    Some("This work's pay is published by the hour only: give an hour's pay.".to_owned());
            }
            _ => {}
        }
        let usd = match parse_amount(&self.amount, unit) {
            Ok(usd) => usd,
            Err(error) => {
                self.amount_problem = Some(error.to_string());
                return;
            }
        };
        if self.unit_problem.is_some() || self.area_problem.is_some() {
            return;
        }
        let phrase = area.map_or_else(|| "in the United States".to_owned(), Place::phrase);
        let pay = &career.figures.pay;
        if basis == PaidBy::Hour {
            self.answer = vec![standing::sentence(usd, unit, percentiles(&pay.hourly), &phrase)];
            return;
        }
        let cells = area
            .and_then(|place| areas.get(&place.area_code))
            .map_or_else(|| percentiles(&pay.annual), |pay| pay.wage_annual_percentiles_usd);
        let year = if unit == PayUnit::Hour { usd * PayUnit::HOURS_A_YEAR } else { usd };
        self.answer = vec![standing::sentence(year, PayUnit::Year, cells, &phrase)];
        if unit == PayUnit::Hour {
            self.answer.push(format!(
                "{} counts as {}: the survey's year has 2,080 hours.",
                standing::spoken(usd, unit),
                standing::spoken(year, PayUnit::Year)
            ));
        }
    }

    /// What was typed as parameters for links, where it can be read.
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let plain = self.amount.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if self.answer.is_empty() || !plain {
            return Vec::new();
        }
        let mut kept = vec![("amount", self.amount.trim().to_owned()), ("unit", self.unit.to_owned())];
        if !self.area.is_empty() {
            kept.push(("area", self.area.clone()));
        }
        kept
    }
}

fn percentiles(pay: &Distribution) -> [Cell; 5] {
    [pay.p10, pay.p25, pay.median, pay.p75, pay.p90]
}
