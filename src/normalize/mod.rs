//! A draft in its one canonical form: safe fixes, then every answer as the portal spells it, in the form's order; and a log of every change.

mod canonical;
mod log;
pub mod rows;
mod write;

pub(crate) use canonical::report as canonical_report;
pub use log::{LogOutputs, LogTo, about_log, log_rows};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::check::{check, draft_engine, syntax};
use crate::document::{Document, NodeId, Scalar, Syntax};
use crate::finding::{Located, Safety, Severity};
use crate::fix::fix_under;
use crate::guard::{Class, allows};
use crate::source::Source;

/// One answer that the canonical form writes differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeEntry {
    /// The file, as the person named it.
    pub file: String,
    /// Which report of the file, from 1.
    pub row: u64,
    /// The question's path.
    pub column: String,
    /// The same path; drafts and datasets log alike.
    pub path: String,
    /// The text that stood there; null where nothing did.
    pub before: Option<String>,
    /// The text that stands there now; null where nothing does.
    pub after: Option<String>,
    /// The rule whose finding the change settles; null for mere spelling and order.
    pub code: Option<&'static str>,
    /// How sure the change is; `certain` is all that is applied.
    pub certainty: &'static str,
}

/// A file in canonical form.
#[derive(Debug)]
pub struct Normalized {
    /// Its text.
    pub text: String,
    /// What was changed.
    pub changes: Vec<ChangeEntry>,
}

/// Why a file has no canonical form.
#[derive(Debug)]
pub enum NotNormalized {
    /// Faults that must be fixed by a person first; none of its values was guessed.
    Faults(Vec<Located>),
    /// The written text did not read back equal: a fault of breachlint, never of the draft.
    Unproven,
}

/// Normalizes the draft `text`, which a person knows as `name`, to `to`.
pub fn normalize(name: &str, text: &str, as_of: NaiveDate, to: Syntax) -> Result<Normalized, NotNormalized> {
    // What somebody lets stand in a draft has no place in its canonical form, which keeps no comments.
    let engine = draft_engine(as_of).without_suppressions();
    let settings = crate::check::Settings { as_of };
    let before = check(Source::decode(name, text.as_bytes().to_vec()), &engine, &settings);
    let fixed = fix_under(name, text, &engine, Safety::Safe);
    let after = check(Source::decode(name, fixed.text.clone().into_bytes()), &engine, &settings);
    // Shape and reading must be sound; what the answers say to each other is not the normalizer's business.
    let faults: Vec<Located> =
        after.reports.iter().flat_map(|report| report.findings.iter()).filter(|located| is_blocking(located)).cloned().collect();
    if !faults.is_empty() {
        return Err(NotNormalized::Faults(faults));
    }
    let original = Source::decode(name, text.as_bytes().to_vec());
    let original = Document::read(&original, syntax(name, original.text()));
    let source = Source::decode(name, fixed.text.into_bytes());
    let document = Document::read(&source, syntax(name, source.text()));
    let values: Vec<Value> = document.roots().iter().map(|root| canonical::report(&document, root.node)).collect();
    let written = write::write(&values, to).ok_or(NotNormalized::Unproven)?;
    prove(&written, to, &document, as_of)?;
    let changes = logged(name, &original, &values, &before.reports);
    Ok(Normalized { text: written, changes })
}

/// The answers of `report` as a draft in YAML, as they stand: nothing is repaired, and what is not answered (null) keeps its key. None where the
/// text would not read back equal.
pub fn as_it_stands(report: &Value) -> Option<String> {
    write::write(std::slice::from_ref(report), Syntax::Yaml)
}

/// The guard once more, over the whole text: no report may have moved across a line of the law.
fn prove(written: &str, to: Syntax, before: &Document<'_>, as_of: NaiveDate) -> Result<(), NotNormalized> {
    let source = Source::decode("canonical", written.as_bytes().to_vec());
    let after = Document::read(&source, to);
    let class = |document: &Document<'_>, index: usize| {
        document.roots().get(index).map(|&root| Class::of(&crate::report::read(document, root).report, as_of))
    };
    let kept = (0..before.roots().len()).all(|index| match (class(before, index), class(&after, index)) {
        (Some(before), Some(after)) => allows(&before, &[after]),
        _ => false,
    });
    if kept && after.roots().len() == before.roots().len() { Ok(()) } else { Err(NotNormalized::Unproven) }
}

/// Whether an answer has no one reading, or the shape of the report is not sound: a person must look first.
fn is_blocking(located: &Located) -> bool {
    located.finding.code.starts_with("BR0") && located.finding.severity == Severity::Error
        || matches!(located.finding.code, "BR009" | "BR010" | "BR012" | "BR102" | "BR105" | "BR302")
}

fn logged(name: &str, original: &Document<'_>, values: &[Value], reports: &[crate::check::ReportOutcome]) -> Vec<ChangeEntry> {
    let mut changes = Vec::new();
    for (index, (root, value)) in original.roots().iter().zip(values).enumerate() {
        let mut was = Vec::new();
        leaves(original, root.node, String::new(), &mut was);
        let mut now = Vec::new();
        value_leaves(value, String::new(), &mut now);
        let code = |path: &str| {
            let here = |located: &&Located| located.finding.fix.is_some() && located.place.path == path;
            reports.get(index).and_then(|report| report.findings.iter().find(here)).map(|located| located.finding.code)
        };
        let mut push = |path: &str, before: Option<&String>, after: Option<&String>| {
            let path = path.to_owned();
            let code = code(&path);
            let row = index as u64 + 1;
            changes.push(ChangeEntry {
                file: name.to_owned(),
                row,
                column: path.clone(),
                path,
                before: before.cloned(),
                after: after.cloned(),
                code,
                certainty: "certain",
            });
        };
        for (path, before) in &was {
            let after = now.iter().find(|(known, _)| known == path).map(|(_, text)| text);
            if after != Some(before) {
                push(path, Some(before), after);
            }
        }
        for (path, after) in now.iter().filter(|(path, _)| was.iter().all(|(known, _)| known != path)) {
            push(path, None, Some(after));
        }
    }
    changes
}

fn leaves(document: &Document<'_>, node: NodeId, path: String, out: &mut Vec<(String, String)>) {
    if let Some(entries) = document.entries(node) {
        for entry in entries {
            let key = document.key(entry);
            leaves(document, entry, if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }, out);
        }
    } else if let Some(items) = document.items(node) {
        for (index, &item) in items.iter().enumerate() {
            leaves(document, item, format!("{path}[{index}]"), out);
        }
    } else if let Some(scalar) = document.scalar(node).filter(|scalar| *scalar != Scalar::Null) {
        out.push((path, scalar.raw().to_owned()));
    }
}

fn value_leaves(value: &Value, path: String, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                value_leaves(value, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, out);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                value_leaves(item, format!("{path}[{index}]"), out);
            }
        }
        Value::String(text) => out.push((path, text.clone())),
        other => out.push((path, other.to_string())),
    }
}
