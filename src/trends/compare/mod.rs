//! Published figures beside those of the input: how far they agree, and why not further.

mod hipaa_journal;
mod jiang2025;
mod jmir2024;
mod liu2015;
mod mccoy2018;
mod measure;

use chrono::{Days, NaiveDate};

use super::Observation;
use measure::Measure;

/// A publication whose figures are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Publication {
    /// McCoy and Perlis, JAMA 2018
    #[value(name = "mccoy2018")]
    McCoy2018,
    /// Subramanian, Sengupta and Xu, JMIR 2024
    #[value(name = "jmir2024")]
    Jmir2024,
    /// Jiang, Ross and Bai, JAMA Network Open 2025
    #[value(name = "jiang2025")]
    Jiang2025,
    /// Liu, Musen and Chou, JAMA 2015
    #[value(name = "liu2015")]
    Liu2015,
    /// HIPAA Journal's yearly and half-yearly counts
    #[value(name = "hipaajournal")]
    HipaaJournal,
}

/// What is known of a publication.
struct Source {
    key: &'static str,
    citation: &'static str,
    note: &'static str,
    figures: &'static [Figure],
}

/// One published figure.
struct Figure {
    what: &'static str,
    /// The days of submission that it covers.
    window: (Day, Day),
    published: f64,
    measure: Measure,
    reason: &'static str,
}

/// A day as year, month, day.
type Day = (i32, u32, u32);

/// One figure, as published and as the input gives it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Compared {
    /// What is counted.
    pub what: &'static str,
    /// The first day of submission that it covers.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// As published.
    pub published: f64,
    /// As the input gives it; none where the input does not cover the days, or the public record does not hold the figure.
    pub ours: Option<f64>,
    /// Ours less the published one.
    pub difference: Option<f64>,
    /// Why the two differ, or why there is none of ours.
    pub reason: String,
}

/// The figures of one publication.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Comparison {
    /// The publication's key.
    pub key: &'static str,
    /// Where the figures stand.
    pub citation: &'static str,
    /// How the publication counts.
    pub note: &'static str,
    /// Its figures.
    pub figures: Vec<Compared>,
}

/// Days at either end of a window that an input may lack and still cover it: reports are not posted on every day.
const SLACK: Days = Days::new(10);
/// An input that ends earlier is compared if it lacks a month at most, and a tenth of the days; the reason says so.
const SHORT: i64 = 31;
const SHORT_SHARE: i64 = 10;
/// A share of the published figure beyond which that is no explanation.
const FAR: f64 = 0.1;
const FAR_APART: &str = ". More than a tenth apart: look whether the input holds both lists, whole";
const NOT_COVERED: &str = "the input does not cover these days";

/// The figures of `publication` beside those of `reports`.
pub(super) fn compare(reports: &[Observation], publication: Publication) -> Comparison {
    let source = match publication {
        Publication::McCoy2018 => &mccoy2018::SOURCE,
        Publication::Jmir2024 => &jmir2024::SOURCE,
        Publication::Jiang2025 => &jiang2025::SOURCE,
        Publication::Liu2015 => &liu2015::SOURCE,
        Publication::HipaaJournal => &hipaa_journal::SOURCE,
    };
    let days = reports.iter().map(|report| report.day);
    let reach = days.clone().min().zip(days.max());
    let figures = source.figures.iter().filter_map(|figure| {
        let (from, to) = (day(figure.window.0)?, day(figure.window.1)?);
        let cover = reach.map_or(Cover::None, |reach| cover((from, to), reach));
        let inside = || reports.iter().filter(|report| from <= report.day && report.day <= to);
        let ours = if cover == Cover::None { None } else { figure.measure.of(inside) };
        let mut reason = match cover {
            Cover::None if figure.measure != Measure::NotInTheRecord => NOT_COVERED.to_owned(),
            Cover::Short(last) if ours.is_some() => format!("the input ends on {last}; {}", figure.reason),
            _ => figure.reason.to_owned(),
        };
        let difference = ours.map(|ours| ours - figure.published);
        let is_count = matches!(figure.measure, Measure::Reports(_) | Measure::Individuals(_));
        if is_count && difference.is_some_and(|difference| difference.abs() > FAR * figure.published.abs()) {
            reason.push_str(FAR_APART);
        }
        Some(Compared { what: figure.what, from, to, published: figure.published, ours, difference, reason })
    });
    Comparison { key: source.key, citation: source.citation, note: source.note, figures: figures.collect() }
}

/// How far an input reaches into the days of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cover {
    Whole,
    /// Up to this day, which leaves little out.
    Short(NaiveDate),
    None,
}

fn cover((from, to): (NaiveDate, NaiveDate), (first, last): (NaiveDate, NaiveDate)) -> Cover {
    let missing = (to - last).num_days();
    match () {
        () if first > from + SLACK => Cover::None,
        () if to <= last + SLACK => Cover::Whole,
        () if missing <= SHORT && missing * SHORT_SHARE <= (to - from).num_days() => Cover::Short(last),
        () => Cover::None,
    }
}

