//! Person records of the small world: three nurses in each state, two developers, and people who do not count.

use std::fmt::Write as _;

use super::{GROUPS, LABELS, PUMS, World};

/// Codes of states that have records: all but Texas.
const STATES: [u16; 50] = [
    1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 44, 45, 46, 47, 49, 50, 51, 53, 54, 55, 56,
];

impl World {
    pub(super) fn add_pums(&mut self) {
        let mut records = String::from(
            "SERIALNO,SPORDER,STATE,PWGTP,AGEP,SEX,RAC1P,HISP,SCHL,FOD1P,ESR,OCCP,WKHP,JWTRNS\n",
        );
        for state in STATES {
            // Two of three are women; one of three is Hispanic, works from home half of the week's hours and has
            // weight 20; two have a degree.
            for (household, rest) in [
                ("A", "10,30,2,1,1,21,6107,1,3255,40,1"),
                ("B", "10,40,2,2,01,21,6107,2,3255,40,"),
                ("C", "20,50,1,1,2,19,,1,3255,20,11"),
            ] {
                writeln!(records, "{state:02}{household},1,{state:02},{rest}").unwrap();
            }
        }
        records.push_str(
            "99A,1,01,7,30,2,1,1,21,2102,1,1021,40,11\n\
             99A,2,01,7,31,1,1,1,21,2102,1,1021,40,11\n\
             99B,1,02,7,31,1,1,1,21,2102,4,1021,40,11\n\
             99C,1,02,7,31,1,1,1,21,2102,3,1021,40,\n\
             99D,1,02,7,8,1,1,1,03,,,,,\n\
             99E,1,04,9,60,1,6,1,16,,1,510,45,01\n",
        );
        self.texts.insert(PUMS, records);
        self.texts.insert(
            LABELS,
            "variable,value,label\n\
             ESR,1,\"Civilian employed, at work\"\n\
             ESR,2,\"Civilian employed, with a job but not at work\"\n\
             ESR,b,N/A\n\
             FOD1P,2102,Computer Science\n\
             FOD1P,6107,Nursing And More\n\
             HISP,01,Not Spanish/Hispanic/Latino\n\
             JWTRNS,11,Worked from home\n\
             OCCP,0510,BUS-Buyers\n\
             OCCP,1021,CMM-Software Developers\n\
             OCCP,3255,MED-Registered Nurses\n\
             OCCP,9800,MIL-Officers\n\
             RAC1P,1,White alone\n\
             RAC1P,2,Black or African American alone\n\
             RAC1P,3,American Indian alone\n\
             RAC1P,6,Asian alone\n\
             SEX,2,Female\n"
                .to_owned(),
        );
        self.texts.insert(
            GROUPS,
            "pums_code,pums_label,census_codes,members\n0510,BUS-Buyers,0510 0520,named\n".to_owned(),
        );
    }
}
