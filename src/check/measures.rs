//! What each numeric row is set against.

use crate::check::surprises::{Against, Figure, Measure, Scale};
use crate::domain::{BestPaid, Career, Cell, Figures, Graduates};
use crate::view::format::{Count, Percent, Usd, UsdCents};
use crate::view::words::DEGREES;

/// The wage survey's hours in a year of full-time work.
const HOURS_A_YEAR: f64 = 2_080.0;
const WEEKS_A_YEAR: f64 = 52.0;

/// One or more for every row that shows a number.
#[must_use]
pub fn measures() -> Vec<Measure> {
    let mut measures = pay();
    measures.extend(outlook());
    measures.extend(people());
    measures.extend(community());
    measures.extend(graduates());
    measures.extend(DEGREES.into_iter().enumerate().map(|(place, degree)| {
        let share = of(move |figures| figures.attainment.shares.get(place)?.number());
        let peers = Against::Peers(|career| &career.figures.entry.typical_education);
        measure(degree, "occupations with the same education at entry", share, peers, Scale::Points, percent)
    }));
    measures
}

fn measure(
    row: &'static str,
    against_what: &'static str,
    figure: Figure,
    against: Against,
    scale: Scale,
    print: fn(f64) -> String,
) -> Measure {
    Measure { row, against_what, figure, against, scale, print }
}

fn of(figure: impl Fn(&Figures) -> Option<f64> + 'static) -> Figure {
    Box::new(move |career| figure(&career.figures))
}

fn own(figure: impl Fn(&Figures) -> Option<f64> + 'static) -> Against {
    Against::Own(of(figure))
}

/// The first two digits of the code: "29".
fn major_group(career: &Career) -> &str {
    career.name.occupation.soc_code.split('-').next().unwrap_or_default()
}

fn everybody(_: &Career) -> &'static str {
    ""
}

const MAJOR_GROUP: &str = "the median of its major group";
const ALL: &str = "the median of all occupations";

fn usd(usd: f64) -> String {
    Usd(usd).to_string()
}

fn usd_cents(usd: f64) -> String {
    UsdCents(usd).to_string()
}

fn percent(percent: f64) -> String {
    Percent(percent).to_string()
}

fn people_counted(people: f64) -> String {
    Count(people.round()).to_string()
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2} times")
}

fn hours(hours: f64) -> String {
    format!("{hours:.1} hours")
}

fn years(years: f64) -> String {
    // A median between two occupations has more decimals than the release.
    format!("{years:.1}")
}

/// The middle of two amounts by their ratio.
fn between(one: Cell, other: Cell) -> Option<f64> {
    Some((one.number()? * other.number()?).sqrt())
}

fn pay() -> Vec<Measure> {
    vec![
        measure(
            "Yearly salary",
            "the middle of its quartiles",
            of(|of| of.pay.annual.median.number()),
            own(|of| between(of.pay.annual.p25, of.pay.annual.p75)),
            Scale::Ratio,
            usd,
        ),
        measure(
            "Hourly rate",
            "the yearly salary over 2,080 hours",
            of(|of| of.pay.hourly.median.number()),
            own(|of| Some(of.pay.annual.median.number()? / HOURS_A_YEAR)),
            Scale::Ratio,
            usd_cents,
        ),
        measure(
            "Average salary",
            "its median",
            of(|of| of.pay.annual.mean.number()),
            own(|of| of.pay.annual.median.number()),
            Scale::Ratio,
            usd,
        ),
        measure(
            "Salary range",
            ALL,
            of(|of| Some(of.pay.annual.p90.number()? / of.pay.annual.p10.number()?)),
            Against::Peers(everybody),
            Scale::Ratio,
            times,
        ),
        measure(
            "Highest paying state",
            "the nation's mean",
            of(|of| best(of.best_state.as_ref())),
            own(mean),
            Scale::Ratio,
            usd,
        ),
        measure(
            "Best paying company",
            "the nation's median",
            of(|of| of.best_employer.as_ref().map(|best| best.wage_annual_median_usd)),
            own(|of| of.pay.annual.median.number()),
            Scale::Ratio,
            usd,
        ),
        measure(
            "Best paying industry",
            "the nation's mean, a year later",
            of(|of| best(of.best_sector.as_ref())),
            own(mean),
            Scale::Ratio,
            usd,
        ),
    ]
}

