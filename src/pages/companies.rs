//! `/companies`: the directory of companies, filtered and sorted. Its address is its whole state.

mod form;
mod hiring;

use actix_web::web;
use askama::Template;

use crate::domain::catalog::Order;
use crate::domain::company::{Asked, Facet, Measure, Results};
use crate::domain::{Companies, Company};
use crate::http::{CachePolicy, Error, Page};
use crate::pages::explore::{Counted, Link, Loosened, counted, direction};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::company;
use crate::view::format::list;
use form::Form;
pub use form::legend;
pub use hiring::Career;

/// Companies on a page.
const SHOWN: usize = 50;
/// States that are named of an employer's.
const NAMED: usize = 3;
/// What the list shows of each, whatever it is sorted by.
const COLUMNS: [Measure; 5] =
    [Measure::Employees, Measure::Revenue, Measure::Profit, Measure::WorkerPay, Measure::Filings];

/// The page.
#[derive(Template)]
#[template(path = "pages/companies.html")]
pub struct Directory {
    head: Head,
    heading: String,
    /// "12 of 1,000 companies, by revenue, highest first."
    said: String,
    form: Form,
    letters: Vec<Counted>,
    sectors: Vec<Counted>,
    /// Each filter in use, as a link to the directory without it.
    removals: Vec<Link>,
    name: ColumnHead,
    columns: Vec<ColumnHead>,
    rows: Vec<ListRow>,
    pages: Vec<Link>,
    previous: Option<String>,
    next: Option<String>,
    loosened: Vec<Loosened>,
    /// The directory without what narrows it, where something does.
    opened: Option<String>,
    citations: Vec<Citation>,
}

/// The heading of a column: a link that sorts by it.
struct ColumnHead {
    label: &'static str,
    note: &'static str,
    href: String,
    /// "ascending" or "descending" where the list is sorted by it.
    sorted: Option<&'static str>,
    source: Option<Mark>,
}

/// A company of the list.
struct ListRow {
    name: String,
    href: String,
    /// "Airlines; Atlanta, Georgia"
    about: String,
    /// How many cells of its reports one word stands for, where it is not in the list of large companies.
    unreported: usize,
    cells: Vec<ListCell>,
}

/// A number, or why there is none.
struct ListCell {
    label: &'static str,
    text: String,
    missing: bool,
}

/// Shows the part of the directory that the address asks for.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Page<Directory>, Error> {
    let companies = &site.loaded.companies;
    let mut asked = Asked::parse(&pairs, companies);
    let career = Career::read(&site, &mut asked)?;
    let results = companies.results(&asked, career.hiring.as_ref());
    let last = results.rows.len().div_ceil(SHOWN).max(1);
    if asked.page > last {
        let there = if last == 1 { "is only one page".to_owned() } else { format!("are only {last} pages") };
        asked.problem("page", format!("There {there}. This is the last."));
        asked.page = last;
    }
    // What hardly anybody else asks for takes no room among the kept pages.
    let policy = if is_listed(&asked, companies) { CachePolicy::Shared } else { CachePolicy::Validated };
    Ok(Page::new(directory(&site, &asked, &career, &results, last)).with_policy(policy))
}

fn directory(site: &Site, asked: &Asked, career: &Career, results: &Results, last: usize) -> Directory {
    let companies = &site.loaded.companies;
    let mut citations = Citations::new(&site.loaded.provenance);
    let name = column(Measure::Name, asked, companies, &mut citations);
    let measures = columns(asked);
    let columns = measures.iter().map(|measure| column(*measure, asked, companies, &mut citations)).collect();
    let first = (asked.page - 1) * SHOWN;
    let rows = results.rows.iter().skip(first).take(SHOWN).filter_map(|place| companies.at(*place));
    let heading = heading(asked, career, companies);
    let page = |number: usize| asked.clone().on_page(number).address(companies);
    let pages = (1..=last).map(|number| Link {
        name: number.to_string(),
        href: page(number),
        current: number == asked.page,
    });
    let title = if asked.page > 1 { format!("{heading}, page {}", asked.page) } else { heading.clone() };
    let description = "Companies in the United States by industry, state, size and the careers that they seek people for: employees, revenue, profit, pay of the worker in the middle, and what they offer, each with its source.";
    let head = Head::new(site, &asked.address(companies), title, description);
    Directory {
        head: Head { noindex: !is_listed(asked, companies), ..head }.in_section("companies"),
        said: said(asked, results.rows.len(), companies.all().len()),
        form: Form::new(asked, career, results, companies),
        letters: counted_links(Facet::Letter, asked, results, companies),
        sectors: if asked.is_open() {
            counted_links(Facet::Sector, asked, results, companies)
        } else {
            Vec::new()
        },
        removals: removals(asked, career, companies),
        name,
        columns,
        rows: rows.map(|company| list_row(company, companies, &measures)).collect(),
        previous: (asked.page > 1).then(|| page(asked.page - 1)),
        next: (asked.page < last).then(|| page(asked.page + 1)),
        pages: if last > 1 { pages.collect() } else { Vec::new() },
        loosened: if results.rows.is_empty() { loosened(asked, results, companies) } else { Vec::new() },
        opened: (!asked.is_open()).then(|| asked.opened().address(companies)),
        citations: citations.into_list(),
        heading,
    }
}

