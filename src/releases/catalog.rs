//! `releases.toml`: which releases lie in a folder.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::releases::error::Error;

/// One dated edition of a publication, as `releases.toml` describes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Release {
    /// The short name that `data/sources.toml` refers to.
    pub id: String,
    /// Its file, or its folder, within the folder of the list.
    pub file: String,
    /// Who publishes it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// What time its figures are for.
    pub period: String,
    /// Under which terms it may be used.
    pub licence: String,
    /// `publisher` (as released) or `converted`.
    pub layout: String,
}

/// The publications that this version reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Publication {
    Oews,
    ProjectionsOccupations,
    ProjectionsEducation,
    ProjectionsSkills,
    OnetCrosswalk,
    Cps11,
    Cps11b,
    Cps39,
    Onet,
    Soc,
    CensusOccupations,
    WageLevels,
    WageAreas,
    PriceParitiesStates,
    PriceParitiesMetropolitan,
    MinimumWages,
    TaskExposure,
    AiApplicability,
    Pums,
    CipToSoc,
    Institutions,
    Completions,
    CollegeGraduates,
    LaborConditions,
    LaborFilings,
    Companies,
    WorkerPay,
}

impl Publication {
    /// Those of which exactly one edition is read, and must be there.
    pub(crate) const SINGLE: [Self; 26] = [
        Self::ProjectionsOccupations,
        Self::ProjectionsEducation,
        Self::ProjectionsSkills,
        Self::OnetCrosswalk,
        Self::Cps11,
        Self::Cps11b,
        Self::Cps39,
        Self::Onet,
        Self::Soc,
        Self::CensusOccupations,
        Self::WageLevels,
        Self::WageAreas,
        Self::PriceParitiesStates,
        Self::PriceParitiesMetropolitan,
        Self::MinimumWages,
        Self::TaskExposure,
        Self::AiApplicability,
        Self::Pums,
        Self::CipToSoc,
        Self::Institutions,
        Self::Completions,
        Self::CollegeGraduates,
        Self::LaborConditions,
        Self::LaborFilings,
        Self::Companies,
        Self::WorkerPay,
    ];

    /// What a person calls it, with the form of its ids.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Oews => "Occupational Employment and Wage Statistics (oews-…)",
            Self::ProjectionsOccupations => "Employment Projections, occupations (ep-…-occupations)",
            Self::ProjectionsEducation => "Employment Projections, education (ep-…-education)",
            Self::ProjectionsSkills => "Employment Projections, skills (ep-…-skills)",
            Self::OnetCrosswalk => "O*NET to projections crosswalk (ep-…-onet-crosswalk)",
            Self::Cps11 => "Current Population Survey, table 11 (cps-…-11)",
            Self::Cps11b => "Current Population Survey, table 11b (cps-…-11b)",
            Self::Cps39 => "Current Population Survey, table 39 (cps-…-39)",
            Self::Onet => "O*NET database (onet-…)",
            Self::Soc => "Standard Occupational Classification (soc-…)",
            Self::CensusOccupations => "Census occupation codes (census-occupations-…)",
            Self::WageLevels => "Prevailing wage levels (oflc-…-metropolitan)",
            Self::WageAreas => "Counties to areas of the wage levels (oflc-areas-…)",
            Self::PriceParitiesStates => "Regional price parities, states (bea-rpp-states-…)",
            Self::PriceParitiesMetropolitan => {
                "Regional price parities, metropolitan areas (bea-rpp-metropolitan-…)"
            }
            Self::MinimumWages => "State minimum wages (minimum-wage-…)",
            Self::TaskExposure => "Exposure of tasks to language models (ai-gpts-…)",
            Self::AiApplicability => "AI applicability scores (ai-microsoft-…)",
            Self::Pums => "American Community Survey, person records (acs-pums-…)",
            Self::CipToSoc => "Fields of study to occupations (cip-soc-…)",
            Self::Institutions => "IPEDS institutions (ipeds-institutions-…)",
            Self::Completions => "IPEDS completions (ipeds-…)",
            Self::CollegeGraduates => "National Survey of College Graduates (nscg-…)",
            Self::LaborConditions => "LCA disclosure data (lca-fy…)",
            Self::LaborFilings => "LCA filings by employer, title and SOC (lca-filings-…)",
            Self::Companies => "Large companies (companies-…)",
            Self::WorkerPay => "Median worker pay (sec-companies)",
        }
    }

    /// The publication that a release's id names, `None` for one that this version has no reader for.
    fn of(id: &str) -> Option<Self> {
        let (family, rest) = id.split_once('-')?;
        match family {
            "oews" => Some(Self::Oews),
            "onet" => Some(Self::Onet),
            "soc" => Some(Self::Soc),
            "census" if rest.starts_with("occupations-") => Some(Self::CensusOccupations),
            "oflc" if rest.starts_with("areas-") => Some(Self::WageAreas),
            "oflc" if rest.ends_with("-metropolitan") => Some(Self::WageLevels),
            "bea" if rest.starts_with("rpp-states-") => Some(Self::PriceParitiesStates),
            "bea" if rest.starts_with("rpp-metropolitan-") => Some(Self::PriceParitiesMetropolitan),
            "minimum" if rest.starts_with("wage-") => Some(Self::MinimumWages),
            "ai" if rest.starts_with("gpts-") => Some(Self::TaskExposure),
            "ai" if rest.starts_with("microsoft-") => Some(Self::AiApplicability),
            "acs" if rest.starts_with("pums-") => Some(Self::Pums),
            "cip" if rest.starts_with("soc-") => Some(Self::CipToSoc),
            "ipeds" if rest.starts_with("institutions-") => Some(Self::Institutions),
            "ipeds" => Some(Self::Completions),
            "nscg" => Some(Self::CollegeGraduates),
            "lca" if rest.starts_with("fy") => Some(Self::LaborConditions),
            "lca" if rest.starts_with("filings-") => Some(Self::LaborFilings),
            "companies" => Some(Self::Companies),
            "sec" if rest == "companies" => Some(Self::WorkerPay),
            "ep" if rest.ends_with("-onet-crosswalk") => Some(Self::OnetCrosswalk),
            "ep" if rest.ends_with("-occupations") => Some(Self::ProjectionsOccupations),
            "ep" if rest.ends_with("-education") => Some(Self::ProjectionsEducation),
            "ep" if rest.ends_with("-skills") => Some(Self::ProjectionsSkills),
            "cps" if rest.ends_with("-11") => Some(Self::Cps11),
            "cps" if rest.ends_with("-11b") => Some(Self::Cps11b),
            "cps" if rest.ends_with("-39") => Some(Self::Cps39),
            _ => None,
        }
    }
}

