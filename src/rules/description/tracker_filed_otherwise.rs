//! BR516: a tracker on a website, filed otherwise.

use super::shared_claim::{ANY, Claim, DOUBTS, LOCATION, TYPE, against_type};
use crate::finding::{Severity, Sink};
use crate::narrative::Topic;
use crate::report::Report;

use crate::rules::{Check, Context, Era, Rule, data, logic};

pub(super) static RULE: Rule = Rule {
    severities: &[Severity::Advice],
    needs: TYPE,
    any_of: Context::TEXTS,
    uses: LOCATION,
    silences: DOUBTS,
    effective: Era::CURRENT_FORM,
    cites: &[
        data("OCR public export: 7 of 8 narratives of tracking pixels are filed as Unauthorized Access/Disclosure"),
        logic("what the form says and what the description tells are about one incident"),
    ],
    ..Rule::claim(
        "BR516",
        "tracker-filed-otherwise",
        "The text tells of a tracker on a website, and the type is not Unauthorized Access/Disclosure.",
        include_str!("../../../docs/rules/BR516.md"),
        Check::Report(check),
    )
};

static CLAIM: Claim = Claim {
    topics: &[Topic::Tracking],
    against: ANY,
    tells: "a tracker on a website",
    severity: Severity::Advice,
    help: "Most such reports are filed as `Unauthorized Access/Disclosure` with `Network Server`. Nobody broke in: the website itself sent the information.",
};

fn check(report: &Report<'_>, context: &Context, out: &mut Sink) {
    against_type(report, context, &CLAIM, out);
}
