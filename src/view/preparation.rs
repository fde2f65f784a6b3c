//! Years of experience and time to become, from O*NET's categories. The rules stand on `/sources`.

use crate::domain::Career;
use crate::view::words;

/// A span of years; no upper end means "or more".
#[derive(Debug, Clone, Copy, PartialEq)]
struct Years {
    from: f64,
    to: Option<f64>,
}

/// O*NET's categories of related work experience (RW), in its order.
const EXPERIENCE: [(&str, Years); 11] = [
    ("None", years(0.0, 0.0)),
    ("Up to 1 month", years(0.0, 0.0)),
    ("1 to 3 months", years(0.0, 0.0)),
    ("3 to 6 months", years(0.0, 1.0)),
    ("6 months to 1 year", years(0.0, 1.0)),
    ("1 to 2 years", years(1.0, 2.0)),
    ("2 to 4 years", years(2.0, 4.0)),
    ("4 to 6 years", years(4.0, 6.0)),
    ("6 to 8 years", years(6.0, 8.0)),
    ("8 to 10 years", years(8.0, 10.0)),
    ("More than 10 years", Years { from: 10.0, to: None }),
];

/// O*NET's categories of required education (RL), in its order, with the usual years of school after high school.
/// Our own rule: O*NET counts no years.
const EDUCATION: [(&str, Years); 12] = [
    ("Less than high school", years(0.0, 0.0)),
    ("High school diploma", years(0.0, 0.0)),
    ("Certificate after high school", years(1.0, 1.0)),
    ("Some college courses", years(1.0, 1.0)),
    ("Associate's degree", years(2.0, 2.0)),
    ("Bachelor's degree", years(4.0, 4.0)),
    ("Certificate after a bachelor's degree", years(5.0, 5.0)),
    ("Master's degree", years(6.0, 6.0)),
    ("Certificate after a master's degree", years(7.0, 7.0)),
    ("First professional degree", years(7.0, 8.0)),
    ("Doctoral degree", years(8.0, 10.0)),
    ("Training after a doctorate", Years { from: 10.0, to: None }),
];

const fn years(from: f64, to: f64) -> Years {
    Years { from, to: Some(to) }
}

fn category<const N: usize>(
    table: &[(&'static str, Years); N],
    category: Option<i64>,
) -> Option<(&'static str, Years)> {
    let place = usize::try_from(category?).ok()?.checked_sub(1)?;
    table.get(place).copied()
}

/// Related work experience: O*NET's middle category, or the projections' category where O*NET has none.
#[must_use]
pub fn experience(career: &Career) -> (String, bool) {
    match category(&EXPERIENCE, career.preparation.experience_category) {
        Some((label, _)) => (label.to_owned(), true),
        None => (
            words::work_experience(&career.entry.work_experience).to_owned(),
            false,
        ),
    }
}

/// School after high school and related experience together, both at the middle of O*NET's answers; where O*NET has
/// none, by the projections' categories.
#[must_use]
pub fn time_to_become(career: &Career) -> String {
    let school = category(&EDUCATION, career.preparation.education_category)
        .map_or_else(|| school_by_projections(career), |(_, years)| years);
    let experience = category(&EXPERIENCE, career.preparation.experience_category)
        .map_or_else(|| experience_by_projections(career), |(_, years)| years);
    let from = school.from + experience.from;
    match school
        .to
        .zip(experience.to)
        .map(|(school, experience)| school + experience)
    {
        None => format!("{from} years or more"),
        Some(0.0) => "no time".to_owned(),
        Some(to) if to == from && to == 1.0 => "1 year".to_owned(),
        Some(to) if to == from => format!("{to} years"),
        Some(1.0) => "up to 1 year".to_owned(),
        Some(to) => format!("{from} to {to} years"),
    }
}

fn school_by_projections(career: &Career) -> Years {
    match career.entry.typical_education.as_str() {
        "some_college" | "postsecondary_award" => years(1.0, 1.0),
        "associates" => years(2.0, 2.0),
        "bachelors" => years(4.0, 4.0),
        "masters" => years(6.0, 6.0),
        "doctoral_or_professional" => years(7.0, 10.0),
        _ => years(0.0, 0.0),
    }
}

fn experience_by_projections(career: &Career) -> Years {
    match career.entry.work_experience.as_str() {
        "less_than_five_years" => years(1.0, 5.0),
        "five_years_or_more" => Years { from: 5.0, to: None },
        _ => years(0.0, 0.0),
    }
}
