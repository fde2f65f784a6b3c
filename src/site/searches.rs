//! Where searches run: off the event loop, a few at a time, for a limited time each.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::store::{Store, StoreError};

/// Searches that run at once. More would only take the processor from the pages.
const AT_ONCE: usize = 4;

/// A few connections, and as many permits to use one.
pub struct Searches {
    path: PathBuf,
    permits: Semaphore,
    idle: Mutex<Vec<Store>>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// Too many searches at once, or this one takes too long.
    #[error("too many searches at once")]
    Busy,
    /// The database cannot be read.
    #[error(transparent)]
    Store(StoreError),
}

impl From<StoreError> for SearchError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::TooSlow => Self::Busy,
            other => Self::Store(other),
        }
    }
}

impl Searches {
    /// For the database at `path`; connections are opened when they are needed.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path, permits: Semaphore::new(AT_ONCE), idle: Mutex::new(Vec::new()) }
    }

    /// Waits for a turn and searches, each for `limit` at the most.
    pub async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        limit: Duration,
        search: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, SearchError> {
        let turn = timeout(limit, self.permits.acquire()).await;
        let Ok(Ok(_permit)) = turn else { return Err(SearchError::Busy) };
        let searches = Arc::clone(self);
        let answer = actix_web::web::block(move || {
            let mut store = searches.take()?;
            let answer = store.within(limit, search);
            searches.give_back(store);
            answer
        });
        // A blocking thread that is gone means that the server stops.
        Ok(answer.await.map_err(|_| SearchError::Busy)??)
    }

    fn take(&self) -> Result<Store, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| Store::open(&self.path), Ok)
    }

    fn give_back(&self, store: Store) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(store);
    }
}
