//! How the dates of a column are read: in the order that the file proves, or not at all. Nothing is guessed.

use chrono::{DateTime, Datelike, Days, NaiveDate};

use crate::report::date::{self, DateReading};

/// Which number of `03/04/2020` is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The first: March 4.
    MonthFirst,
    /// The second: April 3.
    DayFirst,
}

/// Day 0 of dates that a spreadsheet saved as bare numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayZero {
    /// 1899-12-30, as Excel counts from March 1900 on.
    Y1900,
    /// 1904-01-01, as Excel for the Mac counted until 2011.
    Y1904,
}

impl DayZero {
    fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Y1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
            Self::Y1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        }
    }
}

/// Why the numbers of a date are read in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// No date of the sample needs an order.
    NotNeeded,
    /// The person said so.
    Asked,
    /// A date of the sample has no other reading, and none contradicts it: its record, from 1.
    Record(u64),
    /// The portal's own notation, MM/DD/YYYY, under the portal's own header, and no date contradicts it.
    Portal,
    /// Dates of both orders stand in the column: the records of one of each.
    Mixed(u64, u64),
    /// Every date of the sample can be read both ways.
    Missing,
}

/// How the dates of one column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The order of dates that are written in numbers.
    pub order: Option<Order>,
    /// What the order rests on.
    pub proof: Proof,
    /// Day 0 of bare day numbers; none where the file does not prove it.
    pub day_zero: Option<DayZero>,
    /// Whether a year of two digits can only be of this century: the portal opened in 2009.
    pub century: bool,
}

impl Default for Dates {
    fn default() -> Self {
        Self { order: None, proof: Proof::NotNeeded, day_zero: None, century: false }
    }
}

/// Day numbers from 2005 to 2064 when counted from 1900.
const SERIALS: std::ops::RangeInclusive<u64> = 38_353..=60_000;
/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

impl Dates {
    /// Every admissible reading of `text`.
    pub fn read(&self, text: &str) -> DateReading {
        if let Some(day) = self.portal(text) {
            return DateReading::One(day);
        }
        let text = text.trim();
        if !text.is_empty() && text.len() != 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.number(text);
        }
        if let Some(number) = text.strip_suffix(".0").filter(|number| number.len() == 5) {
            return self.number(number);
        }
        let Some(numbers) = Numbers::of(text) else { return date::read(text) };
        match (self.order, numbers.month_first(), numbers.day_first()) {
            (_, None, None) => DateReading::Impossible,
            (_, Some(one), Some(other)) if one == other && numbers.year_is_certain(self.century) => DateReading::One(one),
            _ if !numbers.year_is_certain(self.century) => date::read(text),
            (Some(Order::MonthFirst), Some(day), _)
            | (Some(Order::DayFirst), _, Some(day))
            | (None, Some(day), None)
            | (None, None, Some(day)) => DateReading::One(day),
            // One reading, against the order of all the others: the column is not what it seemed.
            (Some(_), Some(day), None) | (Some(_), None, Some(day)) => DateReading::Several(vec![day]),
            (None, Some(one), Some(other)) => DateReading::Several(vec![one, other]),
        }
    }

    /// The day that `text` means, if it is written as the portal writes days, and so are all others.
    pub(in crate::dataset) fn portal(&self, text: &str) -> Option<NaiveDate> {
        if self.order == Some(Order::MonthFirst) { portal_date(text) } else { None }
    }

    /// A bare number: days or milliseconds since some day 0.
    fn number(&self, text: &str) -> DateReading {
        let Ok(number) = text.parse::<u64>() else { return DateReading::Impossible };
        if SERIALS.contains(&number) && text.len() == 5 {
            let on = |zero: DayZero| zero.day().and_then(|day| day.checked_add_days(Days::new(number)));
            return match self.day_zero {
                Some(zero) => on(zero).map_or(DateReading::Impossible, DateReading::One),
                None => DateReading::Several([DayZero::Y1900, DayZero::Y1904].into_iter().filter_map(on).collect()),
            };
        }
        let milliseconds = match text.len() {
            10 => i64::try_from(number).ok().map(|seconds| seconds.saturating_mul(1000)),
            12 | 13 => i64::try_from(number).ok(),
            _ => None,
        };
        let Some(day) = milliseconds.and_then(DateTime::from_timestamp_millis).map(|moment| moment.date_naive()) else {
            return DateReading::Impossible;
        };
        if !(1900..2100).contains(&day.year()) {
            return DateReading::Impossible;
        }
        // Midnight UTC is how programs write a day; any other moment is the day before in some State.
        match (milliseconds.is_some_and(|moment| moment % DAY == 0), day.pred_opt()) {
            (false, Some(before)) => DateReading::Several(vec![day, before]),
            _ => DateReading::One(day),
        }
    }

    /// Both days of a range such as `10/16/2009 - 10/20/2009`; one day gives no second.
    pub fn read_range(&self, text: &str) -> (DateReading, Option<DateReading>) {
        let text = text.trim();
        for dash in [" - ", " -", "- ", " to ", " – ", "–", "-"] {
            for (at, _) in text.match_indices(dash) {
                let (start, end) = (text[..at].trim(), text[at + dash.len()..].trim());
                // Neither side of the dash inside 2009-10-16 is a date.
                if is_whole_date(start) && is_whole_date(end) {
                    return (self.read(start), Some(self.read(end)));
                }
            }
        }
        (self.read(text), None)
    }
}

