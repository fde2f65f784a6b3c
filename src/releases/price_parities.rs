//! Regional price parities of the Bureau of Economic Analysis: how dear an area is, the nation being 100.

use std::collections::BTreeSet;
use std::path::Path;

use crate::domain::{AreaType, Cell};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::oflc::Areas;
use crate::releases::row::Row;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const PRICE_PARITIES: Spec = Spec {
    name: "price_parities",
    key: &["area_type", "area_code"],
    columns: &["area_type", "area_code", "title", "matched_by", "price_parity", "year"],
};

const CODE: &str = "GeoFIPS";
const TITLE: &str = "GeoName";
const ITEM: &str = "Description";
/// Goods, housing, utilities and other services have series of their own.
const ALL_ITEMS: &str = "RPPs: All items";
/// The nation, and its part outside the metropolitan areas.
const NATION: &str = "00000";
const NONMETROPOLITAN: &str = "00999";

/// One area as the bureau has it.
struct Parity {
    code: String,
    title: String,
    index: Cell,
}

/// Reads both publications, for the year that their periods name.
pub(crate) fn read_price_parities(
    folder: &Path,
    states: &Release,
    metropolitan: &Release,
    areas: &Areas,
) -> Result<Table, Error> {
    let mut rows = Vec::new();
    let mut push = |area_type: AreaType, code: &str, parity: &Parity, matched_by: &str, year: u16| {
        rows.push(vec![
            area_type.token().to_owned(),
            code.to_owned(),
            parity.title.clone(),
            matched_by.to_owned(),
            parity.index.to_string(),
            year.to_string(),
        ]);
    };
    let (year, parities) = read(folder, states)?;
    for parity in &parities {
        let area_type = if parity.code == NATION { AreaType::Nation } else { AreaType::State };
        let code = parity.code.strip_suffix("000").ok_or_else(|| {
            Error::whole(&states.file, format!("{} is not the code of a state", parity.code))
        })?;
        push(area_type, code, parity, "code", year);
    }
    let (year, parities) = read(folder, metropolitan)?;
    let known: BTreeSet<&str> = parities.iter().map(|parity| parity.code.as_str()).collect();
    for parity in &parities {
        let code = parity.code.as_str();
        // The nation stands in the file of the states.
        if code == NATION {
            continue;
        }
        if code == NONMETROPOLITAN {
            push(AreaType::Nonmetropolitan, code, parity, "", year);
        } else if areas.by_code.contains_key(code) {
            push(AreaType::Metropolitan, code, parity, "code", year);
        } else if let Some(code) = by_name(&parity.title, areas, &known) {
            push(AreaType::Metropolitan, code, parity, "name", year);
        } else {
            push(AreaType::Metropolitan, code, parity, "", year);
        }
    }
    rows.sort();
    let twice = rows.windows(2).find_map(|pair| match pair {
        [one, other] if one.get(..2) == other.get(..2) => one.get(1),
        _ => None,
    });
    if let Some(code) = twice {
        return Err(Error::whole(&metropolitan.file, format!("two of its areas are the area {code}")));
    }
    let origin = Origin::of_rows(&[states.id.clone(), metropolitan.id.clone()]);
    Ok(Table { spec: &PRICE_PARITIES, origin, rows })
}

/// The index of all items in every area. The publisher's file has a column for each year; a copy that was cut to one
/// year calls it `RPP 2023`. Notes follow below.
fn read(folder: &Path, release: &Release) -> Result<(u16, Vec<Parity>), Error> {
    let year = release
        .year()
        .ok_or_else(|| Error::whole(&release.file, "its period in releases.toml names no year"))?;
    let index = if release.layout == "converted" { format!("RPP {year}") } else { year.to_string() };
    let mut parities = Vec::new();
    let wanted = [CODE, TITLE, ITEM, &index];
    read_text(folder, &release.file, Layout::CommasAboveNotes, &wanted, |row| {
        if row.text(ITEM)? == ALL_ITEMS {
            parities.push(parity(row, &index)?);
        }
        Ok(())
    })?;
    if parities.is_empty() {
        return Err(Error::whole(&release.file, format!("no row is “{ALL_ITEMS}”")));
    }
    Ok((year, parities))
}

fn parity(row: &Row<'_>, index: &str) -> Result<Parity, Error> {
    // A space before the quotation marks makes them part of the cell; a cut copy has lost the zeros in front.
    let code = format!("{:0>5}", row.text(CODE)?.trim_matches('"'));
    if code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(row.refuse_text(CODE, &code, "an area code of five digits"));
    }
    let title = row.text(TITLE)?;
    let title = title.trim_end_matches('*').trim_end();
    let title = title.strip_suffix("(Metropolitan Statistical Area)").unwrap_or(title).trim_end();
    Ok(Parity { code, title: title.to_owned(), index: row.cell(index, &[])? })
}

/// The area of the wage levels that a metropolitan area has become: the only one without a parity by code that
/// shares a city and a state with its title.
fn by_name<'a>(title: &str, areas: &'a Areas, known: &BTreeSet<&str>) -> Option<&'a str> {
    let (cities, states) = title.rsplit_once(", ")?;
    let mut found = areas.by_code.iter().filter(|(code, area)| {
        let same_city = |city: &str| !city.is_empty() && cities.split('-').any(|own| own == city);
        let other = area.title.rsplit_once(", ").map_or("", |(cities, _)| cities);
        !known.contains(code.as_str())
            && states.split('-').any(|state| area.states.contains(state))
            && other.split('-').any(same_city)
    });
    let (code, _) = found.next()?;
    found.next().is_none().then_some(code.as_str())
}
