//! The list of all careers: filters, counts, places, order, pages, and what is ticked in it.

use crate::harness::{Response, TestApp};

fn titles(page: &Response) -> Vec<String> {
    page.select(".car tbody th > a")
}

/// The cells of a column, by its name beside the figures.
fn column(page: &Response, label: &str) -> Vec<String> {
    page.select(&format!(".car td[data-l=\"{label}\"]"))
}

#[test]
fn all_careers_stand_in_one_list_most_jobs_first() {
    let site = TestApp::start();
    let page = site.get("/careers");
    assert_eq!(page.status, 200);
    let titles = titles(&page);
    assert_eq!(titles.len(), 15);
    assert_eq!(titles[..2], ["Registered Nurses", "Cashiers"]);
    assert_eq!(titles[14], "Legislators", "a career without a count of jobs stands last");
    assert_eq!(column(&page, "Jobs")[14], "Not in this wage survey");
    // Projections 2024 to 2034: 189.1 thousand openings a year.
    assert_eq!(column(&page, "Openings a year")[0], "189,100");
    assert_eq!(page.select("th[aria-sort=descending] a:first-child"), ["Jobs ↓"]);
    assert!(!page.text().contains("noindex"));
    assert!(page.select_attribute("link[rel=canonical]", "href")[0].ends_with("/careers"));
    assert!(page.select(".car th p").iter().any(|summary| summary.starts_with("Care for people")));
    assert_eq!(page.select("nav[aria-label=Main] a")[0], "Explore careers");
    assert_eq!(page.select("details.fil > summary"), ["Filters"]);
}

#[test]
fn a_choice_gives_as_many_as_it_says() {
    let site = TestApp::start();
    let page = site.get("/careers?pay_min=60000");
    let counts = page.select("input[name=education] ~ small, label:has(input[name=education]) small");
    let values = page.select_attribute("input[name=education]", "value");
    assert_eq!(values.len(), 8);
    for (value, count) in values.iter().zip(counts) {
        let chosen = site.get(&format!("/careers?pay_min=60000&education={value}"));
        assert_eq!(titles(&chosen).len().to_string(), count, "{value}");
        assert!(chosen.text().contains("noindex"));
    }
    let options = page.select("select[name=pay_max] option");
    assert!(options.contains(&"$100,000 or less (6)".to_owned()), "{options:?}");
    assert_eq!(titles(&site.get("/careers?pay_min=60000&pay_max=100000")).len(), 6);
    // Two choices of one filter are either; a number between the steps holds too.
    assert_eq!(titles(&site.get("/careers?education=no_credential&education=high_school")).len(), 3);
    let between = site.get("/careers?pay_min=64%2C500");
    assert!(between.select("option[selected]").contains(&"$64,500 or more (8)".to_owned()));
}

