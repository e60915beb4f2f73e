//! The start of an input: its byte order mark and its header. What follows is left to the pipeline.

use std::io::{self, Read};

use super::cut::{Block, Cutter, LONGEST_RECORD, count_breaks};
use super::split::Split;
use super::{Layout, Start, Table};
use crate::finding::{Detail, Fault};
use crate::source::At;

/// Reads the header of `input`, which a person knows as `name`. A fault says why it is no dataset.
pub fn open(name: &str, mut input: Box<dyn Read + Send>) -> io::Result<Result<Table, Box<Fault>>> {
    let mut head = Vec::new();
    (&mut input).take(LONGEST_RECORD as u64).read_to_end(&mut head)?;
    let mark = if head.starts_with("\u{feff}".as_bytes()) { '\u{feff}'.len_utf8() } else { 0 };
    let rest = head.split_off(mark);
    let mut cutter = Cutter::new(Box::new(io::Cursor::new(rest.clone())), b',', 0, 1);
    let mut block = Block::default();
    if !cutter.next(&mut block)? {
        return Ok(Err(Box::new(Fault::new("BR020", At::file(0, 0), Detail::None))));
    }
    let text = String::from_utf8_lossy(&block.bytes);
    let mut split = Split::default();
    split.read(&text, b',');
    let header: Vec<&str> = split
        .records()
        .first()
        .map(|&record| split.cells(record).iter().map(|&cell| split.text(&text, cell)).collect())
        .unwrap_or_default();
    let layout = match Layout::read(&header) {
        Ok(layout) => layout,
        Err(fault) => return Ok(Err(fault)),
    };
    let end = split.records().get(1).map_or(block.bytes.len(), |second| second.start as usize);
    let start = Start { byte: (mark + end) as u64, line: 1 + count_breaks(&block.bytes[..end]) };
    let records = io::Cursor::new(rest[end..].to_vec()).chain(input);
    Ok(Ok(Table { name: name.to_owned(), layout, text: Box::new(records), delimiter: b',', start, faults: Vec::new() }))
}
