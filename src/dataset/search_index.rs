//! To be written.
/// x
pub fn build(_: &rusqlite::Transaction) -> Result<usize, rusqlite::Error> {
    Ok(0)
}
