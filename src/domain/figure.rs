//! A figure's value, or the reason for having none.

use std::fmt;

/// Why a release gives no number. Markers of the releases (`*`, `#`, `—`) become one of these, never a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// OEWS `*`: the wage estimate is not released.
    WageNotReleased,
    /// OEWS `**`: the employment estimate is not released.
    EmploymentNotReleased,
    /// OEWS `*` in an hourly column of a row marked `ANNUAL`.
    AnnualOnly,
    /// OEWS `*` in an annual column of a row marked `HOURLY`.
    HourlyOnly,
    /// OEWS `~`: under 0.5 percent of establishments.
    UnderHalfPercent,
    /// Projections `—`.
    NotAvailable,
    /// CPS dash: the base is under 50,000 people.
    TooFewAnswers,
    /// O*NET `Recommend Suppress` = Y: too few answers, or too far apart.
    LowPrecision,
    /// O*NET `Not Relevant` = Y: a level asked for a thing that does not matter in the work.
    NotRelevant,
    /// Fewer than 100 records in a sample of persons: our own rule.
    FewRecords,
    /// The survey has no code for the occupation: its people are counted under another one.
    NoCode,
    /// Published for the occupations inside this one, and cannot be put together from theirs (a median).
    PartsOnly,
    /// The release, or the copy of it at hand, has no such cell.
    Absent,
}

impl Reason {
    /// Every reason, for parsing and tests.
    pub const ALL: [Self; 13] = [
        Self::WageNotReleased,
        Self::EmploymentNotReleased,
        Self::AnnualOnly,
        Self::HourlyOnly,
        Self::UnderHalfPercent,
        Self::NotAvailable,
        Self::TooFewAnswers,
        Self::LowPrecision,
        Self::NotRelevant,
        Self::FewRecords,
        Self::NoCode,
        Self::PartsOnly,
        Self::Absent,
    ];

    /// The word in `data/*.csv` and in the database. [`Reason::Absent`] is the empty cell.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::WageNotReleased => "wage_not_released",
            Self::EmploymentNotReleased => "employment_not_released",
            Self::AnnualOnly => "annual_only",
            Self::HourlyOnly => "hourly_only",
            Self::UnderHalfPercent => "under_half_percent",
            Self::NotAvailable => "not_available",
            Self::TooFewAnswers => "too_few_answers",
            Self::LowPrecision => "low_precision",
            Self::NotRelevant => "not_relevant",
            Self::FewRecords => "few_records",
            Self::NoCode => "no_code",
            Self::PartsOnly => "parts_only",
            Self::Absent => "",
        }
    }
}

/// One cell of a table of figures: a number, a number that the publisher cut off from above (`>=239200`), or a
/// reason.
///
/// In `data/*.csv` it is the text that [`fmt::Display`] writes; in the database a number, or that text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// The number as published.
    Number(f64),
    /// The publisher says only that it is at or above this.
    AtLeast(f64),
    /// There is no number, and this is why.
    Missing(Reason),
}

/// The text is neither a number nor a known reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is neither a number nor a known reason for having none")]
pub struct CellError(String);

impl Cell {
    /// Reads what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Result<Self, CellError> {
        if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.token() == text) {
            return Ok(Self::Missing(reason));
        }
        let (bound, digits) = match text.strip_prefix(">=") {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        match digits.parse::<f64>() {
            Ok(number) if plain && bound => Ok(Self::AtLeast(number)),
            Ok(number) if plain => Ok(Self::Number(number)),
            _ => Err(CellError(text.chars().take(40).collect())),
        }
    }

    /// The number, where there is one and it is exact.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::AtLeast(_) | Self::Missing(_) => None,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(formatter, "{number}"),
            Self::AtLeast(number) => write!(formatter, ">={number}"),
            Self::Missing(reason) => formatter.write_str(reason.token()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reasons_survive_writing_and_reading() {
        for reason in Reason::ALL {
            let cell = Cell::Missing(reason);
            assert_eq!(Cell::parse(&cell.to_string()), Ok(cell));
        }
    }

    #[test]
    fn markers_and_other_texts_are_no_cells() {
        for text in ["*", "**", "#", "-", "–", "—", "n/a", "NaN", "inf", "1e5", "1,000", " 5", ">=", "TRUE"]
        {
            assert!(Cell::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_survive_writing_and_reading(hundredths in -10_000_000_000_i64..10_000_000_000) {
            #[expect(clippy::cast_precision_loss)]
            let number = hundredths as f64 / 100.0;
            for cell in [Cell::Number(number), Cell::AtLeast(number)] {
                prop_assert_eq!(Cell::parse(&cell.to_string()), Ok(cell));
            }
        }

        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = Cell::parse(&text);
        }
    }
}
