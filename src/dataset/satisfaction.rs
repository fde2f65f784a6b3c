//! How satisfied college graduates are with their jobs, in the group of the survey that an occupation belongs to.
//!
//! The survey asked college graduates only, so it speaks for an occupation where at least a quarter of the people hold
//! a bachelor's degree. Its counts are rounded to thousands: a group of fewer than 50,000 people gives no share of its
//! own, and the broader group around it stands in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, Transaction, params};

use crate::dataset::Error;

/// Percent of people with a bachelor's degree or more.
const LEAST_GRADUATES: f64 = 25.0;
/// From here on rounding moves a share by no more than about a point.
const LEAST_EMPLOYED: f64 = 50_000.0;

/// A group with its counts, as far as they are published.
struct Group {
    broader: String,
    employed: Option<f64>,
    very_satisfied: Option<f64>,
}

type Groups = BTreeMap<String, Group>;

/// The groups that an occupation belongs to: mostly one.
type Membership = BTreeMap<String, BTreeSet<String>>;

/// Fills `satisfaction`.
pub fn resolve(transaction: &Transaction, _data: &Path) -> Result<(), Error> {
    let groups = groups(transaction)?;
    let membership = membership(transaction)?;
    let degrees = degrees(transaction)?;
    let mut insert = transaction.prepare("INSERT INTO satisfaction VALUES (?1, ?2, ?3, ?4)")?;
    for (soc_code, own) in &membership {
        let large: BTreeSet<&str> = own.iter().map(|title| large_enough(&groups, title)).collect();
        let occupations = membership.values().filter(|other| is_within(&groups, other, &large)).count();
        let titles: Vec<String> = large.iter().map(|title| in_words(title)).collect();
        let enough = degrees.get(soc_code).is_some_and(|percent| *percent >= LEAST_GRADUATES);
        let share = very_satisfied(&groups, &large).filter(|_| enough);
        insert.execute(params![
            soc_code,
            titles.join(" and "),
            i64::try_from(occupations).unwrap_or(i64::MAX),
            share,
        ])?;
    }
    Ok(())
}

fn groups(connection: &Connection) -> rusqlite::Result<Groups> {
    let mut statement = connection.prepare(
        "SELECT group_title, broader_group, number(employed), number(very_satisfied) FROM nscg_satisfaction",
    )?;
    let groups = statement.query_map([], |row| {
        Ok((row.get(0)?, Group { broader: row.get(1)?, employed: row.get(2)?, very_satisfied: row.get(3)? }))
    })?;
    groups.collect()
}

fn membership(connection: &Connection) -> rusqlite::Result<Membership> {
    let mut statement = connection.prepare(
        "SELECT soc_code, group_title FROM nscg_groups WHERE soc_code IN (SELECT soc_code FROM occupations)",
    )?;
    let mut membership = Membership::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        membership.entry(row.get(0)?).or_default().insert(row.get(1)?);
    }
    Ok(membership)
}

/// Percent with a bachelor's degree or more, by occupation.
fn degrees(connection: &Connection) -> rusqlite::Result<BTreeMap<String, f64>> {
    let mut statement = connection.prepare(
        "SELECT soc_code, number(bachelors_percent) + number(masters_percent) + number(doctoral_or_professional_percent) AS percent
           FROM attainment WHERE percent IS NOT NULL",
    )?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The group itself, or the nearest around it that is large enough and has a published share.
fn large_enough<'g>(groups: &'g Groups, title: &'g str) -> &'g str {
    let mut around = ancestors(groups, title);
    around
        .find(|title| {
            groups.get(*title).is_some_and(|group| {
                group.very_satisfied.is_some()
                    && group.employed.is_some_and(|employed| employed >= LEAST_EMPLOYED)
            })
        })
        .unwrap_or(title)
}

/// The group and those around it, the nearest first.
fn ancestors<'g>(groups: &'g Groups, title: &'g str) -> impl Iterator<Item = &'g str> {
    std::iter::successors(Some(title), |title| groups.get(*title).map(|group| group.broader.as_str()))
        .take_while(|title| !title.is_empty())
}

/// Whether an occupation of these groups is counted in any of `around`.
fn is_within(groups: &Groups, own: &BTreeSet<String>, around: &BTreeSet<&str>) -> bool {
    own.iter().any(|title| ancestors(groups, title).any(|title| around.contains(title)))
}

/// In whole percent: the counts are rounded.
fn very_satisfied(groups: &Groups, titles: &BTreeSet<&str>) -> Option<f64> {
    let (mut employed, mut satisfied) = (0.0, 0.0);
    for title in titles {
        let group = groups.get(*title)?;
        employed += group.employed?;
        satisfied += group.very_satisfied?;
    }
    (employed > 0.0).then(|| (100.0 * satisfied / employed).round())
}

/// A group's name without the survey's abbreviation of science and engineering.
fn in_words(title: &str) -> String {
    if let Some(rest) = title.strip_prefix("Non-S&E ") {
        return format!("{rest} outside science and engineering");
    }
    if let Some(rest) = title.strip_prefix("S&E ") {
        return format!("{rest} in science and engineering");
    }
    title
        .replace("non-S&E occupations", "occupations outside science and engineering")
        .replace("S&E-related occupations", "occupations related to science and engineering")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Groups {
        let group = |broader: &str, employed, very_satisfied| Group {
            broader: broader.to_owned(),
            employed: Some(employed),
            very_satisfied,
        };
        BTreeMap::from([
            ("All".to_owned(), group("", 900_000.0, Some(400_000.0))),
            ("Social".to_owned(), group("All", 712_000.0, Some(335_000.0))),
            ("Economists".to_owned(), group("Social", 47_000.0, Some(31_000.0))),
            ("Psychologists".to_owned(), group("Social", 233_000.0, Some(122_000.0))),
            ("Hidden".to_owned(), group("Social", 60_000.0, None)),
        ])
    }

    #[test]
    fn a_small_group_is_spoken_for_by_the_one_around_it() {
        let groups = sample();
        assert_eq!(large_enough(&groups, "Economists"), "Social");
        assert_eq!(large_enough(&groups, "Psychologists"), "Psychologists");
        assert_eq!(large_enough(&groups, "Hidden"), "Social");
        let own = BTreeSet::from(["Economists".to_owned()]);
        assert!(is_within(&groups, &own, &BTreeSet::from(["Social"])));
        assert!(!is_within(&groups, &own, &BTreeSet::from(["Psychologists"])));
    }

    #[test]
    fn shares_are_of_the_groups_together() {
        let groups = sample();
        assert_eq!(very_satisfied(&groups, &BTreeSet::from(["Psychologists"])), Some(52.0));
        assert_eq!(very_satisfied(&groups, &BTreeSet::from(["Psychologists", "Social"])), Some(48.0));
        assert_eq!(very_satisfied(&groups, &BTreeSet::from(["Hidden"])), None);
        assert_eq!(very_satisfied(&groups, &BTreeSet::from(["Unknown"])), None);
    }

    #[test]
    fn groups_are_named_in_words() {
        for (title, words) in [
            ("S&E managers", "managers in science and engineering"),
            ("Non-S&E managers", "managers outside science and engineering"),
            ("Other non-S&E occupations", "Other occupations outside science and engineering"),
            ("Other S&E-related occupations", "Other occupations related to science and engineering"),
            ("Economists", "Economists"),
        ] {
            assert_eq!(in_words(title), words);
        }
    }
}
