//! The words behind each concept, by subject. Lower case, blanks for hyphens; a hit is whole words, or where `*` ends the phrase, their beginning.

use super::concepts::Concept;

/// Concepts, each with its phrases.
type Said = [(Concept, &'static [&'static str])];

macro_rules! said {
    ($($concept:ident [$($words:literal),+ $(,)?];)+) => {
        pub(super) const SAID: &super::Said = &[$((super::Concept::$concept, &[$($words),+]),)+];
    };
}

mod around;
mod astray;
mod attacks;
mod exposure;
mod gone;
mod insiders;
mod mail;
mod things;

const PARTS: [&Said; 8] = [attacks::SAID, mail::SAID, things::SAID, gone::SAID, astray::SAID, insiders::SAID, exposure::SAID, around::SAID];

const COUNT: usize = {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
};

const JOINED: [(Concept, &[&str]); COUNT] = {
    let mut joined = [PARTS[0][0]; COUNT];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut index = 0;
        while index < PARTS[part].len() {
            joined[at] = PARTS[part][index];
            at += 1;
            index += 1;
        }
        part += 1;
    }
    joined
};

/// Every concept with its phrases.
pub(in crate::narrative) static PHRASES: &Said = &JOINED;
