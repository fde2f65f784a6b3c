//! `?in=`: the place that a page is put in, and the form that chooses it.

use askama::Template;

use crate::domain::{Career, Place};
use crate::http::{CachePolicy, Error, Page};
use crate::site::Site;
use crate::view::citations::Citations;
use crate::view::sections::{self, Section};

/// Near matches that are offered.
const NEAR: usize = 6;
/// Letters of a text that are shown again.
const SHOWN: usize = 80;

/// What the parameter `in` of an address says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Within {
    place: Option<Place>,
    /// As it was typed, for the form.
    text: String,
    problem: Option<String>,
    near: Vec<Near>,
}

/// A place that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// "Eastern Washington"
    pub name: String,
    /// Last part of its address.
    pub slug: String,
}

impl Within {
    /// Reads the parameter: no place, a place, or a text that is no single place.
    #[must_use]
    pub fn read(site: &Site, asked: Option<&str>) -> Self {
        let text: String = asked.unwrap_or_default().chars().filter(|letter| !letter.is_control()).collect();
        let text = text.trim();
        if text.is_empty() {
            return Self::default();
        }
        let places = &site.loaded.places;
        if let Some(place) = places.meant(text) {
            return Self { text: place.name.clone(), place: Some(place.clone()), ..Self::default() };
        }
        let near: Vec<Near> = places
            .near(text, NEAR)
            .into_iter()
            .map(|place| Near { name: place.name.clone(), slug: place.slug.clone() })
            .collect();
        let text: String = text.chars().take(SHOWN).collect();
        let problem = if near.is_empty() {
            format!("There is no place called “{text}” here: try a state, a large city or an area's name.")
        } else {
            format!("“{text}” fits several places. Which one?")
        };
        Self { place: None, text, problem: Some(problem), near }
    }

    /// The place, where one is chosen.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Why the text is no place, in one sentence.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Places that may have been meant.
    #[must_use]
    pub fn near(&self) -> &[Near] {
        &self.near
    }

    /// An address of this site, in the chosen place: `/careers/nurses#pay` becomes `/careers/nurses?in=wa#pay`.
    #[must_use]
    pub fn link(&self, href: &str) -> String {
        match &self.place {
            Some(place) => with_parameters(href, &[("in", &place.slug)]),
            None => href.to_owned(),
        }
    }

    /// The careers' pay in the place, with the address of its page.
    pub fn pay_of(
        &self,
        site: &Site,
        careers: &[Career],
        citations: &mut Citations,
    ) -> Result<Option<(Section, String)>, Error> {
        let Some(place) = &self.place else { return Ok(None) };
        let pays = careers
            .iter()
            .map(|career| site.store.pay_there(&career.name.occupation.soc_code, place))
            .collect::<Result<Vec<_>, _>>()?;
        let section = sections::in_place(place, careers, &pays, citations);
        Ok(Some((section, format!("/places/{}", place.slug))))
    }

    /// A page that everybody may ask for in the same words is kept; one with a reader's own text is not.
    pub fn page<T: Template>(&self, template: T) -> Page<T> {
        let page = Page::new(template);
        if self.problem.is_some() { page.with_policy(CachePolicy::Validated) } else { page }
    }

    /// The chosen place, with a link to take it away, and the form that chooses another. `path` is the page's own
    /// address without a query, `kept` the other parameters that it keeps.
    #[must_use]
    pub fn chooser<'p>(&'p self, path: &'p str, kept: &'p [(&'static str, String)]) -> Chooser<'p> {
        Chooser { within: self, path, kept }
    }
}

/// The component.
#[derive(Template)]
#[template(path = "components/within.html")]
pub struct Chooser<'p> {
    within: &'p Within,
    path: &'p str,
    kept: &'p [(&'static str, String)],
}

impl Chooser<'_> {
    /// The page without a place.
    fn without(&self) -> String {
        let kept: Vec<(&str, &str)> = self.kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        with_parameters(self.path, &kept)
    }

    /// The page in another place.
    fn of(&self, near: &Near) -> String {
        with_parameters(&self.without(), &[("in", &near.slug)])
    }
}

/// An address with further parameters, before its anchor. Names and values are words that need no escaping.
#[must_use]
pub fn with_parameters(href: &str, parameters: &[(&str, &str)]) -> String {
    let (address, anchor) = href.find('#').map_or((href, ""), |at| href.split_at(at));
    let mut address = address.to_owned();
    for (name, value) in parameters {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(value);
    }
    address + anchor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_stand_before_the_anchor() {
        assert_eq!(with_parameters("/a", &[]), "/a");
        assert_eq!(with_parameters("/a#b", &[("in", "wa")]), "/a?in=wa#b");
        assert_eq!(with_parameters("/a?x=1", &[("in", "wa"), ("sort", "pay")]), "/a?x=1&in=wa&sort=pay");
    }
}
