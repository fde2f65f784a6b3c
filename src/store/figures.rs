//! The figures of one occupation, a query a table.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::{
    AgainstNation, Attainment, Basis, BestEmployer, BestPaid, Cell, College, Distribution, Entry, Exposure,
    Figures, Graduates, Outlook, Pay, People, Preparation, Ratings, Reason, Satisfaction, Score, Subject,
};
use crate::store::community::community;
use crate::store::rows::Reader;
use crate::store::skills::{Vocabulary, bases, ratings, technology};

const NONE: Cell = Cell::Missing(Reason::Absent);

/// All figures of an occupation.
pub fn figures(
    connection: &Connection,
    vocabulary: &Vocabulary,
    soc_code: &str,
) -> rusqlite::Result<Figures> {
    let of = |subject| ratings(connection, vocabulary, soc_code, subject);
    let ratings = Ratings::new(of(Subject::Skill)?, of(Subject::Knowledge)?);
    let bases = bases(connection, soc_code)?;
    let best = |kind| best_paid(connection, soc_code, kind);
    Ok(Figures {
        pay: pay(connection, soc_code)?,
        best_city: best("city")?,
        best_state: best("state")?,
        best_sector: best("sector")?,
        best_employer: best_employer(connection, soc_code)?,
        satisfaction: satisfaction(connection, soc_code)?,
        graduates: graduates(connection, soc_code)?,
        outlook: outlook(connection, soc_code)?,
        entry: entry(connection, soc_code)?,
        attainment: attainment(connection, soc_code)?,
        people: people(connection, soc_code)?,
        community: community(connection, soc_code)?,
        preparation: preparation(connection, soc_code, bases.ratings)?,
        skill_profile: ratings.profile(),
        ratings,
        technology: technology(connection, vocabulary, soc_code)?,
        technology_basis: bases.technology,
        top_skill_names: top_skill_names(connection, soc_code)?,
        exposure: exposure(connection, soc_code)?,
    })
}

const PAY: &str = "
    SELECT employment, employment_rse_percent,
           wage_annual_mean_usd, wage_annual_p10_usd, wage_annual_p25_usd, wage_annual_median_usd,
           wage_annual_p75_usd, wage_annual_p90_usd,
           wage_hourly_mean_usd, wage_hourly_p10_usd, wage_hourly_p25_usd, wage_hourly_median_usd,
           wage_hourly_p75_usd, wage_hourly_p90_usd, wage_mean_rse_percent
      FROM oews_national WHERE soc_code = ?1";

/// The wage survey's row of an occupation or a group.
pub fn pay(connection: &Connection, soc_code: &str) -> rusqlite::Result<Pay> {
    let read = |row: &Row| {
        let mut row = Reader::new(row);
        Ok(Pay {
            employment: row.cell()?,
            employment_rse_percent: row.cell()?,
            annual: row.distribution()?,
            hourly: row.distribution()?,
            mean_rse_percent: row.cell()?,
        })
    };
    let found = connection.prepare_cached(PAY)?.query_row([soc_code], read).optional()?;
    // Legislators and fishers are in the projections but not in this year's wage survey.
    let empty = Distribution { mean: NONE, p10: NONE, p25: NONE, median: NONE, p75: NONE, p90: NONE };
    Ok(found.unwrap_or(Pay {
        employment: NONE,
        employment_rse_percent: NONE,
        annual: empty,
        hourly: empty,
        mean_rse_percent: NONE,
    }))
}

const BEST_PAID: &str = "
    SELECT title, wage_annual_mean_usd, wage_hourly_mean_usd, against_nation, price_parity
      FROM best_paid WHERE soc_code = ?1 AND kind = ?2";

/// The city, state or industry sector that pays best, where any qualifies.
fn best_paid(connection: &Connection, soc_code: &str, kind: &str) -> rusqlite::Result<Option<BestPaid>> {
    let read = |row: &Row| {
        let mut row = Reader::new(row);
        Ok(BestPaid {
            title: row.get()?,
            wage_annual_mean_usd: row.cell()?,
            wage_hourly_mean_usd: row.cell()?,
            against_nation: match row.get::<String>()?.as_str() {
                "below" => AgainstNation::Below,
                "above_twice" => AgainstNation::AboveTwice,
                _ => AgainstNation::Above,
            },
            price_parity: row.cell()?,
        })
    };
    connection.prepare_cached(BEST_PAID)?.query_row([soc_code, kind], read).optional()
}

