//! Reasons and categories in plain words.

use crate::domain::Reason;

/// Why there is no number. `absent` is what an empty cell of the table at hand means.
#[must_use]
pub fn reason(reason: Reason, absent: &'static str) -> &'static str {
    match reason {
        Reason::WageNotReleased => "Not released: the wage estimate did not meet the survey's standards",
        Reason::EmploymentNotReleased => "Not released: the job count did not meet the survey's standards",
        Reason::AnnualOnly => "Published by the year only",
        Reason::HourlyOnly => "Published by the hour only",
        Reason::UnderHalfPercent => "Under 0.5 percent",
        Reason::NotAvailable => "Not available from the projections",
        Reason::TooFewAnswers => "Too few answers: under 50,000 people",
        Reason::LowPrecision => "Too few answers, or too far apart, to be precise",
        Reason::NotRelevant => "Not relevant to this work",
        Reason::FewRecords => "Fewer than 100 records in the sample",
        Reason::NoCode => "The public records have no code for it: its people are counted under another one",
        Reason::PartsOnly => "Published only for the occupations inside this group",
        Reason::Absent => absent,
    }
}

/// The same for a cell of a long table, whose note explains it.
#[must_use]
pub fn short_reason(reason: Reason) -> &'static str {
    match reason {
        Reason::WageNotReleased | Reason::EmploymentNotReleased => "not released",
        Reason::AnnualOnly => "by the year only",
        Reason::HourlyOnly => "by the hour only",
        _ => "not published",
    }
}

/// Degrees in the order of [`crate::domain::Attainment::shares`].
pub const DEGREES: [&str; 7] = [
    "Less than high school",
    "High school diploma",
    "Some college, no degree",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
];

/// The projections' typical education, from its token.
#[must_use]
pub fn typical_education(token: &str) -> &str {
    match token {
        "no_credential" => "No formal credential",
        "high_school" => "High school diploma",
        "some_college" => "Some college, no degree",
        "postsecondary_award" => "Postsecondary award, no degree",
        "associates" => "Associate's degree",
        "bachelors" => "Bachelor's degree",
        "masters" => "Master's degree",
        "doctoral_or_professional" => "Doctoral or professional degree",
        other => other,
    }
}

/// What graduates of a level hold, from the token of the projections' typical education.
#[must_use]
pub fn awards(token: &str) -> &str {
    match token {
        "postsecondary_award" => "certificates",
        "associates" => "associate's degrees",
        "bachelors" => "bachelor's degrees",
        "masters" => "master's degrees",
        "doctoral_or_professional" => "doctoral or professional degrees",
        other => other,
    }
}

/// The projections' work experience in a related occupation, from its token.
#[must_use]
pub fn work_experience(token: &str) -> &str {
    match token {
        "none" => "None",
        "less_than_five_years" => "Less than 5 years",
        "five_years_or_more" => "5 years or more",
        other => other,
    }
}

/// The projections' training on the job, from its token.
#[must_use]
pub fn training(token: &str) -> &str {
    match token {
        "none" => "None",
        "short_term" => "Up to a month",
        "moderate_term" => "1 to 12 months",
        "long_term" => "More than 12 months",
        "apprenticeship" => "Apprenticeship",
        "internship_residency" => "Internship or residency",
        other => other,
    }
}

/// A state's name as it is; a sector's name without what only a statistician needs.
#[must_use]
pub fn place_or_sector(title: &str) -> &str {
    // The survey's sector 99 leaves out schools, hospitals and the Postal Service, which are in their own sectors.
    if title.starts_with("Federal, State, and Local Government") { "Government" } else { title }
}
