//! An occupation's pay in the place that the reader chose.

use super::nation::amount;
use super::{PaidBy, at_average_prices, cite_parities, cite_place, middle};
use crate::domain::{AreaPay, AreaType, Cell, Pay, PayUnit, Place};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit, between};
use crate::view::facts::Fact;
use crate::view::format::{Count, Plain, UsdCents};
use crate::view::row::Value;

const ROW: &str = "Pay in the chosen place";
const NO_ROW: &str = "No pay of this occupation is published here: too few jobs, or an estimate that did not meet the survey's standards";
const NO_LEVEL: &str =
    "No mean of this area's own is published: the wage level here is one that several areas share";
const LABELS: [&str; 5] =
    ["10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile"];

/// Everything that is known of it there.
#[must_use]
pub fn facts(
    place: &Place,
    pay: Option<&AreaPay>,
    nation: &Pay,
    basis: PaidBy,
    citations: &mut Citations,
) -> Vec<Fact> {
    let source = cite_place(citations, place, ROW);
    let Some(pay) = pay else {
        let why = if place.has_distributions() { NO_ROW } else { NO_LEVEL };
        return vec![Fact::new("Pay", "", Value::missing(why, source))];
    };
    let unit = if basis.unit() == PayUnit::Hour { "an hour" } else { "a year" };
    let print = |usd: f64| basis.print(usd);
    let mut facts = Vec::new();
    if place.area_type == AreaType::Metropolitan {
        let mean = amount(basis.mean(pay), source, print);
        facts.push(Fact::new(
            "Mean",
            "wage level 3, equal to a mean; may pool neighbouring areas; May 2024",
            mean,
        ));
    } else {
        let medians = [basis.median(pay)];
        let (labels, cells): (&[&'static str], &[Cell]) = if basis == PaidBy::Hour {
            (&["Median"], &medians)
        } else {
            (&LABELS, &pay.wage_annual_percentiles_usd)
        };
        for (label, cell) in labels.iter().zip(cells) {
            let value = amount(*cell, source, print);
            let value =
                if *label == "Median" { value.with_line(against(*cell, nation, basis), None) } else { value };
            facts.push(Fact::new(*label, unit, value));
        }
        facts.push(Fact::new("Mean", unit, amount(basis.mean(pay), source, print)));
        if basis == PaidBy::Both {
            let hourly = amount(pay.wage_hourly_median_usd, source, |usd| UsdCents(usd).to_string());
            facts.push(Fact::new("Hourly median", "", hourly));
        }
        let jobs = amount(pay.employment, source, |jobs| Count(jobs).to_string());
        facts.push(Fact::new("Jobs", "wage and salary jobs", jobs));
        let per_1000 = amount(pay.jobs_per_1000, source, |jobs| Plain(jobs).to_string());
        facts.push(Fact::new("Jobs per 1,000 jobs", "", per_1000));
        let quotient = amount(pay.location_quotient, source, common);
        facts.push(Fact::new("Location quotient", "", quotient));
    }
    facts.extend(prices(place, middle(basis, place, pay), basis, citations));
    if place.area_type != AreaType::Metropolitan && basis != PaidBy::Year {
        facts.push(minimum_wage(place, pay, citations));
    }
    facts
}

/// "1.4: 1.4 times as common as in the nation"
fn common(quotient: f64) -> String {
    format!("{}: {} times as common among its jobs as in the nation", Plain(quotient), Plain(quotient))
}

fn against(median: Cell, nation: &Pay, basis: PaidBy) -> Option<String> {
    let national = if basis == PaidBy::Hour { nation.hourly.median } else { nation.annual.median };
    let quantity = |value| Quantity { value, margin: Margin::Median };
    let unit = if basis == PaidBy::Hour { Unit::UsdCents } else { Unit::Usd };
    let (here, there) = median.number().zip(national.number())?;
    Some(format!("against the nation: {}", lower(&between(quantity(there), quantity(here), unit).text)))
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Pay at the nation's average prices, with whose parity that is.
fn prices(place: &Place, middle: Cell, basis: PaidBy, citations: &mut Citations) -> Option<Fact> {
    let source = cite_parities(citations, "At average prices");
    let of = place.parity_of.as_ref().unwrap_or(&place.name);
    let note = if place.has_distributions() { "the median" } else { "the mean" };
    let value = match (place.price_parity.number(), at_average_prices(middle, place)) {
        (Some(parity), Some(usd)) => {
            let stands_in = place.parity_of.as_ref().map_or("", |_| ", which stands in for its own");
            let period = citations.period("price_parities", "price_parity");
            let whose = format!("by the price parity of {of}{stands_in}: {parity:.1}, {period}");
            Value::known(basis.print(usd), source).with_line(Some(whose), None)
        }
        (None, _) => Value::missing("No price parity is made for this place", source),
        (Some(_), None) => return None,
    };
    Some(Fact::new("At the nation's average prices", note, value))
}

/// The median and the 10th percentile against the least that a state allows.
fn minimum_wage(place: &Place, pay: &AreaPay, citations: &mut Citations) -> Fact {
    let label = "Against the minimum wage";
    let source = citations.cite("minimum_wages", "minimum_wage_hourly_usd", label);
    let period = citations.period("minimum_wages", "minimum_wage_hourly_usd");
    let note = "pay is a year older";
    let Cell::Number(minimum) = place.minimum_wage_hourly_usd else {
        return Fact::new(
            label,
            note,
            Value::missing("No minimum wage of this place is in the data", source),
        );
    };
    let state = place.states.first().map_or("", String::as_str);
    let least = format!("the minimum wage of {state}, {}, {period}", UsdCents(minimum));
    let first = match pay.wage_hourly_median_usd {
        Cell::Number(median) => {
            Value::known(format!("The median is {:.1} times {least}", median / minimum), source)
        }
        _ => {
            return Fact::new(
                label,
                note,
                Value::missing(format!("No hourly median to set against {least}"), source),
            );
        }
    };
    let [p10, ..] = pay.wage_annual_percentiles_usd;
    let tenth = p10.number().map(|year| year / PayUnit::HOURS_A_YEAR).map(|hour| {
        let stands = if hour < minimum { "below it" } else { "not below it" };
        format!("the 10th percentile, {} an hour of 2,080, is {stands}", UsdCents(hour))
    });
    Fact::new(label, note, first.with_line(tenth, None))
}
