//! `At`, the handle by which everything after the source names a thing, and `Locate`, which turns it back into a place.

use super::{LineColumn, Span};

/// Which part of the named thing is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The value.
    Value,
    /// The key in front of the value.
    Key,
    /// One item of a multi-value, counted from 0.
    Item(u16),
    /// A range of bytes within the decoded text of the value.
    Text {
        /// First byte of the decoded text.
        start: u32,
        /// One past the last byte.
        end: u32,
    },
}

/// A handle that only its source understands: a node of a document, a column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The node or column.
    pub field: u32,
    /// Which part of it.
    pub part: Part,
}

impl At {
    /// The value of `field`.
    pub const fn value(field: u32) -> Self {
        Self { field, part: Part::Value }
    }

    /// Bytes `start..end` of the input itself, whatever stands there.
    pub const fn file(start: u32, end: u32) -> Self {
        Self { field: u32::MAX, part: Part::Text { start, end } }
    }

    /// The key of the same field.
    pub const fn key(self) -> Self {
        Self { field: self.field, part: Part::Key }
    }

    /// Item `index` of the same field.
    pub const fn item(self, index: u16) -> Self {
        Self { field: self.field, part: Part::Item(index) }
    }

    /// Bytes `start..end` of the field's decoded text.
    pub const fn text(self, start: u32, end: u32) -> Self {
        Self { field: self.field, part: Part::Text { start, end } }
    }
}

/// Where a thing stands, for people and for machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Bytes of the source.
    pub span: Span,
    /// First character.
    pub start: LineColumn,
    /// One past the last character.
    pub end: LineColumn,
    /// Path in the report, such as `breach.location[1]`; the column name for a row.
    pub path: String,
    /// The data record, counted from 1, header not counted.
    pub row: Option<u64>,
    /// Spreadsheet address, such as `D813`.
    pub cell: Option<String>,
}

/// What a source of reports offers: the way back from a handle to a place.
pub trait Locate {
    /// The place of `at`. Handles made by this source always have one; any other gives the start of the source.
    fn place(&self, at: At) -> Place;
}
