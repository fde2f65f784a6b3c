//! The one integration binary.

mod search;
