//! Which hashes came more than once, told by their last 32 bits in two tables: never wrong about one that did, and seldom about one that did not.

/// Words of the largest table of hashes that came: 512 KiB.
const MOST_CAME: usize = 1 << 16;
/// Words of the largest table of those that came again: 1 MiB.
const MOST_AGAIN: usize = 1 << 17;

/// Hashes that came.
pub(crate) struct Came(Bits);

/// Hashes that came more than once.
pub(crate) struct Again(Bits);

impl Came {
    /// For about `count` hashes, of which one in fifty is then taken for one that came again.
    pub(crate) fn of(count: usize) -> Self {
        Self(Bits::new(count / 4, MOST_CAME))
    }

    /// A hash comes; whether it came before.
    #[inline]
    pub(crate) fn note(&mut self, hash: u64) -> bool {
        self.0.note(hash)
    }

    /// Forgets all of them.
    pub(crate) fn clear(&mut self) {
        self.0.0.fill(0);
    }
}

impl Again {
    /// For those of `count` hashes that came more than once, if few of them did.
    pub(crate) fn of(count: usize) -> Self {
        Self(Bits::new(count / 64, MOST_AGAIN))
    }

    /// A hash came again.
    pub(crate) fn note(&mut self, hash: u64) {
        self.0.note(hash);
    }

    /// Whether a hash that came may have come more than once.
    #[inline]
    pub(crate) fn has(&self, hash: u64) -> bool {
        self.0.has(hash)
    }
}

/// Words of two bits a hash, or, seldom, one; a power of two of them.
struct Bits(Vec<u64>);

impl Bits {
    fn new(words: usize, most: usize) -> Self {
        Self(vec![0; words.next_power_of_two().min(most)])
    }

    /// The word that a hash falls to, by its last 32 bits but those that choose the bits of the word.
    #[inline]
    fn word(&self, hash: u64) -> usize {
        usize::try_from(hash >> 12 & 0xf_ffff).unwrap_or(0) & (self.0.len() - 1)
    }

    #[inline]
    fn note(&mut self, hash: u64) -> bool {
        let (at, bits) = (self.word(hash), bits(hash));
        let word = &mut self.0[at];
        let known = *word & bits == bits;
        *word |= bits;
        known
    }

    #[inline]
    fn has(&self, hash: u64) -> bool {
        let bits = bits(hash);
        self.0[self.word(hash)] & bits == bits
    }
}

#[inline]
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_twice_is_known_and_little_else() {
        for count in [1_usize, 1000, 200_000] {
            let (mut came, mut again) = (Came::of(count), Again::of(count));
            let hash = |number: usize| xxhash_rust::xxh3::xxh3_64(&number.to_le_bytes());
            let twice = count.div_ceil(100);
            (0..count).chain(0..twice).map(hash).filter(|&hash| came.note(hash)).for_each(|hash| again.note(hash));
            assert!((0..twice).all(|number| again.has(hash(number))));
            let in_vain = (twice..count).filter(|&number| again.has(hash(number))).count();
            assert!(in_vain * 20 <= count, "{in_vain} of {count}");
            let last = |hash: u64| hash & u64::from(u32::MAX);
            assert!((0..count).all(|number| again.has(hash(number)) == again.has(last(hash(number)))));
            came.clear();
            assert!(!came.note(hash(0)));
        }
    }
}
