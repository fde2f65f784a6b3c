//! A small world of releases: three occupations (one of them combined) in the publishers' layouts, for tests that
//! change one thing and look at what `refresh` says.

mod codes;
mod colleges;
mod companies;
mod offers;
mod people;
mod places;
mod projections;
mod pums;
mod survey;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use rust_xlsxwriter::{Workbook, Worksheet};
use tempfile::TempDir;

pub use colleges::{COMPLETIONS, FIELDS, INSTITUTIONS, SATISFACTION};
pub use companies::{COMPANIES, WORKER_PAY};
pub use offers::{APPLICATIONS, APPLICATIONS_SHEET, FILINGS, NARROW, application, narrow};
pub use survey::{NATION, survey_heading, survey_row};

/// A cell of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

/// A row of a sheet; an empty text is an empty cell.
macro_rules! row {
    ($($cell:expr),* $(,)?) => { vec![$(Value::from($cell)),*] };
}
pub(crate) use row;

pub type Sheet = Vec<Vec<Value>>;

/// The releases, a workbook or a text each.
pub struct World {
    pub books: BTreeMap<&'static str, Vec<(String, Sheet)>>,
    pub texts: BTreeMap<&'static str, String>,
    /// Id, file and period, in the order of the list.
    pub releases: Vec<(&'static str, &'static str, &'static str)>,
    folder: TempDir,
}

pub const NATIONAL: &str = "oews/national_M2025_dl.xlsx";
pub const STATES: &str = "oews/state_M2025_dl.xlsx";
pub const SECTORS: &str = "oews/natsector_M2025_dl.xlsx";
pub const OCCUPATIONS: &str = "projections/occupation.xlsx";
pub const EDUCATION: &str = "projections/education.xlsx";
pub const CPS_11: &str = "cps/cpsaat11_2025.csv";
pub const CPS_11_BOOK: &str = "cps/cpsaat11_2023.xlsx";
pub const PUMS: &str = "pums/persons.csv";
pub const LABELS: &str = "pums/labels.csv";
pub const GROUPS: &str = "pums/occp_groups.csv";
pub const SKILLS: &str = "onet/Skills.txt";
pub const INTERESTS: &str = "onet/Interests.txt";
pub const WORK_STYLES: &str = "onet/Work Styles.txt";
pub const WORK_VALUES: &str = "onet/Work Values.txt";
pub const TECHNOLOGY: &str = "onet/Technology Skills.txt";
pub const AREAS: &str = "oflc/Geography.csv";
pub const WAGE_LEVELS: &str = "oflc/wage_levels.csv";
pub const PARITIES: &str = "rpp/metropolitan.csv";
pub const EXPOSURE: &str = "ai/ratings.csv";

/// The three line items: code, title, and codes of the classification inside.
const LINE_ITEMS: [(&str, &str, &[&str]); 3] = [
    ("13-1020", "Buyers and purchasing agents", &["13-1021", "13-1022"]),
    ("15-1252", "Software developers", &["15-1252"]),
    ("29-1141", "Registered nurses", &["29-1141"]),
];

impl World {
    pub fn new() -> Self {
        let mut world = Self {
            books: BTreeMap::new(),
            texts: BTreeMap::new(),
            releases: vec![
                ("oews-2025-national", NATIONAL, "May 2025"),
                ("oews-2024-national", "oews/national_M2024_dl.xlsx", "May 2024"),
                ("oews-2025-states", STATES, "May 2025"),
                ("oews-2025-nonmetropolitan", "oews/BOS_M2025_dl.xlsx", "May 2025"),
                ("oews-2025-sectors", SECTORS, "May 2025"),
                ("oflc-2025-26-metropolitan", WAGE_LEVELS, "July 2025 to June 2026"),
                ("oflc-areas-2025-26", AREAS, "July 2025 to June 2026"),
                ("bea-rpp-states-2023", "rpp/states.csv", "2023"),
                ("bea-rpp-metropolitan-2023", PARITIES, "2023"),
                ("minimum-wage-2026", "rpp/minimum.csv", "July 2026"),
                ("ai-gpts-2023", EXPOSURE, "2023"),
                ("ai-microsoft-2025", "ai/applicability.csv", "2025"),
                ("companies-2023", COMPANIES, "fiscal 2023"),
                ("sec-companies", "companies/", "2026"),
                ("sec-filings", "filings/", "2026"),
                ("ep-2024-34-occupations", OCCUPATIONS, "2024 to 2034"),
                ("ep-2024-34-education", EDUCATION, "2024; attainment 2022-23"),
                ("ep-2024-34-skills", "projections/skills.xlsx", "2024"),
                ("ep-2024-onet-crosswalk", "projections/crosswalk.xlsx", "undated"),
                ("cps-2023-11", CPS_11_BOOK, "2023"),
                ("cps-2025-11", CPS_11, "2025 (11 months)"),
                ("cps-2025-11b", "cps/cpsaat11b.xlsx", "2025"),
                ("cps-2025-39", "cps/cpsaat39.xlsx", "2025"),
                ("acs-pums-2024", PUMS, "2024, without Texas"),
                ("onet-30.1", "onet/", "30.1"),
                ("soc-2018", "soc", "2018"),
                ("census-occupations-2018", "census.xlsx", "2018"),
                ("cip-soc-2020", "cip/", "2020"),
                ("ipeds-2024", COMPLETIONS, "July 2023 to June 2024"),
                ("ipeds-institutions-2024", INSTITUTIONS, "2024"),
                ("nscg-2021", "nscg/", "2021"),
                ("lca-fy2024", APPLICATIONS, "fiscal 2024"),
                ("lca-filings-2022-25", FILINGS, "fiscal 2022 to 2025"),
            ],
            folder: tempfile::tempdir().unwrap(),
        };
        world.add_survey();
        world.add_codes();
        world.add_projections();
        world.add_education();
        world.add_cps();
        world.add_onet();
        world.add_places();
        world.add_pums();
        world.add_colleges();
        world.add_offers();
        world.add_companies();
        world
    }

