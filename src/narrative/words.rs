//! A text cut into words, and phrases looked for at word boundaries. Knows no meaning.

use std::ops::Range;

use wide::u8x16;

use super::among::Among;
use super::block::{BLOCK, begins, block, digits, equal, letters, mask, places, within};

/// A word, a number or a mark, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// First byte in the text.
    pub(crate) start: usize,
    /// What stands there.
    pub(crate) text: &'t str,
}

impl Word<'_> {
    /// One past its last byte.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a digit.
    pub(crate) fn is_number(&self) -> bool {
        self.text.as_bytes().first().is_some_and(u8::is_ascii_digit)
    }

    /// Whether it is a word or number, not a mark.
    pub(crate) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Whether it begins with a capital letter.
    pub(crate) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is `word`, in any case. A possessive `'s` does not count.
    pub(crate) fn is(&self, word: &str) -> bool {
        #[cfg(test)]
        steps::note();
        let (own, wanted) = (self.text.as_bytes(), word.as_bytes());
        // First letters and lengths tell most words apart.
        if !own.first().zip(wanted.first()).is_some_and(|(own, wanted)| own.eq_ignore_ascii_case(wanted)) {
            return false;
        }
        match own.len().wrapping_sub(wanted.len()) {
            0 => own.eq_ignore_ascii_case(wanted),
            2 => own.ends_with(b"'s") && own[..wanted.len()].eq_ignore_ascii_case(wanted),
            4 => own.ends_with("\u{2019}s".as_bytes()) && own[..wanted.len()].eq_ignore_ascii_case(wanted),
            _ => false,
        }
    }

    /// Whether it is one of a longer list. A possessive `'s` does not count.
    pub(super) fn is_among<const N: usize>(&self, list: &Among<N>) -> bool {
        #[cfg(test)]
        steps::note();
        let bare = self.bare();
        list.position(self.text).is_some() || bare.len() < self.text.len() && list.position(bare).is_some()
    }

    /// It without a possessive `'s`.
    #[inline]
    pub(super) fn bare(&self) -> &str {
        let owner = self.text.strip_suffix('s').and_then(|rest| rest.strip_suffix(['\'', '\u{2019}']));
        owner.unwrap_or(self.text)
    }

    /// Whether it is one of `words`.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// The words of `text`: runs of letters and digits with the apostrophes inside them, numbers with their separators (`2,764`, `1.2`), and
/// every other mark by itself.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 5);
    let look = |start: usize| {
        let here = block(bytes, start);
        let letters = mask(&here, |bytes| letters(bytes) | digits(bytes));
        // Behind the end of the text there are zeros.
        (letters, mask(&here, blanks) | past(bytes.len().saturating_sub(start)))
    };
    let mut next_block = look(0);
    let (mut start, mut letter_before, mut done) = (0, 0, 0);
    while start < bytes.len() {
        let (letter, blank) = next_block;
        next_block = look(start + BLOCK);
        for bit in places(begins(letter, letter_before) | !(letter | blank)) {
            let at = start + bit;
            if at < done {
                continue;
            }
            #[cfg(test)]
            steps::note();
            // The letters of this word and what follows, over the end of the block. A longer word is cut like one that may go on.
            let run = (letter >> bit | (next_block.0 << 1) << (BLOCK - 1 - bit)).trailing_ones() as usize;
            let word = match bytes.get(at + run) {
                Some(&next) if run < BLOCK && !goes_on(bytes[at], next) => Word { start: at, text: &text[at..at + run.max(1)] },
                None if run < BLOCK => Word { start: at, text: &text[at..] },
                _ => match careful(text, at) {
                    Some(word) => word,
                    None => return found,
                },
            };
            done = word.end();
            found.push(word);
        }
        letter_before = letter;
        start += BLOCK;
    }
    found
}

/// Bits of a block of which only `left` bytes are text: those behind it.
fn past(left: usize) -> u64 {
    if left < BLOCK { u64::MAX << left } else { 0 }
}

/// Which bytes are ASCII white space.
#[inline]
fn blanks(bytes: u8x16) -> u8x16 {
    equal(bytes, b' ') | within(bytes, b'\t', b'\r')
}

/// Whether a word that begins with `first` may go on at `next`, which is no letter; or whether `next`, where it stands alone, is more than a mark.
#[inline]
fn goes_on(first: u8, next: u8) -> bool {
    match KINDS[usize::from(next)] {
        Kind::Careful if matches!(next, b',' | b'.') => first.is_ascii_digit(),
        kind => kind == Kind::Careful,
    }
}

/// The same, one after another.
pub(super) fn cut(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let word = next(text, at)?;
        at = word.end();
        Some(word)
    })
}

