//! How large a workbook is once unpacked, counted rather than believed, before a library reads it.

use std::io::{self, Read, Seek, Write};

use zip::ZipArchive;

use super::{Failure, damaged, limit, unreadable};

/// The largest unpacked workbook, in bytes.
const UNPACKED: u64 = 1024 * 1024 * 1024;
/// The largest table of texts of a workbook, in bytes: it is kept in memory.
const TEXTS: u64 = 64 * 1024 * 1024;
/// The most parts of a workbook.
const PARTS: usize = 2000;
/// The most cells of an XLS sheet between its first and last: it is kept in memory.
const CELLS: u64 = 4_000_000;

/// What a zip file holds.
pub(super) enum Contents {
    Workbook,
    Files,
}

/// Tells a workbook from an archive, and unpacks a workbook once to see how large it gets.
pub(super) fn contents(file: &mut (impl Read + Seek)) -> Result<Contents, Failure> {
    let broken = || damaged("the zip archive is damaged or cut off");
    let mut archive = ZipArchive::new(&mut *file).map_err(|_| broken())?;
    let has = |archive: &ZipArchive<_>, name: &str| archive.index_for_name(name).is_some();
    for (part, what) in
        [("xl/workbook.bin", "a binary workbook (XLSB)"), ("content.xml", "an OpenDocument file"), ("word/document.xml", "a Word document")]
    {
        if has(&archive, part) {
            return Err(unreadable(format!("the file is {what}, not a list that can be read"), "Save the sheet as XLSX or CSV.").into());
        }
    }
    if !has(&archive, "xl/workbook.xml") {
        file.rewind()?;
        return Ok(Contents::Files);
    }
    if archive.len() > PARTS {
        return Err(limit("parts of a workbook", PARTS as u64, "this file").into());
    }
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| broken())?;
        let name = part.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        let texts = name == "xl/sharedstrings.xml" || name == "xl/styles.xml";
        let most = (UNPACKED - total).min(if texts { TEXTS } else { UNPACKED });
        let mut promised = Promised::default();
        let size = io::copy(&mut part.take(most + 1), &mut promised).map_err(|_| broken())?;
        if size > most {
            let (which, most) =
                if texts { ("size of a workbook's texts in bytes", TEXTS) } else { ("size of an unpacked workbook in bytes", UNPACKED) };
            return Err(limit(which, most, "this file; save the list as CSV").into());
        }
        // The library takes room for as many texts as the table says that it has; the shortest has five bytes.
        if promised.most > size {
            return Err(damaged("the workbook says that it has more texts than it has bytes").into());
        }
        total += size;
    }
    file.rewind()?;
    Ok(Contents::Workbook)
}

/// What precedes the number of texts that a table of texts says it has.
const PROMISE: &[u8] = b"uniqueCount";
/// The number stands within so many bytes.
const WITHIN: usize = 64;

/// The largest number of texts that bytes say they have, looked for as they pass.
#[derive(Default)]
struct Promised {
    most: u64,
    /// The last bytes, in which a number may have begun.
    last: Vec<u8>,
}

impl Write for Promised {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.last.extend_from_slice(bytes);
        for at in memchr::memmem::find_iter(&self.last, PROMISE) {
            let rest = &self.last[at + PROMISE.len()..];
            let rest = &rest[..rest.len().min(WITHIN)];
            let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\'' | b'+')).count();
            let digits = rest[blank..].iter().take_while(|byte| byte.is_ascii_digit());
            let end = blank + digits.clone().count();
            // A number that hides behind blanks or zeros is none to believe.
            let number = if end == WITHIN {
                u64::MAX
            } else {
                digits.fold(0u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
            };
            self.most = self.most.max(number);
        }
        let kept = self.last.len().min(PROMISE.len() + WITHIN);
        self.last.drain(..self.last.len() - kept);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Records of an XLS file that hold cells: number, text, formula, blank and their like, each with row and column in front.
const CELL_RECORDS: [u16; 10] = [0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e];
/// The record that says from where to where a sheet reaches.
const DIMENSIONS_RECORD: u16 = 0x0200;
/// Rows and columns of the largest XLS sheet.
const LARGEST: (u64, u64) = (65_536, 256);
/// The record that starts a sheet.
const SHEET_RECORD: u16 = 0x0809;

