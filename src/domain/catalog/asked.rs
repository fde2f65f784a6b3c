//! What an address asks of the list, and the address of what is asked. Any address is answered.

use super::Catalog;
use super::choices::{Bound, Facet, Filters};
use super::sort::{Column, Order};
use crate::domain::address::{Address, Problem, number, shown};

/// Values of an address that are read: all choices of all facets and columns, and some.
const VALUES: usize = 120;

/// The whole state of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Words of a title, as typed.
    pub words: String,
    /// A place, as typed or as its address has it.
    pub place: String,
    /// The choices and bounds.
    pub filters: Filters,
    /// Chosen columns, each once; the usual ones where none is chosen.
    pub columns: Vec<Column>,
    /// What it is sorted by; none is the usual.
    pub sort: Option<Column>,
    /// None is the column's usual order.
    pub order: Option<Order>,
    /// From 1.
    pub page: usize,
    /// What cannot be read, by field.
    pub problems: Vec<Problem>,
}

impl Asked {
    /// Reads the pairs of an address. What is unknown or wrong becomes a [`Problem`], never a failure.
    #[must_use]
    pub fn parse(pairs: &[(String, String)], catalog: &Catalog) -> Self {
        let mut asked = Self {
            words: String::new(),
            place: String::new(),
            filters: Filters::default(),
            columns: Vec::new(),
            sort: None,
            order: None,
            page: 1,
            problems: Vec::new(),
        };
        for (name, value) in pairs.iter().take(VALUES) {
            // A form sends its empty fields too.
            let value = shown(value);
            if !value.is_empty() {
                asked.read(name, value, catalog);
            }
        }
        if let (Some(least), Some(most)) = (asked.filters.of(Bound::PayMin), asked.filters.of(Bound::PayMax))
            && least > most
        {
            asked.problem("pay_max", "The most pay is below the least pay, so no career can fit.".to_owned());
        }
        asked.columns.sort_unstable();
        asked.columns.dedup();
        if asked.columns.is_empty() {
            asked.columns = Column::USUAL.to_vec();
        }
        asked
    }

    fn read(&mut self, name: &str, value: String, catalog: &Catalog) {
        if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.name() == name) {
            return self.read_choice(facet, &value, catalog);
        }
        if let Some(bound) = Bound::ALL.into_iter().find(|bound| bound.name() == name) {
            return match number(&value).filter(|number| bound.allowed().contains(number)) {
                Some(number) => self.filters.bound(bound, Some(number)),
                None => self.problem(bound.name(), wrong_number(bound, &value)),
            };
        }
        match name {
            "q" => self.words = value,
            "in" => self.place = value,
            "col" => match Column::from_token(&value) {
                Some(Column::Name) => {}
                Some(column) => self.columns.push(column),
                None => self.problem("col", format!("There is no column called “{value}”.")),
            },
            "sort" => match Column::from_token(&value) {
                Some(column) => self.sort = Some(column),
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

    fn read_choice(&mut self, facet: Facet, value: &str, catalog: &Catalog) {
        let tokens = catalog.tokens(facet);
        // The first two digits of a group say as much as its code.
        let known = tokens.iter().position(|token| {
            token.eq_ignore_ascii_case(value)
                || (facet == Facet::Group && token.strip_suffix("-0000") == Some(value))
        });
        match known {
            Some(choice) => self.filters.choose(facet, choice),
            None => self.problem(facet.name(), format!("“{value}” is none of these choices.")),
        }
    }

    /// Adds a problem of a field.
    pub fn problem(&mut self, field: &'static str, text: String) {
        self.problems.push(Problem { field, text });
    }

    /// What the list is sorted by. One of a letter is usually read by title, any other by jobs.
    #[must_use]
    pub fn sorted_by(&self) -> (Column, Order) {
        let column = self.sort.unwrap_or_else(|| self.usual_sort());
        (column, self.order.unwrap_or_else(|| column.usual_order()))
    }

    fn usual_sort(&self) -> Column {
        if self.filters.is_open(Facet::Letter) { Column::Jobs } else { Column::Name }
    }

    /// Whether every column is one that stands usually.
    #[must_use]
    pub fn has_usual_columns(&self) -> bool {
        self.columns == Column::USUAL
    }

    /// Whether nothing narrows the list.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.words.is_empty() && self.filters == Filters::default()
    }

    /// The same with nothing that narrows it; place, columns and order stay.
    #[must_use]
    pub fn opened(&self) -> Self {
        Self { words: String::new(), filters: Filters::default(), ..self.clone() }.on_page(1)
    }

    /// Another page of the same.
    #[must_use]
    pub fn on_page(mut self, page: usize) -> Self {
        self.page = page;
        self
    }

    /// The one address of this state: what is usual is left out, and the rest stands in one order.
    #[must_use]
    pub fn address(&self, catalog: &Catalog) -> String {
        let mut address = Address::new("/careers");
        address.add("q", &self.words);
        address.add("in", &self.place);
        for facet in Facet::ALL {
            for (choice, token) in catalog.tokens(facet).into_iter().enumerate() {
                if self.filters.has(facet, choice) {
                    address.add(facet.name(), token);
                }
            }
        }
        for bound in Bound::ALL {
            if let Some(number) = self.filters.of(bound) {
                address.add(bound.name(), &number.to_string());
            }
        }
        if !self.has_usual_columns() {
            self.columns.iter().for_each(|column| address.add("col", column.token()));
        }
        let (column, order) = self.sorted_by();
        if column != self.usual_sort() {
            address.add("sort", column.token());
        }
        if order != column.usual_order() {
            address.add("order", order.token());
        }
        if self.page > 1 {
            address.add("page", &self.page.to_string());
        }
        address.into_text()
    }
}

fn wrong_number(bound: Bound, value: &str) -> String {
    let example = match bound {
        Bound::PayMin | Bound::PayMax => "dollars a year such as 60000",
        Bound::GrowthMin => "percent over ten years such as 5",
        Bound::OpeningsMin => "openings a year such as 1000",
        Bound::HomeMin => "percent from 0 to 100",
    };
    format!("“{value}” cannot be read here: it has to be a number of {example}.")
}
