//! A text in blocks, each with a look into the next: which bytes belong to words, and letters without their case.

use wide::u8x16;

use crate::narrative::block::{BLOCK, block, digits, letters};

/// One block, and the next.
pub(super) struct Window<'t> {
    text: &'t [u8],
    /// Where the block begins in the text.
    pub(super) start: usize,
    /// Bytes of ASCII words and numbers: of the block, and of the next.
    pub(super) words: [u64; 2],
    /// Digits of both.
    pub(super) digits: [u64; 2],
    /// The lower five bits of the letters and digits of both, in which small and capital letters are alike; other bytes are zero.
    folded: [u8; 2 * BLOCK],
}

impl<'t> Window<'t> {
    pub(super) fn new(text: &'t [u8]) -> Self {
        let mut window = Self { text, start: 0, words: [0; 2], digits: [0; 2], folded: [0; 2 * BLOCK] };
        window.look(0);
        window.shift();
        window.look(BLOCK);
        window
    }

    /// Goes on by one block.
    pub(super) fn advance(&mut self) {
        self.shift();
        self.start += BLOCK;
        self.look(self.start + BLOCK);
    }

    /// The letters of the four bytes at `bit` of the block.
    #[inline]
    pub(super) fn four(&self, bit: usize) -> u32 {
        let bit = bit % BLOCK;
        u32::from_le_bytes([self.folded[bit], self.folded[bit + 1], self.folded[bit + 2], self.folded[bit + 3]])
    }

    /// The letters of the word that begins at `bit` of the block, eight at most; zeros behind its end.
    #[inline]
    pub(super) fn word(&self, bit: usize) -> u64 {
        const ONES: u64 = 0x0101_0101_0101_0101;
        let bit = bit % BLOCK;
        let eight = u64::from_le_bytes(std::array::from_fn(|at| self.folded[bit + at]));
        // The highest bit of the first byte that is zero, and everything below it.
        let end = eight.wrapping_sub(ONES) & !eight & (ONES << 7);
        eight & (end ^ end.wrapping_sub(1))
    }

    /// The next block takes the place of the block.
    fn shift(&mut self) {
        (self.words[0], self.digits[0]) = (self.words[1], self.digits[1]);
        self.folded.copy_within(BLOCK.., 0);
    }

    /// Reads the next block, which begins at `start`.
    #[inline]
    fn look(&mut self, start: usize) {
        let bytes = block(self.text, start);
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
        while window.start < text.len() {
            for bit in 0..BLOCK {
                let there = |at: usize| text.get(window.start + at).copied().unwrap_or(0);
                for (half, at) in [bit, bit + BLOCK].into_iter().enumerate() {
                    assert_eq!(window.words[half] >> bit & 1 == 1, there(at).is_ascii_alphanumeric());
                    assert_eq!(window.digits[half] >> bit & 1 == 1, there(at).is_ascii_digit());
                }
                let folded = |at: usize| if there(at).is_ascii_alphanumeric() { there(at) & 0x1f } else { 0 };
                let word: [u8; 8] = std::array::from_fn(|at| folded(bit + at));
                let length = word.iter().position(|&byte| byte == 0).unwrap_or(8);
                let word = word.iter().take(length).rev().fold(0, |all, &byte| all << 8 | u64::from(byte));
                assert_eq!(window.word(bit), word);
                assert_eq!(window.four(bit), u32::from_le_bytes([folded(bit), folded(bit + 1), folded(bit + 2), folded(bit + 3)]));
            }
            window.advance();
        }
    }
}
