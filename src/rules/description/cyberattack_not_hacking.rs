//! BR505: a cyberattack, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;

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
            "OCR public export, submissions from 2015 on: 98.1 percent of 585 narratives of a cyberattack are filed as Hacking/IT Incident",
        ),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR505",
        "cyberattack-not-hacking",
        "The text tells of a cyberattack or of an outsider in a system, and the type is not Hacking/IT Incident.",
        include_str!("../../../docs/rules/BR505.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Cyber],
    against: ANY,
    tells: "a cyberattack",
    severity: Severity::Warning,
    help: "If an outsider came in by technical means, the type is `Hacking/IT Incident`, also where an employee's mistake opened the door. If nobody came in, say so in the description.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