fn day((year, month, day): Day) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum;

    #[test]
    fn every_figure_has_its_days_and_its_reason() {
        for &publication in Publication::value_variants() {
            let comparison = compare(&[], publication);
            assert!(!comparison.figures.is_empty() && comparison.citation.contains("20"), "{}", comparison.key);
            for figure in &comparison.figures {
                assert!(figure.from <= figure.to && figure.ours.is_none() && !figure.reason.is_empty(), "{figure:?}");
            }
            assert_eq!(publication.to_possible_value().expect("a name").get_name(), comparison.key);
        }
    }

    /// A report in each week of the portal's first fifteen years: what the record can hold has a figure.
    #[test]
    fn an_export_that_reaches_far_enough_has_every_figure() {
        use crate::report::terms::{BreachType, EntityType, Location, State, Term};
        use crate::trends::observation::bit;
        let first = day((2009, 10, 21)).expect("a day");
        let reports: Vec<Observation> = (0..800_u32)
            .map(|week| {
                let at = week as usize;
                let report = Observation {
                    types: bit(BreachType::ALL[at % BreachType::ALL.len()]),
                    places: bit(Location::ALL[at % Location::ALL.len()]),
                    entity: Some(EntityType::ALL[at % EntityType::ALL.len()]),
                    state: Some(State::ALL[at % State::ALL.len()]),
                    associate: Some(at.is_multiple_of(2)),
                    ..Observation::on(first + Days::new(7 * u64::from(week)))
                };
                report.with_individuals(Some(500 + i64::from(week)))
            })
            .collect();
        for &publication in Publication::value_variants() {
            for figure in compare(&reports, publication).figures {
                let is_told = !figure.what.contains("ransomware");
                assert_eq!(figure.ours.is_some_and(f64::is_finite), is_told, "{figure:?}");
                assert_eq!(figure.difference, figure.ours.map(|ours| ours - figure.published));
            }
        }
        let of = |publication, what: &str| {
            let figures = compare(&reports, publication).figures;
            figures.into_iter().find(|figure| figure.what == what).and_then(|figure| figure.ours)
        };
        // By hand: weeks 0 to 62 begin before 2011, weeks 11 to 62 in 2010; of these, every seventh is a hacking report.
        assert_eq!(of(Publication::Jiang2025, "reports up to 2010"), Some(63.0));
        assert_eq!(of(Publication::Liu2015, "reports of 2010"), Some(52.0));
        assert_eq!(of(Publication::Jiang2025, "hacking reports of 2010"), Some(7.0));
        assert_eq!(of(Publication::McCoy2018, "smallest report"), Some(511.0));
        assert_eq!(of(Publication::Liu2015, "share of reports with a business associate, %"), Some(50.0));
    }

    #[test]
    fn an_input_that_ends_a_little_early_says_so() {
        let at = |of: Day| day(of).expect("a day");
        let (from, to) = (at((2024, 1, 1)), at((2024, 10, 31)));
        let ends = |last: Day| cover((from, to), (at((2009, 10, 21)), at(last)));
        assert_eq!(ends((2024, 10, 21)), Cover::Whole);
        assert_eq!(ends((2024, 10, 8)), Cover::Short(at((2024, 10, 8))));
        assert_eq!(ends((2024, 9, 29)), Cover::None);
        // A month is a sixth of half a year.
        assert_eq!(cover((at((2021, 1, 1)), at((2021, 6, 30))), (at((2009, 10, 21)), at((2021, 6, 5)))), Cover::None);
        let reports = [(2009, 10, 21), (2010, 2, 2), (2024, 10, 8)].map(|of| Observation::on(at(of)));
        let comparison = compare(&reports, Publication::Jiang2025);
        assert_eq!(comparison.figures[0].ours, Some(3.0));
        assert!(comparison.figures[0].reason.starts_with("the input ends on 2024-10-08; "), "{}", comparison.figures[0].reason);
    }

    #[test]
    fn what_is_far_apart_or_not_covered_says_so() {
        let reports = [(2009, 12, 30), (2014, 5, 5), (2018, 1, 2)].map(|of| Observation::on(day(of).expect("a day")));
        let comparison = compare(&reports, Publication::McCoy2018);
        let figure = &comparison.figures[0];
        assert_eq!((figure.ours, figure.difference), (Some(1.0), Some(1.0 - 2149.0)));
        assert!(figure.reason.contains("More than a tenth apart"), "{}", figure.reason);
        let late = compare(&reports[1..], Publication::McCoy2018);
        assert_eq!((late.figures[0].ours, late.figures[0].reason.as_str()), (None, NOT_COVERED));
    }
}
