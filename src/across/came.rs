//! Digests on disk in the order in which they came, of which only those are read back that may belong together.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use super::order::Order;
use super::parts::Parts;
use super::store::Scratch;
use super::twice::{self, Again};
use crate::report::digest::{DIGEST_BYTES, Digest};

/// Bytes that are written or read at a time of digests as they came.
const BUFFER: usize = 1200 * DIGEST_BYTES;

/// Digests on disk as they came, and their hashes beside them.
pub(super) struct Came {
    out: BufWriter<File>,
    /// The last bits of every hash by which a digest may belong to a group, in parts by its first bits. Which came again is seen part by part when
    /// all are there: a table of all of them would grow with their number, and be slow as it is touched here and there.
    hashes: Parts<4>,
    scratch: Scratch,
}

impl Came {
    pub(super) fn new(scratch: Scratch) -> io::Result<Self> {
        Ok(Self { out: BufWriter::with_capacity(BUFFER, scratch()?), hashes: Parts::new(), scratch })
    }

    pub(super) fn push(&mut self, digest: &Digest) -> io::Result<()> {
        for hash in hashes(digest).into_iter().flatten() {
            let [first, second, third, fourth, ..] = hash.to_le_bytes();
            self.hashes.add(hash, [first, second, third, fourth], &mut self.scratch)?;
        }
        self.out.write_all(&digest.to_bytes())
    }

    /// Gives those digests to `visit`, in their order, that may belong to a group; or each of them.
    pub(super) fn read_back(self, each: bool, visit: &mut dyn FnMut(Digest) -> io::Result<()>) -> io::Result<()> {
        let again = if each { None } else { Some(again(&self.hashes)?) };
        drop(self.hashes);
        let mut file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(BUFFER);
        loop {
            bytes.clear();
            if (&mut file).take(BUFFER as u64).read_to_end(&mut bytes)? == 0 {
                return Ok(());
            }
            for digest in bytes.as_chunks::<DIGEST_BYTES>().0.iter().map(Digest::from_bytes) {
                if again.as_ref().is_none_or(|again| hashes(&digest).into_iter().flatten().any(|hash| again.has(hash))) {
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

/// Which of the hashes came again.
fn again(hashes: &Parts<4>) -> io::Result<Again> {
    let mut again = Again::of(hashes.len());
    let mut came = twice::Came::of(hashes.each().map(|part| part.len()).max().unwrap_or(0));
    for part in hashes.each() {
        came.clear();
        part.read(|hash| {
            let hash = u32::from_le_bytes(*hash).into();
            if came.note(hash) {
                again.note(hash);
            }
            Ok(())
        })?;
    }
    Ok(again)
}
