//! Text that looks like PHI, and the same text with it hidden. Masked text keeps its length in bytes and in columns.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::suspect::may_hold_phi;

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhiKind {
    /// A Social Security number.
    Ssn,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A date of birth behind its label, with the name in front of it.
    BirthDate,
    /// The number of a record, account, member or policy behind its label.
    Record,
    /// Another long number: an account, a card, a Medicare beneficiary.
    LongNumber,
    /// The street address where somebody lives.
    Address,
}

impl fmt::Display for PhiKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Ssn => "a Social Security number",
            Self::Email => "an e-mail address",
            Self::Telephone => "a telephone number",
            Self::BirthDate => "a person's date of birth",
            Self::Record => "the number of a record, account or member",
            Self::LongNumber => "the number of an account, card or member",
            Self::Address => "a person's street address",
        })
    }
}

/// A piece of text that looks like PHI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phi {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it looks like.
    pub kind: PhiKind,
}

/// Identifiers that people put into free text. The alternatives are told apart afterwards, by how a hit begins: groups would slow the search.
static PHI: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // ASCII word boundaries and digits: what is looked for is ASCII, and the small pattern compiles in a fraction of the time.
    Regex::new(concat!(
        r"(?-u:\b)[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}(?-u:\b)",
        r"|[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+",
        r"|\([0-9]{3}\) ?[0-9]{3}[-. ][0-9]{4}(?-u:\b)",
        r"|(?-u:\b)(?:\+?1[-. ])?[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?-u:\b)",
        r"|(?:[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+[ ,(]{1,3})?(?-u:\b)(?i-u:DOB|date of birth|born)[\s.:#]*(?i-u:(?:on|is|was|of) )?",
        r"(?:[0-9][0-9/.-]{3,}|[A-Z][a-z]{2,8}\.? [0-9]{1,2}, ?[0-9]{4}|[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4})",
        r"|(?-u:\b)(?i-u:MRN|SSN|record (?:no|number)|(?:account|member|policy|patient|medical record|subscriber|chart|medicaid|medicare)(?: id| no| number)?)",
        r"[\s.:#]*(?i-u:is )?[A-Za-z]{0,4}-?[0-9][0-9/.-]{3,}",
        r"|(?-u:\b)[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}[- ][0-9]{4}(?-u:\b)",
        r"|(?-u:\b)[1-9][A-Z][A-Z0-9][0-9]-?[A-Z][A-Z0-9][0-9]-?[A-Z]{2}[0-9]{2}(?-u:\b)",
        r"|(?-u:\b)(?i-u:lives?|lived|living|resid(?:es?|ed|ing)|home|address)(?: [a-z]{2,8}){0,2}:? [0-9]{1,5}(?: [A-Z][A-Za-z]+){1,3} ?",
        r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Row|Terrace)(?-u:\b)",
        r"|(?-u:\b)[0-9]{9,}(?-u:\b)",
    ))
    .ok()
});

/// What in `text` looks like PHI, and like which.
pub fn phi(text: &str) -> Vec<Phi> {
    // Most text is let through without a search, and most runs without building the patterns.
    if may_hold_phi(text) { searched(text) } else { Vec::new() }
}

/// The same without the first look.
pub(super) fn searched(text: &str) -> Vec<Phi> {
    let Some(pattern) = PHI.as_ref() else { return Vec::new() };
    pattern.find_iter(text).map(|found| Phi { range: found.range(), kind: kind(found.as_str()) }).collect()
}

/// The byte ranges of `text` that look like PHI.
pub fn phi_spans(text: &str) -> Vec<Range<usize>> {
    phi(text).into_iter().map(|found| found.range).collect()
}

/// Which alternative of the pattern a hit is of.
fn kind(hit: &str) -> PhiKind {
    let lower = hit.to_ascii_lowercase();
    let digits = hit.bytes().filter(u8::is_ascii_digit).count();
    let marks = hit.bytes().filter(|byte| !byte.is_ascii_digit()).count();
    if hit.contains('@') {
        PhiKind::Email
    } else if ["dob", "date of birth", "born"].iter().any(|label| lower.contains(label)) {
        PhiKind::BirthDate
    } else if ["live", "living", "resid", "home", "address"].iter().any(|label| lower.starts_with(label)) {
        PhiKind::Address
    } else if lower.starts_with("ssn") {
        PhiKind::Ssn
    } else if lower.starts_with(|character: char| character.is_ascii_alphabetic()) {
        PhiKind::Record
    } else if digits == 9 && marks == 2 {
        PhiKind::Ssn
    } else if (10..=11).contains(&digits) && marks > 0 {
        PhiKind::Telephone
    } else {
        PhiKind::LongNumber
    }
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
        for (text, kind) in [
            ("SSN 123-45-6789", PhiKind::Ssn),
            ("call (410) 555-0100", PhiKind::Telephone),
            ("a.b@example.org", PhiKind::Email),
            ("MRN: 00451234", PhiKind::Record),
            ("Jane Example, DOB 01/02/1950, was told", PhiKind::BirthDate),
            ("born May 5, 1950", PhiKind::BirthDate),
            ("member ID W12345678", PhiKind::Record),
            ("card 4111 1111 1111 1111", PhiKind::LongNumber),
            ("1EG4-TE5-MK73", PhiKind::LongNumber),
            ("who lives at 12 Old Mill Road", PhiKind::Address),
        ] {
            assert_eq!(phi(text).iter().map(|found| found.kind).collect::<Vec<_>>(), [kind], "{text}");
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
