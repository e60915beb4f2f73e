//! Cuts a text into sentences. Looks a few bytes back from each full stop, so that it stays linear on any text.

use memchr::memchr3_iter;

use super::among::Among;
use crate::source::Span;

/// Abbreviations in front of a name or number: the stop behind them ends no sentence.
static BEFORE_A_NAME: Among<40> = Among::new([
    "st", "dr", "mr", "mrs", "ms", "mt", "ft", "rev", "hon", "prof", "sgt", "lt", "gen", "messrs", "vs", "cf", "e.g", "i.e", "approx",
    "dept", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ave", "blvd", "rd", "ste", "tel",
    "ext", "fig",
]);

/// Abbreviations that may also end a sentence: the next word decides.
static BEHIND_A_NAME: Among<23> = Among::new([
    "inc", "corp", "co", "ltd", "llc", "llp", "pllc", "lp", "plc", "assoc", "assn", "bros", "univ", "hosp", "ctr", "jr", "sr", "esq",
    "etc", "al", "a.m", "p.m", "approx",
]);

/// No abbreviation is as long as this, the stops inside it left out.
const TOO_LONG: usize = 7;

/// Degrees and forms of companies.
static DEGREES: Among<10> = Among::new(["ph.d", "d.d.s", "m.d", "d.o", "p.c", "p.a", "d.m.d", "o.d", "d.p.m", "psy.d"]);

/// Words that open a sentence, and hardly ever follow an abbreviation inside one.
static OPENERS: Among<49> = Among::new([
    "the",
    "a",
    "an",
    "on",
    "in",
    "at",
    "it",
    "its",
    "we",
    "our",
    "this",
    "these",
    "that",
    "they",
    "their",
    "he",
    "she",
    "his",
    "her",
    "all",
    "as",
    "after",
    "upon",
    "following",
    "when",
    "while",
    "because",
    "although",
    "however",
    "there",
    "no",
    "to",
    "from",
    "between",
    "during",
    "once",
    "if",
    "for",
    "by",
    "each",
    "both",
    "some",
    "one",
    "approximately",
    "ocr",
    "since",
    "additionally",
    "information",
    "individuals",
]);

/// The sentences of `text`, white space around them left out.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    // A sentence in a hundred bytes or so.
    let mut found = Vec::with_capacity(bytes.len() / 64 + 1);
    let mut start = 0;
    super::steps::note(bytes.len());
    // `!` is rare enough to be looked for together with the two that matter.
    for at in memchr3_iter(b'.', b'?', b'\n', bytes) {
        if at < start {
            continue;
        }
        let end = match bytes[at] {
            b'\n' if ends_a_paragraph(bytes, at) => at,
            b'.' | b'?' if ends_a_sentence(text, start, at) => closing(bytes, at + 1),
            _ => continue,
        };
        push(text, start, end, &mut found);
        start = end;
    }
    push(text, start, bytes.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = &text[start..end];
    super::steps::note(piece.len());
    let begun = piece.trim_start();
    let trimmed = begun.trim_end();
    if trimmed.bytes().any(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()) {
        let start = end - begun.len();
        found.push(Span::new(start, start + trimmed.len()));
    } else if let Some(last) = found.last_mut()
        && !trimmed.is_empty()
    {
        // Stray punctuation belongs to what stands before it.
        *last = Span::new(last.range().start, start + piece.trim_end().len());
    }
}

/// The end of the quotes and brackets that close behind a full stop.
fn closing(bytes: &[u8], mut at: usize) -> usize {
    let first = at;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\'' | b')' | b']' | b'.' | b'!' | b'?' => at += 1,
            // The closing quotation marks of Unicode.
            0xE2 if matches!(bytes.get(at..at + 3), Some([0xE2, 0x80, 0x99 | 0x9D])) => at += 3,
            _ => break,
        }
    }
    super::steps::note(at - first);
    at
}

/// A blank line, or a line that starts like an item of a list.
fn ends_a_paragraph(bytes: &[u8], at: usize) -> bool {
    let rest = &bytes[at + 1..];
    let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count().min(MOST_BLANKS);
    match rest.get(blank) {
        None | Some(b'\n') => true,
        Some(b'-' | b'*') => matches!(rest.get(blank + 1), Some(b' ')),
        Some(0xE2) => matches!(rest.get(blank..blank + 3), Some([0xE2, 0x80, 0xA2])),
        Some(_) => at > 0 && bytes[at - 1] == b':',
    }
}

/// How far white space is looked through.
const MOST_BLANKS: usize = 64;

