//! Digests on disk in the order in which they came, of which only those are read back that may belong together.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use super::order::Order;
use super::twice::Twice;
use crate::report::digest::{DIGEST_BYTES, Digest};

/// Bytes that are written or read at a time of digests as they came.
const BUFFER: usize = 1200 * DIGEST_BYTES;

/// Digests on disk as they came, and which of their hashes came again.
pub(super) struct Came {
    out: BufWriter<File>,
    twice: Twice,
}

impl Came {
    pub(super) fn new(file: File) -> Self {
        Self { out: BufWriter::with_capacity(BUFFER, file), twice: Twice::new() }
    }

    pub(super) fn push(&mut self, digest: &Digest) -> io::Result<()> {
        hashes(digest).into_iter().flatten().for_each(|hash| self.twice.note(hash));
        self.out.write_all(&digest.to_bytes())
    }

    /// Gives those digests to `visit`, in their order, that may belong to a group; or each of them.
    pub(super) fn read_back(self, each: bool, visit: &mut dyn FnMut(Digest) -> io::Result<()>) -> io::Result<()> {
        let again = self.twice.again();
        let mut file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(BUFFER);
        loop {
            bytes.clear();
            if (&mut file).take(BUFFER as u64).read_to_end(&mut bytes)? == 0 {
                return Ok(());
            }
            for digest in bytes.as_chunks::<DIGEST_BYTES>().0.iter().map(Digest::from_bytes) {
                if each || hashes(&digest).into_iter().flatten().any(|hash| again.has(hash)) {
                    visit(digest)?;
                }
            }
        }
    }
}

/// The hashes by which a digest may belong to a group.
fn hashes(digest: &Digest) -> [Option<u64>; 2] {
    let of = |order: Order| Some(order.group(digest)).filter(|&group| group != 0);
    [of(Order::Name), of(Order::Text)]
}
