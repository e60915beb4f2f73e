//! What a text tells of a breach: its sentences, each with its class. Knows the text alone, not the answers that it may contradict.

mod among;
mod anchors;
pub mod associates;
mod block;
mod classify;
pub mod counts;
pub mod dates;
mod hits;
pub mod information;
mod lexicon;
#[cfg(test)]
mod linear;
pub mod names;
mod numbers;
mod phrases;
mod plain;
mod reading;
mod scan;
mod split;
pub mod statements;
mod steps;
mod words;

pub(crate) use words::{any_phrase, has_phrase, phrase};

use std::cell::OnceCell;

pub use anchors::Anchors;
pub use lexicon::cues::Topic;
pub use reading::{Evidence, Reading};
pub use scan::{Scan, Voice, scan};

use crate::source::Span;

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// What happened, to what, by whom. The only class in which a cause is read.
    Incident,
    /// Which information was involved, and of how many.
    Information,
    /// Who was told, when and how.
    Notification,
    /// What was done about it afterwards.
    Mitigation,
    /// What an authority or a review concluded.
    Outcome,
}

/// A text, read. Holds ranges of bytes, and none of the text; whoever asks brings it along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrative {
    sentences: Vec<Span>,
    /// By sentence, once somebody asked.
    classes: Vec<OnceCell<Class>>,
    reading: OnceCell<Reading>,
}

/// Reads `text`: a filer's description, or the text that OCR posted. Time and memory are linear in its length.
pub fn read(text: &str) -> Narrative {
    let sentences = split::sentences(text);
    let classes = vec![OnceCell::new(); sentences.len()];
    Narrative { sentences, classes, reading: OnceCell::new() }
}

impl Narrative {
    /// The bytes of each sentence, white space around it left out, in their order; together they hold every character of the text that is not
    /// white space.
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// What the sentence at `index` is about, told on first demand. `text` is the text that was read.
    pub fn class(&self, text: &str, index: usize) -> Class {
        let sentence = || self.sentences.get(index).and_then(|span| text.get(span.range())).unwrap_or_default();
        let told = self.classes.get(index).map(|class| *class.get_or_init(|| classify::class(sentence(), index == 0)));
        told.unwrap_or(Class::Incident)
    }

    /// What the sentences about the incident say, weighed on first demand. `text` is the text that was read.
    pub fn reading(&self, text: &str) -> &Reading {
        let incident = || (0..self.sentences.len()).filter(|&index| self.class(text, index) == Class::Incident);
        self.reading.get_or_init(|| reading::read(text, incident().map(|index| self.sentences[index])))
    }

    /// Which sentence holds byte `offset` of the text.
    pub fn at(&self, offset: u32) -> Option<usize> {
        let next = self.sentences.partition_point(|sentence| sentence.end <= offset);
        self.sentences.get(next).filter(|sentence| sentence.start <= offset).map(|_| next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is written, eight times the text takes about eight times the steps, up to a mebibyte.
    #[test]
    fn hostile_texts_take_linear_time() {
        let every_phrase: String =
            lexicon::concepts::PHRASES.iter().flat_map(|(_, words)| words.iter().map(|word| format!("{word} "))).collect();
        let pieces = [
            ". ",
            "a. ",
            "...",
            "?!\"",
            "\n",
            "\n\n- ",
            "- ",
            "no ",
            "not stolen ",
            "stolen laptop ",
            "phishing email account ",
            "unauthorized individual gained access to server but not ",
            "; ",
            "J. ",
            "St. ",
            "e-",
            "\u{2019}",
            "\u{e2}",
            "in 2016.The ",
            "(CE) ",
            "email email account account ",
            " ",
            "identity theft ",
            &every_phrase,
        ];
        for piece in pieces {
            let count = |length: usize| {
                let text = piece.repeat(length / piece.len() + 1);
                let narrative = read(&text);
                let _ = narrative.reading(&text);
                let _ = (0..narrative.sentences().len()).map(|index| narrative.class(&text, index)).last();
                steps::take()
            };
            let _ = steps::take();
            let length = 1024 * 1024;
            let (small, large) = (count(length / 8), count(length));
            assert!(large <= small * 9, "{piece:?}: {small} steps, then {large}");
            assert!(large <= length as u64 * 60, "{piece:?}: {large} steps for {length} bytes");
        }
    }

    #[test]
    fn a_byte_belongs_to_one_sentence() {
        let text = "A laptop was stolen.  We notified the affected individuals.";
        let narrative = read(text);
        assert_eq!([3, 21, 22, u32::MAX].map(|offset| narrative.at(offset)), [Some(0), None, Some(1), None]);
        assert_eq!([0, 1].map(|index| narrative.class(text, index)), [Class::Incident, Class::Notification]);
    }
}
