//! What is not understood is refused, and `data/` stays as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use career_atlas::releases::refresh;
use rstest::rstest;

use super::world::{
    AREAS, COMPANIES, CPS_11, CPS_11_BOOK, EDUCATION, EXPOSURE, GROUPS, INTERESTS, LABELS, NATIONAL,
    OCCUPATIONS, PARITIES, PUMS, SECTORS, SKILLS, STATES, TECHNOLOGY, Value, WAGE_LEVELS, WORK_STYLES,
    WORK_VALUES, WORKER_PAY, World, row,
};
use super::{files, run};

type Spoil = fn(&mut World);

#[rstest]
#[case::missing_column(
    |world: &mut World| world.set_by_heading(NATIONAL, "national_M2025_dl", 1, "TOT_EMP", "JOBS"),
    &["oews/national_M2025_dl.xlsx", "sheet “national_M2025_dl”", "row 1", "no column “TOT_EMP”"]
)]
#[case::missing_column_of_two_rows(
    |world: &mut World| world.set("cps/cpsaat39.xlsx", "cpsaat39", (5, 6), "Girls"),
    &["cps/cpsaat39.xlsx", "sheet “cpsaat39”", "row 6", "no column “2025 / Women / Median weekly earnings”"]
)]
#[case::another_year(
    |world: &mut World| world.set("cps/cpsaat11b.xlsx", "cpsaat11b", (4, 2), "2024"),
    &["cps/cpsaat11b.xlsx", "no column “2025 / 16 to 19 years”"]
)]
#[case::wrong_sheet(
    |world: &mut World| world.books.get_mut(OCCUPATIONS).unwrap()[1].0 = "Table 1.11".to_owned(),
    &["projections/occupation.xlsx has no sheet “Table 1.10” (it has Table 1.2, Table 1.11)"]
)]
#[case::wrong_sheet_of_the_survey(
    |world: &mut World| world.books.get_mut(STATES).unwrap()[0].0 = "Sheet1".to_owned(),
    &["oews/state_M2025_dl.xlsx has no sheet “state_M2025_dl” (it has Sheet1)"]
)]
#[case::text_where_a_number_belongs(
    |world: &mut World| world.set_by_heading(STATES, "state_M2025_dl", 3, "A_MEDIAN", "about 80,000"),
    &["oews/state_M2025_dl.xlsx", "sheet “state_M2025_dl”", "row 3", "column “A_MEDIAN”", "“about 80,000” is not a number"]
)]
#[case::unknown_marker(
    |world: &mut World| world.set_by_heading(NATIONAL, "national_M2025_dl", 5, "H_PCT10", "***"),
    &["oews/national_M2025_dl.xlsx", "row 5", "column “H_PCT10”", "“***” is not a number or a known marker"]
)]
#[case::marker_of_another_publication(
    |world: &mut World| world.set(OCCUPATIONS, "Table 1.2", (4, 8), "*"),
    &["projections/occupation.xlsx", "sheet “Table 1.2”", "row 4", "column “Percent self employed, 2024”", "“*”"]
)]
#[case::empty_cell(
    |world: &mut World| world.set(EDUCATION, "Table 5.3", (4, 3), ""),
    &["projections/education.xlsx", "sheet “Table 5.3”", "row 4", "column “Less than high school diploma”", "empty"]
)]
#[case::unknown_category(
    |world: &mut World| world.set(EDUCATION, "Table 5.4", (3, 3), "Some degree"),
    &["projections/education.xlsx", "sheet “Table 5.4”", "row 3", "column “Typical education needed for entry”", "“Some degree”"]
)]
#[case::unknown_footnote(
    |world: &mut World| world.set(EDUCATION, "Table 5.3", (4, 1), "Buyers[3]"),
    &["projections/education.xlsx", "sheet “Table 5.3”", "row 4", "“Buyers[3]”"]
)]
#[case::occupation_cut_off(
    |world: &mut World| { world.sheet(EDUCATION, "Table 5.4").pop(); },
    &["projections/education.xlsx", "table 5.4 has no row for 29-1141"]
)]
#[case::unknown_level(
    |world: &mut World| world.set_by_heading(SECTORS, "Natsector_M2025_dl", 2, "O_GROUP", "tiny"),
    &["oews/natsector_M2025_dl.xlsx", "row 2", "column “O_GROUP”", "“tiny”"]
)]
#[case::unknown_kind_of_area(
    |world: &mut World| world.set_by_heading(STATES, "state_M2025_dl", 2, "AREA_TYPE", "9"),
    &["oews/state_M2025_dl.xlsx", "row 2", "column “AREA_TYPE”", "“9”"]
)]
#[case::row_twice(
    |world: &mut World| { let again = world.sheet(STATES, "state_M2025_dl")[1].clone(); world.sheet(STATES, "state_M2025_dl").push(again); },
    &["oews/state_M2025_dl.xlsx", "row 5", "a second row"]
)]
#[case::unknown_title(
    |world: &mut World| world.replace_text(CPS_11, "Registered nurses", "Nurses"),
    &["cps/cpsaat11_2025.csv, row 7, column “occupation”: “Nurses” is not a title of the Census codes"]
)]
#[case::census_code_without_a_row(
    |world: &mut World| world.replace_text(CPS_11, "2,Registered nurses,\"3,528\",87.3,70.6,16.0,10.6,10.0\n", ""),
    &["cps/cpsaat11_2025.csv", "no row for the Census code 3255"]
)]
#[case::unknown_group_of_the_population_survey(
    |world: &mut World| world.replace_text(CPS_11, "Business occupations", "Busy occupations"),
    &["cps/cpsaat11_2025.csv, row 3, column “occupation”: “Busy occupations” is not a title of the Census codes"]
)]
#[case::missing_group_of_the_population_survey(
    |world: &mut World| world.replace_text(CPS_11, "1,Business occupations,\"20,876\",41.8,80.5,8.8,7.4,13.5\n", ""),
    &["cps/cpsaat11_2025.csv", "no row for the major group 13-0000 (Business Occupations)"]
)]
#[case::text_in_a_plain_table(
    |world: &mut World| world.replace_text(SKILLS, "4.12", "four"),
    &["onet/Skills.txt, row 2, column “Data Value”: “four” is not a number"]
)]
#[case::interest_by_an_unknown_method(
    |world: &mut World| world.replace_text(INTERESTS, "Machine Learning", "Guess"),
    &["onet/Interests.txt, row 2, column “Domain Source”: “Guess” is not Machine Learning or Analyst"]
)]
#[case::interest_off_its_scale(
    |world: &mut World| world.replace_text(INTERESTS, "4.10", "7.10"),
    &["onet/Interests.txt, row 3, column “Data Value”: a score lies between 1 and 7"]
)]
#[case::interest_of_an_unknown_type(
    |world: &mut World| world.replace_text(INTERESTS, "Artistic", "Heroic"),
    &["onet/Interests.txt, row 4, column “Element Name”: “Heroic” is not an element of this scale"]
)]
#[case::high_point_that_is_no_type(
    |world: &mut World| world.replace_text(INTERESTS, "IH\t4.00", "IH\t7.00"),
    &["onet/Interests.txt, row 8, column “Data Value”: a high point is a type's number, 0 to 6"]
)]
#[case::interests_cut_off(
    |world: &mut World| world.replace_text(INTERESTS, "29-1141.00\t1.B.1.x\tThird Interest High-Point\tIH\t0.00\t11/2023\tMachine Learning\n", ""),
    &["onet/Interests.txt", "29-1141.00 lacks some of its nine rows"]
)]
#[case::style_on_an_unknown_scale(
    |world: &mut World| world.replace_text(WORK_STYLES, "DR\t1.00", "XX\t1.00"),
    &["onet/Work Styles.txt, row 2, column “Scale ID”: “XX” is not WI or DR"]
)]
#[case::style_off_its_scale(
    |world: &mut World| world.replace_text(WORK_STYLES, "2.50", "3.50"),
    &["onet/Work Styles.txt, row 3, column “Data Value”: an impact lies between -3 and 3"]
)]
#[case::style_without_its_rank(
    |world: &mut World| world.replace_text(WORK_STYLES, "29-1141.00\t1.D.2.a\tHumility\tDR\t0.00\n", ""),
    &["onet/Work Styles.txt", "29-1141.00 lacks a scale of the element 1.D.2.a"]
)]
#[case::value_that_is_none(
    |world: &mut World| world.replace_text(WORK_VALUES, "Recognition", "Fame"),
    &["onet/Work Values.txt, row 4, column “Element Name”: “Fame” is not a work value"]
)]
#[case::value_of_no_month(
    |world: &mut World| world.replace_text(WORK_VALUES, "06/2008", "June 2008"),
    &["onet/Work Values.txt, row 2, column “Date”: “June 2008” is not a month as 06/2008"]
)]
#[case::values_cut_off(
    |world: &mut World| world.replace_text(WORK_VALUES, "29-1141.00\t1.B.2.f\tIndependence\tEX\t4.67\t06/2008\n", ""),
    &["onet/Work Values.txt", "29-1141.00 lacks some of its six values"]
)]
#[case::technology_with_an_unknown_mark(
    |world: &mut World| world.replace_text(TECHNOLOGY, "Y\tN", "yes\tN"),
    &["onet/Technology Skills.txt, row 2, column “Hot Technology”: “yes” is not Y or N"]
)]
#[case::technology_twice(
    |world: &mut World| world.replace_text(TECHNOLOGY, "Charting, \"quick\"", "Epic Systems"),
    &["onet/Technology Skills.txt, row 3, column “Example”: a second row for this example"]
)]
#[case::text_cut_within_a_line(
    |world: &mut World| { world.texts.get_mut(SKILLS).unwrap().pop(); },
    &["onet/Skills.txt cannot be read: it ends in the middle of a line"]
)]
#[case::cells_missing_in_a_line(
    |world: &mut World| world.replace_text(SKILLS, "4.12\t8\t", ""),
    &["onet/Skills.txt, row 2: 7 cells where the heading has 9"]
)]
#[case::text_cut_between_lines(
    |world: &mut World| world.replace_text(SKILLS, "29-1141.00\t2.A.1.b\tName of 2.A.1.b\tLV\t3.50\t8\tn/a\tN\tN\n", ""),
    &["onet/Skills.txt", "29-1141.00 lacks a scale of the element 2.A.1.b"]
)]
#[case::odd_census_code(
    |world: &mut World| world.set("census.xlsx", "2018 Census Occ Code List", (7, 4), "13-99999"),
    &["census.xlsx", "sheet “2018 Census Occ Code List”", "row 7", "column “2018 SOC Code”", "“13-99999”"]
)]
#[case::spread_over_census_codes(
    |world: &mut World| world.set("projections/crosswalk.xlsx", "ONET to SOC crosswalk", (7, 4), "15-1252"),
    &["census.xlsx", "the occupation 15-1252 has several Census codes"]
)]
#[case::census_code_without_occupations(
    |world: &mut World| {
        let list = world.sheet("census.xlsx", "2018 Census Occ Code List");
        list.push(row!["", "More nurses", "3256", "29-11XX"]);
    },
    &["census.xlsx", "3256"]
)]
#[case::pay_without_its_column(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "l3_mean", "l3"),
    &["oflc/wage_levels.csv, row 1: the heading has no column “l3_mean”"]
)]
#[case::pay_of_an_unknown_kind_of_sharing(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "shared_one_state", "shared"),
    &["oflc/wage_levels.csv, row 7, column “sharing”: “shared” is not a known kind of sharing"]
)]
#[case::pay_with_an_unknown_marker(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "51.25", "*"),
    &["oflc/wage_levels.csv, row 5, column “l3_mean”: “*” is not a number or a known marker"]
)]
#[case::pay_in_an_unknown_unit(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "110000,year", "110000,week"),
    &["oflc/wage_levels.csv, row 6, column “unit”", "“week”"]
)]
#[case::pay_in_an_unknown_area(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "30500", "30501"),
    &["oflc/wage_levels.csv, row 6, column “area”", "“30501”"]
)]
#[case::parts_of_a_combined_occupation_that_differ(
    |world: &mut World| world.replace_text(WAGE_LEVELS, "13-1022,30,35,40.5", "13-1022,30,35,40.6"),
    &["oflc/wage_levels.csv, row 3, column “soc”: a second row for this area and code"]
)]
#[case::an_area_without_its_own_state(
    |world: &mut World| world.replace_text(AREAS, "\"MD\"", "\"VA\""),
    &["oflc/Geography.csv", "no county of Lexington Park, MD lies in MD"]
)]
#[case::prices_of_another_year(
    |world: &mut World| world.replace_text(PARITIES, "Unit,2022,2023", "Unit,2021,2022"),
    &["rpp/metropolitan.csv, row 1: the heading has no column “2023”"]
)]
#[case::prices_with_an_unknown_marker(
    |world: &mut World| world.replace_text(PARITIES, "110.81", "(NA)"),
    &["rpp/metropolitan.csv, row 4, column “2023”: “(NA)” is not a number or a known marker"]
)]
#[case::a_row_below_the_notes(
    |world: &mut World| world.texts.get_mut(PARITIES).unwrap().push_str("14460,Boston,1,MARPP,3,x,x,x,1,2\n"),
    &["rpp/metropolitan.csv, row 9: a row below the notes"]
)]
#[case::minimum_wages_that_agree_and_differ(
    |world: &mut World| world.replace_text("rpp/minimum.csv", "7.25,True", "7.3,True"),
    &["rpp/minimum.csv, row 2, column “all_agree”: the three tables say otherwise"]
)]
#[case::a_score_above_one(
    |world: &mut World| world.replace_text(EXPOSURE, "0.38095238095238093", "1.38"),
    &["ai/ratings.csv, row 4, column “human_rating_beta”: a score lies between 0 and 1"]
)]
#[case::a_score_of_an_unknown_code(
    |world: &mut World| world.replace_text(EXPOSURE, "29-1141.00", "29-1141.07"),
    &["ai/ratings.csv, row 4, column “O*NET-SOC Code”", "“29-1141.07”"]
)]
#[case::person_column_missing(
    |world: &mut World| world.replace_text(PUMS, "FOD1P", "FIELD"),
    &["pums/persons.csv, row 1: the heading has no column “FOD1P”"]
)]
#[case::person_of_unknown_occupation(
    |world: &mut World| world.replace_text(PUMS, "1,3255,40,1\n", "1,3256,40,1\n"),
    &["pums/persons.csv, row 2, column “OCCP”: “3256” is not a civilian occupation"]
)]
#[case::person_of_unknown_field(
    |world: &mut World| world.replace_text(PUMS, "6107,2", "6108,2"),
    &["pums/persons.csv, row 3, column “FOD1P”: “6108” is not a field of degree of labels.csv"]
)]
#[case::unknown_way_to_work(
    |world: &mut World| world.replace_text(PUMS, "40,1\n", "40,13\n"),
    &["pums/persons.csv, row 2, column “JWTRNS”: “13” is not a whole number from 1 to 12"]
)]
#[case::person_without_weight(
    |world: &mut World| world.replace_text(PUMS, "01,10,30", "01,,30"),
    &["pums/persons.csv, row 2, column “PWGTP”: “” is not a whole number from 1 to 9999"]
)]
#[case::unknown_employment(
    |world: &mut World| world.replace_text(PUMS, "6107,1,", "6107,7,"),
    &["pums/persons.csv, row 2, column “ESR”: “7”"]
)]
#[case::person_cut_off(
    |world: &mut World| { world.texts.get_mut(PUMS).unwrap().pop(); },
    &["pums/persons.csv cannot be read: it ends in the middle of a line"]
)]
#[case::person_with_a_cell_less(
    |world: &mut World| world.replace_text(PUMS, "3255,40,1\n", "3255,40\n"),
    &["pums/persons.csv, row 2: 13 cells where the heading has 14"]
)]
#[case::codes_of_another_edition(
    |world: &mut World| world.replace_text(LABELS, "Worked from home", "Other method"),
    &["pums/labels.csv: JWTRNS 11 stands for “Other method”, not “Worked from home”"]
)]
#[case::unknown_kind_of_members(
    |world: &mut World| world.replace_text(GROUPS, "named", "some"),
    &["pums/occp_groups.csv, row 2, column “members”: “some” is not “named” or “other”"]
)]
#[case::records_of_a_code_inside_another(
    |world: &mut World| world.replace_text(GROUPS, "0510 0520", "0510 3255"),
    &["the code 3255 has records, and is said to be inside 0510"]
)]
#[case::more_states_lack_than_the_period_says(
    |world: &mut World| {
        let release = world.releases.iter_mut().find(|(_, file, _)| *file == PUMS).unwrap();
        release.2 = "2024";
    },
    &["pums/persons.csv: it has no records of: Texas; its period “2024” names: "]
)]
#[case::company_of_an_unknown_type(
    |world: &mut World| world.replace_text(COMPANIES, "Private", "Cooperative"),
    &["companies/large.csv, row 3, column “company_type”: “Cooperative” is not Public or Private"]
)]
#[case::company_without_people(
    |world: &mut World| world.replace_text(COMPANIES, "103000", "0"),
    &["companies/large.csv, row 2, column “employees”: “0” is not a whole number from 1 to 5000000"]
)]
#[case::company_without_revenue(
    |world: &mut World| world.replace_text(COMPANIES, "58048", "-58048"),
    &["companies/large.csv, row 2, column “revenue_musd”: a revenue is above zero"]
)]
#[case::company_with_words_for_a_profit(
    |world: &mut World| world.replace_text(COMPANIES, "4609", "n/a"),
    &["companies/large.csv, row 2, column “profit_musd”: “n/a” is not a number or a known marker"]
)]
#[case::company_with_another_kind_of_website(
    |world: &mut World| world.replace_text(COMPANIES, "https://www.zeta.com", "http://www.zeta.com"),
    &["companies/large.csv, row 2, column “website”: “http://www.zeta.com” is not an address"]
)]
#[case::company_without_its_ticker(
    |world: &mut World| world.replace_text(COMPANIES, "Zeta Air,ZTA", "Zeta Air,"),
    &["companies/large.csv, row 2, column “ticker”: a public company has one"]
)]
#[case::two_public_companies_with_a_ticker(
    |world: &mut World| world.replace_text(COMPANIES, "Private", "Public"),
    &["companies/large.csv, row 3, column “ticker”: a second public company with this ticker"]
)]
#[case::company_twice(
    |world: &mut World| world.replace_text(COMPANIES, "Beta Power", "Zeta Air"),
    &["companies/large.csv, row 4, column “company”: a second row for this company"]
)]
#[case::worker_pay_that_is_said_twice(
    |world: &mut World| world.replace_text(WORKER_PAY, "BF.B\tBeta Corp.\t0", "ZTA\tZeta Air Lines, Inc.\t5"),
    &["companies/median_worker_pay_sp500_fy2023.tsv, row 3, column “Ticker”: a second row for this ticker"]
)]
#[case::worker_pay_below_zero(
    |world: &mut World| world.replace_text(WORKER_PAY, "102174", "-102174"),
    &["companies/median_worker_pay_sp500_fy2023.tsv, row 2, column “Med.Worker.Pay”: a figure below zero"]
)]
#[case::worker_pay_without_its_column(
    |world: &mut World| world.replace_text(WORKER_PAY, "Pay.Ratio", "Ratio"),
    &["companies/median_worker_pay_sp500_fy2023.tsv, row 1: the heading has no column “Pay.Ratio”"]
)]
#[case::releases_lacking(
    |world: &mut World| world.releases.retain(|(id, ..)| !id.contains("-39") && !id.starts_with("soc")),
    &["names no release for: Current Population Survey, table 39 (cps-…-39); Standard Occupational Classification (soc-…)"]
)]
#[case::survey_lacking(
    |world: &mut World| world.releases.retain(|(id, ..)| *id != "oews-2024-national" && *id != "oews-2025-states"),
    &["names no release for: OEWS, nation, the year before (oews-…); OEWS, states (oews-…)"]
)]
#[case::named_twice(
    |world: &mut World| world.releases.push(("soc-2018", "soc", "2018")),
    &["releases.toml", "“soc-2018” is named twice"]
)]
fn what_is_not_understood_is_refused(#[case] spoil: Spoil, #[case] says: &[&str]) {
    let mut world = World::new();
    run(&world).unwrap();
    let before = files(&world.data());
    spoil(&mut world);
    refused(&world, says, &before);
}

