//! `career-atlas check`: what it follows, what it names, how it ends; and the documents that it writes.

mod coverage;
mod surprises;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use career_atlas::app::{Parts, database};
use career_atlas::check::{Markup, occupations, walk};
use career_atlas::domain::Career;
use career_atlas::routes;
use career_atlas::site::PublicUrl;
use career_atlas::store::{Provenance, Store};

use crate::harness::{TestApp, dataset, full_dataset};

/// Every occupation of the project's own dataset.
fn all_occupations() -> (Vec<Career>, Provenance) {
    let store = Store::open(&database(&full_dataset(), None).unwrap()).unwrap();
    (occupations(&store).unwrap(), store.provenance().unwrap())
}

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

fn html(body: &'static str) -> HttpResponse {
    HttpResponse::Ok().content_type("text/html").body(body)
}

/// A site with three pages in its sitemap, of which one is well.
fn broken_routes(services: &mut ServiceConfig) {
    services
        .route(
            "/sitemap.xml",
            web::get().to(async || {
                html("<loc>http://localhost/about</loc><loc>http://localhost/bad</loc><loc>http://localhost/none</loc>")
            }),
        )
        .route(
            "/bad",
            web::get().to(async || {
                html(
                    "<link rel=\"canonical\" href=\"http://localhost/good\"><p id=\"a\"><p id=\"a\">
                     <a href=\"#a\">x</a><a href=\"#b\">x</a><a href=\"/about#main\">x</a><a href=\"/about#nowhere\">x</a>
                     <a href=\"/careers/nurze\">x</a><a href=\"/compare/b-vs-a?x=1\">x</a>",
                )
            }),
        );
    routes::configure(services);
}

#[test]
fn what_is_broken_is_named_with_its_page() {
    let directory = tempfile::tempdir().unwrap();
    let database = database(&dataset(directory.path()), None).unwrap();
    let parts = Parts::open(database, PublicUrl::local(), 0, broken_routes).unwrap();
    let walk = walk(&parts, &|_, _| ());
    assert_eq!(walk.pages, 3);
    let broken: Vec<String> = walk.broken.iter().map(ToString::to_string).collect();
    assert_eq!(
        broken,
        [
            "/bad has the id a twice",
            "/bad links to #b, which it has not",
            "/bad links to /about#nowhere: the page has no #nowhere",
            "/bad links to /careers/nurze: 404 Not Found",
            "/bad links to /compare/b-vs-a?x=1: 404 Not Found",
            "/none answers 404 Not Found",
        ]
    );
}

#[test]
fn the_links_found_are_those_of_a_real_parser() {
    let site = TestApp::start();
    for path in
        ["/", "/careers/registered-nurses", "/compare/registered-nurses-vs-actors", "/search?q=a", "/sources"]
    {
        let page = site.get(path);
        let markup = Markup::of(&page.text());
        let within = |selector: &str, attribute: &str| -> BTreeSet<String> {
            let addresses = page.select_attribute(selector, attribute).into_iter();
            addresses.filter(|address| address.starts_with(['/', '#'])).collect()
        };
        let parsed =
            ["href", "src", "action"].into_iter().flat_map(|name| within(&format!("[{name}]"), name));
        assert_eq!(markup.links, parsed.collect(), "{path}");
        assert_eq!(markup.ids, page.select_attribute("[id]", "id"), "{path}");
        assert_eq!(
            markup.canonical,
            page.select_attribute("link[rel=canonical]", "href").first().cloned(),
            "{path}"
        );
    }
}

fn check(data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-atlas"));
    command.env_remove("CAREER_ATLAS_DATABASE").args(["check", "--data"]).arg(data).output().unwrap()
}

#[test]
fn it_ends_with_one_clear_line() {
    let directory = tempfile::tempdir().unwrap();
    let Output { status, stdout, stderr } = check(&dataset(directory.path()));
    let text = String::from_utf8(stdout).unwrap();
    assert!(status.success(), "{text}{}", String::from_utf8(stderr).unwrap());
    assert!(text.starts_with("Everything holds: ") && text.lines().count() == 1, "{text}");
}

#[test]
fn a_broken_rule_is_named_and_no_page_is_made() {
    let directory = tempfile::tempdir().unwrap();
    let data = dataset(directory.path());
    let attainment = data.join("attainment.csv");
    let text = fs::read_to_string(&attainment).unwrap();
    let (first, row) = text.split_once('\n').unwrap();
    let mut cells: Vec<&str> = row.lines().next().unwrap().split(',').collect();
    cells[4] = "120";
    let rest: String = row.split_once('\n').unwrap().1.to_owned();
    fs::write(&attainment, format!("{first}\n{}\n{rest}", cells.join(","))).unwrap();
    let Output { status, stdout, stderr } = check(&data);
    let text = String::from_utf8(stderr).unwrap();
    assert!(!status.success() && stdout.is_empty(), "{text}");
    assert!(text.contains("a share lies between 0 and 100"), "{text}");
}