fn is_whole_date(text: &str) -> bool {
    text.len() >= 6 && date::read(text) != DateReading::Impossible
}

/// `text` as the portal writes a day: MM/DD/YYYY, ten characters.
fn portal_date(text: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let [m1, m2, b'/', d1, d2, b'/', y1, y2, y3, y4] = *bytes else { return None };
    let digits = [m1, m2, d1, d2, y1, y2, y3, y4];
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = |digits: &[u8]| digits.iter().fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    let year = number(&[y1, y2, y3, y4]);
    if !(1900..2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.cast_signed(), number(&[m1, m2]), number(&[d1, d2]))
}

/// A date in three numbers of which the year is the last.
struct Numbers {
    first: u32,
    second: u32,
    year: u32,
    year_digits: usize,
    padded: bool,
}

impl Numbers {
    fn of(text: &str) -> Option<Self> {
        // A time of day after the date says nothing about the day.
        let text = match text.split_once(' ') {
            Some((day, time)) if time.contains(':') => day,
            _ => text,
        };
        let mut parts = text.split(['/', '-', '.']);
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |part: &str, longest: usize| (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || !is_number(first, 2) || !is_number(second, 2) || !is_number(year, 4) || !matches!(year.len(), 2 | 4) {
            return None;
        }
        let padded = first.len() == 2 && second.len() == 2 && year.len() == 4 && text.contains('/');
        Some(Self { first: first.parse().ok()?, second: second.parse().ok()?, year: year.parse().ok()?, year_digits: year.len(), padded })
    }

    fn year_is_certain(&self, century: bool) -> bool {
        self.year_digits == 4 || century
    }

    fn day(&self, month: u32, day: u32) -> Option<NaiveDate> {
        let year = if self.year_digits == 2 { 2000 + self.year } else { self.year };
        if !(1900..2100).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
    }

    fn month_first(&self) -> Option<NaiveDate> {
        self.day(self.first, self.second)
    }

    fn day_first(&self) -> Option<NaiveDate> {
        self.day(self.second, self.first)
    }
}

/// What the dates of a sample say about their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    month_first: Option<u64>,
    day_first: Option<u64>,
    /// Dates that can be read both ways.
    open: u64,
    /// Of these, such that are not written as the portal writes them.
    open_unlike_portal: u64,
    serials: u64,
    /// Day numbers that would be before the rule's first day if counted from 1900.
    not_1900: bool,
    /// Day numbers that would be in the future if counted from 1904.
    not_1904: bool,
}

impl Evidence {
    /// Notes the cell `text` of record `record`.
    pub(super) fn note(&mut self, text: &str, record: u64, as_of: Option<NaiveDate>) {
        for part in text.split([' ', ',']).filter(|part| part.len() > 4) {
            for part in range_parts(part) {
                self.note_one(part, record, as_of);
            }
        }
    }

    fn note_one(&mut self, text: &str, record: u64, as_of: Option<NaiveDate>) {
        if let Some(numbers) = Numbers::of(text) {
            match (numbers.month_first(), numbers.day_first()) {
                (Some(one), Some(other)) if one != other => {
                    self.open += 1;
                    self.open_unlike_portal += u64::from(!numbers.padded);
                }
                (Some(_), None) => {
                    self.month_first.get_or_insert(record);
                }
                (None, Some(_)) => {
                    self.day_first.get_or_insert(record);
                }
                _ => {}
            }
            return;
        }
        let Some(number) = text.parse::<u64>().ok().filter(|number| text.len() == 5 && SERIALS.contains(number)) else { return };
        self.serials += 1;
        let on = |zero: DayZero| zero.day().and_then(|day| day.checked_add_days(Days::new(number)));
        let first = NaiveDate::from_ymd_opt(2009, 9, 23);
        self.not_1900 |= on(DayZero::Y1900) < first;
        self.not_1904 |= as_of.is_some_and(|today| on(DayZero::Y1904) > Some(today));
    }

