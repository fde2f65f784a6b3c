//! Official releases: their files become the tables of `data/` that `docs/data.md` describes.
//!
//! One module a publication reads its files; [`refresh`] brings them together. Nothing here is on the request path.

mod attainment;
mod catalog;
mod census;
mod changes;
mod colleges;
mod companies;
mod cps;
mod error;
mod exposure;
mod fields;
mod lca;
mod minimum_wages;
mod nscg;
mod oews;
mod oflc;
mod onet;
mod price_parities;
mod projections;
mod publish;
mod pums;
mod row;
mod skills;
mod soc;
mod sources;
mod table;
mod text;
mod titles;
mod workbook;

use std::fmt;
use std::path::Path;

pub use catalog::Release;
pub use changes::{Moved, TableChange};
pub use error::{Error, Place};

use catalog::{Catalog, Publication};
use table::{SPECS, Table};

/// Called before each release is read: which one, and how many there are.
pub type Progress<'a> = &'a mut dyn FnMut(&Release, usize);

/// What a refresh did.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What changed, table by table.
    pub tables: Vec<TableChange>,
    /// Releases of the list that gave nothing, and why.
    pub unused: Vec<Unused>,
}

/// A release that gave nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Its id.
    pub id: String,
    /// Why.
    pub why: WhyUnused,
}

/// Why a release gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnused {
    /// This version has no reader for it.
    NoReader,
    /// Another release has its rows: a newer edition, or one that is listed before it.
    Superseded,
}

impl Report {
    /// Whether any table changed.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.tables.iter().all(is_unchanged)
    }
}

fn is_unchanged(change: &TableChange) -> bool {
    change.added == 0 && change.gone == 0 && change.changed == 0
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in self.tables.iter().filter(|change| !is_unchanged(change)) {
            writeln!(formatter, "{change}")?;
        }
        let unchanged = self.tables.iter().filter(|change| is_unchanged(change)).count();
        writeln!(formatter, "{unchanged} of {} tables have not changed", self.tables.len())?;
        for (why, said) in [
            (WhyUnused::NoReader, "left alone (no reader in this version)"),
            (WhyUnused::Superseded, "not used (a newer or earlier listed release has its figures)"),
        ] {
            let ids: Vec<&str> = self
                .unused
                .iter()
                .filter(|unused| unused.why == why)
                .map(|unused| unused.id.as_str())
                .collect();
            if !ids.is_empty() {
                writeln!(formatter, "{said}: {}", ids.join(", "))?;
            }
        }
        Ok(())
    }
}

/// Reads the releases that `from/releases.toml` names and makes the tables of `data` from them. When anything is
/// refused, `data` is as it was.
pub fn refresh(from: &Path, data: &Path, progress: Progress<'_>) -> Result<Report, Error> {
    let catalog = Catalog::read(from)?;
    let tables = read_tables(from, &catalog, progress)?;
    let sources = sources::sources_text(&catalog.releases, &tables);
    let report = Report {
        tables: SPECS
            .iter()
            .filter_map(|spec| changes::compare(data, spec, tables.iter().find(|table| table.spec == *spec)))
            .collect(),
        unused: unused(&catalog, &tables),
    };
    publish::publish(data, &tables, &sources)?;
    Ok(report)
}

fn unused(catalog: &Catalog, tables: &[Table]) -> Vec<Unused> {
    let releases = catalog.releases.iter();
    releases
        .filter(|release| !tables.iter().any(|table| table.origin.names(&release.id)))
        .map(|release| Unused {
            id: release.id.clone(),
            why: match release.publication() {
                None => WhyUnused::NoReader,
                Some(_) => WhyUnused::Superseded,
            },
        })
        .collect()
}

