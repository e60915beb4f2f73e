//! Entities that a text names, each by the part that it plays, and whether two names may be of one entity. Knows no report.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use super::Scan;
use super::lexicon::parties::COVERED;
use super::words::{Word, bracketed, words};

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
const INSIDE: [&str; 18] =
    ["of", "the", "and", "for", "at", "de", "la", "del", "in", "on", "dba", "d", "b", "a", "doing", "business", "as", "to"];
/// Capitals that begin no name.
const NO_NAMES: [&str; 16] =
    ["additionally", "however", "which", "although", "on", "in", "when", "as", "at", "ocr", "hhs", "phi", "ephi", "ce", "ba", "following"];
/// Months, as they stand in dates.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// What may follow the comma inside a name.
const SUFFIXES: [&str; 26] = [
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
];
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
    let start = words.get(at).filter(|word| word.is_capital() && !word.is_one_of(&NO_NAMES))?.start;
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
        } else if !(word.is_one_of(&INSIDE) || matches!(word.text, "&" | "-" | "/" | "'" | "\u{2019}" | "\u{2013}"))
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
            || word.is_one_of(&INSIDE)
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
    let named = words[start..end].iter().any(|word| word.is_capital() && !word.is_one_of(&MONTHS) && !word.is_one_of(&NO_NAMES));
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
        outside.starts_with(',') || bare.ends_with([',', '('])
    })
}

/// The covered entity that `text`, which was scanned, names, where it is none of `own` and speaks of none of them.
pub fn stranger(text: &str, scan: &Scan, own: &[&str]) -> Option<Range<usize>> {
    // Most texts name nobody, or repeat the filer's name.
    if !scan.may_state(&COVERED) || !may_name(text) {
        return None;
    }
    if own.is_empty() || own.len() > MOST_NAMES || own.iter().any(|name| text.contains(name.trim())) {
        return None;
    }
    // So do most of the others, with a part of it.
    let tells = |word: &str| word.len() >= 5 && word.is_ascii() && !COMMON.iter().any(|common| word.eq_ignore_ascii_case(common));
    let parts = own.iter().flat_map(|name| name.split(|mark: char| !mark.is_alphanumeric()));
    if parts.filter(|word| tells(word)).any(|word| memmem::find(text.as_bytes(), word.as_bytes()).is_some()) {
        return None;
    }
    let mut all = named(text);
    all.truncate(MOST_NAMES);
    let other = all.iter().find(|named| named.part == Part::CoveredEntity)?;
    // The names that were read are few; the words of the text are many.
    let is_named = |name: &str| all.iter().any(|named| alike(name, &text[named.range.clone()]));
    let known = own.iter().any(|name| is_named(name)) || own.iter().any(|name| mentions(text, name));
    (!known).then(|| other.range.clone())
}

fn is_suffix(word: &Word<'_>) -> bool {
    word.is_capital() && word.is_one_of(&SUFFIXES)
}

/// Words that many names share, and that tell none from another.
const COMMON: [&str; 81] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "ltd",
    "pc",
    "pa",
    "pllc",
    "md",
    "dds",
    "dmd",
    "phd",
    "corp",
    "corporation",
    "company",
    "the",
    "of",
    "and",
    "for",
    "at",
    "in",
    "dba",
    "doing",
    "business",
    "as",
    "health",
    "healthcare",
    "medical",
    "medicine",
    "center",
    "centers",
    "centre",
    "hospital",
    "hospitals",
    "clinic",
    "clinics",
    "group",
    "care",
    "services",
    "service",
    "system",
    "systems",
    "plan",
    "plans",
    "insurance",
    "county",
    "state",
    "department",
    "university",
    "associates",
    "associate",
    "practice",
    "physicians",
    "physician",
    "family",
    "dental",
    "dentistry",
    "pharmacy",
    "community",
    "regional",
    "benefit",
    "benefits",
    "welfare",
    "employee",
    "home",
    "office",
    "dr",
    "foundation",
    "network",
    "management",
    "partners",
    "national",
    "american",
    "institute",
    "memorial",
    "surgery",
    "surgical",
    "human",
    "covered",
    "entity",
    "life",
];

