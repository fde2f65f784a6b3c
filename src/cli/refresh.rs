//! `career-atlas refresh`: official releases become the tables of `data/`.

use std::io::IsTerminal as _;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::releases::{self, Error, Release, Report};

/// Makes the tables of `data` from the releases in `from`, and shows on standard error which one is being read: with
/// a bar on a terminal, in plain lines elsewhere. The report is for the caller to print.
pub fn run(from: &Path, data: &Path) -> Result<Report, Error> {
    if std::io::stderr().is_terminal() {
        let bar = ProgressBar::new(0).with_style(style());
        let report = releases::refresh(from, data, &mut |release, total| {
            // The bar counts what is done, and this one has only begun.
            if bar.length() == Some(0) {
                bar.set_length(total as u64);
            } else {
                bar.inc(1);
            }
            bar.set_message(description(release));
        });
        bar.finish_and_clear();
        report
    } else {
        let mut number = 0;
        releases::refresh(from, data, &mut |release, total| {
            number += 1;
            eprintln!("reading {number} of {total}: {}", description(release));
        })
    }
}

fn description(release: &Release) -> String {
    format!("{}, {}", release.title, release.period)
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
