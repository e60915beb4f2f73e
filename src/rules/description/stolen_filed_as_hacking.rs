//! BR519: a thing that was carried off, filed otherwise.

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
        "BR519",
        "stolen-filed-as-hacking",
        "The text tells of a thing that was carried off, and the type is Hacking/IT Incident.",
        include_str!("../../../docs/rules/BR519.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Theft, Topic::Burglary, Topic::LaptopTheft],
    against: &[BreachType::HackingIt],
    tells: "a thing that was carried off",
    severity: Severity::Warning,
    help: "Choose `Theft` for stolen equipment or papers. `Hacking/IT Incident` is for an intrusion by technical means.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
