//! From columns to domain types.

use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::domain::{Cell, Distribution, Occupation, OccupationSummary, Reason};

/// Reads the columns of a row one after the other, so that a query and its reader keep the same order.
pub struct Reader<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Reader<'r, 's> {
    /// Starts at the first column.
    pub fn new(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column.
    pub fn get<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get(self.next)?;
        self.next += 1;
        Ok(value)
    }

    /// The next column as a figure.
    pub fn cell(&mut self) -> rusqlite::Result<Cell> {
        let value = self.row.get_ref(self.next)?;
        let cell = match value {
            ValueRef::Null => Cell::Missing(Reason::Absent),
            #[expect(clippy::cast_precision_loss, reason = "published numbers are far below 2^53")]
            ValueRef::Integer(number) => Cell::Number(number as f64),
            ValueRef::Real(number) => Cell::Number(number),
            ValueRef::Text(_) | ValueRef::Blob(_) => {
                let text: String = self.row.get(self.next)?;
                Cell::parse(&text).map_err(|error| {
                    rusqlite::Error::FromSqlConversionFailure(self.next, value.data_type(), Box::new(error))
                })?
            }
        };
        self.next += 1;
        Ok(cell)
    }

    /// The next six columns: mean, p10, p25, median, p75, p90.
    pub fn distribution(&mut self) -> rusqlite::Result<Distribution> {
        Ok(Distribution {
            mean: self.cell()?,
            p10: self.cell()?,
            p25: self.cell()?,
            median: self.cell()?,
            p75: self.cell()?,
            p90: self.cell()?,
        })
    }

    /// The next five columns: id, SOC code, slug, title, combined.
    pub fn occupation(&mut self) -> rusqlite::Result<Occupation> {
        Ok(Occupation {
            id: self.get()?,
            soc_code: self.get()?,
            slug: self.get()?,
            title: self.get()?,
            combined: self.get::<String>()? == "true",
        })
    }

    /// The next five columns: slug, title, employment, annual median, hourly median.
    pub fn summary(&mut self) -> rusqlite::Result<OccupationSummary> {
        Ok(OccupationSummary {
            slug: self.get()?,
            title: self.get()?,
            employment: self.cell()?,
            wage_annual_median_usd: self.cell()?,
            wage_hourly_median_usd: self.cell()?,
        })
    }
}
