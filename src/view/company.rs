//! A company in words: its facts, and how it stands among the companies of its sector.

pub mod best;
pub mod comparison;
mod filings;

use crate::domain::company::Measure;
use crate::domain::{Companies, Company};
use crate::view::citations::{Citations, Mark};
use crate::view::facts::Fact;
use crate::view::format::{Count, LargeUsd, Usd, capital};
use crate::view::row::Value;

pub use best::BestPlace;
pub use filings::{Filings, Seeker};

const COMPANIES: &str = "companies";
const FILERS: &str = "lca_filers";
const WORKER_PAY: &str = "company_worker_pay";

/// What a measure is called.
#[must_use]
pub fn label(measure: Measure) -> &'static str {
    match measure {
        Measure::Name => "Name",
        Measure::Employees => "Employees",
        Measure::Revenue => "Revenue",
        Measure::Profit => "Profit",
        Measure::ProfitPerEmployee => "Profit per employee",
        Measure::WorkerPay => "Median worker pay",
        Measure::Filings => "Filings",
        Measure::Occupations => "Occupations filed for",
        Measure::Offer => "Offers over prevailing wage",
    }
}

/// A few words on what a measure covers.
#[must_use]
pub fn note(measure: Measure) -> &'static str {
    match measure {
        Measure::Name => "",
        Measure::Employees => "worldwide",
        Measure::Revenue | Measure::Profit => "of the fiscal year, worldwide",
        Measure::ProfitPerEmployee => "computed: profit divided by employees",
        Measure::WorkerPay => "a year, all countries, part-time work too",
        Measure::Filings | Measure::Occupations => "for foreign workers, four years",
        Measure::Offer => "median, foreign workers",
    }
}

/// The source of a measure.
pub fn cite(measure: Measure, citations: &mut Citations) -> Option<Mark> {
    let (table, column) = match measure {
        Measure::Name => (COMPANIES, "company"),
        Measure::Employees => (COMPANIES, "employees"),
        Measure::Revenue => (COMPANIES, "revenue_millions_usd"),
        Measure::Profit | Measure::ProfitPerEmployee => (COMPANIES, "profit_millions_usd"),
        Measure::WorkerPay => (WORKER_PAY, "median_worker_pay_usd"),
        Measure::Filings => (FILERS, "filings"),
        Measure::Occupations => (FILERS, "occupations"),
        Measure::Offer => (FILERS, "offered_over_prevailing_median"),
    };
    citations.cite(table, column, label(measure))
}

/// A company's number in words; a loss is called one.
#[must_use]
pub fn figure(measure: Measure, number: f64) -> String {
    let positive = match measure {
        Measure::Name => return String::new(),
        Measure::Employees | Measure::Filings | Measure::Occupations => Count(number).to_string(),
        Measure::Offer => over_prevailing(number),
        Measure::Revenue | Measure::Profit => LargeUsd(number.abs()).to_string(),
        Measure::ProfitPerEmployee | Measure::WorkerPay => Usd(number.abs()).to_string(),
    };
    if number < 0.0 { format!("a loss of {positive}") } else { positive }
}

/// "8.2 percent more"
#[must_use]
pub fn over_prevailing(ratio: f64) -> String {
    let percent = (ratio - 1.0) * 100.0;
    if percent < 0.05 { "the same".to_owned() } else { format!("{percent:.1} percent more") }
}

fn is_private(company: &Company) -> bool {
    company.report.as_ref().is_some_and(|report| !report.is_public)
}

/// Why a company has no number, in few words.
#[must_use]
pub fn missing(measure: Measure, company: &Company) -> &'static str {
    match measure {
        Measure::Filings | Measure::Occupations => "None found",
        Measure::Offer if company.filed.is_some() => "Fewer than 10 applications",
        Measure::Offer => "No filings found",
        Measure::WorkerPay if is_private(company) => "Not traded: need not say",
        Measure::ProfitPerEmployee => "No profit in the release",
        _ => "Not in the release",
    }
}

