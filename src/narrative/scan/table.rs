//! Every phrase that a first look asks for, filed under one of its words.

use super::stock::Stock;
use crate::narrative::block::head;

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
    pub(super) fn with(self, other: Self) -> Self {
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
    /// In lower case, without its stars.
    phrase: &'static str,
    /// Where the word stands under which it is filed.
    word: usize,
    /// What is farther in front of that than eight bytes.
    front: &'static str,
    /// What is farther behind that.
    back: &'static str,
    begins_word: bool,
    ends_word: bool,
    signs: Signs,
}

/// Eight bytes in front of a place and the eight that begin there.
#[derive(Debug, Clone, Copy)]
struct Around([u64; 2]);

/// What stands around the word of a phrase.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    bytes: Around,
    /// The bits in which small and capital letters differ, for the letters among them.
    case: Around,
    /// The bits of those that are of the phrase.
    counts: Around,
}

/// A word, or the beginning of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Its first bytes, eight at most, in lower case.
    bytes: u64,
    /// The bits of those that there are.
    counts: u64,
}

/// The phrases that are filed under words of one hash.
#[derive(Debug)]
struct Filed {
    hash: u32,
    /// Their places.
    start: u16,
    end: u16,
    /// Everything that they can tell.
    signs: Signs,
}

/// The phrases, by the hash of how the word begins under which each is filed.
pub(super) struct Table {
    entries: Vec<Entry>,
    /// What stands around the word of each entry.
    phrases: Vec<Phrase>,
    /// In the order of their hashes.
    filed: Vec<Filed>,
    /// Hashes that occur at all.
    there: Box<[u64; 1 << (BITS - 6)]>,
    /// By the upper bits of hashes, where in `filed` those begin that have them; far behind its end where none has.
    places: Box<[u16]>,
}

/// Bits of a hash.
const BITS: u32 = 15;
/// Upper bits of it by which it is looked up.
const UPPER: u32 = 12;

/// The hash of the letters with which a word begins. The factor is one with which words of which texts are full are not taken for others.
#[inline]
fn hash(letters: u32) -> u32 {
    letters.wrapping_mul(0x611C_0C81) >> (32 - BITS)
}

/// The bits of a hash by which it is looked up.
#[inline]
fn upper(hash: u32) -> usize {
    (hash >> (BITS - UPPER)) as usize
}

impl Key {
    /// The key of a word, or of what begins with its first four bytes.
    fn new(word: &[u8], goes_on: bool) -> Self {
        let word = if goes_on { word.get(..4).unwrap_or(word) } else { word };
        Self { bytes: head(word), counts: u64::MAX >> (64 - 8 * word.len().clamp(1, 8)) }
    }

    /// How it begins.
    fn letters(self) -> u32 {
        let [one, two, three, four, ..] = (self.bytes & LETTERS).to_le_bytes();
        u32::from_le_bytes([one, two, three, four])
    }

    /// The hash of how it begins.
    fn hash(self) -> u32 {
        hash(self.letters())
    }

    /// The hashes of what may stand where it begins: behind a word of two letters is something else, and then anything.
    fn hashes(self) -> impl Iterator<Item = u32> {
        let begin = self.letters();
        (0..32).map(move |last| hash(begin | last << 24)).take(if begin >> 16 == 0 { 32 } else { 1 })
    }
}

/// The bits in which small and capital letters are alike.
const LETTERS: u64 = 0x1f1f_1f1f_1f1f_1f1f;
impl Around {
    /// What stands around the byte of `text` at `at`; zeros where it begins or ends.
    #[inline]
    fn of(text: &[u8], at: usize) -> Self {
        let inside = at.checked_sub(8).and_then(|start| text.get(start..start + 16)?.as_chunks().0.first_chunk());
        inside.map_or_else(|| Self::near_an_end(text, at), |halves| Self(halves.map(u64::from_le_bytes)))
    }

