//! Free and short texts: stand-ins for no answer, damage, and stray spaces.

use std::ops::Range;

use super::Reader;
use super::section::{Need, Required, Section};
use crate::document::differs_in_yaml_1_1;
use crate::finding::{Detail, Fault};
use crate::report::{Fact, Field, Gap};
use crate::source::At;

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

/// Whether `text` stands for no answer.
pub(crate) fn is_marker(text: &str) -> bool {
    let folded = text.trim().to_ascii_lowercase();
    matches!(
        folded.as_str(),
        "" | "\\n"
            | "na"
            | "n/a"
            | "n.a."
            | "null"
            | "none given"
            | "tbd"
            | "t.b.d."
            | "tba"
            | "-"
            | "--"
            | "?"
            | "xxx"
            | "nil"
            | "unknown at this time"
            | "to be determined"
    )
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
            let here = if fact.shown() { format!("the text {text:?}") } else { "a text".to_owned() };
            self.faults.push(Fault::new("BR010", at, Detail::Readings { raw, what: "text", readings: vec![here, other], threshold: None }));
        }
        self.damage(at, text, look);
        Field::new(fact, at, Ok(text))
    }

    fn damage(&mut self, at: At, text: &str, look: Look) {
        let repairs = damaged(text);
        if let Some((first, _, _)) = repairs.first() {
            let repaired = repairs.iter().all(|(_, _, instead)| instead.is_some()).then(|| repair(text, &repairs));
            let at = at.text(number(first.start), number(first.end));
            self.faults.push(Fault::new("BR011", at, Detail::Text { what: repairs[0].1, repaired }));
            return;
        }
        let stray = match look {
            Look::Name => Vec::new(),
            Look::Prose => untypeable(text),
            Look::Short | Look::Digits => spaces(text),
        };
        if let Some((first, what, _)) = stray.first() {
            let repaired = Some(repair(text, &stray));
            let at = at.text(number(first.start), number(first.end));
            self.faults.push(Fault::new("BR014", at, Detail::Text { what, repaired }));
        }
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

/// UTF-8 that was read as Windows-1252 or Mac Roman and written back, and what it was.
const MOJIBAKE: [(&str, &str); 16] = [
    ("â€™", "’"),
    ("â€˜", "‘"),
    ("â€œ", "“"),
    ("â€\u{9d}", "”"),
    ("â€”", "—"),
    ("â€“", "–"),
    ("â€¦", "…"),
    ("â€¢", "•"),
    ("‰ÛÏ", "“"),
    ("‰Û\u{9d}", "”"),
    ("‰Ûª", "’"),
    ("‰ÛÒ", "–"),
    ("‰ÛÓ", "—"),
    ("Ã©", "é"),
    ("Ã±", "ñ"),
    ("Â\u{a0}", " "),
];

/// Damage, and its repair where it is certain.
pub(crate) fn damaged(text: &str) -> Vec<Repair> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<Repair> = Vec::new();
    let mut offset = 0;
    while offset < text.len() {
        let rest = &text[offset..];
        if let Some((bad, good)) = MOJIBAKE.iter().find(|(bad, _)| rest.starts_with(bad)) {
            found.push((offset..offset + bad.len(), "text that was decoded with the wrong character set", Some(good)));
            offset += bad.len();
            continue;
        }
        let Some(character) = rest.chars().next() else { break };
        let end = offset + character.len_utf8();
        match character {
            '\u{fffd}' => found.push((offset..end, "a character that was lost in decoding", None)),
            '\u{80}'..='\u{9f}' => found.push((offset..end, "a control character left over from a wrong character set", None)),
            '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => found.push((offset..end, "an invisible character", Some(""))),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                found.push((offset..end, "a character that reverses the direction of text", Some("")))
            }
            '\u{400}'..='\u{4ff}' | '\u{370}'..='\u{3ff}' if beside_latin(text, offset, end) => {
                found.push((offset..end, "a letter of another alphabet that looks like a Latin one", None));
            }
            _ => {}
        }
        offset = end;
    }
    found
}

fn beside_latin(text: &str, start: usize, end: usize) -> bool {
    let latin = |character: char| character.is_ascii_alphabetic();
    text[..start].chars().next_back().is_some_and(latin) || text[end..].chars().next().is_some_and(latin)
}

/// Control characters and non-breaking spaces: what no one types on purpose.
fn untypeable(text: &str) -> Vec<Repair> {
    text.char_indices()
        .filter_map(|(offset, character)| {
            let range = offset..offset + character.len_utf8();
            match character {
                '\u{a0}' | '\u{202f}' | '\u{2007}' => Some((range, "a non-breaking space", Some(" "))),
                '\n' | '\t' => None,
                '\r' if text[offset + 1..].starts_with('\n') => None,
                '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some((range, "an unusual line break", Some("\n"))),
                control if control.is_ascii_control() => Some((range, "a control character", Some(""))),
                _ => None,
            }
        })
        .collect()
}

/// Stray, doubled and non-breaking spaces of a short answer.
pub(crate) fn spaces(text: &str) -> Vec<Repair> {
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
    fn certain_damage_is_repaired_and_lost_characters_are_not() {
        let repaired = |text: &str| {
            let found = damaged(text);
            found.iter().all(|(_, _, fix)| fix.is_some()).then(|| repair(text, &found))
        };
        assert_eq!(repaired("the patientâ€™s file").as_deref(), Some("the patient’s file"));
        assert_eq!(repaired("a\u{200b}b").as_deref(), Some("ab"));
        assert_eq!(repaired("a\u{fffd}b"), None);
        assert!(damaged("Peña, café, Łódź").is_empty());
        assert!(!damaged("Нospital").is_empty());
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
