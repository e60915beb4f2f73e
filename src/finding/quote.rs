//! Raw values inside messages: short, on one line, without control characters, and with PHI-looking parts hidden.

use std::borrow::Cow;
use std::fmt;

use crate::source::{masked, phi_spans};

/// Characters of a value that are shown.
const LONGEST_VALUE: usize = 60;

/// A value that may be shown in a message. Longer than 60 characters, it is cut.
pub fn quoted(value: &str) -> impl fmt::Display + '_ {
    Quoted(value)
}

struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Masked before it is cut: half an identifier may look like none.
        let spans = phi_spans(self.0);
        let shown = if spans.is_empty() { Cow::Borrowed(self.0) } else { masked(self.0, &spans).into() };
        let (cut, dots) = shown.char_indices().nth(LONGEST_VALUE).map_or((&*shown, ""), |(end, _)| (&shown[..end], "..."));
        write!(out, "\"{}{dots}\"", made_safe(cut))
    }
}

/// The same text with everything that could move a cursor or reorder a line replaced, byte for byte of equal length.
pub fn safe_line(text: &str) -> String {
    made_safe(text).into_owned()
}

/// The same, borrowed where nothing is to be replaced.
pub fn made_safe(text: &str) -> Cow<'_, str> {
    // Nearly every text is printable ASCII. All of its bytes are looked at, so that this is done for many in a step.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let safe = text.chars().map(|character| match character {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => '\u{fffd}',
        '\u{80}'..='\u{9f}' => '\u{bf}',
        control if control.is_control() => '?',
        other => other,
    });
    safe.collect()
}

/// Longer than any name that is known: not compared with one.
const LONGEST_NAME: usize = 80;

/// Most letters that a typing slip changes.
pub const FARTHEST_SLIP: usize = 3;

/// The known name that `name` is a typing slip away from: one letter in four at most, three in all, and no other as near.
pub fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let folded = name.to_lowercase().replace(['-', ' '], "_");
    let allowed = |candidate: &str| (candidate.len() / 4).clamp(1, FARTHEST_SLIP);
    let letters = folded.chars().count();
    let mut near: Vec<(usize, &str)> = known
        // A difference in length is a difference in letters: most names are told apart by it alone.
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= allowed(candidate))
        .map(|candidate| (strsim::damerau_levenshtein(&folded, candidate), candidate))
        .filter(|&(far, candidate)| far <= allowed(candidate))
        .collect();
    near.sort_unstable();
    match near[..] {
        [(far, first), ..] if near.get(1).is_none_or(|&(next, _)| next > far) => Some(first.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_cut_masked_and_made_safe() {
        assert_eq!(quoted("a\u{1b}[31m\nb").to_string(), "\"a?[31m?b\"");
        assert_eq!(quoted("123-45-6789").to_string(), "\"***********\"");
        assert_eq!(quoted(&"x".repeat(70)).to_string().len(), 60 + 5);
        assert_eq!(quoted(&format!("{} 123-45-6789", "x".repeat(50))).to_string(), format!("\"{} *********...\"", "x".repeat(50)));
        assert_eq!(quoted(&format!("{} 123-45-6789", "x".repeat(70))).to_string().len(), 60 + 5);
    }

    #[test]
    fn only_a_typing_slip_is_near() {
        let near = |name: &str, known: &[&str]| nearest(name, known.iter().copied());
        assert_eq!(near("Start-Date", &["start_date", "end_date"]).as_deref(), Some("start_date"));
        assert_eq!(near("descripton", &["description"]).as_deref(), Some("description"));
        assert_eq!(near("date", &["name", "type"]), None);
        assert_eq!(near("discovery_date", &["discovery_start_date", "discovery_end_date"]), None);
        assert_eq!(near("tape", &["type", "tame"]), None);
    }

    #[test]
    fn lines_keep_their_length() {
        let text = "\u{202e}\u{85}\t\u{feff}é";
        assert_eq!(safe_line(text).len(), text.len());
    }
}
