//! What a published figure measures, taken of the reports of its days.

use crate::report::terms::{BreachType, EntityType, Location, State, Term};
use crate::trends::Observation;
use crate::trends::observation::bit;
use crate::trends::stats::{median, real};

/// Which reports a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    All,
    /// Those that carry one of these types.
    Type(&'static [BreachType]),
    Entity(EntityType),
    /// Those that carry one of these locations.
    Place(&'static [Location]),
    States(&'static [State]),
    /// Those with a business associate.
    Associate,
    /// Those of more individuals.
    Above(u32),
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
    Smallest,
    Largest,
    /// Mean of the natural logarithm of the individuals in hacking reports; a report of several types is of the type Other.
    LogLevel,
    /// The same mean in reports of one type, less that in hacking reports.
    LogDifference(BreachType),
    /// The share of the spread of that logarithm which lies between the types.
    LogShare,
    /// The public record does not hold it.
    NotInTheRecord,
}

impl Of {
    fn has(self, report: &Observation) -> bool {
        match self {
            Self::All => true,
            Self::Type(kinds) => kinds.iter().any(|&kind| report.types & bit(kind) != 0),
            Self::Entity(kind) => report.entity == Some(kind),
            Self::Place(places) => places.iter().any(|&place| report.places & bit(place) != 0),
            Self::States(states) => report.state.is_some_and(|state| states.contains(&state)),
            Self::Associate => report.associate == Some(true),
            Self::Above(count) => report.individuals().is_some_and(|individuals| individuals > count),
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
            Self::Smallest => stated().min_by(f64::total_cmp),
            Self::Largest => stated().max_by(f64::total_cmp),
            Self::LogLevel => log_mean(reports(), BreachType::HackingIt),
            Self::LogDifference(kind) => Some(log_mean(reports(), kind)? - log_mean(reports(), BreachType::HackingIt)?),
            Self::LogShare => log_share(reports),
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

/// The type that a report has in the regression, and the logarithm of its individuals.
fn typed<'r>(reports: impl Iterator<Item = &'r Observation>) -> impl Iterator<Item = (u8, f64)> {
    reports.filter(|report| report.types != 0).filter_map(|report| {
        let kind = if report.types.is_power_of_two() { report.types } else { bit(BreachType::Other) };
        let count = report.individuals().filter(|&count| count > 0)?;
        Some((kind, f64::from(count).ln()))
    })
}

fn log_mean<'r>(reports: impl Iterator<Item = &'r Observation>, wanted: BreachType) -> Option<f64> {
    mean(typed(reports).filter(|(kind, _)| *kind == bit(wanted)).map(|(_, log)| log))
}

/// R squared of the regression: with one factor, what the squares within its groups leave of all squares.
fn log_share<'r, I: Iterator<Item = &'r Observation>>(reports: impl Fn() -> I) -> Option<f64> {
    let squares = |kind: Option<u8>| {
        let logs = || typed(reports()).filter(|one| kind.is_none_or(|kind| one.0 == kind)).map(|one| one.1);
        mean(logs()).map_or(0.0, |middle| logs().map(|log| (log - middle).powi(2)).sum::<f64>())
    };
    let all = squares(None);
    let within: f64 = BreachType::ALL.iter().map(|&kind| squares(Some(bit(kind)))).sum();
    (all > 0.0).then(|| 1.0 - within / all)
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
        assert_eq!(of(Measure::Reports(Of::Type(&[HackingIt]))), Some(2.0));
        assert_eq!(of(Measure::Reports(Of::Type(&[HackingIt, Loss]))), Some(3.0));
        assert_eq!(of(Measure::Reports(Of::Above(100))), Some(1.0));
        assert_eq!(of(Measure::ReportShare(Of::Type(&[Theft]))), Some(25.0));
        assert_eq!(of(Measure::Individuals(Of::Type(&[HackingIt]))), Some(1100.0));
        assert_eq!(of(Measure::Median), Some(100.0));
        assert_eq!(of(Measure::Mean), Some(370.0));
        assert_eq!((of(Measure::Smallest), of(Measure::Largest)), (Some(10.0), Some(1000.0)));
        assert_eq!(of(Measure::LogLevel), Some(100_f64.ln()));
        let apart = of(Measure::LogDifference(Other)).expect("a difference");
        assert!((apart - 10_f64.ln()).abs() < 1e-12);
        assert_eq!(of(Measure::LogDifference(Theft)), None);
        // Each group holds one report: nothing is left within them.
        assert_eq!(of(Measure::LogShare), Some(1.0));
        assert_eq!(of(Measure::NotInTheRecord), None);
    }
}
