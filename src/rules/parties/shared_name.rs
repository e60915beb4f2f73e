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
