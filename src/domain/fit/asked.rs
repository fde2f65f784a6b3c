//! What an address asks of the finder, and the address of what is asked. Any address is answered.

use super::{Finder, MOST_LIKED, MOST_SKILLS};
use crate::domain::INTERESTS;
use crate::domain::address::{Address, Problem, number, shown};
use crate::domain::catalog::{Bound, Facet};

/// Values of an address that are read: every choice and every activity, and some.
const VALUES: usize = 160;

/// How much more a person would study.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Study {
    /// Not at all.
    #[default]
    None,
    /// To the next degree.
    Step,
    /// As long as it takes.
    Any,
}

impl Study {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::None, Self::Step, Self::Any];

    /// Its name in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Step => "step",
            Self::Any => "any",
        }
    }

    /// The level that a person comes to from another; both are places among the choices of [`Facet::Education`].
    #[must_use]
    pub fn reach(self, education: usize) -> usize {
        match self {
            Self::None => education,
            Self::Step => next_degree(education),
            Self::Any => HIGHEST,
        }
    }
}

/// The doctoral degree, among the choices of [`Facet::Education`].
const HIGHEST: usize = 7;

/// From nothing to a high school diploma; from that, some college or an award to an associate's degree; then degree by
/// degree.
pub(super) fn next_degree(education: usize) -> usize {
    match education {
        0 => 1,
        1..=3 => 4,
        further => (further + 1).min(HIGHEST),
    }
}

/// All that a person said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// An answer for each of Holland's types: 1 (dislike) to 5 (love).
    pub interests: [Option<u8>; 6],
    /// Places among [`Finder::skills`], ascending, each once.
    pub skills: Vec<usize>,
    /// What the person has: a place among the choices of [`Facet::Education`].
    pub education: Option<usize>,
    /// What the person would add to it.
    pub study: Study,
    /// Least dollars a year.
    pub pay: Option<f64>,
    /// A place, as typed or as its address has it.
    pub place: String,
    /// Places among [`Finder::activities`] that were ticked, each once.
    pub ticked: Vec<usize>,
    /// What cannot be read, by field.
    pub problems: Vec<Problem>,
}

impl Asked {
    /// Reads the pairs of an address. What is unknown or wrong becomes a [`Problem`], never a failure.
    #[must_use]
    pub fn parse(pairs: &[(String, String)], finder: &Finder) -> Self {
        let mut asked = Self::default();
        for (name, value) in pairs.iter().take(VALUES) {
            // A form sends its empty fields too.
            let value = shown(value);
            if !value.is_empty() {
                asked.read(name, value, finder);
            }
        }
        if asked.skills.len() > MOST_SKILLS {
            asked.skills.truncate(MOST_SKILLS);
            asked.problem("skill", format!("Only the first {MOST_SKILLS} of these count: untick some."));
        }
        asked.skills.sort_unstable();
        asked
    }

    fn read(&mut self, name: &str, value: String, finder: &Finder) {
        if let Some((field, answer)) =
            INTERESTS.into_iter().zip(&mut self.interests).find(|(field, _)| *field == name)
        {
            return match value.parse::<u8>() {
                Ok(read @ 1..=MOST_LIKED) => *answer = Some(read),
                _ => self.problem(field, format!("“{value}” is no answer here: it is 1 to {MOST_LIKED}.")),
            };
        }
        match name {
            "skill" => match finder.skills.iter().position(|skill| skill.token == value) {
                Some(place) if self.skills.contains(&place) => {}
                Some(place) => self.skills.push(place),
                None => self.problem("skill", format!("“{value}” is none of these skills.")),
            },
            "education" => match Facet::Education.tokens().iter().position(|token| *token == value) {
                Some(level) => self.education = Some(level),
                None => self.problem("education", format!("“{value}” is none of these choices.")),
            },
            "study" => match Study::ALL.into_iter().find(|study| study.token() == value) {
                Some(study) => self.study = study,
                None => self.problem("study", format!("“{value}” is none of these choices.")),
            },
            "pay" => match number(&value).filter(|number| Bound::PayMin.allowed().contains(number)) {
                // Pay of nothing is no limit.
                Some(usd) => self.pay = Some(usd).filter(|usd| *usd > 0.0),
                None => self.problem(
                    "pay",
                    format!("“{value}” cannot be read here: it has to be dollars a year such as 50000."),
                ),
            },
            "in" => self.place = value,
            "like" => match finder.activities.iter().position(|activity| activity.id == value) {
                Some(place) if self.ticked.contains(&place) => {}
                Some(place) => self.ticked.push(place),
                None => self.problem("like", format!("“{value}” is no activity of the questionnaire.")),
            },
            // Other parameters, such as those that mailings add, say nothing here.
            _ => {}
        }
    }

    /// Adds a problem of a field.
    pub fn problem(&mut self, field: &'static str, text: String) {
        self.problems.push(Problem { field, text });
    }

    /// With an answer for each interest made of the activities that were ticked, where any were: of the eight activities
    /// of an interest none is 1, one or two are 2, and so on to all or all but one, which are 5.
    #[must_use]
    pub fn with_ticks_as_answers(&self, finder: &Finder) -> Option<Self> {
        let mut ticks = [0_u8; 6];
        for activity in self.ticked.iter().filter_map(|place| finder.activities.get(*place)) {
            if let Some(ticks) = ticks.get_mut(activity.interest) {
                *ticks = ticks.saturating_add(1);
            }
        }
        let answer = |ticks: u8| Some((1 + ticks.div_ceil(2)).min(MOST_LIKED));
        (!self.ticked.is_empty()).then(|| Self {
            interests: ticks.map(answer),
            ticked: Vec::new(),
            ..self.clone()
        })
    }

    /// Whether nothing at all is asked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self { study: self.study, ..Self::default() }
    }

    /// The level that the person has or would come to.
    #[must_use]
    pub fn reach(&self) -> Option<usize> {
        self.education.map(|education| self.study.reach(education))
    }

    /// Names and values of what is said, in the order of the address. What is usual is left out.
    #[must_use]
    pub fn pairs(&self, finder: &Finder) -> Vec<(&'static str, String)> {
        let answers = INTERESTS.into_iter().zip(self.interests);
        let mut pairs: Vec<(&str, String)> =
            answers.filter_map(|(name, answer)| Some((name, answer?.to_string()))).collect();
        let skills = self.skills.iter().filter_map(|place| finder.skills.get(*place));
        pairs.extend(skills.map(|skill| ("skill", skill.token.clone())));
        if let Some(token) = self.education.and_then(|level| Facet::Education.tokens().get(level)) {
            pairs.push(("education", (*token).to_owned()));
            // More study says nothing of a person whose education is not known.
            if self.study != Study::None {
                pairs.push(("study", self.study.token().to_owned()));
            }
        }
        pairs.extend(self.pay.map(|usd| ("pay", usd.to_string())));
        if !self.place.is_empty() {
            pairs.push(("in", self.place.clone()));
        }
        pairs
    }

    /// The one address of what is asked, below a path.
    #[must_use]
    pub fn address(&self, path: &str, finder: &Finder) -> String {
        let mut address = Address::new(path);
        self.pairs(finder).iter().for_each(|(name, value)| address.add(name, value));
        address.into_text()
    }
}
