//! The address under which an answer is kept.

use std::borrow::Cow;

use actix_web::http::Uri;

/// Parameters that other sites add to a link to this one, and that no page reads.
const FOREIGN: [&str; 5] = ["fbclid", "gclid", "mc_cid", "mc_eid", "msclkid"];

/// Path and query with the parameters in order of their names, without empty ones and those that no page reads.
/// Parameters of one name keep their order, so that addresses with the same answer are one and no others are.
pub(crate) fn canonical(uri: &Uri) -> Cow<'_, str> {
    let path = uri.path();
    let Some(query) = uri.query().filter(|query| !query.is_empty()) else {
        return Cow::Borrowed(path);
    };
    let whole = uri.path_and_query().map_or(path, |whole| whole.as_str());
    if !query.contains('&') && is_read(query) {
        return Cow::Borrowed(whole);
    }
    let mut parameters: Vec<&str> = query.split('&').filter(|parameter| is_read(parameter)).collect();
    parameters.sort_by_key(|parameter| name(parameter));
    if parameters.is_empty() {
        return Cow::Borrowed(path);
    }
    Cow::Owned(format!("{path}?{}", parameters.join("&")))
}

fn is_read(parameter: &str) -> bool {
    let name = name(parameter);
    !(parameter.is_empty() || name.starts_with("utm_") || FOREIGN.contains(&name))
}

fn name(parameter: &str) -> &str {
    parameter.split_once('=').map_or(parameter, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical_of(text: &str) -> String {
        canonical(&text.parse().unwrap()).into_owned()
    }

    #[test]
    fn addresses_with_the_same_answer_are_one() {
        for (address, kept) in [
            ("/a", "/a"),
            ("/a?", "/a"),
            ("/a?in=wa", "/a?in=wa"),
            ("/a?utm_source=x", "/a"),
            ("/a?in=wa&utm_source=x&fbclid=1", "/a?in=wa"),
            ("/a?sort=pay&in=wa", "/a?in=wa&sort=pay"),
            ("/a?&&in=wa&", "/a?in=wa"),
        ] {
            assert_eq!(canonical_of(address), kept);
        }
    }

    #[test]
    fn addresses_with_other_answers_stay_apart() {
        assert_ne!(canonical_of("/compare?c=a&c=b"), canonical_of("/compare?c=b&c=a"));
        assert_ne!(canonical_of("/a?in=wa"), canonical_of("/a?in=WA"));
        assert_ne!(canonical_of("/a?q"), canonical_of("/a"));
        assert_ne!(canonical_of("/a?q=b%26c"), canonical_of("/a?q=b&c"));
    }
}
