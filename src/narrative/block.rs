//! Sixty-four bytes at a time: which of them are letters or digits. Written so that the compiler does it sixteen bytes in a step.

use wide::u8x16;

/// Bytes in a block.
pub(super) const BLOCK: usize = 64;

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

/// The block of `text` that begins at `start`.
pub(super) fn block(text: &[u8], start: usize) -> [u8; BLOCK] {
    first(text, start)
}

/// A bit for each byte of `block` that is of a class, the first byte lowest.
#[inline]
pub(super) fn mask(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    let mut there = [0_u8; BLOCK];
    for (there, byte) in there.iter_mut().zip(block) {
        *there = if is(*byte) { u8::MAX } else { 0 };
    }
    bits(&there)
}

/// ASCII letters and digits.
#[inline]
pub(super) fn is_word(byte: u8) -> bool {
    is_digit(byte) | ((byte | 0x20).wrapping_sub(b'a') < 26)
}

/// Bytes of characters that are not ASCII.
#[inline]
pub(super) fn is_wide(byte: u8) -> bool {
    byte >= 0x80
}

/// ASCII digits.
#[inline]
pub(super) fn is_digit(byte: u8) -> bool {
    byte.wrapping_sub(b'0') < 10
}

/// Those bits of `mask` before which there is none; `before` is the mask of the block before.
pub(super) fn begins(mask: u64, before: u64) -> u64 {
    mask & !(mask << 1 | before >> (BLOCK - 1))
}

/// The places of the bits that are set, the lowest first.
pub(super) fn places(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(lowest)
    })
}

/// The highest bit of each byte, side by side.
#[inline]
fn bits(bytes: &[u8; BLOCK]) -> u64 {
    bytes.as_chunks::<16>().0.iter().rev().fold(0, |mask, sixteen| mask << 16 | u64::from(u8x16::new(*sixteen).to_bitmask()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_its_bit() {
        let text: Vec<u8> = (0..=255).collect();
        for start in (0..260).step_by(7) {
            let block = block(&text, start);
            let (word, digit) = (mask(&block, is_word), mask(&block, is_digit));
            for at in 0..BLOCK {
                let byte = text.get(start + at).copied().unwrap_or(0);
                assert_eq!(word >> at & 1 == 1, byte.is_ascii_alphanumeric(), "{byte} at {at}");
                assert_eq!(digit >> at & 1 == 1, byte.is_ascii_digit(), "{byte} at {at}");
            }
        }
        assert_eq!(places(begins(0b1011_0111, 0)).collect::<Vec<_>>(), [0, 4, 7]);
        assert_eq!(begins(1, 1 << 63), 0);
    }
}
