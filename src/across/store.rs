//! Digests of any number of rows in bounded memory: held while they fit, then in runs on disk, and read back in the order of a key.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};

use crate::report::digest::{DIGEST_BYTES, Digest, Role};

/// Digests that are held in memory: 1.75 MiB of them, and 0.25 MiB to put them in order. A row has one, and one more where it names a business
/// associate. The whole public record has fewer.
pub const HELD: usize = 1 << 15;
/// Digests of one key that are looked at together; of more, the next as many are looked at by themselves.
const GROUP: usize = 1 << 16;

/// Bits of a hash by which digests are told apart before they are sorted.
const MOST_BITS: u32 = 16;

/// Digests of one run that are read at a time.
const AHEAD: usize = 150;

/// Makes an empty file of which nothing is left when it is closed.
pub type Scratch = fn() -> io::Result<File>;

/// By what digests are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// By name; within a name by role, day and row. Names that stand once are left out.
    Name,
    /// The same, names that stand once included.
    EveryName,
    /// By description, for rows that have one; within it by row.
    Text,
}

impl Order {
    fn group(self, digest: &Digest) -> u64 {
        match self {
            Self::Name | Self::EveryName => digest.name(),
            Self::Text if digest.role() == Role::Own => digest.text(),
            Self::Text => 0,
        }
    }

    fn key(self, digest: &Digest) -> (u64, Role, i32, u32) {
        match self {
            Self::Name | Self::EveryName => (digest.name(), digest.role(), digest.day_number(), digest.row()),
            Self::Text => (self.group(digest), Role::Own, 0, digest.row()),
        }
    }

    /// The places of `digests` that belong to a group, in order. Groups are hashes, so that about one digest falls to each of as many slots as
    /// there are digests; only those of one slot have to be sorted. A digest is too long to be moved about.
    fn places(self, digests: &[Digest]) -> Vec<u32> {
        let bits = digests.len().max(2).ilog2().min(MOST_BITS);
        let slot = |group: u64| usize::try_from(group >> (64 - bits)).unwrap_or(0);
        let groups = || digests.iter().zip(0_u32..).map(|(digest, place)| (self.group(digest), place)).filter(|(group, _)| *group != 0);
        let mut next = vec![0_u32; 1 << bits];
        let mut all = 0;
        groups().for_each(|(group, _)| next[slot(group)] += 1);
        for count in &mut next {
            all += std::mem::replace(count, all);
        }
        let mut places = vec![0; all as usize];
        for (group, place) in groups() {
            let at = &mut next[slot(group)];
            places[*at as usize] = place;
            *at += 1;
        }
        let of = |place: &u32| &digests[*place as usize];
        for same in places.chunk_by_mut(|one, other| slot(self.group(of(one))) == slot(self.group(of(other)))) {
            same.sort_unstable_by_key(|place| self.key(of(place)));
        }
        places
    }

    /// Gives each group of `digests`, which are in order and may hold several, to `visit`.
    fn visit(self, digests: &[Digest], visit: &mut dyn FnMut(&[Digest])) {
        let groups = digests.chunk_by(|one, other| self.group(one) == self.group(other));
        for group in groups.filter(|group| self.group(&group[0]) != 0 && (self == Self::EveryName || group.len() > 1)) {
            group.chunks(GROUP).for_each(&mut *visit);
        }
    }
}

pub(super) struct Store {
    held: Vec<Digest>,
    budget: usize,
    scratch: Option<Scratch>,
    spilled: Option<Spilled>,
}

impl Store {
    pub(super) fn new(scratch: Option<Scratch>, budget: usize) -> Self {
        Self { held: Vec::new(), budget, scratch, spilled: None }
    }

    pub(super) fn push(&mut self, digest: Digest) -> io::Result<()> {
        if self.held.len() >= self.budget {
            self.spill()?;
        }
        self.held.push(digest);
        Ok(())
    }

    pub(super) fn clear(&mut self) {
        self.held.clear();
        self.spilled = None;
    }

    fn spill(&mut self) -> io::Result<()> {
        let Some(scratch) = self.scratch else { return Ok(()) };
        let spilled = match &mut self.spilled {
            Some(spilled) => spilled,
            none => none.insert(Spilled { names: Runs::new(scratch()?), texts: Runs::new(scratch()?) }),
        };
        spilled.names.append(&self.held, Order::Name)?;
        spilled.texts.append(&self.held, Order::Text)?;
        self.held.clear();
        Ok(())
    }

