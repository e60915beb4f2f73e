//! BR513: something that was lost, filed otherwise.

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
        data("OCR public export, submissions from 2015 on: 96.3 percent of 27 narratives of lost things are filed as Loss"),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR513",
        "lost-thing-filed-otherwise",
        "The text tells of something that was lost, and the type is not Loss.",
        include_str!("../../../docs/rules/BR513.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Lost],
    against: ANY,
    tells: "something that was lost",
    severity: Severity::Warning,
    help: "Choose `Loss`. If there are signs that it was stolen, say so in the description: then `Theft` stands.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
