//! A place's page: what is known of living there, and its careers.

use askama::Template as _;

use crate::domain::{AreaType, Cell, Place, PlaceAtlas, PlaceCareer};
use crate::view::charts::Amounts;
use crate::view::citations::{Citations, Mark};
use crate::view::facts::Fact;
use crate::view::format::{Count, Percent, Plain, Usd, UsdCents};
use crate::view::row::Value;
use crate::view::table::{Column, Layout, Line, Table, brief, rank};

/// Careers of a list.
const SHOWN: usize = 20;
/// Bars of the chart.
const BARS: usize = 10;
/// Jobs that a career needs among the best paid: a median of fewer is that of a handful of people.
const JOBS_OF_BEST_PAID: f64 = 30.0;
/// Jobs that a career needs among the most concentrated.
const JOBS_OF_CONCENTRATED: f64 = 100.0;
/// Pay above so many times the nation's is more likely an error, or a handful of people, than what the work pays.
const TIMES_THE_NATION: f64 = 2.0;

const SURVEY: (&str, &str) = ("this place", "Wage and salary jobs. No margin is published for medians.");
const LEVELS: (&str, &str) = (
    "this metropolitan area",
    "Wage level 3, which equals the wage survey's mean of the area, of May 2024; the area may be pooled with its neighbours. Values that several areas share are left out. A year of an hourly mean is 2,080 hours.",
);

/// A list of careers with what a reader should know of it.
pub struct List {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// By which rule.
    pub intro: String,
    /// The figures drawn, or nothing.
    pub chart: Option<String>,
    /// The careers.
    pub table: Table,
}

/// Prices, minimum wage and jobs.
#[must_use]
pub fn facts(place: &Place, atlas: &PlaceAtlas, citations: &mut Citations) -> Vec<Fact> {
    let mut facts = vec![prices(place, citations), minimum_wage(place, atlas, citations)];
    if place.area_type != AreaType::Metropolitan {
        let why = "Not in the release at hand, which has single occupations only";
        facts.push(Fact::new("All jobs", "", Value::missing(why, None)));
    }
    facts
}

fn prices(place: &Place, citations: &mut Citations) -> Fact {
    let label = "Prices";
    let source = citations.cite("price_parities", "price_parity", label);
    let value = match place.price_parity {
        Cell::Number(parity) => {
            let difference = Percent((parity - 100.0).abs());
            let way = if parity < 100.0 { "below" } else { "above" };
            let period = citations.period("price_parities", "price_parity");
            let whose = place
                .parity_of
                .as_ref()
                .map(|state| format!("the price parity is that of {state}: none of its own is published"));
            let parity = format!("price parity {parity:.1}, {period}; the nation is 100");
            Value::known(format!("{difference} {way} the national average"), source)
                .with_line(Some(parity), None)
                .with_line(whose, None)
        }
        _ => Value::missing("No price parity is made for this place", source),
    };
    Fact::new(label, "goods, housing and services together", value)
}

fn minimum_wage(place: &Place, atlas: &PlaceAtlas, citations: &mut Citations) -> Fact {
    let label = "Minimum wage";
    let source = citations.cite("minimum_wages", "minimum_wage_hourly_usd", label);
    let state = place.states.first().map_or("", String::as_str);
    let value = match place.minimum_wage_hourly_usd {
        Cell::Number(usd) => {
            let period = citations.period("minimum_wages", "minimum_wage_hourly_usd");
            let several = place.states.len() > 1;
            let whose = several.then(|| format!("that of {state}; its other states have their own"));
            let differ = atlas.minimum_wages_hourly_usd.and_then(|(low, high)| {
                let (low, high) = low.number().zip(high.number())?;
                (high > low).then(|| {
                    format!(
                        "the three tables behind it differ by {}: from {} to {}; this is the most current",
                        UsdCents(high - low),
                        UsdCents(low),
                        UsdCents(high)
                    )
                })
            });
            Value::known(format!("{} an hour, {period}", UsdCents(usd)), source)
                .with_line(whose, None)
                .with_line(differ, None)
        }
        _ => Value::missing(
            "Not in the tables at hand, which have the states and the District of Columbia",
            source,
        ),
    };
    Fact::new(label, "of the state; cities and counties may ask for more", value)
}

