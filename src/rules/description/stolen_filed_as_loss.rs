//! BR518: something that was stolen, filed otherwise.

use super::shared_claim::{Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::BreachType;
use crate::rules::{Check, Context, Era, Rule, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[logic("what the form says and what the description tells are about one incident")],
    ..Rule::claim(
        "BR518",
        "stolen-filed-as-loss",
        "The text tells of something that was stolen, and the type is Loss.",
        include_str!("../../../docs/rules/BR518.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Theft, Topic::Burglary, Topic::LaptopTheft],
    against: &[BreachType::Loss],
    tells: "something that was stolen",
    severity: Severity::Warning,
    help: "Choose `Theft`. If it may only have been mislaid, let the description say so.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
