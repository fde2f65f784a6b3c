//! What an occupation takes, by O*NET: ratings of skills, knowledge and abilities, styles, values, technology; and how
//! alike two occupations are in it.

use std::sync::Arc;

use crate::domain::{Basis, Cell};

/// O*NET's work values in its order, as the columns of `data/onet_work_values.csv`.
pub const WORK_VALUES: [&str; 6] =
    ["achievement", "working_conditions", "recognition", "relationships", "support", "independence"];

/// From here on a skill counts as needed: the middle of O*NET's scale of importance, "important".
pub const NEEDED: f64 = 3.0;

/// What an element of O*NET's content model is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// What a person can do, got by practice.
    Skill,
    /// What a person knows.
    Knowledge,
    /// What a person is able to, which practice changes little.
    Ability,
    /// How a person goes about work.
    WorkStyle,
    /// What a person seeks in work.
    WorkValue,
}

impl Subject {
    /// Reads the word used in the database.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        match token {
            "skill" => Some(Self::Skill),
            "knowledge" => Some(Self::Knowledge),
            "ability" => Some(Self::Ability),
            "work_style" => Some(Self::WorkStyle),
            "work_value" => Some(Self::WorkValue),
            _ => None,
        }
    }
}

/// An element of O*NET's content model, in its name and in ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// `2.A.1.b`
    pub id: String,
    /// What it is.
    pub subject: Subject,
    /// O*NET's name: "Active Listening".
    pub name: String,
    /// How a person would say it: "Listening closely to people".
    pub words: String,
    /// One sentence on it.
    pub says: String,
}

/// A skill, a field of knowledge or an ability, rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Rating {
    /// What is rated.
    pub element: Arc<Element>,
    /// 1 (not important) to 5 (extremely important).
    pub importance: Cell,
    /// Standard error of the importance.
    pub importance_se: Cell,
    /// 0 to 7.
    pub level: Cell,
    /// Standard error of the level.
    pub level_se: Cell,
}

impl Rating {
    /// Whether it is important at least.
    #[must_use]
    pub fn is_needed(&self) -> bool {
        self.importance.number().is_some_and(|importance| importance >= NEEDED)
    }
}

/// The ratings of skills and knowledge of an occupation. Every occupation is rated on the same elements, in the same places.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ratings {
    all: Vec<Rating>,
    /// Places of the skills, most important first.
    skills: Vec<u8>,
    /// Places of the fields of knowledge, most important first.
    knowledge: Vec<u8>,
}

impl Ratings {
    /// Takes both, each most important first.
    #[must_use]
    pub fn new(skills: Vec<Rating>, knowledge: Vec<Rating>) -> Self {
        let ids =
            |ratings: &[Rating]| ratings.iter().map(|rating| Arc::clone(&rating.element)).collect::<Vec<_>>();
        let (of_skills, of_knowledge) = (ids(&skills), ids(&knowledge));
        let mut all: Vec<Rating> = skills.into_iter().chain(knowledge).collect();
        all.sort_by(|one, other| one.element.id.cmp(&other.element.id));
        let places = |elements: Vec<Arc<Element>>| {
            let place = |element: Arc<Element>| all.iter().position(|rating| rating.element.id == element.id);
            elements.into_iter().filter_map(place).filter_map(|place| u8::try_from(place).ok()).collect()
        };
        Self { skills: places(of_skills), knowledge: places(of_knowledge), all }
    }

    /// All of them by element: the same place is the same element in every occupation that is rated.
    #[must_use]
    pub fn all(&self) -> &[Rating] {
        &self.all
    }

    /// Skills, most important first; those that are withheld last.
    pub fn skills(&self) -> impl Iterator<Item = &Rating> {
        self.skills.iter().filter_map(|place| self.all.get(usize::from(*place)))
    }

    /// Fields of knowledge in the same way.
    pub fn knowledge(&self) -> impl Iterator<Item = &Rating> {
        self.knowledge.iter().filter_map(|place| self.all.get(usize::from(*place)))
    }

    /// What stands out among them.
    #[must_use]
    pub fn profile(&self) -> Option<SkillProfile> {
        let of = |subject| {
            let ratings = self.all.iter().filter(|rating| rating.element.subject == subject);
            ratings.map(|rating| rating.importance.number()).collect::<Vec<_>>()
        };
        SkillProfile::of(&of(Subject::Skill), &of(Subject::Knowledge))
    }
}

/// A way of going about work, rated.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkStyle {
    /// What is rated.
    pub element: Arc<Element>,
    /// -3 (gets in the way) to 3 (matters most).
    pub impact: Cell,
    /// 1 to 10 where it sets the occupation apart from others; 0 where it does not.
    pub distinctiveness_rank: i64,
}

/// What people seek in work, and how far the occupation gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkValues {
    /// With the extent, 1 to 7, largest first.
    pub extents: Vec<(Arc<Element>, Cell)>,
    /// The month of the rating, the oldest of several: `2008-06`.
    pub rated: String,
}

