//! Numbers of people, records, letters or accounts in a text, in digits and in words. Knows no report.

mod around;

use std::ops::{Range, RangeInclusive};

use super::Scan;
use super::among::Among;
use super::numbers::{may_begin, number};
use super::words::{Word, behind_number, cut, words};
use around::{bound, is_other_number, owned, role};

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// People: individuals, patients, members.
    People,
    /// Records, files, charts.
    Records,
    /// Letters, envelopes, mailings, messages.
    Letters,
    /// Accounts.
    Accounts,
}

/// What the number says about the incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// How many were affected: "affected 2,764 individuals", "the information of 37 patients".
    Affected,
    /// The words do not tell: "three individuals entered the office".
    Unclear,
    /// A part of them: "of whom 12", "including 40 minors".
    Part,
    /// Whom the entity serves or employs in all.
    Served,
    /// A number that was given up: "originally reported as 1,646".
    Former,
}

/// How exact the number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// "approximately", "an estimated".
    About,
    /// "over", "more than", "at least".
    AtLeast,
    /// "up to", "fewer than", "almost".
    AtMost,
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The words, from the number to its unit.
    pub range: Range<usize>,
    /// The number.
    pub value: u64,
    /// What was counted.
    pub unit: Unit,
    /// What it says.
    pub role: Role,
    /// How exact it is.
    pub bound: Bound,
    /// Whether it was written in round words: thousands or millions.
    pub round: bool,
}

impl Count {
    /// Whether it may be `number`: within a tenth of it, as far as its words bind it.
    pub fn agrees(&self, number: u64) -> bool {
        let near = near(number);
        match self.bound {
            Bound::Exact | Bound::About => near.contains(&self.value),
            Bound::AtLeast => self.value <= *near.end(),
            Bound::AtMost => self.value >= *near.start(),
        }
    }
}

/// The numbers within a tenth of `number`.
pub fn near(number: u64) -> RangeInclusive<u64> {
    number - number / 10..=number.saturating_add(number / 10)
}

/// Which numbers are written in a text in digits, with separators or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Whether one that was asked for is.
    pub it: bool,
    /// Whether another is.
    pub another: bool,
}

/// Whether `number`, and whether another, is written in `text`, which was scanned.
pub fn written(text: &str, scan: &Scan, number: u64) -> Written {
    let mut found = Written::default();
    any_written(text, scan, |written| {
        let same = value(written) == Some(number);
        found = Written { it: found.it || same, another: found.another || !same };
        found.it && found.another
    });
    found
}

/// Whether what begins with the first digit of some number is `fit`. A group of digits behind a separator is no number of its own.
fn any_written(text: &str, scan: &Scan, mut fit: impl FnMut(&str) -> bool) -> bool {
    let mut stands = |at: usize| {
        let (before, written) = text.split_at(at);
        !before.ends_with(',') && fit(written)
    };
    match scan.numbers() {
        Some(places) => places.iter().any(|&at| stands(at as usize)),
        // More numbers than a first look keeps.
        None => (0..text.len()).any(|at| {
            let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
            is_digit(at) && !at.checked_sub(1).is_some_and(is_digit) && stands(at)
        }),
    }
}

/// The number with which `written` begins: digits, in groups of three or without separators. None where it is written otherwise.
fn value(written: &str) -> Option<u64> {
    let mut value: u64 = 0;
    let mut digits = 0;
    let mut separated = None;
    for (at, byte) in written.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
                digits += 1;
            }
            // A comma behind which no group follows ends the number.
            b',' if digits > 0 && written.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit) => {
                if separated.is_some_and(|before: usize| digits - before != 3) || (separated.is_none() && digits > 3) {
                    return None;
                }
                separated = Some(digits);
            }
            _ => break,
        }
    }
    (digits > 0 && separated.is_none_or(|before| digits - before == 3)).then_some(value)
}

/// How far behind a number its unit is looked for at a first look, in words.
const GLANCE: usize = 32;

/// What the number with which `rest` begins counts.
fn unit_behind(rest: &str) -> Option<Unit> {
    unit(cut(behind_number(rest)).take(GLANCE).enumerate()).map(|(_, unit)| unit)
}

