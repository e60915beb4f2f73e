//! A set of the rules of one engine, by their places in it: what is to run for a report, and what is known to be silent on it.

/// Words of a mask.
const WORDS: usize = 4;

/// Some rules of an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mask([u64; WORDS]);

impl Mask {
    /// The rules whose places `index` gives.
    pub(super) fn of(indexes: impl Iterator<Item = usize>) -> Self {
        let mut mask = Self::default();
        indexes.for_each(|index| mask.insert(index));
        mask
    }

    /// Adds the rule at `index`. A test holds the number of all rules to what a mask has room for.
    pub(super) fn insert(&mut self, index: usize) {
        if let Some(word) = self.0.get_mut(index / 64) {
            *word |= 1 << (index % 64);
        }
    }

    /// Rules in either.
    pub(super) fn union(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// Rules in both.
    pub(super) fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    /// Whether a rule is in both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0.iter().zip(other.0).fold(0, |met, (one, other)| met | one & other) != 0
    }

    /// Rules of this mask that are not in `other`.
    pub(super) fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// Gives each of the rules, in their order, to `visit`.
    pub(super) fn for_each(self, mut visit: impl FnMut(usize)) {
        for (word, mut bits) in self.0.into_iter().enumerate() {
            while bits != 0 {
                visit(64 * word + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_place() {
        assert!(crate::rules::all().count() <= 64 * WORDS);
        let mask = Mask::of([3, 64, 255].into_iter());
        let mut seen = Vec::new();
        mask.for_each(|index| seen.push(index));
        assert_eq!(seen, [3, 64, 255]);
        assert_eq!(mask.without(Mask::of(std::iter::once(64))).and(mask), Mask::of([3, 255].into_iter()));
        assert!(mask.meets(Mask::of(std::iter::once(255))) && !mask.meets(Mask::of([2, 4, 63, 65].into_iter())));
        assert_eq!(mask.union(Mask::of(std::iter::once(7))), Mask::of([3, 7, 64, 255].into_iter()));
    }
}
