//! The comments of a YAML text. They are no part of the tree: a `#` begins one where it stands behind a blank and no key or value has it.

use super::{Content, Document, Syntax};
use crate::source::Span;

impl Document<'_> {
    /// The bytes of every comment, from its `#` to the end of the line, in their order. Behind a syntax fault, where the tree does not tell what stands
    /// in a text, a `#` of a text may be among them.
    pub fn comments(&self) -> Vec<Span> {
        let text = self.source.text();
        if self.syntax == Syntax::Json || !text.contains('#') {
            return Vec::new();
        }
        let mut taken: Vec<Span> = self
            .nodes
            .iter()
            .flat_map(|node| {
                let value = matches!(node.content, Content::Scalar(..) | Content::Alias(_)).then_some(node.span);
                [node.key.as_ref().map(|key| key.span), value]
            })
            .flatten()
            .collect();
        taken.sort_unstable();
        let mut taken = taken.into_iter().peekable();
        let mut found = Vec::new();
        let mut end = 0;
        for hash in memchr::memchr_iter(b'#', text.as_bytes()) {
            if hash < end || !stands_free(&text[..hash]) {
                continue;
            }
            while taken.next_if(|span| span.range().end <= hash).is_some() {}
            if taken.peek().is_some_and(|span| span.range().contains(&hash)) {
                continue;
            }
            end = text[hash..].find(['\n', '\r']).map_or(text.len(), |line_end| hash + line_end);
            found.push(Span::new(hash, end));
        }
        found
    }
}

/// Whether a comment may begin behind `before`.
fn stands_free(before: &str) -> bool {
    before.is_empty() || before.ends_with([' ', '\t', '\n', '\r', '\u{feff}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_hash_within_a_text_is_no_comment() {
        let text = "# top\na: x # one\nb: 'no # comment'\nc: no#comment\nd: |\n  # text\n  more # text\n# between\ne: \"#\" # last";
        let source = Source::decode("test", text.as_bytes().to_vec());
        let document = Document::read(&source, Syntax::Yaml);
        let found: Vec<&str> = document.comments().into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, ["# top", "# one", "# between", "# last"]);
    }
}
