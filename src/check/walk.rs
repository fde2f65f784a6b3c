//! Every page of the sitemap, and every link on them once; of links that differ only in the values of their parameters
//! one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use actix_web::http::StatusCode;

use crate::app::Parts;
use crate::check::{Answer, Markup, visit};

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
pub struct Walk {
    /// Pages of the sitemap.
    pub pages: usize,
    /// Distinct links on them.
    pub links: usize,
    /// In the order of the addresses.
    pub broken: Vec<Broken>,
}

/// Something that is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Broken {
    /// The page's address.
    pub page: String,
    /// "links to /careers/nurze: 404 Not Found"
    pub what: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.page, self.what)
    }
}

/// Where the pages are listed.
const SITEMAP: &str = "/sitemap.xml";

/// The pages that have a link: the first of them, and how many there are.
struct LinkedFrom {
    first: String,
    pages: usize,
}

/// Visits all of it. `progress` is told how many addresses are done, and of how many.
pub fn walk(parts: &Parts, progress: &(dyn Fn(usize, usize) + Sync)) -> Walk {
    let sitemap = visit(parts, &[SITEMAP.to_owned()], &|_| (), |_, answer| addresses(&answer.text)).concat();
    let pages = visit(parts, &sitemap, &|done| progress(done, sitemap.len()), page);
    let mut broken = Vec::new();
    if sitemap.is_empty() {
        broken.push(Broken { page: SITEMAP.to_owned(), what: "lists no page".to_owned() });
    }
    let mut links: BTreeMap<String, LinkedFrom> = BTreeMap::new();
    for (address, page) in sitemap.iter().zip(pages) {
        broken.extend(page.wrong.into_iter().map(|what| Broken { page: address.clone(), what }));
        for link in page.links {
            let from = links.entry(link).or_insert_with(|| LinkedFrom { first: address.clone(), pages: 0 });
            from.pages += 1;
        }
    }
    let listed: BTreeSet<&String> = sitemap.iter().collect();
    let mut seen = BTreeSet::new();
    let followed: Vec<String> = links
        .keys()
        .filter(|link| !listed.contains(link) && reading(link).is_none_or(|reading| seen.insert(reading)))
        .cloned()
        .collect();
    let all = sitemap.len() + followed.len();
    let answers = visit(parts, &followed, &|done| progress(sitemap.len() + done, all), followed_to);
    for (link, wrong) in followed.iter().zip(answers) {
        if let (Some(what), Some(from)) = (wrong, links.get(link)) {
            let others = if from.pages > 1 { format!(", as {} pages do", from.pages) } else { String::new() };
            broken
                .push(Broken { page: from.first.clone(), what: format!("links to {link}{others}: {what}") });
        }
    }
    broken.sort();
    Walk { pages: sitemap.len(), links: links.len(), broken }
}

/// The path of a link and the names of its parameters: one page reads all links that differ only in their values, so
/// that one of them is followed. None for a link without parameters.
fn reading(link: &str) -> Option<(String, Vec<String>)> {
    let (path, query) = link.split('#').next()?.split_once('?')?;
    let name = |parameter: &str| parameter.split('=').next().unwrap_or_default().to_owned();
    Some((path.to_owned(), query.split('&').map(name).collect()))
}

/// The addresses of the sitemap, from their first `/` on.
fn addresses(sitemap: &str) -> Vec<String> {
    let full = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>"));
    full.filter_map(|(address, _)| Some(format!("/{}", address.splitn(4, '/').nth(3)?.replace("&amp;", "&"))))
        .collect()
}

/// A page of the sitemap: its links to other pages, and what is wrong with it.
struct Page {
    links: Vec<String>,
    wrong: Vec<String>,
}

fn page(address: &str, answer: &Answer) -> Page {
    let mut wrong: Vec<String> =
        fault(answer.status).into_iter().map(|fault| format!("answers {fault}")).collect();
    let markup = Markup::of(&answer.text);
    wrong.extend(markup.repeated_ids().map(|id| format!("has the id {id} twice")));
    let canonical = markup.canonical.as_deref().unwrap_or("nothing");
    if wrong.is_empty() && !canonical.ends_with(address) {
        wrong.push(format!("is in the sitemap and says that its address is {canonical}"));
    }
    let (within, links): (Vec<String>, Vec<String>) =
        markup.links.iter().cloned().partition(|link| link.starts_with('#'));
    wrong.extend(
        within
            .iter()
            .filter(|link| !markup.has_anchor(link))
            .map(|link| format!("links to {link}, which it has not")),
    );
    Page { links, wrong }
}

/// What is wrong with what a link leads to.
fn followed_to(link: &str, answer: &Answer) -> Option<String> {
    fault(answer.status).or_else(|| {
        let anchor = link.find('#').and_then(|place| link.get(place..))?;
        (!Markup::of(&answer.text).has_anchor(anchor)).then(|| format!("the page has no {anchor}"))
    })
}

fn fault(status: StatusCode) -> Option<String> {
    (status != StatusCode::OK).then(|| status.to_string())
}
