//! Occupational Employment and Wage Statistics: any workbook with the survey's columns, sorted by what each row is
//! for (the nation, a state, an area, a sector).

mod row;
mod tables;

pub(crate) use tables::{
    AREAS, BY_SECTOR, METROPOLITAN, NATIONAL, NATIONAL_PREVIOUS, NONMETROPOLITAN, SECTORS, STATES,
};

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use crate::domain::{AreaType, SocCode};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::Row;
use crate::releases::soc::Codes;
use crate::releases::table::Table;
use crate::releases::workbook::{Heading, Workbook};
use row::{Bounds, COLUMNS};

/// The tables that rows of the survey go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    National,
    States,
    Nonmetropolitan,
    Metropolitan,
    Sectors,
}

/// One part of one year.
#[derive(Debug, Default)]
struct Edition {
    /// Keyed by area or sector (empty in the nation) and SOC code; with the release that gave the row.
    rows: BTreeMap<(String, String), (usize, Vec<String>)>,
    /// The areas or sectors that the rows are for: their code and cells.
    names: BTreeMap<String, Vec<String>>,
    /// The releases that gave rows, in the order of the list.
    releases: Vec<String>,
}

/// Everything read from the survey so far.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    editions: BTreeMap<(Part, u16), Edition>,
    releases_read: usize,
}

impl Survey {
    /// Reads one workbook. Of two releases that give the same row, the one that is read first counts.
    pub(crate) fn read(&mut self, folder: &Path, release: &Release, codes: &Codes) -> Result<(), Error> {
        let year = release
            .year()
            .ok_or_else(|| Error::whole(&release.file, "its period in releases.toml names no year"))?;
        let mut book = Workbook::open(folder, &release.file)?;
        let sheet = book.sheet(stem(&release.file), |name| is_data_sheet(name, &release.file))?;
        let bounds = Bounds::of(year);
        self.releases_read += 1;
        book.read(&sheet, Heading::row(1), &COLUMNS, |row| match part(row)? {
            Some(part) => self.take(part, year, release, row, &bounds, codes),
            None => Ok(()),
        })
    }

    fn take(
        &mut self,
        part: Part,
        year: u16,
        release: &Release,
        row: &Row<'_>,
        bounds: &Bounds,
        codes: &Codes,
    ) -> Result<(), Error> {
        let level = row::level(row)?;
        if part != Part::National && level != "detailed" {
            return Ok(());
        }
        let soc_code = row.soc_code(row::OCC_CODE)?;
        if part != Part::National && !codes.line_items.contains_key(&soc_code) {
            return Err(row.refuse_text(row::OCC_CODE, soc_code.as_str(), "a line item of the projections"));
        }
        let number = self.releases_read;
        let edition = self.editions.entry((part, year)).or_default();
        let (place, name) = match part {
            Part::National => (String::new(), None),
            Part::Sectors => row::sector(row).map(|(code, cells)| (code, Some(cells)))?,
            _ => row::area(row).map(|(code, cells)| (code, Some(cells)))?,
        };
        let cells = match part {
            Part::National => tables::national_cells(row, level, bounds)?,
            _ => tables::local_cells(row, part == Part::Sectors, bounds)?,
        };
        if let Some(cells) = name {
            edition.names.entry(place.clone()).or_insert(cells);
        }
        let key = (place, soc_code.to_string());
        let Some((earlier, known)) = edition.rows.get(&key) else {
            if edition.releases.last() != Some(&release.id) {
                edition.releases.push(release.id.clone());
            }
            edition.rows.insert(key, (number, cells));
            return Ok(());
        };
        // A combined code has the form of a broad group and stands once as that, once as the occupation.
        let twin = part == Part::National && known.first() != cells.first();
        if *earlier == number && !twin {
            return Err(row.refuse(row::OCC_CODE, "a second row for this place and code"));
        }
        if *earlier == number && level == "detailed" {
            edition.rows.insert(key, (number, cells));
        }
        Ok(())
    }

