use proptest::prelude::*;

use super::*;
use crate::domain::catalog::{Asked, Draft, Group, INTERESTS, Interests, PersonFigure, Survey, Whose};
use crate::domain::{Cell, Reason};

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        3 => (-30_i32..300).prop_map(|number| Cell::Number(f64::from(number) * 1000.0)),
        1 => Just(Cell::AtLeast(239_200.0)),
        1 => Just(Cell::Missing(Reason::Absent)),
    ]
}

fn percent() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => (-20_i32..60).prop_map(|number| Cell::Number(f64::from(number))),
        1 => Just(Cell::Missing(Reason::FewRecords)),
    ]
}

prop_compose! {
    fn draft()(
        title in "[A-E][a-c]{0,3}",
        group in 11..14,
        [annual, jobs, openings] in [cell(), cell(), cell()],
        [growth, home] in [percent(), percent()],
        education in prop::sample::select(Facet::Education.tokens()),
        training in prop::sample::select(Facet::Training.tokens()),
        interest in prop::option::of(0..INTERESTS.len()),
    ) -> Draft {
        let person = PersonFigure { value: home, survey: Survey::Community, whose: Whose::Own };
        let interests =
            interest.map(|first| Interests { high_points: [Some(first), None, None], whose: Whose::Own, by_machine: true });
        Draft {
            id: 0,
            soc_code: format!("{group}-1011"),
            slug: title.to_lowercase(),
            title,
            summary: None,
            pay: LocalPay { annual, hourly: annual, p10: annual, p90: annual, jobs },
            growth_percent: growth,
            new_jobs: jobs,
            openings,
            education: education.to_owned(),
            experience: "none".to_owned(),
            training: training.to_owned(),
            home: person,
            women: person,
            age: person,
            interests,
        }
    }
}

fn catalog() -> impl Strategy<Value = Catalog> {
    prop::collection::vec(draft(), 0..40).prop_map(|drafts| {
        let group = |code: i32| Group { soc_code: format!("{code}-0000"), title: String::new() };
        Catalog::new(drafts, (11..15).map(group).collect())
    })
}

prop_compose! {
    fn filters()(
        chosen in prop::collection::vec((prop::sample::select(&Facet::ALL[..]), 0_usize..8), 0..4),
        bounds in prop::collection::vec((prop::sample::select(&Bound::ALL[..]), 0_usize..6), 0..3),
    ) -> Filters {
        let mut filters = Filters::default();
        for (facet, choice) in chosen {
            filters.choose(facet, choice);
        }
        for (bound, step) in bounds {
            filters.bound(bound, bound.steps().get(step).copied());
        }
        filters
    }
}

fn found(catalog: &Catalog, filters: &Filters) -> Vec<usize> {
    View::new(catalog).results(filters, Column::Name, Order::Ascending).rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_count_is_what_the_choice_gives(catalog in catalog(), filters in filters()) {
        let counts = View::new(&catalog).results(&filters, Column::Name, Order::Ascending).counts;
        for facet in Facet::ALL {
            let mut open = filters.clone();
            open.clear(facet);
            prop_assert_eq!(counts.without_facet(facet), found(&catalog, &open).len());
            for (choice, count) in counts.of_facet(facet).iter().enumerate() {
                let mut chosen = open.clone();
                chosen.choose(facet, choice);
                prop_assert_eq!(*count, found(&catalog, &chosen).len());
            }
        }
        for bound in Bound::ALL {
            let mut changed = filters.clone();
            changed.bound(bound, None);
            prop_assert_eq!(counts.without_bound(bound), found(&catalog, &changed).len());
            for (step, count) in bound.steps().iter().zip(counts.of_bound(bound)) {
                changed.bound(bound, Some(*step));
                prop_assert_eq!(*count, found(&catalog, &changed).len());
            }
        }
    }

    #[test]
    fn a_further_filter_only_narrows(catalog in catalog(), filters in filters(), step in 0_usize..6) {
        let wide = found(&catalog, &filters);
        for bound in Bound::ALL.into_iter().filter(|bound| filters.of(*bound).is_none()) {
            let mut narrower = filters.clone();
            narrower.bound(bound, bound.steps().get(step).copied());
            prop_assert!(found(&catalog, &narrower).iter().all(|row| wide.contains(row)));
        }
        for facet in Facet::ALL.into_iter().filter(|facet| filters.is_open(*facet)) {
            let mut narrower = filters.clone();
            narrower.choose(facet, step);
            prop_assert!(found(&catalog, &narrower).iter().all(|row| wide.contains(row)));
        }
        let none = View::new(&catalog).named(|_| false).results(&filters, Column::Pay, Order::Ascending);
        prop_assert!(none.rows.is_empty());
        prop_assert_eq!(none.counts.without_words(), wide.len());
    }

    #[test]
    fn every_order_has_every_row_once_and_missing_ones_last(
        catalog in catalog(),
        column in prop::sample::select(&Column::CHOICES[..]),
    ) {
        for order in [Order::Ascending, Order::Descending] {
            let view = View::new(&catalog);
            let rows = view.results(&Filters::default(), column, order).rows;
            let mut all = rows.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..catalog.listings().len()).collect::<Vec<_>>());
            for (one, other) in rows.iter().zip(rows.iter().skip(1)) {
                let key = |row: usize| view.row(row).and_then(|(listing, local)| column.key(listing, local));
                match (key(*one), key(*other)) {
                    (None, Some(_)) => prop_assert!(false, "a missing value stands before a number"),
                    (Some(first), Some(second)) if order == Order::Ascending => prop_assert!(first <= second),
                    (Some(first), Some(second)) => prop_assert!(first >= second),
                    _ => {}
                }
                // Equals stay in the order of their titles.
                prop_assert!(key(*one) != key(*other) || one < other);
            }
        }
    }

    #[test]
    fn any_address_is_read_and_its_own_address_says_the_same(
        catalog in catalog(),
        pairs in prop::collection::vec(
            (prop::sample::select(vec![
                "q", "in", "group", "education", "experience", "training", "growth", "interest", "letter", "pay_min",
                "pay_max", "growth_min", "openings_min", "home_min", "col", "sort", "order", "page", "other",
            ]), prop_oneof![
                "\\PC{0,20}", "-?[0-9]{1,6}", "[a-z]", Just("pay".to_owned()), Just("bachelors".to_owned()),
                Just("11".to_owned()), Just("social".to_owned()), Just("asc".to_owned()), Just("60k".to_owned()),
            ]),
            0..12,
        ),
    ) {
        let pairs: Vec<(String, String)> = pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let asked = Asked::parse(&pairs, &catalog);
        let address = asked.address(&catalog);
        prop_assert!(address.is_ascii() && !address.contains(' '));
        let again: Vec<(String, String)> = address
            .split_once('?')
            .map_or("", |(_, query)| query)
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), decoded(value)))
            .collect();
        let again = Asked::parse(&again, &catalog);
        prop_assert_eq!(again.address(&catalog), address);
        prop_assert_eq!(&again.filters, &asked.filters);
        prop_assert_eq!(again.sorted_by(), asked.sorted_by());
    }
}

fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}
