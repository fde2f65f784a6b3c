//! Who works in it: age, sex, race and Hispanic origin, with what was asked and of whom.

use super::overview::unjudged;
use super::{Section, community, distinct_occupations, level, occupation_accent, occupation_label, value};
use crate::domain::{Career, Cell, Figures, People};
use crate::view::charts::{Accent, Bar, BarGroup, Bars, Chart, Stack, StackPart, Stacks};
use crate::view::citations::Citations;
use crate::view::difference::{Margin, Quantity, Unit};
use crate::view::format::{Percent, Plain, Usd};
use crate::view::row::{Row, RowCell, Value};
use crate::view::words;

/// Rows of a title's own figures: the site's categories exclude one another and add up to 100.
const OWN_RACES: [(&str, &str); 6] = [
    ("White", "race_white_percent"),
    ("Hispanic or Latino", "race_hispanic_percent"),
    ("Black or African American", "race_black_percent"),
    ("Asian", "race_asian_percent"),
    ("Unknown", "race_unknown_percent"),
    ("American Indian and Alaska Native", "race_native_percent"),
];
const ABSENT: &str = "Not published";

pub fn section(careers: &[Career], citations: &mut Citations) -> Section {
    let rows = [
        average_age(careers, citations),
        community::age_spread(careers, citations),
        gender(careers, citations),
        race(careers, citations),
        community::race_once(careers, citations),
        earnings(careers, citations),
        community::works_from_home(careers, citations),
        community::usual_hours(careers, citations),
        lgbt(careers, citations),
    ];
    Section {
        id: "demographics",
        title: "Demographics".into(),
        intro: "Who works in it now, as people in a sample of households answered. Race and Hispanic origin are two separate questions, so their shares overlap and do not add up to 100, except where each person is counted once.".into(),
        charts: [
            gender_chart(careers, citations),
            own_race_chart(careers),
            race_chart(careers),
            community::race_chart(careers, citations),
        ]
        .into_iter()
        .flatten()
        .collect(),
        rows: rows.into_iter().flatten().collect(),
    }
}

/// The median age.
pub fn average_age(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Average age";
    Row::of(label, "median", careers, Some(Unit::Age), citations, |career, citations| {
        let cell = career.figures.people.median_age_years;
        let larger = career.figures.community.age_median.value;
        let official = by_either_survey(
            career,
            label,
            cell,
            larger,
            citations,
            |citations| {
                let source = citations.cite("cps", "median_age_years", label);
                unjudged(value(cell, ABSENT, source, |years| Plain(years).to_string()), cell)
            },
            community::median_age,
        );
        let own = career.own.number("average_age_years").map(|years| {
            let quantity = Quantity { value: years, margin: Margin::Unknown };
            Value::known(Plain(years).to_string(), Some(citations.cite_career_site(label)))
                .with_quantity(quantity)
        });
        RowCell { own, official: Some(official) }
    })
    .map(|row| with_both_surveys_named(row, careers, |people| people.median_age_years))
}

