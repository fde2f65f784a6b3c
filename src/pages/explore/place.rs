//! The place that an address means.

use crate::domain::Place;
use crate::domain::catalog::Asked;
use crate::pages::explore::links::Link;
use crate::site::Site;

/// Places that are offered where none or several are meant.
const OFFERED: usize = 6;

/// The place; where nothing or no single one is meant, the nearest, and a problem at the field. The state keeps a
/// place by its address, so that all links do.
pub fn meant<'s>(site: &'s Site, asked: &mut Asked) -> (Option<&'s Place>, Vec<Link>) {
    if asked.place.is_empty() {
        return (None, Vec::new());
    }
    let text = std::mem::take(&mut asked.place);
    if let Some(place) = site.loaded.places.meant(&text) {
        asked.place.clone_from(&place.slug);
        return (Some(place), Vec::new());
    }
    let near = site.loaded.places.near(&text, OFFERED);
    let problem = if near.is_empty() {
        format!(
            "There is no place called “{text}” in the wage survey. The figures are those of the United States."
        )
    } else {
        format!("Several places are called “{text}”. The figures are those of the United States.")
    };
    asked.problem("in", problem);
    let near = near
        .into_iter()
        .map(|place| {
            let there = Asked { place: place.slug.clone(), ..asked.clone() };
            Link { name: place.name.clone(), href: there.address(&site.loaded.catalog), current: false }
        })
        .collect();
    (None, near)
}
