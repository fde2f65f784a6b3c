//! `/compare/{a}-vs-{b}`: two to four careers side by side.

use std::sync::Arc;

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::domain::{Career, ComparisonError, Name, NameKind, Slug, Text, join_comparison, parse_comparison};
use crate::http::{Answer, Error, Link};
use crate::pages::layout::{Head, Heading};
use crate::pages::within::{Within, with_parameters};
use crate::site::Site;
use crate::store::Lookup;
use crate::view::charts::{Accent, Chart};
use crate::view::citations::{Citation, Citations};
use crate::view::format::list;
use crate::view::sections::{self, Section};
use crate::view::sentences;
use crate::view::way::{Way, ways};
use crate::view::work::{SharedWork, shared_work};

/// The page.
#[derive(Template)]
#[template(path = "pages/comparison.html")]
pub struct Comparison {
    head: Head,
    headings: Vec<Heading>,
    introduction: Vec<String>,
    same_occupation: Option<String>,
    texts: Vec<(Heading, Arc<Text>, bool)>,
    /// What the careers' work has in common, and what only one of them does.
    shared_work: Option<SharedWork>,
    overview: Option<Section>,
    /// The form that chooses a place.
    chooser: String,
    /// Pay in the chosen place, and the place's page.
    here: Option<(Section, String)>,
    sections: Vec<Section>,
    /// From the first career to each of the others.
    ways: Vec<Way>,
    citations: Vec<Citation>,
    controls: Controls,
}

/// What is asked of the page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default, rename = "in")]
    within: String,
}

impl Asked {
    /// What another spelling of the address keeps: the slug of the place, which needs no escaping.
    fn kept(&self) -> Vec<(&str, &str)> {
        Slug::parse(&self.within).map_or_else(|_| Vec::new(), |_| vec![("in", self.within.as_str())])
    }
}

