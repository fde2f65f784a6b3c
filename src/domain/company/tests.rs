use proptest::prelude::*;

use super::*;
use crate::domain::catalog::Order;

fn company(name: &str, state: &str, employees: f64, profit_usd: Option<f64>) -> Company {
    let report = Report {
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
    };
    Company { report: Some(Box::new(report)), ..filer(name, 0.0, None, &[]) }
}

/// An employer that is in no list; without filings it has none of theirs either.
fn filer(name: &str, filings: f64, offered: Option<f64>, states: &[&str]) -> Company {
    let filed = Filed {
        filings,
        occupations: filings / 10.0,
        applications: filings / 4.0,
        offered_over_prevailing: offered,
        states: states.iter().map(|state| (*state).to_owned()).collect(),
    };
    Company {
        name: name.to_owned(),
        slug: Slug::from_name(name).unwrap().as_str().to_owned(),
        report: None,
        filed: (filings > 0.0).then(|| Box::new(filed)),
    }
}

fn listed() -> Vec<Company> {
    vec![
        company("Beta Airlines", "TX", 100.0, Some(-5e6)),
        company("3 Alpha", "TX", 9_000.0, Some(9e6)),
        company("Gamma", "WA", 90.0, None),
        company("Delta & Sons", "CA", 200_000.0, Some(1e6)),
    ]
}

fn states() -> BTreeMap<String, String> {
    ["CA", "TX", "WA"].map(|state| (state.to_owned(), format!("State of {state}"))).into()
}

fn companies() -> Companies {
    Companies::new(listed(), states())
}

/// The same and four employers that are in no list.
fn with_filers() -> Companies {
    let filers = [
        filer("Epsilon", 400.0, Some(1.2), &["TX", "WA"]),
        filer("Zeta", 100.0, Some(1.2), &["TX"]),
        filer("Eta", 100.0, Some(1.0), &[]),
        filer("Theta", 30.0, None, &["WA"]),
    ];
    Companies::new(listed().into_iter().chain(filers).collect(), states())
}

fn names<'c>(companies: &'c Companies, query: &str) -> Vec<&'c str> {
    let results = companies.results(&Asked::parse(&pairs(query), companies), None);
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
    assert_eq!(names(&all, ""), ["Delta & Sons", "3 Alpha", "Beta Airlines", "Gamma"], "the largest first");
    assert_eq!(names(&all, "sort=name"), ["3 Alpha", "Beta Airlines", "Delta & Sons", "Gamma"]);
    assert_eq!(names(&all, "sort=name&order=desc").first(), Some(&"Gamma"));
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
    let counts = all.results(&Asked::parse(&pairs("state=tx&size=under-1000"), &all), None).counts;
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

#[test]
fn employers_that_are_in_no_list_stand_by_their_filings() {
    let all = with_filers();
    assert_eq!(names(&all, "kind=unlisted"), ["Epsilon", "Eta", "Zeta", "Theta"]);
    assert_eq!(names(&all, "work=tx"), ["3 Alpha", "Beta Airlines", "Epsilon", "Zeta"]);
    assert_eq!(names(&all, "work=wa&kind=unlisted"), ["Epsilon", "Theta"]);
    let counts = all.results(&Asked::parse(&[], &all), None).counts;
    // An employer counts in each state that it works in.
    assert_eq!(counts.of_facet(Facet::Work), [1, 4, 3]);
    let hiring = Hiring::from([all.place_of("zeta").unwrap(), all.place_of("gamma").unwrap()]);
    let results = all.results(&Asked::parse(&[], &all), Some(&hiring));
    assert_eq!(results.rows.len(), 2);
    assert_eq!(results.counts.without_career(), 8);
    let zeta = all.by_slug("zeta").unwrap();
    let near: Vec<&str> =
        all.nearest_in_filings(zeta, 5).into_iter().map(|company| company.name.as_str()).collect();
    assert_eq!(near, ["Epsilon"], "of those that seek people in Texas");
}

fn ranked(companies: &Companies, query: &str) -> Vec<(usize, bool, String)> {
    let asked = BestAsked::parse(&pairs(query), companies);
    let ranking = companies.ranking(&asked, None);
    let name = |ranked: &Ranked| companies.at(ranked.standing.company).unwrap().name.clone();
    ranking.ranked.iter().map(|ranked| (ranked.rank, ranked.tied, name(ranked))).collect()
}

