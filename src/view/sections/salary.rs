//! How pay is spread, and where it is highest.

use super::overview::NOT_SURVEYED;
use super::{Section, distinct_occupations, level, occupation_accent, occupation_label, value};
use crate::domain::{BestPaid, Career, Cell, Distribution};
use crate::view::charts::{Accent, Chart, PayRange, PayRanges};
use crate::view::citations::{Citations, Mark};
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Usd, UsdCents};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words;

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let rows = [
        average_salary(careers, citations),
        salary_range(careers, citations),
        own_row("Highest paying city", "highest_paying_city", careers, citations),
        highest_paying_state(careers, citations),
        best_paying_company(careers, citations),
        best_paying_industry(careers, citations),
    ];
    Section {
        id: "salary",
        title: "Salary",
        intro: "What the middle earns, and how far pay spreads. The box holds the middle half; the line runs from the 10th to the 90th percentile.",
        charts: chart(careers).into_iter().collect(),
        rows: rows.into_iter().flatten().collect(),
    }
}

fn chart(careers: &[Career]) -> Option<Chart> {
    let mut ranges = Vec::new();
    for (place, career) in careers.iter().enumerate() {
        if let (Some(low), Some(middle), Some(high)) = (
            career.own.number("wage_low_usd"),
            career.own.number("wage_annual_usd"),
            career.own.number("wage_high_usd"),
        ) {
            let label = format!("{}, by a career site", career.name.name);
            ranges.push(PayRange {
                accent: Accent::of(place),
                label,
                p10: low,
                box_: None,
                median: middle,
                p90: Some(high),
            });
        }
    }
    for (place, career) in distinct_occupations(careers) {
        let Distribution { p10, p25, median, p75, p90, .. } = career.figures.pay.annual;
        if let (Cell::Number(p10), Cell::Number(median)) = (p10, median) {
            let accent = occupation_accent(careers, place);
            let label = occupation_label(careers, career);
            let box_ = p25.number().zip(p75.number());
            ranges.push(PayRange { accent, label, p10, box_, median, p90: p90.number() });
        }
    }
    (!ranges.is_empty()).then(|| Chart::PayRanges(PayRanges::new(ranges)))
}

fn average_salary(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Average salary";
    Row::of(label, "annual mean", careers, Some(Unit::Usd), |career| {
        let source = citations.cite("oews_national", "wage_annual_mean_usd", label);
        let mut official =
            value(career.figures.pay.annual.mean, NOT_SURVEYED, source, |usd| Usd(usd).to_string());
        if let (Cell::Number(mean), Cell::Number(error)) =
            (career.figures.pay.annual.mean, career.figures.pay.mean_rse_percent)
        {
            let margin = Margin::StandardError(mean * error / 100.0);
            official = official.with_quantity(Quantity { value: mean, margin });
        }
        let own = career.own.number("wage_annual_mean_usd").map(|usd| {
            let quantity = Quantity { value: usd, margin: Margin::Unknown };
            Value::known(Usd(usd).to_string(), Some(citations.cite_career_site(label)))
                .with_quantity(quantity)
        });
        RowCell { own, official: Some(official.with_level(level(career, None))), ..RowCell::default() }
    })
}

fn salary_range(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Salary range";
    Row::of(label, "10th to 90th percentile", careers, None, |career| {
        let own =
            career.own.number("wage_low_usd").zip(career.own.number("wage_high_usd")).map(|(low, high)| {
                Value::known(
                    format!("{} to {}", Usd(low), Usd(high)),
                    Some(citations.cite_career_site(label)),
                )
            });
        let official = range(career, citations.cite("oews_national", "wage_annual_p10_usd", label));
        RowCell { own, official: Some(official.with_level(level(career, None))), ..RowCell::default() }
    })
}