    /// Gives every group of digests to `visit`, at most [`GROUP`] at a time. What stands once is left out, but for `EveryName`.
    pub(super) fn in_order(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
        if self.spilled.is_some() && !self.held.is_empty() {
            self.spill()?;
        }
        match &mut self.spilled {
            None => {
                self.of_held(order, visit);
                Ok(())
            }
            Some(Spilled { texts, .. }) if order == Order::Text => texts.merge(order, visit),
            Some(Spilled { names, .. }) => names.merge(order, visit),
        }
    }

    /// The digests of each group are gathered.
    fn of_held(&self, order: Order, visit: &mut dyn FnMut(&[Digest])) {
        let mut group: Vec<Digest> = Vec::new();
        for digest in order.places(&self.held).into_iter().filter_map(|place| self.held.get(place as usize)) {
            if group.first().is_some_and(|first| order.group(first) != order.group(digest)) {
                order.visit(&group, visit);
                group.clear();
            }
            group.push(*digest);
        }
        order.visit(&group, visit);
    }
}

/// Digests on disk, once in each order.
struct Spilled {
    names: Runs,
    texts: Runs,
}

/// Sorted runs of digests, one behind another in one file.
struct Runs {
    file: File,
    lens: Vec<usize>,
}

impl Runs {
    fn new(file: File) -> Self {
        Self { file, lens: Vec::new() }
    }

    /// Writes those of `digests` that belong to a group, in `order`.
    fn append(&mut self, digests: &[Digest], order: Order) -> io::Result<()> {
        self.file.seek(SeekFrom::End(0))?;
        let mut out = BufWriter::new(&self.file);
        let places = order.places(digests);
        for digest in places.iter().filter_map(|&place| digests.get(place as usize)) {
            out.write_all(&digest.to_bytes())?;
        }
        self.lens.push(places.len());
        out.flush()
    }

    fn merge(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::digest::{Digests, Spot};
    use crate::report::{Fact, Field, Report};
    use crate::source::At;

    /// `count` digests of some `count / 3` names, a fifth of them with one of a few descriptions.
    fn digests(count: u32) -> Vec<Digest> {
        let mut digests = Digests::default();
        for row in 1..=count {
            let seed = row.wrapping_mul(2_654_435_761);
            let name = format!("Clinic {}", seed % (count / 3));
            let text = format!("{} {}", "A laptop was stolen from a locked car. ".repeat(4), seed % 7);
            let mut report = Report::not_carried(At::value(0));
            report.entity.name = Field::new(Fact::EntityName, At::value(0), Ok(name.as_str()));
            if seed.is_multiple_of(5) {
                report.breach.ocr_narrative = Field::new(Fact::OcrNarrative, At::value(8), Ok(text.as_str()));
            }
            digests.read(&report, row.into(), Spot::default(), false);
        }
        digests.rows().flat_map(|(digests, _)| digests).copied().collect()
    }

    fn groups(digests: &[Digest], scratch: Option<Scratch>, budget: usize, order: Order) -> Vec<Vec<u32>> {
        let mut store = Store::new(scratch, budget);
        for digest in digests {
            store.push(*digest).expect("a digest is taken");
            assert!(scratch.is_none() || store.held.len() <= budget, "no more is held than was agreed");
        }
        let mut groups = Vec::new();
        let mut visit = |group: &[Digest]| groups.push(group.iter().map(Digest::row).collect::<Vec<u32>>());
        store.in_order(order, &mut visit).expect("all are read back");
        assert!(scratch.is_none() || store.held.capacity() <= budget.next_power_of_two(), "{}", store.held.capacity());
        groups.sort();
        groups
    }

    #[test]
    fn the_groups_are_the_same_in_memory_and_on_disk() {
        let digests = digests(3000);
        for order in [Order::Name, Order::EveryName, Order::Text] {
            let held = groups(&digests, None, HELD, order);
            assert!(held.iter().any(|group| group.len() > 1 && group.is_sorted()));
            for budget in [7, 1000, 2999, 3000, 3001] {
                assert!(groups(&digests, Some(tempfile::tempfile), budget, order) == held, "{order:?} with {budget} held");
            }
        }
    }

    #[test]
    fn held_digests_take_what_is_stated() {
        assert_eq!(std::mem::size_of::<Digest>(), 56);
        assert_eq!(HELD * (56 + 8), 2 << 20, "2 MiB, as docs/datasets.md says");
    }

    #[test]
    fn a_group_too_large_comes_in_parts() {
        let many = vec![digests(3)[0]; GROUP + 5];
        let sizes: Vec<usize> = groups(&many, None, HELD, Order::Name).iter().map(Vec::len).collect();
        assert_eq!(sizes, [5, GROUP]);
        let sizes: Vec<usize> = groups(&many, Some(tempfile::tempfile), 9000, Order::Name).iter().map(Vec::len).collect();
        assert_eq!(sizes, [5, GROUP]);
    }
}
