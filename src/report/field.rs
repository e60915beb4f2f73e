//! One answer: a value or the reason why there is none, with the handle of its place.

use super::fact::Fact;
use crate::source::At;

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The question applies, and the answer is not given.
    Absent,
    /// The question does not apply, given the other answers.
    NotAsked,
    /// This kind of source has no place for the answer.
    NotCarried,
    /// Something stands there that could not be read; a finding with this code says why.
    Unreadable(&'static str),
}

/// One answer of a report. `at` points at the value, or at the parent where there is none.
#[derive(Debug, Clone)]
pub struct Field<T> {
    value: Result<T, Gap>,
    node: u32,
    fact: Fact,
}

impl<T> Field<T> {
    /// A field of a source that carries no such fact.
    pub const fn not_carried(fact: Fact) -> Self {
        Self { value: Err(Gap::NotCarried), node: 0, fact }
    }

    /// A field as read.
    pub const fn new(fact: Fact, at: At, value: Result<T, Gap>) -> Self {
        Self { value, node: at.field, fact }
    }

    /// The fact that this field answers.
    pub fn fact(&self) -> Fact {
        self.fact
    }

    /// The value, if there is one that could be read.
    pub fn get(&self) -> Option<T>
    where
        T: Copy,
    {
        self.read().copied()
    }

    /// Why there is no value; none if there is one.
    pub fn gap(&self) -> Option<Gap> {
        #[cfg(debug_assertions)]
        super::fact::reads::note(self.fact);
        self.value.as_ref().err().copied()
    }

    /// Whether the question applies and was left unanswered.
    pub fn is_absent(&self) -> bool {
        self.gap() == Some(Gap::Absent)
    }

    /// The place of the value, or of the parent where there is none.
    pub fn at(&self) -> At {
        At::value(self.node)
    }

    /// Whether the value may be shown.
    pub fn shown(&self) -> bool {
        self.fact.shown()
    }

    fn read(&self) -> Option<&T> {
        #[cfg(debug_assertions)]
        super::fact::reads::note(self.fact);
        self.value.as_ref().ok()
    }
}

impl<T> Field<Vec<T>> {
    /// The items, if the question was answered and could be read.
    pub fn list(&self) -> Option<&[T]> {
        self.read().map(Vec::as_slice)
    }
}

impl<T: super::terms::Term> Field<super::terms::TermSet<T>> {
    /// The place of one term of a multi-value; the whole field if the term is not there.
    pub fn at_term(&self, term: T) -> At {
        match self.value {
            Ok(set) if set.has(term) && set.len() > 1 => self.at().item(set.position(term)),
            _ => self.at(),
        }
    }
}