/// The same in a sentence.
fn why_missing(measure: Measure, company: &Company) -> &'static str {
    match measure {
        Measure::Filings | Measure::Occupations => "No application found under its name",
        Measure::Offer if company.filed.is_none() => "No application found under its name",
        Measure::Offer => "It takes at least ten applications in the year whose wages are published",
        Measure::WorkerPay if is_private(company) => {
            "A company whose shares are not traded need not publish it"
        }
        Measure::WorkerPay => {
            "Not in the release at hand, which has companies of a stock index of large companies only"
        }
        Measure::ProfitPerEmployee => "It cannot be computed without the profit",
        _ => "Not in the release at hand",
    }
}

/// What a company is, in a sentence or two.
#[must_use]
pub fn introduction(company: &Company, citations: &Citations) -> String {
    let filed = company.filed.as_ref().map(|filed| {
        let applications = if filed.filings < 1.5 { "application" } else { "applications" };
        format!(
            "filed {} {applications} for foreign workers in {}",
            Count(filed.filings),
            year(Measure::Filings, citations)
        )
    });
    match (&company.report, filed) {
        (Some(report), filed) => {
            let filed = filed.map_or_else(String::new, |filed| format!(" It {filed}."));
            format!(
                "A large company with headquarters in {}, {}. Its reported figures are of {} and worldwide.{filed}",
                report.city,
                report.state_name,
                year(Measure::Employees, citations)
            )
        }
        (None, Some(filed)) => format!(
            "An employer that {filed}. It is not in the list of large companies, so its size, revenue and industry are not known here."
        ),
        (None, None) => String::new(),
    }
}

/// The numbers of a company, each with its year: those of its reports where it is in the list, and those of its filings.
#[must_use]
pub fn facts(company: &Company, citations: &mut Citations) -> Vec<Fact> {
    let reported = Measure::REPORTED.into_iter().filter(|_| company.report.is_some());
    reported.chain(Measure::FILED).map(|measure| fact(measure, company, citations)).collect()
}

fn fact(measure: Measure, company: &Company, citations: &mut Citations) -> Fact {
    let source = cite(measure, citations);
    let year = year(measure, citations);
    let ratio = company.report.as_ref().and_then(|report| report.pay_ratio);
    let ratio = ratio.filter(|_| measure == Measure::WorkerPay);
    let value = measure.of(company).map_or_else(
        || Value::missing(why_missing(measure, company), source),
        |number| Value::known(format!("{}, {year}", capital(&figure(measure, number))), source),
    );
    let value = value.with_line(ratio.map(times), None);
    Fact::new(label(measure), note(measure), value)
}

/// "The chief executive was paid 976 times as much"
fn times(ratio: f64) -> String {
    if ratio > 1.0 {
        format!("The chief executive was paid {} times as much", Count(ratio))
    } else {
        "The chief executive was paid about as much".to_owned()
    }
}

/// What year a measure is of.
#[must_use]
pub fn year<'p>(measure: Measure, citations: &Citations<'p>) -> &'p str {
    match measure {
        Measure::WorkerPay => citations.period(WORKER_PAY, "median_worker_pay_usd"),
        Measure::Filings | Measure::Occupations => citations.period(FILERS, "filings"),
        Measure::Offer => citations.period(FILERS, "offered_over_prevailing_median"),
        _ => citations.period(COMPANIES, "employees"),
    }
}

/// How the numbers of a company stand to the middle of its sector.
#[must_use]
pub fn standing(company: &Company, companies: &Companies, citations: &mut Citations) -> Vec<Fact> {
    let among = |measure: Measure| {
        let number = measure.of(company)?;
        let (median, count) = companies.median(company.sector_code()?, measure)?;
        // One that stands alone is its own middle.
        (count > 1).then_some((measure, number, median, count))
    };
    let found: Vec<_> = Measure::REPORTED.into_iter().filter_map(among).collect();
    found
        .into_iter()
        .map(|(measure, number, median, count)| {
            let way = if number > median {
                "Above the middle"
            } else if number < median {
                "Below the middle"
            } else {
                "The middle"
            };
            let middle = format!(
                "the middle of {count} companies is {}, {}",
                figure(measure, median),
                year(measure, citations)
            );
            let value = Value::known(format!("{way}: {}", figure(measure, number)), cite(measure, citations))
                .with_line(Some(middle), None);
            Fact::new(label(measure), "computed from the companies listed here", value)
        })
        .collect()
}
