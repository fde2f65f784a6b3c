//! The rows that people look for first.

use super::{Section, level, value};
use crate::domain::{Career, Cell, Outlook, Pay};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Count, Percent, Plain, Usd, UsdCents, capital};
use crate::view::preparation;
use crate::view::row::{Row, RowCell, Value};

/// Legislators and fishers: the survey of May 2025 has no row for them.
pub const NOT_SURVEYED: &str = "Not in this wage survey";
/// The one survey that asks how satisfied people are with their jobs, by occupation, asks college graduates.
const FEW_COLLEGE_GRADUATES: &str =
    "Not published by occupation: the survey asks college graduates, who are fewer than 25 percent here";
/// From here on the self-employed change the picture, and both counts are shown.
const MANY_OUTSIDE_THE_SURVEY: f64 = 1.2;

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let rows = [
        yearly_salary(careers, citations),
        hourly_rate(careers, citations),
        growth(careers, citations),
        jobs(careers, citations),
        openings(careers, citations),
        satisfaction(careers, citations),
        super::education::most_common_degree(careers, citations),
        super::people::average_age(careers, citations),
        experience(careers, citations),
        time_to_become(careers, citations),
    ];
    Section {
        id: "overview",
        title: "Overview".into(),
        intro: "".into(),
        charts: Vec::new(),
        rows: rows.into_iter().flatten().collect(),
    }
}

fn yearly_salary(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Yearly salary";
    Row::of(label, "annual median", careers, Some(Unit::Usd), citations, |career, citations| {
        let source = citations.cite("oews_national", "wage_annual_median_usd", label);
        let official =
            value(career.figures.pay.annual.median, NOT_SURVEYED, source, |usd| Usd(usd).to_string());
        RowCell {
            own: career
                .own
                .number("wage_annual_usd")
                .map(|usd| own(usd, Usd(usd).to_string(), label, citations)),
            official: Some(median(official, career.figures.pay.annual.median, career)),
        }
    })
}

fn hourly_rate(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Hourly rate";
    Row::of(label, "hourly median", careers, Some(Unit::UsdCents), citations, |career, citations| {
        let source = citations.cite("oews_national", "wage_hourly_median_usd", label);
        let official =
            value(career.figures.pay.hourly.median, NOT_SURVEYED, source, |usd| UsdCents(usd).to_string());
        RowCell {
            own: career
                .own
                .number("wage_hourly_usd")
                .map(|usd| own(usd, UsdCents(usd).to_string(), label, citations)),
            official: Some(median(official, career.figures.pay.hourly.median, career)),
        }
    })
}

/// A title's own figure: no margin is known.
fn own(number: f64, text: String, label: &'static str, citations: &mut Citations) -> Value {
    let quantity = Quantity { value: number, margin: Margin::Unknown };
    Value::known(text, Some(citations.cite_career_site(label))).with_quantity(quantity)
}

fn median(official: Value, cell: Cell, career: &Career) -> Value {
    let official = official.with_level(level(career, None));
    match cell {
        Cell::Number(value) => official.with_quantity(Quantity { value, margin: Margin::Median }),
        _ => official,
    }
}

fn growth(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Growth rate";
    Row::of(label, "projected over ten years", careers, Some(Unit::Share), citations, |career, citations| {
        let source = citations.cite("projections", "employment_change_percent", label);
        let cell = career.figures.outlook.employment_change_percent;
        let official = value(cell, "Not projected", source, |percent| Percent(percent).to_string());
        RowCell {
            own: career
                .own
                .number("growth_percent")
                .map(|percent| own(percent, format!("{}%", Plain(percent)), label, citations)),
            official: Some(unjudged(official, cell).with_level(level(career, None))),
        }
    })
}

/// A figure whose error nobody publishes.
pub fn unjudged(official: Value, cell: Cell) -> Value {
    match cell {
        Cell::Number(value) => official.with_quantity(Quantity { value, margin: Margin::Unknown }),
        _ => official,
    }
}

fn jobs(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Number of jobs";
    // Where the survey leaves out many, its counts cannot be set against each other: the projections' can.
    let by_projections =
        careers.iter().any(|career| many_outside_the_survey(&career.figures.pay, &career.figures.outlook));
    let note = if by_projections { "wage and salary jobs, and everybody" } else { "wage and salary jobs" };
    let row = Row::of(label, note, careers, Some(Unit::Jobs), citations, |career, citations| {
        let source = citations.cite("oews_national", "employment", label);
        let mut official =
            value(career.figures.pay.employment, NOT_SURVEYED, source, |jobs| Count(jobs).to_string());
        if by_projections {
            let source = citations.cite("projections", "employment_base_thousands", label);
            official =
                official.with_line(counting_everybody(&career.figures.pay, &career.figures.outlook), source);
        }
        if let Some(quantity) = jobs_counted(career, by_projections) {
            official = official.with_quantity(quantity);
        }
        RowCell {
            own: career.own.number("jobs").map(|jobs| own(jobs, Count(jobs).to_string(), label, citations)),
            official: Some(official.with_level(level(career, None))),
        }
    });
    row.map(|mut row| {
        let differences = row.cells.iter_mut().filter_map(|cell| cell.difference.as_mut());
        differences
            .filter(|_| by_projections)
            .for_each(|difference| difference.text += ", counting everybody");
        row
    })
}

