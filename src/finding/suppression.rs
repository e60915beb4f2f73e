//! Findings that somebody answers for: what is set aside, by whom it was ordered, and why an order has no effect. Knows no notation and no file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Located;

/// Where a suppression stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuppressionKind {
    /// A comment in the draft.
    Inline,
    /// An entry of the configuration.
    Config,
    /// A person verified the finding, for the values that it rests on.
    Attest,
    /// The finding was there when the baseline was taken.
    Baseline,
}

impl SuppressionKind {
    /// The word used on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Config => "config",
            Self::Attest => "attest",
            Self::Baseline => "baseline",
        }
    }
}

/// Why a finding is not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Where it is said.
    pub kind: SuppressionKind,
    /// The reason that was given.
    pub reason: String,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
}

/// A finding that is not counted, and why.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// The finding.
    pub located: Located,
    /// Why.
    pub suppression: Suppression,
}

/// A random key for hashes of values. It never leaves the file that it stands in.
pub type Key = [u8; 32];

/// One suppression from outside the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The rule.
    pub code: &'static str,
    /// The path in the report, with all that stands below it; none for the whole file.
    pub field: Option<String>,
    /// Why, and how long.
    pub suppression: Suppression,
    /// For an attestation: the keyed hash of the values that were verified, in hexadecimal digits.
    pub values: Option<String>,
    /// Where the order stands, such as "breachlint.toml, line 12".
    pub origin: String,
}

/// What was found in a file when the baseline was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The key of its hashes.
    pub key: Key,
    /// What people call it.
    pub name: String,
    /// How often each fingerprint stood in this file.
    pub known: BTreeMap<String, usize>,
}

/// Everything that is said about one file from outside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Orders {
    /// Entries of the configuration, and attestations.
    pub entries: Vec<Order>,
    /// The key of the attestations.
    pub attest_key: Option<Key>,
    /// The baseline; one without entries where the file is not in it.
    pub baseline: Option<Baseline>,
}

/// Why a suppression has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moot {
    /// Its comment cannot be read; what is wrong with it.
    Garbled(String),
    /// No rule has this code; the nearest that one has.
    Unknown(Option<String>),
    /// It gives no reason.
    Unexplained,
    /// It held until that day.
    Expired(NaiveDate),
    /// It would suppress what must be fixed.
    MustFix,
    /// It would suppress what says that something was not read.
    Unread,
    /// There is no such finding.
    Unused,
    /// The values that were attested have changed.
    Lapsed,
}
