//! Requests that no browser makes.

use proptest::prelude::*;

use super::routes;
use crate::harness::TestApp;

fn site() -> TestApp {
    TestApp::builder().routes(routes).start()
}

#[test]
fn the_site_is_read_only() {
    let site = site();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"] {
        let answer = site.ask(method, "/shared", &[]);
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{method}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{method}");
        assert_eq!(answer.select("h1"), ["That did not work"]);
    }
}

#[test]
fn long_addresses_and_uploads_are_refused() {
    let site = site();
    let long = "a".repeat(33 * 1024);
    assert_eq!(site.get(&format!("/{long}")).status, 414);
    assert_eq!(site.get(&format!("/shared?q={long}")).status, 414);
    let answer = site.get_with("/shared", &[("content-length", "20000")]);
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("takes no uploads"));
}

#[test]
fn heads_that_are_too_large_or_no_http_are_refused() {
    let site = site();
    let large = format!("GET / HTTP/1.1\r\nhost: test\r\nx: {}\r\n\r\n", "a".repeat(200_000));
    assert_eq!(site.send(large.as_bytes()).status, 431);
    for junk in ["\u{16}\u{3}\u{1}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"] {
        assert_eq!(site.send(junk.as_bytes()).status, 400, "{junk:?}");
    }
}

#[test]
fn what_cannot_be_read_gets_a_page() {
    let site = site();
    // The example takes any name, so whatever is left of one is answered.
    for (path, status) in [
        ("/shared/%", 200),
        ("/shared/%zz", 200),
        ("/shared/%ff%fe", 200),
        ("/shared/%00", 200),
        ("/no/such/%ff", 404),
        ("/shared?q=%ff%00%", 200),
        ("/shared?&&==&%", 200),
        ("/asked?name=%ff%00%", 200),
        ("/asked?name=a&name=b", 400),
        ("/asked", 400),
    ] {
        assert_eq!(site.get(path).status, status, "{path}");
    }
    assert_eq!(site.get("/asked").select("h1"), ["That did not work"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1))]

    /// One server for many cases: it must survive all of them.
    #[test]
    fn no_address_is_a_fault_of_ours(
        addresses in proptest::collection::vec(
            (
                prop_oneof![Just(""), Just("shared"), Just("shared/"), Just("static/"), Just("moved/"), Just("shared?q="), Just("asked?name=")],
                proptest::collection::vec(any::<u8>().prop_filter("ends the line", |byte| !matches!(byte, b'\r' | b'\n')), 0..60),
                any::<bool>(),
            ),
            300,
        ),
    ) {
        let site = site();
        for (start, bytes, coded) in addresses {
            let mut request = format!("GET /{start}").into_bytes();
            if coded {
                request.extend(bytes.iter().flat_map(|byte| format!("%{byte:02x}").into_bytes()));
            } else {
                request.extend(&bytes);
            }
            request.extend(b" HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
            let answer = site.send(&request);
            prop_assert!(answer.status < 500, "{} for {}", answer.status, request.escape_ascii());
        }
    }

    #[test]
    fn no_header_is_a_fault_of_ours(
        values in proptest::collection::vec(("[ -~\u{80}-\u{ff}]{0,60}", "[ -~]{0,60}"), 200),
    ) {
        let site = site();
        for (one, other) in values {
            let headers = [("accept-encoding", one.as_str()), ("if-none-match", other.as_str())];
            let answer = site.get_with("/shared", &headers);
            prop_assert_eq!(answer.status, 200, "{} / {}", one, other);
            prop_assert!(answer.text().ends_with("<p>Row 199</p>"));
        }
    }
}
