//! The site as its visitors meet it: a listening server on a free port, and a plain client that hides nothing.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::web::ServiceConfig;
use career_atlas::app::Application;
use career_atlas::config::{Arguments, Config};
use career_atlas::routes;
use clap::Parser;
use scraper::{Html, Selector};
use tempfile::TempDir;

/// A running site. It stops when it is dropped.
pub struct TestApp {
    pub address: SocketAddr,
    pub handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
    _directory: TempDir,
}

/// What to change before the site starts.
pub struct Builder {
    arguments: Vec<String>,
    routes: fn(&mut ServiceConfig),
    full: bool,
}

impl Builder {
    /// Serves the project's own dataset instead of the small one.
    pub fn full(mut self) -> Self {
        self.full = true;
        self
    }

    /// Adds a flag of the program: `.flag("--cache-mb", "0")`.
    pub fn flag(mut self, name: &str, value: &str) -> Self {
        self.arguments.extend([name.to_owned(), value.to_owned()]);
        self
    }

    /// Takes other routes than the site's.
    pub fn routes(mut self, routes: fn(&mut ServiceConfig)) -> Self {
        self.routes = routes;
        self
    }

    pub fn start(self) -> TestApp {
        let directory = tempfile::tempdir().unwrap();
        let data = if self.full { full_dataset() } else { dataset(directory.path()) };
        let program = ["career-atlas", "--bind", "127.0.0.1:0", "--workers", "1", "--data"];
        let arguments =
            program.into_iter().map(str::to_owned).chain([data.display().to_string()]).chain(self.arguments);
        let config: Config = Arguments::try_parse_from(arguments).unwrap().serve;
        let (started, starting) = channel();
        let routes = self.routes;
        let thread = thread::spawn(move || {
            System::new().block_on(async {
                let application = Application::build_with(&config, routes).unwrap();
                let handle = application.handle();
                let ready = |address| started.send((address, handle)).unwrap();
                application.run(ready).await.unwrap();
            });
        });
        let (address, handle) = starting.recv_timeout(Duration::from_secs(30)).expect("the site starts");
        TestApp { address, handle, thread: Some(thread), _directory: directory }
    }
}

/// The small dataset that tests run on, in a directory that may be written beside.
pub fn dataset(directory: &Path) -> PathBuf {
    let data = directory.join("data");
    copy(&fixture(), &data);
    data
}

/// Fifteen occupations with all that is in `data/` of them.
pub fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/data")
}

/// The project's own dataset.
pub fn full_dataset() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
        }
    }
}

impl TestApp {
    /// The site as it is served.
    pub fn start() -> Self {
        Self::builder().start()
    }

    pub fn builder() -> Builder {
        Builder { arguments: Vec::new(), routes: routes::configure, full: false }
    }

    pub fn get(&self, path: &str) -> Response {
        self.ask("GET", path, &[])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.ask("GET", path, headers)
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n");
        for (name, value) in headers {
            request.extend([name, ": ", value, "\r\n"]);
        }
        request.push_str("\r\n");
        self.send(request.as_bytes())
    }

    /// Sends bytes as they are and reads until the server closes the connection.
    pub fn send(&self, request: &[u8]) -> Response {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        read(&mut stream).expect("an answer")
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Reads one answer until the connection closes; nothing when it closes without one.
pub fn read(stream: &mut TcpStream) -> Option<Response> {
    let mut bytes = Vec::new();
    // A connection that is reset after the answer has still given it.
    let _ = stream.read_to_end(&mut bytes);
    Response::parse(&bytes)
}

/// An answer as it came.
#[derive(Debug, Clone)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .map(|line| line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())))
            .collect::<Option<_>>()?;
        Some(Self { status, headers, body: bytes[end + 4..].to_vec() })
    }

    /// The value of a header that stands at most once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(other, _)| other == name);
        let value = values.next().map(|(_, value)| value.as_str());
        assert!(values.next().is_none(), "{name} stands twice");
        value
    }

    /// The body's text, whatever its coding.
    pub fn text(&self) -> String {
        let body = &self.body[..];
        let mut plain = Vec::new();
        match self.header("content-encoding") {
            None => plain.extend_from_slice(body),
            Some("gzip") => {
                flate2::read::GzDecoder::new(body).read_to_end(&mut plain).unwrap();
            }
            Some("zstd") => plain = zstd::stream::decode_all(body).unwrap(),
            Some("br") => {
                brotli::BrotliDecompress(&mut &body[..], &mut plain).unwrap();
            }
            Some(other) => panic!("unknown coding {other}"),
        }
        String::from_utf8(plain).unwrap()
    }

    /// The texts of the elements that a selector finds, white space collapsed.
    pub fn select(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.text())
            .select(&selector)
            .map(|element| {
                let text: String = element.text().collect();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// The values of an attribute of the elements that a selector finds.
    pub fn select_attribute(&self, selector: &str, attribute: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.text())
            .select(&selector)
            .filter_map(|element| element.attr(attribute).map(str::to_owned))
            .collect()
    }
}
