//! Finished answers, kept in memory up to a bound, and put into a smaller form in the background.

use std::collections::HashSet;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use actix_web::http::header::HeaderValue;
use actix_web::web::Bytes;
use quick_cache::sync::Cache as QuickCache;
use quick_cache::{Equivalent, Weighter};

use crate::http::CachePolicy;
use crate::http::encoding::{Accepted, Encoding, recode};

/// What one kept answer takes beside its body and address, in bytes.
const ENTRY_BYTES: u64 = 200;
/// Usual size of a kept answer, in bytes: how many answers to make room for.
const USUAL_BYTES: u64 = 8 * 1024;
/// Answers that wait to be made smaller. One that finds no room is asked for again by its next visitor.
const WAITING: usize = 64;

/// A finished answer in one coding.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) body: Bytes,
    pub(crate) encoding: Encoding,
    pub(crate) media_type: HeaderValue,
    pub(crate) policy: CachePolicy,
    /// Whether the address has this answer in several codings.
    pub(crate) varies: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    encoding: Encoding,
    address: Box<str>,
}

/// A [`Key`] that is only looked up: it hashes the same.
#[derive(Hash)]
struct Sought<'a> {
    encoding: Encoding,
    address: &'a str,
}

impl Equivalent<Key> for Sought<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        self.encoding == key.encoding && *self.address == *key.address
    }
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Kept> for Weight {
    fn weight(&self, key: &Key, kept: &Kept) -> u64 {
        let bytes = key.address.len() + kept.body.len();
        u64::try_from(bytes).unwrap_or(u64::MAX / 2) + ENTRY_BYTES
    }
}

type Table = QuickCache<Key, Kept, Weight>;

/// Kept answers, shared by all worker threads.
pub(crate) struct Cache {
    answers: Arc<Table>,
    recoder: Recoder,
}

impl Cache {
    /// A cache of at most `bytes`, with the thread that makes its answers smaller.
    pub(crate) fn new(bytes: u64) -> io::Result<Self> {
        let answers = Arc::new(Table::with_weighter(
            usize::try_from(bytes / USUAL_BYTES).unwrap_or(usize::MAX),
            bytes,
            Weight,
        ));
        Ok(Self { recoder: Recoder::start(Arc::clone(&answers))?, answers })
    }

    /// The best kept answer that this visitor takes. One that is not yet in the visitor's best coding is put into it
    /// in the background: an address that is asked for twice is worth that, one that a crawler passes once is not.
    pub(crate) fn get(&self, address: &str, accepted: Accepted) -> Option<Kept> {
        let best = accepted.first();
        let kept = accepted.ranked().find_map(|encoding| {
            self.answers
                .get(&Sought { encoding, address })
                // Whoever takes a coding should not get a large body for coming after one who does not.
                .filter(|kept| encoding != Encoding::Identity || best == encoding || !kept.varies)
        })?;
        if kept.varies && best == Encoding::Brotli && kept.encoding != best {
            self.recoder.ask(address, kept.encoding);
        }
        Some(kept)
    }

    /// Keeps an answer. One that has no codings is kept as it is, for everybody.
    pub(crate) fn keep(&self, address: &str, kept: Kept) {
        self.answers.insert(Key { encoding: kept.encoding, address: address.into() }, kept);
    }
}

/// An answer to be made smaller: its address and the coding in which it is kept.
type Request = (Box<str>, Encoding);

/// The thread that puts kept answers into brotli, one at a time.
struct Recoder {
    requests: SyncSender<Request>,
    /// Addresses that wait or are being worked on: none is ever made twice at once.
    waiting: Arc<Mutex<HashSet<Box<str>>>>,
}

impl Recoder {
    fn start(answers: Arc<Table>) -> io::Result<Self> {
        let (requests, received) = sync_channel(WAITING);
        let waiting = Arc::new(Mutex::new(HashSet::new()));
        let done = Arc::clone(&waiting);
        // It ends when the cache is dropped, and with it the only sender.
        thread::Builder::new().name("brotli".to_owned()).spawn(move || work(&answers, &received, &done))?;
        Ok(Self { requests, waiting })
    }

