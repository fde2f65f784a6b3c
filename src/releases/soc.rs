//! The Standard Occupational Classification, and how codes of the classification and of O*NET come to the line
//! items of the projections.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::domain::{SocCode, SocLevel};
use crate::releases::catalog::Release;
use crate::releases::error::Error;
use crate::releases::table::{Origin, Spec, Table};
use crate::releases::workbook::{Heading, Workbook};

pub(crate) const GROUPS: Spec =
    Spec { name: "soc_groups", key: &["soc_code"], columns: &["soc_code", "level", "title"] };

pub(crate) const OCCUPATIONS: Spec =
    Spec { name: "occupations", key: &["soc_code"], columns: &["soc_code", "title", "combined"] };

pub(crate) const ONET_CROSSWALK: Spec =
    Spec { name: "onet_crosswalk", key: &["onet_code"], columns: &["onet_code", "onet_title", "soc_code"] };

/// Major group of military occupations: the projections have no line item for them.
const MILITARY: &str = "55-";

/// The classification: every code with its level and title.
pub(crate) type Structure = BTreeMap<SocCode, (SocLevel, String)>;

/// Reads the structure.
pub(crate) fn read_structure(folder: &Path, release: &Release) -> Result<Structure, Error> {
    const LEVELS: [(&str, SocLevel); 4] = [
        ("Major Group", SocLevel::Major),
        ("Minor Group", SocLevel::Minor),
        ("Broad Group", SocLevel::Broad),
        ("Detailed Occupation", SocLevel::Detailed),
    ];
    const TITLE: &str = "column E";
    let year = release.year().unwrap_or_default();
    let file = release.file_within(&format!("soc_structure_{year}.xlsx"));
    let wanted: Vec<&str> = LEVELS.iter().map(|(column, _)| *column).chain([TITLE]).collect();
    let mut structure = Structure::new();
    Workbook::open(folder, &file)?.read(&format!("{year} Structure"), Heading::row(8), &wanted, |row| {
        for (column, level) in LEVELS {
            if row.text_or_empty(column)?.is_empty() {
                continue;
            }
            let code = row.soc_code(column)?;
            if structure.insert(code, (level, row.text(TITLE)?)).is_some() {
                return Err(row.refuse(column, "a second row for this code"));
            }
            return Ok(());
        }
        Err(row.refuse_row("a row without a code"))
    })?;
    Ok(structure)
}

/// The word of a level in `data/`.
pub(crate) fn level_token(level: SocLevel) -> &'static str {
    match level {
        SocLevel::Total => "total",
        SocLevel::Major => "major",
        SocLevel::Minor => "minor",
        SocLevel::Broad => "broad",
        SocLevel::Detailed => "detailed",
    }
}

/// The codes of the projections' line items, and what leads to them.
#[derive(Debug)]
pub(crate) struct Codes {
    pub(crate) structure: Structure,
    /// Every line item with the projections' title.
    pub(crate) line_items: BTreeMap<SocCode, String>,
    /// Every O*NET code but the military ones: its title and line item.
    onet: BTreeMap<String, (String, SocCode)>,
    /// Every detailed code of the classification but the military ones.
    detailed: HashMap<SocCode, SocCode>,
}

impl Codes {
    /// Reads the crosswalk and checks that it leads from everywhere to exactly one line item.
    pub(crate) fn read(
        folder: &Path,
        release: &Release,
        structure: Structure,
        line_items: BTreeMap<SocCode, String>,
    ) -> Result<Self, Error> {
        const ONET: &str = "O*NET-SOC Code";
        const TITLE: &str = "O*NET-SOC Title";
        const LINE_ITEM: &str = "NEM Code";
        let mut onet = BTreeMap::new();
        let mut detailed: HashMap<SocCode, SocCode> = HashMap::new();
        Workbook::open(folder, &release.file)?.read(
            "ONET to SOC crosswalk",
            Heading::row(5),
            &[ONET, TITLE, LINE_ITEM],
            |row| {
                let code = row.text(ONET)?;
                let line_item = row.soc_code(LINE_ITEM)?;
                let six_digits = parse_onet_code(&code)
                    .ok_or_else(|| row.refuse_text(ONET, &code, "an O*NET code such as 29-1141.00"))?;
                if !line_items.contains_key(&line_item) {
                    return Err(row.refuse_text(
                        LINE_ITEM,
                        line_item.as_str(),
                        "a line item of the projections",
                    ));
                }
                let known = detailed.entry(six_digits).or_insert_with(|| line_item.clone());
                if *known != line_item {
                    return Err(row.refuse_text(
                        LINE_ITEM,
                        line_item.as_str(),
                        &format!("{known}, where an earlier row leads"),
                    ));
                }
                if onet.insert(code, (row.text(TITLE)?, line_item)).is_some() {
                    return Err(row.refuse(ONET, "a second row for this code"));
                }
                Ok(())
            },
        )?;
        let codes = Self { structure, line_items, onet, detailed };
        codes.check(&release.file)?;
        Ok(codes)
    }

