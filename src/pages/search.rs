//! `/search?q=` and `/suggest?q=`: careers by name.
//!
//! Searches run off the event loop: a slow one there would stall every page. So many run at once as there are threads
//! to run them; the rest are told that the server is busy. A time limit ends what takes too long.

use std::time::Duration;

use actix_web::web;
use askama::Template;
use serde::{Deserialize, Serialize};

use crate::domain::{NameKey, NameKind, Slug};
use crate::http::{CachePolicy, Content, Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::store::search::{Found, Match, Query};
use crate::view::format::Count;

/// Results on a page: more than a reader looks through.
const SHOWN: usize = 20;
/// Suggestions below a field.
const SUGGESTED: usize = 8;
/// Other names shown with a result.
const ALSO: usize = 4;
/// A search of the full data takes about a millisecond; one that takes this long has gone wrong.
const LONGEST: Duration = Duration::from_millis(500);

/// The field of the form.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// A result as the page shows it.
struct Hit {
    name: String,
    href: String,
    /// "job title of Registered Nurses, 3,379,720 jobs"
    about: String,
    /// What people in it do, in a sentence.
    summary: Option<String>,
    /// Other names that match.
    also: Vec<(String, String)>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/search.html")]
pub struct Search {
    head: Head,
    query: String,
    corrected: Option<String>,
    results: Vec<Hit>,
}

/// Shows what is found.
pub async fn show(asked: web::Query<Asked>, site: web::Data<Site>) -> Result<Page<Search>, Error> {
    let text = shown(&asked.q);
    let query = Query::parse(&asked.q);
    let found = site.searches.run(LONGEST, move |store| store.search(&query, SHOWN)).await?;
    let mut results: Vec<Hit> = Vec::new();
    for found in found.results {
        let hit = hit(found, &site)?;
        // An occupation that a shared name led to already is not listed twice.
        if results.iter().all(|shown| shown.href != hit.href) {
            results.push(hit);
        }
    }
    let title = if text.is_empty() { "Search".to_owned() } else { format!("Search: {text}") };
    let head = Head::new(&site, "/search", title, "Search 832 occupations and 45,000 job titles.");
    let page =
        Search { head: Head { noindex: true, ..head }, results, corrected: found.corrected, query: text };
    Ok(Page::new(page).with_policy(CachePolicy::Validated))
}

/// A shared name stands for the occupation with most jobs where that carries the name too ("nurse": Registered
/// Nurses), with the list of all beside it; elsewhere ("engineer") the list comes first. A title that is asked for by
/// its name leads to its occupation, unless it has figures or a text of its own.
fn hit(found: Found, site: &Site) -> Result<Hit, Error> {
    let own = &site.loaded.own_titles;
    let jobs = found.jobs.map_or_else(String::new, |jobs| format!(", {} jobs", Count(f64::from(jobs))));
    let address = |slug: &Slug| format!("/careers/{slug}");
    let mut also: Vec<(String, String)> =
        found.also.into_iter().take(ALSO).map(|also| (also.name, address(&also.slug))).collect();
    let (name, slug, about) = match (found.kind, found.matched) {
        (NameKind::Shared, _)
            if NameKey::of(&found.name.slug).shares_word(&NameKey::of(&found.occupation.slug)) =>
        {
            also.insert(
                0,
                (format!("every occupation called {}", found.name.name), address(&found.name.slug)),
            );
            let about = format!("occupation, most jobs among those called “{}”{jobs}", found.name.name);
            (found.occupation.title, found.occupation.slug, about)
        }
        (NameKind::Shared, _) => {
            let about = format!("name of several occupations, most jobs in {}", found.occupation.title);
            (found.name.name, found.name.slug, about)
        }
        (NameKind::Title, Match::Exact | Match::Alias(_)) if !own.contains(found.name.slug.as_str()) => {
            also.insert(0, (format!("the title {}", found.name.name), address(&found.name.slug)));
            let about = format!("occupation, “{}” is one of its job titles{jobs}", found.name.name);
            (found.occupation.title, found.occupation.slug, about)
        }
        (NameKind::Title, _) => {
            (found.name.name, found.name.slug, format!("job title of {}{jobs}", found.occupation.title))
        }
        (NameKind::Occupation, Match::Alias(alias)) => {
            (found.name.name, found.name.slug, format!("occupation, also “{alias}”{jobs}"))
        }
        (NameKind::Occupation, _) => (found.name.name, found.name.slug, format!("occupation{jobs}")),
    };
    let summary = site.store.text(slug.as_str())?.map(|text| text.summary.clone());
    Ok(Hit { href: address(&slug), name, about, summary, also })
}

/// The query as it is shown again: bounded, without control characters.
fn shown(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(200).collect::<String>().trim().to_owned()
}

/// A suggestion as the script of the form reads it.
#[derive(Serialize)]
struct Suggestion {
    name: String,
    slug: String,
    note: String,
}

/// Names for what has been typed so far, as a JSON list.
pub async fn suggest(asked: web::Query<Asked>, site: web::Data<Site>) -> Result<Content, Error> {
    let query = Query::parse(&asked.q);
    let found = site.searches.run(LONGEST, move |store| store.suggest(&query, SUGGESTED)).await?;
    let suggestions: Vec<Suggestion> = found
        .into_iter()
        .map(|found| Suggestion {
            note: match found.kind {
                NameKind::Occupation => String::new(),
                NameKind::Title => found.occupation,
                NameKind::Shared => "several occupations".to_owned(),
            },
            slug: found.name.slug.to_string(),
            name: found.name.name,
        })
        .collect();
    let json = serde_json::to_string(&suggestions).map_err(Error::internal)?;
    Ok(Content::new("application/json", json).with_policy(CachePolicy::Validated))
}
