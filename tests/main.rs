//! The one integration binary.

mod refresh;
