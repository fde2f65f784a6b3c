//! Two to four companies side by side, as sections of rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::rc::Rc;

use crate::domain::company::{CompanyCareer, CompanyFilings, Criterion, Measure, Report};
use crate::domain::{Cell, Companies, Company};
use crate::view::charts::{Accent, Chart, Dot, DotRow, Dots};
use crate::view::citations::Citations;
use crate::view::company::{self, BestPlace, best};
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Count, Usd, capital, list};
use crate::view::row::{Printed, Row, RowCell, Value};
use crate::view::sections::Section;

/// Careers that all file for which are shown, and careers of one alone that are named.
const SHOWN: usize = 20;
const NAMED: usize = 6;
/// States that are named.
const STATES: usize = 5;

/// A company with what it filed for.
#[derive(Debug)]
pub struct Compared<'c> {
    /// The company.
    pub company: &'c Company,
    /// Its place in the directory.
    pub place: usize,
    /// Nothing where it never filed.
    pub filings: Option<CompanyFilings>,
}

impl Compared<'_> {
    fn careers(&self) -> &[CompanyCareer] {
        self.filings.as_ref().map_or(&[], |filings| &filings.careers)
    }
}

/// The sections, in the order of the page.
pub fn sections(all: &[Compared], companies: &Companies, citations: &mut Citations) -> Vec<Section> {
    let sections = [
        facts(all, citations),
        offers(all, citations),
        filings(all, companies, citations),
        ranking(all, companies, citations),
    ];
    sections.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

fn row(
    label: &str,
    note: &'static str,
    unit: Option<Unit>,
    all: &[Compared],
    mut value: impl FnMut(&Compared) -> Value,
) -> Option<Row> {
    let cell = |compared| Printed::new(RowCell { own: None, official: Some(value(compared)) });
    let cells: Vec<Rc<Printed>> = all.iter().map(cell).collect();
    Row::with(label, note, unit, cells)
}

fn facts(all: &[Compared], citations: &mut Citations) -> Section {
    const UNLISTED: &str = "Not in the list of large companies";
    let mut words = |label: &'static str, column: &'static str, text: &dyn Fn(&Report) -> String| {
        let source = citations.cite("companies", column, label);
        row(label, "", None, all, |compared| match &compared.company.report {
            Some(report) => Value::known(text(report), source),
            None => Value::missing(UNLISTED, source),
        })
    };
    let mut rows: Vec<Row> = [
        words("Industry", "industry", &|report| report.industry.clone()),
        words("Headquarters", "headquarters_city", &|report| {
            format!("{}, {}", report.city, report.state_name)
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let figures = Measure::REPORTED.into_iter().filter_map(|measure| figure(measure, all, citations));
    rows.extend(figures);
    Section {
        id: "facts",
        title: "Facts".into(),
        intro: "As the companies report them for one fiscal year, worldwide. A company that is not in the list of large ones has none of these here.".into(),
        charts: Vec::new(),
        rows: if all.iter().any(|compared| compared.company.report.is_some()) { rows } else { Vec::new() },
    }
}

fn figure(measure: Measure, all: &[Compared], citations: &mut Citations) -> Option<Row> {
    let unit = match measure {
        Measure::Employees | Measure::Filings | Measure::Occupations => Some(Unit::Jobs),
        Measure::Revenue | Measure::Profit => Some(Unit::LargeUsd),
        Measure::ProfitPerEmployee | Measure::WorkerPay => Some(Unit::Usd),
        Measure::Name | Measure::Offer => None,
    };
    let source = company::cite(measure, citations);
    let year = company::year(measure, citations).to_owned();
    row(company::label(measure), company::note(measure), unit, all, |compared| {
        let Some(number) = measure.of(compared.company) else {
            return Value::missing(company::missing(measure, compared.company), source);
        };
        let text = format!("{}, {year}", capital(&company::figure(measure, number)));
        Value::known(text, source).with_quantity(Quantity { value: number, margin: Margin::Unknown })
    })
}

fn filings(all: &[Compared], companies: &Companies, citations: &mut Citations) -> Section {
    let mut rows: Vec<Row> =
        Measure::FILED.into_iter().filter_map(|measure| figure(measure, all, citations)).collect();
    let source = citations.cite("lca_filer_states", "applications", "Where the work is");
    rows.extend(row("Where the work is", "most applications first", None, all, |compared| {
        let states = compared.filings.iter().flat_map(|filings| &filings.states);
        let names: Vec<String> = states
            .filter_map(|(state, _)| companies.state_name(state))
            .take(STATES)
            .map(str::to_owned)
            .collect();
        if names.is_empty() {
            Value::missing("No application found in the year", source)
        } else {
            Value::known(list(&names), source)
        }
    }));
    Section {
        id: "filings",
        title: "Filings for foreign workers".into(),
        intro: "An employer files a labor condition application for a position that it seeks a foreign worker for. How often it files says nothing of how many people it hires.".into(),
        charts: Vec::new(),
        rows,
    }
}

fn ranking(all: &[Compared], companies: &Companies, citations: &mut Citations) -> Section {
    let mut places: Vec<Option<BestPlace>> =
        all.iter().map(|compared| BestPlace::of(companies, compared.place, citations)).collect();
    let mut next = places.drain(..);
    let said = row("Place by the usual weights", "", None, all, |_| match next.next().flatten() {
        Some(place) => Value::known(place.said, None),
        None => Value::missing("Not ranked: too little is known of it", None),
    });
    Section {
        id: "best",
        title: "Among best companies".into(),
        intro: "By four published measures and weights that can be changed; what is not known counts as the middle.".into(),
        charts: Vec::new(),
        rows: said.into_iter().collect(),
    }
}

/// A career that all of them file for: one row of each.
type Shared<'a> = Vec<&'a CompanyCareer>;

/// Careers that all of them file for, most filings together first.
fn shared<'a>(all: &'a [Compared]) -> Vec<Shared<'a>> {
    let mut by_career: BTreeMap<&str, Shared> = BTreeMap::new();
    for compared in all {
        for career in compared.careers().iter().filter(|career| career.filings > 0) {
            by_career.entry(&career.slug).or_default().push(career);
        }
    }
    let mut shared: Vec<Shared> = by_career.into_values().filter(|of| of.len() == all.len()).collect();
    shared.sort_by_key(|of| std::cmp::Reverse(of.iter().map(|career| career.filings).sum::<i64>()));
    shared
}

fn offers(all: &[Compared], citations: &mut Citations) -> Section {
    let shared = shared(all);
    let source = citations.cite("lca_filer_occupations", "wage_annual_median_usd", "Offers by career");
    let filed = citations.cite("lca_filer_occupations", "filings", "Offers by career");
    let rows = shared.iter().take(SHOWN).filter_map(|careers| {
        let mut next = careers.iter();
        let title = careers.first().map_or("", |career| career.title.as_str());
        row(title, "median offer a year", Some(Unit::Usd), all, |_| {
            let Some(career) = next.next() else { return Value::missing("", None) };
            let value = match career.offered_usd {
                Cell::Number(usd) => Value::known(Usd(usd).to_string(), source)
                    .with_quantity(Quantity { value: usd, margin: Margin::Median }),
                _ => Value::missing("Fewer than 3 applications in the year", source),
            };
            value.with_line(Some(counted(career.filings)), filed)
        })
    });
    let rows: Vec<Row> = rows.collect();
    Section {
        id: "offers",
        title: "Careers that they file for".into(),
        intro: introduction(all, shared.len(), rows.len()).into(),
        charts: chart(&shared).into_iter().collect(),
        rows,
    }
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn counted(filings: i64) -> String {
    if filings == 1 { "1 filing".to_owned() } else { format!("{} filings", Count(filings as f64)) }
}

/// How many careers they share, and what each files for alone.
fn introduction(all: &[Compared], shared: usize, shown: usize) -> String {
    let mut text = match shared {
        0 => return "There is no career that all of them file for.".to_owned(),
        1 => "One career is filed for by all of them.".to_owned(),
        _ => format!("{shared} careers are filed for by all of them."),
    };
    // Writing to a string does not fail.
    if shared > shown {
        let _ = write!(text, " Shown are the {shown} with most filings.");
    }
    text.push_str(" Offers are for positions that foreign workers were sought for, each in its own place: a dear city pays more.");
    for (place, compared) in all.iter().enumerate() {
        let others = all.iter().enumerate().filter(|(other, _)| *other != place);
        let elsewhere: Vec<&str> = others
            .flat_map(|(_, other)| other.careers())
            .filter(|career| career.filings > 0)
            .map(|career| career.slug.as_str())
            .collect();
        let alone = compared.careers().iter().filter(|career| career.filings > 0);
        let alone: Vec<&str> = alone
            .filter(|career| !elsewhere.contains(&career.slug.as_str()))
            .map(|career| career.title.as_str())
            .collect();
        if !alone.is_empty() {
            // Titles have commas of their own.
            let first: Vec<&str> = alone.iter().take(NAMED).copied().collect();
            let more = if alone.len() > NAMED { "; and others" } else { "" };
            let _ = write!(text, " Only {} files for: {}{more}.", compared.company.name, first.join("; "));
        }
    }
    text
}

/// The offers of each for the careers of which two at least say one.
fn chart(shared: &[Shared]) -> Option<Chart> {
    let rows: Vec<DotRow> = shared
        .iter()
        .take(SHOWN)
        .filter_map(|careers| {
            let dots = (0..).zip(careers).filter_map(|(place, career)| {
                Some(Dot { accent: Accent::of(place), value: career.offered_usd.number()? })
            });
            let dots: Vec<Dot> = dots.collect();
            (dots.len() > 1).then(|| DotRow {
                label: careers.first().map_or_else(String::new, |of| of.title.clone()),
                dots,
            })
        })
        .collect();
    (!rows.is_empty()).then(|| Chart::Dots(Dots::of_pay("Median offers by career, in dollars a year", rows)))
}

/// What stands under the names: how the first two differ in what is known of both.
#[must_use]
pub fn introduction_of(all: &[Compared]) -> String {
    let sentence = |compared: &Compared| {
        let company = compared.company;
        let people = company.employees().map(|people| format!("employs {} people", Count(people)));
        let offers = company.filed.as_ref().and_then(|filed| filed.offered_over_prevailing);
        let offers = offers.map(|ratio| match best::figure(Criterion::Offer, ratio).as_str() {
            "the same" => "offers the prevailing wage at the median".to_owned(),
            more => format!("offers {more} than the prevailing wage at the median"),
        });
        let known: Vec<String> = people.into_iter().chain(offers).collect();
        if known.is_empty() { String::new() } else { format!("{} {}.", company.name, known.join(" and ")) }
    };
    let sentences: Vec<String> = all.iter().map(sentence).filter(|text| !text.is_empty()).collect();
    sentences.join(" ")
}