    /// How the column is read. `portal`: the header is the portal's own; `century`: two digits of a year suffice.
    pub(super) fn decide(&self, asked: Option<Order>, portal: bool, century: bool, day_zero: Option<DayZero>) -> Dates {
        let (order, proof) = match (asked, self.month_first, self.day_first) {
            (Some(order), ..) => (Some(order), Proof::Asked),
            (None, Some(month), Some(day)) => (None, Proof::Mixed(month, day)),
            (None, Some(record), None) => (Some(Order::MonthFirst), Proof::Record(record)),
            (None, None, Some(record)) => (Some(Order::DayFirst), Proof::Record(record)),
            (None, None, None) if portal && self.open_unlike_portal == 0 => (Some(Order::MonthFirst), Proof::Portal),
            (None, None, None) if self.open == 0 => (None, Proof::NotNeeded),
            (None, None, None) => (None, Proof::Missing),
        };
        let day_zero = day_zero.or(match (self.serials, self.not_1900, self.not_1904) {
            (0, ..) | (_, true, true) | (_, false, false) => None,
            (_, false, true) => Some(DayZero::Y1900),
            (_, true, false) => Some(DayZero::Y1904),
        });
        Dates { order, proof, day_zero, century }
    }
}

/// The two sides of `10/16/2009-10/20/2009`; the text itself where it is no such range.
fn range_parts(text: &str) -> impl Iterator<Item = &str> {
    let range = text.contains('/') && text.contains('-');
    text.split(move |character: char| range && character == '-').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        date::canonical(text).expect("a date")
    }

    fn decided(cells: &[&str], portal: bool) -> Dates {
        let mut evidence = Evidence::default();
        for (cell, record) in cells.iter().zip(1..) {
            evidence.note(cell, record, Some(day("2026-03-01")));
        }
        evidence.decide(None, portal, true, None)
    }

    #[test]
    fn an_order_is_taken_only_where_a_date_proves_it_and_none_contradicts() {
        assert_eq!(decided(&["3/4/19", "3/18/19"], false).proof, Proof::Record(2));
        assert_eq!(decided(&["3/4/19", "3/18/19"], false).read("3/4/19"), DateReading::One(day("2019-03-04")));
        assert_eq!(decided(&["3/4/19", "18/3/19"], false).read("3/4/19"), DateReading::One(day("2019-04-03")));
        assert_eq!(decided(&["18/3/19", "3/18/19"], false).proof, Proof::Mixed(2, 1));
        let open = decided(&["3/4/19"], true);
        assert_eq!((open.order, open.proof), (None, Proof::Missing));
        assert_eq!(open.read("3/4/2019"), DateReading::Several(vec![day("2019-03-04"), day("2019-04-03")]));
        assert_eq!(decided(&["03/04/2019"], true).read("03/04/2019"), DateReading::One(day("2019-03-04")));
        assert_eq!(decided(&["03/04/2019"], false).proof, Proof::Missing);
    }

    #[test]
    fn a_date_against_the_order_of_the_column_is_not_taken() {
        let dates = decided(&["03/18/2019"], true);
        assert_eq!(dates.read("18/03/2019"), DateReading::Several(vec![day("2019-03-18")]));
        assert_eq!(dates.read("2019-03-18"), DateReading::Canonical(day("2019-03-18")));
        assert_eq!(dates.read("13/13/2019"), DateReading::Impossible);
    }

    #[test]
    fn day_numbers_need_a_known_day_zero() {
        assert_eq!(decided(&["43831", "45992"], false).read("43831"), DateReading::One(day("2020-01-01")));
        let open = decided(&["43831"], false);
        assert_eq!(open.read("43831"), DateReading::Several(vec![day("2020-01-01"), day("2024-01-02")]));
        assert_eq!(Dates { day_zero: Some(DayZero::Y1904), ..open }.read("42369"), DateReading::One(day("2020-01-01")));
    }

    #[test]
    fn moments_are_days_only_at_midnight_utc() {
        let dates = Dates::default();
        assert_eq!(dates.read("1577836800000"), DateReading::One(day("2020-01-01")));
        assert_eq!(dates.read("1577836800"), DateReading::One(day("2020-01-01")));
        assert_eq!(dates.read("1577840400000"), DateReading::Several(vec![day("2020-01-01"), day("2019-12-31")]));
        assert_eq!(dates.read("99999"), DateReading::Impossible);
    }

    #[test]
    fn ranges_are_told_from_dates_with_dashes() {
        let dates = decided(&["10/16/2009 - 10/20/2009"], false);
        for text in ["10/16/2009 - 10/20/2009", "10/16/2009-10/20/2009", "10/16/2009 -10/20/2009", "10/16/2009 to 10/20/2009"] {
            let (start, end) = dates.read_range(text);
            assert_eq!((start, end), (DateReading::One(day("2009-10-16")), Some(DateReading::One(day("2009-10-20")))), "{text}");
        }
        assert_eq!(dates.read_range("2009-10-16"), (DateReading::Canonical(day("2009-10-16")), None));
        assert_eq!(dates.read_range("2009-10-16 - 2009-10-20").1, Some(DateReading::Canonical(day("2009-10-20"))));
    }
}
