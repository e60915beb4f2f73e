//! From a handle back to bytes, lines and paths.

use std::ops::Range;

use super::{Content, Document, NodeId, align};
use crate::source::{At, Locate, Part, Place, Span, masked, phi_spans};

impl Document<'_> {
    /// The bytes that `at` means. A section that is given as a block is meant by its key: nobody wants forty lines underlined.
    pub fn span(&self, at: At) -> Span {
        let Some(node) = self.nodes.get(at.field as usize) else {
            return match at.part {
                Part::Text { start, end } => Span { start, end }.within(self.source.text()),
                _ => Span::default(),
            };
        };
        let key = node.key.as_ref().map(|key| key.span);
        match at.part {
            Part::Key => key.unwrap_or(node.span),
            Part::Item(index) => match &node.content {
                Content::Sequence(items) => items.get(index as usize).map_or(node.span, |&item| self.span(At::value(item))),
                _ => node.span,
            },
            Part::Text { start, end } => self.part_span(at.field, start as usize..end as usize).unwrap_or(node.span),
            Part::Value => match &node.content {
                Content::Scalar(..) | Content::Alias(_) if node.span.is_empty() => key.unwrap_or(node.span),
                Content::Scalar(..) | Content::Alias(_) => node.span,
                Content::Mapping(children) | Content::Sequence(children) => key.unwrap_or_else(|| {
                    let first = children.first().map(|&child| self.node(child));
                    match first.map(|child| child.key.as_ref().map_or(child.span, |key| key.span)) {
                        // The first key stands for the whole report.
                        Some(first) if !node.flow => first,
                        _ => Span::new(node.span.start as usize, node.span.start as usize + usize::from(!node.span.is_empty())),
                    }
                }),
            },
        }
    }
}

impl Document<'_> {
    /// The bytes of a range of the decoded text of `id`; none where it has no text of its own or the two cannot be brought together.
    pub(super) fn part_span(&self, id: NodeId, range: Range<usize>) -> Option<Span> {
        let node = self.node(id);
        let Content::Scalar(text, style) = &node.content else { return None };
        let raw = &self.source.text()[node.span.range()];
        let found = align::raw_range(raw, text, *style, range)?;
        Some(Span::new(node.span.start as usize + found.start, node.span.start as usize + found.end))
    }
}

impl Document<'_> {
    /// Every byte of the answer at `at`: all of a section or list, and the text that an alias stands for, wherever that is.
    pub fn extents(&self, at: At) -> [Span; 2] {
        match self.nodes.get(at.field as usize) {
            Some(node) => [node.span, self.resolved(at.field).span],
            None => [self.span(at); 2],
        }
    }
}

impl Locate for Document<'_> {
    fn place(&self, at: At) -> Place {
        let text = self.source.text();
        let span = self.span(at).within(text);
        let path = if (at.field as usize) < self.nodes.len() { self.path(at.field) } else { String::new() };
        let path = match at.part {
            Part::Item(index) if self.items(at.field).is_some() => format!("{path}[{index}]"),
            _ => path,
        };
        // A key is shown as typed, unless someone typed an identifier there.
        let path = masked(&path, &phi_spans(&path));
        Place {
            span,
            start: self.lines().position(text, span.range().start),
            end: self.lines().position(text, span.range().end),
            path,
            row: None,
            cell: None,
        }
    }
}
