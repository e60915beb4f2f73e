//! Dates in a text, and what the words around them say happened then. Knows no report.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};

use super::among::Among;
use super::words::{Word, words};

/// What happened on a date, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The incident took place.
    Occurred,
    /// Somebody at the entity noticed or was told.
    Discovered,
    /// An investigation or review of the data ended.
    InvestigationEnded,
    /// People were notified.
    Notified,
    /// The words do not tell.
    Unclear,
}

/// A date, or a month, in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The words of the date.
    pub range: Range<usize>,
    /// The day, or the first day of the month.
    pub first: NaiveDate,
    /// The same day, or the last of the month.
    pub last: NaiveDate,
    /// Whether the day is only near: "on or about", "around".
    pub about: bool,
    /// What happened.
    pub said: Said,
}

impl When {
    /// Whether a day is named, not a month.
    pub fn is_day(&self) -> bool {
        self.first == self.last
    }
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Words that tell what happened, by their beginnings.
static DISCOVERED: Among<18> = Among::new([
    "discover",
    "learn",
    "became",
    "become",
    "aware",
    "detect",
    "notice",
    "noticed",
    "identif",
    "informed",
    "alerted",
    "alert",
    "found",
    "realiz",
    "advised",
    "suspicious",
    "told",
    "received",
]);
static OCCURRED: Among<27> = Among::new([
    "stole",
    "occurr",
    "took",
    "broke",
    "burglar",
    "theft",
    "accessed",
    "intru",
    "mailed",
    "emailed",
    "sent",
    "hacked",
    "infected",
    "encrypted",
    "happened",
    "compromis",
    "attack",
    "gained",
    "lost",
    "misplaced",
    "breach",
    "fell",
    "posted",
    "entered",
    "copied",
    "clicked",
    "disposed",
]);
static ENDED: Among<7> = Among::new(["completed", "concluded", "ended", "finished", "determined", "confirmed", "closed"]);
static REVIEWS: Among<6> = Among::new(["investigation", "review", "analysis", "forensic", "audit", "inquiry"]);
static NOTIFIED: Among<8> = Among::new(["notified", "notification", "notif", "letters", "letter", "media", "hhs", "ocr"]);

/// The dates of `text`, in the order in which they stand. `year_of` gives the year of a date written without one.
pub fn dates(text: &str, year_of: impl Fn(u32, u32) -> Option<i32>) -> Vec<When> {
    // Each way to write a date has a month's name or marks between digits.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    let mut found: Vec<(When, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match date(&words, at, &year_of) {
            Some((first, last, after)) => {
                let about = words[at.saturating_sub(2)..at].iter().any(|word| word.is_one_of(&["about", "around", "approximately"]));
                let range = words[at].start..words[after - 1].end();
                found.push((When { range, first, last, about, said: Said::Unclear }, at, after));
                at = after;
            }
            None => at += 1,
        }
    }
    for index in 0..found.len() {
        let (_, from, after) = found[index];
        let next = found.get(index + 1);
        let before = index.checked_sub(1).and_then(|index| found.get(index)).map_or(0, |&(_, _, after)| after);
        let joined = next.is_some_and(|&(_, next, _)| {
            next <= after + 3 && words[after..next].iter().any(|word| word.is_one_of(&["and", "to", "through", "until", "-"]))
        });
        let behind_from = if joined { next.map_or(after, |&(_, _, after)| after) } else { after };
        let behind_to = found.get(index + 1 + usize::from(joined)).map_or(words.len(), |&(_, start, _)| start);
        let said = said(&words, before, from, behind_from, behind_to);
        let said = if joined || index > 0 && is_range_end(&words, found[index - 1].2, from) { range_said(said) } else { said };
        found[index].0.said = said;
    }
    found.into_iter().map(|(when, ..)| when).collect()
}

/// A range of days tells when it happened, unless its words say otherwise.
fn range_said(said: Said) -> Said {
    if said == Said::Unclear { Said::Occurred } else { said }
}

