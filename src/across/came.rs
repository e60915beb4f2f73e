//! Digests on disk in the order in which they came, of which only those are read back that may belong together.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::order::Order;
use super::parts::Parts;
use super::store::Scratch;
use super::twice::{self, Again};
use crate::report::digest::{Digest, Packing};

/// Bytes that are written or read at a time of digests as they came: whole pages, which the system takes soonest.
const BUFFER: usize = 64 * 1024;

/// Digests on disk as they came, and their hashes beside them.
pub(super) struct Came {
    file: File,
    /// Digests that are not yet on disk.
    kept: Vec<u8>,
    packing: Packing,
    /// The last bits of every hash by which a digest may belong to a group, in parts by its first bits. Which came again is seen part by part when
    /// all are there: a table of all of them would grow with their number, and be slow as it is touched here and there.
    hashes: Parts<4>,
    scratch: Scratch,
}

impl Came {
    pub(super) fn new(scratch: Scratch) -> io::Result<Self> {
        let kept = Vec::with_capacity(BUFFER + Packing::MOST);
        Ok(Self { file: scratch()?, kept, packing: Packing::new(), hashes: Parts::new(), scratch })
    }

    pub(super) fn push(&mut self, digest: &Digest) -> io::Result<()> {
        for hash in hashes(digest).into_iter().flatten() {
            let [first, second, third, fourth, ..] = hash.to_le_bytes();
            self.hashes.add(hash, [first, second, third, fourth], &mut self.scratch)?;
        }
        self.packing.pack(digest, &mut self.kept);
        if self.kept.len() < BUFFER { Ok(()) } else { self.write() }
    }

    #[cold]
    fn write(&mut self) -> io::Result<()> {
        self.file.write_all(&self.kept[..BUFFER])?;
        self.kept.drain(..BUFFER);
        Ok(())
    }

    /// Gives those digests to `visit`, in their order, that may belong to a group; or each of them.
    pub(super) fn read_back(self, each: bool, visit: &mut dyn FnMut(Digest) -> io::Result<()>) -> io::Result<()> {
        let again = if each { None } else { Some(again(&self.hashes)?) };
        let Self { mut file, kept, hashes: by_part, .. } = self;
        drop(by_part);
        let mut packing = Packing::new();
        let mut all = |mut bytes: &[u8]| {
            while let Some(digest) = packing.unpack(&mut bytes) {
                if again.as_ref().is_none_or(|again| hashes(&digest).into_iter().flatten().any(|hash| again.has(hash))) {
                    visit(digest)?;
                }
            }
            Ok::<usize, io::Error>(bytes.len())
        };
        let chunks = file.stream_position()? / BUFFER as u64;
        file.seek(SeekFrom::Start(0))?;
        let mut bytes = vec![0; Packing::MOST + BUFFER];
        // Bytes of a digest that ends in the next chunk; they stand in front of it.
        let mut part = 0;
        for _ in 0..chunks {
            file.read_exact(&mut bytes[Packing::MOST..])?;
            part = all(&bytes[Packing::MOST - part..])?;
            bytes.copy_within(BUFFER + Packing::MOST - part.., Packing::MOST - part);
        }
        bytes.truncate(Packing::MOST);
        bytes.extend_from_slice(&kept);
        all(&bytes[Packing::MOST - part..]).map(|_| ())
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
