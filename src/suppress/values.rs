//! What a finding rests on, as a keyed hash: its rule, its places and the unmasked values there. No value can be read or guessed from it
//! without the key.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::document::{Content, Document, NodeId};
use crate::finding::{Key, Located};
use crate::report::Fact;
use crate::source::{At, Part};

/// Hexadecimal digits of a hash that are kept: 128 bits.
const DIGITS: usize = 32;

/// The keyed hash of the code and of every place of `located` with its value.
pub(crate) fn hash(key: &Key, document: &Document<'_>, located: &Located) -> String {
    let mut text = String::new();
    part(located.finding.code, &mut text);
    let places = std::iter::once((located.finding.at, &located.place.path))
        .chain(located.finding.labels.iter().map(|label| label.at).zip(located.label_places.iter().map(|place| &place.path)));
    for (at, path) in places {
        part(path, &mut text);
        value(document, at, &mut text);
    }
    // A key of any length is allowed.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(text.as_bytes());
    let mut digits = hexadecimal(&mac.finalize().into_bytes());
    digits.truncate(DIGITS);
    digits
}

/// Code, path and keyed hash: the same as long as the rule finds the same values in the same place, wherever that stands in the file.
pub(crate) fn fingerprint(key: &Key, document: &Document<'_>, located: &Located) -> String {
    format!("{}@{}:{}", located.finding.code, located.place.path, hash(key, document, located))
}

/// `bytes` in hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// One piece, with its length in front, so that no two sequences of pieces make one text.
fn part(piece: &str, text: &mut String) {
    text.push_str(&format!("{}:{piece};", piece.len()));
}

/// The value at `at`. A section of the form has none of its own: what is missing from it is found there, and must not change with its neighbors.
fn value(document: &Document<'_>, at: At, text: &mut String) {
    let item = match at.part {
        Part::Item(index) => document.nodes().get(at.field as usize).and_then(|_| document.items(at.field)?.get(index as usize)),
        _ => None,
    };
    match item.copied().or_else(|| document.nodes().get(at.field as usize).map(|_| at.field)) {
        Some(node) => node_value(document, node, is_an_answer(document, node), text),
        None => part(document.source().text().get(document.span(at).range()).unwrap_or_default(), text),
    }
}

/// Whether the form asks for what stands at `node`, or for something that it is a part of.
fn is_an_answer(document: &Document<'_>, node: NodeId) -> bool {
    let path = document.path(node);
    let mut plain = String::new();
    let mut depth = 0;
    for character in path.chars() {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            other if depth == 0 => plain.push(other),
            _ => {}
        }
    }
    let asked = |fact: &Fact| plain.strip_prefix(fact.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    Fact::ALL.iter().any(asked)
}

fn node_value(document: &Document<'_>, node: NodeId, whole: bool, text: &mut String) {
    match &document.resolved(node).content {
        Content::Scalar(scalar, _) => part(scalar, text),
        Content::Sequence(items) => {
            text.push('[');
            for &item in items {
                node_value(document, item, whole, text);
            }
            text.push(']');
        }
        Content::Mapping(entries) if whole => {
            text.push('{');
            for &entry in entries {
                part(document.key(entry), text);
                node_value(document, entry, whole, text);
            }
            text.push('}');
        }
        Content::Mapping(_) | Content::Alias(_) => text.push_str("{}"),
    }
}
