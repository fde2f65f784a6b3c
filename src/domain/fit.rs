//! Which careers fit a person: what an address asks, the order of the careers, and the reason for each. Pure: it takes
//! the catalog and O*NET's ratings, and knows neither the database nor pages. docs/decisions/0006 says why it is so.

mod asked;
mod measure;
mod ranking;
mod reason;

pub use asked::{Asked, Study};
pub use ranking::{By, Limit, Ranking, Taken};
pub use reason::{Entry, InterestReason, Reason, SkillReason};

use measure::percentiles;

/// Skills that a person can name: more say less of each.
pub const MOST_SKILLS: usize = 10;
/// What stands for "love" among the answers; 1 stands for "dislike".
pub const MOST_LIKED: u8 = 5;

/// Something to do, by which a person finds an interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// `r1`
    pub id: String,
    /// Place in [`crate::domain::INTERESTS`].
    pub interest: usize,
    /// "Get a broken bicycle rolling again"
    pub text: String,
}

/// An element of O*NET's skills or knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// `2.A.1.b`
    pub id: String,
    /// O*NET's name: "Active Listening".
    pub name: String,
    /// Ours: "Listening closely to people".
    pub words: String,
}

/// A choice among the skills. A skill and a field of knowledge with one name are one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// `active-listening`
    pub token: String,
    /// Id of its (first) element: it says which skills belong together.
    pub id: String,
    /// "Listening closely to people"
    pub words: String,
}

/// What is read of an occupation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rated {
    /// Scores of Holland's six types, 1 to 7; none where O*NET scores neither it nor a part of it.
    pub interests: Option<[f64; 6]>,
    /// Importance of each element, in their order; empty where O*NET rates neither it nor a part of it.
    pub importance: Vec<Option<f64>>,
}

/// What finding careers needs of all occupations, in the order of the catalog. It never changes, so it is made once.
#[derive(Debug, Default)]
pub struct Finder {
    skills: Vec<Skill>,
    activities: Vec<Activity>,
    interests: Vec<Option<[f64; 6]>>,
    /// Of each rated occupation the percentile of each skill's importance, among all that are rated.
    skilled: Vec<Option<Box<[u8]>>>,
}

impl Finder {
    /// Takes the elements, the activities of the questionnaire, and the ratings of every occupation of the catalog.
    #[must_use]
    pub fn new(elements: Vec<Element>, activities: Vec<Activity>, occupations: &[Rated]) -> Self {
        let mut skills: Vec<Skill> = Vec::new();
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for (place, element) in elements.into_iter().enumerate() {
            let token = token(&element.name);
            let known = skills.iter().position(|skill| skill.token == token);
            if let Some(parts) = known.and_then(|known| parts.get_mut(known)) {
                parts.push(place);
            } else {
                skills.push(Skill { token, id: element.id, words: element.words });
                parts.push(vec![place]);
            }
        }
        Self {
            skills,
            activities,
            interests: occupations.iter().map(|rated| rated.interests).collect(),
            skilled: percentiles(occupations, &parts),
        }
    }

    /// What a person can choose among, by id.
    #[must_use]
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// The questionnaire, in its order.
    #[must_use]
    pub fn activities(&self) -> &[Activity] {
        &self.activities
    }

    /// The skills at these places, in our words.
    #[must_use]
    pub fn words(&self, places: &[usize]) -> Vec<&str> {
        places.iter().filter_map(|place| self.skills.get(*place)).map(|skill| skill.words.as_str()).collect()
    }
}

/// A name as an address has it: `medicine-and-dentistry`.
fn token(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests;