/// The population survey's figure; where it has too few answers, the larger survey's.
fn by_either_survey(
    career: &Career,
    label: &'static str,
    cell: Cell,
    larger: Cell,
    citations: &mut Citations,
    population: impl Fn(&mut Citations) -> Value,
    community: impl Fn(&Career, &mut Citations, &'static str) -> Option<Value>,
) -> Value {
    if matches!(cell, Cell::Missing(_))
        && let Some(value) = community(career, citations, label)
    {
        return value;
    }
    let official = population(citations).with_level(level(career, Some(&career.figures.people.basis)));
    match cell {
        Cell::Missing(_) => community::nor_here(official, larger, citations, label),
        _ => official,
    }
}

/// A difference between figures of two surveys says so: they cover different people.
fn with_both_surveys_named(mut row: Row, careers: &[Career], cell: impl Fn(&People) -> Cell) -> Row {
    let by_population = |career: &Career| cell(&career.figures.people).number().is_some();
    let first = careers.first().map(by_population);
    for (career, row_cell) in careers.iter().zip(&mut row.cells) {
        let official = row_cell.cell.cell.own.is_none();
        if let Some(difference) = row_cell.difference.as_mut().filter(|_| official)
            && Some(by_population(career)) != first
        {
            difference.text += ", by two surveys";
        }
    }
    row
}

fn gender(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Gender ratio";
    Row::of(label, "women, men", careers, Some(Unit::Share), citations, |career, citations| {
        let cell = career.figures.people.women_percent;
        let larger = career.figures.community.women.value;
        let ratio = |women: f64| format!("{} women, {} men", Percent(women), Percent(100.0 - women));
        let own =
            career.own.number("women_percent").zip(career.own.number("men_percent")).map(|(women, men)| {
                let text = format!("{} women, {} men", Percent(women), Percent(men));
                let quantity = Quantity { value: women, margin: Margin::Unknown };
                Value::known(text, Some(citations.cite_career_site(label))).with_quantity(quantity)
            });
        let official = by_either_survey(
            career,
            label,
            cell,
            larger,
            citations,
            |citations| {
                let source = citations.cite("cps", "women_percent", label);
                unjudged(value(cell, ABSENT, source, ratio), cell)
            },
            community::women,
        );
        RowCell { own, official: Some(official) }
    })
    .map(|row| with_both_surveys_named(row, careers, |people| people.women_percent))
    .map(|mut row| {
        for difference in row.cells.iter_mut().filter_map(|cell| cell.difference.as_mut()) {
            difference.text = difference.text.replace("points higher", "points more women");
            difference.text = difference.text.replace("points lower", "points fewer women");
        }
        row
    })
}

fn race_shares(career: &Career) -> [(&'static str, Cell); 4] {
    let people = &career.figures.people;
    [
        ("White", people.white_percent),
        ("Black or African American", people.black_percent),
        ("Asian", people.asian_percent),
        ("Hispanic or Latino, any race", people.hispanic_percent),
    ]
}

fn race(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Race ratio";
    Row::of(label, "official shares overlap", careers, None, citations, |career, citations| {
        let cell = career.figures.people.white_percent;
        let larger = career.figures.community.women.value;
        let official = by_either_survey(
            career,
            label,
            cell,
            larger,
            citations,
            |citations| {
                let source = citations.cite("cps", "white_percent", label);
                let shares = race_shares(career).into_iter();
                let lines: Vec<String> = shares
                    .filter_map(|(race, share)| {
                        share.number().map(|share| format!("{race} {}", Percent(share)))
                    })
                    .collect();
                match lines.as_slice() {
                    [] => value(cell, ABSENT, source, |share| Percent(share).to_string()),
                    _ => Value::list(lines, source),
                }
            },
            community::races,
        );
        let own: Vec<String> = OWN_RACES
            .iter()
            .filter_map(|(race, row)| {
                career.own.number(row).map(|share| format!("{race} {}", Percent(share)))
            })
            .collect();
        let own = (!own.is_empty()).then(|| Value::list(own, Some(citations.cite_career_site(label))));
        RowCell { own, official: Some(official) }
    })
}

/// Medians of full-time employees.
pub fn earnings(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "Weekly earnings, women and men";
    Row::of(label, "median, full-time employees", careers, None, citations, |career, citations| {
        let source = citations.cite("cps", "earnings_weekly_women_median_usd", label);
        let print = |cell| match cell {
            Cell::Number(usd) => Usd(usd).to_string(),
            Cell::AtLeast(usd) => format!("{} or more", Usd(usd)),
            Cell::Missing(reason) => words::reason(reason, ABSENT).to_lowercase(),
        };
        let (women, men) = (
            career.figures.people.earnings_weekly_women_median_usd,
            career.figures.people.earnings_weekly_men_median_usd,
        );
        let official = match (women, men) {
            (Cell::Missing(one), Cell::Missing(other)) if one == other => {
                value(women, ABSENT, source, |usd| Usd(usd).to_string())
            }
            _ => {
                let lines = vec![format!("Women: {}", print(women)), format!("Men: {}", print(men))];
                Value::list(lines, source)
            }
        };
        RowCell {
            official: Some(official.with_level(level(career, Some(&career.figures.people.basis)))),
            ..RowCell::default()
        }
    })
}

fn lgbt(careers: &[Career], citations: &mut Citations) -> Option<Row> {
    let label = "LGBT percentage";
    Row::of(label, "", careers, Some(Unit::Share), citations, |career, citations| RowCell {
        own: career.own.number("lgbt_percent").map(|share| {
            let quantity = Quantity { value: share, margin: Margin::Unknown };
            Value::known(format!("{}%", Plain(share)), Some(citations.cite_career_site(label)))
                .with_quantity(quantity)
        }),
        official: Some(Value::missing("Nobody publishes it by occupation", None)),
    })
}

/// Careers with figures of their own by a career site, then the occupations by the official survey.
fn gender_chart(careers: &[Career], citations: &Citations) -> Option<Chart> {
    let parts = |women: f64, men: f64| vec![StackPart::new("Women", women), StackPart::new("Men", men)];
    let mut stacks: Vec<Stack> = careers
        .iter()
        .enumerate()
        .filter_map(|(place, career)| {
            let (women, men) = career.own.number("women_percent").zip(career.own.number("men_percent"))?;
            let label = format!("{}, by a career site", career.name.name);
            Some(Stack { accent: Accent::of(place), label, parts: parts(women, men) })
        })
        .collect();
    for (accent, label, career) in official(careers) {
        let Figures { people, community, .. } = &*career.figures;
        if let Some(women) = people.women_percent.number() {
            stacks.push(Stack { accent, label, parts: parts(women, 100.0 - women) });
        } else if let Some(women) = community.women.value.number() {
            let label = citations.lacking(community::TABLE, label);
            stacks.push(Stack { accent, label, parts: parts(women, 100.0 - women) });
        }
    }
    (!stacks.is_empty()).then(|| Chart::Stacks(Stacks::new("Women and men", stacks)))
}

fn own_race_chart(careers: &[Career]) -> Option<Chart> {
    let with_own: Vec<(usize, &Career)> =
        careers.iter().enumerate().filter(|(_, career)| career.own.has("race_white_percent")).collect();
    let groups: Vec<BarGroup> = OWN_RACES
        .iter()
        .map(|(label, row)| BarGroup {
            label: (*label).to_owned(),
            bars: with_own
                .iter()
                .filter_map(|(place, career)| {
                    career.own.number(row).map(|share| Bar { accent: Accent::of(*place), share })
                })
                .collect(),
        })
        .collect();
    let names =
        with_own.iter().map(|(place, career)| (Accent::of(*place), career.name.name.clone())).collect();
    (!with_own.is_empty()).then(|| Chart::Bars(Bars::new("Race, by a career site", names, groups)))
}

fn race_chart(careers: &[Career]) -> Option<Chart> {
    let official = official(careers);
    let labels = ["White", "Black or African American", "Asian", "Hispanic or Latino, any race"];
    let groups: Vec<BarGroup> = labels
        .iter()
        .enumerate()
        .map(|(share, label)| BarGroup {
            label: (*label).to_owned(),
            bars: official
                .iter()
                .filter_map(|(accent, _, career)| {
                    let (_, cell) = race_shares(career).into_iter().nth(share)?;
                    cell.number().map(|share| Bar { accent: *accent, share })
                })
                .collect(),
        })
        .filter(|group| !group.bars.is_empty())
        .collect();
    let names = official.iter().map(|(accent, label, _)| (*accent, label.clone())).collect();
    (!groups.is_empty()).then(|| Chart::Bars(Bars::new("Race and Hispanic origin", names, groups)))
}

/// The occupations to draw, with the accent and the label of each.
fn official(careers: &[Career]) -> Vec<(Accent, String, &Career)> {
    distinct_occupations(careers)
        .into_iter()
        .map(|(place, career)| (occupation_accent(careers, place), occupation_label(careers, career), career))
        .collect()
}
