//! `/about`: who makes this, what is logged, how to say that something is wrong.

use actix_web::web;
use askama::Template;

use crate::http::{Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;

/// The page.
#[derive(Template)]
#[template(path = "pages/about.html")]
pub struct About {
    head: Head,
}

/// Shows the page.
pub async fn show(site: web::Data<Site>) -> Result<Page<About>, Error> {
    let description =
        "What Career Atlas is, how its figures are chosen, what it logs, and what it does not do.";
    Ok(Page::new(About { head: Head::new(&site, "/about", "About", description).in_section("about") }))
}
