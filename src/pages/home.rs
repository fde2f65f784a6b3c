//! `/`: search, a comparison to start with, and featured ones.

use actix_web::web;
use askama::Template;

use crate::domain::Slug;
use crate::http::{Error, Page};
use crate::pages::explore::{Link, ready};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::store::Lookup;

/// A featured comparison as a link.
pub struct Pair {
    /// The names of its careers.
    pub names: Vec<String>,
    /// Its address.
    pub href: String,
}

impl Pair {
    /// The comparisons of `data/featured.csv` whose careers exist.
    pub fn featured(site: &Site) -> Result<Vec<Self>, Error> {
        let mut pairs = Vec::new();
        for featured in &site.loaded.featured {
            let mut names = Vec::new();
            for side in featured.split("-vs-") {
                if let Ok(slug) = Slug::parse(side)
                    && let Lookup::Found(name) = site.store.lookup(&slug)?
                {
                    names.push(name.name);
                }
            }
            pairs.push(Self { names, href: format!("/compare/{featured}") });
        }
        Ok(pairs)
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/home.html")]
pub struct Home {
    head: Head,
    ready: Vec<Link>,
    featured: Vec<Pair>,
}

/// Shows the home page.
pub async fn show(site: web::Data<Site>) -> Result<Page<Home>, Error> {
    let head = Head::new(
        &site,
        "/",
        "Compare careers in the United States, with the source of every figure",
        "Pay, growth, education, skills and who works in it, for 832 occupations and about 45,000 job titles, from official statistics. No sign-up, no tracker.",
    );
    Ok(Page::new(Home { head, ready: ready(), featured: Pair::featured(&site)? }))
}
