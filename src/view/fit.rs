//! Why a career fits, in words; and the words of the questions.

use crate::domain::fit::{Entry, Finder, InterestReason, Reason, SkillReason};
use crate::view::format::list;
use crate::view::words;

/// From this likeness on the pattern of a work's interests is near a person's; below nothing it is another.
const NEAR: f64 = 0.5;

/// A reason in sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentences {
    /// What speaks for the career.
    pub fits: Vec<String>,
    /// What does not fit.
    pub lacks: Vec<String>,
}

/// What each of Holland's types is, as a question asks for it.
pub const QUESTIONS: [&str; 6] = [
    "Working with your hands: tools, machines, plants, animals",
    "Finding out how things work, and why",
    "Making things up: art, music, writing, acting",
    "Helping, teaching and caring for people",
    "Leading, selling and starting things",
    "Keeping records, numbers and plans in order",
];
/// The same in a sentence: "You like finding things out".
const LIKINGS: [&str; 6] = [
    "working with your hands",
    "finding things out",
    "making art",
    "helping people",
    "leading and selling",
    "keeping things in order",
];
/// The answers, from 1.
pub const ANSWERS: [&str; 5] = ["I dislike it", "Rather not", "In between", "I like it", "I love it"];

/// The reason in sentences. `education` and `experience` are the tokens of what the career's usual entry asks for.
#[must_use]
pub fn sentences(reason: &Reason, finder: &Finder, education: &str, experience: &str) -> Sentences {
    let mut said = Sentences::default();
    if let Some(interests) = &reason.interests {
        said.of_interests(interests);
    }
    if let Some(skills) = &reason.skills {
        said.of_skills(skills, finder);
    }
    if let Some(entry) = reason.entry {
        said.of_entry(entry, education);
        if experience != "none" {
            let years = words::work_experience(experience).to_lowercase();
            said.lacks.push(format!("It also asks for years in a related career: {years}."));
        }
    }
    said
}

impl Sentences {
    fn of_interests(&mut self, reason: &InterestReason) {
        let likings = |places: &[usize]| {
            list(
                &places
                    .iter()
                    .filter_map(|place| LIKINGS.get(*place))
                    .map(|text| (*text).to_owned())
                    .collect::<Vec<_>>(),
            )
        };
        let strong = likings(&reason.strong);
        match reason.strong.len() {
            0 if reason.likeness >= NEAR => {
                self.fits
                    .push("No interest stands out in this work, but its pattern is near yours.".to_owned());
            }
            0 if reason.likeness >= 0.0 => {
                self.lacks.push("The pattern of interests in this work is only partly yours.".to_owned());
            }
            0 => self.lacks.push("The pattern of interests in this work is not yours.".to_owned()),
            1 => self.fits.push(format!("You like {strong}; this work is strong in it.")),
            2 => self.fits.push(format!("You like {strong}; this work is strong in both.")),
            _ => self.fits.push(format!("You like {strong}; this work is strong in all of them.")),
        }
        if !reason.little.is_empty() {
            let also = if reason.strong.is_empty() { "what you like" } else { "what you like, too" };
            self.lacks.push(format!("It asks little of {also}: {}.", likings(&reason.little)));
        }
        if !reason.unwanted.is_empty() {
            self.lacks.push(format!("It asks for much that you do not like: {}.", likings(&reason.unwanted)));
        }
    }

    fn of_skills(&mut self, reason: &SkillReason, finder: &Finder) {
        let words =
            |places: &[usize]| finder.words(places).into_iter().map(uncapital).collect::<Vec<_>>().join("; ");
        let more = words(&reason.more);
        match (reason.more.len(), reason.named) {
            (0, 1) => {}
            (0, _) => self.lacks.push("It uses none of your skills more than most careers do.".to_owned()),
            (1, 1) => self.fits.push(format!("It uses your skill more than most careers do: {more}.")),
            (2, 2) => {
                self.fits.push(format!("It uses both of your skills more than most careers do: {more}."));
            }
            (count, named) if count == named => {
                self.fits
                    .push(format!("It uses all {named} of your skills more than most careers do: {more}."));
            }
            (count, named) => self
                .fits
                .push(format!("It uses {count} of your {named} skills more than most careers do: {more}.")),
        }
        if !reason.less.is_empty() {
            self.lacks.push(format!("It uses less than most careers do: {}.", words(&reason.less)));
        }
    }

