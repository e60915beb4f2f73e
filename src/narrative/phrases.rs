//! Finds fixed phrases where words begin. Built in a fraction of a millisecond, because most runs read one draft: an automaton takes longer to
//! build than such a text to read.

use std::ops::Range;

use super::block::{BLOCK, begins, block, digits, equal, first, letters, mask, places, wide};

/// A phrase.
#[derive(Clone, Copy)]
struct Entry {
    phrase: &'static [u8],
    /// Its number.
    number: u16,
    /// Whether it must end a word.
    whole: bool,
}

/// Phrases, filed by how they begin: of eight bytes and more, of four and more, and shorter ones.
pub(super) struct Phrases([Index; 3]);

/// Phrases of which so many bytes at least are known, the longest first where several begin alike.
struct Index {
    /// The bytes by which they are filed, as bits of the first eight.
    counts: u64,
    sorted: Vec<Entry>,
    /// By the upper bits of the hash of these bytes: where they start. One more at the end.
    starts: Box<[u16; (1 << UPPER) + 1]>,
    /// Hashes that occur at all.
    there: Box<[u64; 1 << (BITS - 6)]>,
}

/// Bits of a hash.
const BITS: u32 = 15;
/// Upper bits of it by which phrases are filed.
const UPPER: u32 = 11;

/// The hash of the bytes with which something begins.
#[inline]
fn hash(head: u64) -> usize {
    (head.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
}

/// The first eight bytes; zeros behind the end.
#[inline]
fn head(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(first(bytes, at))
}

impl Index {
    /// Files `phrases` by their first `known` bytes.
    fn new<'p>(phrases: impl Iterator<Item = &'p Entry> + Clone, known: u32) -> Self {
        let counts = u64::MAX >> (64 - 8 * known);
        let hash = |entry: &Entry| hash(head(entry.phrase, 0) & counts);
        let mut starts = Box::new([0_u16; (1 << UPPER) + 1]);
        let mut there = Box::new([0_u64; 1 << (BITS - 6)]);
        for hash in phrases.clone().map(hash) {
            starts[(hash >> (BITS - UPPER)) + 1] += 1;
            there[hash / 64] |= 1 << (hash % 64);
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // Buckets are short: each phrase goes in front of the shorter ones of its own.
        let mut ends = starts.clone();
        let mut sorted = vec![Entry { phrase: &[], number: 0, whole: false }; usize::from(starts[1 << UPPER])];
        for entry in phrases {
            let bucket = hash(entry) >> (BITS - UPPER);
            let end = usize::from(ends[bucket]);
            let filed = &mut sorted[usize::from(starts[bucket])..=end];
            let longer = filed.partition_point(|known| known.phrase.len() >= entry.phrase.len());
            filed[longer..].rotate_right(1);
            filed[longer] = *entry;
            ends[bucket] += 1;
        }
        Self { counts, sorted, starts, there }
    }

    /// The phrase with which `bytes` go on at `at`, where their first eight are `head`.
    #[inline]
    fn find(&self, bytes: &[u8], at: usize, head: u64) -> Option<&Entry> {
        let hash = hash(head & self.counts);
        let may_stand = self.there[hash / 64] >> (hash % 64) & 1 == 1;
        if may_stand { self.look(bytes.get(at..)?, hash >> (BITS - UPPER)) } else { None }
    }

    #[inline(never)]
    fn look(&self, rest: &[u8], bucket: usize) -> Option<&Entry> {
        let candidates = self.sorted.get(usize::from(*self.starts.get(bucket)?)..usize::from(*self.starts.get(bucket + 1)?))?;
        super::steps::note(1 + candidates.len());
        candidates.iter().find(|entry| rest.starts_with(entry.phrase) && !(entry.whole && in_word(rest, entry.phrase.len())))
    }
}

/// Whether a word goes on at `at`.
fn in_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

impl Phrases {
    /// An index of `phrases`, at least two bytes each; a `*` at the end lets a hit end inside a word.
    pub(super) fn new(phrases: impl Iterator<Item = &'static str> + Clone) -> Self {
        let entry = |(number, phrase): (u16, &'static str)| {
            let stem = phrase.strip_suffix('*');
            Entry { phrase: stem.unwrap_or(phrase).as_bytes(), number, whole: stem.is_none() }
        };
        let mut all = Vec::with_capacity(phrases.clone().count());
        all.extend((0..).zip(phrases).map(entry));
        let of = |lengths: Range<usize>| all.iter().filter(move |entry| lengths.contains(&entry.phrase.len()));
        Self([Index::new(of(8..usize::MAX), 8), Index::new(of(4..8), 4), Index::new(of(2..4), 2)])
    }

    /// Calls `hit` with the number, start and end of every hit in `bytes` (lower case), in their order. Where two overlap, the one that starts
    /// first counts, then the longer.
    pub(super) fn find(&self, bytes: &[u8], mut hit: impl FnMut(u16, usize, usize)) {
        let mut taken = 0;
        let mut part_before = 0;
        let mut start = 0;
        while start < bytes.len() {
            let here = block(bytes, start);
            // Letters, digits and whatever is not ASCII.
            let part = mask(&here, |bytes| letters(bytes) | digits(bytes) | wide(bytes));
            let blank = mask(&here, |bytes| equal(bytes, b' ') | equal(bytes, 0));
            for bit in places(begins(part, part_before) | !(part | blank)) {
                let at = start + bit;
                if at < taken {
                    continue;
                }
                let head = head(bytes, at);
                if let Some(entry) = self.0.iter().find_map(|index| index.find(bytes, at, head)) {
                    let end = at + entry.phrase.len();
                    hit(entry.number, at, end);
                    taken = end;
                }
            }
            part_before = part;
            start += BLOCK;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_whole_phrase_counts_where_words_begin() {
        let phrases = Phrases::new(["lost", "lost in", "laptop*", "to line", ", but", "in"].into_iter());
        let mut found = Vec::new();
        let text = "he lost inlaid laptops, but not lost in the to line x";
        phrases.find(text.as_bytes(), |number, start, end| found.push((number, &text[start..end])));
        assert_eq!(found, [(0, "lost"), (2, "laptop"), (4, ", but"), (1, "lost in"), (3, "to line")]);
        phrases.find(b"", |_, _, _| unreachable!());
        phrases.find(b"l", |_, _, _| unreachable!());
    }
}
