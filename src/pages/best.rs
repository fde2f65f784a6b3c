//! `/companies/best`: companies by four measures and the reader's weights. Its address is its whole state.

mod file;
mod form;

use actix_web::web;
use askama::Template;

use crate::domain::Companies;
use crate::domain::company::{BestAsked, Criterion, Facet, Measure, Ranked, Ranking};
use crate::http::{CachePolicy, Error, Page};
use crate::pages::companies::{Career, about};
use crate::pages::explore::{Link, counted};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::company::best;
use crate::view::format::list;
pub use file::download;
use form::Form;

/// Companies on a page.
const SHOWN: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "pages/best.html")]
pub struct Best {
    head: Head,
    heading: String,
    /// "312 of 1,432 ranked companies."
    said: String,
    form: Form,
    measures: Vec<MeasureHead>,
    rows: Vec<Row>,
    unranked: Vec<Unranked>,
    /// Whether the list is of those that cannot be ranked.
    lists_unranked: bool,
    /// The other list, and how many it has; nothing where the weights cannot be used.
    other: Option<(String, String)>,
    /// The table as a file, where there is one.
    file: Option<String>,
    pages: Vec<Link>,
    previous: Option<String>,
    next: Option<String>,
    /// Without what narrows it, where something does.
    opened: Option<String>,
    sectors: Vec<Link>,
    states: Vec<Link>,
    /// The careers that most companies file for.
    sought: Vec<Link>,
    citations: Vec<Citation>,
}

/// A measure: what it is, and how many of the ranked companies have it.
struct MeasureHead {
    label: &'static str,
    note: &'static str,
    weight: u32,
    coverage: String,
    source: Option<Mark>,
}

/// A company of the ranking.
struct Row {
    /// "12", or "=12" where others share it.
    rank: String,
    /// "34 of all", where a filter is in use.
    rank_of_all: Option<String>,
    name: String,
    href: String,
    about: String,
    total: String,
    cells: Vec<Cell>,
}

/// A figure and its points.
struct Cell {
    label: &'static str,
    figure: String,
    points: Option<String>,
}

/// A company that cannot be ranked, and why.
struct Unranked {
    name: String,
    href: String,
    about: String,
    why: String,
}

/// Shows the ranking that the address asks for. Weights that cannot be used give the form back and no ranking.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Page<Best>, Error> {
    let companies = &site.loaded.companies;
    let mut asked = BestAsked::parse(&pairs, companies);
    let career = Career::read(&site, &mut asked.filters)?;
    let ranking = companies.ranking(&asked, career.hiring.as_ref());
    let listed = if asked.unranked { ranking.unranked.len() } else { ranking.ranked.len() };
    let last = listed.div_ceil(SHOWN).max(1);
    if asked.filters.page > last {
        asked.filters.problem("page", format!("The list ends with page {last}. This is it."));
        asked.filters.page = last;
    }
    let policy = if is_listed(&asked, companies) { CachePolicy::Shared } else { CachePolicy::Validated };
    Ok(Page::new(page(&site, &asked, &career, &ranking, last)).with_policy(policy))
}

fn page(site: &Site, asked: &BestAsked, career: &Career, ranking: &Ranking, last: usize) -> Best {
    let companies = &site.loaded.companies;
    let mut citations = Citations::new(&site.loaded.provenance);
    let heading = heading(asked, career, companies);
    let number = asked.filters.page;
    let at = |number: usize| asked.clone().on_page(number).address(BestAsked::PATH, companies);
    let pages =
        (1..=last).map(|page| Link { name: page.to_string(), href: at(page), current: page == number });
    let skipped = (number - 1) * SHOWN;
    let is_open = asked.filters.is_open();
    let rows = ranking.ranked.iter().filter(|_| !asked.unranked && asked.is_weighed());
    let unranked = ranking.unranked.iter().filter(|_| asked.unranked && asked.is_weighed());
    let title = if number > 1 { format!("{heading}, page {number}") } else { heading.clone() };
    let description = "Companies by what they offer over the prevailing wage, what they pay, how many occupations they seek and what they earn, with weights that you can change and a file to recompute it.";
    let head = Head::new(site, &at(number), title, description).in_section("best");
    Best {
        head: Head { noindex: !is_listed(asked, companies), ..head },
        said: said(asked, ranking),
        form: Form::new(asked, career, companies),
        measures: measures(asked, companies, &mut citations),
        rows: rows.skip(skipped).take(SHOWN).filter_map(|ranked| row(ranked, is_open, companies)).collect(),
        unranked: unranked
            .skip(skipped)
            .take(SHOWN)
            .filter_map(|place| unranked_row(*place, companies))
            .collect(),
        lists_unranked: asked.unranked,
        other: asked.is_weighed().then(|| other(asked, ranking, companies)),
        file: (asked.is_weighed() && !asked.unranked)
            .then(|| asked.clone().on_page(1).address("/companies/best.csv", companies)),
        previous: (number > 1).then(|| at(number - 1)),
        next: (number < last).then(|| at(number + 1)),
        pages: if last > 1 && asked.is_weighed() { pages.collect() } else { Vec::new() },
        opened: (!asked.is_usual()).then(|| BestAsked::PATH.to_owned()),
        sectors: form::choices(Facet::Sector, companies),
        states: form::choices(Facet::Work, companies),
        sought: sought(site, companies),
        citations: citations.into_list(),
        heading,
    }
}

