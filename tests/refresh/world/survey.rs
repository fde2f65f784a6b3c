//! The wage survey of the small world.

use super::{LINE_ITEMS, NATIONAL, SECTORS, STATES, Value, World, row};

impl World {
    pub(super) fn add_survey(&mut self) {
        for (file, sheet, year) in [
            (NATIONAL, "national_M2025_dl", 2025),
            ("oews/national_M2024_dl.xlsx", "national_M2024_dl", 2024),
        ] {
            let mut rows = vec![survey_heading()];
            rows.push(survey_row(
                ("99", "U.S.", "1", "US"),
                NATION,
                ("00-0000", "All Occupations", "total"),
                year,
            ));
            rows.push(survey_row(("99", "U.S.", "1", "US"), NATION, ("13-1020", "Buyers", "broad"), year));
            for (code, title, _) in LINE_ITEMS {
                rows.push(survey_row(("99", "U.S.", "1", "US"), NATION, (code, title, "detailed"), year));
            }
            let notes = vec![row!["Notes"]];
            self.books.insert(file, vec![(sheet.to_owned(), rows), ("Filler".to_owned(), notes)]);
        }
        for (file, sheet, area) in [
            (STATES, "state_M2025_dl", ("01", "Alabama", "2", "AL")),
            ("oews/BOS_M2025_dl.xlsx", "BOS_M2025_dl", ("0100001", "Northwest Alabama", "6", "AL")),
        ] {
            let mut rows = vec![survey_heading()];
            for (code, title, _) in LINE_ITEMS {
                rows.push(survey_row(area, NATION, (code, title, "detailed"), 900));
            }
            self.books.insert(file, vec![(sheet.to_owned(), rows)]);
        }
        let manufacturing = ("31", "Manufacturing", "sector");
        let rows = vec![
            survey_heading(),
            survey_row(
                ("99", "U.S.", "1", "US"),
                manufacturing,
                ("15-1252", "Software developers", "detailed"),
                50,
            ),
        ];
        self.books.insert(SECTORS, vec![("Natsector_M2025_dl".to_owned(), rows)]);
    }
}

/// NAICS, its title and `I_GROUP` of rows over all industries.
pub const NATION: (&str, &str, &str) = ("000000", "Cross-industry", "cross-industry");

pub fn survey_heading() -> Vec<Value> {
    const COLUMNS: &str = "AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE \
        OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE \
        H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY";
    COLUMNS.split_whitespace().map(Value::from).collect()
}

/// A row of the wage survey with ordinary wages.
pub fn survey_row(
    (area, area_title, area_type, state): (&str, &str, &str, &str),
    (naics, naics_title, group): (&str, &str, &str),
    (code, title, level): (&str, &str, &str),
    employment: i32,
) -> Vec<Value> {
    row![
        area,
        area_title,
        area_type,
        state,
        naics,
        naics_title,
        group,
        "1235",
        code,
        title,
        level,
        employment,
        1.5,
        "",
        "",
        "",
        "",
        40.5,
        84240,
        0.7,
        20,
        30,
        40,
        50,
        60,
        41600,
        62400,
        83200,
        104_000,
        124_800,
        "",
        ""
    ]
}
