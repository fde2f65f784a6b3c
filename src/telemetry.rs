//! Log lines: what this process says about itself, and one line a request.
//!
//! Lines are gathered in memory and written to standard error by one thread, so that a slow reader of the log never
//! holds up an answer. When it falls behind by [`ROOM_BYTES`], lines are dropped and counted.

mod lines;
mod request;

use std::sync::OnceLock;

use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;
use lines::{Lines, Writing};
pub use request::{CacheUse, RequestLog};

/// Lines that may wait to be written, in bytes.
const ROOM_BYTES: usize = 4 * 1024 * 1024;

static REQUESTS: OnceLock<RequestLog> = OnceLock::new();

/// Begins to write log lines to standard error. Lines are filtered by `level` (`info`, `request=warn,info`). What is
/// returned writes the last lines when it is dropped.
#[must_use]
pub fn start(format: LogFormat, level: &str) -> Writing {
    let (lines, writing) = Lines::start(ROOM_BYTES);
    // The server's words about its threads, and about visitors who do not speak HTTP, help in a search for faults alone.
    let directives = format!("actix_server=warn,actix_http=off,{level}");
    let filter = EnvFilter::try_new(directives).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(lines.clone());
    let begun = match format {
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
        LogFormat::Text => builder.with_ansi(false).try_init(),
    };
    if begun.is_ok() && tracing::enabled!(target: "request", tracing::Level::INFO) {
        let _ = REQUESTS.set(RequestLog::new(format, lines));
    }
    writing
}

/// Where requests are recorded, unless the log leaves them out.
#[must_use]
pub fn requests() -> Option<&'static RequestLog> {
    REQUESTS.get()
}
