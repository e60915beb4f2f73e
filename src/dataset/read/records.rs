//! The records of an input, one after another, for readers that need no speed.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, ReaderBuilder};

use super::{Input, limit, stopped};
use crate::dataset::LONGEST_RECORD;

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The record, from 1, the header not counted.
    pub number: u64,
    /// Its row in a sheet, or the line on which it starts.
    pub place: u64,
    /// The row that a spreadsheet program shows it in.
    pub sheet_row: u64,
    /// Its cells, as [`Layout`](crate::dataset::Layout) counts them.
    pub cells: Vec<String>,
}

/// The records of an [`Input`].
pub struct Records {
    reader: csv::Reader<Bounded>,
    record: ByteRecord,
    number: u64,
    above: super::Start,
    numbered: bool,
    unended: Arc<AtomicU64>,
}

/// Text that ends with a fault where a record does not: memory holds one record.
struct Bounded {
    text: Box<dyn Read + Send>,
    /// Bytes since the last record that was whole.
    unended: Arc<AtomicU64>,
}

impl Read for Bounded {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let longest = LONGEST_RECORD as u64;
        if self.unended.load(Ordering::Relaxed) > longest {
            return Err(stopped(limit("length of a record in bytes", longest, "it, and the records behind it")));
        }
        let count = self.text.read(bytes)?;
        self.unended.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl Input {
    /// The records, one after another.
    pub fn records(self) -> Records {
        let unended = Arc::new(AtomicU64::new(0));
        let text = Bounded { text: self.text, unended: Arc::clone(&unended) };
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).from_reader(text);
        Records { reader, record: ByteRecord::new(), number: 0, above: self.start, numbered: self.layout.numbered(), unended }
    }
}

impl Iterator for Records {
    type Item = io::Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => {
                return Some(Err(match error.into_kind() {
                    csv::ErrorKind::Io(error) => error,
                    other => io::Error::other(format!("{other:?}")),
                }));
            }
        }
        self.unended.store(0, Ordering::Relaxed);
        self.number += 1;
        let cells: Vec<String> = self.record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
        let line = self.record.position().map_or(0, csv::Position::line) + self.above.line - 1;
        let place = if self.numbered { cells.first().and_then(|place| place.parse().ok()).unwrap_or(line) } else { line };
        let sheet_row = if self.numbered { place } else { self.above.records + self.number };
        Some(Ok(Record { number: self.number, place, sheet_row, cells }))
    }
}
