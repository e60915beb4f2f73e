//! Entities that a text names, each by the part that it plays, and whether two names may be of one entity. Knows no report.

mod alike;

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use super::Scan;
use super::among::Among;
use super::lexicon::parties::COVERED;
use super::words::{Word, bracketed, words};
use alike::{Parts, is_common};
pub use alike::{alike, mentions};

/// The part that a named entity plays in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// "X, the covered entity", "the covered entity (CE), X".
    CoveredEntity,
    /// "X, a business associate of …", "its business associate (BA), X".
    Associate,
}

/// An entity that the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub range: Range<usize>,
    /// Its part.
    pub part: Part,
}

/// How many words a name may have.
const LONGEST: usize = 24;
/// Small words inside a name.
static INSIDE: Among<18> =
    Among::new(["of", "the", "and", "for", "at", "de", "la", "del", "in", "on", "dba", "d", "b", "a", "doing", "business", "as", "to"]);
/// Capitals that begin no name.
static NO_NAMES: Among<16> = Among::new([
    "additionally",
    "however",
    "which",
    "although",
    "on",
    "in",
    "when",
    "as",
    "at",
    "ocr",
    "hhs",
    "phi",
    "ephi",
    "ce",
    "ba",
    "following",
]);
/// Months, as they stand in dates.
static MONTHS: Among<12> =
    Among::new(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]);
/// What may follow the comma inside a name.
static SUFFIXES: Among<26> = Among::new([
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "pc",
    "p",
    "pa",
    "pllc",
    "plc",
    "md",
    "m",
    "dds",
    "d",
    "dmd",
    "do",
    "dpm",
    "od",
    "phd",
    "corp",
    "corporation",
    "co",
    "company",
    "l",
    "ms",
    "limited",
]);
/// The entities that `text` names with their part, in the order in which they stand.
pub fn named(text: &str) -> Vec<Named> {
    let words = words(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let part = if words[at].is("covered") && words.get(at + 1).is_some_and(|word| word.is_one_of(&["entity", "entities"])) {
            Part::CoveredEntity
        } else if words[at].is("business") && words.get(at + 1).is_some_and(|word| word.is_one_of(&["associate", "associates"])) {
            Part::Associate
        } else {
            continue;
        };
        let behind = behind(&words, at + 2).or_else(|| before(&words, at, part));
        if let Some(range) = behind {
            found.push(Named { range, part });
        }
    }
    found
}

