//! Names the build, so that a database or a cached page made by other code is not taken for this one's.

use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};

fn main() -> io::Result<()> {
    // What turns data/ into the database, and what turns the database into pages.
    println!(
        "cargo:rustc-env=DATASET_BUILD={}",
        hash(&["src/dataset", "src/domain"])?
    );
    println!(
        "cargo:rustc-env=SITE_BUILD={}",
        hash(&["src", "templates", "static"])?
    );
    Ok(())
}

fn hash(folders: &[&str]) -> io::Result<String> {
    let mut files = Vec::new();
    for folder in folders {
        println!("cargo:rerun-if-changed={folder}");
        list(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hasher = Sha256::new();
    for file in files {
        hasher.update(file.to_string_lossy().as_bytes());
        hasher.update(fs::read(file)?);
    }
    Ok(hasher
        .finalize()
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
