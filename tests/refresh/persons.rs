//! Person records of the American Community Survey: what they add up to, and what is refused.

use std::fs::{self, File};
use std::io::Write as _;

use career_atlas::releases::refresh;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::world::{PUMS, World};
use super::{line, run, table};

#[test]
fn the_records_add_up() {
    let world = World::new();
    run(&world).unwrap();
    let data = world.data();
    let heading = table(&data, "acs_occupations").lines().next().unwrap().to_owned();
    let nurses = line(&data, "acs_occupations", "3255");
    let of = |column: &str| {
        let place = heading.split(',').position(|name| name == column).unwrap();
        nurses.split(',').nth(place).unwrap().to_owned()
    };
    for (column, figure) in [
        ("title", "Registered Nurses"),
        ("records", "150"),
        ("persons", "2000"),
        // 1.2 * 150 * 50 * (100 + 100 + 400) / 2000².
        ("design_effect", "1.35"),
        ("women_percent", "50"),
        // 1.645 * sqrt(1.35 * 0.25 / 150).
        ("women_margin_points", "7.8"),
        ("hispanic_percent", "50"),
        ("white_percent", "25"),
        ("black_percent", "25"),
        ("asian_percent", "0"),
        ("age_p10_years", "30.4"),
        ("age_p25_years", "31"),
        ("age_median_years", "41"),
        ("age_p90_years", "50.8"),
        ("hours_mean", "30"),
        ("hours_under_35_percent", "50"),
        ("hours_50_and_over_percent", "0"),
        // Those with a job but not at work were not asked.
        ("at_work_records", "100"),
        ("at_work_persons", "1500"),
        ("home_percent", "66.7"),
        ("degree_percent", "50"),
        ("degree_records", "100"),
    ] {
        assert_eq!(of(column), figure, "{column}");
    }
    // All of them: the margin of one of 100 / 1.2 effective records.
    assert_eq!(line(&data, "acs_majors", "3255"), "3255,1,6107,Nursing and More,100,100,1.96");
    // Two civilians; the soldier, the unemployed and the child are left out.
    assert!(line(&data, "acs_occupations", "1021").starts_with("1021,Software Developers,2,14,"));
    assert!(line(&data, "acs_occupations", "1021").contains("few_records"));
    // The zero in front is lost in the records.
    assert!(line(&data, "acs_occupations", "0510").starts_with("0510,Buyers,1,9,"));
    assert_eq!(table(&data, "acs_majors").lines().count(), 2);
    assert_eq!(table(&data, "acs_codes"), "occp,census_code,members\n0510,0510,named\n0510,0520,named\n");
}

#[test]
fn a_compressed_file_gives_the_same_and_a_damaged_one_is_refused() {
    let mut world = World::new();
    run(&world).unwrap();
    let plain = table(&world.data(), "acs_occupations");
    for release in &mut world.releases {
        if release.1 == PUMS {
            release.1 = "pums/persons.csv.gz";
        }
    }
    let from = world.write();
    let path = from.join("pums/persons.csv.gz");
    let mut encoder = GzEncoder::new(File::create(&path).unwrap(), Compression::fast());
    encoder.write_all(world.texts[PUMS].as_bytes()).unwrap();
    encoder.finish().unwrap();
    refresh(&from, &world.data(), &mut |_, _| ()).unwrap();
    assert_eq!(table(&world.data(), "acs_occupations"), plain);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let message = refresh(&from, &world.data(), &mut |_, _| ()).unwrap_err().to_string();
    assert!(message.starts_with("pums/persons.csv.gz cannot be read"), "{message}");
    assert_eq!(table(&world.data(), "acs_occupations"), plain);
}
