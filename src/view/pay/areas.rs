//! Pay of an occupation in every place, as tables in the order that the reader asks for.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

use super::{
    PaidBy, at_average_prices, cite_metropolitan, cite_nonmetropolitan, cite_parities, cite_states, middle,
};
use crate::domain::{AreaPay, AreaType, Cell, PayUnit, Place};
use crate::view::citations::Citations;
use crate::view::format::{Count, Plain};
use crate::view::table::{Column, Layout, Line, Table, brief, rank};

/// What the rows are ordered by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The median, of metropolitan areas the mean.
    #[default]
    Pay,
    /// Jobs.
    Jobs,
    /// The location quotient.
    Concentration,
    /// The place's name.
    Name,
    /// Pay at the nation's average prices.
    Adjusted,
}

impl Sort {
    /// In the order of their links.
    pub const ALL: [Self; 5] = [Self::Pay, Self::Jobs, Self::Concentration, Self::Name, Self::Adjusted];

    /// The word in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Jobs => "jobs",
            Self::Concentration => "concentration",
            Self::Name => "name",
            Self::Adjusted => "adjusted",
        }
    }

    /// The inverse of [`Sort::token`].
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.token() == token)
    }

    /// The words of its link.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Jobs => "jobs",
            Self::Concentration => "concentration",
            Self::Name => "name",
            Self::Adjusted => "pay at average prices",
        }
    }

    /// Names begin with A, figures with the highest.
    #[must_use]
    pub fn usual_order(self) -> Order {
        if self == Self::Name { Order::Ascending } else { Order::Descending }
    }
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The lowest first.
    Ascending,
    /// The highest first.
    Descending,
}

impl Order {
    /// The word in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        if self == Self::Ascending { "asc" } else { "desc" }
    }

    /// The inverse of [`Order::token`].
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Ascending, Self::Descending].into_iter().find(|order| order.token() == token)
    }

    /// The other way.
    #[must_use]
    pub fn turned(self) -> Self {
        if self == Self::Ascending { Self::Descending } else { Self::Ascending }
    }

    /// The word of `aria-sort`.
    #[must_use]
    pub fn spoken(self) -> &'static str {
        if self == Self::Ascending { "ascending" } else { "descending" }
    }
}

/// What the tables are made of.
#[derive(Clone, Copy)]
pub struct Areas<'a> {
    /// Every place.
    pub places: &'a [Place],
    /// The occupation's pay by the survey's code.
    pub pay: &'a HashMap<String, AreaPay>,
    /// The unit.
    pub basis: PaidBy,
    /// What the rows are ordered by.
    pub sort: Sort,
    /// Which way.
    pub order: Order,
    /// The place that the reader chose: its row stands first.
    pub chosen: Option<&'a Place>,
    /// The nation's mean of the release that the metropolitan means are of.
    pub previous_mean_usd: Option<f64>,
}

/// More than so many times the nation's mean is more likely an error or a handful of people than an area's pay.
const TIMES_THE_NATION: f64 = 2.0;

/// One place of a table.
#[derive(Clone, Copy)]
struct Entry<'a> {
    place: &'a Place,
    pay: &'a AreaPay,
}

