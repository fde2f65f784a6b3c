//! How long an answer stays true, and who may keep it.

use actix_web::http::header::HeaderValue;

/// What a page says about keeping it. The answer path ([`crate::http::Answers`]) turns it into headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// For a public page made only from the dataset and its address: careers, comparisons, sources. It carries
    /// the validator, is kept compressed in the server's cache, and may be kept by browsers and proxies.
    Shared,
    /// For a page made only from the dataset and its address that is hardly asked for twice: search results. The
    /// same as [`CachePolicy::Shared`], but it takes no room in the server's cache.
    Validated,
    /// For what holds only now: errors, health.
    NoStore,
    /// For bytes whose address names their content: assets with a hash in the name.
    Immutable,
}

impl CachePolicy {
    /// The value of `Cache-Control`.
    #[must_use]
    pub fn cache_control(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            // One value for both: a 304 repeats it without knowing which of them the page is.
            Self::Shared | Self::Validated => "public, max-age=300, stale-while-revalidate=86400",
            Self::NoStore => "no-store",
            Self::Immutable => "public, max-age=31536000, immutable",
        })
    }

    /// Whether the answer carries the site's validator.
    #[must_use]
    pub fn is_validated(self) -> bool {
        matches!(self, Self::Shared | Self::Validated)
    }

    /// Whether the server keeps the compressed answer.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Shared | Self::Immutable)
    }
}
