//! How much a visitor may ask for. `docs/operations.md` lists these for whoever runs the site.

use std::time::Duration;

/// Longest address (path and query) that is answered, in bytes: 10 KB of any text, percent-encoded, fit in.
pub const ADDRESS_BYTES: usize = 32 * 1024;
/// Longest request body that is looked at, in bytes. No page takes one.
pub const BODY_BYTES: usize = 16 * 1024;
/// How long the first request's head may take.
pub const HEAD_TIME: Duration = Duration::from_secs(5);
/// How long a connection stays open after an answer, for the next request.
pub const IDLE_TIME: Duration = Duration::from_secs(15);
/// How long a connection stays open on which no request begins, whatever else goes on there.
pub const CONNECTION_TIME: Duration = Duration::from_secs(30);
/// How long a connection may take to close.
pub const CLOSING_TIME: Duration = Duration::from_secs(1);
/// How long answers in flight may take once the server is told to stop, in seconds.
pub const SHUTDOWN_SECONDS: u64 = 10;
/// Open connections of one worker thread.
pub const CONNECTIONS_PER_WORKER: usize = 4096;
/// Connections that wait to be accepted.
pub const BACKLOG: u32 = 2048;
