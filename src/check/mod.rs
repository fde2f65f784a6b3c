//! `career-atlas check`: whether the dataset, its pages and their links hold, what the pages say of how many
//! occupations, and which figures are so surprising that somebody has to look at them.

mod coverage;
pub mod document;
mod markup;
mod measures;
pub mod reading;
mod surprises;
mod visit;
mod walk;

pub use coverage::{Coverage, RowCoverage};
pub use markup::Markup;
pub use measures::measures;
pub use surprises::{
    Against, Explanation, Figure, Measure, Report, Scale, Surprise, Surprises, UNEXPLAINED, find,
};
pub use visit::{Answer, visit};
pub use walk::{Broken, Walk, walk};

use std::sync::Arc;

use crate::domain::{Career, NameKind, Slug, Text};
use crate::store::{Lookup, Store, StoreError};

/// The texts of every career that has one of its own, by slug.
pub fn texts(store: &Store) -> Result<Vec<(String, Arc<Text>)>, StoreError> {
    let mut texts = Vec::new();
    for slug in store.career_slugs()? {
        let Ok(parsed) = Slug::parse(&slug) else { continue };
        if let Lookup::Found(name) = store.lookup(&parsed)?
            && let Career { text: Some(text), text_inherited: false, .. } = store.career(*name)?
        {
            texts.push((slug, text));
        }
    }
    Ok(texts)
}

/// Every occupation with its figures, by the names of their addresses.
pub fn occupations(store: &Store) -> Result<Vec<Career>, StoreError> {
    let mut occupations = Vec::new();
    for slug in store.career_slugs()? {
        let Ok(slug) = Slug::parse(&slug) else { continue };
        if let Lookup::Found(name) = store.lookup(&slug)?
            && name.kind == NameKind::Occupation
        {
            occupations.push(store.career(*name)?);
        }
    }
    Ok(occupations)
}
