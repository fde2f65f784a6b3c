//! Content codings: which one a visitor takes, and whole bodies compressed in one go.

use std::cmp::Reverse;
use std::io;

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use libdeflater::{CompressionLvl, Compressor};
use zstd::zstd_safe::CParameter;

/// A body shorter than this gains nothing by being compressed: it fits one packet either way.
const WORTHWHILE_BYTES: usize = 860;
/// The lightest: a page of four careers has 13.8 KB with it and 13.3 KB with the default, 3, which takes twice as long.
/// A page that is asked for again is put into brotli.
const ZSTD_LEVEL: i32 = 1;
/// Tags repeat in long runs: looking for no shorter ones takes a seventh less time, for 2 percent more bytes.
const ZSTD_SHORTEST_MATCH: u32 = 7;
/// 60 microseconds for the same page; the next levels cost more than they save.
const GZIP_LEVEL: i32 = 5;
/// Brotli for a visitor who takes nothing else and waits for it: half a millisecond.
const BROTLI_AT_ONCE: u32 = 5;
/// Brotli in the background, for a page that is asked for again: 10 milliseconds. The highest level, 11, takes 25 and
/// saves another 3 percent.
const BROTLI_AT_LEISURE: u32 = 10;

/// How a body is written on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Encoding {
    /// As it is.
    Identity,
    Gzip,
    Zstd,
    Brotli,
}

impl Encoding {
    /// The value of `Content-Encoding`; the identity has none.
    pub(crate) fn header(self) -> Option<HeaderValue> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Zstd => Some(HeaderValue::from_static("zstd")),
            Self::Brotli => Some(HeaderValue::from_static("br")),
        }
    }
}

/// The codings that a visitor takes, best first: by the visitor's weights, then by our preference (brotli, zstd,
/// gzip, none).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Accepted {
    ranked: [Option<Encoding>; 4],
}

impl Accepted {
    /// Reads `Accept-Encoding`. An unreadable header takes nothing but the identity.
    pub(crate) fn parse(header: Option<&str>) -> Self {
        // Thousandths, as the header writes them. An identity that is not named is taken when nothing else is.
        let (mut brotli, mut zstd, mut gzip, mut identity, mut other) = (None, None, None, None, None);
        for item in header.unwrap_or_default().split(',') {
            let (name, weight) = match item.split_once(';') {
                Some((name, parameter)) => (name.trim(), thousandths(parameter)),
                None => (item.trim(), 1000),
            };
            match name {
                "br" => brotli = Some(weight),
                "zstd" => zstd = Some(weight),
                "gzip" | "x-gzip" => gzip = Some(weight),
                "identity" => identity = Some(weight),
                "*" => other = Some(weight),
                _ => {}
            }
        }
        let coded = |weight: Option<u16>| weight.or(other).unwrap_or(0) * 2;
        let mut weighted = [
            (coded(brotli), Encoding::Brotli),
            (coded(zstd), Encoding::Zstd),
            (coded(gzip), Encoding::Gzip),
            // Never refused outright: an answer that is not compressed is better than none.
            (identity.map_or(1, |weight| (weight * 2).max(1)), Encoding::Identity),
        ];
        // Stable, so that equal weights keep our order.
        weighted.sort_by_key(|(weight, _)| Reverse(*weight));
        Self { ranked: weighted.map(|(weight, encoding)| (weight > 0).then_some(encoding)) }
    }

    /// The codings in which a kept answer may be, best first; the identity is always one of them.
    pub(crate) fn ranked(self) -> impl Iterator<Item = Encoding> {
        self.ranked.into_iter().flatten()
    }

    /// The coding for a body that is compressed while the visitor waits: the first quick one, or brotli where it is
    /// the only one.
    pub(crate) fn at_once(self) -> Encoding {
        match self.first() {
            Encoding::Brotli => self
                .ranked()
                .find(|encoding| matches!(encoding, Encoding::Zstd | Encoding::Gzip))
                .unwrap_or(Encoding::Brotli),
            other => other,
        }
    }

    /// The best coding.
    pub(crate) fn first(self) -> Encoding {
        let [first, ..] = self.ranked;
        first.unwrap_or(Encoding::Identity)
    }
}

/// Reads `q=0.5` as 500. What cannot be read counts as 1000, as if it were not there.
fn thousandths(parameter: &str) -> u16 {
    let Some(text) = parameter.trim().strip_prefix("q=").or_else(|| parameter.trim().strip_prefix("Q="))
    else {
        return 1000;
    };
    match text.parse::<f32>() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 1000")]
        Ok(weight) if weight.is_finite() => (weight.clamp(0.0, 1.0) * 1000.0) as u16,
        _ => 1000,
    }
}

/// Whether a body of this type and length is worth compressing.
pub(crate) fn is_worthwhile(media_type: Option<&HeaderValue>, bytes: usize) -> bool {
    let text = media_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let compressible = text.starts_with("text/")
        || text.starts_with("application/json")
        || text.starts_with("application/xml")
        || text.starts_with("image/svg+xml");
    compressible && bytes >= WORTHWHILE_BYTES
}

/// Compresses whole bodies. One worker thread keeps one, so that its tables and buffer are made once.
pub(crate) struct Encoder {
    zstd: zstd::bulk::Compressor<'static>,
    gzip: Compressor,
    buffer: Vec<u8>,
}

