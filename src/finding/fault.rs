//! What an early stage stumbled over, as data; a rule of family 0 puts it into words. Knows no words.

use crate::source::At;

/// A fault found while reading, filed under the code of the rule that words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code of the `Reader` rule that words this fault.
    pub code: &'static str,
    /// Where it is.
    pub at: At,
    /// What is known about it.
    pub detail: Detail,
}

/// The facts behind a fault. Texts are raw values: whoever prints them quotes and masks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Nothing beyond the place.
    None,
    /// Words that are ready to be shown, and a place that the fault broke.
    Broken {
        /// What is wrong.
        what: String,
        /// What to do.
        help: String,
        /// What it broke: the start of the unfinished thing.
        broke: Option<At>,
    },
    /// The same key stands earlier.
    Earlier(At),
    /// An unknown key, and the nearest known one.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The nearest known key, where one is near.
        nearest: Option<String>,
        /// All known keys here.
        known: Vec<String>,
    },
    /// A required answer is missing under `at`.
    Missing {
        /// Its key.
        key: String,
        /// The form's question.
        question: String,
        /// Why it is asked, where that depends on another answer.
        because: String,
    },
    /// A value of another kind than the question takes.
    Kind {
        /// The question's key; empty for a whole report.
        key: String,
        /// What the question takes, such as "a whole number".
        takes: String,
        /// What is there, such as "a list".
        found: String,
        /// The rewriting that would be right, where only one is.
        instead: Option<super::Value>,
    },
    /// A text that is no term of the question's list.
    Term {
        /// The list's name.
        list: &'static str,
        /// The raw text; hidden from output where the field is.
        raw: String,
        /// The term meant: a known synonym or a near miss.
        meant: Option<&'static str>,
        /// Some of the list, for a person who knows none of it.
        known: Vec<&'static str>,
    },
    /// A raw value with one or more readings, each as it would be written canonically.
    Readings {
        /// The raw text.
        raw: String,
        /// What the text was read as, such as "a date".
        what: &'static str,
        /// Every admissible reading, canonical.
        readings: Vec<String>,
        /// The legal threshold on whose two sides readings fall, where there is one.
        threshold: Option<&'static str>,
        /// Whether the writer marked the value as inexact: even one reading is then not certain.
        inexact: bool,
    },
    /// A raw text and its repaired form, where that is certain.
    Text {
        /// What is wrong with it, such as "two spaces in a row".
        what: &'static str,
        /// The repaired text, where the repair is certain.
        repaired: Option<String>,
        /// The same repair part by part, in order; empty where it is not certain.
        edits: Vec<TextEdit>,
    },
    /// A limit was reached.
    Limit {
        /// Which limit, such as "nesting depth".
        which: &'static str,
        /// Its value.
        limit: u64,
        /// What was not read because of it.
        unread: &'static str,
    },
    /// A suppression that has no effect.
    Suppression {
        /// Why.
        moot: super::Moot,
        /// The code or name that it gives; empty where it gives none.
        code: String,
        /// What it is, such as "suppression" or "attestation".
        what: &'static str,
        /// Where it stands, unless in the draft itself.
        origin: Option<String>,
    },
    /// A version that this tool does not know.
    Version {
        /// The version that stands there; none where none does.
        found: Option<String>,
        /// The newest version that this tool knows.
        newest: u32,
    },
}

/// One repair within a decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextEdit {
    /// First byte of the decoded text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What belongs there.
    pub instead: &'static str,
}

impl Fault {
    /// A fault filed under `code`.
    pub fn new(code: &'static str, at: At, detail: Detail) -> Self {
        Self { code, at, detail }
    }
}
