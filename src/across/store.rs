//! Digests of any number of rows in bounded memory: held while they fit, then on disk, from where those that may belong together are read back
//! in the order of a key.

use std::fs::File;
use std::io;

use super::came::Came;
use super::order::Order;
use super::runs::Runs;
use crate::report::digest::Digest;

/// Digests that are held in memory: 1.75 MiB of them, and 0.25 MiB to put them in order. A row has one, and one more where it names a business
/// associate. The whole public record has fewer.
pub const HELD: usize = 1 << 15;

/// Makes an empty file of which nothing is left when it is closed.
pub type Scratch = fn() -> io::Result<File>;

pub(super) struct Store {
    held: Vec<Digest>,
    budget: usize,
    scratch: Option<Scratch>,
    /// All digests, once they are too many to be held.
    came: Option<Came>,
    spilled: Option<Spilled>,
}

impl Store {
    pub(super) fn new(scratch: Option<Scratch>, budget: usize) -> Self {
        Self { held: Vec::new(), budget, scratch, came: None, spilled: None }
    }

    pub(super) fn push(&mut self, digest: &Digest) -> io::Result<()> {
        if let Some(came) = &mut self.came {
            return came.push(digest);
        }
        if self.held.len() >= self.budget
            && let Some(scratch) = self.scratch
        {
            let held = std::mem::take(&mut self.held);
            let came = self.came.insert(Came::new(scratch)?);
            held.iter().try_for_each(|digest| came.push(digest))?;
            return came.push(digest);
        }
        self.held.push(*digest);
        Ok(())
    }

    pub(super) fn clear(&mut self) {
        self.held.clear();
        (self.came, self.spilled) = (None, None);
    }

    /// Sorts those of all digests out that may belong to a group; all, for `EveryName`.
    fn sift(&mut self, came: Came, order: Order) -> io::Result<()> {
        came.read_back(order == Order::EveryName, &mut |digest| {
            if self.held.len() >= self.budget {
                self.spill()?;
            }
            self.held.push(digest);
            Ok(())
        })
    }

    /// Writes what is held to the sorted runs.
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

    /// Gives every group of digests to `visit`, 16,384 digests at most at a time. What stands once is left out, but for `EveryName`.
    pub(super) fn in_order(&mut self, order: Order, visit: &mut dyn FnMut(&[Digest])) -> io::Result<()> {
        if let Some(came) = self.came.take() {
            self.sift(came, order)?;
        }
        if self.spilled.is_some() && !self.held.is_empty() {
            self.spill()?;
            // What is found among them takes memory, too.
            self.held = Vec::new();
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
        for digest in order.places(&self.held, order == Order::EveryName).into_iter().filter_map(|place| self.held.get(place as usize)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::across::order::GROUP;
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
        digests.all().to_vec()
    }

    fn groups(digests: &[Digest], scratch: Option<Scratch>, budget: usize, order: Order) -> Vec<Vec<u32>> {
        let mut store = Store::new(scratch, budget);
        for digest in digests {
            store.push(digest).expect("a digest is taken");
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
