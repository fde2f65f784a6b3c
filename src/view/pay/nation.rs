//! The nation: its whole distribution, women and men, and the change since the release before.

use askama::Template as _;

use super::PaidBy;
use crate::domain::{Career, Cell, Distribution, Pay, PayAtlas, PreviousMean, Reason};
use crate::view::charts::{Accent, PayRange, PayRanges};
use crate::view::citations::{Citations, Mark};
use crate::view::facts::Fact;
use crate::view::format::{Percent, Usd, UsdCents};
use crate::view::row::Value;
use crate::view::sections;
use crate::view::words;

/// Two standard errors either way hold 95 of 100 repetitions of a survey.
const Z_95_PERCENT: f64 = 1.96;

/// One point of the distribution, by the year and by the hour.
pub struct Point {
    /// "10th percentile"
    pub label: &'static str,
    /// What it means, or nothing.
    pub note: &'static str,
    /// Dollars a year, or why not.
    pub year: Value,
    /// Dollars an hour, or why not.
    pub hour: Value,
}

/// The distribution from the lowest to the highest percentile, then the mean.
#[must_use]
pub fn distribution(pay: &Pay, citations: &mut Citations) -> Vec<Point> {
    let source = citations.cite("oews_national", "wage_annual_median_usd", "Pay in the nation");
    let point = |label, note, cell: fn(&Distribution) -> Cell| Point {
        label,
        note,
        year: amount(cell(&pay.annual), source, |usd| Usd(usd).to_string()),
        hour: amount(cell(&pay.hourly), source, |usd| UsdCents(usd).to_string()),
    };
    vec![
        point("10th percentile", "one in ten jobs pays less", |pay| pay.p10),
        point("25th percentile", "a quarter pays less", |pay| pay.p25),
        point("Median", "half pays less", |pay| pay.median),
        point("75th percentile", "a quarter pays more", |pay| pay.p75),
        point("90th percentile", "one in ten pays more", |pay| pay.p90),
        point("Mean", "all pay divided by all jobs", |pay| pay.mean),
    ]
}

/// An amount, or why there is none.
pub(super) fn amount(cell: Cell, source: Option<Mark>, print: impl Fn(f64) -> String) -> Value {
    match cell {
        Cell::Number(usd) => Value::known(print(usd), source),
        Cell::AtLeast(usd) => Value::known(format!("{} or more", print(usd)), source),
        Cell::Missing(reason) => Value::missing(words::reason(reason, "Not in this wage survey"), source),
    }
}

/// The nation's pay as a range, and that of the chosen place beside it.
#[must_use]
pub fn chart(name: &str, nation: &Pay, chosen: Option<(&str, [Cell; 5])>) -> Option<String> {
    let Distribution { p10, p25, median, p75, p90, .. } = nation.annual;
    let ranges = [(Accent::A, "United States", [p10, p25, median, p75, p90])]
        .into_iter()
        .chain(chosen.map(|(place, cells)| (Accent::B, place, cells)));
    let ranges: Vec<PayRange> = ranges
        .filter_map(|(accent, place, cells)| range(accent, format!("{name}, {place}"), cells))
        .collect();
    (!ranges.is_empty())
        .then(|| {
            PayRanges::new(ranges).titled("Yearly pay from the 10th to the 90th percentile").render().ok()
        })
        .flatten()
}

fn range(accent: Accent, label: String, cells: [Cell; 5]) -> Option<PayRange> {
    let [p10, p25, median, p75, p90] = cells;
    let (p10, median) = p10.number().zip(median.number())?;
    Some(PayRange { accent, label, p10, box_: p25.number().zip(p75.number()), median, p90: p90.number() })
}