fn column(measure: Measure, asked: &Asked, companies: &Companies, citations: &mut Citations) -> ColumnHead {
    let (by, order) = asked.sorted_by();
    let mut sorted = asked.clone().on_page(1);
    sorted.sort = Some(measure);
    sorted.order = (by == measure).then(|| order.turned());
    ColumnHead {
        label: if measure == Measure::Name { "Company" } else { company::label(measure) },
        note: company::note(measure),
        href: sorted.address(companies),
        sorted: (by == measure).then(|| direction(order)),
        source: company::cite(measure, citations),
    }
}

/// The measures that the list shows: five, and the one that it is sorted by.
fn columns(asked: &Asked) -> Vec<Measure> {
    let (by, _) = asked.sorted_by();
    let further = Some(by).filter(|by| !COLUMNS.contains(by) && *by != Measure::Name);
    COLUMNS.into_iter().chain(further).collect()
}

fn list_row(company: &Company, companies: &Companies, measures: &[Measure]) -> ListRow {
    let cell = |measure: &Measure| {
        let number = measure.of(company);
        ListCell {
            label: company::label(*measure),
            text: number.map_or_else(
                || company::missing(*measure, company).to_owned(),
                |number| company::figure(*measure, number),
            ),
            missing: number.is_none(),
        }
    };
    let unreported = measures.iter().take_while(|measure| Measure::REPORTED.contains(measure)).count();
    let unreported = if company.report.is_some() { 0 } else { unreported };
    ListRow {
        name: company.name.clone(),
        href: company.href(),
        about: about(company, companies),
        unreported,
        cells: measures.iter().skip(unreported).map(cell).collect(),
    }
}

/// "Airlines; Atlanta, Georgia", or where it seeks people.
#[must_use]
pub fn about(company: &Company, companies: &Companies) -> String {
    match (&company.report, &company.filed) {
        (Some(report), _) => format!("{}; {}, {}", report.industry, report.city, report.state_name),
        (None, Some(filed)) if !filed.states.is_empty() => {
            let all = filed.states.iter().filter_map(|state| companies.state_name(state));
            let mut named: Vec<String> = all.map(str::to_owned).collect();
            let more = named.len().saturating_sub(NAMED);
            named.truncate(NAMED);
            if more > 0 {
                named.push(format!("{more} more"));
            }
            format!("Seeks people in {}", list(&named))
        }
        _ => String::new(),
    }
}

/// "12 of 1,000 companies, by revenue, highest first."
fn said(asked: &Asked, found: usize, all: usize) -> String {
    let found = if found == all {
        format!("All {}", counted(all))
    } else {
        format!("{} of {}", counted(found), counted(all))
    };
    let (measure, order) = asked.sorted_by();
    let first = match (measure, order) {
        (Measure::Name, Order::Ascending) => "A to Z",
        (Measure::Name, Order::Descending) => "Z to A",
        (_, Order::Ascending) => "lowest first",
        (_, Order::Descending) => "highest first",
    };
    let few = match measure {
        Measure::ProfitPerEmployee => {
            " The highest are firms with few people, such as those that let buildings."
        }
        Measure::Employees => " Those whose number is not known follow, by filings.",
        _ => "",
    };
    format!("{found} companies, by {}, {first}.{few}", company::label(measure).to_lowercase())
}

