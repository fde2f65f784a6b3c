//! A person's own pay, as it is typed.

/// Longest text that is read as an amount.
const LONGEST: usize = 24;

/// What an amount of pay is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayUnit {
    /// An hour.
    Hour,
    /// A year.
    Year,
}

impl PayUnit {
    /// The survey's own hours of a year of full-time work.
    pub const HOURS_A_YEAR: f64 = 2080.0;

    /// The word in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Year => "year",
        }
    }

    /// The inverse of [`PayUnit::token`].
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Hour, Self::Year].into_iter().find(|unit| unit.token() == token)
    }

    /// More than anybody's pay by the unit.
    fn most_usd(self) -> f64 {
        match self {
            Self::Hour => 50_000.0,
            Self::Year => 100_000_000.0,
        }
    }
}

/// Why a text is no amount of pay. Each is a sentence for the person who typed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// It is no number.
    #[error("Write the pay as a number, such as 31.25 or 65,000.")]
    NoNumber,
    /// Nobody is paid this.
    #[error("The pay has to be more than zero.")]
    TooLittle,
    /// Nobody is paid this.
    #[error("That is more than anybody is paid. Is the unit right?")]
    TooMuch,
}

/// Reads "$65,000", "65k" or " 31.25 " as dollars of a unit.
pub fn parse_amount(text: &str, unit: PayUnit) -> Result<f64, AmountError> {
    let text = text.trim();
    if text.len() > LONGEST {
        return Err(AmountError::NoNumber);
    }
    let bare = text.strip_prefix('$').unwrap_or(text).replace([',', ' '], "").to_ascii_lowercase();
    let (digits, scale) = bare.strip_suffix('k').map_or((bare.as_str(), 1.0), |digits| (digits, 1000.0));
    let (number, negative) = digits.strip_prefix('-').map_or((digits, false), |digits| (digits, true));
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let usd = number.parse::<f64>().ok().filter(|_| plain).ok_or(AmountError::NoNumber)? * scale;
    if negative || usd <= 0.0 {
        Err(AmountError::TooLittle)
    } else if usd > unit.most_usd() {
        Err(AmountError::TooMuch)
    } else {
        Ok(usd)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, usd) in [
            ("65000", 65_000.0),
            ("$65,000", 65_000.0),
            ("65k", 65_000.0),
            (" 31.25 ", 31.25),
            ("65 000", 65_000.0),
        ] {
            assert_eq!(parse_amount(text, PayUnit::Year), Ok(usd), "{text}");
        }
    }

    #[test]
    fn other_texts_say_what_is_wrong() {
        let error = |text: &str, unit| parse_amount(text, unit).unwrap_err();
        let long = "1".repeat(25);
        for text in ["", "$", "much", "1e5", "NaN", "inf", "6.5.0", "٣", "1\u{0}", &long] {
            assert_eq!(error(text, PayUnit::Year), AmountError::NoNumber, "{text}");
        }
        assert_eq!(error("0", PayUnit::Year), AmountError::TooLittle);
        assert_eq!(error("-5", PayUnit::Hour), AmountError::TooLittle);
        assert_eq!(error("65000", PayUnit::Hour), AmountError::TooMuch);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = parse_amount(&text, PayUnit::Hour);
        }
    }
}
