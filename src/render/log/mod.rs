//! An empty log of drafts: one column a question. As CSV the header alone; as a workbook with drop-down lists and help.

#[cfg(feature = "tables")]
mod workbook;

#[cfg(feature = "tables")]
pub use workbook::log_workbook;

use crate::report::{Asked, Fact};

/// The columns of a log, in the order of the form.
fn questions() -> impl Iterator<Item = Fact> {
    Fact::ALL.iter().copied().filter(|fact| fact.asked() != Asked::Record && *fact != Fact::SchemaVersion)
}

/// The header of a log, as CSV.
pub fn log_csv() -> String {
    questions().map(Fact::path).collect::<Vec<_>>().join(",") + "\r\n"
}
