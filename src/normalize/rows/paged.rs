//! Writes a long output in whole pages, whatever pieces it comes in: the system keeps them in fewer and larger parts, none of which it meets twice.

use std::fs::File;
use std::io::{self, ErrorKind, IoSlice, Write};

/// Bytes of which only whole multiples are written before the end.
const PAGES: usize = 64 * 1024;

/// An output, from its first byte on.
#[derive(Default)]
pub(super) struct Paged {
    /// What came and does not fill the pages yet.
    kept: Vec<u8>,
    len: u64,
}

impl Paged {
    /// Bytes that came.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// Writes `bytes` behind what came before, which went to the same `file`.
    pub(super) fn write(&mut self, bytes: &[u8], file: &mut File) -> io::Result<()> {
        self.len += bytes.len() as u64;
        let whole = (self.kept.len() + bytes.len()) / PAGES * PAGES;
        let (now, later) = bytes.split_at(whole.saturating_sub(self.kept.len()));
        if whole > 0 {
            write_all(&mut [IoSlice::new(&self.kept), IoSlice::new(now)], file)?;
            self.kept.clear();
        }
        self.kept.extend_from_slice(later);
        Ok(())
    }

    /// Writes what is left.
    pub(super) fn end(self, file: &mut File) -> io::Result<()> {
        file.write_all(&self.kept)
    }
}

/// Writes one piece behind the other.
fn write_all(mut pieces: &mut [IoSlice<'_>], file: &mut File) -> io::Result<()> {
    while !pieces.is_empty() {
        match file.write_vectored(pieces) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(written) => IoSlice::advance_slices(&mut pieces, written),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Seek};

    use super::*;

    #[test]
    fn what_is_written_is_what_came() {
        for piece in [1, 100, PAGES - 1, PAGES, PAGES + 1, 3 * PAGES + 7] {
            let all: Vec<u8> = (0_u8..251).cycle().take(4 * PAGES + 11).collect();
            let mut file = tempfile::tempfile().expect("a file");
            let mut paged = Paged::default();
            all.chunks(piece).for_each(|piece| paged.write(piece, &mut file).expect("written"));
            assert!(paged.kept.len() < PAGES && paged.len() == all.len() as u64, "no more is kept than fills the pages");
            paged.end(&mut file).expect("written to the end");
            let mut read = Vec::new();
            file.rewind().and_then(|()| file.read_to_end(&mut read)).expect("read back");
            assert!(read == all, "in pieces of {piece}");
        }
    }
}
