//! A change that would settle a finding, in terms of fields, never of bytes.

use crate::source::At;

/// Whether a fix may be applied without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// Says the same thing in the form's words: applied by `fix`.
    Safe,
    /// A likely reading: applied only with `--unsafe-fixes`.
    Unsafe,
}

/// A new value for a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text, quoted as the document needs.
    Text(String),
    /// A whole number.
    Number(u64),
    /// An answer to a yes/no question.
    YesNo(bool),
    /// A list of texts.
    List(Vec<String>),
}

/// One alteration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Gives the field at `at` (or the item, or the range of its text) another value.
    Set(At, Value),
    /// Renames the key of the field.
    Rename(At, String),
    /// Removes the field, or the item.
    Remove(At),
}

impl Change {
    /// The field that is changed.
    pub fn at(&self) -> At {
        match self {
            Self::Set(at, _) | Self::Rename(at, _) | Self::Remove(at) => *at,
        }
    }
}

/// A change, its title and whether it is safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Imperative: "use the form's term `Hacking/IT Incident`".
    pub title: String,
    /// Whether it may be applied without asking.
    pub safety: Safety,
    /// What to alter.
    pub changes: Vec<Change>,
}

impl Fix {
    /// A fix that says the same thing in the form's words.
    pub fn safe(title: impl Into<String>, change: Change) -> Self {
        Self { title: title.into(), safety: Safety::Safe, changes: vec![change] }
    }

    /// A fix that a person must ask for.
    pub fn unsafe_(title: impl Into<String>, change: Change) -> Self {
        Self { title: title.into(), safety: Safety::Unsafe, changes: vec![change] }
    }
}
