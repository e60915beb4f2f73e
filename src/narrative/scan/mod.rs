//! The first look at a text, in one pass over its words: which kinds of words stand in it, which statements some sentence may make, and
//! where its numbers are. It decides whether a close reading could tell anything, and no more.

mod stock;
mod table;
mod window;

use std::ops::Range;
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::anchors::{self, Anchors};
use super::block::{BLOCK, begins, places};
use super::statements::{self, Statement};
use table::{Signs, Table};
use window::Window;

/// What a first look found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    anchors: Anchors,
    /// By statement, whether one of its phrases stands anywhere.
    marks: u64,
    /// Where runs of digits begin.
    numbers: Places,
    /// Where words for outside parties begin.
    parties: Places,
}

/// Places in a text, as many as there is room for. A full list may lack some.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Places(SmallVec<[u32; FEW]>);

/// Places that are kept.
const MOST: usize = 64;
/// Places for which there is room at once; most texts have fewer.
const FEW: usize = 16;

impl Places {
    fn full() -> Self {
        Self(SmallVec::from_elem(0, MOST))
    }

    fn push(&mut self, at: u32) {
        if self.0.len() < MOST {
            self.0.push(at);
        }
    }

    /// All of them; none where there are too many to be kept.
    fn all(&self) -> Option<&[u32]> {
        (self.0.len() < MOST).then_some(&self.0)
    }
}

/// Whose words a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A filer's description, which is asked for everything.
    Filer,
    /// What OCR posted beside few answers: what could only contradict others is not looked for, and counts as said.
    Ocr,
}

/// What is looked for in the words of each voice. Without its table nothing is known of a text, and everything is read closely.
static OF_FILERS: LazyLock<Option<Table>> = LazyLock::new(|| table_but(&Scan::default()));
static OF_OCR: LazyLock<Option<Table>> = LazyLock::new(|| table_but(&unasked()));

/// What is not asked of OCR's texts.
fn unasked() -> Scan {
    Scan { anchors: Anchors::MONTH, marks: statements::OF_FILERS, ..Scan::default() }
}

/// A table of everything that `known` does not tell already.
fn table_but(known: &Scan) -> Option<Table> {
    let statements = statements::ALL.iter().filter(|statement| !known.may_state(statement));
    let marks = |statement: &Statement| Signs { marks: 1 << statement.mark, ..Signs::default() };
    let phrases = statements.flat_map(|statement| statement.any.iter().map(move |phrase| (*phrase, marks(statement))));
    let words = anchors::WORDS.iter().filter(|(_, kind)| !known.anchors.any(*kind));
    Table::new(words.map(|&(word, kind)| (word, Signs { anchors: kind.bits(), ..Signs::default() })).chain(phrases))
}

/// Looks at `text`. Time is linear in its length; memory is bounded.
pub fn scan(text: &str, voice: Voice) -> Scan {
    let (table, mut found) = match voice {
        Voice::Filer => (&*OF_FILERS, Scan::default()),
        Voice::Ocr => (&*OF_OCR, unasked()),
    };
    // Farther than a place can tell nothing is looked for.
    let (Some(table), Ok(length)) = (table, u32::try_from(text.len())) else {
        return Scan { anchors: Anchors::ALL, marks: u64::MAX, numbers: Places::full(), parties: Places::full() };
    };
    let bytes = text.as_bytes();
    let mut window = Window::new(bytes);
    let mut candidates = Candidates::default();
    let (mut word_before, mut digit_before) = (0, 0);
    for start in (0..length).step_by(BLOCK) {
        let ([word, next_word], [digit, _]) = (window.words, window.digits);
        let numbers = begins(digit, digit_before);
        for bit in places(numbers).filter_map(|bit| u32::try_from(bit).ok()) {
            found.numbers.push(start + bit);
        }
        // Under a single letter nothing is filed.
        let two = word & (word >> 1 | next_word << (BLOCK - 1));
        candidates.add(&window, start, begins(word, word_before) & !numbers & two, table);
        // In a block no more words begin than half of its bytes.
        if candidates.count > BLOCK / 2 {
            found.look(table, text, candidates.take());
        }
        (word_before, digit_before) = (word, digit);
        window.advance();
    }
    found.look(table, text, candidates.take());
    found
}

/// Words under which phrases may be filed: where they begin, and their first letters.
struct Candidates {
    words: [(u32, u32); BLOCK],
    count: usize,
}

impl Default for Candidates {
    fn default() -> Self {
        Self { words: [(0, 0); BLOCK], count: 0 }
    }
}

/// Words that are looked at in one go; most blocks have five to ten.
const ROUND: usize = 5;

impl Candidates {
    /// Adds those of `words`, which begin in the block of `window` at `start`, that `table` may know.
    #[inline]
    fn add(&mut self, window: &Window<'_>, start: u32, words: u64, table: &Table) {
        let mut rest = words;
        // How many words a block has, and which of them are known, the processor cannot foretell either: each round is the same work, where
        // there are no more words too, and every word is noted, and written over unless it counts.
        while rest != 0 {
            for _ in 0..ROUND {
                let bit = if rest == 0 { Window::NOTHING } else { rest.trailing_zeros() };
                let letters = window.four(bit);
                self.words[self.count % BLOCK] = (start + bit, letters);
                self.count += usize::from(table.may_know(letters));
                rest &= rest.wrapping_sub(1);
            }
        }
    }