#[test]
fn a_company_with_two_of_three_measures_is_ranked() {
    let all = with_filers();
    let place = |rank, tied, name: &str| (rank, tied, name.to_owned());
    // Offers: 1.2, 1.2, 1.0, so that 66.7, 66.7, 16.7 points; occupations: 40, 10, 10, so that 83.3, 33.3, 33.3. What is
    // not known is 50: Epsilon (40 * 66.7 + 30 * 50 + 10 * 83.3 + 20 * 50) / 100 = 60.0.
    assert_eq!(
        ranked(&all, ""),
        [place(1, false, "Epsilon"), place(2, false, "Zeta"), place(3, false, "Eta")]
    );
    let asked = BestAsked::parse(&[], &all);
    let ranking = all.ranking(&asked, None);
    assert_eq!(ranking.ranked.first().map(|ranked| ranked.total), Some(60.0));
    assert_eq!(ranking.unranked.len(), 5);
    assert_eq!(ranking.all, 3);
    assert_eq!(all.coverage(), [3, 0, 3, 0]);
    // Ties are ties.
    assert_eq!(
        ranked(&all, "offer=1&pay=0&breadth=0&profit=0"),
        [place(1, true, "Epsilon"), place(1, true, "Zeta"), place(3, false, "Eta")]
    );
    // A filter ranks those that it leaves; none of the weighed measures is known of any.
    assert_eq!(ranked(&all, "work=tx&offer=0&pay=0&breadth=9&profit=0").len(), 2);
    assert_eq!(ranked(&all, "offer=0&pay=0&breadth=0&profit=9"), []);
    let zeta = all.standing(all.place_of("zeta").unwrap()).unwrap();
    assert_eq!(all.rank(zeta, Weights::default()), Some((2, false, 3)));
}

#[test]
fn a_weight_that_is_none_is_a_problem() {
    let all = with_filers();
    for (query, field) in [
        ("offer=abc", "offer"),
        ("pay=-3", "pay"),
        ("breadth=101", "breadth"),
        ("profit=1.5", "profit"),
        ("offer=0&pay=0&breadth=0&profit=0", "weights"),
    ] {
        let asked = BestAsked::parse(&pairs(query), &all);
        assert!(!asked.is_weighed(), "{query}");
        assert!(asked.filters.problems.iter().any(|problem| problem.field == field), "{query}");
    }
    assert!(BestAsked::parse(&pairs("offer=&pay=0&x=abc"), &all).is_weighed());
}

proptest! {
    #[test]
    fn any_query_has_one_address(
        query in proptest::collection::vec(
            (
                "q|career|sector|state|work|size|kind|letter|sort|order|page|x",
                "\\PC{0,12}|tx|ca|48-49|under-1000|public|a|0-9|profit|asc|desc|[0-9]{1,3}",
            ),
            0..8,
        ),
    ) {
        let all = with_filers();
        let asked = Asked::parse(&query, &all);
        let _ = all.results(&asked, None);
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

    #[test]
    fn any_ranking_has_one_address(
        query in proptest::collection::vec(
            ("q|career|sector|work|size|offer|pay|breadth|profit|list|page|x", "\\PC{0,8}|tx|unranked|[0-9]{1,3}"),
            0..8,
        ),
    ) {
        let all = with_filers();
        let asked = BestAsked::parse(&query, &all);
        let _ = all.ranking(&asked, None);
        let address = asked.address(BestAsked::PATH, &all);
        let decoded: Vec<(String, String)> = actix_web::web::Query::<Vec<(String, String)>>::from_query(
            address.strip_prefix(BestAsked::PATH).unwrap().trim_start_matches('?'),
        )
        .unwrap()
        .into_inner();
        let again = BestAsked::parse(&decoded, &all);
        prop_assert_eq!(again.address(BestAsked::PATH, &all), address);
    }

    #[test]
    fn totals_stay_between_the_points(weights in [0_u32..=100, 0..=100, 0..=100, 0..=100]) {
        let all = with_filers();
        for company in 0..all.all().len() {
            if let Some(total) = all.standing(company).and_then(|standing| standing.total(Weights(weights))) {
                prop_assert!((0.0..=100.0).contains(&total));
            }
        }
    }
}
