//! JSON and NDJSON: which of the notations a text is in, what its columns are, and its objects as records.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};

use serde_json::Value;

use super::delimited;
use super::head::Head;
use super::kind::Shape;
use super::objects::{Between, Objects, Pairs, cell};
use super::table::{Sink, written};
use super::{Charset, Failure, Input, Notes, Options, Recognised, damaged, limit, stopped};
use crate::dataset::layout::fact_called;

/// The largest file with one array a column: it can only be read whole.
const LARGEST_COLUMNS: usize = 32 * 1024 * 1024;
/// So many columns are told apart; what stands under further keys is kept in the records all the same.
const MOST_COLUMNS: usize = 1024;

/// The notation of a text that starts with `bytes`; none if it is no JSON list.
pub(super) fn shape(bytes: &[u8]) -> Option<Shape> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let second = bytes[start + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
    match (bytes[start], second) {
        (b'[', Some(b'{')) => Some(Shape::JsonArray),
        (b'{', Some(b'"')) => Some(object_shape(&bytes[start..])),
        _ => None,
    }
}

/// The sections of a draft. No list has nothing but such columns.
const SECTIONS: [&str; 7] = ["schema_version", "filing", "covered_entity", "business_associate", "breach", "notice", "attestation"];

/// Whether `text` is one object with the sections of a draft and nothing else, which is no list whatever the sections hold.
pub(super) fn is_draft(text: &[u8]) -> bool {
    let start = text.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(text.len());
    if text.get(start) != Some(&b'{') {
        return false;
    }
    let (values, end) = top_values(&text[start..]);
    let is_whole = end.is_some_and(|end| text[start + end..].trim_ascii().is_empty());
    is_whole && !values.is_empty() && values.iter().all(|(key, _)| SECTIONS.contains(&key.as_str()))
}

fn object_shape(bytes: &[u8]) -> Shape {
    let (values, end) = top_values(bytes);
    if let Some((key, _)) = values.iter().find(|(_, value)| value == b"[{") {
        return Shape::JsonUnder(key.clone());
    }
    // A record may hold lists too, but not under every key.
    let known: Vec<bool> =
        values.iter().filter(|(key, _)| fact_called(key).is_some()).map(|(_, value)| matches!(value[0], b'[' | b'{')).collect();
    if known.len() >= 2 && known.iter().all(|&list| list) {
        return Shape::JsonColumns;
    }
    let one_line = end.is_some_and(|end| memchr::memchr(b'\n', &bytes[..end]).is_none());
    if one_line { Shape::NdJson } else { Shape::JsonArray }
}

/// The keys of the object at the start of `bytes`, each with the first two bytes of its value that are not blank; and where it ends.
fn top_values(bytes: &[u8]) -> (Vec<(String, [u8; 2])>, Option<usize>) {
    let mut values: Vec<(String, [u8; 2])> = Vec::new();
    let (mut depth, mut text_from, mut escaped) = (0u32, None::<usize>, false);
    let mut last_text = 0..0;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if text_from.is_some() => escaped = true,
            b'"' => match text_from.take() {
                Some(from) => last_text = from..at,
                None => text_from = Some(at + 1),
            },
            _ if text_from.is_some() => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (values, Some(at + 1));
                }
            }
            b':' if depth == 1 => {
                let mut rest = bytes[at + 1..].iter().copied().filter(|byte| !byte.is_ascii_whitespace());
                let value = [rest.next().unwrap_or(b' '), rest.next().unwrap_or(b' ')];
                let raw =
                    String::from_utf8_lossy(&bytes[last_text.start.saturating_sub(1)..(last_text.end + 1).min(bytes.len())]).into_owned();
                values.push((serde_json::from_str(&raw).unwrap_or(raw), value));
                if values.len() == MOST_COLUMNS {
                    break;
                }
            }
            _ => {}
        }
    }
    (values, None)
}