const EXPOSURE: &str = "
    SELECT task_exposure, task_exposure_over, task_exposure_parts, ai_applicability, ai_applicability_over
      FROM exposure WHERE soc_code = ?1";

fn exposure(connection: &Connection, soc_code: &str) -> rusqlite::Result<Option<Exposure>> {
    let read = |row: &Row| {
        Ok(Exposure {
            tasks: Score { value: row.get(0)?, over_percent: row.get(1)? },
            parts: row.get(2)?,
            applicability: Score { value: row.get(3)?, over_percent: row.get(4)? },
        })
    };
    connection.prepare_cached(EXPOSURE)?.query_row([soc_code], read).optional()
}

const BEST_EMPLOYER: &str = "
    SELECT c.name, c.slug, b.wage_annual_median_usd, b.employers
      FROM best_employer b JOIN companies c ON c.id = b.company_id WHERE b.soc_code = ?1";

fn best_employer(connection: &Connection, soc_code: &str) -> rusqlite::Result<Option<BestEmployer>> {
    let read = |row: &Row| {
        Ok(BestEmployer {
            name: row.get(0)?,
            slug: row.get(1)?,
            wage_annual_median_usd: row.get(2)?,
            employers: row.get(3)?,
        })
    };
    connection.prepare_cached(BEST_EMPLOYER)?.query_row([soc_code], read).optional()
}

const SATISFACTION: &str =
    "SELECT group_title, occupations, very_satisfied_percent FROM satisfaction WHERE soc_code = ?1";

fn satisfaction(connection: &Connection, soc_code: &str) -> rusqlite::Result<Satisfaction> {
    connection.prepare_cached(SATISFACTION)?.query_row([soc_code], |row| {
        Ok(Satisfaction {
            basis: Basis::Group(row.get(0)?, row.get(1)?),
            very_satisfied_percent: row.get(2)?,
        })
    })
}

const GRADUATES: &str = "SELECT outcome, award, fields, graduates FROM graduates WHERE soc_code = ?1";

fn graduates(connection: &Connection, soc_code: &str) -> rusqlite::Result<Graduates> {
    let mut statement = connection.prepare_cached(GRADUATES)?;
    let found = statement.query_row([soc_code], |row| {
        Ok(match row.get::<_, String>(0)?.as_str() {
            "counted" => Graduates::Counted {
                award: row.get(1)?,
                fields: row.get(2)?,
                graduates: row.get(3)?,
                colleges: Vec::new(),
            },
            "no_fields" => Graduates::NoFields,
            "too_many_fields" => Graduates::TooManyFields,
            "few_graduates" => Graduates::Few,
            _ => Graduates::NoAward,
        })
    })?;
    Ok(match found {
        Graduates::Counted { award, fields, graduates, .. } => {
            Graduates::Counted { award, fields, graduates, colleges: colleges(connection, soc_code)? }
        }
        none => none,
    })
}

const COLLEGES: &str = "SELECT institution, state, graduates FROM colleges WHERE soc_code = ?1 ORDER BY rank";

