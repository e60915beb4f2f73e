//! A block of delimited text into records and cells, as RFC 4180 and the csv crate read them. Cells are borrowed wherever they stand as they are.

use super::cut::line_breaks;
use super::marks::{Ended, Marks, Places};
use super::seek;

/// One cell of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its first byte in the block, quote included.
    pub(super) start: u32,
    /// One past its last byte.
    pub(super) end: u32,
}

/// One record of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    /// Its first byte in the block.
    pub(super) start: u32,
    /// One past its last byte, the line break not included.
    pub(super) end: u32,
    /// Line breaks of the block in front of it.
    pub(super) lines: u32,
    /// Where the ends of its cells begin.
    first: u32,
    cells: u32,
    /// Where its odd cells begin and end among all.
    odd: (u32, u32),
}

/// A cell whose text does not stand as it is in the block, between quotes or without any.
#[derive(Debug)]
struct Odd {
    /// Which of all ends is its own.
    cell: u32,
    /// Its text in `Split::decoded`.
    text: (u32, u32),
    /// Whether quotes enclose the cell from its first byte to its last, as RFC 4180 wants it.
    enclosed: bool,
}

/// The cells of one record, not decoded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw<'t> {
    block: &'t str,
    split: &'t Split,
    record: Record,
}

impl<'t> Raw<'t> {
    /// Cell `column` with its quotes, if they enclose all of it.
    pub(crate) fn enclosed(self, column: usize) -> Option<&'t str> {
        let cell = self.split.cell(self.record, column)?;
        let text = &self.block[cell.start as usize..cell.end as usize];
        let enclosed = match self.split.odd(self.record, column) {
            Some(odd) => odd.enclosed,
            None => text.starts_with('"'),
        };
        enclosed.then_some(text)
    }
}

/// The records and cells of one block.
#[derive(Debug, Default)]
pub(super) struct Split {
    /// Where cells end.
    ends: Places,
    odd: Vec<Odd>,
    records: Vec<Record>,
    decoded: String,
    lines: u32,
}

impl Split {
    /// The records, in their order.
    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    /// Line breaks of the block: LF, CRLF and CR each count once.
    pub(super) fn lines(&self) -> u32 {
        self.lines
    }

    fn ends(&self, record: Record) -> &[u32] {
        &self.ends[record.first as usize..(record.first + record.cells) as usize]
    }

    /// Cell `column` of `record`; none where it is too short.
    pub(super) fn cell(&self, record: Record, column: usize) -> Option<Cell> {
        let ends = self.ends(record);
        let end = *ends.get(column)?;
        let start = column.checked_sub(1).map_or(record.start, |before| ends[before] + 1);
        Some(Cell { start, end })
    }

    fn odds(&self, record: Record) -> &[Odd] {
        &self.odd[record.odd.0 as usize..record.odd.1 as usize]
    }

    fn odd(&self, record: Record, column: usize) -> Option<&Odd> {
        self.odds(record).iter().find(|odd| odd.cell == record.first + number(column))
    }

    /// The text of cell `column` of `record`, quotes taken off and doubled quotes halved; empty where the record is too short.
    pub(super) fn value<'t>(&'t self, block: &'t str, record: Record, column: usize) -> &'t str {
        if let Some(odd) = self.odd(record, column) {
            return self.decoded(odd);
        }
        self.cell(record, column).map_or("", |cell| unquoted(block, cell.start as usize, cell.end as usize))
    }

    fn decoded(&self, odd: &Odd) -> &str {
        &self.decoded[odd.text.0 as usize..odd.text.1 as usize]
    }

