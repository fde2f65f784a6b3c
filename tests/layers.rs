//! Who may know whom: `domain` <- `store` <- `pages` <- `routes` <- `app` <- `cli`; the importers and the builder are
//! never on the request path; `http` knows no page.

use std::fs;
use std::path::{Path, PathBuf};

/// A module, and the modules it may not name.
const FORBIDDEN: [(&str, &[&str]); 10] = [
    (
        "domain",
        &[
            "app", "check", "cli", "config", "dataset", "http", "pages", "releases", "routes", "site",
            "store", "view",
        ],
    ),
    ("store", &["app", "check", "cli", "dataset", "http", "pages", "releases", "routes", "site", "view"]),
    ("view", &["app", "check", "cli", "dataset", "http", "pages", "releases", "routes", "site"]),
    ("http", &["app", "check", "cli", "dataset", "pages", "releases", "routes", "view"]),
    ("pages", &["app", "check", "cli", "dataset", "releases", "routes"]),
    ("dataset", &["app", "check", "cli", "http", "pages", "releases", "routes", "site", "view"]),
    ("releases", &["app", "check", "cli", "dataset", "http", "pages", "routes", "site", "store", "view"]),
    ("routes", &["check", "cli", "dataset", "releases", "store"]),
    ("app", &["check", "cli", "releases"]),
    ("check", &["cli", "config", "dataset", "releases"]),
];

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            files(&entry.unwrap().path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        found.push(path.to_owned());
    }
}

#[test]
fn modules_know_only_those_below_them() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for (module, forbidden) in FORBIDDEN {
        let mut found = Vec::new();
        files(&source.join(module), &mut found);
        files(&source.join(format!("{module}.rs")), &mut found);
        found.retain(|path| path.exists());
        assert!(!found.is_empty(), "there is no module {module}");
        for path in found {
            let text = fs::read_to_string(&path).unwrap();
            // Tests may set up what they need.
            let text = text.split("#[cfg(test)]").next().unwrap();
            for other in forbidden {
                if text.contains(&format!("crate::{other}::")) || text.contains(&format!("crate::{other};")) {
                    broken.push(format!("{} names {other}", path.strip_prefix(&source).unwrap().display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_store_and_the_builder_speak_sql() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&source, &mut found);
    let outside = found.iter().filter(|path| {
        let inside = path.strip_prefix(&source).unwrap();
        !inside.starts_with("store") && !inside.starts_with("dataset")
    });
    for path in outside {
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains("rusqlite"), "{} speaks to the database itself", path.display());
    }
}
