//! Fields of study, colleges and their graduates, and the satisfaction of graduates in the small world.

use super::World;

pub const FIELDS: &str = "cip/CIP2020_SOC2018_Crosswalk.csv";
pub const COMPLETIONS: &str = "ipeds/c2024_a.csv";
pub const INSTITUTIONS: &str = "ipeds/hd2024.csv";
pub const SATISFACTION: &str = "nscg/7773.csv";

impl World {
    pub(super) fn add_colleges(&mut self) {
        // The publisher's list ends without the end of a line.
        let fields = "\u{feff}CIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n\
            11.0701,Computer Science.,15-1252,Software Developers\n\
            11.0701,Computer Science.,55-1011,Air Officers\n\
            24.0101,Liberal Arts.,99-9999,NO MATCH\n\
            51.3801,\"Registered Nursing, General.\",29-1141,Registered Nurses\n\
            51.3808,Nursing Science.,29-1141,Registered Nurses\n\
            52.0202,Purchasing.,13-1021,Farm Buyers\n\
            99.9999,NO MATCH,13-1022,Retail Buyers";
        self.texts.insert(FIELDS, fields.to_owned());
        let institutions = "UNITID,INSTNM,CITY,STABBR\n\
            101,A College,Mobile,AL\n\
            102,\"B College, Main Campus\",Seattle,WA\n";
        self.texts.insert(INSTITUTIONS, institutions.to_owned());
        let completions = "UNITID,CIPCODE,MAJORNUM,AWLEVEL,XCTOTALT,CTOTALT\n\
            101,11.0701,1,5,R,10\n\
            101,51.3801,1,5,R,30\n\
            101,51.3801,2,5,R,9\n\
            101,51.3808,1,5,R,5\n\
            101,99,1,5,R,45\n\
            102,51.3801,1,3,R,7\n\
            102,99,1,3,R,7\n\
            102,51.3801,1,5,R,40\n\
            102,99,1,5,R,40\n";
        self.texts.insert(COMPLETIONS, completions.to_owned());
        let satisfaction = "row_id,sector_and_occupation_full_path,field_total,\
            field_job_satisfaction_very_satisfied,field_job_satisfaction_somewhat_satisfied,\
            field_job_satisfaction_somewhat_dissatisfied,field_job_satisfaction_very_dissatisfied\n\
            r1,All sectors,900000,400000,400000,60000,40000\n\
            r2,All sectors -> S&E occupations,700000,300000,300000,60000,40000\n\
            r3,\"All sectors -> S&E occupations -> Engineers, all\",60000,30000,S,0.05,\n\
            r4,All sectors -> S&E-related occupations,100000,50000,50000,S,\n\
            r5,All sectors -> Non-S&E occupations,100000,50000,50000,S,\n\
            r6,\"All sectors -> Government -> S&E occupations -> Engineers, all\",9000,S,S,S,S\n";
        self.texts.insert(SATISFACTION, satisfaction.to_owned());
    }
}
