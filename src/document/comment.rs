//! The comments of a YAML text. The parser does not report them, which would cost a sixth of its time; they are found when asked for: a `#`
//! begins one where no key or value of the tree has it.

use super::{Content, Document, Syntax};
use crate::source::Span;

impl Document<'_> {
    /// The bytes of every comment, from its `#` to the end of the line. Behind a syntax fault, where there is no tree, text may look like one.
    pub fn comments(&self) -> Vec<Span> {
        let text = self.source.text();
        if self.syntax == Syntax::Json || !text.contains('#') {
            return Vec::new();
        }
        let taken = self.written();
        let mut comments = Vec::new();
        let mut done = 0;
        for at in memchr::memchr_iter(b'#', text.as_bytes()) {
            let begins = text[..at].is_empty() || text[..at].ends_with([' ', '\t', '\n', '\r', '\u{feff}']);
            if at < done || !begins || is_within(at, &taken) {
                continue;
            }
            done = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |end| at + end);
            comments.push(Span::new(at, done));
        }
        comments
    }

    /// The bytes of every key and value, in their order.
    fn written(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::with_capacity(2 * self.nodes.len());
        for node in &self.nodes {
            spans.extend(node.key.as_ref().map(|key| key.span));
            if matches!(node.content, Content::Scalar(..) | Content::Alias(_)) {
                spans.push(node.span);
            }
        }
        spans.retain(|span| !span.is_empty());
        spans.sort_unstable();
        spans
    }
}

/// Whether one of `spans`, which do not overlap, covers the byte `at`.
fn is_within(at: usize, spans: &[Span]) -> bool {
    let after = spans.partition_point(|span| span.range().start <= at);
    after > 0 && at < spans[after - 1].range().end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_number_sign_in_a_text_begins_no_comment() {
        let comments = |text: &str| {
            let source = Source::decode("test", text.as_bytes().to_vec());
            let document = Document::read(&source, Syntax::Yaml);
            document.comments().iter().map(|span| text[span.range()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(comments("# a # b\na: x # c\r\nb: 'y # n' # d\n"), ["# a # b", "# c", "# d"]);
        assert_eq!(comments("a: >- # a\n  x # n\n\n# b\nb: [x, # c\n  y#n]\n? \"# n\"\n: &k z # d\n"), ["# a", "# b", "# c", "# d"]);
        assert_eq!(comments("a: x # a\n  \nb: *k # b\n--- # c\n"), ["# a", "# b", "# c"]);
    }
}
