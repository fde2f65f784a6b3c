//! From `data/` to the database.

pub mod search_index;
