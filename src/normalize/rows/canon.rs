//! The canonical form of texts: NFC, single spaces, LF, certain damage repaired; never re-cased. Text that has it already is not copied.

use std::borrow::Cow;

use crate::normalize::canonical::canonical_text;
use crate::report::{is_marker, repaired};

/// A name: one line.
pub(crate) fn name(text: &str) -> Cow<'_, str> {
    if is_plain(text.as_bytes(), false) {
        return Cow::Borrowed(text);
    }
    let canonical = settled(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if canonical == text { Cow::Borrowed(text) } else { Cow::Owned(canonical) }
}

/// A text of several lines; none where it says that there is none.
pub(super) fn prose(text: &str) -> Option<Cow<'_, str>> {
    if is_marker(text) {
        return None;
    }
    if is_plain(text.as_bytes(), true) {
        return Some(Cow::Borrowed(text));
    }
    let canonical = settled(text);
    // A control character may have hidden that nothing is said.
    if is_marker(&canonical) {
        None
    } else if canonical == text {
        Some(Cow::Borrowed(text))
    } else {
        Some(Cow::Owned(canonical))
    }
}

/// Repairs of repairs: damage that was done twice shows only once the outer one is undone. No text is damaged more often than this.
const TURNS: usize = 16;

/// Repaired until nothing is left to repair.
fn settled(text: &str) -> String {
    let mut canonical = canonical_text(&repaired(text));
    for _ in 0..TURNS {
        let next = canonical_text(&repaired(&canonical));
        if next == canonical {
            break;
        }
        canonical = next;
    }
    canonical
}

/// Whether text is ASCII, with single spaces between words, none at either end or beside a line break, and no empty line. Most texts are.
fn is_plain(bytes: &[u8], lines: bool) -> bool {
    let is_blank = |byte: u8| byte == b' ' || (lines && byte == b'\n');
    let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else { return false };
    if is_blank(first) || is_blank(last) {
        return false;
    }
    // Without a way out on the first fault, many bytes are looked at in one step.
    let fits = |byte: u8| matches!(byte, b' '..=b'~') || (lines && byte == b'\n');
    let strange = |part: &[u8]| part.iter().fold(false, |strange, &byte| strange | !fits(byte));
    let doubled = |part: &[u8]| part.iter().zip(&part[1..]).fold(false, |doubled, (&one, &next)| doubled | (is_blank(one) & is_blank(next)));
    // Parts lie over each other by a byte, so that no pair is missed.
    !(0..bytes.len()).step_by(PART).any(|start| {
        let part = &bytes[start..bytes.len().min(start + PART + 1)];
        strange(part) || doubled(part)
    })
}

/// Bytes that are looked at before it is asked whether a fault was among them.
const PART: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_repaired_and_stay_as_they_are_the_second_time() {
        for (text, canonical) in [
            ("  Old  Mill\u{a0}Clinic ", "Old Mill Clinic"),
            ("Old\nMill", "Old Mill"),
            ("the clinic\u{e2}\u{20ac}\u{2122}s", "the clinic\u{2019}s"),
            ("OLD MILL", "OLD MILL"),
        ] {
            assert_eq!(name(text), canonical);
            assert_eq!(name(canonical), canonical);
        }
        for (text, canonical) in
            [("a \r\nb\rc\n\n\n\nd", Some("a\nb\nc\n\nd")), ("\\N", None), ("\\N\0", None), (" ", None), ("a b\nc", Some("a b\nc"))]
        {
            assert_eq!(prose(text).as_deref(), canonical);
            assert_eq!(canonical.and_then(prose).as_deref(), canonical);
        }
    }

    #[test]
    fn plain_text_is_exactly_what_would_not_change() {
        for text in ["a", "a b", "a\nb", "a \nb", "a  b", "\na", "a\n", "a\n\nb", "a\tb", ""] {
            let unchanged = canonical_text(text) == text && !text.is_empty();
            assert!(!is_plain(text.as_bytes(), true) || unchanged, "{text:?}");
        }
        assert!(is_plain(b"a b\nc", true) && !is_plain(b"a b\nc", false));
        let long = "word ".repeat(200);
        for end in 1..long.len() {
            let text = &long[..end];
            assert_eq!(is_plain(text.as_bytes(), true), !text.ends_with(' '), "{end}");
            assert!(!is_plain(format!("{text}  a").as_bytes(), true) && !is_plain(format!("{text}\u{e9}").as_bytes(), true), "{end}");
        }
    }
}