    /// One sheet of a workbook.
    pub fn sheet(&mut self, file: &str, sheet: &str) -> &mut Sheet {
        let book = self.books.get_mut(file).unwrap();
        &mut book.iter_mut().find(|(name, _)| name == sheet).unwrap().1
    }

    /// Puts a value into a cell; row and column counted from 1, as a spreadsheet does.
    pub fn set(&mut self, file: &str, sheet: &str, (row, column): (usize, usize), value: impl Into<Value>) {
        self.sheet(file, sheet)[row - 1][column - 1] = value.into();
    }

    /// Puts a value into a cell below a heading of the first row.
    pub fn set_by_heading(
        &mut self,
        file: &str,
        sheet: &str,
        row: usize,
        heading: &str,
        value: impl Into<Value>,
    ) {
        let headings = &self.sheet(file, sheet)[0];
        let column = headings.iter().position(|cell| *cell == Value::from(heading)).unwrap();
        self.set(file, sheet, (row, column + 1), value);
    }

    pub fn replace_text(&mut self, file: &str, old: &str, new: &str) {
        let text = self.texts.get_mut(file).unwrap();
        assert!(text.contains(old), "{file} has no {old}");
        *text = text.replacen(old, new, 1);
    }

    /// Writes every file; the folder is there as long as the world is.
    pub fn write(&self) -> PathBuf {
        let folder = self.folder.path().join("releases");
        for (file, sheets) in &self.books {
            let mut book = Workbook::new();
            for (name, rows) in sheets {
                write_sheet(book.add_worksheet().set_name(name).unwrap(), rows);
            }
            book.save(with_folders(&folder.join(file))).unwrap();
        }
        for (file, text) in &self.texts {
            let path = folder.join(file);
            if *file == NARROW {
                let packed = File::create(with_folders(&path)).unwrap();
                let mut packed = GzEncoder::new(packed, Compression::fast());
                packed.write_all(text.as_bytes()).unwrap();
                packed.finish().unwrap();
            } else {
                fs::write(with_folders(&path), text).unwrap();
            }
        }
        let mut list = String::new();
        for (id, file, period) in &self.releases {
            // The only packed release is a converted copy.
            let layout = if *file == NARROW { "converted" } else { "publisher" };
            list.write_fmt(format_args!(
                "[[release]]\nid = \"{id}\"\nfile = \"{file}\"\npublisher = \"P\"\ntitle = \"T\"\n\
                 period = \"{period}\"\nlicence = \"public domain\"\nlayout = \"{layout}\"\n"
            ))
            .unwrap();
        }
        fs::write(folder.join("releases.toml"), list).unwrap();
        folder
    }

    /// Where the tables go; the folder around it is the test's own.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("home/data")
    }
}

fn note_rows(count: usize) -> Sheet {
    vec![row!["A note"]; count]
}

fn write_sheet(sheet: &mut Worksheet, rows: &Sheet) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Value::Text(text) if text.is_empty() => continue,
                Value::Text(text) => sheet.write(row, column, text.as_str()).unwrap(),
                Value::Number(number) => sheet.write(row, column, *number).unwrap(),
            };
        }
    }
}

fn with_folders(path: &Path) -> &Path {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    path
}
