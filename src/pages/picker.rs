//! `/compare`: choose what to compare. A plain form; its answer is the comparison's address.

use actix_web::web;
use askama::Template;

use crate::domain::{MOST_COMPARED, Slug, join_comparison};
use crate::http::{Answer, Error, Page};
use crate::pages::home::Pair;
use crate::pages::layout::Head;
use crate::pages::within::with_parameters;
use crate::site::Site;
use crate::store::Lookup;

/// Careers ticked in a list that are read: a page of it holds fewer.
const MOST_TICKED: usize = 64;

/// What the form or a list of careers sends.
struct Choice {
    /// Names or slugs, one a field.
    fields: [String; MOST_COMPARED],
    /// Slugs that were ticked and find no field.
    too_many: Vec<String>,
    /// The place that the comparison is put in, as `?in=` names it.
    place: Option<String>,
}

impl Choice {
    /// The fields by their names, then what was ticked (`with`, repeated) in the fields that are empty.
    fn read(pairs: &[(String, String)]) -> Self {
        let mut fields = [const { String::new() }; MOST_COMPARED];
        for ((id, _), field) in LABELS.iter().zip(&mut fields) {
            if let Some((_, value)) = pairs.iter().rev().find(|(name, _)| name == id) {
                field.clone_from(value);
            }
        }
        let mut ticked: Vec<String> = Vec::new();
        for (_, value) in pairs.iter().filter(|(name, value)| name == "with" && !value.trim().is_empty()) {
            if ticked.len() < MOST_TICKED && !ticked.contains(value) {
                ticked.push(value.clone());
            }
        }
        let mut ticked = ticked.into_iter();
        for field in fields.iter_mut().filter(|field| field.trim().is_empty()) {
            *field = ticked.next().unwrap_or_default();
        }
        let asked = pairs.iter().rev().find(|(name, _)| name == "in").map(|(_, value)| value.as_str());
        let place = asked.and_then(|text| Slug::parse(text).ok()).map(|slug| slug.to_string());
        Self { fields, too_many: ticked.collect(), place }
    }
}

/// A career that was ticked, to be ticked again.
struct Ticked {
    slug: String,
    name: String,
    /// It is one of the first, which have room.
    kept: bool,
}

/// A side of a comparison as the page shows its field again.
pub struct Field {
    /// Its name in the address: `a` to `d`.
    pub id: &'static str,
    /// "First career"
    pub label: &'static str,
    /// The text as typed, or the name that it means.
    pub value: String,
    /// Why its text is none of those that can be compared.
    pub problem: Option<String>,
    /// The nearest names then.
    pub nearest: Vec<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/picker.html")]
pub struct Picker {
    head: Head,
    fields: Vec<Field>,
    problem: Option<&'static str>,
    /// All that were ticked, where they are too many.
    ticked: Vec<Ticked>,
    featured: Vec<Pair>,
    /// Goes on with the choice.
    place: Option<String>,
}

const LABELS: [(&str, &str); 4] = [
    ("a", "First career"),
    ("b", "Second career"),
    ("c", "Third, if you like"),
    ("d", "Fourth, if you like"),
];

/// Shows the form, or leads to the comparison when two to four careers are named.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Answer<Picker>, Error> {
    let choice = Choice::read(&pairs);
    let mut fields = Vec::new();
    let mut slugs: Vec<String> = Vec::new();
    for (text, (id, label)) in choice.fields.iter().zip(LABELS) {
        fields.push(field(&site, id, label, text, &mut slugs)?);
    }
    let ticked = ticked(&site, &fields, &slugs, &choice.too_many)?;
    let unknown = fields.iter().any(|field| field.problem.is_some());
    let mut distinct = slugs.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let problem = match slugs.len() {
        _ if !ticked.is_empty() => {
            Some("A comparison holds four careers at most. Choose four of those you ticked.")
        }
        _ if unknown || slugs.is_empty() => None,
        _ if distinct.len() < slugs.len() => {
            Some("The same career is named twice. Choose another to set against it.")
        }
        1 => Some("Choose a second career to set against it."),
        _ => {
            let address = join_comparison(slugs.iter().map(String::as_str));
            let place = choice.place.as_deref().map(|place| ("in", place));
            return Ok(Answer::Moved(with_parameters(&format!("/compare/{address}"), place.as_slice())));
        }
    };
    let head = Head::new(
        &site,
        "/compare",
        "Compare careers",
        "Set two to four careers side by side: pay, growth, education, who works in them, with the source of every figure.",
    );
    let featured = Pair::featured(&site)?;
    Ok(Page::new(Picker {
        head: head.in_section("compare"),
        fields,
        problem,
        ticked,
        featured,
        place: choice.place,
    })
    .into())
}

/// All careers that were ticked, where they are more than a comparison holds.
fn ticked(
    site: &Site,
    fields: &[Field],
    slugs: &[String],
    too_many: &[String],
) -> Result<Vec<Ticked>, Error> {
    if too_many.is_empty() {
        return Ok(Vec::new());
    }
    let found = fields.iter().filter(|field| field.problem.is_none());
    let first = found.zip(slugs).map(|(field, slug)| (slug.clone(), field.value.clone(), true));
    let mut ticked: Vec<Ticked> = first.map(|(slug, name, kept)| Ticked { slug, name, kept }).collect();
    for text in too_many {
        let mut more = Vec::new();
        let field = field(site, "with", "", text, &mut more)?;
        ticked.extend(more.into_iter().map(|slug| Ticked { slug, name: field.value.clone(), kept: false }));
    }
    Ok(ticked)
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
