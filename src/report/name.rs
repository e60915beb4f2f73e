//! Names of organizations, folded so that two spellings of one name are equal. The only place that folds: record ids, duplicates and variants rest on it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a company's legal form, and degrees of its owner, wherever they stand.
const FORMS: [&str; 21] = [
    "inc",
    "incorporated",
    "llc",
    "llp",
    "lllp",
    "pllc",
    "pllp",
    "plc",
    "pc",
    "apc",
    "psc",
    "lp",
    "corp",
    "corporation",
    "company",
    "ltd",
    "limited",
    "ps",
    "dds",
    "dmd",
    "dpm",
];
/// The same, but also the postal code of a State or a word of its own: a legal form only as `P.A.`, `Co.` or behind a comma.
const FORMS_IF_MARKED: [&str; 6] = ["co", "pa", "sc", "pl", "sa", "na"];
/// Words that say nothing.
const FILLERS: [&str; 2] = ["and", "the"];
/// What stands between a legal name and a trade or former name.
const MARKERS: [&str; 6] = ["dba", "fka", "aka", "nka", "tdba", "fdba"];
/// The same, written out.
const MARKER_PHRASES: [[&str; 3]; 4] =
    [["doing", "business", "as"], ["formerly", "known", "as"], ["also", "known", "as"], ["now", "known", "as"]];

/// One word of a name, as bytes of the folder's text.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    /// Written with a dot, or first behind a comma: where legal forms stand.
    marked: bool,
    /// Part of what stands between two names.
    between: bool,
    /// "MD" behind the name of a person, and not for Maryland.
    is_doctor: bool,
}

/// Folds names one after another, without allocating once it is warm.
///
/// Case, accents, punctuation, the order and repetition of words, legal forms (`Inc.`, `LLC`, `P.C.`), "and", "the" and the words "d/b/a" and
/// "f/k/a" are folded away, as in the fingerprint of OpenRefine. Nothing is expanded: "St." and "Saint" stay apart. A name without any other
/// word keeps its legal form, so that only a name without letters and digits folds to nothing.
#[derive(Debug, Default)]
pub struct NameFolder {
    text: String,
    words: Vec<Word>,
    out: String,
}

impl NameFolder {
    /// The folded form of `name`: its words in lower case, sorted, with one space between.
    pub fn fold(&mut self, name: &str) -> &str {
        self.read(name);
        self.write(0..self.words.len());
        &self.out
    }

    /// The folded forms of the names that stand on either side of "d/b/a" or "f/k/a"; one, where there is none.
    pub fn fold_each(&mut self, name: &str) -> Vec<String> {
        self.read(name);
        let ends: Vec<usize> = (0..self.words.len()).filter(|&at| self.words[at].between).chain([self.words.len()]).collect();
        let mut start = 0;
        let mut each = Vec::new();
        for end in ends {
            if end > start {
                self.write(start..end);
                each.push(self.out.clone());
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
            self.cut(name.bytes().map(char::from));
        } else {
            let repaired = super::read::repaired(name);
            self.cut(repaired.nfkd().filter(|&character| !is_combining_mark(character)));
        }
        for at in 0..self.words.len() {
            self.words[at].is_doctor = at > 1 && self.word(at) == "md" && !matches!(self.word(at - 1), "of" | "in");
            if MARKERS.contains(&self.word(at)) {
                self.words[at].between = true;
            } else if at + 3 <= self.words.len()
                && MARKER_PHRASES.iter().any(|phrase| (0..3).all(|offset| self.word(at + offset) == phrase[offset]))
            {
                self.words[at..at + 3].iter_mut().for_each(|word| word.between = true);
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
                self.text.extend(character.to_lowercase());
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

    fn word_ends(&mut self, start: usize, end: usize, marked: bool) {
        if end > start {
            self.words.push(Word { start, end, marked, between: false, is_doctor: false });
        }
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].start..self.words[at].end]
    }

    fn write(&mut self, which: std::ops::Range<usize>) {
        let text = &self.text;
        let said = |word: &Word| &text[word.start..word.end];
        let words = &mut self.words[which];
        let counts = |word: &Word| {
            let text = said(word);
            let form = FORMS.contains(&text) || word.is_doctor || (word.marked && FORMS_IF_MARKED.contains(&text));
            !(form || word.between || FILLERS.contains(&text))
        };
        let any = words.iter().any(counts);
        words.sort_unstable_by(|one, other| said(one).cmp(said(other)));
        self.out.clear();
        let mut last = None;
        for word in words.iter().filter(|word| !any || counts(word)) {
            let said = said(word);
            if last == Some(said) {
                continue;
            }
            if last.is_some() {
                self.out.push(' ');
            }
            self.out.push_str(said);
            last = Some(said);
        }
    }
}

/// The folded form of one name; see [`NameFolder`].
pub fn folded(name: &str) -> String {
    NameFolder::default().fold(name).to_owned()
}

/// The folded names that `name` gives: one, or two where it says "d/b/a"; none where it has neither letters nor digits.
pub fn keys(name: &str) -> Vec<String> {
    NameFolder::default().fold_each(name)
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
            assert!(!alike(name, other));
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
    }
}
