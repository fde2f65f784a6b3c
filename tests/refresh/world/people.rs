//! The population survey and O*NET of the small world.

use std::fmt::Write as _;

use super::{
    CPS_11, CPS_11_BOOK, INTERESTS, SKILLS, TECHNOLOGY, Value, WORK_STYLES, WORK_VALUES, World, note_rows,
    row,
};

impl World {
    pub(super) fn add_cps(&mut self) {
        self.texts.insert(
            CPS_11,
            "indent_level,occupation,total_employed_thousands,pct_women,pct_white,pct_black_or_african_american,\
             pct_asian,pct_hispanic_or_latino\n\
             0,\"Total, 16 years and over\",\"163,493\",47.1,75.7,12.7,7.5,20.0\n\
             1,Business occupations,\"20,876\",41.8,80.5,8.8,7.4,13.5\n\
             2,\"Buyers, farm products\",10,-,-,-,-,-\n\
             2,Other buyers,400,50.5,80,10,5,12\n\
             2,Software developers,\"1,900\",20.1,50,6,38,6\n\
             2,Registered nurses,\"3,528\",87.3,70.6,16.0,10.6,10.0\n"
                .to_owned(),
        );
        let frame = |year: Value, groups: Vec<Value>, columns: Vec<Value>, figures: Vec<Value>| {
            let mut rows = note_rows(3);
            rows.push(vec!["Occupation".into(), year]);
            rows.push(groups);
            rows.push(columns);
            for title in [
                "Total employed",
                "Business occupations",
                "Buyers, farm products",
                "Other buyers",
                "Software developers",
                "Registered nurses",
            ] {
                rows.push([Value::from(title)].iter().chain(&figures).cloned().collect());
            }
            rows.push(row!["NOTE: Dash indicates no data."]);
            rows
        };
        let table_11 = frame(
            2023.into(),
            row!["", "Total\nemployed", "Percent of total employed"],
            row!["", "", "Women", "White", "Black or\nAfrican\nAmerican", "Asian", "Hispanic\nor Latino"],
            row![1000, "–", 70, 15, 10, 9.5],
        );
        self.books.insert(CPS_11_BOOK, vec![("cpsaat11".to_owned(), table_11)]);
        let table_11b = frame(
            "2025".into(),
            row![
                "",
                "Total, 16 years and over",
                "16 to 19 years",
                "20 to 24 years",
                "25 to 34 years",
                "35 to 44 years",
                "45 to 54 years",
                "55 to 64 years",
                "65 years and over",
                "Median age"
            ],
            row![""],
            row![1000, 10, 90, 300, 250, 200, 100, 50, 42.3],
        );
        self.books.insert("cps/cpsaat11b.xlsx", vec![("cpsaat11b".to_owned(), table_11b)]);
        let table_39 = frame(
            "2025".into(),
            row!["", "Total", "", "Men", "", "Women"],
            row![
                "",
                "Number of workers",
                "Median weekly earnings",
                "Number of workers",
                "Median weekly earnings",
                "Number of workers",
                "Median weekly earnings"
            ],
            row![900, 1563, 100, 1900, 800, "–"],
        );
        self.books.insert("cps/cpsaat39.xlsx", vec![("cpsaat39".to_owned(), table_39)]);
    }

