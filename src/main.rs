//! The `career-atlas` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    career_atlas::cli::run()
}