fn measures(asked: &BestAsked, companies: &Companies, citations: &mut Citations) -> Vec<MeasureHead> {
    let counts = Criterion::ALL.into_iter().zip(companies.coverage()).zip(asked.weights.0);
    counts
        .map(|((criterion, coverage), weight)| MeasureHead {
            label: best::label(criterion),
            note: best::explanation(criterion),
            weight,
            coverage: counted(coverage),
            source: best::cite(criterion, citations),
        })
        .collect()
}

fn row(ranked: &Ranked, is_open: bool, companies: &Companies) -> Option<Row> {
    let company = companies.at(ranked.standing.company)?;
    let cell = |criterion: Criterion| Cell {
        label: best::label(criterion),
        figure: ranked.standing.figure(criterion).map_or_else(
            || best::why_missing(criterion).to_owned(),
            |figure| best::figure(criterion, figure),
        ),
        points: ranked.standing.points_of(criterion).map(|points| format!("{points:.1}")),
    };
    let rank = counted(ranked.rank);
    Some(Row {
        rank: if ranked.tied { format!("={rank}") } else { rank },
        rank_of_all: (!is_open).then(|| format!("{} of all", counted(ranked.rank_of_all))),
        name: company.name.clone(),
        href: company.href(),
        about: about(company, companies),
        total: format!("{:.1}", ranked.total),
        cells: Criterion::ALL.map(cell).into(),
    })
}

/// Why a company is not ranked: what it lacks of the first three measures, or that it has none of those that count.
fn unranked_row(place: usize, companies: &Companies) -> Option<Unranked> {
    let company = companies.at(place)?;
    let needed = [
        (Criterion::Offer, Measure::Offer),
        (Criterion::WorkerPay, Measure::WorkerPay),
        (Criterion::Breadth, Measure::Occupations),
    ];
    let lacking = needed.into_iter().filter(|(_, measure)| measure.of(company).is_none());
    let lacking: Vec<String> =
        lacking.map(|(criterion, _)| best::why_missing(criterion).to_lowercase()).collect();
    Some(Unranked {
        name: company.name.clone(),
        href: company.href(),
        about: about(company, companies),
        why: if companies.standing(place).is_some() {
            "It has none of the measures that count.".to_owned()
        } else {
            format!("It has {}.", list(&lacking))
        },
    })
}

/// "312 of 1,432 ranked companies."
fn said(asked: &BestAsked, ranking: &Ranking) -> String {
    let (ranked, unranked) = (counted(ranking.ranked.len()), counted(ranking.unranked.len()));
    let all = counted(ranking.all);
    if !asked.is_weighed() {
        return "There is no ranking by these weights: what is wrong stands beside them.".to_owned();
    }
    if asked.unranked {
        return format!(
            "{unranked} companies are not ranked: most have fewer than two of the first three measures."
        );
    }
    let left = if asked.filters.is_open() {
        format!("{all} companies are ranked.")
    } else {
        format!("{ranked} of {all} ranked companies are left by the filters.")
    };
    format!("{left} {unranked} more are not ranked.")
}

/// The link to the list that is not shown.
fn other(asked: &BestAsked, ranking: &Ranking, companies: &Companies) -> (String, String) {
    let other = BestAsked { unranked: !asked.unranked, ..asked.clone() }.on_page(1);
    let words = if asked.unranked {
        format!("The {} that are ranked", counted(ranking.ranked.len()))
    } else {
        format!("The {} that are not ranked, each with the reason", counted(ranking.unranked.len()))
    };
    (other.address(BestAsked::PATH, companies), words)
}

fn sought(site: &Site, companies: &Companies) -> Vec<Link> {
    let links = site.loaded.sought.iter().map(|(slug, title)| {
        let mut asked = BestAsked::parse(&[], companies);
        asked.filters.career.clone_from(slug);
        Link { name: title.clone(), href: asked.address(BestAsked::PATH, companies), current: false }
    });
    links.collect()
}

/// Whether search engines should list the page: the whole ranking, a sector, a state or a career, by the usual weights.
fn is_listed(asked: &BestAsked, companies: &Companies) -> bool {
    let address = asked.clone().on_page(1).address(BestAsked::PATH, companies);
    let alone = ["?sector=", "?work=", "?career="].iter().any(|field| {
        let rest = address.strip_prefix(BestAsked::PATH).and_then(|rest| rest.strip_prefix(field));
        rest.is_some_and(|choice| !choice.contains('&'))
    });
    asked.filters.problems.is_empty() && (address == BestAsked::PATH || alone)
}

/// Every address of the ranking that stands for itself: for the sitemap.
#[must_use]
pub fn listed_addresses(site: &Site) -> Vec<String> {
    let companies = &site.loaded.companies;
    let links = [Facet::Sector, Facet::Work].into_iter().flat_map(|facet| form::choices(facet, companies));
    let links = links.chain(sought(site, companies)).map(|link| link.href);
    std::iter::once(BestAsked::PATH.to_owned()).chain(links).collect()
}

/// "Best companies in Retail Trade for Registered Nurses"
fn heading(asked: &BestAsked, career: &Career, companies: &Companies) -> String {
    let mut heading = "Best companies".to_owned();
    for facet in [Facet::Sector, Facet::Work] {
        let choices = companies.choices(facet).iter().enumerate();
        let taken: Vec<String> = choices
            .filter(|(place, _)| asked.filters.filters.has(facet, *place))
            .map(|(_, choice)| choice.label.clone())
            .collect();
        if !taken.is_empty() {
            heading.push_str(" in ");
            heading.push_str(&list(&taken));
        }
    }
    if let Some(name) = &career.name {
        heading.push_str(" for ");
        heading.push_str(name);
    }
    heading
}
