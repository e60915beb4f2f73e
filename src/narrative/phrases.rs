//! Finds fixed phrases where words begin. Built in a fraction of a millisecond, because most runs read one draft: an automaton takes longer to
//! build than such a text to read.

use super::block::{BLOCK, begins, block, is_word, mask, places};
use super::openings::Openings;

/// Phrases, sorted, with the ranges of those that begin with the same two bytes.
pub(super) struct Phrases {
    /// The phrase, its number in the table, and whether it must end a word.
    sorted: Vec<(&'static [u8], u16, bool)>,
    /// By first and second byte, folded to six bits each: where its phrases start. One more at the end.
    starts: Vec<u16>,
    /// How phrases begin.
    openings: Openings,
}

/// Letters, digits and whatever is not ASCII.
fn is_part(byte: u8) -> bool {
    is_word(byte) | (byte >= 0x80)
}

/// Folds a byte to six bits, so that letters keep apart.
const fn fold(byte: u8) -> usize {
    (byte & 0x3F) as usize
}

fn bucket(bytes: &[u8]) -> usize {
    (fold(bytes[0]) << 6) | bytes.get(1).map_or(0, |&second| fold(second))
}

/// Whether a word goes on at `at`.
fn in_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).copied().is_some_and(is_part)
}

impl Phrases {
    /// An index of `phrases`, at least two bytes each; a `*` at the end lets a hit end inside a word.
    pub(super) fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let mut sorted: Vec<_> = (0_u16..)
            .zip(phrases)
            .map(|(number, phrase)| {
                let stem = phrase.strip_suffix('*');
                (stem.unwrap_or(phrase).as_bytes(), number, stem.is_none())
            })
            .collect();
        // The longest first within a bucket, so that the first that fits is the longest.
        sorted.sort_unstable_by_key(|(phrase, ..)| (bucket(phrase), usize::MAX - phrase.len()));
        let mut starts = Vec::with_capacity((1 << 12) + 1);
        let mut at = 0;
        for wanted in 0..=1 << 12 {
            while sorted.get(at).is_some_and(|(phrase, ..)| bucket(phrase) < wanted) {
                at += 1;
            }
            starts.push(u16::try_from(at).unwrap_or(u16::MAX));
        }
        let openings = Openings::new(sorted.iter().map(|(phrase, ..)| *phrase));
        Self { sorted, starts, openings }
    }

    /// Calls `hit` with the number, start and end of every hit in `bytes` (lower case), in their order. Where two overlap, the one that starts
    /// first counts, then the longer.
    pub(super) fn find(&self, bytes: &[u8], mut hit: impl FnMut(u16, usize, usize)) {
        let mut taken = 0;
        let mut part_before = 0;
        let mut start = 0;
        while start < bytes.len() {
            let here = block(bytes, start);
            let part = mask(&here, is_part);
            let blank = mask(&here, |byte| matches!(byte, b' ' | 0));
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
        let bucket = bucket(rest);
        let candidates = &self.sorted[self.starts[bucket] as usize..self.starts[bucket + 1] as usize];
        super::steps::note(1 + candidates.len());
        let fits = |&&(phrase, _, whole): &&(&[u8], u16, bool)| rest.starts_with(phrase) && !(whole && in_word(rest, phrase.len()));
        candidates.iter().find(fits).map(|(phrase, number, _)| (*number, at + phrase.len()))
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
