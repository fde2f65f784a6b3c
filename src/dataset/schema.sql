-- The immutable database. Tables of the first part have the columns of the data/ file of the same name:
-- the loader takes the columns from here and refuses a file that lacks one.
--
-- A FIGURE column holds a number, or the text of `domain::Cell`: a bound (">=239200") or a reason.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE soc_groups (
    soc_code TEXT PRIMARY KEY,
    level    TEXT NOT NULL,
    title    TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE oews_national (
    soc_code                 TEXT PRIMARY KEY,
    level                    TEXT NOT NULL,
    title                    TEXT NOT NULL,
    employment               FIGURE,
    employment_rse_percent   FIGURE,
    wage_hourly_mean_usd     FIGURE,
    wage_annual_mean_usd     FIGURE,
    wage_mean_rse_percent    FIGURE,
    wage_hourly_p10_usd      FIGURE,
    wage_hourly_p25_usd      FIGURE,
    wage_hourly_median_usd   FIGURE,
    wage_hourly_p75_usd      FIGURE,
    wage_hourly_p90_usd      FIGURE,
    wage_annual_p10_usd      FIGURE,
    wage_annual_p25_usd      FIGURE,
    wage_annual_median_usd   FIGURE,
    wage_annual_p75_usd      FIGURE,
    wage_annual_p90_usd      FIGURE,
    wage_unit                TEXT
) WITHOUT ROWID;

-- Of the year before, only the means: what an older figure is held against, and how pay has changed since.
CREATE TABLE oews_national_previous (
    soc_code              TEXT PRIMARY KEY,
    wage_hourly_mean_usd  FIGURE,
    wage_annual_mean_usd  FIGURE,
    wage_mean_rse_percent FIGURE
) WITHOUT ROWID;

-- `state` of a metropolitan area is that of the city its title names first; `area_states` has all of them.
CREATE TABLE areas (
    area_code TEXT PRIMARY KEY,
    area_type TEXT NOT NULL,
    title     TEXT NOT NULL,
    state     TEXT NOT NULL
) WITHOUT ROWID;

-- `oews_states`, `oews_nonmetropolitan` and, where the survey's own workbook was at hand, `oews_metropolitan` together.
-- The primary key leads with the occupation: a page of a career asks for many places. A place's page asks the other way.
CREATE TABLE oews_areas (
    soc_code                 TEXT NOT NULL,
    area_code                TEXT NOT NULL REFERENCES areas (area_code),
    employment               FIGURE,
    employment_rse_percent   FIGURE,
    jobs_per_1000            FIGURE,
    location_quotient        FIGURE,
    wage_hourly_mean_usd     FIGURE,
    wage_annual_mean_usd     FIGURE,
    wage_mean_rse_percent    FIGURE,
    wage_hourly_median_usd   FIGURE,
    wage_annual_p10_usd      FIGURE,
    wage_annual_p25_usd      FIGURE,
    wage_annual_median_usd   FIGURE,
    wage_annual_p75_usd      FIGURE,
    wage_annual_p90_usd      FIGURE,
    wage_unit                TEXT,
    PRIMARY KEY (soc_code, area_code)
) WITHOUT ROWID;

-- With all that a place's pages read: its 800 rows lie together instead of one in each occupation's part of the table.
CREATE INDEX oews_areas_of_area ON oews_areas (
    area_code, employment, jobs_per_1000, location_quotient, wage_annual_mean_usd, wage_hourly_mean_usd,
    wage_hourly_median_usd, wage_annual_p10_usd, wage_annual_p25_usd, wage_annual_median_usd, wage_annual_p75_usd,
    wage_annual_p90_usd);

CREATE TABLE area_states (
    area_code TEXT NOT NULL REFERENCES areas (area_code),
    state     TEXT NOT NULL,
    PRIMARY KEY (area_code, state)
) WITHOUT ROWID;

CREATE TABLE oflc_metropolitan (
    soc_code      TEXT NOT NULL,
    area_code     TEXT NOT NULL REFERENCES areas (area_code),
    wage_mean_usd FIGURE,
    unit          TEXT NOT NULL CHECK (unit IN ('hour', 'year')),
    PRIMARY KEY (soc_code, area_code)
) WITHOUT ROWID;

CREATE INDEX oflc_metropolitan_of_area ON oflc_metropolitan (area_code, wage_mean_usd, unit);

-- `area_code` is one of `areas` where `matched_by` says how it was found.
CREATE TABLE price_parities (
    area_type    TEXT NOT NULL,
    area_code    TEXT NOT NULL,
    title        TEXT NOT NULL,
    matched_by   TEXT NOT NULL CHECK (matched_by IN ('code', 'name', '')),
    price_parity FIGURE,
    year         TEXT NOT NULL,
    PRIMARY KEY (area_type, area_code)
) WITHOUT ROWID;

CREATE TABLE minimum_wages (
    state                   TEXT PRIMARY KEY,
    minimum_wage_hourly_usd FIGURE,
    tables_agree            TEXT NOT NULL,
    lowest_wage_hourly_usd  FIGURE,
    highest_wage_hourly_usd FIGURE
) WITHOUT ROWID;

CREATE TABLE ai_exposure (
    soc_code            TEXT PRIMARY KEY,
    task_exposure       FIGURE,
    task_exposure_parts FIGURE,
    ai_applicability    FIGURE
) WITHOUT ROWID;

CREATE TABLE sectors (
    naics_code TEXT PRIMARY KEY,
    title      TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE oews_sectors (
    soc_code                 TEXT NOT NULL,
    naics_code               TEXT NOT NULL REFERENCES sectors (naics_code),
    employment               FIGURE,
    employment_rse_percent   FIGURE,
    percent_of_sector        FIGURE,
    wage_hourly_mean_usd     FIGURE,
    wage_annual_mean_usd     FIGURE,
    wage_mean_rse_percent    FIGURE,
    wage_hourly_median_usd   FIGURE,
    wage_annual_p10_usd      FIGURE,
    wage_annual_p25_usd      FIGURE,
    wage_annual_median_usd   FIGURE,
    wage_annual_p75_usd      FIGURE,
    wage_annual_p90_usd      FIGURE,
    wage_unit                TEXT,
    PRIMARY KEY (soc_code, naics_code)
) WITHOUT ROWID;

CREATE TABLE projections (
    soc_code                            TEXT NOT NULL,
    item                                TEXT NOT NULL,
    title                               TEXT NOT NULL,
    employment_base_thousands           FIGURE,
    employment_projected_thousands      FIGURE,
    employment_change_thousands         FIGURE,
    employment_change_percent           FIGURE,
    self_employed_percent               FIGURE,
    openings_annual_thousands           FIGURE,
    labor_force_exit_rate_percent       FIGURE,
    occupational_transfer_rate_percent  FIGURE,
    PRIMARY KEY (soc_code, item)
) WITHOUT ROWID;

CREATE TABLE entry_requirements (
    soc_code            TEXT PRIMARY KEY,
    typical_education   TEXT NOT NULL,
    work_experience     TEXT NOT NULL,
    on_the_job_training TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE attainment (
    soc_code                         TEXT PRIMARY KEY,
    inherited                        TEXT NOT NULL,
    less_than_high_school_percent    FIGURE,
    high_school_percent              FIGURE,
    some_college_percent             FIGURE,
    associates_percent               FIGURE,
    bachelors_percent                FIGURE,
    masters_percent                  FIGURE,
    doctoral_or_professional_percent FIGURE
) WITHOUT ROWID;

CREATE TABLE projections_skills (
    soc_code        TEXT NOT NULL,
    skill           TEXT NOT NULL,
    imputed         TEXT NOT NULL,
    percentile_rank FIGURE,
    top_rank        FIGURE,
    PRIMARY KEY (soc_code, skill)
) WITHOUT ROWID;

CREATE TABLE cps (
    census_code                      TEXT PRIMARY KEY,
    title                            TEXT NOT NULL,
    employed_thousands               FIGURE,
    women_percent                    FIGURE,
    white_percent                    FIGURE,
    black_percent                    FIGURE,
    asian_percent                    FIGURE,
    hispanic_percent                 FIGURE,
    median_age_years                 FIGURE,
    earnings_weekly_median_usd       FIGURE,
    earnings_weekly_men_median_usd   FIGURE,
    earnings_weekly_women_median_usd FIGURE
) WITHOUT ROWID;

-- The survey's own rows of whole major groups.
CREATE TABLE cps_groups (
    soc_code                         TEXT PRIMARY KEY,
    title                            TEXT NOT NULL,
    employed_thousands               FIGURE,
    women_percent                    FIGURE,
    white_percent                    FIGURE,
    black_percent                    FIGURE,
    asian_percent                    FIGURE,
    hispanic_percent                 FIGURE,
    median_age_years                 FIGURE,
    earnings_weekly_median_usd       FIGURE,
    earnings_weekly_men_median_usd   FIGURE,
    earnings_weekly_women_median_usd FIGURE
) WITHOUT ROWID;

CREATE TABLE acs_occupations (
    occp                            TEXT PRIMARY KEY,
    title                           TEXT NOT NULL,
    records                         FIGURE,
    persons                         FIGURE,
    design_effect                   FIGURE,
    women_percent                   FIGURE,
    women_margin_points             FIGURE,
    hispanic_percent                FIGURE,
    hispanic_margin_points          FIGURE,
    white_percent                   FIGURE,
    white_margin_points             FIGURE,
    black_percent                   FIGURE,
    black_margin_points             FIGURE,
    asian_percent                   FIGURE,
    asian_margin_points             FIGURE,
    native_percent                  FIGURE,
    native_margin_points            FIGURE,
    other_race_percent              FIGURE,
    other_race_margin_points        FIGURE,
    age_p10_years                   FIGURE,
    age_p25_years                   FIGURE,
    age_median_years                FIGURE,
    age_median_margin_years         FIGURE,
    age_p75_years                   FIGURE,
    age_p90_years                   FIGURE,
    hours_mean                      FIGURE,
    hours_mean_margin               FIGURE,
    hours_under_35_percent          FIGURE,
    hours_under_35_margin_points    FIGURE,
    hours_50_and_over_percent       FIGURE,
    hours_50_and_over_margin_points FIGURE,
    at_work_records                 FIGURE,
    at_work_persons                 FIGURE,
    home_percent                    FIGURE,
    home_margin_points              FIGURE,
    degree_percent                  FIGURE,
    degree_margin_points            FIGURE,
    degree_records                  FIGURE
) WITHOUT ROWID;

CREATE TABLE acs_majors (
    occp                TEXT NOT NULL,
    rank                TEXT NOT NULL,
    field_code          TEXT NOT NULL,
    field               TEXT NOT NULL,
    records             FIGURE,
    share_percent       FIGURE,
    share_margin_points FIGURE,
    PRIMARY KEY (occp, rank)
) WITHOUT ROWID;

-- Graduates in the fields of study that lead to an occupation; `outcome` says why others have none.
CREATE TABLE graduates (
    soc_code  TEXT PRIMARY KEY,
    award     TEXT NOT NULL,
    fields    FIGURE,
    graduates FIGURE,
    outcome   TEXT NOT NULL CHECK (outcome IN
        ('counted', 'no_award', 'no_fields', 'too_many_fields', 'few_graduates'))
) WITHOUT ROWID;

CREATE TABLE colleges (
    soc_code    TEXT NOT NULL,
    rank        FIGURE,
    institution TEXT NOT NULL,
    state       TEXT NOT NULL,
    graduates   FIGURE,
    PRIMARY KEY (soc_code, rank)
) WITHOUT ROWID;

CREATE TABLE nscg_satisfaction (
    group_title    TEXT PRIMARY KEY,
    broader_group  TEXT NOT NULL,
    employed       FIGURE,
    very_satisfied FIGURE
) WITHOUT ROWID;

CREATE TABLE nscg_groups (
    soc_code    TEXT NOT NULL,
    group_title TEXT NOT NULL REFERENCES nscg_satisfaction (group_title),
    PRIMARY KEY (soc_code, group_title)
) WITHOUT ROWID;

CREATE TABLE onet_elements (
    element_id TEXT PRIMARY KEY,
    domain     TEXT NOT NULL,
    name       TEXT NOT NULL
) WITHOUT ROWID;

-- How a person would say an element, and one sentence on it: ours.
CREATE TABLE element_words (
    element_id TEXT PRIMARY KEY REFERENCES onet_elements (element_id),
    words      TEXT NOT NULL,
    says       TEXT NOT NULL
) WITHOUT ROWID;

-- The questionnaire of interests: ours.
CREATE TABLE interest_activities (
    place    INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    interest TEXT NOT NULL,
    activity TEXT NOT NULL
);

-- Tables below are made from the ones above and from the rest of data/ while building.

-- A release, and which one stands behind each column of each table.
CREATE TABLE releases (
    id        TEXT PRIMARY KEY,
    publisher TEXT NOT NULL,
    title     TEXT NOT NULL,
    period    TEXT NOT NULL,
    licence   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE column_sources (
    table_name  TEXT NOT NULL,
    column_name TEXT NOT NULL,
    release_id  TEXT NOT NULL REFERENCES releases (id),
    PRIMARY KEY (table_name, column_name)
) WITHOUT ROWID;

-- The 832 occupations. `employment` repeats the wage survey's, or where it has none the projections', to rank by.
CREATE TABLE occupations (
    id         INTEGER PRIMARY KEY,
    soc_code   TEXT NOT NULL UNIQUE,
    slug       TEXT NOT NULL UNIQUE,
    title      TEXT NOT NULL,
    combined   TEXT NOT NULL,
    employment INTEGER NOT NULL
);

-- The groups of the classification. One that `leads_to` another page has none of its own: it holds exactly one
-- occupation, or is the only broad group of its minor group, or has no civilian occupation. `parent` is the nearest group
-- above it with a page. Two groups of one name share no slug: the second has none.
CREATE TABLE professions (
    soc_code    TEXT PRIMARY KEY,
    level       TEXT NOT NULL CHECK (level IN ('major', 'minor', 'broad')),
    title       TEXT NOT NULL,
    slug        TEXT UNIQUE,
    description TEXT NOT NULL,
    parent      TEXT NOT NULL,
    leads_to    TEXT,
    occupations INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX professions_inside ON professions (parent);

-- The occupations inside each group with a page; `direct` where no group with a page stands between them.
CREATE TABLE profession_occupations (
    profession TEXT NOT NULL REFERENCES professions (soc_code),
    soc_code   TEXT NOT NULL REFERENCES occupations (soc_code),
    direct     INTEGER NOT NULL,
    PRIMARY KEY (profession, soc_code)
) WITHOUT ROWID;

-- Everything a visitor can look up. `occupation_id` of a shared name is the occupation with most jobs.
CREATE TABLE names (
    id            INTEGER PRIMARY KEY,
    slug          TEXT NOT NULL UNIQUE,
    key           TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('occupation', 'title', 'shared')),
    occupation_id INTEGER NOT NULL REFERENCES occupations (id),
    jobs          INTEGER NOT NULL,
    -- In no release: filed under its occupation by this project.
    added         TEXT NOT NULL DEFAULT 'false' CHECK (added IN ('true', 'false'))
);

CREATE INDEX names_of_occupation ON names (occupation_id, kind, name, slug);

CREATE TABLE name_occupations (
    name_id       INTEGER NOT NULL REFERENCES names (id),
    occupation_id INTEGER NOT NULL REFERENCES occupations (id),
    PRIMARY KEY (name_id, occupation_id)
) WITHOUT ROWID;

-- Other texts that lead to a name: abbreviations, short titles, spellings. `key` as in `names`.
CREATE TABLE aliases (
    alias   TEXT NOT NULL,
    key     TEXT NOT NULL,
    name_id INTEGER NOT NULL REFERENCES names (id),
    PRIMARY KEY (key, name_id)
) WITHOUT ROWID;

-- Which row of `cps` speaks for an occupation, and how: 'own', 'group' (the Census code holds others too),
-- or 'parts' (several Census codes: shares are added up by people employed, a median cannot be).
CREATE TABLE people (
    soc_code         TEXT PRIMARY KEY,
    basis            TEXT NOT NULL CHECK (basis IN ('own', 'group', 'parts')),
    basis_title      TEXT NOT NULL,
    basis_count      INTEGER NOT NULL,
    women_percent    FIGURE,
    white_percent    FIGURE,
    black_percent    FIGURE,
    asian_percent    FIGURE,
    hispanic_percent FIGURE,
    median_age_years FIGURE,
    earnings_weekly_median_usd       FIGURE,
    earnings_weekly_men_median_usd   FIGURE,
    earnings_weekly_women_median_usd FIGURE
) WITHOUT ROWID;

-- The same for `acs_occupations`. basis 'catch_all': the code holds others that nobody names; none: the records have
-- no code for the occupation.
CREATE TABLE community (
    soc_code                        TEXT PRIMARY KEY,
    basis                           TEXT CHECK (basis IN ('own', 'group', 'catch_all', 'parts')),
    basis_title                     TEXT NOT NULL,
    basis_count                     INTEGER NOT NULL,
    records                         FIGURE,
    at_work_records                 FIGURE,
    degree_records                  FIGURE,
    women_percent                   FIGURE,
    women_margin_points             FIGURE,
    hispanic_percent                FIGURE,
    hispanic_margin_points          FIGURE,
    white_percent                   FIGURE,
    white_margin_points             FIGURE,
    black_percent                   FIGURE,
    black_margin_points             FIGURE,
    asian_percent                   FIGURE,
    asian_margin_points             FIGURE,
    native_percent                  FIGURE,
    native_margin_points            FIGURE,
    other_race_percent              FIGURE,
    other_race_margin_points        FIGURE,
    hours_mean                      FIGURE,
    hours_mean_margin               FIGURE,
    hours_under_35_percent          FIGURE,
    hours_under_35_margin_points    FIGURE,
    hours_50_and_over_percent       FIGURE,
    hours_50_and_over_margin_points FIGURE,
    home_percent                    FIGURE,
    home_margin_points              FIGURE,
    degree_percent                  FIGURE,
    degree_margin_points            FIGURE,
    age_p10_years                   FIGURE,
    age_p25_years                   FIGURE,
    age_median_years                FIGURE,
    age_median_margin_years         FIGURE,
    age_p75_years                   FIGURE,
    age_p90_years                   FIGURE,
    major_1                         TEXT,
    major_1_percent                 FIGURE,
    major_1_margin_points           FIGURE,
    major_2                         TEXT,
    major_2_percent                 FIGURE,
    major_2_margin_points           FIGURE,
    major_3                         TEXT,
    major_3_percent                 FIGURE,
    major_3_margin_points           FIGURE
) WITHOUT ROWID;

-- O*NET's ratings and requirements brought to an occupation. basis 'own': its own O*NET occupation;
-- 'parts': the mean of `parts` O*NET occupations inside it.
-- rank 1 is the most important of its domain; of equals the one needed at the higher level, then by name; 0 has no
-- importance.
CREATE TABLE ratings (
    soc_code      TEXT NOT NULL,
    domain        TEXT NOT NULL,
    rank          INTEGER NOT NULL,
    name          TEXT NOT NULL,
    element_id    TEXT NOT NULL REFERENCES onet_elements (element_id),
    importance    FIGURE,
    importance_se FIGURE,
    level         FIGURE,
    level_se      FIGURE,
    PRIMARY KEY (soc_code, domain, rank, element_id)
) WITHOUT ROWID;

-- O*NET's interest scores, brought to an occupation in the same way: 1 to 7 for each of Holland's six types. `first` has
-- the highest; `second` and `third` are the further high points of its own O*NET occupation, where it has them.
CREATE TABLE interests (
    soc_code      TEXT PRIMARY KEY,
    basis         TEXT NOT NULL CHECK (basis IN ('own', 'parts')),
    parts         INTEGER NOT NULL,
    method        TEXT NOT NULL,
    realistic     FIGURE,
    investigative FIGURE,
    artistic      FIGURE,
    social        FIGURE,
    enterprising  FIGURE,
    conventional  FIGURE,
    first         TEXT NOT NULL,
    second        TEXT NOT NULL,
    third         TEXT NOT NULL
) WITHOUT ROWID;

-- O*NET's work values in the same way: 1 to 7 for how far an occupation gives each. `rated` is the oldest month.
CREATE TABLE work_values (
    soc_code           TEXT PRIMARY KEY,
    achievement        FIGURE,
    working_conditions FIGURE,
    recognition        FIGURE,
    relationships      FIGURE,
    support            FIGURE,
    independence       FIGURE,
    rated              TEXT NOT NULL
) WITHOUT ROWID;

-- O*NET's work styles: -3 (gets in the way) to 3 (matters most). A `distinctiveness_rank` of 1 to 10 names those that set
-- an O*NET occupation apart; 0 is none, as where several occupations were put together.
CREATE TABLE work_styles (
    soc_code             TEXT NOT NULL,
    rank                 INTEGER NOT NULL,
    name                 TEXT NOT NULL,
    element_id           TEXT NOT NULL REFERENCES onet_elements (element_id),
    impact               FIGURE,
    distinctiveness_rank INTEGER NOT NULL,
    PRIMARY KEY (soc_code, rank)
) WITHOUT ROWID;

-- Technology in use: first what job postings for the occupation ask for, then what postings of all kinds ask for, each by
-- how few occupations use it.
CREATE TABLE technology (
    soc_code  TEXT NOT NULL,
    rank      INTEGER NOT NULL,
    example   TEXT NOT NULL,
    category  TEXT NOT NULL,
    hot       INTEGER NOT NULL,
    in_demand INTEGER NOT NULL,
    PRIMARY KEY (soc_code, rank)
) WITHOUT ROWID;

-- Whose figures an occupation's are in O*NET: its own, those of `parts` occupations inside it, or those of the nearest
-- occupation that has some (`nearest_soc_code`).
CREATE TABLE onet_bases (
    soc_code         TEXT NOT NULL,
    subject          TEXT NOT NULL CHECK (subject IN ('ratings', 'styles', 'values', 'technology')),
    basis            TEXT NOT NULL CHECK (basis IN ('own', 'parts', 'nearest')),
    parts            INTEGER NOT NULL,
    nearest_soc_code TEXT,
    PRIMARY KEY (soc_code, subject)
) WITHOUT ROWID;

-- The occupations nearest in skills and knowledge, by the measure of docs/decisions/0005; only those with ratings of
-- their own or of their parts.
CREATE TABLE neighbors (
    soc_code          TEXT NOT NULL,
    rank              INTEGER NOT NULL,
    neighbor_soc_code TEXT NOT NULL,
    similarity        REAL NOT NULL,
    PRIMARY KEY (soc_code, rank)
) WITHOUT ROWID;

CREATE TABLE preparation (
    soc_code             TEXT PRIMARY KEY,
    -- Categories of O*NET's scales: required education (RL, 1 to 12) at the middle of the answers, related experience
    -- (RW, 1 to 11) where the middle half of the answers begins and ends. None where an answer of the occupation
    -- itself is suppressed, or there are no answers.
    education_category   INTEGER,
    education_basis      TEXT CHECK (education_basis IN ('own', 'parts')),
    education_parts      INTEGER NOT NULL,
    experience_low       INTEGER,
    experience_high      INTEGER,
    experience_basis     TEXT CHECK (experience_basis IN ('own', 'parts')),
    experience_parts     INTEGER NOT NULL,
    job_zone             INTEGER
) WITHOUT ROWID;

-- Where an occupation is paid best, by the rules on /sources. `against_nation` holds the mean against the nation's of
-- the same month: 'below' cannot be the highest there is, 'above_twice' is not believed.
CREATE TABLE best_paid (
    soc_code             TEXT NOT NULL,
    kind                 TEXT NOT NULL CHECK (kind IN ('city', 'state', 'sector')),
    title                TEXT NOT NULL,
    wage_annual_mean_usd FIGURE,
    wage_hourly_mean_usd FIGURE,
    against_nation       TEXT NOT NULL CHECK (against_nation IN ('', 'below', 'above_twice')),
    price_parity         FIGURE,
    PRIMARY KEY (soc_code, kind)
) WITHOUT ROWID;

-- The areas with an address. `parity_of` names the state whose price parity stands there, where the place has none of
-- its own. The minimum wage is that of `state`.
CREATE TABLE places (
    area_code               TEXT PRIMARY KEY,
    slug                    TEXT NOT NULL UNIQUE,
    name                    TEXT NOT NULL,
    area_type               TEXT NOT NULL,
    state                   TEXT NOT NULL,
    price_parity            FIGURE,
    parity_of               TEXT NOT NULL,
    minimum_wage_hourly_usd FIGURE
) WITHOUT ROWID;

-- How far language models can be used in an occupation's tasks, and over how many percent of the other rated
-- occupations each score stands.
CREATE TABLE exposure (
    soc_code               TEXT PRIMARY KEY,
    task_exposure          FIGURE,
    task_exposure_over     INTEGER NOT NULL,
    task_exposure_parts    INTEGER NOT NULL,
    ai_applicability       FIGURE,
    ai_applicability_over  INTEGER NOT NULL
) WITHOUT ROWID;

-- The employer with the highest median offer among `employers` with at least ten applications for foreign workers in
-- an occupation; no row where fewer than three have as many.
CREATE TABLE best_employer (
    soc_code               TEXT PRIMARY KEY,
    company_id             INTEGER NOT NULL,
    wage_annual_median_usd INTEGER NOT NULL,
    employers              INTEGER NOT NULL
) WITHOUT ROWID;

-- How many college graduates are very satisfied with their job, in the group of the survey that an occupation belongs
-- to; none where few of its people are college graduates.
CREATE TABLE satisfaction (
    soc_code               TEXT PRIMARY KEY,
    group_title            TEXT NOT NULL,
    occupations            INTEGER NOT NULL,
    very_satisfied_percent INTEGER
) WITHOUT ROWID;

CREATE TABLE related (
    soc_code         TEXT NOT NULL,
    rank             INTEGER NOT NULL,
    related_soc_code TEXT NOT NULL,
    PRIMARY KEY (soc_code, rank)
) WITHOUT ROWID;

-- Every company with a page: those of the list of large ones, and employers that filed often. Ids count from 0 in the order
-- of the slugs. `employer_key` is what the spellings of its name share in the tables of filings.
CREATE TABLE companies (
    id           INTEGER PRIMARY KEY,
    slug         TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    employer_key TEXT UNIQUE
);

-- As company reports give them for one fiscal year. The sector is that of the industry (data/company_industries.csv),
-- `worker_pay_ticker` the company's ticker in `company_worker_pay`.
CREATE TABLE company_reports (
    company_id           INTEGER PRIMARY KEY,
    company_type         TEXT NOT NULL CHECK (company_type IN ('public', 'private')),
    ticker               TEXT NOT NULL,
    worker_pay_ticker    TEXT NOT NULL,
    industry             TEXT NOT NULL,
    naics_sector         TEXT NOT NULL,
    employees            FIGURE,
    revenue_millions_usd FIGURE,
    profit_millions_usd  FIGURE,
    headquarters_city    TEXT NOT NULL,
    state                TEXT NOT NULL,
    state_name           TEXT NOT NULL,
    website              TEXT NOT NULL
);

-- Labor condition applications: filings of four fiscal years, and certified full-time applications of one, whose wages
-- were published. As the employer spells itself most often.
CREATE TABLE company_filings (
    company_id                     INTEGER PRIMARY KEY,
    employer                       TEXT NOT NULL,
    spellings                      FIGURE,
    filings                        FIGURE,
    occupations                    FIGURE,
    applications                   FIGURE,
    offered_over_prevailing_median FIGURE
);

CREATE TABLE company_occupations (
    company_id                        INTEGER NOT NULL,
    soc_code                          TEXT NOT NULL,
    filings                           FIGURE,
    applications                      FIGURE,
    wage_annual_median_usd            FIGURE,
    prevailing_wage_annual_median_usd FIGURE,
    PRIMARY KEY (company_id, soc_code)
) WITHOUT ROWID;

CREATE INDEX company_occupations_by_occupation ON company_occupations (soc_code, filings DESC, company_id);

-- The occupations that most companies filed for, most first.
CREATE TABLE sought (
    place    INTEGER PRIMARY KEY,
    soc_code TEXT NOT NULL
);

CREATE TABLE company_states (
    company_id   INTEGER NOT NULL,
    state        TEXT NOT NULL,
    applications FIGURE,
    PRIMARY KEY (company_id, state)
) WITHOUT ROWID;

-- Names that are counted as one, where people decided that they are.
CREATE TABLE company_names (
    company_id INTEGER NOT NULL,
    employer   TEXT NOT NULL,
    filings    FIGURE,
    PRIMARY KEY (company_id, employer)
) WITHOUT ROWID;

-- The same by employer as they stand in data/: only for the time of the build.
CREATE TEMP TABLE lca_filers (
    employer_key                   TEXT PRIMARY KEY,
    employer                       TEXT NOT NULL,
    spellings                      FIGURE,
    filings                        FIGURE,
    occupations                    FIGURE,
    applications                   FIGURE,
    offered_over_prevailing_median FIGURE
) WITHOUT ROWID;

CREATE TEMP TABLE lca_filer_occupations (
    employer_key                      TEXT NOT NULL,
    soc_code                          TEXT NOT NULL,
    filings                           FIGURE,
    applications                      FIGURE,
    wage_annual_median_usd            FIGURE,
    prevailing_wage_annual_median_usd FIGURE,
    PRIMARY KEY (employer_key, soc_code)
) WITHOUT ROWID;

CREATE TEMP TABLE lca_filer_states (
    employer_key TEXT NOT NULL,
    state        TEXT NOT NULL,
    applications FIGURE,
    PRIMARY KEY (employer_key, state)
) WITHOUT ROWID;

CREATE TEMP TABLE lca_filer_names (
    employer_key TEXT NOT NULL,
    employer     TEXT NOT NULL,
    filings      FIGURE,
    PRIMARY KEY (employer_key, employer)
) WITHOUT ROWID;

-- The pay of the worker in the middle, in all countries, and how many times that the chief executive was paid.
CREATE TABLE company_worker_pay (
    ticker                TEXT PRIMARY KEY,
    company               TEXT NOT NULL,
    median_worker_pay_usd FIGURE,
    pay_ratio             FIGURE
) WITHOUT ROWID;

-- Written by us.
CREATE TABLE title_figures (
    slug  TEXT NOT NULL,
    row   TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (slug, row)
) WITHOUT ROWID;

CREATE TABLE texts (
    slug    TEXT PRIMARY KEY,
    summary TEXT NOT NULL,
    about   TEXT NOT NULL,
    duties  TEXT NOT NULL,
    -- In the words of data/activities.csv, a line each.
    activities TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE featured (
    position INTEGER PRIMARY KEY,
    slugs    TEXT NOT NULL UNIQUE
);

-- Words of everyday speech that no release has, and the name each stands for; without one the word says nothing.
CREATE TABLE search_words (
    word       TEXT PRIMARY KEY,
    stands_for TEXT NOT NULL,
    why        TEXT NOT NULL
) WITHOUT ROWID;
