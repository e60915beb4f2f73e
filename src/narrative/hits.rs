//! Finds the concepts in a sentence: whole words, and where two phrases overlap, the one that starts first, then the longer.

use std::sync::LazyLock;

use super::lexicon::concepts::{Concept, PHRASES};
use super::phrases::Phrases;
use super::plain::Plain;

/// One concept in the matched form of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) concept: Concept,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Every phrase, and by its number the concept.
static PHRASES_BY_NUMBER: LazyLock<(Phrases, Vec<Concept>)> = LazyLock::new(|| {
    let concepts = PHRASES.iter().flat_map(|(concept, words)| words.iter().map(|_| *concept)).collect();
    (Phrases::new(PHRASES.iter().flat_map(|(_, words)| words.iter().copied())), concepts)
});

/// The concepts in `plain`, in their order.
pub(super) fn hits(plain: &Plain) -> Vec<Hit> {
    let (phrases, concepts) = &*PHRASES_BY_NUMBER;
    super::steps::note(plain.bytes().len());
    let at = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    // A concept in a dozen bytes or so.
    let mut found = Vec::with_capacity(plain.bytes().len() / 12 + 1);
    phrases.find(plain.bytes(), |number, start, end| {
        found.push(Hit { concept: concepts[number as usize], start: at(start), end: at(end) });
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn read(text: &str) -> Vec<Concept> {
        hits(&Plain::of(text, Span::new(0, text.len()))).iter().map(|hit| hit.concept).collect()
    }

    #[test]
    fn hits_are_whole_words_and_the_longer_phrase_counts() {
        assert_eq!(read("identity theft protection"), [Concept::NotTheft]);
        assert_eq!(read("Two LAPTOPS"), [Concept::Laptop]);
        assert_eq!(read("a cdc notebook of bandages"), []);
        assert_eq!(read("an employee emailed"), [Concept::Insider, Concept::Emailed]);
        assert_eq!(read("a cyber\u{2011}\nattack"), [Concept::Cyber]);
    }

    #[test]
    fn every_phrase_can_be_found() {
        for (concept, words) in PHRASES {
            for phrase in *words {
                let plain = phrase.trim_end_matches('*');
                assert_eq!(plain, plain.to_lowercase(), "{phrase}: lower case");
                assert!(!plain.contains(['-', '\u{2019}', '\n']) && !plain.contains("  "), "{phrase}: as it is matched");
                let found = read(plain);
                assert!(!found.is_empty(), "{concept:?} {phrase}");
            }
        }
    }

    #[test]
    fn no_phrase_stands_twice() {
        let mut all: Vec<&str> = PHRASES.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        all.sort_unstable();
        let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
