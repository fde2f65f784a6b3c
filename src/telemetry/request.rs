//! One line a request.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::lines::Lines;
use crate::config::LogFormat;

/// Longest path that is recorded, in bytes.
const PATH_BYTES: usize = 300;

/// Where an answer came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheUse {
    /// It was kept.
    Hit,
    /// A handler made it.
    Miss,
    /// The visitor has it already (304).
    Validated,
}

impl CacheUse {
    fn word(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Miss => "miss",
            Self::Validated => "validated",
        }
    }
}

/// Writes one line a request: method, path, status, time, size and where the answer came from. Neither the query
/// (it holds what people search for) nor the visitor's address is recorded.
#[derive(Debug)]
pub struct RequestLog {
    format: LogFormat,
    lines: Lines,
}

/// A thread's own line, and the second for which its beginning is written already.
#[derive(Default)]
struct Scratch {
    line: String,
    date: String,
    second: u64,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl RequestLog {
    pub(super) fn new(format: LogFormat, lines: Lines) -> Self {
        Self { format, lines }
    }

    /// Adds the line of one request. `bytes` is the length of the body.
    pub fn record(&self, method: &str, path: &str, status: u16, took: Duration, bytes: u64, cache: CacheUse) {
        SCRATCH.with_borrow_mut(|scratch| {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            scratch.set_date(now.as_secs());
            let Scratch { line, date, .. } = scratch;
            line.clear();
            let (micros, took, cache) = (now.subsec_micros(), took.as_micros(), cache.word());
            // Same forms as the other lines of the log. Writing to a string cannot fail.
            let _ = match self.format {
                LogFormat::Json => {
                    let _ = write!(
                        line,
                        r#"{{"timestamp":"{date}.{micros:06}Z","level":"INFO","target":"request","method":"{method}","path":""#
                    );
                    escape(line, path);
                    writeln!(
                        line,
                        r#"","status":{status},"duration_us":{took},"bytes":{bytes},"cache":"{cache}"}}"#
                    )
                }
                LogFormat::Text => {
                    let _ = write!(line, "{date}.{micros:06}Z  INFO request: method={method} path=");
                    escape(line, path);
                    writeln!(
                        line,
                        " status={status} duration_us={took} bytes={bytes} cache={cache}"
                    )
                }
            };
            self.lines.add(line.as_bytes());
        });
    }
}

impl Scratch {
    /// Writes the date, once a second.
    fn set_date(&mut self, second: u64) {
        if self.second != second || self.date.is_empty() {
            self.second = second;
            self.date = date(second);
        }
    }
}

/// `2026-11-23T20:37:49` of a number of seconds since 1970, UTC.
fn date(second: u64) -> String {
    let (days, time) = (second / 86_400, second % 86_400);
    // Years begin in March, so that a leap day is the last of its year; eras are 400 years of 146,097 days.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year + next;
    let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

/// Adds a path so that it can neither end its field nor its line.
fn escape(line: &mut String, path: &str) {
    let plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
    if path.len() <= PATH_BYTES && path.bytes().all(plain) {
        line.push_str(path);
        return;
    }
    for byte in path.bytes().take(PATH_BYTES) {
        if plain(byte) {
            line.push(char::from(byte));
        } else {
            let _ = write!(line, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (second, text) in [
            (0, "1970-01-01T00:00:00"),
            (951_782_399, "2000-02-28T23:59:59"),
            (951_782_400, "2000-02-29T00:00:00"),
            (1_709_251_199, "2024-02-29T23:59:59"),
            (1_795_466_269, "2026-11-23T20:37:49"),
            (4_107_542_400, "2100-03-01T00:00:00"),
        ] {
            assert_eq!(date(second), text);
        }
    }

    #[test]
    fn a_path_stays_inside_its_field() {
        let mut line = String::new();
        escape(&mut line, "/a\" b\\\n/é");
        assert_eq!(line, "/a%22%20b%5C%0A/%C3%A9");
        line.clear();
        escape(&mut line, &"x".repeat(1000));
        assert_eq!(line.len(), PATH_BYTES);
    }
}
