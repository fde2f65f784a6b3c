//! Headers, errors and redirects.

use career_atlas::http::assets;
use sha2::{Digest, Sha256};

use super::routes;
use crate::harness::{Response, TestApp};

fn site() -> TestApp {
    TestApp::builder().routes(routes).start()
}

/// The directives of a Content-Security-Policy.
fn directives(response: &Response) -> Vec<&str> {
    response.header("content-security-policy").expect("a policy").split("; ").collect()
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = site();
    for path in
        ["/shared", "/shared", "/validated", "/unknown", "/fault", "/healthz", "/favicon.ico", "/no/such"]
    {
        let answer = site.get(path);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert!(answer.header("permissions-policy").is_some(), "{path}");
        assert_eq!(answer.header("server"), None, "{path}");
        assert_eq!(answer.header("strict-transport-security"), None, "{path}");
    }
}

#[test]
fn nothing_is_allowed_but_what_a_page_needs() {
    let site = site();
    let answer = site.get("/no/such");
    let style = answer.select("style").concat();
    let hash = directives(&answer)
        .into_iter()
        .find_map(|directive| directive.strip_prefix("style-src 'self' 'sha256-")?.split_once('\''))
        .map(|(hash, _)| hash.to_owned())
        .expect("a hash for the stylesheet of every page");
    let rest: Vec<_> =
        directives(&answer).into_iter().filter(|directive| !directive.starts_with("style-src")).collect();
    assert_eq!(
        rest,
        [
            "default-src 'none'",
            "script-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    );
    // The hash is of the sheet as it stands in the page. Base64 is undone by hand, to check it from the other side.
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<usize> = hash
        .trim_end_matches('=')
        .chars()
        .flat_map(|letter| {
            let place = letters.find(letter).unwrap();
            (0..6).rev().map(move |bit| place >> bit & 1)
        })
        .collect();
    let bytes: Vec<usize> =
        bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum * 2 + bit)).collect();
    let raw = answer.text();
    let (_, after) = raw.split_once("<style>").unwrap();
    let (sheet, _) = after.split_once("</style>").unwrap();
    let expected: Vec<usize> = Sha256::digest(sheet).iter().map(|byte| usize::from(*byte)).collect();
    assert_eq!(bytes, expected);
    assert!(!style.is_empty());
}

#[test]
fn a_page_obeys_its_own_policy() {
    let page = site().get("/no/such");
    assert!(page.select("script:not([src])").is_empty(), "no script stands inside");
    assert!(page.select("[style]").is_empty(), "no style attribute");
    for name in ["onclick", "onload", "onerror", "onsubmit"] {
        assert!(page.select(&format!("[{name}]")).is_empty(), "{name}");
    }
}

#[test]
fn https_is_remembered_where_the_site_has_it() {
    let site = TestApp::builder().flag("--public-url", "https://atlas.example").start();
    let answer = site.get("/healthz");
    assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"));
}

#[test]
fn how_long_an_answer_holds_is_said() {
    let site = site();
    let shared = "public, max-age=300, stale-while-revalidate=86400";
    for (path, policy, validated) in [
        ("/shared", shared, true),
        ("/validated", shared, true),
        ("/moved/elsewhere", shared, false),
        ("/favicon.ico", shared, false),
        ("/healthz", "no-store", false),
        ("/unknown", "no-store", false),
        ("/fault", "no-store", false),
        (assets::script_path(), "public, max-age=31536000, immutable", false),
        (assets::icon_path(), "public, max-age=31536000, immutable", false),
    ] {
        // Once from the handler, once from wherever it is kept.
        for _ in 0..2 {
            let answer = site.get(path);
            assert_eq!(answer.header("cache-control"), Some(policy), "{path}");
            assert_eq!(answer.header("etag").is_some(), validated, "{path}");
        }
    }
}

#[test]
fn an_unknown_name_gets_the_nearest_ones_and_ways_on() {
    let answer = site().get("/unknown");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(answer.select("h1"), ["Page not found"]);
    assert!(answer.text().contains("There is no career called “nurze”."));
    assert_eq!(answer.select(r#"a[href="/careers/registered-nurses"]"#), ["Registered <Nurses>"]);
    assert_eq!(answer.select_attribute("form[role=search]", "action"), ["/search"]);
    assert_eq!(answer.select_attribute("form[role=search] input", "name"), ["q"]);
    assert!(!answer.select(r#"a[href="/"]"#).is_empty());
}

#[test]
fn a_fault_is_not_shown() {
    let answer = site().get("/fault");
    assert_eq!(answer.status, 500);
    assert_eq!(answer.select("h1"), ["Something went wrong"]);
    assert!(!answer.text().contains("secret"));
}

#[test]
fn a_busy_server_says_when_to_come_back() {
    let answer = site().get("/busy");
    assert_eq!(answer.status, 503);
    assert_eq!(answer.header("retry-after"), Some("2"));
}

#[test]
fn a_name_that_moved_leads_on() {
    let site = site();
    let answer = site.get("/moved/elsewhere");
    assert_eq!(answer.status, 308);
    assert_eq!(answer.header("location"), Some("/moved/here?from=9"));
    assert_eq!(site.get("/moved/here").status, 200);
}

#[test]
fn a_table_names_its_page() {
    let answer = site().get("/table.csv");
    assert_eq!(answer.header("link"), Some("<https://atlas.example/table>; rel=\"canonical\""));
    assert_eq!(answer.text(), "name,jobs\n");
}

#[test]
fn assets_are_found_under_their_hashed_names_alone() {
    let site = site();
    let script = site.get(assets::script_path());
    assert_eq!(script.status, 200);
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    for path in ["/static/suggest.js", "/static/suggest-00000000.js", "/static/../Cargo.toml", "/static/"] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    let icon = site.get("/favicon.ico");
    assert_eq!(icon.status, 308);
    assert_eq!(icon.header("location"), Some(assets::icon_path()));
    assert_eq!(site.get(assets::icon_path()).header("content-type"), Some("image/svg+xml"));
}

#[test]
fn health_is_plain() {
    let answer = TestApp::start().get("/healthz");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.text(), "ok\n");
}

#[test]
fn head_has_the_headers_of_get_and_no_body() {
    let site = site();
    for path in ["/shared", "/fixed", "/healthz", "/unknown", "/moved/elsewhere"] {
        for coding in ["identity", "gzip"] {
            let headers = [("accept-encoding", coding)];
            let without_date = |mut answer: Response| {
                answer.headers.retain(|(name, _)| name != "date");
                answer.headers.sort();
                answer
            };
            let head = without_date(site.ask("HEAD", path, &headers));
            let get = without_date(site.get_with(path, &headers));
            assert_eq!(head.status, get.status, "{path}");
            assert_eq!(head.headers, get.headers, "{path}");
            assert!(head.body.is_empty(), "{path}");
            assert_eq!(get.header("content-length"), Some(get.body.len().to_string().as_str()));
        }
    }
}
