//! What the records of one occupation add up to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::person::Person;
use super::sample::{Estimate, Sample, number, rounded};

/// Groups that exclude one another, see [`super::person::race`].
pub(super) const RACES: usize = 6;
/// Fields of degree kept for an occupation.
const MAJORS: usize = 5;
/// A field that fewer records have is chance, and not named.
const LEAST_OF_A_FIELD: u32 = 5;
/// Ages in whole years, up to 99.
const AGES: usize = 100;
/// Below it hours are part time, by the publisher's tables.
const FULL_TIME_HOURS: u8 = 35;
const LONG_HOURS: u8 = 50;

/// Counts of one occupation. Sums are of weights, and whole: their order changes nothing.
#[derive(Debug)]
pub(super) struct Tally {
    everybody: Sample,
    women: u64,
    races: [u64; RACES],
    ages: [u64; AGES],
    with_hours: Sample,
    hours: u64,
    hours_squared: u64,
    short_hours: u64,
    long_hours: u64,
    at_work: Sample,
    at_home: u64,
    with_degree: Sample,
    fields: BTreeMap<u16, (u32, u64)>,
}

/// A field of degree with the records and people that have it.
pub(super) struct Major {
    pub(super) field: u16,
    pub(super) records: u32,
    persons: u64,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            everybody: Sample::default(),
            women: 0,
            races: [0; RACES],
            ages: [0; AGES],
            with_hours: Sample::default(),
            hours: 0,
            hours_squared: 0,
            short_hours: 0,
            long_hours: 0,
            at_work: Sample::default(),
            at_home: 0,
            with_degree: Sample::default(),
            fields: BTreeMap::new(),
        }
    }
}

impl Tally {
    pub(super) fn add(&mut self, person: &Person) {
        let (household, weight) = (person.household, u64::from(person.weight));
        let when = |holds: bool| if holds { weight } else { 0 };
        self.everybody.add(household, person.weight);
        self.women += when(person.is_woman);
        if let Some(race) = self.races.get_mut(person.race) {
            *race += weight;
        }
        if let Some(age) = self.ages.get_mut(usize::from(person.age)) {
            *age += weight;
        }
        if let Some(hours) = person.hours {
            self.with_hours.add(household, person.weight);
            self.hours += weight * u64::from(hours);
            self.hours_squared += weight * u64::from(hours).pow(2);
            self.short_hours += when(hours < FULL_TIME_HOURS);
            self.long_hours += when(hours >= LONG_HOURS);
        }
        if let Some(at_home) = person.at_home {
            self.at_work.add(household, person.weight);
            self.at_home += when(at_home);
        }
        if let Some(field) = person.field {
            self.with_degree.add(household, person.weight);
            let (records, persons) = self.fields.entry(field).or_default();
            *records += 1;
            *persons += weight;
        }
    }

    /// The cells of the table after code and title.
    pub(super) fn cells(&self) -> Vec<String> {
        let everybody = &self.everybody;
        let age = |share| Estimate::bare(everybody.has_enough().then(|| self.age_at(share))).value();
        let both = |estimate: Estimate| [estimate.value(), estimate.margin()];
        let mut cells = vec![
            everybody.records.to_string(),
            everybody.persons.to_string(),
            rounded(everybody.design_effect(), 100.0).to_string(),
        ];
        cells.extend(both(everybody.share(self.women)));
        cells.extend(self.races.iter().flat_map(|race| both(everybody.share(*race))));
        cells.extend([age(0.1), age(0.25)]);
        cells.extend(both(everybody.median(|share| self.age_at(share))));
        cells.extend([age(0.75), age(0.9)]);
        cells.extend(both(self.with_hours.mean(self.hours, self.hours_squared)));
        cells.extend(both(self.with_hours.share(self.short_hours)));
        cells.extend(both(self.with_hours.share(self.long_hours)));
        cells.extend([self.at_work.records.to_string(), self.at_work.persons.to_string()]);
        cells.extend(both(self.at_work.share(self.at_home)));
        cells.extend(both(everybody.share(self.with_degree.persons)));
        cells.push(self.with_degree.records.to_string());
        cells
    }