    /// Puts the texts of the cells of `record`, quotes taken off and doubled quotes halved, into `values`, and forgets what was there.
    pub(super) fn values<'t>(&'t self, block: &'t str, record: Record, values: &mut Vec<&'t str>) {
        values.clear();
        let mut start = record.start as usize;
        values.extend(self.ends(record).iter().map(|&end| {
            let text = unquoted(block, start, end as usize);
            start = end as usize + 1;
            text
        }));
        for odd in self.odds(record) {
            values[(odd.cell - record.first) as usize] = self.decoded(odd);
        }
    }

    /// The cells of `record` as they stand in `block`.
    pub(super) fn raw<'t>(&'t self, block: &'t str, record: Record) -> Raw<'t> {
        Raw { block, split: self, record }
    }

    fn clear(&mut self) {
        self.ends.clear();
        self.odd.clear();
        self.records.clear();
        self.decoded.clear();
        self.lines = 0;
    }

    /// Splits `block` at its `marks`, forgetting what was there. Takes the places from them.
    pub(super) fn at(&mut self, block: &str, marks: &mut Marks) {
        self.clear();
        std::mem::swap(&mut self.ends, &mut marks.ends);
        let bytes = block.as_bytes();
        let (mut start, mut first) = (0, 0);
        let (mut doubled, mut breaks) = (marks.doubled.as_slice(), marks.breaks.as_slice());
        let mut cells = 1;
        for &end in marks.lines.iter() {
            // No cell stands on an empty line, or between CR and LF.
            if end > start {
                cells = upto(&self.ends[first as usize..], end, cells);
                self.marked(block, (start, end), (first, first + cells), &mut doubled);
                self.lines += before(&mut breaks, end);
                first += cells;
            } else {
                first += 1;
            }
            self.lines += u32::from(bytes[end as usize] == b'\n' || bytes.get(end as usize + 1) != Some(&b'\n'));
            start = end + 1;
        }
        let end = number(bytes.len());
        if end > start {
            self.ends.push(end);
            self.marked(block, (start, end), (first, number(self.ends.len())), &mut doubled);
            self.lines += before(&mut breaks, end);
        }
    }

    /// Files the record from `start` to `end`, whose cells are the `cells` among all. Of its quotes none is anywhere but at the ends of a cell, or
    /// doubled.
    #[inline]
    fn marked(&mut self, block: &str, (start, end): (u32, u32), cells: (u32, u32), doubled: &mut &[u32]) {
        let odd = number(self.odd.len());
        if doubled.first().is_some_and(|&second| second < end) {
            self.halve(block, start, cells, doubled);
        }
        self.records.push(Record {
            start,
            end,
            lines: self.lines,
            first: cells.0,
            cells: cells.1 - cells.0,
            odd: (odd, number(self.odd.len())),
        });
    }

    /// Decodes those of the `cells` of the record at `start` in which a quote is doubled.
    fn halve(&mut self, block: &str, start: u32, cells: (u32, u32), doubled: &mut &[u32]) {
        let mut cell = cells.0;
        while let Some(&second) = doubled.first() {
            while cell < cells.1 && self.ends[cell as usize] < second {
                cell += 1;
            }
            if cell == cells.1 {
                return;
            }
            let begin = if cell == cells.0 { start } else { self.ends[cell as usize - 1] + 1 };
            let end = self.ends[cell as usize];
            let from = number(self.decoded.len());
            let mut copied = begin as usize + 1;
            while let Some((&second, rest)) = doubled.split_first().filter(|(second, _)| **second < end) {
                self.decoded.push_str(&block[copied..second as usize]);
                copied = second as usize + 1;
                *doubled = rest;
            }
            self.decoded.push_str(&block[copied..end as usize - 1]);
            self.odd.push(Odd { cell, text: (from, number(self.decoded.len())), enclosed: true });
        }
    }

    /// Splits the first `most` records of `text`, or some more, whatever its quotes, forgetting what was there. A record that is cut off within
    /// quotes may be left out unless `is_whole`.
    pub(super) fn first(&mut self, text: &str, delimiter: u8, most: usize, is_whole: bool) {
        let mut marks = Marks::default();
        match marks.read(text.as_bytes(), delimiter) {
            Some(Ended::Outside) => self.at(text, &mut marks),
            Some(Ended::Quoted) if !is_whole => {
                let end = marks.lines.last().map_or(0, |&end| end as usize + 1);
                marks.cut(end);
                self.at(&text[..end], &mut marks);
            }
            _ => self.letter_by_letter(text, delimiter, most),
        }
    }

    /// Splits `block` letter by letter, whatever its quotes, forgetting what was there. Blocks are far shorter than 4 GiB.
    pub(super) fn read(&mut self, block: &str, delimiter: u8) {
        self.letter_by_letter(block, delimiter, usize::MAX);
    }

    fn letter_by_letter(&mut self, block: &str, delimiter: u8, most: usize) {
        self.clear();
        let bytes = block.as_bytes();
        let mut at = 0;
        loop {
            while at < bytes.len() && matches!(bytes[at], b'\n' | b'\r') {
                at += 1;
            }
            let from = self.records.last().map_or(0, |record| record.start as usize);
            self.lines += line_breaks(&bytes[from..at]);
            if at == bytes.len() || self.records.len() == most {
                return;
            }
            let (start, first, odd) = (number(at), number(self.ends.len()), number(self.odd.len()));
            loop {
                at = self.letters(block, at, delimiter);
                self.ends.push(number(at));
                if bytes.get(at) != Some(&delimiter) {
                    break;
                }
                at += 1;
            }
            let (lines, cells) = (self.lines, number(self.ends.len()) - first);
            self.records.push(Record { start, end: number(at), lines, first, cells, odd: (odd, number(self.odd.len())) });
        }
    }

    /// Takes all of `block` for one record with one cell.
    pub(super) fn whole(&mut self, block: &str) {
        self.clear();
        let end = number(block.trim_end_matches(['\n', '\r']).len());
        self.ends.push(end);
        self.records.push(Record { start: 0, end, lines: 0, first: 0, cells: 1, odd: (0, 0) });
        self.lines = line_breaks(block.as_bytes());
    }

    /// Reads the cell at `start` and gives the place of what ends it.
    fn letters(&mut self, block: &str, start: usize, delimiter: u8) -> usize {
        let bytes = block.as_bytes();
        if bytes.get(start) != Some(&b'"') {
            return unquoted_end(bytes, start, delimiter);
        }
        let (mut copied, mut at) = (start + 1, start + 1);
        let from = number(self.decoded.len());
        loop {
            let Some(quote) = seek::one(b'"', &bytes[at..]).map(|found| at + found) else {
                return self.odd_cell(block, copied, bytes.len(), from, false);
            };
            match bytes.get(quote + 1) {
                Some(b'"') => {
                    self.decoded.push_str(&block[copied..=quote]);
                    at = quote + 2;
                    copied = at;
                }
                Some(&next) if next != delimiter && !matches!(next, b'\n' | b'\r') => {
                    // Text behind a closing quote belongs to the cell.
                    self.decoded.push_str(&block[copied..quote]);
                    let end = unquoted_end(bytes, quote + 1, delimiter);
                    return self.odd_cell(block, quote + 1, end, from, false);
                }
                _ if copied == start + 1 => return quote + 1,
                _ => {
                    self.odd_cell(block, copied, quote, from, true);
                    return quote + 1;
                }
            }
        }
    }

    /// Files a cell whose last part is `start..end`; the parts before it stand in `decoded` from `from` on.
    fn odd_cell(&mut self, block: &str, start: usize, end: usize, from: u32, enclosed: bool) -> usize {
        self.decoded.push_str(&block[start..end]);
        self.odd.push(Odd { cell: number(self.ends.len()), text: (from, number(self.decoded.len())), enclosed });
        end
    }
}

