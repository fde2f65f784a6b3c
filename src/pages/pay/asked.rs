//! The parameters of the page of pay.

use serde::Deserialize;

use crate::pages::within::{Within, with_parameters};
use crate::view::pay::areas::{Order, Sort};

/// As they stand in the address.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(rename = "in", default)]
    pub(super) within: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    order: String,
    #[serde(default)]
    pub(super) amount: String,
    #[serde(default)]
    pub(super) unit: String,
    #[serde(default)]
    pub(super) area: String,
}

/// A link that orders the tables.
pub struct SortLink {
    /// "pay"
    pub label: &'static str,
    /// Without an anchor: each table adds its own.
    pub href: String,
    /// The tables stand in its order, this way.
    pub current: Option<&'static str>,
}

impl Asked {
    /// Only a place, or nothing.
    pub(super) fn is_plain(&self) -> bool {
        [&self.sort, &self.order, &self.amount, &self.unit, &self.area].into_iter().all(String::is_empty)
    }

    /// What the tables are ordered by, which way, and what is wrong with the wish.
    pub(super) fn sorting(&self) -> (Sort, Order, Option<&'static str>) {
        let sort = Sort::from_token(&self.sort);
        let order = Order::from_token(&self.order);
        let unknown =
            (sort.is_none() && !self.sort.is_empty()) || (order.is_none() && !self.order.is_empty());
        let sort = sort.unwrap_or_default();
        let problem = unknown.then_some(
            "The tables cannot be ordered so: they stand in the usual order. Choose another below.",
        );
        (sort, order.unwrap_or_else(|| sort.usual_order()), problem)
    }

    /// The order as parameters, where one was chosen.
    pub(super) fn kept_sorting(&self) -> Vec<(&'static str, String)> {
        let mut kept = Vec::new();
        if let Some(sort) = Sort::from_token(&self.sort) {
            kept.push(("sort", sort.token().to_owned()));
        }
        if let Some(order) = Order::from_token(&self.order) {
            kept.push(("order", order.token().to_owned()));
        }
        kept
    }

    /// A link for each order; the one that holds turns it round.
    pub(super) fn sort_links(
        &self,
        path: &str,
        within: &Within,
        kept: &[(&'static str, String)],
    ) -> Vec<SortLink> {
        let (current, order, _) = self.sorting();
        let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let base = with_parameters(&within.link(path), &kept);
        let link = |sort: Sort| {
            let holds = sort == current;
            let next = if holds { order.turned() } else { sort.usual_order() };
            let parameters = [("order", next.token()), ("sort", sort.token())];
            let way = match (sort, order) {
                (Sort::Name, Order::Ascending) => "from A",
                (Sort::Name, Order::Descending) => "from Z",
                (_, Order::Ascending) => "lowest first",
                (_, Order::Descending) => "highest first",
            };
            SortLink {
                label: sort.label(),
                href: with_parameters(&base, &parameters),
                current: holds.then_some(way),
            }
        };
        Sort::ALL.into_iter().map(link).collect()
    }
}
