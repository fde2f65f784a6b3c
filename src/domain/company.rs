//! The directory of large companies: what a list of them shows, filters and sorts, and who is near whom. It never
//! changes, so it is read once.

mod asked;
mod choices;
mod results;

use crate::domain::{NameKey, Slug};
pub use asked::Asked;
pub use choices::{Facet, Filters, Measure};
use choices::{LETTERS, SIZES};
pub use results::{Counts, Results};

/// A company as its reports gave it for one fiscal year.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// "Walmart"
    pub name: String,
    /// Last part of its address.
    pub slug: String,
    /// Whether its shares are traded.
    pub is_public: bool,
    /// Under what its shares are traded.
    pub ticker: Option<String>,
    /// The list's label.
    pub industry: String,
    /// NAICS sector of the industry: `44-45`.
    pub sector_code: String,
    /// "Retail Trade"
    pub sector: String,
    /// People employed.
    pub employees: Option<f64>,
    /// Dollars a year.
    pub revenue_usd: Option<f64>,
    /// Dollars a year; a loss is below zero.
    pub profit_usd: Option<f64>,
    /// Dollars a year of the worker in the middle, in all countries.
    pub worker_pay_usd: Option<f64>,
    /// How many times that the chief executive was paid.
    pub pay_ratio: Option<f64>,
    /// City of the headquarters.
    pub city: String,
    /// Postal abbreviation of the headquarters' state.
    pub state: String,
    /// "Arkansas"
    pub state_name: String,
    /// An address that begins with `https://`.
    pub website: String,
}

impl Company {
    /// Its page.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/companies/{}", self.slug)
    }

    /// Profit for each person employed, in dollars.
    #[must_use]
    pub fn profit_per_employee_usd(&self) -> Option<f64> {
        let employees = self.employees.filter(|employees| *employees > 0.0)?;
        Some(self.profit_usd? / employees)
    }
}

/// A company with its place in each facet.
#[derive(Debug)]
struct Entry {
    company: Company,
    choices: [Option<usize>; Facet::ALL.len()],
}

/// A choice of a facet: its text in an address, and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// `ca`
    pub token: String,
    /// "California"
    pub label: String,
}

/// All companies by name.
#[derive(Debug, Default)]
pub struct Companies {
    entries: Vec<Entry>,
    choices: [Vec<Choice>; Facet::ALL.len()],
}

impl Companies {
    /// Brings the companies into the order of their names. Sectors and states without a company are no choice.
    #[must_use]
    pub fn new(mut companies: Vec<Company>) -> Self {
        companies.sort_by_cached_key(|company| company.slug.clone());
        let choices = Facet::ALL.map(|facet| choices_of(facet, &companies));
        let entries = companies.into_iter().map(|company| {
            let places = Facet::ALL.map(|facet| {
                let token = token(facet, &company)?;
                choices.get(facet.place())?.iter().position(|choice| choice.token == token)
            });
            Entry { company, choices: places }
        });
        let entries = entries.collect();
        Self { entries, choices }
    }

    /// Every company, by name.
    #[must_use]
    pub fn all(&self) -> impl ExactSizeIterator<Item = &Company> {
        self.entries.iter().map(|entry| &entry.company)
    }

