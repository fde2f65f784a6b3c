//! Prevailing wage levels of the Office of Foreign Labor Certification: the mean pay of an occupation in a
//! metropolitan area. Level 3 is the wage survey's mean there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::AreaType;
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const METROPOLITAN: Spec = Spec {
    name: "oflc_metropolitan",
    key: &["area_code", "soc_code"],
    columns: &["area_code", "soc_code", "wage_mean_usd", "unit"],
};

pub(crate) const AREA_STATES: Spec =
    Spec { name: "area_states", key: &["area_code", "state"], columns: &["area_code", "state"] };

/// A metropolitan area.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) title: String,
    /// The state of the city that the title names first. It stands for the area where only one state can.
    pub(crate) state: String,
    /// Every state that has a county in it.
    pub(crate) states: BTreeSet<String>,
}

/// The metropolitan areas of the wage levels, by their five digits.
#[derive(Debug)]
pub(crate) struct Areas {
    release: String,
    pub(crate) by_code: BTreeMap<String, Area>,
}

impl Areas {
    /// Reads the list of counties. Nonmetropolitan areas, of six or seven digits, are the wage survey's own.
    pub(crate) fn read(folder: &Path, release: &Release) -> Result<Self, Error> {
        const CODE: &str = "Area";
        const TITLE: &str = "AreaName";
        const STATE: &str = "StateAb";
        let mut by_code: BTreeMap<String, Area> = BTreeMap::new();
        read_text(folder, &release.file, Layout::Commas, &[CODE, TITLE, STATE], |row| {
            let code = row.text(CODE)?;
            if !code.bytes().all(|byte| byte.is_ascii_digit()) || !(5..=7).contains(&code.len()) {
                return Err(row.refuse_text(CODE, &code, "an area code of five to seven digits"));
            }
            if code.len() != 5 {
                return Ok(());
            }
            let title = title(row, TITLE)?;
            let state = first_state(&title)
                .ok_or_else(|| row.refuse_text(TITLE, &title, "a title that ends in a state"))?
                .to_owned();
            let area = by_code.entry(code).or_insert_with(|| Area {
                title: title.clone(),
                state,
                states: BTreeSet::new(),
            });
            if area.title != title {
                return Err(row.refuse_text(
                    TITLE,
                    &title,
                    &format!("“{}”, as in an earlier row", area.title),
                ));
            }
            area.states.insert(row.text(STATE)?);
            Ok(())
        })?;
        let odd = by_code.values().find(|area| !area.states.contains(&area.state));
        match odd {
            Some(area) => Err(Error::whole(
                &release.file,
                format!("no county of {} lies in {}", area.title, area.state),
            )),
            None => Ok(Self { release: release.id.clone(), by_code }),
        }
    }

    /// Adds them to the areas of the wage survey, which have their own row where both know one.
    pub(crate) fn add_to(&self, areas: &mut Table) {
        let rows = self.by_code.iter().map(|(code, area)| {
            vec![
                code.clone(),
                AreaType::Metropolitan.token().to_owned(),
                area.title.clone(),
                area.state.clone(),
            ]
        });
        areas.add_missing(rows, &self.release);
    }

    pub(crate) fn states_table(&self) -> Table {
        let rows = self
            .by_code
            .iter()
            .flat_map(|(code, area)| area.states.iter().map(|state| vec![code.clone(), state.clone()]));
        Table { spec: &AREA_STATES, origin: Origin::of(&self.release), rows: rows.collect() }
    }
}

/// An area's title. The list has its only `ü` (0x81 in the code page of old) as that control character before a `u`.
fn title(row: &Row<'_>, column: &str) -> Result<String, Error> {
    let title = row.text(column)?.replace("\u{81}u", "ü");
    if title.chars().any(char::is_control) {
        return Err(row.refuse_text(column, &title.escape_default().to_string(), "a title in letters"));
    }
    Ok(title)
}

/// `MA` of `Boston-Cambridge-Newton, MA-NH`.
fn first_state(title: &str) -> Option<&str> {
    let (_, states) = title.rsplit_once(", ")?;
    states.split('-').next().filter(|state| state.len() == 2)
}

/// Reads the mean pay of each occupation in each area. Left out are values that several areas share (they are a
/// state's or a region's), and zeros.
pub(crate) fn read_wages(
    folder: &Path,
    release: &Release,
    areas: &Areas,
    codes: &Codes,
) -> Result<Table, Error> {
    const AREA: &str = "area";
    const OCCUPATION: &str = "soc";
    const MEAN: &str = "l3_mean";
    const UNIT: &str = "unit";
    const SHARING: &str = "sharing";
    const UNIQUE: &str = "unique";
    const KINDS_OF_SHARING: [&str; 4] =
        [UNIQUE, "shared_one_state", "shared_2_3_states", "shared_many_states"];
    let mut wages: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    let wanted = [AREA, OCCUPATION, MEAN, UNIT, SHARING];
    read_text(folder, &release.file, Layout::Commas, &wanted, |row| {
        let area = row.text(AREA)?;
        if !areas.by_code.contains_key(&area) {
            return Err(row.refuse_text(AREA, &area, "an area of the list of counties"));
        }
        let detailed = row.soc_code(OCCUPATION)?;
        let line_item = codes
            .line_item_of(&detailed)
            .ok_or_else(|| row.refuse_text(OCCUPATION, detailed.as_str(), "a civilian occupation"))?;
        let unit = row.text(UNIT)?;
        if !["hour", "year"].contains(&unit.as_str()) {
            return Err(row.refuse_text(UNIT, &unit, "“hour” or “year”"));
        }
        let sharing = row.text(SHARING)?;
        if !KINDS_OF_SHARING.contains(&sharing.as_str()) {
            return Err(row.refuse_text(SHARING, &sharing, "a known kind of sharing"));
        }
        let mean = row.cell(MEAN, &[])?;
        let Some(usd) = mean.number().filter(|usd| *usd >= 0.0) else {
            return Err(row.refuse_text(MEAN, &mean.to_string(), "pay"));
        };
        if sharing != UNIQUE || usd == 0.0 {
            return Ok(());
        }
        let wage = (mean.to_string(), unit);
        // The occupations inside a combined one all have its value.
        match wages.insert((area, line_item.to_string()), wage.clone()) {
            Some(other) if other != wage || !codes.is_combined(line_item) => {
                Err(row.refuse(OCCUPATION, "a second row for this area and code"))
            }
            _ => Ok(()),
        }
    })?;
    let rows = wages.into_iter().map(|((area, code), (mean, unit))| vec![area, code, mean, unit]);
    Ok(Table { spec: &METROPOLITAN, origin: Origin::of(&release.id), rows: rows.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_state_of_its_first_city_first() {
        for (title, state) in [
            ("Boston-Cambridge-Newton, MA-NH", Some("MA")),
            ("Washington-Arlington-Alexandria, DC-VA-MD-WV", Some("DC")),
            ("Napa, CA", Some("CA")),
            ("Nowhere", None),
            ("Somewhere, Ohio", None),
        ] {
            assert_eq!(first_state(title), state, "{title}");
        }
    }
}
