//! BR512: a stolen laptop, filed otherwise.

use super::shared_claim::{Claim, DOUBTS, LOCATION, TYPE, against_location, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::{BreachType, Location};
use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data("OCR public export, submissions from 2015 on: 94.6 percent of 74 narratives of a stolen laptop are filed as Theft"),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR512",
        "stolen-laptop-filed-otherwise",
        "The text tells of a stolen laptop, and the type is Unauthorized Access/Disclosure or Improper Disposal, or Laptop is not a location.",
        include_str!("../../../docs/rules/BR512.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::LaptopTheft],
    against: &[BreachType::UnauthorizedAccess, BreachType::ImproperDisposal],
    tells: "a stolen laptop",
    severity: Severity::Warning,
    help: "Choose `Theft` and `Laptop`.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    against_location(report, context, &CLAIM, &[Location::Laptop], 1, out);
}