    /// The company at a place of the order by name.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Company> {
        self.entries.get(place).map(|entry| &entry.company)
    }

    /// The choices of a facet, in their order.
    #[must_use]
    pub fn choices(&self, facet: Facet) -> &[Choice] {
        self.choices.get(facet.place()).map_or(&[], Vec::as_slice)
    }

    /// The company at an address.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Company> {
        self.all().find(|company| company.slug == slug)
    }

    /// The company that a text means: another spelling of its name, or its ticker.
    #[must_use]
    pub fn meant(&self, text: &str) -> Option<&Company> {
        let ticker = |company: &&Company| {
            company.ticker.as_ref().is_some_and(|ticker| ticker.eq_ignore_ascii_case(text.trim()))
        };
        let wanted = Slug::from_name(text).ok();
        let spelled = wanted.and_then(|wanted| {
            let key = NameKey::of(&wanted);
            self.by_slug(wanted.as_str()).or_else(|| {
                self.all()
                    .find(|company| Slug::parse(&company.slug).is_ok_and(|slug| NameKey::of(&slug) == key))
            })
        });
        spelled.or_else(|| self.all().find(ticker))
    }

    /// Companies whose names look like a text, the most alike first, up to `limit`.
    #[must_use]
    pub fn near(&self, text: &str, limit: usize) -> Vec<&Company> {
        let Ok(wanted) = Slug::from_name(text) else { return Vec::new() };
        let mut found: Vec<(f64, &Company)> =
            self.all().map(|company| (likeness(wanted.as_str(), &company.slug), company)).collect();
        found.retain(|(likeness, _)| *likeness >= 0.3);
        found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        found.into_iter().take(limit).map(|(_, company)| company).collect()
    }

    /// Other companies of the same industry, or where it has none of the same sector, nearest in size first.
    #[must_use]
    pub fn nearest_in_size(&self, company: &Company, limit: usize) -> Vec<&Company> {
        let others = |same: &dyn Fn(&Company) -> bool| -> Vec<&Company> {
            self.all().filter(|other| other.slug != company.slug && same(other)).collect()
        };
        let mut found = others(&|other| other.industry == company.industry);
        if found.is_empty() {
            found = others(&|other| other.sector_code == company.sector_code);
        }
        // Twice as many people are as far as half as many.
        let size = |company: &Company| company.employees.unwrap_or_default().max(1.0).ln();
        let distance = |other: &Company| (size(other) - size(company)).abs();
        found.sort_by(|one, other| distance(one).total_cmp(&distance(other)));
        found.truncate(limit);
        found
    }

    /// Other companies with headquarters in the same state, the largest first.
    #[must_use]
    pub fn in_state(&self, company: &Company, limit: usize) -> Vec<&Company> {
        let mut found: Vec<&Company> =
            self.all().filter(|other| other.state == company.state && other.slug != company.slug).collect();
        let size = |company: &Company| company.employees.unwrap_or_default();
        found.sort_by(|one, other| size(other).total_cmp(&size(one)));
        found.truncate(limit);
        found
    }

    /// The middle of a measure among the companies of a sector that have it, and how many they are.
    #[must_use]
    pub fn median(&self, sector_code: &str, measure: Measure) -> Option<(f64, usize)> {
        let mut numbers: Vec<f64> = self
            .all()
            .filter(|company| company.sector_code == sector_code)
            .filter_map(|company| measure.of(company))
            .collect();
        numbers.sort_by(f64::total_cmp);
        let upper = *numbers.get(numbers.len() / 2)?;
        let lower = *numbers.get(numbers.len().saturating_sub(1) / 2)?;
        Some((f64::midpoint(lower, upper), numbers.len()))
    }
}

fn choices_of(facet: Facet, companies: &[Company]) -> Vec<Choice> {
    let fixed = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(token, label)| Choice { token: (*token).to_owned(), label: (*label).to_owned() })
            .collect()
    };
    let mut choices: Vec<Choice> = match facet {
        Facet::Size => return SIZES.iter().map(choices::Size::choice).collect(),
        Facet::Kind => return fixed(&[("public", "Public"), ("private", "Not traded")]),
        Facet::Letter => return fixed(&LETTERS),
        Facet::Sector => companies
            .iter()
            .map(|company| Choice { token: company.sector_code.clone(), label: company.sector.clone() })
            .collect(),
        Facet::State => companies
            .iter()
            .map(|company| Choice { token: company.state.to_lowercase(), label: company.state_name.clone() })
            .collect(),
    };
    // Sectors stand by code, states by name.
    choices.sort_by_key(|choice| match facet {
        Facet::Sector => choice.token.clone(),
        _ => choice.label.clone(),
    });
    choices.dedup();
    choices
}

/// The text of a company's choice in an address.
fn token(facet: Facet, company: &Company) -> Option<String> {
    Some(match facet {
        Facet::Sector => company.sector_code.clone(),
        Facet::State => company.state.to_lowercase(),
        Facet::Size => SIZES
            .iter()
            .rfind(|size| company.employees.is_some_and(|people| people >= size.from))?
            .token
            .to_owned(),
        Facet::Kind => if company.is_public { "public" } else { "private" }.to_owned(),
        Facet::Letter => {
            let first = company.slug.chars().next()?;
            if first.is_ascii_digit() { "0-9".to_owned() } else { first.to_string() }
        }
    })
}

/// The share of pairs of letters that two texts have in common.
#[expect(clippy::cast_precision_loss, reason = "short texts")]
fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, mut rest) = (pairs(one), pairs(other));
    let all = one.len() + rest.len();
    let mut common = 0;
    for pair in &one {
        if let Some(place) = rest.iter().position(|other| other == pair) {
            rest.swap_remove(place);
            common += 1;
        }
    }
    if all == 0 { 0.0 } else { 2.0 * f64::from(common) / all as f64 }
}

#[cfg(test)]
mod tests;
