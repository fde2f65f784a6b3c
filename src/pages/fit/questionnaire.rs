//! `/match/interests`: what a person would like to do, to tick. Its answer is the address of the finder.

use actix_web::web;
use askama::Template;

use crate::domain::fit::Asked;
use crate::http::{CachePolicy, Error, Page};
use crate::pages::layout::Head;
use crate::site::Site;

/// Where it is.
pub const PATH: &str = "/match/interests";

/// The page.
#[derive(Template)]
#[template(path = "pages/questionnaire.html")]
pub struct Questionnaire {
    head: Head,
    /// Value and text of each activity.
    activities: Vec<(String, String)>,
    /// What was answered before.
    kept: Vec<(&'static str, String)>,
    /// The finder without the questionnaire.
    back: String,
}

/// Shows the questionnaire, which keeps what the address says.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Page<Questionnaire>, Error> {
    let finder = &site.loaded.finder;
    let asked = Asked::parse(&pairs, finder);
    let head = Head::new(
        &site,
        PATH,
        "What would you like to do?",
        "Tick what you would like to do of 48 activities. The ticks become an answer for each of six kinds of interest, which fill in the search for careers that fit.",
    );
    let activities = finder.activities().iter();
    let page = Questionnaire {
        head: Head { noindex: !pairs.is_empty(), ..head }.in_section("careers"),
        activities: activities.map(|activity| (activity.id.clone(), activity.text.clone())).collect(),
        kept: asked.pairs(finder),
        back: asked.address(super::PATH, finder),
    };
    let policy = if pairs.is_empty() { CachePolicy::Shared } else { CachePolicy::Validated };
    Ok(Page::new(page).with_policy(policy))
}
