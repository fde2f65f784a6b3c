//! O*NET's ratings, requirements and related occupations, brought from its codes to the 832 occupations.
//!
//! An occupation whose SOC code O*NET rates has its own figures. Otherwise they are the mean of the O*NET
//! occupations inside it (a combined code, or a code that O*NET only rates in parts). Where there is none, ratings,
//! styles, values and technology are those of the nearest occupation that is rated, and the database says whose.

mod bases;
mod interests;
mod neighbors;
mod technology;
mod work;

use bases::{Bases, Basis, Named};

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::load::figure;
use crate::dataset::table::{Row, Table};
use crate::domain::{Cell, Reason};

/// Related occupations kept for an occupation, in O*NET's order.
const MOST_RELATED: usize = 10;
/// O*NET's scale of required education.
const REQUIRED_EDUCATION: &str = "RL";
/// O*NET's scale of related work experience.
const RELATED_EXPERIENCE: &str = "RW";

const RATED: &str = "
    CREATE TEMP TABLE rated (
        soc_code TEXT, element_id TEXT, importance FIGURE, importance_se FIGURE, level FIGURE, level_se FIGURE)";
const RANK: &str = "
    INSERT INTO ratings
    SELECT r.soc_code, e.domain,
           CASE WHEN typeof(r.importance) IN ('integer', 'real')
                THEN row_number() OVER (
                    PARTITION BY r.soc_code, e.domain
                    ORDER BY typeof(r.importance) IN ('integer', 'real') DESC, r.importance DESC,
                             CASE WHEN typeof(r.level) IN ('integer', 'real') THEN r.level END DESC, e.name)
                ELSE 0 END,
           e.name, r.element_id, r.importance, r.importance_se, r.level, r.level_se
      FROM temp.rated r JOIN onet_elements e USING (element_id);
    DROP TABLE temp.rated;";

/// Fills every table of O*NET: `ratings`, `preparation`, `interests`, `work_styles`, `work_values`, `technology`,
/// `related` and `neighbors`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let crosswalk = Table::read(data, "onet_crosswalk")?;
    let mut codes_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut occupation_of: BTreeMap<&str, &str> = BTreeMap::new();
    for row in crosswalk.rows() {
        codes_of.entry(row.text("soc_code")?).or_default().push(row.text("onet_code")?);
        occupation_of.insert(row.text("onet_code")?, row.text("soc_code")?);
    }
    let related = Table::read(data, "onet_related")?;
    let ratings = ["onet_skills", "onet_knowledge", "onet_abilities"].map(|name| Table::read(data, name));
    let ratings = ratings.into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut rated: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for row in ratings.iter().flat_map(Table::rows) {
        rated.entry(row.text("onet_code")?).or_default().push(row);
    }
    let bases =
        Bases::new(transaction, &codes_of, &occupation_of, &related, |code| rated.contains_key(code))?;
    let requirements = Table::read(data, "onet_requirements")?;
    let mut answers: BTreeMap<(&str, &str), Vec<Row>> = BTreeMap::new();
    for row in requirements.rows() {
        answers.entry((row.text("scale")?, row.text("onet_code")?)).or_default().push(row);
    }
    let zones = Table::read(data, "onet_job_zones")?;
    let zone_of: BTreeMap<&str, i64> = zones
        .rows()
        .map(|row| Ok((row.text("onet_code")?, row.integer("job_zone")?)))
        .collect::<Result<_, Error>>()?;
    transaction.execute_batch(RATED)?;
    for (soc_code, codes) in &codes_of {
        if let Some(basis) = bases.find(soc_code, "ratings", |code| rated.contains_key(code))? {
            insert_ratings(transaction, soc_code, &basis, &rated)?;
        }
        let education = asked(soc_code, codes, REQUIRED_EDUCATION, &answers);
        let experience = asked(soc_code, codes, RELATED_EXPERIENCE, &answers);
        let at = |scale, basis: &Option<Basis>, share| {
            basis.as_ref().and_then(|basis| category_at(share, scale, basis, &answers))
        };
        let [by_education, by_experience] = [&education, &experience].map(|basis| Named::of(basis.as_ref()));
        let own_zone = zone_of.get(format!("{soc_code}.00").as_str());
        transaction
            .prepare_cached("INSERT INTO preparation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
            .execute(params![
                soc_code,
                at(REQUIRED_EDUCATION, &education, 0.5),
                by_education.basis,
                by_education.parts,
                at(RELATED_EXPERIENCE, &experience, 0.25),
                at(RELATED_EXPERIENCE, &experience, 0.75),
                by_experience.basis,
                by_experience.parts,
                own_zone,
            ])?;
    }
    transaction.execute_batch(RANK)?;
    interests::resolve(transaction, data, &codes_of)?;
    work::resolve_styles(transaction, data, &bases)?;
    work::resolve_values(transaction, data, &bases)?;
    technology::resolve(transaction, data, &bases)?;
    relate(transaction, &related, &occupation_of)?;
    neighbors::resolve(transaction)
}

