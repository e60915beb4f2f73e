//! Delimited text: what separates the cells, where the header stands, and the rows below it that the layout is decided by.

use std::borrow::Cow;
use std::io::Read;

use super::head::Head;
use super::kind::Shape;
use super::{Charset, Failure, Input, Notes, Options, Recognised, Start};
use crate::dataset::layout::Layout;
use crate::dataset::split::Split;
use crate::finding::Fault;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A header stands within the first records: above it are titles and notes.
const HEADER_WITHIN: usize = 20;
/// So many bytes of the sample are enough for the header.
const TOP: usize = 64 * 1024;

/// So much of a cell of the sample is looked at, in bytes: dates, names and headers are shorter.
const LONGEST: usize = 256;

/// The first records of a text.
struct Sample<'t> {
    text: Cow<'t, str>,
    split: Split,
    /// Records that are there as a whole.
    whole: usize,
}

impl<'t> Sample<'t> {
    /// The records of `text`, no more than `most` where that saves time. The last may be cut off by the end of the sample; it is left out unless the sample `is_whole`.
    fn of(text: &'t [u8], delimiter: u8, most: usize, is_whole: bool) -> Self {
        let text = match std::str::from_utf8(text) {
            Ok(text) => Cow::Borrowed(text),
            // Cut within a character.
            Err(error) if error.error_len().is_none() => {
                Cow::Borrowed(std::str::from_utf8(&text[..error.valid_up_to()]).unwrap_or_default())
            }
            Err(_) => String::from_utf8_lossy(text),
        };
        let mut split = Split::default();
        split.first(&text, delimiter, most, is_whole);
        let mut sample = Self { whole: split.records().len(), text, split };
        if !is_whole && sample.whole > 0 && sample.end(sample.whole - 1) == sample.text.len() {
            sample.whole -= 1;
        }
        sample
    }

    /// The cells of record `at`, as much of each as is looked at; none where there is no such record.
    fn cells(&self, at: usize) -> Option<Vec<&str>> {
        let mut cells = Vec::new();
        self.split.values(&self.text, *self.split.records().get(at).filter(|_| at < self.whole)?, &mut cells);
        for cell in &mut cells {
            *cell = &cell[..cell.floor_char_boundary(LONGEST)];
        }
        Some(cells)
    }

    /// The cells of each record from number `at` on.
    fn below(&self, at: usize) -> Vec<Vec<&str>> {
        (at..self.whole).map_while(|at| self.cells(at)).collect()
    }

    /// Where record `at` ends, its line break included.
    fn end(&self, at: usize) -> usize {
        let Some(record) = self.split.records().get(at) else { return self.text.len() };
        let end = record.end as usize;
        match self.text.as_bytes()[end..] {
            [] => end,
            [b'\r', b'\n', ..] => end + 2,
            _ => end + 1,
        }
    }
}

/// Reads the layout of `head`, and leaves out everything above the first record.
pub(super) fn open(head: Head, charset: Charset, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let (delimiter, at, mut layout) = header(head.seen(), options, false)?;
    let sample = Sample::of(head.seen(), delimiter, usize::MAX, head.is_whole());
    let mut end = head.seen().len();
    if let Some(header) = sample.cells(at) {
        layout = Layout::of(&header, &sample.below(at + 1), &options.wanted, false)?;
        end = sample.end(at);
    }
    drop(sample);
    let found = Recognised { packed: Vec::new(), shape: Shape::Delimited { delimiter }, charset, misnamed: None };
    let mark = if charset == (Charset::Utf8 { mark: true }) { 3 } else { 0 };
    let start = Start { byte: (end + mark) as u64, line: 1 + line_ends(&head.seen()[..end]), records: at as u64 + 1 };
    Ok(below_header(head, end, delimiter, found, layout, start, notes))
}

/// The same for text that was written here: commas, and the header first.
pub(super) fn open_written(head: Head, found: Recognised, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let (_, at, _) = header(head.seen(), options, true)?;
    let sample = Sample::of(head.seen(), b',', usize::MAX, head.is_whole());
    let Some(top) = sample.cells(at) else {
        return Err(Box::new(Fault::new("BR020", crate::source::At::file(0, 0), crate::finding::Detail::None)).into());
    };
    let layout = Layout::of(&top, &sample.below(at + 1), &options.wanted, true)?;
    let end = sample.end(at);
    let place = top.first().and_then(|place| place.parse().ok()).unwrap_or(0);
    drop(top);
    drop(sample);
    Ok(below_header(head, end, b',', found, layout, Start { byte: 0, line: 1, records: place }, notes))
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
        let sample = Sample::of(top, delimiter, HEADER_WITHIN, true);
        for (at, cells) in (0..HEADER_WITHIN).map_while(|at| sample.cells(at)).enumerate() {
            match Layout::of(&cells, &[], &options.wanted, written) {
                Ok(layout) => return Ok((delimiter, at, layout)),
                // The record that looks most like a header is the one to talk about: the first of the widest.
                Err(fault) => {
                    let width = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
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

/// Whether one of the first records of `text`, under any delimiter, is what is looked for: one of them is the header, if the text has one.
pub(super) fn is_any_record(text: &[u8], wanted: &dyn Fn(&[&str]) -> bool) -> bool {
    let top = &text[..text.len().min(TOP)];
    DELIMITERS.into_iter().any(|delimiter| {
        let sample = Sample::of(top, delimiter, HEADER_WITHIN, true);
        (0..HEADER_WITHIN).map_while(|at| sample.cells(at)).any(|cells| wanted(&cells))
    })
}

/// Line breaks in `text`; CRLF is one.
fn line_ends(text: &[u8]) -> u64 {
    let lone_cr = |at: usize| text[at] == b'\r' && text.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\n', b'\r', text).filter(|&at| text[at] == b'\n' || lone_cr(at)).count() as u64
}
