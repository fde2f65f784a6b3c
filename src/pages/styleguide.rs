//! `/styleguide`, in development only: every component in every state, with samples that are no figures.

use std::collections::HashMap;

use actix_web::web;
use askama::Template;

use crate::domain::{AreaPay, AreaType, Cell, Listing, Place, Reason};
use crate::http::{CachePolicy, Page};
use crate::pages::layout::{Head, Heading};
use crate::site::Site;
use crate::view::charts::{
    Accent, Amounts, Bar, BarGroup, Bars, Chart, Dot, DotRow, Dots, PayRange, PayRanges, Scatter, Stack,
    StackPart, Stacks,
};
use crate::view::difference::{Difference, Verdict};
use crate::view::pay::PaidBy;
use crate::view::pay::tiles::Tiles;
use crate::view::row::{Printed, Row, RowCell, Shown, Value};
use crate::view::sections::Section;

/// As long as the longest title of an occupation.
const LONGEST: &str = "First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft Cargo \
    Handling Supervisors";

/// The page.
#[derive(Template)]
#[template(path = "pages/styleguide.html")]
pub struct Styleguide {
    head: Head,
    /// Charts of groups and places: name and markup, or nothing where there is nothing to draw.
    charts: Vec<(&'static str, Option<String>)>,
    /// Tables with their charts, for one to four careers.
    tables: Vec<Sample>,
}

/// A section as a page of so many careers shows it.
struct Sample {
    title: String,
    headings: Vec<Heading>,
    section: Section,
}

/// Shows the components.
pub async fn show(site: web::Data<Site>) -> Page<Styleguide> {
    let head = Head::new(&site, "/styleguide", "Style guide", "Every component in every state.");
    let states = [("typical", "Sample"), ("longest", LONGEST)];
    let tables =
        states.into_iter().flat_map(|(state, name)| (1..=4).map(move |count| sample(state, name, count)));
    let charts = charts_of_many(site.loaded.places.all());
    Page::new(Styleguide { head: Head { noindex: true, ..head }, charts, tables: tables.collect() })
        .with_policy(CachePolicy::NoStore)
}

/// Charts that show many occupations or places: empty, with one, typical.
fn charts_of_many(places: &[Place]) -> Vec<(&'static str, Option<String>)> {
    let listing = |number: u32| Listing {
        soc_code: String::new(),
        title: if number == 3 { LONGEST.to_owned() } else { format!("Sample {number}") },
        href: "#main".to_owned(),
        occupations: None,
        employment: Cell::Number(1_000_000.0 / f64::from(number)),
        wage_annual_median_usd: if number == 5 {
            Cell::Missing(Reason::WageNotReleased)
        } else {
            Cell::Number(30_000.0 * f64::from(number))
        },
        wage_hourly_median_usd: Cell::Missing(Reason::WageNotReleased),
        employment_change_percent: Cell::Number(f64::from(number * number) - 9.0),
    };
    let listings: Vec<Listing> = (1..=6).map(listing).collect();
    let amounts = |count: usize| {
        let bars = listings.iter().take(count);
        let bars =
            bars.filter_map(|one| Some((one.title.clone(), one.href.clone(), one.employment.number()?)));
        Amounts::new("Amounts on an axis", bars.collect()).render().ok()
    };
    let scatter = |count: usize| {
        let some: Vec<Listing> = listings.iter().take(count).cloned().collect();
        Scatter::new(&some, &listing(2)).and_then(|chart| chart.render().ok())
    };
    // Every other state publishes nothing.
    let published = places.iter().filter(|place| place.area_type == AreaType::State).step_by(2);
    let pay = published.zip(0_u8..).map(|(place, rank)| {
        let none = Cell::Missing(Reason::WageNotReleased);
        let median = Cell::Number(40_000.0 + 1_000.0 * f64::from(rank));
        let pay = AreaPay {
            employment: none,
            jobs_per_1000: none,
            location_quotient: none,
            wage_annual_mean_usd: none,
            wage_hourly_mean_usd: none,
            wage_hourly_median_usd: none,
            wage_annual_percentiles_usd: [none, none, median, none, none],
        };
        (place.area_code.clone(), pay)
    });
    let tiles = |pay: &HashMap<String, AreaPay>| {
        Tiles::new(places, pay, PaidBy::Both).and_then(|tiles| tiles.render().ok())
    };
    vec![
        ("Amounts", amounts(6)),
        ("One amount", amounts(1)),
        ("Occupations by pay and growth, one without pay", scatter(6)),
        ("Two occupations by pay and growth", scatter(2)),
        ("A map of states, half of them published", tiles(&pay.collect())),
        ("A map of states, none of them published", tiles(&HashMap::new())),
    ]
}

fn sample(state: &str, name: &str, count: usize) -> Sample {
    let names: Vec<String> = (1..=count).map(|number| format!("{name} {number}")).collect();
    Sample {
        title: format!("{state}, careers: {count}"),
        headings: names.iter().enumerate().map(|(place, name)| heading(place, name)).collect(),
        section: Section {
            id: ["one", "two", "three", "four"].get(count - 1).copied().unwrap_or_default(),
            title: "A section".into(),
            intro: "What a reader should know before the figures.".into(),
            charts: charts(&names),
            rows: vec![
                row("A known figure", count, |place| value(place, "$97,550").with_level(None)),
                row("Whose it is", count, |place| {
                    let level = "group of 14 occupations: Health-related occupations";
                    value(place, "45% very satisfied").with_level(Some(level.into()))
                }),
                row("What it lacks", count, |place| {
                    value(place, "70.6%").with_lacking(Some("without California and Texas"))
                }),
                row("Several lines", count, |_| {
                    Value::list(vec!["One line".to_owned(), "another, which is longer".to_owned()], None)
                }),
                row("Missing", count, |_| Value::missing("Too few answers: under 50,000 people", None)),
                row("The longest", count, |_| Value::known(LONGEST, None)),
            ],
        },
    }
}

fn heading(place: usize, name: &str) -> Heading {
    Heading {
        accent: Accent::of(place),
        name: name.to_owned(),
        href: "#main".to_owned(),
        slug: String::new(),
        note: String::new(),
        occupation: None,
        others: Vec::new(),
    }
}

fn value(place: usize, text: &str) -> Value {
    Value::known(if place == 0 { text.to_owned() } else { format!("{text}, {place} more") }, None)
}

fn row(label: &str, count: usize, cell: impl Fn(usize) -> Value) -> Row {
    let verdicts = [Verdict::Real, Verdict::Same, Verdict::Unjudged];
    let cells = (0..count).map(|place| Shown {
        accent: Accent::of(place),
        cell: Printed::new(RowCell { own: None, official: Some(cell(place)) }),
        difference: (place > 0).then(|| {
            let verdict = verdicts.get(place - 1).copied().unwrap_or(Verdict::Real);
            Difference { text: "38 more (4%)".to_owned(), verdict }
        }),
    });
    Row { label: label.to_owned(), note: "a note", list: None, heading: None, cells: cells.collect() }
}

/// Every kind of chart; the last career lacks what may be missing.
fn charts(names: &[String]) -> Vec<Chart> {
    let place = |index: usize| f64::from(u8::try_from(index).unwrap_or(0));
    let accents = || (0..names.len()).map(Accent::of);
    let ranges = names.iter().enumerate().map(|(index, name)| {
        let last = index > 0 && index + 1 == names.len();
        let low = 30_000.0 + 20_000.0 * place(index);
        PayRange {
            accent: Accent::of(index),
            label: name.clone(),
            p10: low,
            box_: (!last).then_some((low * 1.3, low * 1.9)),
            median: low * 1.6,
            p90: (!last).then_some(low * 2.6),
        }
    });
    let parts = |index: usize| {
        let first = 60.0 - 15.0 * place(index);
        vec![
            StackPart::new("Some", first),
            StackPart::new("Few", 4.0),
            StackPart::new("Others", 96.0 - first),
        ]
    };
    let stacks = names.iter().enumerate().map(|(index, name)| Stack {
        accent: Accent::of(index),
        label: name.clone(),
        parts: parts(index),
    });
    let bars = |label: &str, share: f64| BarGroup {
        label: label.to_owned(),
        bars: accents().map(|accent| Bar { accent, share }).collect(),
    };
    let dots = |label: &str| DotRow {
        label: label.to_owned(),
        dots: accents().zip([1.0, 5.0, 3.1, 2.9]).map(|(accent, value)| Dot { accent, value }).collect(),
    };
    vec![
        Chart::PayRanges(PayRanges::new(ranges.collect())),
        Chart::Stacks(Stacks::new("Parts of a whole", stacks.collect())),
        Chart::Bars(Bars::new(
            "Shares that overlap",
            accents().zip(names.iter().cloned()).collect(),
            vec![
                bars("None", 0.0),
                bars("A share with a long name that needs two lines", 42.0),
                bars("All", 100.0),
            ],
        )),
        Chart::Dots(Dots::of_importance(vec![dots("A skill"), dots("Another skill with a longer name")])),
    ]
}
