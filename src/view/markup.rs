//! Text into HTML.

use std::fmt::{self, Write};

use askama::filters::{Escaper, Html};

/// Writes text so that it is no markup, as [`Html`] does. Hardly any text of a page has a letter to escape: one look at
/// all of its bytes, without a stop on the way, is many times quicker than a decision at each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Escape;

impl Escaper for Escape {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        let special = |byte: u8| matches!(byte, b'"' | b'&' | b'\'' | b'<' | b'>');
        if text.bytes().fold(false, |found, byte| found | special(byte)) {
            Html.write_escaped_str(dest, text)
        } else {
            dest.write_str(text)
        }
    }

    fn write_escaped_char<W: Write>(&self, dest: W, letter: char) -> fmt::Result {
        Html.write_escaped_char(dest, letter)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_escapes_what_html_escapes(text in "[a-z \"&'<>é]{0,40}") {
            let (mut ours, mut theirs) = (String::new(), String::new());
            Escape.write_escaped_str(&mut ours, &text).unwrap();
            Html.write_escaped_str(&mut theirs, &text).unwrap();
            prop_assert_eq!(ours, theirs);
        }
    }
}
