//! A stream of delimited text, cut into blocks of whole records. Knows quotes and line breaks, not what a cell means.

use std::borrow::Cow;
use std::io::{self, Read};

use memchr::{memchr_iter, memrchr2};

use super::marks::{Ended, Marks};

/// Longest record that is read, in bytes: a stray quote would otherwise swallow the rest of the file.
pub const LONGEST_RECORD: usize = 1024 * 1024;
/// Bytes of a block by default. Small blocks stay in the processor's cache, and bound the memory of a run.
pub const BLOCK: usize = 128 * 1024;

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Held {
    /// Whole records.
    #[default]
    Records,
    /// The line on which a record begins whose quote is not closed. What follows is read anew.
    Unclosed {
        /// Whether the search for the end was given up, because the record would be too long.
        limit: bool,
    },
    /// A part of one record that is too long to be read.
    Overlong {
        /// Whether the record begins here.
        first: bool,
        /// Whether it ends here.
        last: bool,
    },
}

/// Some bytes of the input, from the start of a record to the end of one.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The first `len` are the bytes, line breaks included.
    buffer: Vec<u8>,
    len: usize,
    /// Where the cells of its records end, if `is_marked`.
    marks: Marks,
    is_marked: bool,
    /// What they are.
    pub(super) held: Held,
    /// Which block of the input, from 0.
    pub(super) number: u64,
    /// Offset of the first byte in the input as text.
    pub(super) offset: u64,
}

impl Block {
    /// Starts anew with `bytes`.
    fn take(&mut self, bytes: &[u8]) {
        if self.buffer.len() < bytes.len() {
            self.buffer.resize(bytes.len(), 0);
        }
        self.buffer[..bytes.len()].copy_from_slice(bytes);
        self.len = bytes.len();
        self.is_marked = false;
    }

    fn bytes(&self) -> &[u8] {
        &self.buffer[..self.len]
    }

    /// The bytes as text, in which what is not UTF-8 is shown by replacement characters; and where the cells of its records end, unless its quotes
    /// stand in odd places, or it holds no whole records.
    pub(super) fn parts(&mut self) -> (Cow<'_, str>, Option<&mut Marks>) {
        let bytes = &self.buffer[..self.len];
        // Looking for faults takes far longer than finding that there is none.
        let text = simdutf8::basic::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
        (text, self.is_marked.then_some(&mut self.marks))
    }
}

/// Cuts a stream into blocks. Holds one block and the start of the next.
pub(super) struct Cutter {
    input: Box<dyn Read + Send>,
    delimiter: u8,
    size: usize,
    /// What was read and not given out.
    rest: Vec<u8>,
    ended: bool,
    number: u64,
    offset: u64,
    overlong: bool,
}

impl std::fmt::Debug for Cutter {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Cutter").field("delimiter", &self.delimiter).field("offset", &self.offset).finish_non_exhaustive()
    }
}

impl Cutter {
    /// Cuts `input`, UTF-8 whose first byte is byte `offset` of the file, into blocks of about `size` bytes. RFC 4180 to the letter: only a
    /// doubled quote escapes a quote, a backslash is data, and LF, CRLF and CR end a record.
    pub(super) fn new(input: Box<dyn Read + Send>, delimiter: u8, offset: u64, size: usize) -> Self {
        let size = size.clamp(1, LONGEST_RECORD);
        Self { input, delimiter, size, rest: Vec::new(), ended: false, number: 0, offset, overlong: false }
    }

