//! Short names in ASCII without anything that joins or explains their words, as most names are: the words that count, one after another.

use super::letters::Letters;
use super::word::{Says, hash, says};

/// Words that count in such a name at most.
const MOST: usize = 12;

/// A word: its first eight letters as a number, and where it begins and ends.
type Word = (u64, u8, u8);

/// Gives each word of a name that counts, in small letters. False where the name must be looked at more closely.
#[inline]
pub(super) fn each_word(letters: &Letters, mut visit: impl FnMut(u64, &[u8], usize)) -> bool {
    if letters.is_strange() || letters.has_apostrophe() {
        return false;
    }
    let (mut before, mut any) = (0, false);
    for (start, end) in letters.words() {
        let behind = letters.byte(end);
        // Behind a single letter these may join.
        if end == start + 1 && matches!(behind, b'.' | b'/') {
            return false;
        }
        let (first, word) = (letters.first(start, end), letters.part(start, end));
        let counts = match says(word, first) {
            Says::Plain => true,
            Says::FormIfMarked => behind != b'.' && !letters.part(before, start).contains(&b','),
            Says::Form | Says::Filler | Says::Between => false,
            Says::As | Says::Doctor => return false,
        };
        if counts {
            visit(first, word, start);
            any = true;
        }
        before = end;
    }
    // A name of nothing but legal forms keeps them.
    any
}

/// The number of a name, while its words come in.
#[derive(Default)]
pub(super) struct Key {
    known: [u64; MOST],
    count: usize,
    sum: u64,
}

impl Key {
    /// A word of the name.
    #[inline]
    pub(super) fn add(&mut self, first: u64, word: &[u8]) {
        let hash = hash(word, first);
        if self.known[..self.count.min(MOST)].iter().all(|known| *known != hash) {
            if let Some(free) = self.known.get_mut(self.count) {
                *free = hash;
            }
            self.count += 1;
            self.sum = self.sum.wrapping_add(hash);
        }
    }

    /// The number; none of a name of many words.
    #[inline]
    pub(super) fn get(&self) -> Option<u64> {
        (self.count <= MOST).then(|| self.sum.max(1))
    }
}

/// See [`super::name::NameFolder::key`]; none where the name must be looked at more closely.
pub(super) fn key(name: &str) -> Option<u64> {
    let letters = Letters::of(name)?;
    let mut key = Key::default();
    if each_word(&letters, |first, word, _| key.add(first, word)) { key.get() } else { None }
}

/// Writes the words of `name` in their order, each once, with a space between. False where it must be looked at more closely.
pub(super) fn fold(name: &str, out: &mut String) -> bool {
    let Some(letters) = Letters::of(name) else { return false };
    let (mut words, mut count): ([Word; MOST], usize) = ([(0, 0, 0); MOST], 0);
    let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
    let plain = each_word(&letters, |first, word, start| {
        if let Some(free) = words.get_mut(count) {
            *free = (first, place(start), place(start + word.len()));
        }
        count += 1;
    });
    let Some(words) = words.get_mut(..count).filter(|_| plain) else { return false };
    let part = |&(_, start, end): &Word| letters.part(start.into(), end.into());
    words.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| part(one).cmp(part(other))));
    out.clear();
    let mut last: &[u8] = &[];
    for word in words.iter().map(part) {
        if word != last {
            if !last.is_empty() {
                out.push(' ');
            }
            out.extend(word.iter().copied().map(char::from));
        }
        last = word;
    }
    true
}