    fn ask(&self, address: &str, encoding: Encoding) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < WAITING && !waiting.contains(address) {
            waiting.insert(address.into());
            if self.requests.try_send((address.into(), encoding)).is_err() {
                waiting.remove(address);
            }
        }
    }
}

fn work(answers: &Table, requests: &Receiver<Request>, waiting: &Mutex<HashSet<Box<str>>>) {
    while let Ok((address, encoding)) = requests.recv() {
        let sought = Sought { encoding, address: &address };
        if let Some(kept) = answers.peek(&sought)
            && let Some(body) = recode(&kept.body, encoding)
        {
            answers.insert(
                Key { encoding: Encoding::Brotli, address: address.clone() },
                Kept { body, encoding: Encoding::Brotli, ..kept },
            );
        }
        waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&address);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn kept(encoding: Encoding, bytes: usize) -> Kept {
        Kept {
            body: Bytes::from(vec![b'a'; bytes]),
            encoding,
            media_type: HeaderValue::from_static("text/html"),
            policy: CachePolicy::Shared,
            varies: true,
        }
    }

    fn accepted(header: &str) -> Accepted {
        Accepted::parse(Some(header))
    }

    #[test]
    fn the_bound_holds_and_the_cache_is_of_use_within_it() {
        let bound = 1024 * 1024;
        let cache = Cache::new(bound).unwrap();
        for number in 0..1000 {
            cache.keep(&format!("/careers/{number}"), kept(Encoding::Gzip, 8 * 1024));
            assert!(cache.answers.weight() <= bound);
        }
        let left = (0..1000)
            .filter(|number| cache.get(&format!("/careers/{number}"), accepted("gzip")).is_some())
            .count();
        assert!((60..=128).contains(&left), "{left}");
    }

    #[test]
    fn each_coding_goes_to_whoever_takes_it() {
        let cache = Cache::new(1024 * 1024).unwrap();
        cache.keep("/", kept(Encoding::Gzip, 900));
        cache.keep("/", kept(Encoding::Identity, 1000));
        let got = |header: &str| cache.get("/", accepted(header)).map(|kept| kept.encoding);
        assert_eq!(got("gzip"), Some(Encoding::Gzip));
        assert_eq!(got("zstd, gzip"), Some(Encoding::Gzip));
        assert_eq!(got("zstd"), None, "a large body, where a small one can be made");
        assert_eq!(got(""), Some(Encoding::Identity));
        assert!(cache.get("/other", accepted("")).is_none());
    }

    #[test]
    fn an_answer_without_codings_is_for_everybody() {
        let cache = Cache::new(1024 * 1024).unwrap();
        let icon = Kept { varies: false, ..kept(Encoding::Identity, 100) };
        cache.keep("/icon", icon);
        for header in ["", "gzip", "gzip, br, zstd"] {
            assert!(cache.get("/icon", accepted(header)).is_some(), "{header}");
        }
    }

    #[test]
    fn an_answer_that_is_asked_for_again_becomes_smaller() {
        let cache = Cache::new(1024 * 1024).unwrap();
        let plain = Bytes::from("nurses and managers ".repeat(100));
        let mut encoder = crate::http::encoding::Encoder::new().unwrap();
        let gzipped =
            Kept { body: encoder.encode(&plain, Encoding::Gzip).unwrap(), ..kept(Encoding::Gzip, 0) };
        cache.keep("/", gzipped.clone());
        let browser = accepted("gzip, br");
        let began = Instant::now();
        let small = loop {
            let kept = cache.get("/", browser).unwrap();
            if kept.encoding == Encoding::Brotli {
                break kept;
            }
            assert!(began.elapsed() < Duration::from_secs(10), "no brotli came");
            thread::sleep(Duration::from_millis(1));
        };
        assert!(small.body.len() < gzipped.body.len());
        assert_eq!(cache.get("/", accepted("gzip")).unwrap().encoding, Encoding::Gzip);
    }
}
