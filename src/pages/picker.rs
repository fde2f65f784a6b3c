//! `/compare`: choose what to compare. A plain form; its answer is the comparison's address.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::domain::{Slug, join_comparison};
use crate::http::{Answer, Error, Page};
use crate::pages::home::Pair;
use crate::pages::layout::Head;
use crate::site::Site;
use crate::store::Lookup;

/// The fields of the form: names or slugs of up to four careers.
#[derive(Debug, Default, Deserialize)]
pub struct Choice {
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
    #[serde(default)]
    c: String,
    #[serde(default)]
    d: String,
}

/// A field as the page shows it again.
struct Field {
    id: &'static str,
    label: &'static str,
    value: String,
    /// Why its text is no career, with the nearest names.
    problem: Option<String>,
    nearest: Vec<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/picker.html")]
pub struct Picker {
    head: Head,
    fields: Vec<Field>,
    problem: Option<&'static str>,
    featured: Vec<Pair>,
}

const LABELS: [(&str, &str); 4] = [
    ("a", "First career"),
    ("b", "Second career"),
    ("c", "Third, if you like"),
    ("d", "Fourth, if you like"),
];

/// Shows the form, or leads to the comparison when the fields name two to four careers.
pub async fn show(choice: web::Query<Choice>, site: web::Data<Site>) -> Result<Answer<Picker>, Error> {
    let Choice { a, b, c, d } = choice.into_inner();
    let mut fields = Vec::new();
    let mut slugs: Vec<String> = Vec::new();
    for (text, (id, label)) in [a, b, c, d].into_iter().zip(LABELS) {
        fields.push(field(&site, id, label, &text, &mut slugs)?);
    }
    let unknown = fields.iter().any(|field| field.problem.is_some());
    let mut distinct = slugs.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let problem = match slugs.len() {
        _ if unknown || slugs.is_empty() => None,
        _ if distinct.len() < slugs.len() => {
            Some("The same career is named twice. Choose another to set against it.")
        }
        1 => Some("Choose a second career to set against it."),
        _ => {
            let address = join_comparison(slugs.iter().map(String::as_str));
            return Ok(Answer::Moved(format!("/compare/{address}")));
        }
    };
    let head = Head::new(
        &site,
        "/compare",
        "Compare careers",
        "Set two to four careers side by side: pay, growth, education, who works in them, with the source of every figure.",
    );
    let featured = Pair::featured(&site)?;
    Ok(Page::new(Picker { head: head.in_section("compare"), fields, problem, featured }).into())
}

fn field(
    site: &Site,
    id: &'static str,
    label: &'static str,
    text: &str,
    slugs: &mut Vec<String>,
) -> Result<Field, Error> {
    let text = text.trim();
    let plain = Field { id, label, value: text.to_owned(), problem: None, nearest: Vec::new() };
    if text.is_empty() {
        return Ok(plain);
    }
    let found = match Slug::from_name(text) {
        Ok(slug) => site.store.lookup(&slug)?,
        Err(_) => Lookup::Unknown,
    };
    match found {
        Lookup::Found(name) => {
            slugs.push(name.slug);
            Ok(Field { value: name.name, ..plain })
        }
        Lookup::Moved(slug) => {
            slugs.push(slug);
            Ok(plain)
        }
        Lookup::Unknown => {
            let nearest = site.store.nearest(text, 5)?.into_iter().map(|near| near.name).collect();
            let shown: String = text.chars().take(80).collect();
            Ok(Field { problem: Some(format!("There is no career called “{shown}”.")), nearest, ..plain })
        }
    }
}
