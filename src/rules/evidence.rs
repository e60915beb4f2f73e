//! The words that a finding about a text rests on: quoted in its message, underlined in its excerpt.

use std::ops::Range;

use super::Told;
use crate::finding::quoted;
use crate::narrative::statements::Statement;
use crate::narrative::{Class, associates};
use crate::report::Fact;
use crate::source::{At, Span};

/// Words of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evidence<'r> {
    /// Where they stand.
    pub(crate) at: At,
    /// The words.
    pub(crate) words: &'r str,
}

impl std::fmt::Display for Evidence<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        quoted(self.words).fmt(out)
    }
}

/// A sentence of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sentence<'r> {
    told: Told<'r>,
    /// Its place among the sentences, from 0.
    pub(crate) index: usize,
    /// The byte of the text where it starts.
    pub(crate) start: usize,
    /// Its words.
    pub(crate) words: &'r str,
}

impl<'r> Sentence<'r> {
    /// What it is about.
    pub(crate) fn class(self) -> Class {
        self.told.narrative().class(self.told.text, self.index)
    }

    /// Bytes `range` of it, as evidence.
    pub(crate) fn evidence(self, range: &Range<usize>) -> Evidence<'r> {
        self.told.evidence(self.start + range.start..self.start + range.end)
    }

    /// The words that put the incident at or into the hands of a business associate or vendor.
    pub(crate) fn involves(self) -> Option<Evidence<'r>> {
        associates::involved(self.words).map(|range| self.evidence(&range))
    }
}

impl<'r> Told<'r> {
    /// Each sentence.
    pub(crate) fn sentences(self) -> impl Iterator<Item = Sentence<'r>> {
        let sentences = self.narrative().sentences().iter().enumerate();
        sentences.map(move |(index, span)| Sentence { told: self, index, start: span.range().start, words: self.words(*span) })
    }

    /// The sentences in which a word for an outside party may stand.
    pub(crate) fn of_parties(self) -> impl Iterator<Item = Sentence<'r>> {
        self.sentences().filter(move |sentence| self.scan().party_in(&(sentence.start..sentence.start + sentence.words.len())))
    }

    /// Bytes `range` of the text, as evidence.
    pub(crate) fn evidence(self, range: Range<usize>) -> Evidence<'r> {
        let span = Span::new(range.start, range.end);
        Evidence { at: self.place(span), words: self.words(span) }
    }

    /// The first sentence of one of `classes` that makes `statement`; of any class, where none is given.
    pub(crate) fn states(self, statement: &Statement, classes: &[Class]) -> Option<Evidence<'r>> {
        // Mostly none of its words stands anywhere: then no sentence need be cut.
        if !self.may_state(statement) {
            return None;
        }
        self.sentences().find_map(|sentence| {
            let found = statement.find(sentence.words)?;
            (classes.is_empty() || classes.contains(&sentence.class())).then(|| sentence.evidence(&found))
        })
    }

    /// What the text is called where it is spoken of.
    pub(crate) fn name(self) -> &'static str {
        if self.fact == Fact::Description { "the description" } else { "the narrative" }
    }
}
