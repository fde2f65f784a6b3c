//! O*NET's ratings of skills, knowledge and abilities: how important an element is in an occupation, and at which level.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::{
    CODE, ELEMENT, ELEMENT_NAME, SCALE, STANDARD_ERROR, SUPPRESS, VALUE, flag, read_file, table,
    value_and_error,
};
use crate::domain::{Cell, Reason};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::soc::Codes;
use crate::releases::table::{Spec, Table};

pub(crate) const ELEMENTS: Spec =
    Spec { name: "onet_elements", key: &["element_id"], columns: &["element_id", "domain", "name"] };

pub(crate) const SKILLS: Spec = Spec {
    name: "onet_skills",
    key: &["onet_code", "element_id"],
    columns: &["onet_code", "element_id", "importance", "importance_se", "level", "level_se"],
};

pub(crate) const KNOWLEDGE: Spec = Spec { name: "onet_knowledge", ..SKILLS };

pub(crate) const ABILITIES: Spec = Spec { name: "onet_abilities", ..SKILLS };

/// The elements of the content model by id: their domain and name.
pub(super) type Elements = BTreeMap<String, (&'static str, String)>;

const NOT_RELEVANT: &str = "Not Relevant";

/// A value with its standard error.
type Rating = (Cell, Cell);

/// The tables of skills, knowledge and abilities.
pub(super) fn read_ratings(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    elements: &mut Elements,
) -> Result<[Table; 3], Error> {
    let skills = read_domain(folder, release, codes, ("Skills", "skill"), elements)?;
    let knowledge = read_domain(folder, release, codes, ("Knowledge", "knowledge"), elements)?;
    let abilities = read_domain(folder, release, codes, ("Abilities", "ability"), elements)?;
    Ok([
        table(&SKILLS, release, skills),
        table(&KNOWLEDGE, release, knowledge),
        table(&ABILITIES, release, abilities),
    ])
}

/// The table of all elements that the other tables rate.
pub(super) fn elements_table(release: &Release, elements: Elements) -> Table {
    let rows = elements.into_iter().map(|(element, (domain, name))| vec![element, domain.to_owned(), name]);
    table(&ELEMENTS, release, rows.collect())
}

fn read_domain(
    folder: &Path,
    release: &Release,
    codes: &Codes,
    (name, domain): (&str, &'static str),
    elements: &mut Elements,
) -> Result<Vec<Vec<String>>, Error> {
    let wanted = [CODE, ELEMENT, ELEMENT_NAME, SCALE, VALUE, STANDARD_ERROR, SUPPRESS, NOT_RELEVANT];
    let mut ratings: BTreeMap<(String, String), [Option<Rating>; 2]> = BTreeMap::new();
    read_file(folder, release, name, &wanted, codes, |row, code| {
        let element = row.text(ELEMENT)?;
        if !elements.contains_key(&element) {
            elements.insert(element.clone(), (domain, row.text(ELEMENT_NAME)?));
        }
        let suppressed = flag(row, SUPPRESS)?.then_some(Reason::LowPrecision);
        let [importance, level] = ratings.entry((code.to_owned(), element)).or_default();
        let (place, reason) = match row.text(SCALE)?.as_str() {
            "IM" => (importance, suppressed),
            "LV" => (level, flag(row, NOT_RELEVANT)?.then_some(Reason::NotRelevant).or(suppressed)),
            other => return Err(row.refuse_text(SCALE, other, "IM or LV")),
        };
        match place.replace(value_and_error(row, reason)?) {
            Some(_) => Err(row.refuse(SCALE, "a second row for this scale")),
            None => Ok(()),
        }
    })?;
    let file = release.file_within(&format!("{name}.txt"));
    let of_domain = elements.values().filter(|(of, _)| *of == domain).count();
    require_every_element(&ratings, of_domain, &file)?;
    let rows = ratings.into_iter().map(|((code, element), ratings)| {
        let mut cells = vec![code, element];
        for (value, error) in ratings.into_iter().flatten() {
            cells.extend([value.to_string(), error.to_string()]);
        }
        cells
    });
    Ok(rows.collect())
}

/// An occupation that is rated at all is rated on every element and both scales: fewer rows mean a file that was cut
/// short.
fn require_every_element(
    ratings: &BTreeMap<(String, String), [Option<Rating>; 2]>,
    elements: usize,
    file: &str,
) -> Result<(), Error> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for ((code, element), scales) in ratings {
        if scales.iter().any(Option::is_none) {
            let problem = format!("{code} lacks a scale of the element {element}");
            return Err(Error::whole(file, problem));
        }
        *counts.entry(code).or_default() += 1;
    }
    let short = counts.into_iter().filter(|(_, count)| *count != elements).min();
    match short {
        Some((code, count)) => Err(Error::whole(file, format!("{code} has {count} of {elements} elements"))),
        None => Ok(()),
    }
}
