//! What a handler finds at hand: the store and what is loaded once.

mod searches;

use std::collections::BTreeSet;
use std::fmt;
use std::net::SocketAddr;
use std::str::FromStr;
use std::sync::Arc;

pub use searches::{SearchError, Searches};

use crate::domain::fit::Finder;
use crate::domain::{Catalog, Companies, Places, Professions};
use crate::store::{Provenance, Store};
use crate::view::row::Cells;

/// What one worker thread holds: its own connection, and what all share. Handlers take it as `web::Data<Site>`.
pub struct Site {
    /// This thread's connection to the immutable database.
    pub store: Store,
    /// What is loaded once for all threads.
    pub loaded: Arc<Loaded>,
    /// Where searches run, off the event loop.
    pub searches: Arc<Searches>,
    /// Cells of tables that this thread has printed.
    pub cells: Cells,
}

impl Site {
    /// The full address of a page, for canonical links and the sitemap: `https://atlas.example/careers/nurses`.
    #[must_use]
    pub fn public_address(&self, path: &str) -> String {
        self.loaded.public_url.join(path)
    }
}

/// What is loaded once at start and shared by all worker threads.
#[derive(Debug)]
pub struct Loaded {
    /// Where visitors find the site.
    pub public_url: PublicUrl,
    /// Which release stands behind each column.
    pub provenance: Provenance,
    /// Slugs of the titles that have figures or a text of their own.
    pub own_titles: BTreeSet<String>,
    /// The comparisons of `data/featured.csv`, in its order.
    pub featured: Vec<String>,
    /// Every occupation as a list shows it.
    pub catalog: Catalog,
    /// What finding careers that fit needs of each.
    pub finder: Finder,
    /// Every company with a page.
    pub companies: Companies,
    /// Slugs and titles of the careers that most companies filed for.
    pub sought: Vec<(String, String)>,
    /// Every place.
    pub places: Places,
    /// Every group of the classification.
    pub professions: Professions,
}

/// Where visitors find the site: scheme and host, without a path. `https://atlas.example`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

/// The text is not an address that a site can have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an address such as https://atlas.example, without a path")]
pub struct PublicUrlError(String);

impl PublicUrl {
    /// The address that a server listens on, for a site that has no other.
    #[must_use]
    pub fn of(address: SocketAddr) -> Self {
        Self(format!("http://{address}"))
    }

    /// Of a site that nobody else visits.
    #[must_use]
    pub fn local() -> Self {
        Self("http://localhost".to_owned())
    }

    /// The full address of a path that begins with `/`.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Whether visitors come by HTTPS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(text: &str) -> Result<Self, PublicUrlError> {
        let url = text.strip_suffix('/').unwrap_or(text);
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let plain = host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']'));
        if plain && !host.is_empty() {
            Ok(Self(url.to_owned()))
        } else {
            Err(PublicUrlError(text.chars().take(80).collect()))
        }
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_scheme_and_host() {
        let url: PublicUrl = "https://atlas.example/".parse().unwrap();
        assert_eq!(url.join("/about"), "https://atlas.example/about");
        assert!(url.is_https());
        assert!("http://[::1]:8080".parse::<PublicUrl>().is_ok());
        for text in ["", "atlas.example", "https://", "ftp://a", "https://a/b", "https://a b"] {
            assert!(text.parse::<PublicUrl>().is_err(), "{text}");
        }
    }
}
