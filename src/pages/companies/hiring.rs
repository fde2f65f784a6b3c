//! The career that companies file for, as the address names it.

use crate::domain::company::{Asked, Hiring};
use crate::domain::{NameKind, Slug};
use crate::http::Error;
use crate::site::Site;
use crate::store::Lookup;

/// The career asked for, and who filed for it.
#[derive(Debug, Default)]
pub struct Career {
    /// What stands in the field.
    pub typed: String,
    /// "Registered Nurses", where it is known.
    pub name: Option<String>,
    /// Who filed for its occupation.
    pub hiring: Option<Hiring>,
    /// Names that may be meant.
    pub near: Vec<String>,
}

impl Career {
    /// Looks the career up. What is unknown, or belongs to several occupations, becomes a problem and leaves the filter open.
    pub fn read(site: &Site, asked: &mut Asked) -> Result<Self, Error> {
        if asked.career.is_empty() {
            return Ok(Self::default());
        }
        let typed = std::mem::take(&mut asked.career);
        let found = Slug::from_name(&typed).ok().map(|slug| site.store.lookup(&slug)).transpose()?;
        let found = match found {
            Some(Lookup::Moved(to)) => {
                Slug::parse(&to).ok().map(|slug| site.store.lookup(&slug)).transpose()?
            }
            other => other,
        };
        let Some(Lookup::Found(name)) = found else {
            asked.problem("career", format!("There is no career called “{typed}”."));
            let near = site.store.nearest(&typed, 5)?.into_iter().map(|near| near.name).collect();
            return Ok(Self { typed, near, ..Self::default() });
        };
        if name.kind == NameKind::Shared {
            let occupations = site.store.occupations_of(&name)?;
            asked.problem("career", format!("“{}” is the name of several occupations.", name.name));
            let near = occupations.into_iter().take(5).map(|occupation| occupation.title).collect();
            return Ok(Self { typed, near, ..Self::default() });
        }
        asked.career.clone_from(&name.slug);
        let hiring = site.store.hiring(&name.occupation.soc_code)?;
        Ok(Self { typed: name.name.clone(), name: Some(name.name), hiring: Some(hiring), near: Vec::new() })
    }
}
