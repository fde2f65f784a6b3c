//! `/places/{slug}`: one place.

use actix_web::web;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::domain::{AreaType, Place};
use crate::http::{Answer, Error, Link, Page};
use crate::pages::layout::Head;
use crate::pages::places::{Listed, areas_of};
use crate::site::Site;
use crate::view::citations::{Citation, Citations};
use crate::view::facts::Fact;
use crate::view::place::{self, List};

/// The page.
#[derive(Template)]
#[template(path = "pages/place.html")]
pub struct PlacePage {
    head: Head,
    name: String,
    kind: String,
    /// The states that an area lies in.
    states: Vec<Listed>,
    facts: Vec<Fact>,
    lists: Vec<List>,
    /// Of a state.
    metropolitan: Vec<Listed>,
    nonmetropolitan: Vec<Listed>,
    citations: Vec<Citation>,
}

/// Shows the place at the address, follows another spelling, or names the nearest.
pub async fn show(
    path: web::Path<String>,
    site: web::Data<Site>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let places = &site.loaded.places;
    if let Some(place) = places.by_slug(&path) {
        return Ok(Page::new(page(&site, place)?).respond_to(&request));
    }
    let words: String = path.chars().filter(|letter| !letter.is_control()).take(80).collect();
    let words = words.replace('-', " ");
    if let Some(place) = places.meant(&words) {
        let address = format!("/places/{}", place.slug);
        return Ok(Answer::<PlacePage>::Moved(address).respond_to(&request));
    }
    let nearest = places.near(&words, 6).into_iter().map(|near| Link {
        href: format!("/places/{}", near.slug),
        name: near.name.clone(),
        note: String::new(),
    });
    Err(Error::NotFound { what: format!("place called “{words}”"), nearest: nearest.collect() })
}

fn page(site: &Site, place: &Place) -> Result<PlacePage, Error> {
    let atlas = site.store.place_atlas(place)?;
    let mut citations = Citations::new(&site.loaded.provenance);
    let facts = place::facts(place, &atlas, &mut citations);
    let lists = place::lists(place, &atlas, &mut citations);
    let places = site.loaded.places.all();
    let is_state = matches!(place.area_type, AreaType::State | AreaType::Territory);
    let of_state = |area_type| if is_state { areas_of(places, place, area_type) } else { Vec::new() };
    Ok(PlacePage {
        head: head(site, place),
        kind: kind(place).to_owned(),
        states: if is_state { Vec::new() } else { states_of(places, place) },
        metropolitan: of_state(AreaType::Metropolitan),
        nonmetropolitan: of_state(AreaType::Nonmetropolitan),
        name: place.name.clone(),
        facts,
        lists,
        citations: citations.into_list(),
    })
}

fn states_of(places: &[Place], place: &Place) -> Vec<Listed> {
    let is_one = |other: &&Place| {
        matches!(other.area_type, AreaType::State | AreaType::Territory)
            && other.states.first().is_some_and(|state| place.states.contains(state))
    };
    places.iter().filter(is_one).map(Listed::new).collect()
}

fn kind(place: &Place) -> &'static str {
    match place.area_type {
        AreaType::Metropolitan => {
            "A metropolitan area: a large city with the counties around it whose people work there."
        }
        AreaType::Nonmetropolitan => {
            "A part of its state outside the metropolitan areas, as the wage survey groups counties."
        }
        AreaType::Territory => "A territory of the United States.",
        AreaType::State if place.slug == "dc" => {
            "The federal district, which the statistics count as a state."
        }
        _ => "A state of the United States.",
    }
}

fn head(site: &Site, place: &Place) -> Head {
    let path = format!("/places/{}", place.slug);
    let title = format!("{}: careers, pay, prices and minimum wage", place.name);
    let what = if place.has_distributions() {
        "The largest, best paid and most concentrated careers"
    } else {
        "The best paid careers"
    };
    let description = format!("{what} {}, with the price level and the minimum wage.", place.phrase());
    Head::new(site, &path, title, description)
}
