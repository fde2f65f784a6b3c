//! The site's one validator.

use actix_web::http::header::{HeaderMap, HeaderValue, IF_NONE_MATCH};

/// Every page is made from the dataset, this build, and its address, so one validator serves all of them. It is weak
/// because one page has several codings.
pub(crate) struct Validator {
    header: HeaderValue,
    /// The quoted part, without `W/`.
    quoted: String,
}

impl Validator {
    pub(crate) fn new(dataset_hash: &str) -> Self {
        let quoted = format!("\"{dataset_hash}-{}\"", env!("SITE_BUILD"));
        Self {
            header: HeaderValue::from_str(&format!("W/{quoted}"))
                .unwrap_or_else(|_| HeaderValue::from_static("W/\"\"")),
            quoted,
        }
    }

    /// The value of `ETag`.
    pub(crate) fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    /// Whether `If-None-Match` names it. `*` is no validator that was handed out, so it gets the page.
    pub(crate) fn is_in(&self, headers: &HeaderMap) -> bool {
        headers.get_all(IF_NONE_MATCH).any(|value| {
            value.to_str().is_ok_and(|list| {
                list.split(',').any(|item| {
                    let item = item.trim();
                    item.strip_prefix("W/").unwrap_or(item) == self.quoted
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_validator_is_found_in_a_list() {
        let validator = Validator::new("0123");
        let held = validator.header().to_str().unwrap().to_owned();
        let strong = held.trim_start_matches("W/").to_owned();
        for (value, found) in [
            (held.clone(), true),
            (strong, true),
            (format!("\"other\", {held}"), true),
            (held.replace("0123", "0124"), false),
            ("*".to_owned(), false),
            (String::new(), false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(IF_NONE_MATCH, HeaderValue::from_str(&value).unwrap());
            assert_eq!(validator.is_in(&headers), found, "{value}");
        }
    }
}
