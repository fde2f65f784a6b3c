//! `/match`: careers that fit a person's answers, with the reason for each. Its address is all that was answered.

mod form;
pub mod questionnaire;

use actix_web::web;
use askama::Template;

use crate::domain::catalog::{Column, Facet, Listing, LocalPay};
use crate::domain::fit::{Asked, By, Limit, Ranking, Taken};
use crate::domain::{Place, join_comparison};
use crate::http::{Answer, CachePolicy, Error, Page};
use crate::pages::explore::counted;
use crate::pages::layout::Head;
use crate::pages::within::Within;
use crate::site::Site;
use crate::view::citations::{Citation, Citations, Mark};
use crate::view::fit::{Sentences, entry_words, sentences};
use crate::view::format::Usd;
use crate::view::listing::{self, Shown};
use form::Form;

/// Where it is.
const PATH: &str = "/match";
/// Careers that are shown.
const SHOWN: usize = 40;
/// Careers that the link to a comparison takes.
const COMPARED: usize = 3;
/// What a figure stands under.
const COLUMNS: [Column; 3] = [Column::Pay, Column::Growth, Column::Education];

/// The page.
#[derive(Template)]
#[template(path = "pages/fit.html")]
pub struct Fit {
    head: Head,
    form: Form,
    /// Where the answers can be found again.
    address: String,
    /// "Careers that fit your interests and skills"
    heading: &'static str,
    said: Vec<String>,
    cuts: Vec<Cut>,
    careers: Vec<Suited>,
    figures: Vec<Figure>,
    /// Address and names of the first few, set side by side.
    comparison: Option<(String, String)>,
    scores: Option<Mark>,
    citations: Vec<Citation>,
}

/// What a limit took out, with the page without it.
struct Cut {
    said: String,
    href: String,
    /// "Without it: 412 careers"
    lifted: String,
}

/// What the figures of a column are.
struct Figure {
    label: &'static str,
    note: String,
    source: Option<Mark>,
}

/// A career with the reason why it stands here.
struct Suited {
    title: String,
    href: String,
    summary: Option<String>,
    figures: Vec<(&'static str, Shown)>,
    why: Sentences,
}

/// Shows the careers that fit; what was ticked in the questionnaire leads to the address of its answers.
pub async fn show(
    pairs: web::Query<Vec<(String, String)>>,
    site: web::Data<Site>,
) -> Result<Answer<Fit>, Error> {
    let (finder, catalog) = (&site.loaded.finder, &site.loaded.catalog);
    let mut asked = Asked::parse(&pairs, finder);
    if let Some(answered) = asked.with_ticks_as_answers(finder) {
        return Ok(Answer::SeeOther(answered.address(PATH, finder)));
    }
    let within = Within::read(&site, Some(&asked.place));
    let typed = std::mem::take(&mut asked.place);
    if let Some(place) = within.place() {
        asked.place.clone_from(&place.slug);
    }
    let local = within.place().map(|place| there(&site, place)).transpose()?;
    let ranking = finder.rank(&asked, catalog, local.as_deref());
    let form = Form::new(&asked, &within, typed, finder);
    let policy = if pairs.is_empty() { CachePolicy::Shared } else { CachePolicy::Validated };
    let fit = fit(&site, &asked, &within, local.as_deref(), &ranking, form);
    Ok(Page::new(Fit { head: Head { noindex: !pairs.is_empty(), ..fit.head }, ..fit })
        .with_policy(policy)
        .into())
}

/// Pay and jobs of every career in a place.
fn there(site: &Site, place: &Place) -> Result<Vec<LocalPay>, Error> {
    let pay = site.store.pay_in_place(place)?;
    let local = |listing: &Listing| LocalPay::there(pay.get(&listing.soc_code), place, &listing.pay);
    Ok(site.loaded.catalog.listings().iter().map(local).collect())
}

fn fit(
    site: &Site,
    asked: &Asked,
    within: &Within,
    local: Option<&[LocalPay]>,
    ranking: &Ranking,
    form: Form,
) -> Fit {
    let mut citations = Citations::new(&site.loaded.provenance);
    let place = within.place();
    let figures = COLUMNS.map(|column| Figure {
        label: listing::short_label(column),
        note: listing::note(column, place, &citations),
        source: listing::cite(column, place, &mut citations),
    });
    let scores = cite_scores(&mut citations);
    let pay_of = |row: usize| local.and_then(|local| local.get(row));
    let shown = ranking.rows.iter().take(SHOWN);
    let careers: Vec<(&Listing, Suited)> = shown
        .filter_map(|row| Some((*row, site.loaded.catalog.listings().get(*row)?)))
        .map(|(row, listing)| {
            let pay = pay_of(row).unwrap_or(&listing.pay);
            (listing, suited(site, asked, within, (row, listing, pay), &mut citations))
        })
        .collect();
    let first: Vec<&Listing> = careers.iter().take(COMPARED).map(|(listing, _)| *listing).collect();
    let address = asked.address(PATH, &site.loaded.finder);
    Fit {
        head: Head::new(
            site,
            &address,
            "Find careers that fit",
            "Say what you like, what you are good at, and what you need: careers of the official statistics in the order in which they fit, with the reason for each.",
        )
        .in_section("careers"),
        form,
        heading: heading(ranking.by),
        said: said(asked, ranking, site.loaded.catalog.listings().len()),
        cuts: ranking.limits.iter().map(|taken| cut(site, asked, place, taken)).collect(),
        comparison: (first.len() > 1).then(|| comparison(within, &first)),
        careers: careers.into_iter().map(|(_, suited)| suited).collect(),
        figures: figures.into(),
        address,
        scores,
        citations: citations.into_list(),
    }
}

/// O*NET's three tables are of one release; how they came to be is not the same.
fn cite_scores(citations: &mut Citations) -> Option<Mark> {
    const ABOUT: (&str, &str) = (
        "United States",
        "Interest scores are made by machine learning, as the release says, not by asking people; skills and knowledge are rated by workers and trained analysts; licence CC BY 4.0. Reshaped for this site, which its publisher has not reviewed.",
    );
    for (table, column, row) in
        [("onet_skills", "importance", "Skills"), ("onet_knowledge", "importance", "Knowledge")]
    {
        citations.cite_about(table, column, row, ABOUT);
    }
    citations.cite_about("onet_interests", "first", "Interests", ABOUT)
}

fn suited(
    site: &Site,
    asked: &Asked,
    within: &Within,
    (row, listing, pay): (usize, &Listing, &LocalPay),
    citations: &mut Citations,
) -> Suited {
    let finder = &site.loaded.finder;
    let reason = finder.reason(asked, row, listing);
    let figure = |column| {
        let shown = listing::cell(column, listing, pay, within.place(), citations);
        // Nothing is sorted by pay here.
        let level = shown.level.map(|_| "published by the hour only".to_owned());
        (listing::short_label(column), Shown { level, ..shown })
    };
    Suited {
        title: listing.title.clone(),
        href: within.link(&format!("/careers/{}", listing.slug)),
        summary: listing.summary.clone(),
        figures: COLUMNS.map(figure).into(),
        why: sentences(&reason, finder, &listing.education, &listing.experience),
    }
}

fn comparison(within: &Within, first: &[&Listing]) -> (String, String) {
    let address = join_comparison(first.iter().map(|listing| listing.slug.as_str()));
    let names = if first.len() == 2 { "Compare the first two" } else { "Compare the first three" };
    (within.link(&format!("/compare/{address}")), names.to_owned())
}

fn heading(by: By) -> &'static str {
    match by {
        By::Both => "Careers by your interests and skills",
        By::Interests => "Careers by your interests",
        By::Skills => "Careers by your skills",
        By::Openings => "Careers by openings a year",
    }
}

