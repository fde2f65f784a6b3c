//! What can be set from outside: flags, each also in the environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::site::PublicUrl;

/// Explore and compare careers in the United States, from official statistics. Without a command it serves the site.
#[derive(Debug, Parser)]
#[command(name = "career-atlas", version, about)]
pub struct Arguments {
    /// How to serve.
    #[command(flatten)]
    pub serve: Config,
    /// What to do instead of serving.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How to serve the site.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Where to listen; port 0 picks a free one
    #[arg(long, env = "CAREER_ATLAS_BIND", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub bind: SocketAddr,
    /// The dataset, from which the database is built when it is not there yet
    #[arg(long, env = "CAREER_ATLAS_DATA", value_name = "DIR", default_value = "data")]
    pub data: PathBuf,
    /// A database made by `career-atlas build`, instead of the dataset
    #[arg(long, env = "CAREER_ATLAS_DATABASE", value_name = "FILE")]
    pub database: Option<PathBuf>,
    /// Where visitors find the site; the address it listens on, unless said
    #[arg(long, env = "CAREER_ATLAS_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// How log lines are written to standard error
    #[arg(long, env = "CAREER_ATLAS_LOG", value_enum, default_value = "text")]
    pub log: LogFormat,
    /// Which log lines are written: a level, or `target=level,...`
    #[arg(
        long,
        env = "CAREER_ATLAS_LOG_LEVEL",
        value_name = "LEVEL",
        default_value = "info",
        value_parser = parse_level
    )]
    pub log_level: String,
    /// Worker threads; one for each core, unless said
    #[arg(long, env = "CAREER_ATLAS_WORKERS", value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
    /// Room for finished answers, in megabytes; 0 keeps none
    #[arg(long, env = "CAREER_ATLAS_CACHE_MB", value_name = "MB", default_value = "32", value_parser = clap::value_parser!(u32).range(0..=65_536))]
    pub cache_mb: u32,
}

fn parse_level(text: &str) -> Result<String, String> {
    match EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// One JSON object a line, for machines
    Json,
    /// One line of words, for people
    Text,
}

/// What to do instead of serving.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make the tables of the dataset from official releases, and say what changed
    Refresh {
        /// The folder with the releases and their list, releases.toml
        #[arg(long, value_name = "DIR")]
        from: PathBuf,
        /// The dataset to write
        #[arg(long, env = "CAREER_ATLAS_DATA", value_name = "DIR", default_value = "data")]
        data: PathBuf,
    },
    /// Check the rules of the dataset, every page and every link; or write what the pages say of how many occupations
    Check {
        /// The dataset, from which the database is built when it is not there yet
        #[arg(long, env = "CAREER_ATLAS_DATA", value_name = "DIR", default_value = "data")]
        data: PathBuf,
        /// A database made by `career-atlas build`, instead of the dataset
        #[arg(long, env = "CAREER_ATLAS_DATABASE", value_name = "FILE")]
        database: Option<PathBuf>,
        /// Write the coverage of every row, and the figures to look at, into the documents of this folder
        #[arg(long, value_name = "DIR", num_args = 0..=1, default_missing_value = "docs")]
        coverage: Option<PathBuf>,
    },
    /// Make the database from the dataset
    Build {
        /// The dataset to read
        #[arg(long, env = "CAREER_ATLAS_DATA", value_name = "DIR", default_value = "data")]
        data: PathBuf,
        /// The database to write; by default beside the dataset, named by its content
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}
