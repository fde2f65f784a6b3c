//! The cells and headings of the list of careers.

use crate::domain::catalog::{Column, Facet, Listing, LocalPay, PersonFigure, Survey, Whose};
use crate::domain::{AreaType, Cell, INTERESTS, Place};
use crate::view::citations::{Citations, Mark};
use crate::view::format::{Count, Percent, Plain, Usd, UsdCents, capital};
use crate::view::words;

/// A figure of the list, or why there is none.
pub struct Shown {
    /// "$97,550", or the reason.
    pub text: String,
    /// There is no figure.
    pub missing: bool,
    /// Whose figure it is, where not the career's own.
    pub level: Option<String>,
    /// Its source, where that is not the one of its column.
    pub source: Option<Mark>,
}

/// What a column is called beside its figures on a phone, and in the list of sources.
#[must_use]
pub fn short_label(column: Column) -> &'static str {
    match column {
        Column::Name => "Career",
        Column::Pay => "Pay a year",
        Column::PayRange => "Pay range",
        Column::Jobs => "Jobs",
        Column::Growth => "Growth",
        Column::NewJobs => "New jobs",
        Column::Openings => "Openings a year",
        Column::Education => "Education",
        Column::Home => "Works from home",
        Column::Women => "Women",
        Column::Age => "Median age",
        Column::Interest => "Interest",
    }
}

/// What a figure of the column is, beside its name: "median, in Washington".
#[must_use]
pub fn note(column: Column, place: Option<&Place>, citations: &Citations) -> String {
    let where_to = |what: &str| match place {
        Some(place) if what.is_empty() => place.phrase(),
        Some(place) => format!("{what}, {}", place.phrase()),
        None => what.to_owned(),
    };
    match column {
        Column::Name => String::new(),
        Column::Pay if place.is_some_and(|place| !place.has_distributions()) => {
            where_to("mean: no median is published for metropolitan areas")
        }
        Column::Pay => where_to("median"),
        Column::PayRange => where_to("10th to 90th percentile, sorted by the upper end"),
        Column::Jobs => where_to(""),
        Column::Growth => "over ten years, projected".to_owned(),
        Column::NewJobs => "in ten years, projected".to_owned(),
        Column::Openings => "projected, with those who leave".to_owned(),
        Column::Education => "usual at entry".to_owned(),
        Column::Home => citations.lacking("acs_occupations", "last week".to_owned()),
        Column::Women => "share of workers".to_owned(),
        Column::Age => "years".to_owned(),
        Column::Interest => "strongest types first".to_owned(),
    }
}

/// The table and column behind a column of the list.
fn source(column: Column, place: Option<&Place>) -> Option<(&'static str, &'static str)> {
    let of_pay = |column| match place.map(|place| place.area_type) {
        None => ("oews_national", column),
        Some(AreaType::Metropolitan) => ("oflc_metropolitan", ""),
        Some(AreaType::Nonmetropolitan) => ("oews_nonmetropolitan", column),
        Some(_) => ("oews_states", column),
    };
    Some(match column {
        Column::Name => return None,
        Column::Pay | Column::PayRange => of_pay("wage_annual_median_usd"),
        Column::Jobs => of_pay("employment"),
        Column::Growth => ("projections", "employment_change_percent"),
        Column::NewJobs => ("projections", "employment_change_thousands"),
        Column::Openings => ("projections", "openings_annual_thousands"),
        Column::Education => ("entry_requirements", "typical_education"),
        Column::Home => ("acs_occupations", "home_percent"),
        Column::Women => ("cps", "women_percent"),
        Column::Age => ("cps", "median_age_years"),
        Column::Interest => ("onet_interests", "first"),
    })
}

/// The mark of a column's source.
pub fn cite(column: Column, place: Option<&Place>, citations: &mut Citations) -> Option<Mark> {
    let (table, of_table) = source(column, place)?;
    citations.cite(table, of_table, short_label(column))
}

/// The cell of an occupation in a column.
pub fn cell(
    column: Column,
    listing: &Listing,
    local: &LocalPay,
    place: Option<&Place>,
    citations: &mut Citations,
) -> Shown {
    let not_here = if place.is_some() { "Not published there" } else { "Not in this wage survey" };
    let projected = "Not in the projections";
    match column {
        Column::Name => known(listing.title.clone()),
        Column::Pay => pay(local, not_here),
        Column::PayRange => range(local, not_here),
        Column::Jobs => figure(local.jobs, not_here, |jobs| Count(jobs).to_string()),
        Column::Growth => figure(listing.growth_percent, projected, |share| Percent(share).to_string()),
        Column::NewJobs => {
            figure(listing.new_jobs, projected, |jobs| to_the_hundred(jobs, "Fewer than 50 either way"))
        }
        Column::Openings => figure(listing.openings, projected, |jobs| to_the_hundred(jobs, "Fewer than 50")),
        Column::Education => known(words::typical_education(&listing.education).to_owned()),
        Column::Home => of_people(listing.home, column, citations, |share| Percent(share).to_string()),
        Column::Women => of_people(listing.women, column, citations, |share| Percent(share).to_string()),
        Column::Age => of_people(listing.age, column, citations, |years| Plain(years).to_string()),
        Column::Interest => interests(listing),
    }
}

fn known(text: String) -> Shown {
    Shown { text, missing: false, level: None, source: None }
}

fn figure(cell: Cell, absent: &'static str, print: impl Fn(f64) -> String) -> Shown {
    match cell {
        Cell::Number(number) => known(print(number)),
        Cell::AtLeast(number) => known(format!("{} or more", print(number))),
        Cell::Missing(reason) => Shown { missing: true, ..known(words::reason(reason, absent).to_owned()) },
    }
}

