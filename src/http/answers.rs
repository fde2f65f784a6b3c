//! The answer path: the one middleware that every request goes through.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue};

use crate::http::{CachePolicy, assets, headers};

/// What the answer paths of all worker threads share.
#[derive(Debug)]
pub struct Shared {
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Shared {
    /// `https` says whether visitors come by HTTPS.
    #[must_use]
    pub fn new(https: bool) -> Self {
        Self {
            headers: headers::security(assets::style(), https),
        }
    }
}

/// The middleware, one for each worker thread.
#[derive(Debug, Clone)]
pub struct Answers {
    shared: Arc<Shared>,
}

impl Answers {
    /// The answer path of one worker thread.
    #[must_use]
    pub fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }
}

impl<S> Transform<S, ServiceRequest> for Answers
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error> + 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type Transform = AnswerPath<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(AnswerPath {
            service: Rc::new(service),
            shared: Arc::clone(&self.shared),
        }))
    }
}

/// [`Answers`] around the site's handlers.
pub struct AnswerPath<S> {
    service: Rc<S>,
    shared: Arc<Shared>,
}

impl<S> Service<ServiceRequest> for AnswerPath<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<BoxBody>, Error = actix_web::Error> + 'static,
{
    type Response = ServiceResponse<BoxBody>;
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>>>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let service = Rc::clone(&self.service);
        let shared = Arc::clone(&self.shared);
        Box::pin(async move {
            let mut answer = service.call(request).await?;
            let policy = answer
                .response()
                .extensions()
                .get::<CachePolicy>()
                .copied()
                .unwrap_or(CachePolicy::NoStore);
            let headers = answer.headers_mut();
            for (name, value) in &shared.headers {
                if !headers.contains_key(name) {
                    headers.insert(name.clone(), value.clone());
                }
            }
            headers.insert(CACHE_CONTROL, policy.cache_control());
            Ok(answer)
        })
    }
}
