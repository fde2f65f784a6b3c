//! The projections of the small world.

use super::{EDUCATION, LINE_ITEMS, OCCUPATIONS, Value, World, row};

const SKILL_NAMES: [&str; 17] = [
    "Adaptability",
    "Computers and information technology",
    "Creativity and innovation",
    "Critical and analytical thinking",
    "Customer service",
    "Detail oriented",
    "Fine motor",
    "Interpersonal",
    "Leadership",
    "Mathematics",
    "Mechanical",
    "Physical strength and stamina",
    "Problem solving and decision making",
    "Project management",
    "Science",
    "Speaking and listening",
    "Writing and reading",
];

impl World {
    pub(super) fn add_projections(&mut self) {
        let mut employment = vec![
            row!["Table 1.2"],
            row![
                "2024 National Employment Matrix title",
                "2024 National Employment Matrix code",
                "Occupation type",
                "Employment, 2024",
                "Employment, 2034",
                "Employment change, numeric, 2024–34",
                "Employment change, percent, 2024–34",
                "Percent self employed, 2024",
                "Occupational openings, 2024–34 annual average",
            ],
        ];
        let mut separations = vec![
            row!["Table 1.10"],
            row![
                "2024 National Employment Matrix title",
                "2024 National Employment Matrix code",
                "Occupation type",
                "Labor force exit rate, 2024–34 annual average",
                "Occupational transfer rate, 2024–34 annual average",
            ],
        ];
        employment.push(row!["Total, all occupations", "00-0000", "Summary", 100, 110, 10, 10, 5.8, 12]);
        separations.push(row!["Total, all occupations", "00-0000", "Summary", 4.7, 5.9]);
        for (code, title, _) in LINE_ITEMS {
            let indented = format!("      {title}");
            employment.push(row![indented.as_str(), code, "Line item", 33.3, 35, 1.7, 4.9, "—", 2.5]);
            separations.push(row![indented.as_str(), code, "Line item", 2.8, 2.1]);
        }
        employment.push(row!["Footnotes:"]);
        employment.push(row!["[1] A note."]);
        let sheets = vec![("Table 1.2".to_owned(), employment), ("Table 1.10".to_owned(), separations)];
        self.books.insert(OCCUPATIONS, sheets);
    }

    pub(super) fn add_education(&mut self) {
        let heading = |columns: &[&str]| {
            let fixed = ["2024 National Employment Matrix title", "2024 National Employment Matrix code"];
            fixed.iter().chain(columns).map(|column| Value::from(*column)).collect::<Vec<_>>()
        };
        let mut attainment = vec![
            row!["Table 5.3"],
            heading(&[
                "Less than high school diploma",
                "High school diploma or equivalent",
                "Some college, no degree",
                "Associate's degree",
                "Bachelor's degree",
                "Master's degree",
                "Doctoral or professional degree",
            ]),
        ];
        attainment.push(row!["Total, all occupations", "00-0000", 7.4, 22.5, 18.6, 9.5, 25.2, 11.9, 4.9]);
        let mut entry = vec![
            row!["Table 5.4"],
            heading(&[
                "Typical education needed for entry",
                "Work experience in a related occupation",
                "Typical on-the-job training needed to attain competency in the occupation",
            ]),
        ];
        let mut top = vec![
            row!["Table 6.2"],
            heading(&["Top highest skill", "Second highest skill", "Third highest skill"]),
        ];
        let mut ranks = vec![row!["Table 6.5"], heading(&SKILL_NAMES)];
        for (number, (code, title, _)) in LINE_ITEMS.into_iter().enumerate() {
            // The first occupation has the figures of a broader group.
            let marked = |mark: &str| {
                if number == 0 { format!("{title}{mark}") } else { title.to_owned() }
            };
            attainment.push(row![marked("[1]").as_str(), code, 0.5, 1.2, 3.9, 25.6, 54.4, 11.8, 2.6]);
            entry.push(row![title, code, "Bachelor's degree", "None", "Short-term on-the-job training"]);
            top.push(row![marked("[2]").as_str(), code, "Adaptability", "Interpersonal", "Science"]);
            let mut cells = row![marked("[1]").as_str(), code];
            cells.extend((0..17).map(|rank| Value::from(rank * 5)));
            ranks.push(cells);
        }
        self.books
            .insert(EDUCATION, vec![("Table 5.3".to_owned(), attainment), ("Table 5.4".to_owned(), entry)]);
        let sheets = vec![("Table 6.2".to_owned(), top), ("Table 6.5".to_owned(), ranks)];
        self.books.insert("projections/skills.xlsx", sheets);
    }
}
