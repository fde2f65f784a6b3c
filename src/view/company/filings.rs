//! What an employer filed for: careers, places, and the names that are counted together.

use std::borrow::Cow;

use crate::domain::company::{CompanyCareer, CompanyFilings, Seeking};
use crate::domain::{Cell, Companies, Reason};
use crate::view::citations::Citations;
use crate::view::format::{Count, Usd};
use crate::view::table::{Column, Layout, Line, Table, brief};

/// The section.
#[derive(Debug)]
pub struct Filings {
    /// "Amazon.com Services LLC"
    pub employer: String,
    /// What is counted together, in a sentence.
    pub spellings: String,
    /// Careers with their offers.
    pub careers: Table,
    /// States with the directory of those who seek people there, and how many applications.
    pub states: Vec<Place>,
    /// Names that are counted as one, with their filings.
    pub names: Vec<(String, String)>,
}

/// A state that it filed for work in.
#[derive(Debug)]
pub struct Place {
    /// "Washington"
    pub name: String,
    /// Its page of the site.
    pub href: String,
    /// "12 applications"
    pub count: String,
}

const TABLE: &str = "lca_filer_occupations";

impl Filings {
    /// Prints them.
    #[must_use]
    pub fn new(filings: CompanyFilings, companies: &Companies, citations: &mut Citations) -> Self {
        let careers = careers(&filings.careers, citations);
        let place = |(state, count): (String, i64)| {
            let name = companies.state_name(&state)?.to_owned();
            Some(Place {
                href: format!("/places/{}", state.to_lowercase()),
                name,
                count: applications(count),
            })
        };
        let places = filings.states.into_iter().filter_map(place);
        let spellings = match filings.spellings {
            1 => String::new(),
            #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
            count => format!("{} spellings of its name are counted together.", Count(count as f64)),
        };
        Self {
            employer: filings.employer,
            spellings,
            careers,
            states: places.collect(),
            names: filings.names.into_iter().map(|(name, count)| (name, number(count))).collect(),
        }
    }
}

/// A company that filed for a career, in words.
#[derive(Debug)]
pub struct Seeker {
    /// "Amazon"
    pub name: String,
    /// Its page.
    pub href: String,
    /// "3,061 filings; median offer $120,000"
    pub about: String,
}

impl Seeker {
    /// Prints one.
    #[must_use]
    pub fn new(seeking: Seeking) -> Self {
        let filings = brief(seeking.filings, |number| Count(number).to_string());
        let offer = seeking.offered_usd.number().map(|usd| format!("; median offer {}", Usd(usd)));
        Self {
            href: format!("/companies/{}", seeking.slug),
            name: seeking.name,
            about: format!("{filings} filings{}", offer.unwrap_or_default()),
        }
    }
}

fn applications(count: i64) -> String {
    if count == 1 { "1 application".to_owned() } else { format!("{} applications", number(count)) }
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn number(count: i64) -> String {
    Count(count as f64).to_string()
}

fn careers(careers: &[CompanyCareer], citations: &mut Citations) -> Table {
    let filed = citations.period(TABLE, "filings").to_owned();
    let offered = citations.period(TABLE, "wage_annual_median_usd").to_owned();
    let usual = citations.period("oews_national", "wage_annual_median_usd").to_owned();
    let label = "What it filed for";
    let marks = [
        citations.cite(TABLE, "filings", label),
        citations.cite(TABLE, "wage_annual_median_usd", label),
        citations.cite("oews_national", "wage_annual_median_usd", "Usual pay"),
    ];
    let column = |label, sorted| Column { label, sorted };
    Table {
        layout: Layout::Offers,
        caption: format!(
            "Filings {filed}; applications, offers and prevailing wages {offered}; usual pay in the nation {usual}. Dollars a year"
        ),
        marks: marks.into_iter().flatten().collect(),
        names: column("Career", None),
        columns: vec![
            column("Filings", Some("descending")),
            column("Applications", None),
            column("Median offer", None),
            column("Prevailing wage", None),
            column("Usual pay", None),
            column("Offer to usual pay", None),
        ],
        rows: careers.iter().map(line).collect(),
    }
}

fn line(career: &CompanyCareer) -> Line {
    let usd = |usd| Usd(usd).to_string();
    let offered = |cell: Cell| match cell {
        Cell::Missing(Reason::Absent) if career.applications == 0 => Cow::Borrowed("none in the year"),
        Cell::Missing(Reason::Absent) => Cow::Borrowed("fewer than 3"),
        cell => brief(cell, usd),
    };
    Line {
        id: None,
        href: Some(format!("/careers/{}", career.slug)),
        name: career.title.clone(),
        cells: vec![
            number(career.filings).into(),
            number(career.applications).into(),
            offered(career.offered_usd),
            offered(career.prevailing_usd),
            match career.usual_usd {
                Cell::Missing(Reason::Absent) => "by the hour only, or none".into(),
                cell => brief(cell, usd),
            },
            against(career.offered_usd, career.usual_usd),
        ],
        chosen: false,
    }
}

/// "12 percent more"; nothing to say without both, or where the usual pay is a bound.
fn against(offered: Cell, usual: Cell) -> Cow<'static, str> {
    let (Some(offered), Some(usual)) = (offered.number(), usual.number()) else {
        return "not compared".into();
    };
    let percent = ((offered / usual - 1.0) * 100.0).round();
    match percent {
        percent if percent > 0.0 => format!("{percent:.0} percent more").into(),
        percent if percent < 0.0 => format!("{:.0} percent less", -percent).into(),
        _ => "about the same".into(),
    }
}
