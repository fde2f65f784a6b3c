//! What a handler returns: a page, plain content, or the address that it has moved to.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, LINK, LOCATION};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, Responder};
use askama::Template;

use crate::http::{CachePolicy, Error};

/// Room for a page before its text has to move. A comparison of two careers fits in.
const PAGE_BYTES: usize = 64 * 1024;

/// An HTML page: a template, with its status and cache policy.
///
/// `Page::new(template)` is a 200 with [`CachePolicy::Shared`].
#[derive(Debug)]
pub struct Page<T> {
    template: T,
    status: StatusCode,
    policy: CachePolicy,
}

impl<T: Template> Page<T> {
    /// A page with status 200, made only from the dataset and its address.
    pub fn new(template: T) -> Self {
        Self { template, status: StatusCode::OK, policy: CachePolicy::Shared }
    }

    /// The same page with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same page with another cache policy.
    #[must_use]
    pub fn with_policy(mut self, policy: CachePolicy) -> Self {
        self.policy = policy;
        self
    }

    fn respond(self) -> HttpResponse {
        let mut text = String::with_capacity(PAGE_BYTES.max(T::SIZE_HINT));
        match self.template.render_into(&mut text) {
            Ok(()) => Content::new("text/html; charset=utf-8", text)
                .with_status(self.status)
                .with_policy(self.policy)
                .respond(),
            Err(error) => HttpResponse::from_error(Error::internal(error)),
        }
    }
}

impl<T: Template> Responder for Page<T> {
    type Body = BoxBody;

    fn respond_to(self, _request: &HttpRequest) -> HttpResponse {
        self.respond()
    }
}

/// Bytes of a named type: suggestions, tables as CSV, `robots.txt`, assets.
///
/// `Content::new(..)` is a 200 with [`CachePolicy::Shared`].
#[derive(Debug)]
pub struct Content {
    media_type: &'static str,
    body: Bytes,
    status: StatusCode,
    policy: CachePolicy,
    canonical: Option<String>,
}

impl Content {
    /// Bytes of a type such as `text/csv; charset=utf-8`.
    pub fn new(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            media_type,
            body: body.into(),
            status: StatusCode::OK,
            policy: CachePolicy::Shared,
            canonical: None,
        }
    }

    /// The same content with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same content with another cache policy.
    #[must_use]
    pub fn with_policy(mut self, policy: CachePolicy) -> Self {
        self.policy = policy;
        self
    }

    /// Names the page that this content belongs to. HTML says so in its head; a table can only say it in a header.
    #[must_use]
    pub fn with_canonical(mut self, address: String) -> Self {
        self.canonical = Some(address);
        self
    }

    pub(crate) fn respond(self) -> HttpResponse {
        let mut response = HttpResponse::with_body(self.status, BoxBody::new(self.body));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        if let Some(address) = self.canonical {
            insert(&mut response, LINK, &format!("<{address}>; rel=\"canonical\""));
        }
        response.extensions_mut().insert(self.policy);
        response
    }
}

impl Responder for Content {
    type Body = BoxBody;

    fn respond_to(self, _request: &HttpRequest) -> HttpResponse {
        self.respond()
    }
}

/// A page, or the address that it has: the form for handlers of names, where a name that differs only by number or
/// spelling leads to the one that is used, and of forms whose answer has an address of its own.
#[derive(Debug)]
pub enum Answer<T> {
    /// The page itself.
    Page(Page<T>),
    /// Another address of this site, from its `/` on. The redirect is permanent and shared.
    Moved(String),
    /// The address where what a form sent is answered: 303. Hardly any two send the same, so that it is not kept.
    SeeOther(String),
}

impl<T: Template> From<Page<T>> for Answer<T> {
    fn from(page: Page<T>) -> Self {
        Self::Page(page)
    }
}

impl<T: Template> Responder for Answer<T> {
    type Body = BoxBody;

    fn respond_to(self, _request: &HttpRequest) -> HttpResponse {
        match self {
            Self::Page(page) => page.respond(),
            Self::Moved(address) => moved(&address),
            Self::SeeOther(address) => redirect(StatusCode::SEE_OTHER, CachePolicy::Validated, &address),
        }
    }
}

/// The permanent redirect to another address of this site.
pub(crate) fn moved(address: &str) -> HttpResponse {
    redirect(StatusCode::PERMANENT_REDIRECT, CachePolicy::Shared, address)
}

fn redirect(status: StatusCode, policy: CachePolicy, address: &str) -> HttpResponse {
    let mut response = HttpResponse::with_body(status, BoxBody::new(()));
    insert(&mut response, LOCATION, address);
    response.extensions_mut().insert(policy);
    response
}

/// Sets a header made of an address. Addresses are ASCII by construction; one that is not is left out.
fn insert(response: &mut HttpResponse, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
