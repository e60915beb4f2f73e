//! What stands around a word of a phrase, as far as sixteen bytes tell: compared at once, small letters or capital.

use crate::narrative::block::{case, head};

/// Eight bytes in front of a place and the eight that begin there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around([u64; 2]);

/// What stands around the word of a phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    bytes: Around,
    /// The bits in which small and capital letters differ, for the letters among them.
    case: Around,
    /// The bits of those that are of the phrase.
    counts: Around,
}

impl Around {
    /// What stands around the byte of `text` at `at`; zeros where it begins or ends.
    #[inline]
    pub(super) fn of(text: &[u8], at: usize) -> Self {
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

impl Phrase {
    /// What stands around the byte of `phrase` at `at`.
    pub(super) fn new(phrase: &[u8], at: usize) -> Self {
        let bytes = Around::of(phrase, at);
        let [before, from] = [at, phrase.len() - at].map(|length| 8 * length.min(8));
        let counts = |bits: usize| if bits == 0 { 0 } else { u64::MAX >> (64 - bits) };
        let counts = Around([!counts(64 - before), counts(from)]);
        Self { bytes, case: Around(bytes.0.map(case)), counts }
    }

    /// Whether it stands there, as far as these bytes tell.
    #[inline]
    pub(super) fn fits(&self, there: Around) -> bool {
        let other = |half: usize| ((there.0[half] | self.case.0[half]) ^ self.bytes.0[half]) & self.counts.0[half];
        other(0) | other(1) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_fits_around_its_word_in_any_case() {
        let phrase = Phrase::new(b"was not a covered entity", 10);
        for text in ["was not a covered entity", "It WAS NOT A COVERED ENTITY, he said", "was not a Covered entities"] {
            let at = text.to_lowercase().find("covered").unwrap();
            assert!(phrase.fits(Around::of(text.as_bytes(), at)), "{text}");
        }
        for (text, at) in
            [("covered entity", 0), ("was not  covered entity", 9), ("was not a covered", 10), ("was not a\0covered entity", 10)]
        {
            assert!(!phrase.fits(Around::of(text.as_bytes(), at)), "{text}");
        }
    }

    #[test]
    fn no_phrase_has_what_would_be_taken_for_a_letter() {
        let phrases = crate::narrative::statements::ALL.iter().flat_map(|statement| statement.any);
        let words = crate::narrative::anchors::WORDS.iter().map(|(word, _)| word);
        assert!(phrases.chain(words).all(|phrase| !phrase.contains(['`', '{', '|', '}', '~', '\u{7f}'])));
    }
}
