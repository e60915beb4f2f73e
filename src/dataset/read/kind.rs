//! What a file is, by its first bytes.

use super::Charset;
use super::encoding;
use crate::dataset::layout::{Layout, Wanted};

/// What a table was packed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Packed {
    /// gzip.
    Gzip,
    /// A zip archive, and the one table in it.
    Zip(String),
}

/// The notation of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Lines of cells between delimiters.
    Delimited {
        /// What stands between the cells.
        delimiter: u8,
    },
    /// One JSON object a line.
    NdJson,
    /// A JSON array of objects.
    JsonArray,
    /// A JSON object with the array of objects under this key.
    JsonUnder(String),
    /// A JSON object with one array, or one numbered object, a column.
    JsonColumns,
    /// A sheet of a workbook.
    Sheet {
        /// Whether it is a workbook of the time before 2007 (XLS).
        old: bool,
        /// The sheet's name.
        name: String,
        /// The other sheets.
        others: Vec<String>,
    },
}

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Gzip,
    /// A zip archive: an XLSX workbook, or some files.
    Zip,
    /// An OLE file: an XLS workbook.
    OldWorkbook,
    /// Something else that programs write: what it is, and what to do.
    Foreign(&'static str, &'static str),
    Text,
}

const SAVE_AS: &str = "Open it in a spreadsheet program and save the list as XLSX or CSV, or choose CSV at the portal.";

/// Recognises the first bytes of a file.
pub(super) fn of(bytes: &[u8]) -> Content {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Content::Gzip;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Content::Zip;
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Content::OldWorkbook;
    }
    if bytes.starts_with(b"%PDF") {
        return Content::Foreign("a PDF", SAVE_AS);
    }
    if bytes.starts_with(b"PAR1") {
        return Content::Foreign("a Parquet file", "Write the table as CSV or NDJSON.");
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(256)])
        .trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t'])
        .to_ascii_lowercase();
    if ["<!doctype html", "<html", "<table", "<head", "<style"].iter().any(|tag| start.starts_with(tag)) {
        return Content::Foreign("a web page (HTML)", SAVE_AS);
    }
    if start.starts_with("<?xml") || start.starts_with("<workbook") {
        return Content::Foreign("an XML file", SAVE_AS);
    }
    Content::Text
}

/// What the ending of `name` promises that `shape` is not.
pub(super) fn misnamed(name: &str, shape: &Shape) -> Option<&'static str> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_sheet = matches!(shape, Shape::Sheet { .. });
    let is_json = matches!(shape, Shape::NdJson | Shape::JsonArray | Shape::JsonUnder(_) | Shape::JsonColumns);
    match ending.as_str() {
        "xls" | "xlsx" | "xlsm" if !is_sheet => Some("a workbook"),
        "csv" | "tsv" if is_sheet || is_json => Some("delimited text"),
        "json" | "ndjson" | "jsonl" if !is_json => Some("JSON"),
        _ => None,
    }
}

/// Whether the file `name`, which starts with `bytes`, is a dataset rather than a draft. Endings that only datasets have decide by
/// themselves; anything else is a dataset if it is packed, a workbook, or starts with a header or records that are recognised. Of a file
/// that is called YAML, as standard input is where nobody says, only the first line is looked at.
pub fn is_dataset(name: &str, bytes: &[u8]) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "csv" | "tsv" | "tab" | "ndjson" | "jsonl" | "xlsx" | "xlsm" | "xls" | "gz" | "zip" => return true,
        _ => {}
    }
    match of(bytes) {
        Content::Gzip | Content::Zip | Content::OldWorkbook => true,
        Content::Foreign(..) => false,
        Content::Text if matches!(ending.as_str(), "yaml" | "yml") => {
            let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(bytes.len());
            let line = bytes[start..].split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
            let is_json = matches!(line.first(), Some(b'{' | b'['));
            // Most drafts are let through by this alone: their first line is a comment or one key.
            let cells = memchr::memchr3_iter(b',', b';', b'\t', line).chain(memchr::memchr_iter(b'|', line)).count();
            if is_json { holds_records(bytes) } else { cells >= 2 && line[0] != b'#' && holds_records(line) }
        }
        Content::Text => holds_records(bytes),
    }
}

fn holds_records(bytes: &[u8]) -> bool {
    let charset = encoding::detect(bytes);
    if !matches!(charset, Charset::Utf8 { .. }) {
        // A draft in another character set than UTF-8 has no recognised header either; decoding a sample is enough to see.
        let text = encoding::decoded(bytes, charset);
        return holds_records_in(text.as_bytes());
    }
    holds_records_in(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes))
}

fn holds_records_in(text: &[u8]) -> bool {
    let recognised = |names: &[&str]| Layout::of(names, &[], &Wanted::default(), false).is_ok();
    // Most drafts in JSON are let through by their keys alone.
    if super::json::is_draft(text) {
        return false;
    }
    match super::json::shape(text) {
        Some(shape) => recognised(&super::json::sample_keys(text, &shape).iter().map(String::as_str).collect::<Vec<_>>()),
        None => super::delimited::is_any_record(text, &recognised),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datasets_are_told_from_drafts() {
        let list = "covered_entity,individuals_affected,breach_type\nOld Mill Clinic,1204,Loss\n";
        let line = "{\"covered_entity\":\"Old Mill Clinic\",\"individuals_affected\":1204,\"breach_type\":\"Loss\"}\n";
        for (name, text, expected) in [
            ("list.csv", "", true),
            ("list.XLSX", "", true),
            ("list", list, true),
            ("stdin.yaml", list, true),
            ("stdin.yaml", line, true),
            ("list.json", &format!("[{line}]"), true),
            ("draft.json", "{\"filing\": {}, \"covered_entity\": {\"name\": \"Old Mill Clinic\"}, \"breach\": {}}", false),
            ("draft.json", "[{\"covered_entity\": {\"name\": \"Old Mill Clinic\"}}]", false),
            ("draft.yaml", "covered_entity: {name: Old Mill Clinic, type: Loss}\n", false),
            ("draft.yaml", "# covered_entity, individuals_affected, breach_type\nbreach:\n", false),
            ("page", "<html>", false),
        ] {
            assert_eq!(is_dataset(name, text.as_bytes()), expected, "{name}: {text}");
        }
    }
}
