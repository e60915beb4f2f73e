//! Which rows share an identity, and which rows of a later input are in an earlier one. Some bytes a row, on disk where they are many.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use xxhash_rust::xxh3::xxh3_64;

use super::To;
use super::digits::hexadecimal;
use super::encode::{ID, id_at};

/// Parts of the ledger, by the first bits of an identity: one is looked at at a time.
const PARTS: usize = 256;
/// Bytes of a part that are kept in memory: 1 MiB in all.
const KEPT: usize = 4 * 1024;

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

/// Rows of one run.
pub(super) struct Ledger {
    parts: Vec<Part>,
    /// Whether several inputs are joined, so that rows may fold.
    folds: bool,
    id_at: Option<usize>,
}

#[derive(Default)]
struct Part {
    kept: Vec<u8>,
    file: Option<File>,
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
        Self { parts: std::iter::repeat_with(Part::default).take(PARTS).collect(), folds: inputs > 1, id_at: id_at(to) }
    }

    /// Whether rows may fold.
    pub(super) fn folds(&self) -> bool {
        self.folds
    }

    /// Remembers a row of input `input`, whose block starts at byte `start` of the output.
    pub(super) fn add(&mut self, entry: Entry, start: u64, input: usize, scratch: &mut dyn FnMut() -> io::Result<File>) -> io::Result<()> {
        let part = &mut self.parts[usize::try_from(entry.identity >> 56).unwrap_or(0) % PARTS];
        part.kept.extend_from_slice(&entry.identity.to_le_bytes());
        part.kept.extend_from_slice(&(start + entry.at).to_le_bytes());
        if self.folds {
            part.kept.extend_from_slice(&entry.content.to_le_bytes());
            part.kept.extend_from_slice(&entry.len.to_le_bytes());
            part.kept.extend_from_slice(&u32::try_from(input).unwrap_or(u32::MAX).to_le_bytes());
        }
        if part.kept.len() >= KEPT {
            let file = match &mut part.file {
                Some(file) => file,
                none => none.insert(scratch()?),
            };
            file.write_all(&part.kept)?;
            part.kept.clear();
        }
        Ok(())
    }

    /// Folds what stands in an earlier input, by filling it with bytes that no text has; and gives rows that share an identity their ids.
    pub(super) fn settle(self, data: &mut File) -> io::Result<Settled> {
        let mut settled = Settled::default();
        let (folds, id_at) = (self.folds, self.id_at);
        for part in self.parts {
            let mut rows = part.read(folds)?;
            if folds {
                rows.sort_unstable_by_key(|row| (row.entry.identity, row.entry.content, row.input, row.entry.at));
                let kept = kept(&rows);
                for (row, _) in rows.iter().zip(&kept).filter(|(_, kept)| !**kept) {
                    settled.folded += 1;
                    blank(data, row.entry)?;
                }
                let mut keep = kept.iter();
                rows.retain(|_| keep.next().copied().unwrap_or(true));
            }
            rows.sort_unstable_by_key(|row| (row.entry.identity, row.entry.at));
            for same in rows.chunk_by(|one, other| one.entry.identity == other.entry.identity).filter(|same| same.len() > 1) {
                settled.same_identity += same.len() as u64;
                for (row, ordinal) in same.iter().zip(1..).skip(1) {
                    if let Some(id_at) = id_at {
                        data.seek(SeekFrom::Start(row.entry.at + id_at as u64))?;
                        data.write_all(&record_id(row.entry.identity, ordinal))?;
                    }
                }
            }
        }
        Ok(settled)
    }
}

impl Part {
    fn read(self, folds: bool) -> io::Result<Vec<Known>> {
        let mut bytes = Vec::new();
        if let Some(mut file) = self.file {
            file.seek(SeekFrom::Start(0))?;
            file.read_to_end(&mut bytes)?;
        }
        bytes.extend_from_slice(&self.kept);
        let size = if folds { 40 } else { 16 };
        Ok(bytes.chunks_exact(size).map(known).collect())
    }
}

fn known(bytes: &[u8]) -> Known {
    let identity = bytes.first_chunk().copied().map_or(0, u64::from_le_bytes);
    let at = bytes[8..].first_chunk().copied().map_or(0, u64::from_le_bytes);
    let content = bytes.get(16..).and_then(<[u8]>::first_chunk).copied().map_or(0, u128::from_le_bytes);
    let len = bytes.get(32..).and_then(<[u8]>::first_chunk).copied().map_or(0, u32::from_le_bytes);
    let input = bytes.get(36..).and_then(<[u8]>::first_chunk).copied().map_or(0, u32::from_le_bytes);
    Known { entry: Entry { identity, content, at, len }, input }
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
