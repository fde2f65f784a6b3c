//! `/sources`: every release, its licence, what it feeds, its limits, and the rules of the site.

use actix_web::web;
use askama::Template;

use crate::http::{Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::view::citations::about_column;

/// A release in the list.
struct Source {
    id: String,
    publisher: String,
    title: String,
    period: String,
    licence: String,
    /// The tables of the dataset that it feeds.
    feeds: Vec<String>,
    /// What a reader should know of it.
    note: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/sources.html")]
pub struct Sources {
    head: Head,
    sources: Vec<Source>,
}

/// Shows the page.
pub async fn show(site: web::Data<Site>) -> Result<Page<Sources>, Error> {
    let provenance = &site.loaded.provenance;
    let sources = provenance.releases().iter().enumerate().map(|(place, release)| {
        let columns = provenance.columns(place);
        let mut notes: Vec<&str> =
            columns.iter().map(|(table, column)| about_column(table, column).1).collect();
        notes.dedup();
        Source {
            id: release.id.clone(),
            publisher: release.publisher.clone(),
            title: release.title.clone(),
            period: release.period.clone(),
            licence: release.licence.clone(),
            feeds: columns
                .iter()
                .map(|(table, column)| match *column {
                    "" => (*table).to_owned(),
                    column if column.starts_with("further rows") => format!("{table}: further rows"),
                    column => format!("{table}: {column}"),
                })
                .collect(),
            note: notes.join(" ").trim().to_owned(),
        }
    });
    let description = "Every release behind the figures of Career Atlas: publisher, period, licence, what it feeds, its limits.";
    let head = Head::new(&site, "/sources", "Sources and rules", description).in_section("sources");
    Ok(Page::new(Sources { head, sources: sources.collect() }))
}
