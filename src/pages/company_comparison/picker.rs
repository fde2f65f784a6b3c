//! The form: names or tickers of two to four companies. Its answer is the comparison's address.

use actix_web::web;
use askama::Template;

use super::PATH;
use crate::domain::company::{Facet, Measure};
use crate::domain::{Companies, Company, MOST_COMPARED, join_comparison};
use crate::http::{Answer, Error, Page};
use crate::pages::layout::Head;
use crate::pages::picker::Field;
use crate::site::Site;
use crate::view::charts::Accent;

/// Sectors whose two largest companies are offered as a pair.
const PAIRS: usize = 12;

/// The page.
#[derive(Template)]
#[template(path = "pages/company_picker.html")]
pub struct Picker {
    head: Head,
    fields: Vec<Field>,
    problem: Option<&'static str>,
    /// Names and address of the two largest of a sector.
    pairs: Vec<(String, String)>,
}

const LABELS: [&str; MOST_COMPARED] =
    ["First company", "Second company", "Third, if you like", "Fourth, if you like"];

/// Shows the form, or leads to the comparison when two to four companies are named.
pub async fn show(
    sent: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Answer<Picker>, Error> {
    let companies = &site.loaded.companies;
    let (mut fields, mut slugs) = (Vec::new(), Vec::new());
    for (place, label) in LABELS.into_iter().enumerate() {
        let id = Accent::of(place).class();
        let text = sent.iter().rev().find(|(name, _)| name == id).map_or("", |(_, value)| value.trim());
        fields.push(field(id, label, text, companies, &mut slugs));
    }
    let unknown = fields.iter().any(|field| field.problem.is_some());
    let mut distinct = slugs.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let problem = match slugs.len() {
        _ if unknown => None,
        0 => None,
        _ if distinct.len() < slugs.len() => {
            Some("The same company is named twice. Choose another to set against it.")
        }
        1 => Some("Choose a second company to set against it."),
        _ => return Ok(Answer::Moved(format!("{PATH}/{}", join_comparison(slugs)))),
    };
    let head = Head::new(
        &site,
        PATH,
        "Compare companies",
        "Set two to four companies side by side: size, revenue, profit, worker pay, and what they offer for the careers that they hire for.",
    );
    let head = Head { noindex: !sent.is_empty(), ..head }.in_section("companies");
    Ok(Page::new(Picker { head, fields, problem, pairs: pairs(companies) }).into())
}

fn field<'c>(
    id: &'static str,
    label: &'static str,
    text: &str,
    companies: &'c Companies,
    slugs: &mut Vec<&'c str>,
) -> Field {
    let shown: String = text.chars().filter(|letter| !letter.is_control()).take(80).collect();
    let mut field = Field { id, label, value: shown, problem: None, nearest: Vec::new() };
    if field.value.is_empty() {
        return field;
    }
    if let Some(company) = companies.meant(&field.value) {
        slugs.push(&company.slug);
        field.value.clone_from(&company.name);
    } else {
        field.problem = Some(format!("There is no company called “{}” here.", field.value));
        let near = companies.near(&field.value, 5);
        field.nearest = near.into_iter().map(|near| near.name.clone()).collect();
    }
    field
}

/// The two largest companies of each sector, by people.
fn pairs(companies: &Companies) -> Vec<(String, String)> {
    let largest = |code: &str| -> Vec<&Company> {
        let mut of_sector: Vec<&Company> =
            companies.all().filter(|company| company.sector_code() == Some(code)).collect();
        let people = |company: &Company| Measure::Employees.of(company).unwrap_or_default();
        of_sector.sort_by(|one, other| people(other).total_cmp(&people(one)));
        of_sector
    };
    let sectors = companies.choices(Facet::Sector).iter();
    let pairs = sectors.filter_map(|sector| match largest(&sector.token).as_slice() {
        [one, other, ..] => Some((
            format!("{} and {}", one.name, other.name),
            format!("{PATH}/{}", join_comparison([one.slug.as_str(), other.slug.as_str()])),
        )),
        _ => None,
    });
    pairs.take(PAIRS).collect()
}
