//! Schema errors in the words of the form. No word of JSON Schema reaches a person.

use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::tree::{Handle, TreeJson};
use super::{REPORT_JSON, formats, keys, takes, title};
use crate::document::{Content, Document, NodeId};
use crate::finding::{Detail, Fault, nearest};
use crate::source::At;

/// Compiled when the first misshapen draft is met; a draft in good shape never pays for it.
static VALIDATOR: LazyLock<Option<Validator<TreeJson>>> = LazyLock::new(|| {
    jsonschema::options_for::<TreeJson>()
        .should_validate_formats(true)
        .with_format("date", |text: &str| formats::canonical_date(text).is_some())
        .with_format("email", formats::is_deliverable)
        .with_format("us-phone", formats::is_telephone)
        .with_format("us-zip", formats::is_zip)
        .build(&REPORT_JSON)
        .ok()
});

/// What the schema has against the report at `root`, apart from the nodes in `spoken`, about which something is said already.
pub fn faults(document: &Document<'_>, root: NodeId, spoken: &[NodeId]) -> Vec<Fault> {
    let Some(validator) = VALIDATOR.as_ref() else { return Vec::new() };
    let mut faults: Vec<Fault> = Vec::new();
    for error in validator.iter_errors(Handle::Node(document, root)) {
        let Some(node) = find(document, root, error.instance_path().as_str()) else { continue };
        for fault in worded(document, node, &error) {
            let said = faults
                .iter()
                .any(|known| known.at == fault.at && (known.code == fault.code && known.detail == fault.detail || fault.code == "BR005"));
            let at_value = !matches!(fault.code, "BR003" | "BR004");
            if !said && !(at_value && spoken.contains(&fault.at.field)) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// Whether the report at `root` is valid: the oracle of the typed reading.
pub fn is_valid(document: &Document<'_>, root: NodeId) -> bool {
    VALIDATOR.as_ref().is_some_and(|validator| validator.is_valid(Handle::Node(document, root)))
}

fn worded(document: &Document<'_>, node: NodeId, error: &ValidationError<'_>) -> Vec<Fault> {
    let path = document.path(node);
    let at = At::value(node);
    match error.kind() {
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .filter_map(|key| {
                let entry = document.get(node, key)?;
                let known = keys(&path);
                let nearest = nearest(key, known.iter().copied());
                let known = known.into_iter().map(str::to_owned).collect();
                Some(Fault::new("BR003", At::value(entry).key(), Detail::UnknownKey { key: key.clone(), nearest, known }))
            })
            .collect(),
        Kind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            if key == "schema_version" {
                return Vec::new();
            }
            let question = title(&if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") });
            let because = reason(error).to_owned();
            // An empty answer is pointed at itself.
            let at = document.get(node, key).map_or(at, At::value);
            vec![Fault::new("BR004", at, Detail::Missing { key: key.to_owned(), question: question.to_owned(), because })]
        }
        Kind::MinItems { .. } => {
            let key = path.rsplit('.').next().unwrap_or_default().to_owned();
            vec![Fault::new(
                "BR004",
                at,
                Detail::Missing { key, question: title(&path).to_owned(), because: "the list is empty".to_owned() },
            )]
        }
        Kind::PropertyNames { .. } => Vec::new(),
        Kind::UniqueItems => {
            vec![Fault::new("BR005", at, kind(&path, "the same entry twice".to_owned()))]
        }
        _ if path == "schema_version" => Vec::new(),
        _ => {
            let found = found(document, node);
            vec![Fault::new("BR005", at, kind(&path, found))]
        }
    }
}

fn kind(path: &str, found: String) -> Detail {
    // An item of a list is described by the list's question.
    let words = takes(path);
    let takes = if words.is_empty() { "an answer of another kind".to_owned() } else { words.to_owned() };
    Detail::Kind { takes, found, instead: None }
}

fn found(document: &Document<'_>, node: NodeId) -> String {
    match &document.resolved(node).content {
        Content::Sequence(items) if items.len() == 1 => "a list of one".to_owned(),
        Content::Sequence(items) => format!("a list of {}", items.len()),
        Content::Mapping(_) => "a section of answers".to_owned(),
        _ => document.scalar(node).map_or("nothing", crate::document::Scalar::kind).to_owned(),
    }
}

/// Why the question is asked: the annotation beside the `required` that was violated.
fn reason(error: &ValidationError<'_>) -> &'static str {
    let pointer = error.schema_path().as_str();
    let parent = pointer.rfind('/').map_or("", |slash| &pointer[..slash]);
    REPORT_JSON.pointer(parent).and_then(|schema| schema.get("x-because")).and_then(Value::as_str).unwrap_or_default()
}

/// The node at a JSON pointer below `root`.
fn find(document: &Document<'_>, root: NodeId, pointer: &str) -> Option<NodeId> {
    pointer.split('/').skip(1).try_fold(root, |node, step| {
        let step = step.replace("~1", "/").replace("~0", "~");
        match document.items(node) {
            Some(items) => items.get(step.parse::<usize>().ok()?).copied(),
            None => document.get(node, &step),
        }
    })
}
