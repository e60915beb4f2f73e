//! Every phrase that a first look asks for, filed under one of its words.

use crate::narrative::openings::Openings;

/// What a phrase stands for, when it is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Kinds of words. Of several at one place, the longest counts.
    Anchor(u64),
    /// Statements.
    Mark(u64),
}

/// A phrase. A `*` in front or behind lets it begin or end inside a word.
#[derive(Debug)]
struct Entry {
    key: u64,
    /// Lower case, without its stars.
    phrase: &'static [u8],
    /// Where the word stands under which it is filed.
    word: usize,
    /// How long it is.
    length: usize,
    begins_word: bool,
    ends_word: bool,
    sign: Sign,
}

/// The phrases, by the hash of the word under which each is filed.
pub(super) struct Table {
    entries: Vec<Entry>,
    /// By the upper bits of the hash: where its entries start. One more at the end.
    starts: Vec<u16>,
    /// Hashes that occur at all.
    there: Box<[u64; 1 << (BITS - 6)]>,
    /// The beginnings of the words under which phrases are filed.
    openings: Openings,
}

/// Bits of a hash.
const BITS: u32 = 14;
/// Upper bits of it by which entries are found.
const UPPER: u32 = 11;

/// Words of which texts about breaches are full, the most common first: a phrase is filed under a rarer one.
const STOCK: [&str; 108] = [
    "the",
    "and",
    "ce",
    "of",
    "to",
    "a",
    "information",
    "breach",
    "that",
    "individuals",
    "its",
    "health",
    "affected",
    "in",
    "ocr",
    "phi",
    "s",
    "on",
    "provided",
    "covered",
    "entity",
    "security",
    "protected",
    "implemented",
    "an",
    "media",
    "hhs",
    "names",
    "numbers",
    "included",
    "notification",
    "ephi",
    "was",
    "ba",
    "for",
    "involved",
    "obtained",
    "corrective",
    "with",
    "dates",
    "addresses",
    "assurances",
    "as",
    "actions",
    "employee",
    "reported",
    "email",
    "electronic",
    "birth",
    "investigation",
    "social",
    "patients",
    "also",
    "it",
    "from",
    "procedures",
    "safeguards",
    "policies",
    "all",
    "medical",
    "following",
    "technical",
    "business",
    "were",
    "by",
    "notified",
    "this",
    "risk",
    "above",
    "staff",
    "approximately",
    "computer",
    "associate",
    "hipaa",
    "retrained",
    "listed",
    "incident",
    "workforce",
    "access",
    "new",
    "additional",
    "services",
    "clinical",
    "contained",
    "insurance",
    "containing",
    "employees",
    "result",
    "treatment",
    "laptop",
    "system",
    "data",
    "notice",
    "plan",
    "members",
    "or",
    "website",
    "including",
    "had",
    "which",
    "privacy",
    "other",
    "not",
    "credit",
    "response",
    "patient",
    "is",
    "at",
];

/// Their keys.
const STOCK_KEYS: [u64; 108] = {
    let mut keys = [0; 108];
    let mut at = 0;
    while at < 108 {
        keys[at] = key_of(STOCK[at].as_bytes());
        at += 1;
    }
    keys
};

/// The key of a word in small letters: its first eight bytes, none behind its end.
const fn key_of(word: &[u8]) -> u64 {
    let mut first = [0; 8];
    let mut at = 0;
    while at < word.len() && at < first.len() {
        first[at] = word[at];
        at += 1;
    }
    u64::from_le_bytes(first)
}

/// The key of the beginning of a word, which has four letters or more.
#[inline]
fn stem_of(key: u64) -> u64 {
    // Apart from the keys of words of four letters.
    key & u64::from(u32::MAX) | 1 << 63
}

#[inline]
fn hash(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS)) as usize
}

