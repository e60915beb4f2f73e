//! Schema errors in the words of the form. No word of JSON Schema reaches a person.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::tree::{Handle, TreeJson};
use super::{REPORT_JSON, formats, is_shown, keys, keyword, takes, title};
use crate::document::{Content, Document, NodeId, Scalar};
use crate::finding::{Detail, Fault, Value as Answer, nearest};
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
    let spoken: HashSet<NodeId> = spoken.iter().copied().collect();
    let mut faults: Vec<Fault> = Vec::new();
    let mut at_node: HashMap<At, Vec<usize>> = HashMap::new();
    let mut finder = Finder { document, named: HashMap::new() };
    for error in validator.iter_errors(Handle::Node(document, root)) {
        let Some(node) = finder.find(root, error.instance_path().as_str()) else { continue };
        for fault in worded(document, node, &error) {
            let here = at_node.entry(fault.at).or_default();
            let said = here.iter().any(|&index| fault.code == "BR005" || faults[index] == fault);
            let at_value = !matches!(fault.code, "BR003" | "BR004");
            if !(said || at_value && spoken.contains(&fault.at.field)) {
                here.push(faults.len());
                faults.push(fault);
            }
        }
    }
    // An answer under a misspelt key is not missing: the key is at fault.
    let misspelt: HashSet<(NodeId, String)> = faults
        .iter()
        .filter_map(|fault| match &fault.detail {
            Detail::UnknownKey { nearest: Some(name), .. } => Some((document.node(fault.at.field).parent, name.clone())),
            _ => None,
        })
        .collect();
    faults.retain(|fault| match &fault.detail {
        Detail::Missing { key, .. } => !misspelt.contains(&(fault.at.field, key.clone())),
        _ => true,
    });
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
        Kind::AdditionalProperties { unexpected } => {
            let written = names(document, node);
            let known = keys(&path);
            // A key that stands already is not meant a second time.
            let free: Vec<&str> = known.iter().copied().filter(|known| !written.contains_key(known)).collect();
            let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
            unexpected
                .iter()
                .filter_map(|key| {
                    let entry = *written.get(key.as_str())?;
                    let nearest = nearest(key, free.iter().copied());
                    Some(Fault::new(
                        "BR003",
                        At::value(entry).key(),
                        Detail::UnknownKey { key: key.clone(), nearest, known: known.clone() },
                    ))
                })
                .collect()
        }
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
            vec![Fault::new("BR005", at, kind(&path, "the same entry twice".to_owned(), None))]
        }
        _ if path == "schema_version" => Vec::new(),
        _ => {
            let found = found(document, node);
            vec![Fault::new("BR005", at, kind(&path, found, instead(document, node, &path)))]
        }
    }
}

fn kind(path: &str, found: String, instead: Option<Answer>) -> Detail {
    // An item of a list is described by the list's question.
    let words = if path.is_empty() { "a report, which is a section of answers" } else { takes(path) };
    let takes = if words.is_empty() { "an answer of another kind".to_owned() } else { words.to_owned() };
    // An item is named by its list.
    let key = path.rsplit('.').next().unwrap_or_default().split('[').next().unwrap_or_default().to_owned();
    Detail::Kind { key, takes, found, instead }
}

/// What is meant where the value is of another kind and only one thing can be: the one entry of a list, or a number as text.
fn instead(document: &Document<'_>, node: NodeId, path: &str) -> Option<Answer> {
    let takes_text = keyword(path, "type") == "string";
    if !takes_text || !is_shown(path) {
        return None;
    }
    let only = match document.items(node) {
        Some([only]) => *only,
        Some(_) => return None,
        None => node,
    };
    match document.scalar(only)? {
        Scalar::Text(text) if only != node => Some(Answer::Text(text.to_owned())),
        Scalar::Int(text) if takes(path) == "text" => Some(Answer::Text(text.to_owned())),
        _ => None,
    }
}

fn found(document: &Document<'_>, node: NodeId) -> String {
    match &document.resolved(node).content {
        Content::Sequence(items) if items.len() == 1 => "a list of one".to_owned(),
        Content::Sequence(items) => format!("a list of {}", items.len()),
        Content::Mapping(_) => "a section of answers".to_owned(),
        _ => document.scalar(node).map_or("nothing", Scalar::kind).to_owned(),
    }
}

/// Why the question is asked: the annotation beside the `required` that was violated.
fn reason(error: &ValidationError<'_>) -> &'static str {
    let pointer = error.schema_path().as_str();
    let parent = pointer.rfind('/').map_or("", |slash| &pointer[..slash]);
    REPORT_JSON.pointer(parent).and_then(|schema| schema.get("x-because")).and_then(Value::as_str).unwrap_or_default()
}

/// Finds nodes by JSON pointers. The keys of a mapping are gone through once, however many errors stand in it.
struct Finder<'d, 's> {
    document: &'d Document<'s>,
    named: HashMap<NodeId, HashMap<&'d str, NodeId>>,
}

impl Finder<'_, '_> {
    fn find(&mut self, root: NodeId, pointer: &str) -> Option<NodeId> {
        let document = self.document;
        pointer.split('/').skip(1).try_fold(root, |node, step| {
            let step = step.replace("~1", "/").replace("~0", "~");
            if let Some(items) = document.items(node) {
                return items.get(step.parse::<usize>().ok()?).copied();
            }
            let named = self.named.entry(node).or_insert_with(|| names(document, node));
            named.get(step.as_str()).copied()
        })
    }
}

/// The entries of a mapping by key; of two with one key, the first.
fn names<'d>(document: &'d Document<'_>, node: NodeId) -> HashMap<&'d str, NodeId> {
    document.entries(node).unwrap_or_default().into_iter().rev().map(|entry| (document.key(entry), entry)).collect()
}