/// Whether search engines should list the page: the whole directory, a letter, a sector or a state.
fn is_listed(asked: &Asked, companies: &Companies) -> bool {
    let address = asked.clone().on_page(1).address(companies);
    asked.problems.is_empty()
        && (address == "/companies"
            || LISTED.iter().any(|facet| {
                let prefix = format!("/companies?{}=", facet.name());
                address.strip_prefix(&prefix).is_some_and(|choice| !choice.contains('&'))
            }))
}

/// Facets whose choices have a page that stands for itself.
const LISTED: [Facet; 3] = [Facet::Letter, Facet::Sector, Facet::State];

/// Every address of the directory that stands for itself: for the sitemap.
#[must_use]
pub fn listed_addresses(companies: &Companies) -> Vec<String> {
    let open = Asked::parse(&[], companies);
    let results = companies.results(&open, None);
    let mut addresses = vec![open.address(companies)];
    for facet in LISTED {
        let links = counted_links(facet, &open, &results, companies);
        addresses.extend(links.into_iter().filter_map(|link| link.href));
    }
    addresses
}

/// What the part in view is called.
fn heading(asked: &Asked, career: &Career, companies: &Companies) -> String {
    if let Some(name) = &career.name {
        return format!("Companies that seek people for {name}");
    }
    if is_listed(asked, companies) {
        for (facet, words) in [
            (Facet::Letter, "Companies that begin with"),
            (Facet::Sector, "Companies in"),
            (Facet::State, "Companies with headquarters in"),
        ] {
            let choices = companies.choices(facet).iter().enumerate();
            let mut taken = choices.filter(|(place, _)| asked.filters.has(facet, *place));
            if let Some((_, choice)) = taken.next() {
                return format!("{words} {}", choice.label);
            }
        }
    }
    "Explore companies".to_owned()
}

fn counted_links(facet: Facet, asked: &Asked, results: &Results, companies: &Companies) -> Vec<Counted> {
    let counts = results.counts.of_facet(facet).iter().enumerate();
    counts
        .zip(companies.choices(facet))
        .map(|((place, count), choice)| {
            let mut other = asked.clone().on_page(1);
            other.filters.clear(facet);
            other.filters.set(facet, place, true);
            Counted {
                name: choice.label.clone(),
                href: (*count > 0).then(|| other.address(companies)),
                count: counted(*count),
                current: asked.filters.has(facet, place),
            }
        })
        .collect()
}

fn removals(asked: &Asked, career: &Career, companies: &Companies) -> Vec<Link> {
    let mut links = Vec::new();
    let mut add = |name: String, other: Asked| {
        links.push(Link { name, href: other.on_page(1).address(companies), current: false });
    };
    if !asked.words.is_empty() {
        add(format!("“{}”", asked.words), Asked { words: String::new(), ..asked.clone() });
    }
    if let Some(name) = &career.name {
        add(format!("Files for: {name}"), Asked { career: String::new(), ..asked.clone() });
    }
    for facet in Facet::ALL {
        for (place, choice) in companies.choices(facet).iter().enumerate() {
            if asked.filters.has(facet, place) {
                let mut other = asked.clone();
                other.filters.set(facet, place, false);
                add(format!("{}: {}", form::legend(facet), choice.label), other);
            }
        }
    }
    links
}

/// Each filter that alone keeps everything away, with what the directory would hold without it; most first.
fn loosened(asked: &Asked, results: &Results, companies: &Companies) -> Vec<Loosened> {
    let mut found: Vec<(usize, String, Asked)> = Vec::new();
    if !asked.words.is_empty() {
        let other = Asked { words: String::new(), ..asked.clone() };
        found.push((results.counts.without_words(), format!("The words “{}”", asked.words), other));
    }
    if !asked.career.is_empty() {
        let other = Asked { career: String::new(), ..asked.clone() };
        found.push((results.counts.without_career(), "The career".to_owned(), other));
    }
    for facet in Facet::ALL.into_iter().filter(|facet| !asked.filters.is_open(*facet)) {
        let mut other = asked.clone();
        other.filters.clear(facet);
        found.push((results.counts.without_facet(facet), form::legend(facet).to_owned(), other));
    }
    found.retain(|(count, _, _)| *count > 0);
    found.sort_by_key(|(count, _, _)| std::cmp::Reverse(*count));
    found
        .into_iter()
        .map(|(count, filter, other)| Loosened {
            filter,
            href: other.on_page(1).address(companies),
            count: if count == 1 { "1 company".to_owned() } else { format!("{} companies", counted(count)) },
        })
        .collect()
}
