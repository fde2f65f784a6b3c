//! Names this build by its sources: the part of a page's validator that the dataset does not cover.

use std::path::Path;
use std::{fs, io};

/// Whatever a page's bytes are made from, beside the dataset.
const SOURCES: [&str; 4] = ["Cargo.lock", "src", "static", "templates"];

fn main() -> io::Result<()> {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash)?;
    }
    println!("cargo::rustc-env=CAREER_ATLAS_BUILD={hash:016x}");
    Ok(())
}

/// Adds a file, or a directory's files in the order of their names, to a 64-bit FNV-1a hash.
fn add(path: &Path, hash: &mut u64) -> io::Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| Ok(entry?.path()))
            .collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, hash));
    }
    for byte in fs::read(path)? {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    Ok(())
}
