//! What a published figure measures, taken of the reports of its days.

use crate::report::terms::{BreachType, EntityType, Location};
use crate::trends::Observation;
use crate::trends::observation::bit;
use crate::trends::stats::{median, real};

/// Which reports a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    All,
    Type(BreachType),
    Entity(EntityType),
    Place(Location),
}

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Reports(Of),
    Individuals(Of),
    /// Share of all reports, in percent.
    ReportShare(Of),
    /// Share of all individuals, in percent.
    IndividualShare(Of),
    Median,
    Mean,
    Largest,
    /// Mean of the natural logarithm of the individuals in hacking reports; a report of several types is of the type Other.
    LogLevel,
    /// The same mean in reports of one type, less that in hacking reports.
    LogDifference(BreachType),
    /// The public record does not hold it.
    NotInTheRecord,
}

impl Of {
    fn has(self, report: &Observation) -> bool {
        match self {
            Self::All => true,
            Self::Type(kind) => report.types & bit(kind) != 0,
            Self::Entity(kind) => report.entity == Some(kind),
            Self::Place(place) => report.places & bit(place) != 0,
        }
    }
}

impl Measure {
    /// The figure of `reports`; none where it cannot be told.
    pub(super) fn of<'r, I: Iterator<Item = &'r Observation>>(self, reports: impl Fn() -> I) -> Option<f64> {
        let count = |of: Of| real(reports().filter(|report| of.has(report)).count());
        let individuals =
            |of: Of| reports().filter(|report| of.has(report)).filter_map(Observation::individuals).map(f64::from).sum::<f64>();
        let stated = || reports().filter_map(Observation::individuals).map(f64::from);
        match self {
            Self::Reports(of) => Some(count(of)),
            Self::Individuals(of) => Some(individuals(of)),
            Self::ReportShare(of) => share(count(of), count(Of::All)),
            Self::IndividualShare(of) => share(individuals(of), individuals(Of::All)),
            Self::Median => {
                let mut sorted: Vec<f64> = stated().collect();
                sorted.sort_by(f64::total_cmp);
                median(&sorted)
            }
            Self::Mean => mean(stated()),
            Self::Largest => stated().max_by(f64::total_cmp),
            Self::LogLevel => log_mean(reports(), BreachType::HackingIt),
            Self::LogDifference(kind) => Some(log_mean(reports(), kind)? - log_mean(reports(), BreachType::HackingIt)?),
            Self::NotInTheRecord => None,
        }
    }
}

fn share(part: f64, all: f64) -> Option<f64> {
    (all > 0.0).then(|| 100.0 * part / all)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

fn log_mean<'r>(reports: impl Iterator<Item = &'r Observation>, wanted: BreachType) -> Option<f64> {
    let counted = reports.filter(|report| match report.types.count_ones() {
        0 => false,
        1 => report.types == bit(wanted),
        _ => wanted == BreachType::Other,
    });
    mean(counted.filter_map(Observation::individuals).filter(|&count| count > 0).map(|count| f64::from(count).ln()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn report(types: &[BreachType], individuals: i64) -> Observation {
        let types = types.iter().fold(0, |bits, &kind| bits | bit(kind));
        Observation { types, ..Observation::on(NaiveDate::default()) }.with_individuals(Some(individuals))
    }

    /// By hand: of 100, 1000 and 10 individuals, the first two are of hacking, the second of theft, too.
    #[test]
    fn figures_are_those_by_hand() {
        use BreachType::{HackingIt, Loss, Other, Theft};
        let reports = [report(&[HackingIt], 100), report(&[HackingIt, Theft], 1000), report(&[Loss], 10), report(&[], -1)];
        let of = |measure: Measure| measure.of(|| reports.iter());
        assert_eq!(of(Measure::Reports(Of::Type(HackingIt))), Some(2.0));
        assert_eq!(of(Measure::ReportShare(Of::Type(Theft))), Some(25.0));
        assert_eq!(of(Measure::Individuals(Of::Type(HackingIt))), Some(1100.0));
        assert_eq!(of(Measure::Median), Some(100.0));
        assert_eq!(of(Measure::Mean), Some(370.0));
        assert_eq!(of(Measure::Largest), Some(1000.0));
        assert_eq!(of(Measure::LogLevel), Some(100_f64.ln()));
        let apart = of(Measure::LogDifference(Other)).expect("a difference");
        assert!((apart - 10_f64.ln()).abs() < 1e-12);
        assert_eq!(of(Measure::LogDifference(Theft)), None);
        assert_eq!(of(Measure::NotInTheRecord), None);
    }
}
