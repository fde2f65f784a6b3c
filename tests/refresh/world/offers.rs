//! Labor condition applications in the small world, in the publisher's quarterly workbook.

use super::{Sheet, Value, World};

pub const APPLICATIONS: &str = "lca/LCA_Disclosure_Data_FY2024_Q1.xlsx";
pub const APPLICATIONS_SHEET: &str = "LCA_Disclosure_Data_FY2024_Q1";

/// The publisher's columns, in its order.
const COLUMNS: [&str; 96] = [
    "CASE_NUMBER",
    "CASE_STATUS",
    "RECEIVED_DATE",
    "DECISION_DATE",
    "ORIGINAL_CERT_DATE",
    "VISA_CLASS",
    "JOB_TITLE",
    "SOC_CODE",
    "SOC_TITLE",
    "FULL_TIME_POSITION",
    "BEGIN_DATE",
    "END_DATE",
    "TOTAL_WORKER_POSITIONS",
    "NEW_EMPLOYMENT",
    "CONTINUED_EMPLOYMENT",
    "CHANGE_PREVIOUS_EMPLOYMENT",
    "NEW_CONCURRENT_EMPLOYMENT",
    "CHANGE_EMPLOYER",
    "AMENDED_PETITION",
    "EMPLOYER_NAME",
    "TRADE_NAME_DBA",
    "EMPLOYER_ADDRESS1",
    "EMPLOYER_ADDRESS2",
    "EMPLOYER_CITY",
    "EMPLOYER_STATE",
    "EMPLOYER_POSTAL_CODE",
    "EMPLOYER_COUNTRY",
    "EMPLOYER_PROVINCE",
    "EMPLOYER_PHONE",
    "EMPLOYER_PHONE_EXT",
    "EMPLOYER_FEIN",
    "NAICS_CODE",
    "EMPLOYER_POC_LAST_NAME",
    "EMPLOYER_POC_FIRST_NAME",
    "EMPLOYER_POC_MIDDLE_NAME",
    "EMPLOYER_POC_JOB_TITLE",
    "EMPLOYER_POC_ADDRESS1",
    "EMPLOYER_POC_ADDRESS2",
    "EMPLOYER_POC_CITY",
    "EMPLOYER_POC_STATE",
    "EMPLOYER_POC_POSTAL_CODE",
    "EMPLOYER_POC_COUNTRY",
    "EMPLOYER_POC_PROVINCE",
    "EMPLOYER_POC_PHONE",
    "EMPLOYER_POC_PHONE_EXT",
    "EMPLOYER_POC_EMAIL",
    "AGENT_REPRESENTING_EMPLOYER",
    "AGENT_ATTORNEY_LAST_NAME",
    "AGENT_ATTORNEY_FIRST_NAME",
    "AGENT_ATTORNEY_MIDDLE_NAME",
    "AGENT_ATTORNEY_ADDRESS1",
    "AGENT_ATTORNEY_ADDRESS2",
    "AGENT_ATTORNEY_CITY",
    "AGENT_ATTORNEY_STATE",
    "AGENT_ATTORNEY_POSTAL_CODE",
    "AGENT_ATTORNEY_COUNTRY",
    "AGENT_ATTORNEY_PROVINCE",
    "AGENT_ATTORNEY_PHONE",
    "AGENT_ATTORNEY_PHONE_EXT",
    "AGENT_ATTORNEY_EMAIL_ADDRESS",
    "LAWFIRM_NAME_BUSINESS_NAME",
    "LAWFIRM_BUSINESS_FEIN",
    "STATE_OF_HIGHEST_COURT",
    "NAME_OF_HIGHEST_STATE_COURT",
    "WORKSITE_WORKERS",
    "SECONDARY_ENTITY",
    "SECONDARY_ENTITY_BUSINESS_NAME",
    "WORKSITE_ADDRESS1",
    "WORKSITE_ADDRESS2",
    "WORKSITE_CITY",
    "WORKSITE_COUNTY",
    "WORKSITE_STATE",
    "WORKSITE_POSTAL_CODE",
    "WAGE_RATE_OF_PAY_FROM",
    "WAGE_RATE_OF_PAY_TO",
    "WAGE_UNIT_OF_PAY",
    "PREVAILING_WAGE",
    "PW_UNIT_OF_PAY",
    "PW_TRACKING_NUMBER",
    "PW_WAGE_LEVEL",
    "PW_OES_YEAR",
    "PW_OTHER_SOURCE",
    "PW_OTHER_YEAR",
    "PW_SURVEY_PUBLISHER",
    "PW_SURVEY_NAME",
    "TOTAL_WORKSITE_LOCATIONS",
    "AGREE_TO_LC_STATEMENT",
    "H_1B_DEPENDENT",
    "WILLFUL_VIOLATOR",
    "SUPPORT_H1B",
    "STATUTORY_BASIS",
    "APPENDIX_A_ATTACHED",
    "PUBLIC_DISCLOSURE",
    "PREPARER_LAST_NAME",
    "PREPARER_FIRST_NAME",
    "PREPARER_EMAIL",
];

