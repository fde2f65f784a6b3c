//! One file a page: handler, template struct, and what only that page needs.

pub mod about;
pub mod best;
pub mod career;
pub mod companies;
pub mod company;
pub mod company_comparison;
pub mod comparison;
pub mod explore;
pub mod fit;
pub mod healthz;
pub mod home;
pub mod layout;
pub mod pay;
pub mod picker;
pub mod place;
pub mod places;
pub mod profession;
pub mod professions;
pub mod search;
pub mod sitemap;
pub mod sources;
#[cfg(debug_assertions)]
pub mod styleguide;
pub mod within;
