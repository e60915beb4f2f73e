//! Several terms of one list, in the order in which they were written.

use std::marker::PhantomData;

use super::Term;

/// A set of terms that remembers where in the list each stood. Small and Copy: a row costs no allocation.
#[derive(Debug, Clone, Copy)]
pub struct TermSet<T> {
    bits: u32,
    /// Four bits a term: its position in the source, held at 15.
    positions: u128,
    list: PhantomData<T>,
}

impl<T: Term> Default for TermSet<T> {
    fn default() -> Self {
        Self { bits: 0, positions: 0, list: PhantomData }
    }
}

impl<T: Term> TermSet<T> {
    /// A set of one.
    pub fn of(term: T) -> Self {
        let mut set = Self::default();
        set.insert(term, 0);
        set
    }

    /// Adds `term`, which stood at `position` (from 0) in the source. False if it was there already.
    pub fn insert(&mut self, term: T, position: usize) -> bool {
        let bit = 1 << term.index();
        if self.bits & bit != 0 {
            return false;
        }
        self.bits |= bit;
        self.positions |= (position.min(15) as u128) << (4 * term.index());
        true
    }

    /// Whether `term` is in the set.
    pub fn has(self, term: T) -> bool {
        self.bits & (1 << term.index()) != 0
    }

    /// Whether any of `terms` is in the set.
    pub fn any(self, terms: &[T]) -> bool {
        terms.iter().any(|&term| self.has(term))
    }

    /// Whether nothing but `terms` is in the set, and at least one of them.
    pub fn only(self, terms: &[T]) -> bool {
        let allowed = terms.iter().fold(0, |bits, &term| bits | 1 << term.index());
        self.bits != 0 && self.bits & !allowed == 0
    }

    /// A bit for each term, by its place in the list.
    pub(crate) fn bits(self) -> u32 {
        self.bits
    }

    /// Number of terms.
    pub fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The one term, if there is exactly one.
    pub fn single(self) -> Option<T> {
        if self.bits.is_power_of_two() { T::ALL.get(self.bits.trailing_zeros() as usize).copied() } else { None }
    }

    /// Where `term` stood in the source, from 0.
    pub fn position(self, term: T) -> u16 {
        ((self.positions >> (4 * term.index())) & 15) as u16
    }

    /// The terms, in the list's order (the portal's).
    pub fn iter(self) -> impl Iterator<Item = T> {
        let mut left = self.bits;
        std::iter::from_fn(move || {
            let term = T::ALL.get(left.trailing_zeros() as usize).copied().filter(|_| left != 0)?;
            left &= left - 1;
            Some(term)
        })
    }

    /// Whether the source wrote the terms in the list's order.
    pub fn in_order(self) -> bool {
        let mut last = 0;
        self.iter().all(|term| {
            let position = self.position(term);
            let ordered = position >= last;
            last = position;
            ordered
        })
    }

    /// The labels joined as the portal joins them.
    pub fn joined(self) -> String {
        self.iter().map(Term::label).collect::<Vec<_>>().join(", ")
    }
}
