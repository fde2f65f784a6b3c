//! What an application offers, by the year.

use super::Application;
use crate::domain::Cell;
use crate::releases::error::Error;
use crate::releases::row::{EMPTY, Row};

/// Units of pay and how many of them a full-time year has.
const UNITS: [(&str, f64); 5] =
    [("Year", 1.0), ("Month", 12.0), ("Bi-Weekly", 26.0), ("Week", 52.0), (HOUR, 2080.0)];
const HOUR: &str = "Hour";
const WAGE: &str = "WAGE_RATE_OF_PAY_FROM";
const UNIT: &str = "WAGE_UNIT_OF_PAY";

/// Offers outside are slips of a unit or a digit. Below: a full-time year at the federal minimum wage of $7.25.
const LEAST_USD: f64 = 15_080.0;
/// Above: the highest offer of the release of 2024 that can be believed is $1.1 million, to the head of a company.
const MOST_USD: f64 = 2_000_000.0;
/// The prevailing wage of the place is the least that may be offered; no offer of that release is five times as high.
const LEAST_OF_PREVAILING: f64 = 0.5;
const MOST_OF_PREVAILING: f64 = 5.0;

/// An offer, or why it does not count.
#[derive(Debug, Clone, Copy)]
pub(super) enum Offer {
    /// By the year.
    Annual(Application),
    None,
    /// By the hour, for work that has no year of 2,080 hours, such as a pilot's.
    HourlyForYearlyWork,
    Unbelievable,
}

/// Of a range the lower end counts: it is what the employer promises. `yearly_work`: the wage survey publishes the
/// occupation's pay by the year only.
pub(super) fn offer(row: &Row<'_>, yearly_work: bool) -> Result<Offer, Error> {
    let Some(offered) = annual(row, WAGE, UNIT)? else {
        return Ok(Offer::None);
    };
    if yearly_work && row.text(UNIT)?.eq_ignore_ascii_case(HOUR) {
        return Ok(Offer::HourlyForYearlyWork);
    }
    let prevailing = annual(row, "PREVAILING_WAGE", "PW_UNIT_OF_PAY")?;
    Ok(if is_believable(offered, prevailing) {
        Offer::Annual(Application { offered_annual_usd: offered, prevailing_annual_usd: prevailing })
    } else {
        Offer::Unbelievable
    })
}

fn is_believable(offered: f64, prevailing: Option<f64>) -> bool {
    let beside = prevailing.is_none_or(|prevailing| {
        (LEAST_OF_PREVAILING * prevailing..=MOST_OF_PREVAILING * prevailing).contains(&offered)
    });
    (LEAST_USD..=MOST_USD).contains(&offered) && beside
}

fn annual(row: &Row<'_>, wage: &str, unit: &str) -> Result<Option<f64>, Error> {
    let Cell::Number(number) = row.cell(wage, &[EMPTY])? else {
        return Ok(None);
    };
    let name = row.text(unit)?;
    match UNITS.iter().find(|(known, _)| known.eq_ignore_ascii_case(&name)) {
        Some((_, times)) => Ok(Some(number * times)),
        None => Err(row.refuse_text(unit, &name, "a known unit of pay")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_a_unit_are_not_believed() {
        for (offered, prevailing, believed) in [
            (120_000.0, Some(100_000.0), true),
            (120_000.0, None, true),
            (15_080.0, Some(15_080.0), true),
            (1_100_000.0, Some(239_200.0), true),
            // 54 dollars an hour entered as a year's pay.
            (54.0, Some(54.0), false),
            // 120,000 dollars a year entered as an hour's pay.
            (249_600_000.0, Some(100_000.0), false),
            (249_600_000.0, Some(249_600_000.0), false),
            // A week's pay entered as a month's prevailing wage.
            (600_000.0, Some(115_918.0), false),
            (40_000.0, Some(100_000.0), false),
        ] {
            assert_eq!(is_believable(offered, prevailing), believed, "{offered} {prevailing:?}");
        }
    }
}
