//! O*NET's work styles: how far a way of being helps or hinders in an occupation, and which ones set it apart.

use std::collections::BTreeMap;
use std::path::Path;

use super::ratings::Elements;
use super::{CODE, ELEMENT, ELEMENT_NAME, SCALE, VALUE, read_file, table};
use crate::domain::Cell;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Spec, Table};

pub(crate) const WORK_STYLES: Spec = Spec {
    name: "onet_work_styles",
    key: &["onet_code", "element_id"],
    columns: &["onet_code", "element_id", "impact", "distinctiveness_rank"],
};

const FILE: &str = "Work Styles";

pub(super) fn read_styles(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    elements: &mut Elements,
) -> Result<Table, Error> {
    let mut styles: BTreeMap<(String, String), [Option<f64>; 2]> = BTreeMap::new();
    read_file(folder, release, FILE, &[CODE, ELEMENT, ELEMENT_NAME, SCALE, VALUE], codes, |row, code| {
        let element = row.text(ELEMENT)?;
        if !elements.contains_key(&element) {
            elements.insert(element.clone(), ("work_style", row.text(ELEMENT_NAME)?));
        }
        let [impact, rank] = styles.entry((code.to_owned(), element)).or_default();
        let (place, value) = match row.text(SCALE)?.as_str() {
            "WI" => (impact, number(row, -3.0..=3.0, "an impact lies between -3 and 3")?),
            "DR" => (rank, number(row, 0.0..=10.0, "a rank lies between 0 and 10")?),
            other => return Err(row.refuse_text(SCALE, other, "WI or DR")),
        };
        match place.replace(value) {
            Some(_) => Err(row.refuse(SCALE, "a second row for this scale")),
            None => Ok(()),
        }
    })?;
    let rows = styles.into_iter().map(|((code, element), scales)| {
        let [Some(impact), Some(rank)] = scales else {
            let problem = format!("{code} lacks a scale of the element {element}");
            return Err(Error::whole(&release.file_within(&format!("{FILE}.txt")), problem));
        };
        Ok(vec![code, element, Cell::Number(impact).to_string(), Cell::Number(rank).to_string()])
    });
    Ok(table(&WORK_STYLES, release, rows.collect::<Result<_, _>>()?))
}

/// The value of a row inside its scale.
pub(super) fn number(row: &Row<'_>, scale: std::ops::RangeInclusive<f64>, rule: &str) -> Result<f64, Error> {
    let number = row.cell(VALUE, &[])?.number().filter(|number| scale.contains(number));
    number.ok_or_else(|| row.refuse(VALUE, rule))
}
