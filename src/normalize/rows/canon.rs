//! The canonical form of texts: NFC, single spaces, LF, certain damage repaired; never re-cased. Text that has it already is not copied.

use std::borrow::Cow;

use crate::normalize::canonical::canonical_text;
use crate::report::{is_marker, is_tidy, repaired};

/// A name: one line.
pub(crate) fn name(text: &str) -> Cow<'_, str> {
    if is_tidy(text, false) {
        return Cow::Borrowed(text);
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Of printable ASCII nothing but its spaces is set right.
    let is_printable = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let canonical = if is_printable { words(text) } else { words(&settled(text)) };
    if canonical == text { Cow::Borrowed(text) } else { Cow::Owned(canonical) }
}

/// A text of several lines; none where it says that there is none.
pub(super) fn prose(text: &str) -> Option<Cow<'_, str>> {
    if is_marker(text) {
        return None;
    }
    if is_tidy(text, true) {
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
            ("  Old   Mill ~ ", "Old Mill ~"),
        ] {
            assert_eq!(name(text), settled(text).split_whitespace().collect::<Vec<_>>().join(" "));
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
            assert!(!is_tidy(text, true) || unchanged, "{text:?}");
        }
        assert!(is_tidy("a b\nc", true) && !is_tidy("a b\nc", false));
        let long = "word ".repeat(200);
        for end in 1..long.len() {
            let text = &long[..end];
            assert_eq!(is_tidy(text, true), !text.ends_with(' '), "{end}");
            assert!(!is_tidy(&format!("{text}  a"), true) && !is_tidy(&format!("{text}\u{e9}"), true), "{end}");
        }
    }
}
