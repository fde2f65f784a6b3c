//! A career with its figures, as a page needs it. Every figure is a [`Cell`]: a number or a reason.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Cell, Community, Ratings, SkillProfile, Technology};

/// What a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A detailed occupation's own title.
    Occupation,
    /// A job title that belongs to one occupation.
    Title,
    /// A name that belongs to several occupations.
    Shared,
}

impl NameKind {
    /// Reads the word used in the database.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        match token {
            "occupation" => Some(Self::Occupation),
            "title" => Some(Self::Title),
            "shared" => Some(Self::Shared),
            _ => None,
        }
    }
}

/// A name that a visitor can look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Key in the database.
    pub id: i64,
    /// Last part of its address.
    pub slug: String,
    /// As it is shown.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// In no release: this project files it under its occupation.
    pub added: bool,
    /// The occupation it belongs to; of a shared name the one with most jobs.
    pub occupation: Occupation,
}

/// One of the 832 occupations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupation {
    /// Key in the database.
    pub id: i64,
    /// `29-1141`
    pub soc_code: String,
    /// Last part of its address.
    pub slug: String,
    /// Title of the Standard Occupational Classification.
    pub title: String,
    /// Several occupations of the classification that the statistics publish as one.
    pub combined: bool,
}

/// A career and everything a page shows of it.
#[derive(Debug, Clone)]
pub struct Career {
    /// What was looked up.
    pub name: Name,
    /// For a shared name: all its occupations, most jobs first.
    pub shared_by: Vec<OccupationSummary>,
    /// Figures that a named source gives for this very title: row to value, see `data/title_figures.csv`.
    pub own: Arc<OwnFigures>,
    /// What it is like, in our words.
    pub text: Option<Arc<Text>>,
    /// The text is the occupation's, not the title's.
    pub text_inherited: bool,
    /// The official figures of its occupation.
    pub figures: Arc<Figures>,
}

/// The official figures of an occupation.
#[derive(Debug)]
pub struct Figures {
    /// Pay and jobs in the nation.
    pub pay: Pay,
    /// Highest mean among metropolitan areas of states with at least 500 jobs.
    pub best_city: Option<BestPaid>,
    /// Highest annual mean among states with at least 100 jobs.
    pub best_state: Option<BestPaid>,
    /// Highest annual mean among industry sectors with at least 100 jobs and a relative standard error under 10.
    pub best_sector: Option<BestPaid>,
    /// Highest median offer among employers that sought foreign workers, where there are several.
    pub best_employer: Option<BestEmployer>,
    /// How many college graduates in its group are very satisfied.
    pub satisfaction: Satisfaction,
    /// Who graduates most people in its fields.
    pub graduates: Graduates,
    /// Ten-year projections.
    pub outlook: Outlook,
    /// What is usually asked for.
    pub entry: Entry,
    /// Highest degree held.
    pub attainment: Attainment,
    /// Who works in it.
    pub people: People,
    /// What people in it answered in a larger survey.
    pub community: Community,
    /// Education and experience that people in it name.
    pub preparation: Preparation,
    /// O*NET's ratings of skills and knowledge; none where no occupation near it is rated.
    pub ratings: Ratings,
    /// What stands out in both; none where it has no ratings.
    pub skill_profile: Option<SkillProfile>,
    /// Technology in use, what postings ask for first.
    pub technology: Vec<Technology>,
    /// Whose the technology is.
    pub technology_basis: Option<Basis>,
    /// The projections' three top skills, for occupations without O*NET ratings.
    pub top_skill_names: Vec<String>,
    /// Exposure to language models; none where the studies do not rate it.
    pub exposure: Option<Exposure>,
}

/// An occupation in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct OccupationSummary {
    /// Last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Wage and salary jobs.
    pub employment: Cell,
    /// Annual median in dollars.
    pub wage_annual_median_usd: Cell,
    /// Hourly median in dollars.
    pub wage_hourly_median_usd: Cell,
}

/// Figures of a title itself, by the names of rows in `data/title_figures.csv`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFigures(BTreeMap<String, String>);

impl OwnFigures {
    /// Takes rows and values; an empty value says that the source has none.
    #[must_use]
    pub fn new(rows: BTreeMap<String, String>) -> Self {
        Self(rows)
    }

    /// Whether the title has figures of its own.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The source has this row, with a value or without.
    #[must_use]
    pub fn has(&self, row: &str) -> bool {
        self.0.contains_key(row)
    }

    /// The value as text.
    #[must_use]
    pub fn text(&self, row: &str) -> Option<&str> {
        self.0.get(row).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The value as a number.
    #[must_use]
    pub fn number(&self, row: &str) -> Option<f64> {
        self.text(row)?.parse().ok()
    }
}

/// What a career is like, written for this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// One sentence.
    pub summary: String,
    /// Two to four sentences.
    pub about: String,
    /// Four to seven duties.
    pub duties: Vec<String>,
    /// Kinds of work that are a regular part of it, in the words of `data/activities.csv`: "keep records".
    pub activities: Vec<String>,
}

/// A distribution of pay in dollars, for a year or an hour.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the fields are the percentiles they name")]
pub struct Distribution {
    pub mean: Cell,
    pub p10: Cell,
    pub p25: Cell,
    pub median: Cell,
    pub p75: Cell,
    pub p90: Cell,
}

/// The wage survey's row for the nation. The survey counts wage and salary jobs only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pay {
    /// Wage and salary jobs.
    pub employment: Cell,
    /// Relative standard error of the jobs, in percent.
    pub employment_rse_percent: Cell,
    /// Dollars a year.
    pub annual: Distribution,
    /// Dollars an hour.
    pub hourly: Distribution,
    /// Relative standard error of the means, in percent.
    pub mean_rse_percent: Cell,
}

