//! Which code of the American Community Survey's person records speaks for an occupation.
//!
//! The records have most Census codes, some of them together under one. A code that stands for one occupation gives
//! its own figures; one that stands for several, those of a group. A combined occupation may lie in several codes: its
//! shares are those of the codes together, weighted by people, and it has no median and no majors. A Census code that
//! neither occurs nor is named as part of another has no figure.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Statement, Transaction, params_from_iter, types::Value};

use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{Cell, Reason};

/// Shares and the mean, each with its margin and the column of the people that it is a share of.
const WEIGHTED: [(&str, &str, &str); 12] = [
    ("women_percent", "women_margin_points", "persons"),
    ("hispanic_percent", "hispanic_margin_points", "persons"),
    ("white_percent", "white_margin_points", "persons"),
    ("black_percent", "black_margin_points", "persons"),
    ("asian_percent", "asian_margin_points", "persons"),
    ("native_percent", "native_margin_points", "persons"),
    ("other_race_percent", "other_race_margin_points", "persons"),
    ("hours_mean", "hours_mean_margin", "persons"),
    ("hours_under_35_percent", "hours_under_35_margin_points", "persons"),
    ("hours_50_and_over_percent", "hours_50_and_over_margin_points", "persons"),
    ("home_percent", "home_margin_points", "at_work_persons"),
    ("degree_percent", "degree_margin_points", "persons"),
];
const RECORDS: [&str; 3] = ["records", "at_work_records", "degree_records"];
const AGES: [&str; 6] = [
    "age_p10_years",
    "age_p25_years",
    "age_median_years",
    "age_median_margin_years",
    "age_p75_years",
    "age_p90_years",
];
/// A combined occupation may lack a code with too few records, where the others hold this share of its people.
const ENOUGH_OF_ALL: f64 = 0.95;
/// Majors that a page names.
const MAJORS: usize = 3;

/// Fills `community`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let occupations = Table::read(data, "acs_occupations")?;
    let majors = Table::read(data, "acs_majors")?;
    let survey = Survey {
        codes: Codes::read(data, &occupations)?,
        rows: occupations.rows().map(|row| Ok((row.text("occp")?, row))).collect::<Result<_, Error>>()?,
        majors: by_code(&majors)?,
    };
    let crosswalk = Table::read(data, "census_crosswalk")?;
    let mut census_codes: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in crosswalk.rows() {
        census_codes.entry(row.text("soc_code")?).or_default().insert(row.text("census_code")?);
    }
    // soc_code, basis, title, count, and two columns a major's share besides its name.
    let columns = 4 + RECORDS.len() + 2 * WEIGHTED.len() + AGES.len() + 3 * MAJORS;
    let places = vec!["?"; columns].join(", ");
    let mut insert = transaction.prepare(&format!("INSERT INTO community VALUES ({places})"))?;
    for (soc_code, census_codes) in census_codes {
        let codes: Option<BTreeSet<&str>> =
            census_codes.iter().map(|census| survey.codes.of.get(*census).copied()).collect();
        survey.insert(&mut insert, soc_code, &codes.unwrap_or_default())?;
    }
    Ok(())
}

/// The codes of the records.
struct Codes<'d> {
    /// The code that a Census code's people are counted under.
    of: BTreeMap<String, &'d str>,
    /// How many occupations a code stands for.
    occupations: BTreeMap<&'d str, usize>,
    /// Codes that hold others which nobody names.
    catch_alls: BTreeSet<String>,
}

impl<'d> Codes<'d> {
    fn read(data: &Path, occupations: &'d Table) -> Result<Self, Error> {
        let mut of = BTreeMap::new();
        for row in occupations.rows() {
            let code = row.text("occp")?;
            of.insert(code.to_owned(), code);
        }
        let mut catch_alls = BTreeSet::new();
        for row in Table::read(data, "acs_codes")?.rows() {
            let (code, member) = (row.text("occp")?, row.text("census_code")?);
            // A code without records: nobody in the sample.
            let Some(code) = of.get(code).copied() else {
                continue;
            };
            of.insert(member.to_owned(), code);
            if row.text("members")? == "other" {
                catch_alls.insert(code.to_owned());
            }
        }
        let mut held: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for row in Table::read(data, "census_crosswalk")?.rows() {
            if let Some(code) = of.get(row.text("census_code")?) {
                held.entry(code).or_default().insert(row.text("soc_code")?.to_owned());
            }
        }
        let occupations = held.into_iter().map(|(code, held)| (code, held.len())).collect();
        Ok(Self { of, occupations, catch_alls })
    }
}

struct Survey<'d> {
    codes: Codes<'d>,
    rows: BTreeMap<&'d str, Row<'d>>,
    majors: BTreeMap<&'d str, Vec<Row<'d>>>,
}