impl Areas<'_> {
    /// States and territories.
    #[must_use]
    pub fn states(&self, citations: &mut Citations) -> Table {
        let marks = [cite_states(citations, "Pay by state"), cite_parities(citations, "At average prices")];
        let table = self.surveyed("States and territories", |place| {
            matches!(place.area_type, AreaType::State | AreaType::Territory)
        });
        Table { marks: marks.into_iter().flatten().chain(self.minimum_wages(citations)).collect(), ..table }
    }

    /// The parts of states outside metropolitan areas.
    #[must_use]
    pub fn nonmetropolitan(&self, citations: &mut Citations) -> Table {
        let marks = [
            cite_nonmetropolitan(citations, "Pay outside metropolitan areas"),
            cite_parities(citations, "At average prices"),
        ];
        let table =
            self.surveyed("Outside metropolitan areas", |place| place.area_type == AreaType::Nonmetropolitan);
        Table { marks: marks.into_iter().flatten().chain(self.minimum_wages(citations)).collect(), ..table }
    }

    fn minimum_wages(&self, citations: &mut Citations) -> Option<crate::view::citations::Mark> {
        (self.basis != PaidBy::Year)
            .then(|| citations.cite("minimum_wages", "minimum_wage_hourly_usd", "Against the minimum wage"))
            .flatten()
    }

    /// Metropolitan areas, of which the mean alone is known.
    #[must_use]
    pub fn metropolitan(&self, citations: &mut Citations) -> Table {
        let marks = [
            cite_metropolitan(citations, "Pay by metropolitan area"),
            cite_parities(citations, "At average prices"),
        ];
        let entries = self.entries(|place| place.area_type == AreaType::Metropolitan);
        let unit = unit(self.basis);
        let sort = if matches!(self.sort, Sort::Jobs | Sort::Concentration) { Sort::Name } else { self.sort };
        let order = if sort == self.sort { self.order } else { Order::Ascending };
        Table {
            layout: Layout::Mean,
            caption: format!("Metropolitan areas: mean {unit}, May 2024"),
            marks: marks.into_iter().flatten().collect(),
            names: column("Area", sort == Sort::Name, order),
            columns: vec![
                column("Mean", sort == Sort::Pay, order),
                column("At average prices", sort == Sort::Adjusted, order),
            ],
            rows: self.sorted(entries, sort, order, |entry| {
                let mean = self.basis.mean(entry.pay);
                let print = |usd| {
                    let far = self.previous_mean_usd.is_some_and(|nation| usd > TIMES_THE_NATION * nation);
                    format!("{}{}", self.basis.print(usd), if far { " (doubtful)" } else { "" })
                };
                vec![brief(mean, print), self.adjusted(*entry)]
            }),
        }
    }

    /// States and territories that publish nothing of the occupation.
    #[must_use]
    pub fn states_without_a_row(&self) -> Vec<String> {
        let lacks = |place: &&Place| anchor(place).is_some() && !self.pay.contains_key(&place.area_code);
        self.places.iter().filter(lacks).map(|place| place.name.clone()).collect()
    }

    fn surveyed(&self, title: &str, of_table: impl Fn(&Place) -> bool) -> Table {
        let entries = self.entries(of_table);
        let sorted = |label, sort| column(label, self.sort == sort, self.order);
        let plain = |label| column(label, false, self.order);
        let by_hour = self.basis == PaidBy::Hour;
        let mut columns = if by_hour {
            vec![sorted("Median", Sort::Pay), plain("Mean")]
        } else {
            vec![
                plain("10th percentile"),
                plain("25th"),
                sorted("Median", Sort::Pay),
                plain("75th"),
                plain("90th percentile"),
                plain("Mean"),
            ]
        };
        columns.extend([
            sorted("Jobs", Sort::Jobs),
            plain("Per 1,000 jobs"),
            sorted("Location quotient", Sort::Concentration),
            sorted("Median at average prices", Sort::Adjusted),
        ]);
        if self.basis != PaidBy::Year {
            columns.push(plain("Times the minimum wage"));
        }
        Table {
            layout: if by_hour { Layout::Hour } else { Layout::Year },
            caption: format!("{title}: pay {}, and jobs", unit(self.basis)),
            marks: Vec::new(),
            names: sorted("Place", Sort::Name),
            columns,
            rows: self.sorted(entries, self.sort, self.order, |entry| self.cells(*entry)),
        }
    }

    fn cells(&self, entry: Entry) -> Vec<Cow<'static, str>> {
        let Entry { place, pay } = entry;
        let usd = |cell| brief(cell, |usd| self.basis.print(usd));
        let mut cells: Vec<Cow<'static, str>> = if self.basis == PaidBy::Hour {
            vec![usd(pay.wage_hourly_median_usd)]
        } else {
            pay.wage_annual_percentiles_usd.map(usd).into()
        };
        cells.push(usd(self.basis.mean(pay)));
        cells.push(brief(pay.employment, |jobs| Count(jobs).to_string()));
        cells.push(brief(pay.jobs_per_1000, |jobs| Plain(jobs).to_string()));
        cells.push(brief(pay.location_quotient, |quotient| Plain(quotient).to_string()));
        cells.push(self.adjusted(entry));
        if self.basis != PaidBy::Year {
            cells.push(times_minimum(pay, place));
        }
        cells
    }

    /// Pay at average prices, with the state whose prices stand in where the place has none of its own.
    fn adjusted(&self, Entry { place, pay }: Entry) -> Cow<'static, str> {
        let usd = at_average_prices(middle(self.basis, place, pay), place).map(|usd| self.basis.print(usd));
        match (usd, &place.parity_of) {
            (Some(usd), Some(state)) => format!("{usd} ({state})").into(),
            (Some(usd), None) => usd.into(),
            (None, _) if place.price_parity.number().is_none() => "no parity".into(),
            (None, _) => "no pay".into(),
        }
    }

    fn entries(&self, of_table: impl Fn(&Place) -> bool) -> Vec<Entry<'_>> {
        let entry = |place| Some(Entry { place, pay: self.pay.get(&place.area_code)? });
        self.places.iter().filter(|place| of_table(place)).filter_map(entry).collect()
    }

    fn sorted(
        &self,
        mut entries: Vec<Entry>,
        sort: Sort,
        order: Order,
        cells: impl Fn(&Entry) -> Vec<Cow<'static, str>>,
    ) -> Vec<Line> {
        let chosen =
            |entry: &Entry| self.chosen.is_some_and(|place| place.area_code == entry.place.area_code);
        // Places are known by name; the sort keeps their order where the figures are equal.
        if sort == Sort::Name {
            if order == Order::Descending {
                entries.reverse();
            }
        } else {
            entries.sort_by(|one, other| compare(self.rank(*one, sort), self.rank(*other, sort), order));
        }
        entries.sort_by_key(|entry| !chosen(entry));
        entries
            .iter()
            .map(|entry| Line {
                id: anchor(entry.place),
                href: Some(format!("/places/{}", entry.place.slug)),
                name: entry.place.name.clone(),
                cells: cells(entry),
                chosen: chosen(entry),
            })
            .collect()
    }

    fn rank(&self, Entry { place, pay }: Entry, sort: Sort) -> Option<f64> {
        let middle = middle(self.basis, place, pay);
        match sort {
            Sort::Pay => rank(middle),
            Sort::Jobs => rank(pay.employment),
            Sort::Concentration => rank(pay.location_quotient),
            Sort::Adjusted => at_average_prices(middle, place),
            Sort::Name => None,
        }
    }
}