/// Reads every release in the order in which one leans on another, and makes the tables.
fn read_tables(from: &Path, catalog: &Catalog, progress: Progress<'_>) -> Result<Vec<Table>, Error> {
    catalog.require(&Publication::SINGLE)?;
    let surveys: Vec<&Release> = catalog.of(Publication::Oews).collect();
    let total = surveys.len() + Publication::SINGLE.len();
    let newest = |publication: Publication| {
        catalog.newest(publication).ok_or_else(|| Error::Lacking(vec![publication.name().to_owned()]))
    };
    let mut begin = |publication| newest(publication).inspect(|release| progress(release, total));

    let projections_release = begin(Publication::ProjectionsOccupations)?;
    let projections = projections::Projections::read(from, projections_release)?;
    let soc_release = begin(Publication::Soc)?;
    let structure = soc::read_structure(from, soc_release)?;
    let crosswalk = begin(Publication::OnetCrosswalk)?;
    let codes = soc::Codes::read(from, crosswalk, structure, projections.line_items.clone())?;
    let mut tables = vec![codes.groups_table(soc_release), codes.onet_table(crosswalk), projections.table()];
    let education = begin(Publication::ProjectionsEducation)?;
    let [requirements, attainment] = attainment::read_education(from, education, &codes)?;
    let cip_to_soc = begin(Publication::CipToSoc)?;
    let releases = colleges::Releases {
        education,
        fields: cip_to_soc,
        institutions: begin(Publication::Institutions)?,
        completions: begin(Publication::Completions)?,
    };
    let fields = fields::Fields::read(from, cip_to_soc, &codes)?;
    tables.extend(colleges::read_colleges(from, releases, &fields, &codes, &requirements)?);
    tables.extend([requirements, attainment]);
    tables.push(nscg::read_satisfaction(from, begin(Publication::CollegeGraduates)?)?);
    tables.push(skills::read_skills(from, begin(Publication::ProjectionsSkills)?, &codes)?);
    let census = census::CensusCodes::read(from, begin(Publication::CensusOccupations)?, &codes)?;
    let mut cps = cps::Cps::new();
    let majors = cps::MajorGroups::of(&codes.structure);
    let known = cps::Known { census: &census, groups: &majors };
    cps.read_11(from, begin(Publication::Cps11)?, &known)?;
    cps.read_11b(from, begin(Publication::Cps11b)?, &known)?;
    cps.read_39(from, begin(Publication::Cps39)?, &known)?;
    tables.push(census.table());
    tables.extend(cps.tables(&known));
    tables.extend(pums::read_pums(from, begin(Publication::Pums)?, &census)?);
    let onet_release = begin(Publication::Onet)?;
    tables.extend(onet::read_onet(from, onet_release, &codes)?);
    let mut titles = titles::Titles::default();
    titles.read_onet(from, onet_release, &codes)?;
    titles.read_soc(from, soc_release, &codes)?;
    tables.push(titles.table());
    let areas = oflc::Areas::read(from, begin(Publication::WageAreas)?)?;
    tables.push(areas.states_table());
    tables.push(oflc::read_wages(from, begin(Publication::WageLevels)?, &areas, &codes)?);
    let prices_of_states = begin(Publication::PriceParitiesStates)?;
    let prices_of_areas = begin(Publication::PriceParitiesMetropolitan)?;
    tables.push(price_parities::read_price_parities(from, prices_of_states, prices_of_areas, &areas)?);
    tables.push(minimum_wages::read_minimum_wages(from, begin(Publication::MinimumWages)?)?);
    let ratings = begin(Publication::TaskExposure)?;
    let conversations = begin(Publication::AiApplicability)?;
    tables.push(exposure::read_exposure(from, ratings, conversations, &codes)?);
    let companies = companies::read_companies(from, begin(Publication::Companies)?)?;
    let company_names = companies.first_column();
    tables.push(companies);
    tables.push(companies::read_worker_pay(from, begin(Publication::WorkerPay)?)?);
    let filings = lca::Filings::read(from, begin(Publication::LaborFilings)?, &codes)?;
    let mut survey = oews::Survey::default();
    for release in surveys {
        progress(release, total);
        survey.read(from, release, &codes)?;
    }
    let applications = newest(Publication::LaborConditions)?;
    progress(applications, total);
    let mut surveyed = survey.tables()?;
    surveyed.iter_mut().filter(|table| table.spec == &oews::AREAS).for_each(|table| areas.add_to(table));
    tables.extend(surveyed);
    let yearly_work = survey.yearly_work();
    tables.extend(lca::read_applications(from, applications, &codes, &yearly_work, filings, &company_names)?);
    tables.push(codes.occupations_table(projections_release, soc_release, &survey.titles()));
    Ok(tables)
}
