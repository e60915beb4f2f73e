//! Jiang, Ross and Bai 2025.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::BreachType;

const ALL: (Day, Day) = ((2009, 10, 1), (2024, 10, 31));
const HACKING: Of = Of::Type(BreachType::HackingIt);
const CORRECTED: &str = "one report stood at 500 individuals and was corrected to 100 million in October 2024";
const BY_HAND: &str = "ransomware is no term of the form; the authors told it by hand";

pub(super) static SOURCE: Source = Source {
    key: "jiang2025",
    citation: "Jiang JX, Ross JS, Bai G. Ransomware attacks and data breaches in US health care systems. JAMA Network Open 2025;8(5)",
    note: "Reports submitted from October 2009 to October 2024. Figures as other pages quote them.",
    figures: &[
        Figure {
            what: "reports",
            window: ALL,
            published: 6468.0,
            measure: Measure::Reports(Of::All),
            reason: "the export may be of another day",
        },
        Figure { what: "individuals", window: ALL, published: 732.0e6, measure: Measure::Individuals(Of::All), reason: CORRECTED },
        Figure {
            what: "individuals in hacking reports",
            window: ALL,
            published: 643.0e6,
            measure: Measure::Individuals(HACKING),
            reason: CORRECTED,
        },
        Figure {
            what: "share of hacking in individuals, %",
            window: ALL,
            published: 88.0,
            measure: Measure::IndividualShare(HACKING),
            reason: CORRECTED,
        },
        Figure {
            what: "reports up to 2010",
            window: ((2009, 10, 1), (2010, 12, 31)),
            published: 216.0,
            measure: Measure::Reports(Of::All),
            reason: "published as those of 2010; the number fits October 2009 to December 2010",
        },
        Figure {
            what: "hacking reports of 2010",
            window: ((2010, 1, 1), (2010, 12, 31)),
            published: 8.0,
            measure: Measure::Reports(HACKING),
            reason: "a closed year; it may still be corrected",
        },
        Figure {
            what: "reports of 2024",
            window: ((2024, 1, 1), (2024, 10, 31)),
            published: 566.0,
            measure: Measure::Reports(Of::All),
            reason: "a part of the year, up to the day of the export",
        },
        Figure {
            what: "hacking reports of 2024",
            window: ((2024, 1, 1), (2024, 10, 31)),
            published: 457.0,
            measure: Measure::Reports(HACKING),
            reason: "a part of the year, up to the day of the export",
        },
        Figure {
            what: "individuals in ransomware reports",
            window: ALL,
            published: 285.0e6,
            measure: Measure::NotInTheRecord,
            reason: BY_HAND,
        },
        Figure {
            what: "ransomware reports of 2021",
            window: ((2021, 1, 1), (2021, 12, 31)),
            published: 222.0,
            measure: Measure::NotInTheRecord,
            reason: BY_HAND,
        },
    ],
};