/// "covered entity (CE), NAME,": the name behind the comma.
fn behind(words: &[Word<'_>], mut at: usize) -> Option<Range<usize>> {
    if words.get(at)?.text == "(" {
        at += words[at..].iter().take(6).position(|word| word.text == ")")? + 1;
    }
    if words.get(at)?.text != "," {
        return None;
    }
    at += 1;
    if words.get(at).is_some_and(|word| word.is("the")) {
        at += 1;
    }
    let start = words.get(at).filter(|word| word.is_capital() && !word.is_among(&NO_NAMES))?.start;
    let end = forward(words, at);
    Some(start..words[end - 1].end())
}

/// One past the last word of the name that begins at `at`.
fn forward(words: &[Word<'_>], at: usize) -> usize {
    let mut end = at + 1;
    let mut next = at + 1;
    while next < words.len().min(at + LONGEST) {
        let word = &words[next];
        let after = words.get(next + 1);
        if word.is_capital() || word.is_number() {
            end = next + 1;
        } else if word.text == "," {
            if !after.is_some_and(|after| is_suffix(after)) {
                break;
            }
        } else if word.text == "." {
            // Inside "P.C." and behind initials; else the sentence ends.
            if words[next - 1].text.len() > 2 && !is_suffix(&words[next - 1]) {
                break;
            }
        } else if !(word.is_among(&INSIDE) || matches!(word.text, "&" | "-" | "/" | "'" | "\u{2019}" | "\u{2013}"))
            || !after.is_some_and(|after| after.is_word() || after.text == "/")
        {
            break;
        }
        next += 1;
    }
    end
}

/// "NAME, the covered entity": the name in front of the comma.
fn before(words: &[Word<'_>], at: usize, part: Part) -> Option<Range<usize>> {
    let mut last = at.checked_sub(1)?;
    let article: &[&str] = if part == Part::CoveredEntity { &["the", "a"] } else { &["the", "a", "its", "an", "our"] };
    if words[last].is_one_of(article) {
        last = last.checked_sub(1)?;
    }
    if words[last].text == "(" {
        // "NAME (the covered entity)".
    } else if words[last].text != "," {
        return None;
    }
    let end = last;
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let word = &words[start - 1];
        let inside = word.is_capital()
            || word.is_number()
            || matches!(word.text, "&" | "-" | "/" | "'" | "\u{2019}" | "(" | ")" | "\u{2013}")
            || word.is_among(&INSIDE)
            || (word.text == "," && words.get(start).is_some_and(is_suffix))
            || (word.text == "." && start >= 2 && (is_suffix(&words[start - 2]) || words[start - 2].text.len() == 1));
        if !inside {
            break;
        }
        start -= 1;
    }
    while start < end && !(words[start].is_capital() || words[start].is_number())
        || start < end && words[start].is_one_of(&["The", "On", "In", "When", "As", "At"])
    {
        start += 1;
    }
    // "On May 5, 2019, the covered entity": a date is no name.
    let named = words[start..end].iter().any(|word| word.is_capital() && !word.is_among(&MONTHS) && !word.is_among(&NO_NAMES));
    named.then(|| words[start].start..words[end - 1].end())
}

/// With more names than this, a text is not searched for each.
const MOST_NAMES: usize = 32;

/// A first look: whether a covered entity is spoken of beside a comma or bracket, as one whose name is given is.
fn may_name(text: &str) -> bool {
    static COVERED: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("overed"));
    COVERED.find_iter(text.as_bytes()).any(|at| {
        let behind = text[at + "overed".len()..].trim_start();
        let Some(ending) = behind.get("entit".len()..).filter(|_| behind.as_bytes()[.."entit".len()].eq_ignore_ascii_case(b"entit")) else {
            return false;
        };
        let rest = ending.trim_start_matches(|mark: char| mark.is_alphanumeric() || matches!(mark, '\'' | '\u{2019}')).trim_start();
        let outside = bracketed(rest).map_or(rest, |(_, outside)| outside.trim_start());
        let front = text[..at].trim_end_matches(char::is_alphanumeric).trim_end();
        let before = front.trim_end_matches(char::is_alphanumeric);
        let bare = if matches!(&front[before.len()..], "the" | "The" | "a" | "A") { before.trim_end() } else { front };
        outside.strip_prefix(',').is_some_and(may_begin_name) || bare.ends_with('(') || bare.strip_suffix(',').is_some_and(may_end_name)
    })
}

/// Whether a name may stand behind a comma: it begins with a capital letter.
fn may_begin_name(text: &str) -> bool {
    let behind = text.trim_start();
    let article = behind.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("the"));
    article || behind.starts_with(char::is_uppercase)
}

/// Whether a name may end with `text`. It ends neither in a word in small letters, but for a few, nor like "On May 5, 2019".
fn may_end_name(text: &str) -> bool {
    let before = text.trim_end_matches(char::is_alphanumeric);
    let last = &text[before.len()..];
    if before.ends_with(char::is_whitespace) && last.starts_with(|digit: char| digit.is_ascii_digit()) {
        return !before.trim_end().ends_with(',');
    }
    // What a mark joins to this may begin otherwise.
    let whole = before.is_empty() || before.ends_with(char::is_whitespace);
    !(whole && last.starts_with(char::is_lowercase) && INSIDE.position(last).is_none())
}

