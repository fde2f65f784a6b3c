//! Colleges with their graduates, and how satisfied graduates are: what is read, refused, and traced to the releases.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;

use flate2::read::GzDecoder;
use rstest::rstest;

use super::chance::Chance;
use super::committed::{Record, records, releases};
use super::world::{COMPLETIONS, FIELDS, INSTITUTIONS, SATISFACTION, World};
use super::{line, run, table};

#[test]
fn graduates_are_counted_by_the_fields_of_an_occupation() {
    let world = World::new();
    run(&world).unwrap();
    let data = world.data();
    for (name, key, expected) in [
        ("graduates", "29-1141", "29-1141,bachelors,2,75,counted"),
        ("graduates", "15-1252", "15-1252,bachelors,,,few_graduates"),
        ("graduates", "13-1020", "13-1020,bachelors,,,few_graduates"),
        ("colleges", "29-1141,1", "29-1141,1,102,\"B College, Main Campus\",WA,40"),
        ("colleges", "29-1141,2", "29-1141,2,101,A College,AL,35"),
        ("study_fields", "29-1141,51.3801", "29-1141,51.3801,\"Registered Nursing, General\",1,70,true"),
        ("study_fields", "15-1252,11.0701", "15-1252,11.0701,Computer Science,1,10,false"),
        ("nscg_satisfaction", "All sectors", "All sectors,,900000,400000,400000,60000,40000"),
        (
            "nscg_satisfaction",
            "\"Engineers, all\"",
            "\"Engineers, all\",S&E occupations,60000,30000,low_precision,0,",
        ),
    ] {
        assert_eq!(line(&data, name, key), expected);
    }
    assert_eq!(table(&data, "nscg_satisfaction").lines().count(), 6);
}

/// Fields that lead to many occupations, more fields than any occupation has of its own, and subjects of teachers
/// need more occupations than the small world has: the committed data show them.
#[test]
fn broad_fields_and_subjects_of_teachers_are_left_out() {
    let fields = records("study_fields");
    let counted = |soc_code: &str, cip_code: &str| {
        let row = fields.iter().find(|row| row["soc_code"] == soc_code && row["cip_code"] == cip_code);
        row.unwrap_or_else(|| panic!("{soc_code} {cip_code}"))["counted"] == "true"
    };
    // Business administration leads to 23 occupations.
    assert!(counted("11-1021", "52.0201") && counted("25-1011", "52.0201"));
    assert!(!counted("11-9021", "52.0201") && counted("11-9021", "52.2001"));
    // Nothing else is left of a physician's fields.
    assert!(counted("29-1215", "51.1201"));
    assert!(counted("25-2031", "13.1205") && !counted("25-2031", "26.0101"));
    assert!(counted("25-1042", "26.0101"));
    let outcome = |soc_code: &str| {
        records("graduates").into_iter().find(|row| row["soc_code"] == soc_code).unwrap()["outcome"].clone()
    };
    assert_eq!(outcome("11-9199"), "too_many_fields");
    assert_eq!(outcome("41-9031"), "no_fields");
    assert_eq!(outcome("29-1022"), "few_graduates");
    assert_eq!(outcome("41-2011"), "no_award");
}

type Spoil = fn(&mut World);

#[rstest]
#[case::completions_column_missing(
    |world: &mut World| world.replace_text(COMPLETIONS, ",CTOTALT", ",TOTAL"),
    &["ipeds/c2024_a.csv, row 1: the heading has no column “CTOTALT”"]
)]
#[case::fields_that_do_not_add_up(
    |world: &mut World| world.replace_text(COMPLETIONS, "101,51.3808,1,5,R,5\n", ""),
    &["ipeds/c2024_a.csv: the fields of 101 at level 5 add up to 40, not to 45"]
)]
#[case::unknown_level(
    |world: &mut World| world.replace_text(COMPLETIONS, "101,11.0701,1,5", "101,11.0701,1,55"),
    &["ipeds/c2024_a.csv, row 2, column “AWLEVEL”: “55”"]
)]
#[case::marker_for_graduates(
    |world: &mut World| world.replace_text(COMPLETIONS, "1,5,R,10", "1,5,R,S"),
    &["ipeds/c2024_a.csv, row 2, column “CTOTALT”: “S”"]
)]
#[case::field_of_another_form(
    |world: &mut World| world.replace_text(COMPLETIONS, "101,11.0701", "101,11.07"),
    &["ipeds/c2024_a.csv, row 2, column “CIPCODE”: “11.07” is not a field of study"]
)]
#[case::unlisted_institution(
    |world: &mut World| world.replace_text(INSTITUTIONS, "101,", "103,"),
    &["ipeds/c2024_a.csv, row 2, column “UNITID”: “101” is not a listed institution"]
)]
#[case::institution_twice(
    |world: &mut World| world.replace_text(INSTITUTIONS, "102,", "101,"),
    &["ipeds/hd2024.csv, row 3, column “UNITID”: a second row"]
)]
#[case::field_row_twice(
    |world: &mut World| {
        world.replace_text(COMPLETIONS, "101,51.3808,1,5,R,5\n", "101,51.3801,1,5,R,5\n");
    },
    &["ipeds/c2024_a.csv, row 5, column “CIPCODE”: a second row"]
)]
#[case::fields_column_missing(
    |world: &mut World| world.replace_text(FIELDS, "SOC2018Code", "SOC2010Code"),
    &["cip/CIP2020_SOC2018_Crosswalk.csv, row 1: the heading has no column “SOC2018Code”"]
)]
#[case::field_of_an_unknown_occupation(
    |world: &mut World| world.replace_text(FIELDS, "15-1252", "15-1132"),
    &["cip/CIP2020_SOC2018_Crosswalk.csv, row 2, column “SOC2018Code”: “15-1132”"]
)]
#[case::fields_cut_off(
    |world: &mut World| world.replace_text(FIELDS, "\n99.9999,NO MATCH,13-1022,Retail Buyers", ""),
    &["cip/CIP2020_SOC2018_Crosswalk.csv: there is no row for 13-1022"]
)]
#[case::satisfaction_column_missing(
    |world: &mut World| world.replace_text(SATISFACTION, "field_total", "total"),
    &["nscg/7773.csv, row 1: the heading has no column “field_total”"]
)]
#[case::unknown_marker_of_satisfaction(
    |world: &mut World| world.replace_text(SATISFACTION, "30000,S", "30000,D"),
    &["nscg/7773.csv, row 4, column “field_job_satisfaction_somewhat_satisfied”: “D”"]
)]
#[case::unknown_sector(
    |world: &mut World| world.replace_text(SATISFACTION, "Government", "Abroad"),
    &["nscg/7773.csv, row 7", "is not a known sector or group of occupations"]
)]
#[case::group_twice(
    |world: &mut World| world.replace_text(SATISFACTION, "Government -> ", ""),
    &["nscg/7773.csv: there are two rows for “Engineers, all”"]
)]
#[case::group_cut_off(
    |world: &mut World| {
        world.replace_text(SATISFACTION, "r5,All sectors -> Non-S&E occupations,100000,50000,50000,S,\n", "");
    },
    &["nscg/7773.csv: there is no row for “Non-S&E occupations”"]
)]
fn what_is_not_understood_is_refused(#[case] spoil: Spoil, #[case] says: &[&str]) {
    let mut world = World::new();
    spoil(&mut world);
    let message = run(&world).unwrap_err().to_string();
    for part in says {
        assert!(message.contains(part), "“{message}” does not say “{part}”");
    }
}

