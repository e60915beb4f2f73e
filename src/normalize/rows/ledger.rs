//! Which rows share an identity, and which rows of a later input are in an earlier one. Some bytes a row, on disk where they are many.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use xxhash_rust::xxh3::xxh3_64;

use super::To;
use super::digits::hexadecimal;
use super::encode::{ID, id_at};
use crate::across::parts::{Part, Parts};
use crate::across::twice::{Again, Came};

/// What is remembered of a written row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    /// Hash of the folded name and the day of submission.
    pub(super) identity: u64,
    /// Hash of everything but id and provenance.
    pub(super) content: u128,
    /// Its first byte, in the block or in the output.
    pub(super) at: u64,
    /// Its length in bytes.
    pub(super) len: u32,
}

/// The id of the row that is number `ordinal` (from 1) of its identity.
pub(super) fn record_id(identity: u64, ordinal: u64) -> [u8; ID] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&identity.to_le_bytes());
    bytes[8..].copy_from_slice(&ordinal.to_le_bytes());
    hexadecimal(xxh3_64(&bytes))
}

/// Bytes of an identity and the place of its row.
const ALONE: usize = 16;
/// Bytes of a row that may fold.
const FOLDING: usize = 40;

/// Rows of one run.
pub(super) struct Ledger {
    rows: Rows,
    id_at: Option<usize>,
}

/// What is kept of each row, by its identity.
enum Rows {
    /// Of one input: no row folds.
    Alone(Parts<ALONE>),
    /// Of several inputs, which are joined.
    Folding(Parts<FOLDING>),
}

/// What was settled when all rows were known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) folded: u64,
    pub(super) same_identity: u64,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    entry: Entry,
    input: u32,
}

impl Ledger {
    pub(super) fn new(inputs: usize, to: To) -> Self {
        let rows = if inputs > 1 { Rows::Folding(Parts::new()) } else { Rows::Alone(Parts::new()) };
        Self { rows, id_at: id_at(to) }
    }

    /// Whether rows may fold.
    pub(super) fn folds(&self) -> bool {
        matches!(self.rows, Rows::Folding(_))
    }

    /// Remembers a row of input `input`, whose block starts at byte `start` of the output.
    pub(super) fn add(&mut self, entry: Entry, start: u64, input: usize, scratch: &mut dyn FnMut() -> io::Result<File>) -> io::Result<()> {
        let entry = Entry { at: start + entry.at, ..entry };
        match &mut self.rows {
            Rows::Alone(parts) => parts.add(entry.identity, alone(&entry), scratch),
            Rows::Folding(parts) => {
                let known = Known { entry, input: u32::try_from(input).unwrap_or(u32::MAX) };
                parts.add(entry.identity, known.to_bytes(), scratch)
            }
        }
    }

    /// Folds what stands in an earlier input, by filling it with bytes that no text has; and gives rows that share an identity their ids.
    pub(super) fn settle(self, data: &mut File) -> io::Result<Settled> {
        let mut ids = Ids { id_at: self.id_at, data, given: HashMap::new(), settled: Settled::default() };
        match self.rows {
            Rows::Alone(parts) => {
                for part in parts.each() {
                    let again = shared(&part)?;
                    part.read(|row| if again.has(identity(row)) { ids.give(identity(row), at(row)) } else { Ok(()) })?;
                    ids.next_part();
                }
            }
            Rows::Folding(parts) => {
                for part in parts.each() {
                    let again = shared(&part)?;
                    let mut rows = Vec::new();
                    part.read(|row| {
                        rows.extend(again.has(identity(row)).then(|| Known::from_bytes(row)));
                        Ok(())
                    })?;
                    rows.sort_unstable_by_key(|row| (row.entry.identity, row.entry.content, row.input, row.entry.at));
                    let kept = kept(&rows);
                    for (row, _) in rows.iter().zip(&kept).filter(|(_, kept)| !**kept) {
                        ids.settled.folded += 1;
                        blank(ids.data, row.entry)?;
                    }
                    let mut keep = kept.iter();
                    rows.retain(|_| keep.next().copied().unwrap_or(true));
                    rows.sort_unstable_by_key(|row| row.entry.at);
                    rows.iter().try_for_each(|row| ids.give(row.entry.identity, row.entry.at))?;
                    ids.next_part();
                }
            }
        }
        Ok(ids.settled)
    }
}

/// The identities of `part` that more than one row may have. Hardly any row shares one, and the others need not be looked at.
fn shared<const N: usize>(part: &Part<'_, N>) -> io::Result<Again> {
    let (mut came, mut again) = (Came::of(part.len()), Again::of(part.len()));
    part.read(|row| {
        if came.note(identity(row)) {
            again.note(identity(row));
        }
        Ok(())
    })?;
    Ok(again)
}

/// Gives rows of one identity their ids, in the order of the output.
struct Ids<'d> {
    id_at: Option<usize>,
    data: &'d mut File,
    /// How many rows of an identity came.
    given: HashMap<u64, u64>,
    settled: Settled,
}

