//! JSON objects cut from a stream, one after another, with the line that each starts on. A broken one loses none of its neighbors.

use std::io::{self, Read};

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::Value;

use super::{damaged, limit, stopped};
use crate::dataset::LONGEST_RECORD;

const CHUNK: usize = 64 * 1024;

/// How objects stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// One a line: a line that cannot be read says nothing about the next.
    Lines,
    /// Between commas or blanks, up to the end of the text.
    Commas,
    /// The same in a list that is the whole text.
    List,
    /// The same in a list that stands in something else.
    Inner,
}

/// Cuts objects.
pub(super) struct Objects<R> {
    input: R,
    buffer: Vec<u8>,
    at: usize,
    line: u64,
    between: Between,
    ended: bool,
}

/// A piece of the stream, and its line.
pub(super) struct Piece {
    pub(super) line: u64,
    pub(super) bytes: Vec<u8>,
}

impl<R: Read> Objects<R> {
    pub(super) fn new(input: R, line: u64, between: Between) -> Self {
        Self { input, buffer: Vec::new(), at: 0, line, between, ended: false }
    }

    /// The next piece: an object if all is well, otherwise whatever stands there.
    pub(super) fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            let is_list = matches!(self.between, Between::List | Between::Inner);
            let Some(first) = self.byte(0)? else {
                return if is_list { Err(stopped(damaged("the list of records breaks off: its end is not there"))) } else { Ok(None) };
            };
            match first {
                b'\n' => self.line += 1,
                b'\r' if self.byte(1)? != Some(b'\n') => self.line += 1,
                b' ' | b'\t' | b'\r' => {}
                b',' if self.between != Between::Lines => {}
                b']' if is_list => return self.behind().map(|()| None),
                _ => break,
            }
            self.at += 1;
        }
        let line = self.line;
        let length = match self.between {
            Between::Lines => self.line_length()?,
            Between::Commas | Between::List | Between::Inner => self.object_length()?,
        };
        let bytes = self.buffer[self.at..self.at + length].to_vec();
        self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        self.at += length;
        Ok(Some(Piece { line, bytes }))
    }

    /// What stands behind a list that should be the whole text must not go by unread.
    fn behind(&mut self) -> io::Result<()> {
        self.at += 1;
        while self.between == Between::List {
            match self.byte(0)? {
                None => break,
                Some(byte) if byte.is_ascii_whitespace() => self.at += 1,
                Some(_) => return Err(stopped(damaged("something stands behind the end of the list of records"))),
            }
        }
        // The end was seen; whoever asks once more is told the same.
        (self.between, self.ended, self.at) = (Between::Commas, true, self.buffer.len());
        Ok(())
    }

    /// The byte `ahead` of the place that was reached.
    fn byte(&mut self, ahead: usize) -> io::Result<Option<u8>> {
        while self.at + ahead >= self.buffer.len() && !self.ended {
            if self.at > 0 {
                self.buffer.drain(..self.at);
                self.at = 0;
            }
            if self.buffer.len() > LONGEST_RECORD {
                return Err(stopped(limit(
                    "length of a record in bytes",
                    LONGEST_RECORD as u64,
                    "this record and all after it; look for a stray quote",
                )));
            }
            let before = self.buffer.len();
            self.buffer.resize(before + CHUNK, 0);
            let read = self.input.read(&mut self.buffer[before..]);
            self.buffer.truncate(before + *read.as_ref().unwrap_or(&0));
            self.ended = read? == 0;
        }
        Ok(self.buffer.get(self.at + ahead).copied())
    }

    fn line_length(&mut self) -> io::Result<usize> {
        let mut length = 0;
        loop {
            if let Some(found) = memchr::memchr2(b'\n', b'\r', &self.buffer[self.at + length..]) {
                return Ok(length + found);
            }
            length = self.buffer.len() - self.at;
            if self.byte(length)?.is_none() {
                return Ok(length);
            }
        }
    }

    /// Up to the brace that closes the object; for anything else, up to the comma, bracket or line break behind it.
    fn object_length(&mut self) -> io::Result<usize> {
        let is_object = self.byte(0)? == Some(b'{');
        let (mut depth, mut in_text, mut escaped) = (0u32, false, false);
        let mut length = 0;
        while let Some(byte) = self.byte(length)? {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                _ if in_text => {}
                b'{' | b'[' => depth += 1,
                b'}' if depth == 1 && is_object => return Ok(length + 1),
                b',' | b']' | b'\n' if depth == 0 => return Ok(length.max(1)),
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            length += 1;
        }
        Ok(length)
    }
}

