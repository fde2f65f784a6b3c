//! The commands of the `career-atlas` program.

pub mod refresh;
