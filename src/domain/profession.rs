//! Professions: the groups of the occupational classification, from the 23 major ones down.

use std::collections::HashMap;

use crate::domain::{Cell, NameKey, Outlook, Pay, Slug};

/// How far down the classification a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupLevel {
    /// One of the 23 at the top.
    Major,
    /// Inside a major group.
    Minor,
    /// Inside a minor group; it holds occupations.
    Broad,
}

impl GroupLevel {
    /// The word used in the database; "major group" on a page.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Broad => "broad",
        }
    }

    /// The inverse of [`GroupLevel::token`].
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Major, Self::Minor, Self::Broad].into_iter().find(|level| level.token() == token)
    }
}

/// A group of the classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profession {
    /// `29-0000`
    pub soc_code: String,
    /// How far down it stands.
    pub level: GroupLevel,
    /// Title of the Standard Occupational Classification.
    pub title: String,
    /// Last part of its address. None where another group of the same name has it.
    pub slug: Option<String>,
    /// What kinds of work it gathers, in our words; empty for broad groups.
    pub description: String,
    /// The code of the nearest group above it that has a page; none for major groups.
    pub parent: Option<String>,
    /// The page that stands for it, where it has none of its own.
    pub leads_to: Option<String>,
    /// Occupations with figures inside it, at any depth.
    pub occupations: u32,
}

impl Profession {
    /// The address of its page, or of the one that stands for it.
    #[must_use]
    pub fn href(&self) -> String {
        match (&self.leads_to, &self.slug) {
            (Some(page), _) => page.clone(),
            (None, Some(slug)) => format!("/professions/{slug}"),
            (None, None) => "/professions".to_owned(),
        }
    }
}

/// Every group, and the one that each occupation belongs to.
#[derive(Debug, Default)]
pub struct Professions {
    groups: Vec<Profession>,
    by_code: HashMap<String, usize>,
    /// The code of the nearest group with a page, by the occupation's code.
    of_occupation: HashMap<String, String>,
}

/// What stands at an address below `/professions/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtAddress<'p> {
    /// A group's page.
    Page(&'p Profession),
    /// Another address.
    Moved(String),
    /// No group.
    Unknown,
}

impl Professions {
    /// Takes all groups in the order of their codes.
    #[must_use]
    pub fn new(groups: Vec<Profession>, of_occupation: HashMap<String, String>) -> Self {
        let codes = groups.iter().enumerate();
        let by_code = codes.map(|(place, group)| (group.soc_code.clone(), place)).collect();
        Self { groups, by_code, of_occupation }
    }

    /// The groups that have a page, in the order of their codes.
    pub fn with_page(&self) -> impl Iterator<Item = &Profession> {
        self.groups.iter().filter(|group| group.leads_to.is_none())
    }

    /// The group with a code.
    #[must_use]
    pub fn by_code(&self, soc_code: &str) -> Option<&Profession> {
        self.groups.get(*self.by_code.get(soc_code)?)
    }

