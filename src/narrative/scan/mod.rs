//! The first look at a text, in one pass over its words: which kinds of words stand in it, which statements some sentence may make, and
//! where its numbers are. It decides whether a close reading could tell anything, and no more.

mod table;

use std::ops::Range;
use std::sync::LazyLock;

use super::anchors::{self, Anchors};
use super::block::{BLOCK, begins, block, first, is_digit, is_word, mask, places};
use super::statements::{self, Statement};
use table::{Sign, Table};

/// What a first look found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scan {
    anchors: Anchors,
    /// By statement, whether one of its phrases stands anywhere.
    marks: u64,
    /// Where runs of digits begin. A full list may lack some.
    numbers: Vec<u32>,
    /// Where words for outside parties begin. A full list may lack some.
    parties: Vec<u32>,
}

/// Numbers, and words for outside parties, whose places are kept.
const MOST: usize = 64;

/// Without its table nothing is known of a text, and everything is read closely.
static TABLE: LazyLock<Option<Table>> = LazyLock::new(|| {
    let marks = statements::ALL
        .iter()
        .enumerate()
        .flat_map(|(bit, statement)| statement.any.iter().map(move |phrase| (*phrase, Sign::Mark(1 << bit))));
    Table::new(anchors::WORDS.iter().map(|&(word, kind)| (word, Sign::Anchor(kind.bits()))).chain(marks))
});

/// Looks at `text`. Time is linear in its length; memory is bounded.
pub fn scan(text: &str) -> Scan {
    let Some(table) = &*TABLE else {
        return Scan { anchors: Anchors::ALL, marks: u64::MAX, numbers: vec![0; MOST], parties: vec![0; MOST] };
    };
    let bytes = text.as_bytes();
    let mut found = Scan::default();
    let mut next = block(bytes, 0);
    let mut next_word = mask(&next, is_word);
    let (mut word_before, mut digit_before) = (0, 0);
    let mut start = 0;
    while start < bytes.len() {
        let (word, digit) = (next_word, mask(&next, is_digit));
        next = block(bytes, start + BLOCK);
        next_word = mask(&next, is_word);
        let numbers = begins(digit, digit_before);
        for bit in places(numbers) {
            found.note(start + bit, true);
        }
        for bit in places(begins(word, word_before) & !numbers) {
            let at = start + bit;
            if !table.opens(bytes, at) {
                continue;
            }
            // The bits of this word and what follows, over the end of the block.
            let goes_on = word >> bit | (next_word << 1) << (BLOCK - 1 - bit);
            let length = goes_on.trailing_ones().min(8);
            // In small letters; digits have this bit already.
            let key = (u64::from_le_bytes(first(bytes, at)) | 0x2020_2020_2020_2020) & u64::MAX >> (64 - 8 * length);
            let known = found.marks;
            table.find(text, at, key, known, |sign| match sign {
                Sign::Mark(mark) => found.marks |= mark,
                Sign::Anchor(kind) => found.anchor(at, Anchors::from_bits(kind)),
            });
        }
        (word_before, digit_before) = (word, digit);
        start += BLOCK;
    }
    found
}

impl Scan {
    fn note(&mut self, at: usize, number: bool) {
        let list = if number { &mut self.numbers } else { &mut self.parties };
        match u32::try_from(at) {
            Ok(at) if list.len() < MOST => list.push(at),
            Ok(_) => {}
            // Farther than a place can tell.
            Err(_) => list.resize(MOST, 0),
        }
    }

    fn anchor(&mut self, at: usize, kind: Anchors) {
        self.anchors = self.anchors.with(kind);
        if kind.any(Anchors::PARTIES) {
            self.note(at, false);
        }
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
        (self.numbers.len() < MOST).then_some(&self.numbers)
    }

    /// Where words for outside parties begin; none where there are too many to be kept.
    pub fn parties(&self) -> Option<&[u32]> {
        (self.parties.len() < MOST).then_some(&self.parties)
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

    #[test]
    fn every_phrase_is_filed_and_every_statement_has_its_number() {
        assert!(TABLE.is_some());
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
