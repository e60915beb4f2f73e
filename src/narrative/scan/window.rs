//! A text in blocks, each with a look into the next: which bytes belong to words, and letters without their case.

use wide::u8x16;

use crate::narrative::block::{BLOCK, block, digits, letters};

/// One block, and the next.
pub(super) struct Window<'t> {
    text: &'t [u8],
    /// Where the next block begins in the text.
    next: usize,
    /// Bytes of ASCII words and numbers: of the block, and of the next.
    pub(super) words: [u64; 2],
    /// Digits of both.
    pub(super) digits: [u64; 2],
    /// The lower five bits of the letters and digits of both, in which small and capital letters are alike; other bytes are zero.
    /// Behind them are four that are always zero.
    folded: [u8; 2 * BLOCK + 4],
}

impl<'t> Window<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        let mut window = Self { text, next: 0, words: [0; 2], digits: [0; 2], folded: [0; 2 * BLOCK + 4] };
        window.look();
        window.advance();
        window
    }

    /// Goes on by one block.
    pub(super) fn advance(&mut self) {
        (self.words[0], self.digits[0]) = (self.words[1], self.digits[1]);
        self.folded.copy_within(BLOCK..2 * BLOCK, 0);
        self.look();
    }

    /// A place where no letters are.
    pub(super) const NOTHING: u32 = 128;

    /// The letters of the four bytes at `bit` of the block.
    #[inline]
    pub(super) fn four(&self, bit: u32) -> u32 {
        let bit = bit.min(Self::NOTHING) as usize;
        u32::from_le_bytes([self.folded[bit], self.folded[bit + 1], self.folded[bit + 2], self.folded[bit + 3]])
    }

    /// Reads the next block.
    #[inline]
    fn look(&mut self) {
        let bytes = block(self.text, self.next);
        self.next += BLOCK;
        self.words[1] = 0;
        self.digits[1] = 0;
        for (lane, sixteen) in bytes.as_chunks::<16>().0.iter().enumerate() {
            let here = u8x16::new(*sixteen);
            let digit = digits(here);
            let word = digit | letters(here);
            self.words[1] |= u64::from(word.to_bitmask()) << (16 * lane);
            self.digits[1] |= u64::from(digit.to_bitmask()) << (16 * lane);
            let folded = here & u8x16::splat(0x1f) & word;
            self.folded[BLOCK + 16 * lane..][..16].copy_from_slice(&folded.to_array());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_told_over_the_ends_of_blocks() {
        let text: Vec<u8> = (0..=255).chain(b"Word".iter().copied().cycle().take(90)).collect();
        let mut window = Window::new(&text);
        for start in (0..text.len()).step_by(BLOCK) {
            for bit in 0..BLOCK {
                let there = |at: usize| text.get(start + at).copied().unwrap_or(0);
                for (half, at) in [bit, bit + BLOCK].into_iter().enumerate() {
                    assert_eq!(window.words[half] >> bit & 1 == 1, there(at).is_ascii_alphanumeric());
                    assert_eq!(window.digits[half] >> bit & 1 == 1, there(at).is_ascii_digit());
                }
                let folded = |at: usize| if there(at).is_ascii_alphanumeric() { there(at) & 0x1f } else { 0 };
                let four = window.four(u32::try_from(bit).unwrap());
                assert_eq!(four, u32::from_le_bytes([folded(bit), folded(bit + 1), folded(bit + 2), folded(bit + 3)]));
            }
            assert_eq!(window.four(Window::NOTHING), 0);
            window.advance();
        }
    }
}
