//! Free and short texts: stand-ins for no answer, damage, and stray spaces.

use std::ops::Range;

use wide::u8x16;

use super::Reader;
use super::section::{Need, Required, Section};
use crate::document::{Content, NodeId, Scalar, Style, differs_in_yaml_1_1};
use crate::finding::{Detail, Fault, TextEdit};
use crate::report::{Fact, Field, Gap, is_tidy};
use crate::source::At;
use crate::source::steps::{self, STEP};

/// How closely a text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A short answer: spaces count.
    Short,
    /// A name, whose spaces a rule of its own judges.
    Name,
    /// Prose: only what no keyboard makes counts.
    Prose,
    /// Digits that YAML may have taken for a number.
    Digits,
}

/// What people write where they have no answer, in lower case.
const MARKERS: [&str; 17] = [
    "",
    "\\n",
    "na",
    "n/a",
    "n.a.",
    "null",
    "none given",
    "tbd",
    "t.b.d.",
    "tba",
    "-",
    "--",
    "?",
    "xxx",
    "nil",
    "unknown at this time",
    "to be determined",
];

/// Bytes of the longest of them.
const LONGEST_MARKER: usize = 20;

/// Whether `text` stands for no answer.
pub(crate) fn is_marker(text: &str) -> bool {
    // Most texts begin with a letter that no marker begins with.
    let may_begin = |first| matches!(first, b'\\' | b'n' | b'N' | b't' | b'T' | b'-' | b'?' | b'x' | b'X' | b'u' | b'U');
    if text.as_bytes().first().is_some_and(|&first| first.is_ascii_graphic() && !may_begin(first)) {
        return false;
    }
    let bare = trimmed(text);
    bare.len() <= LONGEST_MARKER && MARKERS.iter().any(|marker| marker.eq_ignore_ascii_case(bare))
}

/// `text` without spaces at its ends. Most texts have none, which their first and last bytes tell.
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

impl<'d> Reader<'d, '_> {
    pub(super) fn text(&mut self, section: &mut Section, fact: Fact, need: Need, look: Look) -> Field<&'d str> {
        let node = match section.answer(self, fact, need) {
            Ok(node) => node,
            Err(field) => return field,
        };
        let at = At::value(node);
        let Some(text) = self.scalar_text(node, look == Look::Digits) else { return Field::new(fact, at, Err(Gap::Unreadable("BR005"))) };
        if look != Look::Name && self.is_marker(node, fact, need, text) {
            // What stands for no answer is no e-mail address either.
            self.misshapen |= crate::schema::has_format(fact.path());
            return Field::new(fact, at, Err(if need == Required { Gap::Unreadable("BR004") } else { Gap::Absent }));
        }
        if let (Some(other), true) = (differs_in_yaml_1_1(text), self.is_plain(node)) {
            let raw = if fact.shown() { text.to_owned() } else { String::new() };
            // A 1.2 reader drops the zeros in front of a number.
            let this = match self.document.scalar(node) {
                Some(Scalar::Int(digits)) => format!("the number {}", digits.trim_start_matches('0')),
                _ => format!("the text {text:?}"),
            };
            let readings = if fact.shown() { vec![this, other] } else { vec!["one value".to_owned(), "another".to_owned()] };
            self.faults.push(Fault::new("BR010", at, Detail::Readings { raw, what: "text", readings, threshold: None, inexact: false }));
        }
        self.damage(node, text, look);
        Field::new(fact, at, Ok(text))
    }

    fn damage(&mut self, node: NodeId, text: &str, look: Look) {
        let style = match self.document.resolved(node).content {
            Content::Scalar(_, style) => style,
            _ => Style::Plain,
        };
        // The line break that ends a block is its notation, no part of the answer.
        let text = if style == Style::Block { text.trim_end_matches('\n') } else { text };
        let mut code = "BR011";
        let mut repairs = damaged(text);
        if repairs.is_empty() {
            code = "BR014";
            repairs = match look {
                Look::Name => Vec::new(),
                Look::Prose => untypeable(text, style == Style::Double),
                Look::Short | Look::Digits => spaces(text),
            };
        }
        let Some((first, what, _)) = repairs.first() else { return };
        let at = At::value(node).text(number(first.start), number(first.end));
        let certain = repairs.iter().all(|(_, _, instead)| instead.is_some());
        let repaired = certain.then(|| repair(text, &repairs));
        let edit =
            |(range, _, instead): &Repair| Some(TextEdit { start: number(range.start), end: number(range.end), instead: (*instead)? });
        let edits = repairs.iter().map(edit).collect::<Option<Vec<TextEdit>>>().unwrap_or_default();
        self.faults.push(Fault::new(code, at, Detail::Text { what, repaired, edits }));
    }
}

