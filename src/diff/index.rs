//! Which row of one export is which of another: by folded name and day of submission, whatever the order of the rows. A row is 56 bytes here.

use std::collections::HashMap;

use xxhash_rust::xxh3::xxh3_64;

use super::cells::Cells;
use crate::dataset::layout::CANONICAL;
use crate::report::name::NameFolder;

/// Rows of one name and day that are compared each with each; of more, the first is taken for the first, and so on.
const EACH_WITH_EACH: usize = 64;
/// The columns that tell a renamed row from others: State, kind, count, day.
const UNRENAMED: [usize; 4] = [1, 2, 3, 4];
const NAME: usize = 0;
const COUNT: usize = 3;
const DAY: usize = 4;
const DESCRIPTION: usize = 8;

/// One row, as hashes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Folded name and day.
    key: u64,
    /// What stays where the name is corrected; 0 where a row cannot be told from others by it.
    rest: u64,
    row: u32,
    cells: [u32; CANONICAL.len()],
}

/// A row of the older export, of the newer, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    pub(super) new: Option<u32>,
    pub(super) old: Option<u32>,
    /// A bit for each column that differs; none where the row is in one alone.
    pub(super) differs: u16,
}

impl Entry {
    pub(super) fn new(row: u32, cells: &Cells, folder: &mut NameFolder) -> Self {
        let short = |cell: &String| u32::try_from(xxh3_64(cell.as_bytes()) & u64::from(u32::MAX)).unwrap_or(0);
        let mut key = folder.fold(&cells[NAME]).to_owned();
        key.push('\n');
        key.push_str(&cells[DAY]);
        let rest = UNRENAMED.map(|column| cells[column].as_str()).join("\n");
        Self {
            key: xxh3_64(key.as_bytes()),
            rest: if cells[COUNT].is_empty() { 0 } else { xxh3_64(rest.as_bytes()).max(1) },
            row,
            cells: std::array::from_fn(|column| short(&cells[column])),
        }
    }

    fn differs(&self, other: &Self) -> u16 {
        (0..CANONICAL.len()).filter(|&column| self.cells[column] != other.cells[column]).fold(0, |bits, column| bits | 1 << column)
    }
}

/// Every row of both, by the newer row and then the older.
pub(super) fn matches(mut old: Vec<Entry>, mut new: Vec<Entry>) -> Vec<Match> {
    old.sort_unstable_by_key(|entry| (entry.key, entry.row));
    new.sort_unstable_by_key(|entry| (entry.key, entry.row));
    let mut matches = Vec::with_capacity(new.len());
    let (mut gone, mut added) = (Vec::new(), Vec::new());
    let (mut old, mut new) = (&old[..], &new[..]);
    let first = |entries: &[Entry]| entries.first().map(|entry| entry.key);
    while let Some(key) = first(old).into_iter().chain(first(new)).min() {
        let take = |entries: &mut &[Entry]| {
            let (group, rest) = entries.split_at(entries.partition_point(|entry| entry.key <= key));
            *entries = rest;
            group.to_vec()
        };
        let (mut olds, mut news) = (take(&mut old), take(&mut new));
        pair(&mut olds, &mut news, &mut matches);
        gone.extend(olds);
        added.extend(news);
    }
    renamed(&mut gone, &mut added, &mut matches);
    matches.extend(gone.iter().map(|entry| Match { new: None, old: Some(entry.row), differs: 0 }));
    matches.extend(added.iter().map(|entry| Match { new: Some(entry.row), old: None, differs: 0 }));
    matches.sort_unstable_by_key(|found| (found.new.is_none(), found.new, found.old));
    matches
}

/// Pairs the rows of one name and day: those that are alike first, then those that differ least, whatever their order.
fn pair(old: &mut Vec<Entry>, new: &mut Vec<Entry>, matches: &mut Vec<Match>) {
    let mut found = |old: Entry, new: Entry| matches.push(Match { new: Some(new.row), old: Some(old.row), differs: old.differs(&new) });
    let mut alike: HashMap<[u32; CANONICAL.len()], Vec<Entry>> = HashMap::new();
    old.drain(..).rev().for_each(|entry| alike.entry(entry.cells).or_default().push(entry));
    new.retain(|entry| match alike.get_mut(&entry.cells).and_then(Vec::pop) {
        Some(same) => {
            found(same, *entry);
            false
        }
        None => true,
    });
    old.extend(alike.into_values().flatten());
    old.sort_unstable_by_key(|entry| entry.row);
    if old.len().max(new.len()) <= EACH_WITH_EACH {
        let mut near: Vec<_> = old
            .iter()
            .flat_map(|one| new.iter().map(|other| (cost(one.differs(other)), one.cells, other.cells, other.row, one.row)))
            .collect();
        near.sort_unstable();
        for (.., new_row, old_row) in near {
            let places = (old.iter().position(|entry| entry.row == old_row), new.iter().position(|entry| entry.row == new_row));
            if let (Some(at_old), Some(at_new)) = places {
                found(old.remove(at_old), new.remove(at_new));
            }
        }
    } else {
        let both = old.len().min(new.len());
        old.drain(..both).zip(new.drain(..both)).for_each(|(one, other)| found(one, other));
    }
}

/// How much speaks against two rows being one: a spelling of the name or a description little, a count most.
fn cost(differs: u16) -> u32 {
    (0..CANONICAL.len())
        .filter(|column| differs >> column & 1 == 1)
        .map(|column| match column {
            NAME | DESCRIPTION => 1,
            COUNT => 3,
            _ => 2,
        })
        .sum()
}

/// Pairs rows under two names where nothing else in either export has that State, kind, count and day.
fn renamed(old: &mut Vec<Entry>, new: &mut Vec<Entry>, matches: &mut Vec<Match>) {
    let mut by_rest: HashMap<u64, (Vec<Entry>, Vec<Entry>)> = HashMap::new();
    for entry in old.iter() {
        by_rest.entry(entry.rest).or_default().0.push(*entry);
    }
    for entry in new.iter() {
        by_rest.entry(entry.rest).or_default().1.push(*entry);
    }
    by_rest.retain(|rest, (olds, news)| *rest != 0 && olds.len() == 1 && news.len() == 1);
    for (one, other) in by_rest.values().filter_map(|(olds, news)| olds.first().zip(news.first())) {
        matches.push(Match { new: Some(other.row), old: Some(one.row), differs: one.differs(other) });
    }
    old.retain(|entry| !by_rest.contains_key(&entry.rest));
    new.retain(|entry| !by_rest.contains_key(&entry.rest));
}