/// The lists of a place's careers, by what is published there.
#[must_use]
pub fn lists(place: &Place, atlas: &PlaceAtlas, citations: &mut Citations) -> Vec<List> {
    if place.area_type == AreaType::Metropolitan {
        return vec![best_paid_by_mean(place, &atlas.careers, citations)];
    }
    let table =
        if place.area_type == AreaType::Nonmetropolitan { "oews_nonmetropolitan" } else { "oews_states" };
    let mut mark = |row| citations.cite_about(table, "", row, SURVEY);
    let careers = &atlas.careers;
    let largest = top(careers, |career| rank(career.pay.employment));
    let median = |career: &PlaceCareer| rank(career.pay.wage_annual_median_usd());
    let paid: Vec<&PlaceCareer> = careers
        .iter()
        .filter(|career| jobs(career) >= JOBS_OF_BEST_PAID && median(career).is_some())
        .collect();
    let (beyond, best) = split(paid, median);
    let concentrated = top(careers.iter().filter(|career| jobs(career) >= JOBS_OF_CONCENTRATED), |career| {
        rank(career.pay.location_quotient)
    });
    let bars = largest.iter().take(BARS).filter_map(|career| {
        let href = format!("/careers/{}?in={}", career.slug, place.slug);
        Some((career.title.clone(), href, rank(career.pay.employment)?))
    });
    let chart = Amounts::new("The ten largest careers, by jobs", bars.collect());
    vec![
        List {
            id: "largest",
            title: "Largest careers",
            intro: "The careers with most wage and salary jobs here.".to_owned(),
            chart: chart.render().ok(),
            table: self::table(place, "Largest careers", 3, &largest, mark("Largest careers")),
        },
        List {
            id: "best-paid",
            title: "Best paid careers",
            intro: format!(
                "By the median of a year's pay, of careers with at least {JOBS_OF_BEST_PAID} jobs here. A median above twice the nation's is not shown.{}",
                left_out(beyond)
            ),
            chart: None,
            table: self::table(place, "Best paid careers", 0, &best, mark("Best paid careers")),
        },
        List {
            id: "concentrated",
            title: "Most concentrated careers",
            intro: format!(
                "By location quotient: how many times as common a career is among the jobs here as in the nation. Of careers with at least {JOBS_OF_CONCENTRATED} jobs here."
            ),
            chart: None,
            table: self::table(place, "Most concentrated careers", 5, &concentrated, mark("Concentration")),
        },
    ]
}

fn best_paid_by_mean(place: &Place, careers: &[PlaceCareer], citations: &mut Citations) -> List {
    let mark = citations.cite_about("oflc_metropolitan", "wage_mean_usd", "Best paid careers", LEVELS);
    let mean = |career: &PlaceCareer| rank(career.pay.wage_annual_mean_usd);
    // Without the nation's mean of that year a value cannot be held against anything.
    let known = careers.iter().filter(|career| mean(career).is_some() && career.nation_usd.is_some());
    let (beyond, best) = split(known.collect(), mean);
    let line = |career: &&PlaceCareer| {
        line(place, career, vec![brief(career.pay.wage_annual_mean_usd, |usd| Usd(usd).to_string())])
    };
    List {
        id: "best-paid",
        title: "Best paid careers",
        intro: format!(
            "By the mean of a year's pay, which is all that is published of metropolitan areas in the releases at hand; jobs and percentiles are not. A mean above twice the nation's of May 2024 is not shown.{}",
            left_out(beyond)
        ),
        chart: None,
        table: Table {
            layout: Layout::CareerMean,
            caption: "Best paid careers: mean in dollars a year, May 2024".to_owned(),
            marks: mark.into_iter().collect(),
            names: Column { label: "Career", sorted: None },
            columns: vec![Column { label: "Mean", sorted: Some("descending") }],
            rows: best.iter().map(line).collect(),
        },
    }
}

fn jobs(career: &PlaceCareer) -> f64 {
    career.pay.employment.number().unwrap_or(0.0)
}