    /// What stands at an address. A name in another number or spelling, or with a slug of another form, has moved.
    #[must_use]
    pub fn at(&self, slug: &Slug) -> AtAddress<'_> {
        let here = |group: &&Profession| group.slug.as_deref() == Some(slug.as_str());
        let key = NameKey::of(slug);
        let named = |group: &&Profession| {
            let title = Slug::from_name(&group.title);
            let spelled = [group.slug.clone(), title.ok().map(|title| title.to_string())];
            spelled
                .into_iter()
                .flatten()
                .any(|text| Slug::parse(&text).is_ok_and(|one| NameKey::of(&one) == key))
        };
        let found = self.groups.iter().find(here).or_else(|| self.with_page().find(named));
        match found.or_else(|| self.groups.iter().find(named)) {
            Some(group) if group.leads_to.is_none() && here(&group) => AtAddress::Page(group),
            Some(group) => AtAddress::Moved(group.href()),
            None => AtAddress::Unknown,
        }
    }

    /// The groups around one and the group itself, from the top down.
    #[must_use]
    pub fn trail<'p>(&'p self, group: &'p Profession) -> Vec<&'p Profession> {
        let above = |group: &&'p Profession| self.by_code(group.parent.as_deref()?);
        let mut trail: Vec<&Profession> = std::iter::successors(Some(group), above).collect();
        trail.reverse();
        trail
    }

    /// The groups with a page around an occupation, from the top down.
    #[must_use]
    pub fn trail_of_occupation(&self, soc_code: &str) -> Vec<&Profession> {
        let nearest = self.of_occupation.get(soc_code).and_then(|code| self.by_code(code));
        nearest.map(|group| self.trail(group)).unwrap_or_default()
    }

    /// The groups without a page that stand directly below one in the classification: those of the armed forces.
    #[must_use]
    pub fn merged_into(&self, group: &Profession) -> Vec<&Profession> {
        let inside = |other: &&Profession| {
            other.level == GroupLevel::Minor
                && other.occupations == 0
                && other.parent.as_deref() == Some(group.soc_code.as_str())
        };
        self.groups.iter().filter(inside).collect()
    }

    /// Groups with a page whose title has a word of the text, or one that begins so; those with most of its words
    /// first.
    #[must_use]
    pub fn near(&self, text: &str, limit: usize) -> Vec<&Profession> {
        let wanted = words(text);
        let shared = |group: &Profession| {
            let title = words(&group.title);
            wanted.iter().filter(|word| title.iter().any(|other| other.starts_with(word.as_str()))).count()
        };
        let mut near: Vec<(usize, &Profession)> =
            self.with_page().map(|group| (shared(group), group)).filter(|(shared, _)| *shared > 0).collect();
        near.sort_by_key(|(shared, group)| (usize::MAX - shared, group.level));
        near.into_iter().map(|(_, group)| group).take(limit).collect()
    }
}

/// Words that tell one group from another.
fn words(text: &str) -> Vec<String> {
    let words = crate::domain::wording::words(text).into_iter();
    words
        .filter(|word| word.len() > 2 && !matches!(word.as_str(), "occupation" | "worker" | "other"))
        .collect()
}

/// A group or an occupation with the figures of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Its code.
    pub soc_code: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// Occupations inside a group; none for an occupation.
    pub occupations: Option<u32>,
    /// Wage and salary jobs.
    pub employment: Cell,
    /// Annual median in dollars.
    pub wage_annual_median_usd: Cell,
    /// Hourly median in dollars.
    pub wage_hourly_median_usd: Cell,
    /// Change in percent over ten years.
    pub employment_change_percent: Cell,
}

/// The orders that a list can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Most jobs first.
    Jobs,
    /// Highest yearly median first.
    Pay,
    /// Fastest growth first.
    Growth,
    /// Most occupations first.
    Occupations,
    /// By title.
    Name,
}

impl Order {
    /// The word in an address.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Pay => "pay",
            Self::Growth => "growth",
            Self::Occupations => "occupations",
            Self::Name => "name",
        }
    }

    /// Brings a list into this order. What has no such figure comes last; equals stand by title.
    pub fn sort(self, listings: &mut [Listing]) {
        let rank = |listing: &Listing| match self {
            Self::Jobs => least(listing.employment),
            Self::Pay => least(listing.wage_annual_median_usd),
            Self::Growth => least(listing.employment_change_percent),
            Self::Occupations => listing.occupations.map_or(f64::NEG_INFINITY, f64::from),
            Self::Name => 0.0,
        };
        listings.sort_by(|one, other| {
            rank(other).total_cmp(&rank(one)).then_with(|| one.title.cmp(&other.title))
        });
    }
}

/// The number, or what it is at least.
fn least(cell: Cell) -> f64 {
    match cell {
        Cell::Number(number) | Cell::AtLeast(number) => number,
        Cell::Missing(_) => f64::NEG_INFINITY,
    }
}

/// Who works in a major group, from the population survey's own row.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are the shares they name, in percent")]
pub struct GroupPeople {
    pub women_percent: Cell,
    pub white_percent: Cell,
    pub black_percent: Cell,
    pub asian_percent: Cell,
    pub hispanic_percent: Cell,
    pub median_age_years: Cell,
    pub earnings_weekly_men_median_usd: Cell,
    pub earnings_weekly_women_median_usd: Cell,
}