/// How many there are, what they stand by, and who is not among them.
fn said(asked: &Asked, ranking: &Ranking, all: usize) -> Vec<String> {
    let found = ranking.rows.len();
    let of_all = if found == all { counted(all) } else { format!("{} of {}", counted(found), counted(all)) };
    let mut said = vec![match found {
        0 => format!("None of {} careers passes all your limits.", counted(all)),
        1..=SHOWN => format!("{of_all} careers."),
        _ => format!("{of_all} careers; these are the first {SHOWN}."),
    }];
    let answered = asked.interests.iter().flatten().count();
    said.push(match (ranking.by, answered) {
        (By::Both, _) => "What you like and what you are good at count alike.".to_owned(),
        (By::Skills | By::Openings, 1) => {
            "One answer on interests has nothing to be set against, so it says nothing: answer two at least."
                .to_owned()
        }
        (By::Skills | By::Openings, 2..) => {
            "Your answers on interests are all alike, so they say nothing of what you like more.".to_owned()
        }
        (By::Openings, _) => {
            "You have said nothing of interests or skills, so the careers with most openings stand first."
                .to_owned()
        }
        (By::Interests | By::Skills, _) => String::new(),
    });
    if ranking.by == By::Openings && answered > 0 {
        said.push("So the careers with most openings stand first.".to_owned());
    }
    if ranking.unscored > 0 {
        said.push(format!(
            "{} are left out because O*NET has no such scores of them or of careers inside them.",
            counted(ranking.unscored)
        ));
    }
    said.retain(|sentence| !sentence.is_empty());
    said
}

fn cut(site: &Site, asked: &Asked, place: Option<&Place>, taken: &Taken) -> Cut {
    let careers = |number: usize| {
        if number == 1 { "1 career".to_owned() } else { format!("{} careers", counted(number)) }
    };
    let out = careers(taken.out);
    let place = place.map(|place| format!(" {}", place.phrase())).unwrap_or_default();
    let (said, without) = match taken.limit {
        Limit::Place => (format!("{out}: neither pay nor jobs are published{place}."), "In any place"),
        Limit::Education => {
            let level = asked.reach().and_then(|level| Facet::Education.tokens().get(level));
            let most = entry_words(level.copied().unwrap_or_default());
            (format!("{out}: the usual entry asks for more than {most}."), "With any further study")
        }
        Limit::Pay => {
            let usd = Usd(asked.pay.unwrap_or_default());
            (format!("{out}: pay{place} is below {usd} a year or not published by the year."), "With any pay")
        }
    };
    Cut {
        said,
        href: taken.limit.lifted(asked).address(PATH, &site.loaded.finder),
        lifted: format!("{without}: {}", careers(taken.without)),
    }
}
