//! The JSON Schemas of `schemas/`, compiled when first needed, and their errors as faults at exact nodes. Knows no rule's meaning.

pub mod formats;
mod tree;
mod words;

use std::sync::LazyLock;

use serde_json::Value;

pub use tree::TreeJson;
pub(crate) use tree::is_decimal;
pub use words::{faults, is_valid};

/// The schema of one draft report, as shipped.
pub const REPORT: &str = include_str!("../../schemas/breach-report.schema.json");
/// The schema of `check --format json`.
pub const FINDINGS: &str = include_str!("../../schemas/findings.schema.json");
/// The schema of one line of a change log.
pub const CHANGES: &str = include_str!("../../schemas/changes.schema.json");
/// The schema of the JSON of a comparison of two drafts.
pub const DIFF: &str = include_str!("../../schemas/diff.schema.json");
/// The schema of `trends --format json`.
pub const TRENDS: &str = include_str!("../../schemas/trends.schema.json");
/// The schema of `deadlines --format json`.
pub const DEADLINES: &str = include_str!("../../schemas/deadlines.schema.json");
/// The schema of `diff --format json` for two exports.
pub const RECORDS_DIFF: &str = include_str!("../../schemas/records-diff.schema.json");
/// The schema of one canonical public record.
pub const RECORD: &str = include_str!("../../schemas/breach-record.schema.json");

/// The schema of `breachlint.toml`.
pub const CONFIG: &str = include_str!("../../schemas/config.schema.json");

static REPORT_JSON: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(REPORT).unwrap_or(Value::Null));

/// A keyword of the question at `path`, such as its `title`; list positions are left out of the path. Empty where there is none.
fn keyword(path: &str, keyword: &str) -> &'static str {
    question(path).and_then(|schema| schema.get(keyword)?.as_str()).unwrap_or_default()
}

/// The form's question at `path`.
pub fn title(path: &str) -> &'static str {
    keyword(path, "title")
}

/// What answering the question at `path` decides, in a sentence or two.
pub fn description(path: &str) -> &'static str {
    keyword(path, "description")
}

/// What the question at `path` takes, to follow "takes".
pub fn takes(path: &str) -> &'static str {
    keyword(path, "x-takes")
}

/// Whether the schema asserts a format of the text at `path`.
pub fn has_format(path: &str) -> bool {
    !keyword(path, "format").is_empty()
}

/// Whether the answer to the question at `path` may be shown.
fn is_shown(path: &str) -> bool {
    question(path).and_then(|schema| schema.get("x-shown")).and_then(Value::as_bool).unwrap_or(true)
}

