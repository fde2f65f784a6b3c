//! What stands behind an occupation's figures: O*NET codes, and whose they are.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Transaction, params};

use crate::dataset::Error;
use crate::dataset::table::Table;

/// Whose figures they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind<'t> {
    Own,
    Parts,
    /// Those of another occupation, by its SOC code.
    Nearest(&'t str),
}

/// O*NET codes with figures, and whose they are.
#[derive(Debug, PartialEq, Eq)]
pub struct Basis<'t> {
    pub kind: Kind<'t>,
    pub codes: Vec<&'t str>,
}

impl<'t> Basis<'t> {
    /// Its own code, or the codes inside it that have figures.
    pub fn of(soc_code: &str, codes: &[&'t str], has_figures: impl Fn(&str) -> bool) -> Option<Self> {
        let own = format!("{soc_code}.00");
        let with_figures: Vec<&str> = codes.iter().copied().filter(|code| has_figures(code)).collect();
        if let Some(code) = with_figures.iter().find(|code| **code == own) {
            return Some(Self { kind: Kind::Own, codes: vec![code] });
        }
        (!with_figures.is_empty()).then_some(Self { kind: Kind::Parts, codes: with_figures })
    }
}

/// A basis as the database names it.
pub struct Named<'t> {
    pub basis: Option<&'static str>,
    pub parts: i64,
    pub nearest: Option<&'t str>,
}

impl<'t> Named<'t> {
    pub fn of(basis: Option<&Basis<'t>>) -> Self {
        let kind = basis.map(|basis| basis.kind);
        Self {
            basis: kind.map(|kind| match kind {
                Kind::Own => "own",
                Kind::Parts => "parts",
                Kind::Nearest(_) => "nearest",
            }),
            parts: basis.map_or(0, |basis| i64::try_from(basis.codes.len()).unwrap_or(i64::MAX)),
            nearest: match kind {
                Some(Kind::Nearest(soc_code)) => Some(soc_code),
                _ => None,
            },
        }
    }
}

/// The O*NET codes of every occupation, and for one that O*NET does not rate the nearest that it does.
pub struct Bases<'t> {
    transaction: &'t Transaction<'t>,
    pub codes_of: &'t BTreeMap<&'t str, Vec<&'t str>>,
    nearest: HashMap<&'t str, &'t str>,
}

const BY_JOBS: &str = "SELECT soc_code FROM occupations ORDER BY employment DESC, soc_code";
const INSERT: &str = "INSERT INTO onet_bases VALUES (?1, ?2, ?3, ?4, ?5)";

impl<'t> Bases<'t> {
    /// Finds the nearest for each occupation that `is_rated` knows no code of: the first that O*NET relates to it, or else
    /// the one with most jobs in its broad, minor or major group.
    pub fn new(
        transaction: &'t Transaction<'t>,
        codes_of: &'t BTreeMap<&'t str, Vec<&'t str>>,
        occupation_of: &BTreeMap<&'t str, &'t str>,
        related: &'t Table,
        is_rated: impl Fn(&str) -> bool,
    ) -> Result<Self, Error> {
        let rated = |soc_code: &str| {
            let codes = codes_of.get(soc_code).map(Vec::as_slice).unwrap_or_default();
            codes.iter().any(|code| is_rated(code))
        };
        let mut by_onet: BTreeMap<&str, (i64, &str)> = BTreeMap::new();
        for row in related.rows() {
            let pair = (
                occupation_of.get(row.text("onet_code")?),
                occupation_of.get(row.text("related_onet_code")?),
            );
            let (Some(from), Some(to)) = pair else { continue };
            let rank = row.integer("rank")?;
            if rated(to) && by_onet.get(from).is_none_or(|(known, _)| rank < *known) {
                by_onet.insert(from, (rank, to));
            }
        }
        let by_jobs: Vec<String> =
            transaction.prepare(BY_JOBS)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let of_group = |soc_code: &str, digits: usize| {
            let group = soc_code.get(..digits)?;
            let found = by_jobs.iter().find(|other| other.starts_with(group) && rated(other))?;
            codes_of.get_key_value(found.as_str()).map(|(known, _)| *known)
        };
        let mut nearest = HashMap::new();
        for soc_code in codes_of.keys().copied().filter(|soc_code| !rated(soc_code)) {
            let found = by_onet.get(soc_code).map(|(_, to)| *to);
            // "29-11", "29-1" and "29": the digits that a broad, a minor and a major group share.
            let found = found.or_else(|| [6, 4, 2].into_iter().find_map(|digits| of_group(soc_code, digits)));
            nearest.extend(found.map(|found| (soc_code, found)));
        }
        Ok(Self { transaction, codes_of, nearest })
    }

    /// The codes that speak for an occupation, noted in `onet_bases`.
    pub fn find(
        &self,
        soc_code: &'t str,
        subject: &str,
        has_figures: impl Fn(&str) -> bool,
    ) -> Result<Option<Basis<'t>>, Error> {
        let of = |soc_code: &str| Basis::of(soc_code, self.codes_of.get(soc_code)?, &has_figures);
        let found = of(soc_code).or_else(|| {
            let nearest = self.nearest.get(soc_code)?;
            Some(Basis { kind: Kind::Nearest(nearest), ..of(nearest)? })
        });
        if let Some(basis) = &found {
            let named = Named::of(Some(basis));
            self.transaction.prepare_cached(INSERT)?.execute(params![
                soc_code,
                subject,
                named.basis,
                named.parts,
                named.nearest
            ])?;
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_occupation_of_its_own_wins_over_its_parts() {
        let found = Basis::of("29-1141", &["29-1141.00", "29-1141.01"], |_| true).unwrap();
        assert_eq!(found, Basis { kind: Kind::Own, codes: vec!["29-1141.00"] });
        let found =
            Basis::of("13-1020", &["13-1021.00", "13-1022.00"], |code| code.starts_with("13-1022")).unwrap();
        assert_eq!(found, Basis { kind: Kind::Parts, codes: vec!["13-1022.00"] });
        assert!(Basis::of("13-1020", &["13-1021.00"], |_| false).is_none());
    }
}
