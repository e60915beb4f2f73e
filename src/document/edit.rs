//! Changes to fields as edits of bytes, so that comments, quotes and layout outside them stay as they are.

use std::ops::Range;

use super::{Content, Document, Scalar, Style, Syntax, differs_in_yaml_1_1};
use crate::finding::{Change, Value};
use crate::source::{At, Part, Span};

/// What ends a text without quotes inside brackets or braces.
const FLOW: [char; 5] = [',', '[', ']', '{', '}'];

/// Replaces the bytes of `span` by `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// Why edits were not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Two edits touch the same bytes.
    #[error("two changes touch the same text")]
    Overlap,
    /// The change has no place in the text: it would write into an alias or a merged key, or to nothing at all.
    #[error("the value stands elsewhere in the file and is shared")]
    Shared,
}

/// `text` with every edit made. Edits may come in any order; none may overlap another.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let overlap = |pair: &[&Edit]| pair[1].span.start < pair[0].span.end || pair[0].span == pair[1].span;
    if sorted.windows(2).any(overlap) {
        return Err(Refused::Overlap);
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in sorted {
        out.push_str(&text[done..edit.span.range().start]);
        out.push_str(&edit.text);
        done = edit.span.range().end;
    }
    out.push_str(&text[done..]);
    Ok(out)
}

