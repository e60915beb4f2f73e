//! Which of the portal's two lists an input is, by its content, and whether two inputs are snapshots of one list.

use std::collections::HashMap;

use chrono::Datelike;

use super::Observation;

/// The portal's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Cases that OCR investigates, of the last two or three years. None has a description.
    UnderInvestigation,
    /// Cases that are closed. Since 2019 nearly all recent ones have a description.
    Archive,
    /// Both, as far as the descriptions tell.
    Both,
    /// The input has no descriptions, too few reports, or none of the years in which OCR described the cases that it closed.
    Unknown,
}

/// Longest stretch of cases under investigation, in days: on the exports measured it was two years.
const LONGEST_OPEN: i64 = 4 * 365;
/// Fewer reports tell nothing.
const LEAST_REPORTS: usize = 20;
/// The last so many days of an input show which list it is.
const RECENT: i64 = 365;
/// Share of the recent reports that has a description in an archive; the exports measured have 0.94 and more, both lists together 0.14.
const ARCHIVE_SHARE: f64 = 0.8;

/// An input that ends before this year has few descriptions, whichever list it is: an archive saved in November 2017 has as small a share as both lists of
/// 2021.
const TOLD_SINCE: i32 = 2018;

/// Which list `reports` are.
pub(super) fn recognise(reports: &[Observation]) -> List {
    let days = reports.iter().map(|report| report.day);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return List::Unknown };
    if reports.len() < LEAST_REPORTS {
        return List::Unknown;
    }
    let span = (last - first).num_days();
    if !reports.iter().any(|report| report.described) {
        return if span <= LONGEST_OPEN { List::UnderInvestigation } else { List::Unknown };
    }
    let recent = reports.iter().filter(|report| (last - report.day).num_days() < RECENT);
    let (described, all) =
        recent.fold((0.0, 0.0), |(described, all), report| (described + f64::from(u8::from(report.described)), all + 1.0));
    match last.year() {
        _ if described >= ARCHIVE_SHARE * all => List::Archive,
        TOLD_SINCE.. => List::Both,
        _ => List::Unknown,
    }
}

/// How many reports of one input stand in another one, too: same name, same day.
pub(super) fn shared(one: &[Observation], other: &[Observation]) -> u64 {
    let mut counts: HashMap<u64, u32> = HashMap::with_capacity(one.len());
    for report in one {
        *counts.entry(report.id).or_default() += 1;
    }
    let mut shared = 0;
    for report in other {
        if let Some(left) = counts.get_mut(&report.id).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    shared
}

/// Whether so many shared reports show that two inputs of these lengths hold one list, at the same or at different times: 0.5 % of the shorter, and
/// three at least. The two lists of one day share none; lists two months apart share 1.9 %, for cases are closed in between.
pub(super) fn is_mixed(shared: u64, one: usize, other: usize) -> bool {
    shared >= 3 && shared.saturating_mul(200) >= one.min(other) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Days, NaiveDate};

    fn list(from: &str, count: u64, step: u64, described: impl Fn(u64) -> bool) -> Vec<Observation> {
        let first: NaiveDate = from.parse().expect("a day");
        let report = |index| Observation { id: index, described: described(index), ..Observation::on(first + Days::new(index * step)) };
        (0..count).map(report).collect()
    }

    #[test]
    fn a_list_is_known_by_its_descriptions() {
        assert_eq!(recognise(&list("2019-03-01", 70, 10, |_| false)), List::UnderInvestigation);
        assert_eq!(recognise(&list("2010-01-01", 400, 10, |_| false)), List::Unknown);
        assert_eq!(recognise(&list("2010-01-01", 400, 10, |index| index > 100)), List::Archive);
        assert_eq!(recognise(&list("2010-01-01", 400, 10, |index| index < 350)), List::Both);
        assert_eq!(recognise(&list("2019-03-01", 7, 10, |_| false)), List::Unknown);
        assert_eq!(recognise(&list("2007-01-01", 400, 10, |index| index < 350)), List::Unknown);
    }

    #[test]
    fn a_report_is_shared_once() {
        let (one, other) = (list("2019-03-01", 70, 10, |_| false), list("2019-03-01", 60, 10, |_| true));
        assert_eq!(shared(&one, &other), 60);
        assert!(is_mixed(60, 70, 60) && !is_mixed(2, 70, 60) && !is_mixed(3, 700, 601));
        let twice = [other[0], other[0]];
        assert_eq!(shared(&one, &twice), 1);
    }
}
