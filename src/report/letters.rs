//! A short text as one block of small letters, and where its words are. Written so that the compiler does sixteen bytes in a step.

use wide::u8x16;

/// Bytes of the longest such text. Most names have fewer.
pub(super) const LONGEST: usize = 64;
/// Bytes of a word that are read as one number.
const EIGHT: usize = 8;
/// Bytes of the longest word that is copied in one step.
pub(super) const SIXTEEN: usize = 16;
/// Bytes of a step.
const STEP: usize = 16;
/// What stands behind a shorter text: printable, and nothing that is looked for.
const FILL: u8 = b'~';

/// The text in small letters, with tildes behind it.
pub(super) struct Small {
    bytes: [u8; LONGEST + SIXTEEN],
}

/// The text, and where its words are.
pub(super) struct Letters {
    small: Small,
    length: usize,
    /// A bit for each letter or digit of ASCII, the first lowest.
    words: u64,
    /// What stands in the text, as bits.
    found: u8,
}

/// Anything but printable ASCII.
const STRANGE: u8 = 1;
/// A letter in lower case.
const LOWER: u8 = 1 << 1;
/// An apostrophe or a grave accent.
const APOSTROPHE: u8 = 1 << 2;

impl Small {
    /// The small letters of `text`; none of a longer one.
    #[inline]
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut bytes = [FILL; LONGEST + SIXTEEN];
        bytes.get_mut(..text.len()).filter(|_| text.len() <= LONGEST)?.copy_from_slice(text.as_bytes());
        bytes.as_chunks_mut::<STEP>().0.iter_mut().take(text.len().div_ceil(STEP)).for_each(|part| part.make_ascii_lowercase());
        Some(Self { bytes })
    }

    /// The first eight bytes of the word `start..end` as a number, the first highest; with zeros behind fewer.
    #[inline]
    pub(super) fn first(&self, start: usize, end: usize) -> u64 {
        let missing = 8 * EIGHT.saturating_sub(end - start);
        // A word begins in the first sixty-four bytes.
        let eight = self.bytes[start % LONGEST..].first_chunk();
        eight.map_or(0, |eight| u64::from_be_bytes(*eight)) >> missing << missing
    }

    /// Sixteen bytes from `start` on, where a word begins.
    #[inline]
    pub(super) fn sixteen(&self, start: usize) -> [u8; SIXTEEN] {
        self.bytes[start % LONGEST..].first_chunk().copied().unwrap_or_default()
    }
}

impl Letters {
    /// The letters of `text`; none of a longer one.
    #[inline]
    pub(super) fn of(text: &str) -> Option<Self> {
        let length = text.len();
        if length > LONGEST {
            return None;
        }
        let mut bytes = [FILL; LONGEST + SIXTEEN];
        bytes[..length].copy_from_slice(text.as_bytes());
        // What is asked of each byte by itself is asked of sixteen at once.
        let (mut words, mut found) = (0, [0; STEP]);
        for (part, at) in bytes.as_chunks_mut::<STEP>().0.iter_mut().take(length.div_ceil(STEP)).zip((0_u32..).step_by(STEP)) {
            let mut word = [0; STEP];
            for ((byte, word), found) in part.iter_mut().zip(&mut word).zip(&mut found) {
                let (is_upper, is_lower) = (byte.wrapping_sub(b'A') < 26, byte.wrapping_sub(b'a') < 26);
                let is_apostrophe = matches!(*byte, b'\'' | b'`');
                *found |= if byte.wrapping_sub(b' ') < 95 { 0 } else { STRANGE };
                *found |= if is_lower { LOWER } else { 0 } | if is_apostrophe { APOSTROPHE } else { 0 };
                *word = if is_upper | is_lower | (byte.wrapping_sub(b'0') < 10) { u8::MAX } else { 0 };
                *byte |= if is_upper { 32 } else { 0 };
            }
            words |= u64::from(u8x16::new(word).to_bitmask()) << at;
        }
        let found = found.iter().fold(0, |all, found| all | found);
        Some(Self { small: Small { bytes }, length, words, found })
    }

    /// The text in small letters.
    #[inline]
    pub(super) fn small(&self) -> &Small {
        &self.small
    }