/// Weekly earnings of women and men, and how far apart they are.
#[must_use]
pub fn women_and_men(career: &Career, citations: &mut Citations) -> Vec<Fact> {
    let earnings = sections::earnings(career, citations).and_then(Fact::of);
    let people = &career.figures.people;
    let (women, men) = (people.earnings_weekly_women_median_usd, people.earnings_weekly_men_median_usd);
    let against = women.number().zip(men.number()).map(|(women, men)| {
        let label = "Women's median against men's";
        let source = citations.cite("cps", "earnings_weekly_women_median_usd", label);
        let share = Percent(women / men * 100.0);
        let text = if women < men {
            format!("{share}, {} a week less", Usd(men - women))
        } else if women > men {
            format!("{share}, {} a week more", Usd(women - men))
        } else {
            "The same".to_owned()
        };
        Fact::new(label, "no margin of error is published", Value::known(text, source))
    });
    earnings.into_iter().chain(against).collect()
}

/// The mean of both releases, and whether it has changed.
#[must_use]
pub fn change(pay: &Pay, atlas: &PayAtlas, basis: PaidBy, citations: &mut Citations) -> Vec<Fact> {
    let hourly = basis == PaidBy::Hour;
    let print = |usd: f64| basis.print(usd);
    let now = if hourly { pay.hourly.mean } else { pay.annual.mean };
    let before_cell = previous(atlas, basis).unwrap_or(Cell::Missing(Reason::Absent));
    let (column, note) =
        if hourly { ("wage_hourly_mean_usd", "an hour") } else { ("wage_annual_mean_usd", "a year") };
    let old = citations.cite("oews_national_previous", column, "Change of the mean");
    let new = citations.cite("oews_national", column, "Change of the mean");
    let label = |table| format!("Mean, {}", citations.period(table, column));
    let (old_label, new_label) = (label("oews_national_previous"), label("oews_national"));
    let errors = atlas
        .previous
        .map_or((None, None), |previous| (previous.rse_percent.number(), pay.mean_rse_percent.number()));
    let changed = match (now, before_cell, errors) {
        (Cell::Number(now), Cell::Number(before), (Some(old_error), Some(new_error))) => {
            let margin = Z_95_PERCENT * (before * old_error / 100.0).max(now * new_error / 100.0);
            let (text, judged) = changed(before, now, margin, print);
            Value::known(text, new).with_line(Some(judged), None)
        }
        _ => Value::missing("Not known: one of the two means is not published as a number", None),
    };
    vec![
        Fact::new(old_label, note, amount(before_cell, old, print)),
        Fact::new(new_label, note, amount(now, new, print)),
        Fact::new("Change", "not adjusted for the rise of prices", changed),
    ]
}

/// The mean of the release before, where it is published as a number.
#[must_use]
pub fn previous_mean(atlas: &PayAtlas, basis: PaidBy) -> Option<f64> {
    previous(atlas, basis)?.number()
}

fn previous(atlas: &PayAtlas, basis: PaidBy) -> Option<Cell> {
    let PreviousMean { hourly_usd, annual_usd, .. } = atlas.previous?;
    Some(if basis == PaidBy::Hour { hourly_usd } else { annual_usd })
}

fn changed(before: f64, now: f64, margin: f64, print: impl Fn(f64) -> String) -> (String, String) {
    let difference = now - before;
    let size = difference.abs();
    let way = if difference < 0.0 { "less" } else { "more" };
    let amount = format!("{} {way} ({})", print(size), Percent(size / before * 100.0));
    if size <= margin {
        (format!("No clear change: {amount}"), format!("inside the margin of error, {}", print(margin)))
    } else {
        (amount, format!("more than the margin of error, {}", print(margin)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_inside_the_margin_is_not_called_one() {
        let usd = |usd| Usd(usd).to_string();
        let (text, judged) = changed(50_000.0, 50_500.0, 500.0, usd);
        assert_eq!(text, "No clear change: $500 more (1.0%)");
        assert_eq!(judged, "inside the margin of error, $500");
        assert_eq!(changed(50_000.0, 48_000.0, 500.0, usd).0, "$2,000 less (4.0%)");
    }
}
