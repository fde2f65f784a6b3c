//! `career-atlas refresh`: from releases to `data/`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod chance;
pub mod committed;
mod graduates;
mod layouts;
mod offers;
mod persons;
mod refusals;
mod traced;
mod traced_persons;
mod traced_workbooks;
mod world;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use career_atlas::cli;
use career_atlas::releases::{Error, Report, WhyUnused, refresh};
use world::{NATION, NATIONAL, SECTORS, SKILLS, STATES, World, survey_row};

fn run(world: &World) -> Result<Report, Error> {
    let from = world.write();
    fs::create_dir_all(world.data().parent().unwrap()).unwrap();
    refresh(&from, &world.data(), &mut |_, _| ())
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn table(data: &Path, name: &str) -> String {
    fs::read_to_string(data.join(format!("{name}.csv"))).unwrap()
}

/// The line of a table that begins with the key.
fn line(data: &Path, name: &str, key: &str) -> String {
    let text = table(data, name);
    let found = text.lines().find(|line| line.starts_with(&format!("{key},")));
    found.unwrap_or_else(|| panic!("{name} has no {key}")).to_owned()
}

/// A table, the beginning of a line and the whole line.
const LINES: &[(&str, &str, &str)] = &[
    ("soc_groups", "13-1020", "13-1020,broad,Buyers and Purchasing Agents"),
    ("soc_groups", "55-1011", "55-1011,detailed,Air Officers"),
    ("occupations", "13-1020", "13-1020,Buyers and Purchasing Agents,true"),
    ("occupations", "29-1141", "29-1141,Registered Nurses,false"),
    ("onet_crosswalk", "13-1022.00", "13-1022.00,An O*NET title,13-1020"),
    ("census_crosswalk", "0510", "0510,13-1020,false"),
    ("census_crosswalk", "0520", "0520,13-1020,false"),
    ("census_crosswalk", "3255", "3255,29-1141,true"),
    (
        "cps_groups",
        "13-0000",
        "13-0000,Business occupations,20876,41.8,80.5,8.8,7.4,13.5,10,90,300,250,200,100,50,42.3,1563,1900,too_few_answers",
    ),
    (
        "oews_national",
        "13-1020",
        "13-1020,detailed,Buyers and purchasing agents,2025,1.5,40.5,84240,0.7,20,30,40,50,60,41600,62400,83200,104000,124800,",
    ),
    ("areas", "0100001", "0100001,nonmetropolitan,Northwest Alabama,AL"),
    ("areas", "14460", "14460,metropolitan,\"Boston-Cambridge-Newton, MA-NH\",MA"),
    ("areas", "32420", "32420,metropolitan,\"Mayagüez, PR\",PR"),
    ("area_states", "14460", "14460,MA"),
    ("oflc_metropolitan", "14460,13-1020", "14460,13-1020,40.5,hour"),
    ("oflc_metropolitan", "14460,29-1141", "14460,29-1141,51.25,hour"),
    ("oflc_metropolitan", "30500,29-1141", "30500,29-1141,100000,year"),
    ("price_parities", "nation,00", "nation,00,United States,code,100,2023"),
    ("price_parities", "state,01", "state,01,Alabama,code,89.97,2023"),
    (
        "price_parities",
        "metropolitan,14460",
        "metropolitan,14460,\"Boston-Cambridge-Newton, MA-NH\",code,110.81,2023",
    ),
    (
        "price_parities",
        "metropolitan,30500",
        "metropolitan,30500,\"California-Lexington Park, MD\",name,100.25,2023",
    ),
    ("price_parities", "metropolitan,38220", "metropolitan,38220,\"Pine Bluff, AR\",,80.33,2023"),
    ("minimum_wages", "AL", "AL,7.25,true,7.25,7.25"),
    ("minimum_wages", "DC", "DC,18.4,false,17.95,18.4"),
    ("ai_exposure", "13-1020", "13-1020,0.2917,2,0.20686721238563643"),
    ("ai_exposure", "29-1141", "29-1141,0.38095238095238093,0,0.0029317534993333486"),
    ("oews_states", "01,29-1141", "01,29-1141,900,1.5,,,40.5,84240,0.7,40,41600,62400,83200,104000,124800,"),
    ("sectors", "31-33", "31-33,Manufacturing"),
    ("oews_sectors", "31-33", "31-33,15-1252,50,1.5,,40.5,84240,0.7,40,41600,62400,83200,104000,124800,"),
    ("projections", "00-0000", "00-0000,summary,\"Total, all occupations\",100,110,10,10,5.8,12,4.7,5.9"),
    (
        "projections",
        "29-1141",
        "29-1141,line_item,Registered nurses,33.3,35,1.7,4.9,not_available,2.5,2.8,2.1",
    ),
    ("entry_requirements", "29-1141", "29-1141,bachelors,none,short_term"),
    ("attainment", "13-1020", "13-1020,true,0.5,1.2,3.9,25.6,54.4,11.8,2.6"),
    ("attainment", "29-1141", "29-1141,false,0.5,1.2,3.9,25.6,54.4,11.8,2.6"),
    ("projections_skills", "29-1141,false,Interpersonal", "29-1141,false,Interpersonal,35,2"),
    ("projections_skills", "13-1020,true,Mechanical", "13-1020,true,Mechanical,50,"),
    (
        "cps",
        "0510",
        "0510,\"Buyers, farm products\",10,too_few_answers,too_few_answers,too_few_answers,too_few_answers,too_few_answers,10,90,300,250,200,100,50,42.3,1563,1900,too_few_answers",
    ),
    (
        "cps",
        "total",
        "total,\"Total, 16 years and over\",163493,47.1,75.7,12.7,7.5,20,10,90,300,250,200,100,50,42.3,1563,1900,too_few_answers",
    ),
    ("onet_elements", "2.A.1.a", "2.A.1.a,skill,Name of 2.A.1.a"),
    ("onet_skills", "29-1141.00,2.A.1.b", "29-1141.00,2.A.1.b,4.12,0.125,3.5,"),
    ("onet_requirements", "29-1141.00,RL,12", "29-1141.00,RL,12,8.3,1.5"),
    ("onet_job_zones", "29-1141.00", "29-1141.00,4"),
    ("onet_interests", "29-1141.00", "29-1141.00,2.5,4.1,1,7,3,3.77,social,investigative,,machine_learning"),
    ("onet_abilities", "29-1141.00,1.A.1.a.2", "29-1141.00,1.A.1.a.2,4.12,0.125,3.5,"),
    ("onet_work_styles", "29-1141.00,1.D.2.a", "29-1141.00,1.D.2.a,-0.25,0"),
    ("onet_work_styles", "29-1141.00,1.D.2.c", "29-1141.00,1.D.2.c,2.5,1"),
    ("onet_work_values", "29-1141.00", "29-1141.00,5.67,5.5,4,6.67,5,4.67,2008-06"),
    ("onet_technology", "29-1141.00,Epic Systems", "29-1141.00,Epic Systems,Medical software,yes,no"),
    (
        "onet_technology",
        "29-1141.00,\"Charting, \"\"quick\"\"\"",
        "29-1141.00,\"Charting, \"\"quick\"\"\",Medical software,no,no",
    ),
    ("onet_related", "29-1141.00", "29-1141.00,15-1252.00,primary_short,1"),
    (
        "companies",
        "Zeta Air",
        "Zeta Air,public,ZTA,Airlines,Transportation,103000,58048,4609,Atlanta,Georgia,https://www.zeta.com",
    ),
    // Not traded: the ticker is another company's. A loss, and a label with two spaces.
    (
        "companies",
        "Alpha Markets",
        "Alpha Markets,private,,\"Food, Drug Stores\",Food,255000,57534.2,-4349.5,Lakeland,Florida,https://alpha.com/about",
    ),
    (
        "companies",
        "Beta Power",
        "Beta Power,public,BF.B,Energy,Energy,2000,2554,,Houston,Texas,https://www.beta.com/",
    ),
    ("company_worker_pay", "ZTA", "ZTA,\"Zeta Air Lines, Inc.\",102174,339"),
    ("company_worker_pay", "BF.B", "BF.B,Beta Corp.,,398"),
    ("graduates", "29-1141", "29-1141,bachelors,2,75,counted"),
    ("titles", "RN", "RN,,29-1141,soc onet_alternate onet_reported"),
    ("titles", "Grain Buyer", "Grain Buyer,,13-1020,soc"),
    (
        "titles",
        "Emergency Room Nurse (ER Nurse)",
        "Emergency Room Nurse (ER Nurse),ER Nurse,29-1141,onet_alternate",
    ),
    ("titles", "\"\"\"Quoted\"\" Buyer\"", "\"\"\"Quoted\"\" Buyer\",,13-1020,onet_alternate"),
];

#[test]
fn a_small_world_makes_every_table() {
    let world = World::new();
    let report = run(&world).unwrap();
    let data = world.data();
    for (name, key, expected) in LINES {
        assert_eq!(line(&data, name, key), *expected);
    }
    for name in ["titles", "onet_job_zones", "census_crosswalk", "occupations"] {
        assert!(!table(&data, name).contains("55-1011"), "{name} has a military code");
    }
    let why = |id: &str| report.unused.iter().find(|unused| unused.id == id).map(|unused| unused.why);
    assert_eq!(why("sec-filings"), Some(WhyUnused::NoReader));
    assert_eq!(why("cps-2023-11"), Some(WhyUnused::Superseded));
    assert_eq!(report.unused.len(), 2);
}

#[test]
fn the_sources_name_the_release_behind_each_column() {
    let world = World::new();
    run(&world).unwrap();
    let text = fs::read_to_string(world.data().join("sources.toml")).unwrap();
    let sources: toml::Table = toml::from_str(&text).unwrap();
    let named: Vec<&str> = sources["release"]
        .as_array()
        .unwrap()
        .iter()
        .map(|release| release["id"].as_str().unwrap())
        .collect();
    assert_eq!(named.len(), 31);
    let tables = sources["table"].as_array().unwrap();
    let of = |file: &str| tables.iter().find(|table| table["file"].as_str() == Some(file)).unwrap();
    assert_eq!(of("cps.csv")["release"].as_str(), Some("cps-2025-11"));
    assert_eq!(of("cps.csv")["columns"]["median_age_years"].as_str(), Some("cps-2025-11b"));
    assert_eq!(of("areas.csv")["also"][0].as_str(), Some("oews-2025-nonmetropolitan"));
    for table in tables {
        assert!(named.contains(&table["release"].as_str().unwrap()));
        assert!(world.data().join(table["file"].as_str().unwrap()).is_file());
    }
    assert_eq!(tables.len() + 1, files(&world.data()).len());
}

#[test]
fn markers_become_reasons() {
    let mut world = World::new();
    let sheet = "national_M2025_dl";
    let mut mark = |row, cells: &[(&str, &str)]| {
        for (heading, value) in cells {
            world.set_by_heading(NATIONAL, sheet, row, heading, *value);
        }
    };
    mark(4, &[("TOT_EMP", "**"), ("EMP_PRSE", "**"), ("A_PCT90", "#"), ("H_PCT90", "#"), ("A_PCT10", "*")]);
    mark(5, &[("ANNUAL", "TRUE"), ("H_MEAN", "*"), ("H_MEDIAN", "*"), ("A_PCT75", "*")]);
    mark(6, &[("HOURLY", "TRUE"), ("A_MEAN", "*"), ("A_MEDIAN", "*"), ("H_PCT10", "*")]);
    for heading in ["A_MEAN", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"] {
        world.set_by_heading(STATES, "state_M2025_dl", 4, heading, "*");
    }
    world.set_by_heading(SECTORS, "Natsector_M2025_dl", 2, "PCT_TOTAL", "~");
    world.replace_text(SKILLS, "LV\t3.50\t8\tn/a\tN\tN", "LV\t3.50\t8\tn/a\tY\tY");
    world.replace_text(SKILLS, "LV\t3.50\t8\tn/a\tN\tN", "LV\t3.50\t8\tn/a\tY\tN");
    world.replace_text(SKILLS, "IM\t4.12\t8\t0.1250\tN", "IM\t4.12\t8\t0.1250\tY");
    run(&world).unwrap();
    let data = world.data();
    for (name, key, expected) in [
        (
            "oews_national",
            "13-1020",
            "13-1020,detailed,Buyers and purchasing agents,employment_not_released,employment_not_released,40.5,84240,0.7,20,30,40,50,>=115,wage_not_released,62400,83200,104000,>=239200,",
        ),
        (
            "oews_national",
            "15-1252",
            "15-1252,detailed,Software developers,2025,1.5,annual_only,84240,0.7,20,30,annual_only,50,60,41600,62400,83200,wage_not_released,124800,annual",
        ),
        (
            "oews_national",
            "29-1141",
            "29-1141,detailed,Registered nurses,2025,1.5,40.5,hourly_only,0.7,wage_not_released,30,40,50,60,41600,62400,hourly_only,104000,124800,hourly",
        ),
        // The copy at hand has lost the mark HOURLY.
        (
            "oews_states",
            "01,29-1141",
            "01,29-1141,900,1.5,,,40.5,hourly_only,0.7,40,hourly_only,hourly_only,hourly_only,hourly_only,hourly_only,hourly",
        ),
        (
            "oews_sectors",
            "31-33",
            "31-33,15-1252,50,1.5,under_half_percent,40.5,84240,0.7,40,41600,62400,83200,104000,124800,",
        ),
        (
            "onet_skills",
            "15-1252.00,2.A.1.a",
            "15-1252.00,2.A.1.a,low_precision,low_precision,not_relevant,not_relevant",
        ),
        ("onet_skills", "15-1252.00,2.A.1.b", "15-1252.00,2.A.1.b,4.12,0.125,low_precision,low_precision"),
    ] {
        assert_eq!(line(&data, name, key), expected);
    }
}

#[test]
fn a_second_refresh_changes_nothing_and_leaves_our_own_files_alone() {
    let world = World::new();
    fs::create_dir_all(world.data().join("texts")).unwrap();
    for name in ["titles_added.csv", "featured.csv", "title_figures.csv", "ranks.csv", "texts/nurse.toml"] {
        fs::write(world.data().join(name), "ours\n").unwrap();
    }
    run(&world).unwrap();
    fs::rename(world.data().join("texts"), world.data().with_file_name("texts")).unwrap();
    let first = files(&world.data());
    let report = cli::refresh::run(&world.write(), &world.data()).unwrap();
    assert!(report.is_unchanged(), "{report}");
    assert_eq!(files(&world.data()), first);
    assert_eq!(first["titles_added.csv"], b"ours\n");
    assert!(world.data().with_file_name("texts").join("nurse.toml").is_file());
}

#[test]
fn the_report_names_what_changed() {
    let mut world = World::new();
    run(&world).unwrap();
    world.set_by_heading(NATIONAL, "national_M2025_dl", 6, "TOT_EMP", 1000);
    world.set_by_heading(NATIONAL, "national_M2025_dl", 6, "A_MEDIAN", 83_000);
    world.set_by_heading(NATIONAL, "national_M2025_dl", 6, "A_MEAN", "*");
    world.sheet(STATES, "state_M2025_dl").pop();
    let mut extra =
        survey_row(("02", "Alaska", "2", "AK"), NATION, ("29-1141", "Registered nurses", "detailed"), 5);
    world.sheet(STATES, "state_M2025_dl").append(&mut vec![std::mem::take(&mut extra)]);
    let report = run(&world).unwrap();
    let text = report.to_string();
    for expected in [
        "oews_national: 4 rows, 0 added, 0 gone, 3 cells changed, 1 figures withdrawn, 1 figures moved by more than 25 percent\n  29-1141, employment: 2025 -> 1000\n",
        "oews_states: 3 rows, 1 added, 1 gone, 0 cells changed\n",
        "areas: 6 rows, 1 added, 0 gone, 0 cells changed\n",
        "46 of 49 tables have not changed\n",
        "left alone (no reader in this version): sec-filings\n",
    ] {
        assert!(text.contains(expected), "{text}");
    }
}