    fn of_entry(&mut self, entry: Entry, education: &str) {
        let asks = format!("It usually asks for {}", entry_words(education));
        match entry {
            _ if education == "no_credential" => self.fits.push(format!("{asks}.")),
            Entry::Same => self.fits.push(format!("{asks}, which you have.")),
            Entry::Less => self.fits.push(format!("{asks}, less than you have.")),
            Entry::Steps(1) => self.lacks.push(format!("{asks}: one step from what you have.")),
            Entry::Steps(steps) => self.lacks.push(format!("{asks}: {steps} steps from what you have.")),
        }
    }
}

/// An education as a sentence asks for it: "a bachelor's degree".
#[must_use]
pub fn entry_words(token: &str) -> &'static str {
    match token {
        "high_school" => "a high school diploma",
        "some_college" => "some college without a degree",
        "postsecondary_award" => "an award after high school that is no degree",
        "associates" => "an associate's degree",
        "bachelors" => "a bachelor's degree",
        "masters" => "a master's degree",
        "doctoral_or_professional" => "a doctoral or professional degree",
        _ => "no diploma or degree",
    }
}

/// "Living things" inside a sentence.
fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fit::Element;

    fn finder() -> Finder {
        let element = |name: &str, words: &str| Element {
            id: name.to_owned(),
            name: name.to_owned(),
            words: words.to_owned(),
        };
        let elements =
            vec![element("Repairing", "Fixing things that break"), element("Biology", "Living things")];
        Finder::new(elements, Vec::new(), &[])
    }

    fn interests(strong: &[usize], little: &[usize], unwanted: &[usize], likeness: f64) -> Reason {
        let [strong, little, unwanted] = [strong, little, unwanted].map(<[usize]>::to_vec);
        Reason { interests: Some(InterestReason { strong, little, unwanted, likeness }), ..Reason::default() }
    }

    #[test]
    fn interests_are_told_with_what_does_not_fit() {
        let said = |reason| sentences(&reason, &finder(), "bachelors", "none");
        let both = said(interests(&[1, 0], &[2], &[4], 0.8));
        assert_eq!(
            both.fits,
            ["You like finding things out and working with your hands; this work is strong in both."]
        );
        assert_eq!(
            both.lacks,
            [
                "It asks little of what you like, too: making art.",
                "It asks for much that you do not like: leading and selling."
            ]
        );
        assert_eq!(
            said(interests(&[], &[], &[], -0.3)).lacks,
            ["The pattern of interests in this work is not yours."]
        );
        assert!(said(interests(&[], &[], &[], 0.7)).lacks.is_empty());
    }

    #[test]
    fn skills_are_counted_and_named() {
        let said = |more: &[usize], less: &[usize], named| {
            let skills = Some(SkillReason { more: more.to_vec(), less: less.to_vec(), named });
            sentences(&Reason { skills, ..Reason::default() }, &finder(), "bachelors", "none")
        };
        assert_eq!(
            said(&[0], &[1], 2).fits,
            ["It uses 1 of your 2 skills more than most careers do: fixing things that break."]
        );
        assert_eq!(said(&[0], &[1], 2).lacks, ["It uses less than most careers do: living things."]);
        assert_eq!(
            said(&[0], &[], 1).fits,
            ["It uses your skill more than most careers do: fixing things that break."]
        );
        assert_eq!(said(&[1, 0], &[], 2).fits.len(), 1);
        assert_eq!(said(&[], &[], 2).lacks, ["It uses none of your skills more than most careers do."]);
    }

    #[test]
    fn education_is_had_or_so_many_steps_away() {
        let said = |entry, education, experience| {
            sentences(&Reason { entry: Some(entry), ..Reason::default() }, &finder(), education, experience)
        };
        let one = said(Entry::Steps(1), "bachelors", "five_years_or_more");
        assert_eq!(
            one.lacks,
            [
                "It usually asks for a bachelor's degree: one step from what you have.",
                "It also asks for years in a related career: 5 years or more."
            ]
        );
        assert_eq!(
            said(Entry::Same, "associates", "none").fits,
            ["It usually asks for an associate's degree, which you have."]
        );
        assert_eq!(
            said(Entry::Less, "no_credential", "none").fits,
            ["It usually asks for no diploma or degree."]
        );
    }
}
