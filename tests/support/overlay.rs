//! A JSON merge patch in YAML, applied to a base report as edits of its text, so that comments, spellings and spans are real.

use breachlint::document::{Content, Document, NodeId, Scalar, Syntax};
use breachlint::source::Source;

/// `base` with `patch` laid over it: mappings merge, null deletes, anything else replaces.
pub(crate) fn overlay(base: &str, patch: &str) -> String {
    let source = Source::decode("patch", patch.as_bytes().to_vec());
    let document = Document::read(&source, Syntax::Yaml);
    let Some(root) = document.roots().first() else { return base.to_owned() };
    let mut text = base.to_owned();
    merge(&mut text, &mut Vec::new(), &document, root.node);
    text
}

fn merge(text: &mut String, place: &mut Vec<String>, patch: &Document<'_>, node: NodeId) {
    let Content::Mapping(children) = &patch.node(node).content else { return };
    for &child in children {
        place.push(patch.key(child).to_owned());
        let source = Source::decode("base", text.clone().into_bytes());
        let base = Document::read(&source, Syntax::Yaml);
        let found = find(&base, place);
        let is_mapping =
            |document: &Document<'_>, node: NodeId| matches!(document.node(node).content, Content::Mapping(_)) && !document.node(node).flow;
        match found {
            Some(old) if is_mapping(&base, old) && is_mapping(patch, child) => merge(text, place, patch, child),
            Some(old) => {
                let lines = entry_lines(&base, old);
                let new = if is_deletion(patch, child) { String::new() } else { written(patch, child, column(&base, old)) };
                text.replace_range(lines, &new);
            }
            None => {
                let parent = find(&base, &place[..place.len() - 1]).expect("the patch adds to a section that is there");
                let Content::Mapping(siblings) = &base.node(parent).content else { panic!("{place:?}: the parent is no section") };
                let last = *siblings.last().expect("sections are not empty");
                let end = entry_lines(&base, last).end;
                let new = written(patch, child, column(&base, last));
                text.insert_str(end, &new);
            }
        }
        place.pop();
    }
}

/// Nothing or `null` deletes; `~` is written as it stands.
fn is_deletion(patch: &Document<'_>, node: NodeId) -> bool {
    let raw = &patch.source().text()[patch.node(node).span.range()];
    patch.scalar(node) == Some(Scalar::Null) && raw != "~"
}

fn find(document: &Document<'_>, path: &[String]) -> Option<NodeId> {
    path.iter().try_fold(document.roots()[0].node, |node, key| document.get(node, key))
}

fn column(document: &Document<'_>, node: NodeId) -> usize {
    let key = document.node(node).key.as_ref().expect("an entry has a key").span.range().start;
    key - line_start(document.source().text(), key)
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |at| at + 1)
}

/// The lines of an entry: from its key to before the next line that is indented as little.
fn entry_lines(document: &Document<'_>, node: NodeId) -> std::ops::Range<usize> {
    let text = document.source().text();
    let key = document.node(node).key.as_ref().expect("an entry has a key").span.range().start;
    let start = line_start(text, key);
    let indent = key - start;
    let mut end = start;
    for (index, line) in text[start..].split_inclusive('\n').enumerate() {
        let depth = line.len() - line.trim_start_matches(' ').len();
        let blank = line.trim().is_empty();
        let item = line.trim_start().starts_with("- ") && depth == indent;
        if index > 0 && !blank && depth <= indent && !item {
            break;
        }
        end += line.len();
    }
    start..end
}

/// The entry as the patch writes it, indented to `indent`.
fn written(patch: &Document<'_>, node: NodeId, indent: usize) -> String {
    let own = column(patch, node);
    let lines = &patch.source().text()[entry_lines(patch, node)];
    let mut out = String::new();
    for line in lines.split_inclusive('\n') {
        let stripped = line.get(own.min(line.len() - line.trim_start_matches(' ').len())..).unwrap_or(line);
        out.push_str(&" ".repeat(indent));
        out.push_str(stripped);
    }
    out
}
