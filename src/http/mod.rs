//! What every page has in common on the wire: errors, cache policy, headers, assets, limits. It knows no page.

mod answers;
pub mod assets;
mod error;
mod headers;
pub mod limits;
mod page;
mod policy;

pub use answers::{Answers, Shared};
pub use error::{Error, Link};
pub use page::{Answer, Content, Page};
pub use policy::CachePolicy;

pub(crate) use page::moved;
