//! The one integration binary.

// Clippy lets `#[test]` functions stop where they meet the unexpected; so may what they call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod check;
mod crawl;
mod employers;
mod figures;
mod fit;
mod harness;
mod layers;
mod likeness;
mod pages;
mod plans;
mod refresh;
mod search;
mod serve;
mod texts;
