//! JSON into the tree: strict RFC 8259, duplicate keys kept, every value and key with its bytes.

use std::borrow::Cow;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use super::build::Built;
use super::{Content, DEEPEST, Node, Root, Style};
use crate::finding::{Detail, Fault};
use crate::source::{At, Source, Span};

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

pub(super) fn read(source: &Source) -> Built<'_> {
    let mut built = Built::new();
    // A byte order mark is no JSON, and harmless.
    let mark = if source.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &source.text()[mark..];
    let collect = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };
    if deepest(text) > DEEPEST {
        let detail = Detail::Limit { which: "nesting depth", limit: DEEPEST as u64, unread: "this file" };
        point(&mut built, Span::new(mark, mark), |at| Fault::new("BR015", at, detail));
        return built;
    }
    match parse_to_ast(text, &collect, &STRICT) {
        Ok(parsed) => {
            // The tree parser lets raw control characters and foreign blanks through; the strict reader has the last word.
            if let Some(value) = parsed.value
                && refused_by_strict_reader(&mut built, text, mark).is_none()
            {
                build(&mut built, value, mark);
                built.finish(0, mark + text.len(), true);
                split(&mut built);
            }
        }
        Err(error) => {
            let span = Span::new(error.range().start + mark, error.range().end + mark).within(source.text());
            let (what, help) = words(error.kind());
            point(&mut built, span, |at| Fault::new("BR001", at, Detail::Broken { what, help, broke: None }));
        }
    }
    built
}

fn refused_by_strict_reader(built: &mut Built<'_>, text: &str, mark: usize) -> Option<()> {
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = text.floor_char_boundary((start + error.column().saturating_sub(1)).min(text.len()));
    let detail = Detail::Broken {
        what: "a character stands here that JSON allows only as an escape".to_owned(),
        help: "Write line breaks inside a text as \\n and tabs as \\t.".to_owned(),
        broke: None,
    };
    point(built, Span::new(offset + mark, offset + mark), |at| Fault::new("BR001", at, detail));
    Some(())
}

fn build<'s>(built: &mut Built<'s>, value: Value<'s>, mark: usize) {
    let span = Span::new(value.start() + mark, value.end() + mark);
    match value {
        Value::StringLit(text) => {
            built.scalar(text.value, Style::Double, span);
        }
        Value::NumberLit(number) => {
            built.scalar(Cow::Borrowed(number.value), Style::Plain, span);
        }
        Value::BooleanLit(boolean) => {
            built.scalar(Cow::Borrowed(if boolean.value { "true" } else { "false" }), Style::Plain, span);
        }
        Value::NullKeyword(_) => {
            built.scalar(Cow::Borrowed("null"), Style::Plain, span);
        }
        Value::Array(array) => {
            built.open(Content::Sequence(Vec::new()), span, true);
            for item in array.elements {
                build(built, item, mark);
            }
            built.close(span.range().end);
        }
        Value::Object(object) => {
            built.open(Content::Mapping(Vec::new()), span, true);
            for property in object.properties {
                let key = Span::new(property.name.start() + mark, property.name.end() + mark);
                let text = match property.name {
                    ObjectPropName::String(text) => text.value,
                    ObjectPropName::Word(word) => Cow::Borrowed(word.value),
                };
                built.key(text, key);
                build(built, property.value, mark);
            }
            built.close(span.range().end);
        }
    }
}

/// A top-level list is several reports.
fn split(built: &mut Built<'_>) {
    if let Content::Sequence(items) = &built.nodes[0].content
        && !items.is_empty()
    {
        built.roots = items.iter().map(|&node| Root { node, whole: true }).collect();
    }
}

/// How deep the brackets nest, strings left out; found without recursion, before anything recursive runs.
fn deepest(text: &str) -> usize {
    let (mut depth, mut most, mut string, mut escaped) = (0usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if string => escaped = true,
            b'"' => string = !string,
            b'[' | b'{' if !string => {
                depth += 1;
                most = most.max(depth);
            }
            b']' | b'}' if !string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    most
}

fn point(built: &mut Built<'_>, span: Span, fault: impl FnOnce(At) -> Fault) {
    let id = u32::try_from(built.nodes.len()).unwrap_or(u32::MAX);
    built.nodes.push(Node { content: Content::Scalar(Cow::Borrowed(""), Style::Plain), span, key: None, parent: id, flow: false });
    built.pad_sizes();
    built.faults.push(fault(At::value(id)));
}

fn words(kind: &ParseErrorKind) -> (String, String) {
    let (what, help) = match kind {
        ParseErrorKind::UnterminatedArray | ParseErrorKind::UnterminatedObject => {
            ("a bracket or brace that opens here is never closed", "Close it; the file may have been cut off.")
        }
        ParseErrorKind::TrailingCommasNotAllowed => ("a comma stands before a closing bracket or brace", "Remove the comma."),
        ParseErrorKind::ExpectedComma => ("a comma is missing here", "Put a comma between two answers."),
        ParseErrorKind::CommentsNotAllowed => ("JSON has no comments", "Remove the comment, or write the draft in YAML."),
        ParseErrorKind::SingleQuotedStringsNotAllowed => ("JSON texts stand in double quotes", "Use double quotes."),
        ParseErrorKind::MultipleRootJsonValues => {
            ("the file holds more than one JSON value", "Put several reports into one list: [ ... ].")
        }
        ParseErrorKind::String(_) => {
            ("this text is not closed, or holds an escape that JSON does not know", "Check the quotes and backslashes.")
        }
        _ => ("this is not well-formed JSON", "Check the quotes, commas and brackets here."),
    };
    (what.to_owned(), help.to_owned())
}