/// A piece of technology in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Technology {
    /// Its name; all occupations that use it share one copy.
    pub example: Arc<str>,
    /// What kind of thing it is.
    pub category: Arc<str>,
    /// Postings for all kinds of work ask for it often.
    pub hot: bool,
    /// Postings for this occupation ask for it often.
    pub in_demand: bool,
}

/// What O*NET holds of an occupation beside its ratings of skills and knowledge.
#[derive(Debug, Clone, PartialEq)]
pub struct Traits {
    /// Abilities, most important first.
    pub abilities: Vec<Rating>,
    /// Styles, those that matter most first.
    pub styles: Vec<WorkStyle>,
    /// Whose the styles are.
    pub styles_basis: Option<Basis>,
    /// Values.
    pub values: Option<WorkValues>,
    /// Whose the values are.
    pub values_basis: Option<Basis>,
    /// Scores of Holland's six types in his order, 1 to 7.
    pub interests: Option<[Cell; 6]>,
    /// Whose the scores are.
    pub interests_basis: Option<Basis>,
}

/// An occupation near another in what it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbor {
    /// `29-1141`
    pub soc_code: String,
    /// By [`SkillProfile::similarity`].
    pub similarity: f64,
}

/// What an occupation takes, as a direction: which skills and fields of knowledge matter more in it than its others do.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillProfile(Vec<f64>);

impl SkillProfile {
    /// Made of the importance of each skill and of each field of knowledge, in one order for all occupations. What has
    /// no importance counts as the mean. None where nothing is rated, or everything alike.
    #[must_use]
    pub fn of(skills: &[Option<f64>], knowledge: &[Option<f64>]) -> Option<Self> {
        let mut parts: Vec<f64> = centered(skills)?.collect();
        parts.extend(centered(knowledge)?);
        let length = parts.iter().map(|part| part * part).sum::<f64>().sqrt();
        (length > 0.0).then(|| Self(parts.into_iter().map(|part| part / length).collect()))
    }

    /// From -1 to 1: the cosine of the angle between the two.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f64 {
        self.0.iter().zip(&other.0).map(|(one, other)| one * other).sum()
    }
}

/// Each against the mean of all.
#[expect(clippy::cast_precision_loss, reason = "a few dozen elements")]
fn centered(ratings: &[Option<f64>]) -> Option<impl Iterator<Item = f64>> {
    let known: Vec<f64> = ratings.iter().flatten().copied().collect();
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    (!known.is_empty()).then(|| ratings.iter().map(move |rating| rating.map_or(0.0, |rating| rating - mean)))
}

/// How much of a skill profile two occupations share, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// Less than half of all pairs do.
    Little,
    /// More than the usual pair.
    Some,
    /// Among the nearest eighth of all pairs.
    Much,
    /// Among the nearest thirtieth.
    Most,
}

impl Shared {
    /// The bounds follow from all pairs of the 763 rated occupations: see docs/decisions/0005.
    #[must_use]
    pub fn of(similarity: f64) -> Self {
        match similarity {
            near if near >= 0.85 => Self::Most,
            near if near >= 0.76 => Self::Much,
            near if near >= 0.54 => Self::Some,
            _ => Self::Little,
        }
    }

    /// "Most", before "of the skill profile is shared".
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Little => "Little",
            Self::Some => "Some",
            Self::Much => "Much",
            Self::Most => "Most",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(skills: &[f64], knowledge: &[f64]) -> SkillProfile {
        let some = |ratings: &[f64]| ratings.iter().copied().map(Some).collect::<Vec<_>>();
        SkillProfile::of(&some(skills), &some(knowledge)).unwrap()
    }

    #[test]
    fn likeness_is_of_what_stands_out_not_of_how_high_all_is() {
        let low = profile(&[1.0, 2.0, 3.0], &[1.0, 1.0, 4.0]);
        let high = profile(&[3.0, 4.0, 5.0], &[2.0, 2.0, 5.0]);
        assert!((low.similarity(&high) - 1.0).abs() < 1e-12);
        let opposite = profile(&[3.0, 2.0, 1.0], &[3.0, 3.0, 0.0]);
        assert!(low.similarity(&opposite) < -0.9);
        assert!((low.similarity(&opposite) - opposite.similarity(&low)).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_rated_says_nothing() {
        let full = profile(&[1.0, 3.0], &[2.0, 4.0]);
        let with_gap = SkillProfile::of(&[Some(1.0), Some(3.0), None], &[Some(2.0), Some(4.0)]).unwrap();
        assert!((full.similarity(&full) - 1.0).abs() < 1e-12);
        assert_eq!(with_gap.0.get(2), Some(&0.0));
        assert_eq!(SkillProfile::of(&[None], &[Some(1.0)]), None);
        assert_eq!(SkillProfile::of(&[Some(2.0)], &[Some(1.0)]), None);
    }
}
