//! `/healthz`: whether this process can answer, for whatever watches it.

use actix_web::web;

use crate::http::{CachePolicy, Content, Error};
use crate::site::Site;

/// “ok” once the database answers.
pub async fn show(site: web::Data<Site>) -> Result<Content, Error> {
    site.store.dataset_hash()?;
    Ok(Content::new("text/plain; charset=utf-8", "ok\n").with_policy(CachePolicy::NoStore))
}
