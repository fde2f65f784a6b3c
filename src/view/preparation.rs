//! Years of experience and time to become, from O*NET's answers and the projections' categories. The rules stand on
//! `/sources`.

use crate::domain::Career;
use crate::view::words;

/// A span of years; no upper end means "or more".
#[derive(Debug, Clone, Copy, PartialEq)]
struct Years {
    from: f64,
    to: Option<f64>,
}

/// A category of related work experience, with its ends in words; an empty lower end is no experience.
struct Experience {
    years: Years,
    low: &'static str,
    high: &'static str,
}

const fn years(from: f64, to: f64) -> Years {
    Years { from, to: Some(to) }
}

const fn or_more(from: f64) -> Years {
    Years { from, to: None }
}

const fn experience_of(years: Years, low: &'static str, high: &'static str) -> Experience {
    Experience { years, low, high }
}

/// O*NET's categories of related work experience (RW), in its order.
const EXPERIENCE: [Experience; 11] = [
    experience_of(years(0.0, 0.0), "", ""),
    experience_of(years(0.0, 0.0), "", "1 month"),
    experience_of(years(0.0, 0.0), "1 month", "3 months"),
    experience_of(years(0.0, 1.0), "3 months", "6 months"),
    experience_of(years(0.0, 1.0), "6 months", "1 year"),
    experience_of(years(1.0, 2.0), "1 year", "2 years"),
    experience_of(years(2.0, 4.0), "2 years", "4 years"),
    experience_of(years(4.0, 6.0), "4 years", "6 years"),
    experience_of(years(6.0, 8.0), "6 years", "8 years"),
    experience_of(years(8.0, 10.0), "8 years", "10 years"),
    experience_of(or_more(10.0), "10 years", ""),
];

/// Usual years of school after high school for O*NET's categories of required education (RL), in its order. Our own
/// rule: O*NET counts no years. Law and medicine are told apart from other doctorates by neither source.
const SCHOOL: [Years; 12] = [
    years(0.0, 0.0),
    years(0.0, 0.0),
    years(1.0, 1.0),
    years(1.0, 1.0),
    years(2.0, 2.0),
    years(4.0, 4.0),
    years(5.0, 5.0),
    years(6.0, 6.0),
    years(7.0, 7.0),
    years(7.0, 10.0),
    years(7.0, 10.0),
    or_more(10.0),
];

fn category<T>(table: &[T], category: i64) -> Option<&T> {
    table.get(usize::try_from(category).ok()?.checked_sub(1)?)
}

/// Related work experience by the middle half of O*NET's answers, and whether it is that: where O*NET has none, it is
/// the projections' category.
#[must_use]
pub fn experience(career: &Career) -> (String, bool) {
    let ends = career
        .figures
        .preparation
        .experience_categories
        .and_then(|(low, high)| Some((category(&EXPERIENCE, low)?, category(&EXPERIENCE, high)?)));
    match ends {
        Some((low, high)) => (span(low.low, high.high), true),
        None => (words::work_experience(&career.figures.entry.work_experience).to_owned(), false),
    }
}

/// "2 to 4 years", "6 months to 2 years", "Up to 1 year", "10 years or more", "None".
fn span(low: &str, high: &str) -> String {
    match (low, high) {
        ("", "") => "None".to_owned(),
        ("", high) => format!("Up to {high}"),
        (low, "") => format!("{low} or more"),
        (low, high) => match (low.split_once(' '), high.split_once(' ')) {
            (Some((number, unit)), Some((_, other)))
                if unit.trim_end_matches('s') == other.trim_end_matches('s') =>
            {
                format!("{number} to {high}")
            }
            _ => format!("{low} to {high}"),
        },
    }
}

/// School after high school and the related experience asked for at entry, by the projections; with the training
/// that follows where it is long.
#[must_use]
pub fn time_to_become(career: &Career) -> String {
    let time = together(school_at_entry(career), experience_at_entry(career));
    match career.figures.entry.on_the_job_training.as_str() {
        "apprenticeship" if time == NO_TIME => "an apprenticeship".to_owned(),
        "apprenticeship" => format!("{time} and an apprenticeship"),
        "internship_residency" => format!("{time} and an internship or residency"),
        "long_term" if time == NO_TIME => "more than a year of training on the job".to_owned(),
        "long_term" => format!("{time} and more than a year of training on the job"),
        _ => time,
    }
}

/// The same by O*NET's answers, where it has them: they count experience that people in the career have gathered.
#[must_use]
pub fn time_by_answers(career: &Career) -> Option<String> {
    let school = category(&SCHOOL, career.figures.preparation.education_category?)?;
    let (low, high) = career.figures.preparation.experience_categories?;
    let (low, high) = (category(&EXPERIENCE, low)?, category(&EXPERIENCE, high)?);
    Some(together(*school, Years { from: low.years.from, to: high.years.to }))
}

/// What stands for no school after high school and no experience.
pub const NO_TIME: &str = "no time";

fn together(school: Years, experience: Years) -> String {
    let from = school.from + experience.from;
    match school.to.zip(experience.to).map(|(school, experience)| school + experience) {
        None => format!("{from} {} or more", if from > 1.0 { "years" } else { "year" }),
        Some(0.0) => NO_TIME.to_owned(),
        Some(1.0) if from == 0.0 => "up to 1 year".to_owned(),
        Some(1.0) => "1 year".to_owned(),
        Some(to) if from == 0.0 => format!("up to {to} years"),
        Some(to) if to <= from => format!("{to} years"),
        Some(to) => format!("{from} to {to} years"),
    }
}

fn school_at_entry(career: &Career) -> Years {
    match career.figures.entry.typical_education.as_str() {
        "some_college" | "postsecondary_award" => years(1.0, 1.0),
        "associates" => years(2.0, 2.0),
        "bachelors" => years(4.0, 4.0),
        "masters" => years(6.0, 6.0),
        "doctoral_or_professional" => years(7.0, 10.0),
        _ => years(0.0, 0.0),
    }
}

fn experience_at_entry(career: &Career) -> Years {
    match career.figures.entry.work_experience.as_str() {
        "less_than_five_years" => years(0.0, 5.0),
        "five_years_or_more" => or_more(5.0),
        _ => years(0.0, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_worded_as_people_say_them() {
        for (low, high, text) in [
            ("", "", "None"),
            ("", "2 years", "Up to 2 years"),
            ("3 months", "6 months", "3 to 6 months"),
            ("3 months", "6 years", "3 months to 6 years"),
            ("1 year", "2 years", "1 to 2 years"),
            ("10 years", "", "10 years or more"),
        ] {
            assert_eq!(span(low, high), text);
        }
    }

    #[test]
    fn years_of_school_and_experience_add_up() {
        assert_eq!(together(years(4.0, 4.0), years(0.0, 0.0)), "4 years");
        assert_eq!(together(years(4.0, 4.0), years(0.0, 5.0)), "4 to 9 years");
        assert_eq!(together(years(4.0, 4.0), or_more(5.0)), "9 years or more");
        assert_eq!(together(years(1.0, 1.0), or_more(0.0)), "1 year or more");
        assert_eq!(together(years(0.0, 0.0), years(0.0, 0.0)), "no time");
        assert_eq!(together(years(0.0, 0.0), years(0.0, 5.0)), "up to 5 years");
    }
}
