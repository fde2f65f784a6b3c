//! Which states the records are from: a figure of a part of the country has to say so.

use std::collections::BTreeSet;

use crate::releases::catalog::Release;
use crate::releases::error::Error;

/// The states and the District of Columbia by their codes in federal statistics (FIPS 5-2).
const STATES: [(u16, &str); 51] = [
    (1, "Alabama"),
    (2, "Alaska"),
    (4, "Arizona"),
    (5, "Arkansas"),
    (6, "California"),
    (8, "Colorado"),
    (9, "Connecticut"),
    (10, "Delaware"),
    (11, "District of Columbia"),
    (12, "Florida"),
    (13, "Georgia"),
    (15, "Hawaii"),
    (16, "Idaho"),
    (17, "Illinois"),
    (18, "Indiana"),
    (19, "Iowa"),
    (20, "Kansas"),
    (21, "Kentucky"),
    (22, "Louisiana"),
    (23, "Maine"),
    (24, "Maryland"),
    (25, "Massachusetts"),
    (26, "Michigan"),
    (27, "Minnesota"),
    (28, "Mississippi"),
    (29, "Missouri"),
    (30, "Montana"),
    (31, "Nebraska"),
    (32, "Nevada"),
    (33, "New Hampshire"),
    (34, "New Jersey"),
    (35, "New Mexico"),
    (36, "New York"),
    (37, "North Carolina"),
    (38, "North Dakota"),
    (39, "Ohio"),
    (40, "Oklahoma"),
    (41, "Oregon"),
    (42, "Pennsylvania"),
    (44, "Rhode Island"),
    (45, "South Carolina"),
    (46, "South Dakota"),
    (47, "Tennessee"),
    (48, "Texas"),
    (49, "Utah"),
    (50, "Vermont"),
    (51, "Virginia"),
    (53, "Washington"),
    (54, "West Virginia"),
    (55, "Wisconsin"),
    (56, "Wyoming"),
];

/// The states seen.
#[derive(Debug, Default)]
pub(super) struct Coverage(BTreeSet<u16>);

impl Coverage {
    pub(super) fn add(&mut self, state: u16) {
        self.0.insert(state);
    }

    /// Refuses records whose states are not those that the release's period names: `2024, without California and
    /// Texas`. Pages repeat the words at every figure.
    pub(super) fn check(&self, release: &Release) -> Result<(), Error> {
        if let Some(unknown) = self.0.iter().find(|code| STATES.iter().all(|(state, _)| state != *code)) {
            return Err(Error::whole(&release.file, format!("STATE {unknown} is no state")));
        }
        let absent = STATES.iter().filter(|(code, _)| !self.0.contains(code)).map(|(_, name)| *name);
        let absent: BTreeSet<&str> = absent.collect();
        let named = release.period.split_once(", without ").map_or("", |(_, names)| names);
        let named: BTreeSet<&str> = named
            .split(", ")
            .flat_map(|names| names.split(" and "))
            .filter(|name| !name.is_empty())
            .collect();
        if named == absent {
            return Ok(());
        }
        let list = |names: &BTreeSet<&str>| names.iter().copied().collect::<Vec<_>>().join(", ");
        let problem = format!(
            "it has no records of: {}; its period “{}” names: {}",
            list(&absent),
            release.period,
            list(&named)
        );
        Err(Error::whole(&release.file, problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(period: &str) -> Release {
        Release {
            id: "acs-pums-2024".to_owned(),
            file: "pums.csv".to_owned(),
            publisher: String::new(),
            title: String::new(),
            period: period.to_owned(),
            licence: String::new(),
            layout: String::new(),
        }
    }

    #[test]
    fn the_period_names_the_states_that_lack() {
        let without = |absent: &[u16]| {
            Coverage(STATES.iter().map(|(code, _)| *code).filter(|code| !absent.contains(code)).collect())
        };
        for (period, absent) in [
            ("2024", &[][..]),
            ("2024, without Texas", &[48]),
            ("2024, without California and Texas", &[6, 48]),
            ("2024, without California, Ohio and Texas", &[6, 39, 48]),
        ] {
            without(absent).check(&release(period)).unwrap();
            without(&[1]).check(&release(period)).unwrap_err();
        }
        let message = without(&[6, 48]).check(&release("2024")).unwrap_err().to_string();
        assert!(message.contains("pums.csv: it has no records of: California, Texas"), "{message}");
    }
}
