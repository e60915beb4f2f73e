//! Which hashes came more than once, told by two tables of bits: never wrong about one that did, and seldom about one that did not.

/// Words of a table: 1 MiB. A million hashes are told apart so that one in thirty is kept in vain; of far more, most are.
const WORDS: usize = 1 << 17;

/// Hashes that came once or more.
pub(super) struct Twice {
    seen: Vec<u64>,
    again: Again,
}

/// Hashes that came more than once.
pub(super) struct Again(Vec<u64>);

impl Twice {
    pub(super) fn new() -> Self {
        Self { seen: vec![0; WORDS], again: Again(vec![0; WORDS]) }
    }

    /// A hash came.
    pub(super) fn note(&mut self, hash: u64) {
        let (word, bits) = place(hash);
        let known = self.seen[word];
        self.seen[word] = known | bits;
        if known & bits == bits {
            self.again.0[word] |= bits;
        }
    }

    /// All have come.
    pub(super) fn again(self) -> Again {
        self.again
    }
}

impl Again {
    /// Whether a hash that came may have come more than once.
    pub(super) fn may_be(&self, hash: u64) -> bool {
        let (word, bits) = place(hash);
        self.0[word] & bits == bits
    }
}

/// The word that a hash falls to, and its bits there: two or, seldom, one.
fn place(hash: u64) -> (usize, u64) {
    let word = usize::try_from(hash >> 12).unwrap_or(0) % WORDS;
    (word, 1 << (hash & 63) | 1 << (hash >> 6 & 63))
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
        assert!((0..1000).all(|number| again.may_be(hash(number))));
        let in_vain = (1000..1_000_000).filter(|&number| again.may_be(hash(number))).count();
        assert!(in_vain < 40_000, "{in_vain}");
    }
}
