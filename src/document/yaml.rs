//! YAML 1.2 into the tree. After a syntax fault, reading goes on with the next document of the file.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};

use super::build::Built;
use super::{Content, DEEPEST, NodeId, Style};
use crate::finding::{Detail, Fault};
use crate::source::{At, Source, Span};

pub(super) fn read(source: &Source) -> Built<'_> {
    let text = source.text();
    let options = granit_parser::options! {
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
        max_buffered_comment_events: 10_000,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut built = Built::new();
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
                fault(&mut built, text, document, &error);
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
        Event::Comment(..) => built.comments.push(span),
        Event::Scalar(text, style, anchor, _) => {
            if built.wants_key() {
                built.key(text, span);
                return;
            }
            // Nothing written is null; the parser spells it "~" with an empty span.
            let text = if span.is_empty() && style == ScalarStyle::Plain { Cow::Borrowed("") } else { text };
            let node = built.scalar(text, written(style), span);
            anchors.insert(anchor, node);
        }
        Event::SequenceStart(style, anchor, _) => {
            let node = built.open(Content::Sequence(Vec::new()), span, style == StructureStyle::Flow);
            anchors.insert(anchor, node);
        }
        Event::MappingStart(style, anchor, _) => {
            let node = built.open(Content::Mapping(Vec::new()), span, style == StructureStyle::Flow);
            anchors.insert(anchor, node);
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

fn fault(built: &mut Built<'_>, text: &str, document: Option<usize>, error: &ScanError) {
    let offset = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let broke = built
        .unfinished()
        .or_else(|| document.filter(|&first| first < built.nodes.len()).and_then(|first| u32::try_from(first).ok()).map(At::value));
    // The fault gets a node of its own: a place in the text, outside every report.
    let first = built.nodes.len();
    let end = text[offset..].chars().next().map_or(offset, |character| offset + character.len_utf8());
    let span = Span::new(text.floor_char_boundary(offset), end).within(text);
    built.nodes.push(super::Node {
        content: Content::Scalar(Cow::Borrowed(""), Style::Plain),
        span,
        key: None,
        parent: u32::try_from(first).unwrap_or(u32::MAX),
        flow: false,
    });
    built.pad_sizes();
    let at = At::value(u32::try_from(first).unwrap_or(u32::MAX));
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        let detail =
            Detail::Limit { which: "nesting depth", limit: DEEPEST as u64, unread: "everything deeper, and the rest of this report" };
        built.faults.push(Fault::new("BR015", at, detail));
        return;
    }
    let (what, help) = words(error.kind());
    built.faults.push(Fault::new("BR001", at, Detail::Broken { what, help, broke }));
}

fn words(kind: &ErrorKind) -> (String, String) {
    let (what, help) = match kind {
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            ("a tab is used to indent a line", "Indent with spaces: YAML does not allow tabs.")
        }
        ErrorKind::UnclosedQuotedScalar => ("the quote that opens here is never closed", "Close the quote."),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => ("a bracket or brace is never closed", "Close the list or mapping."),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            ("a colon stands where no answer can begin", "Put a text that contains \": \" in quotes, or check the indentation.")
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            ("the indentation does not line up with the lines around it", "Give all answers of one section the same indentation.")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => ("a colon is missing after this key", "Write `key: answer`."),
        _ => ("this is not well-formed YAML", "Check the quotes, colons and indentation on this line and the one before it."),
    };
    let detail = kind.to_string();
    let what = if what == "this is not well-formed YAML" { format!("{what}: {}", detail.trim_end_matches('.')) } else { what.to_owned() };
    (what, help.to_owned())
}
