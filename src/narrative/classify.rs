//! Tells what a sentence is about, by phrases that stand in a table. Every phrase is looked for in one pass over the text.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Class;
use super::lexicon::classes::{PHRASES, Phrase, Place};
use crate::source::Span;

/// All phrases in one automaton. Compiling a table of fixed words fails only beyond limits that a test keeps it from.
static SEARCH: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = PHRASES.iter().map(|phrase| phrase.words);
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(words).ok()
});

/// How much each class weighs in one sentence, in the order of [`Class`].
type Weights = [u16; 5];

/// The class of each sentence of `text`.
pub(super) fn classes(text: &str, sentences: &[Span]) -> Vec<Class> {
    let mut weights = vec![Weights::default(); sentences.len()];
    if let Some(search) = &*SEARCH {
        let mut current = 0;
        for hit in search.find_iter(text) {
            while sentences.get(current).is_some_and(|span| span.range().end <= hit.start()) {
                current += 1;
            }
            let Some(span) = sentences.get(current) else { break };
            let phrase = &PHRASES[hit.pattern().as_usize()];
            if counts(phrase, text, *span, hit.range()) {
                weights[current][phrase.class as usize] += u16::from(phrase.weight);
            }
        }
    }
    // A text begins with what happened, whatever it says besides.
    weights.iter().enumerate().map(|(index, weights)| if index == 0 { Class::Incident } else { heaviest(weights) }).collect()
}

/// Whether a hit is a whole word, and stands where its phrase counts.
fn counts(phrase: &Phrase, text: &str, sentence: Span, hit: std::ops::Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let starts = hit.start == 0 || !bytes[hit.start - 1].is_ascii_alphanumeric();
    match phrase.place {
        Place::Anywhere => starts,
        Place::Opening => starts && hit.start == sentence.range().start,
    }
}

fn heaviest(weights: &Weights) -> Class {
    const ALL: [Class; 5] = [Class::Incident, Class::Information, Class::Notification, Class::Mitigation, Class::Outcome];
    let mut best = Class::Incident;
    for class in ALL {
        if weights[class as usize] > weights[best as usize] {
            best = class;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_class() {
        assert!(SEARCH.is_some(), "the phrases compile");
        for (example, class) in super::super::lexicon::classes::EXAMPLES {
            let text = format!("It began. {example}");
            assert_eq!(classes(&text, &[Span::new(0, 9), Span::new(10, text.len())])[1], *class, "{example}");
        }
    }
}