/// The cell `start..end`, without the quotes if they enclose it.
#[inline]
fn unquoted(block: &str, start: usize, end: usize) -> &str {
    let bytes = block.as_bytes();
    if bytes.get(start) == Some(&b'"') && start + 1 < end && bytes[end - 1] == b'"' {
        &block[start + 1..end - 1]
    } else {
        &block[start..end]
    }
}

/// How many of `places` there are up to `last`, one of them: mostly as many as last time, of which `guess` is the number.
fn upto(places: &[u32], last: u32, guess: u32) -> u32 {
    if places.get(guess as usize - 1) == Some(&last) {
        return guess;
    }
    number(places.iter().take_while(|&&place| place < last).count()) + 1
}

/// Takes those of `places` that stand before `end`, and gives their number.
fn before(places: &mut &[u32], end: u32) -> u32 {
    let count = places.iter().take_while(|&&place| place < end).count();
    *places = &places[count..];
    number(count)
}

fn unquoted_end(bytes: &[u8], start: usize, delimiter: u8) -> usize {
    let rest = &bytes[start..];
    start + seek::end(delimiter, rest).unwrap_or(rest.len())
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ours(text: &str) -> Vec<Vec<String>> {
        let mut split = Split::default();
        split.read(text, b',');
        all(&split, text)
    }

    fn all(split: &Split, text: &str) -> Vec<Vec<String>> {
        let mut values = Vec::new();
        let cells = |record: &Record| {
            split.values(text, *record, &mut values);
            values.iter().map(|&value| value.to_owned()).collect()
        };
        split.records().iter().map(cells).collect()
    }

    fn theirs(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("text").iter().map(str::to_owned).collect()).collect()
    }

    /// Where a record begins and ends, its line, its cells, and those that stand in quotes.
    type Places = ([u32; 3], Vec<Option<Cell>>, Vec<Option<String>>);

    fn places(split: &Split, text: &str) -> Vec<Places> {
        let of = |record: &Record| {
            let columns = 0..record.cells as usize + 1;
            let cells = columns.clone().map(|column| split.cell(*record, column)).collect();
            let enclosed = columns.map(|column| split.raw(text, *record).enclosed(column).map(str::to_owned)).collect();
            ([record.start, record.end, record.lines], cells, enclosed)
        };
        split.records().iter().map(of).collect()
    }

    /// What texts are made of whose quotes mostly stand where they should.
    const PIECES: [&str; 14] =
        ["\"a\"", "\"\"", "\"a, b\"", "\"~\"", "\"~\n~\"", "\"a\"\"b\"", "\"\"\"\"", "plain", "é", ",", ",", "\n", "\r\n", "\r"];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn every_text_splits_as_the_csv_crate_splits_it(text in "[ab,\"\\\\ \n\ré;]{0,40}") {
            prop_assert_eq!(ours(&text), theirs(&text), "{:?}", text);
        }

        #[test]
        fn marks_split_as_letters_do(pieces in proptest::collection::vec(0..PIECES.len(), 0..60), long in 0..60usize) {
            // Cells and what stands between them by turns, so that most texts are well quoted.
            let piece = |(at, piece): (usize, &usize)| PIECES[if at % 2 == 0 { piece % 9 } else { 9 + piece % 5 }];
            let text: String = pieces.iter().enumerate().map(piece).collect();
            let text = text.replace('~', &"long ".repeat(long));
            let (mut slow, mut fast, mut marks) = (Split::default(), Split::default(), Marks::default());
            slow.read(&text, b',');
            prop_assert_eq!(marks.read(text.as_bytes(), b','), Some(Ended::Outside), "{:?}", text);
            fast.at(&text, &mut marks);
            prop_assert_eq!(all(&fast, &text), all(&slow, &text), "{:?}", text);
            prop_assert_eq!(places(&fast, &text), places(&slow, &text), "{:?}", text);
            prop_assert_eq!((fast.lines(), line_breaks(text.as_bytes())), (slow.lines(), fast.lines()), "{:?}", text);
        }

        #[test]
        fn whatever_has_marks_splits_as_letters_do(text in "(\"|\"\"|,|\n|\r|a|é){0,150}") {
            let (mut slow, mut fast, mut marks) = (Split::default(), Split::default(), Marks::default());
            slow.read(&text, b',');
            if marks.read(text.as_bytes(), b',') == Some(Ended::Outside) {
                fast.at(&text, &mut marks);
                prop_assert_eq!(all(&fast, &text), all(&slow, &text), "{:?}", text);
                prop_assert_eq!(places(&fast, &text), places(&slow, &text), "{:?}", text);
            }
        }
    }

    #[test]
    fn cells_know_their_raw_bytes() {
        let mut split = Split::default();
        let text = "a,\"b\"\"c\",\n\"d\"e,\"f\",\"\",\"g\n";
        split.read(text, b',');
        let record = |record: usize| split.records()[record];
        let enclosed =
            |at: usize| (0..record(at).cells as usize).map(|column| split.raw(text, record(at)).enclosed(column)).collect::<Vec<_>>();
        assert_eq!(enclosed(0), [None, Some("\"b\"\"c\""), None]);
        assert_eq!(enclosed(1), [None, Some("\"f\""), Some("\"\""), None]);
        let cells = (0..3).filter_map(|column| split.cell(record(0), column));
        let raw: Vec<&str> = cells.map(|cell| &text[cell.start as usize..cell.end as usize]).collect();
        assert_eq!(raw, ["a", "\"b\"\"c\"", ""]);
    }
}
