//! The occupations that are nearest in skills and knowledge.

use std::collections::BTreeMap;

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::domain::SkillProfile;

/// Neighbors kept for an occupation: enough for a page to choose from by pay and education.
const KEPT: usize = 60;

const IMPORTANCE: &str = "
    SELECT r.soc_code, r.domain, CASE WHEN typeof(r.importance) IN ('integer', 'real') THEN r.importance END
      FROM ratings r JOIN onet_bases b ON b.soc_code = r.soc_code AND b.subject = 'ratings' AND b.basis <> 'nearest'
     WHERE r.domain IN ('skill', 'knowledge') ORDER BY r.soc_code, r.element_id";

/// Fills `neighbors` from `ratings`.
pub fn resolve(transaction: &Transaction) -> Result<(), Error> {
    let profiles = profiles(transaction)?;
    let mut insert = transaction.prepare("INSERT INTO neighbors VALUES (?1, ?2, ?3, ?4)")?;
    for (soc_code, profile) in &profiles {
        let others = profiles.iter().filter(|(other, _)| *other != soc_code);
        let mut near: Vec<(f64, &str)> =
            others.map(|(other, theirs)| (profile.similarity(theirs), other.as_str())).collect();
        near.sort_by(|(one, code), (other, other_code)| other.total_cmp(one).then(code.cmp(other_code)));
        for (rank, (similarity, other)) in (1_i64..).zip(near.into_iter().take(KEPT)) {
            insert.execute(params![soc_code, rank, other, similarity])?;
        }
    }
    Ok(())
}

/// The profiles of all occupations that are rated themselves or in parts.
fn profiles(transaction: &Transaction) -> Result<BTreeMap<String, SkillProfile>, Error> {
    let mut statement = transaction.prepare(IMPORTANCE)?;
    let mut rows = statement.query([])?;
    let mut ratings: BTreeMap<String, [Vec<Option<f64>>; 2]> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let [skills, knowledge] = ratings.entry(row.get(0)?).or_default();
        let of_domain = if row.get::<_, String>(1)? == "skill" { skills } else { knowledge };
        of_domain.push(row.get(2)?);
    }
    let known = ratings.into_iter();
    Ok(known
        .filter_map(|(soc_code, [skills, knowledge])| {
            Some((soc_code, SkillProfile::of(&skills, &knowledge)?))
        })
        .collect())
}
