//! Every page of the sitemap, every link on them once, and title pages drawn by a fixed seed.

use std::collections::BTreeSet;

use career_atlas::dataset;
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rusqlite::Connection;

use crate::harness::{Response, TestApp, full_dataset};

/// Title pages that are drawn.
const TITLES: usize = 2_000;
/// Threads that visit pages at once.
const VISITORS: usize = 4;
const SEED: [u8; 32] = *b"career atlas: two thousand title";

/// The site's own paths behind the links of a page.
fn links(page: &Response) -> BTreeSet<String> {
    let linked = page.select_attribute("a[href], link[href]", "href");
    let loaded = page.select_attribute("script[src]", "src");
    linked
        .into_iter()
        .chain(loaded)
        .filter(|address| address.starts_with('/'))
        .map(|address| address.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

fn sitemap(site: &TestApp) -> Vec<String> {
    let text = site.get("/sitemap.xml").text();
    text.split("<loc>")
        .skip(1)
        .map(|rest| rest.split("</loc>").next().unwrap())
        .map(|address| format!("/{}", address.splitn(4, '/').nth(3).unwrap()))
        .collect()
}

/// Visits addresses from several threads and gathers what `look` finds on their pages.
fn visit(
    site: &TestApp,
    paths: &[String],
    look: impl Fn(&str, &Response) -> BTreeSet<String> + Sync,
) -> BTreeSet<String> {
    let part = paths.len().div_ceil(VISITORS).max(1);
    std::thread::scope(|scope| {
        let visitors: Vec<_> = paths
            .chunks(part)
            .map(|paths| {
                let look = &look;
                scope.spawn(move || {
                    let mut found = BTreeSet::new();
                    for path in paths {
                        let page = site.get(path);
                        assert_eq!(page.status, 200, "{path}");
                        found.extend(look(path, &page));
                    }
                    found
                })
            })
            .collect();
        visitors.into_iter().flat_map(|visitor| visitor.join().unwrap()).collect()
    })
}

#[test]
fn every_page_and_every_link_answers() {
    let site = TestApp::builder().full().start();
    let pages = sitemap(&site);
    assert!(pages.len() > 840, "the sitemap lists only {} pages", pages.len());
    let found = visit(&site, &pages, |path, page| {
        let canonical = page.select_attribute("link[rel=canonical]", "href").concat();
        assert!(canonical.ends_with(path), "{path} says that it is {canonical}");
        links(page)
    });
    let listed: BTreeSet<String> = pages.into_iter().collect();
    let others: Vec<String> = found.difference(&listed).cloned().collect();
    assert!(others.len() > 10_000, "only {} further links", others.len());
    visit(&site, &others, |_, _| BTreeSet::new());
}

#[test]
fn two_thousand_title_pages_answer() {
    let database = dataset::publish(&full_dataset(), None).unwrap();
    let connection = Connection::open(database).unwrap();
    let mut statement =
        connection.prepare("SELECT slug FROM names WHERE kind <> 'occupation' ORDER BY slug").unwrap();
    let mut slugs: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(slugs.len() > 40_000, "only {} titles", slugs.len());
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let site = TestApp::builder().full().start();
    for _ in 0..TITLES {
        let place = usize::try_from(chance.next_u64()).unwrap() % slugs.len();
        let slug = slugs.swap_remove(place);
        let page = site.get(&format!("/careers/{slug}"));
        assert_eq!(page.status, 200, "{slug}");
        assert!(page.text().contains("noindex"), "{slug} has no figures of its own and is listed");
    }
}
