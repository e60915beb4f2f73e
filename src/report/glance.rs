//! A first look at a name or another short text. What a few steps over its bytes tell is enough for most rules about most names.

use super::letters::Letters;
use super::plain_name::{Key, each_word};
use super::word::{Kinds, known};

/// What a first look at a text finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    tidy: bool,
    lower: bool,
    strange: bool,
    kinds: Kinds,
    key: Option<u64>,
    /// A bit for each letter of a word that counts in the key.
    counting: u64,
}

impl Glance {
    /// Looks at `text`.
    pub fn of(text: &str) -> Self {
        let Some(letters) = Letters::of(text) else { return Self::of_long(text) };
        let blank = |byte: Option<&u8>| byte.is_none_or(|&byte| byte == b' ');
        let ends_blank = blank(text.as_bytes().first()) || blank(text.as_bytes().last());
        let (mut kinds, mut key) = (Kinds::NONE, Key::default());
        let counting = each_word(&letters, |word| {
            kinds = kinds.with(word.kinds);
            key.add(word.hash);
        });
        if letters.is_strange() {
            kinds = Kinds::ALL;
        } else if counting.is_none() {
            kinds = letters.words().fold(Kinds::NONE, |kinds, (start, end)| {
                kinds.with(known(letters.part(start, end), letters.small().first(start, end)).kinds)
            });
        }
        let strange = letters.is_strange();
        let tidy = !(strange || ends_blank || letters.is_doubled());
        Self {
            tidy,
            lower: letters.has_lower_case(),
            strange,
            kinds,
            key: counting.and_then(|_| key.get()),
            counting: counting.unwrap_or(0),
        }
    }

    fn of_long(text: &str) -> Self {
        let strange = !text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let lower = text.bytes().any(|byte| byte.is_ascii_lowercase());
        Self { tidy: super::is_tidy(text, false), lower, strange, kinds: Kinds::ALL, key: None, counting: 0 }
    }

    /// Whether the text is ASCII with single spaces between words, none at either end, and no control character.
    pub fn is_tidy(&self) -> bool {
        self.tidy
    }

    /// Whether it holds a letter in lower case, among those of ASCII.
    pub fn has_lower_case(&self) -> bool {
        self.lower
    }

    /// Whether it holds anything but printable ASCII.
    pub fn is_strange(&self) -> bool {
        self.strange
    }

    /// What [`super::name::NameFolder::key`] gives of it, where that is seen at a glance.
    pub(crate) fn key(&self) -> Option<u64> {
        self.key
    }

    /// A bit for each letter of a word that counts in that, where it is known.
    pub(super) fn counting(&self) -> Option<u64> {
        self.key.map(|_| self.counting)
    }

    /// Whether a word of one of these kinds may stand in it.
    pub fn may_hold(&self, kinds: Kinds) -> bool {
        self.kinds.any(kinds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glance_tells_what_a_close_look_would() {
        for text in ["", " ", "a", "A b", "A  b", " a", "a ", "OLD MILL", "a\tb", "Cl\u{ed}nica", "a\u{7f}", "Old Mill Clinic", "x\u{1a}"] {
            let glance = Glance::of(text);
            assert_eq!(glance.is_tidy(), crate::report::is_tidy(text, false), "{text:?}");
            assert_eq!(glance.has_lower_case(), text.bytes().any(|byte| byte.is_ascii_lowercase()));
            assert_eq!(glance.is_strange(), !text.bytes().all(|byte| matches!(byte, b' '..=b'~')));
        }
        for length in 1..200 {
            for (at, with) in
                [(0, " "), (length / 2, "  "), (length - 1, " "), (length / 3, "\u{e9}"), (length / 2, "b"), (length / 2, " ")]
            {
                let text = format!("{}{with}{}", "A".repeat(at), "A".repeat(length - at));
                assert_eq!(Glance::of(&text).is_tidy(), crate::report::is_tidy(&text, false), "{text:?}");
                assert_eq!(Glance::of(&text).has_lower_case(), with == "b", "{text:?}");
            }
        }
    }

    #[test]
    fn a_word_is_known_by_its_beginning() {
        let kinds = [Kinds::PROVIDER, Kinds::PLAN, Kinds::SEE];
        for (text, expected) in [
            ("See list", [false, false, true]),
            ("OLD MILL HEALTH PLAN", [false, true, false]),
            ("Old Mill Hospital's HMO", [true, true, false]),
            ("The Hmong Clinic", [true, false, false]),
            ("Old Mill Clinics, Hospitals and Pharmacies", [true, false, false]),
            ("The HMO", [false, true, false]),
            ("Seed Institute of Tennessee", [false, false, false]),
        ] {
            assert_eq!(kinds.map(|kind| Glance::of(text).may_hold(kind)), expected, "{text}");
        }
        assert!(kinds.iter().all(|&kind| Glance::of(&"A".repeat(65)).may_hold(kind)), "of a long text nothing is said");
    }
}
