//! The change log and the rejects: one JSON object a line, each with the place that it is about.

use serde::Serialize;
use wide::u8x16;

use crate::source::steps::{self, STEP};

/// A change as it stands in the log; see `schemas/changes.schema.json`.
#[derive(Debug, Serialize)]
pub(super) struct Change<'a> {
    pub(super) file: &'a str,
    pub(super) row: u64,
    pub(super) column: &'a str,
    pub(super) path: &'a str,
    pub(super) before: Option<&'a str>,
    pub(super) after: Option<&'a str>,
    pub(super) code: Option<&'a str>,
    pub(super) certainty: Certainty,
}

/// What was done to a cell.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Certainty {
    /// The one reading of what stood there was written.
    Certain,
    /// What stood there has no one reading: the cell is empty.
    LeftEmpty,
}

/// A row that has no canonical form. `raw` is closed by `end`, so that a long record can come in parts.
#[derive(Debug, Serialize)]
pub(super) struct Reject<'a> {
    pub(super) file: &'a str,
    pub(super) row: u64,
    pub(super) codes: &'a [&'a str],
}

/// Writes `value` as one line.
pub(super) fn line(value: &impl Serialize, out: &mut Vec<u8>) {
    // Writing to memory does not fail, and these types always have a JSON form.
    if serde_json::to_writer(&mut *out, value).is_ok() {
        out.push(b'\n');
    }
}

/// Writes a reject up to its raw text.
pub(super) fn begin_reject(reject: &Reject<'_>, out: &mut Vec<u8>) {
    if serde_json::to_writer(&mut *out, reject).is_ok() {
        out.pop();
        out.extend_from_slice(b",\"raw\":\"");
    }
}

/// Writes `text` as the inside of a JSON string.
pub(super) fn raw(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let (whole, rest) = bytes.as_chunks();
    let last = steps::last(rest, b'~');
    let mut done = 0;
    for (start, step) in (0..).step_by(STEP).zip(whole.iter().chain(std::iter::once(&last))) {
        for at in steps::places(escapes(step)).map(|place| start + place) {
            out.extend_from_slice(&bytes[done..at]);
            done = at + 1;
            match bytes[at] {
                b'"' => out.extend_from_slice(b"\\\""),
                b'\\' => out.extend_from_slice(b"\\\\"),
                b'\n' => out.extend_from_slice(b"\\n"),
                b'\r' => out.extend_from_slice(b"\\r"),
                b'\t' => out.extend_from_slice(b"\\t"),
                control => out.extend_from_slice(format!("\\u{control:04x}").as_bytes()),
            }
        }
    }
    out.extend_from_slice(&bytes[done..]);
}

/// A bit for each byte that a JSON string has to escape, the first byte lowest.
#[inline]
fn escapes(step: &[u8; STEP]) -> u64 {
    // With one bit turned, the quote is no greater than a space, like the control characters; no other byte is.
    let (bit, space, backslash) = (u8x16::splat(2), u8x16::splat(b' '), u8x16::splat(b'\\'));
    steps::mask(step, |bytes| {
        let turned = bytes ^ bit;
        turned.min(space).simd_eq(turned) | bytes.simd_eq(backslash)
    })
}

/// Closes a reject.
pub(super) fn end_reject(out: &mut Vec<u8>) {
    out.extend_from_slice(b"\"}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_as_json_wants_it() {
        let text: String = (0..200u8).map(char::from).chain("\u{2028}é😀".chars()).collect();
        for text in (0..200).flat_map(|length| [format!("{}{text}", "x".repeat(length)), "x".repeat(length) + "\""]) {
            let mut out = vec![b'"'];
            raw(&text, &mut out);
            out.push(b'"');
            assert_eq!(serde_json::from_slice::<String>(&out).expect("JSON"), text);
        }
    }
}
