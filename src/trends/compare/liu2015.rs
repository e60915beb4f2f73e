//! Liu, Musen and Chou 2015: by the year of the breach.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::{BreachType, Location};

const YEARS: (Day, Day) = ((2010, 1, 1), (2013, 12, 31));
const OTHER_YEAR: &str =
    "published by the year in which the breach occurred, which the portal's export no longer holds; ours by the year of submission";

const fn figure(what: &'static str, published: f64, measure: Measure) -> Figure {
    Figure { what, window: YEARS, published, measure, reason: OTHER_YEAR }
}

pub(super) static SOURCE: Source = Source {
    key: "liu2015",
    citation: "Liu V, Musen MA, Chou T. Data breaches of protected health information in the United States. JAMA 2015;313(14):1471-1473",
    note: "Breaches that occurred from 2010 to 2013. Expect agreement in shares, not in counts.",
    figures: &[
        figure("reports", 949.0, Measure::Reports(Of::All)),
        figure("individuals", 29.1e6, Measure::Individuals(Of::All)),
        figure("share of theft in reports, %", 58.2, Measure::ReportShare(Of::Type(BreachType::Theft))),
        figure("share of unauthorized access/disclosure, %", 14.8, Measure::ReportShare(Of::Type(BreachType::UnauthorizedAccess))),
        figure("share of hacking/IT, %", 7.1, Measure::ReportShare(Of::Type(BreachType::HackingIt))),
        figure("share of paper/films, %", 22.3, Measure::ReportShare(Of::Place(Location::PaperFilms))),
        figure("share of network servers, %", 10.6, Measure::ReportShare(Of::Place(Location::NetworkServer))),
        Figure {
            what: "reports of 2010",
            window: ((2010, 1, 1), (2010, 12, 31)),
            published: 214.0,
            measure: Measure::Reports(Of::All),
            reason: OTHER_YEAR,
        },
        Figure {
            what: "reports of 2013",
            window: ((2013, 1, 1), (2013, 12, 31)),
            published: 265.0,
            measure: Measure::Reports(Of::All),
            reason: OTHER_YEAR,
        },
    ],
};
