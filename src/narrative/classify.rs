//! Tells what a sentence is about, by phrases that stand in a table.

use std::sync::LazyLock;

use super::Class;
use super::lexicon::classes::{PHRASES, Place};
use super::phrases::Phrases;

static SEARCH: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PHRASES.iter().map(|phrase| phrase.words)));

/// How much each class weighs in one sentence, in the order of [`Class`].
type Weights = [u16; 5];

/// The class of `sentence`; a text begins with what happened, whatever it says besides, but for those that begin with a settlement.
pub(super) fn class(sentence: &str, first: bool) -> Class {
    let mut weights = Weights::default();
    super::steps::note(sentence.len());
    SEARCH.find(sentence.to_ascii_lowercase().as_bytes(), |number, start, _| {
        let phrase = &PHRASES[number as usize];
        if phrase.place == Place::Anywhere || start == 0 {
            let weight = &mut weights[phrase.class as usize];
            *weight = weight.saturating_add(u16::from(phrase.weight));
        }
    });
    match first {
        true if weights[Class::Outcome as usize] >= SETTLEMENT => Class::Outcome,
        true => Class::Incident,
        false => heaviest(&weights),
    }
}

/// What an outcome weighs that is plain wherever it stands.
const SETTLEMENT: u16 = 20;

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
        for (example, wanted) in super::super::lexicon::classes::EXAMPLES {
            assert_eq!(class(example, false), *wanted, "{example}");
        }
    }
}
