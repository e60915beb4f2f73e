//! Subramanian, Sengupta and Xu 2024: a regression of the logarithm of the individuals on the type of breach.

use super::measure::{Measure, Of};
use super::{Day, Figure, Source};
use crate::report::terms::BreachType;

const UP_TO_2022: (Day, Day) = ((2009, 10, 21), (2022, 12, 31));
const RULE: &str = "how the authors type reports of several types is not told; here they are of the type Other";

const fn figure(what: &'static str, published: f64, measure: Measure, reason: &'static str) -> Figure {
    Figure { what, window: UP_TO_2022, published, measure, reason }
}

pub(super) static SOURCE: Source = Source {
    key: "jmir2024",
    citation: "Subramanian H, Sengupta A, Xu Y. Patient health record protection beyond the Health Insurance Portability and Accountability Act. \
               J Med Internet Res 2024;26:e59674, Table 3, model 1",
    note: "Least squares of ln(individuals) on the type of breach, hacking as the base. With one factor the constant is the mean of the base, and each \
           coefficient the difference of a mean from it. Models 2 and 3 add State effects and are not computed here.",
    figures: &[
        figure("reports", 5158.0, Measure::Reports(Of::All), "the portal's list of closed years still changes"),
        figure("constant (hacking)", 9.144, Measure::LogLevel, RULE),
        figure("improper disposal", -1.162, Measure::LogDifference(BreachType::ImproperDisposal), RULE),
        figure("loss", -1.342, Measure::LogDifference(BreachType::Loss), RULE),
        figure("other", -1.014, Measure::LogDifference(BreachType::Other), RULE),
        figure("theft", -1.168, Measure::LogDifference(BreachType::Theft), RULE),
        figure("unauthorized access/disclosure", -1.336, Measure::LogDifference(BreachType::UnauthorizedAccess), RULE),
        figure("unknown", -1.249, Measure::LogDifference(BreachType::Unknown), RULE),
        figure("R squared", 0.12, Measure::LogShare, "published to two digits"),
    ],
};
