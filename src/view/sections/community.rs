//! Rows from the person records of the American Community Survey: their margins and records stand with them, and the
//! states that the records lack.

use super::{distinct_occupations, level, occupation_accent, occupation_label};
use crate::domain::{Basis, Career, Cell, Community, Estimate, Reason};
use crate::view::charts::{Chart, Stack, StackPart, Stacks};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Count, Percent, Plain};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words;

/// The table behind every row here.
pub const TABLE: &str = "acs_occupations";
/// Groups that exclude one another, in the order of [`Community::races`].
const RACES: [&str; 6] = [
    "Hispanic or Latino, any race",
    "White",
    "Black or African American",
    "Asian",
    "American Indian or Alaska Native",
    "Another race or several",
];
/// With fewer records no figure is given.
const LEAST_RECORDS: f64 = 100.0;

/// A value with whose figure it is, and the states that the records lack.
fn placed(value: Value, career: &Career, citations: &Citations) -> Value {
    value
        .with_level(level(career, career.figures.community.basis.as_ref()))
        .with_lacking(citations.coverage(TABLE))
}

fn missing(cell: Cell) -> &'static str {
    match cell {
        Cell::Missing(reason) => words::reason(reason, "Not in the sample"),
        _ => "Not in the sample",
    }
}

/// "± 1.3 points; 2,345 records"
fn precision(margin: Cell, unit: &str, records: Cell) -> Option<String> {
    let (margin, records) = (margin.number()?, records.number()?);
    Some(format!("{}{unit}; {} records", plus_or_minus(margin), Count(records)))
}

/// "± 1.3"; a margin is never printed as none.
fn plus_or_minus(margin: f64) -> String {
    let margin = Percent(margin.max(0.1)).to_string();
    format!("± {}", margin.trim_end_matches('%'))
}

fn quantity(estimate: &Estimate) -> Option<Quantity> {
    let error = estimate.standard_error()?;
    Some(Quantity { value: estimate.value.number()?, margin: Margin::StandardError(error) })
}

fn with_quantity(value: Value, estimate: &Estimate) -> Value {
    match quantity(estimate) {
        Some(quantity) => value.with_quantity(quantity),
        None => value,
    }
}

/// Women and men, for occupations of which the population survey has too few answers.
pub fn women(career: &Career, citations: &mut Citations, label: &'static str) -> Option<Value> {
    let community = &career.figures.community;
    let women = community.women.value.number()?;
    let source = citations.cite(TABLE, "women_percent", label);
    let text = format!("{} women, {} men", Percent(women), Percent(100.0 - women));
    let value = Value::known(text, source)
        .with_line(precision(community.women.margin, " points", community.records), None);
    Some(with_quantity(placed(value, career, citations), &community.women))
}

/// The median age, for the same occupations.
pub fn median_age(career: &Career, citations: &mut Citations, label: &'static str) -> Option<Value> {
    let community = &career.figures.community;
    let median = community.age_median.value.number()?;
    let source = citations.cite(TABLE, "age_median_years", label);
    let value = Value::known(Plain(median).to_string(), source)
        .with_line(precision(community.age_median.margin, " years", community.records), None);
    Some(with_quantity(placed(value, career, citations), &community.age_median))
}

/// Race with each person counted once.
pub fn races(career: &Career, citations: &mut Citations, label: &'static str) -> Option<Value> {
    let community = &career.figures.community;
    let mut lines = Vec::new();
    let mut widest = 0.0_f64;
    for (race, share) in RACES.into_iter().zip(&community.races) {
        let percent = share.value.number()?;
        widest = widest.max(share.margin.number()?);
        lines.push(if percent == 0.0 {
            format!("{race}: none in the sample")
        } else {
            format!("{race} {}", Percent(percent))
        });
    }
    let source = citations.cite(TABLE, "white_percent", label);
    let precision = precision(Cell::Number(widest), " points at most", community.records)?;
    let value =
        Value::list(lines, source).with_line(Some(format!("each person counted once; {precision}")), None);
    Some(placed(value, career, citations))
}

/// No figure in either survey: the reason of the larger one, below the population survey's.
pub fn nor_here(official: Value, cell: Cell, citations: &mut Citations, label: &'static str) -> Value {
    let source = citations.cite(TABLE, "records", label);
    let survey = citations.lacking(TABLE, "Larger survey".to_owned());
    official.with_line(Some(format!("{survey}: {}", missing(cell).to_lowercase())), source)
}

/// The exclusive groups of every career; also where the row above has them, so that the row always stands.
pub fn race_once(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Race, each person counted once";
    Row::of(
        label,
        "Hispanic of any race; all others by race",
        careers,
        None,
        citations,
        |career, citations| {
            let official =
                races(career, citations, label).unwrap_or_else(|| none(career, TABLE, label, citations));
            RowCell { official: Some(official), ..RowCell::default() }
        },
    )
}

