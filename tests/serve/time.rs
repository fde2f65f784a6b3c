//! Slow visitors, and the end.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use actix_web::rt::System;

use super::routes;
use crate::harness::{TestApp, read};

/// How long the slow page takes.
pub const SLOW: Duration = Duration::from_millis(700);

#[test]
fn a_head_that_does_not_end_is_cut_off() {
    let site = TestApp::start();
    let mut slow = site.connect();
    let began = Instant::now();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: ").unwrap();
    let answer = read(&mut slow).expect("an answer");
    assert_eq!(answer.status, 408);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert_eq!(site.get("/healthz").status, 200);
}

#[test]
fn a_body_that_does_not_come_holds_up_nobody() {
    let site = TestApp::builder().routes(routes).start();
    let mut slow = site.connect();
    slow.write_all(b"GET /shared HTTP/1.1\r\nhost: test\r\ncontent-length: 100\r\n\r\nx").unwrap();
    let began = Instant::now();
    let answer = read(&mut slow).expect("an answer");
    assert_eq!(answer.status, 200);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

#[test]
fn what_is_in_flight_is_finished() {
    let site = TestApp::builder().routes(routes).start();
    let mut idle = site.connect();
    idle.write_all(b"GET /shared HTTP/1.1\r\nhost: test\r\n\r\n").unwrap();
    let mut first = [0; 15];
    idle.read_exact(&mut first).unwrap();
    let mut flying = site.connect();
    flying.write_all(b"GET /slow HTTP/1.1\r\nhost: test\r\n\r\n").unwrap();
    thread::sleep(SLOW / 4);
    let began = Instant::now();
    let handle = site.handle.clone();
    System::new().block_on(async move { handle.stop(true).await });
    let answer = read(&mut flying).expect("an answer");
    assert_eq!(answer.status, 200);
    assert!(answer.text().ends_with("<p>Row 199</p>"));
    assert!(began.elapsed() < Duration::from_secs(5), "idle visitors are not waited for");
    assert!(TcpStream::connect(site.address).is_err(), "nobody new is let in");
}
