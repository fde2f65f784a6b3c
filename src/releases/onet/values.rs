//! O*NET's work values: how far an occupation gives what people seek in work.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::ratings::Elements;
use super::styles::number;
use super::{CODE, ELEMENT, ELEMENT_NAME, SCALE, read_file, table};
use crate::domain::{Cell, WORK_VALUES as VALUES};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::soc::Codes;
use crate::releases::table::{Spec, Table};

pub(crate) const WORK_VALUES: Spec = Spec {
    name: "onet_work_values",
    key: &["onet_code"],
    columns: &[
        "onet_code",
        "achievement",
        "working_conditions",
        "recognition",
        "relationships",
        "support",
        "independence",
        "rated",
    ],
};

const FILE: &str = "Work Values";
const DATE: &str = "Date";

/// What the file says of one occupation: the extents, and the months of its rows.
#[derive(Default)]
struct Values {
    extents: [Option<f64>; 6],
    rated: BTreeSet<String>,
}

pub(super) fn read_values(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    elements: &mut Elements,
) -> Result<Table, Error> {
    let mut values: BTreeMap<String, Values> = BTreeMap::new();
    let wanted = [CODE, ELEMENT, ELEMENT_NAME, SCALE, super::VALUE, DATE];
    read_file(folder, release, FILE, &wanted, codes, |row, code| {
        match row.text(SCALE)?.as_str() {
            "EX" => {}
            // The high points repeat what the extents say.
            "VH" => return Ok(()),
            other => return Err(row.refuse_text(SCALE, other, "EX or VH")),
        }
        let element = row.text(ELEMENT_NAME)?;
        let place = VALUES.iter().position(|known| known.replace('_', " ").eq_ignore_ascii_case(&element));
        let of_code = values.entry(code.to_owned()).or_default();
        let place = place.and_then(|place| of_code.extents.get_mut(place));
        let place = place.ok_or_else(|| row.refuse_text(ELEMENT_NAME, &element, "a work value"))?;
        if place.replace(number(row, 1.0..=7.0, "an extent lies between 1 and 7")?).is_some() {
            return Err(row.refuse(ELEMENT_NAME, "a second row for this value"));
        }
        elements.entry(row.text(ELEMENT)?).or_insert(("work_value", element));
        let month = row.text(DATE)?;
        let rated = iso_month(&month).ok_or_else(|| row.refuse_text(DATE, &month, "a month as 06/2008"))?;
        of_code.rated.insert(rated);
        Ok(())
    })?;
    let rows = values.into_iter().map(|(code, of_code)| {
        let extents: Option<Vec<f64>> = of_code.extents.into_iter().collect();
        let lacking = || {
            Error::whole(
                &release.file_within(&format!("{FILE}.txt")),
                format!("{code} lacks some of its six values"),
            )
        };
        let extents = extents.ok_or_else(lacking)?;
        // Of several months the oldest: no value is newer than it says.
        let rated = of_code.rated.into_iter().next().unwrap_or_default();
        let cells = extents.into_iter().map(|extent| Cell::Number(extent).to_string());
        Ok([code.clone()].into_iter().chain(cells).chain([rated]).collect())
    });
    Ok(table(&WORK_VALUES, release, rows.collect::<Result<_, _>>()?))
}

/// `06/2008` as `2008-06`.
fn iso_month(text: &str) -> Option<String> {
    let (month, year) = text.split_once('/')?;
    let is_number =
        |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(month, 2) && is_number(year, 4)).then(|| format!("{year}-{month}"))
}
