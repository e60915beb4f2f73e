//! Two states of what was written: which answers changed, from what to what. Knows no format of output.

mod index;
mod records;

pub use records::{CellChange, Kind, Note, RecordChange, RecordsDiff, records};
