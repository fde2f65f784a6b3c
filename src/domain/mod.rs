//! The words of the field as types. No I/O, no SQL, no HTTP.

pub mod address;
mod amount;
mod area;
mod career;
pub mod catalog;
mod community;
pub mod company;
mod comparison;
mod employer;
mod figure;
pub mod fit;
pub mod moves;
mod name;
mod pay;
mod place;
mod profession;
mod skills;
mod slug;
mod soc;
mod standing;
pub mod wording;

pub use amount::{AmountError, PayUnit, parse_amount};
pub use area::AreaType;
pub use career::{
    AgainstNation, Attainment, Basis, BestEmployer, BestPaid, Career, College, Distribution, Entry, Exposure,
    Figures, Graduates, Name, NameKind, Occupation, OccupationSummary, Outlook, OwnFigures, Pay, People,
    Preparation, Release, Satisfaction, Score, Text,
};
pub use catalog::{Catalog, INTERESTS};
pub use community::{Community, Estimate, Major};
pub use company::{Companies, Company};
pub use comparison::{ComparisonError, MOST as MOST_COMPARED, join_comparison, parse_comparison};
pub use employer::{EmployerName, Employers, LegalForm, readable};
pub use figure::{Cell, CellError, Reason};
pub use name::{NameKey, split_brackets};
pub use pay::{PayAtlas, PlaceAtlas, PlaceCareer, PreviousMean, SectorPay};
pub use place::{AreaPay, Place, Places};
pub use profession::{
    AtAddress, GroupFigures, GroupLevel, GroupPeople, Listing, Order, Profession, Professions,
};
pub use skills::{
    Element, NEEDED, Neighbor, Rating, Ratings, Shared, SkillProfile, Subject, Technology, Traits,
    WORK_VALUES, WorkStyle, WorkValues,
};
pub use slug::{Slug, SlugError};
pub use soc::{SocCode, SocCodeError, SocLevel};
pub use standing::{Percentile, Standing};
