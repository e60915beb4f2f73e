//! What a description says: dates, counts, names and statements. Knows text only, no report.

pub mod counts;
pub mod dates;
pub mod names;
pub mod statements;
mod words;
