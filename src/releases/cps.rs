//! Current Population Survey: tables 11 (sex, race, Hispanic origin), 11b (age) and 39 (weekly earnings), joined by
//! the titles of the Census codes; rows of whole groups by those of the classification's major groups.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Cell, Reason, SocLevel};
use crate::releases::catalog::Release;
use crate::releases::census::CensusCodes;
use crate::releases::error::Error;
use crate::releases::row::{Marker, Row, letters};
use crate::releases::soc::{Structure, is_military};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, has_ending, read_text};
use crate::releases::workbook::{Heading, Workbook};

/// A table of the survey: its key, and columns that both tables have.
macro_rules! spec {
    ($name:literal, $key:literal) => {
        Spec {
            name: $name,
            key: &[$key],
            columns: &[
                $key,
                "title",
                "employed_thousands",
                "women_percent",
                "white_percent",
                "black_percent",
                "asian_percent",
                "hispanic_percent",
                "age_16_to_19_thousands",
                "age_20_to_24_thousands",
                "age_25_to_34_thousands",
                "age_35_to_44_thousands",
                "age_45_to_54_thousands",
                "age_55_to_64_thousands",
                "age_65_and_over_thousands",
                "median_age_years",
                "earnings_weekly_median_usd",
                "earnings_weekly_men_median_usd",
                "earnings_weekly_women_median_usd",
            ],
        }
    };
}

pub(crate) const CPS: Spec = spec!("cps", "census_code");
/// The rows of major groups.
pub(crate) const GROUPS: Spec = spec!("cps_groups", "soc_code");

/// The key of the row of everybody employed.
const TOTAL: &str = "total";

/// An en dash in the workbooks, a hyphen in the text layout.
const MARKERS: &[Marker] =
    &[("–", Cell::Missing(Reason::TooFewAnswers)), ("-", Cell::Missing(Reason::TooFewAnswers))];

/// Rows of several major groups together, which the classification does not have: left out on purpose.
const ABOVE_MAJOR_GROUPS: [&str; 7] = [
    "Management, professional, and related occupations",
    "Management, business, and financial operations occupations",
    "Professional and related occupations",
    "Service occupations",
    "Sales and office occupations",
    "Natural resources, construction, and maintenance occupations",
    "Production, transportation, and material moving occupations",
];

/// The one major group that the survey calls otherwise than the classification does: its own title, the other's.
const RENAMED: (&str, &str) =
    ("Education, training, and library occupations", "Educational Instruction and Library Occupations");

/// The civilian major groups of the classification.
pub(crate) struct MajorGroups(Vec<(String, String)>);

impl MajorGroups {
    pub(crate) fn of(structure: &Structure) -> Self {
        let majors = structure
            .iter()
            .filter(|(code, (level, _))| *level == SocLevel::Major && !is_military(code.as_str()));
        Self(majors.map(|(code, (_, title))| (code.to_string(), title.clone())).collect())
    }

    /// The code of a group by its title in the survey; case does not count.
    fn by_title(&self, title: &str) -> Option<&str> {
        let (theirs, ours) = RENAMED;
        let wanted = if letters(title) == letters(theirs) { letters(ours) } else { letters(title) };
        self.0.iter().find(|(_, title)| letters(title) == wanted).map(|(code, _)| code.as_str())
    }
}

/// What a row of the survey may be about.
pub(crate) struct Known<'a> {
    pub(crate) census: &'a CensusCodes,
    pub(crate) groups: &'a MajorGroups,
}

impl Known<'_> {
    /// Every key that each of the tables has to have, with its title.
    fn keys(&self) -> impl Iterator<Item = (&str, String)> {
        let codes =
            self.census.titles().map(|(code, title)| (code, format!("the Census code {code} ({title})")));
        let groups = self.groups.0.iter();
        let groups = groups.map(|(code, title)| (code.as_str(), format!("the major group {code} ({title})")));
        codes.chain(groups).chain([(TOTAL, "everybody employed".to_owned())])
    }

    /// The key of a title.
    fn key(&self, title: &str) -> Option<&str> {
        let total = title.starts_with("Total").then_some(TOTAL);
        self.census.by_title(title).or_else(|| self.groups.by_title(title)).or(total)
    }
}

/// One of the three tables: where its columns are in the publisher's workbook and, for table 11, in the text layout.
struct Form {
    sheet: &'static str,
    heading: Heading,
    /// Under the year, as in `2025 / Men / Median weekly earnings`.
    workbook: &'static [&'static str],
    text: &'static [&'static str],
}

const TABLE_11: Form = Form {
    sheet: "cpsaat11",
    heading: Heading { first: 4, last: 6 },
    workbook: &[
        "Total employed",
        "Percent of total employed / Women",
        "Percent of total employed / White",
        "Percent of total employed / Black or African American",
        "Percent of total employed / Asian",
        "Percent of total employed / Hispanic or Latino",
    ],
    text: &[
        "total_employed_thousands",
        "pct_women",
        "pct_white",
        "pct_black_or_african_american",
        "pct_asian",
        "pct_hispanic_or_latino",
    ],
};

const TABLE_11B: Form = Form {
    sheet: "cpsaat11b",
    heading: Heading { first: 4, last: 5 },
    workbook: &[
        "16 to 19 years",
        "20 to 24 years",
        "25 to 34 years",
        "35 to 44 years",
        "45 to 54 years",
        "55 to 64 years",
        "65 years and over",
        "Median age",
    ],
    text: &[],
};