/// The first word at `at` or behind it.
#[inline]
fn next(text: &str, at: usize) -> Option<Word<'_>> {
    #[cfg(test)]
    steps::note();
    let rest = text.as_bytes().get(at..)?;
    let kind = |byte: &u8| KINDS[usize::from(*byte)];
    let blanks = rest.iter().take_while(|byte| kind(byte) == Kind::Blank).count();
    let (start, rest) = (at + blanks, &rest[blanks..]);
    let letters = rest.iter().take_while(|byte| kind(byte) == Kind::Letter).count();
    // Most words end at a blank, and most marks are alone; what may go on is cut with care.
    if rest.get(letters).is_some_and(|&byte| goes_on(rest[0], byte)) {
        return careful(text, start);
    }
    text.get(start..start + letters.max(1)).map(|text| Word { start, text })
}

/// What stands behind the number with which `rest` begins.
pub(super) fn behind_number(rest: &str) -> &str {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let joins = matches!(byte, b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_alphanumeric() || joins) {
            break;
        }
        end += 1;
    }
    // Other letters than ASCII may go on with it.
    let end = if bytes.get(end).is_some_and(u8::is_ascii) { end } else { next(rest, 0).map_or(0, |word| word.end()) };
    rest.get(end..).unwrap_or_default()
}

/// What a byte may be to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// White space.
    Blank,
    /// An ASCII letter or digit.
    Letter,
    /// A mark by itself.
    Mark,
    /// A mark that may join a word, or part of another character than ASCII.
    Careful,
}

static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Mark; 256];
    let mut at: u8 = 0;
    while at < 128 {
        kinds[at as usize] = match at {
            b' ' | b'\t'..=b'\r' => Kind::Blank,
            b'\'' | b',' | b'.' => Kind::Careful,
            byte if byte.is_ascii_alphanumeric() => Kind::Letter,
            _ => Kind::Mark,
        };
        kinds[at as usize + 128] = Kind::Careful;
        at += 1;
    }
    kinds
};

/// The first word at `at` or behind it, whatever it is made of.
fn careful(text: &str, mut at: usize) -> Option<Word<'_>> {
    loop {
        let first = character(text, at)?;
        #[cfg(test)]
        steps::note();
        let start = at;
        at += first.len_utf8();
        if first.is_whitespace() {
            continue;
        }
        if is_letter(first) {
            while let Some(next) = character(text, at) {
                let after = at + next.len_utf8();
                if !(is_letter(next) || joins(next, first) && follows(text, after, first)) {
                    break;
                }
                at = after;
            }
        }
        return Some(Word { start, text: &text[start..at] });
    }
}

/// Whether `mark` is a letter or digit. Quotation marks and dashes, the most common that are not ASCII, are told at once.
fn is_letter(mark: char) -> bool {
    !matches!(mark, '\u{2010}'..='\u{2027}') && mark.is_alphanumeric()
}

/// The character at `at`, mostly one byte.
fn character(text: &str, at: usize) -> Option<char> {
    let &byte = text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() }
}

/// Whether `mark` may stand inside a word that begins with `first`.
fn joins(mark: char, first: char) -> bool {
    match mark {
        '\'' | '\u{2019}' => !first.is_ascii_digit(),
        ',' | '.' => first.is_ascii_digit(),
        _ => false,
    }
}

/// Whether the word goes on at `at`.
fn follows(text: &str, at: usize, first: char) -> bool {
    let next = character(text, at);
    next.is_some_and(|next| if first.is_ascii_digit() { next.is_ascii_digit() } else { next.is_alphanumeric() })
}

/// What stands in the bracket with which `text` begins, and behind it. A bracket that is not closed soon is none.
pub(super) fn bracketed(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 128;
    let inside = text.strip_prefix('(')?;
    let close = memchr::memchr(b')', &inside.as_bytes()[..inside.len().min(LONGEST)])?;
    Some((&inside[..close], &inside[close + 1..]))
}

