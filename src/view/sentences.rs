//! The introduction of a comparison, in sentences made from its figures.
//!
//! Names are used as they are written, after "for": so a sentence is right for "Medical Director" and for
//! "Registered Nurses" alike.

use crate::domain::{Career, Cell};
use crate::view::difference::{Margin, Quantity, Unit, Verdict, between};
use crate::view::format::{Usd, UsdCents, list};
use crate::view::preparation;
use crate::view::sections::top_three;

/// One sentence each on pay, on time to become and on skills.
#[must_use]
pub fn introduction(careers: &[Career]) -> Vec<String> {
    [pay(careers), time(careers), skills(careers)].into_iter().flatten().collect()
}

/// Yearly pay of a career: the title's own, or the official median, or by the hour.
enum Pay {
    Yearly(f64, Margin),
    AtLeast(f64),
    Hourly(f64),
    Unknown,
}

fn pay_of(career: &Career, own: bool) -> Pay {
    if own && let Some(usd) = career.own.number("wage_annual_usd") {
        return Pay::Yearly(usd, Margin::Unknown);
    }
    match (career.figures.pay.annual.median, career.figures.pay.hourly.median) {
        (Cell::Number(usd), _) => Pay::Yearly(usd, Margin::Median),
        (Cell::AtLeast(usd), _) => Pay::AtLeast(usd),
        (_, Cell::Number(usd)) => Pay::Hourly(usd),
        _ => Pay::Unknown,
    }
}

/// Own figures are used where every career has them: like is compared with like.
fn all_own(careers: &[Career], row: &str) -> bool {
    careers.iter().all(|career| career.own.text(row).is_some())
}

fn pay(careers: &[Career]) -> Option<String> {
    let own = all_own(careers, "wage_annual_usd");
    let pays: Vec<Pay> = careers.iter().map(|career| pay_of(career, own)).collect();
    let clauses: Vec<String> = careers
        .iter()
        .zip(&pays)
        .filter_map(|(career, pay)| {
            let name = &career.name.name;
            match pay {
                Pay::Yearly(usd, _) => Some(format!("{} a year for {name}", Usd(*usd))),
                Pay::AtLeast(usd) => Some(format!("{} or more a year for {name}", Usd(*usd))),
                Pay::Hourly(usd) => Some(format!("{} an hour for {name}", UsdCents(*usd))),
                Pay::Unknown => None,
            }
        })
        .collect();
    if clauses.is_empty() {
        return None;
    }
    let what = if own { "Pay" } else { "Typical pay, the median," };
    let contrast = match (careers, pays.as_slice()) {
        ([first, second], [Pay::Yearly(one, margin), Pay::Yearly(other, other_margin)]) => {
            contrast(first, second, (*one, *margin), (*other, *other_margin))
        }
        _ => String::new(),
    };
    let unknown: Vec<String> = careers
        .iter()
        .zip(&pays)
        .filter(|(_, pay)| matches!(pay, Pay::Unknown))
        .map(|(career, _)| career.name.name.clone())
        .collect();
    let unknown = if unknown.is_empty() {
        String::new()
    } else {
        format!(" No pay is published for {}.", list(&unknown))
    };
    Some(format!("{what} is {}{contrast}.{unknown}", list(&clauses)))
}

fn contrast(first: &Career, second: &Career, one: (f64, Margin), other: (f64, Margin)) -> String {
    let quantity = |(value, margin)| Quantity { value, margin };
    let difference = between(quantity(one), quantity(other), Unit::Usd);
    let same_occupation = first.name.occupation.id == second.name.occupation.id;
    if difference.verdict == Verdict::Same {
        return if same_occupation && one.1 == Margin::Median {
            ": the same, because both belong to one occupation".to_owned()
        } else {
            ", so close that the difference may mean nothing".to_owned()
        };
    }
    let better = if other.0 > one.0 { second } else { first };
    format!(", {} more for {}", Usd((other.0 - one.0).abs()), better.name.name)
}

fn time(careers: &[Career]) -> Option<String> {
    let own = all_own(careers, "time_to_become_years");
    let times: Vec<String> = careers
        .iter()
        .map(|career| match career.own.text("time_to_become_years") {
            Some(years) if own => format!("{} years", years.replace('-', " to ")),
            _ => preparation::time_to_become(career),
        })
        .collect();
    let first = times.first()?;
    let same = times.iter().all(|time| time == first);
    let each = match careers.len() {
        1 => "",
        2 => " for either",
        _ => " for each of them",
    };
    Some(match same {
        true if first == preparation::NO_TIME => {
            "Neither school after high school nor experience is usually asked for.".to_owned()
        }
        true => format!("Getting in usually takes {first}{each}."),
        false => {
            let clauses: Vec<String> = times
                .iter()
                .zip(careers)
                .map(|(time, career)| {
                    let time = if time == preparation::NO_TIME { "nothing further" } else { time };
                    format!("{time} for {}", career.name.name)
                })
                .collect();
            format!(
                "Getting in, by school after high school and experience, usually takes {}.",
                clauses.join("; ")
            )
        }
    })
}

fn skills(careers: &[Career]) -> Option<String> {
    let clauses: Vec<String> = careers
        .iter()
        .filter_map(|career| {
            let skills = top_three(career);
            (!skills.is_empty()).then(|| format!("{} for {}", list(&skills), career.name.name))
        })
        .collect();
    if clauses.is_empty() {
        return None;
    }
    let mut seen: Vec<Vec<String>> = careers.iter().map(top_three).collect();
    seen.dedup();
    if seen.len() == 1 && careers.len() > 1 {
        return seen
            .first()
            .map(|skills| format!("The skills that matter most are the same: {}.", list(skills)));
    }
    Some(format!("The skills that matter most are {}.", clauses.join("; ")))
}
