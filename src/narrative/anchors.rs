//! The cheap first look at a text: which kinds of words stand in it at all. It decides whether a close reading could tell anything, and no more.

use std::sync::LazyLock;

use aho_corasick::packed;

/// Kinds of words, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchors(u64);

macro_rules! anchors {
    ($list:ident: $($(#[$doc:meta])* $name:ident = $bit:literal [$($word:literal),+ $(,)?];)+) => {
        impl Anchors {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
        }

        /// Each word, in lower case, with its kind. Some words hold others: the longer stands first.
        static $list: &[(&str, Anchors)] = &[$($(($word, Anchors::$name),)+)+];
    };
}

anchors! { CAUSES:
    /// An attack by computer.
    ATTACK = 0 ["ransom", "phish", "hack", "cyber", "malware", "intru", "unauthorized", "attack", "exploit", "r password", "s password"];
    /// Carrying off.
    THEFT = 1 ["stole", "theft of", "a theft", "burgl", "broke", "break-in"];
    /// Not to be found.
    LOSS = 2 ["lost", "loss of", "misplac", "missing"];
    /// Thrown away.
    DISPOSAL = 3 ["dumpster", "trash", "dispos", "discard", "shred"];
    /// Gone to somebody else than meant.
    ASTRAY = 5 ["wrong", "incorrect", "misdirect", "mistak", "inadvert", "erro", "bcc", "blind", "each other", "visible", "conceal"];
    /// A place where e-mail lies; such a word counts as this, and not as e-mail.
    MAILBOX = 17 ["mailbox", "email account", "e-mail account"];
    /// What the post carries; the mail in a mailbox or an e-mail is none.
    POST = 4 ["letter", "envelope", "mail"];
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

anchors! { EVIDENCE:
    /// More than one incident.
    SEPARATE = 32 [
        "two ", "second incident", "second breach", "both incidents", "unrelated", "three incidents", "three separate", "separate incident",
        "nothing to do",
    ];
    /// A part of a larger entity.
    COMPONENT = 33 ["hybrid", "affiliated", "component"];
    /// Who is not covered, or records that are not.
    NOT_COVERED = 34 [
        "not a c", "not a hipaa", "not covered ent", "employment rec", "personnel", "student rec", "education rec", "life insurance ",
        "ness app", "app users", "of the app", "of our app",
    ];
    /// A health plan of an employer.
    EMPLOYER_PLAN = 35 ["health plan", "benefit plan", "funded plan", "insured plan"];
    /// Encryption.
    ENCRYPTED = 36 ["encrypt"];
    /// Reasons why something would be no breach.
    NO_BREACH = 37 [
        "low probability", "low risk of", "good faith", "able to retain", "no breach", "not a breach", "not a reportable",
        "constitute a breach", "unlikely that", "unintentional acq", "inadvertent disclosure b",
    ];
    /// Reasons why something would be no PHI.
    NOT_PHI = 38 ["not phi", "not considered", "not protected health", "constitute p", "no phi"];
    /// People who are easily left out.
    LEFT_OUT = 39 ["deceased", "minors", "children", "died"];
    /// Associates of any kind.
    ASSOCIATE = 40 ["associate"];
    /// Other words for outside parties; filers have many more for them than OCR has.
    VENDOR = 42 ["vendor", "contractor", "company"];
    /// A number of twenty or more, in words.
    NUMBER = 41 ["hundred", "thousand", "million", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
}

impl Anchors {
    /// A digit.
    pub const DIGIT: Self = Self(1 << 63);
    /// Without these, there is no number of twenty or more.
    pub const NUMBERS: Self = Self::DIGIT.with(Self::NUMBER);

    /// Whether any kind of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Kinds in either set.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Lists of fixed words that are short enough for the packed search; on a machine without it, everything is read closely.
static SEARCHES: LazyLock<Option<[packed::Searcher; 2]>> = LazyLock::new(|| {
    let search = |words: &[(&str, Anchors)]| {
        packed::Config::new().match_kind(packed::MatchKind::LeftmostFirst).builder().extend(words.iter().map(|word| word.0)).build()
    };
    Some([search(CAUSES)?, search(EVIDENCE)?])
});

/// Bytes that are looked at in one go.
const PIECE: usize = 4096;
/// Bytes that two pieces share: no word is longer.
const SHARED: usize = 32;

/// The kinds of words in `text`, upper or lower case.
pub fn anchors(text: &str) -> Anchors {
    let Some([causes, evidence]) = &*SEARCHES else { return Anchors(u64::MAX) };
    let bytes = text.as_bytes();
    let mut found = Anchors::default();
    let mut piece = [0_u8; PIECE];
    let mut start = 0;
    loop {
        let end = bytes.len().min(start + PIECE);
        let lower = &mut piece[..end - start];
        lower.copy_from_slice(&bytes[start..end]);
        lower.make_ascii_lowercase();
        if lower.iter().fold(false, |digit, byte| digit | byte.is_ascii_digit()) {
            found = found.with(Anchors::DIGIT);
        }
        for (search, words) in [(causes, CAUSES), (evidence, EVIDENCE)] {
            for hit in search.find_iter(&*lower) {
                found = found.with(words[hit.pattern().as_usize()].1);
            }
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
        assert!(SEARCHES.is_some() || !cfg!(target_arch = "x86_64"));
        let words = || CAUSES.iter().chain(EVIDENCE);
        assert!(words().all(|(word, _)| word.len() <= SHARED && *word == word.to_lowercase()));
        for (word, kind) in words() {
            assert!(anchors(&word.to_uppercase()).any(*kind), "{word}");
            for before in [PIECE - 8, PIECE - 1, 2 * PIECE - SHARED - 3] {
                let text = format!("{}{word}", "-".repeat(before));
                assert!(anchors(&text).any(*kind), "{word} behind {before} bytes");
            }
        }
        assert_eq!(anchors(""), Anchors::default());
        assert_eq!(anchors("A quiet day."), Anchors::default());
        assert_eq!(anchors("On day 5."), Anchors::DIGIT);
    }

    /// Hits do not overlap: a word that holds another, or ends as another begins, would take it away.
    #[test]
    fn no_word_of_evidence_hides_another() {
        for (one, kind) in EVIDENCE {
            for (other, _) in EVIDENCE.iter().filter(|(_, hidden)| hidden != kind) {
                let runs_on = (1..other.len()).any(|length| one.ends_with(&other[..length]) && other[..length].contains(' '));
                assert!(!runs_on && !one.contains(other), "{one:?} hides {other:?}");
            }
        }
    }
}
