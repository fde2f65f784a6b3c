//! Areas of the wage survey.

/// What an area is, by the survey's own numbering (`AREA_TYPE`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaType {
    /// 1: the United States.
    Nation,
    /// 2: a state or the District of Columbia.
    State,
    /// 3: Puerto Rico, Guam, the Virgin Islands.
    Territory,
    /// 4: a metropolitan statistical area.
    Metropolitan,
    /// 6: the part of a state outside its metropolitan areas.
    Nonmetropolitan,
}

impl AreaType {
    /// The word used in `data/areas.csv` and in the database.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::State => "state",
            Self::Territory => "territory",
            Self::Metropolitan => "metropolitan",
            Self::Nonmetropolitan => "nonmetropolitan",
        }
    }

    /// The inverse of [`AreaType::token`].
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Nation, Self::State, Self::Territory, Self::Metropolitan, Self::Nonmetropolitan]
            .into_iter()
            .find(|area_type| area_type.token() == token)
    }
}