/// Refuses an XLS workbook whose sheets reach too far.
pub(super) fn old_workbook(file: &mut (impl Read + Seek)) -> Result<(), Failure> {
    let broken = || damaged("the workbook is damaged or cut off");
    let mut parts = cfb::CompoundFile::open(&mut *file).map_err(|_| broken())?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| parts.is_stream(name));
    let Some(name) = name else {
        return Err(unreadable("the file is an old Office document, not a workbook".to_owned(), "Save the list as XLSX or CSV.").into());
    };
    let mut stream = parts.open_stream(name).map_err(|_| broken())?;
    let (mut rows, mut columns) = (0u64, 0u64);
    let mut head = [0; 4];
    let mut body = Vec::new();
    while stream.read_exact(&mut head).is_ok() {
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), u16::from_le_bytes([head[2], head[3]]));
        body.clear();
        stream.by_ref().take(u64::from(length)).read_to_end(&mut body).map_err(|_| broken())?;
        if kind == SHEET_RECORD {
            (rows, columns) = (0, 0);
        }
        if let ([r1, r2, c1, c2, ..], true) = (&body[..], CELL_RECORDS.contains(&kind)) {
            rows = rows.max(u64::from(u16::from_le_bytes([*r1, *r2])) + 1);
            columns = columns.max(u64::from(u16::from_le_bytes([*c1, *c2])) + 1);
            if matches!(kind, 0x00bd | 0x00be) {
                // Several cells in a row: the last column stands at the end.
                if let [.., l1, l2] = &body[..] {
                    columns = columns.max(u64::from(u16::from_le_bytes([*l1, *l2])) + 1);
                }
            }
        }
        // The library takes room for what a sheet says of itself.
        if kind == DIMENSIONS_RECORD && !is_possible(&body) {
            return Err(damaged("a sheet says that it reaches further than a sheet can").into());
        }
        if rows * columns > CELLS {
            return Err(limit("cells of an XLS sheet", CELLS, "this file; save it as XLSX or CSV").into());
        }
    }
    drop(stream);
    file.rewind()?;
    Ok(())
}

/// Whether a sheet can reach from where to where the record of its dimensions says.
fn is_possible(body: &[u8]) -> bool {
    let short = |at: usize| body.get(at..at + 2).and_then(<[u8]>::first_chunk).map_or(0, |bytes| u64::from(u16::from_le_bytes(*bytes)));
    let long = |at: usize| short(at) | short(at + 2) << 16;
    let (first, last, columns) = if body.len() <= 10 { (short(0), short(2), short(6)) } else { (long(0), long(4), short(10)) };
    last <= LARGEST.0 && columns <= LARGEST.1 && (first < last || last == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_seen_wherever_the_bytes_are_cut() {
        let text = b"<x/><sst count=\"3\" uniqueCount = '+99999999999'>".to_vec();
        for cut in 0..text.len() {
            let mut promised = Promised::default();
            promised.write_all(&text[..cut]).and_then(|()| promised.write_all(&text[cut..])).expect("memory");
            assert_eq!(promised.most, 99_999_999_999, "cut at {cut}");
        }
        let mut promised = Promised::default();
        promised.write_all(b"uniqueCount=\"999999999999999999999999\"").expect("memory");
        assert_eq!(promised.most, u64::MAX);
        let mut hidden = Promised::default();
        hidden.write_all(format!("uniqueCount={}\"9\"", " ".repeat(100)).as_bytes()).expect("memory");
        assert_eq!(hidden.most, u64::MAX);
    }

    #[test]
    fn a_sheet_reaches_no_further_than_a_sheet_can() {
        let new = |first: u32, last: u32, columns: u16| {
            let bytes = [first.to_le_bytes(), last.to_le_bytes()].concat();
            [&bytes[..], &[0, 0], &columns.to_le_bytes(), &[0, 0]].concat()
        };
        assert!(is_possible(&new(0, 65_536, 256)) && is_possible(&new(0, 0, 0)) && is_possible(&new(3, 4, 1)));
        assert!(!is_possible(&new(0, 1 << 31, 1)) && !is_possible(&new(0, 1, 257)) && !is_possible(&new(9, 4, 1)));
        assert!(is_possible(&[0, 0, 5, 0, 0, 0, 9, 0, 0, 0]) && !is_possible(&[9, 0, 5, 0, 0, 0, 9, 0, 0, 0]));
    }
}
