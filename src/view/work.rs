//! What careers do, side by side: what all of them do, and what only one of them does.

use crate::domain::Career;
use crate::view::charts::Accent;

/// Kinds of work of several careers set against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWork {
    /// What every career does.
    pub all: Vec<String>,
    /// What only this one does, by its place.
    pub only: Vec<Alone>,
}

/// What one career alone does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alone {
    /// Its color and shape.
    pub accent: Accent,
    /// Its name.
    pub name: String,
    /// Kinds of work.
    pub activities: Vec<String>,
}

/// Sets the careers' kinds of work against each other; nothing where one has no text, or where all have the same text.
#[must_use]
pub fn shared_work(careers: &[Career]) -> Option<SharedWork> {
    let texts = careers.iter().map(|career| career.text.as_deref()).collect::<Option<Vec<_>>>()?;
    let has =
        |place: usize, kind: &String| texts.get(place).is_some_and(|text| text.activities.contains(kind));
    let places = 0..texts.len();
    let (first, rest) = texts.split_first()?;
    if rest.iter().all(|text| text.summary == first.summary) {
        return None;
    }
    let all = first
        .activities
        .iter()
        .filter(|kind| places.clone().all(|place| has(place, kind)))
        .cloned()
        .collect();
    let only = careers.iter().zip(&texts).enumerate().map(|(own, (career, text))| {
        let alone = |kind: &&String| places.clone().all(|place| place == own || !has(place, kind));
        Alone {
            accent: Accent::of(own),
            name: career.name.name.clone(),
            activities: text.activities.iter().filter(alone).cloned().collect(),
        }
    });
    Some(SharedWork { all, only: only.filter(|alone| !alone.activities.is_empty()).collect() })
}
