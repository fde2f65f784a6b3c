//! How pay is spread, and where it is highest.

use super::overview::NOT_SURVEYED;
use super::{Section, distinct_occupations, level, occupation_accent, occupation_label, value};
use crate::domain::{AgainstNation, BestPaid, Career, Cell, Distribution};
use crate::view::charts::{Accent, Chart, PayRange, PayRanges};
use crate::view::citations::{Citations, Mark};
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Percent, Usd, UsdCents};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words;

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let rows = [
        average_salary(careers, citations),
        salary_range(careers, citations),
        highest_paying_city(careers, citations),
        highest_paying_state(careers, citations),
        best_paying_company(careers, citations),
        best_paying_industry(careers, citations),
    ];
    Section {
        id: "salary",
        title: "Salary".into(),
        intro: "What the middle earns, and how far pay spreads. The box holds the middle half; the line runs from the 10th to the 90th percentile.".into(),
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
    Row::of(label, "annual mean", careers, Some(Unit::Usd), citations, |career, citations| {
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
        RowCell { own, official: Some(official.with_level(level(career, None))) }
    })
}

fn salary_range(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Salary range";
    Row::of(label, "10th to 90th percentile", careers, None, citations, |career, citations| {
        let own =
            career.own.number("wage_low_usd").zip(career.own.number("wage_high_usd")).map(|(low, high)| {
                Value::known(
                    format!("{} to {}", Usd(low), Usd(high)),
                    Some(citations.cite_career_site(label)),
                )
            });
        let official = range(career, citations.cite("oews_national", "wage_annual_p10_usd", label));
        RowCell { own, official: Some(official.with_level(level(career, None))) }
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

/// What a title's own source says.
pub fn own_text(career: &Career, row: &str, label: &'static str, citations: &mut Citations) -> Option<Value> {
    let text = career.own.text(row)?;
    Some(Value::known(text.to_owned(), Some(citations.cite_career_site(label))))
}

/// What a row of the best paid says.
struct Best {
    label: &'static str,
    note: &'static str,
    /// Where its figures come from.
    table: &'static str,
    column: &'static str,
    /// The row of a title's own figures.
    own: &'static str,
    /// No place or industry qualifies.
    none: &'static str,
    /// The highest is less than the nation's.
    below: &'static str,
}

const CITY: Best = Best {
    label: "Highest paying city",
    note: "wage level 3, equal to a mean; may pool neighbouring areas; May 2024",
    table: "oflc_metropolitan",
    column: "wage_mean_usd",
    own: "highest_paying_city",
    none: "No metropolitan area has pay of its own in a state that publishes 500 of these jobs or more",
    below: "Less than that year's national mean: the areas that pay more are not among those published",
};
/// More than twice the national mean is more likely an error or a handful of people than a city's pay.
const CITY_ABOVE_TWICE: &str = "Not named: the highest mean is more than twice the national one";

const STATE: Best = Best {
    label: "Highest paying state",
    note: "annual mean, at least 100 jobs",
    table: "oews_states",
    column: "wage_annual_mean_usd",
    own: "highest_paying_state",
    none: "No state publishes pay for 100 jobs or more",
    below: "Less than the national mean: states that pay more publish no pay, or have fewer than 100 of these jobs",
};

const INDUSTRY: Best = Best {
    label: "Best paying industry",
    note: "annual mean, a year older, among precisely measured sectors",
    table: "oews_sectors",
    column: "wage_annual_mean_usd",
    own: "best_paying_industry",
    none: "No industry sector publishes precise pay for 100 jobs or more",
    below: "Less than that year's national mean: industries that pay more are not precisely measured",
};

fn highest_paying_city(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    best_paid(&CITY, careers, citations, |career, source, _| match &career.figures.best_city {
        Some(city) if city.against_nation == AgainstNation::AboveTwice => {
            Value::missing(CITY_ABOVE_TWICE, source)
        }
        city => best(&CITY, city.as_ref(), source),
    })
}

fn highest_paying_state(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    best_paid(&STATE, careers, citations, |career, source, citations| {
        let state = career.figures.best_state.as_ref();
        let value = best(&STATE, state, source);
        match state.and_then(|state| state.price_parity.number()) {
            Some(parity) => {
                let source = citations.cite("price_parities", "price_parity", STATE.label);
                value.with_line(Some(prices(parity)), source)
            }
            None => value,
        }
    })
}

fn best_paying_company(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Best paying company";
    Row::of(
        label,
        "by what employers offer foreign workers",
        careers,
        None,
        citations,
        |career, citations| {
            let official = match &career.figures.best_employer {
                Some(best) => {
                    let source = citations.cite("lca_filer_occupations", "wage_annual_median_usd", label);
                    let among = format!(
                        "highest median offer among {} employers that sought foreign workers, {}",
                        best.employers,
                        citations.period("lca_filer_occupations", "wage_annual_median_usd")
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
            }
        },
    )
}

/// Those who seek foreign workers are few, and may all pay less than the middle of everybody.
fn below_median(career: &Career, offer: f64) -> Option<String> {
    let median = career.figures.pay.annual.median.number()?;
    (offer < median).then(|| format!("less than the national median, {}", Usd(median)))
}

fn best_paying_industry(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    best_paid(&INDUSTRY, careers, citations, |career, source, _| {
        best(&INDUSTRY, career.figures.best_sector.as_ref(), source)
    })
}

fn best_paid(
    row: &Best,
    careers: &[Career],
    citations: &mut Citations,
    official: impl Fn(&Career, Option<Mark>, &mut Citations) -> Value,
) -> Option<Row> {
    Row::of(row.label, row.note, careers, None, citations, |career, citations| {
        let source = citations.cite(row.table, row.column, row.label);
        let official = official(career, source, citations);
        RowCell {
            own: career
                .own
                .text(row.own)
                .map(|text| Value::known(text.to_owned(), Some(citations.cite_career_site(row.label)))),
            official: Some(official.with_level(level(career, None))),
        }
    })
}

fn best(row: &Best, best: Option<&BestPaid>, source: Option<Mark>) -> Value {
    let Some(best) = best else {
        return Value::missing(row.none, source);
    };
    let pay = match best.wage_annual_mean_usd {
        Cell::Number(usd) => Usd(usd).to_string(),
        Cell::AtLeast(usd) => format!("{} or more", Usd(usd)),
        Cell::Missing(_) => best
            .wage_hourly_mean_usd
            .number()
            .map_or_else(String::new, |usd| format!("{} an hour", UsdCents(usd))),
    };
    let below = (best.against_nation == AgainstNation::Below).then(|| row.below.to_owned());
    Value::known(format!("{}, {pay}", words::place_or_sector(&best.title)), source).with_line(below, None)
}

/// What a price parity means: 112.6 is 12.6% above.
fn prices(parity: f64) -> String {
    let difference = Percent((parity - 100.0).abs());
    if parity > 100.0 {
        format!("Prices there: {difference} above the national average")
    } else {
        format!("Prices there: {difference} below the national average")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    #[test]
    fn a_price_parity_is_told_from_the_average() {
        assert_eq!(prices(112.581), "Prices there: 12.6% above the national average");
        assert_eq!(prices(86.508), "Prices there: 13.5% below the national average");
    }

    #[test]
    fn a_highest_mean_under_the_nations_says_what_is_lacking() {
        let city = |against_nation| BestPaid {
            title: "Napa, CA".to_owned(),
            wage_annual_mean_usd: Cell::Number(276_990.0),
            wage_hourly_mean_usd: Cell::Number(133.17),
            against_nation,
            price_parity: Cell::Missing(Reason::Absent),
        };
        let above = best(&CITY, Some(&city(AgainstNation::Above)), None);
        assert_eq!((above.first.text.as_ref(), above.more.len()), ("Napa, CA, $276,990", 0));
        let below = best(&CITY, Some(&city(AgainstNation::Below)), None);
        assert_eq!(below.more.first().unwrap().text, CITY.below);
        assert!(best(&CITY, None, None).missing);
    }
}
