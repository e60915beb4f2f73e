//! Finds fixed phrases where words begin. Built in a fraction of a millisecond, because most runs read one draft: an automaton takes longer to
//! build than such a text to read.

use super::block::{BLOCK, begins, block, digits, equal, first, letters, mask, places, wide};
use super::openings::{Openings, hash};

/// A phrase.
#[derive(Clone, Copy)]
struct Entry {
    phrase: &'static [u8],
    /// Its first bytes, and those of them that count.
    head: u64,
    counts: u64,
    /// Its number.
    number: u16,
    /// Whether it must end a word.
    whole: bool,
}

/// Phrases, filed by how they begin.
pub(super) struct Phrases {
    /// Of four bytes or more, by the first four.
    long: Index,
    /// Shorter ones, by the first two.
    short: Index,
    /// How all of them begin.
    openings: Openings,
}

/// Phrases in buckets, the longest of each bucket first, and where each bucket starts. One more at the end.
struct Index {
    sorted: Vec<Entry>,
    starts: Vec<u16>,
}

/// Bits by which phrases are filed.
const BITS: u32 = 11;

/// The bucket of what begins with `four`, of which only the first `known` bytes count.
fn bucket(four: [u8; 4], known: usize) -> usize {
    let mut own = [0; 4];
    own[..known].copy_from_slice(&four[..known]);
    hash(own) >> (16 - BITS)
}

impl Index {
    /// Files `phrases` by their first `known` bytes.
    fn new(mut sorted: Vec<Entry>, known: usize) -> Self {
        let bucket = |entry: &Entry| bucket(first(entry.phrase, 0), known);
        // The longest first within a bucket, so that the first that fits is the longest.
        sorted.sort_by_cached_key(|entry| (bucket(entry), usize::MAX - entry.phrase.len()));
        let mut starts = vec![0_u16; (1 << BITS) + 1];
        for entry in &sorted {
            starts[bucket(entry) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { sorted, starts }
    }

    /// The phrase with which `rest` begins.
    fn find(&self, rest: &[u8], bucket: usize) -> Option<&Entry> {
        let candidates = &self.sorted[usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1])];
        super::steps::note(1 + candidates.len());
        let head = u64::from_le_bytes(first(rest, 0));
        let fits = |entry: &&Entry| (head ^ entry.head) & entry.counts == 0 && rest.starts_with(entry.phrase);
        candidates.iter().find(|entry| fits(entry) && !(entry.whole && in_word(rest, entry.phrase.len())))
    }
}

/// Whether a word goes on at `at`.
fn in_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

impl Phrases {
    /// An index of `phrases`, at least two bytes each; a `*` at the end lets a hit end inside a word.
    pub(super) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let entry = |(number, phrase): (u16, &'static str)| {
            let stem = phrase.strip_suffix('*');
            let phrase = stem.unwrap_or(phrase).as_bytes();
            let counts = u64::MAX >> (64 - 8 * phrase.len().clamp(1, 8));
            Entry { phrase, head: u64::from_le_bytes(first(phrase, 0)), counts, number, whole: stem.is_none() }
        };
        let (long, short): (Vec<Entry>, Vec<Entry>) = (0..).zip(phrases).map(entry).partition(|entry| entry.phrase.len() >= 4);
        let openings = Openings::new(long.iter().chain(&short).map(|entry| entry.phrase));
        Self { long: Index::new(long, 4), short: Index::new(short, 2), openings }
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
                if at < taken || !self.openings.may_open(bytes, at) {
                    continue;
                }
                if let Some((number, end)) = self.at(bytes, at) {
                    hit(number, at, end);
                    taken = end;
                }
            }
            part_before = part;
            start += BLOCK;
        }
    }

    /// The phrase that begins at `at`, and its end.
    fn at(&self, bytes: &[u8], at: usize) -> Option<(u16, usize)> {
        let rest = bytes.get(at..).filter(|rest| rest.len() > 1)?;
        let four = first(bytes, at);
        let found = self.long.find(rest, bucket(four, 4)).or_else(|| self.short.find(rest, bucket(four, 2)));
        found.map(|entry| (entry.number, at + entry.phrase.len()))
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
