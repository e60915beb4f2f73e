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
    let mut decoded = text.char_indices().peekable();
    let mut start = None;
    let mut end = None;
    while let Some(&(offset, character)) = decoded.peek() {
        let blank = character.is_whitespace();
        if !blank {
            // Indentation and line folds between words decode to nothing.
            while raw_chars.next_if(|(_, next)| next.is_whitespace()).is_some() {}
        }
        let (raw_start, _) = *raw_chars.peek()?;
        if offset >= wanted.start && start.is_none() {
            start = Some(raw_start);
        }
        if offset >= wanted.end {
            break;
        }
        if blank {
            while decoded.next_if(|(_, next)| next.is_whitespace()).is_some() {}
            let mut moved = false;
            while raw_chars
                .peek()
                .is_some_and(|&(at, next)| next.is_whitespace() || (style == Style::Double && is_blank_escape(&raw[at..])))
            {
                let (_, next) = raw_chars.next()?;
                if next == '\\' {
                    raw_chars.next();
                }
                moved = true;
            }
            if !moved {
                return None;
            }
        } else {
            step(&mut raw_chars, raw, style, character)?;
            decoded.next();
        }
        let consumed = decoded.peek().map_or(text.len(), |&(next, _)| next);
        if consumed >= wanted.end {
            end = Some(raw_chars.peek().map_or(raw.len(), |&(next, _)| next));
            break;
        }
    }
    let start = start?;
    Some(start..end.unwrap_or(start).max(start))
}

fn is_blank_escape(raw: &str) -> bool {
    ["\\n", "\\t", "\\r", "\\\n"].iter().any(|escape| raw.starts_with(escape))
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
    }

    #[test]
    fn texts_that_do_not_align_give_nothing() {
        assert_eq!(raw_range("abc", "xyz", Style::Plain, 0..3), None);
    }
}