/// No figure: the reason that all figures of the occupation share.
fn none(career: &Career, table: &'static str, label: &'static str, citations: &mut Citations) -> Value {
    let source = citations.cite(table, "records", label);
    placed(Value::missing(missing(career.figures.community.women.value), source), career, citations)
}

pub fn age_spread(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Age spread";
    Row::of(label, "middle half, in whole years", careers, None, citations, |career, citations| {
        let community = &career.figures.community;
        let source = citations.cite(TABLE, "age_p25_years", label);
        let official = match community.age_percentiles.map(Cell::number) {
            [Some(p10), Some(p25), Some(p75), Some(p90)] => {
                let years = |age: f64| Plain(age.floor());
                let ends =
                    format!("one in ten is {} or younger, one in ten {} or older", years(p10), years(p90));
                let median = community.age_median.value.number().zip(precision(
                    community.age_median.margin,
                    " years",
                    community.records,
                ));
                let median = median
                    .map(|(median, precision)| format!("half are under {} ({precision})", Plain(median)));
                Value::known(format!("{} to {}", years(p25), years(p75)), source)
                    .with_line(Some(ends), None)
                    .with_line(median, None)
            }
            _ => Value::missing(missing(community.age_median.value), source),
        };
        RowCell { official: Some(placed(official, career, citations)), ..RowCell::default() }
    })
}

pub fn works_from_home(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Works from home";
    Row::of(
        label,
        "usually, in the week asked about, of those at work",
        careers,
        Some(Unit::Share),
        citations,
        |career, citations| {
            let Community { home, at_work_records, .. } = &career.figures.community;
            let source = citations.cite(TABLE, "home_percent", label);
            let official = match home.value.number() {
                Some(0.0) => Value::known("None in the sample", source),
                Some(percent) => Value::known(Percent(percent).to_string(), source),
                None => Value::missing(missing(home.value), source),
            };
            let official = official.with_line(precision(home.margin, " points", *at_work_records), None);
            let official = placed(with_quantity(official, home), career, citations);
            RowCell { official: Some(official), ..RowCell::default() }
        },
    )
}

pub fn usual_hours(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Usual hours a week";
    Row::of(label, "mean, past twelve months", careers, Some(Unit::Hours), citations, |career, citations| {
        let community = &career.figures.community;
        let source = citations.cite(TABLE, "hours_mean", label);
        let official = match community.hours_mean.value.number() {
            Some(mean) => Value::known(Plain(mean).to_string(), source),
            None => Value::missing(missing(community.hours_mean.value), source),
        };
        let (under, over) = (&community.hours_under_35, &community.hours_50_and_over);
        let shares =
            under.value.number().zip(over.value.number()).map(|(under, over)| {
                format!("{} under 35 hours, {} 50 or more", Percent(under), Percent(over))
            });
        let widest = under.margin.number().zip(over.margin.number()).map(|(under, over)| under.max(over));
        let official = official.with_line(shares, None).with_line(hours_precision(community, widest), None);
        let official = with_quantity(placed(official, career, citations), &community.hours_mean);
        RowCell { official: Some(official), ..RowCell::default() }
    })
}

/// The margin of the mean, and the wider one of the two shares.
fn hours_precision(community: &Community, widest: Option<f64>) -> Option<String> {
    let mean = plus_or_minus(community.hours_mean.margin.number()?);
    let records = Count(community.records.number()?);
    Some(format!("{mean} hours, {} points at most; {records} records", plus_or_minus(widest?)))
}

/// The fields of degree that most people in the career have.
pub fn most_common_major(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Most common major";
    let note = "first field of a bachelor's degree, of those who have one";
    Row::of(label, note, careers, None, citations, |career, citations| {
        let source = citations.cite("acs_majors", "share_percent", label);
        let official = match majors(&career.figures.community) {
            Ok(lines) => {
                let mut lines = lines.into_iter();
                let first = lines.next().unwrap_or_default();
                lines.fold(Value::known(first, source), |value, line| value.with_line(Some(line), None))
            }
            Err(why) => Value::missing(why, source),
        };
        RowCell {
            own: career
                .own
                .text("most_common_major")
                .map(|text| Value::known(text.to_owned(), Some(citations.cite_career_site(label)))),
            official: Some(placed(official, career, citations)),
        }
    })
}

