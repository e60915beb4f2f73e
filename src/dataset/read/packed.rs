//! Packed inputs: gzip, and zip archives with one table. Unpacked as a stream, within bounds.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use super::{limit, stopped};

/// A file that grows more than so many times was made to do so, not packed: lists of breaches grow 4 to 30 times.
const RATIO: u64 = 200;
/// Up to so many bytes any growth is harmless.
const FREE: u64 = 16 * 1024 * 1024;

/// Counts what passes.
struct Counted<R> {
    input: R,
    passed: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(out)?;
        self.passed.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// Stops when what comes out is out of all proportion to what went in.
struct Bounded<R> {
    input: R,
    packed: Arc<AtomicU64>,
    unpacked: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                stopped(super::damaged("the packed file is damaged or cut off"))
            }
            _ => error,
        })?;
        self.unpacked += count as u64;
        if self.unpacked > FREE && self.unpacked / RATIO > self.packed.load(Ordering::Relaxed) {
            return Err(stopped(limit("growth of a packed file", RATIO, "what comes after; unpack the file to see what it is")));
        }
        Ok(count)
    }
}

/// What `input` was before gzip packed it.
pub(super) fn gunzip(input: impl Read + Send + 'static) -> Box<dyn Read + Send> {
    let packed = Arc::new(AtomicU64::new(0));
    let counted = Counted { input, passed: Arc::clone(&packed) };
    Box::new(Bounded { input: MultiGzDecoder::new(counted), packed, unpacked: 0 })
}

#[cfg(feature = "tables")]
mod archive {
    use std::io::{self, Read, Seek};
    use std::sync::Arc;
    use std::sync::atomic::AtomicU64;

    use zip::ZipArchive;

    use super::Bounded;
    use crate::dataset::read::table::piped;
    use crate::dataset::read::{Failure, damaged, unreadable};

    const TABLES: [&str; 10] = [".csv", ".tsv", ".tab", ".txt", ".json", ".ndjson", ".jsonl", ".xlsx", ".xls", ".gz"];

    /// The one table of an archive: its name, and its bytes.
    pub(in crate::dataset::read) fn unzip<F: Read + Seek + Send + 'static>(file: F) -> Result<(String, Box<dyn Read + Send>), Failure> {
        let mut archive = ZipArchive::new(file).map_err(|_| damaged("the zip archive is damaged or cut off"))?;
        let names: Vec<(usize, String)> = (0..archive.len().min(1000))
            .filter_map(|index| {
                let name = archive.name_for_index(index)?.ok()?;
                let hidden = name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|last| last.starts_with('.'));
                (!name.ends_with('/') && !hidden).then(|| (index, name.into_owned()))
            })
            .collect();
        let tables: Vec<&(usize, String)> =
            names.iter().filter(|(_, name)| TABLES.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))).collect();
        let (index, name) = match (&tables[..], &names[..]) {
            ([one], _) => (*one).clone(),
            ([], [one]) => one.clone(),
            _ => {
                let count = if tables.is_empty() { names.len() } else { tables.len() };
                let what = format!("the archive holds {count} files that may be the list");
                return Err(unreadable(what, "Unpack it and give the file itself.").into());
            }
        };
        let packed = archive.by_index_raw(index).map_err(|_| damaged("the zip archive is damaged or cut off"))?.compressed_size();
        let bytes = piped(move |pipe| {
            let entry = archive.by_index(index).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => super::stopped(unreadable(
                    "the archive is locked or packed in a way that is not read".to_owned(),
                    "Unpack it and give the file itself.",
                )),
                _ => super::stopped(damaged("the zip archive is damaged or cut off")),
            })?;
            let mut bounded = Bounded { input: entry, packed: Arc::new(AtomicU64::new(packed)), unpacked: 0 };
            io::copy(&mut bounded, pipe).map(|_| ())
        })?;
        Ok((name, bytes))
    }
}

#[cfg(feature = "tables")]
pub(super) use archive::unzip;
