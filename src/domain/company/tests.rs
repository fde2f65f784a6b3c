use proptest::prelude::*;

use super::*;
use crate::domain::catalog::Order;

fn company(name: &str, state: &str, employees: f64, profit_usd: Option<f64>) -> Company {
    Company {
        name: name.to_owned(),
        slug: Slug::from_name(name).unwrap().as_str().to_owned(),
        is_public: true,
        ticker: name.split(' ').next().map(str::to_uppercase),
        industry: "Airlines".to_owned(),
        sector_code: "48-49".to_owned(),
        sector: "Transportation and Warehousing".to_owned(),
        employees: Some(employees),
        revenue_usd: Some(1e9),
        profit_usd,
        worker_pay_usd: None,
        pay_ratio: None,
        city: "City".to_owned(),
        state: state.to_owned(),
        state_name: format!("State of {state}"),
        website: "https://www.example.com".to_owned(),
    }
}

fn companies() -> Companies {
    Companies::new(vec![
        company("Beta Airlines", "TX", 100.0, Some(-5e6)),
        company("3 Alpha", "TX", 9_000.0, Some(9e6)),
        company("Gamma", "WA", 90.0, None),
        company("Delta & Sons", "CA", 200_000.0, Some(1e6)),
    ])
}

fn names<'c>(companies: &'c Companies, query: &str) -> Vec<&'c str> {
    let results = companies.results(&Asked::parse(&pairs(query), companies));
    results
        .rows
        .iter()
        .filter_map(|place| companies.at(*place))
        .map(|company| company.name.as_str())
        .collect()
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn the_directory_is_filtered_and_sorted() {
    let all = companies();
    assert_eq!(names(&all, ""), ["3 Alpha", "Beta Airlines", "Delta & Sons", "Gamma"]);
    assert_eq!(names(&all, "state=tx&sort=employees"), ["3 Alpha", "Beta Airlines"]);
    assert_eq!(names(&all, "size=under-1000"), ["Beta Airlines", "Gamma"]);
    assert_eq!(names(&all, "letter=0-9"), ["3 Alpha"]);
    assert_eq!(names(&all, "q=air+be"), [""; 0], "a plus sign is a word here");
    assert_eq!(names(&all, "q=air be"), ["Beta Airlines"]);
    assert_eq!(names(&all, "q=GAMMA"), ["Gamma"]);
    assert_eq!(names(&all, "q=!"), [""; 0]);
    // What has no figure stands last in both orders.
    assert_eq!(names(&all, "sort=per-employee").last(), Some(&"Gamma"));
    assert_eq!(names(&all, "sort=profit&order=asc"), ["Beta Airlines", "Delta & Sons", "3 Alpha", "Gamma"]);
}

#[test]
fn a_choice_counts_what_it_would_give() {
    let all = companies();
    let counts = all.results(&Asked::parse(&pairs("state=tx&size=under-1000"), &all)).counts;
    // California, Texas, Washington among those under 1,000.
    assert_eq!(counts.of_facet(Facet::State), [0, 1, 1]);
    assert_eq!(counts.without_facet(Facet::Size), 2);
    assert_eq!(counts.without_facet(Facet::State), 2);
}

#[test]
fn a_company_is_found_by_another_spelling() {
    let all = companies();
    let meant = |text| all.meant(text).map(|company| company.slug.as_str());
    assert_eq!(meant("Beta-Airline"), Some("beta-airlines"));
    assert_eq!(meant("GAMMA"), Some("gamma"));
    assert_eq!(meant("delta"), Some("delta-and-sons"), "its ticker");
    assert_eq!(meant("omega"), None);
    assert_eq!(all.near("gama", 3).first().map(|company| company.slug.as_str()), Some("gamma"));
}

#[test]
fn neighbors_are_near_in_size_or_place() {
    let all = companies();
    let beta = all.by_slug("beta-airlines").unwrap();
    assert_eq!(all.nearest_in_size(beta, 1).first().map(|company| company.name.as_str()), Some("Gamma"));
    assert_eq!(all.in_state(beta, 5).len(), 1);
    assert_eq!(all.median("48-49", Measure::Employees), Some((4_550.0, 4)));
    assert_eq!(all.median("48-49", Measure::Profit), Some((1e6, 3)));
    assert_eq!(all.median("48-49", Measure::WorkerPay), None);
}

proptest! {
    #[test]
    fn any_query_has_one_address(
        query in proptest::collection::vec(
            (
                "q|sector|state|size|kind|letter|sort|order|page|x",
                "\\PC{0,12}|tx|ca|48-49|under-1000|public|a|0-9|profit|asc|desc|[0-9]{1,3}",
            ),
            0..8,
        ),
    ) {
        let all = companies();
        let asked = Asked::parse(&query, &all);
        let _ = all.results(&asked);
        let address = asked.address(&all);
        let rest = address.strip_prefix("/companies").unwrap();
        let decoded: Vec<(String, String)> = actix_web::web::Query::<Vec<(String, String)>>::from_query(
            rest.trim_start_matches('?'),
        )
        .unwrap()
        .into_inner();
        let again = Asked::parse(&decoded, &all);
        prop_assert_eq!(again.address(&all), address);
        prop_assert!(again.problems.is_empty());
        prop_assert!(matches!(again.sorted_by().1, Order::Ascending | Order::Descending));
    }
}
