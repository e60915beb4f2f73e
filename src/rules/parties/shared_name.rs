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

/// Whether any of `stems`, which are ASCII in lower case, may stand somewhere in `name`. Most names are let go without a copy: a stem stands
/// only where each pair of its letters stands.
pub(super) fn may_hold(name: &str, stems: &[Stem]) -> bool {
    let bytes = name.as_bytes();
    let pairs = pairs(bytes);
    let held = |stem: &[u8]| {
        let first = stem.first().copied().unwrap_or_default();
        bytes.windows(stem.len().max(1)).any(|part| part[0] | 32 == first && part.eq_ignore_ascii_case(stem))
    };
    stems.iter().any(|stem| stem.pairs & !pairs == 0 && held(stem.letters)) || !name.is_ascii()
}

/// A piece of words that is looked for in names: ASCII in lower case.
pub(super) struct Stem {
    letters: &'static [u8],
    pairs: u64,
}

impl Stem {
    pub(super) const fn new(letters: &'static str) -> Self {
        let letters = letters.as_bytes();
        Self { letters, pairs: pairs(letters) }
    }

    /// Its letters.
    #[cfg(test)]
    pub(super) fn letters(&self) -> &'static str {
        std::str::from_utf8(self.letters).unwrap_or_default()
    }
}

/// The pairs of letters that stand in `bytes`, whatever their case, as bits; some pairs share one.
const fn pairs(bytes: &[u8]) -> u64 {
    let (mut pairs, mut rest) = (0, bytes);
    while let [one, behind @ ..] = rest {
        if let [next, ..] = behind {
            // The lower five bits of a letter are the same in either case.
            pairs |= 1_u64 << ((((*one << 2) ^ *next) & 31) | ((*one & 8) << 2));
        }
        rest = behind;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_is_found_in_either_case_and_only_where_it_stands() {
        const STEMS: [Stem; 2] = [Stem::new("see "), Stem::new("plan")];
        for name in ["See list", "OLD MILL HEALTH PLAN", "Planned Care", "please see attached", "Cl\u{ed}nica Le\u{f3}n"] {
            assert!(may_hold(name, &STEMS), "{name}");
        }
        for name in ["", "s", "Old Mill Clinic", "SEE", "Palm Neuro", "The plum"] {
            assert!(!may_hold(name, &STEMS), "{name}");
        }
    }
}
