//! The groups of the classification: which have a page, where it stands, and what is inside.
//!
//! A code belongs to the last code of each higher level before it: that is the classification's own order, and also
//! holds where the digits do not say so (29-1221 belongs to 29-1210). A group with one occupation is that occupation
//! under a second name, and the only broad group of a minor one is the minor one: neither has a page of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use rusqlite::{Transaction, params};
use serde::Deserialize;

use crate::dataset::Error;
use crate::domain::{GroupLevel, Slug};

/// What a group is called in an address where an occupation or a group above it has its name.
const ENDING: &str = "-group";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Descriptions {
    profession: Vec<Description>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    soc_code: String,
    description: String,
}

/// A group as the build sees it.
struct Group {
    level: GroupLevel,
    title: String,
    /// The codes of the groups around it, from the top.
    above: Vec<String>,
    /// Its occupations: code and slug.
    occupations: Vec<(String, String)>,
    /// Groups directly below it.
    below: usize,
}

impl Group {
    /// Whether it has a page. The armed forces have one although they have no occupations here.
    fn has_page(&self, groups: &BTreeMap<String, Self>) -> bool {
        self.level == GroupLevel::Major || self.occupations.len() > 1 && !self.is_only_one(groups)
    }

    /// Whether it is the one broad group of its minor group.
    fn is_only_one(&self, groups: &BTreeMap<String, Self>) -> bool {
        self.level == GroupLevel::Broad
            && self.above.last().and_then(|code| groups.get(code)).is_some_and(|minor| minor.below == 1)
    }

    fn parent<'g>(&'g self, groups: &BTreeMap<String, Self>) -> Option<&'g String> {
        let has_page = |code: &&String| groups.get(*code).is_some_and(|group| group.has_page(groups));
        self.above.iter().rev().find(has_page)
    }
}

/// Fills `professions` and `profession_occupations`.
pub fn resolve(transaction: &Transaction, data: &Path) -> Result<(), Error> {
    let file = data.join("professions.toml");
    let wrong = |why: String| Error::Unreadable { file: file.clone(), why };
    let text = fs::read_to_string(&file).map_err(|error| wrong(error.to_string()))?;
    let written: Descriptions = toml::from_str(&text).map_err(|error| wrong(error.message().to_owned()))?;
    let groups = groups(transaction)?;
    let mut descriptions = BTreeMap::new();
    for Description { soc_code, description } in written.profession {
        if groups.get(&soc_code).is_none_or(|group| group.level == GroupLevel::Broad) {
            return Err(wrong(format!("{soc_code} is no major or minor group")));
        }
        if descriptions.insert(soc_code.clone(), description).is_some() {
            return Err(wrong(format!("{soc_code} stands twice")));
        }
    }
    let slugs = slugs(transaction, &groups)?;
    insert(transaction, &groups, &slugs, &descriptions)?;
    insert_occupations(transaction, &groups)
}

/// Every group by its code, with what is around and inside it.
fn groups(transaction: &Transaction) -> Result<BTreeMap<String, Group>, Error> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut statement = transaction.prepare(
        "SELECT soc_code, level, title, '' FROM soc_groups WHERE level <> 'detailed'
          UNION ALL SELECT soc_code, '', title, slug FROM occupations ORDER BY soc_code, level DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut above: Vec<(GroupLevel, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (code, level): (String, String) = (row.get(0)?, row.get(1)?);
        if let Some(level) = GroupLevel::from_token(&level) {
            above.retain(|(other, _)| *other < level);
            let around: Vec<String> = above.iter().map(|(_, code)| code.clone()).collect();
            if let Some(group) = around.last().and_then(|code| groups.get_mut(code)) {
                group.below += 1;
            }
            let title = row.get(2)?;
            groups.insert(
                code.clone(),
                Group { level, title, above: around, occupations: Vec::new(), below: 0 },
            );
            above.push((level, code));
        } else {
            let slug: String = row.get(3)?;
            for (_, around) in &above {
                if let Some(group) = groups.get_mut(around) {
                    group.occupations.push((code.clone(), slug.clone()));
                }
            }
        }
    }
    Ok(groups)
}

/// The slug of each group that has an address, by its code: those with a page first, from the top down.
fn slugs(
    transaction: &Transaction,
    groups: &BTreeMap<String, Group>,
) -> Result<BTreeMap<String, String>, Error> {
    let mut statement = transaction.prepare("SELECT slug FROM occupations")?;
    let occupations: BTreeSet<String> =
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut in_order: Vec<(&String, &Group)> = groups.iter().collect();
    in_order.sort_by_key(|(_, group)| (!group.has_page(groups), group.level));
    let mut taken = BTreeSet::new();
    let mut slugs = BTreeMap::new();
    for (code, group) in in_order {
        let plain = Slug::from_name(&group.title)
            .map_err(|error| Error::Rules(vec![format!("  a group has an address: {code}: {error}")]))?;
        let plain = plain.to_string();
        let slug = if !group.has_page(groups) {
            plain
        } else if occupations.contains(&plain) || taken.contains(&plain) {
            format!("{plain}{ENDING}")
        } else {
            plain
        };
        if taken.insert(slug.clone()) {
            slugs.insert(code.clone(), slug);
        } else if group.has_page(groups) {
            return Err(Error::Rules(vec![format!("  no slug stands for two groups: {code}: {slug}")]));
        }
    }
    Ok(slugs)
}

fn insert(
    transaction: &Transaction,
    groups: &BTreeMap<String, Group>,
    slugs: &BTreeMap<String, String>,
    descriptions: &BTreeMap<String, String>,
) -> Result<(), Error> {
    let mut insert = transaction.prepare(
        "INSERT INTO professions (soc_code, level, title, slug, description, parent, leads_to, occupations)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (code, group) in groups {
        let parent = group.parent(groups);
        let leads_to = match group.occupations.as_slice() {
            _ if group.has_page(groups) => None,
            [(_, slug)] => Some(format!("/careers/{slug}")),
            _ => parent.and_then(|code| slugs.get(code)).map(|slug| format!("/professions/{slug}")),
        };
        insert.execute(params![
            code,
            group.level.token(),
            group.title,
            slugs.get(code),
            descriptions.get(code).map_or("", String::as_str),
            parent.map_or("", String::as_str),
            leads_to,
            u32::try_from(group.occupations.len()).unwrap_or(u32::MAX),
        ])?;
    }
    Ok(())
}

fn insert_occupations(transaction: &Transaction, groups: &BTreeMap<String, Group>) -> Result<(), Error> {
    // The last group with a page around an occupation is the one that it stands in directly.
    let mut nearest: BTreeMap<&String, &String> = BTreeMap::new();
    for (code, group) in groups.iter().filter(|(_, group)| group.has_page(groups)) {
        for (occupation, _) in &group.occupations {
            nearest.insert(occupation, code);
        }
    }
    let mut insert = transaction.prepare("INSERT INTO profession_occupations VALUES (?1, ?2, ?3)")?;
    for (code, group) in groups.iter().filter(|(_, group)| group.has_page(groups)) {
        for (occupation, _) in &group.occupations {
            let direct = nearest.get(occupation) == Some(&code);
            insert.execute(params![code, occupation, direct])?;
        }
    }
    Ok(())
}
