//! Layouts of the publishers that the releases at hand do not have.

use std::fs;

use super::world::{NATION, Value, World, row, survey_heading, survey_row};
use super::{files, line, run, table};

/// The publisher's metropolitan and all-areas workbooks: codes that are numbers, other industries between.
fn add_all_areas(world: &mut World) {
    let boston = ("14460", "Boston-Cambridge-Newton, MA-NH", "4", "MA");
    let detailed = ("29-1141", "Registered Nurses", "detailed");
    let mut metropolitan = vec![survey_heading(), survey_row(boston, NATION, detailed, 60)];
    metropolitan.push(survey_row(boston, NATION, ("00-0000", "All Occupations", "total"), 60));
    metropolitan[1][0] = 14_460.into();
    metropolitan[1][2] = 4.into();
    world.books.insert("oews/MSA_M2025_dl.xlsx", vec![("MSA_M2025_dl".to_owned(), metropolitan)]);

    let nation = ("99", "U.S.", "1", "US");
    let all = vec![
        survey_heading(),
        survey_row(nation, NATION, detailed, 1),
        survey_row(nation, NATION, ("15-2099", "Only here", "detailed"), 7),
        survey_row(nation, ("62", "Health Care", "sector"), detailed, 11),
        survey_row(nation, ("621", "Ambulatory Care", "3-digit"), detailed, 12),
        survey_row(nation, ("000000", "Cross-industry", "cross-industry, ownership"), detailed, 13),
        survey_row(("1", "Alabama", "2", "AL"), NATION, detailed, 2),
        survey_row(("72", "Puerto Rico", "3", "PR"), NATION, detailed, 3),
        survey_row(boston, NATION, detailed, 4),
        survey_row(("10180", "Abilene, TX", "4", "TX"), NATION, detailed, 5),
    ];
    let field_descriptions = vec![row!["Field", "Description"]];
    let sheets =
        vec![("All May 2025 data".to_owned(), all), ("Field descriptions".to_owned(), field_descriptions)];
    world.books.insert("oews/all_data_M_2025.xlsx", sheets);
    world.releases.push(("oews-2025-metropolitan", "oews/MSA_M2025_dl.xlsx", "May 2025"));
    world.releases.push(("oews-2025-all", "oews/all_data_M_2025.xlsx", "May 2025"));
}

#[test]
fn the_publishers_metropolitan_and_all_areas_workbooks_are_read() {
    let mut world = World::new();
    run(&world).unwrap();
    let without = files(&world.data());
    add_all_areas(&mut world);
    run(&world).unwrap();
    let data = world.data();
    let starts = |name: &str, key: &str| {
        line(&data, name, key).split(',').take(4).map(str::to_owned).collect::<Vec<_>>()
    };
    // Of two releases that give a row, the one listed first counts.
    assert_eq!(starts("oews_metropolitan", "14460"), ["14460", "29-1141", "60", "1.5"]);
    assert_eq!(starts("oews_metropolitan", "10180"), ["10180", "29-1141", "5", "1.5"]);
    assert_eq!(starts("oews_states", "01,29-1141"), ["01", "29-1141", "900", "1.5"]);
    assert_eq!(starts("oews_states", "72,29-1141"), ["72", "29-1141", "3", "1.5"]);
    assert_eq!(starts("oews_sectors", "62,29-1141"), ["62", "29-1141", "11", "1.5"]);
    assert_eq!(starts("oews_national", "29-1141")[3], "2025");
    assert_eq!(starts("oews_national", "15-2099")[3], "7");
    assert_eq!(starts("areas", "72")[1], "territory");
    assert_eq!(line(&data, "areas", "14460"), "14460,metropolitan,\"Boston-Cambridge-Newton, MA-NH\",MA");
    assert_eq!(table(&data, "oews_metropolitan").lines().count(), 3);
    assert!(!table(&data, "oews_sectors").contains("621"));
    let sources = fs::read_to_string(data.join("sources.toml")).unwrap();
    assert!(
        sources.contains("release = \"oews-2025-metropolitan\"\nalso = [\"oews-2025-all\"]"),
        "{sources}"
    );

    // Without the two releases their table goes again.
    world.releases.truncate(world.releases.len() - 2);
    let report = run(&world).unwrap();
    assert_eq!(files(&data), without);
    assert!(report.to_string().contains("oews_metropolitan: 0 rows, 0 added, 2 gone"), "{report}");
}

#[test]
fn the_publishers_layout_of_table_11_is_read_when_it_is_the_newest() {
    let mut world = World::new();
    world.releases.retain(|(id, ..)| *id != "cps-2025-11");
    run(&world).unwrap();
    assert_eq!(
        line(&world.data(), "cps", "3255"),
        "3255,Registered nurses,1000,too_few_answers,70,15,10,9.5,10,90,300,250,200,100,50,42.3,1563,1900,too_few_answers"
    );
}