/// The entries of an object in their order, a repeated key included.
#[derive(Debug)]
pub(super) struct Pairs(pub(super) Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Pairs;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = entries.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

/// A JSON value as the text of a cell. A list of single values is joined as the portal joins them; what is deeper stays JSON.
pub(super) fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Bool(answer) => answer.to_string(),
        Value::Number(number) => whole(&number).unwrap_or_else(|| number.to_string()),
        Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
            items.into_iter().map(cell).collect::<Vec<_>>().join(", ")
        }
        deeper => deeper.to_string(),
    }
}

/// 1204.0 is the number 1204: JSON has but one kind of number.
fn whole(number: &serde_json::Number) -> Option<String> {
    let float = number.as_f64().filter(|_| number.is_f64())?;
    (float.fract() == 0.0 && float.abs() < 1e15).then(|| format!("{float:.0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, between: Between) -> Vec<(u64, String)> {
        let mut objects = Objects::new(text.as_bytes(), 1, between);
        let mut found = Vec::new();
        while let Some(piece) = objects.next().expect("bytes") {
            found.push((piece.line, String::from_utf8(piece.bytes).expect("UTF-8")));
        }
        found
    }

    #[test]
    fn objects_are_cut_at_their_own_braces() {
        let text = "\n {\"a\":\"}\\\"{\",\n\"b\":[{}]},\r\n{\"a\":1} , 7, {\"a\":2}]  ";
        let found = pieces(text, Between::List);
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4, 4, 4]);
        assert_eq!((found[0].1.as_str(), found[2].1.as_str()), ("{\"a\":\"}\\\"{\",\n\"b\":[{}]}", "7"));
        assert_eq!(pieces("{\"a\":1}{\"a\":", Between::Commas)[1].1, "{\"a\":");
    }

    #[test]
    fn a_list_has_an_end_and_nothing_behind_it() {
        let last = |text: &str, between| {
            let mut objects = Objects::new(text.as_bytes(), 1, between);
            assert!(objects.next().expect("an object").is_some());
            objects.next().map(|piece| piece.is_none()).map_err(|error| super::super::fault_in(&error).map(|fault| fault.code))
        };
        assert_eq!(last("{}", Between::List), Err(Some("BR001")));
        assert_eq!(last("{},", Between::Inner), Err(Some("BR001")));
        assert_eq!(last("{}] [{}]", Between::List), Err(Some("BR001")));
        assert_eq!(last("{}], \"n\": 1}", Between::Inner), Ok(true));
        assert_eq!(last("{} ]\r\n", Between::List), Ok(true));
        assert_eq!(last("{}", Between::Commas), Ok(true));
    }

    #[test]
    fn a_broken_line_ends_with_its_line() {
        let found = pieces("{\"a\":1\r\n\n{\"a\":2}\r{\"a\":3}", Between::Lines);
        assert_eq!(found, [(1, "{\"a\":1".to_owned()), (3, "{\"a\":2}".to_owned()), (4, "{\"a\":3}".to_owned())]);
    }

    #[test]
    fn values_become_the_text_of_a_cell() {
        let text = |json: &str| cell(serde_json::from_str(json).expect("JSON"));
        assert_eq!([text("1204.0"), text("1204"), text("12.5"), text("null"), text("true")], ["1204", "1204", "12.5", "", "true"]);
        assert_eq!(text(r#"["Email","Laptop"]"#), "Email, Laptop");
        assert_eq!(text(r#"{"a":1}"#), r#"{"a":1}"#);
    }
}
