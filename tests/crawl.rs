//! Every page of the sitemap, every link on them once, and title pages drawn by a fixed seed.

use career_atlas::app::{self, Parts};
use career_atlas::check::walk;
use career_atlas::site::PublicUrl;
use career_atlas::store::Store;
use career_atlas::{dataset, routes};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rusqlite::Connection;

use crate::harness::{TestApp, full_dataset};

/// Title pages that are drawn.
const TITLES: usize = 2_000;
const SEED: [u8; 32] = *b"career atlas: two thousand title";

#[test]
fn every_page_and_every_link_answers() {
    let database = app::database(&full_dataset(), None).unwrap();
    let parts = Parts::open(database, PublicUrl::local(), 0, routes::configure).unwrap();
    let walk = walk(&parts, &|_, _| ());
    let broken: Vec<String> = walk.broken.iter().map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(walk.pages > 840, "the sitemap lists only {} pages", walk.pages);
    assert!(walk.links > 10_000, "only {} links", walk.links);
}

#[test]
fn two_thousand_title_pages_answer() {
    let database = dataset::publish(&full_dataset(), None).unwrap();
    let connection = Connection::open(&database).unwrap();
    let mut statement =
        connection.prepare("SELECT slug FROM names WHERE kind <> 'occupation' ORDER BY slug").unwrap();
    let mut slugs: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(slugs.len() > 40_000, "only {} titles", slugs.len());
    let own = Store::open(&database).unwrap().own_titles().unwrap();
    let mut chance = TestRng::from_seed(RngAlgorithm::ChaCha, &SEED);
    let site = TestApp::builder().full().start();
    for _ in 0..TITLES {
        let place = usize::try_from(chance.next_u64()).unwrap() % slugs.len();
        let slug = slugs.swap_remove(place);
        let page = site.get(&format!("/careers/{slug}"));
        assert_eq!(page.status, 200, "{slug}");
        let listed = !page.text().contains("noindex");
        assert_eq!(
            listed,
            own.contains(&slug),
            "{slug}: a title is listed that has figures or a text of its own"
        );
    }
}
