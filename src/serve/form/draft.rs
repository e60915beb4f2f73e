//! The drafts of a text as plain values: nothing is repaired, so that what was written is what is checked again.

use serde_json::{Map, Value};

use crate::check::{filled_roots, syntax};
use crate::document::{Document, NodeId, Scalar};
use crate::schema;
use crate::source::Source;

/// Every report of a draft file called `name`, in its order.
pub(in crate::serve) fn drafts(name: &str, text: &str) -> Vec<Value> {
    let source = Source::decode(name, text.as_bytes().to_vec());
    let document = Document::read(&source, syntax(name, text));
    filled_roots(&document).into_iter().map(|root| value(&document, root.node, "")).collect()
}

fn value(document: &Document<'_>, node: NodeId, path: &str) -> Value {
    if let Some(items) = document.items(node) {
        return items.iter().map(|&item| value(document, item, path)).collect();
    }
    if let Some(entries) = document.entries(node) {
        let mut map = Map::new();
        for entry in entries {
            let key = document.key(entry);
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            map.insert(key.to_owned(), value(document, entry, &path));
        }
        return Value::Object(map);
    }
    match document.scalar(node) {
        None | Some(Scalar::Null) => Value::Null,
        Some(Scalar::Bool(answer)) => answer.into(),
        // A number that would be written otherwise, such as a ZIP code with a leading zero, keeps its digits as text.
        Some(Scalar::Int(text)) => text
            .parse::<i64>()
            .ok()
            .filter(|number| number.to_string() == text && !schema::is_text(path))
            .map_or_else(|| text.into(), Into::into),
        Some(Scalar::Float(text) | Scalar::Text(text)) => text.into(),
    }
}