/// The keys of the section at `path`, in the form's order; empty for no section.
pub fn keys(path: &str) -> Vec<&'static str> {
    properties(path).map(|properties| properties.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// The columns of a canonical public record.
pub fn record_keys() -> Vec<&'static str> {
    static RECORD_JSON: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(RECORD).unwrap_or(Value::Null));
    let properties = RECORD_JSON.get("properties").and_then(Value::as_object);
    properties.map(|properties| properties.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// The labels that the closed question at `path` offers, in the form's order; empty for an open question.
pub fn options(path: &str) -> Vec<&'static str> {
    let Some(schema) = question(path) else { return Vec::new() };
    let item = schema.get("items").unwrap_or(schema);
    let list = item.get("enum").or_else(|| referenced(item)?.get("enum"));
    list.and_then(Value::as_array).map(|labels| labels.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// The labels that the current form offers a filer: the others are named by `x-not-offered`.
pub fn current_options(path: &str) -> Vec<&'static str> {
    let legacy = question(path)
        .map(|schema| schema.get("items").unwrap_or(schema))
        .and_then(|item| referenced(item).unwrap_or(item).get("x-not-offered"));
    let legacy: Vec<&str> =
        legacy.and_then(Value::as_array).map(|labels| labels.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
    options(path).into_iter().filter(|label| !legacy.contains(label)).collect()
}

/// Whether the worksheet asks the question at `path`, and not the portal.
pub fn is_worksheet(path: &str) -> bool {
    keyword(path, "x-asked") == "worksheet"
}

/// Whether every report has to answer the question at `path`, as far as its section is asked at all.
pub fn is_required(path: &str) -> bool {
    let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
    let named = |schema: &Value| schema.get("required").and_then(Value::as_array).is_some_and(|keys| keys.iter().any(|known| known == key));
    let schema = if section.is_empty() { Some(&*REPORT_JSON) } else { question(section) };
    schema.is_some_and(|schema| named(schema) || shape(schema, section).is_some_and(named))
}

/// Whether the question at `path` is answered by yes or no (or, for one of them, unknown).
pub fn is_yes_no(path: &str) -> bool {
    let labels = options(path);
    labels.contains(&"yes") && labels.contains(&"no")
}

/// Whether the question at `path` is answered by text that may be written as a number, such as a ZIP code.
pub fn is_text(path: &str) -> bool {
    let kinds = question(path).and_then(|schema| schema.get("type"));
    kinds.and_then(Value::as_array).is_some_and(|kinds| kinds.iter().any(|kind| kind == "string"))
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// None: it is a section of questions, or no question.
    Section,
    /// Text.
    Text,
    /// A day.
    Date,
    /// A whole number.
    Count,
    /// Yes or no; for one question, unknown.
    YesNo,
    /// One label of a closed list.
    One,
    /// Labels of a closed list.
    Several,
    /// A number for each of some States.
    ByState,
    /// Always the same.
    Fixed,
}

/// What kind of answer the question at `path` takes.
pub fn answer(path: &str) -> Answer {
    let Some(schema) = question(path).filter(|_| keys(path).is_empty()) else { return Answer::Section };
    let is = |key: &str, value: &str| schema.get(key).is_some_and(|found| found == value);
    if schema.get("const").is_some() {
        Answer::Fixed
    } else if is("type", "array") {
        Answer::Several
    } else if is_yes_no(path) {
        Answer::YesNo
    } else if !options(path).is_empty() {
        Answer::One
    } else if is("format", "date") {
        Answer::Date
    } else if is("type", "integer") {
        Answer::Count
    } else if referenced(schema).is_some_and(|shape| shape.get("propertyNames").is_some()) {
        Answer::ByState
    } else {
        Answer::Text
    }
}

/// What a `$ref` into `$defs` names.
fn referenced(schema: &'static Value) -> Option<&'static Value> {
    REPORT_JSON.pointer(schema.get("$ref")?.as_str()?.strip_prefix('#')?)
}

fn properties(path: &str) -> Option<&'static serde_json::Map<String, Value>> {
    let schema = question(path)?;
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        return Some(properties);
    }
    shape(schema, path)?.get("properties")?.as_object()
}

/// The shape in `$defs` of a section at `path` that several share, or that takes one shape or another.
fn shape(schema: &'static Value, path: &str) -> Option<&'static Value> {
    referenced(schema).or_else(|| REPORT_JSON.get("$defs")?.get(path.rsplit('.').next()?))
}

/// The subschema of the question at `path`, its references followed but its own annotations kept in front.
fn question(path: &str) -> Option<&'static Value> {
    let mut parent = String::new();
    let mut schema: &'static Value = &REPORT_JSON;
    for key in path.split('.').filter(|key| !key.is_empty()) {
        let key = key.split('[').next().unwrap_or(key);
        let known = if parent.is_empty() { schema.get("properties")?.as_object()? } else { properties(&parent)? };
        schema = known.get(key)?;
        parent = if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") };
    }
    Some(schema)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Fact;

    #[test]
    fn every_question_of_a_draft_stands_in_the_schema_with_its_words() {
        for &fact in Fact::ALL {
            let asked = match fact.asked() {
                crate::report::Asked::Portal => "portal",
                crate::report::Asked::Worksheet => "worksheet",
                crate::report::Asked::Record => continue,
            };
            let path = fact.path();
            let schema = question(path).unwrap_or_else(|| panic!("{path} is not in the schema"));
            assert_eq!(schema["x-asked"], asked, "{path}");
            assert_eq!(schema.get("x-shown") == Some(&Value::Bool(false)), !fact.shown(), "{path}");
            assert!(!title(path).is_empty() && !description(path).is_empty() && !takes(path).is_empty(), "{path}");
        }
    }
}
