//! The links of the list: ready lists, letters, professions, pages, and what to loosen where nothing fits.

use crate::domain::Catalog;
use crate::domain::catalog::{Asked, Bound, Column, Facet, Order, Results};
use crate::pages::explore::SHOWN;
use crate::pages::explore::form::{bound_in_words, counted};
use crate::view::listing;

/// A list with a name: the address says all of it.
struct Ready {
    /// "Highest paying careers"
    pub name: &'static str,
    /// One or two sentences.
    pub about: &'static str,
    /// As [`Asked::address`] writes it.
    pub href: &'static str,
}

/// The lists that stand ready.
const READY: [Ready; 8] = [
    Ready {
        name: "Highest paying careers",
        about: "By median pay a year. Where pay is above the limit that the survey publishes, careers stand by title.",
        href: "/careers?sort=pay",
    },
    Ready {
        name: "Fastest growing careers",
        about: "By the projected change over ten years in percent. Small careers can grow fast and add few jobs.",
        href: "/careers?sort=growth",
    },
    Ready {
        name: "Careers with most openings",
        about: "By projected openings a year. They count those who leave for other work or retire, not new jobs alone.",
        href: "/careers?sort=openings",
    },
    Ready {
        name: "Careers with most new jobs",
        about: "By the jobs that the projections expect to be added in ten years.",
        href: "/careers?sort=new",
    },
    Ready {
        name: "Shrinking careers",
        about: "Careers for which the projections expect fewer jobs in ten years, the steepest first. They can have openings all the same.",
        href: "/careers?growth=shrinking&sort=growth&order=asc",
    },
    Ready {
        name: "Careers that ask for no degree",
        about: "Careers whose usual entry asks for less than an associate's degree. Some ask for training or an award.",
        href: "/careers?education=no_credential&education=high_school&education=some_college&education=postsecondary_award",
    },
    Ready {
        name: "Best paid careers without a degree",
        about: "Careers whose usual entry asks for less than an associate's degree, by median pay a year.",
        href: "/careers?education=no_credential&education=high_school&education=some_college&education=postsecondary_award&sort=pay",
    },
    Ready {
        name: "Careers with most people working from home",
        about: "By the share of people at work who worked from home, where the survey has at least 100 records. Many figures are of several careers that share a code.",
        href: "/careers?home_min=20&sort=home",
    },
];

/// The lists that stand ready.
#[must_use]
pub fn ready() -> Vec<Link> {
    READY
        .iter()
        .map(|list| Link { name: list.name.to_owned(), href: list.href.to_owned(), current: false })
        .collect()
}

/// A link, with whether it leads to the list in view.
pub struct Link {
    /// Its text.
    pub name: String,
    /// Its address.
    pub href: String,
    /// It is the page's own.
    pub current: bool,
}

/// A link with how many careers it leads to; none leads nowhere.
pub struct Counted {
    /// Its text.
    pub name: String,
    /// Its address, where it leads to any.
    pub href: Option<String>,
    /// "123"
    pub count: String,
    /// It is taken.
    pub current: bool,
}

/// One filter less, and what that gives.
pub struct Loosened {
    /// "Pay of $200,000 or more"
    pub filter: String,
    /// The list without it.
    pub href: String,
    /// "12 careers"
    pub count: String,
}

/// The numbered pages.
pub struct Pager {
    /// Every page.
    pub pages: Vec<Link>,
    /// The one before.
    pub previous: Option<String>,
    /// The one after.
    pub next: Option<String>,
}

impl Pager {
    /// Brings the page asked for among those there are.
    pub fn new(asked: &mut Asked, found: usize, catalog: &Catalog) -> Self {
        let last = found.div_ceil(SHOWN).max(1);
        if asked.page > last {
            let there =
                if last == 1 { "is only one page".to_owned() } else { format!("are only {last} pages") };
            asked.problem("page", format!("There {there}. This is the last."));
            asked.page = last;
        }
        let page = asked.page;
        let address = |number: usize| asked.clone().on_page(number).address(catalog);
        let pages = (1..=last).map(|number| Link {
            name: number.to_string(),
            href: address(number),
            current: number == page,
        });
        Self {
            pages: if last > 1 { pages.collect() } else { Vec::new() },
            previous: (page > 1).then(|| address(page - 1)),
            next: (page < last).then(|| address(page + 1)),
        }
    }
}

/// Whether search engines should list the page: the whole list, a ready one, a letter, or a profession.
pub fn is_listed(asked: &Asked, catalog: &Catalog) -> bool {
    let address = asked.clone().on_page(1).address(catalog);
    let simple = |prefix: &str| {
        address.strip_prefix(prefix).is_some_and(|choice| !choice.is_empty() && !choice.contains('&'))
    };
    asked.problems.is_empty()
        && (address == "/careers"
            || READY.iter().any(|list| list.href == address)
            || simple("/careers?letter=")
            || simple("/careers?group="))
}

/// Every address of the list that stands for itself: for the sitemap.
#[must_use]
pub fn listed_addresses(catalog: &Catalog) -> Vec<String> {
    let mut addresses = vec!["/careers".to_owned()];
    addresses.extend(READY.iter().map(|list| list.href.to_owned()));
    for facet in [Facet::Letter, Facet::Group] {
        for (place, token) in catalog.tokens(facet).into_iter().enumerate() {
            if catalog.listings().iter().any(|listing| listing.choice(facet) == Some(place)) {
                addresses.push(format!("/careers?{}={token}", facet.name()));
            }
        }
    }
    addresses
}

