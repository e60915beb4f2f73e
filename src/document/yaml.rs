//! YAML 1.2 into the tree. After a syntax fault, reading goes on with the next document of the file.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};

use super::build::Built;
use super::{Content, DEEPEST, NodeId, Style, lines};
use crate::finding::{Detail, Fault};
use crate::source::{At, Source, Span};

pub(super) fn read(source: &Source) -> Built<'_> {
    lines::read(source.text()).unwrap_or_else(|| parsed(source))
}

/// The same by the parser alone.
pub(super) fn parsed(source: &Source) -> Built<'_> {
    let text = source.text();
    let options = granit_parser::options! {
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut built = Built::new(text.len());
    let mut anchors: HashMap<usize, NodeId> = HashMap::new();
    // The first node of the document being read, while one is.
    let mut document: Option<usize> = None;
    let mut end = 0;
    loop {
        match parser.next_event() {
            None => break,
            Some(Ok((event, span))) => {
                let span = Span::new(span.start.byte_offset().unwrap_or(0), span.end.byte_offset().unwrap_or(0)).within(text);
                end = end.max(span.range().end);
                match event {
                    Event::DocumentStart(..) => {
                        document = Some(built.nodes.len());
                        anchors.clear();
                    }
                    Event::DocumentEnd => {
                        if let Some(first) = document.take() {
                            built.finish(first, end, true);
                        }
                    }
                    event => take(&mut built, &mut anchors, event, span),
                }
            }
            Some(Err(error)) => {
                fault(&mut built, text, document, end, &error);
                if let Some(first) = document.take() {
                    built.finish(first, end, false);
                }
                if !matches!(parser.proceed_next_document(), Ok(true)) {
                    break;
                }
            }
        }
    }
    split_lists(&mut built);
    built
}

fn take<'s>(built: &mut Built<'s>, anchors: &mut HashMap<usize, NodeId>, event: Event<'s>, span: Span) {
    match event {
        Event::Scalar(text, style, anchor, _) => {
            if built.wants_key() {
                built.key(text, span);
                return;
            }
            // Nothing written is null; the parser spells it "~" with an empty span.
            let text = if span.is_empty() && style == ScalarStyle::Plain { Cow::Borrowed("") } else { text };
            let node = built.scalar(text, written(style), span);
            name(anchors, anchor, node);
        }
        Event::SequenceStart(style, anchor, _) => {
            let node = built.open(Content::Sequence(Vec::new()), span, style == StructureStyle::Flow);
            name(anchors, anchor, node);
        }
        Event::MappingStart(style, anchor, _) => {
            let node = built.open(Content::Mapping(Vec::new()), span, style == StructureStyle::Flow);
            name(anchors, anchor, node);
        }
        Event::SequenceEnd | Event::MappingEnd => {
            let last = built.nodes.last().map_or(0, |node| node.span.range().end);
            built.close(span.range().end.max(last));
        }
        Event::Alias(anchor) => {
            if built.wants_key() {
                built.key(Cow::Borrowed("*"), span);
            } else {
                built.alias(anchors.get(&anchor).copied(), span);
            }
        }
        _ => {}
    }
}

/// Remembers what an anchor names; the parser numbers anchors from 1, and 0 is none.
fn name(anchors: &mut HashMap<usize, NodeId>, anchor: usize, node: NodeId) {
    if anchor > 0 {
        anchors.insert(anchor, node);
    }
}

