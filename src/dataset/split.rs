//! A block of delimited text into records and cells, as RFC 4180 and the csv crate read them. Cells are borrowed wherever they stand as they are.

use std::ops::Range;

use super::seek;

/// One cell of a block.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// Its first byte in the block, quote included.
    pub(super) start: u32,
    /// One past its last byte.
    pub(super) end: u32,
    text: (u32, u32),
    /// Whether the text had to be decoded: it stands in `Split::decoded`.
    decoded: bool,
    /// Whether quotes enclose the cell from its first byte to its last, as RFC 4180 wants it.
    enclosed: bool,
}

/// One record of a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record {
    /// Its first byte in the block.
    pub(super) start: u32,
    /// One past its last byte, the line break not included.
    pub(super) end: u32,
    first: u32,
    cells: u32,
}

/// The cells of one record, not decoded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw<'t> {
    block: &'t str,
    cells: &'t [Cell],
}

impl<'t> Raw<'t> {
    /// Cell `column` with its quotes, if they enclose all of it.
    pub(crate) fn enclosed(self, column: usize) -> Option<&'t str> {
        let cell = self.cells.get(column).filter(|cell| cell.enclosed)?;
        Some(&self.block[cell.start as usize..cell.end as usize])
    }
}

/// The records and cells of one block.
#[derive(Debug, Default)]
pub(super) struct Split {
    cells: Vec<Cell>,
    records: Vec<Record>,
    decoded: String,
}

impl Split {
    /// The records, in their order.
    pub(super) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The cells of `record`.
    pub(super) fn cells(&self, record: Record) -> &[Cell] {
        &self.cells[record.first as usize..(record.first + record.cells) as usize]
    }

    /// The text of `cell`: quotes taken off, doubled quotes halved.
    pub(super) fn text<'t>(&'t self, block: &'t str, cell: Cell) -> &'t str {
        let range = cell.text.0 as usize..cell.text.1 as usize;
        if cell.decoded { &self.decoded[range] } else { &block[range] }
    }

    /// The cells of `record` as they stand in `block`.
    pub(super) fn raw<'t>(&'t self, block: &'t str, record: Record) -> Raw<'t> {
        Raw { block, cells: self.cells(record) }
    }

    /// Splits `block`, forgetting what was there. Blocks are far shorter than 4 GiB.
    pub(super) fn read(&mut self, block: &str, delimiter: u8) {
        self.cells.clear();
        self.records.clear();
        self.decoded.clear();
        let bytes = block.as_bytes();
        let mut at = 0;
        loop {
            while at < bytes.len() && matches!(bytes[at], b'\n' | b'\r') {
                at += 1;
            }
            if at == bytes.len() {
                return;
            }
            let (start, first) = (at, self.cells.len());
            loop {
                at = self.cell(block, at, delimiter);
                if bytes.get(at) != Some(&delimiter) {
                    break;
                }
                at += 1;
            }
            let cells = number(self.cells.len() - first);
            self.records.push(Record { start: number(start), end: number(at), first: number(first), cells });
        }
    }

    /// Takes all of `block` for one record with one cell.
    pub(super) fn whole(&mut self, block: &str) {
        self.cells.clear();
        self.records.clear();
        self.decoded.clear();
        let end = number(block.trim_end_matches(['\n', '\r']).len());
        self.cells.push(Cell { start: 0, end, text: (0, end), decoded: false, enclosed: false });
        self.records.push(Record { start: 0, end, first: 0, cells: 1 });
    }

    /// Reads the cell at `start` and gives the place of what ends it.
    fn cell(&mut self, block: &str, start: usize, delimiter: u8) -> usize {
        let bytes = block.as_bytes();
        if bytes.get(start) != Some(&b'"') {
            let end = unquoted_end(bytes, start, delimiter);
            let (first, last) = (number(start), number(end));
            self.cells.push(Cell { start: first, end: last, text: (first, last), decoded: false, enclosed: false });
            return end;
        }
        let begin = start + 1;
        let mut at = begin;
        // Where what is not yet copied begins, once a part had to be decoded.
        let mut copied: Option<usize> = None;
        let from = self.decoded.len();
        loop {
            let Some(quote) = seek::one(b'"', &bytes[at..]).map(|found| at + found) else {
                return self.quoted(block, start..bytes.len(), copied.unwrap_or(begin)..bytes.len(), copied.map(|_| from), false);
            };
            match bytes.get(quote + 1) {
                Some(b'"') => {
                    self.decoded.push_str(&block[copied.unwrap_or(begin)..=quote]);
                    at = quote + 2;
                    copied = Some(at);
                }
                Some(&next) if next != delimiter && !matches!(next, b'\n' | b'\r') => {
                    // Text behind a closing quote belongs to the cell.
                    self.decoded.push_str(&block[copied.unwrap_or(begin)..quote]);
                    let end = unquoted_end(bytes, quote + 1, delimiter);
                    return self.quoted(block, start..end, quote + 1..end, Some(from), false);
                }
                _ => return self.quoted(block, start..quote + 1, copied.unwrap_or(begin)..quote, copied.map(|_| from), true),
            }
        }
    }

    /// Files the quoted cell at `all`, whose last part is `rest`; the parts before it stand in `decoded` from `from` on.
    fn quoted(&mut self, block: &str, all: Range<usize>, rest: Range<usize>, from: Option<usize>, enclosed: bool) -> usize {
        let text = match from {
            None => (number(rest.start), number(rest.end)),
            Some(from) => {
                self.decoded.push_str(&block[rest]);
                (number(from), number(self.decoded.len()))
            }
        };
        self.cells.push(Cell { start: number(all.start), end: number(all.end), text, decoded: from.is_some(), enclosed });
        all.end
    }
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
        let cells = |record: &Record| split.cells(*record).iter().map(|cell| split.text(text, *cell).to_owned()).collect();
        split.records().iter().map(cells).collect()
    }

    fn theirs(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|record| record.expect("text").iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn every_text_splits_as_the_csv_crate_splits_it(text in "[ab,\"\\\\ \n\ré;]{0,40}") {
            prop_assert_eq!(ours(&text), theirs(&text), "{:?}", text);
        }
    }

    #[test]
    fn cells_know_their_raw_bytes() {
        let mut split = Split::default();
        let text = "a,\"b\"\"c\",\n\"d\"e,\"f\",\"\",\"g\n";
        split.read(text, b',');
        let raw = |record: usize| split.raw(text, split.records()[record]);
        let enclosed = |record: usize| (0..raw(record).cells.len()).map(|column| raw(record).enclosed(column)).collect::<Vec<_>>();
        assert_eq!(enclosed(0), [None, Some("\"b\"\"c\""), None]);
        assert_eq!(enclosed(1), [None, Some("\"f\""), Some("\"\""), None]);
        let raw: Vec<&str> = split.cells(split.records()[0]).iter().map(|cell| &text[cell.start as usize..cell.end as usize]).collect();
        assert_eq!(raw, ["a", "\"b\"\"c\"", ""]);
    }
}
