//! Numbers in digits and in words: `2,764`, `10, 210`, `1.2 million`, `twenty-five hundred`. Knows not what they count.

use super::among::Among;
use super::words::Word;

/// A number that was read.
pub(super) struct Number {
    /// What it comes to.
    pub(super) value: u64,
    /// The word behind it.
    pub(super) after: usize,
    /// Whether it was written in thousands or millions.
    pub(super) round: bool,
}

/// A first look: whether a number may begin with `word`.
#[inline]
pub(super) fn may_begin(word: &Word<'_>) -> bool {
    word.is_number() || UNITS.may_hold(word.text) || TENS.may_hold(word.text)
}

/// The number that begins at `at`: `2,764`, `10, 210`, `1.2 million`, `59 thousand`, `twelve`, `twenty-five hundred`.
pub(super) fn number(words: &[Word<'_>], at: usize) -> Option<Number> {
    let word = words.get(at)?;
    if word.is_number() {
        return in_digits(words, at);
    }
    let mut value = small(word.text)?;
    let mut total = 0;
    let mut after = at + 1;
    let mut round = false;
    // "A" and "an" are numbers only in front of a hundred, a thousand or a million.
    while let Some(next) = words.get(after) {
        if let Some(times) = scale(next.text) {
            if times == 100 {
                value = value.saturating_mul(100);
            } else {
                total = value.saturating_mul(times).saturating_add(total);
                value = 0;
                round = true;
            }
        } else if let Some(more) = small(next.text).filter(|_| value % 10 == 0 || value >= 100) {
            value = value.saturating_add(more);
        } else if !((next.text == "-" || next.is("and"))
            && (value > 0 || total > 0)
            && words.get(after + 1).is_some_and(|word| small(word.text).is_some() || scale(word.text).is_some()))
        {
            break;
        }
        after += 1;
    }
    Some(Number { value: total.saturating_add(value), after, round })
}

fn in_digits(words: &[Word<'_>], at: usize) -> Option<Number> {
    let word = &words[at];
    let digits = word.text.strip_suffix(['+']).unwrap_or(word.text);
    let mut after = at + 1;
    let mut whole: String = String::with_capacity(12);
    let mut part = "";
    match digits.split_once('.') {
        Some((before, behind)) => {
            whole.push_str(before);
            part = behind;
        }
        None => whole.push_str(digits),
    }
    // "10, 210": a blank slipped in behind the separator.
    if whole.len() <= 3
        && part.is_empty()
        && let [comma, group, ..] = &words[after..]
        && comma.text == ","
        && comma.start == word.end()
        && group.text.len() == 3
        && group.text.bytes().all(|byte| byte.is_ascii_digit())
        && group.start <= comma.end() + 1
    {
        whole.push_str(group.text);
        after += 2;
    }
    let grouped = whole.contains(',');
    let groups_of_three = whole.split(',').skip(1).all(|group| group.len() == 3);
    whole.retain(|character| character != ',');
    if whole.len() > 12 || !whole.bytes().all(|byte| byte.is_ascii_digit()) || (grouped && !groups_of_three) {
        return None;
    }
    let mut value: u64 = whole.parse().ok()?;
    let mut round = false;
    if let Some(times) = words.get(after).and_then(|next| scale(next.text)) {
        value = value.saturating_mul(times);
        if !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            let places = 10_u64.pow(u32::try_from(part.len()).unwrap_or(0));
            value = value.saturating_add(part.parse::<u64>().unwrap_or(0).saturating_mul(times) / places);
        }
        after += 1;
        round = true;
    } else if !part.is_empty() {
        return None;
    }
    Some(Number { value, after, round })
}

/// One to twenty.
static UNITS: Among<20> = Among::new([
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]);
/// Thirty to ninety, in tens.
static TENS: Among<7> = Among::new(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]);

#[inline]
fn small(word: &str) -> Option<u64> {
    let number = |place: usize| u64::try_from(place).ok();
    UNITS.position(word).and_then(number).map(|at| at + 1).or_else(|| TENS.position(word).and_then(number).map(|at| at * 10 + 30))
}

fn scale(word: &str) -> Option<u64> {
    match word.len() {
        7 if word.eq_ignore_ascii_case("hundred") => Some(100),
        8 if word.eq_ignore_ascii_case("thousand") => Some(1_000),
        7 if word.eq_ignore_ascii_case("million") => Some(1_000_000),
        _ => None,
    }
}
