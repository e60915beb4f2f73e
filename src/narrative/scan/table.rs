//! Every phrase that a first look asks for, filed under one of its words.

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
    key: u32,
    /// Lower case, without its stars.
    phrase: &'static [u8],
    /// Where the word stands under which it is filed.
    word: usize,
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
    there: Vec<u64>,
}

/// Bits of a hash.
const BITS: u32 = 14;
/// Upper bits of it by which entries are found.
const UPPER: u32 = 11;

/// Words that stand in most texts: a phrase is filed under another one.
const STOCK: [&str; 38] = [
    "the",
    "and",
    "covered",
    "entity",
    "entities",
    "individual",
    "individuals",
    "information",
    "health",
    "protected",
    "patient",
    "patients",
    "breach",
    "records",
    "record",
    "that",
    "with",
    "from",
    "were",
    "was",
    "have",
    "had",
    "has",
    "been",
    "not",
    "did",
    "which",
    "their",
    "its",
    "our",
    "for",
    "could",
    "would",
    "will",
    "employee",
    "employees",
    "report",
    "notice",
];

/// The key of a word: its first four bytes, none behind its end. Lower case.
fn key_of(word: &[u8]) -> u32 {
    let mut first = [0; 4];
    for (byte, own) in first.iter_mut().zip(word) {
        *byte = own.to_ascii_lowercase();
    }
    u32::from_le_bytes(first)
}

fn hash(key: u32) -> u32 {
    key.wrapping_mul(0x9E37_79B1) >> (32 - BITS)
}

/// The word of a phrase under which it is best filed: where it starts. A word that may go on needs four letters of its own.
fn filed_under(phrase: &str, begins_word: bool, ends_word: bool) -> Option<usize> {
    let mut best: Option<(bool, usize, usize)> = None;
    let mut at = 0;
    for piece in phrase.split_inclusive(|mark: char| !mark.is_ascii_alphanumeric()) {
        let word = piece.trim_end_matches(|mark: char| !mark.is_ascii_alphanumeric());
        let goes_on = !ends_word && at + word.len() == phrase.len();
        let whole = (begins_word || at > 0) && !word.is_empty() && !(goes_on && word.len() < 4);
        let rank = (!STOCK.contains(&word), word.len().min(7));
        if whole && best.is_none_or(|best| rank > (best.0, best.1)) {
            best = Some((rank.0, rank.1, at));
        }
        at += piece.len();
    }
    best.map(|best| best.2)
}

impl Table {
    /// A table of `phrases`, in lower case; none where one of them has no word under which it can be filed.
    pub(super) fn new(phrases: impl Iterator<Item = (&'static str, Sign)>) -> Option<Self> {
        let mut entries = phrases
            .map(|(phrase, sign)| {
                let (bare, begins_word) = phrase.strip_prefix('*').map_or((phrase, true), |bare| (bare, false));
                let (bare, ends_word) = bare.strip_suffix('*').map_or((bare, true), |bare| (bare, false));
                let word = filed_under(bare, begins_word, ends_word)?;
                let length = bare[word..].bytes().take_while(u8::is_ascii_alphanumeric).count();
                let key = key_of(&bare.as_bytes()[word..word + length]);
                Some(Entry { key, phrase: bare.as_bytes(), word, begins_word, ends_word, sign })
            })
            .collect::<Option<Vec<Entry>>>()?;
        // The longest first, so that of several at one place it is the first that fits.
        entries.sort_unstable_by_key(|entry| (hash(entry.key), entry.key, usize::MAX - entry.phrase.len()));
        let mut there = vec![0_u64; 1 << (BITS - 6)];
        let mut starts = vec![0_u16; (1 << UPPER) + 1];
        for entry in &entries {
            let hash = hash(entry.key) as usize;
            there[hash / 64] |= 1 << (hash % 64);
            starts[(hash >> (BITS - UPPER)) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Some(Self { entries, starts, there })
    }

    /// Calls `hit` for what stands around the word that begins at `at` and whose first four letters are `key`. `known` are the marks that
    /// were found before: their phrases are not looked for again.
    #[inline]
    pub(super) fn find(&self, text: &str, at: usize, key: u32, known: u64, hit: impl FnMut(Sign)) {
        let hash = hash(key) as usize;
        if self.there[hash / 64] >> (hash % 64) & 1 == 1 {
            self.look(text, at, key, known, hit);
        }
    }

    fn look(&self, text: &str, at: usize, key: u32, known: u64, mut hit: impl FnMut(Sign)) {
        let slot = (hash(key) >> (BITS - UPPER)) as usize;
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
