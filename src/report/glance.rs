//! A first look at a name or another short text. What a few steps over its bytes tell is enough for most rules about most names.

/// Bytes that are looked at in one step. Most names have fewer.
const STEP: usize = 64;
/// What stands behind a shorter text: neither a letter in lower case, nor a space, nor strange.
const FILL: u8 = b'A';

/// What a first look at a text finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glance {
    tidy: bool,
    lower: bool,
    strange: bool,
    /// The letters in lower case, other bytes changed likewise, and one byte more; none of a longer text.
    letters: Option<[u8; STEP + 1]>,
}

impl Glance {
    /// Looks at `text`.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut lower, mut strange, mut doubled) = (false, false, false);
        let mut letters = None;
        // Steps lie over each other by a byte, so that no pair is missed. A step of fixed length needs no look at its end.
        for start in (0..bytes.len().max(1)).step_by(STEP - 1) {
            let part = &bytes[start..bytes.len().min(start + STEP)];
            let mut step = [FILL; STEP + 1];
            step[..part.len()].copy_from_slice(part);
            lower |= step[..STEP].iter().fold(false, |found, byte| found | byte.is_ascii_lowercase());
            strange |= step[..STEP].iter().fold(false, |found, byte| found | !matches!(byte, b' '..=b'~'));
            doubled |= step[..STEP].iter().zip(&step[1..]).fold(false, |found, (&one, &next)| found || (one == b' ' && next == b' '));
            letters = (bytes.len() <= STEP).then(|| step.map(|byte| byte | 32));
        }
        let blank = |byte: Option<&u8>| byte.is_none_or(|&byte| byte == b' ');
        let tidy = !(strange || doubled || blank(bytes.first()) || blank(bytes.last()));
        Self { tidy, lower, strange, letters }
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

    /// Whether `stem` may stand in it, whatever its case: its first two letters do.
    pub fn may_hold(&self, stem: &Stem) -> bool {
        let [first, second] = stem.first;
        let pair = |found, (&one, &next): (&u8, &u8)| found || (one == first && next == second);
        self.letters.is_none_or(|letters| letters[..STEP].iter().zip(&letters[1..]).fold(false, pair))
    }
}

/// A piece of words that is looked for: ASCII in lower case, two bytes or more.
#[derive(Debug)]
pub struct Stem {
    letters: &'static str,
    first: [u8; 2],
}

impl Stem {
    /// The stem of these letters.
    pub const fn new(letters: &'static str) -> Self {
        let bytes = letters.as_bytes();
        Self { letters, first: [bytes[0], bytes[1]] }
    }

    /// Its letters.
    pub fn letters(&self) -> &'static str {
        self.letters
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
    fn a_stem_may_stand_where_it_stands() {
        let stems = [Stem::new("see "), Stem::new("plan"), Stem::new("hmo")];
        for (text, stem) in [("See list", 0), ("OLD MILL HEALTH PLAN", 1), ("please see attached", 0), ("The Hmong HMO", 2)] {
            assert!(Glance::of(text).may_hold(&stems[stem]), "{text}");
        }
        assert!(stems.iter().all(|stem| !Glance::of("Far Hill Dental").may_hold(stem)));
        assert!(Glance::of(&"A".repeat(65)).may_hold(&stems[0]), "of a long text nothing is said");
    }
}
