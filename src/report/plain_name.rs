//! Short names in ASCII without anything that joins or explains their words, as most names are: the words that count, one after another.

use super::letters::{LONGEST, Letters, SIXTEEN, Small, roomy, runs};
use super::word::{self, Known, Says};

/// Words that count in such a name at most.
const MOST: usize = 12;
/// Room for them, a power of two.
const PLACES: usize = 16;

/// Gives what is known of each word of a name that counts, in small letters. Returns a bit for each letter of these words; none where the name must be
/// looked at more closely.
#[inline]
pub(super) fn each_word(letters: &Letters<'_>, mut visit: impl FnMut(Known)) -> Option<u64> {
    if letters.is_strange() || letters.has_apostrophe() {
        return None;
    }
    let mut counting = letters.in_words();
    for (start, end) in letters.words() {
        let behind = letters.byte(end);
        // Behind a single letter these may join.
        if end == start + 1 && matches!(behind, b'.' | b'/') {
            return None;
        }
        let known = known_in(letters, start, end);
        // Nearly every word says something of its own.
        if known.says == Says::Plain || counts(letters, start, behind, known.says)? {
            visit(known);
        } else {
            // A word's first letter carries over all others of it.
            counting &= counting.wrapping_add(1 << (start % LONGEST));
        }
    }
    // A name of nothing but legal forms keeps them.
    Some(counting).filter(|&counting| counting != 0)
}

/// Whether a word counts that begins at `start` and says something else than itself; none where the name must be looked at more closely.
#[inline(never)]
fn counts(letters: &Letters<'_>, start: usize, behind: u8, says: Says) -> Option<bool> {
    match says {
        Says::As | Says::Doctor => None,
        Says::FormIfMarked => Some(behind != b'.' && !letters.comma_in_front(start)),
        Says::Plain => Some(true),
        Says::Form | Says::Filler | Says::Between => Some(false),
    }
}

/// What is known of the word `start..end`.
#[inline]
pub(super) fn known_in(letters: &Letters<'_>, start: usize, end: usize) -> Known {
    let first = letters.in_small().first(start, end);
    match end - start {
        0..=8 => word::short(first),
        length @ 9..=SIXTEEN => word::medium(first, letters.in_small().last(start, end), length),
        _ => word::long(&letters.small(start, end), first),
    }
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
    let room = roomy(name);
    let letters = Letters::of(&room, name.len())?;
    let mut key = Key::default();
    each_word(&letters, |word| key.add(word.hash)).and_then(|_| key.get())
}

/// Bytes of a folded name, and of what may be put behind it.
const ROOM: usize = LONGEST + SIXTEEN + 16;

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
        let room = roomy(name);
        let Some(letters) = Letters::of(&room, name.len()) else { return false };
        each_word(&letters, |_| ()).is_some_and(|counting| self.put_in_order(letters.in_small(), counting))
    }

    /// The same for a name of which is known which letters count, by [`each_word`].
    pub(super) fn fold_known(&mut self, name: &str, counting: u64) -> bool {
        name.len() <= LONGEST && self.put_in_order(Small(&roomy(name)), counting)
    }

    /// Words are put in order by their first eight letters. Where these do not tell two words apart, or a word has more than sixteen letters, the name
    /// must be looked at more closely.
    fn put_in_order(&mut self, letters: Small<'_>, counting: u64) -> bool {
        let (mut words, mut firsts, mut places) = ([(0, 0); PLACES], [0; PLACES], [0_u8; PLACES]);
        let short = |at: usize| u8::try_from(at).unwrap_or(0);
        let mut count = 0;
        for (start, end) in runs(counting) {
            if count == MOST || end - start > SIXTEEN {
                return false;
            }
            let first = letters.first(start, end);
            // There are few: to compare each with all is sooner done than to find out with which it need not be.
            let (mut place, mut alike) = (0_u8, false);
            for (other, its) in firsts[..count].iter().zip(&mut places) {
                alike |= *other == first;
                place += u8::from(*other < first);
                *its += u8::from(*other > first);
            }
            if alike {
                return false;
            }
            (words[count], firsts[count], places[count]) = ((short(start), short(end)), first, place);
            count += 1;
        }
        let mut ordered = [(0, 0); PLACES];
        for (word, place) in words.iter().zip(places).take(count) {
            ordered[usize::from(place) % PLACES] = *word;
        }
        self.length = 0;
        for (start, end) in ordered[..count].iter().map(|&(start, end)| (usize::from(start), usize::from(end))) {
            if self.length > 0 {
                self.bytes[self.length] = b' ';
                self.length += 1;
            }
            // The next word is written over what stands behind this one.
            self.bytes[self.length..self.length + SIXTEEN].copy_from_slice(&letters.sixteen(start));
            self.length += end - start;
        }
        true
    }
}
