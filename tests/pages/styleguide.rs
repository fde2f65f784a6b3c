//! The page for those who build the site.

use crate::harness::TestApp;

#[test]
fn every_chart_is_shown_in_every_state() {
    let page = TestApp::start().get("/styleguide");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("noindex"));
    // One to four careers, with typical and with the longest names.
    assert_eq!(page.select("table.cmp").len(), 8);
    for (chart, least) in [(".r", 20), (".k", 20), (".br", 60), (".dt", 16), (".sc", 1), (".tl", 1)] {
        assert!(page.select(&format!("main {chart}")).len() >= least, "{chart}");
    }
    let left_out = page.select("main .why").into_iter().filter(|text| text.starts_with("Nothing to draw"));
    assert_eq!(left_out.count(), 2, "two occupations are no chart, nor is a map without a figure");
    assert!(page.select("i.no").iter().any(|text| text.starts_with("Too few answers")));
}
