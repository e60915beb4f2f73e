//! The words of names as numbers, and what each says or tells there. Knows no name as a whole.

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
const SAYING: [(&str, Says); 35] = [
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
    ("md", Says::Doctor),
];

/// Words that tell of a kind of entity, or of none, in its name. Of longer ones the first eight letters.
const TELLING: [(&str, Kinds); 19] = [
    ("hospital", Kinds::PROVIDER),
    ("clinic", Kinds::PROVIDER),
    ("clinics", Kinds::PROVIDER),
    ("medical", Kinds::PROVIDER),
    ("family", Kinds::PROVIDER),
    ("pharmacy", Kinds::PROVIDER),
    ("pharmaci", Kinds::PROVIDER),
    ("dental", Kinds::PROVIDER),
    ("dentistr", Kinds::PROVIDER),
    ("surgery", Kinds::PROVIDER),
    ("pediatri", Kinds::PROVIDER),
    ("hospice", Kinds::PROVIDER),
    ("nursing", Kinds::PROVIDER),
    ("physical", Kinds::PROVIDER),
    ("orthoped", Kinds::PROVIDER),
    ("plan", Kinds::PLAN),
    ("hmo", Kinds::PLAN),
    ("insuranc", Kinds::PLAN),
    ("see", Kinds::SEE),
];

/// Kinds of words in names, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds(u8);

impl Kinds {
    /// Words with which what only names of providers say begins.
    pub const PROVIDER: Self = Self(1);
    /// Words without which nothing is said that only names of plans say.
    pub const PLAN: Self = Self(1 << 1);
    /// "See", which sends the reader elsewhere.
    pub const SEE: Self = Self(1 << 2);
    /// No words of these.
    pub(crate) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u8::MAX);

    /// Kinds of either.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Slots of the table; far more than words, so that most words find an empty one.
const SLOTS: usize = 512;

/// What is known of a word by its first eight letters.
#[derive(Debug, Clone, Copy)]
struct Entry {
    first: u64,
    says: Says,
    kinds: Kinds,
}

/// The words of both lists by their mixed numbers, in the next free slot.
static TABLE: [Entry; SLOTS] = {
    let mut table = [Entry { first: 0, says: Says::Plain, kinds: Kinds::NONE }; SLOTS];
    let mut at = 0;
    while at < SAYING.len() + TELLING.len() {
        let entry = if at < SAYING.len() {
            Entry { first: number(SAYING[at].0.as_bytes()), says: SAYING[at].1, kinds: Kinds::NONE }
        } else {
            let (word, kinds) = TELLING[at - SAYING.len()];
            Entry { first: number(word.as_bytes()), says: Says::Plain, kinds }
        };
        let mut slot = slot(mixed(entry.first));
        while table[slot].first != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = entry;
        at += 1;
    }
    table
};

/// A word of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// A number for the word.
    pub(super) hash: u64,
    /// What it says.
    pub(super) says: Says,
    /// What kind it is.
    pub(super) kinds: Kinds,
}

/// What is known of the word whose first eight bytes are `first`.
pub(super) fn known(word: &[u8], first: u64) -> Known {
    match (word.len(), word.last_chunk()) {
        (9..=16, Some(last)) => medium(first, u64::from_be_bytes(*last), word.len()),
        (17.., _) => long(word, first),
        _ => short(first),
    }
}

/// The same of a word of at most eight bytes.
#[inline]
pub(super) fn short(first: u64) -> Known {
    let mixed = mixed(first);
    let Entry { says, kinds, .. } = entry(first, mixed);
    Known { hash: mixed, says, kinds }
}

/// The same of a word of `length` bytes, from nine to sixteen, of which the last eight are `last`: its two ends are all of it.
#[inline(never)]
pub(super) fn medium(first: u64, last: u64, length: usize) -> Known {
    let mixed = mixed(first);
    let hash = mixed.wrapping_add(last ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let is = |word: &[u8; 8], end: &[u8; 8], letters: usize| {
        first == u64::from_be_bytes(*word) && last == u64::from_be_bytes(*end) && length == letters
    };
    let is_form = is(b"incorpor", b"rporated", 12) || is(b"corporat", b"poration", 11);
    let says = if is_form { Says::Form } else { Says::Plain };
    Known { hash: hash ^ hash >> 32, says, kinds: entry(first, mixed).kinds }
}

/// The same of a longer word.
#[cold]
pub(super) fn long(word: &[u8], first: u64) -> Known {
    Known { hash: xxh3_64(word), says: Says::Plain, kinds: entry(first, mixed(first)).kinds }
}

/// What the table has for `first`, or nothing.
#[inline]
fn entry(first: u64, mixed: u64) -> Entry {
    let mut slot = slot(mixed);
    while TABLE[slot].first != first && TABLE[slot].first != 0 {
        slot = (slot + 1) % SLOTS;
    }
    TABLE[slot]
}

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
    (mixed >> 55) as usize % SLOTS
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_what_the_table_has_for_it() {
        let known = |word: &str| known(word.as_bytes(), first(word.as_bytes(), 0, word.len()));
        let told = |word: &str| known(word).says;
        assert!(SAYING.iter().all(|(word, says)| told(word) == *says));
        assert!(TELLING.iter().all(|(word, kinds)| known(word).kinds == *kinds && told(word) == Says::Plain));
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
        let mut seen: Vec<u64> = (1..50).map(|end| known(&text.as_bytes()[..end], first(text.as_bytes(), 0, end)).hash).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 49);
    }
}
