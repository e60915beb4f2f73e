//! Counts and sizes of breach reports over the years, and what can be said of them; beside that, how much of it hangs on the categorization. Knows no
//! output.

mod category;
mod compare;
mod course;
mod gather;
mod lists;
mod observation;
mod period;
mod sensitivity;
mod series;
mod shape;
pub mod stats;
mod warning;

use chrono::NaiveDate;

pub use category::{By, Category, Counting};
pub use compare::{Compared, Comparison, Publication};
pub use course::{LEAST_YEARS, Memory, Refusal, Stats};
pub use gather::gather;
pub use lists::List;
pub use observation::Observation;
pub use period::{Period, Years};
pub use sensitivity::{Coverage, READ_SINCE, Sensitivity, Version, YearPair};
pub use series::{Point, Series, Sizes};
pub use shape::{Bin, Pair};
pub use warning::{FORM_CHANGED, Warning};

use crate::finding::Severity;
use stats::{KruskalWallis, kruskal_wallis, quantile};

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The first year of submission that counts.
    pub since: Option<i32>,
    /// The last day of submission that counts.
    pub until: Option<NaiveDate>,
    /// What to part the reports by; everything where nothing is named.
    pub by: Vec<By>,
    /// How reports of several categories count; both ways where nothing is said.
    pub count: Option<Counting>,
    /// The first year after a break that every series is tested for; 2015 for what the form's change bears on where nothing is said.
    pub at_break: Option<i32>,
    /// A publication to compare with.
    pub compare: Option<Publication>,
}

/// An input that was read.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// What it is called.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Rows without a readable day of submission, and records that cannot be read.
    pub not_counted: u64,
    /// Its reports, in their order.
    pub reports: Vec<Observation>,
}

/// What an input is: whoever repeats the figures needs the same.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Snapshot {
    /// What it is called.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its rows.
    pub rows: u64,
    /// Rows that cannot be counted.
    pub not_counted: u64,
    /// The first day of submission.
    pub first: Option<NaiveDate>,
    /// The last one.
    pub last: Option<NaiveDate>,
    /// Which of the portal's lists it seems to be.
    pub list: List,
}

/// Whether reports of one kind are larger than those of another.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SizeTest {
    /// What the reports are parted by.
    pub by: By,
    /// How many categories hold a report.
    pub groups: usize,
    /// The categories, and how large their reports are.
    pub medians: Vec<SizeGroup>,
    /// The test over all whole years; a report of several categories is left out.
    pub kruskal_wallis: KruskalWallis,
}

/// A category whose sizes are compared with those of others.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct SizeGroup {
    /// The stable key of the category.
    pub key: &'static str,
    /// What the category is called.
    pub label: &'static str,
    /// Its reports that state a count of individuals.
    pub stated: usize,
    /// Their median.
    pub median: Option<f64>,
}

/// The whole report.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Trends {
    /// The version of this shape.
    pub schema_version: u32,
    /// The version of breachlint.
    pub tool_version: &'static str,
    /// The days and years that count; none where the inputs must not be counted.
    pub period: Option<Period>,
    /// The first year after the break.
    #[serde(rename = "break")]
    pub at_break: i32,
    /// The inputs.
    pub source: Vec<Snapshot>,
    /// The series.
    pub series: Vec<Series>,
    /// Tests between categories.
    pub sizes: Vec<SizeTest>,
    /// Types with locations; none where either was not asked for.
    pub pairs: Vec<Pair>,
    /// The sizes of all reports.
    pub size_distribution: Vec<Bin>,
    /// How far the reading of descriptions reaches.
    pub reading: Coverage,
    /// The series of types and locations, as filed and as read.
    pub sensitivity: Vec<Sensitivity>,
    /// Published figures beside these.
    pub comparison: Option<Comparison>,
    /// What must be known about the figures.
    pub warnings: Vec<Warning>,
}

impl Trends {
    /// Whether something that was asked is not given, because it would mislead.
    pub fn is_refused(&self) -> bool {
        self.warnings.iter().any(|warning| warning.severity == Severity::Error)
    }

    /// The series of `by`, in the order of the list.
    pub fn of(&self, by: By, counting: Counting) -> impl Iterator<Item = &Series> {
        self.series.iter().filter(move |series| series.by == by && (series.counting == counting || !by.is_multiple()))
    }
}