/// The anchor of a state's row: a tile of the map leads there.
#[must_use]
pub fn anchor(place: &Place) -> Option<String> {
    matches!(place.area_type, AreaType::State | AreaType::Territory).then(|| format!("p-{}", place.slug))
}

/// How many times the minimum wage the hourly median is.
fn times_minimum(pay: &AreaPay, place: &Place) -> Cow<'static, str> {
    match (pay.wage_hourly_median_usd, place.minimum_wage_hourly_usd) {
        (Cell::Number(median), Cell::Number(minimum)) => format!("{:.1}", median / minimum).into(),
        (_, Cell::Missing(_)) => "none known".into(),
        (median, _) => brief(median, |_| String::new()),
    }
}

fn unit(basis: PaidBy) -> &'static str {
    match basis.unit() {
        PayUnit::Hour => "in dollars an hour",
        PayUnit::Year => "in dollars a year",
    }
}

fn column(label: &'static str, sorted: bool, order: Order) -> Column {
    Column { label, sorted: sorted.then(|| order.spoken()) }
}

/// Rows without a figure come last, whichever way.
fn compare(one: Option<f64>, other: Option<f64>, order: Order) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => match order {
            Order::Ascending => one.total_cmp(&other),
            Order::Descending => other.total_cmp(&one),
        },
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_figure_come_last_either_way() {
        for order in [Order::Ascending, Order::Descending] {
            assert_eq!(compare(Some(1.0), None, order), Ordering::Less);
            assert_eq!(compare(None, Some(1.0), order), Ordering::Greater);
        }
        assert_eq!(compare(Some(1.0), Some(2.0), Order::Descending), Ordering::Greater);
        assert_eq!(compare(Some(1.0), Some(2.0), Order::Ascending), Ordering::Less);
    }

    #[test]
    fn words_of_an_address_are_read_back() {
        for sort in Sort::ALL {
            assert_eq!(Sort::from_token(sort.token()), Some(sort));
        }
        assert_eq!(Sort::from_token("Pay"), None);
        assert_eq!(Order::from_token(Order::Ascending.token()), Some(Order::Ascending));
    }
}
