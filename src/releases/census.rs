//! Census occupation codes: what a row of the Current Population Survey is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::{Row, letters};
use crate::releases::soc::{Codes, is_military};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const CROSSWALK: Spec = Spec {
    name: "census_crosswalk",
    key: &["census_code", "soc_code"],
    columns: &["census_code", "soc_code", "covers"],
};

/// The list of Census codes that stand for civilian work.
#[derive(Debug)]
pub(crate) struct CensusCodes {
    release: String,
    /// By code: title, and the line items that it holds, wholly or in part.
    codes: BTreeMap<String, (String, BTreeSet<SocCode>)>,
    /// The code of a title, without case and punctuation.
    by_title: HashMap<String, String>,
}

impl CensusCodes {
    pub(crate) fn read(folder: &Path, release: &Release, codes: &Codes) -> Result<Self, Error> {
        let listed = read_list(folder, release)?;
        let prefixes: BTreeMap<&str, &str> =
            listed.iter().map(|(code, listed)| (listed.prefix.as_str(), code.as_str())).collect();
        let mut held: BTreeMap<String, BTreeSet<SocCode>> = BTreeMap::new();
        let named = read_members(folder, release, &listed)?;
        for detailed in codes.detailed_codes() {
            let by_prefix = || longest_prefix(&prefixes, detailed.as_str());
            let census_code =
                named.get(detailed).map(String::as_str).or_else(by_prefix).ok_or_else(|| {
                    Error::whole(&release.file, format!("no Census code holds the SOC code {detailed}"))
                })?;
            if let Some(line_item) = codes.line_item_of(detailed) {
                held.entry(census_code.to_owned()).or_default().insert(line_item.clone());
            }
        }
        let mut census =
            Self { release: release.id.clone(), codes: BTreeMap::new(), by_title: HashMap::new() };
        for (code, Listed { title, prefix }) in listed {
            if is_military(&prefix) {
                continue;
            }
            let Some(line_items) = held.remove(&code) else {
                let problem = format!("the Census code {code} ({prefix}) holds no SOC code");
                return Err(Error::whole(&release.file, problem));
            };
            if let Some(other) = census.by_title.insert(letters(&title), code.clone()) {
                let problem = format!("the Census codes {other} and {code} have one title");
                return Err(Error::whole(&release.file, problem));
            }
            census.codes.insert(code, (title, line_items));
        }
        census.check(codes, &release.file)?;
        Ok(census)
    }

    /// Only a combined occupation may be spread over several Census codes.
    fn check(&self, codes: &Codes, file: &str) -> Result<(), Error> {
        let spread = self.spread();
        let odd = spread.iter().find(|(line_item, count)| **count > 1 && !codes.is_combined(line_item));
        let lacking = codes.line_items.keys().find(|line_item| !spread.contains_key(line_item));
        match (odd, lacking) {
            (Some((line_item, _)), _) => {
                Err(Error::whole(file, format!("the occupation {line_item} has several Census codes")))
            }
            (_, Some(line_item)) => Err(Error::whole(file, format!("no Census code holds {line_item}"))),
            (None, None) => Ok(()),
        }
    }

    /// How many Census codes hold a part of each line item.
    fn spread(&self) -> BTreeMap<&SocCode, usize> {
        let mut spread = BTreeMap::new();
        for line_item in self.codes.values().flat_map(|(_, line_items)| line_items) {
            *spread.entry(line_item).or_default() += 1;
        }
        spread
    }

    /// The release that the list comes from.
    pub(crate) fn release(&self) -> &str {
        &self.release
    }

    /// The Census code with this title.
    pub(crate) fn by_title(&self, title: &str) -> Option<&str> {
        self.by_title.get(&letters(title)).map(String::as_str)
    }

    /// Every code with its title.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (&str, &str)> {
        self.codes.iter().map(|(code, (title, _))| (code.as_str(), title.as_str()))
    }

    pub(crate) fn table(&self) -> Table {
        let spread = self.spread();
        let rows = self.codes.iter().flat_map(|(code, (_, line_items))| {
            line_items.iter().map(|line_item| {
                let covers = spread.get(line_item) == Some(&1);
                vec![code.clone(), line_item.to_string(), covers.to_string()]
            })
        });
        Table { spec: &CROSSWALK, rows: rows.collect(), origin: Origin::of(&self.release) }
    }
}

/// A Census code as the list has it: `13-20XX` and `11-2030` are the prefixes `13-20` and `11-203`, and hold what no
/// longer prefix holds.
struct Listed {
    title: String,
    prefix: String,
}

