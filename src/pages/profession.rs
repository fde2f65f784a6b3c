//! `/professions/{slug}`: a group of the classification, and what is inside it.

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::domain::{AtAddress, Cell, GroupFigures, Listing, NameKind, Order, Profession, Slug};
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::{Crumb, Head, Heading};
use crate::pages::professions::Asked;
use crate::site::Site;
use crate::store::Lookup;
use crate::view::charts::{Chart, Scatter};
use crate::view::citations::{Citation, Citations};
use crate::view::lists::{ListSources, Listed, Sorting};
use crate::view::sections::{self, Section};

/// How the occupations can stand; the first where nothing is asked for.
const ORDERS: [Order; 4] = [Order::Jobs, Order::Pay, Order::Growth, Order::Name];
/// Occupations at each end of a group. One with no more than these has them all in its list.
const SHOWN: usize = 10;
/// Occupations named where a group has no text.
const NAMED: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "pages/profession.html")]
pub struct ProfessionPage {
    head: Head,
    trail: Vec<Crumb>,
    /// The one column of the tables of figures.
    headings: [Heading; 1],
    code: String,
    lede: String,
    /// Groups of the armed forces: title and what they gather.
    uncounted: Vec<(String, String)>,
    sections: Vec<Section>,
    /// The major group that the population survey has figures of, where this one is inside it.
    major: Option<Crumb>,
    /// Groups, and occupations of none of them; empty where there are occupations alone.
    inside: Vec<Listed>,
    inside_sources: ListSources,
    /// The largest, the best paid and the fastest growing.
    tops: Vec<(&'static str, Vec<Listed>)>,
    scatter: Option<Scatter>,
    sorting: Sorting,
    occupations: Vec<Listed>,
    sources: ListSources,
    citations: Vec<Citation>,
}

/// Shows the group, follows another name of it, or names the nearest.
pub async fn show(
    path: web::Path<String>,
    asked: web::Query<Asked>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let slug = Slug::from_name(&path).map_err(|_| Error::no_such_page())?;
    let moved = |to: String| Ok(Answer::<ProfessionPage>::Moved(to).respond_to(&request));
    match site.loaded.professions.at(&slug) {
        AtAddress::Page(group) if group.slug.as_deref() != Some(path.as_str()) => moved(group.href()),
        AtAddress::Page(group) => {
            let figures = site.store.profession(group)?;
            Ok(Page::new(view(&site, group, figures, &asked.sort)).respond_to(&request))
        }
        AtAddress::Moved(to) => moved(to),
        AtAddress::Unknown => match site.store.lookup(&slug)? {
            Lookup::Found(name) if name.kind == NameKind::Occupation => {
                moved(format!("/careers/{}", name.slug))
            }
            _ => Err(unknown(&site, &slug)),
        },
    }
}

fn unknown(site: &Site, slug: &Slug) -> Error {
    let words = slug.as_str().replace('-', " ");
    let nearest = site.loaded.professions.near(&words, 6).into_iter().map(|group| Link {
        href: group.href(),
        name: group.title.clone(),
        note: String::new(),
    });
    Error::NotFound { what: format!("group of occupations called “{words}”"), nearest: nearest.collect() }
}

fn view(site: &Site, group: &Profession, figures: GroupFigures, asked: &str) -> ProfessionPage {
    let mut citations = Citations::new(&site.loaded.provenance);
    let professions = &site.loaded.professions;
    let counted = !figures.occupations.is_empty();
    let sections =
        if counted { sections::of_profession(&group.title, &figures, &mut citations) } else { Vec::new() };
    let trail = professions.trail(group);
    let above: Vec<&Profession> = trail.iter().copied().filter(|other| *other != group).collect();
    let crumbs = Crumb::trail(&above);
    let sorting = Sorting::read(asked, &group.href(), "occupations", &ORDERS);
    let lede = lede(group, &figures.occupations);
    let inside_sources = ListSources::cite("Groups inside", &mut citations);
    let sources = ListSources::cite("Occupations inside", &mut citations);
    citations.cite("soc_groups", "title", "The groups and their names");
    let mut occupations = figures.occupations;
    let tops = tops(&occupations);
    let scatter = Scatter::new(&occupations, &figures.nation);
    sorting.order.sort(&mut occupations);
    ProfessionPage {
        head: head(site, group, &lede),
        major: above.first().map(|major| Crumb { title: major.title.clone(), href: major.href() }),
        trail: crumbs,
        headings: [Heading::of_group(group)],
        code: code(group),
        lede,
        uncounted: professions
            .merged_into(group)
            .into_iter()
            .map(|inside| (inside.title.clone(), inside.description.clone()))
            .collect(),
        sections,
        inside: inside(site, figures.groups, figures.direct),
        inside_sources,
        tops,
        scatter,
        sorting,
        occupations: occupations.iter().map(Listed::new).collect(),
        sources,
        citations: if counted { citations.into_list() } else { Vec::new() },
    }
}

fn head(site: &Site, group: &Profession, lede: &str) -> Head {
    let title = format!("{}: jobs, pay, growth", group.title);
    let description = format!("{lede} Jobs, pay and outlook of the group, and the occupations inside.");
    Head::new(site, &group.href(), title, description).in_section("professions")
}

/// "Minor group 29-1000 of the Standard Occupational Classification, with 48 occupations."
fn code(group: &Profession) -> String {
    let level = match group.level {
        crate::domain::GroupLevel::Major => "Major",
        crate::domain::GroupLevel::Minor => "Minor",
        crate::domain::GroupLevel::Broad => "Broad",
    };
    let inside = match group.occupations {
        0 => String::new(),
        1 => ", with one occupation".to_owned(),
        count => format!(", with {count} occupations"),
    };
    format!("{level} group {} of the Standard Occupational Classification{inside}.", group.soc_code)
}

/// Our text; of a broad group, which has none, what is inside it.
fn lede(group: &Profession, occupations: &[Listing]) -> String {
    if !group.description.is_empty() {
        return group.description.clone();
    }
    let mut titles: Vec<String> =
        occupations.iter().take(NAMED).map(|occupation| occupation.title.clone()).collect();
    let more = occupations.len().saturating_sub(titles.len());
    if more > 0 {
        titles.push(format!("{more} more"));
    }
    // Titles have commas and an "and" of their own.
    format!("It gathers {}.", titles.join("; "))
}

/// What stands directly inside, in the order of the codes. A group of occupations alone has them in its list.
fn inside(site: &Site, groups: Vec<Listing>, direct: Vec<Listing>) -> Vec<Listed> {
    if groups.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<Listing> = groups.into_iter().chain(direct).collect();
    all.sort_by(|one, other| one.soc_code.cmp(&other.soc_code));
    let listed = all.iter().map(|listing| {
        let group = site.loaded.professions.by_code(&listing.soc_code);
        Listed::new(listing).with_description(group.map_or("", |group| group.description.as_str()))
    });
    listed.collect()
}

/// A figure of a list.
type Figure = fn(&Listing) -> Cell;

/// The largest, best paid and fastest growing occupations, of a group with more than are shown.
fn tops(occupations: &[Listing]) -> Vec<(&'static str, Vec<Listed>)> {
    if occupations.len() <= SHOWN {
        return Vec::new();
    }
    let known = |cell: Cell| !matches!(cell, Cell::Missing(_));
    let ends: [(&str, Order, Figure); 3] = [
        ("Most jobs", Order::Jobs, |one| one.employment),
        ("Best paid", Order::Pay, |one| one.wage_annual_median_usd),
        ("Fastest growing", Order::Growth, |one| one.employment_change_percent),
    ];
    ends.into_iter()
        .map(|(title, order, figure)| {
            let mut sorted: Vec<Listing> =
                occupations.iter().filter(|one| known(figure(one))).cloned().collect();
            order.sort(&mut sorted);
            (title, sorted.iter().take(SHOWN).map(Listed::new).collect())
        })
        .collect()
}
