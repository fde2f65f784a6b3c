//! Employment Projections: tables 1.2 (employment, openings) and 1.10 (separations).

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::{Cell, Reason, SocCode};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::row::{Marker, Row};
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const PROJECTIONS: Spec = Spec {
    name: "projections",
    key: &["soc_code", "item"],
    columns: &[
        "soc_code",
        "item",
        "title",
        "employment_base_thousands",
        "employment_projected_thousands",
        "employment_change_thousands",
        "employment_change_percent",
        "self_employed_percent",
        "openings_annual_thousands",
        "labor_force_exit_rate_percent",
        "occupational_transfer_rate_percent",
    ],
};

/// What the projections write where they have no figure.
const MARKERS: &[Marker] = &[("—", Cell::Missing(Reason::NotAvailable))];

/// The two years of a round of projections, as its headings name them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Round {
    pub(crate) base: u16,
    projected: u16,
}

impl Round {
    fn of(release: &Release) -> Result<Self, Error> {
        let mut years = release.years();
        match (years.next(), years.next()) {
            (Some(base), Some(projected)) => Ok(Self { base, projected }),
            _ => Err(Error::whole(
                &release.file,
                "its period in releases.toml does not name two years, as in “2024 to 2034”",
            )),
        }
    }

    /// `2024–34`
    fn span(self) -> String {
        format!("{}–{:02}", self.base, self.projected % 100)
    }
}

/// The heading of the code column in every table of the projections.
pub(crate) fn code_heading(base: u16) -> String {
    format!("{base} National Employment Matrix code")
}

/// The heading of the title column in every table of the projections.
pub(crate) fn title_heading(base: u16) -> String {
    format!("{base} National Employment Matrix title")
}

/// Tells a table's rows from the notes below them, which have no code.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    begun: bool,
}

impl Notes {
    /// Whether the row is a note; a row without a code among the others is refused, and so is a row below the notes.
    pub(crate) fn hold(
        &mut self,
        row: &Row<'_>,
        title_column: &str,
        code_column: &str,
    ) -> Result<bool, Error> {
        const BEGINNINGS: [&str; 5] = ["Footnotes:", "Note:", "Source:", "Data Source:", "Table Source:"];
        if row.text_or_empty(code_column)?.is_empty() {
            let title = row.text_or_empty(title_column)?;
            if !self.begun && !BEGINNINGS.iter().any(|beginning| title.starts_with(beginning)) {
                return Err(row.refuse(code_column, "the cell is empty"));
            }
            self.begun = true;
        } else if self.begun {
            return Err(row.refuse(code_column, "a row below the notes"));
        }
        Ok(self.begun)
    }
}

/// Tables 1.2 and 1.10.
#[derive(Debug)]
pub(crate) struct Projections {
    release: String,
    rows: BTreeMap<(SocCode, &'static str), Vec<String>>,
    /// The line items with the projections' own titles.
    pub(crate) line_items: BTreeMap<SocCode, String>,
}

impl Projections {
    pub(crate) fn read(folder: &Path, release: &Release) -> Result<Self, Error> {
        let round = Round::of(release)?;
        let mut book = Workbook::open(folder, &release.file)?;
        let mut projections =
            Self { release: release.id.clone(), rows: BTreeMap::new(), line_items: BTreeMap::new() };
        projections.read_employment(&mut book, round)?;
        projections.read_separations(&mut book, round)?;
        match projections.rows.iter().find(|(_, cells)| cells.len() + 2 != PROJECTIONS.columns.len()) {
            Some(((code, _), _)) => {
                Err(Error::whole(&release.file, format!("table 1.2 has {code}, table 1.10 does not")))
            }
            None => Ok(projections),
        }
    }

    fn read_employment(&mut self, book: &mut Workbook, round: Round) -> Result<(), Error> {
        let (title, code) = (title_heading(round.base), code_heading(round.base));
        let span = round.span();
        let figures = [
            format!("Employment, {}", round.base),
            format!("Employment, {}", round.projected),
            format!("Employment change, numeric, {span}"),
            format!("Employment change, percent, {span}"),
            format!("Percent self employed, {}", round.base),
            format!("Occupational openings, {span} annual average"),
        ];
        let mut notes = Notes::default();
        book.read("Table 1.2", Heading::row(2), &wanted(&title, &code, &figures), |row| {
            if notes.hold(row, &title, &code)? {
                return Ok(());
            }
            let soc_code = row.soc_code(&code)?;
            let item = item(row)?;
            let name = row.text(&title)?;
            let mut cells = vec![name.clone()];
            for column in &figures {
                cells.push(row.cell(column, MARKERS)?.to_string());
            }
            if item == LINE_ITEM {
                self.line_items.insert(soc_code.clone(), name);
            }
            match self.rows.insert((soc_code, item), cells) {
                Some(_) => Err(row.refuse(&code, "a second row for this code")),
                None => Ok(()),
            }
        })
    }

    fn read_separations(&mut self, book: &mut Workbook, round: Round) -> Result<(), Error> {
        let (title, code) = (title_heading(round.base), code_heading(round.base));
        let figures = [
            format!("Labor force exit rate, {} annual average", round.span()),
            format!("Occupational transfer rate, {} annual average", round.span()),
        ];
        let mut notes = Notes::default();
        book.read("Table 1.10", Heading::row(2), &wanted(&title, &code, &figures), |row| {
            if notes.hold(row, &title, &code)? {
                return Ok(());
            }
            let Some(cells) = self.rows.get_mut(&(row.soc_code(&code)?, item(row)?)) else {
                return Err(row.refuse(&code, "table 1.2 does not have this row"));
            };
            for column in &figures {
                cells.push(row.cell(column, MARKERS)?.to_string());
            }
            Ok(())
        })
    }

    pub(crate) fn table(&self) -> Table {
        let rows = self
            .rows
            .iter()
            .map(|((code, item), cells)| {
                let key = [code.to_string(), (*item).to_owned()];
                key.into_iter().chain(cells.iter().cloned()).collect()
            })
            .collect();
        Table { spec: &PROJECTIONS, origin: Origin::of(&self.release), rows }
    }
}

const TYPE: &str = "Occupation type";
const LINE_ITEM: &str = "line_item";

fn wanted<'a>(title: &'a str, code: &'a str, figures: &'a [String]) -> Vec<&'a str> {
    let fixed = [title, code, TYPE];
    fixed.into_iter().chain(figures.iter().map(String::as_str)).collect()
}

fn item(row: &Row<'_>) -> Result<&'static str, Error> {
    match row.text(TYPE)?.as_str() {
        "Line item" => Ok(LINE_ITEM),
        "Summary" => Ok("summary"),
        other => Err(row.refuse_text(TYPE, other, "“Line item” or “Summary”")),
    }
}