type Repair = (Range<usize>, &'static str, Option<&'static str>);

/// `text` with each repair made.
fn repair(text: &str, repairs: &[Repair]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, _, instead) in repairs {
        out.push_str(&text[done..range.start]);
        out.push_str(instead.unwrap_or_default());
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// `text` with every damage repaired whose repair is certain.
pub(crate) fn repaired(text: &str) -> std::borrow::Cow<'_, str> {
    let mut repairs = damaged(text);
    repairs.retain(|(_, _, instead)| instead.is_some());
    if repairs.is_empty() { text.into() } else { repair(text, &repairs).into() }
}

/// UTF-8 that was read as Windows-1252 or Mac Roman and written back, and what it was.
const MOJIBAKE: [(&str, &str); 55] = [
    // Twice over.
    ("Ã¢â‚¬â„¢", "’"),
    ("Ã¢â‚¬Ëœ", "‘"),
    ("Ã¢â‚¬Å“", "“"),
    ("Ã¢â‚¬Â\u{9d}", "”"),
    ("Ã¢â‚¬â€œ", "–"),
    ("Ã¢â‚¬â€\u{9d}", "—"),
    ("Ã¢â‚¬Â¦", "…"),
    ("Ã¢â‚¬Â¢", "•"),
    ("ÃƒÂ¡", "á"),
    ("ÃƒÂ©", "é"),
    ("ÃƒÂ\u{ad}", "í"),
    ("ÃƒÂ±", "ñ"),
    ("ÃƒÂ³", "ó"),
    ("ÃƒÂº", "ú"),
    ("ÃƒÂ¼", "ü"),
    ("Ã‚Â§", "§"),
    ("Ã‚Â®", "®"),
    ("Ã‚Â\u{a0}", " "),
    // Read as Mac Roman in the end.
    ("â€ù", "”"),
    // Once.
    ("â€™", "’"),
    ("â€˜", "‘"),
    ("â€œ", "“"),
    ("â€\u{9d}", "”"),
    ("â€”", "—"),
    ("â€“", "–"),
    ("â€¦", "…"),
    ("â€¢", "•"),
    ("â„¢", "™"),
    ("‰ÛÏ", "“"),
    ("‰Û\u{9d}", "”"),
    ("‰Ûª", "’"),
    ("‰ÛÒ", "–"),
    ("‰ÛÓ", "—"),
    ("‰Û¢", "•"),
    ("‰Û÷", "‘"),
    ("Ã¡", "á"),
    ("Ã¢", "â"),
    ("Ã£", "ã"),
    ("Ã¤", "ä"),
    ("Ã§", "ç"),
    ("Ã¨", "è"),
    ("Ã©", "é"),
    ("Ãª", "ê"),
    ("Ã\u{ad}", "í"),
    ("Ã±", "ñ"),
    ("Ã³", "ó"),
    ("Ã´", "ô"),
    ("Ã¶", "ö"),
    ("Ã¸", "ø"),
    ("Ãº", "ú"),
    ("Ã¼", "ü"),
    ("Â\u{a0}", " "),
    ("Â§", "§"),
    ("Â®", "®"),
    ("Â°", "°"),
];

