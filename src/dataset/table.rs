//! An input that is ready for the pipeline: its columns are known, its text is UTF-8, and the first record comes next.

use std::io::Read;

use super::Layout;
use super::cut::BLOCK;
use crate::finding::Fault;

/// Where the first record stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Start {
    /// Bytes before it.
    pub byte: u64,
    /// Its line, from 1.
    pub line: u64,
}

/// Rows to be read.
pub struct Table {
    /// What a person calls the input.
    pub name: String,
    /// Its columns.
    pub layout: Layout,
    /// Its records: delimited text in UTF-8, without a header.
    pub text: Box<dyn Read + Send>,
    /// What parts the cells.
    pub delimiter: u8,
    /// Where the records begin.
    pub start: Start,
    /// Faults of the file as a whole.
    pub faults: Vec<Fault>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Table").field("name", &self.name).field("layout", &self.layout).finish_non_exhaustive()
    }
}

/// How a run goes about its work. The results do not depend on it.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Threads that work on rows; at least one.
    pub threads: usize,
    /// Bytes of a block.
    pub block: usize,
}

impl Pace {
    /// Work on `threads` threads.
    pub fn threads(threads: usize) -> Self {
        Self { threads: threads.max(1), block: BLOCK }
    }
}
