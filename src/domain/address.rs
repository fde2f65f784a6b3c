//! Addresses with a query: how their texts and numbers are read, what is wrong with them, and how they are written.

/// Letters of a text that are kept.
const LETTERS: usize = 200;

/// What is wrong with one field of an address. The rest holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field's name in the address.
    pub field: &'static str,
    /// One sentence.
    pub text: String,
}

impl Problem {
    /// The problems of a field, as one text.
    #[must_use]
    pub fn of_field(problems: &[Self], field: &str) -> Option<String> {
        let texts: Vec<&str> = problems
            .iter()
            .filter(|problem| problem.field == field)
            .map(|problem| problem.text.as_str())
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }
}

/// A text of an address, bounded and without control characters.
#[must_use]
pub fn shown(text: &str) -> String {
    let plain = text.chars().filter(|letter| !letter.is_control()).take(LETTERS);
    plain.collect::<String>().trim().to_owned()
}

/// Reads `60000`, `$60,000`, `60k`, `-2.5`, `20%`.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let text = text.strip_prefix('$').unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text).trim();
    let (digits, times) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1000.0),
        None => (text, 1.0),
    };
    let plain: String = digits.chars().filter(|letter| *letter != ',').collect();
    let decimal = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    plain.parse::<f64>().ok().filter(|_| decimal).map(|number| number * times)
}

/// An address that grows by names and values.
pub struct Address(String);

impl Address {
    /// The address of a path alone.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// The address as a link has it.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    /// Adds a parameter; one without a value says nothing and is left out.
    pub fn add(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        self.0.push(if self.0.contains('?') { '&' } else { '?' });
        self.0.push_str(name);
        self.0.push('=');
        for byte in value.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                    self.0.push(char::from(byte));
                }
                b' ' => self.0.push('+'),
                _ => {
                    self.0.push('%');
                    for half in [byte >> 4, byte & 15] {
                        self.0.extend(
                            char::from_digit(u32::from(half), 16).map(|digit| digit.to_ascii_uppercase()),
                        );
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for (text, read) in [
            ("60000", Some(60e3)),
            ("$60,000", Some(60e3)),
            ("60k", Some(60e3)),
            ("-2.5", Some(-2.5)),
            ("20%", Some(20.0)),
            ("1e9", None),
            ("NaN", None),
            ("", None),
        ] {
            assert_eq!(number(text), read, "{text}");
        }
    }

    #[test]
    fn an_address_escapes_what_it_is_given() {
        let mut address = Address::new("/careers");
        address.add("q", "a&b c");
        address.add("in", "");
        address.add("sort", "pay");
        assert_eq!(address.into_text(), "/careers?q=a%26b+c&sort=pay");
    }

    #[test]
    fn a_text_is_short_and_plain() {
        assert_eq!(shown(" a\u{0}b\n"), "ab");
        assert_eq!(shown(&"x".repeat(10_000)).len(), LETTERS);
    }
}
