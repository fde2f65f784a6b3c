//! `/careers`: all occupations in one list that is filtered, sorted and compared. Its address is its whole state.

mod form;
mod links;
mod place;

use std::fmt::Write as _;

use actix_web::web;
use askama::Template;

use crate::domain::Place;
use crate::domain::catalog::{Asked, Column, LocalPay, Results, View};
use crate::http::{CachePolicy, Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::store::search::Query;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::format::Count;
use crate::view::listing::{self, Shown};
use form::Form;
pub use form::{Choice, counted};
use links::Pager;
pub use links::{Counted, Link, Loosened, direction, listed_addresses, ready};

/// Careers on a page.
const SHOWN: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "pages/explore.html")]
pub struct Explore {
    head: Head,
    heading: String,
    lede: &'static str,
    /// "123 of 832 careers, by median pay, highest first."
    said: String,
    form: Form,
    ready: Vec<Link>,
    letters: Vec<Counted>,
    groups: Vec<Counted>,
    columns: Vec<ColumnHead>,
    rows: Vec<ListRow>,
    /// The slug of the place that links to careers keep.
    place: Option<String>,
    pager: Pager,
    loosened: Vec<Loosened>,
    /// The list without what narrows it, where something does.
    opened: Option<String>,
    citations: Vec<Citation>,
}

/// The heading of a column: a link that sorts by it.
struct ColumnHead {
    label: &'static str,
    note: String,
    href: String,
    /// "ascending" or "descending" where the list is sorted by it.
    sorted: Option<&'static str>,
    source: Option<Mark>,
}

/// A career of the list.
struct ListRow {
    title: String,
    slug: String,
    summary: Option<String>,
    /// Label and value of each column.
    cells: Vec<(&'static str, Shown)>,
}

/// Shows the list that the address asks for.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Page<Explore>, Error> {
    let mut asked = Asked::parse(&pairs, &site.loaded.catalog);
    let typed = asked.place.clone();
    let (place, near) = place::meant(&site, &mut asked);
    let view = view(&site, &asked, place)?;
    let (column, order) = asked.sorted_by();
    let results = view.results(&asked.filters, column, order);
    let pager = Pager::new(&mut asked, results.rows.len(), &site.loaded.catalog);
    let usual = links::is_listed(&asked, &site.loaded.catalog);
    let explore = explore(&site, &asked, &view, &results, place, pager);
    let form = Form::new(&asked, &results, place, typed, near, &site.loaded.catalog);
    // What hardly anybody else asks for takes no room among the kept pages.
    let policy = if usual { CachePolicy::Shared } else { CachePolicy::Validated };
    Ok(Page::new(Explore { form, ..explore }).with_policy(policy))
}

/// The catalog with the words and the place of this request.
fn view<'c>(site: &'c Site, asked: &Asked, place: Option<&Place>) -> Result<View<'c>, Error> {
    let mut view = View::new(&site.loaded.catalog);
    if !asked.words.is_empty() {
        let query = Query::parse(&asked.words);
        let named = site.store.occupations_named(&query)?;
        view = view.named(|listing| named.contains(&listing.id) || query.is_code_of(&listing.soc_code));
    }
    if let Some(place) = place {
        let pay = site.store.pay_in_place(place)?;
        view = view.in_place(|listing| LocalPay::there(pay.get(&listing.soc_code), place, &listing.pay));
    }
    Ok(view)
}

fn explore(
    site: &Site,
    asked: &Asked,
    view: &View,
    results: &Results,
    place: Option<&Place>,
    pager: Pager,
) -> Explore {
    let catalog = &site.loaded.catalog;
    let mut citations = Citations::new(&site.loaded.provenance);
    let columns =
        asked.columns.iter().map(|column| head(*column, asked, place, site, &mut citations)).collect();
    let first = (asked.page - 1) * SHOWN;
    let rows = results.rows.iter().skip(first).take(SHOWN);
    let rows = rows
        .filter_map(|row| view.row(*row))
        .map(|(listing, local)| ListRow {
            title: listing.title.clone(),
            slug: listing.slug.clone(),
            summary: listing.summary.clone(),
            cells: asked
                .columns
                .iter()
                .map(|column| {
                    let shown = listing::cell(*column, listing, local, place, &mut citations);
                    (listing::short_label(*column), shown)
                })
                .collect(),
        })
        .collect();
    cite_filters(&mut citations);
    let (heading, lede) = links::heading(asked, catalog);
    let head = Head::new(
        site,
        &asked.address(catalog),
        if asked.page > 1 { format!("{heading}, page {}", asked.page) } else { heading.clone() },
        lede,
    );
    let open = asked.is_open();
    Explore {
        head: Head { noindex: !links::is_listed(asked, catalog), ..head }.in_section("careers"),
        heading,
        lede,
        said: said(asked, results.rows.len(), catalog.listings().len(), place),
        form: Form::default(),
        ready: links::ready_lists(asked, catalog),
        letters: links::letters(asked, results, catalog),
        groups: if open { links::groups(asked, results, catalog) } else { Vec::new() },
        columns,
        rows,
        place: place.map(|place| place.slug.clone()),
        pager,
        loosened: if results.rows.is_empty() { links::loosened(asked, results, catalog) } else { Vec::new() },
        opened: (!open).then(|| asked.opened().address(catalog)),
        citations: citations.into_list(),
    }
}

fn head(
    column: Column,
    asked: &Asked,
    place: Option<&Place>,
    site: &Site,
    citations: &mut Citations,
) -> ColumnHead {
    let (by, order) = asked.sorted_by();
    let mut sorted = asked.clone().on_page(1);
    sorted.sort = Some(column);
    sorted.order = (by == column).then(|| order.turned());
    ColumnHead {
        label: listing::short_label(column),
        note: listing::note(column, place, citations),
        href: sorted.address(&site.loaded.catalog),
        sorted: (by == column).then(|| links::direction(order)),
        source: listing::cite(column, place, citations),
    }
}

/// The filters' counts are figures too, of columns that may not stand in the list.
fn cite_filters(citations: &mut Citations) {
    for (table, column, row) in [
        ("soc_groups", "title", "Professions"),
        ("entry_requirements", "typical_education", "Filters by education, experience and training"),
        ("projections", "employment_change_percent", "Filters by growth and openings"),
        ("acs_occupations", "home_percent", "Filter by working from home"),
        ("onet_interests", "first", "Filter by interest"),
        ("titles", "title", "Words of job titles"),
    ] {
        citations.cite(table, column, row);
    }
}

/// "123 of 832 careers, by pay, highest first."
fn said(asked: &Asked, found: usize, all: usize, place: Option<&Place>) -> String {
    let count = |number: usize| Count(u32::try_from(number).map_or(0.0, f64::from)).to_string();
    let found = if found == all {
        format!("All {}", count(all))
    } else {
        format!("{} of {}", count(found), count(all))
    };
    let (column, order) = asked.sorted_by();
    let by = listing::short_label(column).to_lowercase();
    let by = if column == Column::Name { "title".to_owned() } else { by };
    let mut said = format!("{found} careers, by {by}, {}.", links::first_of(column, order));
    if let Some(place) = place {
        let _ = write!(said, " Pay and jobs are those {}.", place.phrase());
        if !place.has_distributions() {
            said.push_str(
                " For metropolitan areas only the mean is published, of May 2024; the filters by pay use it too.",
            );
        }
    }
    said
}
