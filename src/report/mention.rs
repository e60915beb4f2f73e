//! Names that a description gives in OCR's own turns of phrase: the entity that it opens with, and the business associate. Anything else is not read.

use std::sync::LazyLock;

use memchr::memmem::{Finder, find};

use super::digest::Folders;
use super::name::is_legal_form;

/// Longest name that is looked for, in bytes.
const LONGEST_NAME: usize = 100;
/// How far into a description its opening goes, in bytes.
const OPENING: usize = 140;
/// Places at which "business associate" is looked at.
const MOST_MENTIONS: usize = 4;

static ASSOCIATE: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("business associate"));
static COVERED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("covered entity"));
static INDIVIDUALS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("individuals"));
static AGREED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("agreed to"));

/// Lower-case words that stand inside names.
const INSIDE_NAMES: [&str; 13] = ["of", "and", "for", "the", "at", "in", "de", "la", "del", "y", "dba", "d/b/a", "f/k/a"];

/// Whether the text is OCR's about a settlement, which is put on each report that it settles.
pub(super) fn is_settlement(text: &str) -> bool {
    AGREED.find(text.as_bytes()).is_some()
}

/// The key of the entity that a description opens with and the number of individuals that it states, where neither can be the report's own: the
/// two names share no more than half of their words, and the report's own count stands nowhere in the text.
pub(super) fn foreign_opening(text: &str, own_count: Option<u32>, own_name: &str, folders: &mut Folders) -> Option<(u64, u32)> {
    let opening = opening(text)?;
    if own_name.contains(opening) || opening.contains(own_name.trim()) {
        return None;
    }
    let (own, other) = (folders.own.fold(own_name), folders.other.fold(opening));
    let shared = other.split(' ').filter(|word| own.split(' ').any(|own| own == *word)).count();
    if other.is_empty() || own.is_empty() || shared * 2 > other.split(' ').count().min(own.split(' ').count()) {
        return None;
    }
    let stated = stated(text)?;
    (!states(text, own_count?)).then(|| (folders.other.key(opening), stated))
}

/// The entity of "The covered entity (CE), X, reported", "X, the covered entity (CE), reported" or "X, a business associate (BA) of".
fn opening(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("The ").or_else(|| text.strip_prefix("the ")).unwrap_or(text);
    if let Some(rest) = rest.strip_prefix("covered entity").or_else(|| rest.strip_prefix("Covered entity")) {
        return name_at(after_brackets(rest).strip_prefix(", ")?);
    }
    let head = &text[..text.floor_char_boundary(OPENING)];
    let role = [&*COVERED, &*ASSOCIATE].into_iter().filter_map(|role| role.find(head.as_bytes())).min()?;
    let name = ["the ", "a "].iter().find_map(|article| head[..role].strip_suffix(article))?.trim_end_matches([',', ' ']);
    let name = name.split(" (").next().unwrap_or(name);
    (name.starts_with(char::is_uppercase) && (3..=LONGEST_NAME).contains(&name.len())).then_some(name)
}

/// The business associate of "its business associate (BA), X, sent".
pub(super) fn vendor(text: &str) -> Option<&str> {
    ASSOCIATE
        .find_iter(text.as_bytes())
        .take(MOST_MENTIONS)
        .filter_map(|at| text.get(at + ASSOCIATE.needle().len()..))
        .find_map(|rest| name_at(after_brackets(rest).strip_prefix(", ")?))
}

/// `text` behind an abbreviation in brackets, such as ` (BA)`.
fn after_brackets(text: &str) -> &str {
    text.strip_prefix(" (").and_then(|rest| rest.split_once(')')).filter(|(inside, _)| inside.len() <= 12).map_or(text, |(_, rest)| rest)
}

/// The name at the start of `text`: up to a comma that is followed by no legal form, to a bracket, to the end of the sentence or to a word in
/// lower case that is no part of names.
fn name_at(text: &str) -> Option<&str> {
    if !text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
        return None;
    }
    let head = &text[..text.floor_char_boundary(LONGEST_NAME)];
    let mut words = head.split_inclusive(' ').peekable();
    let mut end = 0;
    while let Some(word) = words.next() {
        let plain = word.trim_end();
        if plain.starts_with('(') || (plain.starts_with(char::is_lowercase) && !INSIDE_NAMES.contains(&plain.trim_end_matches(','))) {
            break;
        }
        end += word.len();
        let form_follows = words.peek().is_some_and(|next| is_legal_form(next));
        let sentence_ends = plain.ends_with('.') && !is_legal_form(plain) && plain.len() > 4;
        if (plain.ends_with([',', ';', ':']) && !form_follows) || sentence_ends {
            break;
        }
        if plain.is_empty() {
            break;
        }
    }
    let name = head[..end].trim_end_matches([',', ';', ':', ' ']);
    let cut_short = end == head.len() && head.len() < text.len();
    (name.len() >= 3 && !cut_short).then_some(name)
}

/// The first number in front of "individuals", at most two words away.
fn stated(text: &str) -> Option<u32> {
    INDIVIDUALS.find_iter(text.as_bytes()).find_map(|at| {
        let before = text.get(..at)?;
        before.rsplit(' ').skip(1).take(3).find_map(number)
    })
}

fn number(word: &str) -> Option<u32> {
    let digits: String = word.chars().filter(|character| *character != ',').collect();
    digits.parse().ok()
}

/// Whether `count` stands in the text, with or without separators.
fn states(text: &str, count: u32) -> bool {
    let plain = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    find(text.as_bytes(), plain.as_bytes()).is_some() || find(text.as_bytes(), grouped.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_are_names_in_ocrs_phrases() {
        for (text, name) in [
            ("The covered entity (CE), Far Hill Hospital, Inc., reported a theft", Some("Far Hill Hospital, Inc.")),
            ("The covered entity, Far Hill Hospital, reported", Some("Far Hill Hospital")),
            ("Far Hill Hospital, the covered entity (CE), reported", Some("Far Hill Hospital")),
            ("Far Hill Hospital (FHH), the covered entity, reported", Some("Far Hill Hospital")),
            ("Print & Post, a business associate (BA) of five plans, sent", Some("Print & Post")),
            ("A laptop was stolen from an employee's car.", None),
            ("The covered entity (CE) reported a theft", None),
        ] {
            assert_eq!(opening(text), name, "{text}");
        }
    }

    #[test]
    fn a_vendor_is_named_behind_its_role() {
        for (text, name) in [
            ("Its business associate (BA), Print & Post, Inc., sent letters", Some("Print & Post, Inc.")),
            ("Its business associate, Print and Post experienced a fire", Some("Print and Post")),
            ("A hacker entered a server of its business associate (BA), Old Mill Billing. The server", Some("Old Mill Billing.")),
            ("Its business associate (\u{201c}BA\u{201d}), Center for Care of Maine (CCM), lost a box", Some("Center for Care of Maine")),
            ("the business associate (BA) sent letters", None),
            ("a business associate's employee, John, left", None),
        ] {
            assert_eq!(vendor(text), name, "{text}");
        }
        let long = format!("its business associate, {}", "Very Long Name ".repeat(50));
        assert_eq!(vendor(&long), None, "what does not end is no name");
    }

    #[test]
    fn counts_are_read_in_front_of_individuals() {
        assert_eq!(stated("about 1,205 affected individuals were told"), Some(1205));
        assert_eq!(stated("the individuals were told"), None);
        assert!(states("It affected 12,050 people", 12_050) && states("It affected 500 people", 500));
        assert!(!states("It affected 1,205 people", 502));
    }
}
