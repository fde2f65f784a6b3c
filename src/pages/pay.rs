//! `/careers/{slug}/pay`: an occupation's pay in the nation, by place and by industry, and where an amount stands.

mod asked;
mod mine;

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::domain::{Name, NameKind, Slug};
use crate::http::{Answer, CachePolicy, Error, Link, Page};
use crate::pages::layout::Head;
use crate::pages::within::Within;
use crate::site::Site;
use crate::store::Lookup;
use crate::view::citations::{Citation, Citations};
use crate::view::facts::Fact;
use crate::view::pay::areas::Areas;
use crate::view::pay::nation::{self, Point};
use crate::view::pay::tiles::Tiles;
use crate::view::pay::{PaidBy, here, industries};
use crate::view::table::Table;

pub use asked::Asked;
use asked::SortLink;
use mine::Mine;

/// The page.
#[derive(Template)]
#[template(path = "pages/pay.html")]
pub struct PayPage {
    head: Head,
    name: String,
    /// The career's own page.
    profile: String,
    /// The occupation whose figures these are, where the name is a title: title and address.
    occupation: Option<(String, String)>,
    soc_code: String,
    /// In which unit alone the pay is published, if in one.
    unit_note: Option<&'static str>,
    /// The page's own address, for its forms.
    path: String,
    chooser: String,
    /// What the form for one's own pay carries along.
    carried: Vec<(&'static str, String)>,
    chart: Option<String>,
    nation: Vec<Point>,
    here: Option<(String, String, Vec<Fact>)>,
    women_and_men: Vec<Fact>,
    change: Vec<Fact>,
    mine: Mine,
    tiles: Option<String>,
    sort_problem: Option<&'static str>,
    sorts: Vec<SortLink>,
    states: Table,
    nonmetropolitan: Table,
    metropolitan: Table,
    /// The chosen place stands in the table of this kind, which is shown open.
    open: &'static str,
    /// States without a row.
    lacking: Vec<String>,
    industries: Option<Table>,
    citations: Vec<Citation>,
}

/// Shows the page, or leads to the list of a name of several occupations.
pub async fn show(
    path: web::Path<String>,
    asked: web::Query<Asked>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let slug = Slug::from_name(&path).map_err(|_| Error::no_such_page())?;
    match site.store.lookup(&slug)? {
        Lookup::Found(name) if name.kind == NameKind::Shared => {
            Ok(moved(&format!("/careers/{}", name.slug), &request))
        }
        Lookup::Found(name) if name.slug != *path => Ok(moved(&pay_of(&name.slug, &request), &request)),
        Lookup::Found(name) => {
            let policy = asked.policy();
            Ok(Page::new(page(&site, *name, &asked)?).with_policy(policy).respond_to(&request))
        }
        Lookup::Moved(slug) => Ok(moved(&pay_of(&slug, &request), &request)),
        Lookup::Unknown => {
            let words = slug.as_str().replace('-', " ");
            let nearest = site.store.nearest(&words, 6)?.into_iter().map(|near| Link {
                href: format!("/careers/{}/pay", near.slug),
                name: near.name,
                note: String::new(),
            });
            Err(Error::NotFound { what: format!("career called “{words}”"), nearest: nearest.collect() })
        }
    }
}

/// The same page under another name, with what was asked of it.
fn pay_of(slug: &str, request: &HttpRequest) -> String {
    let query = request.query_string();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/careers/{slug}/pay{mark}{query}")
}

fn moved(address: &str, request: &HttpRequest) -> HttpResponse {
    Answer::<PayPage>::Moved(address.to_owned()).respond_to(request)
}

fn page(site: &Site, name: Name, asked: &Asked) -> Result<PayPage, Error> {
    let career = site.store.career(name)?;
    let atlas = site.store.pay_atlas(&career.name.occupation.soc_code)?;
    let within = Within::read(site, Some(&asked.within));
    let (name, pay, places) = (&career.name, &career.figures.pay, site.loaded.places.all());
    let basis = PaidBy::of(pay);
    let mut citations = Citations::new(&site.loaded.provenance);
    let chosen = within.place().map(|place| (place, atlas.areas.get(&place.area_code)));
    let (sort, order, sort_problem) = asked.sorting();
    let previous_mean_usd = nation::previous_mean(&atlas, basis);
    let areas =
        Areas { places, pay: &atlas.areas, basis, sort, order, chosen: within.place(), previous_mean_usd };
    let own_path = format!("/careers/{}/pay", name.slug);
    let mine = Mine::read(asked, places, &atlas.areas, &career, within.place());
    let chosen_slug = within.place().map(|place| ("in", place.slug.clone()));
    let kept = [asked.kept_sorting(), mine.kept()].concat();
    let range = chosen.and_then(|(place, pay)| Some((place.name.as_str(), pay?.wage_annual_percentiles_usd)));
    Ok(PayPage {
        head: head(site, name),
        chooser: within.chooser(&own_path, &kept).render().map_err(Error::internal)?,
        chart: nation::chart(&name.occupation.title, pay, range),
        nation: nation::distribution(pay, &mut citations),
        here: chosen.map(|(place, pay_here)| {
            let facts = here::facts(place, pay_here, pay, basis, &mut citations);
            (place.phrase(), format!("/places/{}", place.slug), facts)
        }),
        change: nation::change(pay, &atlas, basis, &mut citations),
        women_and_men: nation::women_and_men(&career, &mut citations),
        tiles: Tiles::new(places, &atlas.areas, basis).and_then(|tiles| tiles.render().ok()),
        sorts: asked.sort_links(&own_path, &within, &mine.kept()),
        sort_problem,
        states: areas.states(&mut citations),
        nonmetropolitan: areas.nonmetropolitan(&mut citations),
        metropolitan: areas.metropolitan(&mut citations),
        open: within.place().map_or("", |place| place.area_type.token()),
        lacking: areas.states_without_a_row(),
        industries: industries::table(&atlas.sectors, basis, &mut citations),
        carried: chosen_slug.into_iter().chain(asked.kept_sorting()).collect(),
        path: own_path,
        unit_note: basis.note(),
        profile: within.link(&format!("/careers/{}", name.slug)),
        occupation: (name.kind != NameKind::Occupation).then(|| {
            (name.occupation.title.clone(), within.link(&format!("/careers/{}/pay", name.occupation.slug)))
        }),
        soc_code: name.occupation.soc_code.clone(),
        name: name.name.clone(),
        mine,
        citations: citations.into_list(),
    })
}

/// A title's pay is its occupation's, so its page is not listed.
fn head(site: &Site, name: &Name) -> Head {
    let path = format!("/careers/{}/pay", name.occupation.slug);
    let title = format!("{}: pay by state, city and industry", name.name);
    let description = format!(
        "What {} are paid: the whole distribution, every state and area with prices and the minimum wage, industries, women and men.",
        name.occupation.title
    );
    Head { noindex: name.kind != NameKind::Occupation, ..Head::new(site, &path, title, description) }
}

impl Asked {
    /// A page that anybody may ask for is kept; one for a reader's own amount or order is not.
    fn policy(&self) -> CachePolicy {
        if self.is_plain() { CachePolicy::Shared } else { CachePolicy::Validated }
    }
}
