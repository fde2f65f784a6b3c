//! `/companies/{slug}`: one company.

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::domain::company::{CompanyFilings, Measure, Report};
use crate::domain::{Companies, Company, join_comparison};
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::Head;
use crate::pages::places;
use crate::site::Site;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::company::{self, BestPlace, Filings};
use crate::view::facts::Fact;

/// Neighbors of a kind.
const SHOWN: usize = 8;

/// The page.
#[derive(Template)]
#[template(path = "pages/company.html")]
pub struct CompanyPage {
    head: Head,
    company: Company,
    /// What it is, in a sentence.
    introduction: String,
    /// What only one that is in the list has.
    listed: Option<Listed>,
    facts: Vec<Fact>,
    standing: Vec<Fact>,
    best: Option<BestPlace>,
    filings: Option<Filings>,
    near: Vec<Neighbor>,
    /// Why those are near.
    near_why: String,
    in_state: Vec<Neighbor>,
    citations: Vec<Citation>,
}

/// Facts in words of a company of the list, and where they lead.
struct Listed {
    report: Report,
    /// "fiscal 2023"
    year: String,
    /// The directory with the sector, and with the state.
    sector_href: String,
    state_href: String,
    /// The state of the headquarters, where it has a page.
    place: Option<places::Listed>,
    /// "www.example.com"
    host: String,
    industry: Option<Mark>,
    headquarters: Option<Mark>,
    shares: Option<Mark>,
    website: Option<Mark>,
}

/// Another company.
struct Neighbor {
    name: String,
    href: String,
    /// "48,000 employees"
    about: String,
    /// The two side by side.
    compare: String,
}

/// Shows the company at the address, follows another spelling, or names the nearest.
pub async fn show(
    path: web::Path<String>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let companies = &site.loaded.companies;
    if let Some(place) = companies.place_of(&path) {
        let filings = site.store.filings(place)?;
        if let Some(company) = companies.at(place) {
            return Ok(Page::new(page(&site, place, company, filings)).respond_to(&request));
        }
    }
    let words: String = path.chars().filter(|letter| !letter.is_control()).take(80).collect();
    if let Some(company) = companies.meant(&words) {
        return Ok(Answer::<CompanyPage>::Moved(company.href()).respond_to(&request));
    }
    let words = words.replace('-', " ");
    let nearest = companies.near(&words, 6).into_iter().map(|near| Link {
        href: near.href(),
        name: near.name.clone(),
        note: String::new(),
    });
    Err(Error::NotFound { what: format!("company called “{words}”"), nearest: nearest.collect() })
}

fn page(site: &Site, place: usize, company: &Company, filings: Option<CompanyFilings>) -> CompanyPage {
    let companies = &site.loaded.companies;
    let mut citations = Citations::new(&site.loaded.provenance);
    let listed = company.report.as_deref().map(|report| listed(site, report, &mut citations));
    let facts = company::facts(company, &mut citations);
    let standing = company::standing(company, companies, &mut citations);
    let best = BestPlace::of(companies, place, &mut citations);
    let filings = filings.map(|filings| Filings::new(filings, companies, &mut citations));
    let (near, near_why) = near(companies, company);
    CompanyPage {
        head: head(site, company),
        introduction: company::introduction(company, &citations),
        listed,
        facts,
        standing,
        best,
        filings,
        near: near.into_iter().map(|other| neighbor(other, company)).collect(),
        near_why,
        in_state: companies
            .in_state(company, SHOWN)
            .into_iter()
            .map(|other| neighbor(other, company))
            .collect(),
        citations: citations.into_list(),
        company: company.clone(),
    }
}

fn listed(site: &Site, report: &Report, citations: &mut Citations) -> Listed {
    let year = company::year(Measure::Employees, citations).to_owned();
    let mut mark = |column, row| citations.cite("companies", column, row);
    let state = report.state.to_lowercase();
    Listed {
        year,
        sector_href: format!("/companies?sector={}", report.sector_code),
        state_href: format!("/companies?state={state}"),
        place: site.loaded.places.by_slug(&state).map(places::Listed::new),
        host: host(&report.website).to_owned(),
        industry: mark("industry", "Industry"),
        headquarters: mark("headquarters_city", "Headquarters"),
        shares: mark("ticker", "Shares"),
        website: mark("website", "Website"),
        report: report.clone(),
    }
}

/// Companies near in size: in people where it says how many, else in filings; and why they are near.
fn near<'c>(companies: &'c Companies, company: &Company) -> (Vec<&'c Company>, String) {
    let Some(report) = &company.report else {
        let near = companies.nearest_in_filings(company, SHOWN);
        let first = company.filed.as_ref().and_then(|filed| filed.states.first());
        let there = first.and_then(|state| companies.state_name(state));
        let there = there.map_or_else(String::new, |name| format!(", that seek people in {name} too"));
        return (near, format!("Employers of about as many filings{there}."));
    };
    let near = companies.nearest_in_size(company, SHOWN);
    let same = |near: &&Company| near.report.as_ref().is_some_and(|near| near.industry == report.industry);
    let why = if near.first().is_some_and(same) {
        format!("Companies of the same industry, {}, nearest in employees first.", report.industry)
    } else {
        "No other company listed here is of its industry. These are of its sector, nearest in employees first.".to_owned()
    };
    (near, why)
}

/// `www.example.com` of `https://www.example.com/about`
fn host(website: &str) -> &str {
    let address = website.trim_start_matches("https://");
    address.split_once('/').map_or(address, |(host, _)| host)
}

fn neighbor(company: &Company, beside: &Company) -> Neighbor {
    let filings = company.filed.as_ref().map(|filed| filed.filings);
    Neighbor {
        name: company.name.clone(),
        href: company.href(),
        compare: format!("/companies/compare/{}", join_comparison([beside.slug.as_str(), &company.slug])),
        about: match (company.employees(), filings) {
            (Some(number), _) => format!("{} employees", company::figure(Measure::Employees, number)),
            (None, Some(number)) => format!("{} filings", company::figure(Measure::Filings, number)),
            (None, None) => String::new(),
        },
    }
}

fn head(site: &Site, company: &Company) -> Head {
    let name = &company.name;
    let (title, description) = match &company.report {
        Some(report) => (
            format!("{name}: employees, revenue, profit and what it offers"),
            format!(
                "{name}, {}, with headquarters in {}, {}: size, revenue, profit, the pay of the worker in the middle, and what it offers by career, each with its source and year.",
                report.industry, report.city, report.state_name
            ),
        ),
        None => (
            format!("{name}: what it hires for and offers"),
            format!(
                "The careers that {name} sought foreign workers for, what it offered against the usual pay, and where, from official labor condition applications."
            ),
        ),
    };
    Head::new(site, &company.href(), title, description).in_section("companies")
}
