//! Which hashes came more than once, told by two tables of bits: never wrong about one that did, and seldom about one that did not.

/// Words of the table of hashes that came: 1 MiB. Of a million different ones, one in thirty is taken for one that came again; of far more, most.
const CAME: usize = 1 << 17;
/// Words of the table of those that came again: 256 KiB.
const AGAIN: usize = 1 << 15;

/// Hashes that came.
pub(super) struct Twice {
    came: Vec<u64>,
    again: Again,
}

/// Hashes that came more than once.
pub(super) struct Again(Vec<u64>);

impl Twice {
    pub(super) fn new() -> Self {
        Self { came: vec![0; CAME], again: Again(vec![0; AGAIN]) }
    }

    /// A hash came.
    pub(super) fn note(&mut self, hash: u64) {
        let (word, bits) = (word(hash, CAME), bits(hash));
        let known = self.came[word];
        self.came[word] = known | bits;
        if known & bits == bits {
            self.again.note(hash);
        }
    }

    /// All have come.
    pub(super) fn again(self) -> Again {
        self.again
    }
}

impl Again {
    fn note(&mut self, hash: u64) {
        self.0[word(hash, AGAIN)] |= bits(hash);
    }

    /// Whether a hash that came may have come more than once.
    pub(super) fn has(&self, hash: u64) -> bool {
        let bits = bits(hash);
        self.0[word(hash, AGAIN)] & bits == bits
    }
}

/// The word of a table of `words` that a hash falls to.
fn word(hash: u64, words: usize) -> usize {
    usize::try_from(hash >> 12).unwrap_or(0) % words
}

/// The bits of a hash there: two or, seldom, one.
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_twice_is_known_and_little_else() {
        let mut twice = Twice::new();
        let hash = |number: u64| xxhash_rust::xxh3::xxh3_64(&number.to_le_bytes());
        (0..1_000_000).chain(0..1000).for_each(|number| twice.note(hash(number)));
        let again = twice.again();
        assert!((0..1000).all(|number| again.has(hash(number))));
        let in_vain = (1000..1_000_000).filter(|&number| again.has(hash(number))).count();
        assert!(in_vain < 33_000, "{in_vain}");
    }
}
