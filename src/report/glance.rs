//! A first look at a name or another short text. What one pass over its bytes tells is enough for most rules about most names.

/// A letter in lower case.
const LOWER: u8 = 1;
/// A space.
const BLANK: u8 = 1 << 1;
/// Neither printable ASCII nor a space.
const STRANGE: u8 = 1 << 2;

/// What each byte is.
static KINDS: [u8; 256] = {
    let mut kinds = [STRANGE; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        kinds[byte as usize] = match byte {
            b' ' => BLANK,
            b'a'..=b'z' => LOWER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// What a first look at a text finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    kinds: u8,
    tidy: bool,
    pairs: u64,
}

impl Glance {
    /// Looks at `text`.
    pub fn of(text: &str) -> Self {
        let (mut kinds, mut doubled, mut pairs) = (0, 0, 0);
        let (mut before, mut kind) = (0, BLANK);
        for &byte in text.as_bytes() {
            let last = std::mem::replace(&mut kind, KINDS[usize::from(byte)]);
            kinds |= kind;
            doubled |= kind & last;
            pairs |= pair(before, byte);
            before = byte;
        }
        Self { kinds, tidy: (kinds & STRANGE) | ((doubled | kind) & BLANK) == 0, pairs }
    }

    /// Whether the text is ASCII with single spaces between words, none at either end, and no control character.
    pub fn is_tidy(self) -> bool {
        self.tidy
    }

    /// Whether it holds a letter in lower case, among those of ASCII.
    pub fn has_lower_case(self) -> bool {
        self.kinds & LOWER != 0
    }

    /// Whether it holds anything but printable ASCII.
    pub fn is_strange(self) -> bool {
        self.kinds & STRANGE != 0
    }

    /// Whether `stem` may stand in it, whatever its case: each pair of its letters does.
    pub fn may_hold(self, stem: &Stem) -> bool {
        stem.pairs & !self.pairs == 0
    }
}

/// A piece of words that is looked for: ASCII in lower case.
#[derive(Debug)]
pub struct Stem {
    letters: &'static str,
    pairs: u64,
}

impl Stem {
    /// The stem of these letters.
    pub const fn new(letters: &'static str) -> Self {
        let bytes = letters.as_bytes();
        let (mut pairs, mut at) = (0, 1);
        while at < bytes.len() {
            pairs |= pair(bytes[at - 1], bytes[at]);
            at += 1;
        }
        Self { letters, pairs }
    }

    /// Its letters.
    pub fn letters(&self) -> &'static str {
        self.letters
    }
}

/// The bit of a pair of letters, the same in either case; some pairs share one.
const fn pair(one: u8, next: u8) -> u64 {
    1 << ((((one << 2) ^ next) & 31) | ((one & 8) << 2))
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
    }

    #[test]
    fn a_stem_may_stand_where_it_stands() {
        let stems = [Stem::new("see "), Stem::new("plan"), Stem::new("hmo")];
        for (text, stem) in [("See list", 0), ("OLD MILL HEALTH PLAN", 1), ("please see attached", 0), ("The Hmong HMO", 2)] {
            assert!(Glance::of(text).may_hold(&stems[stem]), "{text}");
        }
        assert!(stems.iter().all(|stem| !Glance::of("Far Hill Dental").may_hold(stem)));
    }
}
