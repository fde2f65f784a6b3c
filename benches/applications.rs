//! How long 100,000 labor condition applications take to import, from text and from a workbook of the publisher's width, and
//! how much memory: `CAREER_ATLAS_RELEASES=dir cargo bench --bench applications`.
//!
//! A folder like that of the releases, with the applications repeated to 100,000, is refreshed into an empty folder. The
//! time runs from the line that announces the applications to the end, so that it holds the writing of all tables too; the
//! same with a single application is what the rest takes. Memory is the most that the process ever held, for whatever.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

type Any = Box<dyn Error>;

const ROWS: usize = 100_000;
/// The publisher's workbook has some 96 columns.
const COLUMNS: u16 = 100;
const APPLICATIONS: &str = "lca/lca_certified_fy2024q1.csv.gz";
const ANNOUNCED: &str = "LCA disclosure data";

fn main() -> Result<(), Any> {
    let Some(releases) = std::env::var_os("CAREER_ATLAS_RELEASES") else {
        println!("not measured: CAREER_ATLAS_RELEASES names no folder");
        return Ok(());
    };
    let releases = Path::new(&releases);
    let mut reader = csv::Reader::from_reader(GzDecoder::new(File::open(releases.join(APPLICATIONS))?));
    let headings = reader.headers()?.clone();
    let all: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let rows: Vec<&csv::StringRecord> = all.iter().cycle().take(ROWS).collect();
    for (name, file, count) in [
        ("one row of text", "text.csv.gz", 1),
        ("text", "text.csv.gz", ROWS),
        ("workbook", "book.xlsx", ROWS),
    ] {
        let folder = folder_like(releases, file)?;
        let path = folder.path().join(file);
        let taken = rows.get(..count).unwrap_or_default();
        if file == "book.xlsx" {
            write_workbook(&path, &headings, taken)?;
        } else {
            write_text(&path, &headings, taken)?;
        }
        let (seconds, megabytes) = refresh(folder.path())?;
        println!("{name}: {count} rows in {seconds:.1} s, at most {megabytes} MB");
    }
    Ok(())
}

/// The releases as links, with another file for the applications.
fn folder_like(releases: &Path, file: &str) -> Result<TempDir, Any> {
    let folder = tempfile::tempdir()?;
    for entry in fs::read_dir(releases)? {
        let entry = entry?;
        if entry.file_name() != "releases.toml" {
            symlink(entry.path(), folder.path().join(entry.file_name()))?;
        }
    }
    let list = fs::read_to_string(releases.join("releases.toml"))?.replace(APPLICATIONS, file);
    // What a workbook lacks of the publisher's layout are the columns that say what was not certified.
    fs::write(folder.path().join("releases.toml"), list)?;
    Ok(folder)
}

fn write_text(path: &Path, headings: &csv::StringRecord, rows: &[&csv::StringRecord]) -> Result<(), Any> {
    let mut writer = csv::Writer::from_writer(GzEncoder::new(File::create(path)?, Compression::fast()));
    writer.write_record(headings)?;
    rows.iter().try_for_each(|row| writer.write_record(*row))?;
    writer.into_inner().map_err(csv::IntoInnerError::into_error)?.finish()?.flush()?;
    Ok(())
}

/// The columns of the text, and further ones with texts that hardly repeat, as numbers and dates of cases do.
fn write_workbook(path: &Path, headings: &csv::StringRecord, rows: &[&csv::StringRecord]) -> Result<(), Any> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let known = u16::try_from(headings.len())?;
    for (column, heading) in (0..).zip(headings) {
        sheet.write(0, column, heading)?;
    }
    for column in known..COLUMNS {
        sheet.write(0, column, format!("FURTHER_{column}"))?;
    }
    for (number, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(*row) {
            match cell.parse::<f64>() {
                Ok(amount) => sheet.write(number, column, amount)?,
                Err(_) => sheet.write(number, column, cell)?,
            };
        }
        for column in known..COLUMNS {
            // A fifth hardly repeats; the rest are answers of a few words.
            if column % 5 == 0 {
                sheet.write(number, column, format!("{number}-{column}"))?;
            } else {
                sheet.write(
                    number,
                    column,
                    if (number + u32::from(column)) % 3 == 0 { "Yes" } else { "No" },
                )?;
            }
        }
    }
    book.save(path)?;
    Ok(())
}

/// Seconds from the line that announces the applications to the end, and the most megabytes that the process held.
fn refresh(folder: &Path) -> Result<(f64, u64), Any> {
    let data = tempfile::tempdir()?;
    let mut child = Command::new(env!("CARGO_BIN_EXE_career-atlas"))
        .arg("refresh")
        .arg("--from")
        .arg(folder)
        .arg("--data")
        .arg(data.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let lines = BufReader::new(child.stderr.take().ok_or("the program has no output")?).lines();
    let mut begun = None;
    for line in lines {
        let line = line?;
        if line.contains(ANNOUNCED) {
            begun = Some(Instant::now());
            break;
        }
    }
    let begun = begun.ok_or("the applications were never announced")?;
    let mut most = 0;
    while child.try_wait()?.is_none() {
        let held = fs::read_to_string(&status).unwrap_or_default();
        let held = held
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(held.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    if !child.wait()?.success() {
        return Err("the refresh failed".into());
    }
    Ok((begun.elapsed().as_secs_f64(), most / 1024))
}