/// A first look: whether `number` stands in `text` in digits, and counts something else than people there.
pub fn counts_things(text: &str, scan: &Scan, number: u64) -> bool {
    let thing = |rest: &str| value(rest) == Some(number) && unit_behind(rest).is_some_and(|unit| unit != Unit::People);
    any_written(text, scan, thing)
}

/// A first look: the numbers of two digits or more that count people; none where there are too many numbers to be looked at.
pub fn people(text: &str, scan: &Scan) -> Option<Vec<u64>> {
    let counted = |at: &u32| {
        let (before, written) = text.split_at(*at as usize);
        // A group of digits behind a separator is no number of its own.
        if before.ends_with(',') {
            return None;
        }
        let long = written.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        (long && unit_behind(written) == Some(Unit::People)).then(|| value(written).unwrap_or(0))
    };
    Some(scan.numbers()?.iter().filter_map(counted).collect())
}

/// People, in the singular; an `s` may follow.
static PEOPLE: Among<28> = Among::new([
    "individual",
    "patient",
    "person",
    "people",
    "member",
    "client",
    "resident",
    "beneficiary",
    "beneficiaries",
    "enrollee",
    "subscriber",
    "participant",
    "customer",
    "consumer",
    "insured",
    "employee",
    "veteran",
    "student",
    "children",
    "adult",
    "minor",
    "policyholder",
    "dependent",
    "plaintiff",
    "guarantor",
    "family",
    "families",
    "head",
]);
/// Things that stand for people, each with its unit.
static THINGS: Among<16> = Among::new([
    "record",
    "chart",
    "file",
    "claim",
    "document",
    "page",
    "prescription",
    "letter",
    "envelope",
    "mailing",
    "postcard",
    "invoice",
    "statement",
    "email",
    "notice",
    "account",
]);
/// Their units.
const UNITS: [Unit; 16] = [
    Unit::Records,
    Unit::Records,
    Unit::Records,
    Unit::Records,
    Unit::Records,
    Unit::Records,
    Unit::Records,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Letters,
    Unit::Accounts,
];
/// Words that end the search for a unit: what follows is counted by something else.
static STOPS: Among<26> = Among::new([
    "day", "days", "year", "years", "month", "months", "week", "weeks", "hour", "hours", "minute", "minutes", "percent", "dollars", "cfr",
    "usc", "business", "and", "were", "was", "are", "had", "who", "that", "which", "page",
]);
/// Of whom what was counted is.
static OWNERS: Among<5> = Among::new(["of", "its", "the", "our", "their"]);
/// How many words behind a number its unit may stand: "2,764 individuals' records" counts individuals.
const LOOK_AHEAD: usize = 5;

/// The counts of `text`, in the order in which they stand.
pub fn counts(text: &str) -> Vec<Count> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(number) = may_begin(&words[at]).then(|| number(&words, at)).flatten() else {
            at += 1;
            continue;
        };
        if !is_other_number(text, &words, at, number.after)
            && let Some((unit_at, unit)) = unit(words.iter().copied().enumerate().skip(number.after))
        {
            found.push(Count {
                range: words[at].start..words[unit_at].end(),
                value: number.value,
                unit,
                role: role(&words, at, unit_at),
                bound: bound(&words, at),
                round: number.round,
            });
        }
        at = number.after;
    }
    found
}

/// The unit that stands first in `words`, which follow the number: the last noun of those that stand together, and its place.
fn unit<'t>(words: impl Iterator<Item = (usize, Word<'t>)>) -> Option<(usize, Unit)> {
    let mut left = LOOK_AHEAD;
    let mut best = None;
    for (at, word) in words {
        if left == 0 || word.is_number() || matches!(word.text, "." | ";" | "$") || word.is_among(&STOPS) {
            break;
        }
        left -= 1;
        // Brackets and what is of whom do not count against the reach: "2,764 of its (CE's) patients".
        if !word.is_word() || word.is_among(&OWNERS) {
            left += 1;
        } else if let Some(unit) = unit_of(&word) {
            // "email accounts", "patient records": the last noun says what was counted, unless it is owned.
            best = Some((at, unit));
            if owned(&word) {
                break;
            }
        } else if best.is_some() {
            break;
        }
    }
    best
}

