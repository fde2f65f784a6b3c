//! American Community Survey, public use person records: who works in an occupation, how long, where, and what they
//! studied. Nobody publishes these by occupation; they are counted here from a sample of persons with weights.

mod coverage;
mod labels;
mod person;
mod sample;
mod tally;

use std::collections::BTreeMap;
use std::path::Path;

use crate::releases::catalog::Release;
use crate::releases::census::CensusCodes;
use crate::releases::error::Error;
use crate::releases::table::{Origin, Spec, Table};
use coverage::Coverage;
use labels::{Labels, Members};
use tally::Tally;

pub(crate) const OCCUPATIONS: Spec = Spec {
    name: "acs_occupations",
    key: &["occp"],
    columns: &[
        "occp",
        "title",
        "records",
        "persons",
        "design_effect",
        "women_percent",
        "women_margin_points",
        "hispanic_percent",
        "hispanic_margin_points",
        "white_percent",
        "white_margin_points",
        "black_percent",
        "black_margin_points",
        "asian_percent",
        "asian_margin_points",
        "native_percent",
        "native_margin_points",
        "other_race_percent",
        "other_race_margin_points",
        "age_p10_years",
        "age_p25_years",
        "age_median_years",
        "age_median_margin_years",
        "age_p75_years",
        "age_p90_years",
        "hours_mean",
        "hours_mean_margin",
        "hours_under_35_percent",
        "hours_under_35_margin_points",
        "hours_50_and_over_percent",
        "hours_50_and_over_margin_points",
        "at_work_records",
        "at_work_persons",
        "home_percent",
        "home_margin_points",
        "degree_percent",
        "degree_margin_points",
        "degree_records",
    ],
};

pub(crate) const MAJORS: Spec = Spec {
    name: "acs_majors",
    key: &["occp", "rank"],
    columns: &["occp", "rank", "field_code", "field", "records", "share_percent", "share_margin_points"],
};

pub(crate) const CODES: Spec =
    Spec { name: "acs_codes", key: &["occp", "census_code"], columns: &["occp", "census_code", "members"] };

/// Reads the person records one after the other and makes the three tables.
pub(crate) fn read_pums(folder: &Path, release: &Release, census: &CensusCodes) -> Result<Vec<Table>, Error> {
    let labels = Labels::read(folder, release, census)?;
    let mut tallies: BTreeMap<u16, Tally> = BTreeMap::new();
    let mut coverage = Coverage::default();
    person::read_persons(folder, &release.file, &labels, |person| {
        coverage.add(person.state);
        tallies.entry(person.occupation).or_default().add(person);
    })?;
    coverage.check(release)?;
    labels.check(&tallies, &release.file)?;
    let origin = Origin::of(&release.id);
    let occupations =
        tallies.iter().map(|(code, tally)| [labels.heading(*code), tally.cells()].concat()).collect();
    let majors = tallies.iter().flat_map(|(code, tally)| majors(*code, tally, &labels)).collect();
    let codes = labels.groups.iter().flat_map(|(code, group)| {
        let members = match group.members {
            Members::Named => "named",
            Members::Other => "other",
        };
        let row = move |census: &u16| vec![padded(*code), padded(*census), members.to_owned()];
        group.census_codes.iter().map(row)
    });
    Ok(vec![
        Table { spec: &OCCUPATIONS, rows: occupations, origin: origin.clone() },
        Table { spec: &MAJORS, rows: majors, origin: origin.clone() },
        Table { spec: &CODES, rows: codes.collect(), origin },
    ])
}

fn majors(code: u16, tally: &Tally, labels: &Labels) -> Vec<Vec<String>> {
    let ranked = (1..).zip(tally.majors());
    let row = |(rank, major): (u32, tally::Major)| {
        let share = tally.share_of_degrees(&major);
        vec![
            padded(code),
            rank.to_string(),
            padded(major.field),
            labels.fields.get(&major.field).cloned().unwrap_or_default(),
            major.records.to_string(),
            share.value(),
            share.margin(),
        ]
    };
    ranked.map(row).collect()
}

/// Codes have four digits; files that passed through a spreadsheet have lost the zeros in front.
fn padded(code: u16) -> String {
    format!("{code:04}")
}