    pub(super) fn add_onet(&mut self) {
        const RATINGS: &str = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\t\
                               Recommend Suppress\tNot Relevant\n";
        for (file, elements) in [
            (SKILLS, ["2.A.1.a", "2.A.1.b"]),
            ("onet/Knowledge.txt", ["2.C.1.a", "2.C.1.b"]),
            ("onet/Abilities.txt", ["1.A.1.a.1", "1.A.1.a.2"]),
        ] {
            let mut text = RATINGS.to_owned();
            for code in ["15-1252.00", "29-1141.00"] {
                for element in elements {
                    text.write_fmt(format_args!(
                        "{code}\t{element}\tName of {element}\tIM\t4.12\t8\t0.1250\tN\tn/a\n"
                    ))
                    .unwrap();
                    text.write_fmt(format_args!(
                        "{code}\t{element}\tName of {element}\tLV\t3.50\t8\tn/a\tN\tN\n"
                    ))
                    .unwrap();
                }
            }
            self.texts.insert(file, text);
        }
        let mut shares = "O*NET-SOC Code\tElement ID\tScale ID\tCategory\tData Value\tStandard Error\tRecommend Suppress\n".to_owned();
        for (scale, categories) in [("RL", 12), ("RW", 11), ("PT", 9), ("OJ", 9)] {
            for category in 1..=categories {
                shares
                    .write_fmt(format_args!("29-1141.00\t2.D.1\t{scale}\t{category}\t8.30\t1.5\tN\n"))
                    .unwrap();
            }
        }
        shares.push_str("29-1141.00\t2.D.4.a\tIM\tn/a\t3.01\t0.2\tN\n");
        self.texts.insert("onet/Education, Training, and Experience.txt", shares);
        self.texts.insert(
            "onet/Job Zones.txt",
            "O*NET-SOC Code\tJob Zone\n29-1141.00\t4\n55-1011.00\t4\n".to_owned(),
        );
        let mut interests =
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n"
                .to_owned();
        for (element, scale, value) in [
            ("Realistic", "OI", "2.50"),
            ("Investigative", "OI", "4.10"),
            ("Artistic", "OI", "1.00"),
            ("Social", "OI", "7.00"),
            ("Enterprising", "OI", "3.00"),
            ("Conventional", "OI", "3.77"),
            ("First Interest High-Point", "IH", "4.00"),
            ("Second Interest High-Point", "IH", "2.00"),
            ("Third Interest High-Point", "IH", "0.00"),
        ] {
            interests
                .write_fmt(format_args!(
                    "29-1141.00\t1.B.1.x\t{element}\t{scale}\t{value}\t11/2023\tMachine Learning\n"
                ))
                .unwrap();
        }
        self.texts.insert(INTERESTS, interests);
        self.texts.insert(
            WORK_STYLES,
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n\
             29-1141.00\t1.D.2.c\tEmpathy\tDR\t1.00\n29-1141.00\t1.D.2.c\tEmpathy\tWI\t2.50\n\
             29-1141.00\t1.D.2.a\tHumility\tDR\t0.00\n29-1141.00\t1.D.2.a\tHumility\tWI\t-0.25\n"
                .to_owned(),
        );
        let mut values = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\n".to_owned();
        for (element, name, extent) in [
            ("1.B.2.a", "Achievement", "5.67"),
            ("1.B.2.b", "Working Conditions", "5.50"),
            ("1.B.2.c", "Recognition", "4.00"),
            ("1.B.2.d", "Relationships", "6.67"),
            ("1.B.2.e", "Support", "5.00"),
            ("1.B.2.f", "Independence", "4.67"),
        ] {
            values.write_fmt(format_args!("29-1141.00\t{element}\t{name}\tEX\t{extent}\t06/2008\n")).unwrap();
        }
        values.push_str("29-1141.00\t1.B.2.g\tFirst Work Value High-Point\tVH\t4.00\t06/2008\n");
        self.texts.insert(WORK_VALUES, values);
        self.texts.insert(
            TECHNOLOGY,
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n\
             29-1141.00\tEpic Systems\t42000000\tMedical software\tY\tN\n\
             29-1141.00\tCharting, \"quick\"\t42000000\tMedical software\tN\tN\n"
                .to_owned(),
        );
        self.texts.insert(
            "onet/Related Occupations.txt",
            "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n29-1141.00\t15-1252.00\tPrimary-Short\t1\n".to_owned(),
        );
        self.texts.insert(
            "onet/Alternate Titles.txt",
            "O*NET-SOC Code\tAlternate Title\tShort Title\n29-1141.00\tEmergency Room Nurse (ER Nurse)\tER Nurse\n\
             29-1141.00\tRN\tn/a\n13-1022.00\t\"Quoted\" Buyer\tn/a\n"
                .to_owned(),
        );
        self.texts.insert(
            "onet/Sample of Reported Titles.txt",
            "O*NET-SOC Code\tReported Job Title\n29-1141.00\tRN\n".to_owned(),
        );
    }
}
