//! Names of organizations, folded for comparison. Knows no report.

use memchr::memmem;

/// The words of `name` in lower case, each between spaces; apostrophes are dropped, any other punctuation parts words.
pub(super) fn words(name: &str) -> String {
    let plain: String = name.chars().filter(|character| !matches!(character, '\'' | '\u{2019}')).collect();
    let mut words = String::from(" ");
    for word in plain.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push_str(&word.to_lowercase());
        words.push(' ');
    }
    words
}

/// The first of `phrases` that stands, as whole words, in `words`.
pub(super) fn phrase_in(words: &str, phrases: &[&'static str]) -> Option<&'static str> {
    let bytes = words.as_bytes();
    let stands = |phrase: &str, at: usize| at > 0 && bytes[at - 1] == b' ' && bytes.get(at + phrase.len()) == Some(&b' ');
    phrases.iter().copied().find(|phrase| memmem::find_iter(bytes, phrase).any(|at| stands(phrase, at)))
}

/// Whether any of `stems`, which are ASCII in lower case, may stand somewhere in `name`. Most names are let go without a copy.
pub(super) fn may_hold(name: &str, stems: &[&str]) -> bool {
    let letter = |byte: u8| 1u64 << (byte & 31);
    let firsts = stems.iter().filter_map(|stem| stem.bytes().next()).fold(0, |letters, byte| letters | letter(byte));
    let bytes = name.as_bytes();
    let starts = |at: usize, stem: &str| bytes.get(at..at + stem.len()).is_some_and(|part| part.eq_ignore_ascii_case(stem.as_bytes()));
    let held = |at: usize| firsts & letter(bytes[at]) != 0 && stems.iter().any(|stem| starts(at, stem));
    !name.is_ascii() || (0..bytes.len()).any(held)
}