/// What the list in view is called, and what is said of it.
pub fn heading(asked: &Asked, catalog: &Catalog) -> (String, &'static str) {
    const ABOUT: &str = "All occupations of the official statistics in one list. Filter and sort it, tick careers and compare them. The address of the page keeps what you chose.";
    let address = asked.clone().on_page(1).address(catalog);
    if let Some(list) = READY.iter().find(|list| list.href == address) {
        return (list.name.to_owned(), list.about);
    }
    if is_listed(asked, catalog) {
        for (facet, words) in [(Facet::Letter, "Careers that begin with"), (Facet::Group, "Careers in")] {
            let taken = catalog
                .tokens(facet)
                .into_iter()
                .enumerate()
                .find(|(place, _)| asked.filters.has(facet, *place));
            if let Some((place, token)) = taken {
                let title = catalog.groups().get(place).map_or("", |group| group.title.as_str());
                return (format!("{words} {}", listing::choice(facet, token, title)), ABOUT);
            }
        }
    }
    ("Explore careers".to_owned(), ABOUT)
}

/// The ready lists as links.
pub fn ready_lists(asked: &Asked, catalog: &Catalog) -> Vec<Link> {
    let address = asked.clone().on_page(1).address(catalog);
    ready().into_iter().map(|link| Link { current: link.href == address, ..link }).collect()
}

/// The first letters, each with how many careers it gives.
pub fn letters(asked: &Asked, results: &Results, catalog: &Catalog) -> Vec<Counted> {
    counted_links(Facet::Letter, asked, results, catalog)
}

/// The professions, each with how many careers it has.
pub fn groups(asked: &Asked, results: &Results, catalog: &Catalog) -> Vec<Counted> {
    counted_links(Facet::Group, asked, results, catalog)
}

fn counted_links(facet: Facet, asked: &Asked, results: &Results, catalog: &Catalog) -> Vec<Counted> {
    let counts = results.counts.of_facet(facet).iter().enumerate();
    counts
        .zip(catalog.tokens(facet))
        .map(|((place, count), token)| {
            let mut other = asked.clone().on_page(1);
            other.filters.clear(facet);
            other.filters.choose(facet, place);
            let title = catalog.groups().get(place).map_or("", |group| group.title.as_str());
            Counted {
                name: listing::choice(facet, token, title),
                href: (*count > 0).then(|| other.address(catalog)),
                count: counted(*count),
                current: asked.filters.has(facet, place),
            }
        })
        .collect()
}

/// Each filter that alone keeps everything away, with what the list would hold without it; most first.
pub fn loosened(asked: &Asked, results: &Results, catalog: &Catalog) -> Vec<Loosened> {
    let mut found: Vec<(usize, String, Asked)> = Vec::new();
    if !asked.words.is_empty() {
        let other = Asked { words: String::new(), ..asked.clone() };
        found.push((results.counts.without_words(), format!("The words “{}”", asked.words), other));
    }
    for facet in Facet::ALL.into_iter().filter(|facet| !asked.filters.is_open(*facet)) {
        let mut other = asked.clone();
        other.filters.clear(facet);
        found.push((results.counts.without_facet(facet), listing::legend(facet).to_owned(), other));
    }
    for bound in Bound::ALL {
        if let Some(number) = asked.filters.of(bound) {
            let mut other = asked.clone();
            other.filters.bound(bound, None);
            let subject = match bound {
                Bound::PayMin | Bound::PayMax => "Pay a year",
                Bound::GrowthMin => "Growth",
                Bound::OpeningsMin => "Openings",
                Bound::HomeMin => "Working from home",
            };
            let filter = format!("{subject}: {}", bound_in_words(bound, number));
            found.push((results.counts.without_bound(bound), filter, other));
        }
    }
    found.retain(|(count, _, _)| *count > 0);
    found.sort_by_key(|(count, _, _)| std::cmp::Reverse(*count));
    found
        .into_iter()
        .map(|(count, filter, other)| Loosened {
            filter,
            href: other.on_page(1).address(catalog),
            count: if count == 1 { "1 career".to_owned() } else { format!("{} careers", counted(count)) },
        })
        .collect()
}

/// As `aria-sort` has it.
#[must_use]
pub fn direction(order: Order) -> &'static str {
    match order {
        Order::Ascending => "ascending",
        Order::Descending => "descending",
    }
}

/// Which end stands first, in words.
pub fn first_of(column: Column, order: Order) -> &'static str {
    match (column, order) {
        (Column::Name | Column::Interest, Order::Ascending) => "A to Z",
        (Column::Name | Column::Interest, Order::Descending) => "Z to A",
        (Column::Education, Order::Ascending) => "least first",
        (Column::Education, Order::Descending) => "most first",
        (Column::Age, Order::Ascending) => "youngest first",
        (Column::Age, Order::Descending) => "oldest first",
        (_, Order::Ascending) => "lowest first",
        (_, Order::Descending) => "highest first",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ready_list_has_the_address_that_the_form_gives() {
        let catalog = Catalog::default();
        for list in &READY {
            let (_, query) = list.href.split_once('?').unwrap();
            let pairs: Vec<(String, String)> = query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            let asked = Asked::parse(&pairs, &catalog);
            assert_eq!(asked.address(&catalog), list.href);
            assert!(is_listed(&asked, &catalog), "{}", list.name);
        }
    }
}