    /// Whether anything but printable ASCII stands in it.
    #[inline]
    pub(super) fn is_strange(&self) -> bool {
        self.found & STRANGE != 0
    }

    /// Whether a letter in lower case stands in it.
    #[inline]
    pub(super) fn has_lower_case(&self) -> bool {
        self.found & LOWER != 0
    }

    /// Whether an apostrophe or a grave accent stands in it.
    #[inline]
    pub(super) fn has_apostrophe(&self) -> bool {
        self.found & APOSTROPHE != 0
    }

    /// Whether two spaces stand side by side.
    #[inline]
    pub(super) fn is_doubled(&self) -> bool {
        let between = !self.words & 1_u64.checked_shl(self.length.try_into().unwrap_or(0)).unwrap_or(0).wrapping_sub(1);
        let mut pairs = between & between >> 1;
        while pairs != 0 {
            let at = pairs.trailing_zeros() as usize;
            if (self.byte(at), self.byte(at + 1)) == (b' ', b' ') {
                return true;
            }
            pairs &= pairs - 1;
        }
        false
    }

    /// A bit for each letter or digit, the first lowest.
    #[inline]
    pub(super) fn in_words(&self) -> u64 {
        self.words
    }

    /// Where each word begins and ends.
    #[inline]
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, usize)> {
        runs(self.words)
    }

    /// The byte at `at`, a letter in lower case; a tilde behind the text.
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.small.bytes.get(at).copied().unwrap_or(FILL)
    }

    /// Whether a comma stands between the word at `start` and the word in front of it.
    pub(super) fn comma_in_front(&self, start: usize) -> bool {
        self.part(0, start).iter().rev().take_while(|byte| !byte.is_ascii_alphanumeric()).any(|byte| *byte == b',')
    }

    /// The bytes of `start..end`.
    #[inline]
    pub(super) fn part(&self, start: usize, end: usize) -> &[u8] {
        self.small.bytes.get(start..end).unwrap_or_default()
    }
}

/// Where each run of ones in `bits` begins and ends, from the lowest on.
#[inline]
pub(super) fn runs(bits: u64) -> impl Iterator<Item = (usize, usize)> {
    let mut left = bits;
    std::iter::from_fn(move || {
        let start = (left != 0).then(|| left.trailing_zeros())?;
        let end = start + (left >> start).trailing_ones();
        // What is added to the lowest run of ones carries over all of it.
        left &= left.wrapping_add(1 << start);
        Some((start as usize, end as usize))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_letters_and_digits_do() {
        for length in 0..=LONGEST {
            for letter in ['a', 'Z', '9', ' ', '.', '/', '{', '@'] {
                let text: String = (0..length).map(|at| if at % 3 == 0 { letter } else { 'x' }).collect();
                let letters = Letters::of(&text).expect("short enough");
                let expected: Vec<String> = text
                    .split(|letter: char| !letter.is_ascii_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .map(str::to_lowercase)
                    .collect();
                let found: Vec<&[u8]> = letters.words().map(|(start, end)| letters.part(start, end)).collect();
                assert_eq!(found, expected.iter().map(String::as_bytes).collect::<Vec<_>>(), "{text}");
                assert_eq!((letters.is_strange(), letters.is_doubled(), letters.has_apostrophe()), (false, false, false), "{text}");
            }
        }
        assert!(Letters::of(&"a".repeat(LONGEST + 1)).is_none());
    }

    #[test]
    fn what_is_unusual_is_noted_wherever_it_stands() {
        for at in 0..LONGEST - 1 {
            let with = |what: &str| {
                let letters = Letters::of(&format!("{}{what}", "A".repeat(at)))?;
                Some((letters.is_strange(), letters.has_lower_case(), letters.is_doubled(), letters.has_apostrophe()))
            };
            for (what, expected) in [
                ("\0", Some((true, false, false, false))),
                ("\t", Some((true, false, false, false))),
                ("\u{7f}", Some((true, false, false, false))),
                ("z", Some((false, true, false, false))),
                ("  ", Some((false, false, true, false))),
                ("'", Some((false, false, false, true))),
                ("`", Some((false, false, false, true))),
            ] {
                assert_eq!(with(what).filter(|_| at + what.len() <= LONGEST), expected, "{what:?} at {at}");
            }
        }
    }
}
