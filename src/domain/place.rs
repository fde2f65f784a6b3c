//! Places that a visitor can look at: states, territories, metropolitan and nonmetropolitan areas.

use crate::domain::{AreaType, Cell, Slug};

/// A place with what is known of living there.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The survey's code: `53`, `14460`, `0100001`.
    pub area_code: String,
    /// Last part of its address: `wa`, `boston-cambridge-newton-ma-nh`, `northwest-alabama`.
    pub slug: String,
    /// "Washington", "Boston-Cambridge-Newton, MA-NH", "Northwest Alabama".
    pub name: String,
    /// What kind of area it is.
    pub area_type: AreaType,
    /// Postal abbreviations of the states it lies in; that of its first city first.
    pub states: Vec<String>,
    /// Prices there, the nation's being 100.
    pub price_parity: Cell,
    /// The state whose parity that is, where the place has none of its own.
    pub parity_of: Option<String>,
    /// Minimum wage of its (first) state, in dollars an hour.
    pub minimum_wage_hourly_usd: Cell,
}

impl Place {
    /// Whether the wage survey's own releases at hand have its distribution of pay; of metropolitan areas they have
    /// the mean alone.
    #[must_use]
    pub fn has_distributions(&self) -> bool {
        self.area_type != AreaType::Metropolitan
    }

    /// "in Washington", "in the Boston-Cambridge-Newton, MA-NH area"
    #[must_use]
    pub fn phrase(&self) -> String {
        match self.area_type {
            AreaType::Metropolitan => format!("in the {} area", self.name),
            AreaType::Nonmetropolitan if self.name.ends_with("area") => format!("in the {}", self.name),
            _ => format!("in {}", self.name),
        }
    }
}

/// An occupation's pay and jobs in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaPay {
    /// Wage and salary jobs.
    pub employment: Cell,
    /// Jobs of the occupation in a thousand jobs of the place.
    pub jobs_per_1000: Cell,
    /// The share of the place's jobs against the nation's: 1 is as common as in the nation.
    pub location_quotient: Cell,
    /// Dollars a year.
    pub wage_annual_mean_usd: Cell,
    /// Dollars an hour; of hours alone for a few performers.
    pub wage_hourly_mean_usd: Cell,
    /// Dollars an hour.
    pub wage_hourly_median_usd: Cell,
    /// The five percentiles of a year's pay in dollars: 10, 25, 50, 75, 90.
    pub wage_annual_percentiles_usd: [Cell; 5],
}

impl AreaPay {
    /// The annual median in dollars.
    #[must_use]
    pub fn wage_annual_median_usd(&self) -> Cell {
        let [_, _, median, _, _] = self.wage_annual_percentiles_usd;
        median
    }
}

/// Every place, found by its address or by what a person calls it.
#[derive(Debug, Default)]
pub struct Places(Vec<Place>);

impl Places {
    /// Takes all places, by name.
    #[must_use]
    pub fn new(places: Vec<Place>) -> Self {
        Self(places)
    }

    /// All of them, by name.
    #[must_use]
    pub fn all(&self) -> &[Place] {
        &self.0
    }

    /// The place at an address.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<&Place> {
        self.0.iter().find(|place| place.slug == slug)
    }

    /// The place with one of the survey's codes.
    #[must_use]
    pub fn by_code(&self, area_code: &str) -> Option<&Place> {
        self.0.iter().find(|place| place.area_code == area_code)
    }

    /// The place that a person means: by its address, its postal abbreviation, its name, or the first city of its
    /// name ("boston"), where only one place is meant.
    #[must_use]
    pub fn meant(&self, text: &str) -> Option<&Place> {
        let wanted = Slug::from_name(text).ok()?;
        let named = |place: &&Place| {
            place.slug == wanted.as_str() || Slug::from_name(&place.name).is_ok_and(|name| name == wanted)
        };
        self.0.iter().find(named).or_else(|| match self.near(text, 2).as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }

    /// Places whose name has words that begin as those of the text do, up to `limit`: states first, then by name.
    #[must_use]
    pub fn near(&self, text: &str, limit: usize) -> Vec<&Place> {
        let Ok(wanted) = Slug::from_name(text) else { return Vec::new() };
        let begins = |place: &&Place| {
            let name = Slug::from_name(&place.name);
            let name = name.as_ref().map_or("", Slug::as_str);
            wanted.as_str().split('-').all(|word| name.split('-').any(|other| other.starts_with(word)))
        };
        let mut found: Vec<&Place> = self.0.iter().filter(begins).collect();
        found.sort_by_key(|place| !matches!(place.area_type, AreaType::State | AreaType::Territory));
        found.truncate(limit);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    fn place(slug: &str, name: &str, area_type: AreaType) -> Place {
        let none = Cell::Missing(Reason::Absent);
        Place {
            area_code: slug.to_owned(),
            slug: slug.to_owned(),
            name: name.to_owned(),
            area_type,
            states: vec!["WA".to_owned()],
            price_parity: none,
            parity_of: None,
            minimum_wage_hourly_usd: none,
        }
    }

    #[test]
    fn a_place_is_found_by_what_a_person_calls_it() {
        let places = Places::new(vec![
            place("eastern-washington", "Eastern Washington", AreaType::Nonmetropolitan),
            place("seattle-tacoma-bellevue-wa", "Seattle-Tacoma-Bellevue, WA", AreaType::Metropolitan),
            place("wa", "Washington", AreaType::State),
        ]);
        let meant = |text| places.meant(text).map(|place| place.slug.as_str());
        assert_eq!(meant("WA"), Some("wa"));
        assert_eq!(meant("washington"), Some("wa"));
        assert_eq!(meant("Seattle"), Some("seattle-tacoma-bellevue-wa"));
        assert_eq!(meant("seattle-tacoma-bellevue-wa"), Some("seattle-tacoma-bellevue-wa"));
        assert_eq!(meant("wash"), None, "two places begin so");
        assert_eq!(places.near("wash", 5).first().map(|place| place.slug.as_str()), Some("wa"));
        assert_eq!(meant("'; DROP TABLE places"), None);
        assert_eq!(meant(""), None);
    }
}
