//! Labor condition applications: what employers offer for positions that they seek foreign workers for, and what they
//! filed for in four years.

mod aliases;
mod codes;
mod filings;
mod spellings;
mod wage;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::{EmployerName, SocCode};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, has_ending, read_text};
use crate::releases::workbook::{Heading, Workbook};
use codes::EnteredCodes;
pub(crate) use filings::Filings;
use wage::Offer;

/// Employers with a page of their own: those that filed often, and those that are listed as companies.
pub(crate) const FILERS: Spec = Spec {
    name: "lca_filers",
    key: &["employer_key"],
    columns: &[
        "employer_key",
        "employer",
        "spellings",
        "filings",
        "occupations",
        "applications",
        "offered_over_prevailing_median",
    ],
};

pub(crate) const FILER_OCCUPATIONS: Spec = Spec {
    name: "lca_filer_occupations",
    key: &["employer_key", "soc_code"],
    columns: &[
        "employer_key",
        "soc_code",
        "filings",
        "applications",
        "wage_annual_median_usd",
        "prevailing_wage_annual_median_usd",
    ],
};

pub(crate) const FILER_STATES: Spec = Spec {
    name: "lca_filer_states",
    key: &["employer_key", "state"],
    columns: &["employer_key", "state", "applications"],
};

/// Names that are counted as one because people decided so.
pub(crate) const FILER_NAMES: Spec = Spec {
    name: "lca_filer_names",
    key: &["employer_key", "employer"],
    columns: &["employer_key", "employer", "filings"],
};

pub(crate) const OCCUPATIONS: Spec = Spec {
    name: "lca_occupations",
    key: &["soc_code"],
    columns: &["soc_code", "applications", "employers", "wage_annual_median_usd"],
};

pub(crate) const OUTCOMES: Spec =
    Spec { name: "lca_outcomes", key: &["outcome"], columns: &["outcome", "applications", "filings"] };

/// Employers with fewer filings in the four years have no page.
const LEAST_FILINGS: u32 = 25;
/// Of fewer applications than this a ratio to the prevailing wage says little.
const LEAST_APPLICATIONS: usize = 10;
/// Of fewer applications for one occupation a median is hardly more than a single offer.
const LEAST_OFFERS: usize = 3;

const EMPLOYER: &str = "EMPLOYER_NAME";
const CODE: &str = "SOC_CODE";
const STATE: &str = "WORKSITE_STATE";
const STATUS: &str = "CASE_STATUS";
const FULL_TIME: &str = "FULL_TIME_POSITION";
/// Columns of both layouts.
const COLUMNS: [&str; 7] =
    [EMPLOYER, CODE, "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY", "PREVAILING_WAGE", "PW_UNIT_OF_PAY", STATE];

/// What becomes of an application or a filing. The converted copy holds certified full-time ones only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Counted,
    CountedByOlderCode,
    CodeOfSeveralOccupations,
    CodeUnknown,
    NoEmployer,
    NoWage,
    HourlyForYearlyWork,
    WageUnbelievable,
    NotCertified,
    PartTime,
}

impl Outcome {
    const ALL: [Self; 10] = [
        Self::Counted,
        Self::CountedByOlderCode,
        Self::CodeOfSeveralOccupations,
        Self::CodeUnknown,
        Self::NoEmployer,
        Self::NoWage,
        Self::HourlyForYearlyWork,
        Self::WageUnbelievable,
        Self::NotCertified,
        Self::PartTime,
    ];

    fn token(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::CountedByOlderCode => "counted_by_older_code",
            Self::CodeOfSeveralOccupations => "code_of_several_occupations",
            Self::CodeUnknown => "code_unknown",
            Self::NoEmployer => "no_employer",
            Self::NoWage => "no_wage",
            Self::HourlyForYearlyWork => "hourly_for_yearly_work",
            Self::WageUnbelievable => "wage_unbelievable",
            Self::NotCertified => "not_certified",
            Self::PartTime => "part_time",
        }
    }
}

/// Reads the applications and makes the tables of these and of the filings, in the order of their names here.
///
/// `companies`: names of listed companies, which have a page however seldom they filed. `yearly_work`: occupations whose
/// pay the wage survey publishes by the year only.
pub(crate) fn read_applications(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    yearly_work: &BTreeSet<SocCode>,
    filings: Filings,
    companies: &[String],
) -> Result<[Table; 6], Error> {
    let codes = EnteredCodes::new(codes)?;
    let mut applications = Applications {
        codes: &codes,
        yearly_work,
        filings,
        whole: release.layout == "publisher",
        by_employer: BTreeMap::new(),
        outcomes: BTreeMap::new(),
    };
    let further = [STATUS, FULL_TIME].into_iter().filter(|_| applications.whole);
    let wanted: Vec<&str> = COLUMNS.into_iter().chain(further).collect();
    let mut take = |row: &Row<'_>| applications.take(row);
    if has_ending(&release.file, "xlsx") {
        let mut book = Workbook::open(folder, &release.file)?;
        // The one sheet is named after the quarter, in a new way almost every year.
        let sheet = book.sheet("of the disclosure", |_| true)?;
        book.read(&sheet, Heading::row(1), &wanted, &mut take)?;
    } else {
        read_text(folder, &release.file, Layout::Commas, &wanted, &mut take)?;
    }
    Ok(applications.tables(&release.id, companies))
}

