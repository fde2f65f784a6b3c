//! What a visitor reads when there is no page, with ways on.

use std::error::Error as StdError;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use crate::http::{CachePolicy, Content};
use crate::site::SearchError;
use crate::store::StoreError;

/// A way on: a page that may be the one that was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the page is about.
    pub name: String,
    /// Its address, from `/` on.
    pub href: String,
    /// A few words beside the name, or nothing.
    pub note: String,
}

/// Why there is no page. Each becomes a page with a search form and ways on; none is ever kept by a cache.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404: nothing is known under this name.
    #[error("there is no {what} here")]
    NotFound {
        /// What was asked for, to follow “There is no …”: `page at this address`, `career called “nurze”`.
        what: String,
        /// The nearest names, best first.
        nearest: Vec<Link>,
    },
    /// 400: the address says something that cannot be.
    #[error("{message}")]
    BadRequest {
        /// One or two sentences that say what is wrong and how it would be right.
        message: String,
        /// Pages that may have been meant.
        ways_on: Vec<Link>,
    },
    /// 405: the site is read only.
    #[error("this site only answers GET and HEAD")]
    MethodNotAllowed,
    /// 413: the site takes no uploads.
    #[error("the request is larger than {} KB", crate::http::limits::BODY_BYTES / 1024)]
    BodyTooLarge,
    /// 414: the address is longer than any of ours.
    #[error("the address is longer than {} KB", crate::http::limits::ADDRESS_BYTES / 1024)]
    AddressTooLong,
    /// 503: more work at once than the server does. The visitor may try again in a moment.
    #[error("the server is busy")]
    Busy,
    /// 500: a fault of ours. It is logged with its causes and never shown.
    #[error("{0}")]
    Internal(#[source] Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// 404 for an address that no page has.
    #[must_use]
    pub fn no_such_page() -> Self {
        Self::NotFound { what: "page at this address".to_owned(), nearest: Vec::new() }
    }

    /// 400 with a message and no further ways on than every error page has.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::BadRequest { message: message.into(), ways_on: Vec::new() }
    }

    /// 500 for a fault that no visitor caused.
    pub fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(source))
    }

    fn page(&self) -> ErrorPage<'_> {
        let (heading, message, links): (_, _, &[Link]) = match self {
            Self::NotFound { what, nearest } => ("Page not found", format!("There is no {what}."), nearest),
            Self::BadRequest { message, ways_on } => ("That did not work", message.clone(), ways_on),
            Self::MethodNotAllowed => (
                "That did not work",
                "This site can only be read: it answers GET and HEAD requests.".to_owned(),
                &[],
            ),
            Self::BodyTooLarge => (
                "That did not work",
                "This site can only be read: it takes no uploads.".to_owned(),
                &[],
            ),
            Self::AddressTooLong => (
                "That did not work",
                "The address is longer than any of this site.".to_owned(),
                &[],
            ),
            Self::Busy => (
                "Busy right now",
                "More people are searching than this server can answer at once. Please try again in a moment."
                    .to_owned(),
                &[],
            ),
            Self::Internal(_) => (
                "Something went wrong",
                "The fault is ours, and it has been recorded. Please try again, or try one of these.".to_owned(),
                &[],
            ),
        };
        ErrorPage { heading, message, links }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::internal(error)
    }
}

impl From<SearchError> for Error {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Busy => Self::Busy,
            SearchError::Store(error) => error.into(),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound { .. } => StatusCode::NOT_FOUND,
            Self::BadRequest { .. } => StatusCode::BAD_REQUEST,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::AddressTooLong => StatusCode::URI_TOO_LONG,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        // An error page that cannot be rendered is still an answer.
        let text = self.page().render().unwrap_or_else(|_| self.page().message);
        let mut response = Content::new("text/html; charset=utf-8", text)
            .with_status(self.status_code())
            .with_policy(CachePolicy::NoStore)
            .respond();
        match self {
            Self::Busy => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("2"));
            }
            Self::MethodNotAllowed => {
                response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            _ => {}
        }
        response
    }
}

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage<'a> {
    heading: &'a str,
    message: String,
    links: &'a [Link],
}
