//! Asks for many pages in process: the site's own service, without a socket, on every core.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use actix_web::body::{self, BoxBody};
use actix_web::dev::Service as _;
use actix_web::http::StatusCode;
use actix_web::rt::System;
use actix_web::test::{TestRequest, init_service};

use crate::app::Parts;

/// An answer of the site.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its text; empty where it has none.
    pub text: String,
}

/// Asks for every address once, and gathers in their order what `look` makes of the answers. `progress` is told how
/// many are done.
pub fn visit<T: Send>(
    parts: &Parts,
    addresses: &[String],
    progress: &(dyn Fn(usize) + Sync),
    look: impl Fn(&str, &Answer) -> T + Sync,
) -> Vec<T> {
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let visitor = async || {
        let service = init_service(parts.app()).await;
        let mut found = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(address) = addresses.get(place) else { return found };
            let path = address.split('#').next().unwrap_or_default();
            let answer = match service.call(TestRequest::with_uri(path).to_request()).await {
                Ok(answer) => read(answer.status(), answer.into_body()).await,
                Err(error) => Answer { status: error.as_response_error().status_code(), text: String::new() },
            };
            found.push((place, look(address, &answer)));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut found: Vec<(usize, T)> = thread::scope(|scope| {
        let visitors: Vec<_> =
            (0..threads).map(|_| scope.spawn(|| System::new().block_on(visitor()))).collect();
        // A page that stops the program is not passed over.
        let found =
            visitors.into_iter().map(|visitor| visitor.join().unwrap_or_else(|panic| resume_unwind(panic)));
        found.flatten().collect()
    });
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, found)| found).collect()
}

async fn read(status: StatusCode, body: BoxBody) -> Answer {
    let bytes = body::to_bytes(body).await.unwrap_or_default();
    Answer { status, text: String::from_utf8(bytes.into()).unwrap_or_default() }
}
