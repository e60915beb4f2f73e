//! The public record, row by row, through the same report and rules as a draft. So far: the portal's own CSV export.

mod layout;
mod row;

use csv::{ByteRecord, ReaderBuilder};

pub use layout::{Column, Layout};

use crate::finding::{Detail, Fault, Located, Sink};
use crate::report::{Fact, FactSet};
use crate::rules::{Engine, SourceKind};
use crate::source::{At, Encoding, Lines, Locate, Part, Place, Source, Span};
use chrono::NaiveDate;
use row::RowPlace;

/// Longest record that is read, in bytes: a stray quote would otherwise swallow the rest of the file.
pub const LONGEST_RECORD: usize = 1024 * 1024;

/// The facts that a row of the portal's export carries.
pub const FACTS: FactSet = FactSet::of(&[
    Fact::EntityName,
    Fact::EntityState,
    Fact::EntityType,
    Fact::Individuals,
    Fact::SubmittedOn,
    Fact::BreachType,
    Fact::Location,
    Fact::BaPresent,
    Fact::OcrNarrative,
]);

/// The rules for rows.
pub fn engine(as_of: NaiveDate) -> Engine {
    Engine::new(FACTS, as_of, SourceKind::Record)
}

/// What was read of a dataset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rows {
    /// Records, the header not counted.
    pub read: u64,
    /// Records with at least one finding.
    pub remarked: u64,
}

/// Checks every row of `source`. `found` gets each finding, in the order of the rows; its first argument is the row, 0 for the file itself.
pub fn check(source: &Source, engine: &Engine, found: &mut dyn FnMut(u64, Located)) -> Rows {
    let text = source.text();
    let lines = Lines::new(text);
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    // RFC 4180: a backslash is data, and only a doubled quote escapes a quote.
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&text.as_bytes()[mark..]);
    let mut record = ByteRecord::new();
    let mut rows = Rows::default();
    let mut sink = Sink::default();
    let mut layout: Option<Layout> = None;
    file_faults(source, engine, &mut sink);
    loop {
        let more = reader.read_byte_record(&mut record).unwrap_or(false);
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX).saturating_add(mark).min(text.len());
        let Some(known) = &layout else {
            let read = if more { Layout::read(&cells(&record)) } else { Err(Box::new(Fault::new("BR020", At::file(0, 0), Detail::None))) };
            match read {
                Ok(read) => layout = Some(read),
                Err(fault) => engine.word(&[*fault], &mut sink),
            }
            let header = FilePlace { text, lines: &lines };
            for finding in engine.findings(&mut sink) {
                found(0, Located::new(finding, &header));
            }
            if layout.is_none() {
                return rows;
            }
            continue;
        };
        if !more {
            return rows;
        }
        rows.read += 1;
        let place = RowPlace { text, lines: &lines, layout: known, start, row: rows.read };
        let values = cells(&record);
        if record.as_slice().len() > LONGEST_RECORD {
            let detail = Detail::Limit {
                which: "length of a record in bytes",
                limit: LONGEST_RECORD as u64,
                unread: "this record; look for a stray quote",
            };
            engine.word(&[Fault::new("BR015", At::value(0), detail)], &mut sink);
        } else {
            let (report, faults) = row::read(known, &values);
            engine.word(&faults, &mut sink);
            engine.run(&report, &mut sink);
        }
        let findings = engine.findings(&mut sink);
        rows.remarked += u64::from(!findings.is_empty());
        for finding in findings {
            found(rows.read, Located::new(finding, &place));
        }
    }
}

/// The cells as text. The source is UTF-8 and cells end at ASCII bytes, so that every cell is text.
fn cells(record: &ByteRecord) -> Vec<&str> {
    record.iter().map(|cell| std::str::from_utf8(cell).unwrap_or_default()).collect()
}

fn file_faults(source: &Source, engine: &Engine, sink: &mut Sink) {
    if source.encoding() != Encoding::Utf8 {
        let offset = u32::try_from(source.first_bad_byte().unwrap_or(0)).unwrap_or(u32::MAX);
        let what = "the file is not UTF-8";
        engine.word(&[Fault::new("BR011", At::file(offset, offset), Detail::Text { what, repaired: None, edits: Vec::new() })], sink);
    }
}

/// Places in the file outside every row.
struct FilePlace<'t> {
    text: &'t str,
    lines: &'t Lines,
}

impl Locate for FilePlace<'_> {
    fn place(&self, at: At) -> Place {
        let span = match at.part {
            Part::Text { start, end } => Span { start, end },
            _ => Span::default(),
        }
        .within(self.text);
        Place {
            span,
            start: self.lines.position(self.text, span.range().start),
            end: self.lines.position(self.text, span.range().end),
            path: String::new(),
            row: None,
            cell: None,
        }
    }
}
