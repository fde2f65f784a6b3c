//! Pay of an occupation by place and industry, and the year before.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::{PayAtlas, PreviousMean, SectorPay};
use crate::store::places::{pay_of_career, surveyed_pay};
use crate::store::rows::Reader;

/// All of it.
pub fn pay_atlas(connection: &Connection, soc_code: &str) -> rusqlite::Result<PayAtlas> {
    Ok(PayAtlas {
        areas: pay_of_career(connection, soc_code)?,
        sectors: sectors(connection, soc_code)?,
        previous: previous(connection, soc_code)?,
    })
}

// A sector has neither jobs per thousand nor a location quotient.
const SECTORS: &str = "
    SELECT s.title, w.percent_of_sector, w.employment, NULL, NULL, w.wage_annual_mean_usd, w.wage_hourly_mean_usd,
           w.wage_hourly_median_usd, w.wage_annual_p10_usd, w.wage_annual_p25_usd, w.wage_annual_median_usd,
           w.wage_annual_p75_usd, w.wage_annual_p90_usd
      FROM oews_sectors w JOIN sectors s USING (naics_code)
     WHERE w.soc_code = ?1";

fn sectors(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<SectorPay>> {
    let read = |row: &Row| {
        let mut row = Reader::new(row);
        let (title, percent_of_sector) = (row.get()?, row.cell()?);
        Ok(SectorPay { title, percent_of_sector, pay: surveyed_pay(&mut row)? })
    };
    connection.prepare_cached(SECTORS)?.query_map([soc_code], read)?.collect()
}

const PREVIOUS: &str = "
    SELECT wage_hourly_mean_usd, wage_annual_mean_usd, wage_mean_rse_percent
      FROM oews_national_previous WHERE soc_code = ?1";

fn previous(connection: &Connection, soc_code: &str) -> rusqlite::Result<Option<PreviousMean>> {
    let read = |row: &Row| {
        let mut row = Reader::new(row);
        Ok(PreviousMean { hourly_usd: row.cell()?, annual_usd: row.cell()?, rse_percent: row.cell()? })
    };
    connection.prepare_cached(PREVIOUS)?.query_row([soc_code], read).optional()
}
