//! `/companies/best.csv`: the ranking as a file, with all that it takes to recompute it.

use actix_web::web;

use crate::domain::Companies;
use crate::domain::company::{BestAsked, Criterion, Ranked};
use crate::http::{CachePolicy, Content, Error, Link};
use crate::pages::companies::Career;
use crate::site::Site;

/// What stands above the rows.
const COLUMNS: [&str; 14] = [
    "rank",
    "rank_of_all",
    "company",
    "address",
    "points",
    "offered_over_prevailing_median",
    "offered_over_prevailing_points",
    "worker_pay_over_sector_median",
    "worker_pay_points",
    "occupations_filed_for",
    "occupations_points",
    "profit_per_employee_less_sector_median_usd",
    "profit_points",
    "weights",
];

/// Gives every company of the ranking that the address asks for.
pub async fn download(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Content, Error> {
    let companies = &site.loaded.companies;
    let mut asked = BestAsked::parse(&pairs, companies);
    let career = Career::read(&site, &mut asked.filters)?;
    if let Some(problem) = asked.filters.problems.first() {
        return Err(refuse(problem.text.clone(), &asked, companies));
    }
    let ranking = companies.ranking(&asked, career.hiring.as_ref());
    let weights = asked.weights.0.map(|weight| weight.to_string()).join(" ");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(Error::internal)?;
    for ranked in &ranking.ranked {
        if let Some(record) = record(&site, ranked, &weights) {
            writer.write_record(record).map_err(Error::internal)?;
        }
    }
    let bytes = writer.into_inner().map_err(|error| Error::internal(error.into_error()))?;
    let page = asked.on_page(1).address(BestAsked::PATH, companies);
    Ok(Content::new("text/csv; charset=utf-8", bytes)
        .with_canonical(site.public_address(&page))
        .with_policy(CachePolicy::Validated))
}

fn refuse(message: String, asked: &BestAsked, companies: &Companies) -> Error {
    let ways_on = Link {
        name: "The ranking with its form".to_owned(),
        href: asked.clone().on_page(1).address(BestAsked::PATH, companies),
        note: String::new(),
    };
    Error::BadRequest { message, ways_on: vec![ways_on] }
}

fn record(site: &Site, ranked: &Ranked, weights: &str) -> Option<Vec<String>> {
    let company = site.loaded.companies.at(ranked.standing.company)?;
    let mut record = vec![
        ranked.rank.to_string(),
        ranked.rank_of_all.to_string(),
        harmless(&company.name),
        site.public_address(&company.href()),
        format!("{:.1}", ranked.total),
    ];
    for criterion in Criterion::ALL {
        let text = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        record.push(text(ranked.standing.figure(criterion)));
        record.push(text(ranked.standing.points_of(criterion)));
    }
    record.push(weights.to_owned());
    Some(record)
}

/// A spreadsheet takes a cell that begins so for a formula: an apostrophe before it says that it is text.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}
