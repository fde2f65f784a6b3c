//! One occupation as a list knows it.

use super::choices::{Facet, GROWTH_BANDS, LETTERS};
use crate::domain::{AreaPay, Cell, Place, Reason};

/// The number of facets.
const FACETS: usize = Facet::ALL.len();

/// Pay and jobs, of the nation or of a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LocalPay {
    /// A year's pay in dollars: the median, or in a metropolitan area the mean.
    pub annual: Cell,
    /// The same by the hour, for those that publish no year.
    pub hourly: Cell,
    /// What a tenth earn less than, in dollars a year.
    pub p10: Cell,
    /// What a tenth earn more than, in dollars a year.
    pub p90: Cell,
    /// Wage and salary jobs.
    pub jobs: Cell,
}

impl LocalPay {
    /// A place that publishes nothing of the occupation.
    pub const NONE: Self = {
        let none = Cell::Missing(Reason::Absent);
        Self { annual: none, hourly: none, p10: none, p90: none, jobs: none }
    };

    /// What a place publishes of an occupation; `nation` is its pay in the nation.
    #[must_use]
    pub fn there(pay: Option<&AreaPay>, place: &Place, nation: &Self) -> Self {
        let Some(pay) = pay else { return Self::NONE };
        if !place.has_distributions() {
            // Medians and means are never mixed in one column. The wage levels make a year of any hour; where the survey
            // publishes hours alone (performers), a full year is not usual.
            let by_hour = matches!(nation.annual, Cell::Missing(Reason::HourlyOnly));
            return Self {
                annual: if by_hour { nation.annual } else { pay.wage_annual_mean_usd },
                hourly: pay.wage_hourly_mean_usd,
                jobs: pay.employment,
                ..Self::NONE
            };
        }
        let [p10, _, annual, _, p90] = pay.wage_annual_percentiles_usd;
        Self { annual, hourly: pay.wage_hourly_median_usd, p10, p90, jobs: pay.employment }
    }

    /// Whether nothing of it is published: neither pay nor jobs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [self.annual, self.hourly, self.jobs].iter().all(|cell| matches!(cell, Cell::Missing(_)))
    }
}

/// Which survey of people a figure is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Survey {
    /// The Current Population Survey.
    Population,
    /// The larger American Community Survey.
    Community,
}

/// Whose answers a figure is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The occupation's own.
    Own,
    /// Those of so many occupations that share a code.
    Group(i64),
    /// Those of a code for all that have none of their own.
    CatchAll,
    /// Those of so many occupations inside it.
    Parts(i64),
}

/// A figure of who works in an occupation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PersonFigure {
    /// The number, or the reason for having none.
    pub value: Cell,
    /// Where it is from.
    pub survey: Survey,
    /// Whose it is.
    pub whose: Whose,
}

/// O*NET's interest types that stand out, as places in [`super::INTERESTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interests {
    /// The strongest first.
    pub high_points: [Option<usize>; 3],
    /// Whose scores they are.
    pub whose: Whose,
    /// The scores are made by machine learning.
    pub by_machine: bool,
}

/// What is read of an occupation.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Key in the database.
    pub id: i64,
    /// `29-1141`
    pub soc_code: String,
    /// Last part of its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What people in it do, in one sentence.
    pub summary: Option<String>,
    /// In the nation.
    pub pay: LocalPay,
    /// Projected change over ten years, in percent.
    pub growth_percent: Cell,
    /// The same in jobs.
    pub new_jobs: Cell,
    /// Openings a year.
    pub openings: Cell,
    /// Token of the projections' typical education.
    pub education: String,
    /// Token of work experience in a related occupation.
    pub experience: String,
    /// Token of training on the job.
    pub training: String,
    /// Share that works from home, in percent.
    pub home: PersonFigure,
    /// Share of women, in percent.
    pub women: PersonFigure,
    /// Median age in years.
    pub age: PersonFigure,
    /// None where O*NET scores neither it nor a part of it.
    pub interests: Option<Interests>,
}

/// An occupation of the catalog, with its place in each facet.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    draft: Draft,
    choices: [Option<usize>; FACETS],
}

impl std::ops::Deref for Listing {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

impl Listing {
    pub(super) fn new(draft: Draft, group: Option<usize>) -> Self {
        let choices = Facet::ALL.map(|facet| {
            let among = |token: &str| facet.tokens().iter().position(|known| *known == token);
            match facet {
                Facet::Group => group,
                Facet::Education => among(&draft.education),
                Facet::Experience => among(&draft.experience),
                Facet::Training => among(&draft.training),
                Facet::Growth => draft.growth_percent.number().and_then(growth_band),
                Facet::Interest => draft.interests.and_then(|interests| first(interests.high_points)),
                Facet::Letter => first_letter(&draft.title),
            }
        });
        Self { draft, choices }
    }

    /// Its place among the choices of a facet.
    #[must_use]
    pub fn choice(&self, facet: Facet) -> Option<usize> {
        self.choices.get(facet.place()).copied().flatten()
    }
}

fn first([first, ..]: [Option<usize>; 3]) -> Option<usize> {
    first
}

fn growth_band(percent: f64) -> Option<usize> {
    GROWTH_BANDS.iter().rposition(|(_, from)| percent >= *from)
}

fn first_letter(title: &str) -> Option<usize> {
    let letter = title.chars().next()?.to_ascii_lowercase().to_string();
    LETTERS.iter().position(|known| *known == letter)
}
