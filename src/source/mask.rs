//! Text that looks like PHI, and the same text with it hidden. Masked text keeps its length in bytes and in columns.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Identifiers that people put into free text: Social Security numbers, e-mail addresses, telephone numbers, long numbers
/// (accounts, members, cards), record numbers after their label, and dates of birth after theirs.
static PHI: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // ASCII word boundaries and digits: what is looked for is ASCII, and the small pattern compiles in a fraction of the time.
    Regex::new(concat!(
        r"(?-u:\b)[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}(?-u:\b)",
        r"|[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+",
        r"|\([0-9]{3}\) ?[0-9]{3}[-. ][0-9]{4}(?-u:\b)",
        r"|(?-u:\b)(?:\+?1[-. ])?[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?-u:\b)",
        r"|(?-u:\b)(?i-u:MRN|DOB|SSN|date of birth|born(?: on)?|record (?:no|number)|(?:account|member|policy|patient|medical record)(?: id| no| number)?)",
        r"[\s.:#]*(?i-u:is )?[A-Za-z]{0,4}-?[0-9][0-9/.-]{3,}",
        r"|(?-u:\b)[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}[- ][0-9]{4}(?-u:\b)",
        r"|(?-u:\b)[0-9]{9,}(?-u:\b)",
    ))
    .ok()
});

/// The byte ranges of `text` that look like PHI.
pub fn phi_spans(text: &str) -> Vec<Range<usize>> {
    // Every pattern needs an @ or at least four digits: most text is let through without a search.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 4 && !text.contains('@') {
        return Vec::new();
    }
    PHI.as_ref().map(|phi| phi.find_iter(text).map(|found| found.range()).collect()).unwrap_or_default()
}

/// `text` with each of `ranges` hidden, which may come in any order: every character is replaced by one of the same length in bytes.
pub fn masked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut sorted: Vec<&Range<usize>> = ranges.iter().collect();
    sorted.sort_unstable_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in sorted {
        let start = range.start.max(done);
        if range.end > start {
            out.push_str(&text[done..start]);
            out.extend(text[start..range.end].chars().map(hidden));
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// What stands in place of a hidden character. Blanks stay, so that lines stay lines.
fn hidden(character: char) -> char {
    match character.len_utf8() {
        _ if character.is_whitespace() => character,
        1 => '*',
        2 => '\u{b7}',
        3 => '\u{2022}',
        _ => '\u{1d6a1}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_found_and_dates_and_counts_are_not() {
        for text in
            ["SSN 123-45-6789", "write to a.b@example.org", "call (410) 555-0100", "MRN: 00451234", "DOB 01/02/1950", "id 123456789"]
        {
            assert_eq!(phi_spans(text).len(), 1, "{text}");
        }
        for text in ["on 2026-01-05 about 1,204 people", "45 CFR 164.408(b)", "ZIP 21201-1234", "2,764 individuals"] {
            assert!(phi_spans(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn masking_keeps_the_length() {
        let text = "né 123-45-6789";
        let digits = text.len() - 11..text.len();
        let hidden = masked(text, &[digits, 0..3]);
        assert_eq!(hidden, "*\u{b7} ***********");
    }
}
