//! Liu, Musen and Chou 2015: by the year of the breach.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::{BreachType, Location, State};

const YEARS: (Day, Day) = ((2010, 1, 1), (2013, 12, 31));
const FIRST: (Day, Day) = ((2010, 1, 1), (2010, 12, 31));
const LAST: (Day, Day) = ((2013, 1, 1), (2013, 12, 31));
const ELECTRONIC: &[BreachType] = &[BreachType::HackingIt, BreachType::UnauthorizedAccess];
const OTHER_YEAR: &str =
    "published by the year in which the breach occurred, which the portal's export no longer holds; ours by the year of submission";

const fn figure(what: &'static str, window: (Day, Day), published: f64, measure: Measure) -> Figure {
    Figure { what, window, published, measure, reason: OTHER_YEAR }
}

pub(super) static SOURCE: Source = Source {
    key: "liu2015",
    citation: "Liu V, Musen MA, Chou T. Data breaches of protected health information in the United States. JAMA 2015;313(14):1471-1473",
    note: "Breaches that occurred from 2010 to 2013. A report counts here in every category that it carries. Expect agreement in shares, not in counts.",
    figures: &[
        figure("reports", YEARS, 949.0, Measure::Reports(Of::All)),
        figure("individuals", YEARS, 29.1e6, Measure::Individuals(Of::All)),
        figure("reports of more than a million individuals", YEARS, 6.0, Measure::Reports(Of::Above(1_000_000))),
        figure("share of theft in reports, %", YEARS, 58.2, Measure::ReportShare(Of::Type(&[BreachType::Theft]))),
        figure(
            "share of unauthorized access/disclosure, %",
            YEARS,
            14.8,
            Measure::ReportShare(Of::Type(&[BreachType::UnauthorizedAccess])),
        ),
        figure(
            "share of loss or improper disposal, %",
            YEARS,
            11.1,
            Measure::ReportShare(Of::Type(&[BreachType::Loss, BreachType::ImproperDisposal])),
        ),
        figure("share of hacking/IT, %", YEARS, 7.1, Measure::ReportShare(Of::Type(&[BreachType::HackingIt]))),
        figure("share of hacking/IT or unauthorized access in 2010, %", FIRST, 12.0, Measure::ReportShare(Of::Type(ELECTRONIC))),
        figure("share of hacking/IT or unauthorized access in 2013, %", LAST, 27.0, Measure::ReportShare(Of::Type(ELECTRONIC))),
        figure(
            "share of laptops and portable devices, %",
            YEARS,
            32.7,
            Measure::ReportShare(Of::Place(&[Location::Laptop, Location::OtherPortableDevice])),
        ),
        figure("share of paper/films, %", YEARS, 22.3, Measure::ReportShare(Of::Place(&[Location::PaperFilms]))),
        figure(
            "share of desktops, email and electronic records, %",
            YEARS,
            15.6,
            Measure::ReportShare(Of::Place(&[Location::DesktopComputer, Location::Email, Location::ElectronicMedicalRecord])),
        ),
        figure("share of network servers, %", YEARS, 10.6, Measure::ReportShare(Of::Place(&[Location::NetworkServer]))),
        figure("share of reports with a business associate, %", YEARS, 29.0, Measure::ReportShare(Of::Associate)),
        figure(
            "share of CA, TX, FL, NY and IL, %",
            YEARS,
            34.0,
            Measure::ReportShare(Of::States(&[State::Ca, State::Tx, State::Fl, State::Ny, State::Il])),
        ),
        figure("reports of 2010", FIRST, 214.0, Measure::Reports(Of::All)),
        figure("individuals of 2010", FIRST, 5.1e6, Measure::Individuals(Of::All)),
        figure("reports of 2013", LAST, 265.0, Measure::Reports(Of::All)),
        figure("individuals of 2013", LAST, 9.0e6, Measure::Individuals(Of::All)),
    ],
};
