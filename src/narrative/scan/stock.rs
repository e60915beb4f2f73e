//! Words that stand in nearly every text about a breach.

use crate::narrative::block::first;

/// Words of which texts about breaches are full, the most common first: a phrase is filed under a rarer one. The last ones begin like common words,
/// which is all that is told of a word at first.
const STOCK: [&str; 113] = [
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
    "breaches",
    "healthcare",
    "include",
    "employment",
    "insured",
];

/// How rare each of them is among the others, by its key.
pub(super) struct Stock(Vec<(u64, usize)>);

impl Stock {
    pub(super) fn new() -> Self {
        let mut ranks: Vec<(u64, usize)> = STOCK.iter().map(|word| key_of(word.as_bytes())).zip(0..).collect();
        ranks.sort_unstable();
        Self(ranks)
    }

    /// How rare `word` is; any word but these is rarer.
    pub(super) fn rank(&self, word: &[u8]) -> Option<usize> {
        let key = key_of(word);
        let at = self.0.binary_search_by_key(&key, |rank| rank.0).ok()?;
        self.0.get(at).map(|rank| rank.1)
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
pub(super) fn key_of(word: &[u8]) -> u64 {
    u64::from_le_bytes(first(word, 0))
}
