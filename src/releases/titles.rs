//! Job titles: the direct-match titles of the classification, and O*NET's alternate and reported titles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::onet::read_file;
use crate::releases::soc::{Codes, is_military};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const TITLES: Spec = Spec {
    name: "titles",
    key: &["title", "soc_code"],
    columns: &["title", "short_title", "soc_code", "origins"],
};

/// Where a title comes from, in the order of the words in `origins`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Soc,
    OnetAlternate,
    OnetReported,
}

impl Source {
    fn token(self) -> &'static str {
        match self {
            Self::Soc => "soc",
            Self::OnetAlternate => "onet_alternate",
            Self::OnetReported => "onet_reported",
        }
    }
}

/// Titles by name and line item.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    titles: BTreeMap<(String, SocCode), Title>,
    releases: Vec<String>,
}

#[derive(Debug, Default)]
struct Title {
    short: BTreeSet<String>,
    sources: BTreeSet<Source>,
}

impl Titles {
    /// Reads the direct-match titles.
    pub(crate) fn read_soc(&mut self, folder: &Path, release: &Release, codes: &Codes) -> Result<(), Error> {
        let year = release.year().unwrap_or_default();
        let file = release.file_within(&format!("soc_{year}_direct_match_title_file.xlsx"));
        let code = format!("{year} SOC Code");
        let title = format!("{year} SOC Direct Match Title");
        self.releases.push(release.id.clone());
        Workbook::open(folder, &file)?.read("Sorted by SOC", Heading::row(8), &[&code, &title], |row| {
            let detailed = row.soc_code(&code)?;
            if is_military(detailed.as_str()) {
                return Ok(());
            }
            let line_item = codes.line_item_of(&detailed).ok_or_else(|| {
                row.refuse_text(&code, detailed.as_str(), "a detailed code of the classification")
            })?;
            self.add(row.text(&title)?, line_item, Source::Soc);
            Ok(())
        })
    }

    /// Reads the alternate and the reported titles.
    pub(crate) fn read_onet(&mut self, folder: &Path, release: &Release, codes: &Codes) -> Result<(), Error> {
        const ALTERNATE: &str = "Alternate Title";
        const SHORT: &str = "Short Title";
        const REPORTED: &str = "Reported Job Title";
        self.releases.push(release.id.clone());
        read_file(
            folder,
            release,
            "Alternate Titles",
            &["O*NET-SOC Code", ALTERNATE, SHORT],
            codes,
            |row, code| {
                if let Some(line_item) = codes.line_item_of_onet(code) {
                    let title = self.add(row.text(ALTERNATE)?, line_item, Source::OnetAlternate);
                    let short = row.text(SHORT)?;
                    if short != "n/a" {
                        title.short.insert(short);
                    }
                }
                Ok(())
            },
        )?;
        read_file(
            folder,
            release,
            "Sample of Reported Titles",
            &["O*NET-SOC Code", REPORTED],
            codes,
            |row, code| {
                if let Some(line_item) = codes.line_item_of_onet(code) {
                    self.add(row.text(REPORTED)?, line_item, Source::OnetReported);
                }
                Ok(())
            },
        )
    }

    fn add(&mut self, title: String, line_item: &SocCode, source: Source) -> &mut Title {
        let entry = self.titles.entry((title, line_item.clone())).or_default();
        entry.sources.insert(source);
        entry
    }

    pub(crate) fn table(&self) -> Table {
        let rows = self.titles.iter().map(|((name, line_item), title)| {
            let sources: Vec<&str> = title.sources.iter().map(|source| source.token()).collect();
            vec![
                name.clone(),
                title.short.first().cloned().unwrap_or_default(),
                line_item.to_string(),
                sources.join(" "),
            ]
        });
        Table { spec: &TITLES, rows: rows.collect(), origin: Origin::of_rows(&self.releases) }
    }
}
