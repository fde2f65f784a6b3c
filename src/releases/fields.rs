//! Fields of study (CIP 2020) and the line items that they lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::SocCode;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::soc::{Codes, is_military};
use crate::releases::text::{Layout, read_text};

/// Stands where a field leads to no occupation.
const NO_OCCUPATION: &str = "99-9999";
/// Stands where no field leads to an occupation.
const NO_FIELD: &str = "99.9999";

/// Which fields lead to which line items.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    of: BTreeMap<SocCode, BTreeSet<String>>,
    fields: BTreeMap<String, Field>,
}

/// A field of study.
#[derive(Debug, Default)]
pub(crate) struct Field {
    pub(crate) title: String,
    /// The line items that it leads to.
    pub(crate) occupations: BTreeSet<SocCode>,
}

impl Fields {
    pub(crate) fn read(folder: &Path, release: &Release, codes: &Codes) -> Result<Self, Error> {
        const FIELD: &str = "CIP2020Code";
        const TITLE: &str = "CIP2020Title";
        const OCCUPATION: &str = "SOC2018Code";
        let file = release.file_within("CIP2020_SOC2018_Crosswalk.csv");
        let mut fields = Self::default();
        let mut named = BTreeSet::new();
        read_text(folder, &file, Layout::CommasWithoutEnd, &[FIELD, TITLE, OCCUPATION], |row| {
            let field = row.text(FIELD)?;
            if !is_field(&field) {
                return Err(row.refuse_text(FIELD, &field, "a field of study such as 51.3801"));
            }
            let occupation = row.soc_code(OCCUPATION)?;
            named.insert(occupation.clone());
            if field == NO_FIELD || occupation.as_str() == NO_OCCUPATION || is_military(occupation.as_str()) {
                return Ok(());
            }
            let line_item = codes.line_item_of(&occupation).ok_or_else(|| {
                row.refuse_text(OCCUPATION, occupation.as_str(), "a detailed code of the classification")
            })?;
            let title = row.text(TITLE)?.trim_end_matches('.').to_owned();
            fields.of.entry(line_item.clone()).or_default().insert(field.clone());
            let known = fields.fields.entry(field).or_default();
            known.title = title;
            known.occupations.insert(line_item.clone());
            Ok(())
        })?;
        // Codes without a field stand at the end, so a list that is cut short lacks some.
        match codes.detailed_codes().find(|code| !named.contains(code)) {
            Some(code) => Err(Error::whole(&file, format!("there is no row for {code}"))),
            None => Ok(fields),
        }
    }

    /// The fields that lead to a line item.
    pub(crate) fn of(&self, line_item: &SocCode) -> impl Iterator<Item = (&str, &Field)> {
        let codes = self.of.get(line_item).into_iter().flatten();
        codes.filter_map(|code| Some((code.as_str(), self.fields.get(code)?)))
    }
}

/// Whether a text has the form of a six-digit field of study, `51.3801`.
pub(crate) fn is_field(text: &str) -> bool {
    text.split_once('.').is_some_and(|(family, rest)| {
        let digits =
            |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        digits(family, 2) && digits(rest, 4)
    })
}