    /// The title of every occupation and group of the newest nation's table.
    pub(crate) fn titles(&self) -> HashMap<String, String> {
        let rows = self.newest(Part::National).map(|(_, edition)| &edition.rows);
        rows.into_iter()
            .flatten()
            .filter_map(|((_, code), (_, cells))| Some((code.clone(), cells.get(1)?.clone())))
            .collect()
    }

    /// Occupations whose pay the newest nation's table gives by the year only: their years have no fixed hours.
    pub(crate) fn yearly_work(&self) -> BTreeSet<SocCode> {
        let rows = self.newest(Part::National).map(|(_, edition)| &edition.rows);
        let yearly = rows.into_iter().flatten().filter(|(_, (_, cells))| {
            cells.last().is_some_and(|wage_unit| wage_unit == row::WageUnit::Annual.token())
        });
        yearly.filter_map(|((_, code), _)| SocCode::parse(code).ok()).collect()
    }

    fn newest(&self, part: Part) -> Option<(u16, &Edition)> {
        let of_part = self.editions.iter().filter(|((of, _), _)| *of == part);
        of_part.max_by_key(|((_, year), _)| *year).map(|((_, year), edition)| (*year, edition))
    }

    /// The tables of the newest editions, and the nation's of the year before. All but the metropolitan one must be
    /// there.
    pub(crate) fn tables(&self) -> Result<Vec<Table>, Error> {
        let part = |part| self.newest(part).map(|(_, edition)| edition);
        let national = self.newest(Part::National);
        let previous =
            national.and_then(|(year, _)| self.editions.get(&(Part::National, year.checked_sub(1)?)));
        let parts = [
            ("OEWS, nation (oews-…)", national.map(|(_, edition)| edition)),
            ("OEWS, nation, the year before (oews-…)", previous),
            ("OEWS, states (oews-…)", part(Part::States)),
            ("OEWS, nonmetropolitan areas (oews-…)", part(Part::Nonmetropolitan)),
            ("OEWS, sectors (oews-…)", part(Part::Sectors)),
        ];
        let [Some(national), Some(previous), Some(states), Some(nonmetropolitan), Some(sectors)] =
            parts.map(|(_, edition)| edition)
        else {
            let lacking = parts.iter().filter(|(_, edition)| edition.is_none());
            return Err(Error::Lacking(lacking.map(|(name, _)| (*name).to_owned()).collect()));
        };
        let metropolitan = part(Part::Metropolitan);
        let with_areas: Vec<&Edition> =
            [Some(states), Some(nonmetropolitan), metropolitan].into_iter().flatten().collect();
        let mut made = vec![
            tables::table(&NATIONAL, national),
            tables::table(&NATIONAL_PREVIOUS, previous),
            tables::table(&STATES, states),
            tables::table(&NONMETROPOLITAN, nonmetropolitan),
            tables::table(&BY_SECTOR, sectors),
            tables::names_table(&SECTORS, &[sectors]),
            tables::names_table(&AREAS, &with_areas),
        ];
        made.extend(metropolitan.map(|edition| tables::table(&METROPOLITAN, edition)));
        Ok(made)
    }
}

/// What a row is for; `None` for industries below the sectors and for rows by ownership.
fn part(row: &Row<'_>) -> Result<Option<Part>, Error> {
    let area_type = row::area_type(row)?;
    let group = row.text(row::I_GROUP)?;
    Ok(match (group.as_str(), area_type) {
        ("cross-industry", AreaType::Nation) => Some(Part::National),
        ("cross-industry", AreaType::State | AreaType::Territory) => Some(Part::States),
        ("cross-industry", AreaType::Nonmetropolitan) => Some(Part::Nonmetropolitan),
        ("cross-industry", AreaType::Metropolitan) => Some(Part::Metropolitan),
        ("sector", AreaType::Nation) => Some(Part::Sectors),
        _ => None,
    })
}

/// The file's name without folder and ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The data stand in a sheet of the file's name; in the workbook of all areas it is `All May 2025 data`.
fn is_data_sheet(sheet: &str, file: &str) -> bool {
    let sheet = sheet.trim().to_lowercase();
    sheet == stem(file).to_lowercase() || (sheet.starts_with("all may ") && sheet.ends_with(" data"))
}