const TABLE_39: Form = Form {
    sheet: "cpsaat39",
    heading: Heading { first: 4, last: 6 },
    workbook: &[
        "Total / Median weekly earnings",
        "Men / Median weekly earnings",
        "Women / Median weekly earnings",
    ],
    text: &[],
};

/// The rows of one table: figures by Census code, or by the SOC code of a major group, with the title as published.
type Figures = BTreeMap<String, (String, Vec<String>)>;

/// The newest edition of each of the three tables.
pub(crate) struct Cps {
    parts: Vec<(Figures, String)>,
}

impl Cps {
    pub(crate) fn new() -> Self {
        Self { parts: Vec::new() }
    }

    pub(crate) fn read_11(
        &mut self,
        folder: &Path,
        release: &Release,
        known: &Known<'_>,
    ) -> Result<(), Error> {
        self.read(folder, release, known, &TABLE_11)
    }

    pub(crate) fn read_11b(
        &mut self,
        folder: &Path,
        release: &Release,
        known: &Known<'_>,
    ) -> Result<(), Error> {
        self.read(folder, release, known, &TABLE_11B)
    }

    pub(crate) fn read_39(
        &mut self,
        folder: &Path,
        release: &Release,
        known: &Known<'_>,
    ) -> Result<(), Error> {
        self.read(folder, release, known, &TABLE_39)
    }

    fn read(
        &mut self,
        folder: &Path,
        release: &Release,
        known: &Known<'_>,
        form: &Form,
    ) -> Result<(), Error> {
        let mut figures = Figures::new();
        if has_ending(&release.file, "csv") {
            let title = "occupation";
            let wanted: Vec<&str> = [title].into_iter().chain(form.text.iter().copied()).collect();
            read_text(folder, &release.file, Layout::Commas, &wanted, |row| {
                take(&mut figures, row, title, form.text, known)
            })?;
        } else {
            let title = "Occupation";
            let year = release.year().unwrap_or_default();
            let columns: Vec<String> =
                form.workbook.iter().map(|column| format!("{year} / {column}")).collect();
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            let wanted: Vec<&str> = [title].into_iter().chain(columns.iter().copied()).collect();
            Workbook::open(folder, &release.file)?.read(form.sheet, form.heading, &wanted, |row| {
                take(&mut figures, row, title, &columns, known)
            })?;
        }
        if let Some((_, what)) = known.keys().find(|(key, _)| !figures.contains_key(*key)) {
            return Err(Error::whole(&release.file, format!("there is no row for {what}")));
        }
        self.parts.push((figures, release.id.clone()));
        Ok(())
    }

    /// The table by Census code, and that by major group.
    pub(crate) fn tables(&self, known: &Known<'_>) -> [Table; 2] {
        let titles = known.census.titles().chain([(TOTAL, "Total, 16 years and over")]);
        let rows = titles.map(|(code, title)| self.row(code, title)).collect();
        let origin = self.origin(&CPS).column("title", known.census.release());
        let groups = known.groups.0.iter();
        let of_groups = groups.map(|(code, _)| self.row(code, self.title(code))).collect();
        [
            Table { spec: &CPS, rows, origin },
            Table { spec: &GROUPS, rows: of_groups, origin: self.origin(&GROUPS) },
        ]
    }

    fn row(&self, key: &str, title: &str) -> Vec<String> {
        let figures = self.parts.iter().filter_map(|(figures, _)| figures.get(key));
        let figures = figures.flat_map(|(_, cells)| cells);
        [key.to_owned(), title.to_owned()].into_iter().chain(figures.cloned()).collect()
    }

    /// The title of a row in the first of the tables.
    fn title(&self, key: &str) -> &str {
        let first = self.parts.first().and_then(|(figures, _)| figures.get(key));
        first.map_or("", |(title, _)| title.as_str())
    }

    /// The first part's release is behind the table; every column of the others is named with theirs.
    fn origin(&self, spec: &Spec) -> Origin {
        let mut ids = self.parts.iter().map(|(figures, id)| {
            let width = figures.values().next().map_or(0, |(_, cells)| cells.len());
            std::iter::repeat_n(id, width)
        });
        let first: Vec<&String> = ids.next().into_iter().flatten().collect();
        let origin = Origin::of(first.first().map_or("", |id| id.as_str()));
        let columns = spec.columns.iter().skip(2 + first.len());
        columns.zip(ids.flatten()).fold(origin, |origin, (column, id)| origin.column(column, id))
    }
}

fn take(
    figures: &mut Figures,
    row: &Row<'_>,
    title_column: &str,
    columns: &[&str],
    known: &Known<'_>,
) -> Result<(), Error> {
    let title = row.text(title_column)?;
    let above = ABOVE_MAJOR_GROUPS.iter().any(|group| letters(group) == letters(&title));
    if above || title.starts_with("NOTE:") {
        return Ok(());
    }
    let key = known.key(&title).ok_or_else(|| {
        row.refuse_text(
            title_column,
            &title,
            "a title of the Census codes, a major group or a known group of groups",
        )
    })?;
    let cells = columns.iter().map(|column| Ok(row.cell(column, MARKERS)?.to_string()));
    let cells = cells.collect::<Result<Vec<_>, Error>>()?;
    match figures.insert(key.to_owned(), (title.clone(), cells)) {
        Some(_) => Err(row.refuse(title_column, "a second row for this title")),
        None => Ok(()),
    }
}
