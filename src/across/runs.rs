//! Sorted runs of digests on disk, and the groups that they give when they are merged.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use super::order::{GROUP, Order};
use crate::report::digest::{DIGEST_BYTES, Digest};

/// Digests of one run that are read at a time.
const AHEAD: usize = 150;

/// Sorted runs of digests, one behind another in one file.
pub(super) struct Runs {
    file: File,
    lens: Vec<usize>,
}

impl Runs {
    pub(super) fn new(file: File) -> Self {
        Self { file, lens: Vec::new() }
    }

    /// Writes those of `digests` that belong to a group, in `order`.
    pub(super) fn append(&mut self, digests: &[Digest], order: Order) -> io::Result<()> {
        self.file.seek(SeekFrom::End(0))?;
        let mut out = BufWriter::new(&self.file);
        let places = order.places(digests, true);
        for digest in places.iter().filter_map(|&place| digests.get(place as usize)) {
            out.write_all(&digest.to_bytes())?;
        }
        self.lens.push(places.len());
        out.flush()
    }

    pub(super) fn merge(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
        let mut runs = Vec::new();
        let mut start = 0;
        for len in &self.lens {
            runs.push(Run { next: start * DIGEST_BYTES as u64, left: *len, ahead: Vec::new() });
            start += *len as u64;
        }
        let mut heads = BinaryHeap::new();
        let mut waiting: Vec<Option<Digest>> = Vec::new();
        for (index, run) in runs.iter_mut().enumerate() {
            let next = run.next(&mut self.file)?;
            heads.extend(next.as_ref().map(|digest| Reverse((order.key(digest), index))));
            waiting.push(next);
        }
        let mut group: Vec<Digest> = Vec::new();
        while let Some(mut head) = heads.peek_mut() {
            let index = head.0.1;
            let Some(digest) = waiting[index].take() else { break };
            waiting[index] = runs[index].next(&mut self.file)?;
            match &waiting[index] {
                // The next of the same run takes its place, which is sooner found than by taking one off and putting one on.
                Some(next) => *head = Reverse((order.key(next), index)),
                None => drop(PeekMut::pop(head)),
            }
            if group.len() == GROUP || group.first().is_some_and(|first| order.group(first) != order.group(&digest)) {
                order.visit(&group, visit);
                group.clear();
            }
            group.push(digest);
        }
        order.visit(&group, visit);
        Ok(())
    }
}

/// One run as it is read.
struct Run {
    /// The byte from which on it is still to be read.
    next: u64,
    /// Digests still to be read.
    left: usize,
    /// Digests that were read, the last first.
    ahead: Vec<Digest>,
}

impl Run {
    fn next(&mut self, file: &mut File) -> io::Result<Option<Digest>> {
        if self.ahead.is_empty() && self.left > 0 {
            let mut bytes = [0; AHEAD * DIGEST_BYTES];
            let count = self.left.min(AHEAD);
            let bytes = &mut bytes[..count * DIGEST_BYTES];
            file.seek(SeekFrom::Start(self.next))?;
            file.read_exact(bytes)?;
            self.next += bytes.len() as u64;
            self.left -= count;
            self.ahead.extend(bytes.as_chunks::<DIGEST_BYTES>().0.iter().rev().map(Digest::from_bytes));
        }
        Ok(self.ahead.pop())
    }
}
