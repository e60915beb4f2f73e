//! Jiang, Ross and Bai 2025.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::BreachType;

/// From the first report of the portal on.
const ALL: (Day, Day) = ((2009, 10, 21), (2024, 10, 31));
const UP_TO_2010: (Day, Day) = ((2009, 10, 21), (2010, 12, 31));
const OF_2010: (Day, Day) = ((2010, 1, 1), (2010, 12, 31));
const OF_2021: (Day, Day) = ((2021, 1, 1), (2021, 12, 31));
const OF_2024: (Day, Day) = ((2024, 1, 1), (2024, 10, 31));
const HACKING: Of = Of::Type(&[BreachType::HackingIt]);
const CORRECTED: &str = "one report stood at 500 individuals and was corrected to 100 million in October 2024";
const ANOTHER_DAY: &str = "the export may be of another day";
const PART: &str = "a part of the year, up to the day of the export";
const BY_HAND: &str = "ransomware is no term of the form; the authors told it by hand";

const fn figure(what: &'static str, window: (Day, Day), published: f64, measure: Measure, reason: &'static str) -> Figure {
    Figure { what, window, published, measure, reason }
}

pub(super) static SOURCE: Source = Source {
    key: "jiang2025",
    citation: "Jiang JX, Ross JS, Bai G. Ransomware attacks and data breaches in US health care systems. JAMA Network Open 2025;8(5)",
    note: "Reports submitted from October 2009 to October 2024. Figures as other pages quote them.",
    figures: &[
        figure("reports", ALL, 6468.0, Measure::Reports(Of::All), ANOTHER_DAY),
        figure("individuals", ALL, 732.0e6, Measure::Individuals(Of::All), CORRECTED),
        figure("individuals in hacking reports", ALL, 643.0e6, Measure::Individuals(HACKING), CORRECTED),
        figure("share of hacking in individuals, %", ALL, 88.0, Measure::IndividualShare(HACKING), CORRECTED),
        figure(
            "reports up to 2010",
            UP_TO_2010,
            216.0,
            Measure::Reports(Of::All),
            "published as those of 2010; the number fits October 2009 to December 2010",
        ),
        figure("hacking reports of 2010", OF_2010, 8.0, Measure::Reports(HACKING), "a closed year; it may still be corrected"),
        figure("reports of 2024", OF_2024, 566.0, Measure::Reports(Of::All), PART),
        figure("hacking reports of 2024", OF_2024, 457.0, Measure::Reports(HACKING), PART),
        figure("share of hacking in reports of 2024, %", OF_2024, 81.0, Measure::ReportShare(HACKING), "published to two digits"),
        figure("individuals of 2024", OF_2024, 170.0e6, Measure::Individuals(Of::All), CORRECTED),
        figure("individuals in ransomware reports", ALL, 285.0e6, Measure::NotInTheRecord, BY_HAND),
        figure("ransomware reports of 2021", OF_2021, 222.0, Measure::NotInTheRecord, BY_HAND),
        figure("ransomware reports of 2024", OF_2024, 61.0, Measure::NotInTheRecord, BY_HAND),
    ],
};
