//! Short names in ASCII without anything that joins or explains their words, as most names are: the words that count, one after another.

use super::letters::Letters;
use super::word::{Known, Says, known_by};

/// Words that count in such a name at most.
const MOST: usize = 12;

/// A word of a name.
#[derive(Clone, Copy)]
pub(super) struct Word {
    /// Its first eight letters as a number.
    first: u64,
    start: usize,
    end: usize,
    /// What is known of it.
    pub(super) known: Known,
}

/// Gives each word of a name that counts, in small letters. False where the name must be looked at more closely.
#[inline]
pub(super) fn each_word(letters: &Letters, mut visit: impl FnMut(Word)) -> bool {
    if letters.is_strange() || letters.has_apostrophe() {
        return false;
    }
    let mut any = false;
    for (start, end) in letters.words() {
        let behind = letters.byte(end);
        // Behind a single letter these may join.
        if end == start + 1 && matches!(behind, b'.' | b'/') {
            return false;
        }
        let first = letters.first(start, end);
        let known = known_by(first, end - start, || letters.part(start, end));
        // Asked first, because nearly every word says something of its own.
        if known.says != Says::Plain {
            match known.says {
                Says::As | Says::Doctor => return false,
                Says::FormIfMarked if behind != b'.' && !letters.comma_in_front(start) => {}
                _ => continue,
            }
        }
        visit(Word { first, start, end, known });
        any = true;
    }
    // A name of nothing but legal forms keeps them.
    any
}

/// The number of a name, while its words come in.
#[derive(Default)]
pub(super) struct Key {
    known: [u64; MOST],
    bits: u64,
    count: usize,
    sum: u64,
}

impl Key {
    /// The number of a word of the name.
    #[inline]
    pub(super) fn add(&mut self, hash: u64) {
        // Most words have a bit of their own here, and need not be compared with those in front of them.
        let bit = 1 << (hash >> 58);
        if self.bits & bit != 0 && self.known[..self.count.min(MOST)].contains(&hash) {
            return;
        }
        self.bits |= bit;
        if let Some(free) = self.known.get_mut(self.count) {
            *free = hash;
        }
        self.count += 1;
        self.sum = self.sum.wrapping_add(hash);
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
    if each_word(&letters, |word| key.add(word.known.hash)) { key.get() } else { None }
}

/// Writes the words of `name` in their order, each once, with a space between. False where it must be looked at more closely.
pub(super) fn fold(name: &str, out: &mut Vec<u8>) -> bool {
    let Some(letters) = Letters::of(name) else { return false };
    // The first letters of each word as a number, and where it stands.
    let (mut words, mut count) = ([(0, 0, 0); MOST], 0);
    let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
    let plain = each_word(&letters, |word| {
        if let Some(free) = words.get_mut(count) {
            *free = (word.first, place(word.start), place(word.end));
        }
        count += 1;
    });
    let Some(words) = words.get_mut(..count).filter(|_| plain) else { return false };
    let part = |&(_, start, end): &(u64, u8, u8)| letters.part(start.into(), end.into());
    words.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| part(one).cmp(part(other))));
    out.clear();
    let mut last: &[u8] = &[];
    for word in words.iter().map(part) {
        if word != last {
            if !last.is_empty() {
                out.push(b' ');
            }
            out.extend_from_slice(word);
        }
        last = word;
    }
    true
}
