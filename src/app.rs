//! The running site: database, listener and worker threads put together.

use std::future::{Future as _, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use actix_web::body::BoxBody;
use actix_web::dev::{Server, ServerHandle, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer};
use tokio::net::TcpSocket;

use crate::config::Config;
use crate::dataset;
use crate::http::{self, Answers, Shared, Terms, limits};
use crate::routes;
use crate::site::{Loaded, PublicUrl, Searches, Site};
use crate::store::{Store, StoreError};
use crate::view::row::Cells;

/// Careers that the ranking of companies leads to.
const SOUGHT: usize = 24;

/// A site that listens, and answers once it runs.
pub struct Application {
    server: Server,
    address: SocketAddr,
}

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database could not be made from the dataset.
    #[error(transparent)]
    Dataset(#[from] dataset::Error),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The address is taken, or not this machine's.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Serve(#[source] io::Error),
}

/// What the site's answers are made of. Every thread that answers makes its own service from it.
#[derive(Clone)]
pub struct Parts {
    database: PathBuf,
    shared: Arc<Shared>,
    loaded: Arc<Loaded>,
    searches: Arc<Searches>,
    routes: fn(&mut ServiceConfig),
}

impl Parts {
    /// Reads from the database what all threads share. `cache_bytes` is the room for kept answers.
    pub fn open(
        database: PathBuf,
        public_url: PublicUrl,
        cache_bytes: u64,
        routes: fn(&mut ServiceConfig),
    ) -> Result<Self, Error> {
        let store = Store::open(&database)?;
        let shared = Shared::new(Terms {
            https: public_url.is_https(),
            dataset_hash: &store.dataset_hash()?,
            cache_bytes,
            live: &routes::LIVE,
        });
        let catalog = store.catalog()?;
        let loaded = Loaded {
            public_url,
            provenance: store.provenance()?,
            featured: store.featured()?,
            own_titles: store.own_titles()?,
            companies: store.companies()?,
            sought: store.sought(SOUGHT)?,
            places: store.places()?,
            professions: store.professions()?,
            finder: store.finder(&catalog)?,
            catalog,
        };
        Ok(Self {
            shared: Arc::new(shared.map_err(Error::Serve)?),
            loaded: Arc::new(loaded),
            searches: Arc::new(Searches::new(database.clone())),
            database,
            routes,
        })
    }

    /// The service of one thread, with a connection of its own to the database.
    #[must_use]
    pub fn app(
        &self,
    ) -> App<
        impl ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<BoxBody>,
            Error = actix_web::Error,
            InitError = (),
        > + use<>,
    > {
        let (loaded, searches) = (Arc::clone(&self.loaded), Arc::clone(&self.searches));
        let database = self.database.clone();
        App::new()
            .data_factory(move || {
                let site = Store::open(&database).map(|store| Site {
                    store,
                    loaded: Arc::clone(&loaded),
                    searches: Arc::clone(&searches),
                    cells: Cells::default(),
                });
                async { site }
            })
            .wrap(Answers::new(Arc::clone(&self.shared)))
            .configure(self.routes)
    }
}

/// The database that was named, or that of the dataset, which is made where it is not there yet.
pub fn database(data: &Path, named: Option<&Path>) -> Result<PathBuf, dataset::Error> {
    if let Some(path) = named {
        return Ok(path.to_path_buf());
    }
    // A thread of its own: what the build needed of memory goes with it, and is not kept by a server for its whole life.
    let built = std::thread::scope(|scope| scope.spawn(|| dataset::publish(data, None)).join());
    built.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl Application {
    /// Opens the database, making it first where it is not there yet, and takes the address.
    pub fn build(config: &Config) -> Result<Self, Error> {
        Self::build_with(config, routes::configure)
    }

    /// The same with other routes.
    pub fn build_with(config: &Config, routes: fn(&mut ServiceConfig)) -> Result<Self, Error> {
        let database = database(&config.data, config.database.as_deref())?;
        let listener =
            listen(config.bind).map_err(|source| Error::Listen { address: config.bind, source })?;
        let address =
            listener.local_addr().map_err(|source| Error::Listen { address: config.bind, source })?;
        let public_url = config.public_url.clone().unwrap_or_else(|| PublicUrl::of(address));
        let parts = Parts::open(database, public_url, u64::from(config.cache_mb) * 1024 * 1024, routes)?;
        let mut server = HttpServer::new(move || parts.app())
            .disable_signals()
            .tcp_nodelay(true)
            .keep_alive(limits::IDLE_TIME)
            .client_request_timeout(limits::HEAD_TIME)
            .client_disconnect_timeout(limits::CLOSING_TIME)
            .on_connect(http::watch(limits::CONNECTION_TIME))
            .max_connections(limits::CONNECTIONS_PER_WORKER)
            .shutdown_timeout(limits::SHUTDOWN_SECONDS);
        if let Some(workers) = config.workers {
            server = server.workers(usize::from(workers));
        }
        let server = server.listen(listener).map_err(Error::Serve)?.run();
        Ok(Self { server, address })
    }

    /// Where it listens; the port is the one that was found when 0 was asked for.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it from elsewhere; `stop(true)` finishes what is in flight.
    #[must_use]
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Answers until it is told to stop. `ready` is called once the worker threads answer.
    pub async fn run(self, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
        let mut server = pin!(self.server);
        // The first poll starts the worker threads and returns when all of them are up.
        let started = poll_fn(|context| Poll::Ready(server.as_mut().poll(context))).await;
        if let Poll::Ready(ended) = started {
            return ended.map_err(Error::Serve);
        }
        ready(self.address);
        server.await.map_err(Error::Serve)
    }
}

/// Takes the address with room for many waiting connections; the standard library leaves room for 128.
fn listen(address: SocketAddr) -> io::Result<std::net::TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A restarted server takes its address back at once.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(limits::BACKLOG)?.into_std()
}