/// Where `phrase` stands in `text`, in any ASCII case, as whole words. `phrase` is lower case; a trailing `*` lets its last word go on.
pub(crate) fn phrase(text: &str, phrase: &str) -> Option<Range<usize>> {
    let (phrase, open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
    let (bytes, wanted) = (text.as_bytes(), phrase.as_bytes());
    // Looked for by its rarest letter.
    let (offset, &rare) = wanted.iter().enumerate().min_by_key(|(_, byte)| COMMONNESS[usize::from(**byte)])?;
    let mut from = offset;
    while let Some(found) = memchr::memchr2(rare, rare.to_ascii_uppercase(), bytes.get(from..)?) {
        #[cfg(test)]
        steps::note();
        let start = from + found - offset;
        let end = start + wanted.len();
        let whole = bytes.get(start..end).is_some_and(|there| there.eq_ignore_ascii_case(wanted))
            && !text[..start].ends_with(char::is_alphanumeric)
            && (open || !text[end..].starts_with(char::is_alphanumeric));
        if whole {
            return Some(start..end);
        }
        from = start + offset + 1;
    }
    None
}

/// How common each byte is in English; marks and digits count as rare.
const COMMONNESS: [u8; 256] = {
    let letters = b"zqjxkvbywgpfmucdlhrsnioate ";
    let mut table = [0; 256];
    let mut rank: u8 = 1;
    while (rank as usize) <= letters.len() {
        table[letters[rank as usize - 1] as usize] = rank;
        rank += 1;
    }
    table
};

/// The first of `phrases` that stands in `text`.
pub(crate) fn any_phrase(text: &str, phrases: &[&str]) -> Option<Range<usize>> {
    if phrases.len() < FEW {
        return phrases.iter().find_map(|wanted| phrase(text, wanted));
    }
    let pairs = Pairs::of(text);
    phrases.iter().filter(|wanted| pairs.may_hold(wanted)).find_map(|wanted| phrase(text, wanted))
}

/// So few phrases are looked for one by one.
const FEW: usize = 4;

/// Which pairs of letters stand side by side in a text, upper and lower case alike: a phrase with another pair stands nowhere in it.
struct Pairs([u64; 16]);

impl Pairs {
    fn of(text: &str) -> Self {
        let mut set = [0; 16];
        for pair in text.as_bytes().windows(2) {
            let bit = Self::bit(pair);
            set[bit / 64] |= 1 << (bit % 64);
        }
        Self(set)
    }

    /// Whether all pairs of `phrase` are there; other pairs may stand for them.
    fn may_hold(&self, phrase: &str) -> bool {
        let stem = phrase.strip_suffix('*').unwrap_or(phrase);
        stem.as_bytes().windows(2).map(Self::bit).all(|bit| self.0[bit / 64] & (1 << (bit % 64)) != 0)
    }

    /// Five bits of each byte, in which upper and lower case are the same.
    fn bit(pair: &[u8]) -> usize {
        usize::from(pair[0] & 31) << 5 | usize::from(pair[1] & 31)
    }
}

/// Whether one of `phrases` stands in `text`.
pub(crate) fn has_phrase(text: &str, phrases: &[&str]) -> bool {
    any_phrase(text, phrases).is_some()
}

/// How often words were compared: what reading a text costs, whatever the machine.
#[cfg(test)]
pub(super) mod steps {
    use std::cell::Cell;

    thread_local! {
        static TAKEN: Cell<u64> = const { Cell::new(0) };
    }

    pub(in crate::narrative) fn note() {
        TAKEN.with(|taken| taken.set(taken.get() + 1));
    }

    /// The steps that `work` takes.
    pub(in crate::narrative) fn of(work: impl FnOnce()) -> u64 {
        TAKEN.with(|taken| taken.set(0));
        work();
        TAKEN.with(Cell::get)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_separators_and_words_their_apostrophes() {
        let texts: Vec<&str> = words("The CE's 2,764 files, 1.2 million (e-PHI).").iter().map(|word| word.text).collect();
        assert_eq!(texts, ["The", "CE's", "2,764", "files", ",", "1.2", "million", "(", "e", "-", "PHI", ")", "."]);
    }

    /// The quick way cuts as the careful one does, whatever stands side by side.
    #[test]
    fn plain_words_are_cut_like_any_other() {
        let pieces =
            ["a", "Zz", "9", "12", "'", "\u{2019}", ",", ".", " ", "\n", "\u{b}", "\u{a0}", "\u{e9}", "-", "(", "\u{301}", "\u{1f}"];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    for fourth in pieces {
                        let text = [first, second, third, fourth].concat();
                        let mut at = 0;
                        let carefully: Vec<&str> = std::iter::from_fn(|| {
                            let word = careful(&text, at)?;
                            at = word.end();
                            Some(word.text)
                        })
                        .collect();
                        assert_eq!(cut(&text).map(|word| word.text).collect::<Vec<_>>(), carefully, "{text:?}");
                        if let Some(number) = carefully.first().filter(|word| word.starts_with(|first: char| first.is_ascii_digit())) {
                            assert_eq!(behind_number(text.trim_start()).len(), text.trim_start().len() - number.len(), "{text:?}");
                        }
                        // Across the end of a block too.
                        let far = format!("{}{text}", "-".repeat(61));
                        assert_eq!(words(&far)[61..].iter().map(|word| word.text).collect::<Vec<_>>(), carefully, "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_phrase_stands_at_word_boundaries() {
        assert_eq!(phrase("No Encryption; no risk analysis.", "no risk analysis"), Some(15..31));
        assert_eq!(phrase("casino risk", "no risk"), None);
        assert_eq!(phrase("risks", "risk"), None);
        assert!(has_phrase("the vendors", &["clerk", "vendor*"]));
        assert_eq!(phrase("\u{2019}s caf\u{e9} caf", "caf"), Some(11..14));
    }
}
