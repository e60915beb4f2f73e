//! Sixty-four bytes at a time: which of them are letters or digits. Written so that the compiler does it sixteen bytes in a step.

/// Bytes in a block.
pub(super) const BLOCK: usize = 64;

/// A bit for each byte of a block, the first byte lowest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Masks {
    /// ASCII letters and digits.
    pub(super) word: u64,
    /// ASCII digits.
    pub(super) digit: u64,
}

/// The masks of the block that begins at `start`; bytes behind the end of the text are neither.
pub(super) fn masks(text: &[u8], start: usize) -> Masks {
    if let Some(block) = text.get(start..start + BLOCK).and_then(|bytes| <&[u8; BLOCK]>::try_from(bytes).ok()) {
        return whole(block);
    }
    let rest = text.get(start..).unwrap_or_default();
    let mut block = [0; BLOCK];
    block[..rest.len()].copy_from_slice(rest);
    whole(&block)
}

fn whole(block: &[u8; BLOCK]) -> Masks {
    let mut words = [0; BLOCK];
    let mut digits = [0; BLOCK];
    for ((word, digit), byte) in words.iter_mut().zip(&mut digits).zip(block) {
        *digit = u8::from(byte.wrapping_sub(b'0') < 10);
        *word = *digit | u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
    }
    Masks { word: bits(&words), digit: bits(&digits) }
}

/// The lowest bit of each byte, side by side.
fn bits(bytes: &[u8; BLOCK]) -> u64 {
    const GATHER: u64 = 0x0102_0408_1020_4080;
    bytes.as_chunks::<8>().0.iter().rev().fold(0, |mask, eight| mask << 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_its_bit() {
        let text: Vec<u8> = (0..=255).collect();
        for start in (0..200).step_by(7) {
            let found = masks(&text, start);
            for (at, byte) in text[start..].iter().take(BLOCK).enumerate() {
                assert_eq!(found.word >> at & 1 == 1, byte.is_ascii_alphanumeric(), "{byte} at {at}");
                assert_eq!(found.digit >> at & 1 == 1, byte.is_ascii_digit(), "{byte} at {at}");
            }
        }
        assert_eq!(masks(b"a1", 0), Masks { word: 3, digit: 2 });
        assert_eq!(masks(b"a1", 2), Masks::default());
    }
}