fn is_range_end(words: &[Word<'_>], after: usize, from: usize) -> bool {
    from <= after + 3 && words[after..from].iter().any(|word| word.is_one_of(&["and", "to", "through", "until", "-"]))
}

/// The date that begins at word `at`: its first and last day, and the word behind it.
fn date(words: &[Word<'_>], at: usize, year_of: &impl Fn(u32, u32) -> Option<i32>) -> Option<(NaiveDate, NaiveDate, usize)> {
    let word = words.get(at)?;
    if word.is_number() {
        return numeric(words, at).or_else(|| day_month(words, at, year_of));
    }
    let month = month(word)?;
    let mut next = at + 1;
    if words.get(next).is_some_and(|word| word.text == ".") {
        next += 1;
    }
    let number = words.get(next).filter(|word| word.is_number())?;
    // "May 2025", "May 5, 2025", "May 5".
    if let Some(year) = year(number.text) {
        return month_of(year, month).map(|(first, last)| (first, last, next + 1));
    }
    // A year that slipped onto the day: "May 5,2025" is one number for the cutter.
    if let Some((day, year_text)) = number.text.split_once(',') {
        let date = NaiveDate::from_ymd_opt(year(year_text)?, month, day.parse().ok()?)?;
        return Some((date, date, next + 1));
    }
    let day: u32 = number.text.trim_end_matches(|character: char| character.is_ascii_lowercase()).parse().ok()?;
    let mut after = next + 1;
    let comma = words.get(after).is_some_and(|word| word.text == ",");
    let stated = words.get(after + usize::from(comma)).and_then(|word| year(word.text));
    let year = match stated {
        Some(year) => {
            after += 1 + usize::from(comma);
            year
        }
        None => year_of(month, day)?,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some((date, date, after))
}

/// "5 May 2025", "the 5th of May".
fn day_month(words: &[Word<'_>], at: usize, year_of: &impl Fn(u32, u32) -> Option<i32>) -> Option<(NaiveDate, NaiveDate, usize)> {
    let day: u32 = words[at].text.trim_end_matches(|character: char| character.is_ascii_lowercase()).parse().ok()?;
    let next = at + 1 + usize::from(words.get(at + 1)?.is("of"));
    let month = month(words.get(next)?)?;
    let stated = words.get(next + 1).and_then(|word| year(word.text));
    let date = NaiveDate::from_ymd_opt(stated.or_else(|| year_of(month, day))?, month, day)?;
    Some((date, date, next + 1 + usize::from(stated.is_some())))
}

/// "2025-05-06", "5/6/2025": month first, as the form writes it, unless only the other reading exists.
fn numeric(words: &[Word<'_>], at: usize) -> Option<(NaiveDate, NaiveDate, usize)> {
    let [one, mark, two, mark_2, three, ..] = words.get(at..)? else { return None };
    let close = words[at..at + 5].windows(2).all(|pair| pair[0].end() == pair[1].start);
    if !close || mark.text != mark_2.text || !matches!(mark.text, "-" | "/") {
        return None;
    }
    let number = |word: &Word<'_>| word.text.parse::<u32>().ok().filter(|_| word.text.len() <= 4);
    let (first, second, third) = (number(one)?, number(two)?, number(three)?);
    let date = if one.text.len() == 4 {
        NaiveDate::from_ymd_opt(year(one.text)?, second, third)?
    } else {
        let year = if three.text.len() == 2 { 2000 + i32::try_from(third).ok()? } else { year(three.text)? };
        let month_first = NaiveDate::from_ymd_opt(year, first, second);
        let day_first = NaiveDate::from_ymd_opt(year, second, first);
        match (month_first, day_first) {
            (Some(date), _) => date,
            (None, date) => date?,
        }
    };
    Some((date, date, at + 5))
}

fn month(word: &Word<'_>) -> Option<u32> {
    // "may" in small letters is mostly the verb.
    if !word.is_capital() {
        return None;
    }
    let text = word.text;
    // First letters tell most words apart.
    if !matches!(text.as_bytes().first(), Some(b'J' | b'F' | b'M' | b'A' | b'S' | b'O' | b'N' | b'D')) {
        return None;
    }
    let long = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(text));
    let short = || {
        (text.len() == 3 || text.eq_ignore_ascii_case("sept"))
            .then(|| MONTHS.iter().position(|month| month[..3].eq_ignore_ascii_case(&text[..3])))
            .flatten()
    };
    let index = long.or_else(|| text.is_ascii().then(short).flatten())?;
    u32::try_from(index + 1).ok()
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && (1980..=2099).contains(year))
}

fn month_of(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}

/// What the words around a date say: those behind it up to the next date or the end of the sentence, then those in front of it.
fn said(words: &[Word<'_>], before: usize, from: usize, behind_from: usize, behind_to: usize) -> Said {
    let behind_to = behind_to.min(behind_from + 14).min(words.len());
    let mut behind = &words[behind_from.min(behind_to)..behind_to];
    if let Some(end) = behind.iter().position(|word| matches!(word.text, "." | ";")) {
        behind = &behind[..end];
    }
    let mut front = &words[before.max(from.saturating_sub(12))..from];
    if let Some(start) = front.iter().rposition(|word| matches!(word.text, "." | ";")) {
        front = &front[start + 1..];
    }
    // "On May 5, the practice discovered …": the date opens its sentence, and what follows tells.
    let opens =
        front.len() <= 2 || front.last().is_some_and(|word| word.text == ",") || front.iter().rev().take(3).any(|word| word.text == ",");
    let first = if opens { tells(behind.iter()) } else { tells(front.iter().rev()) };
    let second = || if opens { tells(front.iter().rev()) } else { Said::Unclear };
    if first == Said::Unclear { second() } else { first }
}

/// The nearest word that tells.
fn tells<'w>(words: impl Iterator<Item = &'w Word<'w>> + Clone) -> Said {
    let reviews = words.clone().take(8).any(|word| word.is_among(&REVIEWS));
    for word in words {
        if reviews && word.is_among(&ENDED) {
            return Said::InvestigationEnded;
        }
        if DISCOVERED.begins(word.text) {
            return Said::Discovered;
        }
        if NOTIFIED.begins(word.text) {
            return Said::Notified;
        }
        if OCCURRED.begins(word.text) {
            return Said::Occurred;
        }
    }
    Said::Unclear
}

/// The year that brings a day without one nearest before `reference`.
pub fn year_before(reference: NaiveDate, month: u32, day: u32) -> Option<i32> {
    let this = NaiveDate::from_ymd_opt(reference.year(), month, day)?;
    Some(if this <= reference { reference.year() } else { reference.year() - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn read(text: &str) -> Vec<(String, Said)> {
        dates(text, |month, day_of| year_before(day("2026-03-01"), month, day_of))
            .into_iter()
            .map(|when| (when.first.to_string(), when.said))
            .collect()
    }

    #[test]
    fn dates_are_read_in_every_way_of_writing() {
        for text in [
            "On May 5, 2025, it",
            "on 5 May 2025 it",
            "5/5/2025 it",
            "2025-05-05 it",
            "May 5,2025",
            "the 5th of May 2025",
            "We learned on 5 May",
        ] {
            assert_eq!(read(text)[0].0, "2025-05-05", "{text}");
        }
        assert_eq!(dates("In May 2025 it", |_, _| None)[0].last, day("2025-05-31"));
        for text in ["it may 5 times", "1,204 individuals", "45 CFR 164.408", "March of 500", "13/45/2025"] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn the_words_around_a_date_tell_what_happened() {
        for (text, said) in [
            ("On May 5, 2025, the practice discovered that a laptop was stolen.", Said::Discovered),
            ("We learned on 5 May that an employee clicked a link.", Said::Discovered),
            ("A laptop was stolen on May 5, 2025.", Said::Occurred),
            ("Between May 5, 2025 and May 7, 2025, an intruder read mail.", Said::Occurred),
            ("Letters were mailed to patients; individuals were notified on May 5, 2025.", Said::Notified),
            ("The forensic investigation was completed on May 5, 2025.", Said::InvestigationEnded),
            ("The contract of May 5, 2025 was in force.", Said::Unclear),
        ] {
            assert_eq!(read(text)[0].1, said, "{text}");
        }
    }
}