impl<'d> Survey<'d> {
    fn insert(
        &self,
        insert: &mut Statement<'_>,
        soc_code: &str,
        codes: &BTreeSet<&'d str>,
    ) -> Result<(), Error> {
        let rows: Vec<Row> = codes.iter().filter_map(|code| self.rows.get(code).copied()).collect();
        let titles: Vec<&str> = rows.iter().map(|row| row.text("title")).collect::<Result<_, _>>()?;
        let mut majors: &[Row] = &[];
        let (basis, count, cells) = match rows.as_slice() {
            [] => (None, 0, without_code()),
            [row] => {
                let code = row.text("occp")?;
                majors = self.majors.get(code).map_or(&[], Vec::as_slice);
                let count = self.codes.occupations.get(code).copied().unwrap_or(1);
                let basis = match count {
                    _ if self.codes.catch_alls.contains(code) => "catch_all",
                    1 => "own",
                    _ => "group",
                };
                (Some(basis), count, as_counted(*row)?)
            }
            all => {
                let parts = with_enough(all)?;
                (Some("parts"), parts.len(), together(&parts)?)
            }
        };
        let mut values = vec![
            Value::Text(soc_code.to_owned()),
            basis.map_or(Value::Null, |basis| Value::Text(basis.to_owned())),
            Value::Text(titles.join("; ")),
            Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)),
        ];
        values.extend(cells.into_iter().map(figure));
        for place in 0..MAJORS {
            match majors.get(place) {
                Some(major) => values.extend([
                    Value::Text(major.text("field")?.to_owned()),
                    figure(major.cell("share_percent")?),
                    figure(major.cell("share_margin_points")?),
                ]),
                None => values.extend([Value::Null, Value::Null, Value::Null]),
            }
        }
        insert.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// The majors of each code, most common first.
fn by_code(majors: &Table) -> Result<BTreeMap<&str, Vec<Row<'_>>>, Error> {
    let mut ranked: BTreeMap<&str, BTreeMap<i64, Row>> = BTreeMap::new();
    for row in majors.rows() {
        ranked.entry(row.text("occp")?).or_default().insert(row.integer("rank")?, row);
    }
    Ok(ranked.into_iter().map(|(code, rows)| (code, rows.into_values().collect())).collect())
}

fn without_code() -> Vec<Cell> {
    let cells = RECORDS.len() + 2 * WEIGHTED.len() + AGES.len();
    vec![Cell::Missing(Reason::NoCode); cells]
}

fn as_counted(row: Row) -> Result<Vec<Cell>, Error> {
    let weighted = WEIGHTED.iter().flat_map(|(value, margin, _)| [*value, *margin]);
    RECORDS.into_iter().chain(weighted).chain(AGES).map(|column| row.cell(column)).collect()
}

/// The codes that have figures, if these are nearly all of the people; otherwise all codes, so that the reason shows.
fn with_enough<'d>(all: &[Row<'d>]) -> Result<Vec<Row<'d>>, Error> {
    let (mut kept, mut kept_people, mut people) = (Vec::new(), 0.0, 0.0);
    for row in all {
        let persons = row.cell("persons")?.number().unwrap_or(0.0);
        people += persons;
        if row.cell("women_percent")?.number().is_some() {
            kept.push(*row);
            kept_people += persons;
        }
    }
    Ok(if kept_people >= ENOUGH_OF_ALL * people { kept } else { all.to_vec() })
}

fn together(parts: &[Row]) -> Result<Vec<Cell>, Error> {
    let mut cells = Vec::new();
    for column in RECORDS {
        let mut sum = 0.0;
        for row in parts {
            sum += row.cell(column)?.number().unwrap_or(0.0);
        }
        cells.push(Cell::Number(sum));
    }
    for (value, margin, persons) in WEIGHTED {
        cells.extend(mean(parts, value, margin, persons)?);
    }
    cells.extend(AGES.map(|_| Cell::Missing(Reason::PartsOnly)));
    Ok(cells)
}

