//! `career-atlas check`: whether everything holds.

use std::fmt;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::app::{self, Parts};
use crate::check::document::{self, DocumentError, explanations};
use crate::check::reading::Readability;
use crate::check::{self, Coverage, Report, Walk, walk};
use crate::site::PublicUrl;
use crate::store::{Store, StoreError};
use crate::{dataset, routes};

/// Why not everything holds.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The dataset breaks a rule, or cannot be read.
    #[error(transparent)]
    Dataset(#[from] dataset::Error),
    /// The pages cannot be asked for.
    #[error(transparent)]
    Site(#[from] app::Error),
    /// The database cannot be read.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// A table cannot be written.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Pages or links are broken; each has been named.
    #[error("{broken} of {pages} pages and {links} links are broken")]
    Broken {
        /// How many.
        broken: usize,
        /// Pages that were looked at.
        pages: usize,
        /// Links that were followed.
        links: usize,
    },
}

/// What held.
pub struct Held {
    rules: usize,
    walk: Walk,
}

impl fmt::Display for Held {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Walk { pages, links, .. } = self.walk;
        write!(
            formatter,
            "Everything holds: {} rules of the dataset, {pages} pages and {links} links.",
            self.rules
        )
    }
}

/// Checks the rules of the dataset, every page and every link. What is broken is printed, a line each.
pub fn run(data: &Path, database: Option<&Path>) -> Result<Held, Error> {
    let database = app::database(data, database)?;
    // Every address is asked for once: nothing is worth keeping.
    let parts = Parts::open(database.clone(), PublicUrl::local(), 0, routes::configure)?;
    let rules = dataset::check(&database)?;
    let bar = progress();
    let walk = walk(&parts, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    for broken in &walk.broken {
        println!("{broken}");
    }
    match walk.broken.len() {
        0 => Ok(Held { rules, walk }),
        broken => Err(Error::Broken { broken, pages: walk.pages, links: walk.links }),
    }
}

/// Writes the coverage of every row and the surprising figures into the documents of a folder, and says so.
pub fn write(data: &Path, database: Option<&Path>, docs: &Path) -> Result<String, Error> {
    let store = Store::open(&app::database(data, database)?)?;
    let occupations = check::occupations(&store)?;
    let coverage = Coverage::of(&occupations, &store.provenance()?);
    document::write(&docs.join("data.md"), "coverage", &coverage.to_string())?;
    let texts = check::texts(&store)?;
    let readability = Readability::of(texts.iter().map(|(_, text)| &**text));
    document::write(&docs.join("texts.md"), "readability", &readability.to_string())?;
    let report = Report::of(&occupations, &explanations(&docs.join("sanity.csv"))?);
    document::write(&docs.join("sanity.md"), "surprises", &report.to_string())?;
    Ok(format!(
        "{} has the coverage of {} rows and {} the figures to look at: {} of {} are explained.",
        docs.join("data.md").display(),
        coverage.rows.len(),
        docs.join("sanity.md").display(),
        report.explained(),
        report.listed(),
    ))
}

fn progress() -> ProgressBar {
    // The bar shows itself on a terminal only.
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("Visiting pages and links {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
