//! Names of organizations, folded so that two spellings of one name are equal. The only place that folds: record ids, duplicates and variants rest on it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::glance::Glance;
use super::plain_name::{self, Folded};
use super::word::{Says, first, known};

/// Whether a byte is a letter or digit of ASCII.
static IN_WORDS: [bool; 256] = {
    let mut in_words = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        in_words[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    in_words
};

/// What stands in front of "as" between a legal name and another one.
const IN_FRONT_OF_AS: [[&str; 2]; 4] = [["doing", "business"], ["formerly", "known"], ["also", "known"], ["now", "known"]];
/// Names of more words are put in order before repeated words are looked for.
const FEW_WORDS: usize = 32;

/// One word of a name, as bytes of the folder's text.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    /// Its first eight bytes as a number.
    first: u64,
    /// A number for all of it.
    hash: u64,
    says: Says,
}

impl Word {
    /// The word `text[start..end]`, which stands as `P.A.`, behind a comma and the like where it is `marked`.
    fn new(text: &[u8], start: usize, end: usize, marked: bool) -> Self {
        let first = first(text, start, end);
        let known = known(&text[start..end], first);
        let says = if known.says == Says::FormIfMarked && marked { Says::Form } else { known.says };
        Self { start, end, first, hash: known.hash, says }
    }

    fn counts(self) -> bool {
        matches!(self.says, Says::Plain | Says::FormIfMarked | Says::As | Says::Doctor)
    }
}

/// A word that is being read, as bytes of the name.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    letters: usize,
    start: usize,
    end: usize,
    /// Whether something else stands between its letters.
    gaps: bool,
}

impl Open {
    fn add(&mut self, at: usize) {
        if self.letters == 0 {
            self.start = at;
        } else {
            self.gaps |= at != self.end;
        }
        self.end = at + 1;
        self.letters += 1;
    }
}

/// Folds names one after another, without allocating once it is warm.
///
/// Case, accents, punctuation, the order and repetition of words, legal forms (`Inc.`, `LLC`, `P.C.`), "and", "the" and the words "d/b/a" and
/// "f/k/a" are folded away, as in the fingerprint of OpenRefine. Nothing is expanded: "St." and "Saint" stay apart. A name without any other
/// word keeps its legal form, so that only a name without letters and digits folds to nothing.
#[derive(Debug, Clone, Default)]
pub struct NameFolder {
    text: String,
    words: Vec<Word>,
    out: Vec<u8>,
    plain: Folded,
}

impl NameFolder {
    /// The folded form of `name`: its words in lower case, sorted, with one space between.
    pub fn fold(&mut self, name: &str) -> &str {
        std::str::from_utf8(self.fold_bytes(name)).unwrap_or_default()
    }

    /// The same as the bytes of its UTF-8.
    pub fn fold_bytes(&mut self, name: &str) -> &[u8] {
        self.fold_with(name, b"")
    }

    /// The same with `behind` behind it.
    pub fn fold_with(&mut self, name: &str, behind: &[u8]) -> &[u8] {
        self.fold_seen(name, None, behind)
    }

    /// The same for a name at which somebody glanced, and which need not be looked at again for what that found.
    pub(crate) fn fold_seen(&mut self, name: &str, glance: Option<Glance>, behind: &[u8]) -> &[u8] {
        let counting = glance.and_then(|glance| glance.counting());
        let folded = match counting {
            Some(counting) => self.plain.fold_known(name, counting),
            None => self.plain.fold(name),
        };
        if folded {
            debug_assert!(counting.is_none() || self.plain.bytes() == folded_any(name), "the glance was at this name");
            if self.plain.put(behind) {
                return self.plain.bytes();
            }
        }
        self.fold_any(name);
        self.out.extend_from_slice(behind);
        &self.out
    }

    fn fold_any(&mut self, name: &str) {
        self.read(name);
        self.write(0..self.words.len());
    }

    /// A number for the folded form, the same for every spelling; 0 where nothing is left. It spares putting the words in order.
    pub fn key(&mut self, name: &str) -> u64 {
        plain_name::key(name).unwrap_or_else(|| self.key_of_any(name))
    }

    fn key_of_any(&mut self, name: &str) -> u64 {
        self.read(name);
        let any = self.words.iter().any(|word| word.counts());
        if self.words.len() > FEW_WORDS {
            self.write(0..self.words.len());
            let of = |word: &[u8]| known(word, first(word, 0, word.len())).hash;
            return self.out.split(|byte| *byte == b' ').fold(0_u64, |key, word| key.wrapping_add(of(word))).max(1);
        }
        let (mut met, mut count, mut key) = ([0_u64; FEW_WORDS], 0, 0_u64);
        for hash in self.words.iter().filter(|word| !any || word.counts()).map(|word| word.hash) {
            if !met[..count].contains(&hash) {
                met[count] = hash;
                count += 1;
                key = key.wrapping_add(hash);
            }
        }
        if self.words.is_empty() { 0 } else { key.max(1) }
    }