fn written(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

/// A top-level list is several reports, one an item.
fn split_lists(built: &mut Built<'_>) {
    let roots = std::mem::take(&mut built.roots);
    for root in roots {
        match &built.nodes[root.node as usize].content {
            Content::Sequence(items) if !items.is_empty() => {
                let last = items.len() - 1;
                for (index, &node) in items.iter().enumerate() {
                    built.roots.push(super::Root { node, whole: root.whole || index < last });
                }
            }
            _ => built.roots.push(root),
        }
    }
}

/// Files what the parser stumbled over; `read` is the end of the last thing that it understood.
fn fault(built: &mut Built<'_>, text: &str, document: Option<usize>, read: usize, error: &ScanError) {
    let offset = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(text.len()).min(text.len()));
    let broke = built
        .unfinished()
        .or_else(|| document.filter(|&first| first < built.nodes.len()).and_then(|first| u32::try_from(first).ok()).map(At::value));
    // The fault gets a node of its own: a place in the text, outside every report.
    let first = built.nodes.len();
    built.nodes.push(super::Node {
        content: Content::Scalar(Cow::Borrowed(""), Style::Plain),
        span: place(text, offset, read, error.kind()),
        key: None,
        parent: u32::try_from(first).unwrap_or(u32::MAX),
        flow: false,
    });
    built.pad_sizes();
    let at = At::value(u32::try_from(first).unwrap_or(u32::MAX));
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        let unread = "everything deeper, and the rest of this report";
        built.faults.push(Fault::new("BR015", at, Detail::Limit { which: "nesting depth", limit: DEEPEST as u64, unread }));
        return;
    }
    let (what, help) = words(error.kind());
    built.faults.push(Fault::new("BR001", at, Detail::Broken { what, help: help.to_owned(), broke }));
}

/// Where a person should look: the parser points at where it noticed.
fn place(text: &str, offset: usize, read: usize, kind: &ErrorKind) -> Span {
    let line_end = |from: usize| text[from..].find(['\n', '\r']).map_or(text.len(), |at| from + at);
    let one = |from: usize| Span::new(from, text[from..].chars().next().map_or(from, |character| from + character.len_utf8())).within(text);
    match kind {
        _ if is_tab(kind) => {
            let line = text[..offset].rfind(['\n', '\r']).map_or(0, |at| at + 1);
            text[line..].find('\t').map_or(one(offset), |at| one(line + at))
        }
        // A quote that closes on a later line is one that was forgotten on its own.
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            let opening = text.get(read..offset).and_then(|between| between.find(['"', '\'']).map(|at| read + at));
            one(opening.filter(|&opening| text[opening..offset].contains(['\n', '\r'])).unwrap_or(offset))
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            let line = text[offset..line_end(offset)].trim_end();
            if line.is_empty() { one(offset) } else { Span::new(offset, offset + line.len()) }
        }
        ErrorKind::UnexpectedCharacter { character } => one(text[offset..].find(*character).map_or(offset, |at| offset + at)),
        ErrorKind::UnknownAnchor => {
            let rest = &text[offset..];
            Span::new(
                offset,
                offset + rest.find(|character: char| character.is_whitespace() || ",[]{}".contains(character)).unwrap_or(rest.len()),
            )
        }
        _ => one(offset),
    }
}

fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace
    )
}