/// An application that counts.
#[derive(Debug, Clone, Copy)]
struct Application {
    offered_annual_usd: f64,
    prevailing_annual_usd: Option<f64>,
}

/// The applications of one employer.
#[derive(Debug, Default)]
struct Applicant {
    by_occupation: BTreeMap<SocCode, Vec<Application>>,
    by_state: BTreeMap<String, u32>,
}

/// The applications by employer.
struct Applications<'c> {
    codes: &'c EnteredCodes<'c>,
    yearly_work: &'c BTreeSet<SocCode>,
    filings: Filings,
    /// Whether the publisher's layout is read, which has also what was not certified.
    whole: bool,
    by_employer: BTreeMap<String, Applicant>,
    outcomes: BTreeMap<Outcome, u32>,
}

impl Applications<'_> {
    fn take(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let outcome = self.outcome(row)?;
        *self.outcomes.entry(outcome).or_default() += 1;
        Ok(())
    }

    fn outcome(&mut self, row: &Row<'_>) -> Result<Outcome, Error> {
        if self.whole && !is_certified(row)? {
            return Ok(Outcome::NotCertified);
        }
        if self.whole && !is_full_time(row)? {
            return Ok(Outcome::PartTime);
        }
        let (line_item, outcome) = match self.codes.line_item(&row.text_or_empty(CODE)?) {
            Ok(found) => found,
            Err(why) => return Ok(why),
        };
        let application = match wage::offer(row, self.yearly_work.contains(&line_item))? {
            Offer::Annual(application) => application,
            Offer::None => return Ok(Outcome::NoWage),
            Offer::HourlyForYearlyWork => return Ok(Outcome::HourlyForYearlyWork),
            Offer::Unbelievable => return Ok(Outcome::WageUnbelievable),
        };
        let name = row.text(EMPLOYER)?;
        let employer = EmployerName::of(&name);
        let key = self.filings.employers.key(&employer);
        if key.is_empty() {
            return Ok(Outcome::NoEmployer);
        }
        self.filings.spellings.add(&self.filings.employers.own_key(&employer), name, 1);
        let applicant = self.by_employer.entry(key).or_default();
        applicant.by_occupation.entry(line_item).or_default().push(application);
        *applicant.by_state.entry(row.text_or_empty(STATE)?).or_default() += 1;
        Ok(outcome)
    }

    fn tables(self, release: &str, companies: &[String]) -> [Table; 6] {
        let listed: BTreeSet<String> =
            companies.iter().map(|company| EmployerName::of(company).core).collect();
        let filings = &self.filings;
        let (mut filers, mut by_occupation, mut by_state, mut names) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let none = Applicant::default();
        for (key, filer) in &filings.by_employer {
            if filer.filings < LEAST_FILINGS && !listed.contains(key) {
                continue;
            }
            let applicant = self.by_employer.get(key).unwrap_or(&none);
            filers.push(vec![
                key.clone(),
                filings.spellings.of(filer.main_name()),
                filer.names.keys().map(|name| filings.spellings.count(name)).sum::<usize>().to_string(),
                filer.filings.to_string(),
                filer.by_occupation.len().to_string(),
                applicant.by_occupation.values().map(Vec::len).sum::<usize>().to_string(),
                applicant.offered_over_prevailing(),
            ]);
            if filer.names.len() > 1 {
                let mut shown: BTreeMap<String, u32> = BTreeMap::new();
                for (own, count) in &filer.names {
                    *shown.entry(filings.spellings.of(own)).or_default() += count;
                }
                names.extend(
                    shown.into_iter().map(|(name, count)| vec![key.clone(), name, count.to_string()]),
                );
            }
            by_occupation.extend(occupation_rows(key, filer, applicant));
            let counts = applicant.by_state.iter().filter(|(state, _)| !state.is_empty());
            by_state.extend(counts.map(|(state, count)| vec![key.clone(), state.clone(), count.to_string()]));
        }
        let filed = || Origin::of(&filings.release);
        let filers_origin =
            filed().column("applications", release).column("offered_over_prevailing_median", release);
        let occupations_origin = filed()
            .column("applications", release)
            .column("wage_annual_median_usd", release)
            .column("prevailing_wage_annual_median_usd", release);
        let table = |spec, origin, rows| Table { spec, origin, rows };
        [
            table(&FILERS, filers_origin, filers),
            table(&FILER_OCCUPATIONS, occupations_origin, by_occupation),
            table(&FILER_STATES, Origin::of(release), by_state),
            table(&FILER_NAMES, filed(), names),
            table(&OCCUPATIONS, Origin::of(release), self.occupation_rows()),
            table(&OUTCOMES, Origin::of(release).column("filings", &filings.release), self.outcome_rows()),
        ]
    }

    /// Every occupation with all of its applications.
    fn occupation_rows(&self) -> Vec<Vec<String>> {
        let mut offers: BTreeMap<&SocCode, (usize, Vec<f64>)> = BTreeMap::new();
        for (line_item, applications) in
            self.by_employer.values().flat_map(|applicant| &applicant.by_occupation)
        {
            let (employers, all) = offers.entry(line_item).or_default();
            *employers += 1;
            all.extend(applications.iter().map(|application| application.offered_annual_usd));
        }
        let row = |(line_item, (employers, mut all)): (&SocCode, (usize, Vec<f64>))| {
            let count = [line_item.to_string(), all.len().to_string(), employers.to_string()];
            count.into_iter().chain([usd(median(&mut all))]).collect()
        };
        offers.into_iter().map(row).collect()
    }

    fn outcome_rows(&self) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Outcome::ALL
            .into_iter()
            .map(|outcome| {
                let count = |outcomes: &BTreeMap<Outcome, u32>| {
                    outcomes.get(&outcome).copied().unwrap_or_default().to_string()
                };
                vec![outcome.token().to_owned(), count(&self.outcomes), count(&self.filings.outcomes)]
            })
            .collect();
        rows.sort();
        rows
    }
}

