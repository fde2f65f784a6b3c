//! Career Atlas: explore and compare careers in the United States, from official statistics.
//!
//! `docs/ARCHITECTURE.md` walks through the modules; `docs/data.md` describes the dataset.

// `askama.toml` names the escaper by one path, for templates here and in tests.
extern crate self as career_atlas;

pub mod app;
pub mod check;
pub mod cli;
pub mod config;
pub mod dataset;
pub mod domain;
pub mod http;
pub mod pages;
pub mod releases;
pub mod routes;
pub mod site;
pub mod store;
pub mod telemetry;
pub mod view;