/// What Windows-1252 has where Latin-1 has control characters 91 to 97.
const WINDOWS_1252: [&str; 7] = ["‘", "’", "“", "”", "•", "–", "—"];

/// Greek and Cyrillic letters that look like Latin ones, and those.
const LOOK_ALIKES: [(char, &str); 34] = [
    ('А', "A"),
    ('В', "B"),
    ('Е', "E"),
    ('К', "K"),
    ('М', "M"),
    ('Н', "H"),
    ('О', "O"),
    ('Р', "P"),
    ('С', "C"),
    ('Т', "T"),
    ('Х', "X"),
    ('а', "a"),
    ('е', "e"),
    ('о', "o"),
    ('р', "p"),
    ('с', "c"),
    ('у', "y"),
    ('х', "x"),
    ('і', "i"),
    ('ј', "j"),
    ('ѕ', "s"),
    ('Α', "A"),
    ('Β', "B"),
    ('Ε', "E"),
    ('Ζ', "Z"),
    ('Η', "H"),
    ('Ι', "I"),
    ('Κ', "K"),
    ('Μ', "M"),
    ('Ν', "N"),
    ('Ο', "O"),
    ('Ρ', "P"),
    ('Τ', "T"),
    ('ο', "o"),
];

/// The control character SUB.
const SUBSTITUTE: u8 = 0x1a;

/// Damage, and its repair where it is certain.
pub(crate) fn damaged(text: &str) -> Vec<Repair> {
    if !may_be_damaged(text.as_bytes()) {
        return Vec::new();
    }
    let mut found: Vec<Repair> = Vec::new();
    let (steps, rest) = text.as_bytes().as_chunks();
    let rest = steps::last(rest, 0);
    let suspects = (0..).step_by(STEP).zip(steps.iter().chain(std::iter::once(&rest)));
    let mut offset = 0;
    for at in suspects.flat_map(|(start, step)| steps::places(steps::mask(step, may_begin_damage)).map(move |bit| start + bit)) {
        // The rest of a character, or of damage, that began before.
        if at < offset {
            continue;
        }
        offset = at;
        let rest = &text[offset..];
        let lost = lost_length(rest);
        if lost > 0 {
            found.push((offset..offset + lost, "a character that was lost in decoding", None));
            offset += lost;
            continue;
        }
        let may_be_misread = rest.starts_with(['â', 'Ã', 'Â', '‰']);
        if let Some((bad, good)) = MOJIBAKE.iter().filter(|_| may_be_misread).find(|(bad, _)| rest.starts_with(bad)) {
            found.push((offset..offset + bad.len(), "letters that were decoded with the wrong character set", Some(good)));
            offset += bad.len();
            continue;
        }
        let Some(character) = rest.chars().next() else { break };
        let end = offset + character.len_utf8();
        let is_joiner_of_signs = character == '\u{200d}' && !beside_latin(text, offset, end);
        match character {
            '\u{80}'..='\u{9f}' => {
                let meant = WINDOWS_1252.get((character as usize).wrapping_sub(0x91)).copied();
                found.push((offset..end, "a control character left over from a wrong character set", meant));
            }
            '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' if !is_joiner_of_signs => {
                found.push((offset..end, "an invisible character", Some("")));
            }
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                found.push((offset..end, "a character that reverses the direction of text", Some("")));
            }
            '\u{370}'..='\u{4ff}' if beside_latin(text, offset, end) => {
                if let Some(&(_, latin)) = LOOK_ALIKES.iter().find(|&&(alike, _)| alike == character) {
                    found.push((offset..end, "a letter of another alphabet that looks like a Latin one", Some(latin)));
                }
            }
            _ => {}
        }
        offset = end;
    }
    found
}

/// Sets the highest bit of each byte with which damage may begin: those that are no ASCII have it, and one control character.
#[inline]
fn may_begin_damage(bytes: u8x16) -> u8x16 {
    bytes | bytes.simd_eq(u8x16::splat(SUBSTITUTE))
}

