//! Words that stand in nearly every text about a breach.

/// Words of which texts about breaches are full, the most common first: a phrase is filed under a rarer one.
pub(super) const STOCK: [&str; 108] = [
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
pub(super) const STOCK_KEYS: [u64; 108] = {
    let mut keys = [0; 108];
    let mut at = 0;
    while at < 108 {
        keys[at] = key_of(STOCK[at].as_bytes());
        at += 1;
    }
    keys
};

/// The key of a word in small letters: its first eight bytes, none behind its end.
pub(super) const fn key_of(word: &[u8]) -> u64 {
    let mut first = [0; 8];
    let mut at = 0;
    while at < word.len() && at < first.len() {
        first[at] = word[at];
        at += 1;
    }
    u64::from_le_bytes(first)
}