/// The O*NET codes whose answers on a scale speak for an occupation. One whose own answers are suppressed has none:
/// those of its specialties would speak for others.
fn asked<'t>(
    soc_code: &str,
    codes: &[&'t str],
    scale: &'static str,
    answers: &BTreeMap<(&str, &str), Vec<Row>>,
) -> Option<Basis<'t>> {
    let is_complete = |code: &&str| answers.get(&(scale, *code)).is_some_and(|rows| complete(rows));
    let found = Basis::of(soc_code, codes, |code| answers.contains_key(&(scale, code)))?;
    let codes: Vec<&str> = found.codes.into_iter().filter(is_complete).collect();
    (!codes.is_empty()).then_some(Basis { codes, ..found })
}

/// The cells of one element of the content model, one entry a part.
type Parts = [Vec<Cell>; 4];

fn insert_ratings(
    transaction: &Transaction,
    soc_code: &str,
    basis: &Basis,
    rated: &BTreeMap<&str, Vec<Row>>,
) -> Result<(), Error> {
    let mut elements: BTreeMap<&str, Parts> = BTreeMap::new();
    for row in basis.codes.iter().filter_map(|code| rated.get(code)).flatten() {
        let [importance, importance_se, level, level_se] =
            elements.entry(row.text("element_id")?).or_default();
        importance.push(row.cell("importance")?);
        importance_se.push(row.cell("importance_se")?);
        level.push(row.cell("level")?);
        level_se.push(row.cell("level_se")?);
    }
    let mut insert = transaction.prepare_cached("INSERT INTO temp.rated VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (element_id, [importance, importance_se, level, level_se]) in elements {
        insert.execute(params![
            soc_code,
            element_id,
            figure(mean(&importance)),
            figure(error_of_mean(&importance_se)),
            figure(mean(&level)),
            figure(error_of_mean(&level_se)),
        ])?;
    }
    Ok(())
}

fn numbers(cells: &[Cell]) -> Vec<f64> {
    cells.iter().filter_map(|cell| cell.number()).collect()
}

fn first_reason(cells: &[Cell]) -> Cell {
    cells.first().copied().unwrap_or(Cell::Missing(Reason::Absent))
}

/// The mean of the parts that have a number, to O*NET's two decimals; one part alone stays as published.
#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn mean(cells: &[Cell]) -> Cell {
    let numbers = numbers(cells);
    match numbers.as_slice() {
        [] => first_reason(cells),
        [one] => Cell::Number(*one),
        several => Cell::Number((several.iter().sum::<f64>() / several.len() as f64 * 100.0).round() / 100.0),
    }
}

/// The standard error of [`mean`]: the parts are rated independently.
#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn error_of_mean(cells: &[Cell]) -> Cell {
    let numbers = numbers(cells);
    match numbers.as_slice() {
        [] => first_reason(cells),
        [one] => Cell::Number(*one),
        several => {
            let squares: f64 = several.iter().map(|error| error * error).sum();
            Cell::Number((squares.sqrt() / several.len() as f64 * 10_000.0).round() / 10_000.0)
        }
    }
}

/// A distribution with a suppressed category is no distribution.
fn complete(rows: &[Row]) -> bool {
    rows.iter().all(|row| matches!(row.cell("share_percent"), Ok(Cell::Number(_))))
}

/// The category at which a share of the answers is reached (0.5 is the middle), over all parts alike.
fn category_at(
    share: f64,
    scale: &str,
    basis: &Basis,
    answers: &BTreeMap<(&str, &str), Vec<Row>>,
) -> Option<i64> {
    let mut shares: BTreeMap<i64, f64> = BTreeMap::new();
    for row in basis.codes.iter().filter_map(|code| answers.get(&(scale, *code))).flatten() {
        let share = row.cell("share_percent").ok()?.number()?;
        *shares.entry(row.integer("category").ok()?).or_default() += share;
    }
    let wanted = shares.values().sum::<f64>() * share;
    let mut reached = 0.0;
    shares.into_iter().find_map(|(category, share)| {
        reached += share;
        (reached >= wanted).then_some(category)
    })
}

fn relate(
    transaction: &Transaction,
    table: &Table,
    occupation_of: &BTreeMap<&str, &str>,
) -> Result<(), Error> {
    let mut related: BTreeMap<&str, Vec<(i64, &str)>> = BTreeMap::new();
    for row in table.rows() {
        let pair =
            (occupation_of.get(row.text("onet_code")?), occupation_of.get(row.text("related_onet_code")?));
        if let (Some(from), Some(to)) = pair {
            related.entry(from).or_default().push((row.integer("rank")?, to));
        }
    }
    let mut insert = transaction.prepare("INSERT INTO related VALUES (?1, ?2, ?3)")?;
    for (soc_code, mut candidates) in related {
        candidates.sort_unstable();
        let mut seen = BTreeSet::from([soc_code]);
        let kept = candidates.into_iter().filter(|(_, to)| seen.insert(to)).take(MOST_RELATED);
        for (rank, (_, to)) in (1_i64..).zip(kept) {
            insert.execute(params![soc_code, rank, to])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_is_of_the_parts_that_have_a_number() {
        let suppressed = Cell::Missing(Reason::LowPrecision);
        assert_eq!(mean(&[Cell::Number(4.12), suppressed]), Cell::Number(4.12));
        assert_eq!(mean(&[Cell::Number(4.0), Cell::Number(3.5), suppressed]), Cell::Number(3.75));
        assert_eq!(mean(&[suppressed]), suppressed);
        assert_eq!(error_of_mean(&[Cell::Number(0.3), Cell::Number(0.4)]), Cell::Number(0.25));
    }
}