/// An application for a registered nurse at $40 an hour, with these cells instead.
pub fn application(instead: &[(&str, Value)]) -> Vec<Value> {
    let usual = [
        ("CASE_STATUS", "Certified".into()),
        ("VISA_CLASS", "H-1B".into()),
        ("SOC_CODE", "29-1141.00".into()),
        ("FULL_TIME_POSITION", "Y".into()),
        ("EMPLOYER_NAME", "ALPHA CLINIC, INC.".into()),
        ("WAGE_RATE_OF_PAY_FROM", 40.into()),
        ("WAGE_RATE_OF_PAY_TO", 60.into()),
        ("WAGE_UNIT_OF_PAY", "Hour".into()),
        ("WORKSITE_STATE", "AL".into()),
        ("PREVAILING_WAGE", 38.5.into()),
        ("PW_UNIT_OF_PAY", "Hour".into()),
    ];
    let cell = |column: &str| {
        let all = usual.iter().chain(instead).rev();
        all.clone().find(|(name, _)| *name == column).map_or("".into(), |(_, value)| value.clone())
    };
    COLUMNS.iter().map(|column| cell(column)).collect()
}

/// Filings of four years: spellings of one employer, another legal form, a listed company, a code of 2010, one that a
/// spreadsheet took for a date, and two names that people decided are one company.
pub const FILINGS: &str = "lca/filings.csv";
const FILED: &str = "employer,job_title,soc,soc_title,n_filings,years
,NURSE,29-1141,Registered Nurses,1,2022
ALPHA CLINIC,STAFF NURSE,29-1141.00,Registered Nurses,4,2024
ALPHA CLINIC INC,DEVELOPER,15-1132,\"Software Developers, Applications\",2,2022
ALPHA CLINIC INC,NURSE,29-1141,Registered Nurses,20,2022|2023
ALPHA CLINIC LLC,NURSE,29-1141,Registered Nurses,3,2025
ALPHABET INC,DEVELOPER,15-1252,Software Developers,2,2024
GOOGLE LLC,DEVELOPER,15-1252,Software Developers,30,2024
GOOGLE LLC,MARKETING MANAGER,2021-11-01 00:00:00,Marketing Managers,5,2024
SMALL SHOP INC,DEVELOPER,15-1252,Software Developers,24,2024
ZETA AIR INC,DEVELOPER,15-1252,Software Developers,3,2023
";

impl World {
    pub(super) fn add_offers(&mut self) {
        let mut sheet: Sheet = vec![COLUMNS.iter().map(|column| Value::from(*column)).collect()];
        sheet.extend(vec![application(&[]); 9]);
        sheet.push(application(&[
            ("EMPLOYER_NAME", "Alpha Clinic Inc".into()),
            ("WAGE_RATE_OF_PAY_FROM", 104_000.into()),
            ("WAGE_UNIT_OF_PAY", "Year".into()),
        ]));
        for instead in [
            [("CASE_STATUS", "Certified - Withdrawn".into()), ("SOC_CODE", "29-1141".into())],
            [("CASE_STATUS", "Denied".into()), ("SOC_CODE", "".into())],
            [("FULL_TIME_POSITION", "N".into()), ("SOC_CODE", "29-1141".into())],
            [("EMPLOYER_NAME", "Beta".into()), ("SOC_CODE", "15-1132.00".into())],
            [("EMPLOYER_NAME", "Beta".into()), ("SOC_CODE", "15-1199.00".into())],
            [("EMPLOYER_NAME", "Beta".into()), ("SOC_CODE", "15-12".into())],
            [("WAGE_RATE_OF_PAY_FROM", "".into()), ("WAGE_UNIT_OF_PAY", "".into())],
            [("WAGE_RATE_OF_PAY_FROM", 40.into()), ("WAGE_UNIT_OF_PAY", "Year".into())],
        ] {
            sheet.push(application(&instead));
        }
        self.texts.insert(FILINGS, FILED.to_owned());
        self.books.insert(APPLICATIONS, vec![(APPLICATIONS_SHEET.to_owned(), sheet)]);
    }
}

/// The converted copy's columns and a row.
pub const NARROW: &str = "lca/narrow.csv.gz";

pub fn narrow(code: &str, wage: &str, unit: &str) -> String {
    format!(
        "EMPLOYER_NAME,JOB_TITLE,SOC_CODE,SOC_TITLE,WAGE_RATE_OF_PAY_FROM,WAGE_UNIT_OF_PAY,PREVAILING_WAGE,\
         PW_UNIT_OF_PAY,WORKSITE_STATE\n\"Gamma, LLC\",Nurse,{code},Nurses,{wage},{unit},38.5,Hour,AL\n"
    )
}
