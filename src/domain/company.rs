//! The directory of companies: what a list of them shows, filters and sorts, who is near whom, and which are best by what
//! measures. It never changes, so it is read once.

mod asked;
mod best;
mod choices;
mod results;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Cell, NameKey, Slug};
pub use asked::Asked;
use best::Measured;
pub use best::{BestAsked, CRITERIA, Criterion, Ranked, Ranking, Standing, Weights};
pub use choices::{Facet, Filters, Measure};
use choices::{KINDS, LETTERS, SIZES};
pub use results::{Counts, Hiring, Results};

/// A company with a page: it stands in the list of large ones, or filed often, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// "Walmart"
    pub name: String,
    /// Last part of its address.
    pub slug: String,
    /// What its reports gave, where it stands in the list.
    pub report: Option<Box<Report>>,
    /// What it filed for, where it did.
    pub filed: Option<Box<Filed>>,
}

/// What the reports of a large company gave for one fiscal year.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
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

/// Labor condition applications of an employer: for positions that it seeks foreign workers for.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    /// Filings of four fiscal years.
    pub filings: f64,
    /// Occupations that they are for.
    pub occupations: f64,
    /// Certified full-time applications of one fiscal year whose pay counts.
    pub applications: f64,
    /// The middle of what those offer over the prevailing wage of the place: 1.1 is a tenth more. None below ten.
    pub offered_over_prevailing: Option<f64>,
    /// Postal abbreviations of the states that it filed ten or more of those for, most first.
    pub states: Vec<String>,
}

/// What one employer filed for, in full.
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyFilings {
    /// As it spells itself most often.
    pub employer: String,
    /// In how many ways it does.
    pub spellings: i64,
    /// Most filings first.
    pub careers: Vec<CompanyCareer>,
    /// Postal abbreviations of the states that it filed for work in, with the applications of one fiscal year whose pay counts;
    /// most first.
    pub states: Vec<(String, i64)>,
    /// Names that are counted as one because people decided so, with the filings of each; none for most companies.
    pub names: Vec<(String, i64)>,
}

/// An occupation that a company filed for.
#[derive(Debug, Clone, PartialEq)]
pub struct CompanyCareer {
    /// Last part of the career's address.
    pub slug: String,
    /// "Software Developers"
    pub title: String,
    /// Filings of four fiscal years.
    pub filings: i64,
    /// Applications of one fiscal year whose pay counts.
    pub applications: i64,
    /// The middle of what those offer, in dollars a year; absent below three.
    pub offered_usd: Cell,
    /// The middle of the prevailing wages that they name.
    pub prevailing_usd: Cell,
    /// The occupation's median in the nation.
    pub usual_usd: Cell,
}

/// A company that filed for an occupation.
#[derive(Debug, Clone, PartialEq)]
pub struct Seeking {
    /// "Amazon"
    pub name: String,
    /// Last part of its address.
    pub slug: String,
    /// Filings of four fiscal years.
    pub filings: Cell,
    /// The middle of what it offers, in dollars a year; absent below three applications of the year with wages.
    pub offered_usd: Cell,
}

impl Company {
    /// Its page.
    #[must_use]
    pub fn href(&self) -> String {
        format!("/companies/{}", self.slug)
    }

    /// People employed, where it says.
    #[must_use]
    pub fn employees(&self) -> Option<f64> {
        self.report.as_ref()?.employees
    }

    /// Profit for each person employed, in dollars.
    #[must_use]
    pub fn profit_per_employee_usd(&self) -> Option<f64> {
        let report = self.report.as_ref()?;
        Some(report.profit_usd? / report.employees.filter(|employees| *employees > 0.0)?)
    }

    /// NAICS sector of its industry, where that is known.
    #[must_use]
    pub fn sector_code(&self) -> Option<&str> {
        self.report.as_ref().map(|report| report.sector_code.as_str())
    }

    fn has_ticker(&self, text: &str) -> bool {
        let ticker = self.report.as_ref().and_then(|report| report.ticker.as_ref());
        ticker.is_some_and(|ticker| ticker.eq_ignore_ascii_case(text))
    }
}

