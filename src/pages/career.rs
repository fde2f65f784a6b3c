//! `/careers/{slug}`: one career; and for a name of several occupations the list of them.

use std::sync::Arc;

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;
use serde::Deserialize;

use crate::domain::{self, Career, Cell, Name, NameKind, OccupationSummary, Slug, Text};
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::{Crumb, Head, Heading};
use crate::pages::within::Within;
use crate::site::Site;
use crate::store::Lookup;
use crate::view::charts::Chart;
use crate::view::citations::{Citation, Citations};
use crate::view::company::Seeker;
use crate::view::format::{Count, Usd, UsdCents};
use crate::view::moves::Shown;
use crate::view::sections::{self, Section};
use crate::view::sentences;
use crate::view::takes::{Takes, takes};

/// Job titles shown on an occupation's page.
const TITLES_SHOWN: usize = 40;

/// Companies that are named.
const SEEKERS_SHOWN: i64 = 8;

/// What is asked of the page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default, rename = "in")]
    within: String,
}

/// The page of a career.
#[derive(Template)]
#[template(path = "pages/career.html")]
pub struct CareerPage {
    head: Head,
    /// The groups around its occupation.
    trail: Vec<Crumb>,
    heading: Heading,
    /// The same, as the one column of every table.
    headings: [Heading; 1],
    soc_code: String,
    introduction: Vec<String>,
    text: Option<Arc<Text>>,
    text_inherited: bool,
    overview: Option<Section>,
    /// The form that chooses a place.
    chooser: String,
    /// Pay in the chosen place, and the place's page.
    here: Option<(Section, String)>,
    /// The chosen place's slug.
    place: Option<String>,
    /// What keeps the place on links: "?in=wa", or nothing.
    query: String,
    sections: Vec<Section>,
    takes: Takes,
    next: Vec<Shown>,
    before: Vec<Shown>,
    /// The companies that filed most for its occupation.
    seekers: Vec<Seeker>,
    related: Vec<Listed>,
    /// The slug that each related career can be compared with.
    against: Option<String>,
    titles: Vec<(String, String)>,
    titles_more: usize,
    citations: Vec<Citation>,
}

/// The page of a name that several occupations share.
#[derive(Template)]
#[template(path = "pages/shared_name.html")]
pub struct SharedName {
    head: Head,
    name: String,
    slug: String,
    occupations: Vec<Listed>,
    against: Option<String>,
    query: String,
    citations: Vec<Citation>,
}

/// An occupation in a list, with its jobs and pay in words.
pub struct Listed {
    /// Its title.
    pub title: String,
    /// Last part of its address.
    pub slug: String,
    /// "3,379,720", or why there is none.
    pub jobs: String,
    /// "$97,550 a year", or why there is none.
    pub pay: String,
}

impl Listed {
    fn new(occupation: OccupationSummary) -> Self {
        let none = || "not published".to_owned();
        let pay = match (occupation.wage_annual_median_usd, occupation.wage_hourly_median_usd) {
            (Cell::Number(usd), _) => format!("{} a year", Usd(usd)),
            (Cell::AtLeast(usd), _) => format!("{} a year or more", Usd(usd)),
            (_, Cell::Number(usd)) => format!("{} an hour", UsdCents(usd)),
            _ => none(),
        };
        let jobs = occupation.employment.number().map_or_else(none, |jobs| Count(jobs).to_string());
        Self { title: occupation.title, slug: occupation.slug, jobs, pay }
    }
}

/// Shows what stands at the address, follows another spelling, or names the nearest.
pub async fn show(
    path: web::Path<String>,
    asked: web::Query<Asked>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let slug = Slug::from_name(&path).map_err(|_| Error::no_such_page())?;
    match site.store.lookup(&slug)? {
        Lookup::Found(name) if name.slug != *path => Ok(moved(&name.slug, &request)),
        Lookup::Found(name) if name.kind == NameKind::Shared => {
            Ok(Page::new(shared_name(&site, &name)?).respond_to(&request))
        }
        Lookup::Found(name) => {
            let within = Within::read(&site, Some(&asked.within));
            Ok(within.page(career(&site, *name, &within)?).respond_to(&request))
        }
        Lookup::Moved(slug) => Ok(moved(&slug, &request)),
        Lookup::Unknown => {
            let words = slug.as_str().replace('-', " ");
            let nearest = site.store.nearest(&words, 6)?.into_iter().map(|near| Link {
                href: format!("/careers/{}", near.slug),
                name: near.name,
                note: String::new(),
            });
            Err(Error::NotFound { what: format!("career called “{words}”"), nearest: nearest.collect() })
        }
    }
}

fn moved(slug: &str, request: &HttpRequest) -> HttpResponse {
    let mark = if request.query_string().is_empty() { "" } else { "?" };
    Answer::<CareerPage>::Moved(format!("/careers/{slug}{mark}{}", request.query_string()))
        .respond_to(request)
}

