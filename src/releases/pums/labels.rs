//! What the codes of the records mean, and which occupation codes hold several Census codes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::padded;
use super::person::WORKED_FROM_HOME;
use super::tally::Tally;
use crate::releases::catalog::Release;
use crate::releases::census::CensusCodes;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::text::{Layout, read_text};

/// What the reader of the records takes for granted: an edition with other codes is refused.
const MEANINGS: [(&str, u32, &str); 9] = [
    ("ESR", 1, "Civilian employed, at work"),
    ("ESR", 2, "Civilian employed, with a job but not at work"),
    ("HISP", 1, "Not Spanish/Hispanic/Latino"),
    ("JWTRNS", WORKED_FROM_HOME, "Worked from home"),
    ("RAC1P", 1, "White alone"),
    ("RAC1P", 2, "Black or African American alone"),
    ("RAC1P", 3, "American Indian alone"),
    ("RAC1P", 6, "Asian alone"),
    ("SEX", 2, "Female"),
];

/// Words that a title writes small.
const SMALL_WORDS: [&str; 8] = ["And", "For", "In", "Of", "Or", "The", "To", "With"];

/// How much is known of a code that holds several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    /// The Census codes that it holds are listed.
    Named,
    /// A catch-all: which others it holds is not known.
    Other,
}

/// An occupation code of the records that holds several Census codes.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) members: Members,
    /// Its own first.
    pub(super) census_codes: BTreeSet<u16>,
}

/// The names of the codes.
#[derive(Debug)]
pub(super) struct Labels {
    /// Civilian occupations that have a Census code.
    pub(super) occupations: BTreeMap<u16, String>,
    /// Fields of degree.
    pub(super) fields: BTreeMap<u16, String>,
    pub(super) groups: BTreeMap<u16, Group>,
}

impl Labels {
    pub(super) fn read(folder: &Path, release: &Release, census: &CensusCodes) -> Result<Self, Error> {
        let beside = |name: &str| {
            let path = Path::new(&release.file).with_file_name(name);
            path.to_string_lossy().into_owned()
        };
        let (file, mut labels) = (beside("labels.csv"), BTreeMap::new());
        read_text(folder, &file, Layout::Commas, &["variable", "value", "label"], |row| {
            // `bb` stands for "not applicable": the records leave the cell empty.
            if let Ok(code) = row.text("value")?.parse::<u32>() {
                labels.insert((row.text("variable")?, code), row.text("label")?);
            }
            Ok(())
        })?;
        for (variable, code, meaning) in MEANINGS {
            let label = labels.get(&(variable.to_owned(), code)).map_or("nothing", String::as_str);
            if label != meaning {
                let problem = format!("{variable} {code} stands for “{label}”, not “{meaning}”");
                return Err(Error::whole(&file, problem));
            }
        }
        let known: BTreeSet<&str> = census.titles().map(|(code, _)| code).collect();
        let named = |variable: &str| {
            let of = labels.iter().filter(move |((name, _), _)| name == variable);
            of.filter_map(|((_, code), label)| Some((u16::try_from(*code).ok()?, label))).collect::<Vec<_>>()
        };
        let occupations =
            named("OCCP").into_iter().filter(|(code, _)| known.contains(padded(*code).as_str()));
        Ok(Self {
            // `MGR-Financial Managers`: the letters name the group.
            occupations: occupations
                .map(|(code, label)| (code, title(label.split_once('-').map_or(label, |(_, title)| title))))
                .collect(),
            fields: named("FOD1P").into_iter().map(|(code, label)| (code, title(label))).collect(),
            groups: read_groups(folder, &beside("occp_groups.csv"), &known)?,
        })
    }

    /// Code and title of an occupation.
    pub(super) fn heading(&self, code: u16) -> Vec<String> {
        vec![padded(code), self.occupations.get(&code).cloned().unwrap_or_default()]
    }

    /// A code that stands inside another cannot have records of its own.
    pub(super) fn check(&self, tallies: &BTreeMap<u16, Tally>, file: &str) -> Result<(), Error> {
        let inside = self.groups.iter().flat_map(|(code, group)| {
            group.census_codes.iter().filter(move |member| *member != code).map(move |member| (code, member))
        });
        let mut both = inside.filter(|(_, member)| tallies.contains_key(member));
        both.next().map_or(Ok(()), |(code, member)| {
            let problem = format!(
                "the code {} has records, and is said to be inside {}",
                padded(*member),
                padded(*code)
            );
            Err(Error::whole(file, problem))
        })
    }
}

fn read_groups(folder: &Path, file: &str, known: &BTreeSet<&str>) -> Result<BTreeMap<u16, Group>, Error> {
    let mut groups = BTreeMap::new();
    let mut held = BTreeSet::new();
    read_text(folder, file, Layout::Commas, &["pums_code", "census_codes", "members"], |row| {
        let code = census_code(row, "pums_code", &row.text("pums_code")?, known)?;
        let text = row.text("members")?;
        let members = match text.as_str() {
            "named" => Members::Named,
            "other" => Members::Other,
            _ => return Err(row.refuse_text("members", &text, "“named” or “other”")),
        };
        let mut census_codes = BTreeSet::new();
        for member in row.text("census_codes")?.split(' ') {
            let member = census_code(row, "census_codes", member, known)?;
            if !held.insert(member) {
                return Err(row.refuse("census_codes", "a code that stands in two groups"));
            }
            census_codes.insert(member);
        }
        if !census_codes.contains(&code) {
            return Err(row.refuse("census_codes", "the code itself is not among those that it holds"));
        }
        match groups.insert(code, Group { members, census_codes }) {
            Some(_) => Err(row.refuse("pums_code", "a second row for this code")),
            None => Ok(()),
        }
    })?;
    Ok(groups)
}

fn census_code(row: &Row<'_>, column: &str, text: &str, known: &BTreeSet<&str>) -> Result<u16, Error> {
    let code = text.parse().ok().filter(|code| known.contains(padded(*code).as_str()));
    code.ok_or_else(|| row.refuse_text(column, text, "a Census code"))
}

/// `Business Management And Administration` as people write it.
fn title(label: &str) -> String {
    let word = |(place, word): (usize, &str)| {
        if place > 0 && SMALL_WORDS.contains(&word) { word.to_lowercase() } else { word.to_owned() }
    };
    label.split_whitespace().enumerate().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_written_small() {
        for (label, expected) in [
            ("Business Management And Administration", "Business Management and Administration"),
            ("The Arts", "The Arts"),
            ("Multi-Disciplinary Or General Science", "Multi-Disciplinary or General Science"),
        ] {
            assert_eq!(title(label), expected);
        }
    }
}