fn read_list(folder: &Path, release: &Release) -> Result<BTreeMap<String, Listed>, Error> {
    let year = release.year().unwrap_or_default();
    let title = format!("{year} Census Title");
    let census = format!("{year} Census Code");
    let soc = format!("{year} SOC Code");
    let wanted = [title.as_str(), census.as_str(), soc.as_str()];
    let mut listed = BTreeMap::new();
    let mut prefixes = BTreeSet::new();
    Workbook::open(folder, &release.file)?.read(
        &format!("{year} Census Occ Code List"),
        Heading::row(5),
        &wanted,
        |row| {
            let Some(code) = census_code(row, &census)? else {
                return Ok(());
            };
            let spec = row.text(&soc)?;
            // Military of unknown rank, and people who have never worked.
            if spec == "none" {
                return Ok(());
            }
            let prefix =
                prefix(&spec).ok_or_else(|| row.refuse_text(&soc, &spec, "a SOC code, with or without X"))?;
            if !prefixes.insert(prefix.clone()) {
                return Err(row.refuse(&soc, "a second Census code for this SOC code"));
            }
            let title = row.text(&title)?;
            match listed.insert(code, Listed { title, prefix }) {
                Some(_) => Err(row.refuse(&census, "a second row for this code")),
                None => Ok(()),
            }
        },
    )?;
    Ok(listed)
}

/// The SOC codes that the release names below a Census code, "Cooling and Freezing Equipment Operators (51-9193)". What
/// is named counts: 51-9199 belongs to 51-91XX, though 51-919X has the longer prefix. Groups are named there too; their
/// occupations follow from the prefixes.
fn read_members(
    folder: &Path,
    release: &Release,
    listed: &BTreeMap<String, Listed>,
) -> Result<BTreeMap<SocCode, String>, Error> {
    let year = release.year().unwrap_or_default();
    let title = format!("{year} Census Title");
    let census = format!("{year} Census Code");
    let mut members = BTreeMap::new();
    let mut current: Option<String> = None;
    Workbook::open(folder, &release.file)?.read(
        &format!("Summary of {year} Changes"),
        Heading::row(3),
        &[title.as_str(), census.as_str()],
        |row| {
            // A row with a code begins its members; a heading, or the legend at the end, has none.
            let code = row.text_or_empty(&census)?;
            if !code.is_empty() {
                current = Some(format!("{code:0>4}")).filter(|code| listed.contains_key(code));
                return Ok(());
            }
            let text = row.text_or_empty(&title)?;
            let named = text.rsplit_once('(').and_then(|(_, code)| code.trim_end().strip_suffix(')'));
            if let (Some(code), Some(named)) = (&current, named)
                && let Ok(soc_code) = SocCode::parse(named.trim())
                && members.insert(soc_code, code.clone()).is_some_and(|other| other != *code)
            {
                return Err(row.refuse_text(&title, &text, "a SOC code that no other Census code holds"));
            }
            Ok(())
        },
    )?;
    Ok(members)
}

/// Four digits; `None` for the heading of a group (`0010-3550`, or empty). A cell that holds a number has lost the
/// zeros that the code begins with.
fn census_code(row: &Row<'_>, column: &str) -> Result<Option<String>, Error> {
    let text = row.text_or_empty(column)?;
    let digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('-') {
        Some((first, last)) if digits(first) && digits(last) => Ok(None),
        None if text.is_empty() => Ok(None),
        None if digits(&text) => Ok(Some(format!("{text:0>4}"))),
        _ => Err(row.refuse_text(column, &text, "a Census code of four digits")),
    }
}

fn prefix(spec: &str) -> Option<String> {
    SocCode::parse(&spec.replace('X', "0")).ok()?;
    let prefix = match spec.trim_end_matches('X') {
        whole if whole == spec => spec.trim_end_matches('0'),
        fixed => fixed,
    };
    Some(prefix.to_owned()).filter(|prefix| prefix.len() > 3 && !prefix.contains('X'))
}

fn longest_prefix<'a>(prefixes: &BTreeMap<&str, &'a str>, code: &str) -> Option<&'a str> {
    (1..=code.len()).rev().find_map(|length| prefixes.get(code.get(..length)?).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_is_a_prefix() {
        for (spec, expected) in [
            ("11-1011", Some("11-1011")),
            ("11-2030", Some("11-203")),
            ("25-1000", Some("25-1")),
            ("13-20XX", Some("13-20")),
            ("15-124X", Some("15-124")),
            ("51-4XXX", Some("51-4")),
            ("11-0000", None),
            ("11-20X1", None),
            ("11-20", None),
            ("", None),
        ] {
            assert_eq!(prefix(spec).as_deref(), expected, "{spec}");
        }
    }

    #[test]
    fn the_longest_prefix_holds_a_code() {
        let prefixes = BTreeMap::from([("13-20", "0960"), ("13-202", "0810"), ("13-2011", "0800")]);
        for (code, census_code) in [
            ("13-2011", Some("0800")),
            ("13-2023", Some("0810")),
            ("13-2099", Some("0960")),
            ("13-1011", None),
        ] {
            assert_eq!(longest_prefix(&prefixes, code), census_code, "{code}");
        }
    }
}
