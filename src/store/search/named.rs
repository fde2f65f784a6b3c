//! The occupations that have a name with given words: for a list that is filtered, not ranked.

use std::collections::HashSet;

use super::gather::{Ending, expression};
use super::query::Query;
use crate::store::{Store, StoreError};

pub(super) const NAMED: &str = "SELECT DISTINCT t.occupation_id
    FROM search_index i JOIN search_texts t ON t.id = i.rowid
    WHERE search_index MATCH ?1";

impl Store {
    /// Keys of the occupations of which the title, a job title or another text has all the words; where none has, of
    /// those with words that begin so.
    pub fn occupations_named(&self, query: &Query) -> Result<HashSet<i64>, StoreError> {
        if query.is_empty() {
            return Ok(HashSet::new());
        }
        let mut statement = self.connection.prepare_cached(NAMED)?;
        for ending in [Ending::Whole, Ending::Open] {
            let found: HashSet<i64> = statement
                .query_map([expression(query.words(), ending)], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(HashSet::new())
    }
}