/// The keys of the first records of `text`.
pub(super) fn sample_keys(text: &[u8], shape: &Shape) -> Vec<String> {
    if *shape == Shape::JsonColumns {
        return top_values(text).0.into_iter().map(|(key, _)| key).collect();
    }
    let mut keys: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let bare = *shape == Shape::JsonArray && text.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let objects = if bare { Ok(Objects::new(text, 1, Between::Commas)) } else { objects(text, shape) };
    let Ok(mut objects) = objects else { return keys };
    while let Ok(Some(piece)) = objects.next() {
        let Ok(Pairs(pairs)) = serde_json::from_slice::<Pairs>(&piece.bytes) else { continue };
        for (key, _) in pairs {
            if keys.len() < MOST_COLUMNS && known.insert(key.clone()) {
                keys.push(key);
            }
        }
    }
    keys
}

/// The objects of `input`, from the first on.
fn objects<R: Read>(mut input: R, shape: &Shape) -> io::Result<Objects<R>> {
    let (line, between) = match shape {
        Shape::NdJson => (1, Between::Lines),
        Shape::JsonUnder(key) => (skip_to_list(&mut input, key)?, Between::Commas),
        _ => {
            let mut line = 1;
            let mut byte = [0];
            // An array opens with a bracket; objects without one follow each other as they are.
            let mut first = b' ';
            while first.is_ascii_whitespace() && input.read(&mut byte)? == 1 {
                line += u64::from(first == b'\n');
                first = byte[0];
            }
            if first != b'[' {
                return Err(io::ErrorKind::InvalidData.into());
            }
            (line, Between::Commas)
        }
    };
    Ok(Objects::new(input, line, between))
}

/// Reads up to the bracket that opens the list under `key`, and gives its line.
fn skip_to_list(input: &mut impl Read, key: &str) -> io::Result<u64> {
    let (mut depth, mut in_text, mut escaped, mut line) = (0u32, false, false, 1);
    let mut text: Vec<u8> = Vec::new();
    let mut is_key = false;
    let mut byte = [0];
    while input.read(&mut byte)? == 1 {
        let byte = byte[0];
        line += u64::from(byte == b'\n');
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            if in_text && text.len() < 1024 {
                text.push(byte);
            }
            continue;
        }
        match byte {
            b'"' => {
                in_text = true;
                text.clear();
            }
            b':' if depth == 1 => {
                let raw = format!("\"{}\"", String::from_utf8_lossy(&text));
                is_key = serde_json::from_str::<String>(&raw).is_ok_and(|name| name == key);
            }
            b'[' if depth == 1 && is_key => return Ok(line),
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 1 => is_key = false,
            _ => {}
        }
    }
    Err(stopped(damaged("the list of records was not found again")))
}

/// Opens `head`, a text of this `shape`.
pub(super) fn open(mut head: Head, shape: Shape, charset: Charset, options: &Options, notes: &Notes) -> Result<Input, Failure> {
    let bare = shape == Shape::JsonArray && head.seen().iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    if bare {
        head = bracketed(head)?;
    }
    let keys = sample_keys(head.seen(), &shape);
    let found = Recognised { packed: Vec::new(), shape: shape.clone(), charset, misnamed: None };
    let text = if shape == Shape::JsonColumns {
        written(move |sink| columns(head, sink))?
    } else {
        written(move |sink| rows(objects(head, &shape)?, &keys, sink))?
    };
    delimited::open_written(Head::new(text)?, found, options, notes)
}

/// Objects that follow each other without a list around them, as a list.
fn bracketed(head: Head) -> io::Result<Head> {
    Head::new(Box::new(io::Cursor::new(b"[").chain(head)))
}

fn rows<R: Read>(mut objects: Objects<R>, keys: &[String], sink: &mut Sink<'_>) -> io::Result<()> {
    sink.record(0, keys.iter().map(String::as_str))?;
    let index: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
    let mut cells: Vec<String> = Vec::new();
    let mut filled: Vec<bool> = Vec::new();
    while let Some(piece) = objects.next()? {
        cells.clear();
        cells.resize(keys.len(), String::new());
        filled.clear();
        filled.resize(keys.len(), false);
        match serde_json::from_slice::<Pairs>(&piece.bytes) {
            Ok(Pairs(pairs)) => {
                for (key, value) in pairs {
                    match index.get(key.as_str()) {
                        Some(&at) if !filled[at] => {
                            filled[at] = true;
                            cells[at] = cell(value);
                        }
                        // A key that the sample does not know, or the same key again: kept behind the columns, where it is found.
                        _ => cells.push(format!("{key}: {}", cell(value))),
                    }
                }
            }
            // What cannot be read stands behind the columns as it is.
            Err(_) => cells.push(String::from_utf8_lossy(&piece.bytes).into_owned()),
        }
        sink.record(piece.line, cells.iter().map(String::as_str))?;
    }
    Ok(())
}

