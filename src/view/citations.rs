//! The numbered sources of the site: each value names its own, the list at the end of a page says which rows each feeds.

use std::fmt;

use crate::store::Provenance;
use crate::view::row::Cells;

/// The number beside a value: a link to its source. A release has the same number on every page of the site. It is markup:
/// templates print it unescaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark(usize);

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.0;
        write!(formatter, "<a class=\"src\" href=\"#s{number}\" aria-label=\"Source {number}\">{number}</a>")
    }
}

/// A source in the page's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Its number on the site, from 1.
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
}

/// A source as a cell names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cited {
    number: usize,
    row: &'static str,
    about: (&'static str, &'static str),
}

/// Collects the sources of a page.
pub struct Citations<'p> {
    provenance: &'p Provenance,
    /// Cells that other pages have printed.
    cells: Option<&'p Cells>,
    entries: Vec<Citation>,
    /// What is named while a cell is printed.
    record: Vec<Cited>,
}

/// What the commercial site that gives the founding titles' own figures is for, and what to know of it.
const CAREER_SITE: (&str, &str) = (
    "United States",
    "Its method is not published, nor what its averages and ranges cover. No official statistics exist for these titles alone.",
);

impl<'p> Citations<'p> {
    /// Starts an empty list.
    #[must_use]
    pub fn new(provenance: &'p Provenance) -> Self {
        Self { provenance, cells: None, entries: Vec::new(), record: Vec::new() }
    }

    /// Starts an empty list for rows whose cells are kept from page to page.
    #[must_use]
    pub fn keeping(provenance: &'p Provenance, cells: &'p Cells) -> Self {
        Self { cells: Some(cells), ..Self::new(provenance) }
    }

    pub(super) fn cells(&self) -> Option<&'p Cells> {
        self.cells
    }

    /// What `make` makes, and the sources that it names.
    pub(super) fn recording<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> (T, Vec<Cited>) {
        self.record.clear();
        let result = make(self);
        (result, std::mem::take(&mut self.record))
    }

    /// Names sources again that a kept cell names.
    pub(super) fn repeat(&mut self, cited: &[Cited]) {
        for cited in cited {
            self.enter(*cited);
        }
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
        about: (&'static str, &'static str),
    ) -> Option<Mark> {
        let (place, _) = self.provenance.of(table, column)?;
        Some(self.name(Cited { number: place + 1, row, about }))
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
        let number = self.provenance.releases().len() + 1;
        self.name(Cited { number, row, about: CAREER_SITE })
    }

    fn name(&mut self, cited: Cited) -> Mark {
        if !self.record.contains(&cited) {
            self.record.push(cited);
        }
        self.enter(cited);
        Mark(cited.number)
    }

    fn enter(&mut self, Cited { number, row, about: (area, note) }: Cited) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.number == number) {
            if !entry.rows.iter().rev().any(|known| *known == row) {
                entry.rows.push(row);
            }
            return;
        }
        let release = number.checked_sub(1).and_then(|place| self.provenance.releases().get(place));
        let [publisher, title, period] = release.map_or(
            ["A commercial career site", "comparison page of the two titles", "undated"],
            |release| [release.publisher.as_str(), release.title.as_str(), release.period.as_str()],
        );
        self.entries.push(Citation {
            number,
            publisher: publisher.to_owned(),
            title: title.to_owned(),
            period: period.to_owned(),
            area,
            note,
            rows: vec![row],
        });
    }

    /// The list for the end of the page, by number.
    #[must_use]
    pub fn into_list(mut self) -> Vec<Citation> {
        self.entries.sort_by_key(|entry| entry.number);
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
        "lca_filers"
        | "lca_filer_occupations"
        | "lca_filer_states"
        | "lca_filer_names"
        | "lca_occupations"
        | "lca_outcomes" => (
            "United States",
            "Labor condition applications: positions for which an employer sought a foreign worker. Filings are counted over four years; wages are those of certified full-time applications of one, brought to a year; of a range the lower end. It says little of what others at the same employer are paid.",
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
        "companies" => (
            "companies with headquarters in the United States",
            "As company reports give them, worldwide; taken from a published list without its ranks and flags. Companies do not all count employees in the same way.",
        ),
        "company_worker_pay" => (
            "worldwide",
            "From the proxy statements of 2024: the yearly pay of the employee in the middle, in all countries, those who work part of the time or the year among them. It is not what a job in the United States pays.",
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