/// The annual mean, or the hourly one brought to a year.
fn annual(annual: Cell, hourly: Cell) -> Option<f64> {
    annual.number().or_else(|| Some(hourly.number()? * HOURS_A_YEAR))
}

fn mean(figures: &Figures) -> Option<f64> {
    annual(figures.pay.annual.mean, figures.pay.hourly.mean)
}

fn best(best: Option<&BestPaid>) -> Option<f64> {
    best.and_then(|best| annual(best.wage_annual_mean_usd, best.wage_hourly_mean_usd))
}

fn outlook() -> Vec<Measure> {
    vec![
        measure(
            "Growth rate",
            MAJOR_GROUP,
            of(|of| of.outlook.employment_change_percent.number()),
            Against::Peers(major_group),
            Scale::Points,
            percent,
        ),
        measure(
            "Number of jobs",
            "the projections' count of everybody",
            of(|of| of.pay.employment.number()),
            own(|of| Some(of.outlook.employment_base_thousands.number()? * 1000.0)),
            Scale::Ratio,
            people_counted,
        ),
        measure(
            "Openings a year",
            "people employed, by the median share of its major group",
            of(|of| {
                let openings = of.outlook.openings_annual_thousands.number()?;
                Some(100.0 * openings / of.outlook.employment_base_thousands.number()?)
            }),
            Against::Peers(major_group),
            Scale::Points,
            percent,
        ),
        measure(
            "Employed in ten years",
            "people employed now and the growth rate",
            of(|of| Some(of.outlook.employment_projected_thousands.number()? * 1000.0)),
            own(|of| {
                let growth = 1.0 + of.outlook.employment_change_percent.number()? / 100.0;
                Some(of.outlook.employment_base_thousands.number()? * 1000.0 * growth)
            }),
            Scale::Ratio,
            people_counted,
        ),
        measure(
            "Change",
            "people employed in ten years less those employed now, in percent of these",
            of(|of| {
                let change = of.outlook.employment_change_thousands.number()?;
                Some(100.0 * change / of.outlook.employment_base_thousands.number()?)
            }),
            own(|of| {
                let base = of.outlook.employment_base_thousands.number()?;
                Some(100.0 * (of.outlook.employment_projected_thousands.number()? - base) / base)
            }),
            Scale::Points,
            percent,
        ),
        measure(
            "Self-employed",
            "the share of everybody whom the wage survey does not count",
            of(|of| of.outlook.self_employed_percent.number()),
            own(|of| {
                let everybody = of.outlook.employment_base_thousands.number()? * 1000.0;
                Some(100.0 * (1.0 - of.pay.employment.number()? / everybody))
            }),
            Scale::Points,
            percent,
        ),
    ]
}

fn people() -> Vec<Measure> {
    let share = |row: &'static str, figure: fn(&Figures) -> Cell| {
        let figure = of(move |figures| figure(figures).number());
        measure(row, MAJOR_GROUP, figure, Against::Peers(major_group), Scale::Points, percent)
    };
    vec![
        measure(
            "Average age",
            MAJOR_GROUP,
            of(|of| of.people.median_age_years.number()),
            Against::Peers(major_group),
            Scale::Points,
            years,
        ),
        share("Gender ratio", |of| of.people.women_percent),
        share("Race ratio: White", |of| of.people.white_percent),
        share("Race ratio: Black or African American", |of| of.people.black_percent),
        share("Race ratio: Asian", |of| of.people.asian_percent),
        share("Race ratio: Hispanic or Latino", |of| of.people.hispanic_percent),
        measure(
            "Weekly earnings, women and men",
            "the yearly salary over 52 weeks",
            of(|of| {
                let people = &of.people;
                between(people.earnings_weekly_women_median_usd, people.earnings_weekly_men_median_usd)
            }),
            own(|of| Some(of.pay.annual.median.number()? / WEEKS_A_YEAR)),
            Scale::Ratio,
            usd,
        ),
        measure(
            "Weekly earnings, women and men: women",
            "men",
            of(|of| of.people.earnings_weekly_women_median_usd.number()),
            own(|of| of.people.earnings_weekly_men_median_usd.number()),
            Scale::Ratio,
            usd,
        ),
    ]
}