impl Release {
    pub(crate) fn publication(&self) -> Option<Publication> {
        Publication::of(&self.id)
    }

    /// The path of a file in the release's folder.
    pub(crate) fn file_within(&self, name: &str) -> String {
        format!("{}/{name}", self.file.trim_end_matches('/'))
    }

    /// The first year that the period names: 2025 of `May 2025`, 2024 of `2024 to 2034`.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.years().next()
    }

    /// Every year that the period names.
    pub(crate) fn years(&self) -> impl Iterator<Item = u16> {
        self.period
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|digits| digits.len() == 4)
            .filter_map(|digits| digits.parse().ok())
            .filter(|year| (1900..2200).contains(year))
    }
}

/// The releases of a folder, in the order of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Catalog {
    pub(crate) releases: Vec<Release>,
}

#[derive(Deserialize)]
struct CatalogFile {
    #[serde(default)]
    release: Vec<Release>,
}

impl Catalog {
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let path = folder.join("releases.toml");
        let text = std::fs::read_to_string(&path)
            .map_err(|source| Error::CatalogFile { path: path.clone(), source })?;
        let wrong = |problem: String| Error::Catalog { path: path.clone(), problem };
        let list: CatalogFile = toml::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        let mut ids = BTreeSet::new();
        for release in &list.release {
            if !ids.insert(&release.id) {
                return Err(wrong(format!("the release “{}” is named twice", release.id)));
            }
        }
        Ok(Self { releases: list.release })
    }

    /// The newest edition of a publication; of two from the same year the one listed first.
    pub(crate) fn newest(&self, publication: Publication) -> Option<&Release> {
        self.of(publication).rev().max_by_key(|release| release.year().unwrap_or_default())
    }

    /// Refuses a list that lacks any of the publications.
    pub(crate) fn require(&self, publications: &[Publication]) -> Result<(), Error> {
        let lacking = publications.iter().filter(|publication| self.newest(**publication).is_none());
        let lacking: Vec<String> = lacking.map(|publication| publication.name().to_owned()).collect();
        if lacking.is_empty() { Ok(()) } else { Err(Error::Lacking(lacking)) }
    }

    /// Every release of a publication, in the order of the list.
    pub(crate) fn of(&self, publication: Publication) -> impl DoubleEndedIterator<Item = &Release> {
        self.releases.iter().filter(move |release| release.publication() == Some(publication))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(id: &str, period: &str) -> Release {
        Release {
            id: id.to_owned(),
            file: String::new(),
            publisher: String::new(),
            title: String::new(),
            period: period.to_owned(),
            licence: String::new(),
            layout: String::new(),
        }
    }

    #[test]
    fn a_period_names_its_years() {
        for (period, years) in [
            ("May 2025", vec![2025]),
            ("2024 to 2034", vec![2024, 2034]),
            ("2024; attainment 2022-23", vec![2024, 2022]),
            ("30.1 (skills, knowledge, abilities 30.0)", vec![]),
            ("undated", vec![]),
        ] {
            assert_eq!(release("x", period).years().collect::<Vec<_>>(), years, "{period}");
        }
    }

    #[test]
    fn the_newest_edition_is_read_and_of_two_the_first() {
        let catalog = Catalog {
            releases: vec![
                release("cps-2023-11", "2023"),
                release("cps-2025-11", "2025 (11 months)"),
                release("cps-2025b-11", "2025"),
                release("cps-2026-11b", "2026"),
            ],
        };
        let newest = |publication| catalog.newest(publication).map(|release| release.id.as_str());
        assert_eq!(newest(Publication::Cps11), Some("cps-2025-11"));
        assert_eq!(newest(Publication::Cps11b), Some("cps-2026-11b"));
        assert_eq!(newest(Publication::Cps39), None);
    }

    #[test]
    fn other_releases_have_no_reader() {
        for id in ["oflc-2025-26-industries", "acs-summary-2024", "sec-filings", "ep-2024-34-industries", "x"]
        {
            assert_eq!(release(id, "").publication(), None, "{id}");
        }
    }
}
