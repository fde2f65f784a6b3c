//! Groups and occupations in a list, with jobs, pay and growth in words; and the links that bring it into an order.

use crate::domain::{Cell, Listing, Order};
use crate::view::citations::{Citations, Mark};
use crate::view::format::{Count, Percent, Usd, UsdCents};
use crate::view::words::reason;

/// Legislators and fishers: the survey has no row for them.
const NOT_SURVEYED: &str = "Not in this wage survey";
const NOT_PROJECTED: &str = "Not projected";

/// A group or an occupation as a row of a list.
pub struct Listed {
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// What it gathers, or nothing.
    pub description: String,
    /// Occupations inside it: "70"; none for an occupation.
    pub occupations: Option<String>,
    /// "3,379,720", or why there is none.
    pub jobs: String,
    /// "$97,550 a year", or why there is none.
    pub pay: String,
    /// "4.9%", or why there is none.
    pub growth: String,
    /// No survey counts it: it is of the armed forces.
    pub uncounted: bool,
}

impl Listed {
    /// A row in words.
    #[must_use]
    pub fn new(listing: &Listing) -> Self {
        let pay = match (listing.wage_annual_median_usd, listing.wage_hourly_median_usd) {
            (Cell::Number(usd), _) => format!("{} a year", Usd(usd)),
            (Cell::AtLeast(usd), _) => format!("{} or more a year", Usd(usd)),
            (_, Cell::Number(usd)) => format!("{} an hour", UsdCents(usd)),
            (Cell::Missing(why), _) => reason(why, NOT_SURVEYED).to_owned(),
        };
        Self {
            title: listing.title.clone(),
            href: listing.href.clone(),
            description: String::new(),
            occupations: listing.occupations.map(|count| Count(f64::from(count)).to_string()),
            jobs: words(listing.employment, NOT_SURVEYED, |jobs| Count(jobs).to_string()),
            pay,
            growth: words(listing.employment_change_percent, NOT_PROJECTED, |percent| {
                Percent(percent).to_string()
            }),
            uncounted: listing.occupations == Some(0),
        }
    }

    /// With what it gathers.
    #[must_use]
    pub fn with_description(self, description: &str) -> Self {
        Self { description: description.to_owned(), ..self }
    }
}

fn words(cell: Cell, absent: &'static str, print: impl Fn(f64) -> String) -> String {
    match cell {
        Cell::Number(number) => print(number),
        Cell::AtLeast(number) => format!("{} or more", print(number)),
        Cell::Missing(why) => reason(why, absent).to_owned(),
    }
}

/// The sources of a list's columns.
pub struct ListSources {
    /// Of jobs and pay.
    pub pay: Option<Mark>,
    /// "May 2025"
    pub pay_period: String,
    /// Of growth.
    pub growth: Option<Mark>,
    /// "2024 to 2034"
    pub growth_period: String,
}

impl ListSources {
    /// Names them for a list.
    #[must_use]
    pub fn cite(row: &'static str, citations: &mut Citations) -> Self {
        Self {
            pay: citations.cite("oews_national", "employment", row),
            pay_period: citations.period("oews_national", "employment").to_owned(),
            growth: citations.cite("projections", "employment_change_percent", row),
            growth_period: citations.period("projections", "employment_change_percent").to_owned(),
        }
    }
}

/// A link that brings a list into an order.
pub struct SortLink {
    /// "median pay"
    pub label: &'static str,
    /// Its address.
    pub href: String,
    /// The list stands in this order.
    pub current: bool,
}

/// How a list stands: the order that was asked for, the links to the others, and what was wrong.
pub struct Sorting {
    /// The order.
    pub order: Order,
    /// One an order.
    pub links: Vec<SortLink>,
    /// An order was asked for that there is not.
    pub problem: Option<String>,
}

impl Sorting {
    /// Reads what was asked for; the first order stands where nothing was, or nothing that there is.
    #[must_use]
    pub fn read(asked: &str, path: &str, anchor: &str, orders: &[Order]) -> Self {
        let asked = asked.trim();
        let first = orders.first().copied().unwrap_or(Order::Name);
        let found = orders.iter().copied().find(|order| order.token() == asked);
        let shown: String = asked.chars().filter(|letter| !letter.is_control()).take(60).collect();
        let problem = (found.is_none() && !asked.is_empty())
            .then(|| format!("There is no order called “{shown}”. The list stands by {}.", label(first)));
        let order = found.unwrap_or(first);
        let links = orders.iter().map(|other| SortLink {
            label: label(*other),
            // The first order is the page's own address.
            href: if *other == first {
                format!("{path}#{anchor}")
            } else {
                format!("{path}?sort={}#{anchor}", other.token())
            },
            current: *other == order,
        });
        Self { order, links: links.collect(), problem }
    }
}

fn label(order: Order) -> &'static str {
    match order {
        Order::Jobs => "jobs",
        Order::Pay => "median pay",
        Order::Growth => "growth",
        Order::Occupations => "number of occupations",
        Order::Name => "name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    #[test]
    fn an_unknown_order_says_so_and_the_first_stands() {
        let read = |asked| Sorting::read(asked, "/professions", "groups", &[Order::Jobs, Order::Pay]);
        assert_eq!(read("pay").order, Order::Pay);
        assert!(read("").problem.is_none() && read("pay").problem.is_none());
        let wrong = read("pay\u{7}day");
        assert_eq!(wrong.order, Order::Jobs);
        assert_eq!(
            wrong.problem.as_deref(),
            Some("There is no order called “payday”. The list stands by jobs.")
        );
        assert!(read(&"x".repeat(10_000)).problem.unwrap().len() < 200);
        assert_eq!(wrong.links[1].href, "/professions?sort=pay#groups");
    }

    #[test]
    fn what_is_missing_says_why() {
        let listed = Listed::new(&Listing {
            soc_code: String::new(),
            title: "Actors".to_owned(),
            href: String::new(),
            occupations: None,
            employment: Cell::Missing(Reason::EmploymentNotReleased),
            wage_annual_median_usd: Cell::Missing(Reason::HourlyOnly),
            wage_hourly_median_usd: Cell::Number(29.05),
            employment_change_percent: Cell::Missing(Reason::Absent),
        });
        assert_eq!(listed.pay, "$29.05 an hour");
        assert!(listed.jobs.starts_with("Not released"));
        assert_eq!(listed.growth, "Not projected");
    }
}
