//! Two states of what was written: which answers changed, from what to what. Knows no format of output.

mod cells;
mod drafts;
mod index;
mod leaves;
mod records;

pub use drafts::{Changed, DraftsDiff, NotCompared, Note, ReportDiff, drafts};
pub use records::{CellChange, Export, Failure, Fate, Meaning, RecordChange, RecordsDiff, records};
