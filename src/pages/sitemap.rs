//! `/sitemap.xml` and `/robots.txt`.

use std::fmt::Write as _;

use actix_web::web;

use crate::domain::{Company, Profession};
use crate::http::{Content, Error};
use crate::pages::explore::listed_addresses;
use crate::pages::{best, companies};
use crate::site::Site;

const PAGES: [&str; 9] = [
    "/",
    "/professions",
    "/compare",
    "/companies/compare",
    "/match",
    "/match/interests",
    "/places",
    "/sources",
    "/about",
];

/// Every page that stands for itself.
pub async fn show(site: web::Data<Site>) -> Result<Content, Error> {
    let mut paths: Vec<String> = PAGES.map(str::to_owned).into();
    paths.extend(site.loaded.featured.iter().map(|slugs| format!("/compare/{slugs}")));
    paths.extend(site.loaded.professions.with_page().map(Profession::href));
    paths.extend(listed_addresses(&site.loaded.catalog));
    for slug in site.store.career_slugs()? {
        // The pay of a title is its occupation's.
        if !site.loaded.own_titles.contains(&slug) {
            paths.push(format!("/careers/{slug}/pay"));
        }
        paths.push(format!("/careers/{slug}"));
    }
    paths.extend(companies::listed_addresses(&site.loaded.companies));
    paths.extend(best::listed_addresses(&site));
    paths.extend(site.loaded.companies.all().map(Company::href));
    paths.extend(site.loaded.places.all().iter().map(|place| format!("/places/{}", place.slug)));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        // Paths are slugs and queries of ASCII.
        let path = path.replace('&', "&amp;");
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", site.public_address(&path));
    }
    xml.push_str("</urlset>\n");
    Ok(Content::new("application/xml; charset=utf-8", xml))
}

/// Everything may be read; searches need not be indexed.
pub async fn robots(site: web::Data<Site>) -> Result<Content, Error> {
    let text = format!(
        "User-agent: *\nDisallow: /search\nDisallow: /suggest\nSitemap: {}\n",
        site.public_address("/sitemap.xml")
    );
    Ok(Content::new("text/plain; charset=utf-8", text))
}
