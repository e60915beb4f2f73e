//! Records that a reader cuts itself, written as delimited text on a thread of their own, at the pace at which they are taken.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use csv::{Writer, WriterBuilder};

const CHUNK: usize = 64 * 1024;
/// Chunks that wait at most.
const WAITING: usize = 2;

/// Bytes; an error; or nothing more, as an empty chunk.
type Chunk = io::Result<Vec<u8>>;

/// Takes records. Each starts with its place in the file.
pub(super) struct Sink<'p> {
    writer: Writer<&'p mut Pipe>,
}

impl<'p> Sink<'p> {
    pub(super) fn new(pipe: &'p mut Pipe) -> Self {
        Self { writer: WriterBuilder::new().flexible(true).buffer_capacity(CHUNK).from_writer(pipe) }
    }

    /// Writes a record. Fails when nobody takes it any more.
    pub(super) fn record<'c>(&mut self, place: u64, cells: impl IntoIterator<Item = &'c str>) -> io::Result<()> {
        self.writer.write_field(place.to_string())?;
        for cell in cells {
            self.writer.write_field(cell)?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Hands on what is written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// What a thread writes and its reader takes.
pub(super) struct Pipe {
    out: SyncSender<Chunk>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.is_empty() {
            return Ok(0);
        }
        self.out.send(Ok(bytes.to_vec())).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The other end of a [`Pipe`].
struct Taken {
    chunks: Receiver<Chunk>,
    chunk: Vec<u8>,
    given: usize,
    ended: bool,
}

impl Read for Taken {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        if self.given == self.chunk.len() && !self.ended {
            // A thread that stops without a word was stopped by the file.
            let chunk = self.chunks.recv().unwrap_or_else(|_| Err(super::stopped(super::damaged("the reader could not go on"))));
            self.ended = !chunk.as_ref().is_ok_and(|chunk| !chunk.is_empty());
            (self.chunk, self.given) = (chunk?, 0);
        }
        let count = (&self.chunk[self.given..]).read(out)?;
        self.given += count;
        Ok(count)
    }
}

/// The bytes that `write` writes. It runs on a thread of its own, which waits while nobody reads, and ends when the reader is dropped.
pub(super) fn piped(write: impl FnOnce(&mut Pipe) -> io::Result<()> + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
    let (out, chunks) = sync_channel(WAITING);
    std::thread::Builder::new().name("reader".to_owned()).spawn(move || {
        let mut pipe = Pipe { out };
        let last = write(&mut pipe).map(|()| Vec::new());
        // Nobody listens where the reader was dropped.
        let _ = pipe.out.send(last);
    })?;
    Ok(Box::new(Taken { chunks, chunk: Vec::new(), given: 0, ended: false }))
}

/// The records that `write` writes, as text.
pub(super) fn written(write: impl FnOnce(&mut Sink<'_>) -> io::Result<()> + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
    piped(move |pipe| {
        let mut sink = Sink::new(pipe);
        let ended = write(&mut sink);
        // What was written before a fault is given first.
        sink.flush()?;
        ended
    })
}