/// Links and fields to change what is compared.
struct Controls {
    /// The comparison without each career, or the picker with the one that is left.
    without: Vec<String>,
    /// With the first two careers in the other order.
    swapped: Option<String>,
    /// Fields of the picker and the slugs in them, to keep when a career is added; none when the page is full.
    keep: Vec<(&'static str, String)>,
    /// The field for a career to add.
    next: &'static str,
    /// The full address to share.
    share: String,
}

/// Shows the comparison, or says what is wrong with the address.
pub async fn show(
    path: web::Path<String>,
    asked: web::Query<Asked>,
    site: web::Data<Site>,
) -> Result<Answer<Comparison>, Error> {
    let slugs = parse_comparison(&path).map_err(|error| refuse(&error, &path))?;
    let names = resolve(&site, &slugs)?;
    let address = join_comparison(names.iter().map(|name| name.slug.as_str()));
    if address != *path {
        return Ok(Answer::Moved(with_parameters(&format!("/compare/{address}"), &asked.kept())));
    }
    if let Some(twice) = names
        .iter()
        .enumerate()
        .find(|(place, name)| names.iter().skip(place + 1).any(|other| other.id == name.id))
    {
        return Err(named_twice(twice.1, &names));
    }
    let careers = site.store.careers(names)?;
    let within = Within::read(&site, Some(&asked.within));
    Ok(within.page(view(&site, &careers, &address, &within)?).into())
}

fn refuse(error: &ComparisonError, path: &str) -> Error {
    let first = path.split("-vs-").find_map(|side| Slug::from_name(side).ok());
    let ways_on = first.map(|slug| Link {
        name: "Choose the careers to compare".to_owned(),
        href: format!("/compare?a={slug}"),
        note: String::new(),
    });
    Error::BadRequest { message: error.to_string(), ways_on: ways_on.into_iter().collect() }
}

fn named_twice(name: &Name, names: &[Name]) -> Error {
    let mut distinct: Vec<&str> = Vec::new();
    for name in names {
        if !distinct.contains(&name.slug.as_str()) {
            distinct.push(&name.slug);
        }
    }
    let href = match distinct.as_slice() {
        [one] => format!("/compare?a={one}"),
        several => format!("/compare/{}", join_comparison(several.iter().copied())),
    };
    Error::BadRequest {
        message: format!(
            "“{}” stands in this comparison twice. Choose another career to set against it.",
            name.name
        ),
        ways_on: vec![Link { name: "Compare without the repetition".to_owned(), href, note: String::new() }],
    }
}

/// The names behind the slugs, other spellings followed; an unknown one gives the nearest names.
fn resolve(site: &Site, slugs: &[Slug]) -> Result<Vec<Name>, Error> {
    let mut names = Vec::new();
    for slug in slugs {
        let name = match site.store.lookup(slug)? {
            Lookup::Found(name) => *name,
            Lookup::Moved(to) => match Slug::parse(&to).map(|slug| site.store.lookup(&slug)) {
                Ok(Ok(Lookup::Found(name))) => *name,
                _ => return Err(unknown(site, slug, slugs)?),
            },
            Lookup::Unknown => return Err(unknown(site, slug, slugs)?),
        };
        names.push(name);
    }
    Ok(names)
}

fn unknown(site: &Site, slug: &Slug, slugs: &[Slug]) -> Result<Error, Error> {
    let near = site.store.nearest(&slug.as_str().replace('-', " "), 5)?;
    // A name that stands on another side already would be refused there.
    let others = near.into_iter().filter(|near| slugs.iter().all(|side| side.as_str() != near.slug.as_str()));
    let nearest = others.map(|near| {
        let sides = slugs.iter().map(|side| if side == slug { near.slug.as_str() } else { side.as_str() });
        Link {
            href: format!("/compare/{}", join_comparison(sides)),
            name: near.name.clone(),
            note: String::new(),
        }
    });
    Ok(Error::NotFound {
        what: format!("career called “{}”", slug.as_str().replace('-', " ")),
        nearest: nearest.collect(),
    })
}

fn view(site: &Site, careers: &[Career], address: &str, within: &Within) -> Result<Comparison, Error> {
    let mut citations = Citations::keeping(&site.loaded.provenance, &site.cells);
    let mut sections = sections::of_comparison(careers, &mut citations).into_iter();
    let overview = sections.next();
    let here = within.pay_of(site, careers, &mut citations)?;
    let path = format!("/compare/{address}");
    let names: Vec<String> = careers.iter().map(|career| career.name.name.clone()).collect();
    let introduction = sentences::introduction(careers);
    let title = format!("{}: pay, education, demographics", names.join(" vs "));
    let description = introduction.first().cloned().unwrap_or_default();
    let canonical = format!("/compare/{}", canonical(site, careers));
    Ok(Comparison {
        head: Head::new(site, &canonical, title, description).in_section("compare"),
        headings: headings(careers, within),
        introduction,
        same_occupation: same_occupation(careers),
        texts: texts(careers),
        shared_work: shared_work(careers),
        overview,
        chooser: within.chooser(&path, &[]).render().map_err(Error::internal)?,
        here,
        sections: sections.collect(),
        ways: ways(careers, &mut citations),
        citations: citations.into_list(),
        controls: controls(site, careers, address, within),
    })
}

/// The careers, with links that keep the place.
fn headings(careers: &[Career], within: &Within) -> Vec<Heading> {
    let heading = |(place, career)| {
        let heading = Heading::new(place, career);
        Heading { href: within.link(&heading.href), ..heading }
    };
    careers.iter().enumerate().map(heading).collect()
}

/// Both orders of a pair share one canonical address: by alphabet, unless the pair is featured in another order.
fn canonical(site: &Site, careers: &[Career]) -> String {
    let mut slugs: Vec<&str> = careers.iter().map(|career| career.name.slug.as_str()).collect();
    slugs.sort_unstable();
    let featured = site.loaded.featured.iter().find(|featured| {
        let mut sides: Vec<&str> = featured.split("-vs-").collect();
        sides.sort_unstable();
        sides == slugs
    });
    featured.cloned().unwrap_or_else(|| join_comparison(slugs))
}

/// Two titles of one occupation have the same official figures; the page says why.
fn same_occupation(careers: &[Career]) -> Option<String> {
    let first = careers.first()?;
    let all = careers.iter().all(|career| career.name.occupation.id == first.name.occupation.id);
    all.then(|| {
        let names: Vec<String> = careers.iter().map(|career| career.name.name.clone()).collect();
        format!(
            "{} belong to one occupation, {}. Official statistics are published for occupations, not for single titles, so the official figures are the same.",
            list(&names),
            first.name.occupation.title
        )
    })
}

fn texts(careers: &[Career]) -> Vec<(Heading, Arc<Text>, bool)> {
    let mut shown: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    for (place, career) in careers.iter().enumerate() {
        if let Some(text) = career.text.as_ref().filter(|text| !shown.contains(&text.summary.as_str())) {
            shown.push(&text.summary);
            let inherited = career.text_inherited && career.name.kind != NameKind::Occupation;
            texts.push((Heading::new(place, career), Arc::clone(text), inherited));
        }
    }
    texts
}

fn controls(site: &Site, careers: &[Career], address: &str, within: &Within) -> Controls {
    let slugs: Vec<&str> = careers.iter().map(|career| career.name.slug.as_str()).collect();
    let without = (0..slugs.len()).map(|left_out| {
        let kept: Vec<&str> =
            slugs.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, slug)| *slug).collect();
        match kept.as_slice() {
            [one] => format!("/compare?a={one}"),
            several => within.link(&format!("/compare/{}", join_comparison(several.iter().copied()))),
        }
    });
    Controls {
        without: without.collect(),
        swapped: match slugs.as_slice() {
            [one, other] => Some(within.link(&format!("/compare/{}", join_comparison([*other, *one])))),
            _ => None,
        },
        keep: if slugs.len() < crate::domain::MOST_COMPARED {
            let fields =
                (0..).zip(&slugs).map(|(place, slug)| (Accent::of(place).class(), (*slug).to_owned()));
            fields.chain(within.place().map(|place| ("in", place.slug.clone()))).collect()
        } else {
            Vec::new()
        },
        next: Accent::of(slugs.len()).class(),
        share: site.public_address(&within.link(&format!("/compare/{address}"))),
    }
}
