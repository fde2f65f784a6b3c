//! What every answer has in common, over a real connection.

mod answers;
mod cache;
mod hostile;
mod program;
mod time;

use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::web::{self, Path, ServiceConfig};
use askama::Template;
use career_atlas::http::{Answer, CachePolicy, Content, Error, Link, Page};
use career_atlas::routes;

/// A page that says how many were made before it: two with the same number are one.
#[derive(Template)]
#[template(
    source = "<!doctype html><title>Example</title><h1>{{ serial }}</h1>{% for row in 0..200 %}<p>Row {{ row }}</p>{% endfor %}",
    ext = "html"
)]
struct Example {
    serial: u64,
}

static MADE: AtomicU64 = AtomicU64::new(0);

fn example() -> Page<Example> {
    Page::new(Example { serial: MADE.fetch_add(1, Ordering::Relaxed) })
}

#[derive(serde::Deserialize)]
struct Asked {
    #[expect(dead_code, reason = "it is only read")]
    name: String,
}

#[derive(Debug, thiserror::Error)]
#[error("the secret of the house")]
struct Fault;

/// The site's own routes, and one for each thing that a page may do.
fn routes(services: &mut ServiceConfig) {
    services
        .route("/shared", web::get().to(async || example()))
        .route("/shared/{name}", web::get().to(async |_: Path<String>| example()))
        .route("/validated", web::get().to(async || example().with_policy(CachePolicy::Validated)))
        .route(
            "/fixed",
            web::get().to(async || Page::new(Example { serial: 0 }).with_policy(CachePolicy::Validated)),
        )
        .route("/asked", web::get().to(async |_: web::Query<Asked>| example()))
        .route(
            "/moved/{name}",
            web::get().to(async |name: Path<String>| match name.as_str() {
                "here" => Answer::Page(example()),
                other => Answer::Moved(format!("/moved/here?from={}", other.len())),
            }),
        )
        .route(
            "/table.csv",
            web::get().to(async || {
                Content::new("text/csv; charset=utf-8", "name,jobs\n")
                    .with_canonical("https://atlas.example/table".to_owned())
            }),
        )
        .route(
            "/unknown",
            web::get().to(async || {
                Err::<Page<Example>, _>(Error::NotFound {
                    what: "career called “nurze”".to_owned(),
                    nearest: vec![Link {
                        name: "Registered <Nurses>".to_owned(),
                        href: "/careers/registered-nurses".to_owned(),
                        note: "3.4 million jobs".to_owned(),
                    }],
                })
            }),
        )
        .route("/busy", web::get().to(async || Err::<Page<Example>, _>(Error::Busy)))
        .route("/fault", web::get().to(async || Err::<Page<Example>, _>(Error::internal(Fault))))
        .route(
            "/slow",
            web::get().to(async || {
                actix_web::rt::time::sleep(time::SLOW).await;
                example()
            }),
        );
    routes::configure(services);
}
