//! The answer path: the one middleware that every request goes through.
//!
//! A visitor who has the page already gets a 304 before any query; a page that is kept is sent as it lies in the
//! cache; whatever a handler makes is compressed in one go, so that its length is known, and kept if it may be.

use std::cell::RefCell;
use std::error::Error as StdError;
use std::future::{Future, Ready, ready};
use std::io;
use std::iter;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap,
    HeaderName, HeaderValue, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};

use crate::http::cache::{Cache, Kept};
use crate::http::encoding::{Accepted, Encoder, Encoding, is_worthwhile};
use crate::http::validator::Validator;
use crate::http::{CachePolicy, Error, address, assets, connection, headers, limits};
use crate::telemetry::{self, CacheUse};

/// What holds for all answers of a site.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// Whether visitors come by HTTPS.
    pub https: bool,
    /// The hash of the dataset behind every page.
    pub dataset_hash: &'a str,
    /// Room for kept answers, in bytes; 0 keeps none.
    pub cache_bytes: u64,
    /// Paths whose answers hold only now: no visitor's validator is taken for them.
    pub live: &'static [&'static str],
}

/// What the answer paths of all worker threads share.
pub struct Shared {
    security: Vec<(HeaderName, HeaderValue)>,
    validator: Validator,
    cache: Option<Cache>,
    live: &'static [&'static str],
}

impl Shared {
    /// Makes the headers and the empty cache. Fails only when the system gives no thread.
    pub fn new(terms: Terms<'_>) -> io::Result<Self> {
        Ok(Self {
            security: headers::security(&assets::styles(), terms.https),
            validator: Validator::new(terms.dataset_hash),
            cache: match terms.cache_bytes {
                0 => None,
                bytes => Some(Cache::new(bytes)?),
            },
            live: terms.live,
        })
    }
}

/// The middleware.
#[derive(Clone)]
pub struct Answers {
    shared: Arc<Shared>,
}

impl Answers {
    /// The answer path of a worker thread.
    #[must_use]
    pub fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }
}

impl<S> Transform<S, ServiceRequest> for Answers
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
    S::Future: 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type Transform = AnswerPath<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        let encoder = match Encoder::new() {
            Ok(encoder) => RefCell::new(encoder),
            Err(error) => {
                tracing::error!(%error, "no room for compressing");
                return ready(Err(()));
            }
        };
        let shared = Arc::clone(&self.shared);
        let desk = Rc::new(Desk { shared, encoder });
        ready(Ok(AnswerPath { service, desk }))
    }
}

/// [`Answers`] around the site's handlers, on one worker thread.
pub struct AnswerPath<S> {
    service: S,
    desk: Rc<Desk>,
}

impl<S> Service<ServiceRequest> for AnswerPath<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
    S::Future: 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type Future = Answering;

    forward_ready!(service);

    fn call(&self, mut request: ServiceRequest) -> Answering {
        let asked = Asked { started: Instant::now(), method: request.method().clone() };
        connection::renew(request.request(), asked.started);
        let at_once = match examine(&request) {
            Ok(()) => self.desk.answer_at_once(request.request(), &asked),
            Err(error) => Some(self.desk.finish(request.request(), HttpResponse::from_error(error), &asked)),
        };
        if let Some(response) = at_once {
            return Answering::Done(ready(Ok(request.into_response(response))));
        }
        // HEAD is GET whose body the connection leaves out, so handlers need not know of it.
        request.head_mut().method = Method::GET;
        let handling = self.service.call(request);
        let desk = Rc::clone(&self.desk);
        Answering::Handled(Box::pin(async move {
            let (request, response) = handling.await?.into_parts();
            let response = desk.finish(&request, response, &asked);
            Ok(ServiceResponse::new(request, response))
        }))
    }
}

/// An answer that is there already, or that a handler makes. The first needs no allocation.
pub enum Answering {
    /// It is there.
    Done(Ready<Result<ServiceResponse<BoxBody>, actix_web::Error>>),
    /// A handler makes it.
    Handled(Pin<Box<dyn Future<Output = Result<ServiceResponse<BoxBody>, actix_web::Error>>>>),
}

impl Future for Answering {
    type Output = Result<ServiceResponse<BoxBody>, actix_web::Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Done(answer) => Pin::new(answer).poll(context),
            Self::Handled(answer) => answer.as_mut().poll(context),
        }
    }
}

/// What is remembered of a request until its line is written.
struct Asked {
    started: Instant,
    method: Method,
}

/// Where one worker thread's answers are finished.
struct Desk {
    shared: Arc<Shared>,
    encoder: RefCell<Encoder>,
}

impl Desk {
    /// The answer that needs no handler: 304 for what the visitor has, or a page that is kept.
    fn answer_at_once(&self, request: &HttpRequest, asked: &Asked) -> Option<HttpResponse> {
        let shared = &*self.shared;
        if shared.live.contains(&request.path()) {
            return None;
        }
        if shared.validator.is_in(request.headers()) {
            let response = self.not_modified();
            record(request, &response, asked, CacheUse::Validated);
            return Some(response);
        }
        let kept = shared.cache.as_ref()?.get(&address::canonical(request.uri()), accepted(request))?;
        let response = self.kept(kept);
        record(request, &response, asked, CacheUse::Hit);
        Some(response)
    }

