//! What people in an occupation answered in the American Community Survey.

use rusqlite::Connection;

use crate::domain::{Basis, Cell, Community, Estimate, Major};
use crate::store::rows::Reader;

const COMMUNITY: &str = "
    SELECT basis, basis_title, basis_count, records, at_work_records, degree_records,
           women_percent, women_margin_points, hispanic_percent, hispanic_margin_points,
           white_percent, white_margin_points, black_percent, black_margin_points,
           asian_percent, asian_margin_points, native_percent, native_margin_points,
           other_race_percent, other_race_margin_points, hours_mean, hours_mean_margin,
           hours_under_35_percent, hours_under_35_margin_points,
           hours_50_and_over_percent, hours_50_and_over_margin_points,
           home_percent, home_margin_points, degree_percent, degree_margin_points,
           age_p10_years, age_p25_years, age_median_years, age_median_margin_years, age_p75_years, age_p90_years,
           major_1, major_1_percent, major_1_margin_points, major_2, major_2_percent, major_2_margin_points,
           major_3, major_3_percent, major_3_margin_points
      FROM community WHERE soc_code = ?1";

pub fn community(connection: &Connection, soc_code: &str) -> rusqlite::Result<Community> {
    connection.prepare_cached(COMMUNITY)?.query_row([soc_code], |row| {
        let mut row = Reader::new(row);
        let (basis, title, count): (Option<String>, String, i64) = (row.get()?, row.get()?, row.get()?);
        let [records, at_work_records, degree_records] = [row.cell()?, row.cell()?, row.cell()?];
        let women = estimate(&mut row)?;
        let mut races = [women; 6];
        for race in &mut races {
            *race = estimate(&mut row)?;
        }
        let [hours_mean, hours_under_35, hours_50_and_over] =
            [estimate(&mut row)?, estimate(&mut row)?, estimate(&mut row)?];
        let [home, degree] = [estimate(&mut row)?, estimate(&mut row)?];
        let [p10, p25]: [Cell; 2] = [row.cell()?, row.cell()?];
        let age_median = estimate(&mut row)?;
        let [p75, p90] = [row.cell()?, row.cell()?];
        let mut majors = Vec::new();
        for _ in 0..3 {
            let field: Option<String> = row.get()?;
            let share = estimate(&mut row)?;
            majors.extend(field.map(|field| Major { field, share }));
        }
        Ok(Community {
            basis: basis.map(|basis| match basis.as_str() {
                "own" => Basis::Own,
                "parts" => Basis::Parts(count),
                "catch_all" => Basis::CatchAll(title),
                _ => Basis::Group(title, count),
            }),
            records,
            women,
            races,
            age_percentiles: [p10, p25, p75, p90],
            age_median,
            hours_mean,
            hours_under_35,
            hours_50_and_over,
            home,
            at_work_records,
            degree,
            degree_records,
            majors,
        })
    })
}

fn estimate(row: &mut Reader) -> rusqlite::Result<Estimate> {
    Ok(Estimate { value: row.cell()?, margin: row.cell()? })
}
