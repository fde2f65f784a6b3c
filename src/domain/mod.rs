//! The words of the field as types. No I/O, no SQL, no HTTP.

mod area;
mod figure;
mod name;
mod slug;
mod soc;
pub mod wording;

pub use area::AreaType;
pub use figure::{Cell, CellError, Reason};
pub use name::{NameKey, split_brackets};
pub use slug::{Slug, SlugError};
pub use soc::{SocCode, SocCodeError, SocLevel};
