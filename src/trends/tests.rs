//! The whole report on invented reports whose yearly counts are those of the public export, so that the reference values hold for it.

use chrono::{Days, NaiveDate};

use super::observation::bit;
use super::stats::reference::{ALL, DISPOSAL, HACKING, LOSS, THEFT, UNAUTHORIZED, close, same_p};
use super::*;
use crate::report::terms::{BreachType, Location};

/// So many reports in each year from `first` on, spread over its days.
fn yearly(first: i32, counts: &[f64], change: impl Fn(Observation) -> Observation) -> Vec<Observation> {
    let mut reports = Vec::new();
    for (year, &count) in (first..).zip(counts) {
        let january = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
        // Counts of reports are small whole numbers.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
        for number in 0..count as u64 {
            let day = january + Days::new(number * 364 / count.max(2.0) as u64);
            let id = u64::try_from(year).expect("a year") * 100_000 + number;
            reports.push(change(Observation { id, ..Observation::on(day) }.with_individuals(Some(502 + number.cast_signed()))));
        }
    }
    reports
}

/// The reports of each type, the last day of the last year among them.
fn by_type() -> Vec<Observation> {
    let kinds = [
        (BreachType::HackingIt, HACKING),
        (BreachType::UnauthorizedAccess, UNAUTHORIZED),
        (BreachType::Theft, THEFT),
        (BreachType::Loss, LOSS),
        (BreachType::ImproperDisposal, DISPOSAL),
    ];
    let mut reports = Vec::new();
    for (kind, counts) in kinds {
        let typed = |report: Observation| Observation { types: bit(kind), id: report.id + u64::from(bit(kind)) * 1_000_000_000, ..report };
        reports.extend(yearly(2010, &counts, typed));
    }
    if let Some(last) = reports.iter_mut().rfind(|report| report.types == bit(BreachType::HackingIt)) {
        last.day = NaiveDate::from_ymd_opt(2023, 12, 29).expect("a day");
    }
    // Every third report of a later year has no description yet, so that both lists seem to be there.
    for (number, report) in reports.iter_mut().enumerate() {
        report.described = number % 3 > 0;
    }
    reports
}

fn input(file: &str, reports: Vec<Observation>) -> Gathered {
    Gathered { file: file.to_owned(), sha256: "0".repeat(64), not_counted: 0, reports }
}

fn codes(trends: &Trends) -> Vec<&'static str> {
    trends.warnings.iter().map(|warning| warning.code).collect()
}

fn find<'t>(trends: &'t Trends, key: &str) -> &'t Series {
    trends.of(By::Type, Counting::Any).find(|series| series.key == key).expect("a series")
}

/// R 4.2.2, scipy 1.17.1, pymannkendall 1.4.3 for the yearly counts of 2010 to 2023.
#[test]
fn statistics_of_series_are_the_reference_values() {
    let trends = trends(vec![input("both.csv", by_type())], &Request { by: vec![By::Type], ..Request::default() });
    assert!(!trends.is_refused(), "{:?}", trends.warnings);
    assert_eq!(trends.period.expect("a period").whole, Some(Years { first: 2010, last: 2023 }));
    for (key, z, p, slope) in [
        ("hacking_it_incident", 4.879_613, 1.062_943_067_564_603_4e-6, 48.333_333_333_333_336),
        ("unauthorized_access_disclosure", 2.737_245, 0.006_195_622_498_906_15, 8.0),
        ("theft", -4.379_591, 1.189_021_462_355_555e-5, -10.0),
        ("loss", -3.244_567, 0.001_176_291_678_005_592, -1.2),
        ("improper_disposal", -1.652_280, 0.098_477_414_476_833, -1.0 / 3.0),
    ] {
        let stats = &find(&trends, key).stats;
        let test = stats.mann_kendall.expect("a test");
        close(test.z, z);
        same_p(test.p, p);
        close(stats.theil_sen.expect("a slope").slope, slope);
        assert!(stats.at_break.is_some() && stats.holm.expect("adjusted") >= test.p, "{key}");
    }
    // Six tests, all reports and five types: the least p-value counts six times.
    close(find(&trends, "hacking_it_incident").stats.holm.expect("adjusted"), 6.0 * 1.062_943_067_564_603_4e-6);
    let memory = find(&trends, "theft").persistence.expect("a persistence");
    assert_eq!(memory.months, 168);
}

/// The tests that stand in one table are one family, all reports among them.
#[test]
fn single_counts_alone_are_held_together_with_all_reports() {
    let request = Request { by: vec![By::Type], count: Some(Counting::Single), ..Request::default() };
    let trends = trends(vec![input("both.csv", by_type())], &request);
    let hacking = trends.of(By::Type, Counting::Single).find(|series| series.key == "hacking_it_incident").expect("a series");
    close(hacking.stats.holm.expect("adjusted"), 6.0 * 1.062_943_067_564_603_4e-6);
    let all = &trends.series[0].stats;
    assert!(all.holm > all.mann_kendall.map(|test| test.p));
}

