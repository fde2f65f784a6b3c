//! The tables that `refresh` makes, before they are files.

use std::collections::{BTreeMap, BTreeSet};

use crate::releases::{
    attainment, census, colleges, companies, cps, exposure, lca, minimum_wages, nscg, oews, oflc, onet,
    price_parities, projections, pums, skills, soc, titles,
};

/// The form of a table; `docs/data.md` describes each.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Spec {
    /// The file's name without `.csv`.
    pub(crate) name: &'static str,
    pub(crate) key: &'static [&'static str],
    pub(crate) columns: &'static [&'static str],
}

/// Every table that this program can make: a file of one of these names that is no longer made is removed.
pub(crate) const SPECS: [&Spec; 50] = [
    &soc::GROUPS,
    &soc::OCCUPATIONS,
    &soc::ONET_CROSSWALK,
    &census::CROSSWALK,
    &oews::NATIONAL,
    &oews::NATIONAL_PREVIOUS,
    &oews::AREAS,
    &oews::STATES,
    &oews::NONMETROPOLITAN,
    &oews::METROPOLITAN,
    &oews::SECTORS,
    &oews::BY_SECTOR,
    &oflc::METROPOLITAN,
    &oflc::AREA_STATES,
    &price_parities::PRICE_PARITIES,
    &minimum_wages::MINIMUM_WAGES,
    &exposure::EXPOSURE,
    &projections::PROJECTIONS,
    &attainment::ENTRY_REQUIREMENTS,
    &attainment::ATTAINMENT,
    &skills::SKILLS,
    &colleges::STUDY_FIELDS,
    &colleges::GRADUATES,
    &colleges::COLLEGES,
    &nscg::SATISFACTION,
    &companies::COMPANIES,
    &companies::WORKER_PAY,
    &lca::FILERS,
    &lca::FILER_OCCUPATIONS,
    &lca::FILER_STATES,
    &lca::FILER_NAMES,
    &lca::OCCUPATIONS,
    &lca::OUTCOMES,
    &cps::CPS,
    &cps::GROUPS,
    &pums::OCCUPATIONS,
    &pums::MAJORS,
    &pums::CODES,
    &onet::ELEMENTS,
    &onet::SKILLS,
    &onet::KNOWLEDGE,
    &onet::ABILITIES,
    &onet::WORK_STYLES,
    &onet::WORK_VALUES,
    &onet::TECHNOLOGY,
    &onet::REQUIREMENTS,
    &onet::JOB_ZONES,
    &onet::RELATED,
    &onet::INTERESTS,
    &titles::TITLES,
];

/// Which release a table's columns come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The release behind every column that `columns` does not name.
    pub(crate) release: String,
    /// Releases that give further rows.
    pub(crate) also: Vec<String>,
    /// Columns from another release.
    pub(crate) columns: BTreeMap<&'static str, String>,
}

impl Origin {
    pub(crate) fn of(release: &str) -> Self {
        Self { release: release.to_owned(), also: Vec::new(), columns: BTreeMap::new() }
    }

    /// Several releases that give rows; the first is the one behind most.
    pub(crate) fn of_rows(releases: &[String]) -> Self {
        let (first, also) = releases
            .split_first()
            .map_or((String::new(), Vec::new()), |(first, rest)| (first.clone(), rest.to_vec()));
        Self { release: first, also, columns: BTreeMap::new() }
    }

    /// Whether any part of the table comes from the release.
    pub(crate) fn names(&self, release: &str) -> bool {
        self.releases().any(|id| id == release)
    }

    /// Every release behind the table.
    pub(crate) fn releases(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.release).chain(&self.also).chain(self.columns.values()).map(String::as_str)
    }

    pub(crate) fn column(mut self, column: &'static str, release: &str) -> Self {
        self.columns.insert(column, release.to_owned());
        self
    }
}

/// A finished table: its rows are sorted by the key, and have a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) spec: &'static Spec,
    pub(crate) origin: Origin,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// The first cell of every row.
    pub(crate) fn first_column(&self) -> Vec<String> {
        self.rows.iter().filter_map(|row| row.first().cloned()).collect()
    }

    /// Adds the rows of a further release whose key is not there yet.
    pub(crate) fn add_missing(&mut self, rows: impl Iterator<Item = Vec<String>>, release: &str) {
        let key = self.spec.key.len();
        let known: BTreeSet<Vec<String>> =
            self.rows.iter().map(|row| row.iter().take(key).cloned().collect()).collect();
        let before = self.rows.len();
        self.rows.extend(rows.filter(|row| row.get(..key).is_some_and(|key| !known.contains(key))));
        if self.rows.len() > before {
            self.origin.also.push(release.to_owned());
        }
        self.rows.sort();
    }
}
