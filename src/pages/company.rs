//! `/companies/{slug}`: one company.

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::domain::Company;
use crate::domain::company::Measure;
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::Head;
use crate::pages::places::Listed;
use crate::site::Site;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::company;
use crate::view::facts::Fact;

/// Neighbors of a kind.
const SHOWN: usize = 8;

/// The page.
#[derive(Template)]
#[template(path = "pages/company.html")]
pub struct CompanyPage {
    head: Head,
    company: Company,
    /// "fiscal 2023"
    year: String,
    /// The directory with the sector, and with the state.
    sector_href: String,
    state_href: String,
    /// The state of the headquarters, where it has a page.
    place: Option<Listed>,
    /// "www.example.com"
    host: String,
    marks: Marks,
    facts: Vec<Fact>,
    standing: Vec<Fact>,
    /// Whether those near in size are of its industry; else they are of its sector.
    of_industry: bool,
    near: Vec<Neighbor>,
    in_state: Vec<Neighbor>,
    citations: Vec<Citation>,
}

/// Where the facts in words come from.
struct Marks {
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
}

/// Shows the company at the address, follows another spelling, or names the nearest.
pub async fn show(
    path: web::Path<String>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let companies = &site.loaded.companies;
    if let Some(company) = companies.by_slug(&path) {
        return Ok(Page::new(page(&site, company)).respond_to(&request));
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

fn page(site: &Site, company: &Company) -> CompanyPage {
    let companies = &site.loaded.companies;
    let mut citations = Citations::new(&site.loaded.provenance);
    let mut mark = |column, row| citations.cite("companies", column, row);
    let marks = Marks {
        industry: mark("industry", "Industry"),
        headquarters: mark("headquarters_city", "Headquarters"),
        shares: mark("ticker", "Shares"),
        website: mark("website", "Website"),
    };
    let facts = company::facts(company, &mut citations);
    let standing = company::standing(company, companies, &mut citations);
    let near = companies.nearest_in_size(company, SHOWN);
    let state = company.state.to_lowercase();
    CompanyPage {
        head: head(site, company),
        year: company::year(Measure::Employees, &citations).to_owned(),
        sector_href: format!("/companies?sector={}", company.sector_code),
        state_href: format!("/companies?state={state}"),
        place: site.loaded.places.by_slug(&state).map(Listed::new),
        host: host(&company.website).to_owned(),
        marks,
        facts,
        standing,
        of_industry: near.first().is_some_and(|near| near.industry == company.industry),
        near: near.into_iter().map(neighbor).collect(),
        in_state: companies.in_state(company, SHOWN).into_iter().map(neighbor).collect(),
        citations: citations.into_list(),
        company: company.clone(),
    }
}

/// `www.example.com` of `https://www.example.com/about`
fn host(website: &str) -> &str {
    let address = website.trim_start_matches("https://");
    address.split_once('/').map_or(address, |(host, _)| host)
}

fn neighbor(company: &Company) -> Neighbor {
    let employees = company.employees.map(|number| company::figure(Measure::Employees, number));
    Neighbor {
        name: company.name.clone(),
        href: company.href(),
        about: employees.map_or_else(String::new, |employees| format!("{employees} employees")),
    }
}

fn head(site: &Site, company: &Company) -> Head {
    let title = format!("{}: employees, revenue and profit", company.name);
    let description = format!(
        "{}, {}, with headquarters in {}, {}: size, revenue, profit and the pay of the worker in the middle, each with its source and year.",
        company.name, company.industry, company.city, company.state_name
    );
    Head::new(site, &company.href(), title, description).in_section("companies")
}
