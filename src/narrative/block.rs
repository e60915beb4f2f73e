//! Sixty-four bytes at a time: which of them are letters or digits.

use wide::u8x16;

pub(super) use crate::source::steps::{STEP as BLOCK, mask, places};

/// The first bytes of `text` from `start` on, zeros behind its end.
#[inline]
pub(super) fn first<const N: usize>(text: &[u8], start: usize) -> [u8; N] {
    let rest = text.get(start..).unwrap_or_default();
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut first = [0; N];
        first[..rest.len()].copy_from_slice(rest);
        first
    })
}

/// The first eight bytes of a word, zeros behind its end. Words are short, and each as long as it likes: parts of a fixed length are put
/// together.
#[inline]
pub(super) fn head(word: &[u8]) -> u64 {
    if let Some(eight) = word.first_chunk() {
        u64::from_le_bytes(*eight)
    } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (word.len() - 4))
    } else {
        word.iter().rev().fold(0, |head, &byte| head << 8 | u64::from(byte))
    }
}

/// The bits in which small and capital letters differ, for those of eight bytes that are small letters: ASCII from 0x60 on, where phrases
/// and lists of words have nothing else.
pub(super) const fn case(bytes: u64) -> u64 {
    bytes & (bytes >> 1) & !(bytes >> 2) & 0x2020_2020_2020_2020
}

/// The block of `text` that begins at `start`.
pub(super) fn block(text: &[u8], start: usize) -> [u8; BLOCK] {
    first(text, start)
}

/// Which bytes lie from `first` to `last`.
#[inline]
pub(super) fn within(bytes: u8x16, first: u8, last: u8) -> u8x16 {
    let above = bytes - u8x16::splat(first);
    above.min(u8x16::splat(last - first)).simd_eq(above)
}

/// Which are ASCII digits.
#[inline]
pub(super) fn digits(bytes: u8x16) -> u8x16 {
    within(bytes, b'0', b'9')
}

/// Which are ASCII letters.
#[inline]
pub(super) fn letters(bytes: u8x16) -> u8x16 {
    within(bytes | u8x16::splat(0x20), b'a', b'z')
}

/// Which belong to characters that are not ASCII.
#[inline]
pub(super) fn wide(bytes: u8x16) -> u8x16 {
    bytes.max(u8x16::splat(0x80)).simd_eq(bytes)
}

/// Which are `byte`.
#[inline]
pub(super) fn equal(bytes: u8x16, byte: u8) -> u8x16 {
    bytes.simd_eq(u8x16::splat(byte))
}

/// Those bits of `mask` before which there is none; `before` is the mask of the block before.
pub(super) fn begins(mask: u64, before: u64) -> u64 {
    mask & !(mask << 1 | before >> (BLOCK - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_the_first_eight_bytes() {
        let word = b"abcdefghij";
        for length in 0..=word.len() {
            assert_eq!(head(&word[..length]), u64::from_le_bytes(first(&word[..length], 0)));
        }
    }

    #[test]
    fn letters_may_be_capital_and_nothing_else() {
        for byte in (0..0x80).chain(0xc2..0xf5).filter(|byte| !b"`{|}~\x7f".contains(byte)) {
            let wanted = if byte.is_ascii_lowercase() { 0x20 } else { 0 };
            assert_eq!(case(u64::from(byte) << 24), wanted << 24, "{byte}");
        }
    }

    #[test]
    fn each_byte_has_its_bit() {
        let text: Vec<u8> = (0..=255).collect();
        for start in (0..260).step_by(7) {
            let block = block(&text, start);
            let (letter, digit) = (mask(&block, letters), mask(&block, digits));
            let (wide, seven) = (mask(&block, wide), mask(&block, |bytes| equal(bytes, b'7')));
            for at in 0..BLOCK {
                let byte = text.get(start + at).copied().unwrap_or(0);
                assert_eq!(letter >> at & 1 == 1, byte.is_ascii_alphabetic(), "{byte} at {at}");
                assert_eq!((wide >> at & 1 == 1, seven >> at & 1 == 1), (!byte.is_ascii(), byte == b'7'), "{byte} at {at}");
                assert_eq!(digit >> at & 1 == 1, byte.is_ascii_digit(), "{byte} at {at}");
            }
        }
        assert_eq!(places(begins(0b1011_0111, 0)).collect::<Vec<_>>(), [0, 4, 7]);
        assert_eq!(begins(1, 1 << 63), 0);
    }
}
