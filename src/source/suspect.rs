//! A first look at a text: whether it could hold anything that looks like PHI. It errs only towards a closer look, and builds no pattern.

/// Whether the patterns of [`super::phi`] could find something. What this lets through holds nothing that they find; a test holds it to that.
///
/// Each of the patterns needs an @, or a group of digits: a long one, one that goes on behind a separator, one with a capital letter behind it,
/// or one that a label stands in front of.
pub(super) fn may_hold_phi(text: &str) -> bool {
    let bytes = text.as_bytes();
    if memchr::memchr(b'@', bytes).is_some() {
        return true;
    }
    let mut from = 0;
    while let Some(found) = bytes[from..].iter().position(u8::is_ascii_digit) {
        let start = from + found;
        let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if is_suspect(bytes, start, end) {
            return true;
        }
        from = end;
    }
    false
}

/// Whether the digits `start..end`, which are all that stand together there, could belong to an identifier.
fn is_suspect(bytes: &[u8], start: usize, end: usize) -> bool {
    let length = end - start;
    let behind = |offset: usize| bytes.get(end + offset).copied().unwrap_or(b'\n');
    // Long numbers; Social Security, telephone and card numbers in groups, the last but one of two digits or more; Medicare's.
    if length >= 9
        || behind(0).is_ascii_uppercase()
        || (length >= 2 && matches!(behind(0), b'-' | b'.' | b' ') && (1..5).all(|offset| behind(offset).is_ascii_digit()))
    {
        return true;
    }
    // A number or a date behind its label.
    let is_number =
        bytes.len() > start + 3 && bytes[start + 1..start + 4].iter().all(|byte| matches!(byte, b'0'..=b'9' | b'/' | b'.' | b'-'));
    let before_capital = behind(0) == b' ' && behind(1).is_ascii_uppercase();
    let is_day = length <= 2 && (behind(0) == b',' || before_capital);
    if (is_number || is_day) && is_labelled(bytes, start) {
        return true;
    }
    // The number of a house.
    length <= 5 && before_capital && follows_label(bytes, start, 3)
}

/// Whether a label stands before byte `start`: next to it, or with a prefix of the number, a month and a small word between.
fn is_labelled(bytes: &[u8], start: usize) -> bool {
    let mut end = start;
    let mut is_attached = bytes[..start].last().is_some_and(|&byte| byte == b'-' || byte.is_ascii_alphabetic());
    for _ in 0..3 {
        let Some((word, next)) = word_before(bytes, end) else { return true };
        if holds_label(word) {
            return true;
        }
        let is_small = ["is", "on", "was", "of"].iter().any(|small| ends_with(word, small));
        if word.is_empty() || !(is_attached || is_small || word[0].is_ascii_uppercase()) {
            return false;
        }
        (end, is_attached) = (next, false);
    }
    false
}

/// Whether one of the `count` words before byte `start` holds a label.
fn follows_label(bytes: &[u8], start: usize, count: usize) -> bool {
    let mut end = start;
    for _ in 0..count {
        match word_before(bytes, end) {
            None => return true,
            Some((word, next)) if !word.is_empty() && !holds_label(word) => end = next,
            Some((word, _)) => return !word.is_empty(),
        }
    }
    false
}

/// The letters that end before byte `end`, or before separators there, and where they begin; none where something else than ASCII stands there,
/// which may be a blank.
fn word_before(bytes: &[u8], end: usize) -> Option<(&[u8], usize)> {
    let is_separator = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ' | b'.' | b':' | b'#' | b'-');
    let end = end - bytes[..end].iter().rev().take_while(|&byte| is_separator(byte)).count();
    let start = end - bytes[..end].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let is_ascii = start < end || bytes[..end].last().is_none_or(u8::is_ascii);
    is_ascii.then_some((&bytes[start..end], start))
}

/// The words that end a label, or hold the ends of several.
const LABELS: [&str; 20] = [
    "dob",
    "birth",
    "born",
    "mrn",
    "ssn",
    "number",
    "account",
    "member",
    "policy",
    "patient",
    "record",
    "subscriber",
    "chart",
    "medicaid",
    "medicare",
    "live",
    "living",
    "resid",
    "home",
    "address",
];

/// The letters of each of them.
static LETTERS: [u32; LABELS.len()] = {
    let mut all = [0; LABELS.len()];
    let mut at = 0;
    while at < LABELS.len() {
        all[at] = letters(LABELS[at].as_bytes());
        at += 1;
    }
    all
};

/// Which letters stand in `word`, small or capital.
const fn letters(word: &[u8]) -> u32 {
    let mut all = 0;
    let mut at = 0;
    while at < word.len() {
        all |= 1 << (word[at] & 31);
        at += 1;
    }
    all
}

/// Whether a label ends within `word`. A prefix of the number may be attached to it.
fn holds_label(word: &[u8]) -> bool {
    let is = |part: &[u8], label: &str| part.eq_ignore_ascii_case(label.as_bytes());
    let short = |label: &str| word.len() <= label.len() + 4 && word.get(..label.len()).is_some_and(|start| is(start, label));
    // Most words lack a letter of each label.
    let own = letters(word);
    let long = || LABELS.iter().zip(LETTERS).filter(|(_, letters)| letters & !own == 0);
    short("no") || short("id") || long().any(|(label, _)| word.windows(label.len()).any(|part| is(part, label)))
}

fn ends_with(word: &[u8], end: &str) -> bool {
    word.len() >= end.len() && word[word.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::mask::searched;

    /// What identifiers, and texts that only look a little like them, are made of.
    const PIECES: &[&str] = &[
        "MRN",
        "SSN",
        "dob",
        "Date of Birth",
        "born",
        "record",
        "no",
        "number",
        "account",
        "Member",
        "patient",
        "id",
        "is ",
        "on ",
        "of ",
        "was ",
        "May",
        "January",
        "Sept.",
        "lives",
        "address",
        "home",
        "residing",
        "at",
        "near",
        "Elm",
        "Old Mill",
        "Street",
        "Rd",
        "Dr",
        "1",
        "12",
        "123",
        "1234",
        "12345",
        "123456789",
        "2026-01-05",
        "01/02/1950",
        "1EG4",
        "TE5",
        "MK73",
        "AB",
        "x",
        "@",
        "a.b@x.org",
        "(410)",
        "555",
        "0100",
        "+1",
        " ",
        " ",
        " ",
        " ",
        " ",
        "-",
        "-",
        ".",
        ":",
        "#",
        ",",
        ", ",
        "/",
        "\n",
        "\t",
        "\u{b}",
        "\u{a0}",
        "é",
        "(",
        ";",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_let_through_holds_nothing(pieces in proptest::collection::vec(0..PIECES.len(), 1..14)) {
            let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
            prop_assert!(may_hold_phi(&text) || searched(&text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn dates_and_counts_are_let_through() {
        for text in [
            "On 2026-01-05 the clinic told 1,204 patients, whose names and dates of birth were copied between January 5 and 2026-02-01.",
            "In March 2026 a laptop with the records of 764 individuals was stolen. 45 CFR 164.408(b) applies.",
            "Patients were told on March 5, 2026. 3 servers were rebuilt.",
        ] {
            assert!(!may_hold_phi(text), "{text}");
        }
    }
}