    /// The age that a share of the people have not reached. A whole year of age is a year long, as in the
    /// publisher's own median ages: half of those aged 42 have lived 42.5 years.
    fn age_at(&self, share: f64) -> f64 {
        let wanted = share * number(self.everybody.persons);
        let mut younger = 0.0;
        for (age, persons) in (0_u8..).zip(self.ages) {
            let persons = number(persons);
            if persons > 0.0 && younger + persons >= wanted {
                return f64::from(age) + (wanted - younger) / persons;
            }
            younger += persons;
        }
        f64::from(u8::try_from(AGES).unwrap_or(u8::MAX))
    }

    /// The fields that most people with a degree have; none where too few records have one, or where the first is
    /// chance.
    pub(super) fn majors(&self) -> Vec<Major> {
        let fields = self.fields.iter();
        let mut majors: Vec<Major> = fields
            .map(|(field, (records, persons))| Major { field: *field, records: *records, persons: *persons })
            .collect();
        majors.sort_by_key(|major| (Reverse(major.persons), major.field));
        let first_is_chance = majors.first().is_none_or(|major| major.records < LEAST_OF_A_FIELD);
        if first_is_chance || !self.with_degree.has_enough() {
            return Vec::new();
        }
        majors.retain(|major| major.records >= LEAST_OF_A_FIELD);
        majors.truncate(MAJORS);
        majors
    }

    pub(super) fn share_of_degrees(&self, major: &Major) -> Estimate {
        self.with_degree.share(major.persons)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(age: u8, weight: u32) -> Person {
        Person {
            state: 1,
            household: u32::from(age) * 1000 + weight,
            occupation: 10,
            weight,
            age,
            is_woman: age < 40,
            race: 1,
            hours: Some(40),
            at_home: None,
            field: None,
        }
    }

    #[test]
    fn ages_are_weighted_and_spread_over_their_year() {
        let mut tally = Tally::default();
        for _ in 0..100 {
            tally.add(&person(30, 3));
            tally.add(&person(50, 1));
        }
        // Two of the three quarters aged 30 are at the middle.
        assert!((tally.age_at(0.5) - 30.0 - 2.0 / 3.0).abs() < 1e-12);
        assert!((tally.age_at(0.75) - 31.0).abs() < 1e-12);
        assert!((tally.age_at(0.875) - 50.5).abs() < 1e-12);
    }

    #[test]
    fn a_row_has_a_cell_for_each_column() {
        let mut tally = Tally::default();
        assert_eq!(tally.cells().len() + 2, super::super::OCCUPATIONS.columns.len());
        (0..99).for_each(|_| tally.add(&person(30, 1)));
        assert!(tally.cells().contains(&"few_records".to_owned()));
        tally.add(&person(30, 1));
        let cells = tally.cells();
        assert_eq!(cells.first().unwrap(), "100");
        // Nobody was at work last week, and nobody has a degree: no share is made from no records.
        assert_eq!(cells.iter().filter(|cell| *cell == "few_records").count(), 2);
    }

    fn add_degrees(tally: &mut Tally, field: u16, weight: u32, records: u32) {
        for place in 0..records {
            let household = u32::from(field) * 1000 + place;
            tally.add(&Person { field: Some(field), household, ..person(30, weight) });
        }
    }

    #[test]
    fn fields_are_ranked_by_people_and_need_a_hundred_records() {
        let mut tally = Tally::default();
        add_degrees(&mut tally, 6107, 1, 60);
        add_degrees(&mut tally, 6200, 3, 39);
        assert!(tally.majors().is_empty());
        add_degrees(&mut tally, 2300, 1, 5);
        add_degrees(&mut tally, 2305, 2, 4);
        let majors = tally.majors();
        let ranked: Vec<(u16, u32)> = majors.iter().map(|major| (major.field, major.records)).collect();
        assert_eq!(ranked, [(6200, 39), (6107, 60), (2300, 5)]);
        // 117 of 190.
        assert_eq!(tally.share_of_degrees(majors.first().unwrap()).value(), "61.6");
        // Four records that stand for most people are chance.
        add_degrees(&mut tally, 5200, 90, 4);
        assert!(tally.majors().is_empty());
    }
}