    /// The visitor's copy still holds. Whoever holds a validator got it with a page of this address.
    fn not_modified(&self) -> HttpResponse {
        let mut response = HttpResponse::with_body(StatusCode::NOT_MODIFIED, BoxBody::new(()));
        let headers = response.headers_mut();
        headers.insert(ETAG, self.shared.validator.header());
        headers.insert(CACHE_CONTROL, CachePolicy::Shared.cache_control());
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        response
    }

    fn kept(&self, kept: Kept) -> HttpResponse {
        let mut response = HttpResponse::with_body(StatusCode::OK, BoxBody::new(kept.body));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, kept.media_type);
        if kept.policy.is_validated() {
            headers.insert(ETAG, self.shared.validator.header());
        }
        add_coding(headers, kept.encoding, kept.varies);
        self.add_terms(&mut response, kept.policy);
        response
    }

    /// Compresses what a handler made, keeps it if it may be kept, and adds the headers of every answer.
    fn finish(&self, request: &HttpRequest, response: HttpResponse, asked: &Asked) -> HttpResponse {
        report(request, &response);
        let policy = policy(&response);
        let (response, body) = response.into_parts();
        let mut response = match body.try_into_bytes() {
            Ok(plain) => self.encode(request, response, plain, policy),
            Err(stream) => response.set_body(stream),
        };
        if policy.is_validated() && response.status() == StatusCode::OK {
            response.headers_mut().insert(ETAG, self.shared.validator.header());
        }
        self.add_terms(&mut response, policy);
        record(request, &response, asked, CacheUse::Miss);
        response
    }

    fn encode(
        &self,
        request: &HttpRequest,
        mut response: HttpResponse<()>,
        plain: Bytes,
        policy: CachePolicy,
    ) -> HttpResponse {
        let media_type = response.headers().get(CONTENT_TYPE).cloned();
        let varies = is_worthwhile(media_type.as_ref(), plain.len());
        let mut encoding = Encoding::Identity;
        let mut body = plain;
        if varies {
            let wanted = accepted(request).at_once();
            if let Some(coded) = self.encoder.borrow_mut().encode(&body, wanted) {
                (body, encoding) = (coded, wanted);
            }
        }
        if let (Some(cache), Some(media_type)) = (&self.shared.cache, media_type)
            && policy.is_kept()
            && response.status() == StatusCode::OK
        {
            let kept = Kept {
                // A page's text lies in more room than it fills; a compressed one does not.
                body: match encoding {
                    Encoding::Identity => Bytes::copy_from_slice(&body),
                    _ => body.clone(),
                },
                encoding,
                media_type,
                policy,
                varies,
            };
            cache.keep(&address::canonical(request.uri()), kept);
        }
        add_coding(response.headers_mut(), encoding, varies);
        response.set_body(BoxBody::new(body))
    }

    /// Adds how long the answer holds, and the security headers that it has not set itself.
    fn add_terms(&self, response: &mut HttpResponse, policy: CachePolicy) {
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, policy.cache_control());
        for (name, value) in &self.shared.security {
            if !headers.contains_key(name) {
                headers.insert(name.clone(), value.clone());
            }
        }
    }
}

/// Refuses what no page answers: other methods, long addresses, uploads.
fn examine(request: &ServiceRequest) -> Result<(), Error> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(Error::MethodNotAllowed);
    }
    let uri = request.uri();
    if uri.path().len() + uri.query().map_or(0, str::len) > limits::ADDRESS_BYTES {
        return Err(Error::AddressTooLong);
    }
    let announced =
        request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    match announced {
        Some(bytes) if bytes > limits::BODY_BYTES => Err(Error::BodyTooLarge),
        _ => Ok(()),
    }
}

fn accepted(request: &HttpRequest) -> Accepted {
    let header = request.headers().get(ACCEPT_ENCODING);
    Accepted::parse(header.and_then(|value| value.to_str().ok()))
}

/// What the page says; an answer that says nothing, and every error, holds only now.
fn policy(response: &HttpResponse) -> CachePolicy {
    match response.extensions().get() {
        Some(policy) if response.status().as_u16() < 400 => *policy,
        _ => CachePolicy::NoStore,
    }
}

fn add_coding(headers: &mut HeaderMap, encoding: Encoding, varies: bool) {
    if let Some(encoding) = encoding.header() {
        headers.insert(CONTENT_ENCODING, encoding);
    }
    if varies {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
}

/// Writes a fault of ours with all its causes, once. The visitor reads only that there was one.
fn report(request: &HttpRequest, response: &HttpResponse) {
    let fault = response.error().and_then(|error| error.as_error::<Error>());
    if let Some(Error::Internal(source)) = fault {
        tracing::error!(path = request.path(), "{}", chain(&**source));
    }
}

/// An error and all its causes in one line.
fn chain(error: &dyn StdError) -> String {
    let causes = iter::successors(Some(error), |error| (*error).source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

fn record(request: &HttpRequest, response: &HttpResponse, asked: &Asked, cache: CacheUse) {
    if let Some(log) = telemetry::requests() {
        let bytes = match response.body().size() {
            BodySize::Sized(bytes) if asked.method != Method::HEAD => bytes,
            _ => 0,
        };
        log.record(
            asked.method.as_str(),
            request.path(),
            response.status().as_u16(),
            asked.started.elapsed(),
            bytes,
            cache,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the figures of {0} cannot be read")]
    struct Outer(&'static str, #[source] io::Error);

    #[test]
    fn a_fault_is_written_with_its_causes() {
        let error = Outer("29-1141", io::Error::other("no room"));
        assert_eq!(chain(&error), "the figures of 29-1141 cannot be read: no room");
    }
}
