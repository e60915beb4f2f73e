//! What a person may see about a report: `Finding`, its severity, its fix, and the sink that collects them. Does not know which rules exist.

mod fault;
mod fix;
mod level;
mod quote;
mod sink;
mod suppression;

pub use fault::{Detail, Fault, TextEdit};
pub use fix::{Change, Fix, Safety, Value};
pub use level::{Level, Levels};
pub use quote::{FARTHEST_SLIP, made_safe, nearest, quoted, safe_line};
pub use sink::{Draft, Enough, Sink};
pub use suppression::{Baseline, Key, Moot, Order, Orders, SetAside, Suppression, SuppressionKind};

use crate::source::{At, Locate, Place};

/// What the filer must do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Know: nothing need be done.
    Advice,
    /// Verify: likely inconsistent, but a person may know better.
    Warning,
    /// Fix: the law's arithmetic, a required answer or a closed list is violated.
    Error,
}

impl Severity {
    /// The word used on the wire and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A second place that a finding rests on, with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub at: At,
    /// What is there, in lower case, without a full stop.
    pub text: String,
}

/// One thing to say about a report.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule's code, such as `BR203`.
    pub code: &'static str,
    /// What the filer must do.
    pub severity: Severity,
    /// What is there against what is required: lower case, no full stop.
    pub message: String,
    /// The primary place.
    pub at: At,
    /// Words for the primary place in an excerpt; empty for none.
    pub here: String,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do, in whole sentences.
    pub help: Option<String>,
    /// A change that settles it.
    pub fix: Option<Fix>,
}

/// A finding whose places are known: what renderers see.
#[derive(Debug, Clone)]
pub struct Located {
    /// The finding.
    pub finding: Finding,
    /// The primary place.
    pub place: Place,
    /// The places of `finding.labels`, in their order.
    pub label_places: Vec<Place>,
    /// Code, path and a keyed hash of the values concerned, where a baseline is in use.
    pub fingerprint: Option<String>,
}

impl Located {
    /// Resolves every handle of `finding`.
    pub fn new(finding: Finding, locate: &dyn Locate) -> Self {
        let place = locate.place(finding.at);
        let label_places = finding.labels.iter().map(|label| locate.place(label.at)).collect();
        Self { finding, place, label_places, fingerprint: None }
    }
}
