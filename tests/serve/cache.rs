//! Validators, codings and kept answers.

use std::thread;
use std::time::{Duration, Instant};

use super::routes;
use crate::harness::{Response, TestApp, dataset};

fn site() -> TestApp {
    TestApp::builder().routes(routes).start()
}

/// The number of the page: two answers with the same number were made once.
fn serial(answer: &Response) -> String {
    answer.select("h1").concat()
}

#[test]
fn who_has_the_page_gets_a_304_before_any_handler() {
    let site = site();
    let page = site.get("/shared");
    let validator = page.header("etag").unwrap();
    assert!(validator.starts_with("W/\""), "{validator}");
    // The handler of this address only knows how to fail.
    let answer = site.get_with("/fault", &[("if-none-match", validator)]);
    assert_eq!(answer.status, 304);
    assert!(answer.body.is_empty());
    assert_eq!(answer.header("etag"), Some(validator));
    assert_eq!(answer.header("cache-control"), page.header("cache-control"));
    assert_eq!(answer.header("content-length"), None);
    assert_eq!(answer.header("content-type"), None);
    let list = format!("\"old\", {validator}");
    assert_eq!(site.get_with("/validated", &[("if-none-match", &list)]).status, 304);
    assert_eq!(site.ask("HEAD", "/shared", &[("if-none-match", validator)]).status, 304);
}

#[test]
fn an_old_copy_is_replaced() {
    let site = site();
    for validator in ["W/\"0000000000000000-0000000000000000\"", "*", "\"", "W/"] {
        let answer = site.get_with("/shared", &[("if-none-match", validator)]);
        assert_eq!(answer.status, 200, "{validator}");
    }
}

#[test]
fn health_is_asked_every_time() {
    let site = site();
    let page = site.get("/shared");
    let headers = [("if-none-match", page.header("etag").unwrap())];
    assert_eq!(site.get_with("/healthz", &headers).status, 200);
}

#[test]
fn another_dataset_has_another_validator() {
    let one = site();
    let other = TestApp::builder().routes(routes);
    let directory = tempfile::tempdir().unwrap();
    let data = dataset(directory.path());
    std::fs::write(data.join("ranks.csv"), "name,why\ndirector,a rank\n").unwrap();
    let database = directory.path().join("other.sqlite");
    career_atlas::dataset::publish(&data, Some(&database)).unwrap();
    let other = other.flag("--database", &database.display().to_string()).start();
    let (page, page_of_other) = (one.get("/shared"), other.get("/shared"));
    assert_ne!(page.header("etag"), page_of_other.header("etag"));
    let headers = [("if-none-match", page.header("etag").unwrap())];
    assert_eq!(other.get_with("/shared", &headers).status, 200);
}

#[test]
fn every_coding_says_the_same() {
    let site = site();
    let plain = site.get("/shared/a");
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.header("vary"), Some("accept-encoding"));
    for (accepted, coding) in [
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1, zstd;q=0.2", "gzip"),
    ] {
        let answer = site.get_with("/validated", &[("accept-encoding", accepted)]);
        let expected = if accepted.contains("zstd") && coding == "br" { "zstd" } else { coding };
        assert_eq!(answer.header("content-encoding"), Some(expected), "{accepted}");
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
        assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
        assert!(answer.body.len() < plain.body.len() / 2, "{accepted}");
        assert!(answer.text().ends_with("<p>Row 199</p>"), "{accepted}");
    }
}

#[test]
fn a_short_answer_is_sent_as_it_is() {
    let answer = site().get_with("/table.csv", &[("accept-encoding", "gzip, br, zstd")]);
    assert_eq!(answer.header("content-encoding"), None);
    assert_eq!(answer.header("vary"), None);
}

#[test]
fn a_shared_page_is_made_once_and_the_same_in_every_coding_of_its_own() {
    let site = site();
    let headers = [("accept-encoding", "gzip")];
    let first = site.get_with("/shared/kept?b=1&a=2", &headers);
    let again = site.get_with("/shared/kept?a=2&utm_source=letter&b=1", &headers);
    assert_eq!(serial(&first), serial(&again));
    assert_eq!(first.body, again.body);
    let other = site.get_with("/shared/kept?a=2&b=2", &headers);
    assert_ne!(serial(&first), serial(&other));
}

#[test]
fn other_answers_are_made_anew() {
    let site = site();
    assert_ne!(serial(&site.get("/validated")), serial(&site.get("/validated")));
    let uncached = TestApp::builder().routes(routes).flag("--cache-mb", "0").start();
    assert_ne!(serial(&uncached.get("/shared")), serial(&uncached.get("/shared")));
}

#[test]
fn a_page_that_is_asked_for_again_comes_in_brotli() {
    let site = site();
    let browser = [("accept-encoding", "gzip, deflate, br, zstd")];
    let first = site.get_with("/shared/again", &browser);
    assert_eq!(first.header("content-encoding"), Some("zstd"));
    let began = Instant::now();
    let small = loop {
        let answer = site.get_with("/shared/again", &browser);
        assert_eq!(serial(&answer), serial(&first), "it is the same page all along");
        if answer.header("content-encoding") == Some("br") {
            break answer;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "no brotli came");
        thread::sleep(Duration::from_millis(5));
    };
    assert!(small.body.len() < first.body.len());
    assert_eq!(small.text(), first.text());
    assert_eq!(small.header("etag"), first.header("etag"));
}
