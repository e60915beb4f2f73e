//! Finds the concepts in a sentence: whole words, and where two phrases overlap, the one that starts first, then the longer.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::lexicon::concepts::{Concept, PHRASES};
use super::plain::Plain;

/// One concept in the matched form of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) concept: Concept,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// A set of concepts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Concepts(u128);

impl Concepts {
    pub(super) fn insert(&mut self, concept: Concept) {
        self.0 |= 1 << concept as u8;
    }

    pub(super) fn any(self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|&concept| self.0 & (1 << concept as u8) != 0)
    }
}

struct Search {
    automaton: AhoCorasick,
    /// By pattern: its concept, and whether it must end a word.
    meanings: Vec<(Concept, bool)>,
}

/// Compiling a table of fixed phrases fails only beyond limits that a test keeps it from.
static SEARCH: LazyLock<Option<Search>> = LazyLock::new(|| {
    let mut phrases = Vec::new();
    let mut meanings = Vec::new();
    for (concept, words) in PHRASES {
        for phrase in *words {
            let stem = phrase.strip_suffix('*');
            phrases.push(stem.unwrap_or(phrase));
            meanings.push((*concept, stem.is_none()));
        }
    }
    let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(phrases).ok()?;
    Some(Search { automaton, meanings })
});

/// The concepts in `plain`, in their order.
pub(super) fn hits(plain: &Plain) -> Vec<Hit> {
    let Some(search) = &*SEARCH else { return Vec::new() };
    let bytes = plain.bytes();
    let word = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let mut found: Vec<Hit> = Vec::new();
    for hit in search.automaton.find_overlapping_iter(bytes) {
        let (concept, whole) = search.meanings[hit.pattern().as_usize()];
        let begins = hit.start() == 0 || !word(hit.start() - 1);
        if begins && !(whole && word(hit.end())) {
            let at = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
            found.push(Hit { concept, start: at(hit.start()), end: at(hit.end()) });
        }
    }
    found.sort_unstable_by_key(|hit| (hit.start, u32::MAX - hit.end));
    let mut end = 0;
    found.retain(|hit| {
        let free = hit.start >= end;
        if free {
            end = hit.end;
        }
        free
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
        assert!(SEARCH.is_some(), "the phrases compile");
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
