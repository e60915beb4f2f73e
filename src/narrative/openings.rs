//! A set of beginnings: which words can open none of many phrases is told by their first four bytes.

use super::block::first;

/// Bits of a hash.
const BITS: u32 = 16;

/// The hashes of the first four bytes of phrases or words.
pub(super) struct Openings(Box<[u64; 1 << (BITS - 6)]>);

/// The hash of four bytes, in which small and capital letters are alike, in sixteen bits.
#[inline]
pub(super) fn hash(four: [u8; 4]) -> usize {
    let letters = u32::from_le_bytes(four) & 0x1f1f_1f1f;
    (letters.wrapping_mul(0x9E37_79B1) >> (32 - BITS)) as usize
}

impl Openings {
    /// Those of `all`, by their first bytes, two at least. Behind a shorter one, anything may stand.
    pub(super) fn new<'t>(all: impl Iterator<Item = &'t [u8]>) -> Self {
        let mut set = Box::new([0_u64; 1 << (BITS - 6)]);
        for opening in all {
            let each = |at: usize| opening.get(at).map_or(0..32, |&byte| byte..byte + 1);
            for third in each(2) {
                for fourth in each(3) {
                    let hash = hash([opening[0], opening.get(1).copied().unwrap_or(0), third, fourth]);
                    set[hash / 64] |= 1 << (hash % 64);
                }
            }
        }
        Self(set)
    }

    /// Whether what begins at `at` may be one of them. Behind the end of the text there are zeros.
    #[inline]
    pub(super) fn may_open(&self, bytes: &[u8], at: usize) -> bool {
        let hash = hash(first(bytes, at));
        self.0[hash / 64] >> (hash % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_is_never_left_out() {
        let openings = Openings::new([b"stolen".as_slice(), b"pc", b"e w"].into_iter());
        for text in ["STOLEN", "stolen", "pc", "PC, lost", "e waste", "e w"] {
            assert!(openings.may_open(text.as_bytes(), 0), "{text}");
        }
        assert!(!openings.may_open(b"lost", 0) && !openings.may_open(b"lost", 4));
    }
}
