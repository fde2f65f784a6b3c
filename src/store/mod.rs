//! The only module with SQL that pages use.
//!
//! A query is a function that takes the connection and returns domain types, with its SQL in a const above it. Every
//! statement is prepared once a connection and kept.

mod careers;
mod catalog;
mod community;
mod companies;
mod figures;
mod fit;
mod names;
mod pay;
mod places;
mod professions;
mod provenance;
mod rows;
pub mod search;
mod skills;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::domain::company::{CompanyFilings, Hiring, Seeking};
use crate::domain::fit::Finder;
use crate::domain::{
    AreaPay, Career, Catalog, Companies, GroupFigures, Listing, Name, Neighbor, OccupationSummary, PayAtlas,
    Place, PlaceAtlas, Places, Profession, Professions, Slug, Text, Traits,
};
use careers::Kept;
pub use names::Lookup;
pub use provenance::Provenance;

/// "Care" in ASCII: marks a file as a database of this project.
pub const APPLICATION_ID: i32 = 0x4361_7265;
/// Changes with the schema.
pub const SCHEMA_VERSION: i32 = 7;
/// Room for every statement of the pages.
const STATEMENTS: usize = 128;

/// One read-only connection to the immutable database; each worker thread has its own.
pub struct Store {
    connection: Connection,
    kept: Kept,
}

/// Why a database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A query failed.
    #[error("the database cannot be read: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// Queries took longer than they may.
    #[error("the queries took too long")]
    TooSlow,
    /// There is no file, or it may not be read.
    #[error("the database {} cannot be opened: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// The file is something else.
    #[error("{} is not a database of this version of Career Atlas", .0.display())]
    Foreign(PathBuf),
    /// The file ends before its last page.
    #[error("the database {} is truncated", .0.display())]
    Truncated(PathBuf),
}

