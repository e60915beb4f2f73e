//! Every phrase that a first look asks for, filed under one of its words.

use std::ops::Range;

use super::stock::Stock;
use crate::narrative::block::first;

/// What phrases stand for, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs {
    /// Kinds of words. Of several at one place, the longest counts.
    pub(super) anchors: u64,
    /// Statements.
    pub(super) marks: u64,
}

impl Signs {
    /// What `self` has and `known` has not.
    #[inline]
    fn beyond(self, known: Self) -> Self {
        Self { anchors: self.anchors & !known.anchors, marks: self.marks & !known.marks }
    }

    /// What either has.
    fn with(self, other: Self) -> Self {
        Self { anchors: self.anchors | other.anchors, marks: self.marks | other.marks }
    }

    #[inline]
    fn is_empty(self) -> bool {
        self.anchors | self.marks == 0
    }
}

/// A phrase. A `*` in front or behind lets it begin or end inside a word.
#[derive(Debug)]
struct Entry {
    key: Key,
    /// How it begins.
    head: Head,
    /// What follows that, in lower case, without its stars.
    rest: &'static [u8],
    /// Where the word stands under which it is filed.
    word: usize,
    /// How long it is.
    length: usize,
    begins_word: bool,
    ends_word: bool,
    signs: Signs,
}

/// A word, or the beginning of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The letters of its first bytes, small or capital.
    word: u64,
    /// Those bytes of a word that count.
    counts: u64,
}

/// The first bytes of a phrase.
#[derive(Debug, Clone, Copy)]
struct Head {
    bytes: u64,
    /// The bits in which small and capital letters differ, for the letters among them.
    case: u64,
    /// The bits of those that there are.
    counts: u64,
}

/// The phrases that are filed under one word.
#[derive(Debug)]
struct Filed {
    key: Key,
    entries: Range<usize>,
    /// Everything that they can tell.
    signs: Signs,
}

/// The phrases, by the hash of how the word begins under which each is filed.
pub(super) struct Table {
    entries: Vec<Entry>,
    filed: Vec<Filed>,
    /// By the upper bits of the hash: where the words with it start in `filed`. One more at the end.
    starts: Box<[u16; (1 << UPPER) + 1]>,
    /// Hashes that occur at all.
    there: Box<[u64; 1 << (BITS - 6)]>,
}

/// Bits of a hash.
const BITS: u32 = 15;
/// Upper bits of it by which words are found.
const UPPER: u32 = 12;

/// The hash of the letters with which a word begins. The factor is one with which words of which texts are full are not taken for others.
#[inline]
fn hash(letters: u32) -> usize {
    (letters.wrapping_mul(0x611C_0C81) >> (32 - BITS)) as usize
}

impl Key {
    /// The key of a word, or of what begins with its first four bytes.
    fn new(word: u64, goes_on: bool) -> Self {
        let counts = if goes_on { u64::from(u32::MAX) } else { u64::MAX };
        Self { word: word & LETTERS & counts, counts }
    }

    /// The hash of how it begins.
    fn hash(self) -> usize {
        hash(four(self.word))
    }

    /// The hashes of what may stand where it begins: behind a word of two letters is something else, and then anything.
    fn hashes(self) -> impl Iterator<Item = usize> {
        let begin = four(self.word);
        (0..32).map(move |last| hash(begin | last << 24)).take(if begin >> 16 == 0 { 32 } else { 1 })
    }
}

/// The bits in which small and capital letters are alike.
const LETTERS: u64 = 0x1f1f_1f1f_1f1f_1f1f;

/// The first four letters of a word.
#[inline]
fn four(word: u64) -> u32 {
    let [one, two, three, four, ..] = word.to_le_bytes();
    u32::from_le_bytes([one, two, three, four])
}

impl Head {
    fn of(phrase: &'static [u8]) -> Self {
        let bytes: [u8; 8] = first(phrase, 0);
        let case = bytes.map(|byte| if byte.is_ascii_lowercase() { 0x20 } else { 0 });
        let counts = u64::MAX >> (64 - 8 * phrase.len().clamp(1, 8));
        Self { bytes: u64::from_le_bytes(bytes), case: u64::from_le_bytes(case), counts }
    }

    /// Whether `text` begins so at `at`.
    #[inline]
    fn stands_at(self, text: &[u8], at: usize) -> bool {
        let there = u64::from_le_bytes(first(text, at)) | self.case;
        (there ^ self.bytes) & self.counts == 0
    }
}

/// The word of a phrase under which it is best filed: where it starts, and its key. A word that may go on is filed under its first four letters.
fn filed_under(phrase: &str, begins_word: bool, ends_word: bool) -> Option<(usize, Key)> {
    let mut best: Option<((usize, usize), usize, Key)> = None;
    let mut at = 0;
    for word in phrase.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()) {
        let goes_on = !ends_word && at + word.len() == phrase.len();
        if (begins_word || at > 0) && word.len() >= 2 && !(goes_on && word.len() < 4) {
            // Its first eight bytes, none behind its end.
            let key = u64::from_le_bytes(first(phrase.as_bytes(), at)) & (u64::MAX >> (64 - 8 * word.len().min(8)));
            let rank = (Stock::rank(key).unwrap_or(Stock::RAREST + usize::from(!goes_on && word.len() >= 4)), word.len());
            if best.is_none_or(|best| rank > best.0) {
                best = Some((rank, at, Key::new(key, goes_on)));
            }
        }
        at += word.len() + 1;
    }
    best.map(|(_, at, key)| (at, key))
}

