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

impl<'r> Told<'r> {
    /// Each sentence: where it starts, its words and what it is about.
    pub(crate) fn sentences(self) -> impl Iterator<Item = (usize, &'r str, Class)> {
        self.narrative().sentences().iter().map(move |sentence| (sentence.span.range().start, self.words(sentence.span), sentence.class))
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
        self.sentences().filter(|(.., class)| classes.is_empty() || classes.contains(class)).find_map(|(start, sentence, _)| {
            let found = statement.find(sentence)?;
            Some(self.evidence(start + found.start..start + found.end))
        })
    }

    /// The words of `sentence`, which starts at `start`, that put the incident at or into the hands of a business associate or vendor.
    pub(crate) fn involves(self, start: usize, sentence: &str) -> Option<Evidence<'r>> {
        if !self.scan().party_in(&(start..start + sentence.len())) {
            return None;
        }
        associates::involved(sentence).map(|range| self.evidence(start + range.start..start + range.end))
    }

    /// What the text is called where it is spoken of.
    pub(crate) fn name(self) -> &'static str {
        if self.fact == Fact::Description { "the description" } else { "the narrative" }
    }
}
