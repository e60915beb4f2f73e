//! Tells what a sentence is about, by phrases that stand in a table.

use std::sync::LazyLock;

use super::Class;
use super::lexicon::classes::{PHRASES, Place};
use super::phrases::Phrases;
use crate::source::Span;

static SEARCH: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PHRASES.iter().map(|phrase| phrase.words)));

/// How much each class weighs in one sentence, in the order of [`Class`].
type Weights = [u16; 5];

/// The class of each sentence of `text`.
pub(super) fn classes(text: &str, sentences: &[Span]) -> Vec<Class> {
    let mut weights = vec![Weights::default(); sentences.len()];
    super::steps::note(text.len());
    let lower = text.to_ascii_lowercase();
    let mut current = 0;
    SEARCH.find(lower.as_bytes(), |number, start, _| {
        while sentences.get(current).is_some_and(|span| span.range().end <= start) {
            current += 1;
        }
        let Some(span) = sentences.get(current) else { return };
        let phrase = &PHRASES[number as usize];
        if phrase.place == Place::Anywhere || start == span.range().start {
            let weight = &mut weights[current][phrase.class as usize];
            *weight = weight.saturating_add(u16::from(phrase.weight));
        }
    });
    // A text begins with what happened, whatever it says besides; but for those that begin with a settlement.
    let opening = |weights: &Weights| if weights[Class::Outcome as usize] >= SETTLEMENT { Class::Outcome } else { Class::Incident };
    weights.iter().enumerate().map(|(index, weights)| if index == 0 { opening(weights) } else { heaviest(weights) }).collect()
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
        for (example, class) in super::super::lexicon::classes::EXAMPLES {
            let text = format!("It began. {example}");
            assert_eq!(classes(&text, &[Span::new(0, 9), Span::new(10, text.len())])[1], *class, "{example}");
        }
    }
}
