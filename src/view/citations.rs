//! The numbered sources of a page: each value names its own, the list at the end says which rows each feeds.

use std::fmt;
use std::rc::Rc;

use crate::store::Provenance;

/// The number beside a value: a link to its source. A page prints a hundred of them, of a dozen sources, so that the
/// text is made once a source. It is markup: templates print it unescaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark(Rc<str>);

impl Mark {
    fn new(number: usize) -> Self {
        Self(
            format!("<a class=\"src\" href=\"#s{number}\" aria-label=\"Source {number}\">{number}</a>")
                .into(),
        )
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A source in the page's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Its place, from 1.
    pub number: usize,
    /// Who publishes it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// What time it is about.
    pub period: String,
    /// For which area.
    pub area: &'static str,
    /// What a reader should know of it.
    pub note: &'static str,
    /// The rows of the page that it feeds, in their order.
    pub rows: Vec<&'static str>,
    mark: Mark,
    key: Key,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Release(usize),
    /// The commercial site that gives the founding titles' own figures.
    CareerSite,
}

/// Collects the sources of a page in the order in which its values name them.
pub struct Citations<'p> {
    provenance: &'p Provenance,
    entries: Vec<Citation>,
    /// What was asked last: a row names its source once for each career.
    last: Option<((&'static str, &'static str, &'static str), Mark)>,
}

impl<'p> Citations<'p> {
    /// Starts an empty list.
    #[must_use]
    pub fn new(provenance: &'p Provenance) -> Self {
        Self { provenance, entries: Vec::new(), last: None }
    }

    /// Names the release behind a column of the dataset as the source of a row.
    pub fn cite(&mut self, table: &'static str, column: &'static str, row: &'static str) -> Option<Mark> {
        self.cite_about(table, column, row, about_column(table, column))
    }

    /// The same on a page that says its own of a table: for which area its figures are, and what to know of them.
    pub fn cite_about(
        &mut self,
        table: &'static str,
        column: &'static str,
        row: &'static str,
        (area, note): (&'static str, &'static str),
    ) -> Option<Mark> {
        if let Some((asked, mark)) = &self.last
            && *asked == (table, column, row)
        {
            return Some(mark.clone());
        }
        let (place, release) = self.provenance.of(table, column)?;
        let new = |number| Citation {
            number,
            publisher: release.publisher.clone(),
            title: release.title.clone(),
            period: release.period.clone(),
            area,
            note,
            rows: Vec::new(),
            mark: Mark::new(number),
            key: Key::Release(place),
        };
        let mark = self.enter(Key::Release(place), new, row);
        self.last = Some(((table, column, row), mark.clone()));
        Some(mark)
    }

    /// What the figures of a table lack, as its release's period says: "without California and Texas".
    #[must_use]
    pub fn coverage(&self, table: &str) -> Option<&'p str> {
        let (_, release) = self.provenance.of(table, "")?;
        let period = release.period.as_str();
        let (_, lacking) = period.split_once(", ").filter(|(_, lacking)| lacking.starts_with("without "))?;
        Some(lacking)
    }

    /// A label with what the figures of a table lack.
    #[must_use]
    pub fn lacking(&self, table: &str, label: String) -> String {
        match self.coverage(table) {
            Some(lacking) => format!("{label}, {lacking}"),
            None => label,
        }
    }

    /// What time a column of the dataset is about.
    #[must_use]
    pub fn period(&self, table: &str, column: &str) -> &'p str {
        self.provenance.of(table, column).map_or("", |(_, release)| release.period.as_str())
    }

    /// Names the commercial career site that the project was founded on as the source of a row.
    pub fn cite_career_site(&mut self, row: &'static str) -> Mark {
        let new = |number| Citation {
            number,
            publisher: "A commercial career site".to_owned(),
            title: "comparison page of the two titles".to_owned(),
            period: "undated".to_owned(),
            area: "United States",
            note: "Its method is not published, nor what its averages and ranges cover. No official statistics exist for these titles alone.",
            rows: Vec::new(),
            mark: Mark::new(number),
            key: Key::CareerSite,
        };
        self.enter(Key::CareerSite, new, row)
    }

    fn enter(&mut self, key: Key, new: impl FnOnce(usize) -> Citation, row: &'static str) -> Mark {
        let place = self.entries.iter().position(|entry| entry.key == key).unwrap_or_else(|| {
            self.entries.push(new(self.entries.len() + 1));
            self.entries.len() - 1
        });
        let Some(entry) = self.entries.get_mut(place) else { return Mark::new(place + 1) };
        if !entry.rows.iter().rev().any(|known| *known == row) {
            entry.rows.push(row);
        }
        entry.mark.clone()
    }

    /// The list for the end of the page.
    #[must_use]
    pub fn into_list(self) -> Vec<Citation> {
        self.entries
    }
}