/// One array a column, or one object with numbered entries, as pandas writes it.
fn columns(head: Head, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut bytes = Vec::new();
    head.take(LARGEST_COLUMNS as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST_COLUMNS {
        return Err(stopped(limit(
            "size of a JSON file with one list a column, in bytes",
            LARGEST_COLUMNS as u64,
            "this file; write it as NDJSON or CSV",
        )));
    }
    let Pairs(table) =
        serde_json::from_slice(&bytes).map_err(|error| stopped(damaged(&format!("the JSON breaks off or is broken: {error}"))))?;
    drop(bytes);
    sink.record(0, table.iter().map(|(key, _)| key.as_str()))?;
    let mut order: HashMap<String, usize> = HashMap::new();
    let mut rows = 0;
    let mut cells: Vec<HashMap<usize, String>> = Vec::with_capacity(table.len());
    for (_, values) in table {
        let mut column = HashMap::new();
        match values {
            Value::Array(values) => {
                rows = rows.max(values.len());
                column.extend(values.into_iter().map(cell).enumerate());
            }
            Value::Object(values) => {
                for (name, value) in values {
                    let next = order.len();
                    let row = *order.entry(name).or_insert(next);
                    rows = rows.max(row + 1);
                    column.insert(row, cell(value));
                }
            }
            // A single value beside the columns is no column; it is kept in the first row.
            value => {
                column.insert(0, cell(value));
            }
        }
        cells.push(column);
    }
    for row in 0..rows {
        let record = cells.iter().map(|column| column.get(&row).map_or("", String::as_str));
        sink.record(row as u64 + 1, record)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::layout::Layout;

    #[test]
    fn no_list_has_only_sections_of_a_draft() {
        for chosen in 1u32..1 << SECTIONS.len() {
            let names: Vec<&str> = SECTIONS.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, name)| *name).collect();
            assert!(Layout::read(&names).is_err(), "{names:?}");
        }
        assert!(is_draft(b" {\"breach\": {\"type\": \"a, \\\"b}\"}, \"filing\": {}}\n"));
        for other in
            ["{}", "{\"breach\": {}}{\"breach\": {}}", "{\"breach\": {}, \"type\": 1}", "[{\"breach\": {}}]", "{\"breach\": {}", ""]
        {
            assert!(!is_draft(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn notations_are_told_apart() {
        for (text, expected) in [
            ("[ {\"State\": 1} ]", Some(Shape::JsonArray)),
            ("{\"State\":\"MD\"}\n{\"State\":\"VA\"}\n", Some(Shape::NdJson)),
            ("{\"State\":\"MD\"}", Some(Shape::NdJson)),
            ("{\n\"State\":\"MD\"}\n{\n\"State\":\"VA\"}", Some(Shape::JsonArray)),
            ("{\"meta\":{\"n\":2},\"da\\u0074a\":[{\"State\":\"MD\"}]}", Some(Shape::JsonUnder("data".to_owned()))),
            ("{\"State\":[\"MD\"],\"Individuals Affected\":[1]}", Some(Shape::JsonColumns)),
            ("{\"State\":{\"0\":\"MD\"},\"Individuals Affected\":{\"0\":1}}", Some(Shape::JsonColumns)),
            ("Name,State", None),
            ("[1,2]", None),
            ("{}", None),
            ("[", None),
        ] {
            assert_eq!(shape(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn keys_are_gathered_over_the_records() {
        let keys = sample_keys(b"[{\"a\":1},{\"b\":2,\"a\":3},{\"c\":", &Shape::JsonArray);
        assert_eq!(keys, ["a", "b"]);
        assert_eq!(sample_keys(b"{\"x\":[{\"no\":1}],\"rows\":[{\"a\":1}]}", &Shape::JsonUnder("rows".to_owned())), ["a"]);
    }
}
