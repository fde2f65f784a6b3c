//! `/places`: every place by its state, and a search by name.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::domain::{AreaType, Place};
use crate::http::{Answer, CachePolicy, Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;

/// Places that a search lists.
const FOUND: usize = 40;
/// Letters of a search that are shown again.
const SHOWN: usize = 80;

/// The field of the form.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// A place in a list.
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its address.
    pub href: String,
}

impl Listed {
    /// A place as a link.
    #[must_use]
    pub fn new(place: &Place) -> Self {
        Self { name: place.name.clone(), href: format!("/places/{}", place.slug) }
    }
}

/// A state with its areas.
struct State {
    place: Listed,
    metropolitan: Vec<Listed>,
    nonmetropolitan: Vec<Listed>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/places.html")]
pub struct Places {
    head: Head,
    query: String,
    found: Vec<Listed>,
    states: Vec<State>,
}

/// Shows the list, what fits a name, or leads to the one place that is meant.
pub async fn show(asked: web::Query<Asked>, site: web::Data<Site>) -> Result<Answer<Places>, Error> {
    let query: String = asked.q.chars().filter(|letter| !letter.is_control()).collect();
    let query = query.trim();
    let places = &site.loaded.places;
    if let Some(place) = places.meant(query) {
        return Ok(Answer::Moved(format!("/places/{}", place.slug)));
    }
    let title = "Places";
    let description = "Every state, metropolitan area and nonmetropolitan area: prices, minimum wage, and the careers that are largest, best paid and most concentrated there.";
    let head = Head::new(&site, "/places", title, description);
    let page = Page::new(Places {
        head: Head { noindex: !query.is_empty(), ..head },
        found: places.near(query, FOUND).into_iter().map(Listed::new).collect(),
        states: states(places.all()),
        query: query.chars().take(SHOWN).collect(),
    });
    let policy = if query.is_empty() { CachePolicy::Shared } else { CachePolicy::Validated };
    Ok(page.with_policy(policy).into())
}

/// The areas of a state: metropolitan ones with a county in it, and those outside them.
#[must_use]
pub fn areas_of(places: &[Place], state: &Place, area_type: AreaType) -> Vec<Listed> {
    let inside = |place: &&Place| {
        place.area_type == area_type && state.states.first().is_some_and(|own| place.states.contains(own))
    };
    places.iter().filter(inside).map(Listed::new).collect()
}

fn states(places: &[Place]) -> Vec<State> {
    places
        .iter()
        .filter(|place| matches!(place.area_type, AreaType::State | AreaType::Territory))
        .map(|place| State {
            place: Listed::new(place),
            metropolitan: areas_of(places, place, AreaType::Metropolitan),
            nonmetropolitan: areas_of(places, place, AreaType::Nonmetropolitan),
        })
        .collect()
}