/// A company with its place in each facet: a bit for each choice that it belongs to.
#[derive(Debug)]
struct Entry {
    company: Company,
    choices: [u64; Facet::ALL.len()],
}

/// A choice of a facet: its text in an address, and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// `ca`
    pub token: String,
    /// "California"
    pub label: String,
}

/// All companies by address.
#[derive(Debug, Default)]
pub struct Companies {
    entries: Vec<Entry>,
    choices: [Vec<Choice>; Facet::ALL.len()],
    best: Measured,
    /// Names of states and territories by their postal abbreviations.
    states: BTreeMap<String, String>,
}

impl Companies {
    /// Brings the companies into the order of their addresses; `states` has the names of states by their abbreviations.
    /// Sectors and states without a company are no choice.
    #[must_use]
    pub fn new(mut companies: Vec<Company>, states: BTreeMap<String, String>) -> Self {
        companies.sort_by(|one, other| one.slug.cmp(&other.slug));
        let choices = Facet::ALL.map(|facet| choices_of(facet, &companies, &states));
        let entries = companies.into_iter().map(|company| {
            let places = Facet::ALL.map(|facet| {
                let known = choices.get(facet.place()).into_iter().flatten();
                let tokens = tokens(facet, &company);
                let belongs = known.enumerate().filter(|(_, choice)| tokens.contains(&choice.token));
                belongs.fold(0, |bits, (place, _)| bits | 1 << place)
            });
            Entry { company, choices: places }
        });
        let entries = entries.collect();
        let mut all = Self { entries, choices, best: Measured::default(), states };
        all.best = Measured::of(&all);
        all
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

    /// "Washington" of "WA", where it has a page.
    #[must_use]
    pub fn state_name(&self, state: &str) -> Option<&str> {
        self.states.get(state).map(String::as_str)
    }

    /// The company at an address.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Company> {
        self.at(self.place_of(slug)?)
    }

    /// Where the company of an address stands in the order, which is also its number in the database.
    #[must_use]
    pub fn place_of(&self, slug: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| entry.company.slug.as_str().cmp(slug)).ok()
    }

    /// The company that a text means: another spelling of its name, or its ticker.
    #[must_use]
    pub fn meant(&self, text: &str) -> Option<&Company> {
        let ticker = |company: &&Company| company.has_ticker(text.trim());
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
        let Some(report) = &company.report else { return Vec::new() };
        let others = |same: &dyn Fn(&Report) -> bool| -> Vec<&Company> {
            self.others(company).filter(|other| other.report.as_deref().is_some_and(same)).collect()
        };
        let mut found = others(&|other| other.industry == report.industry);
        if found.is_empty() {
            found = others(&|other| other.sector_code == report.sector_code);
        }
        // Twice as many people are as far as half as many.
        let size = |company: &Company| company.employees().unwrap_or_default().max(1.0).ln();
        let distance = |other: &Company| (size(other) - size(company)).abs();
        found.sort_by(|one, other| distance(one).total_cmp(&distance(other)));
        found.truncate(limit);
        found
    }

    /// Other companies with headquarters in the same state, the largest first.
    #[must_use]
    pub fn in_state(&self, company: &Company, limit: usize) -> Vec<&Company> {
        let Some(report) = &company.report else { return Vec::new() };
        let there = |other: &&Company| other.report.as_ref().is_some_and(|other| other.state == report.state);
        let mut found: Vec<&Company> = self.others(company).filter(there).collect();
        let size = |company: &Company| company.employees().unwrap_or_default();
        found.sort_by(|one, other| size(other).total_cmp(&size(one)));
        found.truncate(limit);
        found
    }

    /// Other employers that are in no list either, nearest in filings first: of those that seek people in the state that it
    /// seeks most in, where it says one.
    #[must_use]
    pub fn nearest_in_filings(&self, company: &Company, limit: usize) -> Vec<&Company> {
        let Some(filed) = &company.filed else { return Vec::new() };
        let state = filed.states.first();
        let near = |other: &&Company| {
            let other_filed = other.report.is_none().then_some(other.filed.as_ref()).flatten();
            other_filed.is_some_and(|other| state.is_none_or(|state| other.states.contains(state)))
        };
        let mut found: Vec<&Company> = self.others(company).filter(near).collect();
        let distance = |other: &Company| {
            let filings = Measure::Filings.of(other).unwrap_or_default().max(1.0);
            (filings.ln() - filed.filings.max(1.0).ln()).abs()
        };
        found.sort_by(|one, other| distance(one).total_cmp(&distance(other)));
        found.truncate(limit);
        found
    }

    fn others<'c>(&'c self, company: &Company) -> impl Iterator<Item = &'c Company> {
        let slug = company.slug.clone();
        self.all().filter(move |other| other.slug != slug)
    }

    /// The middle of a measure among the companies of a sector that have it, and how many they are.
    #[must_use]
    pub fn median(&self, sector_code: &str, measure: Measure) -> Option<(f64, usize)> {
        let mut numbers: Vec<f64> = self
            .all()
            .filter(|company| company.sector_code() == Some(sector_code))
            .filter_map(|company| measure.of(company))
            .collect();
        numbers.sort_by(f64::total_cmp);
        let upper = *numbers.get(numbers.len() / 2)?;
        let lower = *numbers.get(numbers.len().saturating_sub(1) / 2)?;
        Some((f64::midpoint(lower, upper), numbers.len()))
    }
}