/// Whether anything stands in `text` with which damage begins.
fn may_be_damaged(text: &[u8]) -> bool {
    let begins = |step: &[u8; STEP]| steps::any(step, may_begin_damage);
    match text.last_chunk() {
        None => begins(&steps::last(text, 0)),
        // The last step lies over the one before.
        Some(last) => text.as_chunks().0.iter().any(begins) || begins(last),
    }
}

/// What programs put where a set has no such character, once for each of its bytes: how much of it `text` starts with.
fn lost_length(text: &str) -> usize {
    let run = |character: char| text.len() - text.trim_start_matches(character).len();
    match run('\u{1a}') + run('\u{fffd}') {
        // A dash or a quotation mark of which only the first byte was kept.
        0 if text.starts_with("ƒ??") => "ƒ??".len(),
        lost => lost,
    }
}

fn beside_latin(text: &str, start: usize, end: usize) -> bool {
    let latin = |character: char| character.is_ascii_alphabetic();
    text[..start].chars().next_back().is_some_and(latin) || text[end..].chars().next().is_some_and(latin)
}

/// Control characters, non-breaking spaces and foreign line breaks: what no one types on purpose. A line break can be kept as one only where
/// the notation has an escape for it.
fn untypeable(text: &str, escapes: bool) -> Vec<Repair> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return Vec::new();
    }
    let mut found: Vec<Repair> = Vec::new();
    // Whether a blank, or the start of the text, stands in front in the repaired text.
    let mut blank = true;
    for (offset, character) in text.char_indices() {
        let end = offset + character.len_utf8();
        let next_is_blank = text[end..].chars().next().is_none_or(|next| matches!(next, ' ' | '\n' | '\t'));
        let what = match character {
            '\u{a0}' | '\u{202f}' | '\u{2007}' => "a non-breaking space",
            '\r' if text[end..].starts_with('\n') => continue,
            '\r' | '\u{2028}' | '\u{2029}' => "an unusual line break",
            '\n' | '\t' | ' ' => {
                blank = true;
                continue;
            }
            control if control.is_ascii_control() => {
                found.push((offset..end, "a control character", Some("")));
                continue;
            }
            _ => {
                blank = false;
                continue;
            }
        };
        let instead = match what {
            "an unusual line break" if escapes => "\n",
            _ if blank || next_is_blank => "",
            _ => " ",
        };
        blank |= !instead.is_empty();
        found.push((offset..end, what, Some(instead)));
    }
    found
}

