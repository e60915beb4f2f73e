//! A range of a decoded text, found again in the raw bytes: through quotes, escapes, doubled quotes and folded lines.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use super::Style;

/// The bytes of `raw` that decode to `wanted` of `text`; none where the two cannot be brought together.
pub(super) fn raw_range(raw: &str, text: &str, style: Style, wanted: Range<usize>) -> Option<Range<usize>> {
    let wanted = text.floor_char_boundary(wanted.start.min(text.len()))..text.ceil_char_boundary(wanted.end.min(text.len()));
    let mut raw_chars = raw.char_indices().peekable();
    if matches!(style, Style::Single | Style::Double) {
        raw_chars.next();
    }
    let mut start = None;
    let mut decoded = text.char_indices().peekable();
    while let Some((offset, character)) = decoded.next() {
        if !is_blank(character) {
            skip_folds(&mut raw_chars, raw, style);
        }
        let &(raw_start, _) = raw_chars.peek()?;
        if offset == wanted.start {
            start = Some(raw_start);
        }
        if offset >= wanted.end {
            return start.map(|start| start..raw_start.max(start));
        }
        if is_blank(character) {
            blank(&mut raw_chars, raw, style, character)?;
        } else {
            step(&mut raw_chars, raw, style, character)?;
        }
        if offset + character.len_utf8() == wanted.end {
            // A blank stands for the whole fold or indentation up to the next word.
            if is_blank(character) && decoded.peek().is_some_and(|&(_, next)| !is_blank(next)) {
                skip_folds(&mut raw_chars, raw, style);
            }
            let end = raw_chars.peek().map_or(raw.len(), |&(next, _)| next);
            return start.map(|start| start..end.max(start));
        }
    }
    None
}

/// What YAML takes for layout.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Passes over line folds, indentation and escaped line breaks: what decodes to nothing between two words.
fn skip_folds(raw_chars: &mut Peekable<CharIndices<'_>>, raw: &str, style: Style) {
    while let Some(&(at, next)) = raw_chars.peek() {
        let continued = style == Style::Double && (raw[at..].starts_with("\\\n") || raw[at..].starts_with("\\\r"));
        if !is_blank(next) && !continued {
            break;
        }
        raw_chars.next();
    }
}

/// Passes over what decodes to one blank: itself, its escape, or a fold.
fn blank(raw_chars: &mut Peekable<CharIndices<'_>>, raw: &str, style: Style, character: char) -> Option<()> {
    let &(at, next) = raw_chars.peek()?;
    let is_break = |next: char| matches!(next, '\n' | '\r');
    match next {
        '\\' if style == Style::Double => step(raw_chars, raw, style, character),
        '\r' if character == '\n' => {
            raw_chars.next();
            raw_chars.next_if(|&(_, next)| next == '\n');
            Some(())
        }
        _ if next == character => {
            raw_chars.next();
            // Blanks that end a line belong to its fold.
            let rest = raw[at..].trim_start_matches([' ', '\t']);
            if !is_break(character) && rest.starts_with(is_break) && matches!(style, Style::Plain | Style::Single | Style::Double) {
                skip_folds(raw_chars, raw, style);
            }
            Some(())
        }
        _ if is_break(next) || is_blank(next) => {
            while raw_chars.next_if(|&(_, next)| is_blank(next)).is_some() {}
            Some(())
        }
        _ => None,
    }
}

/// Passes over what decodes to `character`.
fn step(raw_chars: &mut Peekable<CharIndices<'_>>, raw: &str, style: Style, character: char) -> Option<()> {
    let (at, first) = raw_chars.next()?;
    match (style, first) {
        (Style::Single, '\'') => {
            raw_chars.next_if(|&(_, next)| next == '\'')?;
        }
        (Style::Double, '\\') => {
            let (_, kind) = raw_chars.next()?;
            let digits = match kind {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            for _ in 0..digits {
                raw_chars.next()?;
            }
            // A character outside the basic plane takes two \u escapes in JSON.
            if kind == 'u' && character.len_utf16() == 2 && raw[at..].get(6..8) == Some("\\u") {
                for _ in 0..6 {
                    raw_chars.next()?;
                }
            }
        }
        _ if first == character => {}
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'r>(raw: &'r str, text: &str, style: Style, words: &str) -> &'r str {
        let start = text.find(words).expect("words stand in the text");
        &raw[raw_range(raw, text, style, start..start + words.len()).expect("the texts align")]
    }

    #[test]
    fn words_are_found_again_through_every_style() {
        assert_eq!(found("a \"b\" c", "a \"b\" c", Style::Plain, "b"), "b");
        assert_eq!(found(r#""it\u2019s \"so\" bad""#, "it’s \"so\" bad", Style::Double, "so"), "so");
        assert_eq!(found("'it''s bad'", "it's bad", Style::Single, "bad"), "bad");
        assert_eq!(found("one two\n    three four\n", "one two three four", Style::Block, "two three"), "two\n    three");
        assert_eq!(found(r#""a\nb c""#, "a\nb c", Style::Double, "b"), "b");
        assert_eq!(found("\"ab\\\n   cd\"", "abcd", Style::Double, "c"), "c");
        assert_eq!(found("one \u{a0}two", "one \u{a0}two", Style::Plain, "\u{a0}"), "\u{a0}");
        assert_eq!(found("one\n  \u{a0}two\n", "one \u{a0}two\n", Style::Block, "\u{a0}"), "\u{a0}");
        assert_eq!(found("one  two\r\n\r\n  three\r\n", "one  two\nthree\n", Style::Block, "  "), "  ");
        assert_eq!(found("one  two\r\n\r\n  three\r\n", "one  two\nthree\n", Style::Block, "three"), "three");
        assert_eq!(found("one\n    two\n", "one\ntwo\n", Style::Block, "\n"), "\n    ");
        assert_eq!(found("'a  \n  b'", "a b", Style::Single, " "), "  \n  ");
        assert_eq!(found(r#""a\r b""#, "a\r b", Style::Double, "\r"), r"\r");
        assert_eq!(found("a ", "a ", Style::Plain, " "), " ");
    }

    #[test]
    fn texts_that_do_not_align_give_nothing() {
        assert_eq!(raw_range("abc", "xyz", Style::Plain, 0..3), None);
        assert_eq!(raw_range("a", "a  ", Style::Plain, 1..3), None);
    }
}
