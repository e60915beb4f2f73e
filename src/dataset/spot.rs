//! The place of a row that comes of its digest, once the row's text is gone. Of a row only its name is known to stand anywhere.

use super::Layout;
use super::layout::address;
use crate::across::Places;
use crate::report::Fact;
use crate::report::digest::{Digest, Spot};
use crate::source::{At, LineColumn, Place, Span};

/// The column that holds the name.
#[derive(Debug, Clone)]
pub(crate) struct NameColumn {
    at: At,
    path: String,
    /// Where it stands in the file, from 0.
    column: usize,
    /// Records before the first row; none where rows are numbered: their line is their place in the file.
    before: Option<u64>,
}

impl NameColumn {
    /// The column of `layout`. `before` records, the header included, stand before the first row.
    pub(crate) fn of(layout: &Layout, before: u64) -> Self {
        let column = layout.column(Fact::EntityName);
        Self {
            at: column.map_or(At::value(0), super::Column::at),
            path: column.map_or_else(String::new, |column| column.name.clone()),
            column: column.map_or(0, |column| column.place),
            before: (!layout.numbered()).then_some(before),
        }
    }

    /// The handle of its cells.
    pub(crate) fn handle(&self) -> At {
        self.at
    }
}

/// What a digest keeps of a place.
pub(super) fn spot(span: Span, start: LineColumn, end: LineColumn) -> Spot {
    let length = if start.line == end.line { end.column - start.column } else { 0 };
    let short = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
    let bytes = u32::try_from(span.len()).unwrap_or(u32::MAX);
    Spot { line: start.line, column: short(start.column), length: short(length), byte: span.start, bytes: short(bytes) }
}

impl Places for NameColumn {
    fn at(&self, _: &Digest, _: Fact) -> At {
        self.at
    }

    fn place(&self, row: &Digest, _: Fact) -> Place {
        let spot = row.spot();
        let (line, column) = (spot.line, u32::from(spot.column));
        let byte = spot.byte as usize;
        let number = u64::from(row.row());
        let sheet_row = self.before.map_or(u64::from(line), |before| before + number);
        Place {
            span: Span::new(byte, byte.saturating_add(usize::from(spot.bytes))),
            start: LineColumn { line, column },
            end: LineColumn { line, column: column + u32::from(spot.length) },
            path: self.path.clone(),
            row: Some(number),
            cell: Some(address(self.column, sheet_row)),
        }
    }

    fn whole(&self) -> Place {
        let start = LineColumn { line: 1, column: 1 };
        Place { span: Span::default(), start, end: start, path: String::new(), row: None, cell: None }
    }
}
