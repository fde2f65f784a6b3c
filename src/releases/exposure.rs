//! Exposure of occupations to language models, by two studies: people's ratings of tasks (Eloundou and others), and
//! what people use a chatbot for (Microsoft).

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Cell, Reason, SocCode};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::soc::Codes;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, read_text};

pub(crate) const EXPOSURE: Spec = Spec {
    name: "ai_exposure",
    key: &["soc_code"],
    columns: &["soc_code", "task_exposure", "task_exposure_parts", "ai_applicability"],
};

/// Reads both studies. An occupation that neither rates has no row.
pub(crate) fn read_exposure(
    folder: &Path,
    ratings: &Release,
    conversations: &Release,
    codes: &Codes,
) -> Result<Table, Error> {
    let rated = read_ratings(folder, ratings, codes)?;
    let used = read_applicability(folder, conversations, codes)?;
    let mut rows = Vec::new();
    for line_item in codes.line_items.keys() {
        let (exposure, parts) = match rated.get(line_item) {
            Some(of_codes) => together(line_item, of_codes),
            None => (Cell::Missing(Reason::Absent), 0),
        };
        let applicability = used.get(line_item).copied().unwrap_or(Cell::Missing(Reason::Absent));
        if parts > 0 || applicability.number().is_some() {
            let cells = [exposure.to_string(), parts.to_string(), applicability.to_string()];
            rows.push([line_item.to_string()].into_iter().chain(cells).collect());
        }
    }
    let origin = Origin::of(&ratings.id).column("ai_applicability", &conversations.id);
    Ok(Table { spec: &EXPOSURE, origin, rows })
}

/// The ratings of the O*NET codes inside each line item.
type Rated<'c> = BTreeMap<&'c SocCode, BTreeMap<String, f64>>;

/// `beta` counts a task in full where a model alone would halve its time, and half where that takes further
/// software. `human` are the ratings of people; the file also has a model's own.
fn read_ratings<'c>(folder: &Path, release: &Release, codes: &'c Codes) -> Result<Rated<'c>, Error> {
    const CODE: &str = "O*NET-SOC Code";
    const SCORE: &str = "human_rating_beta";
    let mut rated = Rated::new();
    read_text(folder, &release.file, Layout::Commas, &[CODE, SCORE], |row| {
        let code = row.text(CODE)?;
        let line_item = codes
            .line_item_of_onet(&code)
            .ok_or_else(|| row.refuse_text(CODE, &code, "a code of the O*NET to projections crosswalk"))?;
        let score =
            score(row.cell(SCORE, &[])?).ok_or_else(|| row.refuse(SCORE, "a score lies between 0 and 1"))?;
        match rated.entry(line_item).or_default().insert(code, score) {
            Some(_) => Err(row.refuse(CODE, "a second row for this code")),
            None => Ok(()),
        }
    })?;
    Ok(rated)
}

fn read_applicability(
    folder: &Path,
    release: &Release,
    codes: &Codes,
) -> Result<BTreeMap<SocCode, Cell>, Error> {
    const CODE: &str = "SOC Code";
    const SCORE: &str = "ai_applicability_score";
    let mut used = BTreeMap::new();
    read_text(folder, &release.file, Layout::Commas, &[CODE, SCORE], |row| {
        let code = row.soc_code(CODE)?;
        if !codes.line_items.contains_key(&code) {
            return Err(row.refuse_text(CODE, code.as_str(), "a line item of the projections"));
        }
        let cell = row.cell(SCORE, &[])?;
        score(cell).ok_or_else(|| row.refuse(SCORE, "a score lies between 0 and 1"))?;
        match used.insert(code, cell) {
            Some(_) => Err(row.refuse(CODE, "a second row for this code")),
            None => Ok(()),
        }
    })?;
    Ok(used)
}

fn score(cell: Cell) -> Option<f64> {
    cell.number().filter(|score| (0.0..=1.0).contains(score))
}

/// The occupation's own rating, with no parts; or the mean of the O*NET codes inside it, to four decimals.
#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn together(line_item: &SocCode, ratings: &BTreeMap<String, f64>) -> (Cell, usize) {
    if let Some(own) = ratings.get(&format!("{line_item}.00")) {
        return (Cell::Number(*own), 0);
    }
    let mean = ratings.values().sum::<f64>() / ratings.len() as f64;
    (Cell::Number((mean * 10_000.0).round() / 10_000.0), ratings.len())
}
