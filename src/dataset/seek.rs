//! The next quote, delimiter or line break. Most are a few bytes away: these are looked for eight bytes at a time, before a search that is made
//! for long texts.

use memchr::{memchr, memchr3};

/// Bytes that are looked at in short steps.
const NEAR: usize = 32;
const STEP: usize = size_of::<u64>();
/// A one in each byte.
const ONES: u64 = u64::from_le_bytes([1; STEP]);
/// The highest bit of each byte.
const HIGH: u64 = u64::from_le_bytes([0x80; STEP]);

/// The offset of the first `byte` in `bytes`.
pub(super) fn one(byte: u8, bytes: &[u8]) -> Option<usize> {
    let wanted = ONES * u64::from(byte);
    near(bytes, |word| zeros(word ^ wanted)).unwrap_or_else(|behind| Some(behind + memchr(byte, &bytes[behind..])?))
}

/// The offset of the first `byte` or line break in `bytes`.
pub(super) fn end(byte: u8, bytes: &[u8]) -> Option<usize> {
    let wanted = [byte, b'\n', b'\r'].map(|byte| ONES * u64::from(byte));
    near(bytes, |word| wanted.iter().fold(0, |found, wanted| found | zeros(word ^ wanted)))
        .unwrap_or_else(|behind| Some(behind + memchr3(byte, b'\n', b'\r', &bytes[behind..])?))
}

/// What `found` marks in the first steps; else how far they went.
fn near(bytes: &[u8], found: impl Fn(u64) -> u64) -> Result<Option<usize>, usize> {
    let steps = bytes[..bytes.len().min(NEAR)].as_chunks().0;
    for (step, chunk) in steps.iter().enumerate() {
        let marks = found(u64::from_le_bytes(*chunk));
        if marks != 0 {
            return Ok(Some(STEP * step + marks.trailing_zeros() as usize / STEP));
        }
    }
    Err(STEP * steps.len())
}

/// The highest bit of the first byte of `word` that is 0; of those behind it, perhaps some more.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_the_first() {
        for length in 0..60 {
            for at in 0..length {
                let mut bytes = vec![b'#'; length];
                bytes[at..].fill(b'!');
                bytes[at] = b'"';
                assert_eq!(one(b'"', &bytes), Some(at));
                assert_eq!(end(b'"', &bytes), Some(at));
                bytes[at] = b'\r';
                assert_eq!((one(b'"', &bytes), end(b',', &bytes)), (None, Some(at)));
                bytes[length - 1] = b',';
                assert_eq!(end(b',', &bytes), Some(at));
            }
            assert_eq!((one(b',', &vec![b'-'; length]), end(b',', &vec![0xac; length])), (None, None));
        }
    }
}