impl Document<'_> {
    /// `changes` as edits of this document's text. Parts of one text are one matter: where what they make of it could not stand without
    /// quotes, it is rewritten whole.
    pub fn edits(&self, changes: &[Change]) -> Result<Vec<Edit>, Refused> {
        let mut edits = Vec::with_capacity(changes.len());
        let mut rewritten: Vec<u32> = Vec::new();
        for change in changes {
            let id = change.at().field;
            if !matches!(change, Change::Set(At { part: Part::Text { .. }, .. }, _)) {
                edits.push(self.edit(change)?);
            } else if !rewritten.contains(&id) {
                if let Some(whole) = self.rewritten(id, changes) {
                    rewritten.push(id);
                    edits.push(whole);
                } else {
                    edits.push(self.edit(change)?);
                }
            }
        }
        Ok(edits)
    }

    /// A text without quotes that needs them once its parts are changed.
    fn rewritten(&self, id: u32, changes: &[Change]) -> Option<Edit> {
        let node = self.node(id);
        let Content::Scalar(old, Style::Plain) = &node.content else { return None };
        let mut parts: Vec<(Range<usize>, &str)> = changes
            .iter()
            .filter_map(|change| match change {
                Change::Set(At { field, part: Part::Text { start, end } }, Value::Text(text)) if *field == id => {
                    Some((*start as usize..*end as usize, text.as_str()))
                }
                _ => None,
            })
            .collect();
        parts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let mut new = old.to_string();
        for (range, text) in parts {
            if new.get(range.clone()).is_some() {
                new.replace_range(range, text);
            }
        }
        let stands = is_plain(&new) && !(self.node(node.parent).flow && new.contains(FLOW));
        (!stands).then(|| Edit { span: node.span, text: serde_json::Value::from(new).to_string() })
    }

    /// One change as an edit.
    fn edit(&self, change: &Change) -> Result<Edit, Refused> {
        match change {
            Change::Set(at, value) => self.set(*at, value),
            Change::Rename(at, name) => {
                let key = self.node(at.field).key.as_ref().ok_or(Refused::Shared)?;
                Ok(Edit { span: key.span, text: self.scalar_text(name, Style::Plain) })
            }
            Change::Remove(at) => Ok(Edit { span: self.extent(*at), text: String::new() }),
        }
    }

    fn set(&self, at: At, value: &Value) -> Result<Edit, Refused> {
        let id = self.target(at);
        let node = self.node(id);
        if let (Part::Text { start, end }, Value::Text(text)) = (at.part, value) {
            let span = self.part_span(id, start as usize..end as usize).ok_or(Refused::Shared)?;
            return Ok(Edit { span, text: inside(text, self.style(id)) });
        }
        let written = match value {
            Value::Text(text) if self.node(node.parent).flow && self.style(id) == Style::Plain => self.flow_text(text),
            Value::Text(text) => self.scalar_text(text, self.style(id)),
            Value::Number(number) => number.to_string(),
            Value::YesNo(answer) => if *answer { "yes" } else { "no" }.to_owned(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow_text(item)).collect();
                format!("[{}]", items.join(", "))
            }
        };
        let written = match (self.syntax, value) {
            (Syntax::Json, Value::YesNo(answer)) => answer.to_string(),
            _ => written,
        };
        match &node.content {
            Content::Alias(_) => Err(Refused::Shared),
            Content::Scalar(_, Style::Block) => {
                // The block's header stands before its text: the key is rewritten up to the end of the block.
                let key = node.key.as_ref().ok_or(Refused::Shared)?;
                let end = self.source.text()[..node.span.range().end].trim_end_matches(['\n', '\r']).len();
                Ok(Edit { span: Span::new(key.span.range().end, end), text: format!(": {written}") })
            }
            Content::Scalar(..) if node.span.is_empty() => {
                let key = node.key.as_ref().ok_or(Refused::Shared)?;
                let colon = self.source.text()[key.span.range().end..].find(':').ok_or(Refused::Shared)?;
                let end = key.span.range().end + colon + 1;
                Ok(Edit { span: Span::new(end, end), text: format!(" {written}") })
            }
            Content::Scalar(..) => Ok(Edit { span: node.span, text: written }),
            Content::Mapping(_) | Content::Sequence(_) if node.flow => Ok(Edit { span: node.span, text: written }),
            Content::Mapping(_) | Content::Sequence(_) => {
                let key = node.key.as_ref().ok_or(Refused::Shared)?;
                let end = self.source.text()[..node.span.range().end].trim_end().len();
                Ok(Edit { span: Span::new(key.span.range().end, end.max(key.span.range().end)), text: format!(": {written}") })
            }
        }
    }

    fn target(&self, at: At) -> u32 {
        match (at.part, &self.node(at.field).content) {
            (Part::Item(index), Content::Sequence(items)) => items.get(index as usize).copied().unwrap_or(at.field),
            _ => at.field,
        }
    }

    fn style(&self, id: u32) -> Style {
        match self.node(id).content {
            Content::Scalar(_, style) => style,
            _ => Style::Plain,
        }
    }

    /// `text` as a scalar of this notation, in `style` where that can hold it.
    fn scalar_text(&self, text: &str, style: Style) -> String {
        if self.syntax == Syntax::Json || style == Style::Double || text.contains(['\n', '\r', '\t', '\\']) {
            return serde_json::Value::from(text).to_string();
        }
        if style == Style::Single {
            return format!("'{}'", text.replace('\'', "''"));
        }
        if is_plain(text) { text.to_owned() } else { serde_json::Value::from(text).to_string() }
    }

    fn flow_text(&self, text: &str) -> String {
        let written = self.scalar_text(text, Style::Plain);
        if written == text && text.contains(FLOW) { serde_json::Value::from(text).to_string() } else { written }
    }

    /// The bytes that vanish with a field: its line in a block, its comma in a list of a single line.
    fn extent(&self, at: At) -> Span {
        let text = self.source.text();
        let id = self.target(at);
        let node = self.node(id);
        let start = node.key.as_ref().map_or(node.span, |key| key.span).range().start;
        let end = start.max(node.span.range().end).max(node.key.as_ref().map_or(0, |key| key.span.range().end));
        if self.node(node.parent).flow || self.syntax == Syntax::Json {
            let after = &text[end..];
            let blank = after.len() - after.trim_start().len();
            if after.trim_start().starts_with(',') {
                let rest = &after[blank + 1..];
                let gap = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
                return Span::new(start, end + blank + 1 + gap);
            }
            let before = text[..start].trim_end();
            let comma = if before.ends_with(',') { before.len() - 1 } else { start };
            return Span::new(comma, end);
        }
        let line = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let value = text[start..end].trim_end_matches(['\n', '\r', ' ']).len() + start;
        let next = text[value..]
            .find(['\n', '\r'])
            .map_or(text.len(), |at| value + at + if text[value + at..].starts_with("\r\n") { 2 } else { 1 });
        if node.key.is_none() || text[line..start].trim().is_empty() {
            return Span::new(line, next);
        }
        // The first answer of a list item stands behind the item's hyphen, which the next answer inherits.
        let is_last = matches!(&self.node(node.parent).content, Content::Mapping(entries) if entries.last() == Some(&id));
        if is_last {
            return Span::new(start, value);
        }
        let indent = text[next..].len() - text[next..].trim_start_matches(' ').len();
        Span::new(start, next + indent)
    }
}

/// `text` as a part of an existing scalar.
fn inside(text: &str, style: Style) -> String {
    match style {
        Style::Double => {
            let quoted = serde_json::Value::from(text).to_string();
            quoted[1..quoted.len() - 1].to_owned()
        }
        Style::Single => text.replace('\'', "''"),
        Style::Plain | Style::Block => text.to_owned(),
    }
}

