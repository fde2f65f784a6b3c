//! `career-atlas check`: whether the dataset, its pages and their links hold, what the pages say of how many
//! occupations, and which figures are so surprising that somebody has to look at them.

mod markup;
mod visit;
mod walk;

pub use markup::Markup;
pub use visit::{Answer, visit};
pub use walk::{Broken, Walk, walk};
