//! A document's node to a typed report. Every value that is not as the form wants it becomes a fault; reading never stops early.

mod contact;
mod number;
mod screens;
mod section;
mod text;
mod value;

use super::model::Report;
use crate::document::{Document, NodeId, Root};
use crate::finding::Fault;
use crate::source::At;

pub use number::CountReading;
pub use number::read as read_count;
pub(crate) use text::{damaged, is_marker, repaired, spaces, trimmed};

/// The newest draft format that this version reads.
pub const NEWEST_VERSION: u32 = 1;

/// What reading one report gave.
#[derive(Debug)]
pub struct Reading<'d> {
    /// The report.
    pub report: Report<'d>,
    /// Faults of values. Faults of shape (unknown keys, missing answers, wrong kinds) are worded by the schema.
    pub faults: Vec<Fault>,
    /// Whether the schema has something to say: a key, an answer or a kind of value is not as it wants.
    pub misshapen: bool,
    /// Places that a fault or a rule already speaks about, so that the schema need not.
    pub spoken: Vec<NodeId>,
    /// Values that are shown to nobody.
    pub hidden: Vec<At>,
}

/// Reads the report at `root`.
pub fn read<'d>(document: &'d Document<'_>, root: Root) -> Reading<'d> {
    let mut reader = Reader { document, faults: Vec::new(), misshapen: false, spoken: Vec::new(), hidden: Vec::new(), whole: root.whole };
    let report = screens::report(&mut reader, root.node);
    let Reader { faults, misshapen, spoken, hidden, .. } = reader;
    Reading { report, faults, misshapen, spoken, hidden }
}

struct Reader<'d, 's> {
    document: &'d Document<'s>,
    faults: Vec<Fault>,
    misshapen: bool,
    spoken: Vec<NodeId>,
    hidden: Vec<At>,
    /// False where a syntax fault cut the report short: nothing is missing from it then.
    whole: bool,
}

impl Reader<'_, '_> {
    /// Files a fault that the schema sees as well, or would see as another.
    fn fault(&mut self, fault: Fault) {
        self.spoken.push(fault.at.field);
        self.faults.push(fault);
    }
}
