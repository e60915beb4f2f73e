//! An input whose first bytes can be looked at before it is read.

use std::io::{self, Read};

use super::SAMPLE;

/// The first bytes of an input, up to [`SAMPLE`], and the rest of it. Reads as the whole.
pub(super) struct Head {
    bytes: Vec<u8>,
    read: usize,
    rest: Box<dyn Read + Send>,
    /// Met behind the first bytes: given when they have been read.
    failed: Option<io::Error>,
}

impl Head {
    /// Reads the first bytes of `rest`. An error behind them is kept for later; an input that gives nothing but an error fails.
    pub(super) fn new(mut rest: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut bytes = Vec::new();
        let failed = rest.by_ref().take(SAMPLE as u64).read_to_end(&mut bytes).err();
        match failed {
            Some(error) if bytes.is_empty() => Err(error),
            failed => Ok(Self { bytes, read: 0, rest, failed }),
        }
    }

    /// The first bytes that are not yet read.
    pub(super) fn seen(&self) -> &[u8] {
        &self.bytes[self.read..]
    }

    /// Whether the first bytes are all there is, be it that the rest cannot be read.
    pub(super) fn is_whole(&self) -> bool {
        self.bytes.len() < SAMPLE
    }

    /// Leaves out the next `count` of the first bytes.
    pub(super) fn skip(&mut self, count: usize) {
        self.read = (self.read + count).min(self.bytes.len());
    }
}

impl Read for Head {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.seen().read(out)?;
        self.read += count;
        if count > 0 || out.is_empty() {
            return Ok(count);
        }
        // The sample is not needed any longer.
        self.bytes = Vec::new();
        self.read = 0;
        match self.failed.take() {
            Some(error) => Err(error),
            None => self.rest.read(out),
        }
    }
}
