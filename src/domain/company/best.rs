//! Best companies: four measures, each as a company's place among the ranked, brought together by weights that the reader
//! may change.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Asked, Companies, Company, Facet, Hiring, Measure};
use crate::domain::address::{Address, Problem, shown};

/// A measure of the ranking. Size is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// What it offers over the prevailing wage, the middle of its applications.
    Offer,
    /// The pay of the worker in the middle over the median of its sector.
    WorkerPay,
    /// For how many occupations it filed.
    Breadth,
    /// Profit per employee less the median of its sector, in dollars.
    Profit,
}

/// How many measures there are.
pub const CRITERIA: usize = 4;
/// Of the first three, as many as these a company needs to be ranked.
const NEEDED: usize = 2;
/// Of a sector with fewer companies that say a figure a median says little.
const LEAST_OF_SECTOR: usize = 5;
/// The weights that the page begins with: what people are paid counts most.
const USUAL_WEIGHTS: [u32; CRITERIA] = [40, 30, 10, 20];
/// Points of a measure that is not known: they neither raise nor lower a company.
const UNKNOWN_POINTS: f64 = 50.0;
/// The highest weight.
const MOST_WEIGHT: u32 = 100;

impl Criterion {
    /// Every measure, in the order of the page.
    pub const ALL: [Self; CRITERIA] = [Self::Offer, Self::WorkerPay, Self::Breadth, Self::Profit];

    /// Its name in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::WorkerPay => "pay",
            Self::Breadth => "breadth",
            Self::Profit => "profit",
        }
    }

    /// A company's figure, as exactly as the page's file gives it.
    fn of(self, company: &Company, sectors: &Sectors) -> Option<f64> {
        match self {
            Self::Offer => Measure::Offer.of(company),
            Self::WorkerPay => {
                let median = sectors.get(company.sector_code()?)?.worker_pay_usd?;
                Some((Measure::WorkerPay.of(company)? / median * 1e4).round() / 1e4)
            }
            Self::Breadth => Measure::Occupations.of(company),
            Self::Profit => {
                let median = sectors.get(company.sector_code()?)?.profit_per_employee_usd?;
                Some((Measure::ProfitPerEmployee.of(company)? - median).round())
            }
        }
    }
}

/// The sectors by code.
type Sectors<'c> = BTreeMap<&'c str, Sector>;

/// Medians of the companies of a sector, where enough of them say the figure.
#[derive(Debug)]
struct Sector {
    worker_pay_usd: Option<f64>,
    profit_per_employee_usd: Option<f64>,
}

impl Sector {
    fn of(code: &str, companies: &Companies) -> Self {
        let median = |measure| {
            let (median, count) = companies.median(code, measure)?;
            Some(median).filter(|_| count >= LEAST_OF_SECTOR)
        };
        Self {
            worker_pay_usd: median(Measure::WorkerPay),
            profit_per_employee_usd: median(Measure::ProfitPerEmployee),
        }
    }
}

/// How much each measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights(pub [u32; CRITERIA]);

impl Default for Weights {
    fn default() -> Self {
        Self(USUAL_WEIGHTS)
    }
}

/// A company that can be ranked: its figures, and what they come to among those of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Its place in the directory.
    pub company: usize,
    /// One a measure, where it has one.
    pub figures: [Option<f64>; CRITERIA],
    /// The share of the ranked companies with the figure that have a lower one, and half of those that have the same: 0 to
    /// 100.
    pub points: [Option<f64>; CRITERIA],
}

impl Standing {
    /// Its figure of a measure.
    #[must_use]
    pub fn figure(&self, criterion: Criterion) -> Option<f64> {
        self.figures.get(criterion as usize).copied().flatten()
    }

    /// Its points of a measure.
    #[must_use]
    pub fn points_of(&self, criterion: Criterion) -> Option<f64> {
        self.points.get(criterion as usize).copied().flatten()
    }

    /// The mean of its points by the weights; what is not known counts as the middle, [`UNKNOWN_POINTS`]. To a tenth, as the
    /// page shows it. None where nothing that has a weight is known.
    #[must_use]
    pub fn total(&self, weights: Weights) -> Option<f64> {
        let weighed = || self.points.iter().zip(weights.0).filter(|(_, weight)| *weight > 0);
        if weighed().all(|(points, _)| points.is_none()) {
            return None;
        }
        let sum: f64 =
            weighed().map(|(points, weight)| points.unwrap_or(UNKNOWN_POINTS) * f64::from(weight)).sum();
        let all: u32 = weights.0.iter().sum();
        Some((sum / f64::from(all) * 10.0).round() / 10.0)
    }
}

