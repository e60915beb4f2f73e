//! Two views over all years: how types and locations go together, and how the sizes lie.

use super::Observation;
use super::category::{By, Counting};
use super::period::Period;

/// How many reports carry a type and a location together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Pair {
    /// The stable key of the type of breach.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The stable key of the location.
    pub location: &'static str,
    /// Reports that carry both.
    pub count: u64,
}

/// Reports between two sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Bin {
    /// The least number of individuals.
    pub from: u32,
    /// The first number beyond; none for the last bin, which has no end.
    pub below: Option<u32>,
    /// Reports.
    pub count: u64,
}

/// Where the bins begin: even steps on a logarithmic axis, near enough, and whole numbers.
const EDGES: [u32; 18] = [
    0,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    20_000,
    50_000,
    100_000,
    200_000,
    500_000,
    1_000_000,
    2_000_000,
    5_000_000,
    10_000_000,
    20_000_000,
    50_000_000,
    100_000_000,
];

/// Every type with every location, those that are missing left out; a report counts once in each pair that it carries.
pub(super) fn pairs(reports: &[Observation], period: &Period) -> Vec<Pair> {
    let (kinds, places) = (By::Type.named(), By::Location.named());
    let mut counts = vec![0_u64; kinds.len() * places.len()];
    for report in reports.iter().filter(|report| period.has(report)) {
        for kind in (0..kinds.len()).filter(|kind| By::Type.places(Counting::Any, report) & (1 << kind) != 0) {
            for place in (0..places.len()).filter(|place| By::Location.places(Counting::Any, report) & (1 << place) != 0) {
                counts[kind * places.len() + place] += 1;
            }
        }
    }
    let every = kinds.iter().flat_map(|kind| places.iter().map(move |place| (kind.key, place.key)));
    every.zip(counts).map(|((kind, location), count)| Pair { kind, location, count }).collect()
}

/// The sizes of all reports, from the first bin that holds one to the last.
pub(super) fn bins(reports: &[Observation], period: &Period) -> Vec<Bin> {
    let mut counts = [0_u64; EDGES.len()];
    for size in reports.iter().filter(|report| period.has(report)).filter_map(Observation::individuals) {
        counts[EDGES.partition_point(|&edge| edge <= size).saturating_sub(1)] += 1;
    }
    let bins = EDGES.iter().zip(counts).enumerate().map(|(at, (&from, count))| Bin { from, below: EDGES.get(at + 1).copied(), count });
    let bins: Vec<Bin> = bins.skip_while(|bin| bin.count == 0).collect();
    let last = bins.iter().rposition(|bin| bin.count > 0).map_or(0, |last| last + 1);
    bins.into_iter().take(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_fall_into_the_bin_that_begins_with_them() {
        let day = "2020-05-05".parse().expect("a day");
        let reports = [499, 500, 999, 1_000, 1_000, 20_000].map(|count| Observation::on(day).with_individuals(Some(count)));
        let period = Period::of(&reports, None, None).expect("a period");
        let counts: Vec<(u32, u64)> = bins(&reports, &period).iter().map(|bin| (bin.from, bin.count)).collect();
        assert_eq!(counts, [(0, 1), (500, 2), (1_000, 2), (2_000, 0), (5_000, 0), (10_000, 0), (20_000, 1)]);
    }

    #[test]
    fn a_report_counts_in_each_pair() {
        let reports = [Observation { types: 0b1, places: 0b110, ..Observation::on("2020-05-05".parse().expect("a day")) }];
        let period = Period::of(&reports, None, None).expect("a period");
        let found: Vec<Pair> = pairs(&reports, &period).into_iter().filter(|pair| pair.count > 0).collect();
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|pair| pair.kind == "hacking_it_incident"));
    }
}
