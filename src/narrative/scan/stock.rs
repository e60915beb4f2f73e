//! Words that stand in nearly every text about a breach.

/// Words of which texts about breaches are full, the most common first: a phrase is filed under a rarer one. What begins like one of them is as
/// common, for that is all that is told of a word at first.
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
    /// By the hash of how a word begins, or behind that: how it begins; zero where there is none.
    begin: [u32; SLOTS],
    /// How rare the most common word is that begins so.
    ranks: [usize; SLOTS],
}

/// More than twice as many as there are words.
const SLOTS: usize = 256;

static RANKS: Stock = Stock::new();

const fn slot(begin: u32) -> usize {
    (begin.wrapping_mul(0x9E37_79B9) >> 24) as usize
}

/// The first four bytes of a word in small letters; zeros behind its end.
const fn begin(word: &[u8]) -> u32 {
    let mut four = 0;
    let mut at = if word.len() < 4 { word.len() } else { 4 };
    while at > 0 {
        at -= 1;
        four = four << 8 | word[at] as u32;
    }
    four
}

impl Stock {
    const fn new() -> Self {
        let mut stock = Self { begin: [0; SLOTS], ranks: [0; SLOTS] };
        let mut rank = 0;
        while rank < STOCK.len() {
            let begin = begin(STOCK[rank].as_bytes());
            let mut free = slot(begin);
            while stock.begin[free] != 0 && stock.begin[free] != begin {
                free = (free + 1) % SLOTS;
            }
            if stock.begin[free] == 0 {
                (stock.begin[free], stock.ranks[free]) = (begin, rank);
            }
            rank += 1;
        }
        stock
    }

    /// How rare a word in small letters is, by how it begins; those that begin otherwise than any of these are rarer.
    pub(super) fn rank(word: &[u8]) -> Option<usize> {
        let begin = begin(word);
        let mut slot = slot(begin);
        while RANKS.begin[slot] != 0 {
            if RANKS.begin[slot] == begin {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ranks_with_the_most_common_that_begins_like_it() {
        for (rank, word) in STOCK.iter().enumerate() {
            let first = STOCK.iter().position(|other| begin(other.as_bytes()) == begin(word.as_bytes()));
            assert_eq!(Stock::rank(word.as_bytes()), first, "{word}");
            assert!(first.is_some_and(|first| first <= rank));
        }
        assert_eq!(Stock::rank(b"break"), Stock::rank(b"breach"));
        for other in [b"".as_slice(), b"thee", b"bre", b"ransomware"] {
            assert_eq!(Stock::rank(other), None, "{other:?}");
        }
        assert_eq!((begin(b"breach"), begin(b"of")), (u32::from_le_bytes(*b"brea"), u32::from_le_bytes(*b"of\0\0")));
    }
}