/// Whether every YAML reader, 1.1 or 1.2, takes `text` without quotes for this very text.
pub(crate) fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let indicator = "-?:,[]{}#&*!|>'\"%@`=<~".contains(first) || first.is_whitespace();
    let breaks = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.ends_with(char::is_whitespace);
    let text_everywhere = matches!(Scalar::new(text, Style::Plain), Scalar::Text(_)) && differs_in_yaml_1_1(text).is_none();
    let like_a_date = first.is_ascii_digit() && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:. TtZz+".contains(&byte));
    let printable =
        text.chars().all(|character| !character.is_control() && !matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}'));
    !indicator && !breaks && text_everywhere && !like_a_date && printable
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn changed(text: &str, syntax: Syntax, path: &[&str], change: impl FnOnce(At) -> Change) -> String {
        let source = Source::decode("test", text.as_bytes().to_vec());
        let document = Document::read(&source, syntax);
        let mut node = document.roots()[0].node;
        for key in path {
            node = document.get(node, key).expect("the key is there");
        }
        let edits = document.edits(&[change(At::value(node))]).expect("the change has a place");
        apply(text, &edits).expect("one edit overlaps nothing")
    }

    #[test]
    fn a_value_is_replaced_in_its_own_quotes() {
        let set = |text: &str| {
            let text = text.to_owned();
            move |at| Change::Set(at, Value::Text(text))
        };
        assert_eq!(changed("a: 'x' # why\nb: 1\n", Syntax::Yaml, &["a"], set("it's")), "a: 'it''s' # why\nb: 1\n");
        assert_eq!(changed("a: x\r\n", Syntax::Yaml, &["a"], set("0501")), "a: \"0501\"\r\n");
        assert_eq!(changed("a:\nb: 1\n", Syntax::Yaml, &["a"], set("y z")), "a: y z\nb: 1\n");
        assert_eq!(changed("{a: x, b: y}\n", Syntax::Yaml, &["a"], set("p, q")), "{a: \"p, q\", b: y}\n");
        assert_eq!(changed("{\"a\": 1}", Syntax::Json, &["a"], set("y")), "{\"a\": \"y\"}");
    }

    #[test]
    fn a_line_or_a_list_item_is_removed_with_its_separator() {
        assert_eq!(changed("a: 1\nb: 2\n", Syntax::Yaml, &["a"], Change::Remove), "b: 2\n");
        assert_eq!(changed("{\"a\": 1, \"b\": 2}", Syntax::Json, &["b"], Change::Remove), "{\"a\": 1}");
        assert_eq!(changed("a: [x, y]\n", Syntax::Yaml, &["a"], |at| Change::Remove(at.item(0))), "a: [y]\n");
    }

    #[test]
    fn the_first_answer_of_an_item_leaves_its_hyphen_behind() {
        let remove = |text: &str, key: &str| {
            let source = Source::decode("test", text.as_bytes().to_vec());
            let document = Document::read(&source, Syntax::Yaml);
            let item = document.items(document.get(document.roots()[0].node, "l").expect("l")).expect("a list")[0];
            let at = At::value(document.get(item, key).expect("the key"));
            apply(text, &document.edits(&[Change::Remove(at)]).expect("a place")).expect("one edit")
        };
        assert_eq!(remove("l:\n  - a: 1\n    b: 2\n  - c: 3\n", "a"), "l:\n  - b: 2\n  - c: 3\n");
        assert_eq!(remove("l:\n  - a: 1\n    b: 2\n  - c: 3\n", "b"), "l:\n  - a: 1\n  - c: 3\n");
        assert_eq!(remove("l:\n  - a: 1\n  - c: 3\n", "a"), "l:\n  - \n  - c: 3\n");
        assert_eq!(remove("l:\r  - a: 1\r    b: 2\r", "b"), "l:\r  - a: 1\r");
    }

    #[test]
    fn a_part_of_a_text_is_replaced_where_it_stands() {
        let part = |text: &str, start: u32, end: u32, with: &str| {
            let with = with.to_owned();
            changed(text, Syntax::Yaml, &["a"], move |at| Change::Set(at.text(start, end), Value::Text(with)))
        };
        assert_eq!(part("a: one  two # why\n", 3, 5, " "), "a: one two # why\n");
        assert_eq!(part("a: >-\n  itÃ©s\n  so\nb: 1\n", 2, 6, "é"), "a: >-\n  ités\n  so\nb: 1\n");
        assert_eq!(part("a: one:\u{a0}two\n", 4, 6, " "), "a: \"one: two\"\n");
        assert_eq!(part("a: 'itÂ´s'\n", 2, 6, "'"), "a: 'it''s'\n");
        let source = Source::decode("test", b"b: &x no  w\na: *x\n".to_vec());
        let document = Document::read(&source, Syntax::Yaml);
        let alias = document.get(document.roots()[0].node, "a").expect("a");
        assert_eq!(document.edits(&[Change::Set(At::value(alias).text(2, 4), Value::Text(String::new()))]), Err(Refused::Shared));
    }

    #[test]
    fn overlapping_edits_are_refused() {
        let edit = |start, end| Edit { span: Span::new(start, end), text: String::new() };
        assert_eq!(apply("abcdef", &[edit(0, 3), edit(2, 4)]), Err(Refused::Overlap));
        assert_eq!(apply("abcdef", &[edit(4, 6), edit(0, 2)]).as_deref(), Ok("cd"));
    }
}