/// Whether `name` stands in `text`. A name begins with a capital mostly, of which a text has few.
fn holds(text: &str, name: &str) -> bool {
    const LONGEST: usize = 256;
    match name.as_bytes() {
        [first, rest @ ..] if rest.len() < LONGEST => {
            let bytes = text.as_bytes();
            memchr::memchr_iter(*first, bytes).any(|at| bytes[at + 1..].starts_with(rest))
        }
        _ => text.contains(name),
    }
}

/// The covered entity that `text`, which was scanned, names, where it is none of `own` and speaks of none of them.
pub fn stranger(text: &str, scan: &Scan, own: &[&str]) -> Option<Range<usize>> {
    // Most texts name nobody, or repeat the filer's name.
    if !scan.may_state(&COVERED) || !may_name(text) {
        return None;
    }
    if own.is_empty() || own.len() > MOST_NAMES || own.iter().any(|name| holds(text, name.trim())) {
        return None;
    }
    // So do most of the others, with a part of it.
    let tells = |word: &str| word.len() >= 5 && word.is_ascii() && !is_common(word);
    let parts = own.iter().flat_map(|name| name.split(|mark: char| !mark.is_alphanumeric()));
    if parts.filter(|word| tells(word)).any(|word| holds(text, word)) {
        return None;
    }
    let mut all = named(text);
    all.truncate(MOST_NAMES);
    let other = all.iter().find(|named| named.part == Part::CoveredEntity)?;
    // The names that were read are few; the words of the text are many.
    let named: Vec<Parts> = all.iter().map(|named| Parts::of(&text[named.range.clone()])).collect();
    let is_named = |name: &str| {
        let own = Parts::of(name);
        named.iter().any(|named| own.alike(named))
    };
    let known = own.iter().any(|name| is_named(name)) || own.iter().any(|name| mentions(text, name));
    (!known).then(|| other.range.clone())
}

fn is_suffix(word: &Word<'_>) -> bool {
    word.is_capital() && word.is_among(&SUFFIXES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Part)> {
        named(text).into_iter().map(|named| (&text[named.range], named.part)).collect()
    }

    /// Where a name is read, a first look lets the text through.
    #[test]
    fn a_first_look_overlooks_no_name() {
        let pieces = [
            "On ",
            "May 5",
            ", ",
            "2019",
            "5th",
            "clinic",
            "Tarn",
            "of",
            "'s ",
            "P.C.",
            " ",
            "(",
            "the covered entity",
            " (CE)",
            "The ",
            "an",
        ];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    for fourth in pieces {
                        for text in [
                            [first, second, third, "the covered entity, ", fourth].concat(),
                            [first, second, third, fourth, ", the covered entity"].concat(),
                        ] {
                            let named = named(&text).iter().any(|named| named.part == Part::CoveredEntity);
                            assert!(!named || may_name(&text), "{text}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn entities_are_named_in_front_and_behind() {
        for (text, name, part) in [
            ("The covered entity (CE), Merrowdale Clinic, Inc., reported that a nurse", "Merrowdale Clinic, Inc", Part::CoveredEntity),
            ("Merrowdale Clinic of Ohio, the covered entity (CE), discovered", "Merrowdale Clinic of Ohio", Part::CoveredEntity),
            ("On May 5, 2019, Tarn Data, LLC, a business associate (BA) of two clinics, told", "Tarn Data, LLC", Part::Associate),
            ("Its business associate, Tarn Data Services, experienced", "Tarn Data Services", Part::Associate),
            ("The covered entity (CE), J. Q. Example, M.D., P.C., lost", "J. Q. Example, M.D., P.C", Part::CoveredEntity),
        ] {
            assert_eq!(read(text).first(), Some(&(name, part)), "{text}");
            assert!(may_name(text) || part == Part::Associate, "{text}");
        }
        for text in [
            "The covered entity (CE) reported that",
            "Patients reported that",
            "A business associate, which we use, lost",
            "An employee lost a laptop",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
