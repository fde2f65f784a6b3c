//! Current Population Survey: tables 11 (sex, race, Hispanic origin), 11b (age) and 39 (weekly earnings), joined by
//! the titles of the Census codes.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Cell, Reason};
use crate::releases::catalog::Release;
use crate::releases::census::CensusCodes;
use crate::releases::error::Error;
use crate::releases::row::{Marker, Row, letters};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::text::{Layout, has_ending, read_text};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const CPS: Spec = Spec {
    name: "cps",
    key: &["census_code"],
    columns: &[
        "census_code",
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
};

/// The key of the row of everybody employed.
const TOTAL: &str = "total";

/// An en dash in the workbooks, a hyphen in the text layout.
const MARKERS: &[Marker] =
    &[("–", Cell::Missing(Reason::TooFewAnswers)), ("-", Cell::Missing(Reason::TooFewAnswers))];

/// Rows of groups: they match no Census code, and a career never gets their figures.
const GROUPS: [&str; 29] = [
    "Management, professional, and related occupations",
    "Management, business, and financial operations occupations",
    "Management occupations",
    "Business and financial operations occupations",
    "Professional and related occupations",
    "Computer and mathematical occupations",
    "Architecture and engineering occupations",
    "Life, physical, and social science occupations",
    "Community and social service occupations",
    "Legal occupations",
    "Education, training, and library occupations",
    "Arts, design, entertainment, sports, and media occupations",
    "Healthcare practitioners and technical occupations",
    "Service occupations",
    "Healthcare support occupations",
    "Protective service occupations",
    "Food preparation and serving related occupations",
    "Building and grounds cleaning and maintenance occupations",
    "Personal care and service occupations",
    "Sales and office occupations",
    "Sales and related occupations",
    "Office and administrative support occupations",
    "Natural resources, construction, and maintenance occupations",
    "Farming, fishing, and forestry occupations",
    "Construction and extraction occupations",
    "Installation, maintenance, and repair occupations",
    "Production, transportation, and material moving occupations",
    "Production occupations",
    "Transportation and material moving occupations",
];

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

/// The rows of one table: figures by Census code.
type Figures = BTreeMap<String, Vec<String>>;

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
        census: &CensusCodes,
    ) -> Result<(), Error> {
        self.read(folder, release, census, &TABLE_11)
    }

    pub(crate) fn read_11b(
        &mut self,
        folder: &Path,
        release: &Release,
        census: &CensusCodes,
    ) -> Result<(), Error> {
        self.read(folder, release, census, &TABLE_11B)
    }

    pub(crate) fn read_39(
        &mut self,
        folder: &Path,
        release: &Release,
        census: &CensusCodes,
    ) -> Result<(), Error> {
        self.read(folder, release, census, &TABLE_39)
    }

    fn read(
        &mut self,
        folder: &Path,
        release: &Release,
        census: &CensusCodes,
        form: &Form,
    ) -> Result<(), Error> {
        let mut figures = Figures::new();
        if has_ending(&release.file, "csv") {
            let title = "occupation";
            let wanted: Vec<&str> = [title].into_iter().chain(form.text.iter().copied()).collect();
            read_text(folder, &release.file, Layout::Commas, &wanted, |row| {
                take(&mut figures, row, title, form.text, census)
            })?;
        } else {
            let title = "Occupation";
            let year = release.year().unwrap_or_default();
            let columns: Vec<String> =
                form.workbook.iter().map(|column| format!("{year} / {column}")).collect();
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            let wanted: Vec<&str> = [title].into_iter().chain(columns.iter().copied()).collect();
            Workbook::open(folder, &release.file)?.read(form.sheet, form.heading, &wanted, |row| {
                take(&mut figures, row, title, &columns, census)
            })?;
        }
        let codes = census.titles().chain([(TOTAL, "everybody employed")]);
        for (code, title) in codes {
            if !figures.contains_key(code) {
                let problem = format!("there is no row for the Census code {code} ({title})");
                return Err(Error::whole(&release.file, problem));
            }
        }
        self.parts.push((figures, release.id.clone()));
        Ok(())
    }

    pub(crate) fn table(&self, census: &CensusCodes) -> Table {
        let titles = census.titles().chain([(TOTAL, "Total, 16 years and over")]);
        let rows = titles.map(|(code, title)| {
            let figures = self.parts.iter().filter_map(|(figures, _)| figures.get(code)).flatten();
            [code.to_owned(), title.to_owned()].into_iter().chain(figures.cloned()).collect()
        });
        Table { spec: &CPS, rows: rows.collect(), origin: self.origin().column("title", census.release()) }
    }

    /// The first part's release is behind the table; every column of the others is named with theirs.
    fn origin(&self) -> Origin {
        let mut ids = self.parts.iter().map(|(figures, id)| {
            let width = figures.values().next().map_or(0, Vec::len);
            std::iter::repeat_n(id, width)
        });
        let first: Vec<&String> = ids.next().into_iter().flatten().collect();
        let origin = Origin::of(first.first().map_or("", |id| id.as_str()));
        let columns = CPS.columns.iter().skip(2 + first.len());
        columns.zip(ids.flatten()).fold(origin, |origin, (column, id)| origin.column(column, id))
    }
}

fn take(
    figures: &mut Figures,
    row: &Row<'_>,
    title_column: &str,
    columns: &[&str],
    census: &CensusCodes,
) -> Result<(), Error> {
    let title = row.text(title_column)?;
    if title.starts_with("NOTE:") || GROUPS.iter().any(|group| letters(group) == letters(&title)) {
        return Ok(());
    }
    let code = match census.by_title(&title) {
        Some(code) => code,
        None if title.starts_with("Total") => TOTAL,
        None => {
            return Err(row.refuse_text(
                title_column,
                &title,
                "a title of the Census codes or a known group",
            ));
        }
    };
    let cells = columns.iter().map(|column| Ok(row.cell(column, MARKERS)?.to_string()));
    let cells = cells.collect::<Result<Vec<_>, Error>>()?;
    match figures.insert(code.to_owned(), cells) {
        Some(_) => Err(row.refuse(title_column, "a second row for this title")),
        None => Ok(()),
    }
}