/// The lines of the row, or why there are none.
fn majors(community: &Community) -> Result<Vec<String>, &'static str> {
    let Some((first, others)) = community.majors.split_first() else {
        return Err(match (&community.basis, community.degree_records.number()) {
            (None, _) => words::reason(Reason::NoCode, ""),
            (Some(Basis::Parts(_)), _) => words::reason(Reason::PartsOnly, ""),
            (_, Some(records)) if records >= LEAST_RECORDS => {
                "No field stands out: the most common has fewer than 5 records"
            }
            _ => "Fewer than 100 records with a field of degree in the sample",
        });
    };
    let share = |share: &Estimate| Percent(share.value.number().unwrap_or_default()).to_string();
    let named = format!("{}, {}", first.field, share(&first.share));
    let mut lines =
        vec![if community.has_clear_first_major() { named } else { format!("No clear first: {named}") }];
    let others: Vec<String> =
        others.iter().map(|major| format!("{}, {}", major.field, share(&major.share))).collect();
    if !others.is_empty() {
        lines.push(format!("then {}", others.join("; ")));
    }
    lines.extend(precision(first.share.margin, " points", community.degree_records));
    lines.extend(
        community.degree.value.number().map(|degree| {
            format!("{} of the people in it have a bachelor's degree or more", Percent(degree))
        }),
    );
    Ok(lines)
}

/// The exclusive groups as one bar each: never in one chart with shares that overlap.
pub fn race_chart(careers: &[Career], citations: &Citations) -> Option<Chart> {
    let stacks: Vec<Stack> = distinct_occupations(careers)
        .into_iter()
        .filter_map(|(place, career)| {
            let shares = RACES.into_iter().zip(&career.figures.community.races);
            let parts: Option<Vec<StackPart>> =
                shares.map(|(race, share)| Some(StackPart::new(race, share.value.number()?))).collect();
            Some(Stack {
                accent: occupation_accent(careers, place),
                label: occupation_label(careers, career),
                parts: parts?,
            })
        })
        .collect();
    let title = citations.lacking(TABLE, "Race, each person counted once".to_owned());
    (!stacks.is_empty()).then(|| Chart::Stacks(Stacks::new(title, stacks)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Major;

    fn estimate(value: f64, margin: f64) -> Estimate {
        Estimate { value: Cell::Number(value), margin: Cell::Number(margin) }
    }

    fn community(basis: Option<Basis>, degree_records: f64, majors: &[(&str, f64, f64)]) -> Community {
        let some = estimate(50.0, 1.0);
        Community {
            basis,
            records: Cell::Number(1000.0),
            women: some,
            races: [some; 6],
            age_percentiles: [Cell::Number(40.0); 4],
            age_median: some,
            hours_mean: some,
            hours_under_35: some,
            hours_50_and_over: some,
            home: some,
            at_work_records: Cell::Number(1000.0),
            degree: estimate(62.0, 1.0),
            degree_records: Cell::Number(degree_records),
            majors: majors
                .iter()
                .map(|(field, share, margin)| Major {
                    field: (*field).to_owned(),
                    share: estimate(*share, *margin),
                })
                .collect(),
        }
    }

    #[test]
    fn majors_are_named_with_how_sure_they_are() {
        let clear = [("Nursing", 70.6, 0.5), ("Biology", 4.1, 0.2), ("Psychology", 2.0, 0.2)];
        assert_eq!(
            majors(&community(Some(Basis::Own), 1234.0, &clear)).unwrap(),
            [
                "Nursing, 70.6%",
                "then Biology, 4.1%; Psychology, 2.0%",
                "± 0.5 points; 1,234 records",
                "62.0% of the people in it have a bachelor's degree or more",
            ]
        );
        let close = [("Economics", 6.2, 3.0), ("History", 6.0, 3.0)];
        let lines = majors(&community(Some(Basis::Own), 120.0, &close)).unwrap();
        assert_eq!(lines.first().unwrap(), "No clear first: Economics, 6.2%");
    }

    #[test]
    fn without_majors_the_page_says_why() {
        let why = |basis, records| majors(&community(basis, records, &[])).unwrap_err();
        assert!(why(Some(Basis::Own), 99.0).starts_with("Fewer than 100 records with a field of degree"));
        assert!(why(Some(Basis::Own), 100.0).starts_with("No field stands out"));
        assert!(why(Some(Basis::Parts(2)), 900.0).contains("inside this group"));
        assert!(why(None, 900.0).starts_with("The public records have no code for it"));
    }

    #[test]
    fn a_margin_is_never_printed_as_none() {
        let records = Cell::Number(29_873.0);
        let text = precision(Cell::Number(0.04), " points", records);
        assert_eq!(text.as_deref(), Some("± 0.1 points; 29,873 records"));
        assert_eq!(precision(Cell::Missing(Reason::FewRecords), " points", records), None);
    }
}
