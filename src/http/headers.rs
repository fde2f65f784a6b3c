//! The headers that every answer carries.

use std::fmt::Write as _;

use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, CROSS_ORIGIN_OPENER_POLICY, CROSS_ORIGIN_RESOURCE_POLICY, HeaderName,
    HeaderValue, PERMISSIONS_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use sha2::{Digest, Sha256};

/// Security headers, made once at start. An answer that sets one itself keeps its own.
///
/// `styles` are the stylesheets that may stand inside a page; `https` says whether visitors come by HTTPS.
pub(crate) fn security(styles: &[&str], https: bool) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = vec![
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        // Other sites do not learn which page their visitor came from.
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        // None of these is used, so no injected code may use them either.
        (
            PERMISSIONS_POLICY,
            HeaderValue::from_static(
                "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
        ),
        (CROSS_ORIGIN_OPENER_POLICY, HeaderValue::from_static("same-origin")),
        (CROSS_ORIGIN_RESOURCE_POLICY, HeaderValue::from_static("same-origin")),
    ];
    if let Ok(policy) = HeaderValue::from_str(&content_security_policy(styles)) {
        headers.push((CONTENT_SECURITY_POLICY, policy));
    }
    if https {
        headers.push((STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")));
    }
    headers
}

/// Nothing is allowed but what is named here, with its reason.
fn content_security_policy(styles: &[&str]) -> String {
    let hashes = styles.iter().map(|style| format!("'sha256-{}'", base64(&Sha256::digest(style))));
    let directives = [
        ("default-src", "'none'".to_owned()),
        // The stylesheets that stand inside pages, and only those texts: no style attribute. From `/static/` the one
        // for printing.
        ("style-src", hashes.fold("'self'".to_owned(), |sources, hash| format!("{sources} {hash}"))),
        // The one script, from `/static/`. None stands inside a page.
        ("script-src", "'self'".to_owned()),
        // The icon.
        ("img-src", "'self'".to_owned()),
        // Suggestions while typing.
        ("connect-src", "'self'".to_owned()),
        // Search and compare forms.
        ("form-action", "'self'".to_owned()),
        // Addresses in a page mean what they say.
        ("base-uri", "'none'".to_owned()),
        // No other site shows a page in a frame.
        ("frame-ancestors", "'none'".to_owned()),
    ];
    directives.iter().fold(String::new(), |mut policy, (name, sources)| {
        let separator = if policy.is_empty() { "" } else { "; " };
        let _ = write!(policy, "{separator}{name} {sources}");
        policy
    })
}

/// Standard base64 with padding, as a Content-Security-Policy hash is written.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let word = (0..3)
            .fold(0_usize, |word, place| word << 8 | usize::from(group.get(place).copied().unwrap_or(0)));
        for place in 0..4 {
            let letter = LETTERS.get(word >> (18 - 6 * place) & 63).copied().unwrap_or(b'=');
            text.push(if place > group.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_the_standard_one() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
    }

    #[test]
    fn transport_security_is_for_https_alone() {
        let has = |https| security(&[], https).iter().any(|(name, _)| *name == STRICT_TRANSPORT_SECURITY);
        assert!(has(true));
        assert!(!has(false));
    }
}