/// Stray, doubled and non-breaking spaces of a short answer.
pub(crate) fn spaces(text: &str) -> Vec<Repair> {
    if is_tidy(text, false) {
        return Vec::new();
    }
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let mut found = Vec::new();
    if start > 0 {
        found.push((0..start, "a space before the text", Some("")));
    }
    let mut run: Option<usize> = None;
    for (offset, character) in text.char_indices().filter(|&(offset, _)| offset >= start && offset < end.max(start)) {
        if character.is_whitespace() {
            run.get_or_insert(offset);
            continue;
        }
        if let Some(from) = run.take() {
            let gap = &text[from..offset];
            if gap != " " {
                let what = if gap.chars().count() == 1 { "an unusual space" } else { "more than one space in a row" };
                found.push((from..offset, what, Some(" ")));
            }
        }
        if character.is_control() {
            found.push((offset..offset + character.len_utf8(), "a control character", Some("")));
        }
    }
    if end < text.len() && end >= start {
        found.push((end..text.len(), "a space after the text", Some("")));
    }
    found
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_marker_is_longer_than_the_longest() {
        assert_eq!(MARKERS.map(str::len).iter().max(), Some(&LONGEST_MARKER));
        assert!(is_marker("  Unknown at this time  ") && !is_marker("Unknown at this time, too") && !is_marker("Nowhere"));
    }

    #[test]
    fn what_damage_begins_with_is_seen_wherever_it_stands() {
        for length in 0..200 {
            let text = vec![b'~'; length];
            assert!(!may_be_damaged(&text), "{length}");
            for at in 0..length {
                for byte in [0x1a, 0x80, 0xc3, 0xff] {
                    let mut text = text.clone();
                    text[at] = byte;
                    assert!(may_be_damaged(&text), "{byte} at {at} of {length}");
                }
            }
        }
    }

    #[test]
    fn no_damage_begins_with_ascii() {
        assert!(MOJIBAKE.iter().all(|(bad, _)| bad.starts_with(['â', 'Ã', 'Â', '‰'])));
    }

    #[test]
    fn text_that_was_misread_is_what_the_table_says() {
        // What Windows-1252 leaves open stays a control character, as browsers have it.
        let misread = |text: &str| encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
        let mac = |text: &str| {
            let (bytes, _, lost) = encoding_rs::MACINTOSH.encode(text);
            (!lost).then(|| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned())
        };
        for (bad, good) in
            MOJIBAKE.iter().filter(|(bad, good)| !bad.ends_with('\u{a0}') && !matches!(*bad, "â€ù" | "‰Û\u{9d}") && *good != " ")
        {
            let once = misread(good);
            let ways = [Some(once.clone()), Some(misread(&once)), mac(&once)];
            assert!(ways.contains(&Some((*bad).to_owned())), "{bad} is not {good}");
        }
    }

    #[test]
    fn lost_characters_are_found_once_each_and_not_guessed() {
        for text in ["it\u{1a}\u{1a}\u{1a}s", "itƒ??s", "it\u{fffd}\u{fffd}s"] {
            let found = damaged(text);
            assert_eq!(found.len(), 1, "{text:?}");
            assert_eq!((found[0].0.start, found[0].0.end, found[0].2), (2, text.len() - 1, None), "{text:?}");
        }
        assert!(damaged("function ƒ(x)? no").is_empty());
    }

    #[test]
    fn certain_damage_is_repaired_and_lost_characters_are_not() {
        let repaired = |text: &str| {
            let found = damaged(text);
            found.iter().all(|(_, _, fix)| fix.is_some()).then(|| repair(text, &found))
        };
        assert_eq!(repaired("the patientâ€™s file").as_deref(), Some("the patient’s file"));
        assert_eq!(repaired("a\u{200b}b").as_deref(), Some("ab"));
        assert_eq!(repaired("a\u{fffd}b"), None);
        assert!(damaged("Peña, café, Łódź").is_empty());
        assert_eq!(repaired("Нospital").as_deref(), Some("Hospital"));
        assert_eq!(repaired("a β-blocker, αω, 👩‍⚕️").as_deref(), Some("a β-blocker, αω, 👩‍⚕️"));
        assert_eq!(repaired("it\u{92}s").as_deref(), Some("it’s"));
        assert_eq!(repaired("a\u{85}b"), None);
    }

    #[test]
    fn what_no_one_types_leaves_single_blanks_behind() {
        let cleaned = |text: &str| repair(text, &untypeable(text, false));
        assert_eq!(cleaned("a\u{a0}b \u{a0}c\u{a0} d\u{a0}\u{a0}e\u{a0}"), "a b c d e");
        assert_eq!(cleaned("a\rb\u{2028}c\u{7}\r\n"), "a b c\r\n");
        assert_eq!(repair("a\rb", &untypeable("a\rb", true)), "a\nb");
        assert!(untypeable("a\tb\n\nc  d", false).is_empty());
    }

    #[test]
    fn stray_spaces_are_found_once_each() {
        let text = "  a  b\u{a0}c ";
        let found = spaces(text);
        assert_eq!(found.len(), 4);
        assert_eq!(repair(text, &found), "a b c");
        assert!(spaces("a b").is_empty());
    }
}
