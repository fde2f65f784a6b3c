//! Filings of several years, counted by employer, job title and code: no wage, no place.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::codes::EnteredCodes;
use super::spellings::Spellings;
use super::{Outcome, aliases};
use crate::domain::{EmployerName, Employers, SocCode};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::soc::Codes;
use crate::releases::text::{Layout, read_text};

const EMPLOYER: &str = "employer";
const CODE: &str = "soc";
const COUNT: &str = "n_filings";
/// More than any row can hold.
const MOST: u32 = 1_000_000;

/// The filings by employer.
#[derive(Debug)]
pub(crate) struct Filings {
    pub(super) release: String,
    /// Which spellings are one employer.
    pub(super) employers: Employers,
    pub(super) by_employer: BTreeMap<String, Filer>,
    pub(super) spellings: Spellings,
    pub(super) outcomes: BTreeMap<Outcome, u32>,
}

/// What one employer filed for.
#[derive(Debug, Default)]
pub(super) struct Filer {
    pub(super) filings: u32,
    /// Those whose code leads to one occupation.
    pub(super) by_occupation: BTreeMap<SocCode, u32>,
    /// The names that are counted here, by what the spellings of each share: several where people decided so.
    pub(super) names: BTreeMap<String, u32>,
}

impl Filer {
    /// Of its names the one with most filings; of equals the first by the alphabet.
    pub(super) fn main_name(&self) -> &str {
        let most = self.names.iter().rev().max_by_key(|(_, count)| **count);
        most.map_or("", |(name, _)| name)
    }
}

/// A spelling and a code as the file has them.
type Entered = BTreeMap<String, BTreeMap<String, u32>>;

impl Filings {
    /// Reads the file whole before any name is brought to its employer: which spellings are one depends on all of them.
    pub(crate) fn read(folder: &Path, release: &Release, codes: &Codes) -> Result<Self, Error> {
        let mut entered = Entered::new();
        read_text(folder, &release.file, Layout::Commas, &[EMPLOYER, CODE, COUNT], |row| {
            let count = row.whole(COUNT, 1, MOST)?;
            let by_code = entered.entry(row.text_or_empty(EMPLOYER)?).or_default();
            *by_code.entry(row.text_or_empty(CODE)?).or_default() += count;
            Ok(())
        })?;
        let mut employers = Employers::new(aliases::read()?);
        let names: HashMap<&str, EmployerName> =
            entered.keys().map(|name| (name.as_str(), EmployerName::of(name))).collect();
        for (name, by_code) in &entered {
            let filings: u32 = by_code.values().sum();
            names.get(name.as_str()).into_iter().for_each(|name| employers.add(name, filings.into()));
        }
        let mut filings = Self {
            release: release.id.clone(),
            employers,
            by_employer: BTreeMap::new(),
            spellings: Spellings::default(),
            outcomes: BTreeMap::new(),
        };
        let codes = EnteredCodes::new(codes)?;
        for (name, by_code) in &entered {
            if let Some(employer) = names.get(name.as_str()) {
                filings.add(employer, name, by_code, &codes);
            }
        }
        Ok(filings)
    }

    fn add(
        &mut self,
        employer: &EmployerName,
        name: &str,
        by_code: &BTreeMap<String, u32>,
        codes: &EnteredCodes,
    ) {
        let total: u32 = by_code.values().sum();
        let (key, own) = (self.employers.key(employer), self.employers.own_key(employer));
        if key.is_empty() {
            *self.outcomes.entry(Outcome::NoEmployer).or_default() += total;
            return;
        }
        self.spellings.add(&own, name.to_owned(), total);
        let filer = self.by_employer.entry(key).or_default();
        filer.filings += total;
        *filer.names.entry(own).or_default() += total;
        for (code, count) in by_code {
            let outcome = match codes.line_item(code) {
                Ok((line_item, outcome)) => {
                    *filer.by_occupation.entry(line_item).or_default() += count;
                    outcome
                }
                Err(outcome) => outcome,
            };
            *self.outcomes.entry(outcome).or_default() += count;
        }
    }
}
