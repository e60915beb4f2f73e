//! The words of names as numbers, and what each says there. Knows no name as a whole.

use xxhash_rust::xxh3::xxh3_64;

/// What a word says in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Something of its own.
    Plain,
    /// A company's legal form or a degree of its owner, wherever it stands.
    Form,
    /// The same, or the postal code of a State, or a word of its own: a legal form only as `P.A.`, `Co.` or behind a comma.
    FormIfMarked,
    /// Nothing.
    Filler,
    /// That a trade or former name follows the legal one.
    Between,
    /// The same behind "doing business" and the like.
    As,
    /// That a doctor's name stands in front of it, or Maryland.
    Doctor,
}

/// Words of at most eight letters that say something else than themselves.
const SHORT: [(&str, Says); 34] = [
    ("inc", Says::Form),
    ("llc", Says::Form),
    ("pc", Says::Form),
    ("llp", Says::Form),
    ("corp", Says::Form),
    ("ltd", Says::Form),
    ("lp", Says::Form),
    ("pllc", Says::Form),
    ("plc", Says::Form),
    ("apc", Says::Form),
    ("psc", Says::Form),
    ("ps", Says::Form),
    ("lllp", Says::Form),
    ("pllp", Says::Form),
    ("company", Says::Form),
    ("limited", Says::Form),
    ("dds", Says::Form),
    ("dmd", Says::Form),
    ("dpm", Says::Form),
    ("co", Says::FormIfMarked),
    ("pa", Says::FormIfMarked),
    ("sc", Says::FormIfMarked),
    ("pl", Says::FormIfMarked),
    ("sa", Says::FormIfMarked),
    ("na", Says::FormIfMarked),
    ("and", Says::Filler),
    ("the", Says::Filler),
    ("dba", Says::Between),
    ("fka", Says::Between),
    ("aka", Says::Between),
    ("nka", Says::Between),
    ("tdba", Says::Between),
    ("fdba", Says::Between),
    ("as", Says::As),
];
/// The one that depends on the words around it.
const DOCTOR: (&str, Says) = ("md", Says::Doctor);

/// Slots of the table; far more than words, so that most words find an empty one.
const SLOTS: usize = 256;

/// The short words by their mixed numbers, in the next free slot.
static TABLE: [(u64, Says); SLOTS] = {
    let mut table = [(0, Says::Plain); SLOTS];
    let mut at = 0;
    while at <= SHORT.len() {
        let (word, says) = if at < SHORT.len() { SHORT[at] } else { DOCTOR };
        let number = number(word.as_bytes());
        let mut slot = slot(mixed(number));
        while table[slot].0 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = (number, says);
        at += 1;
    }
    table
};

/// A short word as a number: its bytes, the first highest, zeros behind.
const fn number(word: &[u8]) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < 8 {
        number = number << 8 | if at < word.len() { word[at] as u64 } else { 0 };
        at += 1;
    }
    number
}

/// Short words are numbers already, and only have to be mixed (by the last step of splitmix64).
const fn mixed(number: u64) -> u64 {
    let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

const fn slot(mixed: u64) -> usize {
    (mixed >> 56) as usize % SLOTS
}

/// What the word says whose first eight bytes are `first`.
pub(super) fn says(word: &[u8], first: u64) -> Says {
    if word.len() > 8 {
        return if matches!(word, b"incorporated" | b"corporation") { Says::Form } else { Says::Plain };
    }
    let mut slot = slot(mixed(first));
    while TABLE[slot].0 != 0 {
        if TABLE[slot].0 == first {
            return TABLE[slot].1;
        }
        slot = (slot + 1) % SLOTS;
    }
    Says::Plain
}

/// The first eight bytes of `text[start..end]` as a number; with zeros behind fewer.
pub(super) fn first(text: &[u8], start: usize, end: usize) -> u64 {
    let missing = 8 * 8_usize.saturating_sub(end - start);
    if let Some(chunk) = text.get(start..).and_then(<[u8]>::first_chunk) {
        return u64::from_be_bytes(*chunk) >> missing << missing;
    }
    match text[..end].last_chunk() {
        Some(chunk) => u64::from_be_bytes(*chunk) << missing,
        None => number(&text[start..end]),
    }
}

/// A number for a word whose first eight bytes are `first`.
pub(super) fn hash(word: &[u8], first: u64) -> u64 {
    match word.last_chunk() {
        _ if word.len() <= 8 => mixed(first),
        Some(last) if word.len() <= 16 => mixed(mixed(first) ^ u64::from_be_bytes(*last) ^ word.len() as u64),
        _ => xxh3_64(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_what_the_table_has_for_it() {
        let told = |word: &str| says(word.as_bytes(), first(word.as_bytes(), 0, word.len()));
        assert!(SHORT.iter().chain([&DOCTOR]).all(|(word, says)| told(word) == *says));
        assert!(["", "i", "in", "incl", "company1", "corporations", "hospital", "mdx"].iter().all(|word| told(word) == Says::Plain));
        assert_eq!((told("incorporated"), told("corporation")), (Says::Form, Says::Form));
    }

    #[test]
    fn the_first_bytes_are_found_wherever_a_word_stands() {
        let text = b"a hospital of mercy";
        for (start, end) in (0..text.len()).flat_map(|start| (start + 1..=text.len()).map(move |end| (start, end))) {
            let expected = number(&text[start..end.min(start + 8)]);
            assert_eq!(first(text, start, end), expected, "{start}..{end}");
        }
        assert_eq!(first(b"abc", 1, 3), number(b"bc"));
    }

    #[test]
    fn words_of_any_length_have_numbers_of_their_own() {
        let text = "abcdefghijklmnopqrstuvwxyz".repeat(2);
        let mut seen: Vec<u64> = (1..50).map(|end| hash(&text.as_bytes()[..end], first(text.as_bytes(), 0, end))).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 49);
    }
}
