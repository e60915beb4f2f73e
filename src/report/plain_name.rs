//! Short names in ASCII without anything that joins or explains their words, as most names are: the words that count, one after another.

use super::letters::{EIGHT, LONGEST, Letters, runs};
use super::word::{Known, Says, known};

/// Words that count in such a name at most.
const MOST: usize = 12;

/// A word of a name.
#[derive(Clone, Copy)]
pub(super) struct Word {
    start: usize,
    end: usize,
    /// What is known of it.
    pub(super) known: Known,
}

impl Word {
    /// A bit for each of its letters, at its place in the name.
    #[inline]
    pub(super) fn bits(&self) -> u64 {
        // All bits below its end, but those below its start; of a word that ends at the last bit, the first of both is nothing, less one.
        (2_u64 << ((self.end - 1) % LONGEST)).wrapping_sub(1 << (self.start % LONGEST))
    }
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
        let known = known(letters.part(start, end), first);
        let counts = match known.says {
            Says::Plain => true,
            Says::FormIfMarked => behind != b'.' && !letters.comma_in_front(start),
            Says::Form | Says::Filler | Says::Between => false,
            Says::As | Says::Doctor => return false,
        };
        if counts {
            visit(Word { start, end, known });
            any = true;
        }
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

/// Bytes of a folded name, and of what may be put behind it.
const ROOM: usize = LONGEST + EIGHT + 24;

/// The folded form of a name.
#[derive(Debug, Clone)]
pub(super) struct Folded {
    bytes: [u8; ROOM],
    length: usize,
}

impl Default for Folded {
    fn default() -> Self {
        Self { bytes: [0; ROOM], length: 0 }
    }
}

impl Folded {
    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Puts `more` behind it. False where there is no room.
    pub(super) fn put(&mut self, more: &[u8]) -> bool {
        let end = self.length + more.len();
        let room = self.bytes.get_mut(self.length..end);
        let fits = room.is_some();
        if let Some(room) = room {
            room.copy_from_slice(more);
            self.length = end;
        }
        fits
    }

    /// Folds `name` anew: its words in their order, each once, with a space between. False where it must be looked at more closely.
    pub(super) fn fold(&mut self, name: &str) -> bool {
        let Some(letters) = Letters::of(name) else { return false };
        let mut counting = 0;
        each_word(&letters, |word| counting |= word.bits()) && self.put_in_order(&letters, counting)
    }

    /// The same for a name of which is known which letters count: those of [`Word::bits`].
    pub(super) fn fold_known(&mut self, name: &str, counting: u64) -> bool {
        Letters::of(name).is_some_and(|letters| self.put_in_order(&letters, counting))
    }

    fn put_in_order(&mut self, letters: &Letters, counting: u64) -> bool {
        let (mut words, mut count) = ([Placed::default(); MOST], 0);
        for (start, end) in runs(counting) {
            // There are few words: each goes where it belongs as soon as it comes.
            let new = Placed::of(letters, start, end);
            let mut at = count;
            if at == MOST {
                return false;
            }
            while at > 0 && new.is_before(&words[at - 1], letters) {
                words[at] = words[at - 1];
                at -= 1;
            }
            words[at] = new;
            count += 1;
        }
        self.length = 0;
        let mut last: &[u8] = &[];
        for word in words.iter().take(count) {
            let said = letters.part(word.start.into(), word.end.into());
            if said == last {
                continue;
            }
            if self.length > 0 {
                self.bytes[self.length] = b' ';
                self.length += 1;
            }
            // Eight bytes at a time, for which there is room behind both; the next word is written over what is too much.
            for (from, to) in (usize::from(word.start)..word.end.into()).step_by(EIGHT).zip((self.length..).step_by(EIGHT)) {
                self.bytes[to..to + EIGHT].copy_from_slice(letters.eight(from));
            }
            self.length += said.len();
            last = said;
        }
        true
    }
}

/// Where a word of a name stands.
#[derive(Clone, Copy, Default)]
struct Placed {
    /// Its first eight letters as a number.
    first: u64,
    start: u8,
    end: u8,
}

impl Placed {
    fn of(letters: &Letters, start: usize, end: usize) -> Self {
        let place = |at: usize| u8::try_from(at).unwrap_or(u8::MAX);
        Self { first: letters.first(start, end), start: place(start), end: place(end) }
    }

    fn is_before(self, other: &Self, letters: &Letters) -> bool {
        let part = |word: &Self| letters.part(word.start.into(), word.end.into());
        self.first < other.first || (self.first == other.first && part(&self) < part(other))
    }
}