/// The words of a name that tell it from others, in small letters; all of them where each is common.
fn telling(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name)
        .iter()
        .filter(|word| word.is_word())
        .map(|word| word.text.trim_end_matches("'s").trim_end_matches("\u{2019}s").to_lowercase())
        .filter(|word| word.chars().count() > 1)
        .collect();
    let telling: Vec<String> = all.iter().filter(|word| !COMMON.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Whether two names may be of one entity: they share a telling word, give or take a letter, or one is the initials of the other.
pub fn alike(one: &str, other: &str) -> bool {
    let (first, second) = (telling(one), telling(other));
    let shares = first.iter().any(|word| second.iter().any(|other| near(word, other)));
    let (one_joined, other_joined) = (joined(one), joined(other));
    shares
        || initials(one, &second)
        || initials(other, &first)
        || one_joined.starts_with(&other_joined)
        || other_joined.starts_with(&one_joined)
}

/// Whether `text` speaks of `name`: one of its telling words stands there, or its initials.
pub fn mentions(text: &str, name: &str) -> bool {
    let telling = telling(name);
    if telling.is_empty() {
        return true;
    }
    let words = words(text);
    let short = letters(name);
    let is_near = |first: &str, next: &str| {
        let joined = || format!("{first}{next}").to_lowercase();
        telling.iter().any(|wanted| may_be_near(wanted, first, next) && near(wanted, &joined()))
    };
    words.iter().enumerate().filter(|(_, word)| word.is_word()).any(|(at, word)| {
        let bare = word.text.trim_end_matches("'s").trim_end_matches("\u{2019}s");
        is_near(bare, "")
            || words.get(at + 1).is_some_and(|next| is_near(bare, next.text))
            || word.text.len() >= 2 && word.text.chars().all(char::is_uppercase) && abbreviates(word.text, &short)
    })
}

/// A first look: whether `first` and `next` in one word, in any case, may be near to `wanted`. One letter left out, put in, changed or exchanged
/// for the next leaves all but two of the longer word where they stand, counted from the front or from behind.
fn may_be_near(wanted: &str, first: &str, next: &str) -> bool {
    // Other letters than ASCII may change their length with their case.
    if !(wanted.is_ascii() && first.is_ascii() && next.is_ascii()) {
        return true;
    }
    let joined = || first.bytes().chain(next.bytes()).map(|byte| byte.to_ascii_lowercase());
    let length = first.len() + next.len();
    let front = joined().zip(wanted.bytes()).take_while(|(one, other)| one == other).count();
    if front == length.min(wanted.len()) {
        return true;
    }
    length.abs_diff(wanted.len()) <= 1 && {
        let behind = joined().rev().zip(wanted.bytes().rev()).take_while(|(one, other)| one == other).count();
        front + behind + 2 >= length.max(wanted.len())
    }
}

/// Whether the words are one, give or take a letter in five or an ending.
fn near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= 4 && (long.starts_with(short) || (long.len() - short.len() <= 1 && strsim::damerau_levenshtein(short, long) <= 1))
}

fn letters(name: &str) -> String {
    words(name)
        .iter()
        .filter(|word| word.is_word() && (word.is_capital() || word.is_number()))
        .filter_map(|word| word.text.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether one of `words` is made of the initials of `name`.
fn initials(name: &str, words: &[String]) -> bool {
    let short = letters(name);
    words.iter().any(|word| abbreviates(&word.to_uppercase(), &short))
}

/// Whether `word` has the initials `short`, from the first on.
fn abbreviates(word: &str, short: &str) -> bool {
    let word = word.trim_end_matches('S');
    word.len() >= 2 && short.len() >= 2 && (short.starts_with(word) || word.starts_with(short) && word.len() <= short.len() + 2)
}

/// The telling words in one, hyphens left out: "Wal-Mart" is "Walmart".
fn joined(name: &str) -> String {
    telling(name).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Part)> {
        named(text).into_iter().map(|named| (&text[named.range], named.part)).collect()
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

    /// No word that is near another is left out by the first look.
    #[test]
    fn what_is_near_may_be_near() {
        let word = "merrow";
        for at in 0..=word.len() {
            let (front, behind) = word.split_at(at);
            for letter in ["", "a", "e", "w", "xy"] {
                for left_out in 0..=behind.len().min(2) {
                    let other = [front, letter, &behind[left_out..]].concat();
                    for cut in 0..=other.len() {
                        let (first, next) = other.split_at(cut);
                        assert!(!near(word, &other) || may_be_near(word, &first.to_uppercase(), next), "{first}|{next}");
                    }
                }
            }
        }
        let exchanged = "emrrow";
        assert!(near(word, exchanged) && may_be_near(word, exchanged, ""));
    }

    #[test]
    fn names_are_alike_give_or_take_what_names_share() {
        for (one, other) in [
            ("Merrowdale Family Practice", "Merrowdale FP, LLC"),
            ("Camelback Women's Clinic", "Camel Back Women\u{2019}s Clinic"),
            ("Tarn Valley Hospital Authority", "TVHA"),
            ("Wexcombe Dental Care", "Wexcomb Dental"),
        ] {
            assert!(alike(one, other), "{one} / {other}");
        }
        assert!(!alike("Merrowdale Medical Center", "Wexcombe Medical Center"));
        assert!(mentions("At MFP a nurse", "Merrowdale Family Practice"));
        assert!(!mentions("The practice lost a laptop", "Merrowdale Family Practice"));
    }
}
