//! Who works in an occupation by the person records of the American Community Survey.

use crate::domain::{Basis, Cell};

/// Half the width of an interval that holds 90 of 100 repetitions, in standard errors.
const Z_90_PERCENT: f64 = 1.645;

/// A number with its 90 percent margin, in the number's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The number, or the reason for having none.
    pub value: Cell,
    /// Its margin, or the same reason.
    pub margin: Cell,
}

impl Estimate {
    /// One standard error.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        self.margin.number().map(|margin| margin / Z_90_PERCENT)
    }
}

/// What people in an occupation answered; shares are in percent.
#[derive(Debug, Clone, PartialEq)]
pub struct Community {
    /// Whose answers; none where the records have no code for the occupation.
    pub basis: Option<Basis>,
    /// Person records that the figures are made from.
    pub records: Cell,
    /// Women.
    pub women: Estimate,
    /// Groups that exclude one another: Hispanic of any race, then the others: White, Black, Asian, American Indian or
    /// Alaska Native, another race or several.
    pub races: [Estimate; 6],
    /// Ages that one tenth, a quarter, three quarters and nine tenths have not reached.
    pub age_percentiles: [Cell; 4],
    /// Median age.
    pub age_median: Estimate,
    /// Mean of usual hours a week.
    pub hours_mean: Estimate,
    /// Share that usually works less than 35 hours.
    pub hours_under_35: Estimate,
    /// Share that usually works 50 hours or more.
    pub hours_50_and_over: Estimate,
    /// Share of those at work last week who worked from home.
    pub home: Estimate,
    /// Records of those at work last week.
    pub at_work_records: Cell,
    /// Share with a bachelor's degree or more.
    pub degree: Estimate,
    /// Records of those.
    pub degree_records: Cell,
    /// The first fields of their bachelor's degrees, most common first.
    pub majors: Vec<Major>,
}

/// A field of degree.
#[derive(Debug, Clone, PartialEq)]
pub struct Major {
    /// "Nursing"
    pub field: String,
    /// Among those with a bachelor's degree or more.
    pub share: Estimate,
}

impl Community {
    /// Whether the most common field is more common than the second beyond the margin of error.
    #[must_use]
    pub fn has_clear_first_major(&self) -> bool {
        let [first, second, ..] = self.majors.as_slice() else {
            return !self.majors.is_empty();
        };
        let (Some(one), Some(other)) = (first.share.value.number(), second.share.value.number()) else {
            return false;
        };
        let (Some(error), one, other) = (first.share.standard_error(), one / 100.0, other / 100.0) else {
            return false;
        };
        // Shares of one sample: where one is larger by chance, the other is smaller.
        let per_record = one + other - (one - other).powi(2);
        let error_of_difference = error / 100.0 * (per_record / (one * (1.0 - one))).sqrt();
        one - other > Z_90_PERCENT * error_of_difference
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    fn major(share: f64, margin: f64) -> Major {
        let share = Estimate { value: Cell::Number(share), margin: Cell::Number(margin) };
        Major { field: String::new(), share }
    }

    fn with(majors: Vec<Major>) -> Community {
        let none = Cell::Missing(Reason::Absent);
        let estimate = Estimate { value: none, margin: none };
        Community {
            basis: None,
            records: none,
            women: estimate,
            races: [estimate; 6],
            age_percentiles: [none; 4],
            age_median: estimate,
            hours_mean: estimate,
            hours_under_35: estimate,
            hours_50_and_over: estimate,
            home: estimate,
            at_work_records: none,
            degree: estimate,
            degree_records: none,
            majors,
        }
    }

    #[test]
    fn the_first_major_is_clear_beyond_the_margin() {
        // 100 effective records: margins of 7.5 and 6.6 points; of the difference 10.9.
        assert!(!with(vec![major(30.0, 7.54), major(20.0, 6.58)]).has_clear_first_major());
        assert!(with(vec![major(34.0, 7.79), major(20.0, 6.58)]).has_clear_first_major());
        // A hundred times as many.
        assert!(with(vec![major(30.0, 0.754), major(20.0, 0.658)]).has_clear_first_major());
        assert!(with(vec![major(30.0, 7.54)]).has_clear_first_major());
        assert!(!with(Vec::new()).has_clear_first_major());
    }
}
