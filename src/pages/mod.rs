//! One file a page: its handler and its template.

pub mod healthz;