fn range(career: &Career, source: Option<Mark>) -> Value {
    let (annual, hourly) = (career.figures.pay.annual, career.figures.pay.hourly);
    match (annual.p10, annual.p90) {
        (Cell::Number(low), Cell::Number(high)) => {
            Value::known(format!("{} to {}", Usd(low), Usd(high)), source)
        }
        (Cell::Number(low), Cell::AtLeast(high)) => {
            Value::known(format!("{} to {} or more", Usd(low), Usd(high)), source)
        }
        (low, _) => match (hourly.p10, hourly.p90) {
            (Cell::Number(low), Cell::Number(high)) => {
                Value::known(format!("{} to {} an hour", UsdCents(low), UsdCents(high)), source)
            }
            _ => value(low, NOT_SURVEYED, source, |usd| Usd(usd).to_string()),
        },
    }
}

/// A row that only titles with figures of their own have.
pub fn own_row(
    label: &'static str,
    row: &'static str,
    careers: &[Career],
    citations: &mut Citations,
) -> Option<Row> {
    Row::of(label, "", careers, None, |career| RowCell {
        own: own_text(career, row, label, citations),
        ..RowCell::default()
    })
}

/// What a title's own source says.
pub fn own_text(career: &Career, row: &str, label: &'static str, citations: &mut Citations) -> Option<Value> {
    let text = career.own.text(row)?;
    Some(Value::known(text.to_owned(), Some(citations.cite_career_site(label))))
}

fn highest_paying_state(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Highest paying state";
    Row::of(label, "annual mean, at least 100 jobs", careers, None, |career| {
        let source = citations.cite("oews_states", "wage_annual_mean_usd", label);
        best(
            career,
            career.figures.best_state.as_ref(),
            "highest_paying_state",
            "No state publishes pay for 100 jobs or more",
            source,
            label,
            citations,
        )
    })
}

fn best_paying_company(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Best paying company";
    Row::of(label, "by what employers offer foreign workers", careers, None, |career| {
        let official = match &career.figures.best_employer {
            Some(best) => {
                let source = citations.cite("lca_employers", "wage_annual_median_usd", label);
                let among = format!(
                    "highest median offer among {} employers that sought foreign workers, {}",
                    best.employers,
                    citations.period("lca_employers", "wage_annual_median_usd")
                );
                let offer = format!("{}, {}", best.name, Usd(best.wage_annual_median_usd));
                let below = below_median(career, best.wage_annual_median_usd);
                let national = below
                    .as_ref()
                    .and_then(|_| citations.cite("oews_national", "wage_annual_median_usd", label));
                Value::list(vec![offer, among], source).with_line(below, national)
            }
            None => Value::missing("Nobody publishes pay by company for this occupation", None),
        };
        RowCell {
            own: own_text(career, "best_paying_company", label, citations),
            official: Some(official.with_level(level(career, None))),
            ..RowCell::default()
        }
    })
}

/// Those who seek foreign workers are few, and may all pay less than the middle of everybody.
fn below_median(career: &Career, offer: f64) -> Option<String> {
    let median = career.figures.pay.annual.median.number()?;
    (offer < median).then(|| format!("less than the national median, {}", Usd(median)))
}

fn best_paying_industry(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Best paying industry";
    Row::of(label, "annual mean, a year older, among precisely measured sectors", careers, None, |career| {
        let source = citations.cite("oews_sectors", "wage_annual_mean_usd", label);
        let none = "No industry sector publishes precise pay for 100 jobs or more";
        best(
            career,
            career.figures.best_sector.as_ref(),
            "best_paying_industry",
            none,
            source,
            label,
            citations,
        )
    })
}

fn best(
    career: &Career,
    best: Option<&BestPaid>,
    own: &str,
    none: &'static str,
    source: Option<Mark>,
    label: &'static str,
    citations: &mut Citations,
) -> RowCell {
    let official = match best {
        Some(best) => {
            let pay = match best.wage_annual_mean_usd {
                Cell::Number(usd) => Usd(usd).to_string(),
                Cell::AtLeast(usd) => format!("{} or more", Usd(usd)),
                Cell::Missing(_) => best
                    .wage_hourly_mean_usd
                    .number()
                    .map_or_else(String::new, |usd| format!("{} an hour", UsdCents(usd))),
            };
            Value::known(format!("{}, {pay}", words::place_or_sector(&best.title)), source)
        }
        None => Value::missing(none, source),
    };
    RowCell {
        own: own_text(career, own, label, citations),
        official: Some(official.with_level(level(career, None))),
        ..RowCell::default()
    }
}