fn career(site: &Site, name: Name, within: &Within) -> Result<CareerPage, Error> {
    let related = site.store.related(&name)?.into_iter().map(Listed::new).collect();
    let (titles, count) = site.store.titles(name.occupation.id, TITLES_SHOWN)?;
    let career = site.store.career(name)?;
    let mut citations = Citations::keeping(&site.loaded.provenance, &site.cells);
    let mut sections = sections::of_career(&career, &mut citations).into_iter();
    let overview = sections.next();
    let mut sections: Vec<Section> = sections.collect();
    let pays = site.store.pay_of_career(&career.name.occupation.soc_code)?;
    let across = sections::across(&pays, site.loaded.places.all(), &mut citations);
    let after_pay = sections.iter().position(|section| section.id == "salary").map_or(0, |place| place + 1);
    sections.insert(after_pay, across);
    let here = within.pay_of(site, std::slice::from_ref(&career), &mut citations)?;
    let introduction = sentences::introduction(std::slice::from_ref(&career));
    let takes = takes(&career, &site.store.traits(&career.name.occupation.soc_code)?, &mut citations);
    let (next, before) = moves(site, &career, &mut citations)?;
    let seekers = seekers(site, &career, &mut citations)?;
    let path = format!("/careers/{}", career.name.slug);
    citations.cite("onet_related", "rank", "Related careers");
    citations.cite("titles", "title", "Job titles");
    Ok(CareerPage {
        head: head(site, &career, &introduction),
        trail: Crumb::trail(&site.loaded.professions.trail_of_occupation(&career.name.occupation.soc_code)),
        heading: Heading::new(0, &career),
        headings: [Heading::new(0, &career)],
        soc_code: career.name.occupation.soc_code.clone(),
        introduction,
        text_inherited: career.text_inherited && career.name.kind != NameKind::Occupation,
        overview,
        chooser: within.chooser(&path, &[]).render().map_err(Error::internal)?,
        here,
        place: within.place().map(|place| place.slug.clone()),
        query: within.link(""),
        sections,
        takes,
        next,
        before,
        seekers,
        related,
        against: Some(career.name.slug.clone()),
        titles_more: count.saturating_sub(titles.len()),
        titles,
        citations: citations.into_list(),
        text: career.text,
    })
}

/// Realistic next careers, and where people could come from.
fn moves(site: &Site, career: &Career, citations: &mut Citations) -> Result<(Vec<Shown>, Vec<Shown>), Error> {
    let Name { slug, occupation, .. } = &career.name;
    let neighbors = site.store.neighbors(&occupation.soc_code)?;
    let (onward, before) = domain::moves::moves(&site.loaded.catalog, &occupation.soc_code, &neighbors);
    for (table, column) in [
        ("onet_skills", "importance"),
        ("onet_knowledge", "importance"),
        ("oews_national", "wage_annual_median_usd"),
        ("entry_requirements", "typical_education"),
    ] {
        citations.cite(table, column, "Next careers");
    }
    Ok((
        onward.iter().map(|found| Shown::onward(found, slug)).collect(),
        before.iter().map(|found| Shown::before(found, slug)).collect(),
    ))
}

/// Nothing for a title: they are those of its occupation.
fn seekers(site: &Site, career: &Career, citations: &mut Citations) -> Result<Vec<Seeker>, Error> {
    if career.name.kind != NameKind::Occupation {
        return Ok(Vec::new());
    }
    let found = site.store.seeking(&career.name.occupation.soc_code, SEEKERS_SHOWN)?;
    if !found.is_empty() {
        citations.cite("lca_filer_occupations", "filings", "Companies that file for it");
        citations.cite("lca_filer_occupations", "wage_annual_median_usd", "Companies that file for it");
    }
    Ok(found.into_iter().map(Seeker::new).collect())
}

/// A title without figures or a text of its own says nothing that its occupation does not.
fn head(site: &Site, career: &Career, introduction: &[String]) -> Head {
    let name = &career.name;
    let stands_for_itself =
        name.kind == NameKind::Occupation || !career.own.is_empty() || !career.text_inherited;
    let slug = if stands_for_itself { &name.slug } else { &name.occupation.slug };
    let title = format!("{}: pay, outlook, education, skills", name.name);
    let description = match &career.text {
        Some(text) => text.summary.clone(),
        None => introduction.join(" "),
    };
    Head { noindex: !stands_for_itself, ..Head::new(site, &format!("/careers/{slug}"), title, description) }
}

fn shared_name(site: &Site, name: &Name) -> Result<SharedName, Error> {
    let occupations: Vec<Listed> = site.store.occupations_of(name)?.into_iter().map(Listed::new).collect();
    let mut citations = Citations::new(&site.loaded.provenance);
    citations.cite("oews_national", "employment", "Jobs and pay");
    let description = format!(
        "{} is a name of {} occupations. Their jobs and pay, side by side.",
        name.name,
        occupations.len()
    );
    let path = format!("/careers/{}", name.slug);
    Ok(SharedName {
        head: Head { noindex: true, ..Head::new(site, &path, name.name.clone(), description) },
        name: name.name.clone(),
        slug: name.slug.clone(),
        occupations,
        against: None,
        query: String::new(),
        citations: citations.into_list(),
    })
}
