//! The `career-atlas` program.

fn main() {}
