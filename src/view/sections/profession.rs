//! What the releases say of a whole group: their own rows of it, never a mean of what is inside.

use super::outlook::signed;
use super::overview::{NOT_SURVEYED, counting_everybody, many_outside_the_survey};
use super::{Section, value};
use crate::domain::{Cell, Distribution, GroupFigures, GroupPeople, Outlook};
use crate::view::charts::{Accent, Chart, PayRange, PayRanges, Stack, StackPart, Stacks};
use crate::view::citations::Citations;
use crate::view::format::{Count, Percent, Plain, Usd, UsdCents};
use crate::view::row::{Printed, Row, RowCell, Shown, Value};
use crate::view::words;

const NOT_PROJECTED: &str = "Not projected";
const NOT_PUBLISHED: &str = "Not published";
/// Minor and broad groups have no row in the population survey.
const MAJOR_GROUPS_ONLY: &str =
    "Not published for this group: the population survey has figures of major groups and of occupations only";
/// A smaller share of the nation's jobs would round to none.
const LEAST_SHARE: f64 = 0.05;

fn row(label: &str, note: &'static str, official: Value) -> Row {
    let cell = Printed::new(RowCell { own: None, official: Some(official) });
    let shown = Shown { accent: Accent::A, cell, difference: None };
    Row { label: label.to_owned(), note, list: None, heading: None, cells: vec![shown] }
}

/// The rows that people look for first.
pub fn overview(figures: &GroupFigures, citations: &mut Citations) -> Section {
    let pay = &figures.pay;
    let jobs = jobs(figures, citations);
    let yearly = citations.cite("oews_national", "wage_annual_median_usd", "Yearly salary");
    let hourly = citations.cite("oews_national", "wage_hourly_median_usd", "Hourly rate");
    let mut rows = vec![
        jobs,
        row(
            "Yearly salary",
            "annual median",
            value(pay.annual.median, NOT_SURVEYED, yearly, |usd| Usd(usd).to_string()),
        ),
        row(
            "Hourly rate",
            "hourly median",
            value(pay.hourly.median, NOT_SURVEYED, hourly, |usd| UsdCents(usd).to_string()),
        ),
        growth(figures, citations),
        openings(figures.outlook.as_ref(), citations),
    ];
    if let Some(people) = &figures.people {
        rows.extend([women(people, citations), age(people, citations)]);
    }
    Section { id: "overview", title: "At a glance".into(), intro: "".into(), charts: Vec::new(), rows }
}

fn jobs(figures: &GroupFigures, citations: &mut Citations) -> Row {
    let label = "Number of jobs";
    let source = citations.cite("oews_national", "employment", label);
    let mut official = value(figures.pay.employment, NOT_SURVEYED, None, |jobs| Count(jobs).to_string())
        .with_line(share(figures), None)
        .with_source(source);
    let outlook = figures.outlook.as_ref();
    if let Some(outlook) = outlook.filter(|outlook| many_outside_the_survey(&figures.pay, outlook)) {
        let source = citations.cite("projections", "employment_base_thousands", label);
        official = official.with_line(counting_everybody(&figures.pay, outlook), source);
    }
    row(label, "wage and salary jobs", official)
}

/// "6.2% of all jobs in the nation"
fn share(figures: &GroupFigures) -> Option<String> {
    let share = 100.0 * figures.pay.employment.number()? / figures.nation.employment.number()?;
    Some(if share < LEAST_SHARE {
        "under 0.1% of all jobs in the nation".to_owned()
    } else {
        format!("{} of all jobs in the nation", Percent(share))
    })
}

fn growth(figures: &GroupFigures, citations: &mut Citations) -> Row {
    let source = citations.cite("projections", "employment_change_percent", "Growth rate");
    let percent = |number: f64| Percent(number).to_string();
    let own = cell(figures.outlook.as_ref(), |outlook| outlook.employment_change_percent);
    let all = figures.nation.employment_change_percent.number();
    let all = all.map(|number| format!("all occupations together: {}", Percent(number)));
    let official = value(own, NOT_PROJECTED, None, percent).with_line(all, None).with_source(source);
    row("Growth rate", "projected over ten years", official)
}

fn openings(outlook: Option<&Outlook>, citations: &mut Citations) -> Row {
    let source = citations.cite("projections", "openings_annual_thousands", "Openings a year");
    let own = cell(outlook, |outlook| outlook.openings_annual_thousands);
    let official = value(own, NOT_PROJECTED, source, thousands);
    row("Openings a year", "projected average, growth and people who leave", official)
}