    /// Fills `block` with the next records; false at the end of the input.
    pub(super) fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.take(&self.rest);
        let mut wanted = self.size;
        let (end, held) = loop {
            self.fill(block, wanted)?;
            if block.len == 0 {
                return Ok(false);
            }
            if self.overlong {
                break self.to_line_end(block.bytes());
            }
            let scan = self.scan(block);
            if let Some(end) = scan.end {
                break (end, Held::Records);
            }
            if self.ended && !scan.quoted {
                break (block.len, Held::Records);
            }
            if self.ended || block.len >= LONGEST_RECORD {
                block.is_marked = false;
                if scan.quoted {
                    let limit = !self.ended;
                    match line_end(block.bytes(), self.ended) {
                        Some(end) => break (end, Held::Unclosed { limit }),
                        None if self.ended => break (block.len, Held::Unclosed { limit }),
                        None => {}
                    }
                }
                break self.to_line_end(block.bytes());
            }
            wanted = (block.len * 2).clamp(self.size, LONGEST_RECORD);
        };
        if let Held::Overlong { last, .. } = held {
            self.overlong = !last;
        }
        self.rest.clear();
        self.rest.extend_from_slice(&block.bytes()[end..]);
        block.len = end;
        block.marks.cut(end);
        block.held = held;
        block.number = self.number;
        block.offset = self.offset;
        self.number += 1;
        self.offset += end as u64;
        Ok(true)
    }

    /// Reads until `block` has `wanted` bytes or the input ends.
    fn fill(&mut self, block: &mut Block, wanted: usize) -> io::Result<()> {
        // What was there is written over: it is not cleared first.
        if block.buffer.len() < wanted {
            block.buffer.resize(wanted, 0);
        }
        while !self.ended && block.len < wanted {
            match self.input.read(&mut block.buffer[block.len..wanted]) {
                Ok(read) => {
                    block.len += read;
                    self.ended = read == 0;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn scan(&self, block: &mut Block) -> Scan {
        let bytes = &block.buffer[..block.len];
        let marked = block.marks.read(bytes, self.delimiter);
        block.is_marked = marked.is_some();
        let mut scan = match marked {
            Some(ended) => Scan { end: last_record_end(bytes, &block.marks, self.ended), quoted: ended == Ended::Quoted },
            None => letter_by_letter(bytes, self.delimiter, self.ended),
        };
        // A quote that stays open at the end: the records in front of it are whole.
        scan.quoted &= scan.end.is_none();
        scan
    }

    /// A part of an overlong record: up to its line break, or as much as is there.
    fn to_line_end(&self, bytes: &[u8]) -> (usize, Held) {
        let first = !self.overlong;
        match line_end(bytes, self.ended) {
            Some(end) => (end, Held::Overlong { first, last: true }),
            // A CR may be the first half of a line break.
            None if !self.ended && bytes.ends_with(b"\r") && bytes.len() > 1 => (bytes.len() - 1, Held::Overlong { first, last: false }),
            None => (bytes.len(), Held::Overlong { first, last: self.ended }),
        }
    }
}

/// What is known of the records in some bytes.
#[derive(Debug, PartialEq, Eq)]
struct Scan {
    /// Behind the last line break outside quotes.
    end: Option<usize>,
    /// Whether the bytes end inside a quoted cell.
    quoted: bool,
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Behind the last line break of `bytes[from..to]`. A CR at the end of what was read may be half of a line break.
fn last_line_end(bytes: &[u8], from: usize, mut to: usize, ended: bool) -> Option<usize> {
    if !ended && to == bytes.len() && to > from && bytes[to - 1] == b'\r' {
        to -= 1;
    }
    memrchr2(b'\n', b'\r', &bytes[from..to]).map(|at| {
        let end = from + at + 1;
        if bytes[end - 1] == b'\r' && bytes.get(end) == Some(&b'\n') { end + 1 } else { end }
    })
}

/// Behind the first line break of `bytes`.
fn line_end(bytes: &[u8], ended: bool) -> Option<usize> {
    let at = memchr::memchr2(b'\n', b'\r', bytes)?;
    match (bytes[at], bytes.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(at + 2),
        (b'\r', None) if !ended => None,
        _ => Some(at + 1),
    }
}

/// Behind the last line break outside quotes.
fn last_record_end(bytes: &[u8], marks: &Marks, ended: bool) -> Option<usize> {
    let breaks = marks.lines.iter().rev().map(|&end| end as usize);
    // A CR at the end of what was read may be half of a line break.
    breaks.map(|end| end + 1).find(|&end| ended || end < bytes.len() || bytes[end - 1] != b'\r')
}

/// What is known of bytes with any quotes: one inside an unquoted cell is data, and what follows a closing one belongs to the cell.
fn letter_by_letter(bytes: &[u8], delimiter: u8, ended: bool) -> Scan {
    #[derive(PartialEq)]
    enum In {
        Start,
        Cell,
        Quotes,
        Quote,
    }
    let (mut state, mut end) = (In::Start, None);
    for (at, &byte) in bytes.iter().enumerate() {
        state = match (state, byte) {
            (In::Quotes, b'"') => In::Quote,
            (In::Start | In::Quote, b'"') | (In::Quotes, _) => In::Quotes,
            (_, byte) if byte == delimiter => In::Start,
            (_, byte) if is_break(byte) => {
                end = last_line_end(bytes, at, at + 1, ended).or(end);
                In::Start
            }
            _ => In::Cell,
        };
    }
    Scan { end, quoted: state == In::Quotes }
}

/// Line breaks in `bytes`: LF, CRLF and CR each count once. A CR at its end counts, whatever stands behind it.
pub(super) fn line_breaks(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let returns = memchr_iter(b'\r', bytes).filter(|&at| bytes.get(at + 1) != Some(&b'\n')).count();
    u32::try_from(feeds + returns).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str, size: usize) -> Vec<(String, Held)> {
        let mut cutter = Cutter::new(Box::new(io::Cursor::new(text.as_bytes().to_vec())), b',', 0, size);
        let mut block = Block::default();
        let mut out = Vec::new();
        while cutter.next(&mut block).expect("memory is readable") {
            out.push((String::from_utf8(block.bytes().to_vec()).expect("text"), block.held));
        }
        out
    }

    #[test]
    fn blocks_hold_whole_records_and_every_byte() {
        let text = "a,\"x\ny\"\r\nb,\"1\"\"2\"\rc,d\n\n\"e\",f";
        for size in 1..40 {
            let cut = blocks(text, size);
            assert_eq!(cut.iter().map(|(text, _)| text.as_str()).collect::<String>(), text, "{size}");
            assert!(cut.iter().all(|(text, held)| *held == Held::Records && !text.starts_with("y\"") && !text.ends_with('x')), "{cut:?}");
        }
    }

    #[test]
    fn quotes_in_odd_places_are_data() {
        let text = "a \"b,c\n\"d\"e,f\n";
        for size in 1..20 {
            assert_eq!(blocks(text, size).iter().filter(|(text, _)| text.contains('a')).count(), 1);
        }
        assert_eq!(blocks(text, 100), [(text.to_owned(), Held::Records)]);
    }

    #[test]
    fn an_unclosed_quote_costs_one_line() {
        let cut = blocks("a,b\n\"c,d\ne,f\n", 100);
        let held: Vec<Held> = cut.iter().map(|&(_, held)| held).collect();
        assert_eq!(held, [Held::Records, Held::Unclosed { limit: false }, Held::Records]);
        assert_eq!(cut[1].0, "\"c,d\n");
        let long = format!("\"c,d\n{}", "e,f\n".repeat(LONGEST_RECORD / 4));
        assert_eq!(blocks(&long, 100)[0], ("\"c,d\n".to_owned(), Held::Unclosed { limit: true }));
    }

    #[test]
    fn an_overlong_record_comes_in_parts() {
        let long = format!("{}\na\n", "x".repeat(3 * LONGEST_RECORD + 7));
        let cut = blocks(&long, 1000);
        assert_eq!(cut.iter().map(|(text, _)| text.len()).sum::<usize>(), long.len());
        assert_eq!(cut[0].1, Held::Overlong { first: true, last: false });
        let last = cut.iter().filter(|(_, held)| matches!(held, Held::Overlong { last: true, .. })).count();
        assert_eq!((last, cut.last().map(|(text, _)| text.as_str())), (1, Some("a\n")));
    }

    #[test]
    fn a_break_in_two_blocks_counts_once() {
        let text = "a\r\nb\r\nc\rd\n";
        for size in 1..12 {
            let total: u32 = blocks(text, size).iter().map(|(text, _)| line_breaks(text.as_bytes())).sum();
            assert_eq!(total, 4, "{size}");
        }
    }
}