/// 2015 to 2023 is one regime of coding, in which unauthorized access shows no trend.
#[test]
fn a_later_start_leaves_the_break_out() {
    let request = Request { since: Some(2015), by: vec![By::Type], count: Some(Counting::Any), ..Request::default() };
    let trends = trends(vec![input("both.csv", by_type())], &request);
    let unauthorized = find(&trends, "unauthorized_access_disclosure");
    assert_eq!(unauthorized.points.len(), 9);
    close((unauthorized.stats.mann_kendall.expect("a test").tau_b * 100.0).round() / 100.0, -0.06);
    assert!(unauthorized.stats.mann_kendall.expect("a test").p > 0.5 && unauthorized.stats.at_break.is_none());
    assert!(!codes(&trends).contains(&"form-break"));
    assert!(trends.series.iter().all(|series| series.counting != Counting::Single));
}

#[test]
fn all_reports_are_counted_and_sized() {
    let trends = trends(vec![input("both.csv", yearly(2010, &ALL, |report| report))], &Request::default());
    let all = &trends.series[0];
    assert_eq!((all.key, all.total.count), ("all", 5887));
    assert_eq!(all.points[0].sizes.median, Some(601.0));
    assert_eq!(all.points[0].sizes.largest, Some(700));
    assert_eq!(all.months.iter().map(|&count| u64::from(count)).sum::<u64>(), 5887);
    let states = trends.of(By::State, Counting::Each).next().expect("a series");
    assert_eq!((states.key, states.stats.refused), ("missing", Some(Refusal::NotAsked)));
}

#[test]
fn placeholders_are_counted_and_left_out_of_a_second_median() {
    let mut reports = yearly(2010, &[9.0; 5], |report| report);
    reports.truncate(44);
    reports.extend([500, 501].map(|count| Observation::on("2014-12-30".parse().expect("a day")).with_individuals(Some(count))));
    let trends = trends(vec![input("both.csv", reports)], &Request::default());
    let last = trends.series[0].points.last().expect("a year").sizes;
    assert_eq!((last.placeholders, last.median, last.median_without_placeholders), (2, Some(504.5), Some(505.5)));
    assert!(codes(&trends).contains(&"placeholders"));
}

#[test]
fn reading_moves_what_contradicts_and_says_what_that_changes() {
    let mut reports = by_type();
    for report in reports.iter_mut().filter(|report| report.year() >= 2020 && report.types == bit(BreachType::UnauthorizedAccess)) {
        report.read_type = Some(BreachType::HackingIt);
        report.places = bit(Location::NetworkServer);
        report.read_place = Some(Location::Email);
    }
    let trends = trends(vec![input("both.csv", reports)], &Request { count: Some(Counting::Any), ..Request::default() });
    let moved = 139 + 128 + 115 + 123;
    assert_eq!((trends.reading.type_read, trends.reading.type_moved, trends.reading.location_moved), (moved, moved, moved));
    let row = |by, key| trends.sensitivity.iter().find(|row| row.by == by && row.key == key).expect("a row");
    let moved = i64::try_from(moved).expect("small");
    assert_eq!(row(By::Type, "hacking_it_incident").count_difference, moved);
    let unauthorized = row(By::Type, "unauthorized_access_disclosure");
    assert_eq!((unauthorized.count_difference, unauthorized.filed.rank, unauthorized.read.rank), (-moved, 2, 3));
    assert_eq!(unauthorized.rank_difference, -1);
    assert!(unauthorized.slope_difference.expect("two slopes") < 0.0);
    assert_eq!(unauthorized.years.last().map(|year| (year.filed, year.read)), Some((123, 0)));
    assert_eq!(row(By::Location, "email").count_difference, moved);
    assert_eq!(row(By::Location, "network_server").read.count, 0);
}

#[test]
fn what_would_mislead_is_refused() {
    let half = |report: Observation| Observation { described: report.id.is_multiple_of(2), ..report };
    let three = trends(vec![input("both.csv", yearly(2020, &[30.0, 40.0, 50.0], half))], &Request::default());
    assert!(three.is_refused() && codes(&three).contains(&"too-few-years"));
    assert!(three.series[0].stats.mann_kendall.is_none() && three.series[0].total.count == 120);

    let open = yearly(2022, &[30.0, 40.0], |report| report);
    let one = trends(vec![input("open.csv", open)], &Request::default());
    assert!(one.is_refused() && one.series.is_empty() && codes(&one) == ["one-list"], "{:?}", one.warnings);

    let archive = yearly(2010, &[30.0; 9], |report| Observation { described: true, ..report });
    let one = trends(vec![input("archive.csv", archive)], &Request::default());
    assert_eq!(codes(&one), ["one-list"]);

    let twice = trends(vec![input("old.csv", by_type()), input("new.csv", by_type())], &Request::default());
    assert!(twice.series.is_empty() && codes(&twice) == ["mixed-snapshots"], "{:?}", twice.warnings);

    let zeros = Request { by: vec![By::Type], ..Request::default() };
    let zeros = trends(vec![input("both.csv", yearly(2010, &[30.0; 9], |report| report))], &zeros);
    assert_eq!(find(&zeros, "theft").stats.refused, Some(Refusal::AllZero));
    assert_eq!(zeros.series[0].stats.refused, Some(Refusal::AllEqual));
}

#[test]
fn nothing_to_count_gives_no_period() {
    assert_eq!(trends(Vec::new(), &Request::default()).period, None);
    let late = Request { since: Some(2030), ..Request::default() };
    assert_eq!(trends(vec![input("both.csv", by_type())], &late).period, None);
}
