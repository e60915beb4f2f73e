//! JSON into the tree: strict RFC 8259, duplicate keys kept, every value and key with its bytes.

use std::borrow::Cow;
use std::ops::Range;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, ParseStringErrorKind, parse_to_ast};

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
    let mut built = Built::new(source.text().len());
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
            let range = error.range();
            let cut = is_cut_off(text, range.end, error.kind());
            // Where the file ends too soon, its end is the fault; what is left open is broken by it.
            let start = if cut { text.trim_end().len() } else { range.start };
            let end = if cut { start } else { range.end };
            let (what, help) = if cut { CUT_OFF } else { words(error.kind(), text, start) };
            let broke = left_open(text, start).map(|open| At::file(number(open.start + mark), number(open.end + mark)));
            let detail = Detail::Broken { what: what.to_owned(), help: help.to_owned(), broke };
            point(&mut built, Span::new(start + mark, end + mark).within(source.text()), |at| Fault::new("BR001", at, detail));
        }
    }
    built
}

fn refused_by_strict_reader(built: &mut Built<'_>, text: &str, mark: usize) -> Option<()> {
    let error = serde_json::from_str::<serde::de::IgnoredAny>(text).err()?;
    let raw = raw_control(text);
    let offset = raw.unwrap_or_else(|| {
        let start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        text.floor_char_boundary((start + error.column().saturating_sub(1)).min(text.len()))
    });
    let (what, help) = if raw.is_some() {
        ("a control character stands here that JSON allows only as an escape", "Write line breaks inside a text as \\n and tabs as \\t.")
    } else {
        ("a character stands here that JSON does not allow between answers", "Delete it; plain spaces and line breaks are enough.")
    };
    let end = text[offset..].chars().next().map_or(offset, |character| offset + character.len_utf8());
    let broke = left_open(text, offset).map(|open| At::file(number(open.start + mark), number(open.end + mark)));
    let detail = Detail::Broken { what: what.to_owned(), help: help.to_owned(), broke };
    point(built, Span::new(offset + mark, end + mark), |at| Fault::new("BR001", at, detail));
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
    let (mut depth, mut most) = (0usize, 0);
    brackets(text, |_, opens| {
        depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
        most = most.max(depth);
    });
    most
}

/// Calls `visit` for every bracket and brace that stands in no string, with its offset and whether it opens.
fn brackets(text: &str, mut visit: impl FnMut(usize, bool)) {
    bytes(text, |offset, byte, in_string| match byte {
        b'[' | b'{' if !in_string => visit(offset, true),
        b']' | b'}' if !in_string => visit(offset, false),
        _ => {}
    });
}

/// The first control character that stands in a string as it is.
fn raw_control(text: &str) -> Option<usize> {
    let mut found = None;
    bytes(text, |offset, byte, in_string| {
        if in_string && byte < 0x20 {
            found.get_or_insert(offset);
        }
    });
    found
}

/// Calls `visit` for every byte, with whether it stands in a string.
fn bytes(text: &str, mut visit: impl FnMut(usize, u8, bool)) {
    let (mut string, mut escaped) = (false, false);
    for (offset, byte) in text.bytes().enumerate() {
        visit(offset, byte, string);
        match byte {
            _ if escaped => escaped = false,
            b'\\' if string => escaped = true,
            b'"' => string = !string,
            _ => {}
        }
    }
}

/// The innermost list or section that is open at `offset`: its key, or its bracket where it has none.
fn left_open(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut open = Vec::new();
    brackets(&text[..offset], |at, opens| {
        if opens {
            open.push(at);
        } else {
            open.pop();
        }
    });
    let bracket = open.pop()?;
    let key = text[..bracket].trim_end().strip_suffix(':').map(str::trim_end).filter(|before| before.ends_with('"'));
    let quote = key.and_then(|before| Some(before[..before.len() - 1].rfind('"')?..before.len()));
    Some(quote.unwrap_or(bracket..bracket + 1))
}