impl Encoder {
    pub(crate) fn new() -> io::Result<Self> {
        let level = CompressionLvl::new(GZIP_LEVEL).unwrap_or_default();
        let mut zstd = zstd::bulk::Compressor::new(ZSTD_LEVEL)?;
        zstd.set_parameter(CParameter::MinMatch(ZSTD_SHORTEST_MATCH))?;
        Ok(Self { zstd, gzip: Compressor::new(level), buffer: Vec::new() })
    }

    /// The body in this coding, or nothing when it cannot be compressed.
    pub(crate) fn encode(&mut self, body: &Bytes, encoding: Encoding) -> Option<Bytes> {
        self.buffer.clear();
        match encoding {
            Encoding::Identity => return Some(body.clone()),
            Encoding::Gzip => {
                self.buffer.resize(self.gzip.gzip_compress_bound(body.len()), 0);
                let bytes = self.gzip.gzip_compress(body, &mut self.buffer).ok()?;
                self.buffer.truncate(bytes);
            }
            Encoding::Zstd => {
                self.buffer.reserve(zstd::zstd_safe::compress_bound(body.len()));
                self.zstd.compress_to_buffer(body, &mut self.buffer).ok()?;
            }
            Encoding::Brotli => brotli(body, BROTLI_AT_ONCE, &mut self.buffer)?,
        }
        // Kept answers should take no more room than they need.
        Some(Bytes::copy_from_slice(&self.buffer))
    }
}

/// A kept answer in the smallest form there is. Takes some 10 milliseconds for a comparison page.
pub(crate) fn recode(body: &Bytes, from: Encoding) -> Option<Bytes> {
    let mut plain = Vec::new();
    match from {
        Encoding::Identity => plain.extend_from_slice(body),
        Encoding::Gzip => {
            io::copy(&mut flate2::read::GzDecoder::new(&body[..]), &mut plain).ok()?;
        }
        Encoding::Zstd => {
            plain = zstd::bulk::decompress(body, zstd::bulk::Decompressor::upper_bound(body)?).ok()?;
        }
        Encoding::Brotli => return None,
    }
    let mut small = Vec::new();
    brotli(&plain, BROTLI_AT_LEISURE, &mut small)?;
    small.shrink_to_fit();
    Some(Bytes::from(small))
}

fn brotli(body: &[u8], quality: u32, buffer: &mut Vec<u8>) -> Option<()> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: i32::try_from(quality).ok()?,
        mode: brotli::enc::backward_references::BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: body.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &body[..], buffer, &parameters).ok()?;
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at_once(header: &str) -> Encoding {
        Accepted::parse(Some(header)).at_once()
    }

    #[test]
    fn a_browser_gets_zstd_first_and_brotli_from_the_cache() {
        let accepted = Accepted::parse(Some("gzip, deflate, br, zstd"));
        assert_eq!(accepted.first(), Encoding::Brotli);
        assert_eq!(accepted.at_once(), Encoding::Zstd);
        let ranked: Vec<_> = accepted.ranked().collect();
        assert_eq!(ranked, [Encoding::Brotli, Encoding::Zstd, Encoding::Gzip, Encoding::Identity]);
    }

    #[test]
    fn weights_are_heard() {
        assert_eq!(at_once("gzip;q=1.0, zstd;q=0.5"), Encoding::Gzip);
        assert_eq!(at_once("gzip;q=0.5, zstd;q=0.8, br;q=0"), Encoding::Zstd);
        assert_eq!(at_once("gzip;q=0.5, identity"), Encoding::Identity);
        assert_eq!(at_once("gzip;q=0.001"), Encoding::Gzip);
        assert_eq!(at_once("*"), Encoding::Zstd);
        assert_eq!(at_once("*;q=0.5, zstd;q=0"), Encoding::Gzip);
    }

    #[test]
    fn whoever_takes_no_coding_gets_none() {
        for header in ["", "identity", "deflate", "gzip;q=0", "*;q=0", "identity;q=0", "snappy, ,;;"] {
            let accepted = Accepted::parse(Some(header));
            assert_eq!(accepted.at_once(), Encoding::Identity, "{header}");
            assert_eq!(accepted.ranked().count(), 1, "{header}");
        }
        assert_eq!(Accepted::parse(None).at_once(), Encoding::Identity);
        assert_eq!(at_once("br"), Encoding::Brotli);
    }

    proptest! {
        #[test]
        fn any_header_has_a_coding(header in "[a-z*;=,. 0-9qQ-]{0,60}") {
            let accepted = Accepted::parse(Some(&header));
            prop_assert!(accepted.ranked().any(|encoding| encoding == accepted.at_once()));
        }
    }

    #[test]
    fn a_recoded_answer_says_the_same() {
        let plain = Bytes::from("Registered nurses, ".repeat(200));
        let mut encoder = Encoder::new().unwrap();
        for from in [Encoding::Identity, Encoding::Gzip, Encoding::Zstd] {
            let kept = encoder.encode(&plain, from).unwrap();
            let small = recode(&kept, from).unwrap();
            let mut text = Vec::new();
            brotli::BrotliDecompress(&mut &small[..], &mut text).unwrap();
            assert_eq!(text, plain);
        }
    }
}