fn colleges(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<College>> {
    let mut statement = connection.prepare_cached(COLLEGES)?;
    let colleges = statement.query_map([soc_code], |row| {
        Ok(College { name: row.get(0)?, state: row.get(1)?, graduates: row.get(2)? })
    })?;
    colleges.collect()
}

const OUTLOOK: &str = "
    SELECT employment_base_thousands, employment_projected_thousands, employment_change_percent,
           employment_change_thousands, self_employed_percent, openings_annual_thousands
      FROM projections WHERE soc_code = ?1 AND item = 'line_item'";

fn outlook(connection: &Connection, soc_code: &str) -> rusqlite::Result<Outlook> {
    connection.prepare_cached(OUTLOOK)?.query_row([soc_code], |row| {
        let mut row = Reader::new(row);
        Ok(Outlook {
            employment_base_thousands: row.cell()?,
            employment_projected_thousands: row.cell()?,
            employment_change_percent: row.cell()?,
            employment_change_thousands: row.cell()?,
            self_employed_percent: row.cell()?,
            openings_annual_thousands: row.cell()?,
        })
    })
}

const ENTRY: &str = "SELECT typical_education, work_experience, on_the_job_training FROM entry_requirements WHERE soc_code = ?1";

fn entry(connection: &Connection, soc_code: &str) -> rusqlite::Result<Entry> {
    connection.prepare_cached(ENTRY)?.query_row([soc_code], |row| {
        Ok(Entry {
            typical_education: row.get(0)?,
            work_experience: row.get(1)?,
            on_the_job_training: row.get(2)?,
        })
    })
}

const ATTAINMENT: &str = "
    SELECT inherited, less_than_high_school_percent, high_school_percent, some_college_percent, associates_percent,
           bachelors_percent, masters_percent, doctoral_or_professional_percent
      FROM attainment WHERE soc_code = ?1";

fn attainment(connection: &Connection, soc_code: &str) -> rusqlite::Result<Attainment> {
    connection.prepare_cached(ATTAINMENT)?.query_row([soc_code], |row| {
        let mut row = Reader::new(row);
        let inherited = row.get::<String>()? == "true";
        let mut shares = [NONE; 7];
        for share in &mut shares {
            *share = row.cell()?;
        }
        Ok(Attainment { inherited, shares })
    })
}

const PEOPLE: &str = "
    SELECT basis, basis_title, basis_count, women_percent, white_percent, black_percent, asian_percent,
           hispanic_percent, median_age_years, earnings_weekly_men_median_usd, earnings_weekly_women_median_usd
      FROM people WHERE soc_code = ?1";

fn people(connection: &Connection, soc_code: &str) -> rusqlite::Result<People> {
    connection.prepare_cached(PEOPLE)?.query_row([soc_code], |row| {
        let mut row = Reader::new(row);
        let (basis, title, count): (String, String, i64) = (row.get()?, row.get()?, row.get()?);
        Ok(People {
            basis: match basis.as_str() {
                "own" => Basis::Own,
                "parts" => Basis::Parts(count),
                _ => Basis::Group(title, count),
            },
            women_percent: row.cell()?,
            white_percent: row.cell()?,
            black_percent: row.cell()?,
            asian_percent: row.cell()?,
            hispanic_percent: row.cell()?,
            median_age_years: row.cell()?,
            earnings_weekly_men_median_usd: row.cell()?,
            earnings_weekly_women_median_usd: row.cell()?,
        })
    })
}

const PREPARATION: &str = "
    SELECT education_basis, education_parts, experience_basis, experience_parts,
           education_category, experience_low, experience_high
      FROM preparation WHERE soc_code = ?1";

fn preparation(
    connection: &Connection,
    soc_code: &str,
    ratings: Option<Basis>,
) -> rusqlite::Result<Preparation> {
    let basis = |name: Option<String>, parts: i64| match name.as_deref() {
        Some("own") => Some(Basis::Own),
        Some(_) => Some(Basis::Parts(parts)),
        None => None,
    };
    connection.prepare_cached(PREPARATION)?.query_row([soc_code], |row| {
        Ok(Preparation {
            ratings,
            education: basis(row.get(0)?, row.get(1)?),
            experience: basis(row.get(2)?, row.get(3)?),
            education_category: row.get(4)?,
            experience_categories: row.get::<_, Option<i64>>(5)?.zip(row.get(6)?),
        })
    })
}

const TOP_SKILL_NAMES: &str = "
    SELECT skill FROM projections_skills
     WHERE soc_code = ?1 AND typeof(top_rank) = 'integer' ORDER BY top_rank";

fn top_skill_names(connection: &Connection, soc_code: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached(TOP_SKILL_NAMES)?.query_map([soc_code], |row| row.get(0))?.collect()
}