impl Store {
    /// Opens the database file for reading, after making sure that it is one and that it is whole.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let unreadable = |why: String| StoreError::Unreadable { path: path.to_path_buf(), why };
        let length = fs::metadata(path).map_err(|error| unreadable(error.to_string()))?.len();
        // `immutable` is true of a published file and saves the locks of every query.
        let uri = format!("file:{}?mode=ro&immutable=1", escape(path));
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(uri, flags).map_err(|error| unreadable(error.to_string()))?;
        let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let mark = |name| pragma(name).map_err(|_| StoreError::Foreign(path.to_path_buf()));
        if mark("application_id")? != i64::from(APPLICATION_ID)
            || mark("user_version")? != i64::from(SCHEMA_VERSION)
        {
            return Err(StoreError::Foreign(path.to_path_buf()));
        }
        let pages = pragma("page_count")?.saturating_mul(pragma("page_size")?);
        if u64::try_from(pages).unwrap_or(u64::MAX) != length {
            return Err(StoreError::Truncated(path.to_path_buf()));
        }
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // A plan does not depend on the values bound to it: else every other value has it made anew.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // 2 MB of pages a connection: the system's cache holds the file, this saves the copies of hot pages.
        connection.execute_batch(
            "PRAGMA query_only = ON; PRAGMA cache_size = -2048; PRAGMA mmap_size = 268435456;",
        )?;
        Ok(Self { connection, kept: Kept::default() })
    }

    /// The hash of the dataset that the database was built from: part of every page's validator.
    pub fn dataset_hash(&self) -> Result<String, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT value FROM meta WHERE key = 'dataset_hash'")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Runs queries that may be slow: those still running when `limit` is over fail with [`StoreError::TooSlow`].
    pub fn within<T>(
        &mut self,
        limit: Duration,
        queries: impl FnOnce(&Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let end = Instant::now() + limit;
        // Looked at every 1,000 steps of the virtual machine: some ten microseconds.
        self.connection.progress_handler(1_000, Some(move || Instant::now() > end))?;
        let answer = queries(self);
        self.connection.progress_handler(0, None::<fn() -> bool>)?;
        match answer {
            Err(StoreError::Sqlite(error))
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted) =>
            {
                Err(StoreError::TooSlow)
            }
            other => other,
        }
    }

    /// Which release stands behind each column.
    pub fn provenance(&self) -> Result<Provenance, StoreError> {
        Ok(provenance::load(&self.connection)?)
    }

    /// The name at an address, another spelling of it, or nothing.
    pub fn lookup(&self, slug: &Slug) -> Result<Lookup, StoreError> {
        Ok(names::lookup(&self.connection, slug)?)
    }

    /// Everything a page shows of these careers, in their order.
    pub fn careers(&self, names: Vec<Name>) -> Result<Vec<Career>, StoreError> {
        names.into_iter().map(|name| self.career(name)).collect()
    }

    /// Everything a page shows of a career.
    pub fn career(&self, name: Name) -> Result<Career, StoreError> {
        Ok(self.kept.career(&self.connection, name)?)
    }

    /// What a career is like, where the slug's career has a text of its own.
    pub fn text(&self, slug: &str) -> Result<Option<Arc<Text>>, StoreError> {
        Ok(self.kept.text(&self.connection, slug)?)
    }

    /// The occupations that a name belongs to, most jobs first.
    pub fn occupations_of(&self, name: &Name) -> Result<Vec<OccupationSummary>, StoreError> {
        Ok(careers::occupations_of(&self.connection, name)?)
    }

    /// Occupations near this one by O*NET, nearest first.
    pub fn related(&self, name: &Name) -> Result<Vec<OccupationSummary>, StoreError> {
        Ok(careers::related(&self.connection, &name.occupation.soc_code)?)
    }

    /// What O*NET holds of an occupation beside its skills and knowledge.
    pub fn traits(&self, soc_code: &str) -> Result<Traits, StoreError> {
        Ok(skills::traits(&self.connection, self.kept.vocabulary(&self.connection)?, soc_code)?)
    }

    /// The occupations nearest in skills and knowledge, nearest first; of one that is not rated, those of the occupation
    /// whose ratings it has.
    pub fn neighbors(&self, soc_code: &str) -> Result<Vec<Neighbor>, StoreError> {
        Ok(skills::neighbors(&self.connection, soc_code)?)
    }

    /// Job titles of an occupation by name, up to `limit`, and how many there are.
    pub fn titles(
        &self,
        occupation_id: i64,
        limit: usize,
    ) -> Result<(Vec<(String, String)>, usize), StoreError> {
        Ok(names::titles(&self.connection, occupation_id, limit)?)
    }

    /// Every occupation as a list shows it.
    pub fn catalog(&self) -> Result<Catalog, StoreError> {
        Ok(catalog::catalog(&self.connection)?)
    }

    /// Interests, skills and knowledge of every occupation of the catalog.
    pub fn finder(&self, catalog: &Catalog) -> Result<Finder, StoreError> {
        Ok(fit::finder(&self.connection, catalog)?)
    }

    /// Every company, by address.
    pub fn companies(&self) -> Result<Companies, StoreError> {
        let all = companies::companies(&self.connection)?;
        Ok(Companies::new(all, companies::states(&self.connection)?))
    }

    /// What the company at a place of the directory filed for; nothing where it did not.
    pub fn filings(&self, company: usize) -> Result<Option<CompanyFilings>, StoreError> {
        let Ok(company) = i64::try_from(company) else { return Ok(None) };
        Ok(companies::filings(&self.connection, company)?)
    }

    /// Which companies filed for an occupation.
    pub fn hiring(&self, soc_code: &str) -> Result<Hiring, StoreError> {
        Ok(companies::hiring(&self.connection, soc_code)?)
    }

    /// The companies that filed most for an occupation, most first, up to `limit`.
    pub fn seeking(&self, soc_code: &str, limit: i64) -> Result<Vec<Seeking>, StoreError> {
        Ok(companies::seeking(&self.connection, soc_code, limit)?)
    }

    /// Slugs and titles of the careers that most companies filed for, most first.
    pub fn sought(&self, limit: usize) -> Result<Vec<(String, String)>, StoreError> {
        Ok(companies::sought(&self.connection, limit)?)
    }

    /// Every place, by name.
    pub fn places(&self) -> Result<Places, StoreError> {
        Ok(Places::new(places::places(&self.connection)?))
    }

    /// Pay of an occupation in every area that publishes it, by area code.
    pub fn pay_of_career(&self, soc_code: &str) -> Result<HashMap<String, AreaPay>, StoreError> {
        Ok(places::pay_of_career(&self.connection, soc_code)?)
    }

    /// Pay of an occupation by place and by industry, and in the year before.
    pub fn pay_atlas(&self, soc_code: &str) -> Result<PayAtlas, StoreError> {
        Ok(pay::pay_atlas(&self.connection, soc_code)?)
    }

    /// Every career that a place publishes, and what three tables say of the minimum wage there.
    pub fn place_atlas(&self, place: &Place) -> Result<PlaceAtlas, StoreError> {
        Ok(places::place_atlas(&self.connection, place)?)
    }

    /// Pay of every occupation that a place publishes, by SOC code.
    pub fn pay_in_place(&self, place: &Place) -> Result<HashMap<String, AreaPay>, StoreError> {
        Ok(places::pay_in_place(&self.connection, &place.area_code)?)
    }

    /// Pay of one occupation in one place, where it is published.
    pub fn pay_there(&self, soc_code: &str, place: &Place) -> Result<Option<AreaPay>, StoreError> {
        Ok(places::pay_there(&self.connection, soc_code, &place.area_code)?)
    }

    /// Every group of the classification.
    pub fn professions(&self) -> Result<Professions, StoreError> {
        Ok(professions::professions(&self.connection)?)
    }

    /// The major groups with the figures of a list, by code.
    pub fn major_groups(&self) -> Result<Vec<Listing>, StoreError> {
        Ok(professions::groups_inside(&self.connection, "")?)
    }

    /// Everything a page shows of a group.
    pub fn profession(&self, group: &Profession) -> Result<GroupFigures, StoreError> {
        Ok(professions::figures(&self.connection, &group.soc_code)?)
    }

    /// The comparisons of `data/featured.csv`, in its order: the slugs of each.
    pub fn featured(&self) -> Result<Vec<String>, StoreError> {
        Ok(names::featured(&self.connection)?)
    }

    /// Slugs of the titles that have figures or a text of their own.
    pub fn own_titles(&self) -> Result<BTreeSet<String>, StoreError> {
        Ok(names::own_titles(&self.connection)?)
    }

    /// Slugs of every page of a career that stands for itself: the occupations, and titles with figures or a text of
    /// their own.
    pub fn career_slugs(&self) -> Result<Vec<String>, StoreError> {
        Ok(names::career_slugs(&self.connection)?)
    }
}

/// A path inside a `file:` address.
fn escape(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
