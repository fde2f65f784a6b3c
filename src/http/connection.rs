//! Connections that give nothing and take nothing are ended.
//!
//! The server itself times the first request's head and idle connections. A visitor who sends one request and then
//! the next one letter by letter, or never reads the answer, would hold a connection for good: this ends it.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::net::{Shutdown, TcpStream};
use std::os::fd::AsFd;
use std::rc::Rc;
use std::time::{Duration, Instant};

use actix_web::HttpRequest;
use actix_web::dev::Extensions;
use actix_web::rt::{self, task::JoinHandle, time};

/// What is known of a connection while it is open.
struct Watched {
    /// When its latest request began.
    latest: Rc<Cell<Instant>>,
    task: JoinHandle<()>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// For `HttpServer::on_connect`: ends a connection once no request has begun on it for this long. Whatever is in
/// flight then is an answer that nobody reads.
pub(crate) fn watch(patience: Duration) -> impl Fn(&dyn Any, &mut Extensions) + Send + Sync + 'static {
    move |connection, data| {
        let Some(Ok(stream)) = connection.downcast_ref::<rt::net::TcpStream>().map(second_handle) else {
            return;
        };
        let latest = Rc::new(Cell::new(Instant::now()));
        let task = rt::spawn(end_when_quiet(stream, Rc::clone(&latest), patience));
        data.insert(Watched { latest, task });
    }
}

/// Says that a request begins.
pub(crate) fn renew(request: &HttpRequest, now: Instant) {
    if let Some(watched) = request.conn_data::<Watched>() {
        watched.latest.set(now);
    }
}

fn second_handle(stream: &rt::net::TcpStream) -> io::Result<TcpStream> {
    Ok(TcpStream::from(stream.as_fd().try_clone_to_owned()?))
}

async fn end_when_quiet(stream: TcpStream, latest: Rc<Cell<Instant>>, patience: Duration) {
    loop {
        let end = latest.get() + patience;
        if end <= Instant::now() {
            // One that is closed already needs no closing.
            let _ = stream.shutdown(Shutdown::Both);
            return;
        }
        time::sleep_until(end.into()).await;
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::sync::mpsc::channel;
    use std::thread;

    use actix_web::{App, HttpServer, web};

    use super::*;

    const PATIENCE: Duration = Duration::from_millis(500);

    /// Sends requests with pauses shorter than the patience, then half a request, letter by letter.
    fn drag_on(address: std::net::SocketAddr) -> (usize, Duration) {
        let request = b"GET / HTTP/1.1\r\nhost: test\r\n\r\n";
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut answered = 0;
        for _ in 0..4 {
            stream.write_all(request).unwrap();
            let mut answer = [0; 4096];
            answered += usize::from(stream.read(&mut answer).unwrap() > 0);
            thread::sleep(PATIENCE / 2);
        }
        let began = Instant::now();
        for letter in request.iter().take(20) {
            if stream.write_all(&[*letter]).is_err() {
                break;
            }
            thread::sleep(PATIENCE / 5);
        }
        let _ = stream.read(&mut [0; 1]);
        (answered, began.elapsed())
    }

    #[test]
    fn a_visitor_who_drags_on_is_cut_off_and_one_who_comes_back_is_not() {
        let (started, starting) = channel();
        let server = thread::spawn(move || {
            rt::System::new().block_on(async {
                let factory = || {
                    App::new().default_service(web::to(async |request: HttpRequest| {
                        renew(&request, Instant::now());
                        "here"
                    }))
                };
                let server = HttpServer::new(factory)
                    .workers(1)
                    .disable_signals()
                    .on_connect(watch(PATIENCE))
                    .bind("127.0.0.1:0")
                    .unwrap();
                let address = server.addrs()[0];
                let server = server.run();
                started.send((address, server.handle())).unwrap();
                server.await.unwrap();
            });
        });
        let (address, handle) = starting.recv().unwrap();
        let (answered, took) = drag_on(address);
        drop(handle.stop(false));
        server.join().unwrap();
        assert_eq!(answered, 4, "requests within the patience are answered");
        assert!(took < PATIENCE * 5, "{took:?}");
    }
}
