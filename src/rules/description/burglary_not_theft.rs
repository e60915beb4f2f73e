//! BR511: a break-in, filed otherwise.

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
            "OCR public export, submissions from 2015 on: 89.1 percent of 92 narratives of a burglary are filed as Theft; in the rest mostly nothing was taken",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR511",
        "burglary-not-theft",
        "The text tells of a break-in, and the type is Unauthorized Access/Disclosure or Improper Disposal.",
        include_str!("../../../docs/rules/BR511.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Burglary],
    against: &[BreachType::UnauthorizedAccess, BreachType::ImproperDisposal],
    tells: "a break-in",
    severity: Severity::Warning,
    help: "If something was taken, choose `Theft`. If nothing was taken, and the papers may only have been seen, say so in the description: then `Unauthorized Access/Disclosure` stands.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