    /// The folded forms of the names that stand on either side of "d/b/a" or "f/k/a"; one, where there is none.
    pub fn fold_each(&mut self, name: &str) -> Vec<String> {
        self.read(name);
        let ends: Vec<usize> = (0..self.words.len()).filter(|&at| self.words[at].says == Says::Between).chain([self.words.len()]).collect();
        let mut start = 0;
        let mut each = Vec::new();
        for end in ends {
            if end > start {
                self.write(start..end);
                each.push(String::from_utf8_lossy(&self.out).into_owned());
            }
            start = end + 1;
        }
        each.dedup();
        each
    }

    fn read(&mut self, name: &str) {
        self.text.clear();
        self.words.clear();
        if name.is_ascii() {
            self.cut_ascii(name);
        } else {
            let repaired = super::read::repaired(name);
            self.cut(repaired.nfkd().filter(|&character| !is_combining_mark(character)));
        }
        for at in 0..self.words.len() {
            match self.words[at].says {
                Says::As if at >= 2 && IN_FRONT_OF_AS.contains(&[self.word(at - 2), self.word(at - 1)]) => {
                    self.words[at - 2..=at].iter_mut().for_each(|word| word.says = Says::Between);
                }
                Says::Doctor if at > 1 && !matches!(self.word(at - 1), "of" | "in") => self.words[at].says = Says::Form,
                _ => {}
            }
        }
    }

    /// Cuts the name into words. Apostrophes join; so do dots and slashes between single letters (`P.C.`, `d/b/a`).
    fn cut(&mut self, characters: impl Iterator<Item = char>) {
        let mut start = 0;
        // Where the letters since the last dot begin, and whether the word has a dot.
        let (mut piece, mut dotted, mut comma) = (0, false, false);
        for character in characters {
            if character.is_alphanumeric() {
                if dotted && piece > start && self.text.len() == piece + 1 {
                    // "J.Smith": the letters behind the dot are a word of their own.
                    self.word_ends(start, piece, comma || piece > start + 1);
                    (start, dotted, comma) = (piece, false, false);
                }
                if character.is_ascii() {
                    self.text.push(character.to_ascii_lowercase());
                } else {
                    self.text.extend(character.to_lowercase());
                }
            } else if matches!(character, '.' | '/') && self.text.len() == piece + 1 {
                dotted = true;
                piece = self.text.len();
            } else if !matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}') {
                let ended = self.text.len() > start;
                self.word_ends(start, self.text.len(), dotted || comma || character == '.');
                (start, piece, dotted) = (self.text.len(), self.text.len(), false);
                comma = character == ',' || (comma && !ended);
            }
        }
        self.word_ends(start, self.text.len(), dotted || comma);
    }

    /// The same for a name in ASCII, as most are: words are left where they stand.
    fn cut_ascii(&mut self, name: &str) {
        self.text.push_str(name);
        self.text.make_ascii_lowercase();
        let (mut start, mut comma) = (0, false);
        for (at, &byte) in self.text.as_bytes().iter().enumerate() {
            if IN_WORDS[usize::from(byte)] {
                continue;
            }
            // Behind a single letter these may join; behind more they part words, and a dot marks the word in front of it.
            if matches!(byte, b'\'' | b'`') || (at == start + 1 && matches!(byte, b'.' | b'/')) {
                self.words.clear();
                self.cut_joined(name);
                return;
            }
            if at > start {
                self.words.push(Word::new(self.text.as_bytes(), start, at, comma || byte == b'.'));
                comma = false;
            }
            comma |= byte == b',';
            start = at + 1;
        }
        if self.text.len() > start {
            self.words.push(Word::new(self.text.as_bytes(), start, self.text.len(), comma));
        }
    }

    /// The same for one that holds what may join letters. Only words with something in between are written anew.
    fn cut_joined(&mut self, name: &str) {
        let mut word = Open::default();
        // Of the word's letters, those up to its last dot.
        let mut piece = Open::default();
        let (mut dotted, mut comma) = (false, false);
        for (at, byte) in name.bytes().enumerate() {
            if byte.is_ascii_alphanumeric() {
                if dotted && piece.letters > 0 && word.letters == piece.letters + 1 {
                    self.closes(piece, comma || piece.letters > 1);
                    word = Open { letters: 1, start: word.end - 1, end: word.end, gaps: false };
                    (piece, dotted, comma) = (Open::default(), false, false);
                }
                word.add(at);
            } else if matches!(byte, b'.' | b'/') && word.letters == piece.letters + 1 {
                dotted = true;
                piece = word;
            } else if !matches!(byte, b'\'' | b'`') {
                let ended = word.letters > 0;
                self.closes(word, dotted || comma || byte == b'.');
                (word, piece, dotted) = (Open::default(), Open::default(), false);
                comma = byte == b',' || (comma && !ended);
            }
        }
        self.closes(word, dotted || comma);
    }

    fn closes(&mut self, word: Open, marked: bool) {
        let Open { letters, start, end, gaps } = word;
        if letters == 0 {
            return;
        }
        if gaps {
            let anew = self.text.len();
            for at in start..end {
                let letter = char::from(self.text.as_bytes()[at]);
                if letter.is_ascii_alphanumeric() {
                    self.text.push(letter);
                }
            }
            self.word_ends(anew, self.text.len(), marked);
        } else {
            self.word_ends(start, end, marked);
        }
    }

    fn word_ends(&mut self, start: usize, end: usize, marked: bool) {
        if end > start {
            self.words.push(Word::new(self.text.as_bytes(), start, end, marked));
        }
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].start..self.words[at].end]
    }

    fn write(&mut self, which: std::ops::Range<usize>) {
        let text = &self.text;
        let said = |word: &Word| &text[word.start..word.end];
        let words = &mut self.words[which];
        let any = words.iter().any(|word| word.counts());
        words.sort_unstable_by(|one, other| one.first.cmp(&other.first).then_with(|| said(one).cmp(said(other))));
        self.out.clear();
        let mut last = None;
        for word in words.iter().filter(|word| !any || word.counts()) {
            let said = said(word);
            if last == Some(said) {
                continue;
            }
            if last.is_some() {
                self.out.push(b' ');
            }
            self.out.extend_from_slice(said.as_bytes());
            last = Some(said);
        }
    }
}