fn unit_of(word: &Word<'_>) -> Option<Unit> {
    // "patients'" is cut into the word and the mark, "individual's" is one word.
    let bare = word.text.strip_suffix("'s").or_else(|| word.text.strip_suffix("\u{2019}s")).unwrap_or(word.text);
    if PEOPLE.noun(bare).is_some() {
        return Some(Unit::People);
    }
    THINGS.noun(bare).map(|at| UNITS[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrative::{Voice, scan};

    fn values(text: &str) -> Vec<(u64, Unit)> {
        counts(text).into_iter().map(|count| (count.value, count.unit)).collect()
    }

    #[test]
    fn people_are_counted_in_digits_and_in_words() {
        for (text, value) in [
            ("approximately 2,764 individuals", 2764),
            ("the ePHI of 10, 210 patients", 10210),
            ("twelve patients were told", 12),
            ("some 59 thousand people", 59_000),
            ("1.2 million members", 1_200_000),
            ("twenty-five hundred residents", 2500),
            ("two hundred and six of our patients", 206),
            ("all 4,800 patients at the facility", 4800),
            ("2016 individuals were affected", 2016),
            ("30,556 patient\u{2019}s records", 30_556),
        ] {
            assert_eq!(values(text), [(value, Unit::People)], "{text}");
        }
    }

    #[test]
    fn a_first_look_tells_where_a_close_one_may_pay() {
        let text = "in 2016 the ePHI of 10, 210 patients, 942,528 individuals";
        assert_eq!(people(text, &scan(text, Voice::Filer)), Some(vec![210, 942_528]));
        let text = format!("{}16,288 records", "5 ".repeat(100));
        let filers = |text: &str| scan(text, Voice::Filer);
        assert_eq!(written(&text, &filers(&text), 16_288), Written { it: true, another: true });
        assert_eq!(written(&text, &filers(&text), 288), Written { it: false, another: true });
        assert!(counts_things(&text, &filers(&text), 16_288));
        let text = "16,288 records, 16288 letters";
        assert_eq!(written(text, &filers(text), 16_288), Written { it: true, another: false });
        assert_eq!(written(text, &filers(text), 16), Written { it: false, another: true });
        assert_eq!(written("none", &filers("none"), 16), Written::default());
        let text = "on May 5, 2016 a laptop was stolen from 1 patient";
        assert_eq!(people(text, &scan(text, Voice::Filer)), Some(Vec::new()));
        let text = "16,288 records of 2,761 individuals";
        assert!(
            counts_things(text, &scan(text, Voice::Filer), 16_288)
                && !counts_things(text, &scan(text, Voice::Filer), 2_761)
                && !counts_things(text, &scan(text, Voice::Filer), 288)
        );
    }

    #[test]
    fn other_numbers_are_not_people() {
        for text in [
            "within 60 days the individuals were told",
            "$16 million to individuals",
            "in 2016 patients were told",
            "on May 5, 2025, individuals were told",
            "45 CFR 164.408 individuals",
            "individuals aged 65 patients",
            "call 410-555-0100 patients",
            "20% of individuals",
            "the last 4 digits of patients' numbers",
            "a 64-year-old patient",
            "seven years of credit monitoring for individuals",
        ] {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn what_is_counted_and_how_is_read() {
        assert_eq!(values("16,288 records were stolen"), [(16_288, Unit::Records)]);
        assert_eq!(values("sent 314 letters"), [(314, Unit::Letters)]);
        assert_eq!(values("two email accounts"), [(2, Unit::Accounts)]);
        let one = |text: &str| counts(text).remove(0);
        assert_eq!(one("more than 500 individuals").bound, Bound::AtLeast);
        assert_eq!(one("approximately 500 individuals").bound, Bound::About);
        assert_eq!(one("including 40 patients").role, Role::Part);
        assert_eq!(one("originally reported 1,646 patients").role, Role::Former);
        assert_eq!(one("employs about 12,000 individuals").role, Role::Served);
    }
}