const POPULATION_SURVEY: &str = "the population survey";

/// The person records: against the population survey where both have a figure, else against similar occupations.
fn community() -> Vec<Measure> {
    let share = |row: &'static str, against_what, figure: fn(&Figures) -> Cell, against| {
        measure(row, against_what, of(move |of| figure(of).number()), against, Scale::Points, percent)
    };
    let surveyed = |figure: fn(&Figures) -> Cell| own(move |of| figure(of).number());
    let race = |figures: &Figures, place: usize| figures.community.races.get(place)?.value.number();
    let [hispanic, white, black, asian] = [0, 1, 2, 3].map(|place| of(move |of| race(of, place)));
    let once = |row: &'static str, figure, against| {
        measure(row, POPULATION_SURVEY, figure, against, Scale::Points, percent)
    };
    vec![
        share(
            "Gender ratio: women, by the person records",
            POPULATION_SURVEY,
            |of| of.community.women.value,
            surveyed(|of| of.people.women_percent),
        ),
        measure(
            "Age spread: the age that half have not reached",
            POPULATION_SURVEY,
            of(|of| of.community.age_median.value.number()),
            surveyed(|of| of.people.median_age_years),
            Scale::Points,
            years,
        ),
        once(
            "Race, each person counted once: Hispanic or Latino",
            hispanic,
            surveyed(|of| of.people.hispanic_percent),
        ),
        once("Race, each person counted once: White", white, surveyed(|of| of.people.white_percent)),
        once(
            "Race, each person counted once: Black or African American",
            black,
            surveyed(|of| of.people.black_percent),
        ),
        once("Race, each person counted once: Asian", asian, surveyed(|of| of.people.asian_percent)),
        share("Works from home", MAJOR_GROUP, |of| of.community.home.value, Against::Peers(major_group)),
        measure(
            "Usual hours a week",
            MAJOR_GROUP,
            of(|of| of.community.hours_mean.value.number()),
            Against::Peers(major_group),
            Scale::Points,
            hours,
        ),
        share(
            "Most common major: people with a bachelor's degree or more",
            "the shares of table 5.3",
            |of| of.community.degree.value,
            own(|of| {
                let [.., bachelors, masters, doctoral] = of.attainment.shares;
                Some(bachelors.number()? + masters.number()? + doctoral.number()?)
            }),
        ),
        measure(
            "Most common major: its share",
            MAJOR_GROUP,
            of(|of| of.community.majors.first()?.share.value.number()),
            Against::Peers(major_group),
            Scale::Points,
            percent,
        ),
    ]
}

fn graduates() -> Vec<Measure> {
    vec![
        measure(
            "Job satisfaction",
            ALL,
            of(|of| of.satisfaction.very_satisfied_percent),
            Against::Peers(everybody),
            Scale::Points,
            percent,
        ),
        measure(
            "Most common college",
            "openings a year; the figure is all graduates in its fields",
            of(|of| match &of.graduates {
                Graduates::Counted { graduates, .. } => Some(*graduates),
                _ => None,
            }),
            own(|of| Some(of.outlook.openings_annual_thousands.number()? * 1000.0)),
            Scale::Ratio,
            people_counted,
        ),
    ]
}