    #[cold]
    fn near_an_end(text: &[u8], at: usize) -> Self {
        let (before, from) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let before = match before.last_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            // In front of the first byte there are zeros.
            None => (before.len()..8).fold(head(before), |before, _| before << 8),
        };
        Self([before, head(from)])
    }
}

/// The bits in which small and capital letters differ, for those of eight bytes that are small letters: ASCII from 0x60 on, in which phrases
/// have nothing else.
fn case(bytes: u64) -> u64 {
    bytes & (bytes >> 1) & !(bytes >> 2) & 0x2020_2020_2020_2020
}

impl Phrase {
    /// What stands around the byte of `phrase` at `at`.
    fn new(phrase: &[u8], at: usize) -> Self {
        let bytes = Around::of(phrase, at);
        let [before, from] = [at, phrase.len() - at].map(|length| 8 * length.min(8));
        let counts = |bits: usize| if bits == 0 { 0 } else { u64::MAX >> (64 - bits) };
        let counts = Around([!counts(64 - before), counts(from)]);
        Self { bytes, case: Around(bytes.0.map(case)), counts }
    }

    /// Whether it stands there, as far as these bytes tell.
    #[inline]
    fn fits(&self, there: Around) -> bool {
        let other = |half: usize| ((there.0[half] | self.case.0[half]) ^ self.bytes.0[half]) & self.counts.0[half];
        other(0) | other(1) == 0
    }
}

/// The word of a phrase under which it is best filed: where it starts, and its key. A word that may go on is filed under its first four letters.
fn filed_under(phrase: &str, begins_word: bool, ends_word: bool) -> Option<(usize, Key)> {
    let mut best: Option<((usize, usize), usize, Key)> = None;
    let mut at = 0;
    for word in phrase.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()) {
        let goes_on = !ends_word && at + word.len() == phrase.len();
        if (begins_word || at > 0) && word.len() >= 2 && !(goes_on && word.len() < 4) {
            let rank = Stock::rank(word);
            let rank = (rank.unwrap_or(Stock::RAREST + usize::from(!goes_on && word.len() >= 4)), word.len());
            if best.is_none_or(|best| rank > best.0) {
                best = Some((rank, at, Key::new(word, goes_on)));
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
            let front = bare.get(..word.saturating_sub(8)).unwrap_or_default();
            let back = bare.get(word + 8..).unwrap_or_default();
            entries.push(Entry { key, phrase: bare, word, front, back, begins_word, ends_word, signs });
        }
        // The longest first, so that of several at one place it is the first that fits.
        entries.sort_by_cached_key(|entry| (entry.key.hash(), entry.key, usize::MAX - entry.phrase.len()));
        let mut there = Box::new([0_u64; 1 << (BITS - 6)]);
        let mut places = vec![u16::MAX; 1 << UPPER].into_boxed_slice();
        let mut filed = Vec::new();
        let (mut start, mut end) = (0, 0);
        for under in entries.chunk_by(|one, other| one.key.hash() == other.key.hash()) {
            for hash in under.iter().flat_map(|entry| entry.key.hashes()) {
                there[hash as usize / 64] |= 1 << (hash % 64);
            }
            let hash = under[0].key.hash();
            if filed.last().is_none_or(|before: &Filed| upper(before.hash) < upper(hash)) {
                places[upper(hash)] = u16::try_from(filed.len()).ok()?;
            }
            end += u16::try_from(under.len()).ok()?;
            let signs = under.iter().fold(Signs::default(), |signs, entry| signs.with(entry.signs));
            filed.push(Filed { hash, start, end, signs });
            start = end;
        }
        let phrases = entries.iter().map(|entry| Phrase::new(entry.phrase.as_bytes(), entry.word)).collect();
        Some(Self { entries, phrases, filed, there, places })
    }

    /// Whether phrases may be filed under a word that begins with these letters. Under most words none are.
    #[inline]
    pub(super) fn may_know(&self, letters: u32) -> bool {
        let hash = hash(letters);
        self.there[hash as usize / 64] >> (hash % 64) & 1 == 1
    }

    /// What stands around the word at `at` that begins with `letters`. Where all that its phrases can tell is `known`, they are not looked for
    /// again.
    #[inline]
    pub(super) fn find(&self, text: &str, at: usize, letters: u32, known: Signs) -> Signs {
        // Behind a word of two letters is something else.
        let hash = hash(if (letters >> 16).trailing_zeros() >= 8 { letters & 0xffff } else { letters });
        let filed = self.places.get(upper(hash)).and_then(|&place| self.filed.get(usize::from(place)..));
        let filed = filed.and_then(|filed| filed.iter().find(|filed| filed.hash >= hash)).filter(|filed| filed.hash == hash);
        match filed {
            Some(filed) if !filed.signs.beyond(known).is_empty() => self.look(filed, text, at, known.marks),
            _ => Signs::default(),
        }
    }

    /// What the phrases that are filed under the word at `at` tell besides the statements that are known.
    #[inline]
    fn look(&self, filed: &Filed, text: &str, at: usize, known: u64) -> Signs {
        let there = Around::of(text.as_bytes(), at);
        let (mut found, mut longest) = (Signs::default(), None);
        for place in usize::from(filed.start)..usize::from(filed.end) {
            if self.phrases.get(place).is_some_and(|phrase| phrase.fits(there))
                && let Some(entry) = self.entries.get(place)
            {
                let longer = entry.signs.anchors != 0 && longest == Some(entry.key);
                if !longer && entry.signs.marks & known == 0 && entry.stands_at(text, at) {
                    found = found.with(entry.signs);
                    if entry.signs.anchors != 0 {
                        longest = Some(entry.key);
                    }
                }
            }
        }
        found
    }
}

