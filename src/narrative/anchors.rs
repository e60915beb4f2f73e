//! The cheap first look at a text: which kinds of words stand in it at all. It decides whether a close reading could tell anything, and no more.

use std::sync::LazyLock;

use aho_corasick::packed;

/// Kinds of words, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchors(u32);

macro_rules! anchors {
    ($($(#[$doc:meta])* $name:ident = $bit:literal [$($word:literal),+ $(,)?];)+) => {
        impl Anchors {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
        }

        /// Each word, in lower case, with its kind. Some words hold others: the longer stands first.
        static WORDS: &[(&str, Anchors)] = &[$($(($word, Anchors::$name),)+)+];
    };
}

anchors! {
    /// An attack by computer.
    ATTACK = 0 ["ransom", "phish", "hack", "cyber", "malware", "intru", "unauthorized", "attack", "exploit", "password"];
    /// Carrying off.
    THEFT = 1 ["stole", "theft of", "a theft", "burgl", "broke", "break-in"];
    /// Not to be found.
    LOSS = 2 ["lost", "loss of", "misplac", "missing"];
    /// Thrown away.
    DISPOSAL = 3 ["dumpster", "trash", "dispos", "discard", "shred"];
    /// What the post carries.
    POST = 4 ["mailed", "mailing", "letter", "envelope"];
    /// Gone to somebody else than meant.
    ASTRAY = 5 ["wrong", "incorrect", "misdirect", "inadvert", "erroneous", "error", "bcc", "blind", "each other", "visible", "conceal"];
    /// A place where e-mail lies; such a word counts as this, and not as e-mail.
    MAILBOX = 17 ["mailbox", "email account", "e-mail account"];
    /// E-mail.
    EMAIL = 6 ["email", "e-mail"];
    /// An account of one's own.
    OWN = 7 ["personal"];
    /// Looking without a reason.
    SNOOP = 8 ["impermissib", "curio", "inappropriate", "snoop"];
    /// To be seen by everybody.
    EXPOSED = 9 ["internet", "misconfigur"];
    /// Trackers.
    TRACKING = 10 ["pixel", "tracking"];
    /// The writer's own judgment.
    JUDGED = 11 ["classif", "we believe"];
    /// A portable computer.
    LAPTOP = 12 ["laptop"];
    /// A device or medium that is carried.
    PORTABLE = 13 ["drive", "phone", "disk"];
    /// A computer that stands.
    DESKTOP = 14 ["desktop"];
    /// Paper.
    PAPER = 15 ["paper", "document"];
    /// A machine that serves others.
    SERVER = 16 ["server"];
}

impl Anchors {
    /// Whether any kind of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Kinds in either set.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A list of fixed words that is short enough for the packed search; on a machine without it, everything is read closely.
static SEARCH: LazyLock<Option<packed::Searcher>> = LazyLock::new(|| {
    packed::Config::new().match_kind(packed::MatchKind::LeftmostFirst).builder().extend(WORDS.iter().map(|word| word.0)).build()
});

/// Bytes that are looked at in one go.
const PIECE: usize = 4096;
/// Bytes that two pieces share: no word is longer.
const SHARED: usize = 16;

/// The kinds of words in `text`, upper or lower case.
pub fn anchors(text: &str) -> Anchors {
    let Some(search) = &*SEARCH else { return Anchors(u32::MAX) };
    let bytes = text.as_bytes();
    let mut found = Anchors::default();
    let mut piece = [0_u8; PIECE];
    let mut start = 0;
    loop {
        let end = bytes.len().min(start + PIECE);
        let lower = &mut piece[..end - start];
        lower.copy_from_slice(&bytes[start..end]);
        lower.make_ascii_lowercase();
        for hit in search.find_iter(&*lower) {
            found = found.with(WORDS[hit.pattern().as_usize()].1);
        }
        if end == bytes.len() {
            return found;
        }
        start = end - SHARED;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand_and_however_they_are_written() {
        assert!(WORDS.iter().all(|(word, _)| word.len() <= SHARED && *word == word.to_lowercase()));
        for (word, kind) in WORDS {
            assert!(anchors(&word.to_uppercase()).any(*kind), "{word}");
            for before in [PIECE - 8, PIECE - 1, 2 * PIECE - SHARED - 3] {
                let text = format!("{}{word}", "-".repeat(before));
                assert!(anchors(&text).any(*kind), "{word} behind {before} bytes");
            }
        }
        assert_eq!(anchors(""), Anchors::default());
        assert_eq!(anchors("A quiet day."), Anchors::default());
    }
}