/// What can be said of `inputs`.
pub fn trends(inputs: Vec<Gathered>, request: &Request) -> Trends {
    let source: Vec<Snapshot> = inputs.iter().map(snapshot).collect();
    let at_break = request.at_break.unwrap_or(FORM_CHANGED);
    let mut warnings = Vec::new();
    warning::about_inputs(&source, &shared(&inputs), &mut warnings);
    let mut trends = Trends {
        schema_version: 1,
        tool_version: env!("CARGO_PKG_VERSION"),
        period: None,
        at_break,
        source,
        series: Vec::new(),
        sizes: Vec::new(),
        pairs: Vec::new(),
        size_distribution: Vec::new(),
        reading: Coverage::default(),
        sensitivity: Vec::new(),
        comparison: None,
        warnings,
    };
    if trends.is_refused() {
        return trends;
    }
    let reports: Vec<Observation> = inputs.into_iter().flat_map(|input| input.reports).collect();
    if let Some(period) = Period::of(&reports, request.since, request.until) {
        count(&mut trends, &reports, &period, request);
    }
    // What is refused, then what misleads, then what helps.
    trends.warnings.sort_by_key(|warning| std::cmp::Reverse(warning.severity));
    trends
}

fn count(trends: &mut Trends, reports: &[Observation], period: &Period, request: &Request) {
    let wanted = |by: By| by == By::All || request.by.is_empty() || request.by.contains(&by);
    for by in By::EVERY.into_iter().filter(|&by| wanted(by)) {
        let countings = if by.is_multiple() { [Counting::Any, Counting::Single].as_slice() } else { &[Counting::Each] };
        for &counting in
            countings.iter().filter(|&&counting| counting == Counting::Each || request.count.is_none_or(|only| only == counting))
        {
            trends.series.extend(series::series(reports, period, by, counting));
        }
    }
    for series in &mut trends.series {
        if series.by == By::State && !request.by.contains(&By::State) {
            series.stats.refused = Some(Refusal::NotAsked);
        } else {
            course::test(series, period, break_of(series.by, request));
        }
    }
    course::adjust(&mut trends.series);
    trends.sizes = By::EVERY.into_iter().filter(|&by| by.is_kind() && wanted(by)).filter_map(|by| size_test(reports, period, by)).collect();
    if wanted(By::Type) && wanted(By::Location) {
        trends.pairs = shape::pairs(reports, period);
    }
    trends.size_distribution = shape::bins(reports, period);
    trends.reading = sensitivity::coverage(reports, period);
    trends.sensitivity = sensitivity::sensitivity(reports, period, &trends.series);
    trends.comparison = request.compare.map(|publication| compare::compare(reports, publication));
    trends.period = Some(*period);
    warning::about_years(period, trends.at_break, &trends.series, &mut trends.warnings);
    warning::about_break(request.at_break, &trends.series, &mut trends.warnings);
    if let Some(all) = trends.series.first() {
        warning::about_sizes(all, &mut trends.warnings);
    }
    warning::about_counting(&trends.series, &mut trends.warnings);
}

/// The break that series of `by` are tested for.
fn break_of(by: By, request: &Request) -> Option<i32> {
    request.at_break.or_else(|| matches!(by, By::Type | By::Entity | By::BusinessAssociate).then_some(FORM_CHANGED))
}

/// Whether reports of the categories of `by` differ in size, in the whole years.
fn size_test(reports: &[Observation], period: &Period, by: By) -> Option<SizeTest> {
    let series = series::series(reports, period, by, if by.is_multiple() { Counting::Single } else { Counting::Each });
    let named = series.into_iter().filter(|series| !matches!(series.key, "missing" | "combined" | "other" | "unknown"));
    let groups: Vec<(series::Series, Vec<f64>)> = named
        .map(|series| {
            let mut sizes = series.stated.concat();
            sizes.sort_by(f64::total_cmp);
            (series, sizes)
        })
        .filter(|(_, sizes)| !sizes.is_empty())
        .collect();
    let slices: Vec<&[f64]> = groups.iter().map(|(_, sizes)| sizes.as_slice()).collect();
    let group = |(series, sizes): &(series::Series, Vec<f64>)| SizeGroup {
        key: series.key,
        label: series.label,
        stated: sizes.len(),
        median: quantile(sizes, 0.5),
    };
    Some(SizeTest { by, groups: groups.len(), medians: groups.iter().map(group).collect(), kruskal_wallis: kruskal_wallis(&slices)? })
}

fn snapshot(input: &Gathered) -> Snapshot {
    let days = input.reports.iter().map(|report| report.day);
    Snapshot {
        file: input.file.clone(),
        sha256: input.sha256.clone(),
        rows: input.reports.len() as u64 + input.not_counted,
        not_counted: input.not_counted,
        first: days.clone().min(),
        last: days.max(),
        list: lists::recognise(&input.reports),
    }
}

/// Each pair of inputs, the reports that they share, and whether these show that both hold one list.
fn shared(inputs: &[Gathered]) -> Vec<(usize, usize, u64, bool)> {
    let mut pairs = Vec::new();
    for (at, one) in inputs.iter().enumerate() {
        for (further, other) in inputs[at + 1..].iter().enumerate() {
            let count = lists::shared(&one.reports, &other.reports);
            pairs.push((at, at + 1 + further, count, lists::is_mixed(count, one.reports.len(), other.reports.len())));
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