/// The projections are rounded to the hundred: none of them is no zero.
fn to_the_hundred(jobs: f64, none: &str) -> String {
    if jobs == 0.0 { none.to_owned() } else { Count(jobs).to_string() }
}

/// Performers and some others are paid by the hour, and have no usual year.
fn pay(local: &LocalPay, absent: &'static str) -> Shown {
    match (local.annual, local.hourly) {
        (Cell::Missing(_), Cell::Number(usd)) => Shown {
            level: Some("published by the hour only; sorted last".to_owned()),
            ..known(format!("{} an hour", UsdCents(usd)))
        },
        (annual, _) => figure(annual, absent, |usd| Usd(usd).to_string()),
    }
}

fn range(local: &LocalPay, absent: &'static str) -> Shown {
    match (local.p10, local.p90) {
        (Cell::Number(low), Cell::Number(high)) => known(format!("{} to {}", Usd(low), Usd(high))),
        (Cell::Number(low), Cell::AtLeast(high)) => known(format!("{} to {} or more", Usd(low), Usd(high))),
        (Cell::Missing(_), other) | (other, _) => {
            figure(if matches!(local.p10, Cell::Missing(_)) { local.p10 } else { other }, absent, |usd| {
                Usd(usd).to_string()
            })
        }
    }
}

fn of_people(
    of: PersonFigure,
    column: Column,
    citations: &mut Citations,
    print: impl Fn(f64) -> String,
) -> Shown {
    let shown = figure(of.value, "Not in the sample", print);
    if shown.missing {
        return shown;
    }
    let whose = level(of.whose);
    // Where a column has figures of two surveys, those of the other one say so.
    let other = of.survey == Survey::Community && column != Column::Home;
    let source = other.then(|| citations.cite("acs_occupations", "women_percent", short_label(column)));
    let level = match (other, whose) {
        (true, Some(whose)) => Some(format!("larger survey; {whose}")),
        (true, None) => Some("larger survey".to_owned()),
        (false, whose) => whose,
    };
    Shown { level, source: source.flatten(), ..shown }
}

/// Whose figure it is, where not the career's own.
fn level(whose: Whose) -> Option<String> {
    Some(match whose {
        Whose::Own => return None,
        Whose::Group(1) => "of its group in the survey".to_owned(),
        Whose::Group(count) => format!("{count} careers together"),
        Whose::CatchAll => "with others not named".to_owned(),
        Whose::Parts(1) => "from one career inside it".to_owned(),
        Whose::Parts(count) => format!("from {count} careers inside it"),
    })
}

fn interests(listing: &Listing) -> Shown {
    let Some(interests) = listing.interests else {
        return Shown { missing: true, ..known("O*NET scores neither it nor a part of it".to_owned()) };
    };
    let names: Vec<String> = interests
        .high_points
        .iter()
        .flatten()
        .filter_map(|place| INTERESTS.get(*place))
        .map(|name| capital(name))
        .collect();
    Shown { level: level(interests.whose), ..known(names.join(", ")) }
}

/// What a facet is about.
#[must_use]
pub fn legend(facet: Facet) -> &'static str {
    match facet {
        Facet::Group => "Profession",
        Facet::Education => "Education asked for",
        Facet::Experience => "Work experience asked for",
        Facet::Training => "Training on the job",
        Facet::Growth => "Growth over ten years",
        Facet::Interest => "Strongest interest type",
        Facet::Letter => "First letter",
    }
}

/// A choice of a facet in words; of the groups `title` holds them.
#[must_use]
pub fn choice(facet: Facet, token: &str, title: &str) -> String {
    match facet {
        Facet::Group => title.to_owned(),
        Facet::Education => words::typical_education(token).to_owned(),
        Facet::Experience => words::work_experience(token).to_owned(),
        Facet::Training => words::training(token).to_owned(),
        Facet::Growth => match token {
            "shrinking" => "Shrinking",
            "0-to-3" => "0% to under 3%",
            "3-to-6" => "3% to under 6%",
            "6-to-10" => "6% to under 10%",
            _ => "10% or more",
        }
        .to_owned(),
        Facet::Interest => match token {
            "realistic" => "Realistic: things, tools, outdoors",
            "investigative" => "Investigative: finding out",
            "artistic" => "Artistic: making, performing",
            "social" => "Social: helping, teaching",
            "enterprising" => "Enterprising: leading, selling",
            _ => "Conventional: records, order",
        }
        .to_owned(),
        Facet::Letter => token.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    #[test]
    fn pay_by_the_hour_is_no_reason_and_no_year() {
        let local = LocalPay {
            annual: Cell::Missing(Reason::HourlyOnly),
            hourly: Cell::Number(26.5),
            ..LocalPay::NONE
        };
        let shown = pay(&local, "Not published there");
        assert_eq!((shown.text.as_str(), shown.missing), ("$26.50 an hour", false));
        let none = pay(&LocalPay::NONE, "Not published there");
        assert_eq!((none.text.as_str(), none.missing), ("Not published there", true));
    }

    #[test]
    fn a_range_that_is_cut_off_says_so() {
        let local = LocalPay { p10: Cell::Number(60_000.0), p90: Cell::AtLeast(239_200.0), ..LocalPay::NONE };
        assert_eq!(range(&local, "").text, "$60,000 to $239,200 or more");
        assert!(range(&LocalPay::NONE, "Not published there").missing);
        let cut = LocalPay { p10: Cell::AtLeast(239_200.0), p90: Cell::AtLeast(239_200.0), ..LocalPay::NONE };
        assert_eq!(range(&cut, "").text, "$239,200 or more");
    }
}
