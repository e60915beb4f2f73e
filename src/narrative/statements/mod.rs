//! Statements that a sentence may make, as tables of phrases: what says it, and what beside it says otherwise. Knows no report.

mod law;
mod report;
mod safeguards;

use std::ops::Range;

pub use law::*;
pub use report::*;
pub use safeguards::*;

use super::information;
use super::lexicon::parties;
use super::words::{any_phrase, has_phrase};

/// A statement and the words that make it.
#[derive(Debug, Clone, Copy)]
pub struct Statement {
    /// Its number in the list of all.
    pub(super) mark: u8,
    /// Any of these makes it. Lower case; a trailing `*` lets the last word go on.
    pub any: &'static [&'static str],
    /// Unless one of these stands in the same sentence.
    pub unless: &'static [&'static str],
}

/// Every statement, by its number: what a first look at a text asks for.
pub(super) static ALL: [&Statement; 35] = [
    &EXCLUDED,
    &NOT_PHI,
    &NO_DIAGNOSIS,
    &SUBSTANCE_USE,
    &RETURNED_MAIL,
    &NO_ADDRESS,
    &POLICE_REPORT,
    &ASKED_TO_DELAY,
    &LEFT_OUT,
    &EMPLOYER_PLAN,
    &NOT_COVERED,
    &COMPONENT,
    &SEPARATE,
    &SEVERAL_ENTITIES,
    &UNENCRYPTED,
    &UNTRAINED,
    &UNANALYZED,
    &UNREGULATED,
    &PLANNED,
    &ENCRYPTED,
    &UNWIPED,
    &POINTERS,
    &CLAIMS,
    &CARE,
    &parties::PARTIES,
    &parties::ENTITIES,
    &parties::COVERED,
    &information::WORDS[0].1,
    &information::WORDS[1].1,
    &information::WORDS[2].1,
    &information::WORDS[3].1,
    &information::WORDS[4].1,
    &information::WORDS[5].1,
    &information::WORDS[6].1,
    &information::WORDS[7].1,
];

/// The numbers of those of which no answer of the public record tells anything.
pub(super) const OF_FILERS: u64 = {
    let statements = [
        &SUBSTANCE_USE,
        &RETURNED_MAIL,
        &NO_ADDRESS,
        &POLICE_REPORT,
        &ASKED_TO_DELAY,
        &UNTRAINED,
        &UNANALYZED,
        &UNREGULATED,
        &PLANNED,
        &POINTERS,
        &CLAIMS,
        &CARE,
    ];
    let mut numbers = 0;
    let mut at = 0;
    while at < statements.len() {
        numbers |= 1 << statements[at].mark;
        at += 1;
    }
    at = 0;
    while at < information::WORDS.len() {
        numbers |= 1 << information::WORDS[at].1.mark;
        at += 1;
    }
    numbers
};

impl Statement {
    /// The words of `sentence` that make the statement.
    pub fn find(&self, sentence: &str) -> Option<Range<usize>> {
        any_phrase(sentence, self.any).filter(|_| !has_phrase(sentence, self.unless))
    }
}

/// Whether the words in front of `range` deny what stands there: "no Social Security numbers", "did not include diagnoses". Looks back to
/// the nearest mark that ends a thought.
pub fn is_denied(sentence: &str, range: &Range<usize>) -> bool {
    let before = &sentence[..range.start];
    let from = memchr::memrchr2(b';', b':', before.as_bytes()).map_or(0, |mark| mark + 1);
    let clause = &before[from..];
    if !has_phrase(clause, &DENIALS) {
        return false;
    }
    let from = [" but ", " however", " although ", " though ", " except "]
        .iter()
        .filter_map(|turn| clause.rfind(turn).map(|at| at + turn.len()))
        .max()
        .unwrap_or(0);
    has_phrase(&clause[from..], &DENIALS)
}

const DENIALS: [&str; 14] = [
    "no",
    "not",
    "did not",
    "none",
    "without",
    "nor",
    "neither",
    "never",
    "excluding",
    "wasn't",
    "weren't",
    "didn't",
    "free of",
    "rather than",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrative::words::phrase;

    #[test]
    fn a_statement_is_made_unless_the_sentence_says_otherwise() {
        assert!(ENCRYPTED.find("The encrypted laptop was stolen.").is_some());
        assert!(ENCRYPTED.find("The encrypted laptop was stolen while unlocked.").is_none());
        assert!(UNENCRYPTED.find("The laptop was not encrypted.").is_some());
        assert!(EXCLUDED.find("We could not demonstrate a low probability of compromise.").is_none());
    }

    #[test]
    fn denials_reach_back_to_the_turn_of_the_sentence() {
        let denied = |sentence: &str, wanted: &str| is_denied(sentence, &phrase(sentence, wanted).unwrap_or(0..0));
        assert!(denied("No Social Security numbers were involved.", "social security numbers"));
        assert!(denied("The file did not contain names or diagnoses.", "diagnoses"));
        assert!(!denied("It held no addresses but diagnoses.", "diagnoses"));
        assert!(!denied("It held diagnoses.", "diagnoses"));
    }
}
