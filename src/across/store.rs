//! Digests of any number of rows in bounded memory: held while they fit, then in runs on disk, and read back in the order of a key.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};

use chrono::NaiveDate;

use crate::report::digest::{DIGEST_BYTES, Digest, Role};

/// Digests that are held in memory: 3.5 MiB of them, and 0.5 MiB to put them in order. A row has one, and one more where it names a business
/// associate. The whole public record has fewer.
pub const HELD: usize = 1 << 16;
/// Digests of one key that are looked at together; of more, the next as many are looked at by themselves.
const GROUP: usize = 1 << 16;

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

    fn key(self, digest: &Digest) -> (u64, Role, Option<NaiveDate>, u32) {
        match self {
            Self::Name | Self::EveryName => (digest.name(), digest.role(), digest.day(), digest.row()),
            Self::Text => (self.group(digest), Role::Own, None, digest.row()),
        }
    }

    fn sort(self, group: &mut [Digest]) {
        group.sort_unstable_by_key(|digest| self.key(digest));
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
    runs: Vec<Run>,
}

/// Digests on disk.
struct Run {
    file: File,
    len: usize,
}

impl Store {
    pub(super) fn new(scratch: Option<Scratch>, budget: usize) -> Self {
        Self { held: Vec::new(), budget, scratch, runs: Vec::new() }
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
        self.runs.clear();
    }

    fn spill(&mut self) -> io::Result<()> {
        if let Some(scratch) = self.scratch {
            let mut run = Run { file: scratch()?, len: 0 };
            run.write(&self.held)?;
            self.runs.push(run);
            self.held.clear();
        }
        Ok(())
    }

    /// Gives every group of digests to `visit`, at most [`GROUP`] at a time. What stands once is left out, but for `EveryName`.
    pub(super) fn in_order(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
        if self.runs.is_empty() {
            self.of_held(order, visit);
            return Ok(());
        }
        if !self.held.is_empty() {
            self.spill()?;
        }
        for run in &mut self.runs {
            run.read(&mut self.held)?;
            order.sort(&mut self.held);
            run.write(&self.held)?;
        }
        self.held.clear();
        self.merge(order, visit)
    }

    /// Only the halves of the keys are sorted, and the digests of each gathered: a digest is too long to be moved about.
    fn of_held(&self, order: Order, visit: &mut dyn FnMut(&[Digest])) {
        let mut keys: Vec<(u32, u32)> =
            self.held.iter().zip(0_u32..).map(|(digest, index)| (u32::try_from(order.group(digest) >> 32).unwrap_or(0), index)).collect();
        keys.sort_unstable();
        let mut group: Vec<Digest> = Vec::new();
        for same in keys.chunk_by(|one, other| one.0 == other.0) {
            if same.len() == 1 && order != Order::EveryName {
                continue;
            }
            group.clear();
            group.extend(same.iter().filter_map(|(_, index)| self.held.get(*index as usize)));
            order.sort(&mut group);
            order.visit(&group, visit);
        }
    }

    fn merge(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
        let mut readers = Vec::new();
        for run in &mut self.runs {
            run.file.rewind()?;
            readers.push((BufReader::new(&run.file), run.len));
        }
        let key = |digest: &Digest| order.key(digest);
        let mut heads = BinaryHeap::new();
        let mut waiting: Vec<Option<Digest>> = Vec::new();
        for (index, (reader, left)) in readers.iter_mut().enumerate() {
            let next = next(reader, left)?;
            heads.extend(next.map(|digest| Reverse((key(&digest), index))));
            waiting.push(next);
        }
        let mut group: Vec<Digest> = Vec::new();
        while let Some(Reverse((_, index))) = heads.pop() {
            let Some(digest) = waiting[index].take() else { continue };
            if group.len() == GROUP || group.first().is_some_and(|first| order.group(first) != order.group(&digest)) {
                order.sort(&mut group);
                order.visit(&group, visit);
                group.clear();
            }
            if order.group(&digest) != 0 {
                group.push(digest);
            }
            let (reader, left) = &mut readers[index];
            waiting[index] = next(reader, left)?;
            heads.extend(waiting[index].as_ref().map(|digest| Reverse((key(digest), index))));
        }
        order.sort(&mut group);
        order.visit(&group, visit);
        Ok(())
    }
}

impl Run {
    fn write(&mut self, digests: &[Digest]) -> io::Result<()> {
        self.file.rewind()?;
        self.len = digests.len();
        let mut out = BufWriter::new(&self.file);
        for digest in digests {
            out.write_all(&digest.to_bytes())?;
        }
        out.flush()
    }

    fn read(&mut self, into: &mut Vec<Digest>) -> io::Result<()> {
        self.file.rewind()?;
        into.clear();
        let mut reader = BufReader::new(&self.file);
        let mut left = self.len;
        while let Some(digest) = next(&mut reader, &mut left)? {
            into.push(digest);
        }
        Ok(())
    }
}

fn next(reader: &mut impl Read, left: &mut usize) -> io::Result<Option<Digest>> {
    if *left == 0 {
        return Ok(None);
    }
    *left -= 1;
    let mut bytes = [0; DIGEST_BYTES];
    reader.read_exact(&mut bytes)?;
    Ok(Some(Digest::from_bytes(&bytes)))
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
        assert_eq!(HELD * (56 + 8), 4 << 20, "4 MiB, as docs/datasets.md says");
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
