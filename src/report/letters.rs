//! A short text, and where its words are. It is not copied where enough bytes stand behind it, and as many are always looked at: how long a text
//! is, no processor foresees. Written so that the compiler does sixteen bytes in a step.

use wide::u8x16;

use crate::source::steps::ones_then_zeros;

/// Bytes of the longest such text. Most names have fewer.
pub(super) const LONGEST: usize = 64;
/// Bytes of a word that are read as one number.
const EIGHT: usize = 8;
/// Bytes of the longest word that is copied in one step.
pub(super) const SIXTEEN: usize = 16;
/// Bytes of a step.
const STEP: usize = 16;
/// What is said to stand behind a text: printable, and nothing that is looked for.
const FILL: u8 = b'~';
/// A letter of ASCII in lower case has this bit, and so has a digit.
const SMALL: u8 = 0x20;
/// Bytes that are taken, whatever stands behind the text.
pub(crate) const ROOM: usize = LONGEST + SIXTEEN;

/// Bytes of which those that are letters are read as small ones.
#[derive(Clone, Copy)]
pub(super) struct Small<'t>(pub(super) &'t [u8; ROOM]);

/// The text, with anything behind it.
pub(super) struct Letters<'t> {
    bytes: &'t [u8; ROOM],
    length: usize,
    /// A bit for each letter or digit of ASCII, the first lowest.
    words: u64,
    /// What stands in the text, as bits.
    found: u8,
}

static KEPT: [u8; 2 * LONGEST] = ones_then_zeros();

/// `text` with room behind it; of a longer one the beginning.
pub(super) fn roomy(text: &str) -> [u8; ROOM] {
    let mut bytes = [FILL; ROOM];
    let length = text.len().min(ROOM);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    bytes
}

/// Anything but printable ASCII.
const STRANGE: u8 = 1;
/// A letter in lower case, which has this bit.
const LOWER: u8 = SMALL;
/// An apostrophe or a grave accent.
const APOSTROPHE: u8 = 1 << 2;

impl<'t> Letters<'t> {
    /// The letters of the text of `length` bytes with which `bytes` begin; none of a longer one.
    #[inline]
    pub(super) fn of(bytes: &'t [u8; ROOM], length: usize) -> Option<Self> {
        let kept = KEPT.get(LONGEST.checked_sub(length)?..)?;
        // What is asked of each byte by itself is asked of sixteen at once.
        let (mut words, mut found) = (0, [0; STEP]);
        let steps = bytes.as_chunks::<STEP>().0.iter().zip(kept.as_chunks::<STEP>().0).take(LONGEST / STEP);
        for ((part, kept), at) in steps.zip((0_u32..).step_by(STEP)) {
            let mut word = [0; STEP];
            for (((byte, kept), word), found) in part.iter().zip(kept).zip(&mut word).zip(&mut found) {
                let is_letter = (byte | SMALL).wrapping_sub(b'a') < 26;
                let is_apostrophe = matches!(*byte, b'\'' | b'`');
                let strange = if byte.wrapping_sub(b' ') < 95 { 0 } else { STRANGE };
                *found |= (strange | if is_letter { byte & LOWER } else { 0 } | if is_apostrophe { APOSTROPHE } else { 0 }) & kept;
                *word = if is_letter | (byte.wrapping_sub(b'0') < 10) { *kept } else { 0 };
            }
            words |= u64::from(u8x16::new(word).to_bitmask()) << at;
        }
        // Halves are joined until one byte is left.
        let found = u128::from_ne_bytes(found);
        let found = [64, 32, 16, 8].into_iter().fold(found, |found, half| found | found >> half).to_le_bytes()[0];
        Some(Self { bytes, length, words, found })
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

    /// The byte at `at`; a tilde behind the text.
    #[inline]
    pub(super) fn byte(&self, at: usize) -> u8 {
        if at < self.length { self.bytes.get(at).copied().unwrap_or(FILL) } else { FILL }
    }

    /// Whether a comma stands between the word at `start` and the word in front of it.
    pub(super) fn comma_in_front(&self, start: usize) -> bool {
        self.part(0, start).iter().rev().take_while(|byte| !byte.is_ascii_alphanumeric()).any(|byte| *byte == b',')
    }

    /// The bytes of `start..end`.
    #[inline]
    fn part(&self, start: usize, end: usize) -> &[u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }

    /// The word `start..end` in small letters.
    pub(super) fn small(&self, start: usize, end: usize) -> Vec<u8> {
        self.part(start, end).to_ascii_lowercase()
    }

    /// The text in small letters, with anything behind it.
    #[inline]
    pub(super) fn in_small(&self) -> Small<'t> {
        Small(self.bytes)
    }
}

impl Small<'_> {
    /// The first eight bytes of the word `start..end` as a number, the first highest; with zeros behind fewer.
    #[inline]
    pub(super) fn first(self, start: usize, end: usize) -> u64 {
        let missing = 8 * EIGHT.saturating_sub(end - start);
        self.eight(start) >> missing << missing
    }

    /// The last eight bytes of the word `start..end`, which has at least as many, as a number, the first highest.
    #[inline]
    pub(super) fn last(self, start: usize, end: usize) -> u64 {
        self.eight(end - EIGHT.min(end - start))
    }

    /// Eight bytes from `start` on. A word begins in the first sixty-four bytes.
    #[inline]
    fn eight(self, start: usize) -> u64 {
        let eight = self.0[start % LONGEST..].first_chunk();
        eight.map_or(0, |eight| u64::from_be_bytes(*eight) | u64::from_be_bytes([SMALL; EIGHT]))
    }

    /// Sixteen bytes from `start` on, where a word begins. What is no letter may be another byte.
    #[inline]
    pub(super) fn sixteen(self, start: usize) -> [u8; SIXTEEN] {
        let sixteen = self.0[start % LONGEST..].first_chunk();
        sixteen.map_or([0; SIXTEEN], |sixteen| (u128::from_ne_bytes(*sixteen) | u128::from_ne_bytes([SMALL; SIXTEEN])).to_ne_bytes())
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
                let room = roomy(&text);
                let letters = Letters::of(&room, text.len()).expect("short enough");
                let expected: Vec<String> = text
                    .split(|letter: char| !letter.is_ascii_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .map(str::to_lowercase)
                    .collect();
                let found: Vec<Vec<u8>> = letters.words().map(|(start, end)| letters.small(start, end)).collect();
                assert_eq!(found, expected.iter().map(|word| word.as_bytes().to_vec()).collect::<Vec<_>>(), "{text}");
                assert_eq!((letters.is_strange(), letters.is_doubled(), letters.has_apostrophe()), (false, false, false), "{text}");
            }
        }
        assert!(Letters::of(&[b'a'; ROOM], LONGEST + 1).is_none());
    }

    #[test]
    fn what_is_unusual_is_noted_wherever_it_stands() {
        for at in 0..LONGEST - 1 {
            let with = |what: &str| {
                // What stands behind the text is none of it.
                let text = format!("{}{what}", "A".repeat(at));
                let room = roomy(&format!("{text}\u{e9}  z'{}", "\t".repeat(ROOM)));
                let letters = Letters::of(&room, text.len())?;
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
