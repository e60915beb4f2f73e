//! A first look at a name or another short text. What a few steps over its bytes tell is enough for most rules about most names.

use super::letters::{Letters, ROOM, roomy};
use super::plain_name::{Key, each_word, known_in};
use super::word::Kinds;

/// What a first look at a text finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
        let mut found = Self::default();
        found.look(&roomy(text), text);
        found
    }

    /// Looks at a text with which `bytes` begin, or a text that is longer: what stands behind it is not looked at. What was found before is
    /// forgotten.
    pub(crate) fn look(&mut self, bytes: &[u8; ROOM], text: &str) {
        let Some(letters) = Letters::of(bytes, text.len()) else {
            *self = Self::of_long(text);
            return;
        };
        let blank = |byte: Option<&u8>| byte.is_none_or(|&byte| byte == b' ');
        let ends_blank = blank(text.as_bytes().first()) || blank(text.as_bytes().last());
        let (mut kinds, mut key) = (Kinds::NONE, Key::default());
        let counting = each_word(&letters, |word| {
            kinds = kinds.with(word.kinds);
            key.add(word.hash);
        });
        self.strange = letters.is_strange();
        self.lower = letters.has_lower_case();
        self.tidy = !(self.strange || ends_blank || letters.is_doubled());
        self.key = counting.and_then(|_| key.get());
        self.counting = counting.unwrap_or(0);
        self.kinds = match counting {
            Some(_) => kinds,
            None if self.strange => Kinds::ALL,
            None => kinds_in(&letters),
        };
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

/// The kinds of all words of a name that must be looked at more closely.
#[cold]
fn kinds_in(letters: &Letters<'_>) -> Kinds {
    letters.words().fold(Kinds::NONE, |kinds, (start, end)| kinds.with(known_in(letters, start, end).kinds))
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