/// Runs the refresh, which must fail with the words, and leave no trace.
fn refused(world: &World, says: &[&str], before: &BTreeMap<String, Vec<u8>>) {
    refused_from(&world.write(), world, says, before);
}

fn refused_from(from: &Path, world: &World, says: &[&str], before: &BTreeMap<String, Vec<u8>>) {
    let message = refresh(from, &world.data(), &mut |_, _| ()).unwrap_err().to_string();
    for part in says {
        assert!(message.contains(part), "“{message}” does not say “{part}”");
    }
    assert_eq!(message.lines().count(), 1, "{message}");
    assert_eq!(&files(&world.data()), before);
    let around = fs::read_dir(world.data().parent().unwrap()).unwrap().count();
    assert_eq!(around, 1, "something was left beside the data");
}

#[rstest]
#[case(NATIONAL)]
#[case(CPS_11_BOOK)]
fn a_truncated_or_foreign_workbook_is_refused(#[case] file: &str, #[values(0, 100, 3000)] keep: usize) {
    let mut world = World::new();
    run(&world).unwrap();
    let before = files(&world.data());
    world.releases.retain(|(id, ..)| *id != "cps-2025-11");
    let from = world.write();
    let bytes = fs::read(from.join(file)).unwrap();
    fs::write(from.join(file), &bytes[..keep]).unwrap();
    refused_from(&from, &world, &[file, "cannot be read"], &before);
    fs::write(from.join(file), "no workbook at all").unwrap();
    refused_from(&from, &world, &[file, "cannot be read"], &before);
    fs::remove_file(from.join(file)).unwrap();
    refused_from(&from, &world, &[file, "cannot be read"], &before);
}

#[test]
fn a_folder_without_a_list_is_refused() {
    let world = World::new();
    let nowhere = world.data().with_file_name("nowhere");
    let message = refresh(&nowhere, &world.data(), &mut |_, _| ()).unwrap_err().to_string();
    assert!(message.contains("releases.toml cannot be read"), "{message}");
    assert!(!world.data().exists());
}

#[test]
fn a_text_in_another_encoding_is_refused() {
    let world = World::new();
    run(&world).unwrap();
    let before = files(&world.data());
    let from = world.write();
    fs::write(from.join(SKILLS), b"O*NET-SOC Code\xff\n").unwrap();
    refused_from(&from, &world, &["onet/Skills.txt cannot be read", "utf-8"], &before);
    fs::write(from.join(SKILLS), "").unwrap();
    refused_from(&from, &world, &["onet/Skills.txt cannot be read"], &before);
}
