//! By what digests are grouped, and the order in which those of a group come.

use crate::report::digest::{Digest, Role};

/// Digests of one key that are looked at together; of more, the next as many are looked at by themselves.
pub(super) const GROUP: usize = 1 << 14;

/// Bits of a hash by which digests are told apart before they are sorted.
const MOST_BITS: u32 = 15;

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
    pub(super) fn group(self, digest: &Digest) -> u64 {
        match self {
            Self::Name | Self::EveryName => digest.name(),
            Self::Text if digest.role() == Role::Own => digest.text(),
            Self::Text => 0,
        }
    }

    pub(super) fn key(self, digest: &Digest) -> (u64, Role, i32, u32) {
        match self {
            Self::Name | Self::EveryName => (digest.name(), digest.role(), digest.day_number(), digest.row()),
            Self::Text => (self.group(digest), Role::Own, 0, digest.row()),
        }
    }

    /// The places of `digests` that belong to a group, in order; if not `each`, without most of those that stand alone. Groups are hashes, so that
    /// about one digest falls to each slot or to every second; only those of one slot have to be sorted. A digest is too long to be moved about.
    pub(super) fn places(self, digests: &[Digest], each: bool) -> Vec<u32> {
        let bits = (digests.len().max(1).ilog2() + 1).min(MOST_BITS);
        let slot = |group: u64| usize::try_from(group >> (64 - bits)).unwrap_or(0);
        let groups = || digests.iter().zip(0_u32..).map(|(digest, place)| (self.group(digest), place)).filter(|(group, _)| *group != 0);
        let mut ends = vec![0_u32; 1 << bits];
        let mut all = 0;
        groups().for_each(|(group, _)| ends[slot(group)] += 1);
        for count in &mut ends {
            all += std::mem::replace(count, all);
        }
        let mut places = vec![0; all as usize];
        for (group, place) in groups() {
            let at = &mut ends[slot(group)];
            places[*at as usize] = place;
            *at += 1;
        }
        let (mut start, mut kept) = (0, 0);
        for end in ends.into_iter().map(|end| end as usize) {
            if end - start > 1 {
                places[start..end].sort_unstable_by_key(|place| self.key(&digests[*place as usize]));
            }
            if each || end - start > 1 {
                places.copy_within(start..end, kept);
                kept += end - start;
            }
            start = end;
        }
        places.truncate(kept);
        places
    }

    /// Gives each group of `digests`, which are in order and may hold several, to `visit`.
    pub(super) fn visit(self, digests: &[Digest], visit: &mut dyn FnMut(&[Digest])) {
        let groups = digests.chunk_by(|one, other| self.group(one) == self.group(other));
        for group in groups.filter(|group| self.group(&group[0]) != 0 && (self == Self::EveryName || group.len() > 1)) {
            group.chunks(GROUP).for_each(&mut *visit);
        }
    }
}
