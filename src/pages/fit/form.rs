//! The questions as a form. A field with a problem keeps the rest of the form as it was sent.

use crate::domain::INTERESTS;
use crate::domain::address::Problem;
use crate::domain::catalog::Facet;
use crate::domain::fit::{Asked, Finder, MOST_SKILLS, Skill, Study};
use crate::pages::fit::{PATH, questionnaire};
use crate::pages::within::Within;
use crate::view::fit::{ANSWERS, QUESTIONS};
use crate::view::words;

/// The form.
pub struct Form {
    pub interests: Vec<Select>,
    pub skills: Vec<Group>,
    pub skills_problem: Option<String>,
    pub most_skills: usize,
    pub education: Select,
    pub study: Select,
    pub pay: Text,
    pub place: Text,
    /// Names and addresses of places that may be meant.
    pub near: Vec<(String, String)>,
    /// Problems of what has no field: a tick of the questionnaire.
    pub other_problem: Option<String>,
    /// The questionnaire, which keeps the answers.
    pub questionnaire: String,
    /// Something is answered.
    pub answered: bool,
    /// Some field has a problem.
    pub wrong: bool,
}

/// A question with one answer.
pub struct Select {
    pub name: &'static str,
    pub label: &'static str,
    /// The open choice.
    pub open: &'static str,
    pub options: Vec<Choice>,
    pub problem: Option<String>,
}

/// An answer.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub taken: bool,
}

/// Skills of one subject.
pub struct Group {
    pub legend: &'static str,
    pub choices: Vec<Choice>,
    /// How many are taken.
    pub taken: usize,
}

/// A field of text.
pub struct Text {
    pub value: String,
    pub problem: Option<String>,
}

/// Subjects of skills and knowledge, by how the ids of O*NET's elements begin.
const SUBJECTS: [(&str, &[&str]); 9] = [
    ("Reading, writing, thinking", &["2.A.", "2.B.2."]),
    ("People", &["2.B.1."]),
    ("Machines and technical things", &["2.B.3.", "2.C.3."]),
    ("Planning and leading", &["2.B.4.", "2.B.5."]),
    ("Business and office", &["2.C.1."]),
    ("Making, growing and moving goods", &["2.C.2.", "2.C.10"]),
    ("Science", &["2.C.4."]),
    ("Health, teaching, safety and law", &["2.C.5.", "2.C.6", "2.C.8."]),
    ("Language, arts and media", &["2.C.7.", "2.C.9."]),
];

impl Form {
    /// `typed` is what stands in the field of the place.
    pub fn new(asked: &Asked, within: &Within, typed: String, finder: &Finder) -> Self {
        let problem = |field: &str| Problem::of_field(&asked.problems, field);
        let near = within.near().iter().map(|near| {
            let there = Asked { place: near.slug.clone(), ..asked.clone() };
            (near.name.clone(), there.address(PATH, finder))
        });
        Self {
            interests: interests(asked),
            skills: skills(asked, finder),
            skills_problem: problem("skill"),
            most_skills: MOST_SKILLS,
            education: education(asked),
            study: study(asked),
            pay: Text {
                value: asked.pay.map(|usd| usd.to_string()).unwrap_or_default(),
                problem: problem("pay"),
            },
            place: Text {
                value: within.place().map_or(typed, |place| place.name.clone()),
                problem: within.problem().map(str::to_owned),
            },
            near: near.collect(),
            other_problem: problem("like"),
            questionnaire: asked.address(questionnaire::PATH, finder),
            answered: !asked.is_open(),
            wrong: !asked.problems.is_empty() || within.problem().is_some(),
        }
    }
}

fn interests(asked: &Asked) -> Vec<Select> {
    let questions = INTERESTS.into_iter().zip(QUESTIONS).zip(asked.interests);
    questions
        .map(|((name, label), answer)| Select {
            name,
            label,
            open: "No answer",
            options: (1_u8..)
                .zip(ANSWERS)
                .map(|(value, label)| Choice {
                    value: value.to_string(),
                    label: label.to_owned(),
                    taken: answer == Some(value),
                })
                .collect(),
            problem: Problem::of_field(&asked.problems, name),
        })
        .collect()
}

fn skills(asked: &Asked, finder: &Finder) -> Vec<Group> {
    SUBJECTS
        .into_iter()
        .map(|(legend, starts)| {
            let is_of = |skill: &Skill| starts.iter().any(|start| skill.id.starts_with(start));
            let of_subject = finder.skills().iter().enumerate().filter(|(_, skill)| is_of(skill));
            let choices: Vec<Choice> = of_subject
                .map(|(place, skill)| Choice {
                    value: skill.token.clone(),
                    label: skill.words.clone(),
                    taken: asked.skills.contains(&place),
                })
                .collect();
            Group { legend, taken: choices.iter().filter(|choice| choice.taken).count(), choices }
        })
        .collect()
}

fn education(asked: &Asked) -> Select {
    let levels = Facet::Education.tokens().iter().enumerate();
    Select {
        name: "education",
        label: "The education you have now",
        open: "No answer",
        options: levels
            .map(|(level, token)| Choice {
                value: (*token).to_owned(),
                label: words::typical_education(token).to_owned(),
                taken: asked.education == Some(level),
            })
            .collect(),
        problem: Problem::of_field(&asked.problems, "education"),
    }
}

fn study(asked: &Asked) -> Select {
    let choice = |study: Study| Choice {
        value: study.token().to_owned(),
        label: match study {
            Study::None => "No more: what I have has to do",
            Study::Step => "Up to the next degree",
            Study::Any => "As long as it takes",
        }
        .to_owned(),
        taken: asked.study == study,
    };
    Select {
        name: "study",
        label: "How much more you would study",
        open: "",
        options: Study::ALL.map(choice).into(),
        problem: Problem::of_field(&asked.problems, "study"),
    }
}
