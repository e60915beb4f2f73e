//! Delimited text: what separates the cells, where the header stands, and the rows below it that the layout is decided by.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use super::head::Head;
use super::kind::Shape;
use super::{Charset, Failure, Input, Notes, Options, Recognised, Start};
use crate::dataset::layout::Layout;
use crate::finding::Fault;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A header stands within the first records: above it are titles and notes.
const HEADER_WITHIN: usize = 20;
/// So many bytes of the sample are enough for the header.
const TOP: usize = 64 * 1024;

/// So much of a cell of the sample is looked at, in bytes: dates, names and headers are shorter.
const LONGEST: usize = 256;

/// A record of the sample, and where it ends.
struct Sampled {
    cells: Vec<String>,
    end: usize,
}

/// Reads the layout of `head`, and leaves out everything above the first record.
pub(super) fn open(head: Head, charset: Charset, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let (delimiter, at, mut layout) = header(head.seen(), options, false)?;
    let mut sample = records(head.seen(), delimiter, usize::MAX, head.is_whole());
    let below = below(&mut sample, at);
    if let Some(header) = sample.get(at) {
        layout = Layout::of(&borrowed(&header.cells), &below, &options.wanted, false)?;
    }
    let end = sample.get(at).map_or(head.seen().len(), |record| record.end);
    let found = Recognised { packed: Vec::new(), shape: Shape::Delimited { delimiter }, charset, misnamed: None };
    let mark = if charset == (Charset::Utf8 { mark: true }) { 3 } else { 0 };
    let start = Start { byte: (end + mark) as u64, line: 1 + line_ends(&head.seen()[..end]), records: at as u64 + 1 };
    Ok(below_header(head, end, delimiter, found, layout, start, notes))
}

/// The same for text that was written here: commas, and the header first.
pub(super) fn open_written(head: Head, found: Recognised, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let (_, at, _) = header(head.seen(), options, true)?;
    let mut sample = records(head.seen(), b',', usize::MAX, head.is_whole());
    let below = below(&mut sample, at);
    let Some(top) = sample.get(at) else {
        return Err(Box::new(Fault::new("BR020", crate::source::At::file(0, 0), crate::finding::Detail::None)).into());
    };
    let layout = Layout::of(&borrowed(&top.cells), &below, &options.wanted, true)?;
    let end = top.end;
    let place = top.cells.first().and_then(|place| place.parse().ok()).unwrap_or(0);
    Ok(below_header(head, end, b',', found, layout, Start { byte: 0, line: 1, records: place }, notes))
}

/// The cells of the records below record `at`.
fn below(sample: &mut Vec<Sampled>, at: usize) -> Vec<Vec<String>> {
    sample.drain((at + 1).min(sample.len())..).map(|record| record.cells).collect()
}

fn below_header(mut head: Head, end: usize, delimiter: u8, found: Recognised, layout: Layout, start: Start, notes: &Notes) -> Input {
    head.skip(end);
    Input { found, layout, text: Box::new(head) as Box<dyn Read + Send>, delimiter, start, notes: notes.clone() }
}

/// The delimiter and the record at which a header is recognised; otherwise why none is.
fn header(text: &[u8], options: &Options, written: bool) -> Result<(u8, usize, Layout), Box<Fault>> {
    let top = &text[..text.len().min(TOP)];
    let mut refusal: Option<(usize, Box<Fault>)> = None;
    for delimiter in DELIMITERS.into_iter().take(if written { 1 } else { DELIMITERS.len() }) {
        for (at, record) in records(top, delimiter, HEADER_WITHIN, true).into_iter().enumerate() {
            match Layout::of(&borrowed(&record.cells), &[], &options.wanted, written) {
                Ok(layout) => return Ok((delimiter, at, layout)),
                // The record that looks most like a header is the one to talk about: the first of the widest.
                Err(fault) => {
                    let width = record.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
                    if refusal.as_ref().is_none_or(|(known, _)| width > *known && at == 0) {
                        refusal = Some((width, fault));
                    }
                }
            }
        }
    }
    Err(refusal
        .map_or_else(|| Box::new(Fault::new("BR020", crate::source::At::file(0, 0), crate::finding::Detail::None)), |(_, fault)| fault))
}

/// The first records of `text` under each delimiter: one of them is the header, if the text has one.
pub(super) fn first_records(text: &[u8]) -> Vec<Vec<String>> {
    let top = &text[..text.len().min(TOP)];
    DELIMITERS.into_iter().flat_map(|delimiter| records(top, delimiter, HEADER_WITHIN, true)).map(|record| record.cells).collect()
}

/// Up to `most` records. The last may be cut off by the end of the sample; it is left out unless the sample `is_whole`.
fn records(text: &[u8], delimiter: u8, most: usize, is_whole: bool) -> Vec<Sampled> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text);
    let mut record = ByteRecord::new();
    let mut sampled: Vec<Sampled> = Vec::new();
    while sampled.len() < most && reader.read_byte_record(&mut record).unwrap_or(false) {
        let cells = record.iter().map(|cell| String::from_utf8_lossy(&cell[..cell.len().min(LONGEST)]).into_owned()).collect();
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        sampled.push(Sampled { cells, end });
    }
    if !is_whole && sampled.last().is_some_and(|last| last.end == text.len()) {
        sampled.pop();
    }
    // CR ends a record, and the LF after it belongs to it.
    for record in &mut sampled {
        if record.end > 0 && text[record.end - 1] == b'\r' && text.get(record.end) == Some(&b'\n') {
            record.end += 1;
        }
    }
    sampled
}

/// Line breaks in `text`; CRLF is one.
fn line_ends(text: &[u8]) -> u64 {
    let lone_cr = |at: usize| text[at] == b'\r' && text.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\n', b'\r', text).filter(|&at| text[at] == b'\n' || lone_cr(at)).count() as u64
}

fn borrowed(cells: &[String]) -> Vec<&str> {
    cells.iter().map(String::as_str).collect()
}