/// A place or an industry with its mean pay.
#[derive(Debug, Clone, PartialEq)]
pub struct BestPaid {
    /// "California", "Information".
    pub title: String,
    /// Annual mean in dollars.
    pub wage_annual_mean_usd: Cell,
    /// Hourly mean in dollars.
    pub wage_hourly_mean_usd: Cell,
    /// The mean against the nation's of the same month.
    pub against_nation: AgainstNation,
    /// Prices there, the nation's being 100.
    pub price_parity: Cell,
}

/// How the highest mean that is published stands against the nation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgainstNation {
    /// Nothing speaks against it, or the nation's is not known.
    Above,
    /// Below the nation's: what pays more is not published.
    Below,
    /// More than twice the nation's.
    AboveTwice,
}

/// How far language models can be used in an occupation's tasks, by two studies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposure {
    /// Tasks rated by people.
    pub tasks: Score,
    /// The occupations inside it that the rating is the mean of; none for its own.
    pub parts: i64,
    /// Use of a chatbot for such work.
    pub applicability: Score,
}

/// A score from 0 to 1, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The score.
    pub value: f64,
    /// How many percent of the other rated occupations have a lower one.
    pub over_percent: i64,
}

/// The employer that offers most.
#[derive(Debug, Clone, PartialEq)]
pub struct BestEmployer {
    /// "Netflix"
    pub name: String,
    /// Last part of its page's address.
    pub slug: String,
    /// Median of its offers, in dollars a year.
    pub wage_annual_median_usd: f64,
    /// It and the others with enough applications.
    pub employers: i64,
}

/// Satisfaction of college graduates with their jobs.
#[derive(Debug, Clone, PartialEq)]
pub struct Satisfaction {
    /// The survey's group.
    pub basis: Basis,
    /// None where few people in the occupation are college graduates.
    pub very_satisfied_percent: Option<f64>,
}

/// Graduates in the fields of study that lead to an occupation, at the level usually asked for at entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Graduates {
    /// They are counted.
    Counted {
        /// The level, as a token of `data/entry_requirements.csv`.
        award: String,
        /// Fields with graduates.
        fields: f64,
        /// All graduates.
        graduates: f64,
        /// Those with most, first.
        colleges: Vec<College>,
    },
    /// The usual entry asks for no degree or certificate.
    NoAward,
    /// No field leads to it.
    NoFields,
    /// So many fields lead to it that none is its own.
    TooManyFields,
    /// Hardly anybody graduates in its fields at that level.
    Few,
}

/// A college with its graduates.
#[derive(Debug, Clone, PartialEq)]
pub struct College {
    /// Its name.
    pub name: String,
    /// Postal abbreviation.
    pub state: String,
    /// In the fields of the occupation.
    pub graduates: f64,
}

/// Employment projections.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// Everybody in the occupation, in thousands, in the base year.
    pub employment_base_thousands: Cell,
    /// The same in the target year.
    pub employment_projected_thousands: Cell,
    /// Change in percent over the ten years.
    pub employment_change_percent: Cell,
    /// Change in thousands over the ten years.
    pub employment_change_thousands: Cell,
    /// Self-employed, in percent.
    pub self_employed_percent: Cell,
    /// Openings a year, in thousands.
    pub openings_annual_thousands: Cell,
}

/// The projections' categories of what is usually asked for, as tokens of `data/entry_requirements.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the categories they name")]
pub struct Entry {
    pub typical_education: String,
    pub work_experience: String,
    pub on_the_job_training: String,
}

/// Highest degree held by workers 25 and over, in percent, from the lowest to the highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attainment {
    /// The shares of a broader group (footnote `[1]`).
    pub inherited: bool,
    /// Less than high school, high school, some college, associate's, bachelor's, master's, doctoral or professional.
    pub shares: [Cell; 7],
}

/// Whose answers the population survey's figures are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The occupation's own.
    Own,
    /// Those of a group of several occupations, with its title and number.
    Group(String, i64),
    /// Those of a code for all that have none of their own, with its title: nobody says which these are.
    CatchAll(String),
    /// Put together from the occupations inside it.
    Parts(i64),
    /// Those of the nearest occupation that has some, with its title.
    Nearest(String),
}

/// Who works in it, from the population survey.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the shares they name, in percent")]
pub struct People {
    pub basis: Basis,
    pub women_percent: Cell,
    pub white_percent: Cell,
    pub black_percent: Cell,
    pub asian_percent: Cell,
    pub hispanic_percent: Cell,
    pub median_age_years: Cell,
    pub earnings_weekly_men_median_usd: Cell,
    pub earnings_weekly_women_median_usd: Cell,
}

/// Education and experience in the middle of O*NET's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// Whose ratings the skills and the knowledge are; none where no occupation near it is rated.
    pub ratings: Option<Basis>,
    /// Whose answers the education category is made of.
    pub education: Option<Basis>,
    /// Whose answers the experience category is made of.
    pub experience: Option<Basis>,
    /// O*NET's category of required education (RL), 1 to 12, in the middle of the answers.
    pub education_category: Option<i64>,
    /// O*NET's categories of related work experience (RW), 1 to 11, at both ends of the middle half of the answers.
    pub experience_categories: Option<(i64, i64)>,
}

/// A release that stands behind figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its key in `sources.toml`.
    pub id: String,
    /// Who publishes it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// What time it is about.
    pub period: String,
    /// What its licence allows.
    pub licence: String,
}
