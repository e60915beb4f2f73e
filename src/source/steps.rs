//! Sixty-four bytes in one step: a bit for each of them. Compared sixteen at a time, on any processor.

use wide::u8x16;

/// Bytes that are looked at in one step.
pub(crate) const STEP: usize = 64;

/// Ones, and as many zeros behind them: a window over both keeps so many of the bytes that it is laid on.
pub(crate) const fn ones_then_zeros<const BOTH: usize>() -> [u8; BOTH] {
    let mut all = [0; BOTH];
    let mut at = 0;
    while at < BOTH / 2 {
        all[at] = u8::MAX;
        at += 1;
    }
    all
}

/// A bit for each byte of `step` for which `is` gives ones, the first byte lowest.
#[inline]
pub(crate) fn mask(step: &[u8; STEP], is: impl Fn(u8x16) -> u8x16) -> u64 {
    let Some(&[first, second, third, fourth]) = step.as_chunks().0.first_chunk() else { return 0 };
    let bits = |bytes: [u8; 16]| u64::from(is(u8x16::new(bytes)).to_bitmask());
    bits(first) | bits(second) << 16 | bits(third) << 32 | bits(fourth) << 48
}

/// The places of the bits that are set, the lowest first.
pub(crate) fn places(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(lowest)
    })
}

/// Whether `is` sets the highest bit for any byte of `step`.
#[inline]
pub(crate) fn any(step: &[u8; STEP], is: impl Fn(u8x16) -> u8x16) -> bool {
    let found = step.as_chunks().0.iter().fold(u8x16::default(), |found, &bytes| found | is(u8x16::new(bytes)));
    found.to_bitmask() != 0
}

/// The last bytes of a text, fewer than a step, with `fill` behind them.
#[inline]
pub(crate) fn last(rest: &[u8], fill: u8) -> [u8; STEP] {
    let mut step = [fill; STEP];
    step[..rest.len()].copy_from_slice(rest);
    step
}

/// A bit for each byte that is `byte`.
#[inline]
pub(crate) fn equal(step: &[u8; STEP], byte: u8) -> u64 {
    let byte = u8x16::splat(byte);
    mask(step, |bytes| bytes.simd_eq(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_its_bit() {
        for at in 0..STEP {
            let mut step = [0; STEP];
            step[at] = 7;
            assert_eq!((equal(&step, 7), equal(&step, 0)), (1 << at, !(1 << at)));
            assert!(any(&step, |bytes| bytes.simd_eq(u8x16::splat(7))) && !any(&step, |bytes| bytes.simd_eq(u8x16::splat(8))));
        }
        assert_eq!(equal(&last(b"abca", b'-'), b'a'), 0b1001);
    }
}