#[test]
fn figures_of_a_place_are_shown_and_sorted() {
    let site = TestApp::start();
    let state = site.get("/careers?in=California&sort=pay&col=pay&col=range&col=jobs");
    assert!(state.select(".car thead th")[2].ends_with("median, in California"));
    let place = titles(&state).iter().position(|title| title == "Registered Nurses").unwrap();
    // OEWS May 2025, California, 29-1141.
    assert_eq!(column(&state, "Pay a year")[place], "$140,270");
    assert_eq!(column(&state, "Pay range")[place], "$101,260 to $213,320");
    assert_eq!(column(&state, "Jobs")[place], "338,940");
    let city = site.get("/careers?in=san+jose&sort=pay");
    assert!(city.select(".car thead th")[2].contains("mean: no median is published for metropolitan areas"));
    assert!(city.select(".said").concat().contains("For metropolitan areas only the mean is published"));
    let place = titles(&city).iter().position(|title| title == "Registered Nurses").unwrap();
    // Wage level 3 of 41940, 29-1141: 91.17 an hour.
    assert_eq!(column(&city, "Pay a year")[place], "$189,630");
    assert_eq!(column(&city, "Jobs")[place], "Not published there");
    assert!(city.select(".sl li").iter().any(|source| source.contains("Prevailing wage levels")));
    let last = titles(&city).len() - 1;
    assert_eq!(titles(&city)[last], "Actors", "pay by the hour is no year's pay");
    assert!(column(&city, "Pay a year")[last].starts_with("$60.36 an hour"));
    assert_eq!(
        city.select_attribute("input[name=in]:not([type=hidden])", "value"),
        ["San Jose-Sunnyvale-Santa Clara, CA"]
    );
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_the_rest_holds() {
    let site = TestApp::start();
    let page = site.get(
        "/careers?pay_min=abc&page=-1&group=99&in=Atlantis&sort=luck&col=luck&growth_min=1e9&education=bachelors",
    );
    assert_eq!(page.status, 200);
    let problems = page.select(".problem").join(" ");
    for said in [
        "“abc” cannot be read here",
        "There is no page “-1”",
        "“99” is none of these choices",
        "There is no place called “Atlantis”",
        "The list cannot be sorted by “luck”",
        "There is no column called “luck”",
        "“1e9” cannot be read here",
    ] {
        assert!(problems.contains(said), "{said}: {problems}");
    }
    assert_eq!(page.select_attribute("#f-pay_min", "aria-describedby"), ["f-pay_min-p"]);
    assert_eq!(page.select_attribute("#f-in", "value"), ["Atlantis"]);
    assert_eq!(page.select_attribute("input[name=education][checked]", "value"), ["bachelors"]);
    assert_eq!(titles(&page).len(), 8);
    assert!(page.text().contains("noindex"));
    let late = site.get("/careers?page=99999");
    assert!(late.select(".problem").concat().contains("There is only one page"));
    assert_eq!(titles(&late).len(), 15);
    let turned = site.get("/careers?pay_min=90000&pay_max=40000");
    assert!(turned.select(".problem").concat().contains("The most pay is below the least pay"));
    for hostile in [
        format!("/careers?q={}", "a".repeat(4_000)),
        "/careers?q=%00%01%22%3E%3Cscript%3E&in=%00".to_owned(),
        format!("/careers?{}", "education=x&".repeat(300)),
        "/careers?q=%27%22%2A+OR+1%3D1--".to_owned(),
    ] {
        let page = site.get(&hostile);
        assert_eq!(page.status, 200, "{hostile}");
        assert!(!page.text().contains("<script>"));
    }
}

#[test]
fn where_nothing_fits_each_filter_says_what_it_keeps_away() {
    let site = TestApp::start();
    let page = site.get("/careers?education=no_credential&pay_min=60000&q=cashier");
    assert_eq!(titles(&page).len(), 0);
    let links = page.select_attribute(".loose a", "href");
    let counts = page.select(".loose a");
    assert!(!links.is_empty());
    for (link, count) in links.iter().zip(counts) {
        let looser = titles(&site.get(link)).len();
        assert!(count == format!("{looser} careers") || count == format!("{looser} career"), "{link}");
    }
    let page = site.get("/careers?q=zzzz&letter=z");
    assert!(page.select(".problem").concat().contains("Taking one of them away is not enough"));
    assert_eq!(page.select(".said a"), ["Clear all filters"]);
}

#[test]
fn words_find_titles_job_titles_and_codes() {
    let site = TestApp::start();
    assert_eq!(titles(&site.get("/careers?q=relief+charge+nurse")), ["Registered Nurses"]);
    assert!(titles(&site.get("/careers?q=rn")).contains(&"Registered Nurses".to_owned()));
    assert_eq!(titles(&site.get("/careers?q=29-1141")), ["Registered Nurses"]);
    let page = site.get("/careers?q=teacher&sort=name");
    assert!(titles(&page).iter().any(|title| title.starts_with("Elementary School Teachers")));
    assert_eq!(page.select_attribute("#f-q", "value"), ["teacher"]);
}

#[test]
fn ready_lists_letters_and_professions_are_listed_and_named() {
    let site = TestApp::start();
    let highest = site.get("/careers?sort=pay");
    assert_eq!(highest.select("h1"), ["Highest paying careers"]);
    assert_eq!(titles(&highest)[0], "Physicians, All Other");
    assert!(!highest.text().contains("noindex"));
    let letter = site.get("/careers?letter=E");
    assert_eq!(letter.select("h1"), ["Careers that begin with E"]);
    assert_eq!(titles(&letter), ["Electricians", "Elementary School Teachers, Except Special Education"]);
    let group = site.get("/careers?group=29");
    assert_eq!(group.select("h1"), ["Careers in Healthcare Practitioners and Technical"]);
    assert!(!group.text().contains("noindex"));
    assert!(site.get("/careers?group=29&letter=r").text().contains("noindex"));
    let sitemap = site.get("/sitemap.xml").text();
    for address in
        ["/careers<", "/careers?sort=pay<", "/careers?group=29-0000<", "&amp;sort=growth&amp;order=asc<"]
    {
        assert!(sitemap.contains(address), "{address}");
    }
    assert!(!sitemap.contains("letter=z"), "no career begins so");
    let home = site.get("/").select_attribute("main a", "href");
    assert!(home.contains(&"/careers?home_min=20&sort=home".to_owned()), "{home:?}");
}

#[test]
fn interests_are_own_or_of_the_careers_inside() {
    let site = TestApp::start();
    let page = site.get("/careers?col=interest&col=women&col=home&sort=name");
    let of = |label: &str, title: &str| {
        let place = titles(&page).iter().position(|other| other == title).unwrap();
        column(&page, label)[place].clone()
    };
    assert_eq!(of("Interest", "Registered Nurses"), "Social, Investigative, Conventional");
    // The mean of 4.86, 5.15 and 5.69 is above that of 4.86, 5.2 and 4.99.
    assert_eq!(of("Interest", "Buyers and Purchasing Agents"), "Conventional from 3 careers inside it");
    assert!(page.select(".sl li").join(" ").contains("made by machine learning"));
    let social = site.get("/careers?interest=social");
    assert!(titles(&social).contains(&"Registered Nurses".to_owned()));
    assert!(!titles(&social).contains(&"Buyers and Purchasing Agents".to_owned()));
}

#[test]
fn what_is_ticked_is_compared_and_never_lost() {
    let site = TestApp::start();
    let two = site.get("/compare?with=registered-nurses&with=actors");
    assert_eq!(two.status, 308);
    assert_eq!(two.header("location"), Some("/compare/registered-nurses-vs-actors"));
    let one = site.get("/compare?with=actors");
    assert_eq!(one.status, 200);
    assert_eq!(one.select_attribute("#a", "value"), ["Actors"]);
    assert!(one.select(".problem").concat().contains("Choose a second career"));
    let added = site.get("/compare?a=Registered+Nurses&with=actors");
    assert_eq!(added.header("location"), Some("/compare/registered-nurses-vs-actors"));
    let five = site
        .get("/compare?with=actors&with=cashiers&with=electricians&with=registered-nurses&with=legislators");
    assert_eq!(five.status, 200);
    assert!(five.select(".problem").concat().contains("four careers at most"));
    let ticked = five.select_attribute("input[name=with]", "value");
    assert_eq!(ticked, ["actors", "cashiers", "electricians", "registered-nurses", "legislators"]);
    assert_eq!(five.select_attribute("input[name=with][checked]", "value").len(), 4);
    assert_eq!(site.get("/compare?with=no-such-career&with=actors").select(".problem").len(), 1);
    assert_eq!(site.get("/compare").select_attribute("form.pick input", "value"), ["", "", "", ""]);
}
