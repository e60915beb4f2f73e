//! A report's answers as canonical values: keys in the form's order, lists in the portal's, text in NFC with single spaces.

use serde_json::{Map, Value};
use unicode_normalization::UnicodeNormalization;

use crate::document::{Document, NodeId, Scalar};
use crate::report::{is_marker, read_count};
use crate::schema;

/// The canonical value of the report at `node`.
pub(crate) fn report(document: &Document<'_>, node: NodeId) -> Value {
    section(document, node, "").unwrap_or(Value::Object(Map::new()))
}

/// None where nothing is answered: missing is missing.
fn value(document: &Document<'_>, node: NodeId, path: &str) -> Option<Value> {
    if let Some(items) = document.items(node) {
        let mut values: Vec<Value> = items.iter().filter_map(|&item| value(document, item, path)).collect();
        let order = schema::options(path);
        // What is in no list keeps its place behind what is; entities are in the filer's order.
        values.sort_by_key(|value| {
            value.as_str().map_or(usize::MAX, |text| order.iter().position(|&option| option == text).unwrap_or(usize::MAX))
        });
        return Some(Value::Array(values));
    }
    if document.entries(node).is_some() {
        return section(document, node, path);
    }
    match document.scalar(node)? {
        Scalar::Null => None,
        Scalar::Bool(answer) => Some(answer.into()),
        Scalar::Int(text) if schema::is_text(path) => Some(text.into()),
        Scalar::Int(text) => text.trim_start_matches('+').parse::<i64>().map_or(Some(text.into()), |number| Some(number.into())),
        Scalar::Float(text) => match read_count(text) {
            crate::report::CountReading::One(number) => Some(number.into()),
            _ => Some(text.into()),
        },
        Scalar::Text(text) => {
            let yes_no = schema::is_yes_no(path);
            match text {
                "yes" | "Yes" if yes_no => Some(true.into()),
                "no" | "No" if yes_no => Some(false.into()),
                _ if is_marker(text) => None,
                _ => Some(canonical_text(text).into()),
            }
        }
    }
}

fn section(document: &Document<'_>, node: NodeId, path: &str) -> Option<Value> {
    let entries = document.entries(node)?;
    let mut order = schema::keys(path);
    // A mapping of States has no questions of its own: it is in the order of their codes.
    let mut others: Vec<&str> = entries.iter().map(|&entry| document.key(entry)).filter(|key| !order.contains(key)).collect();
    others.sort_unstable();
    order.extend(others);
    let mut map = Map::new();
    for key in order {
        let Some(&entry) = entries.iter().find(|&&entry| document.key(entry) == key) else { continue };
        let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        if let Some(value) = value(document, entry, &path) {
            map.insert(key.to_owned(), value);
        }
    }
    (!map.is_empty()).then_some(Value::Object(map))
}

/// NFC, LF, single spaces, no space at the ends of lines, at most one empty line in a row.
pub(super) fn canonical_text(text: &str) -> String {
    let unix: String = text.nfc().collect::<String>().replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in unix.lines() {
        let printable = line
            .chars()
            .map(|character| if character.is_whitespace() { ' ' } else { character })
            .filter(|character| !character.is_control());
        let line = printable.collect::<String>().split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_text_is_stable() {
        let text = "  a \u{a0}b\r\n\r\n\r\nc\te\u{301} \n\n";
        assert_eq!(canonical_text(text), "a b\n\nc \u{e9}");
        assert_eq!(canonical_text(&canonical_text(text)), canonical_text(text));
    }
}
