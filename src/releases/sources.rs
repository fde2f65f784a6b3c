//! `data/sources.toml`: the release behind each column.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::releases::catalog::Release;
use crate::releases::companies;
use crate::releases::table::Table;

/// The text of the file: the releases that a table comes from, in the order of the list, then the tables by name.
pub(crate) fn sources_text(releases: &[Release], tables: &[Table]) -> String {
    let used: BTreeSet<&str> = tables.iter().flat_map(|table| table.origin.releases()).collect();
    let mut text =
        String::from("# Made by `career-atlas refresh`: the release behind each column of each table.\n");
    for release in releases.iter().filter(|release| used.contains(release.id.as_str())) {
        let release = companies::credited(release);
        let lines = [
            ("id", &release.id),
            ("publisher", &release.publisher),
            ("title", &release.title),
            ("period", &release.period),
            ("licence", &release.licence),
            ("layout", &release.layout),
        ];
        text.push_str("\n[[release]]\n");
        for (name, value) in lines {
            push_line(&mut text, name, &quoted(value));
        }
    }
    let mut by_name: Vec<&Table> = tables.iter().collect();
    by_name.sort_by_key(|table| table.spec.name);
    for table in by_name {
        text.push_str("\n[[table]]\n");
        push_line(&mut text, "file", &quoted(&format!("{}.csv", table.spec.name)));
        push_line(&mut text, "release", &quoted(&table.origin.release));
        if !table.origin.also.is_empty() {
            let also: Vec<String> = table.origin.also.iter().map(|id| quoted(id)).collect();
            push_line(&mut text, "also", &format!("[{}]", also.join(", ")));
        }
        if !table.origin.columns.is_empty() {
            let columns = table.origin.columns.iter();
            let columns: Vec<String> =
                columns.map(|(column, id)| format!("{column} = {}", quoted(id))).collect();
            push_line(&mut text, "columns", &format!("{{ {} }}", columns.join(", ")));
        }
    }
    text
}

fn push_line(text: &mut String, name: &str, value: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{name} = {value}");
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
