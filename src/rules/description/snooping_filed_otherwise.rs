//! BR510: an insider who looked at records without a reason, filed otherwise.

use super::shared_claim::{Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;
use crate::report::terms::BreachType;
use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Warning],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data(
            "OCR public export, submissions from 2015 on: 87.4 percent of 119 narratives of snooping are filed as Unauthorized Access/Disclosure",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR510",
        "snooping-filed-otherwise",
        "The text tells of an insider who looked at records without a reason, and the type is Hacking/IT Incident, Loss or Improper Disposal.",
        include_str!("../../../docs/rules/BR510.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Snooping],
    against: &[BreachType::HackingIt, BreachType::Loss, BreachType::ImproperDisposal],
    tells: "an insider who looked at records without a reason",
    severity: Severity::Warning,
    help: "Choose `Unauthorized Access/Disclosure`. If a password was stolen or guessed to get in, `Hacking/IT Incident` can be defended: then say so.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
