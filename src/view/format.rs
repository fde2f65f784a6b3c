//! Values that print themselves.

use std::fmt;

/// Whole dollars: `$97,550`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usd(pub f64);

/// Dollars and cents: `$46.90`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UsdCents(pub f64);

/// One decimal: `4.9%`, `-5.4%`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percent(pub f64);

/// A whole number of people, jobs or places: `3,379,720`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Count(pub f64);

/// As many decimals as published: `42.3`, `44`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plain(pub f64);

impl fmt::Display for Usd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}${}", sign(self.0), grouped(self.0))
    }
}

impl fmt::Display for UsdCents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cents = (self.0.abs() * 100.0).round();
        write!(formatter, "{}${}.{:02}", sign(self.0), grouped((cents / 100.0).floor()), cents % 100.0)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Minus zero would print a sign.
        let value = if (self.0 * 10.0).round() == 0.0 { 0.0 } else { self.0 };
        write!(formatter, "{value:.1}%")
    }
}

impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", sign(self.0), grouped(self.0))
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

fn sign(value: f64) -> &'static str {
    if value.round() < 0.0 { "-" } else { "" }
}

/// The whole part without its sign, in groups of three.
fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
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
        assert_eq!(UsdCents(46.9).to_string(), "$46.90");
        assert_eq!(UsdCents(0.999).to_string(), "$1.00");
        assert_eq!(Percent(4.9).to_string(), "4.9%");
        assert_eq!(Percent(-0.01).to_string(), "0.0%");
        assert_eq!(Percent(-5.4).to_string(), "-5.4%");
        assert_eq!(Count(3_379_720.0).to_string(), "3,379,720");
        assert_eq!(Count(-0.2).to_string(), "0");
        assert_eq!(Plain(44.0).to_string(), "44");
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