/// How many careers lie above twice the nation's, and the best of the others.
fn split(
    careers: Vec<&PlaceCareer>,
    pay: impl Fn(&PlaceCareer) -> Option<f64>,
) -> (usize, Vec<&PlaceCareer>) {
    let all = careers.len();
    let believed: Vec<&PlaceCareer> = careers
        .into_iter()
        .filter(|career| {
            let pair = pay(career).zip(career.nation_usd);
            pair.is_none_or(|(here, nation)| here <= TIMES_THE_NATION * nation)
        })
        .collect();
    (all - believed.len(), top(believed, &pay))
}

fn left_out(careers: usize) -> String {
    match careers {
        0 => String::new(),
        1 => " One is left out.".to_owned(),
        more => format!(" {more} are left out."),
    }
}

/// The first of a ranking; of equals the first by name.
fn top<'c>(
    careers: impl IntoIterator<Item = &'c PlaceCareer>,
    key: impl Fn(&PlaceCareer) -> Option<f64>,
) -> Vec<&'c PlaceCareer> {
    let mut ranked: Vec<(f64, &PlaceCareer)> =
        careers.into_iter().filter_map(|career| Some((key(career)?, career))).collect();
    ranked.sort_by(|(one, career), (other, second)| {
        other.total_cmp(one).then_with(|| career.title.cmp(&second.title))
    });
    ranked.truncate(SHOWN);
    ranked.into_iter().map(|(_, career)| career).collect()
}

fn table(place: &Place, title: &str, sorted: usize, careers: &[&PlaceCareer], mark: Option<Mark>) -> Table {
    let labels =
        ["Median", "10th percentile", "90th percentile", "Jobs", "Per 1,000 jobs", "Location quotient"];
    let column = |(at, label)| Column { label, sorted: (at == sorted).then_some("descending") };
    Table {
        layout: Layout::Career,
        caption: format!("{title}: pay in dollars a year, and jobs"),
        marks: mark.into_iter().collect(),
        names: Column { label: "Career", sorted: None },
        columns: labels.into_iter().enumerate().map(column).collect(),
        rows: careers.iter().map(|career| line(place, career, cells(career))).collect(),
    }
}

fn cells(career: &PlaceCareer) -> Vec<std::borrow::Cow<'static, str>> {
    let usd = |cell| brief(cell, |usd| Usd(usd).to_string());
    let [p10, .., p90] = career.pay.wage_annual_percentiles_usd;
    vec![
        usd(career.pay.wage_annual_median_usd()),
        usd(p10),
        usd(p90),
        brief(career.pay.employment, |jobs| Count(jobs).to_string()),
        brief(career.pay.jobs_per_1000, |jobs| Plain(jobs).to_string()),
        brief(career.pay.location_quotient, |quotient| Plain(quotient).to_string()),
    ]
}

/// A career's name leads to its page in the place.
fn line(place: &Place, career: &PlaceCareer, cells: Vec<std::borrow::Cow<'static, str>>) -> Line {
    Line {
        id: None,
        href: Some(format!("/careers/{}?in={}", career.slug, place.slug)),
        name: career.title.clone(),
        cells,
        chosen: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AreaPay, Reason};

    fn career(title: &str, median: f64, nation_usd: Option<f64>) -> PlaceCareer {
        let none = Cell::Missing(Reason::Absent);
        PlaceCareer {
            slug: title.to_lowercase(),
            title: title.to_owned(),
            nation_usd,
            pay: AreaPay {
                employment: Cell::Number(median / 1000.0),
                jobs_per_1000: none,
                location_quotient: none,
                wage_annual_mean_usd: none,
                wage_hourly_mean_usd: none,
                wage_hourly_median_usd: none,
                wage_annual_percentiles_usd: [none, none, Cell::Number(median), none, none],
            },
        }
    }

    #[test]
    fn pay_above_twice_the_nations_is_not_among_the_best() {
        let careers = [
            career("B", 90_000.0, Some(60_000.0)),
            career("A", 90_000.0, None),
            career("C", 120_001.0, Some(60_000.0)),
            career("D", 120_000.0, Some(60_000.0)),
        ];
        let median = |career: &PlaceCareer| rank(career.pay.wage_annual_median_usd());
        let (beyond, best) = split(careers.iter().collect(), median);
        let titles: Vec<&str> = best.iter().map(|career| career.title.as_str()).collect();
        assert_eq!((beyond, titles), (1, vec!["D", "A", "B"]));
    }
}
