//! Canonical values as text: YAML that every reader, 1.1 or 1.2, reads alike, or JSON; each read back by another reader before it is believed.

use serde_json::Value;

use crate::document::{Content, Document, Edit, NodeId, Scalar, Style, Syntax, apply, is_plain};
use crate::source::{Source, Span};

/// The text of `reports`; none if it does not read back equal.
pub(super) fn write(reports: &[Value], to: Syntax) -> Option<String> {
    match to {
        Syntax::Json => {
            let text = match reports {
                [one] => serde_json::to_string_pretty(one).ok()?,
                several => serde_json::to_string_pretty(several).ok()?,
            };
            Some(text + "\n")
        }
        Syntax::Yaml => {
            let parts: Option<Vec<String>> = reports.iter().map(yaml).collect();
            Some(parts?.join("---\n"))
        }
    }
}

fn yaml(report: &Value) -> Option<String> {
    let text = serde_yaml::to_string(report).ok()?;
    let text = quote(&text)?;
    // An independent reader must see the very same values.
    let read: Value = serde_yaml::from_str(&text).ok()?;
    (read == *report).then_some(text)
}

/// Quotes every plain text that a YAML 1.1 reader would take for something else.
fn quote(text: &str) -> Option<String> {
    let source = Source::decode("canonical", text.as_bytes().to_vec());
    let document = Document::read(&source, Syntax::Yaml);
    let mut edits = Vec::new();
    let root = document.roots().first()?.node;
    collect(&document, root, &mut edits);
    apply(text, &edits).ok()
}

fn collect(document: &Document<'_>, node: NodeId, edits: &mut Vec<Edit>) {
    let quoted = |text: &str, span: Span| Edit { span, text: Value::from(text).to_string() };
    match &document.node(node).content {
        Content::Scalar(text, Style::Plain) if matches!(Scalar::new(text, Style::Plain), Scalar::Text(_)) && !is_plain(text) => {
            edits.push(quoted(text, document.node(node).span));
        }
        Content::Mapping(children) | Content::Sequence(children) => {
            for &child in children {
                if let Some(key) = &document.node(child).key
                    && !is_plain(&key.text)
                    && !source_is_quoted(document, key.span)
                {
                    edits.push(quoted(&key.text, key.span));
                }
                collect(document, child, edits);
            }
        }
        _ => {}
    }
}

fn source_is_quoted(document: &Document<'_>, span: Span) -> bool {
    document.source().text()[span.range()].starts_with(['"', '\''])
}
