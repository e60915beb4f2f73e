//! The years that are counted, and those of them that are whole.

use chrono::{Datelike, NaiveDate};

use super::Observation;

/// A last year that ends with a report of this day of December or a later one is whole.
const LAST_WEEK: u32 = 24;

/// Years without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Years {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

impl Years {
    /// How many.
    pub fn count(self) -> usize {
        usize::try_from(self.last - self.first + 1).unwrap_or(0)
    }

    /// Whether `year` is among them.
    pub fn has(self, year: i32) -> bool {
        (self.first..=self.last).contains(&year)
    }

    /// Each year.
    pub fn each(self) -> impl Iterator<Item = i32> {
        self.first..=self.last
    }

    /// The position of `year`.
    pub fn position(self, year: i32) -> Option<usize> {
        if self.has(year) { usize::try_from(year - self.first).ok() } else { None }
    }
}

/// Which part of time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Period {
    /// The first day counted that has a report.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// Every year that is counted.
    pub years: Years,
    /// Those on which tests rest; none where no year is whole.
    pub whole: Option<Years>,
}

impl Period {
    /// The period of `reports` from the year `since` to the day `until`. None where no report lies in it.
    ///
    /// A first year is whole if an earlier report was left out or its own first one is of January; a last year, if a later report was left out
    /// and the last day asked for is its end, or its own last one is of the last week of December.
    pub fn of(reports: &[Observation], since: Option<i32>, until: Option<NaiveDate>) -> Option<Self> {
        let all = reports.iter().map(|report| report.day);
        let (earliest, latest) = (all.clone().min()?, all.clone().max()?);
        let counted = all.filter(|day| since.is_none_or(|year| day.year() >= year) && until.is_none_or(|last| *day <= last));
        let (from, to) = (counted.clone().min()?, counted.max()?);
        let years = Years { first: from.year(), last: to.year() };
        let begins_whole = earliest.year() < from.year() || from.month() == 1;
        // Reports after the last day that was asked for show that the input goes on beyond it.
        let until = until.filter(|last| latest > *last).unwrap_or(to);
        let ends_whole = until.year() > to.year() || (until.month() == 12 && until.day() >= LAST_WEEK);
        let whole = Years { first: years.first + i32::from(!begins_whole), last: years.last - i32::from(!ends_whole) };
        Some(Self { from, to, years, whole: (whole.first <= whole.last).then_some(whole) })
    }

    /// Whether `year` is counted and not whole.
    pub fn is_partial(&self, year: i32) -> bool {
        !self.whole.is_some_and(|whole| whole.has(year))
    }

    /// Whether a report lies in it.
    pub(super) fn has(&self, report: &Observation) -> bool {
        self.from <= report.day && report.day <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reports(days: &[&str]) -> Vec<Observation> {
        days.iter().map(|day| Observation::on(day.parse().expect("a day"))).collect()
    }

    #[test]
    fn years_that_begin_late_or_end_early_are_not_whole() {
        let reports = reports(&["2009-10-21", "2010-03-01", "2020-12-01", "2021-03-02"]);
        let period = Period::of(&reports, None, None).expect("a period");
        assert_eq!(period.years, Years { first: 2009, last: 2021 });
        assert_eq!(period.whole, Some(Years { first: 2010, last: 2020 }));
        assert!(period.is_partial(2021) && !period.is_partial(2020));

        let until = |day: &str| Period::of(&reports, Some(2010), Some(day.parse().expect("a day"))).expect("a period").whole;
        assert_eq!(until("2020-12-31"), Some(Years { first: 2010, last: 2020 }));
        assert_eq!(until("2020-12-10"), Some(Years { first: 2010, last: 2019 }));
    }

    #[test]
    fn one_part_of_a_year_is_no_whole_year() {
        assert_eq!(Period::of(&reports(&["2020-03-01", "2020-05-01"]), None, None).expect("a period").whole, None);
        assert_eq!(Period::of(&reports(&["2020-01-03", "2020-12-30"]), None, None).expect("a period").whole.map(Years::count), Some(1));
        assert_eq!(Period::of(&[], None, None), None);
    }
}
