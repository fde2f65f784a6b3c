//! Pay of every career in one place.

use crate::domain::{AreaPay, Career, Place};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::facts::Fact;
use crate::view::pay::{PaidBy, here};
use crate::view::row::{Printed, Row, RowCell, Value};
use crate::view::sections::Section;

/// The rows that the careers' amounts are set against each other in.
const COMPARED: [&str; 2] = ["Median", "Mean"];
/// A career's only row, where it has none there.
const NONE: &str = "Pay";

pub fn section(
    place: &Place,
    careers: &[Career],
    pays: &[Option<AreaPay>],
    citations: &mut Citations,
) -> Section {
    let mut of_careers = Vec::new();
    for (career, pay) in careers.iter().zip(pays) {
        let nation = &career.figures.pay;
        of_careers.push(here::facts(place, pay.as_ref(), nation, PaidBy::of(nation), citations));
    }
    let mut labels: Vec<(String, &'static str)> = Vec::new();
    for fact in of_careers.iter().flatten().filter(|fact| fact.label != NONE) {
        if labels.iter().all(|(label, _)| *label != fact.label) {
            labels.push((fact.label.to_string(), fact.note));
        }
    }
    if labels.is_empty() {
        labels.push((NONE.to_owned(), ""));
    }
    let rows = labels.into_iter().filter_map(|(label, note)| {
        let unit = COMPARED.contains(&label.as_str()).then_some(Unit::Usd);
        let cells = of_careers.iter().zip(careers).zip(pays).map(|((facts, career), pay)| {
            let value = found(facts, &label);
            let official = match (unit, yearly(&label, career, pay.as_ref())) {
                (Some(_), Some(value_usd)) => {
                    value.with_quantity(Quantity { value: value_usd, margin: Margin::Median })
                }
                _ => value,
            };
            Printed::new(RowCell { own: None, official: Some(official) })
        });
        Row::with(&label, note, unit, cells.collect())
    });
    Section {
        id: "here",
        title: format!("Pay {}", place.phrase()).into(),
        intro:
            "Figures of the place, where they are published. All other figures of the page are the nation's."
                .into(),
        charts: Vec::new(),
        rows: rows.collect(),
    }
}

/// What a career's facts say in a row; where it has no pay there, why.
fn found(facts: &[Fact], label: &str) -> Value {
    let fact = facts
        .iter()
        .find(|fact| fact.label == label)
        .or_else(|| facts.iter().find(|fact| fact.label == NONE));
    fact.map_or_else(|| Value::missing("Not published in this unit", None), |fact| fact.value.clone())
}

/// The amount of a year behind a row, where the occupation is paid by the year.
fn yearly(label: &str, career: &Career, pay: Option<&AreaPay>) -> Option<f64> {
    let pay = pay.filter(|_| PaidBy::of(&career.figures.pay) != PaidBy::Hour)?;
    let cell = if label == "Median" { pay.wage_annual_median_usd() } else { pay.wage_annual_mean_usd };
    cell.number()
}