/// The companies that can be ranked.
#[derive(Debug, Default)]
pub(super) struct Measured {
    standings: Vec<Standing>,
    by_company: HashMap<usize, usize>,
}

impl Measured {
    pub(super) fn of(companies: &Companies) -> Self {
        let codes = companies.choices(Facet::Sector).iter().map(|choice| choice.token.as_str());
        let sectors: Sectors = codes.map(|code| (code, Sector::of(code, companies))).collect();
        let mut standings = Vec::new();
        for (place, company) in companies.all().enumerate() {
            let figures = Criterion::ALL.map(|criterion| criterion.of(company, &sectors));
            if figures.iter().take(3).flatten().count() >= NEEDED {
                standings.push(Standing { company: place, figures, points: [None; CRITERIA] });
            }
        }
        for place in 0..CRITERIA {
            let figure = |standing: &Standing| standing.figures.get(place).copied().flatten();
            let mut all: Vec<f64> = standings.iter().filter_map(figure).collect();
            all.sort_by(f64::total_cmp);
            for standing in &mut standings {
                let points = figure(standing).map(|figure| percentile(figure, &all));
                if let Some(slot) = standing.points.get_mut(place) {
                    *slot = points;
                }
            }
        }
        let by_company = standings.iter().enumerate().map(|(place, standing)| (standing.company, place));
        let by_company = by_company.collect();
        Self { standings, by_company }
    }
}

/// The share of `sorted` below a figure, and half of what equals it: 0 to 100.
#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn percentile(figure: f64, sorted: &[f64]) -> f64 {
    let below = sorted.partition_point(|other| *other < figure);
    let up_to = sorted.partition_point(|other| *other <= figure);
    100.0 * (below as f64 + (up_to - below) as f64 / 2.0) / sorted.len() as f64
}

/// A company of the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked<'c> {
    /// Its figures.
    pub standing: &'c Standing,
    /// 0 to 100, to a tenth.
    pub total: f64,
    /// 1 for the best of those that the filters leave; equal totals share a rank.
    pub rank: usize,
    /// The same among all that are ranked.
    pub rank_of_all: usize,
    /// Others of those left have the same total.
    pub tied: bool,
}

/// The companies that the filters leave.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking<'c> {
    /// The best first; of equals by address.
    pub ranked: Vec<Ranked<'c>>,
    /// Places in the directory of those that cannot be ranked, most filings first.
    pub unranked: Vec<usize>,
    /// Companies ranked, filters aside.
    pub all: usize,
}

impl Companies {
    /// A company's figures and points, where it can be ranked.
    #[must_use]
    pub fn standing(&self, company: usize) -> Option<&Standing> {
        self.best.standings.get(*self.best.by_company.get(&company)?)
    }

    /// A company's rank among all that can be ranked, whether others share it, and how many they are.
    #[must_use]
    pub fn rank(&self, standing: &Standing, weights: Weights) -> Option<(usize, bool, usize)> {
        let own = standing.total(weights)?;
        let totals: Vec<f64> = self.best.standings.iter().filter_map(|other| other.total(weights)).collect();
        let above = totals.iter().filter(|total| **total > own).count();
        let same = totals.iter().filter(|total| total.total_cmp(&own).is_eq()).count();
        Some((above + 1, same > 1, totals.len()))
    }

    /// How many companies have each measure, of those that can be ranked.
    #[must_use]
    pub fn coverage(&self) -> [usize; CRITERIA] {
        let mut coverage = [0; CRITERIA];
        for standing in &self.best.standings {
            for (count, figure) in coverage.iter_mut().zip(standing.figures) {
                *count += usize::from(figure.is_some());
            }
        }
        coverage
    }

    /// Ranks what the filters leave; `hiring` as in [`Companies::results`].
    #[must_use]
    pub fn ranking(&self, asked: &BestAsked, hiring: Option<&Hiring>) -> Ranking<'_> {
        let mut all: Vec<(f64, &Standing)> = self
            .best
            .standings
            .iter()
            .filter_map(|standing| Some((standing.total(asked.weights)?, standing)))
            .collect();
        all.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let left = self.results(&asked.filters, hiring).rows;
        let ranks_of_all = ranks(all.iter().map(|(total, _)| *total));
        let is_left: HashSet<usize> = left.iter().copied().collect();
        let kept: Vec<(f64, &Standing, usize)> = all
            .iter()
            .zip(ranks_of_all)
            .filter(|((_, standing), _)| is_left.contains(&standing.company))
            .map(|((total, standing), (rank, _))| (*total, *standing, rank))
            .collect();
        let ranks = ranks(kept.iter().map(|(total, _, _)| *total));
        let ranked: Vec<Ranked> = kept
            .into_iter()
            .zip(ranks)
            .map(|((total, standing, rank_of_all), (rank, tied))| Ranked {
                standing,
                total,
                rank,
                rank_of_all,
                tied,
            })
            .collect();
        let placed: HashSet<usize> = ranked.iter().map(|ranked| ranked.standing.company).collect();
        Ranking {
            ranked,
            unranked: left.into_iter().filter(|place| !placed.contains(place)).collect(),
            all: all.len(),
        }
    }
}