/// The folded form of `name`, looked at closely.
fn folded_any(name: &str) -> Vec<u8> {
    let mut folder = NameFolder::default();
    folder.fold_any(name);
    folder.out
}

/// The folded form of one name; see [`NameFolder`].
pub fn folded(name: &str) -> String {
    NameFolder::default().fold(name).to_owned()
}

/// The folded names that `name` gives: one, or two where it says "d/b/a"; none where it has neither letters nor digits.
pub fn keys(name: &str) -> Vec<String> {
    NameFolder::default().fold_each(name)
}

/// The words of `name` in lower case and as they stand, each between spaces: for finding a phrase in it.
pub(crate) fn words(name: &str) -> String {
    let mut folder = NameFolder::default();
    folder.read(name);
    (0..folder.words.len()).fold(String::from(" "), |mut words, at| {
        words.push_str(folder.word(at));
        words.push(' ');
        words
    })
}

/// Whether `word`, with whatever punctuation it carries, is a company's legal form.
pub(super) fn is_legal_form(word: &str) -> bool {
    let plain: String = word.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    !plain.is_empty() && matches!(known(plain.as_bytes(), first(plain.as_bytes(), 0, plain.len())).says, Says::Form | Says::FormIfMarked)
}

/// Whether two names differ at most by case, punctuation, legal form, the order of words, or the name under which business is done.
pub fn alike(one: &str, other: &str) -> bool {
    let others = keys(other);
    keys(one).iter().any(|key| others.contains(key)) || (!others.is_empty() && folded(one) == folded(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (name, other) in [
            ("Old Mill Clinic, Inc.", "OLD MILL CLINIC"),
            ("Old Mill Clinic, P.C.", "Old Mill Clinic PC"),
            ("Old Mill Clinic L.L.C.", "Clinic, Old  Mill LLC "),
            ("Smith & Jones Dental", "Smith and Jones Dental"),
            ("Children\u{2019}s Clinic", "Childrens Clinic"),
            ("Children\u{e2}\u{20ac}\u{2122}s Clinic", "Children's Clinic"),
            ("Cl\u{ed}nica Le\u{f3}n", "Clinica Leon"),
            ("Ann Smith, M.D., P.A.", "Ann Smith MD"),
            ("Ashdown & Sons Dental", "Ashdown and Sons Dental, D.D.S."),
            ("J.Smith Dental Co.", "J. Smith Dental"),
            ("Hill Inc. d/b/a Hill Labs", "Hill dba Hill Labs, Inc."),
            ("Hill Inc. doing business as Hill Labs", "Hill D.B.A. Hill Labs"),
        ] {
            assert_eq!(folded(name), folded(other));
            assert_eq!(NameFolder::default().key(name), NameFolder::default().key(other), "{name}");
            assert!(alike(name, other));
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (name, other) in [
            ("University of Washington", "Washington University"),
            ("Planned Care of PA", "Planned Care of SC"),
            ("St. Mary Clinic", "Saint Mary Clinic"),
            ("Clinic 1", "Clinic 2"),
            ("LLC", "Inc."),
            ("Care of MD", "Care of Baltimore"),
        ] {
            assert_ne!(folded(name), folded(other));
            assert_ne!(NameFolder::default().key(name), NameFolder::default().key(other), "{name}");
            assert!(!alike(name, other));
        }
    }

    #[test]
    fn words_are_in_the_order_of_their_letters() {
        let words = ["a", "ab", "abcdefgh", "abcdefghi", "abcdefgi", "abcdefghijklmnop", "abcdefghijklmnopq", "b", "ete", "z9"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            assert_eq!(
                folded(&format!("{one} {other}")),
                if one == other { (*one).to_owned() } else { format!("{} {}", one.min(other), one.max(other)) }
            );
        }
    }

    #[test]
    fn names_in_ascii_are_cut_as_others_are() {
        // Every name of up to six of these characters.
        let letters = ['a', 'P', '.', '/', ',', '\'', ' '];
        let (mut one, mut other) = (NameFolder::default(), NameFolder::default());
        for number in 0..letters.len().pow(6) {
            let name: String = std::iter::successors(Some(number), |rest| Some(rest / letters.len()).filter(|&rest| rest > 0))
                .map(|rest| letters[rest % letters.len()])
                .collect();
            for folder in [&mut one, &mut other] {
                folder.text.clear();
                folder.words.clear();
            }
            one.cut_ascii(&name);
            other.cut(name.chars());
            let words = |folder: &NameFolder| -> Vec<(String, Says)> {
                (0..folder.words.len()).map(|at| (folder.word(at).to_owned(), folder.words[at].says)).collect()
            };
            assert_eq!(words(&one), words(&other), "{name}");
        }
    }

    #[test]
    fn plain_names_are_folded_as_others_are() {
        let parts = [
            "old",
            "Mill",
            "P",
            ".",
            " ",
            ",",
            "/",
            "-",
            " pa",
            " Co.",
            " MD",
            " of",
            " and",
            " as",
            " d/b/a ",
            " Inc",
            "incorporated",
            " community",
            " Communities",
            "old",
        ];
        let (mut one, mut other) = (NameFolder::default(), NameFolder::default());
        for number in 0..parts.len().pow(4) {
            let name: String = std::iter::successors(Some(number), |rest| Some(rest / parts.len()).filter(|&rest| rest > 0))
                .map(|rest| parts[rest % parts.len()])
                .collect();
            other.fold_any(&name);
            assert_eq!(one.fold_bytes(&name), other.out, "{name}");
            assert_eq!(one.fold_seen(&name, Some(Glance::of(&name)), b""), other.out, "{name}");
            assert_eq!(one.fold_with(&name, b"\n1"), [&other.out[..], b"\n1"].concat(), "{name}");
            assert_eq!(one.key(&name), other.key_of_any(&name), "{name}");
        }
    }

    #[test]
    fn a_trade_name_more_is_alike() {
        assert!(alike("Hill Inc.", "Hill, Inc. d/b/a Hill Labs"));
        assert!(alike("Hill f/k/a Dale", "Hill LLC d/b/a Hill Labs"));
        assert!(alike("Hill Labs", "Hill, Inc. d/b/a Hill Labs"));
        assert_eq!(keys("Hill, Inc. d/b/a Labs, formerly known as Dale"), ["hill", "labs", "dale"]);
        assert!(!alike("Hill Labs Group", "Hill, Inc. d/b/a Hill Labs"));
        assert!(!alike("", "d/b/a") && !alike("", "."));
    }

    #[test]
    fn only_a_name_without_letters_folds_to_nothing() {
        assert_eq!(folded(" -- "), "");
        assert_eq!(folded("The Company, LLC"), "company llc the");
        assert_eq!(folded("Blue Cross Blue Shield"), "blue cross shield");
        let (mut folder, long) = (NameFolder::default(), "old mill clinic ".repeat(100));
        assert_eq!((folder.key(" -- "), folder.key(&long)), (0, folder.clone().key("Clinic Mill Old")));
    }
}
