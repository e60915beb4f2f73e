//! Whether two names may be of one entity, and whether a text speaks of one.

use crate::narrative::among::Among;
use crate::narrative::words::words;

/// Words that many names share, and that tell none from another: forms of companies and small words, and what entities are and do.
static FORMS: Among<25> = Among::new([
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
]);
static KINDS: Among<56> = Among::new([
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
]);

pub(super) fn is_common(word: &str) -> bool {
    FORMS.position(word).is_some() || KINDS.position(word).is_some()
}

/// The words of a name that tell it from others, in small letters; all of them where each is common.
fn telling(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name)
        .iter()
        .filter(|word| word.is_word())
        .map(|word| word.bare().to_lowercase())
        .filter(|word| word.chars().count() > 1)
        .collect();
    let telling: Vec<String> = all.iter().filter(|word| !is_common(word)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Whether two names may be of one entity: they share a telling word, give or take a letter, or one is the initials of the other.
pub fn alike(one: &str, other: &str) -> bool {
    Parts::of(one).alike(&Parts::of(other))
}

/// A name, as names are compared.
pub(super) struct Parts {
    telling: Vec<String>,
    /// The telling words in one, hyphens left out: "Wal-Mart" is "Walmart".
    joined: String,
    /// The initials.
    letters: String,
}

impl Parts {
    pub(super) fn of(name: &str) -> Self {
        let telling = telling(name);
        Self { joined: telling.concat(), telling, letters: letters(name) }
    }

    pub(super) fn alike(&self, other: &Self) -> bool {
        let near_one = |word: &String| other.telling.iter().any(|theirs| may_be_near(word, theirs, "") && near(word, theirs));
        self.telling.iter().any(near_one)
            || initials(&self.letters, &other.telling)
            || initials(&other.letters, &self.telling)
            || self.joined.starts_with(&other.joined)
            || other.joined.starts_with(&self.joined)
    }
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
        let bare = word.bare();
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
    let length = first.len() + next.len();
    let same_first = first.as_bytes().first().zip(wanted.as_bytes().first()).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other));
    // Of another length, one is the beginning of the other.
    if !same_first && !first.is_empty() && length.abs_diff(wanted.len()) > 1 {
        return false;
    }
    let joined = || first.bytes().chain(next.bytes()).map(|byte| byte.to_ascii_lowercase());
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

/// Whether one of `words` is made of the initials `short`.
fn initials(short: &str, words: &[String]) -> bool {
    words.iter().any(|word| abbreviates(&word.to_uppercase(), short))
}

/// Whether `word` has the initials `short`, from the first on.
fn abbreviates(word: &str, short: &str) -> bool {
    let word = word.trim_end_matches('S');
    word.len() >= 2 && short.len() >= 2 && (short.starts_with(word) || word.starts_with(short) && word.len() <= short.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

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
