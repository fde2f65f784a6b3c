//! `/search?q=` and `/suggest?q=`: careers by name.
//!
//! Searches run off the event loop: a slow one there would stall every page. So many run at once as there are threads
//! to run them; the rest are told that the server is busy. A time limit ends what takes too long.

use std::time::Duration;

use actix_web::web;
use askama::Template;
use serde::{Deserialize, Serialize};

use crate::domain::NameKind;
use crate::http::{CachePolicy, Content, Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;
use crate::store::search::{Match, Query};
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
    let results = found.results.into_iter().map(|found| {
        let lead = if found.kind == NameKind::Occupation { found.name.name.clone() } else { found.occupation.title };
        let jobs = found.jobs.map_or_else(String::new, |jobs| format!(", {} jobs", Count(f64::from(jobs))));
        let about = match (found.kind, found.matched) {
            (NameKind::Occupation, Match::Alias(alias)) => format!("occupation, also “{alias}”{jobs}"),
            (NameKind::Occupation, _) => format!("occupation{jobs}"),
            (NameKind::Title, _) => format!("job title of {lead}{jobs}"),
            (NameKind::Shared, _) => format!("name of several occupations, most often {lead}"),
        };
        Hit {
            href: format!("/careers/{}", found.name.slug),
            name: found.name.name,
            about,
            also: found.also.into_iter().take(ALSO).map(|also| (also.name, format!("/careers/{}", also.slug))).collect(),
        }
    });
    let title = if text.is_empty() { "Search".to_owned() } else { format!("Search: {text}") };
    let head = Head::new(&site, "/search", title, "Search 832 occupations and 46,000 job titles.");
    let page = Search {
        head: Head { noindex: true, ..head },
        results: results.collect(),
        corrected: found.corrected,
        query: text,
    };
    Ok(Page::new(page).with_policy(CachePolicy::Validated))
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
