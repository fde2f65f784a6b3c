//! What every page says of itself in its head, and how a career stands in headings and links.

use crate::domain::{Career, Company, Name, NameKind, Profession};
use crate::site::Site;
use crate::view::charts::Accent;

/// The head of a page.
pub struct Head {
    /// Stands before the site's name in the title.
    pub title: String,
    /// One or two sentences for those who see only a link.
    pub description: String,
    /// The full address that search engines should keep.
    pub canonical: String,
    /// Not to be listed by search engines: it says nothing that its canonical page does not.
    pub noindex: bool,
    /// The entry of the navigation that the page belongs to.
    pub section: &'static str,
}

impl Head {
    /// A page that stands for itself at `path`.
    pub fn new(site: &Site, path: &str, title: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            canonical: site.public_address(path),
            noindex: false,
            section: "",
        }
    }

    /// The same in a section of the navigation.
    #[must_use]
    pub fn in_section(self, section: &'static str) -> Self {
        Self { section, ..self }
    }
}

/// A page above the one that is shown.
pub struct Crumb {
    /// "Management Occupations"
    pub title: String,
    /// Its address.
    pub href: String,
}

impl Crumb {
    /// The way from all professions down these groups.
    #[must_use]
    pub fn trail(groups: &[&Profession]) -> Vec<Self> {
        let top = Self { title: "Professions".to_owned(), href: "/professions".to_owned() };
        let below = groups.iter().map(|group| Self { title: group.title.clone(), href: group.href() });
        std::iter::once(top).chain(below).collect()
    }
}

/// A career as a heading or a column.
pub struct Heading {
    /// Its color and shape.
    pub accent: Accent,
    /// Its name as it is shown.
    pub name: String,
    /// Its address.
    pub href: String,
    /// The last part of it.
    pub slug: String,
    /// What a reader should know of whose figures these are, or nothing.
    pub note: String,
    /// The occupation's page, where the career is a title.
    pub occupation: Option<(String, String)>,
    /// The other occupations of a shared name: name and slug.
    pub others: Vec<(String, String)>,
}

impl Heading {
    /// A group of occupations as the one column of its page's tables.
    #[must_use]
    pub fn of_group(group: &Profession) -> Self {
        Self {
            accent: Accent::A,
            name: group.title.clone(),
            href: group.href(),
            slug: group.slug.clone().unwrap_or_default(),
            note: String::new(),
            occupation: None,
            others: Vec::new(),
        }
    }

    /// The heading of the company at a place of the page.
    #[must_use]
    pub fn of_company(place: usize, company: &Company) -> Self {
        Self {
            accent: Accent::of(place),
            name: company.name.clone(),
            href: company.href(),
            slug: company.slug.clone(),
            note: String::new(),
            occupation: None,
            others: Vec::new(),
        }
    }

    /// The heading of the career at a place of the page.
    #[must_use]
    pub fn new(place: usize, career: &Career) -> Self {
        let name = &career.name;
        let occupation = (name.kind != NameKind::Occupation)
            .then(|| (name.occupation.title.clone(), format!("/careers/{}", name.occupation.slug)));
        Self {
            accent: Accent::of(place),
            name: name.name.clone(),
            href: format!("/careers/{}", name.slug),
            slug: name.slug.clone(),
            note: note(name, !career.own.is_empty(), career.shared_by.len()),
            occupation,
            others: career
                .shared_by
                .iter()
                .filter(|occupation| occupation.slug != name.occupation.slug)
                .map(|occupation| (occupation.title.clone(), occupation.slug.clone()))
                .collect(),
        }
    }
}

fn note(name: &Name, has_own: bool, shared_by: usize) -> String {
    let of_name = match name.kind {
        NameKind::Occupation if name.occupation.combined => {
            "The statistics publish several occupations together under this name.".to_owned()
        }
        NameKind::Occupation => String::new(),
        NameKind::Title if has_own => {
            "A job title. Its own figures come from a commercial career site; the official figures are those of its \
             occupation:"
                .to_owned()
        }
        NameKind::Title => "A job title. The figures are those of its occupation:".to_owned(),
        NameKind::Shared => format!(
            "A name of {shared_by} occupations. Here it stands for the one with most jobs:"
        ),
    };
    if name.added {
        format!("No official release lists this title; Career Atlas files it under its occupation. {of_name}")
    } else {
        of_name
    }
}
