//! Values that print themselves.

use std::fmt;

/// Whole dollars: `$97,550`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usd(pub f64);

/// Dollars and cents: `$46.90`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsdCents(pub f64);

/// Dollars of a company, in billions or millions: `$648.13 billion`, `-$45.2 million`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LargeUsd(pub f64);

/// One decimal: `4.9%`, `-5.4%`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percent(pub f64);

/// A whole number of people, jobs or places: `3,379,720`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count(pub f64);

/// As many decimals as published: `42.3`, `44`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plain(pub f64);

/// A place on an axis in percent, with one decimal where there is one: `12.5`, `40`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Tenths(pub f64);

impl fmt::Display for Usd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, dollars) = scaled(self.0, 1.0);
        write!(formatter, "{sign}$")?;
        grouped(formatter, dollars)
    }
}

impl fmt::Display for UsdCents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, cents) = scaled(self.0, 100.0);
        write!(formatter, "{sign}$")?;
        grouped(formatter, cents / 100)?;
        write!(formatter, ".{:02}", cents % 100)
    }
}

impl fmt::Display for LargeUsd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.abs() >= 1e9 {
            let (sign, hundredths) = scaled(self.0 / 1e9, 100.0);
            write!(formatter, "{sign}${}.{:02} billion", hundredths / 100, hundredths % 100)
        } else {
            let (sign, tenths) = scaled(self.0 / 1e6, 10.0);
            write!(formatter, "{sign}${}.{} million", tenths / 10, tenths % 10)
        }
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, tenths) = scaled(self.0, 10.0);
        write!(formatter, "{sign}{}.{}%", tenths / 10, tenths % 10)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, count) = scaled(self.0, 1.0);
        formatter.write_str(sign)?;
        grouped(formatter, count)
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, tenths) = scaled(self.0, 10.0);
        write!(formatter, "{sign}{}", tenths / 10)?;
        if tenths % 10 == 0 { Ok(()) } else { write!(formatter, ".{}", tenths % 10) }
    }
}

// Digits and signs need no escaping.

/// The sign and the whole number of parts of a value, rounded. A page prints hundreds of numbers, and whole ones
/// print several times as fast as fractions.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "figures are far below 2^53")]
fn scaled(value: f64, parts: f64) -> (&'static str, u64) {
    let scaled = (value * parts).round();
    (if scaled < 0.0 { "-" } else { "" }, scaled.abs() as u64)
}

/// In groups of three.
fn grouped(formatter: &mut fmt::Formatter<'_>, number: u64) -> fmt::Result {
    if number < 1000 {
        return write!(formatter, "{number}");
    }
    grouped(formatter, number / 1000)?;
    write!(formatter, ",{:03}", number % 1000)
}

/// With a capital letter at its start.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_print_as_people_write_them() {
        assert_eq!(Usd(97550.0).to_string(), "$97,550");
        assert_eq!(Usd(-950.4).to_string(), "-$950");
        assert_eq!(Usd(1_234_567.0).to_string(), "$1,234,567");
        assert_eq!(Usd(1_000_005.0).to_string(), "$1,000,005");
        assert_eq!(UsdCents(46.9).to_string(), "$46.90");
        assert_eq!(UsdCents(0.999).to_string(), "$1.00");
        assert_eq!(LargeUsd(648_125e6).to_string(), "$648.13 billion");
        assert_eq!(LargeUsd(-45.2e6).to_string(), "-$45.2 million");
        assert_eq!(Percent(4.9).to_string(), "4.9%");
        assert_eq!(Percent(-0.01).to_string(), "0.0%");
        assert_eq!(Percent(-5.4).to_string(), "-5.4%");
        assert_eq!(Count(3_379_720.0).to_string(), "3,379,720");
        assert_eq!(Count(-0.2).to_string(), "0");
        assert_eq!(Plain(44.0).to_string(), "44");
        assert_eq!(Tenths(44.0).to_string(), "44");
        assert_eq!(Tenths(12.54).to_string(), "12.5");
        assert_eq!(Tenths(-0.3).to_string(), "-0.3");
    }

    #[test]
    fn lists_end_with_and() {
        let items = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
        assert_eq!(list(&items(&[])), "");
        assert_eq!(list(&items(&["a"])), "a");
        assert_eq!(list(&items(&["a", "b"])), "a and b");
        assert_eq!(list(&items(&["a", "b", "c"])), "a, b and c");
    }
}
