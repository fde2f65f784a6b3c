//! Which address leads to which handler.

use actix_web::web::{self, ServiceConfig};

use crate::http::{Error, assets};
use crate::pages;

/// Addresses whose answers are never the same twice by promise: no validator is taken for them.
pub const LIVE: [&str; 1] = ["/healthz"];

/// Registers every handler. HEAD is answered as GET before this, so `web::get()` is enough.
pub fn configure(services: &mut ServiceConfig) {
    // For those who build the site: a program built for release has no such page.
    #[cfg(debug_assertions)]
    services.route("/styleguide", web::get().to(pages::styleguide::show));
    services
        .app_data(web::PathConfig::default().error_handler(|_, _| Error::no_such_page().into()))
        .app_data(web::QueryConfig::default().error_handler(|_, _| {
            Error::bad_request("The part of the address after the question mark cannot be read.").into()
        }))
        .route("/", web::get().to(pages::home::show))
        .route("/compare", web::get().to(pages::picker::show))
        .route("/compare/{careers}", web::get().to(pages::comparison::show))
        .route("/careers", web::get().to(pages::explore::show))
        .route("/match", web::get().to(pages::fit::show))
        .route("/match/interests", web::get().to(pages::fit::questionnaire::show))
        .route("/careers/{slug}", web::get().to(pages::career::show))
        .route("/careers/{slug}/pay", web::get().to(pages::pay::show))
        .route("/professions", web::get().to(pages::professions::show))
        .route("/professions/{slug}", web::get().to(pages::profession::show))
        .route("/companies", web::get().to(pages::companies::show))
        .route("/companies/best", web::get().to(pages::best::show))
        .route("/companies/best.csv", web::get().to(pages::best::download))
        .route("/companies/compare", web::get().to(pages::company_comparison::choose))
        .route("/companies/compare/{companies}", web::get().to(pages::company_comparison::show))
        .route("/companies/{slug}", web::get().to(pages::company::show))
        .route("/places", web::get().to(pages::places::show))
        .route("/places/{slug}", web::get().to(pages::place::show))
        .route("/search", web::get().to(pages::search::show))
        .route("/suggest", web::get().to(pages::search::suggest))
        .route("/sources", web::get().to(pages::sources::show))
        .route("/about", web::get().to(pages::about::show))
        .route("/sitemap.xml", web::get().to(pages::sitemap::show))
        .route("/robots.txt", web::get().to(pages::sitemap::robots))
        .route("/healthz", web::get().to(pages::healthz::show))
        .route("/static/{file}", web::get().to(assets::show))
        .route("/favicon.ico", web::get().to(assets::favicon))
        .default_service(web::to(async || Err::<actix_web::HttpResponse, _>(Error::no_such_page())));
}