fn jobs_counted(career: &Career, by_projections: bool) -> Option<Quantity> {
    if by_projections {
        let value = career.figures.outlook.employment_base_thousands.number()? * 1000.0;
        return Some(Quantity { value, margin: Margin::Unknown });
    }
    let value = career.figures.pay.employment.number()?;
    let error = career.figures.pay.employment_rse_percent.number()?;
    Some(Quantity { value, margin: Margin::StandardError(value * error / 100.0) })
}

/// Whether the projections count many whom the survey leaves out.
pub fn many_outside_the_survey(pay: &Pay, outlook: &Outlook) -> bool {
    let everybody = outlook.employment_base_thousands.number().unwrap_or(0.0) * 1000.0;
    everybody > MANY_OUTSIDE_THE_SURVEY * pay.employment.number().unwrap_or(0.0)
}

/// The projections' count, with the reason where it is much larger than the survey's.
pub fn counting_everybody(pay: &Pay, outlook: &Outlook) -> Option<String> {
    let everybody = Count((outlook.employment_base_thousands.number()? * 1000.0).round());
    let reason = match pay.employment.number() {
        Some(_) if many_outside_the_survey(pay, outlook) => {
            ": the survey leaves out the self-employed, farms, private households and some others"
        }
        _ => "",
    };
    Some(format!("{everybody} counting everybody, by the projections{reason}"))
}

fn openings(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Openings a year";
    Row::of(
        label,
        "projected average, growth and people who leave",
        careers,
        Some(Unit::Jobs),
        citations,
        |career, citations| {
            let source = citations.cite("projections", "openings_annual_thousands", label);
            let cell = match career.figures.outlook.openings_annual_thousands {
                Cell::Number(thousands) => Cell::Number((thousands * 1000.0).round()),
                other => other,
            };
            let official = value(cell, "Not projected", source, |openings| Count(openings).to_string());
            RowCell {
                official: Some(unjudged(official, cell).with_level(level(career, None))),
                ..RowCell::default()
            }
        },
    )
}

fn satisfaction(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Job satisfaction";
    // Never a difference: the groups are broad, no margin is published, and a title's own score has another scale.
    Row::of(
        label,
        "college graduates who are very satisfied with their job",
        careers,
        None,
        citations,
        |career, citations| {
            let own = career.own.has("satisfaction_of_five").then(|| {
                let source = Some(citations.cite_career_site(label));
                match career.own.text("satisfaction_of_five") {
                    Some(score) => Value::known(format!("{score} of 5"), source),
                    None => Value::missing("None given", source),
                }
            });
            let satisfaction = &career.figures.satisfaction;
            let official = match satisfaction.very_satisfied_percent {
                Some(percent) => {
                    let source = citations.cite("nscg_satisfaction", "very_satisfied", label);
                    Value::known(format!("{}% very satisfied", Plain(percent)), source)
                        .with_level(level(career, Some(&satisfaction.basis)))
                }
                None => Value::missing(
                    FEW_COLLEGE_GRADUATES,
                    citations.cite("attainment", "bachelors_percent", label),
                ),
            };
            RowCell { own, official: Some(official) }
        },
    )
}

fn experience(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Years of experience";
    Row::of(label, "in related work", careers, None, citations, |career, citations| {
        let (text, by_onet) = preparation::experience(career);
        let source = if by_onet {
            citations.cite("onet_requirements", "share_percent", label)
        } else {
            citations.cite("entry_requirements", "work_experience", label)
        };
        let basis = if by_onet { career.figures.preparation.experience.as_ref() } else { None };
        RowCell {
            own: career
                .own
                .text("experience_years")
                .map(|years| Value::known(format!("{years} years"), Some(citations.cite_career_site(label)))),
            official: Some(Value::known(text, source).with_level(level(career, basis))),
        }
    })
}

fn time_to_become(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Time to become";
    Row::of(
        label,
        "school after high school and experience",
        careers,
        None,
        citations,
        |career, citations| {
            let source = citations.cite("entry_requirements", "typical_education", label);
            let text = match preparation::time_to_become(career).as_str() {
                preparation::NO_TIME => "Neither is usually asked for".to_owned(),
                time => format!("{} at entry", capital(time)),
            };
            let by_answers = preparation::time_by_answers(career)
                .filter(|time| time != preparation::NO_TIME)
                .map(|time| format!("{} with the experience that people in it name", capital(&time)));
            let second =
                by_answers.as_ref().and_then(|_| citations.cite("onet_requirements", "share_percent", label));
            let own = career.own.text("time_to_become_years").map(|years| {
                let years = years.replace('-', " to ");
                Value::known(format!("{years} years"), Some(citations.cite_career_site(label)))
            });
            let official =
                Value::known(text, source).with_line(by_answers, second).with_level(level(career, None));
            RowCell { own, official: Some(official) }
        },
    )
}