fn thousands(number: f64) -> String {
    Count((number * 1000.0).round()).to_string()
}

fn cell(outlook: Option<&Outlook>, figure: fn(&Outlook) -> Cell) -> Cell {
    outlook.map_or(Cell::Missing(crate::domain::Reason::Absent), figure)
}

/// How pay is spread.
pub fn pay(title: &str, figures: &GroupFigures, citations: &mut Citations) -> Section {
    let (annual, hourly) = (figures.pay.annual, figures.pay.hourly);
    let mut spread = |label: &'static str, note, column, of: fn(&Distribution) -> Cell| {
        let source = citations.cite("oews_national", column, label);
        row(label, note, both(of(&annual), of(&hourly)).with_source(source))
    };
    let rows = vec![
        spread("10th percentile", "one in ten earns less", "wage_annual_p10_usd", |pay| pay.p10),
        spread("25th percentile", "one in four earns less", "wage_annual_p25_usd", |pay| pay.p25),
        spread("Median", "half earn less, half more", "wage_annual_median_usd", |pay| pay.median),
        spread("75th percentile", "one in four earns more", "wage_annual_p75_usd", |pay| pay.p75),
        spread("90th percentile", "one in ten earns more", "wage_annual_p90_usd", |pay| pay.p90),
        spread("Mean", "all pay divided by all jobs", "wage_annual_mean_usd", |pay| pay.mean),
    ];
    let Distribution { p10, p25, median, p75, p90, .. } = annual;
    let range = p10.number().zip(median.number()).map(|(p10, median)| PayRange {
        accent: Accent::A,
        label: title.to_owned(),
        p10,
        box_: p25.number().zip(p75.number()),
        median,
        p90: p90.number(),
    });
    Section {
        id: "pay",
        title: "Pay".into(),
        intro: if range.is_some() {
            "The survey's own figures of the whole group. The box holds the middle half; the line runs from the 10th to the 90th percentile.".into()
        } else {
            "The survey's own figures of the whole group.".into()
        },
        charts: range.map(|range| Chart::PayRanges(PayRanges::new(vec![range]))).into_iter().collect(),
        rows,
    }
}

/// By the year and, where it is published, by the hour.
fn both(annual: Cell, hourly: Cell) -> Value {
    let by_the_hour = match hourly {
        Cell::Number(usd) => format!("{} an hour", UsdCents(usd)),
        Cell::AtLeast(usd) => format!("{} or more an hour", UsdCents(usd)),
        Cell::Missing(why) => words::reason(why, NOT_SURVEYED).to_owned(),
    };
    match annual {
        Cell::Missing(why) if hourly.number().is_some() => {
            Value::known(by_the_hour, None).with_line(Some(words::reason(why, NOT_SURVEYED).to_owned()), None)
        }
        Cell::Missing(_) => value(annual, NOT_SURVEYED, None, |usd| Usd(usd).to_string()),
        _ => value(annual, NOT_SURVEYED, None, |usd| format!("{} a year", Usd(usd)))
            .with_line(Some(by_the_hour), None),
    }
}

/// How many will be needed.
pub fn outlook(figures: &GroupFigures, citations: &mut Citations) -> Section {
    let own = figures.outlook.as_ref();
    let mut counted = |label: &'static str, note, print: fn(f64) -> String, figure: fn(&Outlook) -> Cell| {
        let source = citations.cite("projections", "employment_base_thousands", label);
        row(label, note, value(cell(own, figure), NOT_PROJECTED, source, print))
    };
    let percent = |number: f64| Percent(number).to_string();
    let rows = vec![
        counted("Employed now", "everybody, the self-employed too", thousands, |outlook| {
            outlook.employment_base_thousands
        }),
        counted("Employed in ten years", "projected", thousands, |outlook| {
            outlook.employment_projected_thousands
        }),
        counted(
            "Change",
            "projected over ten years",
            |number| signed((number * 1000.0).round()),
            |outlook| outlook.employment_change_thousands,
        ),
        counted("Change in percent", "", percent, |outlook| outlook.employment_change_percent),
        counted("Self-employed", "", percent, |outlook| outlook.self_employed_percent),
    ];
    Section {
        id: "outlook",
        title: "Outlook".into(),
        intro: "The projections say how many people will be needed if the economy grows at its usual pace. They are no promise.".into(),
        charts: Vec::new(),
        rows,
    }
}

