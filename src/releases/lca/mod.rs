//! Labor condition applications: what employers offer for positions that they seek foreign workers for.

mod employer;
mod wage;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, has_ending, read_text};
use crate::releases::workbook::{Heading, Workbook};
use employer::Spellings;
use wage::Offer;

pub(crate) const EMPLOYERS: Spec = Spec {
    name: "lca_employers",
    key: &["soc_code", "employer"],
    columns: &["soc_code", "employer", "applications", "wage_annual_median_usd"],
};

pub(crate) const OCCUPATIONS: Spec = Spec {
    name: "lca_occupations",
    key: &["soc_code"],
    columns: &["soc_code", "applications", "employers", "wage_annual_median_usd"],
};

pub(crate) const OUTCOMES: Spec =
    Spec { name: "lca_outcomes", key: &["outcome"], columns: &["outcome", "applications"] };

/// Codes that the classification of 2018 does not have; reviewed by us.
const OLDER_CODES: &str = include_str!("../../../data/soc_2010.csv");

/// Of an employer with fewer applications for an occupation a median says little.
const LEAST_APPLICATIONS: usize = 10;

const EMPLOYER: &str = "EMPLOYER_NAME";
const CODE: &str = "SOC_CODE";
const STATUS: &str = "CASE_STATUS";
const FULL_TIME: &str = "FULL_TIME_POSITION";
/// Columns of both layouts.
const COLUMNS: [&str; 6] =
    [EMPLOYER, CODE, "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY", "PREVAILING_WAGE", "PW_UNIT_OF_PAY"];

/// What becomes of an application. The converted copy holds certified full-time ones only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Counted,
    CountedByOlderCode,
    CodeOfSeveralOccupations,
    CodeUnknown,
    NoWage,
    HourlyForYearlyWork,
    WageUnbelievable,
    NotCertified,
    PartTime,
}

impl Outcome {
    const ALL: [Self; 9] = [
        Self::Counted,
        Self::CountedByOlderCode,
        Self::CodeOfSeveralOccupations,
        Self::CodeUnknown,
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
            Self::NoWage => "no_wage",
            Self::HourlyForYearlyWork => "hourly_for_yearly_work",
            Self::WageUnbelievable => "wage_unbelievable",
            Self::NotCertified => "not_certified",
            Self::PartTime => "part_time",
        }
    }
}

/// The three tables, in the order of their names here.
pub(crate) fn read_applications(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    yearly_work: BTreeSet<SocCode>,
) -> Result<[Table; 3], Error> {
    let older = older_codes(codes)?;
    let mut applications = Applications { older, yearly_work, ..Applications::default() };
    let whole = release.layout == "publisher";
    let further = [STATUS, FULL_TIME].into_iter().filter(|_| whole);
    let wanted: Vec<&str> = COLUMNS.into_iter().chain(further).collect();
    let mut take = |row: &Row<'_>| applications.take(row, whole, codes);
    if has_ending(&release.file, "xlsx") {
        let mut book = Workbook::open(folder, &release.file)?;
        // The one sheet is named after the quarter, in a new way almost every year.
        let sheet = book.sheet("of the disclosure", |_| true)?;
        book.read(&sheet, Heading::row(1), &wanted, &mut take)?;
    } else {
        read_text(folder, &release.file, Layout::Commas, &wanted, &mut take)?;
    }
    Ok(applications.tables(&release.id))
}

/// Each code with the line item that it stands for, or none where it stands for several.
fn older_codes(codes: &Codes) -> Result<BTreeMap<String, Option<SocCode>>, Error> {
    const FILE: &str = "soc_2010.csv";
    let wrong = |problem: String| Error::whole(FILE, problem);
    let mut older = BTreeMap::new();
    for record in csv::Reader::from_reader(OLDER_CODES.as_bytes()).records() {
        let record = record.map_err(|error| wrong(error.to_string()))?;
        let code = record.get(0).unwrap_or_default();
        let line_item = match record.get(1).unwrap_or_default() {
            "" => None,
            text => Some(SocCode::parse(text).map_err(|error| wrong(error.to_string()))?),
        };
        if codes.knows(code) {
            return Err(wrong(format!("{code} is a code of the classification of 2018")));
        }
        older.insert(code.to_owned(), line_item);
    }
    Ok(older)
}

/// The applications by occupation and employer.
#[derive(Debug, Default)]
struct Applications {
    older: BTreeMap<String, Option<SocCode>>,
    /// Occupations whose pay the wage survey publishes by the year only.
    yearly_work: BTreeSet<SocCode>,
    offers: BTreeMap<SocCode, BTreeMap<String, Vec<f64>>>,
    spellings: Spellings,
    outcomes: BTreeMap<Outcome, u32>,
}

