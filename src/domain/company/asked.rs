//! What an address asks of the directory, and the address of what is asked. Any address is answered.

use super::{Companies, Facet, Filters, Measure};
use crate::domain::address::{Address, Problem, shown};
use crate::domain::catalog::Order;

/// What the directory is sorted by where nothing is asked.
const USUAL: Measure = Measure::Employees;
/// Values of an address that are read: all choices of all facets, and some.
const VALUES: usize = 180;

/// The whole state of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Words of a name, as typed.
    pub words: String,
    /// The career that they file for: a name or slug as typed, or nothing.
    pub career: String,
    /// The choices taken.
    pub filters: Filters,
    /// What it is sorted by; none is the usual.
    pub sort: Option<Measure>,
    /// None is the measure's usual order.
    pub order: Option<Order>,
    /// From 1.
    pub page: usize,
    /// What cannot be read, by field.
    pub problems: Vec<Problem>,
}

impl Asked {
    /// Reads the pairs of an address. What is unknown or wrong becomes a [`Problem`], never a failure.
    #[must_use]
    pub fn parse(pairs: &[(String, String)], companies: &Companies) -> Self {
        let mut asked = Self {
            words: String::new(),
            career: String::new(),
            filters: Filters::default(),
            sort: None,
            order: None,
            page: 1,
            problems: Vec::new(),
        };
        for (name, value) in pairs.iter().take(VALUES) {
            // A form sends its empty fields too.
            let value = shown(value);
            if !value.is_empty() {
                asked.read(name, value, companies);
            }
        }
        asked
    }

    fn read(&mut self, name: &str, value: String, companies: &Companies) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.name() == name) {
            let choices = companies.choices(facet);
            match choices.iter().position(|choice| choice.token.eq_ignore_ascii_case(&value)) {
                Some(choice) => self.filters.set(facet, choice, true),
                None => self.problem(facet.name(), format!("“{value}” is none of these choices.")),
            }
            return;
        }
        match name {
            "q" => self.words = value,
            "career" => self.career = value,
            "sort" => match Measure::ALL.into_iter().find(|measure| measure.token() == value) {
                Some(measure) => self.sort = Some(measure),
                None => self.problem("sort", format!("The list cannot be sorted by “{value}”.")),
            },
            "order" => match Order::from_token(&value) {
                Some(order) => self.order = Some(order),
                None => self.problem("order", format!("“{value}” is no order: it is asc or desc.")),
            },
            "page" => match value.parse::<usize>() {
                Ok(page) if page > 0 => self.page = page,
                _ => self.problem("page", format!("There is no page “{value}”. This is the first.")),
            },
            // Other parameters, such as those that mailings add, say nothing here.
            _ => {}
        }
    }

    /// Adds a problem of a field.
    pub fn problem(&mut self, field: &'static str, text: String) {
        self.problems.push(Problem { field, text });
    }

    /// What the directory is sorted by: usually the number of people.
    #[must_use]
    pub fn sorted_by(&self) -> (Measure, Order) {
        let measure = self.sort.unwrap_or(USUAL);
        (measure, self.order.unwrap_or_else(|| usual_order(measure)))
    }

    /// Whether nothing narrows the directory.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.words.is_empty() && self.career.is_empty() && self.filters == Filters::default()
    }

    /// The same with nothing that narrows it; the order stays.
    #[must_use]
    pub fn opened(&self) -> Self {
        Self { words: String::new(), career: String::new(), filters: Filters::default(), ..self.clone() }
            .on_page(1)
    }

    /// Another page of the same.
    #[must_use]
    pub fn on_page(mut self, page: usize) -> Self {
        self.page = page;
        self
    }

    /// The one address of this state: what is usual is left out, and the rest stands in one order.
    #[must_use]
    pub fn address(&self, companies: &Companies) -> String {
        let mut address = Address::new("/companies");
        self.add_filters(&mut address, companies);
        let (measure, order) = self.sorted_by();
        if measure != USUAL {
            address.add("sort", measure.token());
        }
        if order != usual_order(measure) {
            address.add("order", order.token());
        }
        if self.page > 1 {
            address.add("page", &self.page.to_string());
        }
        address.into_text()
    }

    /// Writes what narrows it.
    pub(super) fn add_filters(&self, address: &mut Address, companies: &Companies) {
        address.add("q", &self.words);
        address.add("career", &self.career);
        for facet in Facet::ALL {
            for (place, choice) in companies.choices(facet).iter().enumerate() {
                if self.filters.has(facet, place) {
                    address.add(facet.name(), &choice.token);
                }
            }
        }
    }
}

/// Names from A on, numbers from the highest.
fn usual_order(measure: Measure) -> Order {
    if measure == Measure::Name { Order::Ascending } else { Order::Descending }
}
