//! The way from a cell of a block back to bytes, lines and columns of the input. Looked up only for findings that are kept.

use std::ops::Range;

use super::Layout;
use super::cut::line_breaks;
use super::layout::address;
use super::pool::Begin;
use super::split::{Cell, Split};
use super::spot::spot;
use crate::report::digest::Spot;
use crate::source::{At, LineColumn, Locate, Part, Place, Span};

/// A block whose findings are looked up in the order of its records.
#[derive(Debug)]
pub(super) struct BlockPlaces<'b> {
    layout: &'b Layout,
    text: &'b str,
    split: &'b Split,
    /// Offset of the block in the input.
    offset: u64,
    begin: Begin,
    /// Records before the first row, the header included.
    before: u64,
}

impl<'b> BlockPlaces<'b> {
    pub(super) fn new(layout: &'b Layout, text: &'b str, split: &'b Split, offset: u64, begin: Begin, before: u64) -> Self {
        Self { layout, text, split, offset, begin, before }
    }

    /// The places of record `index` of the block.
    pub(super) fn record(&'b self, index: usize) -> RowPlace<'b> {
        RowPlace { block: self, index }
    }

    /// The line at which record `index` starts.
    fn line(&self, index: usize) -> u64 {
        self.begin.line + u64::from(self.split.records().get(index).map_or(0, |record| record.lines))
    }

    /// The line and column of byte `at` of the block, which belongs to record `index`.
    fn position(&self, index: usize, at: usize) -> LineColumn {
        let bytes = self.text.as_bytes();
        let start = self.split.records()[index].start as usize;
        let newest = memchr::memrchr2(b'\n', b'\r', &bytes[start..at]).map_or(start, |found| start + found + 1);
        // Between the halves of a line break the line has not ended yet.
        let newest = if newest == at && bytes.get(at) == Some(&b'\n') && at > start && bytes[at - 1] == b'\r' { start } else { newest };
        let line = self.line(index) + u64::from(line_breaks(&bytes[start..newest]));
        let column = characters(&self.text[newest..at]) + 1;
        LineColumn { line: number(line), column: number(column as u64) }
    }

    /// The line and column of the end of `bytes`, whose start is at `start`.
    fn behind(&self, index: usize, bytes: Range<usize>, start: LineColumn) -> LineColumn {
        let text = &self.text[bytes.clone()];
        if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some() {
            return self.position(index, bytes.end);
        }
        LineColumn { line: start.line, column: start.column.saturating_add(number(characters(text) as u64)) }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let offset = |at: usize| usize::try_from(self.offset).unwrap_or(usize::MAX).saturating_add(at);
        Span::new(offset(start), offset(end))
    }
}

/// The places of one record.
#[derive(Debug)]
pub(crate) struct RowPlace<'b> {
    block: &'b BlockPlaces<'b>,
    index: usize,
}

impl Locate for RowPlace<'_> {
    fn place(&self, at: At) -> Place {
        let block = self.block;
        let record = block.split.records()[self.index];
        let column = at.field as usize;
        let cell = block.split.cell(record, column);
        let (start, end) = match (cell, at.part) {
            (Some(cell), Part::Text { start, end }) => within_cell(block.text, cell, start as usize..end as usize),
            (Some(cell), _) => (cell.start as usize, cell.end as usize),
            // A cell that the record is too short for stands at its end.
            (None, _) => (record.end as usize, record.end as usize),
        };
        let start = block.text.floor_char_boundary(start);
        let end = block.text.ceil_char_boundary(end.max(start));
        let known = block.layout.columns().iter().find(|known| known.index == column);
        let cell = |row| Some(address(known.map_or(column, |known| known.place), row));
        let row = block.begin.row + self.index as u64;
        let path = known.map_or(String::new(), |known| known.name.clone());
        // Rows of workbooks and of JSON bring their place in the file along; no byte of the file stands behind their cells.
        if block.layout.numbered() {
            let line = self.numbered().unwrap_or(row);
            let place = LineColumn { line: number(line), column: 1 };
            return Place { span: Span::default(), start: place, end: place, path, row: Some(row), cell: cell(line) };
        }
        let first = block.position(self.index, start);
        Place {
            span: block.span(start, end),
            start: first,
            end: block.behind(self.index, start..end, first),
            path,
            row: Some(row),
            cell: cell(block.before + row),
        }
    }
}

impl RowPlace<'_> {
    /// The place in the file that a record of a workbook or of JSON brings along as its first cell.
    fn numbered(&self) -> Option<u64> {
        let block = self.block;
        block.split.value(block.text, block.split.records()[self.index], 0).parse().ok()
    }

    /// What a digest keeps of the place of the cell at `at`, without a text of its own. A `plain` cell holds printable ASCII alone.
    pub(crate) fn spot(&self, at: At, plain: bool) -> Spot {
        let block = self.block;
        let record = block.split.records()[self.index];
        if block.layout.numbered() {
            let line = self.numbered().unwrap_or(block.begin.row + self.index as u64);
            return Spot { line: number(line), column: 1, ..Spot::default() };
        }
        let (start, end) = block.split.cell(record, at.field as usize).map_or((record.end, record.end), |cell| (cell.start, cell.end));
        let (first, start, end) = (record.start as usize, start as usize, end as usize);
        let span = block.span(start, end);
        if start > first || !plain {
            let at = block.position(self.index, start);
            return spot(span, at, block.behind(self.index, start..end, at));
        }
        // The first cell, in one line, as names mostly stand.
        let line = number(block.line(self.index));
        spot(span, LineColumn { line, column: 1 }, LineColumn { line, column: number((end - start) as u64 + 1) })
    }
}

/// Characters of `text`.
fn characters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Bytes of the decoded cell, found again behind its quote and doubled quotes.
fn within_cell(text: &str, cell: Cell, wanted: Range<usize>) -> (usize, usize) {
    let (base, end) = (cell.start as usize, cell.end as usize);
    let bytes = &text.as_bytes()[base..end];
    let quoted = bytes.first() == Some(&b'"');
    let mut decoded = 0;
    let mut offset = usize::from(quoted);
    let mut start = None;
    while offset < bytes.len() && decoded < wanted.end {
        if decoded == wanted.start {
            start = Some(offset);
        }
        offset += if quoted && bytes[offset] == b'"' && bytes.get(offset + 1) == Some(&b'"') { 2 } else { 1 };
        decoded += 1;
    }
    (base + start.unwrap_or(0), (base + offset).min(end))
}

fn number(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
