//! A first look at a name or another short text. What a few steps over its bytes tell is enough for most rules about most names.

use super::letters::Letters;
use super::plain_name::{Key, each_word};

/// What a first look at a text finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    tidy: bool,
    lower: bool,
    strange: bool,
    kinds: Kinds,
    key: Option<u64>,
}

/// Kinds of words in names, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// Words of which some stand in the names of providers and not in those of plans.
    pub const PROVIDER: Self = Self(1);
    /// Words of which some stand in the names of plans and not in those of providers.
    pub const PLAN: Self = Self(1 << 1);
    /// "See", which sends the reader elsewhere.
    pub const SEE: Self = Self(1 << 2);
    const NONE: Self = Self(0);
    const ALL: Self = Self(u8::MAX);

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How words of each kind begin; three letters are a whole word.
const BEGINNINGS: [(&[u8], Kinds); 15] = [
    (b"hosp", Kinds::PROVIDER),
    (b"clin", Kinds::PROVIDER),
    (b"medi", Kinds::PROVIDER),
    (b"fami", Kinds::PROVIDER),
    (b"phar", Kinds::PROVIDER),
    (b"dent", Kinds::PROVIDER),
    (b"surg", Kinds::PROVIDER),
    (b"pedi", Kinds::PROVIDER),
    (b"nurs", Kinds::PROVIDER),
    (b"phys", Kinds::PROVIDER),
    (b"orth", Kinds::PROVIDER),
    (b"plan", Kinds::PLAN),
    (b"hmo", Kinds::PLAN),
    (b"insu", Kinds::PLAN),
    (b"see", Kinds::SEE),
];

/// Slots of the table; far more than beginnings, so that most words find an empty one.
const SLOTS: usize = 128;

/// The beginnings as numbers, each in the next free slot.
static TABLE: [(u32, Kinds); SLOTS] = {
    let mut table = [(0, Kinds::NONE); SLOTS];
    let mut at = 0;
    while at < BEGINNINGS.len() {
        let (letters, kinds) = BEGINNINGS[at];
        let (mut number, mut letter) = (0_u32, 0);
        while letter < 4 {
            number = number << 8 | if letter < letters.len() { letters[letter] as u32 } else { 0 };
            letter += 1;
        }
        let mut slot = slot(number);
        while table[slot].0 != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = (number, kinds);
        at += 1;
    }
    table
};

const fn slot(number: u32) -> usize {
    (number.wrapping_mul(0x9e37_79b1) >> 25) as usize % SLOTS
}

/// The kind of a word whose first eight letters are `first`.
fn kind(first: u64) -> Kinds {
    let number = u32::try_from(first >> 32).unwrap_or(0);
    let mut slot = slot(number);
    while TABLE[slot].0 != 0 {
        if TABLE[slot].0 == number {
            return TABLE[slot].1;
        }
        slot = (slot + 1) % SLOTS;
    }
    Kinds::NONE
}

impl Glance {
    /// Looks at `text`.
    pub fn of(text: &str) -> Self {
        let Some(letters) = Letters::of(text) else { return Self::of_long(text) };
        let blank = |byte: Option<&u8>| byte.is_none_or(|&byte| byte == b' ');
        let ends_blank = blank(text.as_bytes().first()) || blank(text.as_bytes().last());
        let (mut kinds, mut key) = (Kinds::NONE, Key::default());
        let plain = each_word(&letters, |first, word, _| {
            kinds = kinds.with(kind(first));
            key.add(first, word);
        });
        if letters.is_strange() {
            kinds = Kinds::ALL;
        } else if !plain {
            kinds = letters.words().fold(Kinds::NONE, |kinds, (start, end)| kinds.with(kind(letters.first(start, end))));
        }
        let strange = letters.is_strange();
        let tidy = !(strange || ends_blank || letters.is_doubled());
        Self { tidy, lower: letters.has_lower_case(), strange, kinds, key: if plain { key.get() } else { None } }
    }

    fn of_long(text: &str) -> Self {
        let strange = !text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        let lower = text.bytes().any(|byte| byte.is_ascii_lowercase());
        Self { tidy: super::is_tidy(text, false), lower, strange, kinds: Kinds::ALL, key: None }
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

    /// Whether a word of one of these kinds may stand in it.
    pub fn may_hold(&self, kinds: Kinds) -> bool {
        self.kinds.0 & kinds.0 != 0
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
            ("The HMO", [false, true, false]),
            ("Seed Institute of Tennessee", [false, false, false]),
        ] {
            assert_eq!(kinds.map(|kind| Glance::of(text).may_hold(kind)), expected, "{text}");
        }
        assert!(kinds.iter().all(|&kind| Glance::of(&"A".repeat(65)).may_hold(kind)), "of a long text nothing is said");
    }
}
