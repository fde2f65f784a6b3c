//! The program as scripts meet it: flags, environment, one line of output, exit codes.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{dataset, read};

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-atlas"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CAREER_ATLAS_")) {
        command.env_remove(name);
    }
    command.args(["--bind", "127.0.0.1:0"]);
    command
}

/// A started program; it is ended when it is dropped.
struct Running {
    child: Child,
    address: String,
    output: BufReader<std::process::ChildStdout>,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let address = line
            .strip_prefix("Career Atlas is at http://")
            .and_then(|rest| rest.strip_suffix("/\n"))
            .unwrap_or_else(|| panic!("not the address: {line:?}"))
            .to_owned();
        Self { child, address, output }
    }

    fn get(&self, path: &str) -> u16 {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n").unwrap();
        read(&mut stream).expect("an answer").status
    }

    /// Sends a signal and gives back what came on standard output and standard error, once it ended well.
    fn stop(mut self, signal: &str) -> (String, String) {
        let began = Instant::now();
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        let (mut output, mut errors) = (String::new(), String::new());
        self.output.read_to_string(&mut output).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert!(self.child.wait().unwrap().success(), "{signal}: {errors}");
        assert!(began.elapsed() < Duration::from_secs(5), "{signal}");
        (output, errors)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program that has to refuse: one line that names the trouble, and an exit code that is not zero.
fn refusal(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let text = String::from_utf8(stderr).unwrap();
    assert!(!status.success(), "{text}");
    assert!(stdout.is_empty());
    assert!(text.starts_with("career-atlas: "), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

/// Every file under a directory, with its bytes.
fn contents(directory: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(contents(&path));
        } else {
            files.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    files.sort();
    files
}

/// A directory with a dataset and the database made from it.
fn built() -> (TempDir, std::path::PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let data = dataset(directory.path());
    let database = directory.path().join("atlas.sqlite");
    let built = program().args(["build", "--data"]).arg(&data).arg("--out").arg(&database).output().unwrap();
    assert!(built.status.success(), "{built:?}");
    (directory, database)
}

#[test]
fn it_says_where_it_is_and_ends_when_it_is_told() {
    for signal in ["TERM", "INT"] {
        let directory = tempfile::tempdir().unwrap();
        let running = Running::start(program().arg("--data").arg(dataset(directory.path())));
        assert_eq!(running.get("/healthz"), 200);
        let (output, _) = running.stop(signal);
        assert_eq!(output, "", "nothing follows the one line");
    }
}

#[test]
fn a_database_is_made_once_beside_the_dataset() {
    let directory = tempfile::tempdir().unwrap();
    let data = dataset(directory.path());
    Running::start(program().arg("--data").arg(&data)).stop("TERM");
    let made = contents(&directory.path().join(".atlas"));
    assert_eq!(made.len(), 1);
    Running::start(program().arg("--data").arg(&data)).stop("TERM");
    assert_eq!(contents(&directory.path().join(".atlas")), made);
}

#[test]
fn the_environment_says_what_flags_say() {
    let (directory, database) = built();
    let mut command = program();
    command
        .env("CAREER_ATLAS_DATABASE", &database)
        .env("CAREER_ATLAS_DATA", directory.path().join("no such directory"));
    let running = Running::start(&mut command);
    assert_eq!(running.get("/healthz"), 200);
}

#[test]
fn each_request_leaves_one_line_without_its_query() {
    for (format, line) in [
        ("json", r#""method":"GET","path":"/no%22such","status":404,"#),
        ("text", "method=GET path=/no%22such status=404 "),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let data = dataset(directory.path());
        let running = Running::start(program().args(["--log", format]).arg("--data").arg(data));
        assert_eq!(running.get("/no%22such?q=secret"), 404);
        let (_, log) = running.stop("TERM");
        let lines: Vec<_> = log.lines().filter(|text| text.contains(line)).collect();
        assert_eq!(lines.len(), 1, "{log}");
        assert!(lines[0].contains("miss"), "{log}");
        assert!(!log.contains("secret"), "{log}");
    }
}

#[test]
fn requests_can_be_left_out_of_the_log() {
    let directory = tempfile::tempdir().unwrap();
    let data = dataset(directory.path());
    let mut command = program();
    command.args(["--log-level", "request=warn,info", "--data"]).arg(data);
    let running = Running::start(&mut command);
    assert_eq!(running.get("/healthz"), 200);
    let (_, log) = running.stop("TERM");
    assert!(!log.contains("/healthz"), "{log}");
    assert!(log.contains("stopping"), "{log}");
}

#[test]
fn a_missing_database_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().join("missing.sqlite");
    let text = refusal(program().arg("--database").arg(&database));
    assert!(text.contains("missing.sqlite"), "{text}");
    assert!(contents(directory.path()).is_empty());
}

#[test]
fn a_truncated_or_foreign_database_is_said_and_left_alone() {
    let (directory, database) = built();
    let whole = fs::read(&database).unwrap();
    let broken = directory.path().join("broken.sqlite");
    let foreign = {
        let path = directory.path().join("foreign.sqlite");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE a (b)").unwrap();
        drop(connection);
        fs::read(path).unwrap()
    };
    for bytes in [
        &whole[..whole.len() - 1],
        &whole[..whole.len() / 2],
        &whole[..50],
        b"",
        b"not a database at all",
        &foreign[..],
    ] {
        fs::write(&broken, bytes).unwrap();
        let before = contents(directory.path());
        let text = refusal(program().arg("--database").arg(&broken));
        assert!(text.contains("broken.sqlite"), "{text}");
        assert_eq!(contents(directory.path()), before);
    }
}

#[test]
fn a_dataset_that_cannot_be_read_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let text = refusal(program().arg("--data").arg(directory.path().join("nowhere")));
    assert!(text.contains("nowhere"), "{text}");
    let file = directory.path().join("file");
    fs::write(&file, "no directory").unwrap();
    let before = contents(directory.path());
    refusal(program().arg("--data").arg(&file));
    assert_eq!(contents(directory.path()), before);
}

#[test]
fn a_port_in_use_is_said() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (_directory, database) = built();
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-atlas"));
    let text = refusal(command.args(["--bind", &address]).arg("--database").arg(database));
    assert!(text.contains(&address), "{text}");
}

#[test]
fn a_bad_flag_is_said() {
    for arguments in [
        &["--no-such-flag"][..],
        &["--bind", "nowhere"],
        &["--public-url", "atlas.example"],
        &["--log", "loud"],
        &["--log-level", "request=loud"],
        &["--workers", "0"],
        &["no-such-command"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_career-atlas"));
        let text = refusal(command.args(arguments));
        assert!(text.contains(arguments[arguments.len() - 1]), "{text}");
    }
}