/// What [`about`] says, or of a column from a study of its own what that is.
#[must_use]
pub fn about_column(table: &str, column: &str) -> (&'static str, &'static str) {
    match (table, column) {
        ("ai_exposure", "ai_applicability") => (
            "United States",
            "From conversations with a chatbot, January to September 2024: how much of an occupation's work people used it for, how well that went, and how much of the work it covers. Not a forecast of jobs.",
        ),
        ("ai_exposure", _) => (
            "United States",
            "People rated each task: one that a language model would halve the time of counts in full, one where that takes further software counts half. Exposure of tasks, not a forecast of jobs.",
        ),
        // The whole table in a place, where no highest mean is sought.
        ("oflc_metropolitan", "") => (
            "metropolitan areas",
            "Wage level 3, which equals the wage survey's mean of the area, of May 2024; the area may be pooled with its neighbours. No median and no job count is published for every area.",
        ),
        ("oews_states", "wage_annual_median_usd" | "employment") => (
            "states and territories",
            "Wage and salary jobs; the self-employed are not counted. No margin is published for medians.",
        ),
        _ => about(table),
    }
}

/// The area that a table is for, and what a reader should know of it.
#[must_use]
pub fn about(table: &str) -> (&'static str, &'static str) {
    match table {
        "oews_national" => (
            "United States",
            "Wage and salary jobs; the self-employed are not counted. No margin is published for medians.",
        ),
        "oews_nonmetropolitan" => (
            "nonmetropolitan areas",
            "Wage and salary jobs; the self-employed are not counted. No margin is published for medians.",
        ),
        "onet_interests" => (
            "United States",
            "How far the work is of each of six types. The scores are made by machine learning, as the release says, not by asking people; licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
        ),
        "oews_states" => ("states", "The highest annual mean among states with at least 100 of these jobs."),
        "oews_sectors" => (
            "United States",
            "A year older than the national pay. The highest annual mean among sectors with at least 100 of these jobs and a relative standard error under 10 percent.",
        ),
        "oflc_metropolitan" => (
            "metropolitan areas",
            "Wage level 3, which equals the wage survey's mean of the area, of May 2024; the area may be pooled with its neighbours. The highest among areas of states with at least 500 of these jobs; none is named above twice the national mean.",
        ),
        "price_parities" => (
            "states and metropolitan areas",
            "What goods, housing and services cost together, the national average being 100.",
        ),
        "minimum_wages" => (
            "states",
            "Compiled from three public tables that agree for 48 of 51; cities and regions may ask for more.",
        ),
        "projections" => (
            "United States",
            "Everybody who works in it, the self-employed too. A projection, not a promise.",
        ),
        "entry_requirements" => {
            ("United States", "What is usually asked for, as the projections' authors assign it.")
        }
        "attainment" => {
            ("United States", "Workers aged 25 and over, from the American Community Survey 2022 and 2023.")
        }
        "colleges" | "graduates" => (
            "United States",
            "First majors of everybody who graduated. Where graduates work afterwards nobody publishes.",
        ),
        "study_fields" => (
            "United States",
            "Which fields of study are related to which occupations, as the statistical offices judge it.",
        ),
        "lca_employers" | "lca_occupations" | "lca_outcomes" => (
            "United States",
            "Certified full-time positions for which an employer sought a foreign worker, brought to a year; of a range the lower end. It says little of what others at the same employer are paid.",
        ),
        "nscg_satisfaction" => (
            "United States",
            "A survey of college graduates, by broad groups of occupations. Counts are rounded to thousands.",
        ),
        "projections_skills" => {
            ("United States", "The projections' own skill categories, made from O*NET ratings.")
        }
        "cps" | "cps_groups" => (
            "United States",
            "A survey of households. Asked of each person: sex (two answers), race, and in a separate question Hispanic origin. The 2025 average has 11 months: October was not collected.",
        ),
        "acs_occupations" | "acs_majors" => (
            "United States, less the states that its period names",
            "Civilians in a sample of households and group quarters, counted for this site with the sample's weights. The Bureau does not publish these figures by occupation. A margin of 90 percent follows from the number of records and how unequal their weights are.",
        ),
        "acs_codes" => ("United States", "Which codes of the records hold several occupations."),
        "onet_work_styles" => (
            "United States",
            "Rated by a language model and experts together, as the release says; licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
        ),
        "onet_work_values" => (
            "United States",
            "Judged by analysts, for most occupations in 2008 and not since; licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
        ),
        "onet_technology" => (
            "United States",
            "Software found in use or in postings; how often it is used nobody publishes. Licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
        ),
        "onet_skills" | "onet_knowledge" | "onet_abilities" | "onet_requirements" => (
            "United States",
            "Ratings by workers and trained analysts; licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
        ),
        _ => ("United States", ""),
    }
}