impl Applicant {
    /// The middle of what it offers over the prevailing wage of the place, where enough applications say both.
    fn offered_over_prevailing(&self) -> String {
        let all = self.by_occupation.values().flatten();
        let mut ratios: Vec<f64> = all
            .filter_map(|application| {
                Some(application.offered_annual_usd / application.prevailing_annual_usd?)
            })
            .collect();
        if ratios.len() < LEAST_APPLICATIONS {
            return String::new();
        }
        median(&mut ratios).map_or_else(String::new, |ratio| format!("{ratio:.4}"))
    }
}

/// What an employer filed for, and what it offers for it.
fn occupation_rows(key: &str, filer: &filings::Filer, applicant: &Applicant) -> Vec<Vec<String>> {
    let both: BTreeSet<&SocCode> = filer.by_occupation.keys().chain(applicant.by_occupation.keys()).collect();
    let row = |line_item: &SocCode| {
        let filings = filer.by_occupation.get(line_item).copied().unwrap_or_default();
        let applications = applicant.by_occupation.get(line_item).map_or(&[][..], Vec::as_slice);
        let enough = applications.len() >= LEAST_OFFERS;
        let mut offered: Vec<f64> = applications.iter().map(|each| each.offered_annual_usd).collect();
        let mut prevailing: Vec<f64> =
            applications.iter().filter_map(|each| each.prevailing_annual_usd).collect();
        let middle = |of: &mut Vec<f64>| usd(Some(of).filter(|_| enough).and_then(|of| median(of)));
        vec![
            key.to_owned(),
            line_item.to_string(),
            filings.to_string(),
            applications.len().to_string(),
            middle(&mut offered),
            middle(&mut prevailing),
        ]
    };
    both.into_iter().map(row).collect()
}

/// In whole dollars.
fn usd(amount: Option<f64>) -> String {
    amount.map_or_else(String::new, |usd| usd.round().to_string())
}

/// The middle; of an even number the mean of the middle two.
fn median(numbers: &mut [f64]) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = *numbers.get(numbers.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// Whether an application was certified and has not been withdrawn since.
fn is_certified(row: &Row<'_>) -> Result<bool, Error> {
    let status = row.text(STATUS)?;
    match status.to_lowercase().as_str() {
        "certified" => Ok(true),
        "certified - withdrawn" | "certified-withdrawn" | "denied" | "withdrawn" => Ok(false),
        _ => Err(row.refuse_text(STATUS, &status, "a known status")),
    }
}

fn is_full_time(row: &Row<'_>) -> Result<bool, Error> {
    let answer = row.text(FULL_TIME)?;
    match answer.as_str() {
        "Y" | "Yes" => Ok(true),
        "N" | "No" => Ok(false),
        _ => Err(row.refuse_text(FULL_TIME, &answer, "Y or N")),
    }
}
