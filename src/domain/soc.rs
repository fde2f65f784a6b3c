//! Codes of the Standard Occupational Classification, 2018.

use std::fmt;

/// A SOC code in its published form, `29-1141`. Combined codes of the wage survey and the projections
/// (`13-1020`) have the same form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocCode(String);

/// The text is not a SOC code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a SOC code (two digits, a hyphen, four digits)")]
pub struct SocCodeError(String);

/// The level of the classification that a code's zeros name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SocLevel {
    /// `00-0000`
    Total,
    /// `29-0000`
    Major,
    /// `29-1000`, and the two irregular ones `15-1200` and `51-5100`
    Minor,
    /// `29-1140`
    Broad,
    /// `29-1141`
    Detailed,
}

impl SocCode {
    /// Reads `29-1141`; surrounding white space is allowed, `.00` and other endings are not.
    pub fn parse(text: &str) -> Result<Self, SocCodeError> {
        let text = text.trim();
        let valid = text.len() == 7
            && text.bytes().enumerate().all(|(place, byte)| match place {
                2 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if valid { Ok(Self(text.to_owned())) } else { Err(SocCodeError(text.chars().take(40).collect())) }
    }

    /// The code as published.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level by the code's form alone; a combined code such as `13-1020` has the form of a broad group.
    #[must_use]
    pub fn level(&self) -> SocLevel {
        if self.0 == "00-0000" {
            SocLevel::Total
        } else if self.0.ends_with("0000") {
            SocLevel::Major
        } else if self.0.ends_with("00") {
            SocLevel::Minor
        } else if self.0.ends_with('0') {
            SocLevel::Broad
        } else {
            SocLevel::Detailed
        }
    }
}

impl fmt::Display for SocCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_codes_and_their_levels() {
        for (text, level) in [
            ("00-0000", SocLevel::Total),
            ("29-0000", SocLevel::Major),
            ("15-1200", SocLevel::Minor),
            ("29-1140", SocLevel::Broad),
            (" 29-1141 ", SocLevel::Detailed),
        ] {
            assert_eq!(SocCode::parse(text).unwrap().level(), level, "{text}");
        }
    }

    #[test]
    fn refuses_other_texts() {
        for text in ["", "29-114", "29–1141", "29-1141.00", "291141", "aa-bbbb", "29-11411"] {
            assert!(SocCode::parse(text).is_err(), "{text}");
        }
    }
}
