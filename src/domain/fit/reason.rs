//! Why a career stands where it stands, and what does not fit, as data.

use super::asked::next_degree;
use super::measure::{correlation, pattern};
use super::{Asked, Finder};
use crate::domain::catalog::{Facet, Listing};

/// From here on work is strong in an interest: the middle of O*NET's scale of 1 to 7.
const STRONG: f64 = 4.0;
/// Below this it asks little of it.
const LITTLE: f64 = 3.0;
/// From this percentile on a skill is used more than in most careers.
const MORE: u8 = 60;
/// Up to this one it is used less.
const LESS: u8 = 40;

/// The reason for a career.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reason {
    /// Where the answers say something and the career has scores.
    pub interests: Option<InterestReason>,
    /// Where skills are named and the career is rated.
    pub skills: Option<SkillReason>,
    /// Where the person's education is known.
    pub entry: Option<Entry>,
}

/// Interests, as places in [`crate::domain::INTERESTS`]; what is liked more stands first.
#[derive(Debug, Clone, PartialEq)]
pub struct InterestReason {
    /// Liked, and strong in the work.
    pub strong: Vec<usize>,
    /// Liked, and hardly asked for.
    pub little: Vec<usize>,
    /// Not liked, and strong in the work.
    pub unwanted: Vec<usize>,
    /// How alike the two patterns are, -1 to 1.
    pub likeness: f64,
}

/// Skills, as places among [`Finder::skills`]; what is used more stands first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillReason {
    /// Used more than in most careers.
    pub more: Vec<usize>,
    /// Used less than in most careers.
    pub less: Vec<usize>,
    /// How many are named.
    pub named: usize,
}

/// What the usual entry asks for, against what the person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// Less than that.
    Less,
    /// The same.
    Same,
    /// So many degrees more.
    Steps(usize),
}

impl Finder {
    /// Why the career at a place of the catalog fits, and what does not.
    #[must_use]
    pub fn reason(&self, asked: &Asked, place: usize, listing: &Listing) -> Reason {
        let scores = self.interests.get(place).copied().flatten();
        let skilled = self.skilled.get(place).and_then(Option::as_deref);
        let level = listing.choice(Facet::Education);
        Reason {
            interests: scores.and_then(|scores| interests(asked, scores)),
            skills: skilled.and_then(|skilled| skills(asked, skilled)),
            entry: asked.education.zip(level).map(|(has, asks)| entry(has, asks)),
        }
    }
}

fn interests(asked: &Asked, scores: [f64; 6]) -> Option<InterestReason> {
    let answers = pattern(asked.interests)?;
    let likeness = correlation(answers, scores)?;
    let [mean, most, least] = [
        answers.iter().sum::<f64>() / 6.0,
        answers.iter().copied().fold(f64::MIN, f64::max),
        answers.iter().copied().fold(f64::MAX, f64::min),
    ];
    let mut reason =
        InterestReason { strong: Vec::new(), little: Vec::new(), unwanted: Vec::new(), likeness };
    let mut types: Vec<(usize, f64, f64)> = answers
        .into_iter()
        .zip(scores)
        .enumerate()
        .map(|(place, (answer, score))| (place, answer, score))
        .collect();
    types.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
    for (place, answer, score) in types {
        // Some answer all high, some all low: what counts is the answer among the person's own.
        let is_liked = answer > mean && (answer >= 4.0 || answer >= most);
        let is_disliked = answer < mean && (answer <= 2.0 || answer <= least);
        match (is_liked, is_disliked) {
            (true, _) if score >= STRONG => reason.strong.push(place),
            (true, _) if score < LITTLE => reason.little.push(place),
            (_, true) if score >= STRONG => reason.unwanted.push(place),
            _ => {}
        }
    }
    Some(reason)
}

fn skills(asked: &Asked, skilled: &[u8]) -> Option<SkillReason> {
    let mut named: Vec<(usize, u8)> =
        asked.skills.iter().filter_map(|place| Some((*place, *skilled.get(*place)?))).collect();
    named.sort_by_key(|(_, percentile)| std::cmp::Reverse(*percentile));
    let those =
        |of: fn(u8) -> bool| named.iter().filter(|(_, each)| of(*each)).map(|(place, _)| *place).collect();
    (!named.is_empty()).then(|| SkillReason {
        more: those(|percentile| percentile >= MORE),
        less: those(|percentile| percentile <= LESS),
        named: named.len(),
    })
}

fn entry(has: usize, asks: usize) -> Entry {
    let degrees = std::iter::successors(Some(has), |level| Some(next_degree(*level)));
    match asks.cmp(&has) {
        std::cmp::Ordering::Less => Entry::Less,
        std::cmp::Ordering::Equal => Entry::Same,
        std::cmp::Ordering::Greater => Entry::Steps(degrees.take_while(|level| *level < asks).count()),
    }
}
