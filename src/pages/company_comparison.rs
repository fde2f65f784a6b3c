//! `/companies/compare/{a}-vs-{b}`: two to four companies side by side; `/companies/compare`: the form that leads there.

mod picker;

use actix_web::web;
use askama::Template;

use crate::domain::{ComparisonError, MOST_COMPARED, Slug, join_comparison, parse_comparison};
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::{Head, Heading};
use crate::site::Site;
use crate::view::charts::{Accent, Chart};
use crate::view::citations::{Citation, Citations};
use crate::view::company::comparison::{Compared, introduction_of, sections};
use crate::view::sections::Section;
pub use picker::show as choose;

/// Where comparisons of companies lie.
pub const PATH: &str = "/companies/compare";

/// The page.
#[derive(Template)]
#[template(path = "pages/company_comparison.html")]
pub struct CompanyComparison {
    head: Head,
    headings: Vec<Heading>,
    introduction: String,
    sections: Vec<Section>,
    citations: Vec<Citation>,
    /// The comparison without each company, or the form with the one that is left.
    without: Vec<String>,
    /// With the two in the other order.
    swapped: Option<String>,
    /// Fields of the form and the slugs in them, to keep when a company is added; none when the page is full.
    keep: Vec<(&'static str, String)>,
    /// The field for a company to add.
    next: &'static str,
    /// The full address to share.
    share: String,
}

/// Shows the comparison, or says what is wrong with the address.
pub async fn show(
    path: web::Path<String>,
    site: web::Data<Site>,
) -> Result<Answer<CompanyComparison>, Error> {
    let slugs = parse_comparison(&path).map_err(|error| refuse(&error, &path))?;
    let found = slugs.iter().map(|slug| resolve(&site, slug, &slugs)).collect::<Result<Vec<_>, _>>()?;
    let address = join_comparison(found.iter().map(String::as_str));
    if address != *path {
        return Ok(Answer::Moved(format!("{PATH}/{address}")));
    }
    let mut distinct = found.clone();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < found.len() {
        return Err(named_twice(&distinct));
    }
    let mut compared = Vec::new();
    for slug in &found {
        let companies = &site.loaded.companies;
        let place = companies.place_of(slug).unwrap_or_default();
        let filings = site.store.filings(place)?;
        compared.extend(companies.at(place).map(|company| Compared { company, place, filings }));
    }
    Ok(Page::new(view(&site, &compared, &found, &distinct)).into())
}

fn refuse(error: &ComparisonError, path: &str) -> Error {
    let first = path.split("-vs-").find_map(|side| Slug::from_name(side).ok());
    let ways_on = first.map(|slug| Link {
        name: "Choose the companies to compare".to_owned(),
        href: format!("{PATH}?a={slug}"),
        note: String::new(),
    });
    Error::BadRequest { message: error.to_string(), ways_on: ways_on.into_iter().collect() }
}

/// The slug of the company that a side means; an unknown one gives the nearest.
fn resolve(site: &Site, slug: &Slug, sides: &[Slug]) -> Result<String, Error> {
    let companies = &site.loaded.companies;
    if let Some(company) = companies.meant(slug.as_str()) {
        return Ok(company.slug.clone());
    }
    let words = slug.as_str().replace('-', " ");
    let near = companies.near(&words, 5);
    let others = near.into_iter().filter(|near| sides.iter().all(|side| side.as_str() != near.slug));
    let nearest = others.map(|near| {
        let sides = sides.iter().map(|side| if side == slug { near.slug.as_str() } else { side.as_str() });
        Link {
            href: format!("{PATH}/{}", join_comparison(sides)),
            name: near.name.clone(),
            note: String::new(),
        }
    });
    Err(Error::NotFound { what: format!("company called “{words}”"), nearest: nearest.collect() })
}

fn named_twice(distinct: &[String]) -> Error {
    Error::BadRequest {
        message: "One company stands in this comparison twice. Choose another to set against it.".to_owned(),
        ways_on: vec![Link {
            name: "Compare without the repetition".to_owned(),
            href: compare_or_choose(&distinct.iter().map(String::as_str).collect::<Vec<_>>()),
            note: String::new(),
        }],
    }
}

/// The comparison of these, or the form with the one.
fn compare_or_choose(slugs: &[&str]) -> String {
    match slugs {
        [one] => format!("{PATH}?a={one}"),
        several => format!("{PATH}/{}", join_comparison(several.iter().copied())),
    }
}

fn view(site: &Site, compared: &[Compared], slugs: &[String], in_order: &[String]) -> CompanyComparison {
    let mut citations = Citations::new(&site.loaded.provenance);
    let sections = sections(compared, &site.loaded.companies, &mut citations);
    let names: Vec<&str> = compared.iter().map(|compared| compared.company.name.as_str()).collect();
    let introduction = introduction_of(compared);
    let title = format!("{}: size, pay and what they hire for", names.join(" vs "));
    let description = format!("{} side by side. {introduction}", names.join(" and "));
    // Both orders of a pair share one canonical address.
    let canonical = format!("{PATH}/{}", join_comparison(in_order.iter().map(String::as_str)));
    let without = (0..slugs.len()).map(|left_out| {
        let kept = slugs.iter().enumerate().filter(|(place, _)| *place != left_out);
        compare_or_choose(&kept.map(|(_, slug)| slug.as_str()).collect::<Vec<_>>())
    });
    let address = join_comparison(slugs.iter().map(String::as_str));
    CompanyComparison {
        head: Head::new(site, &canonical, title, description).in_section("companies"),
        headings: (0..)
            .zip(compared)
            .map(|(place, compared)| Heading::of_company(place, compared.company))
            .collect(),
        introduction,
        sections,
        citations: citations.into_list(),
        without: without.collect(),
        swapped: match slugs {
            [one, other] => Some(compare_or_choose(&[other, one])),
            _ => None,
        },
        keep: if slugs.len() < MOST_COMPARED {
            (0..).zip(slugs).map(|(place, slug)| (Accent::of(place).class(), slug.clone())).collect()
        } else {
            Vec::new()
        },
        next: Accent::of(slugs.len()).class(),
        share: site.public_address(&format!("{PATH}/{address}")),
    }
}