/// The word of a phrase under which it is best filed: where it starts, how long it is, and its key. A word that may go on is filed under its first four letters.
fn filed_under(phrase: &str, begins_word: bool, ends_word: bool) -> Option<(usize, usize, u64)> {
    let mut best: Option<((usize, usize), usize, u64)> = None;
    let mut at = 0;
    for piece in phrase.split_inclusive(|mark: char| !mark.is_ascii_alphanumeric()) {
        let word = piece.trim_end_matches(|mark: char| !mark.is_ascii_alphanumeric());
        let goes_on = !ends_word && at + word.len() == phrase.len();
        let whole = (begins_word || at > 0) && word.len() >= 2 && !(goes_on && word.len() < 4);
        let key = key_of(word.as_bytes());
        let common = STOCK_KEYS.iter().position(|stock| *stock == key);
        let rank = (common.unwrap_or(STOCK.len() + usize::from(!goes_on && word.len() >= 4)), word.len());
        if whole && best.is_none_or(|best| rank > best.0) {
            best = Some((rank, at, if goes_on { stem_of(key) } else { key }));
        }
        at += piece.len();
    }
    best.map(|((_, length), at, key)| (at, length, key))
}

impl Table {
    /// A table of `phrases`, in lower case; none where one of them has no word under which it can be filed.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, Sign)>) -> Option<Self> {
        let mut entries = phrases
            .map(|(phrase, sign)| {
                let (bare, begins_word) = phrase.strip_prefix('*').map_or((phrase, true), |bare| (bare, false));
                let (bare, ends_word) = bare.strip_suffix('*').map_or((bare, true), |bare| (bare, false));
                let (word, length, key) = filed_under(bare, begins_word, ends_word)?;
                Some(Entry { key, phrase: bare.as_bytes(), word, length, begins_word, ends_word, sign })
            })
            .collect::<Option<Vec<Entry>>>()?;
        // The longest first, so that of several at one place it is the first that fits.
        entries.sort_unstable_by_key(|entry| (hash(entry.key), entry.key, usize::MAX - entry.phrase.len()));
        let mut there = Box::new([0_u64; 1 << (BITS - 6)]);
        let mut starts = vec![0_u16; (1 << UPPER) + 1];
        for entry in &entries {
            let hash = hash(entry.key);
            there[hash / 64] |= 1 << (hash % 64);
            starts[(hash >> (BITS - UPPER)) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let words = entries.iter().map(|entry| &entry.phrase[entry.word..entry.word + entry.length.min(4)]);
        let openings = Openings::new(words);
        Some(Self { entries, starts, there, openings })
    }

    /// Whether the word that begins at `at` may be one under which a phrase is filed. Most are not.
    #[inline]
    pub(super) fn opens(&self, bytes: &[u8], at: usize) -> bool {
        self.openings.may_open(bytes, at)
    }

    /// Calls `hit` for what stands around the word that begins at `at` and whose first bytes are those of `key`. Phrases of the statements in
    /// `known`, which were found before, are not looked for again.
    pub(super) fn find(&self, text: &str, at: usize, key: u64, known: u64, mut hit: impl FnMut(Sign)) {
        for key in [key, stem_of(key)] {
            let hash = hash(key);
            if self.there[hash / 64] >> (hash % 64) & 1 == 1 {
                self.look(text, at, key, known, &mut hit);
            }
        }
    }

    fn look(&self, text: &str, at: usize, key: u64, known: u64, hit: &mut impl FnMut(Sign)) {
        let slot = hash(key) >> (BITS - UPPER);
        let entries = &self.entries[usize::from(self.starts[slot])..usize::from(self.starts[slot + 1])];
        let mut anchored = false;
        for entry in entries.iter().filter(|entry| entry.key == key) {
            match entry.sign {
                Sign::Anchor(_) if anchored => {}
                Sign::Mark(mark) if mark & known != 0 => {}
                sign if entry.stands_at(text, at) => {
                    anchored |= matches!(sign, Sign::Anchor(_));
                    hit(sign);
                }
                _ => {}
            }
        }
    }
}

impl Entry {
    /// Whether the phrase stands around its word at `at`.
    fn stands_at(&self, text: &str, at: usize) -> bool {
        #[cfg(test)]
        super::super::words::steps::note();
        let Some(start) = at.checked_sub(self.word) else { return false };
        let end = start + self.phrase.len();
        text.as_bytes().get(start..end).is_some_and(|there| there.eq_ignore_ascii_case(self.phrase))
            && !(self.begins_word && text[..start].ends_with(char::is_alphanumeric))
            && !(self.ends_word && text[end..].starts_with(char::is_alphanumeric))
    }
}
