//! Names the build by its sources, so that a database or a kept page made by other code is not taken for this one's.

use std::path::Path;
use std::{fs, io};

/// What turns `data/` into the database.
const DATASET: [&str; 2] = ["src/dataset", "src/domain"];
/// Whatever a page's bytes are made from, beside the dataset.
const SITE: [&str; 4] = ["Cargo.lock", "src", "static", "templates"];

fn main() -> io::Result<()> {
    println!("cargo::rustc-env=DATASET_BUILD={}", hash(&DATASET)?);
    println!("cargo::rustc-env=SITE_BUILD={}", hash(&SITE)?);
    Ok(())
}

/// 64-bit FNV-1a over the files' bytes, in the order of their names.
fn hash(sources: &[&str]) -> io::Result<String> {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for source in sources {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash)?;
    }
    Ok(format!("{hash:016x}"))
}

fn add(path: &Path, hash: &mut u64) -> io::Result<()> {
    if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, hash));
    }
    for byte in fs::read(path)? {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    Ok(())
}