/// A share of several codes together: the samples are apart, so the squares of their margins add up.
fn mean(parts: &[Row], value: &str, margin: &str, persons: &str) -> Result<[Cell; 2], Error> {
    let (mut people, mut weighted, mut squares) = (0.0, 0.0, 0.0);
    for row in parts {
        let (Cell::Number(weight), Cell::Number(share), Cell::Number(width)) =
            (row.cell(persons)?, row.cell(value)?, row.cell(margin)?)
        else {
            return Ok([Cell::Missing(Reason::FewRecords); 2]);
        };
        people += weight;
        weighted += weight * share;
        squares += (weight * width).powi(2);
    }
    // As many decimals as the codes' own.
    Ok([
        Cell::Number((weighted / people * 10.0).round() / 10.0),
        Cell::Number((squares.sqrt() / people * 100.0).round() / 100.0),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    /// A row of the records' table with one share of women; other figures as few as there are columns.
    fn row(code: &str, title: &str, persons: u32, women: &str, margin: &str) -> String {
        let columns = columns();
        let cell = |column: &str| match column {
            "occp" => code.to_owned(),
            "title" => title.to_owned(),
            "persons" => persons.to_string(),
            "women_percent" => women.to_owned(),
            "women_margin_points" => margin.to_owned(),
            _ => "50".to_owned(),
        };
        columns.iter().map(|column| cell(column)).collect::<Vec<_>>().join(",")
    }

    fn columns() -> Vec<&'static str> {
        let weighted = WEIGHTED.iter().flat_map(|(value, margin, _)| [*value, *margin]);
        let records = RECORDS.into_iter().chain(["persons", "at_work_persons"]);
        ["occp", "title"].into_iter().chain(records).chain(weighted).chain(AGES).collect()
    }

    /// Basis, count, share of women with its margin, median age and first major.
    fn resolved(soc_code: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
        let rows = [
            columns().join(","),
            row("0100", "One", 1000, "20", "3"),
            row("0200", "Two", 3000, "40", "1"),
            row("0300", "Small", 100, "few_records", "few_records"),
            row("0400", "Other Things", 500, "60", "2"),
            row("0500", "Several", 500, "70", "2"),
        ];
        write("acs_occupations.csv", rows.join("\n") + "\n");
        write(
            "acs_majors.csv",
            "occp,rank,field,share_percent,share_margin_points\n0100,2,Law,9,1\n0100,1,Art,12,1\n".to_owned(),
        );
        write(
            "acs_codes.csv",
            "occp,census_code,members\n0400,0400,other\n0500,0500,named\n0500,0510,named\n0900,0910,named\n"
                .to_owned(),
        );
        let crosswalk = [
            ("0100", "11-1011"),
            ("0200", "11-1021"),
            ("0400", "11-9199"),
            ("0500", "13-1011"),
            ("0510", "13-1021"),
            ("0600", "13-1031"),
            ("0910", "13-1041"),
            ("0200", "13-1020"),
            ("0300", "13-1020"),
            ("0100", "13-2020"),
            ("0300", "13-2020"),
            ("0100", "13-3020"),
            ("0200", "13-3020"),
            ("0100", "13-4020"),
            ("0600", "13-4020"),
        ];
        let lines = crosswalk.map(|(census, soc)| format!("{census},{soc}\n")).concat();
        write("census_crosswalk.csv", format!("census_code,soc_code\n{lines}"));
        let mut connection = Connection::open_in_memory().unwrap();
        let transaction = connection.transaction().unwrap();
        transaction.execute_batch(crate::dataset::SCHEMA).unwrap();
        resolve(&transaction, folder.path()).unwrap();
        transaction
            .query_row(
                "SELECT coalesce(basis, '-') || ' ' || basis_count || ' ' || women_percent || ' ' || women_margin_points
                        || ' ' || age_median_years || ' ' || coalesce(major_1, '-')
                   FROM community WHERE soc_code = ?1",
                [soc_code],
                |row| row.get(0),
            )
            .unwrap()
    }

    #[test]
    fn a_code_speaks_for_all_that_it_holds() {
        // 0100 stands for four occupations here, each of which inherits its figures.
        assert_eq!(resolved("11-1011"), "group 4 20 3 50 Art");
        assert_eq!(resolved("13-1021"), "group 2 70 2 50 -");
    }

    #[test]
    fn a_catch_all_is_never_an_occupations_own() {
        assert_eq!(resolved("11-9199"), "catch_all 1 60 2 50 -");
    }

    #[test]
    fn a_code_that_does_not_occur_has_no_figure() {
        let none = "- 0 no_code no_code no_code -";
        assert_eq!(resolved("13-1031"), none);
        // Named as a part of a code that has no records.
        assert_eq!(resolved("13-1041"), none);
        // One of two codes is lacking.
        assert_eq!(resolved("13-4020"), none);
    }

    #[test]
    fn parts_are_weighted_by_people() {
        // (1000 * 20 + 3000 * 40) / 4000; sqrt((1000 * 3)² + (3000 * 1)²) / 4000.
        assert_eq!(resolved("13-3020"), "parts 2 35 1.06 parts_only -");
        // A code with too few records is left out where the others are nearly everybody.
        assert_eq!(resolved("13-1020"), "parts 1 40 1 parts_only -");
        assert_eq!(resolved("13-2020"), "parts 2 few_records few_records parts_only -");
    }
}
