//! The files of `static/`, carried in the program and named by their content, so that a browser keeps them for good.

use std::fmt::Write as _;
use std::sync::LazyLock;

use actix_web::web::Bytes;
use actix_web::{HttpResponse, web};
use sha2::{Digest, Sha256};

use crate::http::{CachePolicy, Content, Error, moved};

/// One file of `static/`.
struct Asset {
    /// `suggest-1a2b3c4d.js`
    file: String,
    /// `/static/suggest-1a2b3c4d.js`
    path: String,
    content_type: &'static str,
    bytes: &'static [u8],
}

impl Asset {
    fn new(stem: &str, extension: &str, content_type: &'static str, bytes: &'static [u8]) -> Self {
        let hash = Sha256::digest(bytes).iter().take(4).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let file = format!("{stem}-{hash}.{extension}");
        Self { path: format!("/static/{file}"), file, content_type, bytes }
    }
}

static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("suggest", "js", "text/javascript; charset=utf-8", include_bytes!("../../static/suggest.js"))
});

static ICON: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("favicon", "svg", "image/svg+xml", include_bytes!("../../static/favicon.svg"))
});

static PRINT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("print", "css", "text/css; charset=utf-8", include_bytes!("../../static/css/print.css"))
});

// Stylesheets stand inside the pages that need them, so that the first view needs one round trip.
static BASE: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/base.css")));
static FIGURES: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/figures.css")));
static EXPLORE: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/explore.css")));
static BROWSE: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/browse.css")));
static FIT: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/fit.css")));
static PLACES: LazyLock<String> = LazyLock::new(|| strip(include_str!("../../static/css/places.css")));

/// The stylesheet of every page, without its comments and indentation.
#[must_use]
pub fn base_style() -> &'static str {
    &BASE
}

/// The stylesheet of pages with tables of figures and charts.
#[must_use]
pub fn figures_style() -> &'static str {
    &FIGURES
}

/// The stylesheet of the filtered list of careers.
#[must_use]
pub fn explore_style() -> &'static str {
    &EXPLORE
}

/// The stylesheet of pages that lead on: lists, searches, pickers.
#[must_use]
pub fn browse_style() -> &'static str {
    &BROWSE
}

/// The stylesheet of finding careers that fit.
#[must_use]
pub fn fit_style() -> &'static str {
    &FIT
}

/// The stylesheet of pages with long tables of places, and the map of states.
#[must_use]
pub fn places_style() -> &'static str {
    &PLACES
}

/// Every stylesheet that may stand inside a page: the Content-Security-Policy allows exactly these texts.
pub(crate) fn styles() -> [&'static str; 6] {
    [base_style(), figures_style(), browse_style(), explore_style(), fit_style(), places_style()]
}

/// The address of the stylesheet for printing. A browser fetches it after everything that is shown.
#[must_use]
pub fn print_style_path() -> &'static str {
    &PRINT.path
}

/// The address of the script that adds suggestions to search forms.
#[must_use]
pub fn script_path() -> &'static str {
    &SCRIPT.path
}

/// The address of the site's icon.
#[must_use]
pub fn icon_path() -> &'static str {
    &ICON.path
}

/// `/static/{file}`: an asset under its hashed name.
pub async fn show(file: web::Path<String>) -> Result<Content, Error> {
    [&*SCRIPT, &*ICON, &*PRINT]
        .into_iter()
        .find(|asset| asset.file == *file)
        .map(|asset| {
            Content::new(asset.content_type, Bytes::from_static(asset.bytes))
                .with_policy(CachePolicy::Immutable)
        })
        .ok_or_else(Error::no_such_page)
}

/// `/favicon.ico`: browsers ask for it unbidden.
pub async fn favicon() -> HttpResponse {
    moved(icon_path())
}

/// Takes comments, indentation and empty lines out of a stylesheet. Line ends stay: they may separate words.
fn strip(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css.chars();
    while let Some(letter) = rest.next() {
        match (quote, letter) {
            (None, '/') if rest.as_str().starts_with('*') => {
                let (_, after) = rest.as_str().split_once("*/").unwrap_or_default();
                rest = after.chars();
                continue;
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
        bare.push(letter);
    }
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_stripped() {
        assert_eq!(
            strip("/* a \n b */\nbody {\n  color: red; /* c */\n}\n\nq::after { content: \"/* kept */\" }\n"),
            "body {\ncolor: red;\n}\nq::after { content: \"/* kept */\" }"
        );
        assert_eq!(strip("a{}/* never closed"), "a{}");
    }

    #[test]
    fn a_name_follows_the_content() {
        let one = Asset::new("a", "js", "text/javascript", b"1");
        let other = Asset::new("a", "js", "text/javascript", b"2");
        assert_ne!(one.path, other.path);
        assert_eq!(one.file.len(), "a-12345678.js".len());
    }
}
