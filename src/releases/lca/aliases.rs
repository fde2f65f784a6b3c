//! What people decided about names that the rule keeps apart: `data/company_aliases.csv`.

use std::collections::HashMap;

use crate::domain::EmployerName;
use crate::releases::error::Error;

const DECISIONS: &str = include_str!("../../../data/company_aliases.csv");
const FILE: &str = "company_aliases.csv";

/// From the key of an employer to that of the one that it is.
pub(super) fn read() -> Result<HashMap<String, String>, Error> {
    parse(DECISIONS)
}

fn parse(text: &str) -> Result<HashMap<String, String>, Error> {
    let wrong = |problem: String| Error::whole(FILE, problem);
    let mut aliases = HashMap::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records() {
        let record = record.map_err(|error| wrong(error.to_string()))?;
        let cell = |place| record.get(place).unwrap_or_default();
        let (employer, company) = (cell(0), EmployerName::of(cell(1)).core);
        match cell(2) {
            // A decision to leave them apart stands in the file for those who read it.
            "apart" => {}
            "same" => {
                if let Some(before) = aliases.insert(employer.to_owned(), company) {
                    return Err(wrong(format!("{employer} is the same as two: the other is {before}")));
                }
            }
            other => return Err(wrong(format!("{employer}: “{other}” is neither same nor apart"))),
        }
    }
    match aliases.iter().find(|(_, company)| aliases.contains_key(*company)) {
        Some((employer, company)) => {
            Err(wrong(format!("{employer} leads to {company}, which leads to another itself")))
        }
        None => Ok(aliases),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str = "employer,company,decision,why\n";

    fn read_rows(rows: &str) -> Result<HashMap<String, String>, Error> {
        parse(&format!("{HEADING}{rows}"))
    }

    #[test]
    fn decisions_lead_to_one_key() {
        let aliases = read_rows(
            "GOOGLE,Alphabet,same,its search company\nADVANTAGE IT,Advantage Solutions,apart,a word\n",
        );
        assert_eq!(aliases.unwrap(), HashMap::from([("GOOGLE".to_owned(), "ALPHABET".to_owned())]));
    }

    #[test]
    fn decisions_that_contradict_are_refused() {
        assert!(read_rows("A,B,same,x\nA,C,same,x\n").is_err());
        assert!(read_rows("A,B,same,x\nB,C,same,x\n").is_err());
        assert!(read_rows("A,B,maybe,x\n").is_err());
    }
}
