//! McCoy and Perlis 2018.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::{EntityType, Location};

const YEARS: (Day, Day) = ((2010, 1, 1), (2017, 12, 31));
const DRIFT: &str = "the portal's list of closed years still changes: an export of October 2024 has 0.7 % more reports of these years";

const CORRECTED: &str = "counts of closed cases were corrected since";

const fn figure(what: &'static str, published: f64, measure: Measure, reason: &'static str) -> Figure {
    Figure { what, window: YEARS, published, measure, reason }
}

pub(super) static SOURCE: Source = Source {
    key: "mccoy2018",
    citation: "McCoy TH, Perlis RH. Temporal trends and characteristics of reportable health data breaches, 2010-2017. JAMA 2018;320(12):1282-1284",
    note: "Reports submitted from 2010 to 2017, as the portal showed them on 4 January 2018. A report counts in every category that it carries.",
    figures: &[
        figure("reports", 2149.0, Measure::Reports(Of::All), DRIFT),
        figure(
            "individuals",
            176.4e6,
            Measure::Individuals(Of::All),
            "counts were corrected since; the published total and mean do not fit each other",
        ),
        figure("median individuals", 2300.0, Measure::Median, DRIFT),
        figure("mean individuals", 84456.0, Measure::Mean, "the published total divided by the published reports is 82,085"),
        figure("smallest report", 500.0, Measure::Smallest, "the portal shows reports of 500 individuals and more"),
        figure("largest report", 78.8e6, Measure::Largest, "published to three digits"),
        Figure {
            what: "reports of 2010",
            window: ((2010, 1, 1), (2010, 12, 31)),
            published: 199.0,
            measure: Measure::Reports(Of::All),
            reason: DRIFT,
        },
        Figure {
            what: "reports of 2017",
            window: ((2017, 1, 1), (2017, 12, 31)),
            published: 344.0,
            measure: Measure::Reports(Of::All),
            reason: "reports of late 2017 were still being posted when the list was read",
        },
        figure("reports of providers", 1503.0, Measure::Reports(Of::Entity(EntityType::Provider)), DRIFT),
        figure("share of providers in reports, %", 70.0, Measure::ReportShare(Of::Entity(EntityType::Provider)), "published to two digits"),
        figure("individuals in reports of providers", 37.1e6, Measure::Individuals(Of::Entity(EntityType::Provider)), CORRECTED),
        figure(
            "share of providers in individuals, %",
            21.0,
            Measure::IndividualShare(Of::Entity(EntityType::Provider)),
            "published to two digits",
        ),
        figure(
            "share of health plans in reports, %",
            13.0,
            Measure::ReportShare(Of::Entity(EntityType::HealthPlan)),
            "published to two digits",
        ),
        figure("individuals in reports of health plans", 110.4e6, Measure::Individuals(Of::Entity(EntityType::HealthPlan)), CORRECTED),
        figure(
            "share of health plans in individuals, %",
            63.0,
            Measure::IndividualShare(Of::Entity(EntityType::HealthPlan)),
            "one report of 78.8 million outweighs all others",
        ),
        figure(
            "share of paper/films in reports, %",
            24.0,
            Measure::ReportShare(Of::Place(&[Location::PaperFilms])),
            "published to two digits",
        ),
        figure(
            "share of paper/films in individuals, %",
            2.0,
            Measure::IndividualShare(Of::Place(&[Location::PaperFilms])),
            "published to one digit",
        ),
        figure("share of network servers in reports, %", 19.0, Measure::ReportShare(Of::Place(&[Location::NetworkServer])), DRIFT),
        figure(
            "share of network servers in individuals, %",
            79.0,
            Measure::IndividualShare(Of::Place(&[Location::NetworkServer])),
            "published to two digits",
        ),
    ],
};
