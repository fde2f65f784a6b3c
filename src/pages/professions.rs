//! `/professions`: the major groups of the classification, from which the way leads down to every occupation.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::domain::{Listing, Order};
use crate::http::{Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::view::charts::Amounts;
use crate::view::citations::{Citation, Citations};
use crate::view::lists::{ListSources, Listed, Sorting};

/// How the groups can stand; the first where nothing is asked for.
const ORDERS: [Order; 5] = [Order::Jobs, Order::Pay, Order::Growth, Order::Occupations, Order::Name];

/// The order that is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub(crate) sort: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/professions.html")]
pub struct ProfessionsPage {
    head: Head,
    groups: usize,
    occupations: u32,
    chart: Amounts,
    sorting: Sorting,
    rows: Vec<Listed>,
    sources: ListSources,
    citations: Vec<Citation>,
}

/// Shows the page.
pub async fn show(asked: web::Query<Asked>, site: web::Data<Site>) -> Result<Page<ProfessionsPage>, Error> {
    let mut listings = site.store.major_groups()?;
    let sorting = Sorting::read(&asked.sort, "/professions", "groups", &ORDERS);
    let chart = chart(&mut listings);
    sorting.order.sort(&mut listings);
    let mut citations = Citations::new(&site.loaded.provenance);
    let sources = ListSources::cite("Jobs, pay and growth of the groups", &mut citations);
    citations.cite("soc_groups", "title", "The groups and their names");
    let rows = listings.iter().map(|listing| {
        let group = site.loaded.professions.by_code(&listing.soc_code);
        Listed::new(listing).with_description(group.map_or("", |group| group.description.as_str()))
    });
    let rows = rows.collect();
    let description = "Every kind of work in the United States in major groups: jobs, median pay and growth of each, and the way down to single occupations.";
    Ok(Page::new(ProfessionsPage {
        head: Head::new(&site, "/professions", "Explore professions", description).in_section("professions"),
        groups: listings.len(),
        occupations: listings.iter().filter_map(|listing| listing.occupations).sum(),
        chart,
        sorting,
        rows,
        sources,
        citations: citations.into_list(),
    }))
}

/// Always by jobs, so that it can be read as one shape.
fn chart(listings: &mut [Listing]) -> Amounts {
    Order::Jobs.sort(listings);
    let counted = listings.iter().filter_map(|listing| {
        Some((listing.title.clone(), listing.href.clone(), listing.employment.number()?))
    });
    Amounts::new("Wage and salary jobs in each group, United States; M is a million", counted.collect())
}
