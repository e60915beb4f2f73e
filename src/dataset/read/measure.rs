//! How large a workbook is once unpacked, counted rather than believed, before a library reads it.

use std::io::{self, Read, Seek};

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
        let size = io::copy(&mut part.take(most + 1), &mut io::sink()).map_err(|_| broken())?;
        if size > most {
            let (which, most) =
                if texts { ("size of a workbook's texts in bytes", TEXTS) } else { ("size of an unpacked workbook in bytes", UNPACKED) };
            return Err(limit(which, most, "this file; save the list as CSV").into());
        }
        total += size;
    }
    file.rewind()?;
    Ok(Contents::Workbook)
}

/// Records of an XLS file that hold cells: number, text, formula, blank and their like, each with row and column in front.
const CELL_RECORDS: [u16; 10] = [0x0006, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e];
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
        if rows * columns > CELLS {
            return Err(limit("cells of an XLS sheet", CELLS, "this file; save it as XLSX or CSV").into());
        }
    }
    drop(stream);
    file.rewind()?;
    Ok(())
}