/// Who works in it.
pub fn people(title: &str, figures: &GroupFigures, citations: &mut Citations) -> Section {
    let label = "Women, age and earnings";
    let charts = figures.people.as_ref().and_then(|people| gender_chart(title, people));
    let rows = if let Some(people) = &figures.people {
        vec![
            women(people, citations),
            race(people, citations),
            age(people, citations),
            earnings(people, citations),
        ]
    } else {
        let source = citations.cite("cps_groups", "women_percent", label);
        vec![row(label, "", Value::missing(MAJOR_GROUPS_ONLY, source))]
    };
    Section {
        id: "people",
        title: "Who works in it".into(),
        intro: "As people in a sample of households answered. Race and Hispanic origin are two separate questions, so their shares overlap and do not add up to 100.".into(),
        charts: charts.into_iter().collect(),
        rows,
    }
}

fn gender_chart(title: &str, people: &GroupPeople) -> Option<Chart> {
    let women = people.women_percent.number()?;
    let parts = vec![StackPart::new("Women", women), StackPart::new("Men", 100.0 - women)];
    let stack = Stack { accent: Accent::A, label: title.to_owned(), parts };
    Some(Chart::Stacks(Stacks::new("Women and men", vec![stack])))
}

fn women(people: &GroupPeople, citations: &mut Citations) -> Row {
    let source = citations.cite("cps_groups", "women_percent", "Gender ratio");
    let ratio = |women: f64| format!("{} women, {} men", Percent(women), Percent(100.0 - women));
    row("Gender ratio", "women, men", value(people.women_percent, NOT_PUBLISHED, source, ratio))
}

fn age(people: &GroupPeople, citations: &mut Citations) -> Row {
    let source = citations.cite("cps_groups", "median_age_years", "Average age");
    let official = value(people.median_age_years, NOT_PUBLISHED, source, |age| Plain(age).to_string());
    row("Average age", "median, in years", official)
}

fn race(people: &GroupPeople, citations: &mut Citations) -> Row {
    let source = citations.cite("cps_groups", "white_percent", "Race ratio");
    let shares = [
        ("White", people.white_percent),
        ("Black or African American", people.black_percent),
        ("Asian", people.asian_percent),
        ("Hispanic or Latino, any race", people.hispanic_percent),
    ];
    let known =
        shares.iter().filter_map(|(race, share)| Some(format!("{race} {}", Percent(share.number()?))));
    let lines: Vec<String> = known.collect();
    let official = if lines.is_empty() {
        value(people.white_percent, NOT_PUBLISHED, source, |share| Percent(share).to_string())
    } else {
        Value::list(lines, source)
    };
    row("Race ratio", "shares overlap", official)
}

fn earnings(people: &GroupPeople, citations: &mut Citations) -> Row {
    let label = "Weekly earnings, women and men";
    let source = citations.cite("cps_groups", "earnings_weekly_women_median_usd", label);
    let print = |cell| match cell {
        Cell::Number(usd) => Usd(usd).to_string(),
        Cell::AtLeast(usd) => format!("{} or more", Usd(usd)),
        Cell::Missing(reason) => words::reason(reason, NOT_PUBLISHED).to_lowercase(),
    };
    let lines = vec![
        format!("Women: {}", print(people.earnings_weekly_women_median_usd)),
        format!("Men: {}", print(people.earnings_weekly_men_median_usd)),
    ];
    row(label, "median, full-time employees", Value::list(lines, source))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    #[test]
    fn pay_by_one_unit_alone_says_so() {
        let text = |value: Value| {
            let more = value.more.iter().map(|line| line.text.to_string());
            std::iter::once(value.first.text.to_string()).chain(more).collect::<Vec<_>>().join("; ")
        };
        let (annual, hourly) = (Cell::Number(97_550.0), Cell::Number(46.9));
        assert_eq!(text(both(annual, hourly)), "$97,550 a year; $46.90 an hour");
        let missing = Cell::Missing(Reason::AnnualOnly);
        assert_eq!(text(both(annual, missing)), "$97,550 a year; Published by the year only");
        let missing = Cell::Missing(Reason::HourlyOnly);
        assert_eq!(text(both(missing, hourly)), "$46.90 an hour; Published by the hour only");
        assert!(both(missing, missing).missing);
    }
}
