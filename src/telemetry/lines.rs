//! Lines that wait for the one thread that writes them.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// How long lines are gathered before they are written together.
const GATHERING_TIME: Duration = Duration::from_millis(20);

/// The sending end: any thread may add lines.
#[derive(Debug, Clone)]
pub(crate) struct Lines(Arc<Waiting>);

#[derive(Debug)]
struct Waiting {
    queue: Mutex<Queue>,
    changed: Condvar,
    room: usize,
}

#[derive(Debug, Default)]
struct Queue {
    bytes: Vec<u8>,
    dropped: u64,
    closed: bool,
}

/// Writes what is left, and ends the writing thread, when it is dropped.
#[derive(Debug)]
pub struct Writing {
    lines: Lines,
    thread: Option<JoinHandle<()>>,
}

impl Lines {
    /// Lines to standard error, of which at most `room` bytes wait.
    pub(super) fn start(room: usize) -> (Self, Writing) {
        Self::start_to(room, io::stderr())
    }

    fn start_to(room: usize, output: impl Write + Send + 'static) -> (Self, Writing) {
        let lines = Self(Arc::new(Waiting { queue: Mutex::default(), changed: Condvar::new(), room }));
        let waiting = lines.clone();
        let thread = thread::Builder::new().name("log".to_owned()).spawn(move || waiting.write(output)).ok();
        let handle = Writing { lines: lines.clone(), thread };
        (lines, handle)
    }

    /// Adds whole lines.
    pub(super) fn add(&self, lines: &[u8]) {
        let mut queue = self.lock();
        if queue.bytes.len() + lines.len() > self.0.room {
            queue.dropped += 1;
            return;
        }
        let first = queue.bytes.is_empty();
        queue.bytes.extend_from_slice(lines);
        drop(queue);
        if first {
            self.0.changed.notify_one();
        }
    }

    fn write(&self, mut output: impl Write) {
        let mut batch = Vec::new();
        loop {
            let waiting = self
                .0
                .changed
                .wait_while(self.lock(), |queue| queue.bytes.is_empty() && !queue.closed)
                .unwrap_or_else(PoisonError::into_inner);
            let (mut queue, _) = self
                .0
                .changed
                .wait_timeout_while(waiting, GATHERING_TIME, |queue| !queue.closed)
                .unwrap_or_else(PoisonError::into_inner);
            std::mem::swap(&mut batch, &mut queue.bytes);
            let dropped = std::mem::take(&mut queue.dropped);
            let ended = queue.closed && batch.is_empty();
            drop(queue);
            // Nobody is left to be told that standard error is closed.
            let _ = output.write_all(&batch);
            let _ = output.flush();
            batch.clear();
            if dropped > 0 {
                tracing::warn!(dropped, "log lines were written too slowly");
            }
            if ended {
                return;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.lines.lock().closed = true;
        self.lines.0.changed.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// One event is one write.
impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    /// Holds up its writer until it is let go.
    struct Slow {
        gate: std::sync::mpsc::Receiver<()>,
        written: Sender<Vec<u8>>,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let _ = self.gate.recv();
            let _ = self.written.send(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_come_out_in_order_and_the_last_one_too() {
        let (gate, blocked) = channel();
        let (written, output) = channel();
        drop(gate);
        let (lines, writing) = Lines::start_to(1024, Slow { gate: blocked, written });
        lines.add(b"one\n");
        lines.add(b"two\n");
        drop(writing);
        assert_eq!(output.iter().collect::<Vec<_>>().concat(), b"one\ntwo\n");
    }

    #[test]
    fn a_slow_reader_costs_lines_and_no_time() {
        let (gate, blocked) = channel();
        let (written, output) = channel();
        let (lines, writing) = Lines::start_to(16, Slow { gate: blocked, written });
        for _ in 0..10_000 {
            lines.add(b"a line\n");
        }
        drop(gate);
        drop(writing);
        let text = output.iter().collect::<Vec<_>>().concat();
        assert!(text.starts_with(b"a line\n"));
        assert!(text.len() <= 2 * 16, "{}", text.len());
    }
}
