//! Lists of words, each found at once whatever its length.

use super::block::{case, head, places};

/// A list of words in lower case.
pub(super) struct Among<const N: usize> {
    words: [&'static str; N],
    /// The first eight bytes of each.
    heads: [Eight; N],
    /// The last eight of each that is longer.
    tails: [Eight; N],
    /// By the hash of how it begins, or behind that: one more than the place of a word, or nothing.
    slots: [u8; SLOTS],
    /// By the lower five bits of the first letter: which words begin so.
    begin: [u64; 32],
    /// By the same: how long they are, a bit for each length.
    lengths: [u32; 32],
}

/// Twice as many as there can be words, so that most searches end at once.
const SLOTS: usize = 128;

/// Makes letters small; other bytes of words have this bit already.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The slot of a word that begins so.
const fn slot(head: u64) -> usize {
    ((head | SMALL).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 57) as usize
}

/// Eight bytes of a word.
#[derive(Clone, Copy)]
struct Eight {
    bytes: u64,
    /// The bits in which small and capital letters differ, for the letters among them.
    case: u64,
}

impl Eight {
    const NONE: Self = Self { bytes: 0, case: 0 };

    /// Those from `start` on; zeros behind the end.
    const fn of(word: &[u8], start: usize) -> Self {
        let mut bytes = [0; 8];
        let mut at = 0;
        while start + at < word.len() && at < bytes.len() {
            bytes[at] = word[start + at];
            assert!(!matches!(bytes[at], b'`' | b'{'..=b'\x7f'), "would be taken for a letter");
            at += 1;
        }
        let bytes = u64::from_le_bytes(bytes);
        Self { bytes, case: case(bytes) }
    }

    /// Whether `there` is the same in any case.
    #[inline]
    fn is(self, there: u64) -> bool {
        there | self.case == self.bytes
    }
}

impl<const N: usize> Among<N> {
    /// A list of at most 64 words.
    pub(super) const fn new(words: [&'static str; N]) -> Self {
        assert!(N <= 64, "one bit a word");
        let (mut slots, mut begin, mut lengths) = ([0; SLOTS], [0; 32], [0; 32]);
        let (mut heads, mut tails) = ([Eight::NONE; N], [Eight::NONE; N]);
        let mut at = 0;
        while at < N {
            let word = words[at].as_bytes();
            let first = (word[0] & 31) as usize;
            begin[first] |= 1 << at;
            assert!(word.len() <= 16, "all of it is in its head and its tail");
            heads[at] = Eight::of(word, 0);
            if word.len() > 8 {
                tails[at] = Eight::of(word, word.len() - 8);
            }
            lengths[first] |= 1 << word.len();
            let mut free = slot(heads[at].bytes);
            while slots[free] != 0 {
                free = (free + 1) % SLOTS;
            }
            at += 1;
            // At most 64.
            slots[free] = at.to_le_bytes()[0];
        }
        Self { words, heads, tails, slots, begin, lengths }
    }

    /// The words.
    #[cfg(test)]
    pub(super) fn words(&self) -> &[&'static str] {
        &self.words
    }

    /// Which words begin with the letter with which `word` does.
    #[inline]
    fn beginning_like(&self, word: &str) -> u64 {
        word.as_bytes().first().map_or(0, |first| self.begin[usize::from(first & 31)])
    }

    /// The place of `word` itself, in any case.
    #[inline]
    pub(super) fn position(&self, word: &str) -> Option<usize> {
        if self.may_hold(word) { self.look_up(word) } else { None }
    }

    /// Whether one of the same length begins like `word`: of most words of a text, none does.
    #[inline]
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let lengths = word.as_bytes().first().map_or(0, |first| self.lengths[usize::from(first & 31)]);
        u32::try_from(word.len()).is_ok_and(|length| lengths.checked_shr(length).unwrap_or(0) & 1 == 1)
    }

    #[inline(never)]
    fn look_up(&self, word: &str) -> Option<usize> {
        let head = head(word.as_bytes());
        // A shorter word is all head.
        let tail = if word.len() > 8 { word.as_bytes().last_chunk().map_or(0, |tail| u64::from_le_bytes(*tail)) } else { 0 };
        let mut slot = slot(head);
        while let Some(at) = usize::from(self.slots[slot]).checked_sub(1) {
            if self.words[at].len() == word.len() && self.heads[at].is(head) && self.tails[at].is(tail) {
                return Some(at);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    /// The place of `word` itself, or of the word of which it is the plural.
    pub(super) fn noun(&self, word: &str) -> Option<usize> {
        self.position(word).or_else(|| self.position(word.strip_suffix('s')?))
    }

    /// Whether `word` begins with one of them, in any case.
    pub(super) fn begins(&self, word: &str) -> bool {
        let own = word.as_bytes();
        places(self.beginning_like(word))
            .any(|at| own.get(..self.words[at].len()).is_some_and(|own| own.eq_ignore_ascii_case(self.words[at].as_bytes())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_list_is_found_and_no_other() {
        static LIST: Among<6> = Among::new(["individual", "individuals", "a", "p.c", "e", "individually"]);
        for (at, word) in LIST.words.iter().enumerate() {
            assert_eq!((LIST.position(word), LIST.position(&word.to_uppercase())), (Some(at), Some(at)), "{word}");
        }
        for other in ["", "b", "individua", "individualist", "p,c", "P\u{0e}C", "\u{e9}"] {
            assert_eq!(LIST.position(other), None, "{other}");
        }
        assert_eq!((LIST.noun("es"), LIST.noun("individuals"), LIST.noun("s")), (Some(4), Some(1), None));
        assert!(LIST.begins("Individualist") && LIST.begins("P.C.") && !LIST.begins("person"));
    }
}
