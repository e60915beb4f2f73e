//! BR523: another type in so many words, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_type, worth_reading};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::{BreachType, TermSet};
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
        "BR523",
        "other-type-named",
        "The text names another type of breach than the one that is filed.",
        include_str!("../../../docs/rules/BR523.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::NamedHacking, Topic::NamedDisposal, Topic::NamedLoss, Topic::NamedTheft, Topic::NamedDisclosure],
    against: ANY,
    tells: "another type in so many words",
    severity: Severity::Warning,
    help: "Let the type and the description say the same. If the description judges the incident rightly, choose its type.",
};

/// What was carried off has a rule of its own against Loss and Hacking; what an insider copies may be called a disclosure.
static THEFT: Claim = Claim {
    topics: &[Topic::Theft],
    against: &[BreachType::UnauthorizedAccess, BreachType::ImproperDisposal],
    tells: "a thing that was stolen",
    severity: Severity::Warning,
    help: "Choose `Theft` for what was carried off. If information was copied and nothing is gone, let the description say so.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
    let filed = report.breach.breach_type.get().and_then(TermSet::single);
    if !filed.is_some_and(|filed| THEFT.against.contains(&filed)) || !worth_reading(report, context) {
        return;
    }
    if context.told(report).is_some_and(|told| told.reading().place().is_some_and(|place| told.reading().named(place).is_some())) {
        against_type(report, context, &THEFT, out);
    }
}