    fn check(&self, file: &str) -> Result<(), Error> {
        let reached: std::collections::HashSet<&SocCode> = self.detailed.values().collect();
        let unreached = self.line_items.keys().find(|code| !reached.contains(code));
        let leading_nowhere = self.detailed_codes().find(|code| !self.detailed.contains_key(code));
        let unknown = self
            .detailed
            .keys()
            .find(|code| !matches!(self.structure.get(code), Some((SocLevel::Detailed, _))));
        if let Some(code) = unknown {
            return Err(Error::whole(file, format!("{code} is no detailed code of the classification")));
        }
        match (unreached, leading_nowhere) {
            (Some(code), _) => {
                Err(Error::whole(file, format!("no O*NET code leads to the line item {code}")))
            }
            (_, Some(code)) => {
                Err(Error::whole(file, format!("no row leads from the SOC code {code} to a line item")))
            }
            (None, None) => Ok(()),
        }
    }

    /// The detailed codes of the classification, without the military ones.
    pub(crate) fn detailed_codes(&self) -> impl Iterator<Item = &SocCode> {
        self.structure
            .iter()
            .filter(|(code, (level, _))| *level == SocLevel::Detailed && !is_military(code.as_str()))
            .map(|(code, _)| code)
    }

    /// The line item that a detailed code of the classification belongs to.
    pub(crate) fn line_item_of(&self, detailed: &SocCode) -> Option<&SocCode> {
        self.detailed.get(detailed)
    }

    /// The line item that an O*NET code belongs to.
    pub(crate) fn line_item_of_onet(&self, onet_code: &str) -> Option<&SocCode> {
        self.onet.get(onet_code).map(|(_, line_item)| line_item)
    }

    /// Whether a code is of O*NET, or a detailed one of the classification.
    pub(crate) fn knows(&self, code: &str) -> bool {
        let detailed = SocCode::parse(code).is_ok_and(|code| self.detailed.contains_key(&code));
        detailed || self.onet.contains_key(code)
    }

    /// Whether a line item is made of several occupations of the classification.
    pub(crate) fn is_combined(&self, line_item: &SocCode) -> bool {
        !matches!(self.structure.get(line_item), Some((SocLevel::Detailed, _)))
    }

    pub(crate) fn groups_table(&self, soc: &Release) -> Table {
        let rows = self
            .structure
            .iter()
            .map(|(code, (level, title))| {
                vec![code.to_string(), level_token(*level).to_owned(), title.clone()]
            })
            .collect();
        Table { spec: &GROUPS, origin: Origin::of(&soc.id), rows }
    }

    /// `survey_titles`: the wage survey's titles, for combined codes that the classification does not have.
    pub(crate) fn occupations_table(
        &self,
        projections: &Release,
        soc: &Release,
        survey_titles: &HashMap<String, String>,
    ) -> Table {
        let title = |code: &SocCode, own: &String| {
            let of_structure = self.structure.get(code).map(|(_, title)| title);
            of_structure.or_else(|| survey_titles.get(code.as_str())).unwrap_or(own).clone()
        };
        let rows = self
            .line_items
            .iter()
            .map(|(code, own)| vec![code.to_string(), title(code, own), self.is_combined(code).to_string()])
            .collect();
        Table { spec: &OCCUPATIONS, origin: Origin::of(&projections.id).column("title", &soc.id), rows }
    }

    pub(crate) fn onet_table(&self, crosswalk: &Release) -> Table {
        let rows = self
            .onet
            .iter()
            .map(|(code, (title, line_item))| vec![code.clone(), title.clone(), line_item.to_string()])
            .collect();
        Table { spec: &ONET_CROSSWALK, origin: Origin::of(&crosswalk.id), rows }
    }
}

/// Whether a code, of six or eight digits, is of the military occupations.
pub(crate) fn is_military(code: &str) -> bool {
    code.starts_with(MILITARY)
}

/// The SOC code inside an O*NET code: `29-1141` of `29-1141.01`.
fn parse_onet_code(code: &str) -> Option<SocCode> {
    let (six_digits, ending) = code.split_once('.')?;
    let two_digits = ending.len() == 2 && ending.bytes().all(|byte| byte.is_ascii_digit());
    SocCode::parse(six_digits).ok().filter(|_| two_digits)
}