fn choices_of(facet: Facet, companies: &[Company], states: &BTreeMap<String, String>) -> Vec<Choice> {
    let fixed = |pairs: &[(&str, &str)]| {
        pairs
            .iter()
            .map(|(token, label)| Choice { token: (*token).to_owned(), label: (*label).to_owned() })
            .collect()
    };
    let reports = || companies.iter().filter_map(|company| company.report.as_ref());
    let mut choices: Vec<Choice> = match facet {
        Facet::Size => return SIZES.iter().map(choices::Size::choice).collect(),
        Facet::Kind => return fixed(&KINDS),
        Facet::Letter => return fixed(&LETTERS),
        Facet::Sector => reports()
            .map(|report| Choice { token: report.sector_code.clone(), label: report.sector.clone() })
            .collect(),
        Facet::State => reports()
            .map(|report| Choice { token: report.state.to_lowercase(), label: report.state_name.clone() })
            .collect(),
        Facet::Work => {
            let used: BTreeSet<String> =
                companies.iter().flat_map(|company| tokens(Facet::Work, company)).collect();
            let named = states.iter().map(|(state, name)| (state.to_lowercase(), name.clone()));
            named
                .filter(|(state, _)| used.contains(state))
                .map(|(token, label)| Choice { token, label })
                .collect()
        }
    };
    // Sectors stand by code, states by name.
    choices.sort_by_key(|choice| match facet {
        Facet::Sector => choice.token.clone(),
        _ => choice.label.clone(),
    });
    choices.dedup();
    choices
}

/// The texts of a company's choices in an address: one of most facets, several states that it works in.
fn tokens(facet: Facet, company: &Company) -> Vec<String> {
    let report = company.report.as_ref();
    match facet {
        Facet::Sector => report.map(|report| report.sector_code.clone()).into_iter().collect(),
        Facet::State => report.map(|report| report.state.to_lowercase()).into_iter().collect(),
        Facet::Work => {
            let filed = company.filed.iter().flat_map(|filed| &filed.states);
            filed.chain(report.map(|report| &report.state)).map(|state| state.to_lowercase()).collect()
        }
        Facet::Size => {
            let size =
                SIZES.iter().rfind(|size| company.employees().is_some_and(|people| people >= size.from));
            size.map(|size| size.token.to_owned()).into_iter().collect()
        }
        Facet::Kind => vec![
            match report.map(|report| report.is_public) {
                Some(true) => "public",
                Some(false) => "private",
                None => "unlisted",
            }
            .to_owned(),
        ],
        Facet::Letter => {
            let first = company.slug.chars().next();
            let letter =
                first.map(|first| if first.is_ascii_digit() { "0-9".to_owned() } else { first.to_string() });
            letter.into_iter().collect()
        }
    }
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
