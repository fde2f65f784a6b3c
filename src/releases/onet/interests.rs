//! O*NET's interests: how far the work of an occupation is of each of Holland's six types, and which stand out.

use std::collections::BTreeMap;
use std::path::Path;

use super::{CODE, SCALE, VALUE, read_file, table};
use crate::domain::{Cell, INTERESTS as TYPES};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Spec, Table};

pub(crate) const INTERESTS: Spec = Spec {
    name: "onet_interests",
    key: &["onet_code"],
    columns: &[
        "onet_code",
        "realistic",
        "investigative",
        "artistic",
        "social",
        "enterprising",
        "conventional",
        "first",
        "second",
        "third",
        "method",
    ],
};

const FILE: &str = "Interests";
const ELEMENT: &str = "Element Name";
const METHOD: &str = "Domain Source";
/// The elements of the scale of high points, strongest first.
const HIGH_POINTS: [&str; 3] =
    ["First Interest High-Point", "Second Interest High-Point", "Third Interest High-Point"];

/// What the file says of one occupation.
#[derive(Default)]
struct Interests {
    scores: [Option<f64>; 6],
    /// A type's number, 0 for none.
    high_points: [Option<u32>; 3],
    method: &'static str,
}

pub(super) fn read_interests(folder: &Path, release: &Release, codes: &Codes) -> Result<Table, Error> {
    let mut interests: BTreeMap<String, Interests> = BTreeMap::new();
    let wanted = [CODE, ELEMENT, SCALE, VALUE, METHOD];
    read_file(folder, release, FILE, &wanted, codes, |row, code| {
        let of_code = interests.entry(code.to_owned()).or_default();
        let method = method(row)?;
        if !of_code.method.is_empty() && of_code.method != method {
            return Err(row.refuse(METHOD, "another source than in the rows before"));
        }
        of_code.method = method;
        match row.text(SCALE)?.as_str() {
            "OI" => put(row, &mut of_code.scores, &TYPES, score(row)?),
            "IH" => put(row, &mut of_code.high_points, &HIGH_POINTS, high_point(row)?),
            other => Err(row.refuse_text(SCALE, other, "OI or IH")),
        }
    })?;
    let file = release.file_within(&format!("{FILE}.txt"));
    let rows = interests.into_iter().map(|(code, of_code)| cells(&file, &code, &of_code));
    Ok(table(&INTERESTS, release, rows.collect::<Result<_, _>>()?))
}

/// Puts a value to the element that the row names; case does not count.
fn put<T>(row: &Row<'_>, places: &mut [Option<T>], names: &[&str], value: T) -> Result<(), Error> {
    let element = row.text(ELEMENT)?;
    let known = names.iter().position(|name| name.eq_ignore_ascii_case(&element));
    let place = known.and_then(|known| places.get_mut(known));
    match place.map(|place| place.replace(value)) {
        None => Err(row.refuse_text(ELEMENT, &element, "an element of this scale")),
        Some(Some(_)) => Err(row.refuse(ELEMENT, "a second row for this element")),
        Some(None) => Ok(()),
    }
}

fn method(row: &Row<'_>) -> Result<&'static str, Error> {
    match row.text(METHOD)?.as_str() {
        "Machine Learning" => Ok("machine_learning"),
        "Analyst" => Ok("analysts"),
        other => Err(row.refuse_text(METHOD, other, "Machine Learning or Analyst")),
    }
}

fn score(row: &Row<'_>) -> Result<f64, Error> {
    let score = row.cell(VALUE, &[])?.number().filter(|score| (1.0..=7.0).contains(score));
    score.ok_or_else(|| row.refuse(VALUE, "a score lies between 1 and 7"))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 6")]
fn high_point(row: &Row<'_>) -> Result<u32, Error> {
    let number = row.cell(VALUE, &[])?.number();
    let whole = number.filter(|number| number.fract() == 0.0 && (0.0..=6.0).contains(number));
    whole
        .map(|number| number as u32)
        .ok_or_else(|| row.refuse(VALUE, "a high point is a type's number, 0 to 6"))
}

fn cells(file: &str, code: &str, of_code: &Interests) -> Result<Vec<String>, Error> {
    let lacking = || Error::whole(file, format!("{code} lacks some of its nine rows"));
    let mut cells = vec![code.to_owned()];
    for score in of_code.scores {
        cells.push(Cell::Number(score.ok_or_else(lacking)?).to_string());
    }
    for number in of_code.high_points {
        let number = usize::try_from(number.ok_or_else(lacking)?).unwrap_or_default();
        // 0 is no type: the cell is empty.
        let name = number.checked_sub(1).and_then(|place| TYPES.get(place)).copied().unwrap_or_default();
        cells.push(name.to_owned());
    }
    cells.push(of_code.method.to_owned());
    Ok(cells)
}
