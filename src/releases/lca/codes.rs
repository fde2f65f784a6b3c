//! The occupation of a code as employers enter it.

use std::collections::BTreeMap;

use super::Outcome;
use crate::domain::SocCode;
use crate::releases::error::Error;
use crate::releases::soc::Codes;

/// Codes that the classification of 2018 does not have; reviewed by us.
const OLDER_CODES: &str = include_str!("../../../data/soc_2010.csv");
const FILE: &str = "soc_2010.csv";

/// The codes of both editions of the classification.
#[derive(Debug)]
pub(super) struct EnteredCodes<'c> {
    codes: &'c Codes,
    /// Each older code with the line item that it stands for, or none where it stands for several.
    older: BTreeMap<String, Option<SocCode>>,
}

impl<'c> EnteredCodes<'c> {
    pub(super) fn new(codes: &'c Codes) -> Result<Self, Error> {
        let wrong = |problem: String| Error::whole(FILE, problem);
        let mut older = BTreeMap::new();
        for record in csv::Reader::from_reader(OLDER_CODES.as_bytes()).records() {
            let record = record.map_err(|error| wrong(error.to_string()))?;
            let code = record.get(0).unwrap_or_default();
            let line_item = match record.get(1).unwrap_or_default() {
                "" => None,
                text => Some(SocCode::parse(text).map_err(|error| wrong(error.to_string()))?),
            };
            if codes.knows(code) {
                return Err(wrong(format!("{code} is a code of the classification of 2018")));
            }
            older.insert(code.to_owned(), line_item);
        }
        Ok(Self { codes, older })
    }

    /// The line item of a code: `15-1252`, `15-1252.00`, `15-2051.01`, an older one, or one that a spreadsheet took for a
    /// date (`2021-11-01 00:00:00` is 11-2021).
    pub(super) fn line_item(&self, code: &str) -> Result<(SocCode, Outcome), Outcome> {
        let mended = of_date(code);
        let code = mended.as_deref().unwrap_or(code);
        let six_digits = match code.split_once('.') {
            Some((six_digits, ending)) if ending.len() == 2 => six_digits,
            _ => code,
        };
        let line_items = &self.codes.line_items;
        let known = SocCode::parse(six_digits).ok().and_then(|code| {
            let line_item = self.codes.line_item_of(&code);
            let line_item = line_item.or_else(|| line_items.get_key_value(&code).map(|(own, _)| own));
            Some(Ok((line_item?.clone(), Outcome::Counted)))
        });
        let older = |code: &str| self.older(code);
        older(code).or(known).or_else(|| older(six_digits)).unwrap_or(Err(Outcome::CodeUnknown))
    }

    fn older(&self, code: &str) -> Option<Result<(SocCode, Outcome), Outcome>> {
        Some(match self.older.get(code)? {
            Some(line_item) if self.codes.line_items.contains_key(line_item) => {
                Ok((line_item.clone(), Outcome::CountedByOlderCode))
            }
            Some(_) => Err(Outcome::CodeUnknown),
            None => Err(Outcome::CodeOfSeveralOccupations),
        })
    }
}

/// `11-2021` of `2021-11-01 00:00:00`: month and year.
fn of_date(code: &str) -> Option<String> {
    let date = code.strip_suffix("-01 00:00:00")?;
    let (year, month) = date.split_once('-')?;
    Some(format!("{month}-{year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_code_again() {
        assert_eq!(of_date("3021-11-01 00:00:00").as_deref(), Some("11-3021"));
        assert_eq!(of_date("15-1252"), None);
    }
}
