//! The catalog of all occupations, read once at start.

use rusqlite::Connection;

use crate::domain::catalog::{Draft, Group, Interests, LocalPay, PersonFigure, Survey, Whose};
use crate::domain::{Catalog, Cell, INTERESTS};
use crate::store::rows::Reader;

// Once, at start: 832 rows.
const OCCUPATIONS: &str = "
    SELECT o.id, o.soc_code, o.slug, o.title, t.summary,
           w.wage_annual_median_usd, w.wage_hourly_median_usd, w.wage_annual_p10_usd, w.wage_annual_p90_usd,
           w.employment,
           p.employment_change_percent, p.employment_change_thousands, p.openings_annual_thousands,
           e.typical_education, e.work_experience, e.on_the_job_training,
           c.basis, c.basis_count, c.home_percent, c.women_percent, c.age_median_years,
           h.basis, h.basis_count, h.women_percent, h.median_age_years,
           i.basis, i.parts, i.method, i.first, i.second, i.third
      FROM occupations o
      JOIN projections p ON p.soc_code = o.soc_code AND p.item = 'line_item'
      JOIN entry_requirements e ON e.soc_code = o.soc_code
      JOIN community c ON c.soc_code = o.soc_code
      JOIN people h ON h.soc_code = o.soc_code
      LEFT JOIN oews_national w ON w.soc_code = o.soc_code
      LEFT JOIN texts t ON t.slug = o.slug
      LEFT JOIN interests i ON i.soc_code = o.soc_code";
// Once, at start.
const GROUPS: &str = "SELECT soc_code, title FROM soc_groups WHERE level = 'major' ORDER BY soc_code";

/// Every occupation with what a list shows of it.
pub fn catalog(connection: &Connection) -> rusqlite::Result<Catalog> {
    let groups: Vec<Group> = connection
        .prepare(GROUPS)?
        .query_map([], |row| {
            let title: String = row.get(1)?;
            Ok(Group {
                soc_code: row.get(0)?,
                title: title.strip_suffix(" Occupations").unwrap_or(&title).to_owned(),
            })
        })?
        .collect::<Result<_, _>>()?;
    let drafts = connection
        .prepare(OCCUPATIONS)?
        .query_map([], |row| draft(&mut Reader::new(row)))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Catalog::new(drafts, groups))
}

fn draft(row: &mut Reader) -> rusqlite::Result<Draft> {
    let (id, soc_code, slug, title, summary) = (row.get()?, row.get()?, row.get()?, row.get()?, row.get()?);
    let [annual, hourly, p10, p90, jobs] = [row.cell()?, row.cell()?, row.cell()?, row.cell()?, row.cell()?];
    let [growth_percent, new_jobs, openings] = [row.cell()?, in_jobs(row.cell()?), in_jobs(row.cell()?)];
    let (education, experience, training) = (row.get()?, row.get()?, row.get()?);
    let larger = whose(row)?;
    let [home, larger_women, larger_age] =
        [row.cell()?, row.cell()?, row.cell()?].map(|value| person(value, Survey::Community, larger));
    let population = whose(row)?;
    let [women, age] = [row.cell()?, row.cell()?].map(|value| person(value, Survey::Population, population));
    Ok(Draft {
        id,
        soc_code,
        slug,
        title,
        summary,
        pay: LocalPay { annual, hourly, p10, p90, jobs },
        growth_percent,
        new_jobs,
        openings,
        education,
        experience,
        training,
        home,
        women: by_either(women, larger_women),
        age: by_either(age, larger_age),
        interests: interests(row)?,
    })
}

/// The projections count in thousands, to the hundred.
fn in_jobs(thousands: Cell) -> Cell {
    match thousands {
        Cell::Number(number) => Cell::Number((number * 1000.0).round()),
        Cell::AtLeast(number) => Cell::AtLeast((number * 1000.0).round()),
        missing @ Cell::Missing(_) => missing,
    }
}

fn person(value: Cell, survey: Survey, whose: Whose) -> PersonFigure {
    PersonFigure { value, survey, whose }
}

/// The population survey's figure; where it has too few answers, the larger survey's.
fn by_either(population: PersonFigure, larger: PersonFigure) -> PersonFigure {
    match population.value {
        Cell::Missing(_) => larger,
        _ => population,
    }
}

fn whose(row: &mut Reader) -> rusqlite::Result<Whose> {
    let (basis, count): (Option<String>, i64) = (row.get()?, row.get()?);
    Ok(match basis.as_deref() {
        Some("group") => Whose::Group(count),
        Some("catch_all") => Whose::CatchAll,
        Some("parts") => Whose::Parts(count),
        _ => Whose::Own,
    })
}

fn interests(row: &mut Reader) -> rusqlite::Result<Option<Interests>> {
    let (basis, parts): (Option<String>, Option<i64>) = (row.get()?, row.get()?);
    let method: Option<String> = row.get()?;
    let mut high_points = [None; 3];
    for high_point in &mut high_points {
        let name: Option<String> = row.get()?;
        *high_point = name.and_then(|name| INTERESTS.iter().position(|known| *known == name));
    }
    let by_machine = method.is_some_and(|method| method.contains("machine_learning"));
    let whose =
        if basis.as_deref() == Some("parts") { Whose::Parts(parts.unwrap_or_default()) } else { Whose::Own };
    Ok(basis.map(|_| Interests { high_points, whose, by_machine }))
}
