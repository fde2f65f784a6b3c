//! What the directory is filtered and sorted by.

use super::{Choice, Company};

/// A band of sizes, of our own.
pub(super) struct Size {
    pub(super) token: &'static str,
    pub(super) label: &'static str,
    /// People from which on.
    pub(super) from: f64,
}

impl Size {
    pub(super) fn choice(&self) -> Choice {
        Choice { token: self.token.to_owned(), label: self.label.to_owned() }
    }
}

pub(super) const SIZES: [Size; 6] = [
    Size { token: "under-1000", label: "Under 1,000", from: 0.0 },
    Size { token: "1000", label: "1,000 to 4,999", from: 1e3 },
    Size { token: "5000", label: "5,000 to 9,999", from: 5e3 },
    Size { token: "10000", label: "10,000 to 49,999", from: 10e3 },
    Size { token: "50000", label: "50,000 to 99,999", from: 50e3 },
    Size { token: "100000", label: "100,000 and more", from: 100e3 },
];

pub(super) const LETTERS: [(&str, &str); 27] = [
    ("0-9", "0-9"),
    ("a", "A"),
    ("b", "B"),
    ("c", "C"),
    ("d", "D"),
    ("e", "E"),
    ("f", "F"),
    ("g", "G"),
    ("h", "H"),
    ("i", "I"),
    ("j", "J"),
    ("k", "K"),
    ("l", "L"),
    ("m", "M"),
    ("n", "N"),
    ("o", "O"),
    ("p", "P"),
    ("q", "Q"),
    ("r", "R"),
    ("s", "S"),
    ("t", "T"),
    ("u", "U"),
    ("v", "V"),
    ("w", "W"),
    ("x", "X"),
    ("y", "Y"),
    ("z", "Z"),
];

/// What is known of a company's shares.
pub(super) const KINDS: [(&str, &str); 3] =
    [("public", "Public"), ("private", "Not traded"), ("unlisted", "Not in the list of large companies")];

/// A filter of choices; a person may take several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// NAICS sector of the industry.
    Sector,
    /// State of the headquarters.
    State,
    /// Band of people employed.
    Size,
    /// Public, not traded, or not in the list of large companies.
    Kind,
    /// First letter of the name.
    Letter,
    /// States that it works in: headquarters, or ten applications or more for work there.
    Work,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] = [Self::Sector, Self::State, Self::Size, Self::Kind, Self::Letter, Self::Work];

    /// Its name in an address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::State => "state",
            Self::Size => "size",
            Self::Kind => "kind",
            Self::Letter => "letter",
            Self::Work => "work",
        }
    }

    pub(super) fn place(self) -> usize {
        self as usize
    }
}

/// What the directory is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are what they are called")]
pub enum Measure {
    Name,
    Employees,
    Revenue,
    Profit,
    ProfitPerEmployee,
    WorkerPay,
    Filings,
    Occupations,
    Offer,
}

impl Measure {
    /// Every measure; the name first.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Employees,
        Self::Revenue,
        Self::Profit,
        Self::ProfitPerEmployee,
        Self::WorkerPay,
        Self::Filings,
        Self::Occupations,
        Self::Offer,
    ];
    /// Numbers that companies report.
    pub const REPORTED: [Self; 5] =
        [Self::Employees, Self::Revenue, Self::Profit, Self::ProfitPerEmployee, Self::WorkerPay];
    /// Numbers that come of applications.
    pub const FILED: [Self; 3] = [Self::Filings, Self::Occupations, Self::Offer];

    /// Its name in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Employees => "employees",
            Self::Revenue => "revenue",
            Self::Profit => "profit",
            Self::ProfitPerEmployee => "per-employee",
            Self::WorkerPay => "worker-pay",
            Self::Filings => "filings",
            Self::Occupations => "occupations",
            Self::Offer => "offer",
        }
    }

    /// A company's number, where it has one.
    #[must_use]
    pub fn of(self, company: &Company) -> Option<f64> {
        let (report, filed) = (company.report.as_ref(), company.filed.as_ref());
        match self {
            // The directory lies in the order of names.
            Self::Name => Some(0.0),
            Self::Employees => company.employees(),
            Self::Revenue => report?.revenue_usd,
            Self::Profit => report?.profit_usd,
            Self::ProfitPerEmployee => company.profit_per_employee_usd(),
            Self::WorkerPay => report?.worker_pay_usd,
            Self::Filings => Some(filed?.filings),
            Self::Occupations => Some(filed?.occupations),
            Self::Offer => filed?.offered_over_prevailing,
        }
    }
}

/// The choices of every facet that are taken. Nothing taken in a facet leaves it open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filters([u64; Facet::ALL.len()]);

impl Filters {
    /// Takes a further choice, or puts it back.
    pub fn set(&mut self, facet: Facet, choice: usize, taken: bool) {
        if let Some(chosen) = self.0.get_mut(facet.place())
            && choice < 64
        {
            *chosen = if taken { *chosen | 1 << choice } else { *chosen & !(1 << choice) };
        }
    }

    /// Opens a facet again.
    pub fn clear(&mut self, facet: Facet) {
        if let Some(chosen) = self.0.get_mut(facet.place()) {
            *chosen = 0;
        }
    }

    /// Whether something that belongs to these choices of a facet, a bit each, is left.
    pub(super) fn allow(&self, facet: Facet, choices: u64) -> bool {
        self.0.get(facet.place()).is_none_or(|taken| *taken == 0 || taken & choices != 0)
    }

    /// Whether a facet has nothing taken.
    #[must_use]
    pub fn is_open(&self, facet: Facet) -> bool {
        self.0.get(facet.place()).is_none_or(|chosen| *chosen == 0)
    }

    /// Whether a choice is taken.
    #[must_use]
    pub fn has(&self, facet: Facet, choice: usize) -> bool {
        choice < 64 && self.0.get(facet.place()).is_some_and(|chosen| chosen & (1 << choice) != 0)
    }
}