/// What is wrong, and what to do.
fn words(kind: &ErrorKind) -> (String, &'static str) {
    const QUOTE: &str = "Put the text in double quotes.";
    let (what, help) = match kind {
        _ if is_tab(kind) => ("a tab stands where only spaces may", "Indent with spaces: YAML does not allow tabs there."),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("the quote that opens here is never closed", "Close the quote; a text that begins with an apostrophe stands in double quotes.")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar => (
            "this text goes on after the quote that closes it",
            "Close the quote where the text ends; inside single quotes an apostrophe is written twice.",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "this text goes on after the quote that closes it",
            "Close the quote where the text ends; inside double quotes a quote is written \\\".",
        ),
        ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape | ErrorKind::InvalidUnicodeEscape => (
            "a backslash stands in double quotes before a character that it cannot escape",
            "Write a backslash twice, or use single quotes.",
        ),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            ("a bracket or brace is never closed", "Close the list or section; the file may have been cut off.")
        }
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => (
            "a comma is missing in a list or section in brackets, or the bracket that closes it",
            "Close the bracket where the list ends; a text that begins with a bracket or brace stands in quotes.",
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            ("a bracket or brace closes what is not open", "Remove it, or put the text that it belongs to in quotes.")
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => (
            "a colon stands where no answer can begin",
            "Put a text that contains \": \" in quotes, or give the line the same indentation as the line before.",
        ),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent => {
            ("the indentation does not line up with the lines around it", "Give all answers of one section the same indentation.")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            ("a colon and a space are missing after the key on this line", "Write `key: answer`; the file may have been cut off.")
        }
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::MappingKeyNotAllowed => {
            ("a list or a key begins where an answer stands", "Put a lone - or ? in quotes; begin a list on the next line.")
        }
        ErrorKind::InvalidBlockScalarHeader => {
            ("text stands on the line on which a block of text begins", "Begin the text on the line after > or |.")
        }
        ErrorKind::UnknownAnchor => {
            ("this names an anchor that does not stand before it", "Put a text that begins with * in quotes, or write the value out.")
        }
        ErrorKind::BomInsideDocument => {
            ("an invisible byte order mark stands inside the file", "Delete it; it may have come with pasted text.")
        }
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            let code = u32::from(*character);
            return (
                format!("a control character (U+{code:04X}) stands here"),
                "Delete it or type the word again; the file may be damaged, or no text at all.",
            );
        }
        ErrorKind::UnexpectedCharacter { character } => {
            return (format!("no answer can begin with {character} unless it is quoted"), QUOTE);
        }
        _ => {
            let detail = kind.to_string();
            let what = format!("this is not well-formed YAML: {}", detail.trim_end_matches('.'));
            return (what, "Check the quotes, colons and indentation on this line and the one before it.");
        }
    };
    (what.to_owned(), help)
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Syntax};
    use crate::finding::Detail;
    use crate::source::{Locate, Source};

    /// Code, line, column and path of what is left unfinished, for each fault.
    fn faults(text: &str) -> Vec<(&'static str, u32, u32, String)> {
        let source = Source::decode("test", text.as_bytes().to_vec());
        let document = Document::read(&source, Syntax::Yaml);
        let described = |fault: &crate::finding::Fault| {
            let start = document.place(fault.at).start;
            let broke = match fault.detail {
                Detail::Broken { broke: Some(broke), .. } => document.place(broke).path,
                _ => String::new(),
            };
            (fault.code, start.line, start.column, broke)
        };
        document.faults().iter().map(described).collect()
    }

    #[test]
    fn a_fault_is_where_a_person_looks_for_it() {
        let one = |text: &str| faults(text).pop().expect("a fault");
        assert_eq!(one("a:\n  b: x\n\tc: y\n"), ("BR001", 3, 1, "a".to_owned()), "the tab, not the end of the line before");
        assert_eq!(
            one("a:\n  b: \"x\n  c: y\n  d: \"z\"\n"),
            ("BR001", 2, 6, "a".to_owned()),
            "the quote that was forgotten, not the next one"
        );
        assert_eq!(one("a:\n  b: \"x\" y\n"), ("BR001", 2, 10, "a".to_owned()));
        assert_eq!(one("a:\n  b: x\u{92}y\n"), ("BR001", 2, 7, "a".to_owned()));
        assert_eq!(one("a:\n  b: 'x\n"), ("BR001", 2, 6, "a".to_owned()));
        assert_eq!(one("a: [x, y\n"), ("BR001", 1, 4, "a".to_owned()));
    }

    #[test]
    fn reading_goes_on_behind_a_broken_document_and_a_list_for_a_key() {
        let source = Source::decode("test", b"a: \"x\n---\nb: y\n---\n? [p, q]\n: r\nc: z\n".to_vec());
        let document = Document::read(&source, Syntax::Yaml);
        let roots: Vec<bool> = document.roots().iter().map(|root| root.whole).collect();
        assert_eq!(roots, [false, true, true]);
        let last = document.roots()[2].node;
        let keys: Vec<&str> = document.entries(last).expect("a mapping").into_iter().map(|entry| document.key(entry)).collect();
        assert_eq!(keys, ["[...]", "c"]);
    }

    #[test]
    fn aliases_share_one_budget() {
        let list = |name: &str, of: &str| format!("{name}: &{name} [{}]\n", [of; 20].join(", "));
        let text = ["x", "*a", "*b", "*c", "*d"].iter().zip(["a", "b", "c", "d", "e"]).map(|(of, name)| list(name, of)).collect::<String>();
        assert_eq!(faults(&text).iter().map(|fault| fault.0).collect::<Vec<_>>(), ["BR015"]);
        assert!(faults("a: &a [1, 2]\nb: [*a, *a]\n").is_empty());
    }
}
