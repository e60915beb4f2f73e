//! HIPAA Journal's counts of reports of 500 individuals and more.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};

const REPORTS: Measure = Measure::Reports(Of::All);
const SAME: &str = "counted from the same list; closed cases may have been added, merged or withdrawn since";
const LATER: &str = "counted soon after; reports of the last weeks were still being posted";

const fn figure(what: &'static str, window: (Day, Day), published: f64, measure: Measure, reason: &'static str) -> Figure {
    Figure { what, window, published, measure, reason }
}

pub(super) static SOURCE: Source = Source {
    key: "hipaajournal",
    citation: "HIPAA Journal, healthcare data breach statistics and half-year reports, 2018-2025, as other pages quote them",
    note: "Reports by the day of submission.",
    figures: &[
        figure("reports, 2009 to 2017", ((2009, 10, 21), (2017, 12, 31)), 2181.0, REPORTS, SAME),
        figure(
            "individuals, 2009 to 2017",
            ((2009, 10, 21), (2017, 12, 31)),
            176_709_305.0,
            Measure::Individuals(Of::All),
            "counts were corrected since",
        ),
        figure("reports of 2017", ((2017, 1, 1), (2017, 12, 31)), 359.0, REPORTS, SAME),
        figure("reports, first half of 2021", ((2021, 1, 1), (2021, 6, 30)), 368.0, REPORTS, SAME),
        figure("reports, second half of 2021", ((2021, 7, 1), (2021, 12, 31)), 347.0, REPORTS, SAME),
        figure("reports, first half of 2022", ((2022, 1, 1), (2022, 6, 30)), 347.0, REPORTS, LATER),
        figure("reports of 2022", ((2022, 1, 1), (2022, 12, 31)), 720.0, REPORTS, SAME),
        figure("reports of 2023", ((2023, 1, 1), (2023, 12, 31)), 725.0, REPORTS, "counted in early 2024; later given as 747"),
        figure("reports, January to August 2024", ((2024, 1, 1), (2024, 8, 31)), 491.0, REPORTS, LATER),
        figure("individuals, January to August 2024", ((2024, 1, 1), (2024, 8, 31)), 58_668_002.0, Measure::Individuals(Of::All), LATER),
        figure("mean individuals, January to August 2024", ((2024, 1, 1), (2024, 8, 31)), 119_487.0, Measure::Mean, LATER),
        figure("median individuals, January to August 2024", ((2024, 1, 1), (2024, 8, 31)), 4109.0, Measure::Median, LATER),
        figure("reports of 2024", ((2024, 1, 1), (2024, 12, 31)), 721.0, REPORTS, LATER),
        figure(
            "individuals of 2024",
            ((2024, 1, 1), (2024, 12, 31)),
            185_043_568.0,
            Measure::Individuals(Of::All),
            "counted in January 2025; counts were corrected since",
        ),
    ],
};
