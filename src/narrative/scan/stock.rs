//! Words that stand in nearly every text about a breach.

/// Words of which texts about breaches are full, the most common first: a phrase is filed under a rarer one. The last ones begin like common words,
/// which is all that is told of a word at first.
const STOCK: [&str; 112] = [
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
    "breaches",
    "healthcare",
    "include",
    "employment",
    "insured",
];

/// How rare each of them is among the others.
pub(super) struct Stock {
    /// By the hash of a key, or behind that: the keys, zero where there is none.
    keys: [u64; SLOTS],
    /// How rare the word of each is.
    ranks: [usize; SLOTS],
}

/// More than twice as many as there are words.
const SLOTS: usize = 256;

static RANKS: Stock = Stock::new();

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as usize
}

impl Stock {
    const fn new() -> Self {
        let mut stock = Self { keys: [0; SLOTS], ranks: [0; SLOTS] };
        let mut rank = 0;
        while rank < STOCK.len() {
            let key = key_of(STOCK[rank].as_bytes());
            let mut free = slot(key);
            while stock.keys[free] != 0 {
                free = (free + 1) % SLOTS;
            }
            (stock.keys[free], stock.ranks[free]) = (key, rank);
            rank += 1;
        }
        stock
    }

    /// How rare the word with this key is; any word but these is rarer.
    pub(super) fn rank(key: u64) -> Option<usize> {
        let mut slot = slot(key);
        while RANKS.keys[slot] != 0 {
            if RANKS.keys[slot] == key {
                return Some(RANKS.ranks[slot]);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }

    /// The words.
    #[cfg(test)]
    pub(super) fn words() -> impl Iterator<Item = &'static str> {
        STOCK.into_iter()
    }

    /// More than any of them has.
    pub(super) const RAREST: usize = STOCK.len();
}

/// The key of a word in small letters: its first eight bytes, none behind its end.
pub(super) const fn key_of(word: &[u8]) -> u64 {
    let mut key = 0;
    let mut at = if word.len() < 8 { word.len() } else { 8 };
    while at > 0 {
        at -= 1;
        key = key << 8 | word[at] as u64;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_rank_and_others_have_none() {
        for (rank, word) in STOCK.iter().enumerate() {
            assert_eq!(Stock::rank(key_of(word.as_bytes())), Some(rank), "{word}");
        }
        for other in ["", "thee", "brea", "ransomware"] {
            assert_eq!(Stock::rank(key_of(other.as_bytes())), None, "{other}");
        }
        assert_eq!(key_of(b"breach"), u64::from_le_bytes(*b"breach\0\0"));
        assert_eq!(key_of(b"individuals"), u64::from_le_bytes(*b"individu"));
    }
}