/// Whether the fault is that the text ends too soon.
fn is_cut_off(text: &str, end: usize, kind: &ParseErrorKind) -> bool {
    let unfinished = matches!(
        kind,
        ParseErrorKind::UnterminatedArray
            | ParseErrorKind::UnterminatedObject
            | ParseErrorKind::ExpectedColonAfterObjectKey
            | ParseErrorKind::ExpectedObjectValue
            | ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral)
    );
    let at_end = end >= text.trim_end().len() || matches!(kind, ParseErrorKind::UnterminatedArray | ParseErrorKind::UnterminatedObject);
    unfinished && at_end
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

fn point(built: &mut Built<'_>, span: Span, fault: impl FnOnce(At) -> Fault) {
    let id = u32::try_from(built.nodes.len()).unwrap_or(u32::MAX);
    built.nodes.push(Node { content: Content::Scalar(Cow::Borrowed(""), Style::Plain), span, key: None, parent: id, flow: false });
    built.pad_sizes();
    built.faults.push(fault(At::value(id)));
}

const CUT_OFF: (&str, &str) = ("the file ends here, in the middle of a report", "Close what is left open; the file may have been cut off.");

fn words(kind: &ParseErrorKind, text: &str, offset: usize) -> (&'static str, &'static str) {
    match kind {
        ParseErrorKind::TrailingCommasNotAllowed => ("a comma stands before a closing bracket or brace", "Remove the comma."),
        ParseErrorKind::ExpectedComma
            if text[..offset].ends_with('0') && text[offset..].starts_with(|next: char| next.is_ascii_digit()) =>
        {
            ("a number begins with 0", "Write the number without the 0, or the value in double quotes.")
        }
        ParseErrorKind::ExpectedComma => ("a comma is missing here", "Put a comma between two answers."),
        ParseErrorKind::ExpectedColonAfterObjectKey => ("a colon is missing after this key", "Write \"key\": answer."),
        ParseErrorKind::ExpectedObjectValue => ("the answer is missing after this colon", "Write the answer, or remove the key."),
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            ("JSON has no comments", "Remove the comment, or write the draft in YAML.")
        }
        ParseErrorKind::SingleQuotedStringsNotAllowed | ParseErrorKind::ExpectedStringObjectProperty | ParseErrorKind::UnexpectedWord => {
            ("keys and texts stand in double quotes in JSON", "Put it in double quotes.")
        }
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            ("this is no number in JSON", "Write digits only, or the value in double quotes.")
        }
        ParseErrorKind::MultipleRootJsonValues => ("the file goes on after its report", "Put several reports into one list: [ ... ]."),
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            ("the quote that opens here is never closed", "Close the quote.")
        }
        ParseErrorKind::String(_) => ("a backslash stands before a character that it cannot escape in JSON", "Write a backslash twice."),
        ParseErrorKind::UnexpectedCloseBrace | ParseErrorKind::UnexpectedCloseBracket => {
            ("a bracket or brace closes what is not open", "Remove it, or open a list with [ and a section with {.")
        }
        _ => ("this is not well-formed JSON", "Check the quotes, commas, colons and brackets here."),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Syntax};
    use crate::finding::Detail;
    use crate::source::Source;

    /// The text at the fault, and the text that it left unfinished.
    fn fault(text: &str) -> (String, String) {
        let source = Source::decode("test", text.as_bytes().to_vec());
        let document = Document::read(&source, Syntax::Json);
        let [fault] = document.faults() else { panic!("one fault") };
        let at = |at| text[document.span(at).range()].to_owned();
        let Detail::Broken { broke, .. } = fault.detail else { panic!("a syntax fault") };
        (at(fault.at), broke.map(at).unwrap_or_default())
    }

    #[test]
    fn a_fault_is_where_a_person_looks_for_it() {
        let pair = |at: &str, broke: &str| (at.to_owned(), broke.to_owned());
        assert_eq!(fault("{\"a\": {\"b\": [1, 2"), pair("", "\"b\""), "the end of the file");
        assert_eq!(fault("{\"a\": {\"b\": \"x"), pair("", "\"a\""));
        assert_eq!(fault("{\"a\": [1, 2,]}"), pair(",", "\"a\""));
        assert_eq!(fault("{\"a\": \"x\ty\"}"), pair("\t", "{"));
        assert_eq!(fault("{\"a\":\u{a0}1}"), pair("\u{a0}", "{"));
    }
}