/// Everything a page shows of a group: the releases' own figures of it, and what is inside.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigures {
    /// The wage survey's row of the group.
    pub pay: Pay,
    /// The projections' row of the group.
    pub outlook: Option<Outlook>,
    /// The population survey's; it has rows of major groups alone.
    pub people: Option<GroupPeople>,
    /// All occupations together.
    pub nation: Listing,
    /// The groups directly inside it that have a page.
    pub groups: Vec<Listing>,
    /// The occupations directly inside it.
    pub direct: Vec<Listing>,
    /// Every occupation inside it, at any depth.
    pub occupations: Vec<Listing>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Reason;

    fn group(soc_code: &str, level: GroupLevel, title: &str, slug: Option<&str>) -> Profession {
        Profession {
            soc_code: soc_code.to_owned(),
            level,
            title: title.to_owned(),
            slug: slug.map(str::to_owned),
            description: String::new(),
            parent: None,
            leads_to: None,
            occupations: 2,
        }
    }

    fn professions() -> Professions {
        let sales = group("41-0000", GroupLevel::Major, "Sales Occupations", Some("sales-occupations"));
        let cashiers = Profession {
            parent: Some("41-0000".to_owned()),
            ..group("41-2010", GroupLevel::Broad, "Cashiers", Some("cashiers-group"))
        };
        let nurses = Profession {
            leads_to: Some("/careers/registered-nurses".to_owned()),
            ..group("29-1140", GroupLevel::Broad, "Registered Nurses", Some("registered-nurses"))
        };
        let of = HashMap::from([("41-2011".to_owned(), "41-2010".to_owned())]);
        Professions::new(vec![nurses, sales, cashiers], of)
    }

    #[test]
    fn a_group_is_found_at_its_address_and_under_its_name() {
        let professions = professions();
        let at = |text: &str| professions.at(&Slug::parse(text).unwrap());
        assert!(matches!(at("cashiers-group"), AtAddress::Page(group) if group.soc_code == "41-2010"));
        assert_eq!(at("cashiers"), AtAddress::Moved("/professions/cashiers-group".to_owned()));
        assert_eq!(at("cashier"), AtAddress::Moved("/professions/cashiers-group".to_owned()));
        assert_eq!(at("registered-nurses"), AtAddress::Moved("/careers/registered-nurses".to_owned()));
        assert_eq!(at("zebras"), AtAddress::Unknown);
        let near: Vec<&str> =
            professions.near("cashier sales", 5).iter().map(|group| &*group.soc_code).collect();
        assert_eq!(near, ["41-0000", "41-2010"]);
    }

    #[test]
    fn the_way_down_to_an_occupation_has_only_groups_with_a_page() {
        let professions = professions();
        let trail: Vec<&str> =
            professions.trail_of_occupation("41-2011").iter().map(|group| &*group.soc_code).collect();
        assert_eq!(trail, ["41-0000", "41-2010"]);
        assert!(professions.trail_of_occupation("99-9999").is_empty());
    }

    #[test]
    fn what_has_no_figure_comes_last() {
        let listing = |title: &str, pay| Listing {
            soc_code: String::new(),
            title: title.to_owned(),
            href: String::new(),
            occupations: None,
            employment: Cell::Number(1.0),
            wage_annual_median_usd: pay,
            wage_hourly_median_usd: pay,
            employment_change_percent: Cell::Number(-1.0),
        };
        let mut listings = vec![
            listing("Actors", Cell::Missing(Reason::HourlyOnly)),
            listing("Nurses", Cell::Number(97_550.0)),
            listing("Surgeons", Cell::AtLeast(239_200.0)),
        ];
        let titles = |listings: &[Listing]| listings.iter().map(|one| one.title.clone()).collect::<Vec<_>>();
        Order::Pay.sort(&mut listings);
        assert_eq!(titles(&listings), ["Surgeons", "Nurses", "Actors"]);
        Order::Name.sort(&mut listings);
        assert_eq!(titles(&listings), ["Actors", "Nurses", "Surgeons"]);
    }
}
