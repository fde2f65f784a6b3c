//! What every page has in common on the wire: errors, cache policy, headers, assets, limits. It knows no page.

mod address;
mod answers;
pub mod assets;
mod cache;
mod connection;
mod encoding;
mod error;
mod headers;
pub mod limits;
mod page;
mod policy;
mod validator;

pub use answers::{Answers, Shared, Terms};
pub use error::{Error, Link};
pub use page::{Answer, Content, Page};
pub use policy::CachePolicy;

pub(crate) use connection::watch;
pub(crate) use page::moved;
