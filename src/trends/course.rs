//! What can be said of the course of a series over its whole years, and why nothing where nothing can.

use super::category::{By, Counting};
use super::period::{Period, Years};
use super::series::Series;
use super::stats::{
    Break, Correlation, KruskalWallis, Line, MannKendall, Persistence, Rate, TheilSen, benjamini_hochberg, holm, interrupted,
    kruskal_wallis, least_squares, mann_kendall, pearson, persistence, rate, spearman, theil_sen,
};

/// Fewer whole years are not tested.
pub const LEAST_YEARS: usize = 4;
/// Fewer months say nothing of persistence.
const LEAST_MONTHS: usize = 24;

/// Why a series is not tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// It has fewer than four whole years.
    TooFewYears,
    /// It has no report in any whole year.
    AllZero,
    /// Every whole year has the same number of reports.
    AllEqual,
    /// It holds what has no category of its own: several, or none.
    NoCategory,
    /// Nobody asked: States are tested only on demand, for they are many.
    NotAsked,
}

/// The statistics of a series. Counts are those of the whole years; a step is a year.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct Stats {
    /// Why there are none.
    pub refused: Option<Refusal>,
    /// The test for a monotone trend.
    pub mann_kendall: Option<MannKendall>,
    /// Its p-value, held over the whole family by Holm's procedure.
    pub holm: Option<f64>,
    /// Its p-value by Benjamini and Hochberg's.
    pub benjamini_hochberg: Option<f64>,
    /// Reports more a year.
    pub theil_sen: Option<TheilSen>,
    /// The factor from year to year.
    pub rate: Option<Rate>,
    /// The line of least squares: a description.
    pub least_squares: Option<Line>,
    /// Pearson's correlation with the year: a description, and no speed.
    pub pearson: Option<Correlation>,
    /// Spearman's.
    pub spearman: Option<Correlation>,
    /// What changes at the break.
    #[serde(rename = "break")]
    pub at_break: Option<Break>,
    /// Whether the years' sizes stand on one level.
    pub sizes: Option<KruskalWallis>,
    /// The test for a monotone trend of the yearly median size.
    pub median_mann_kendall: Option<MannKendall>,
    /// Individuals that the yearly median grows by in a year.
    pub median_theil_sen: Option<TheilSen>,
}

/// Persistence of the monthly counts. High for any series that moves slowly, falling ones included.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Memory {
    /// The months of these whole years.
    pub years: Years,
    /// How many.
    pub months: usize,
    /// Around a level.
    pub around_level: Option<Persistence>,
    /// Around a straight line.
    pub around_line: Option<Persistence>,
    /// Kendall's tau of the months. Months hang together, so that its p-values are too small.
    pub mann_kendall: Option<MannKendall>,
    /// The line of least squares through the months: a description.
    pub least_squares: Option<Line>,
    /// Pearson's correlation of the months with time: a description.
    pub pearson: Option<Correlation>,
}

/// Fills in the statistics of `series`. `at_break` is the first year after the break that was asked for.
pub(super) fn test(series: &mut Series, period: &Period, at_break: Option<i32>) {
    let counts = series.whole_counts();
    let unnamed = matches!(series.key, "missing" | "combined").then_some(Refusal::NoCategory);
    series.stats = Stats { refused: unnamed.or_else(|| refusal(&counts)), ..Stats::default() };
    if series.stats.refused.is_some() {
        return;
    }
    let groups: Vec<&[f64]> = series.stated.iter().map(Vec::as_slice).collect();
    let medians: Vec<f64> = series.whole().filter_map(|point| point.sizes.median).collect();
    let medians = if medians.len() == counts.len() { medians } else { Vec::new() };
    let stats = Stats {
        refused: None,
        mann_kendall: mann_kendall(&counts),
        theil_sen: theil_sen(&counts),
        rate: rate(&counts),
        least_squares: least_squares(&counts),
        pearson: pearson(&counts),
        spearman: spearman(&counts),
        at_break: at_break.and_then(|year| period.whole?.position(year)).and_then(|first| interrupted(&counts, first)),
        sizes: kruskal_wallis(&groups),
        median_mann_kendall: mann_kendall(&medians),
        median_theil_sen: theil_sen(&medians),
        ..Stats::default()
    };
    series.persistence = memory(series, period);
    series.stats = stats;
}

/// Why `counts` are not tested.
pub(super) fn refusal(counts: &[f64]) -> Option<Refusal> {
    if counts.len() < LEAST_YEARS {
        return Some(Refusal::TooFewYears);
    }
    if counts.iter().all(|&count| count <= 0.0) {
        return Some(Refusal::AllZero);
    }
    counts.windows(2).all(|pair| pair[0].total_cmp(&pair[1]).is_eq()).then_some(Refusal::AllEqual)
}

fn memory(series: &Series, period: &Period) -> Option<Memory> {
    if matches!(series.by, By::State | By::Size) {
        return None;
    }
    let years = period.whole?;
    let start = period.years.position(years.first)? * 12;
    let months: Vec<f64> = series.months.iter().skip(start).take(years.count() * 12).map(|&count| f64::from(count)).collect();
    if months.len() < LEAST_MONTHS {
        return None;
    }
    Some(Memory {
        years,
        months: months.len(),
        around_level: persistence(&months, false),
        around_line: persistence(&months, true),
        mann_kendall: mann_kendall(&months),
        least_squares: least_squares(&months),
        pearson: pearson(&months),
    })
}

/// Holds the p-values of all tests of `series` together. Beside `any`, counts of combined reports apart are a family of their own.
pub(super) fn adjust(series: &mut [Series]) {
    let is_apart = series.iter().any(|series| series.counting == Counting::Any);
    for single in [false, true] {
        let family: Vec<(usize, f64)> = series
            .iter()
            .enumerate()
            .filter(|(_, series)| (is_apart && series.counting == Counting::Single) == single)
            .filter_map(|(index, series)| Some((index, series.stats.mann_kendall?.p)))
            .collect();
        let ps: Vec<f64> = family.iter().map(|test| test.1).collect();
        for (((index, _), held), share) in family.iter().zip(holm(&ps)).zip(benjamini_hochberg(&ps)) {
            series[*index].stats.holm = Some(held);
            series[*index].stats.benjamini_hochberg = Some(share);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_of_too_little() {
        assert_eq!(refusal(&[1.0, 2.0, 3.0]), Some(Refusal::TooFewYears));
        assert_eq!(refusal(&[0.0; 9]), Some(Refusal::AllZero));
        assert_eq!(refusal(&[2.0; 9]), Some(Refusal::AllEqual));
        assert_eq!(refusal(&[0.0, 0.0, 0.0, 1.0]), None);
    }
}