impl Table {
    /// A table of `phrases`, in lower case; none where one of them has no word under which it can be filed.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, Signs)> + Clone) -> Option<Self> {
        let mut entries = Vec::with_capacity(phrases.clone().count());
        for (phrase, signs) in phrases {
            let (bare, begins_word) = phrase.strip_prefix('*').map_or((phrase, true), |bare| (bare, false));
            let (bare, ends_word) = bare.strip_suffix('*').map_or((bare, true), |bare| (bare, false));
            let (word, key) = filed_under(bare, begins_word, ends_word)?;
            let (head, rest) = (Head::of(bare.as_bytes()), bare.as_bytes().get(8..).unwrap_or_default());
            entries.push(Entry { key, head, rest, word, length: bare.len(), begins_word, ends_word, signs });
        }
        // The longest first, so that of several at one place it is the first that fits.
        entries.sort_by_cached_key(|entry| (entry.key.hash(), entry.key, usize::MAX - entry.length));
        let mut there = Box::new([0_u64; 1 << (BITS - 6)]);
        let mut starts = Box::new([0_u16; (1 << UPPER) + 1]);
        let mut filed = Vec::new();
        let mut start = 0;
        for under in entries.chunk_by(|one, other| one.key == other.key) {
            let key = under[0].key;
            key.hashes().for_each(|hash| there[hash / 64] |= 1 << (hash % 64));
            starts[(key.hash() >> (BITS - UPPER)) + 1] += 1;
            let signs = under.iter().fold(Signs::default(), |signs, entry| signs.with(entry.signs));
            filed.push(Filed { key, entries: start..start + under.len(), signs });
            start += under.len();
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Some(Self { entries, filed, starts, there })
    }

    /// Whether phrases may be filed under a word that begins with these letters. Under most words none are.
    #[inline]
    pub(super) fn may_know(&self, letters: u32) -> bool {
        let hash = hash(letters);
        self.there[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// What stands around the word that begins at `at` and whose letters are `word`. Where all that the phrases of a word can tell is
    /// `known`, they are not looked for again.
    #[inline]
    pub(super) fn find(&self, text: &str, at: usize, word: u64, known: Signs) -> Signs {
        let slot = hash(four(word)) >> (BITS - UPPER);
        let (start, end) = (self.starts[slot], self.starts[slot + 1]);
        let mut found = Signs::default();
        for filed in self.filed.get(usize::from(start)..usize::from(end)).unwrap_or_default() {
            if word & filed.key.counts == filed.key.word && !filed.signs.beyond(known).is_empty() {
                found = found.with(self.look(filed, text, at, known.marks));
            }
        }
        found
    }

    /// What the phrases that are filed under the word at `at` tell besides the statements that are known.
    #[inline]
    fn look(&self, filed: &Filed, text: &str, at: usize, known: u64) -> Signs {
        let mut found = Signs::default();
        for entry in self.entries.get(filed.entries.clone()).unwrap_or_default() {
            let longer = entry.signs.anchors != 0 && found.anchors != 0;
            if !longer && entry.signs.marks & known == 0 && entry.stands_at(text, at) {
                found = found.with(entry.signs);
            }
        }
        found
    }
}

impl Entry {
    /// Whether the phrase stands around its word at `at`.
    fn stands_at(&self, text: &str, at: usize) -> bool {
        #[cfg(test)]
        super::super::words::steps::note();
        let Some(start) = at.checked_sub(self.word) else { return false };
        let end = start + self.length;
        self.head.stands_at(text.as_bytes(), start)
            && text.as_bytes().get(end - self.rest.len()..end).is_some_and(|there| there.eq_ignore_ascii_case(self.rest))
            && !(self.begins_word && text[..start].ends_with(char::is_alphanumeric))
            && !(self.ends_word && text[end..].starts_with(char::is_alphanumeric))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{OF_FILERS, OF_OCR};
    use super::*;

    #[test]
    fn a_common_word_is_not_taken_for_another() {
        for table in [&*OF_FILERS, &*OF_OCR].into_iter().flatten() {
            for word in Stock::words().filter(|word| word.len() > 1) {
                let letters = four(super::super::stock::key_of(word.as_bytes()) & LETTERS);
                let begins = |filed: &Filed| {
                    filed.key.hashes().any(|hash| hash == super::hash(letters)) && four(filed.key.word) & letters == four(filed.key.word)
                };
                assert!(!table.may_know(letters) || table.filed.iter().any(begins), "{word}");
            }
        }
    }
}
