//! The classification of the small world, and the Census codes.

use super::{LINE_ITEMS, Value, World, note_rows, row};

impl World {
    pub(super) fn add_codes(&mut self) {
        let mut structure = note_rows(7);
        structure.push(row!["Major Group", "Minor Group", "Broad Group", "Detailed Occupation"]);
        for (place, code, title) in [
            (0, "13-0000", "Business Occupations"),
            (1, "13-1000", "Business Specialists"),
            (2, "13-1020", "Buyers and Purchasing Agents"),
            (3, "13-1021", "Farm Buyers"),
            (3, "13-1022", "Retail Buyers"),
            (3, "15-1252", "Software Developers"),
            (3, "29-1141", "Registered Nurses"),
            (3, "55-1011", "Air Officers"),
        ] {
            let mut cells = row!["", "", "", "", title];
            cells[place] = code.into();
            structure.push(cells);
        }
        let year_sheet = |name: &str, rows| vec![(name.to_owned(), rows)];
        self.books.insert("soc/soc_structure_2018.xlsx", year_sheet("2018 Structure", structure));

        let mut titles = note_rows(7);
        titles.push(row!["2018 SOC Code", "2018 SOC Title", "2018 SOC Direct Match Title"]);
        titles.push(row!["13-1021", "Farm Buyers", "Grain Buyer"]);
        titles.push(row!["29-1141", "Registered Nurses", "RN"]);
        titles.push(row!["55-1011", "Air Officers", "Pilot Officer"]);
        self.books.insert("soc/soc_2018_direct_match_title_file.xlsx", year_sheet("Sorted by SOC", titles));

        let mut crosswalk = note_rows(4);
        crosswalk.push(row!["Sort Order", "O*NET-SOC Code", "O*NET-SOC Title", "NEM Code"]);
        for (line_item, _, detailed) in LINE_ITEMS {
            for code in detailed {
                crosswalk.push(row![1, format!("{code}.00").as_str(), "An O*NET title", line_item]);
            }
        }
        self.books.insert("projections/crosswalk.xlsx", year_sheet("ONET to SOC crosswalk", crosswalk));

        let mut census = note_rows(4);
        census.push(row!["", "2018 Census Title ", "2018 Census Code", "2018 SOC Code"]);
        census.push(row!["", "Business Occupations:", "0500-0960", "13-0000"]);
        census.push(row!["", "Buyers, farm products", 510, "13-1021"]);
        census.push(row!["", "Other buyers", "0520", "13-10XX"]);
        census.push(row!["", "Software developers", "1021", "15-1252"]);
        census.push(row!["", "Registered nurses", "3255", "29-1141"]);
        census.push(row!["", "Officers", "9800", "55-1010"]);
        census.push(row!["", "Unemployed", "9920", "none"]);
        let mut changes = note_rows(2);
        changes.push(row!["2018 SOC Code", "2018 Census Code", "2018 Census Title "]);
        changes.push(row!["13-10XX", "0520", "Other buyers"]);
        changes.push(row!["", "", "Retail Buyers (13-1022 )"]);
        let mut sheets = year_sheet("2018 Census Occ Code List", census);
        sheets.extend(year_sheet("Summary of 2018 Changes", changes));
        self.books.insert("census.xlsx", sheets);
    }
}