impl Ids<'_> {
    /// The next row of `identity` stands at byte `at` of the output.
    fn give(&mut self, identity: u64, at: u64) -> io::Result<()> {
        let ordinal = self.given.entry(identity).or_default();
        *ordinal += 1;
        let Some(id_at) = self.id_at.filter(|_| *ordinal > 1) else { return Ok(()) };
        self.data.seek(SeekFrom::Start(at + id_at as u64))?;
        self.data.write_all(&record_id(identity, *ordinal))
    }

    /// No more rows have the identities of those before.
    fn next_part(&mut self) {
        self.settled.same_identity += self.given.drain().map(|(_, count)| count).filter(|&count| count > 1).sum::<u64>();
    }
}

/// An identity, and the first byte of its row.
fn alone(entry: &Entry) -> [u8; ALONE] {
    let mut bytes = [0; ALONE];
    bytes[..8].copy_from_slice(&entry.identity.to_le_bytes());
    bytes[8..].copy_from_slice(&entry.at.to_le_bytes());
    bytes
}

fn identity(row: &[u8]) -> u64 {
    row.first_chunk().copied().map_or(0, u64::from_le_bytes)
}

fn at(row: &[u8]) -> u64 {
    row[8..].first_chunk().copied().map_or(0, u64::from_le_bytes)
}

impl Known {
    fn to_bytes(self) -> [u8; FOLDING] {
        let Entry { content, len, .. } = self.entry;
        let mut bytes = [0; FOLDING];
        bytes[..ALONE].copy_from_slice(&alone(&self.entry));
        bytes[ALONE..32].copy_from_slice(&content.to_le_bytes());
        bytes[32..36].copy_from_slice(&len.to_le_bytes());
        bytes[36..].copy_from_slice(&self.input.to_le_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8; FOLDING]) -> Self {
        let content = bytes[ALONE..].first_chunk().copied().map_or(0, u128::from_le_bytes);
        let len = bytes[32..].first_chunk().copied().map_or(0, u32::from_le_bytes);
        let input = bytes[36..].first_chunk().copied().map_or(0, u32::from_le_bytes);
        Self { entry: Entry { identity: identity(bytes), content, at: at(bytes), len }, input }
    }
}

/// Which of `rows` stay. Equal rows of one input are all kept: only what an earlier input has as often is folded.
fn kept(rows: &[Known]) -> Vec<bool> {
    let mut kept = Vec::with_capacity(rows.len());
    for equal in rows.chunk_by(|one, other| (one.entry.identity, one.entry.content) == (other.entry.identity, other.entry.content)) {
        let mut most = 0;
        for of_input in equal.chunk_by(|one, other| one.input == other.input) {
            kept.extend((1..=of_input.len()).map(|occurrence| occurrence > most));
            most = most.max(of_input.len());
        }
    }
    kept
}

/// No byte of UTF-8.
const BLANK: u8 = 0xff;

fn blank(data: &mut File, entry: Entry) -> io::Result<()> {
    data.seek(SeekFrom::Start(entry.at))?;
    io::copy(&mut io::repeat(BLANK).take(u64::from(entry.len)), data).map(|_| ())
}

/// Closes the output: folded rows are taken out of its `written` bytes, the byte at `comma` too, and `tail` stands behind them.
pub(super) fn finish(data: &mut File, written: u64, folded: bool, comma: Option<u64>, tail: &[u8]) -> io::Result<()> {
    if let Some(comma) = comma {
        data.seek(SeekFrom::Start(comma))?;
        data.write_all(b" ")?;
    }
    let mut end = written;
    if folded {
        let mut chunk = vec![0; 256 * 1024];
        let mut from = 0;
        end = 0;
        while from < written {
            let wanted = usize::try_from(written - from).unwrap_or(usize::MAX).min(chunk.len());
            data.seek(SeekFrom::Start(from))?;
            data.read_exact(&mut chunk[..wanted])?;
            from += wanted as u64;
            let mut length = 0;
            for index in 0..wanted {
                if chunk[index] != BLANK {
                    chunk[length] = chunk[index];
                    length += 1;
                }
            }
            data.seek(SeekFrom::Start(end))?;
            data.write_all(&chunk[..length])?;
            end += length as u64;
        }
        data.set_len(end)?;
    }
    data.seek(SeekFrom::Start(end))?;
    data.write_all(tail)?;
    data.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(content: u128, input: u32, at: u64) -> Known {
        Known { entry: Entry { identity: 1, content, at, len: 1 }, input }
    }

    #[test]
    fn rows_fold_across_inputs_and_never_within_one() {
        assert_eq!(kept(&[row(1, 0, 0), row(1, 0, 1)]), [true, true]);
        assert_eq!(kept(&[row(1, 0, 0), row(1, 1, 1), row(1, 1, 2)]), [true, false, true]);
        assert_eq!(kept(&[row(1, 0, 0), row(2, 1, 1)]), [true, true]);
        assert_eq!(kept(&[row(1, 0, 0), row(1, 0, 1), row(1, 1, 2), row(1, 2, 3)]), [true, true, false, false]);
    }

    #[test]
    fn an_id_is_of_the_identity_and_its_ordinal_alone() {
        assert_eq!(record_id(1, 1), record_id(1, 1));
        assert_ne!(record_id(1, 1), record_id(1, 2));
        assert_ne!(record_id(1, 1), record_id(2, 1));
        assert!(record_id(7, 1).iter().all(u8::is_ascii_hexdigit));
    }
}
