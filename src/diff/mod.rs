//! Two states of what was written: which answers changed, from what to what. Knows no format of output.

mod drafts;
mod leaves;

pub use drafts::{Changed, DraftsDiff, NotCompared, Note, ReportDiff, drafts};
