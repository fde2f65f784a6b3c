//! The commands.

mod check;
pub mod refresh;
mod serve;

use std::process::ExitCode;

use clap::Parser;

use crate::config::{Arguments, Command};
use crate::{app, dataset, releases};

/// Why a command did not do its work.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(transparent)]
    Serve(#[from] app::Error),
    #[error(transparent)]
    Dataset(#[from] dataset::Error),
    #[error(transparent)]
    Refresh(#[from] releases::Error),
    #[error(transparent)]
    Check(#[from] check::Error),
}

/// Reads the arguments, does what they say, and writes what went wrong as one line.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    match execute(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("career-atlas: {error}");
            ExitCode::FAILURE
        }
    }
}

fn execute(arguments: Arguments) -> Result<(), Error> {
    match arguments.command {
        None => serve::run(&arguments.serve)?,
        Some(Command::Check { data, database, coverage: None }) => {
            println!("{}", check::run(&data, database.as_deref())?);
        }
        Some(Command::Check { data, database, coverage: Some(docs) }) => {
            println!("{}", check::write(&data, database.as_deref(), &docs)?);
        }
        Some(Command::Refresh { from, data }) => print!("{}", refresh::run(&from, &data)?),
        Some(Command::Build { data, out }) => {
            let path = dataset::publish(&data, out.as_deref())?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// Help and version are answers; anything else is a mistake, said in one line.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first);
    eprintln!("career-atlas: {message} (`career-atlas --help` lists what there is)");
    ExitCode::from(2)
}
