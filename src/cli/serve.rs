//! `career-atlas` alone: serves the site.

use std::io::Write as _;

use actix_web::rt::{self, System};
use tokio::signal::unix::{SignalKind, signal};

use crate::app::{Application, Error};
use crate::config::Config;
use crate::telemetry;

/// Serves until a signal says to stop.
pub fn run(config: &Config) -> Result<(), Error> {
    let _writing = telemetry::start(config.log, &config.log_level);
    System::new().block_on(async {
        let application = Application::build(config)?;
        let handle = application.handle();
        let mut terminate = signal(SignalKind::terminate()).map_err(Error::Serve)?;
        let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::Serve)?;
        rt::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            tracing::info!("stopping: finishing what is in flight");
            handle.stop(true).await;
        });
        application
            .run(|address| {
                // A closed standard output is no reason to stop.
                let _ = writeln!(std::io::stdout(), "Career Atlas is at http://{address}/");
            })
            .await
    })
}