impl Entry {
    /// Whether the phrase stands around its word at `at`, around which the bytes are right.
    fn stands_at(&self, text: &str, at: usize) -> bool {
        #[cfg(test)]
        super::super::words::steps::note();
        let Some(start) = at.checked_sub(self.word) else { return false };
        let end = start + self.phrase.len();
        let stands = |start: usize, part: &str| {
            let there = text.as_bytes().get(start..start + part.len());
            there.is_some_and(|there| there.eq_ignore_ascii_case(part.as_bytes()))
        };
        (self.front.is_empty() || stands(start, self.front))
            && (self.back.is_empty() || stands(end - self.back.len(), self.back))
            && !(self.begins_word && ends_in_a_word(text, start))
            && !(self.ends_word && begins_in_a_word(text, end))
    }
}

/// Whether a letter or digit stands in front of `at`.
fn ends_in_a_word(text: &str, at: usize) -> bool {
    match at.checked_sub(1).and_then(|at| text.as_bytes().get(at)) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text[..at].ends_with(char::is_alphanumeric),
        None => false,
    }
}

/// Whether a letter or digit stands at `at`.
fn begins_in_a_word(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text[at..].starts_with(char::is_alphanumeric),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{OF_FILERS, OF_OCR};
    use super::*;

    #[test]
    fn letters_of_phrases_may_be_capital_and_nothing_else() {
        for entry in [&*OF_FILERS, &*OF_OCR].into_iter().flatten().flat_map(|table| &table.entries) {
            for eight in entry.phrase.as_bytes().chunks(8) {
                let letters = eight.iter().rev().fold(0, |bits, byte| bits << 8 | if byte.is_ascii_lowercase() { 0x20 } else { 0 });
                assert_eq!(case(head(eight)), letters, "{}", entry.phrase);
            }
        }
    }

    #[test]
    fn a_common_word_is_not_taken_for_another() {
        for table in [&*OF_FILERS, &*OF_OCR].into_iter().flatten() {
            for word in Stock::words().filter(|word| word.len() > 1) {
                let key = Key::new(word.as_bytes(), false);
                let begins = |entry: &Entry| {
                    entry.key.hash() == key.hash() && entry.key.letters() & key.letters() == entry.key.letters()
                };
                assert!(!table.may_know(key.letters()) || table.entries.iter().any(begins), "{word}");
            }
            assert!(!table.may_know(0));
        }
    }
}