fn ends_a_sentence(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    let behind = closing(bytes, at + 1);
    let blanks = bytes[behind..].iter().take(MOST_BLANKS).take_while(|byte| byte.is_ascii_whitespace()).count();
    let Some(&next) = bytes.get(behind + blanks) else { return true };
    if bytes[at] == b'?' {
        return blanks > 0;
    }
    super::steps::note(blanks);
    let goes_on = next.is_ascii_lowercase() || matches!(next, b',' | b';' | b':');
    // Most sentences end in a long word.
    let last = bytes[start..at].last_chunk::<TOO_LONG>();
    if blanks > 0 && !goes_on && last.is_some_and(|last| last.iter().all(u8::is_ascii_alphanumeric)) {
        return true;
    }
    let word = word_before(text, start, at);
    if blanks == 0 {
        // "in 2016.The entity": a blank was forgotten. "gmail.com", "3.5" and "U.S.C" are none.
        let joined = word.len() > 1 && !word.contains('.') && (next.is_ascii_uppercase() || next >= 0x80);
        return joined && bytes.get(behind + 1).is_some_and(|&byte| byte.is_ascii_lowercase() || byte == b' ') && !word.contains('@');
    }
    if goes_on {
        return false;
    }
    if BEFORE_A_NAME.position(word).is_some() {
        return false;
    }
    if word.eq_ignore_ascii_case("no") {
        return !next.is_ascii_digit();
    }
    // "J. Smith", "U.S. Navy", "P.C. of Ohio": initials, like companies, end a sentence only before an opening word.
    let initials = word.split('.').all(|part| part.len() == 1 && !part.as_bytes()[0].is_ascii_digit());
    if initials || DEGREES.position(word).is_some() || BEHIND_A_NAME.position(word).is_some() {
        return opens(&text[behind + blanks..]);
    }
    true
}

/// Whether the first word of `rest` is one that opens sentences.
fn opens(rest: &str) -> bool {
    let length = rest.bytes().take(16).take_while(u8::is_ascii_alphabetic).count();
    let word = &rest[..length];
    OPENERS.position(word).is_some()
}

/// The word in front of the stop at `at`, with the stops inside it; at most a few bytes.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let bytes = text.as_bytes();
    let least = start.max(at.saturating_sub(12));
    let mut from = at;
    while from > least && (bytes[from - 1].is_ascii_alphanumeric() || matches!(bytes[from - 1], b'.' | b'@' | b'&')) {
        from -= 1;
    }
    text[from..at].trim_start_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn a_stop_ends_a_sentence_unless_it_abbreviates() {
        for one in [
            "Acme Care, Inc. reported a breach.",
            "Acme Care, Inc. of Ohio, reported it.",
            "A nurse of St. Elsewhere Clinic lost it.",
            "The U.S. Department of Health was told.",
            "Dr. Jane Q. Example left a laptop.",
            "Case No. 17 was closed.",
            "The covered entity (CE) reported it.",
            "About 3.5 percent were affected.",
            "He wrote to someone@example.com from home.",
            "It was taken at 5 p.m. from a car.",
            "Jane Example, M.D. Practice was burgled.",
            "It listed names, e.g. Those of patients.",
        ] {
            assert_eq!(cut(one), [one]);
        }
        for (text, wanted) in [
            ("It hit Acme, Inc. The server was down.", vec!["It hit Acme, Inc.", "The server was down."]),
            ("It ended in 2016.The entity told us.", vec!["It ended in 2016.", "The entity told us."]),
            ("He said \"no.\" She left.", vec!["He said \"no.\"", "She left."]),
            ("Why? We do not know...  A review runs.", vec!["Why?", "We do not know...", "A review runs."]),
            ("We did:\n- new locks\n- training", vec!["We did:", "- new locks", "- training"]),
            ("One paragraph\n\nAnother", vec!["One paragraph", "Another"]),
            ("A line that\ngoes on.", vec!["A line that\ngoes on."]),
            ("The answer was no. The end.", vec!["The answer was no.", "The end."]),
        ] {
            assert_eq!(cut(text), wanted);
        }
    }

    #[test]
    fn no_abbreviation_is_too_long() {
        let longest = |list: &[&str]| list.iter().map(|word| word.len()).max();
        for list in [BEFORE_A_NAME.words(), BEHIND_A_NAME.words(), DEGREES.words()] {
            assert!(longest(list).is_some_and(|longest| longest < TOO_LONG), "{list:?}");
        }
    }

    #[test]
    fn nothing_of_the_text_is_lost() {
        for text in ["", " ", ".", "...", "é. É", "\n\n\n", "a.\u{201d} B", "?.?.?", "x\u{2022}\n\u{2022} y", "“No.” The"] {
            let kept: String = cut(text).concat().chars().filter(|character| !character.is_whitespace()).collect();
            let all: String = text.chars().filter(|character| !character.is_whitespace()).collect();
            assert!(kept == all || kept.is_empty(), "{text:?} {kept:?}");
        }
    }
}