    /// All of them; then there are none.
    fn take(&mut self) -> &[(u32, u32)] {
        let count = std::mem::take(&mut self.count);
        &self.words[..count.min(BLOCK)]
    }
}

impl Scan {
    /// Looks for what stands around `words`, each by its place and its first letters.
    fn look(&mut self, table: &Table, text: &str, words: &[(u32, u32)]) {
        let mut found = Signs { anchors: self.anchors.bits(), marks: self.marks };
        for &(at, letters) in words {
            // A word for an outside party counts each time.
            let known = Signs { anchors: found.anchors & !Anchors::PARTIES.bits(), ..found };
            let signs = table.find(text, at as usize, letters, known);
            found = found.with(signs);
            if signs.anchors & Anchors::PARTIES.bits() != 0 {
                self.parties.push(at);
            }
        }
        (self.anchors, self.marks) = (Anchors::from_bits(found.anchors), found.marks);
    }

    /// Kinds of words that stand in the text.
    pub fn anchors(&self) -> Anchors {
        self.anchors
    }

    /// Whether a phrase of `statement` stands in the text.
    pub fn may_state(&self, statement: &Statement) -> bool {
        self.marks >> statement.mark & 1 == 1
    }

    /// Whether `text`, which was scanned, may hold a date: a month beside a number, or digits with a mark between them.
    pub fn may_hold_date(&self, text: &str) -> bool {
        let marked = |&at: &u32| {
            let behind = text[at as usize..].trim_start_matches(|mark: char| mark.is_ascii_digit());
            behind.starts_with(['-', '/']) && behind.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
        };
        let month = self.anchors.any(Anchors::MONTH);
        self.numbers().is_none_or(|places| !places.is_empty() && (month || places.iter().any(marked)))
    }

    /// Where runs of digits begin; none where there are too many to be kept.
    pub fn numbers(&self) -> Option<&[u32]> {
        self.numbers.all()
    }

    /// Where words for outside parties begin; none where there are too many to be kept.
    pub fn parties(&self) -> Option<&[u32]> {
        self.parties.all()
    }

    /// Whether a word for an outside party may begin within these bytes of the text.
    pub fn party_in(&self, range: &Range<usize>) -> bool {
        let Some(places) = self.parties() else { return true };
        let next = places.partition_point(|&at| (at as usize) < range.start);
        places.get(next).is_some_and(|&at| (at as usize) < range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrative::words::has_phrase;

    fn scan(text: &str) -> Scan {
        super::scan(text, Voice::Filer)
    }

    #[test]
    fn what_is_not_asked_of_ocr_counts_as_said() {
        let text = "On May 5 we lost a paper of a vendor that is not a covered entity, with no medical information";
        let (filers, ocrs) = (scan(text), super::scan(text, Voice::Ocr));
        assert_eq!(ocrs.anchors, filers.anchors);
        assert_eq!(ocrs.marks, filers.marks | statements::OF_FILERS);
        assert_eq!((&ocrs.numbers, &ocrs.parties), (&filers.numbers, &filers.parties));
        assert!(
            super::scan("", Voice::Ocr).may_state(&statements::PLANNED) && !super::scan("", Voice::Ocr).may_state(&statements::EXCLUDED)
        );
    }

    #[test]
    fn every_phrase_is_filed_and_every_statement_has_its_number() {
        assert!(OF_FILERS.is_some() && OF_OCR.is_some());
        assert!(statements::ALL.iter().enumerate().all(|(at, statement)| usize::from(statement.mark) == at));
        assert!(statements::ALL.iter().flat_map(|statement| statement.any).all(|phrase| *phrase == phrase.to_lowercase()));
    }

    /// Wherever a phrase stands, across the ends of blocks too, a first look finds what a search finds.
    #[test]
    fn what_a_search_finds_a_first_look_finds() {
        let rests = ["", " x", "x", "'s", ". x", "\u{e9}", "9", "\u{2019}s"];
        for statement in statements::ALL {
            for phrase in statement.any {
                let phrase = phrase.trim_end_matches('*');
                for (before, behind) in (50..66).zip(rests.iter().cycle()) {
                    for front in [" ", "(", "x", "\u{e9}", "\u{201c}"] {
                        let text = format!("{}{front}{}{behind}", "-".repeat(before), phrase.to_uppercase());
                        assert_eq!(scan(&text).may_state(statement), has_phrase(&text, statement.any), "{text}");
                    }
                }
            }
        }
        for (word, kind) in anchors::WORDS {
            let text = format!("{} {}", "-".repeat(62), word.replace('*', "").to_uppercase());
            assert!(scan(&text).anchors().any(*kind), "{text}");
        }
    }

    #[test]
    fn words_count_by_the_longest_and_numbers_by_their_places() {
        assert!(!scan("in a mailbox, by e-mail").anchors().any(Anchors::POST));
        assert!(scan("by mail").anchors().any(Anchors::POST));
        assert_eq!(scan("on 5/6/2019, x2 of 1,234").numbers(), Some([3, 5, 7, 14, 19, 21].as_slice()));
        assert_eq!(scan("the BA, an Associate (BA)").parties(), Some([4, 11, 22].as_slice()));
        assert!(scan("a vendor. Nobody.").party_in(&(0..9)) && !scan("a vendor. Nobody.").party_in(&(9..17)));
        assert_eq!(scan(&"1 ".repeat(100)).numbers(), None);
        assert_eq!(scan(""), Scan::default());
    }
}