/// Ranks of totals that fall, and whether each is shared.
fn ranks(totals: impl Iterator<Item = f64>) -> Vec<(usize, bool)> {
    let totals: Vec<u64> = totals.map(f64::to_bits).collect();
    let mut ranks: Vec<(usize, bool)> = Vec::with_capacity(totals.len());
    for (place, total) in totals.iter().enumerate() {
        let before = place.checked_sub(1).filter(|before| totals.get(*before) == Some(total));
        let rank = before.and_then(|before| ranks.get(before)).map_or(place + 1, |(rank, _)| *rank);
        let tied = before.is_some() || totals.get(place + 1) == Some(total);
        ranks.push((rank, tied));
    }
    ranks
}

/// The whole state of the ranking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestAsked {
    /// What narrows it, and the page; the order is the ranking's own.
    pub filters: Asked,
    /// How much each measure counts; the usual ones where an address says what is none.
    pub weights: Weights,
    /// The weights as typed, where they are not usual.
    pub typed: [Option<String>; CRITERIA],
    /// Whether those that cannot be ranked are listed instead.
    pub unranked: bool,
}

impl BestAsked {
    /// Where it lies.
    pub const PATH: &str = "/companies/best";

    /// Reads the pairs of an address. What is unknown or wrong becomes a [`Problem`], never a failure.
    #[must_use]
    pub fn parse(pairs: &[(String, String)], companies: &Companies) -> Self {
        let mut filters = Asked::parse(pairs, companies);
        // A ranking has no other order.
        (filters.sort, filters.order) = (None, None);
        filters.problems.retain(|problem| !matches!(problem.field, "sort" | "order"));
        let mut weights = Weights::default();
        let mut typed = [const { None }; CRITERIA];
        for ((criterion, weight), typed) in Criterion::ALL.into_iter().zip(&mut weights.0).zip(&mut typed) {
            let sent = pairs.iter().rev().find(|(name, _)| name == criterion.token());
            let Some(text) = sent.map(|(_, text)| shown(text)).filter(|text| !text.is_empty()) else {
                continue;
            };
            match text.parse::<u32>() {
                Ok(number) if number <= MOST_WEIGHT => *weight = number,
                _ => filters.problem(
                    criterion.token(),
                    format!("“{text}” is no weight: it is a whole number from 0 to {MOST_WEIGHT}."),
                ),
            }
            *typed = Some(text);
        }
        if weights.0 == [0; CRITERIA] {
            filters.problem("weights", "One weight at least has to be above 0.".to_owned());
        }
        let list = pairs.iter().rev().find(|(name, _)| name == "list").map(|(_, value)| shown(value));
        let unranked = match list.as_deref() {
            None | Some("" | "ranked") => false,
            Some("unranked") => true,
            Some(other) => {
                filters.problem("list", format!("There is no list “{other}”."));
                false
            }
        };
        Self { filters, weights, typed, unranked }
    }

    /// Whether the weights can be used.
    #[must_use]
    pub fn is_weighed(&self) -> bool {
        let fields = || Criterion::ALL.into_iter().map(Criterion::token).chain(["weights"]);
        !fields().any(|field| Problem::of_field(&self.filters.problems, field).is_some())
    }

    /// Whether nothing narrows it and all is usual.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        self.filters.is_open() && self.weights == Weights::default() && !self.unranked
    }

    /// Another page of the same.
    #[must_use]
    pub fn on_page(mut self, page: usize) -> Self {
        self.filters.page = page;
        self
    }

    /// The one address of this state below `path`: what is usual is left out, and the rest stands in one order.
    #[must_use]
    pub fn address(&self, path: &str, companies: &Companies) -> String {
        let mut address = Address::new(path);
        self.filters.add_filters(&mut address, companies);
        if self.weights != Weights::default() {
            for (criterion, weight) in Criterion::ALL.into_iter().zip(self.weights.0) {
                address.add(criterion.token(), &weight.to_string());
            }
        }
        if self.unranked {
            address.add("list", "unranked");
        }
        if self.filters.page > 1 {
            address.add("page", &self.filters.page.to_string());
        }
        address.into_text()
    }
}
