//! Every series twice: as filed, and as the descriptions read. What depends on the categorization shows in the difference.

use super::Observation;
use super::category::{By, Counting};
use super::course::refusal;
use super::observation::bit;
use super::period::Period;
use super::series::{Series, series};
use super::stats::{MannKendall, TheilSen, mann_kendall, theil_sen};

/// The form's choice of one type, and the reading of descriptions, begin with this year.
pub const READ_SINCE: i32 = 2015;

/// How much of the reports the reading of descriptions bears on. Only reports of 2015 and later count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Coverage {
    /// Reports.
    pub reports: u64,
    /// Those with a description.
    pub described: u64,
    /// Those whose description leaves little doubt about the type.
    pub type_read: u64,
    /// Those among them whose type contradicts it.
    pub type_moved: u64,
    /// Those whose description leaves little doubt about the location.
    pub location_read: u64,
    /// Those among them none of whose locations is it.
    pub location_moved: u64,
}

/// A series as it was filed, or as it reads.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Version {
    /// Reports in all years.
    pub count: u64,
    /// Its place among the categories, by reports in all years; 1 is the most frequent.
    pub rank: usize,
    /// Reports more a year, over the whole years.
    pub theil_sen: Option<TheilSen>,
    /// The test for a trend, over the whole years.
    pub mann_kendall: Option<MannKendall>,
}

/// One category, in both versions.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Sensitivity {
    /// What the reports are parted by.
    pub by: By,
    /// The stable key of the category.
    pub key: &'static str,
    /// What the category is called.
    pub label: &'static str,
    /// How reports with several categories count.
    pub counting: Counting,
    /// As filed.
    pub filed: Version,
    /// As the descriptions read.
    pub read: Version,
    /// Reports more as read than as filed.
    pub count_difference: i64,
    /// Reports a year that the slope is steeper as read.
    pub slope_difference: Option<f64>,
    /// Places that the category gains as read.
    pub rank_difference: i64,
    /// The years, each with its reports as filed and as read.
    pub years: Vec<YearPair>,
}

/// One year in both versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct YearPair {
    /// The year of submission.
    pub year: i32,
    /// Reports as filed.
    pub filed: u64,
    /// Reports as read.
    pub read: u64,
}

/// `report` under the type and the location that its description supports, where what was filed contradicts it.
fn read_anew(report: &Observation) -> Observation {
    let mut anew = *report;
    anew.types = contradicted(report, report.read_type.map(bit), report.types).unwrap_or(report.types);
    anew.places = contradicted(report, report.read_place.map(bit), report.places).unwrap_or(report.places);
    anew
}

/// The bit that was read, where something else was filed.
fn contradicted(report: &Observation, read: Option<u8>, filed: u8) -> Option<u8> {
    read.filter(|read| report.year() >= READ_SINCE && filed != 0 && filed & read == 0)
}

/// How far the reading reaches.
pub(super) fn coverage(reports: &[Observation], period: &Period) -> Coverage {
    let mut coverage = Coverage::default();
    for report in reports.iter().filter(|report| period.has(report) && report.year() >= READ_SINCE) {
        coverage.reports += 1;
        coverage.described += u64::from(report.described);
        coverage.type_read += u64::from(report.read_type.is_some());
        coverage.type_moved += u64::from(contradicted(report, report.read_type.map(bit), report.types).is_some());
        coverage.location_read += u64::from(report.read_place.is_some());
        coverage.location_moved += u64::from(contradicted(report, report.read_place.map(bit), report.places).is_some());
    }
    coverage
}

/// The series of types and locations in `filed`, beside what they are as read.
pub(super) fn sensitivity(reports: &[Observation], period: &Period, filed: &[Series]) -> Vec<Sensitivity> {
    let mut table = Vec::new();
    let wanted: Vec<(By, Counting)> = [By::Type, By::Location]
        .into_iter()
        .flat_map(|by| [Counting::Any, Counting::Single].map(|counting| (by, counting)))
        .filter(|wanted| filed.iter().any(|series| (series.by, series.counting) == *wanted))
        .collect();
    if wanted.is_empty() {
        return table;
    }
    let anew: Vec<Observation> = reports.iter().map(read_anew).collect();
    for (by, counting) in wanted {
        let read = series(&anew, period, by, counting);
        let filed: Vec<&Series> = filed.iter().filter(|series| (series.by, series.counting) == (by, counting)).collect();
        for one in &filed {
            let other = read.iter().find(|series| series.key == one.key);
            table.push(pair(one, other, rank(one, filed.iter().copied()), |series| rank(series, read.iter())));
        }
    }
    table
}

/// The place of `one` among `all`, by reports; equal ones share the better place.
fn rank<'s>(one: &Series, all: impl Iterator<Item = &'s Series>) -> usize {
    all.filter(|other| other.total.count > one.total.count).count() + 1
}

fn pair(filed: &Series, read: Option<&Series>, filed_rank: usize, read_rank: impl Fn(&Series) -> usize) -> Sensitivity {
    // A category that is filed and never read is gone from the list of those that are read.
    let empty;
    let read = if let Some(read) = read {
        read
    } else {
        empty = Series { total: super::Sizes::default(), points: Vec::new(), ..filed.clone() };
        &empty
    };
    let (one, other) = (version(filed, filed_rank), version(read, read_rank(read)));
    let slopes = one.theil_sen.zip(other.theil_sen);
    let years = filed.points.iter().enumerate().map(|(at, point)| YearPair {
        year: point.year,
        filed: point.sizes.count,
        read: read.points.get(at).map_or(0, |point| point.sizes.count),
    });
    Sensitivity {
        by: filed.by,
        key: filed.key,
        label: filed.label,
        counting: filed.counting,
        filed: one,
        read: other,
        count_difference: other.count.cast_signed() - one.count.cast_signed(),
        slope_difference: slopes.map(|(one, other)| other.slope - one.slope),
        rank_difference: places(one.rank) - places(other.rank),
        years: years.collect(),
    }
}

fn places(rank: usize) -> i64 {
    i64::try_from(rank).unwrap_or(i64::MAX)
}

fn version(series: &Series, rank: usize) -> Version {
    let counts = series.whole_counts();
    let tested = refusal(&counts).is_none();
    Version {
        count: series.total.count,
        rank,
        theil_sen: tested.then(|| theil_sen(&counts)).flatten(),
        mann_kendall: tested.then(|| mann_kendall(&counts)).flatten(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::terms::BreachType;

    #[test]
    fn only_what_contradicts_since_2015_moves() {
        let report = |day: &str, filed, read| {
            let day = day.parse().expect("a day");
            read_anew(&Observation { types: filed, read_type: read, ..Observation::on(day) }).types
        };
        let (hacking, theft) = (bit(BreachType::HackingIt), bit(BreachType::Theft));
        assert_eq!(report("2016-01-01", theft, Some(BreachType::HackingIt)), hacking);
        assert_eq!(report("2014-12-31", theft, Some(BreachType::HackingIt)), theft);
        assert_eq!(report("2016-01-01", theft | hacking, Some(BreachType::HackingIt)), theft | hacking);
        assert_eq!(report("2016-01-01", 0, Some(BreachType::HackingIt)), 0);
        assert_eq!(report("2016-01-01", theft, None), theft);
    }
}
