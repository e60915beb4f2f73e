//! Kinds of words that a first look at a text looks for. They decide whether a close reading could tell anything, and no more.

/// Kinds of words, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchors(u64);

macro_rules! anchors {
    ($($(#[$doc:meta])* $name:ident = $bit:literal [$($word:literal),+ $(,)?];)+) => {
        impl Anchors {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
        }

        /// Each word or phrase, in lower case, with its kind. Where one stands inside another, the longer counts; a `*` lets the last word go
        /// on, or the first begin earlier.
        pub(super) static WORDS: &[(&str, Anchors)] = &[$($(($word, Anchors::$name),)+)+];
    };
}

anchors! {
    /// An attack by computer.
    ATTACK = 0 ["ransom*", "phish*", "hack*", "cyber*", "malware*", "intru*", "unauthorized*", "attack*", "exploit*", "*r password*", "*s password*", "spearphish*"];
    /// Carrying off.
    THEFT = 1 ["stole*", "theft of*", "a theft*", "burgl*", "broke*", "break-in*"];
    /// Not to be found.
    LOSS = 2 ["lost*", "loss of*", "misplac*", "missing*"];
    /// Thrown away.
    DISPOSAL = 3 ["dumpster*", "trash*", "dispos*", "discard*", "shred*"];
    /// Gone to somebody else than meant.
    ASTRAY = 5 ["wrong*", "incorrect*", "misdirect*", "mistak*", "inadvert*", "erro*", "bcc", "blind*", "each other*", "visible*", "conceal*"];
    /// A place where e-mail lies; such a word counts as this, and not as e-mail.
    MAILBOX = 17 ["mailbox*", "webmail*", "email account*", "e-mail account*"];
    /// What the post carries; the mail in a mailbox or an e-mail is none.
    POST = 4 ["letter*", "envelope*", "mail*"];
    /// E-mail.
    EMAIL = 6 ["email*", "e-mail*"];
    /// An account of one's own.
    OWN = 7 ["personal*"];
    /// Looking without a reason.
    SNOOP = 8 ["impermissib*", "curio*", "inappropriate*", "snoop*"];
    /// To be seen by everybody.
    EXPOSED = 9 ["internet*", "misconfigur*"];
    /// Trackers.
    TRACKING = 10 ["pixel*", "tracking*"];
    /// The writer's own judgment.
    JUDGED = 11 ["classif*", "we believe*"];
    /// A portable computer.
    LAPTOP = 12 ["laptop*"];
    /// A device or medium that is carried.
    PORTABLE = 13 ["drive*", "phone*", "smartphone*", "cellphone*", "iphone*", "telephone*", "disk*"];
    /// A computer that stands.
    DESKTOP = 14 ["desktop*"];
    /// Paper.
    PAPER = 15 ["paper*", "document*"];
    /// A machine that serves others.
    SERVER = 16 ["server*"];
    /// Associates of any kind.
    ASSOCIATE = 18 ["associate*", "ba", "bas"];
    /// Other words for outside parties; filers have many more for them than OCR has.
    VENDOR = 19 ["vendor*", "subcontractor*", "contractor*", "company*"];
    /// Whoever does an entity's work, where the words in front say which work.
    WORKER = 21 ["manager", "service", "provider", "agency", "house", "administrator", "firm", "bureau", "host"];
    /// A month; in small letters, some are other words.
    MONTH = 22 [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];
    /// A number of twenty or more, in words.
    NUMBER = 20 ["hundred*", "thousand*", "million*", "twenty*", "thirty*", "forty*", "fifty*", "sixty*", "seventy*", "eighty*", "ninety*"];
    /// What OCR says of those with whom it settled.
    SETTLED = 23 ["agreed to"];
}

impl Anchors {
    /// Whoever may be an associate.
    pub const PARTIES: Self = Self::ASSOCIATE.with(Self::VENDOR).with(Self::WORKER);
    /// Every kind.
    pub const ALL: Self = Self(u64::MAX);

    /// Whether any kind of `other` is in the set.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Kinds in either set.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as bits.
    pub(super) const fn bits(self) -> u64 {
        self.0
    }

    /// The set of these bits.
    pub(super) const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}