impl Applications {
    fn take(&mut self, row: &Row<'_>, whole: bool, codes: &Codes) -> Result<(), Error> {
        let outcome = self.outcome(row, whole, codes)?;
        *self.outcomes.entry(outcome).or_default() += 1;
        Ok(())
    }

    fn outcome(&mut self, row: &Row<'_>, whole: bool, codes: &Codes) -> Result<Outcome, Error> {
        if whole && !is_certified(row)? {
            return Ok(Outcome::NotCertified);
        }
        if whole && !is_full_time(row)? {
            return Ok(Outcome::PartTime);
        }
        let (line_item, outcome) = match self.line_item(&row.text_or_empty(CODE)?, codes) {
            Ok(found) => found,
            Err(why) => return Ok(why),
        };
        let annual = match wage::offer(row, self.yearly_work.contains(&line_item))? {
            Offer::Annual(annual) => annual,
            Offer::None => return Ok(Outcome::NoWage),
            Offer::HourlyForYearlyWork => return Ok(Outcome::HourlyForYearlyWork),
            Offer::Unbelievable => return Ok(Outcome::WageUnbelievable),
        };
        let name = row.text(EMPLOYER)?;
        let key = employer::key(&name);
        self.spellings.add(&key, name);
        self.offers.entry(line_item).or_default().entry(key).or_default().push(annual);
        Ok(outcome)
    }

    /// The line item of a code as an employer enters it: `15-1252`, `15-1252.00`, `15-2051.01`, or an older one.
    fn line_item(&self, code: &str, codes: &Codes) -> Result<(SocCode, Outcome), Outcome> {
        let older = |code: &str| match self.older.get(code) {
            Some(Some(line_item)) if codes.line_items.contains_key(line_item) => {
                Some(Ok((line_item.clone(), Outcome::CountedByOlderCode)))
            }
            Some(Some(_)) => Some(Err(Outcome::CodeUnknown)),
            Some(None) => Some(Err(Outcome::CodeOfSeveralOccupations)),
            None => None,
        };
        let six_digits = match code.split_once('.') {
            Some((six_digits, ending)) if ending.len() == 2 => six_digits,
            _ => code,
        };
        let known = SocCode::parse(six_digits).ok().and_then(|code| {
            let line_item = codes
                .line_item_of(&code)
                .or_else(|| codes.line_items.get_key_value(&code).map(|(own, _)| own));
            Some(Ok((line_item?.clone(), Outcome::Counted)))
        });
        older(code).or(known).or_else(|| older(six_digits)).unwrap_or(Err(Outcome::CodeUnknown))
    }

    fn tables(self, release: &str) -> [Table; 3] {
        let (mut employers, mut occupations) = (Vec::new(), Vec::new());
        for (line_item, by_employer) in &self.offers {
            let mut all: Vec<f64> = by_employer.values().flatten().copied().collect();
            let count = [line_item.to_string(), all.len().to_string(), by_employer.len().to_string()];
            occupations.push(count.into_iter().chain([median(&mut all)]).collect());
            for (key, offers) in by_employer.iter().filter(|(_, offers)| offers.len() >= LEAST_APPLICATIONS) {
                let mut offers = offers.clone();
                let name = self.spellings.of(key).to_owned();
                let count = [line_item.to_string(), name, offers.len().to_string()];
                employers.push(count.into_iter().chain([median(&mut offers)]).collect());
            }
        }
        employers.sort();
        let mut outcomes: Vec<Vec<String>> = Outcome::ALL
            .into_iter()
            .map(|outcome| {
                let count = self.outcomes.get(&outcome).copied().unwrap_or_default();
                vec![outcome.token().to_owned(), count.to_string()]
            })
            .collect();
        outcomes.sort();
        let table = |spec, rows| Table { spec, origin: Origin::of(release), rows };
        [table(&EMPLOYERS, employers), table(&OCCUPATIONS, occupations), table(&OUTCOMES, outcomes)]
    }
}

/// The middle in whole dollars; of an even number the mean of the middle two.
fn median(offers: &mut [f64]) -> String {
    offers.sort_by(f64::total_cmp);
    let at = |place: usize| offers.get(place).copied().unwrap_or_default();
    let upper = offers.len() / 2;
    let lower = offers.len().saturating_sub(1) / 2;
    f64::midpoint(at(lower), at(upper)).round().to_string()
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
