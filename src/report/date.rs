//! Civil dates: the canonical spelling, the readings of any other, and the arithmetic of the law's clocks.

use chrono::{Datelike, Days, NaiveDate};

pub use crate::schema::formats::canonical_date as canonical;
use crate::schema::formats::day;

/// How a text can be read as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateReading {
    /// Written `YYYY-MM-DD`.
    Canonical(NaiveDate),
    /// Another spelling with exactly one reading.
    One(NaiveDate),
    /// Several readings, month first in front; or one that rests on a guess at the century.
    Several(Vec<NaiveDate>),
    /// No day of the calendar between 1900 and 2099.
    Impossible,
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Reads `text` in every spelling that people use for dates in the United States and in spreadsheets.
pub fn read(text: &str) -> DateReading {
    let text = text.trim();
    if let Some(date) = canonical(text) {
        return DateReading::Canonical(date);
    }
    // A time of day after the date says nothing about the day.
    let day = text
        .split_once(['T', ' '])
        .filter(|(day, time)| day.len() >= 8 && time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':'));
    let text = day.map_or(text, |(day, _)| day);
    // 20260105 and 2026-01-05 are both ISO 8601.
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text[4..6].parse().map_or(DateReading::Impossible, |month| dated(&[(&text[..4], month, &text[6..])]));
    }
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return DateReading::Impossible };
    if let Some(month) = month_by_name(first) {
        return dated(&[(third, month, second)]);
    }
    if let Some(month) = month_by_name(second) {
        return if first.len() == 4 { dated(&[(first, month, third)]) } else { dated(&[(third, month, first)]) };
    }
    let number = |part: &str| {
        if part.len() <= 4 { part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit())) } else { None }
    };
    let (Some(one), Some(two), Some(_)) = (number(first), number(second), number(third)) else { return DateReading::Impossible };
    if first.len() == 4 {
        return dated(&[(first, two, third)]);
    }
    dated(&[(third, one, second), (third, two, first)])
}

fn month_by_name(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    if text.len() < 3 {
        return None;
    }
    MONTHS
        .iter()
        .position(|month| month.starts_with(&text) || (text == "sept" && *month == "september"))
        .and_then(|index| u32::try_from(index + 1).ok())
}

fn dated(readings: &[(&str, u32, &str)]) -> DateReading {
    let mut dates = Vec::new();
    let mut guessed = false;
    for &(year, month, of_month) in readings {
        let of_month = of_month.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let (Ok(written), Ok(number)) = (year.parse::<u32>(), of_month.parse::<u32>()) else { continue };
        let years: &[u32] = match year.len() {
            4 => &[written],
            2 => {
                guessed = true;
                &[2000 + written]
            }
            _ => continue,
        };
        for &year in years {
            if let Some(date) = day(year, month, number)
                && !dates.contains(&date)
            {
                dates.push(date);
            }
        }
    }
    match dates[..] {
        [] => DateReading::Impossible,
        [one] if !guessed => DateReading::One(one),
        _ => DateReading::Several(dates),
    }
}

/// The first day of discovery for which a breach of Part 2 records is reported on a form of its own (42 CFR 2.16).
pub const PART_2_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2026, 2, 16) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// The day `days` calendar days after `date`; the last day of the calendar where there is none.
pub fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// Day 60 after discovery, where discovery is day 0 (45 CFR 164.404(b), 164.406(b), 164.408(b), 164.410(b)). No weekend or holiday moves it.
pub fn sixty_days_after(discovery: NaiveDate) -> NaiveDate {
    after(discovery, 60)
}

/// Day 60 after the end of the calendar year of discovery: March 1, or February 29 in a leap year (45 CFR 164.408(c)).
pub fn log_deadline(discovery: NaiveDate) -> NaiveDate {
    let year_end = NaiveDate::from_ymd_opt(discovery.year(), 12, 31).unwrap_or(NaiveDate::MAX);
    after(year_end, 60)
}

/// Calendar days from `from` to `to`; negative where `to` is earlier.
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        canonical(text).expect("a canonical date")
    }

    #[test]
    fn one_reading_is_told_from_several_and_from_none() {
        assert_eq!(read("2026-02-28"), DateReading::Canonical(date("2026-02-28")));
        assert_eq!(read("02/28/2026"), DateReading::One(date("2026-02-28")));
        assert_eq!(read("28.2.2026"), DateReading::One(date("2026-02-28")));
        assert_eq!(read("Feb 28, 2026"), DateReading::One(date("2026-02-28")));
        assert_eq!(read("5 May 2026"), DateReading::One(date("2026-05-05")));
        assert_eq!(read("2026-02-28T10:30:00Z"), DateReading::One(date("2026-02-28")));
        assert_eq!(read("20260228"), DateReading::One(date("2026-02-28")));
        assert_eq!(read("03/04/2026"), DateReading::Several(vec![date("2026-03-04"), date("2026-04-03")]));
        assert_eq!(read("03/03/2026"), DateReading::One(date("2026-03-03")));
        assert_eq!(read("2/28/26"), DateReading::Several(vec![date("2026-02-28")]));
        for impossible in
            ["2026-02-30", "Feb 30, 2026", "00/00/0000", "2913-01-05", "soon", "", "2026-13-01", "20260228x", "20260230", "12312026"]
        {
            assert_eq!(read(impossible), DateReading::Impossible, "{impossible}");
        }
    }

    /// The vectors of published cases: discovery and the sixtieth day after it.
    #[test]
    fn sixty_days_are_calendar_days_with_discovery_as_day_0() {
        for (discovery, due) in [("2013-10-22", "2013-12-21"), ("2019-06-18", "2019-08-17"), ("2023-08-18", "2023-10-17")] {
            assert_eq!(sixty_days_after(date(discovery)), date(due));
        }
        for (discovery, reported, days) in
            [("2013-10-22", "2014-01-31", 101), ("2019-06-18", "2020-01-10", 206), ("2023-08-18", "2024-03-01", 196)]
        {
            assert_eq!(days_between(date(discovery), date(reported)), days);
        }
    }

    #[test]
    fn the_log_is_due_on_march_1_or_february_29() {
        for (discovery, due) in [
            ("2023-12-31", "2024-02-29"),
            ("2024-01-01", "2025-03-01"),
            ("2024-07-04", "2025-03-01"),
            ("2025-06-30", "2026-03-01"),
            ("2027-03-03", "2028-02-29"),
        ] {
            assert_eq!(log_deadline(date(discovery)), date(due));
        }
    }
}
