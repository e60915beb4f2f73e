//! Counts and sizes a year and a month, for each category.

use chrono::Datelike;

use super::Observation;
use super::category::{By, Category, Counting};
use super::course::{Memory, Stats};
use super::observation::is_placeholder;
use super::period::Period;
use super::stats::{mean, quantile, skewness};

/// How many individuals the reports of a year, or of all years, affected.
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize)]
pub struct Sizes {
    /// Reports.
    pub count: u64,
    /// Those that state a count of individuals.
    pub stated: u64,
    /// Individuals, all told.
    pub individuals: u64,
    /// The mean.
    pub mean: Option<f64>,
    /// How far the sizes lean, 0 where they are even; far above 0 where a few are far larger than the rest.
    pub skewness: Option<f64>,
    /// The lower quartile (R's type 7, as the other two).
    pub q1: Option<f64>,
    /// The median.
    pub median: Option<f64>,
    /// The upper quartile.
    pub q3: Option<f64>,
    /// The largest count.
    pub largest: Option<u32>,
    /// The three largest counts' share of all individuals, from 0 to 1.
    pub largest_three_share: Option<f64>,
    /// Counts of 500 or 501, which stand for counts that are not known yet.
    pub placeholders: u64,
    /// The median without them.
    pub median_without_placeholders: Option<f64>,
}

/// One year of a series.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Point {
    /// The year of submission.
    pub year: i32,
    /// Whether the input does not hold all of it.
    pub partial: bool,
    /// What its reports add up to.
    #[serde(flatten)]
    pub sizes: Sizes,
}

/// The reports of one category.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Series {
    /// What the reports are parted by.
    pub by: By,
    /// The stable key of the category.
    pub key: &'static str,
    /// What the category is called.
    pub label: &'static str,
    /// How reports with several categories count.
    pub counting: Counting,
    /// All years together.
    pub total: Sizes,
    /// Each year of the period.
    pub points: Vec<Point>,
    /// Reports in each month of the period's years, from January of the first.
    pub months: Vec<u32>,
    /// What can be said of its course.
    pub stats: Stats,
    /// How slowly it moves from month to month: no trend.
    pub persistence: Option<Memory>,
    /// The stated counts of the whole years, a year after the other, each from the least to the greatest.
    #[serde(skip)]
    pub(super) stated: Vec<Vec<f64>>,
}

impl Series {
    /// Reports in each whole year.
    pub fn whole_counts(&self) -> Vec<f64> {
        self.whole().map(|point| real(point.sizes.count)).collect()
    }

    /// The whole years.
    pub fn whole(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| !point.partial)
    }
}

/// A count as a number; counts of reports and people are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "exact for every count that fits a file")]
pub(super) fn real(count: u64) -> f64 {
    count as f64
}

/// What is gathered of one category.
#[derive(Clone)]
struct Tally {
    years: Vec<(u64, Vec<u32>)>,
    months: Vec<u32>,
}

/// The series of each category of `by`, in the order of its list; without those of what is combined, missing or no longer on the form that have no report.
pub(super) fn series(reports: &[Observation], period: &Period, by: By, counting: Counting) -> Vec<Series> {
    let categories = by.categories(counting);
    let years = period.years.count();
    let mut tallies = vec![Tally { years: vec![(0, Vec::new()); years], months: vec![0; years * 12] }; categories.len()];
    for report in reports.iter().filter(|report| period.has(report)) {
        let Some(year) = period.years.position(report.year()) else { continue };
        let mut places = by.places(counting, report);
        while places != 0 {
            if let Some(tally) = tallies.get_mut(places.trailing_zeros() as usize) {
                tally.years[year].0 += 1;
                tally.years[year].1.extend(report.individuals());
                tally.months[year * 12 + report.day.month0() as usize] += 1;
            }
            places &= places - 1;
        }
    }
    let counted = categories.into_iter().zip(tallies).map(|(category, tally)| tally.series(category, period, by, counting));
    counted.filter(|series| series.total.count > 0 || is_always_shown(by, series.key)).collect()
}

/// Whether a category without any report is shown as such: its zeros say something.
fn is_always_shown(by: By, key: &str) -> bool {
    match by {
        By::Type | By::Location | By::Entity => !matches!(key, "other" | "unknown" | "missing" | "combined"),
        By::All => true,
        By::BusinessAssociate | By::State | By::Size => false,
    }
}

impl Tally {
    fn series(mut self, category: Category, period: &Period, by: By, counting: Counting) -> Series {
        let mut points = Vec::with_capacity(self.years.len());
        let mut every = Vec::new();
        let mut count = 0;
        let mut stated = Vec::new();
        for (year, (reports, individuals)) in period.years.each().zip(&mut self.years) {
            individuals.sort_unstable();
            let partial = period.is_partial(year);
            points.push(Point { year, partial, sizes: sizes(*reports, individuals) });
            every.extend_from_slice(individuals);
            count += *reports;
            if !partial {
                stated.push(individuals.iter().map(|&count| f64::from(count)).collect());
            }
        }
        every.sort_unstable();
        Series {
            by,
            key: category.key,
            label: category.label,
            counting,
            total: sizes(count, &every),
            points,
            months: self.months,
            stats: Stats::default(),
            persistence: None,
            stated,
        }
    }
}

/// What `count` reports add up to, of which those with a count have `sorted`.
fn sizes(count: u64, sorted: &[u32]) -> Sizes {
    let individuals: u64 = sorted.iter().map(|&count| u64::from(count)).sum();
    let values: Vec<f64> = sorted.iter().map(|&count| f64::from(count)).collect();
    let real_counts: Vec<f64> = sorted.iter().filter(|&&count| !is_placeholder(count)).map(|&count| f64::from(count)).collect();
    let three: u64 = sorted.iter().rev().take(3).map(|&count| u64::from(count)).sum();
    Sizes {
        count,
        stated: sorted.len() as u64,
        individuals,
        mean: mean(&values),
        skewness: skewness(&values),
        q1: quantile(&values, 0.25),
        median: quantile(&values, 0.5),
        q3: quantile(&values, 0.75),
        largest: sorted.last().copied(),
        largest_three_share: (individuals > 0).then(|| real(three) / real(individuals)),
        placeholders: (values.len() - real_counts.len()) as u64,
        median_without_placeholders: quantile(&real_counts, 0.5),
    }
}
