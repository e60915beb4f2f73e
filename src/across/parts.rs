//! Records of one size on disk, in parts by the first bits of a hash: each part is small enough to be looked at by itself.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Parts, which are told apart by the first bits of a hash.
const PARTS: usize = 64;
/// Bytes of a part that are kept in memory, and written and read at a time: 512 KiB in all.
const CHUNK: usize = 8192;

/// Records of `N` bytes. Those of one part keep their order.
pub(crate) struct Parts<const N: usize> {
    kept: Vec<Kept>,
    /// One file for all parts: to make one takes as long as to write a hundred chunks.
    file: Option<File>,
    /// The part of each chunk of the file.
    chunks: Vec<u8>,
}

/// What of a part is not yet on disk, and how much is.
#[derive(Default)]
struct Kept {
    bytes: Vec<u8>,
    written: usize,
}

/// One part of many records.
pub(crate) struct Part<'p, const N: usize> {
    number: u8,
    kept: &'p Kept,
    file: Option<&'p File>,
    chunks: &'p [u8],
}

impl<const N: usize> Parts<N> {
    /// Bytes of a whole chunk.
    const WHOLE: usize = CHUNK / N * N;

    pub(crate) fn new() -> Self {
        Self { kept: std::iter::repeat_with(Kept::default).take(PARTS).collect(), file: None, chunks: Vec::new() }
    }

    /// Adds `record` to the part of `hash`; `scratch` makes an empty file.
    #[inline]
    pub(crate) fn add(&mut self, hash: u64, record: [u8; N], scratch: &mut dyn FnMut() -> io::Result<File>) -> io::Result<()> {
        let number = usize::try_from(hash >> 58).unwrap_or(0) % PARTS;
        let bytes = &mut self.kept[number].bytes;
        bytes.extend_from_slice(&record);
        if bytes.len() < Self::WHOLE { Ok(()) } else { self.write(number, scratch) }
    }

    #[cold]
    fn write(&mut self, number: usize, scratch: &mut dyn FnMut() -> io::Result<File>) -> io::Result<()> {
        let part = &mut self.kept[number];
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(scratch()?),
        };
        file.write_all(&part.bytes)?;
        part.written += part.bytes.len() / N;
        part.bytes.clear();
        self.chunks.push(u8::try_from(number).unwrap_or(0));
        Ok(())
    }

    /// The parts, one after another.
    pub(crate) fn each(&self) -> impl Iterator<Item = Part<'_, N>> {
        let part = |(number, kept)| Part { number, kept, file: self.file.as_ref(), chunks: &self.chunks };
        (0..).zip(&self.kept).map(part)
    }

    /// The number of all records.
    pub(crate) fn len(&self) -> usize {
        self.each().map(|part| part.len()).sum()
    }
}

impl<const N: usize> Part<'_, N> {
    /// The number of its records.
    pub(crate) fn len(&self) -> usize {
        self.kept.written + self.kept.bytes.len() / N
    }

    /// Gives each of its records to `visit`, in the order in which they came.
    pub(crate) fn read(&self, mut visit: impl FnMut(&[u8; N]) -> io::Result<()>) -> io::Result<()> {
        if let Some(mut file) = self.file {
            let mut chunk = [0; CHUNK];
            let whole = &mut chunk[..Parts::<N>::WHOLE];
            for at in memchr::memchr_iter(self.number, self.chunks) {
                file.seek(SeekFrom::Start((at * whole.len()) as u64))?;
                file.read_exact(whole)?;
                whole.as_chunks().0.iter().try_for_each(&mut visit)?;
            }
        }
        self.kept.bytes.as_chunks().0.iter().try_for_each(visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_in_one_part_and_in_its_order() {
        for count in [0_u64, 100, 400_000] {
            let mut parts = Parts::<12>::new();
            for number in 0..count {
                let mut record = [0; 12];
                record[..8].copy_from_slice(&number.to_le_bytes());
                parts.add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15), record, &mut tempfile::tempfile).expect("a record is taken");
            }
            assert_eq!(parts.file.is_some(), count > 1000);
            let mut all = Vec::new();
            for part in parts.each() {
                for _ in 0..2 {
                    let mut numbers = Vec::new();
                    let read = part.read(|record| {
                        numbers.push(record.first_chunk().copied().map_or(0, u64::from_le_bytes));
                        Ok(())
                    });
                    read.expect("a part is read");
                    assert!(numbers.is_sorted() && numbers.len() == part.len());
                    all.extend(numbers);
                }
            }
            all.sort_unstable();
            assert!(all.iter().copied().eq((0..count).flat_map(|number| [number, number])), "each once a reading");
            assert_eq!(parts.len() as u64, count);
        }
    }
}