#[test]
fn ten_colleges_agree_with_the_completions() {
    let Some(from) = releases("no college is traced to its completions") else { return };
    let colleges = records("colleges");
    let mut chance = Chance::new(2024);
    let chosen: Vec<&Record> = (0..10).map(|_| chance.of(&colleges)).collect();
    let levels: HashMap<&str, &[&str]> = HashMap::from([
        ("postsecondary_award", &["2", "4", "20", "21"][..]),
        ("associates", &["3"]),
        ("bachelors", &["5"]),
        ("masters", &["7"]),
        ("doctoral_or_professional", &["17", "18", "19"]),
    ]);
    let fields = records("study_fields");
    let awards: BTreeMap<String, String> =
        records("graduates").into_iter().map(|row| (row["soc_code"].clone(), row["award"].clone())).collect();
    let file = GzDecoder::new(File::open(from.join("ipeds/c2024_a.csv.gz")).unwrap());
    let completions: Vec<Record> =
        csv::Reader::from_reader(file).into_deserialize().map(Result::unwrap).collect();
    for row in chosen {
        let asked_for = levels[awards[&row["soc_code"]].as_str()];
        let counted = |code: &str| {
            fields.iter().any(|field| {
                field["soc_code"] == row["soc_code"]
                    && field["cip_code"] == code
                    && field["counted"] == "true"
            })
        };
        let graduates: u32 = completions
            .iter()
            .filter(|of| of["UNITID"] == row["unitid"] && asked_for.contains(&of["AWLEVEL"].as_str()))
            .filter(|of| of["IS_CIP_6DIGIT"] == "True" && counted(&of["CIPCODE"]))
            .map(|of| of["CTOTALT"].parse::<u32>().unwrap())
            .sum();
        assert_eq!(row["graduates"], graduates.to_string(), "{row:?}");
    }
}

#[test]
fn ten_counts_agree_with_the_survey_of_graduates() {
    let Some(from) = releases("no satisfaction is traced to the survey") else { return };
    let table: Vec<Record> = csv::Reader::from_path(from.join("nscg/7773.csv"))
        .unwrap()
        .into_deserialize()
        .map(Result::unwrap)
        .collect();
    let groups = records("nscg_satisfaction");
    let mut chance = Chance::new(2021);
    for _ in 0..10 {
        let row = chance.of(&groups);
        let published = table
            .iter()
            .filter(|of| of["sector_and_occupation_level_1"] == "All sectors")
            .filter(|of| {
                let path = &of["sector_and_occupation_full_path"];
                path.rsplit(" -> ").next() == Some(row["group_title"].as_str())
                    && !["Business or industry", "Education", "Government"]
                        .contains(&of["sector_and_occupation_level_2"].as_str())
            })
            .collect::<Vec<_>>();
        assert_eq!(published.len(), 1, "{row:?}");
        assert_eq!(row["employed"], published[0]["field_total"]);
        assert_eq!(row["very_satisfied"], published[0]["field_job_satisfaction_very_satisfied"]);
    }
}

#[test]
fn every_occupation_has_a_group_and_every_group_is_the_surveys() {
    let known: Vec<String> =
        records("nscg_satisfaction").into_iter().map(|row| row["group_title"].clone()).collect();
    let groups = records("nscg_groups");
    assert!(groups.iter().all(|row| known.contains(&row["group_title"])));
    for occupation in records("occupations") {
        assert!(groups.iter().any(|row| row["soc_code"] == occupation["soc_code"]), "{occupation:?}");
    }
}
