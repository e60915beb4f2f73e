//! Where a row's name stands, kept in a digest; and the place that comes of it once the row's text is gone.

use super::Layout;
use super::row::letters;
use crate::across::Places;
use crate::report::Fact;
use crate::report::digest::{Digest, Spot};
use crate::source::{LineColumn, Place, Span};

/// The column that holds the name.
pub(super) struct NameColumn {
    path: String,
    letters: String,
}

impl NameColumn {
    pub(super) fn of(layout: &Layout) -> Self {
        let column = layout.column(Fact::EntityName);
        Self {
            path: column.map_or_else(String::new, |column| column.name.clone()),
            letters: letters(column.map_or(0, |column| column.index)),
        }
    }
}

/// What a digest keeps of `place`.
pub(super) fn spot(place: &Place) -> Spot {
    let length = if place.start.line == place.end.line { place.end.column - place.start.column } else { 0 };
    let short = |number: u32| u16::try_from(number).unwrap_or(u16::MAX);
    let bytes = u32::try_from(place.span.len()).unwrap_or(u32::MAX);
    Spot { line: place.start.line, column: short(place.start.column), length: short(length), byte: place.span.start, bytes: short(bytes) }
}

impl Places for NameColumn {
    /// Of a row only its name is known to stand anywhere, whichever fact is meant.
    fn place(&self, row: &Digest, _: Fact) -> Place {
        let spot = row.spot();
        let (line, column) = (spot.line, u32::from(spot.column));
        let byte = spot.byte as usize;
        Place {
            span: Span::new(byte, byte.saturating_add(usize::from(spot.bytes))),
            start: LineColumn { line, column },
            end: LineColumn { line, column: column + u32::from(spot.length) },
            path: self.path.clone(),
            row: Some(u64::from(row.row())),
            cell: Some(format!("{}{}", self.letters, u64::from(row.row()) + 1)),
        }
    }

    fn whole(&self) -> Place {
        let start = LineColumn { line: 1, column: 1 };
        Place { span: Span::default(), start, end: start, path: String::new(), row: None, cell: None }
    }
}
